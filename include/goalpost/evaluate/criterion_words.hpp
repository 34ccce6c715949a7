// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "goalpost/evaluate/language.hpp"
#include "goalpost/fwd.hpp"

namespace goalpost {

struct MeasureTerm;

/// What a criterion asks of an indicator of the plan, as a reader is shown it. In Chinese a phrase with the
/// plan's names for indicators and groups: 2020年以来年均增速超过15%, 占固定资产投资的比重超过16%,
/// 每年不低于30个. A measure that has no phrase, one of your own, stands in it as the grammar writes it. In
/// English the grammar's own words: `text`.
std::string words(const Criterion& criterion, const Indicator& indicator, const Plan& plan,
                  Language language);

/// What a measure of an indicator is called by itself, as a ranking tells what it is by: 投资同比增速. In
/// English the grammar's own words and the indicator's id: growth of investment.
std::string words(const MeasureTerm& measure, const Indicator& indicator, const Plan& plan,
                  Language language);

namespace detail {
/// What it asks of its measure, in Chinese: 超过15%, 居前25位, 不低于2015年的2倍.
std::string goal_zh(const Criterion& criterion, const Indicator& indicator, const Plan& plan);
}  // namespace detail

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/criterion_words_impl.hpp"  // IWYU pragma: keep
#endif
