// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/calendar/period.hpp"
#include "goalpost/number/ratio.hpp"

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

/// Where a straight line through the base and the value will be when the span is over: base + (value - base)
/// / elapsed. `elapsed` must be positive; throws std::domain_error otherwise.
inline Ratio projected_value(const Ratio& base, const Ratio& value, const Ratio& elapsed) {
    return base + (value - base) / elapsed;
}

}  // namespace goalpost
