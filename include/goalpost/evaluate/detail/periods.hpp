// SPDX-License-Identifier: BSL-1.0
// The periods that a target is read at.
#pragma once

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/measure.hpp"
#include "goalpost/model/criterion.hpp"
#include "goalpost/model/detail/plain_target.hpp"

namespace goalpost::detail {

/// A flow whose part-period values grow towards the target.
inline bool accumulates(const AnyMeasure& measure, const Indicator& indicator) {
    return measure.traits().accumulates && indicator.kind == IndicatorKind::flow;
}

/// Whether anything was published for a part of that period.
inline bool seen_within(const Series& series, const Period& period) {
    for (const auto row : series.rows_ending(period.first(), period.last())) {
        if (period.contains(series.data().row(row).period)) return true;
    }
    return false;
}

/// The order in which earlier periods are tried for a target whose due period begins on `due`: the latest
/// first. Of those that end together the longest inside the due period says most of it: January to June, not
/// June.
inline bool is_tried_before(const Period& a, const Period& b, const Date& due) {
    if (a.last() != b.last()) return b.last() < a.last();
    const bool inside = due <= a.first();
    return inside != (due <= b.first()) ? inside : a.first() < b.first();
}

/// Where a criterion is read when it is due.
inline Period reading_period(const Criterion& criterion, const AnyMeasure& measure,
                             const Indicator& indicator, const Period& due) {
    const bool sums =
        indicator.kind == IndicatorKind::flow && !measure.traits().growth && !criterion.measure.since;
    return sums ? due : last_year_of(due);
}

/// Whether what was observed tells of a part only of what a target is read over. A ratio or growth of a
/// longer time, as of the whole year before a half year, is no part.
inline bool is_part(const Period& observed, const Period& reading, IndicatorKind kind, bool growth) {
    if (kind == IndicatorKind::stock) return growth && !years_between(observed, reading);
    const auto months = observed.months();
    const auto asked = reading.months();
    const bool adds_up = kind == IndicatorKind::flow && !growth;
    return adds_up || !months || !asked ? months != asked : *months < *asked;
}

}  // namespace goalpost::detail
