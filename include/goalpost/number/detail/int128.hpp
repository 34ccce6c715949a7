// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>

namespace goalpost::detail {

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

/// Whether 64 bits hold it.
constexpr bool fits_64(int128 value) noexcept { return static_cast<std::int64_t>(value) == value; }
/// The product of two numbers that 64 bits hold: less work than of any, and it cannot overflow.
constexpr int128 times_64(int128 a, int128 b) noexcept {
    return int128{static_cast<std::int64_t>(a)} * static_cast<std::int64_t>(b);
}

/// 10^0 .. 10^18 as 64-bit integers.
inline constexpr std::int64_t powers_of_ten[] = {1,
                                                 10,
                                                 100,
                                                 1'000,
                                                 10'000,
                                                 100'000,
                                                 1'000'000,
                                                 10'000'000,
                                                 100'000'000,
                                                 1'000'000'000,
                                                 10'000'000'000,
                                                 100'000'000'000,
                                                 1'000'000'000'000,
                                                 10'000'000'000'000,
                                                 100'000'000'000'000,
                                                 1'000'000'000'000'000,
                                                 10'000'000'000'000'000,
                                                 100'000'000'000'000'000,
                                                 1'000'000'000'000'000'000};

/// 10^exponent for 0 <= exponent <= 38.
constexpr int128 power_of_ten(int exponent) noexcept {
    if (exponent <= 18) return powers_of_ten[exponent];
    if (exponent <= 36) return static_cast<int128>(powers_of_ten[18]) * powers_of_ten[exponent - 18];
    return static_cast<int128>(powers_of_ten[18]) * powers_of_ten[18] * powers_of_ten[exponent - 36];
}

constexpr uint128 magnitude(int128 value) noexcept {
    return value < 0 ? uint128{0} - static_cast<uint128>(value) : static_cast<uint128>(value);
}

constexpr int sign_of(int128 value) noexcept { return (value > 0) - (value < 0); }

/// An unsigned product of two 128-bit factors.
struct Product256 {
    uint128 high = 0;
    uint128 low = 0;
    friend constexpr auto operator<=>(const Product256&, const Product256&) = default;
};

constexpr Product256 multiply(uint128 a, uint128 b) noexcept {
    constexpr auto half = [](uint128 x) { return x & 0xFFFF'FFFF'FFFF'FFFFULL; };
    const uint128 low = half(a) * half(b);
    const uint128 cross1 = (a >> 64) * half(b) + (low >> 64);
    const uint128 cross2 = half(a) * (b >> 64) + half(cross1);
    return {(a >> 64) * (b >> 64) + (cross1 >> 64) + (cross2 >> 64), (cross2 << 64) | half(low)};
}

/// Orders a*b against c*d exactly, whatever the factors.
constexpr std::strong_ordering compare_products(int128 a, int128 b, int128 c, int128 d) noexcept {
    if (fits_64(a) && fits_64(b) && fits_64(c) && fits_64(d)) return times_64(a, b) <=> times_64(c, d);
    const int left = sign_of(a) * sign_of(b);
    const int right = sign_of(c) * sign_of(d);
    if (left != right) return left <=> right;
    if (left == 0) return std::strong_ordering::equal;
    int128 ab = 0;
    int128 cd = 0;
    if (!__builtin_mul_overflow(a, b, &ab) && !__builtin_mul_overflow(c, d, &cd)) return ab <=> cd;
    const auto size = multiply(magnitude(a), magnitude(b)) <=> multiply(magnitude(c), magnitude(d));
    return left > 0 ? size : 0 <=> size;
}

/// Stein's algorithm: shifts cost less than divisions.
constexpr std::uint64_t greatest_common_divisor(std::uint64_t a, std::uint64_t b) noexcept {
    if (a == 0 || b == 0) return a | b;
    const auto shared = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    while (b != 0) {
        b >>= __builtin_ctzll(b);
        const auto less = a < b ? a : b;
        b = a < b ? b - a : a - b;
        a = less;
    }
    return a << shared;
}

constexpr uint128 greatest_common_divisor(uint128 a, uint128 b) noexcept {
    while (b != 0) {
        if ((a >> 64) == 0 && (b >> 64) == 0)
            return greatest_common_divisor(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
        const uint128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/// Whether a finite decimal writes quotients in lowest terms over this denominator > 0, and with how many
/// digits behind the point.
template <class Integer>
bool finite_places(Integer denominator, int& places) {
    int twos = 0;
    int fives = 0;
    for (; denominator % 2 == 0; denominator /= 2)
        ++twos;
    for (; denominator % 5 == 0; denominator /= 5)
        ++fives;
    places = twos > fives ? twos : fives;
    return denominator == 1;
}

inline std::string to_text(int128 value) {
    char text[40];
    auto* const end = text + sizeof text;
    auto* begin = end;
    auto rest = magnitude(value);
    for (; (rest >> 64) != 0; rest /= 10)
        *--begin = static_cast<char>('0' + static_cast<int>(rest % 10));
    auto small = static_cast<std::uint64_t>(rest);
    do {
        *--begin = static_cast<char>('0' + static_cast<int>(small % 10));
        small /= 10;
    } while (small != 0);
    if (value < 0) *--begin = '-';
    return {begin, end};
}

/// Puts the decimal point `places` digits from the right and the sign in front; zero has no sign.
inline std::string with_point(std::string digits, int places, bool negative) {
    const auto width = static_cast<std::size_t>(places);
    if (negative) negative = digits.find_first_not_of('0') != std::string::npos;
    if (width > 0) {
        if (digits.size() <= width) digits.insert(0, width + 1 - digits.size(), '0');
        digits.insert(digits.size() - width, 1, '.');
    }
    if (negative) digits.insert(digits.begin(), '-');
    return digits;
}

}  // namespace goalpost::detail
