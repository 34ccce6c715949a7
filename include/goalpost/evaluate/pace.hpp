// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

#include "goalpost/calendar/period.hpp"
#include "goalpost/model/target.hpp"
#include "goalpost/number/value.hpp"

namespace goalpost {

/// Which share of [first, last] is over at the end of `until`, in whole months; in days where the span is not
/// made of whole months. Between 0 and 1. Source: 时序进度 as county reports use it, months gone over months
/// due.
Ratio elapsed_share(const Date& first, const Date& last, const Date& until);

/// What should be reached at the end of `until`, on the way from `base` (at the beginning of the span) to
/// `goal` (at its end), by the target's calendar. Base, goal and result are in base units; milestones are in
/// the indicator's unit, of which one is `unit` of these. Nothing where the calendar does not say: without a
/// base, but for milestones from the first one on; month weights that do not fit the span, constant growth
/// without a positive base.
std::optional<Value> expected_value(const Target& target, const std::optional<Ratio>& base, const Ratio& goal,
                                    const Ratio& unit, const Date& first, const Date& last,
                                    const Date& until);

/// Where a straight line through the base and the value will be when the span is over: base + (value - base)
/// / elapsed. `elapsed` must be positive; throws std::domain_error otherwise.
Ratio projected_value(const Ratio& base, const Ratio& value, const Ratio& elapsed);

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/pace_impl.hpp"  // IWYU pragma: keep
#endif
