// SPDX-License-Identifier: BSL-1.0
// Figures as quotients of integers, with the ends of what their digits allow.
#pragma once

#include <cstdint>
#include <optional>

#include "goalpost/evaluate/line.hpp"
#include "goalpost/model/unit_of_measure.hpp"
#include "goalpost/number/detail/int128.hpp"

namespace goalpost::detail {

/// top / bottom, with bottom > 0.
struct Fraction {
    int128 top = 0;
    int128 bottom = 1;
};

/// Exact whatever the sizes: the products have 256 bits where they need them.
constexpr int order(const Fraction& a, const Fraction& b) noexcept {
    const auto found = compare_products(a.top, b.bottom, b.top, a.bottom);
    return found == 0 ? 0 : found > 0 ? 1 : -1;
}

/// a * b; false where that leaves 128 bits.
[[nodiscard]] constexpr bool multiply(int128 a, int128 b, int128& product) noexcept {
    if (!fits_64(a) || !fits_64(b)) return !__builtin_mul_overflow(a, b, &product);
    product = times_64(a, b);
    return true;
}

/// number * by / under, both positive; false where that leaves 128 bits.
[[nodiscard]] constexpr bool scale(Fraction& number, int128 by, int128 under) noexcept {
    return multiply(number.top, by, number.top) && multiply(number.bottom, under, number.bottom);
}

/// a - b; false where that leaves 128 bits.
[[nodiscard]] constexpr bool subtract(Fraction a, Fraction b, Fraction& difference) noexcept {
    if (a.bottom != b.bottom) {
        const bool small = fits_64(a.bottom) && fits_64(b.bottom);
        const auto top = static_cast<std::int64_t>(a.bottom);
        const auto bottom = static_cast<std::int64_t>(b.bottom);
        if (small && top % bottom == 0) {  // decimals, mostly
            if (!multiply(b.top, top / bottom, b.top)) return false;
        } else if (!multiply(b.top, a.bottom, b.top) || !scale(a, b.bottom, b.bottom)) {
            return false;
        }
    }
    difference.bottom = a.bottom;
    return !__builtin_sub_overflow(a.top, b.top, &difference.top);
}

/// base^exponent; nothing where 127 bits do not hold it.
constexpr std::optional<int128> power(int128 base, unsigned exponent) noexcept {
    int128 result = 1;
    for (; exponent > 0; --exponent) {
        if (__builtin_mul_overflow(result, base, &result)) return std::nullopt;
    }
    return result;
}

/// A number and the ends of what it may stand for.
struct PlainNumber {
    Fraction low;
    Fraction point;
    Fraction high;
    bool low_open = false;
    bool high_open = false;
};

/// Against the two ends of a line; the point tells one of the ends, since it lies between them.
inline Position position_to(const PlainNumber& number, const Fraction& line_low, const Fraction& line,
                            const Fraction& line_high) noexcept {
    const int point = order(number.point, line);
    return {point < 0 ? -1 : order(number.low, line_high), point,
            point > 0 ? 1 : order(number.high, line_low), number.low_open, number.high_open};
}
inline Position position_to(const PlainNumber& number, const Fraction& line) noexcept {
    return position_to(number, line, line, line);
}
/// Against a line that is rounded itself: the furthest ends of both.
inline Position position_to(const PlainNumber& number, const PlainNumber& line) noexcept {
    auto position = position_to(number, line.low, line.point, line.high);
    position.low_open = number.low_open || line.high_open;
    position.high_open = number.high_open || line.low_open;
    return position;
}
/// As `two_agree`: some value may be both.
inline bool two_agree(const PlainNumber& a, const PlainNumber& b) noexcept {
    const int high = order(a.high, b.low);
    const int low = order(a.low, b.high);
    return (high > 0 || (high == 0 && !a.high_open && !b.low_open)) &&
           (low < 0 || (low == 0 && !a.low_open && !b.high_open));
}

/// A unit of measure in integers: top / bottom base units of a dimension.
struct PlainUnit {
    std::int64_t top = 0;
    std::int64_t bottom = 1;
    std::uint32_t dimension = 0;
    bool whole = false;  ///< whole figures in it were counted, not rounded
    bool usable = false;
};

/// A printed figure, or a sum of such: `twice` times top / bottom, so that half a last digit is a whole
/// number.
struct PlainFigure {
    std::int64_t twice = 0;
    std::int64_t slack = 0;  ///< what rounding may have taken from it or added to it; 0 for what was counted
    std::int64_t top = 0;
    std::int64_t bottom = 1;
    std::uint8_t places = 0;  ///< behind the point: bottom is 2 * 10^places times that of the unit
    bool low_open = false;
    bool high_open = false;

