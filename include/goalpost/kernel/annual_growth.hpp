// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <stdexcept>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/filter.hpp"
#include "goalpost/kernel/detail/natural.hpp"
#include "goalpost/kernel/detail/quotient_rule.hpp"
#include "goalpost/kernel/detail/run.hpp"

namespace goalpost::kernel {

/// Average annual growth over some years against a rate, one row at a time and exactly: the root of
/// value / base, less 1, against the rate, as value against base * (1 + rate)^years; no root is taken.
class AnnualGrowth {
  public:
    static constexpr unsigned max_years = 100;
    static constexpr detail::Level filters_from = detail::Level::any;

    /// 1 <= years <= 100; the places of the three numbers, as a `Column` has them. Throws
    /// std::invalid_argument for other years, and for a rate of negative places.
    AnnualGrowth(Relation relation, unsigned years, int value_places, int base_places, int rate_places)
        : codes_(relation), years_(years) {
        if (years < 1 || years > max_years)
            throw std::invalid_argument("goalpost::kernel: annual growth over 1 to 100 years");
        if (rate_places < 0)
            throw std::invalid_argument("goalpost::kernel: a rate of growth has no negative places");
        one_ = detail::powers_of_ten[rate_places];
        const int shift = base_places - value_places + rate_places * static_cast<int>(years);
        up_ = shift > 0 ? shift : 0;
        down_ = shift < 0 ? -shift : 0;
        if (up_ <= 38 && down_ == 0) {
            narrow_bits_ = 64 / static_cast<int>(years / 2 + years % 2);
            tens_ = static_cast<detail::uint128>(goalpost::detail::power_of_ten(up_));
        }
        if (has_filter()) {
            left_ = detail::ten_to(up_);
            right_ = detail::ten_to(down_);
        }
    }

    /// -1, 0 or 1: whether the growth lies below, on or above the rate, exactly. The base is positive, and
    /// the value is not negative.
    [[nodiscard]] int sign(std::int64_t value, std::int64_t base, std::int64_t rate) const noexcept {
        return weigh(value, base, rate, detail::Sign());
    }
    [[nodiscard]] RowOutcome operator()(std::int64_t value, std::int64_t base,
                                        std::int64_t rate) const noexcept {
        if (!has_growth(value, base)) return undefined_growth(value, base);
        return weigh(value, base, rate, codes_);
    }

    /// Over 12 years at most, where no side leaves the range of a double: (2^64)^12 * 2^64 * 10^36 < 2^1000.
    [[nodiscard]] bool has_filter() const noexcept { return years_ <= 12; }
    template <detail::Level level>
    [[gnu::always_inline]] void filter(std::uint8_t* codes, const std::int64_t* value,
                                       const std::int64_t* base, const std::int64_t* rate) const noexcept {
        std::array<double, detail::rows_a_block> square;  // factor^1, ^2, ^4 ...
        std::array<double, detail::rows_a_block> power;
        std::array<double, detail::rows_a_block> least;  // of what must not be negative
        for (std::size_t i = 0; i < detail::rows_a_block; ++i) {
            const double factor = detail::to_double<level>(detail::wrapping_sum(rate[i], one_));
            const double y = detail::to_double<level>(base[i]);
            square[i] = factor;
            power[i] = y * right_;
            least[i] = y > 0 ? factor : -1;
        }
        for (unsigned rest = years_;; rest /= 2) {
            if (rest % 2 == 1)
                for (std::size_t i = 0; i < detail::rows_a_block; ++i)
                    power[i] *= square[i];
            if (rest == 1) break;
            for (std::size_t i = 0; i < detail::rows_a_block; ++i)
                square[i] *= square[i];
        }
        detail::each_row(
            codes,
            [this](std::int64_t v, double right, double not_negative) {
                const double left = detail::to_double<level>(v) * left_;
                return detail::decide(left - right, left + right, (left >= 0) & (not_negative >= 0), codes_);
            },
            value, power.data(), least.data());
    }

  private:
    template <class Answer>
    [[nodiscard]] typename Answer::Result weigh(std::int64_t value, std::int64_t base, std::int64_t rate,
                                                const Answer& answer) const noexcept {
        if (rate < -one_) return answer(1);  // no root lies below -100 %
        const auto factor = static_cast<std::uint64_t>(one_) + static_cast<std::uint64_t>(rate);
        if (static_cast<int>(std::bit_width(factor)) > narrow_bits_)
            return answer(wide_sign(value, base, factor));
        return answer(goalpost::detail::multiply(static_cast<std::uint64_t>(value), tens_),
                      goalpost::detail::multiply(static_cast<std::uint64_t>(base), power(factor)));
    }
    /// factor^years of so few bits that its halves fit 64 each.
    [[nodiscard]] detail::uint128 power(std::uint64_t factor) const noexcept {
        std::uint64_t half = 1;
        std::uint64_t square = factor;
        for (unsigned rest = years_ / 2; rest != 0; rest /= 2) {
            if (rest % 2 == 1) half *= square;
            square *= square;
        }
        return static_cast<detail::uint128>(half) * (years_ % 2 == 1 ? half * factor : half);
    }
    /// At most 1 + (36 + 18 * 100) / 18 and 1 + 100 + 2 factors.
    [[gnu::noinline]] [[nodiscard]] int wide_sign(std::int64_t value, std::int64_t base,
                                                  std::uint64_t factor) const noexcept {
        detail::Natural left(static_cast<std::uint64_t>(value));
        detail::Natural right(static_cast<std::uint64_t>(base));
        left.times_ten_to(up_);
        right.times_power(factor, years_).times_ten_to(down_);
        return detail::Natural::compare(left, right);
    }

    detail::Codes codes_;
    unsigned years_;
    int narrow_bits_ = -1;  // factors of so many bits have powers of 128; -1 for none
    detail::uint128 tens_ = 1;
    int up_ = 0;
    int down_ = 0;
    std::int64_t one_ = 1;
    double left_ = 1;
    double right_ = 1;
};

/// Judges average annual growth over some years row by row, against a rate that is a share (7.7 % is 0.077:
/// `Column::percent`). Throws std::invalid_argument where lengths differ, the years are not 1 to 100, or the
/// rate's places are negative.
inline void annual_growth(const Column& value, const Column& base, unsigned years, Relation relation,
                          const Column& rate, std::span<RowOutcome> out) {
    detail::run(detail::best_level(),
                AnnualGrowth(relation, years, value.places(), base.places(), rate.places()), out, value, base,
                rate);
}

}  // namespace goalpost::kernel
