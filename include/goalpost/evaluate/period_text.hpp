// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/language.hpp"

namespace goalpost {

namespace detail {

std::string number_of(const boost::gregorian::greg_year& year);
std::string number_of(const boost::gregorian::greg_month& month);

}  // namespace detail

/// A period as a reader is shown it: its canonical text in English; in Chinese 2024年, 2024年上半年,
/// 2024年一季度, 2024年6月, 2024年1—10月, 2021—2025年, 2024年6月30日.
std::string period_text(const Period& period, Language language);

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/period_text_impl.hpp"  // IWYU pragma: keep
#endif
