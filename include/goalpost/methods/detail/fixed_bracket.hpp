// SPDX-License-Identifier: BSL-1.0
// A filter in front of exact comparison: brackets in 128-bit integers, rounded outwards at every step, so
// what they decide is proved. Where they do not decide, or a number does not fit, the exact way is taken.
#pragma once

#include <optional>

#include "goalpost/number/ratio.hpp"

namespace goalpost::detail {

/// A number that lies between low / 2^56 and high / 2^56, both included.
struct FixedBracket {
    static constexpr int places = 56;
    static constexpr int128 one = static_cast<int128>(1) << places;
    static constexpr int128 most = one << 7;  ///< the product of two numbers up to this fits in 127 bits

    int128 low = 0;
    int128 high = 0;

    /// Of a number between -128 and 128; nothing for others.
    static std::optional<FixedBracket> of(const Ratio& value) {
        int128 top = 0;
        int128 bottom = 1;
        if (!value.narrow(top, bottom)) return std::nullopt;
        uint128 size = magnitude(top);
        auto divisor = static_cast<uint128>(bottom);
        int cut = 0;  // bits left out of both, so that a remainder can be shifted without overflow
        for (; divisor >> 70 != 0; divisor >>= 1)
            ++cut;
        size >>= cut;
        const uint128 least = divisor + (cut > 0 ? 1 : 0);
        const uint128 most_of_it = size + (cut > 0 ? 1 : 0);
        if (most_of_it / divisor >= 128) return std::nullopt;
        const auto down =
            static_cast<int128>(((size / least) << places) + ((size % least) << places) / least);
        const uint128 rest = (most_of_it % divisor) << places;
        const auto up = static_cast<int128>(((most_of_it / divisor) << places) + rest / divisor +
                                            (rest % divisor != 0 ? 1 : 0));
        return top < 0 ? FixedBracket{-up, -down} : FixedBracket{down, up};
    }
    friend FixedBracket operator+(const FixedBracket& a, const FixedBracket& b) {
        return {a.low + b.low, a.high + b.high};
    }
    /// `positive` >= 0.
    friend FixedBracket times(const FixedBracket& a, const FixedBracket& positive) {
        const auto down = [&positive](int128 x) {
            return (x * (x < 0 ? positive.high : positive.low)) >> places;
        };
        return {down(a.low), -down(-a.high)};
    }
};

/// Nothing where the divisor may be zero, or the quotient is not surely under 128.
inline std::optional<FixedBracket> quotient(const FixedBracket& a, const FixedBracket& b) {
    if (b.low <= 0 && b.high >= 0) return std::nullopt;
    if (b.high < 0) return quotient({-a.high, -a.low}, {-b.high, -b.low});
    const auto most = FixedBracket::most;
    if (a.low < -most || a.high > most) return std::nullopt;
    const auto floor_of = [](int128 top, int128 bottom) {
        const int128 cut = (top << FixedBracket::places) / bottom;
        return cut - ((top << FixedBracket::places) % bottom < 0 ? 1 : 0);
    };
    const auto low = floor_of(a.low, a.low < 0 ? b.low : b.high);
    const auto high = -floor_of(-a.high, a.high < 0 ? b.high : b.low);
    if (low < -most || high > most) return std::nullopt;
    return FixedBracket{low, high};
}

/// x^exponent for 0 <= x <= 2^63, rounded towards `up`; nothing where it passes 128.
inline std::optional<int128> fixed_power(int128 x, unsigned exponent, bool up) {
    const auto product = [up](int128 a, int128 b) {
        return ((a * b) >> FixedBracket::places) + (up ? 1 : 0);  // one unit is more than what was cut off
    };
    int128 result = FixedBracket::one;
    for (unsigned rest = exponent; rest != 0; rest /= 2) {
        if (x > FixedBracket::most || result > FixedBracket::most) return std::nullopt;
        if (rest % 2 == 1) result = product(result, x);
        if (rest != 1) x = product(x, x);
    }
    return result > FixedBracket::most ? std::nullopt : std::optional(result);
}

/// x^(1/degree), by Newton's method for a first guess and by powers of both ends for the proof.
inline std::optional<FixedBracket> fixed_root(const FixedBracket& x, unsigned degree) {
    if (degree == 1) return x;
    if (x.low <= 0 || x.high > FixedBracket::most || degree > 64) return std::nullopt;
    const auto n = static_cast<int128>(degree);
    int128 guess = FixedBracket::one + (x.high - FixedBracket::one) / n;  // not below the root (Bernoulli)
    if (guess <= 0 || guess > FixedBracket::most) return std::nullopt;
    for (int step = 0; step < 64; ++step) {
        const auto power = fixed_power(guess, degree - 1, false);
        if (!power || *power < (static_cast<int128>(1) << 20)) return std::nullopt;
        const int128 next = (guess * (n - 1) + (x.high << FixedBracket::places) / *power) / n;
        if (next >= guess) break;
        guess = next;
    }
    for (const int width : {6, 12, 20}) {
        const int128 margin = static_cast<int128>(1) << width;
        if (guess <= margin) return std::nullopt;
        const auto below = fixed_power(guess - margin, degree, true);
        const auto above = fixed_power(guess + margin, degree, false);
        if (below && above && *below <= x.low && *above >= x.high)
            return FixedBracket{guess - margin, guess + margin};
    }
    return std::nullopt;
}

}  // namespace goalpost::detail
