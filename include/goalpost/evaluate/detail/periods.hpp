// SPDX-License-Identifier: BSL-1.0
// The periods that a target is read at.
#pragma once

#include <optional>

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/measure.hpp"
#include "goalpost/model/criterion.hpp"

namespace goalpost::detail {

/// A flow whose part-period values grow towards the target.
inline bool accumulates(const AnyMeasure& measure, const Indicator& indicator) {
    return measure.traits().accumulates && indicator.kind == IndicatorKind::flow;
}

/// Whether anything was published for a part of that period.
inline bool seen_within(const Series& series, const Period& period) {
    for (const auto row : series.rows()) {
        if (period.contains(series.data().row(row).period)) return true;
    }
    return false;
}

/// The last year of a due period of several: what a stock, a ratio or a since-measure is read at.
inline Period last_year_of(const Period& due) {
    const auto months = due.months();
    if (!months || *months <= 12) return due;
    return Period::days(date_in(month_number(due.last()) - 11, 1), due.last());
}

/// Where a criterion is read when it is due.
inline Period reading_period(const Criterion& criterion, const AnyMeasure& measure,
                             const Indicator& indicator, const Period& due) {
    const bool sums =
        indicator.kind == IndicatorKind::flow && !measure.traits().growth && !criterion.measure.since;
    return sums ? due : last_year_of(due);
}

/// The equal-length period just before the horizon.
inline Period period_before(const Period& horizon, const Period& reading) {
    if (const auto months = reading.months(); months && horizon.months()) {
        const int begin = month_number(horizon.first());
        return Period::days(date_in(begin - *months, 1), date_in(begin - 1, 31));
    }
    const auto last = horizon.first() - boost::gregorian::date_duration(1);
    return Period::days(last - boost::gregorian::date_duration(reading.length_in_days() - 1), last);
}

}  // namespace goalpost::detail
