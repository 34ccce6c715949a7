// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <stdexcept>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/filter.hpp"
#include "goalpost/kernel/detail/natural.hpp"
#include "goalpost/kernel/row_outcome.hpp"

namespace goalpost::kernel {

/// Whether value / base is a factor of growth.
constexpr bool has_growth(std::int64_t value, std::int64_t base) noexcept { return base > 0 && value >= 0; }

/// Why it is none.
constexpr RowOutcome undefined_growth(std::int64_t value, std::int64_t base) noexcept {
    if (base == 0) return RowOutcome::zero_base;
    return base > 0 || value > 0 ? RowOutcome::sign_change : RowOutcome::negative_base;
}

/// Why actual / plan is no completion, part / whole no share, where what they are held against is not
/// positive.
constexpr RowOutcome undefined_share(std::int64_t whole) noexcept {
    return whole == 0 ? RowOutcome::zero_base : RowOutcome::negative_base;
}

namespace detail {

/// Orders value / base against a rate, or against 1 + rate: value * 10^up against base * rate * 10^down, one
/// of both exponents zero.
class QuotientRule {
  public:
    static constexpr Level filters_from = Level::avx2;

    QuotientRule(Relation relation, int value_places, int base_places, int rate_places, bool growth)
        : codes_(relation) {
        if (growth && rate_places < 0)
            throw std::invalid_argument("goalpost::kernel: a rate of growth has no negative places");
        const int shift =
            checked_places(base_places) + checked_places(rate_places) - checked_places(value_places);
        if (growth) one_ = powers_of_ten[rate_places];
        up_ = shift > 0 ? shift : 0;
        down_ = shift < 0 ? -shift : 0;
        narrow_ = up_ <= 18 && down_ == 0;
        if (narrow_) tens_ = powers_of_ten[up_];
        left_ = ten_to(up_);
        right_ = ten_to(down_);
    }

    /// -1, 0 or 1: whether the quotient lies below, on or above its line, exactly. The base is positive.
    [[nodiscard]] int sign(std::int64_t value, std::int64_t base, std::int64_t rate) const noexcept {
        return weigh(value, base, rate, Sign());
    }

    [[nodiscard]] bool has_filter() const noexcept { return true; }
    template <Level level>
    [[gnu::always_inline]] void filter(std::uint8_t* codes, const std::int64_t* value,
                                       const std::int64_t* base, const std::int64_t* rate) const noexcept {
        each_row(
            codes,
            [this](std::int64_t v, std::int64_t b, std::int64_t r) {
                const double x = to_double<level>(v);
                const double y = to_double<level>(b);
                const double factor = to_double<level>(wrapping_sum(r, one_));
                const double left = x * left_;
                const double right = y * factor * right_;
                return decide(left - right, left + right, (x >= 0) & (y > 0) & (factor >= 0), codes_);
            },
            value, base, rate);
    }

  protected:
    [[nodiscard]] RowOutcome outcome(std::int64_t value, std::int64_t base,
                                     std::int64_t rate) const noexcept {
        return weigh(value, base, rate, codes_);
    }

  private:
    template <class Answer>
    [[nodiscard]] typename Answer::Result weigh(std::int64_t value, std::int64_t base, std::int64_t rate,
                                                const Answer& answer) const noexcept {
        std::int64_t factor = 0;
        if (!narrow_ || __builtin_add_overflow(rate, one_, &factor))
            return answer(wide_sign(value, base, rate));
        return answer(static_cast<int128>(value) * tens_,  // below 2^63 * 2^60 and 2^63 * 2^63
                      static_cast<int128>(base) * factor);
    }
    /// At most 1 + 3 and 2 + 2 factors.
    [[gnu::noinline]] [[nodiscard]] int wide_sign(std::int64_t value, std::int64_t base,
                                                  std::int64_t rate) const noexcept {
        const int128 factor = static_cast<int128>(one_) + rate;
        const int left_sign = goalpost::detail::sign_of(value);
        const int right_sign = goalpost::detail::sign_of(factor);
        if (left_sign != right_sign) return left_sign < right_sign ? -1 : 1;
        Natural left(magnitude(value));
        Natural right(magnitude(base));
        left.times_ten_to(up_);
        right.times(static_cast<std::uint64_t>(goalpost::detail::magnitude(factor))).times_ten_to(down_);
        return left_sign < 0 ? Natural::compare(right, left) : Natural::compare(left, right);
    }

    Codes codes_;
    bool narrow_ = false;
    int up_ = 0;
    int down_ = 0;
    std::int64_t tens_ = 1;
    std::int64_t one_ = 0;
    double left_ = 1;
    double right_ = 1;
};

}  // namespace detail
}  // namespace goalpost::kernel
