// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <optional>

#include "goalpost/evaluate/evaluation.hpp"

namespace goalpost {

/// The end of the latest observed period: the as-of date where none is given; nothing where there is no data.
std::optional<Date> latest_date(const Observations& observations);

/// Judges inputs that are shared already: one plan and its data as of several dates. Throws
/// std::invalid_argument where the date is none of the calendar (`Date()`).
Evaluation evaluate(std::shared_ptr<const Evaluation::Inputs> inputs, const Date& as_of);

/// Holds a plan against observations as of a date. A pure function: same input, same result, on any thread.
/// Throws as the other.
Evaluation evaluate(Plan plan, Observations observations, const Date& as_of, EvaluateOptions options = {});

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/evaluate_impl.hpp"  // IWYU pragma: keep
#endif
