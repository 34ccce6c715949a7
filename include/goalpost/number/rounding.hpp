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

}  // namespace goalpost
