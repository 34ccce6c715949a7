// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace goalpost {

/// How an exact number is cut to fewer digits. Rounding happens once, at the edge, after the verdict.
enum class Rounding {
    half_away,  ///< to the nearest, halves away from zero: 四舍五入, as statistics are published
    half_even,  ///< to the nearest, halves to the even digit
    floor,      ///< towards minus infinity
    ceiling,    ///< towards plus infinity
    truncate,   ///< towards zero: how 12581 becomes 1.25 万
};

namespace detail {

/// top / bottom as a whole number: the size of a number that is negative or not.
template <class Size>
constexpr Size rounded_quotient(const Size& top, const Size& bottom, bool negative, Rounding mode) {
    Size whole = top / bottom;
    const Size rest = top % bottom;
    const Size left = bottom - rest;
    const bool up = mode == Rounding::half_away   ? rest >= left
                    : mode == Rounding::half_even ? rest > left || (rest == left && whole % 2 == 1)
                    : mode == Rounding::floor     ? negative && rest != 0
                    : mode == Rounding::ceiling   ? !negative && rest != 0
                                                  : false;
    if (up) ++whole;
    return whole;
}

}  // namespace detail

}  // namespace goalpost
