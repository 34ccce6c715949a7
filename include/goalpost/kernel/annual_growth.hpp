// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <stdexcept>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/annual_filter.hpp"
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
    /// std::invalid_argument for other years and places, and for a rate of negative places.
    AnnualGrowth(Relation relation, unsigned years, int value_places, int base_places, int rate_places)
        : codes_(relation),
          sides_(sides(years, value_places, base_places, rate_places)),
          filter_(codes_, sides_) {
        if (sides_.up > 38 || sides_.down > 0) return;
        narrow_bits_ = 64 / static_cast<int>(years / 2 + years % 2);
        tens_ = static_cast<detail::uint128>(goalpost::detail::power_of_ten(sides_.up));
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

    [[nodiscard]] bool has_filter() const noexcept { return filter_.holds(); }
    template <detail::Level level>
    [[gnu::always_inline]] void filter(std::uint8_t* codes, const std::int64_t* value,
                                       const std::int64_t* base, const std::int64_t* rate) const noexcept {
        filter_.judge<level>(codes, value, base, rate);
    }

  private:
    static detail::AnnualSides sides(unsigned years, int value_places, int base_places, int rate_places) {
        if (years < 1 || years > max_years)
            throw std::invalid_argument("goalpost::kernel: annual growth over 1 to 100 years");
        if (rate_places < 0)
            throw std::invalid_argument("goalpost::kernel: a rate of growth has no negative places");
        const int shift = detail::checked_places(base_places) - detail::checked_places(value_places) +
                          detail::checked_places(rate_places) * static_cast<int>(years);
        return {years, detail::powers_of_ten[rate_places], shift > 0 ? shift : 0, shift < 0 ? -shift : 0};
    }
    template <class Answer>
    [[nodiscard]] typename Answer::Result weigh(std::int64_t value, std::int64_t base, std::int64_t rate,
                                                const Answer& answer) const noexcept {
        if (rate < -sides_.one) return answer(1);  // no root lies below -100 %
        const auto factor = static_cast<std::uint64_t>(sides_.one) + static_cast<std::uint64_t>(rate);
        if (static_cast<int>(std::bit_width(factor)) > narrow_bits_)
            return answer(wide_sign(value, base, factor));
        return answer(goalpost::detail::multiply(static_cast<std::uint64_t>(value), tens_),
                      goalpost::detail::multiply(static_cast<std::uint64_t>(base), power(factor)));
    }
    /// factor^years of so few bits that its halves fit 64 each.
    [[nodiscard]] detail::uint128 power(std::uint64_t factor) const noexcept {
        std::uint64_t half = 1;
        std::uint64_t square = factor;
        for (unsigned rest = sides_.years / 2; rest != 0; rest /= 2) {
            if (rest % 2 == 1) half *= square;
            square *= square;
        }
        return static_cast<detail::uint128>(half) * (sides_.years % 2 == 1 ? half * factor : half);
    }
    /// At most 1 + (36 + 18 * 100) / 18 and 1 + 100 + 2 factors.
    [[gnu::noinline]] [[nodiscard]] int wide_sign(std::int64_t value, std::int64_t base,
                                                  std::uint64_t factor) const noexcept {
        detail::Natural left(static_cast<std::uint64_t>(value));
        detail::Natural right(static_cast<std::uint64_t>(base));
        left.times_ten_to(sides_.up);
        right.times_power(factor, sides_.years).times_ten_to(sides_.down);
        return detail::Natural::compare(left, right);
    }

    detail::Codes codes_;
    detail::AnnualSides sides_;
    detail::AnnualFilter filter_;
    int narrow_bits_ = -1;  // factors of so many bits have powers of 128; -1 for none
    detail::uint128 tens_ = 1;
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
