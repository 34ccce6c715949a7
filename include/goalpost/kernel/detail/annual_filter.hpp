// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "goalpost/kernel/detail/codes.hpp"
#include "goalpost/kernel/detail/filter.hpp"
#include "goalpost/kernel/detail/natural.hpp"

namespace goalpost::kernel::detail {

/// value * 10^up against base * (one + rate)^years * 10^down; at least one year, and one exponent is zero.
struct AnnualSides {
    unsigned years;
    std::int64_t one;
    int up;
    int down;
};

/// Orders both sides a block at a time: in doubles, and where they leave much of it, as in columns that lie
/// on their lines, by the difference modulo 2^64.
///
/// What doubles leave differs by less than 2^-42 of the left side (docs/kernels.md). Where that side is at
/// most 2^105, the difference therefore fits 63 bits and a sign, and its lowest 64 bits are all of it.
class AnnualFilter {
  public:
    /// Beyond, sides leave the range of a double: (2^64)^12 * 2^64 * 10^36 < 2^1000.
    static constexpr unsigned max_years = 12;

    AnnualFilter(const Codes& codes, const AnnualSides& sides) noexcept
        : codes_(codes), years_(sides.years), one_(sides.one) {
        if (!holds()) return;
        left_ = ten_to(sides.up);
        right_ = ten_to(sides.down);
        if (sides.down > 0 || sides.up > 38) return;
        const auto tens = static_cast<uint128>(goalpost::detail::power_of_ten(sides.up));
        const uint128 largest = (uint128{1} << 105) / tens;
        tens_ = static_cast<std::uint64_t>(tens);
        largest_ = largest > INT64_MAX ? INT64_MAX : static_cast<std::int64_t>(largest);
    }

    [[nodiscard]] bool holds() const noexcept { return years_ <= max_years; }

    template <Level level>
    [[gnu::always_inline]] void judge(std::uint8_t* codes, const std::int64_t* value,
                                      const std::int64_t* base, const std::int64_t* rate) const noexcept {
        std::array<double, rows_a_block> factor;
        std::array<double, rows_a_block> right;
        std::array<double, rows_a_block> least;  // of what must not be negative
        for (std::size_t i = 0; i < rows_a_block; ++i) {
            const double y = to_double<level>(base[i]);
            factor[i] = to_double<level>(wrapping_sum(rate[i], one_));
            right[i] = y * right_;
            least[i] = y > 0 ? factor[i] : -1;
        }
        times_power(right, factor);
        each_row(
            codes,
            [this](std::int64_t v, double line, double not_negative) {
                const double left = to_double<level>(v) * left_;
                return decide(left - line, left + line, (left >= 0) & (not_negative >= 0), codes_);
            },
            value, right.data(), least.data());
        if (count_undecided(codes) > rows_a_block / 4) judge_the_rest(codes, value, base, rate);
    }

  private:
    [[gnu::always_inline]] void judge_the_rest(std::uint8_t* codes, const std::int64_t* value,
                                               const std::int64_t* base,
                                               const std::int64_t* rate) const noexcept {
        std::array<std::uint64_t, rows_a_block> factor;
        std::array<std::uint64_t, rows_a_block> right;
        std::array<std::uint64_t, rows_a_block> open;  // its top bit: a number that is out of its range
        std::array<std::uint8_t, rows_a_block> exact;
        for (std::size_t i = 0; i < rows_a_block; ++i) {
            const auto v = static_cast<std::uint64_t>(value[i]);
            right[i] = static_cast<std::uint64_t>(base[i]);
            factor[i] = static_cast<std::uint64_t>(wrapping_sum(rate[i], one_));
            open[i] = factor[i] | right[i] | (right[i] - 1) | v | (static_cast<std::uint64_t>(largest_) - v);
        }
        times_power(right, factor);
        const std::uint64_t at = codes_.at_line();
        const std::uint64_t if_below = at ^ codes_.below_line();  // outcomes are 0 and 1
        const std::uint64_t if_above = at ^ codes_.above_line();
        for (std::size_t i = 0; i < rows_a_block; ++i) {
            const std::uint64_t difference = static_cast<std::uint64_t>(value[i]) * tens_ - right[i];
            const std::uint64_t is_below = difference >> 63;
            const std::uint64_t is_above = (0 - difference) >> 63;
            exact[i] = static_cast<std::uint8_t>((at ^ (is_below & if_below) ^ (is_above & if_above)) |
                                                 ((open[i] >> 56) & undecided));
        }
        each_row(
            codes,
            [](std::uint8_t code, std::uint8_t other) { return (code & undecided) != 0 ? other : code; },
            codes, exact.data());
    }

    /// product *= factor^years row by row; the factors are lost.
    template <class Number>
    [[gnu::always_inline]] void times_power(std::array<Number, rows_a_block>& product,
                                            std::array<Number, rows_a_block>& factor) const noexcept {
#if defined(__clang__)
        constexpr std::size_t step = 16;  // rows that stay in registers
#else
        constexpr std::size_t step = rows_a_block;  // GCC unrolls shorter loops before it vectorises them
#endif
        for (std::size_t row = 0; row < rows_a_block; row += step) {
            for (unsigned rest = years_;; rest /= 2) {
                if (rest % 2 == 1)
                    for (std::size_t i = row; i < row + step; ++i)
                        product[i] *= factor[i];
                if (rest == 1) break;
                for (std::size_t i = row; i < row + step; ++i)
                    factor[i] *= factor[i];
            }
        }
    }

    Codes codes_;
    unsigned years_;
    std::int64_t one_;
    double left_ = 1;
    double right_ = 1;
    std::uint64_t tens_ = 0;     // 10^up modulo 2^64
    std::int64_t largest_ = -1;  // value of which the left side is at most 2^105; -1 for none
};

}  // namespace goalpost::kernel::detail
