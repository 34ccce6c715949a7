// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/line.hpp"
#include "goalpost/number/interval.hpp"

namespace goalpost {

/// How a sum of published parts lies to the published total.
struct TotalCheck {
    Rounded difference;      ///< total less sum; its range is every true difference that the digits allow
    bool agrees = false;     ///< to the last digit
    bool explained = false;  ///< rounding alone can make the difference: no difference is in the range
};

/// Holds what the parts sum to against the published total. Parts rounded to a unit of u each leave a sum of
/// n of them open by n * u / 2 either way: 11 cities to 0.01 explain 0.06 of a difference, not 0.31.
inline TotalCheck check_total(const Rounded& sum, const Rounded& total) {
    const auto difference = total - sum;
    const auto none = detail::within(Value(0), difference.range());
    return {difference, difference.value().is_zero(), none && *none > 0};
}

/// Whether rounding can explain the difference between a sum of parts (a range of `Rounded`) and a total.
template <class Parts>
bool explains(const Parts& parts, const Rounded& total) {
    Rounded sum = Ratio(0);
    for (const Rounded& part : parts)
        sum = sum + part;
    return check_total(sum, total).explained;
}

}  // namespace goalpost
