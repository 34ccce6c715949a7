// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by pace.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/pace.hpp"

namespace goalpost {
GOALPOST_INLINE Ratio elapsed_share(const Date& first, const Date& last, const Date& until) {
    if (until < first) return 0;
    if (last <= until) return 1;
    if (Period::days(first, last).months())
        return Ratio(whole_months(first, until)) / Ratio(whole_months(first, last));
    return Ratio((until - first).days() + 1) / Ratio((last - first).days() + 1);
}

GOALPOST_INLINE std::optional<Value> expected_value(const Target& target, const std::optional<Ratio>& base,
                                                    const Ratio& goal, const Ratio& unit, const Date& first,
                                                    const Date& last, const Date& until) {
    const auto kind = target.pace_kind();
    if (!base && kind != PaceKind::milestones) return std::nullopt;
    const auto elapsed = elapsed_share(first, last, until);
    const auto from = base.value_or(Ratio(0));
    switch (kind) {
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

GOALPOST_INLINE Ratio projected_value(const Ratio& base, const Ratio& value, const Ratio& elapsed) {
    return base + (value - base) / elapsed;
}
}  // namespace goalpost