    [[nodiscard]] int128 low() const noexcept { return int128{twice} - slack; }
    [[nodiscard]] int128 high() const noexcept { return int128{twice} + slack; }
    /// Nothing where the digits leave 64 bits.
    static std::optional<PlainFigure> read(const Decimal& value, const PlainUnit& unit) noexcept {
        const bool exact = unit.whole && value.places() == 0;
        // Rounded half away from zero when it was printed: see `Rounded::published`.
        PlainFigure figure{value.units() * 2,
                           exact ? 0 : 1,
                           unit.top,
                           0,
                           static_cast<std::uint8_t>(value.places()),
                           !exact && value.units() <= 0,
                           !exact && value.units() >= 0};
        if (!unit.usable ||
            __builtin_mul_overflow(unit.bottom, powers_of_ten[value.places()] * 2, &figure.bottom))
            return std::nullopt;
        return figure;
    }
    /// Adds a figure in the same unit; false where the sum leaves 64 bits or the units differ.
    [[nodiscard]] bool add(PlainFigure other) noexcept {
        if (!share_scale(*this, other)) return false;
        low_open = low_open || other.low_open;
        high_open = high_open || other.high_open;
        return !__builtin_add_overflow(twice, other.twice, &twice) &&
               !__builtin_add_overflow(slack, other.slack, &slack);
    }
    /// Makes the one with fewer digits behind the point as long as the other; false, and both as they were,
    /// where that leaves 64 bits or the units differ.
    [[nodiscard]] static bool share_scale(PlainFigure& a, PlainFigure& b) noexcept {
        return a.top == b.top && (a.bottom >= b.bottom || a.widen(b)) && (b.bottom >= a.bottom || b.widen(a));
    }
    [[nodiscard]] PlainNumber number() const noexcept {
        return {{low() * top, bottom},
                {int128{twice} * top, bottom},
                {high() * top, bottom},
                low_open,
                high_open};
    }

  private:
    /// Leaves it as it was where it returns false.
    [[nodiscard]] bool widen(const PlainFigure& wider) noexcept {
        const auto by = wider.bottom / bottom;
        std::int64_t wide = 0;
        std::int64_t wide_slack = 0;
        if (wider.bottom % bottom != 0 || __builtin_mul_overflow(twice, by, &wide) ||
            __builtin_mul_overflow(slack, by, &wide_slack))
            return false;
        twice = wide;
        slack = wide_slack;
        bottom = wider.bottom;
        places = wider.places;
        return true;
    }
};

/// value / base of two positive figures; nothing where the integers grow too large.
inline std::optional<PlainNumber> plain_quotient(const PlainFigure& value, const PlainFigure& base) noexcept {
    if (value.top == base.top && value.bottom != base.bottom) {  // with digits alike the integers stay small
        auto a = value;
        auto b = base;
        if (PlainFigure::share_scale(a, b)) return plain_quotient(a, b);
    }
    PlainNumber result{{value.low(), base.high()},
                       {value.twice, base.twice},
                       {value.high(), base.low()},
                       value.low_open || base.high_open,
                       value.high_open || base.low_open};
    if (value.top == base.top && value.bottom == base.bottom) return result;
    const auto left = int128{value.top} * base.bottom;
    const auto right = int128{base.top} * value.bottom;
    for (auto* fraction : {&result.low, &result.point, &result.high}) {
        if (__builtin_mul_overflow(fraction->top, left, &fraction->top) ||
            __builtin_mul_overflow(fraction->bottom, right, &fraction->bottom))
            return std::nullopt;
    }
    return result;
}

/// value - base, in one scale; nothing otherwise.
inline std::optional<PlainNumber> plain_difference(const PlainFigure& value,
                                                   const PlainFigure& base) noexcept {
    if (value.top != base.top || value.bottom != base.bottom) return std::nullopt;
    const auto a = value.number();
    const auto b = base.number();
    return PlainNumber{{a.low.top - b.high.top, a.low.bottom},
                       {a.point.top - b.point.top, a.low.bottom},
                       {a.high.top - b.low.top, a.low.bottom},
                       a.low_open || b.high_open,
                       a.high_open || b.low_open};
}

/// 1 + rate.
inline PlainNumber plus_one(PlainNumber rate) noexcept {
    for (auto* fraction : {&rate.low, &rate.point, &rate.high})
        fraction->top += fraction->bottom;
    return rate;
}

}  // namespace goalpost::detail
