// SPDX-License-Identifier: BSL-1.0
// Roots of quotients of 64-bit integers without Multiprecision: those that reports print by the million.
// Included by wide_impl.hpp.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "goalpost/number/detail/int128.hpp"

namespace goalpost::detail {

inline constexpr unsigned small_root_bits = 62;
inline constexpr unsigned small_root_degree = 30;

/// Whether (x / 2^62)^degree <= top / bottom, multiplied out; degree <= 30.
inline bool root_reaches(std::uint64_t x, unsigned degree, std::uint64_t top, std::uint64_t bottom) noexcept {
    std::array<std::uint64_t, small_root_degree + 2> left;  // x^degree * bottom, as far as it is written
    left[0] = bottom;
    for (std::size_t size = 1; size <= degree; ++size) {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const auto product = uint128{left[i]} * x + carry;
            left[i] = static_cast<std::uint64_t>(product);
            carry = static_cast<std::uint64_t>(product >> 64U);
        }
        left[size] = carry;
    }
    left[degree + 1] = 0;
    // Against top * 2^(62 * degree), which has two pieces that may not be zero.
    const auto shift = small_root_bits * degree;
    const auto shifted = uint128{top} << (shift % 64);
    for (auto i = degree + 2; i-- > 0;) {
        const auto right = i == shift / 64       ? static_cast<std::uint64_t>(shifted)
                           : i == shift / 64 + 1 ? static_cast<std::uint64_t>(shifted >> 64U)
                                                 : 0;
        if (left[i] != right) return left[i] < right;
    }
    return true;
}

/// A root in floating point, which says only where to look: what is told of it is multiplied out. One step of
/// Newton's makes the digits of a double those of a long double, where that has more.
inline long double near_root(long double value, unsigned degree) {
    if (value <= 0) return 0;
    const long double guess = std::pow(static_cast<double>(value), 1 / static_cast<double>(degree));
    long double power = 1;
    for (unsigned i = 1; i < degree; ++i)
        power *= guess;
    return guess + (value / power - guess) / static_cast<long double>(degree);
}

inline constexpr auto small_root_limit = std::uint64_t{1} << (small_root_bits + 1);

/// Where (top / bottom)^(1 / degree) * 2^62 is about; false where a root of 2 or more leaves 63 bits, and for
/// degrees above 30.
inline bool look_for_root(std::uint64_t top, std::uint64_t bottom, unsigned degree, long double& near) {
    if (degree > small_root_degree || top >= uint128{bottom} << degree) return false;
    near = near_root(static_cast<long double>(top) / static_cast<long double>(bottom), degree) *
           static_cast<long double>(std::uint64_t{1} << small_root_bits);
    return true;
}

/// The largest x with (x / 2^62)^degree <= top / bottom; false where `look_for_root` is. bottom > 0,
/// degree > 0.
inline bool small_root_floor(std::uint64_t top, std::uint64_t bottom, unsigned degree, std::uint64_t& x) {
    constexpr auto limit = small_root_limit;
    long double near = 0;
    if (!look_for_root(top, bottom, degree, near)) return false;
    auto low = near < static_cast<long double>(limit) ? static_cast<std::uint64_t>(near) : limit - 1;
    auto high = low + 1;
    for (std::uint64_t step = 1; !root_reaches(low, degree, top, bottom); step *= 2) {
        high = low;
        low = low > step ? low - step : 0;
    }
    for (std::uint64_t step = 1; root_reaches(high, degree, top, bottom); step *= 2) {
        low = high;
        high = limit - high > step ? high + step : limit;
    }
    while (high - low > 1) {
        const auto middle = low + (high - low) / 2;
        (root_reaches(middle, degree, top, bottom) ? low : high) = middle;
    }
    x = low;
    return true;
}

/// Two integers near to each other with low <= (top / bottom)^(1 / degree) * 2^62 < high; false where the
/// first look does not find them. It costs less than the very place. bottom > 0, degree > 0.
inline bool small_root_between(std::uint64_t top, std::uint64_t bottom, unsigned degree, std::uint64_t& low,
                               std::uint64_t& high) {
    constexpr std::uint64_t way = 8;
    long double near = 0;
    if (!look_for_root(top, bottom, degree, near) || near < static_cast<long double>(way) ||
        near >= static_cast<long double>(small_root_limit - way))
        return false;
    low = static_cast<std::uint64_t>(near) - way;
    high = static_cast<std::uint64_t>(near) + way;
    return root_reaches(low, degree, top, bottom) && !root_reaches(high, degree, top, bottom);
}

/// The integer whose power `value` is; false where there is none. degree >= 2.
inline bool small_perfect_root(std::uint64_t value, unsigned degree, std::uint64_t& root) {
    const auto guess = std::llround(near_root(static_cast<long double>(value), degree));
    std::uint64_t power = 1;
    for (unsigned i = 0; i < degree; ++i) {
        if (__builtin_mul_overflow(power, static_cast<std::uint64_t>(guess), &power)) return false;
    }
    root = static_cast<std::uint64_t>(guess);
    return power == value;
}

}  // namespace goalpost::detail
