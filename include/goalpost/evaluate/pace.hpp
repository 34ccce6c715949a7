// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>

#include "goalpost/calendar/period.hpp"
#include "goalpost/model/target.hpp"
#include "goalpost/number/value.hpp"

namespace goalpost {

/// Which share of [first, last] is over at the end of `until`, in whole months; in days where the span is not
/// made of whole months. Between 0 and 1. Source: 时序进度 as county reports use it, months gone over months
/// due.
inline Ratio elapsed_share(const Date& first, const Date& last, const Date& until) {
    if (until < first) return 0;
    if (last <= until) return 1;
    if (Period::days(first, last).months())
        return Ratio(whole_months(first, until)) / Ratio(whole_months(first, last));
    return Ratio((until - first).days() + 1) / Ratio((last - first).days() + 1);
}

/// What should be reached at the end of `until`, on the way from `base` (at the beginning of the span) to
/// `target` (at its end), by the target's calendar. Nothing where the calendar does not say: month weights
/// that do not fit the span, constant growth without a positive base, milestones without a base before the
/// first one.
inline std::optional<Value> expected_value(const Target& target, const std::optional<Ratio>& base,
                                           const Ratio& goal, const Ratio& unit, const Date& first,
                                           const Date& last, const Date& until) {
    const auto elapsed = elapsed_share(first, last, until);
    const auto from = base.value_or(Ratio(0));
    switch (target.pace_kind()) {
        case PaceKind::linear: return from + (goal - from) * elapsed;
        case PaceKind::months: {
            const auto& weights = target.calendar->month_weights;
            if (weights.size() != static_cast<std::size_t>(whole_months(first, last))) return std::nullopt;
            Ratio gone;
            Ratio all;
            for (std::size_t i = 0; i < weights.size(); ++i) {
                all = all + Ratio(weights[i]);
                if (i < static_cast<std::size_t>(whole_months(first, until))) gone = gone + Ratio(weights[i]);
            }
            if (all.sign() <= 0) return std::nullopt;
            return from + (goal - from) * gone / all;
        }
        case PaceKind::compound: {
            const auto months = whole_months(first, last);
            if (from.sign() <= 0 || goal.sign() <= 0 || months < 1) return std::nullopt;
            return Value::root((goal / from).power(static_cast<unsigned>(whole_months(first, until))),
                               static_cast<unsigned>(months)) *
                   from;
        }
        case PaceKind::milestones: break;
    }
    auto begin = first;
    std::optional<Ratio> before = base;
    for (const auto& milestone : target.milestones) {
        const auto value = Ratio(milestone.value) * unit;
        if (until <= milestone.period.last()) {
            if (until == milestone.period.last()) return value;
            if (!before) return std::nullopt;
            return *before + (value - *before) * elapsed_share(begin, milestone.period.last(), until);
        }
        begin = milestone.period.last() + boost::gregorian::date_duration(1);
        before = value;
    }
    if (!before) return std::nullopt;
    return *before + (goal - *before) * elapsed_share(begin, last, until);
}

/// Where a straight line through the base and the value will be when the span is over: base + (value - base)
/// / elapsed. `elapsed` must be positive; throws std::domain_error otherwise.
inline Ratio projected_value(const Ratio& base, const Ratio& value, const Ratio& elapsed) {
    return base + (value - base) / elapsed;
}

}  // namespace goalpost
