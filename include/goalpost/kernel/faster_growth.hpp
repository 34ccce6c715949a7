// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/filter.hpp"
#include "goalpost/kernel/detail/natural.hpp"
#include "goalpost/kernel/detail/quotient_rule.hpp"
#include "goalpost/kernel/detail/run.hpp"

namespace goalpost::kernel {

/// Growth against growth, one row at a time and exactly: value / base against other / other_base + margin, as
/// value * other_base against other * base + margin * base * other_base.
class FasterGrowth {
  public:
    static constexpr detail::Level filters_from = detail::Level::avx2;

    /// The places of the five numbers, as a `Column` has them; std::invalid_argument for others.
    FasterGrowth(Relation relation, int value_places, int base_places, int other_places,
                 int other_base_places, int margin_places = 0)
        : codes_(relation) {
        // Each term times 10^(base + other_base places), and times what makes all exponents positive.
        using detail::checked_places;
        const int shifts[] = {checked_places(base_places) - checked_places(value_places),
                              checked_places(other_base_places) - checked_places(other_places),
                              -checked_places(margin_places)};
        const int least = std::min({shifts[0], shifts[1], shifts[2]});
        const int least_of_two = std::min(shifts[0], shifts[1]);
        for (int i = 0; i < 3; ++i)
            tens_[i] = {shifts[i] - least, detail::ten_to(shifts[i] - least)};
        narrow_[0] = shifts[0] - least_of_two;
        narrow_[1] = shifts[1] - least_of_two;
        plain_ = narrow_[0] == 0 && narrow_[1] == 0;
    }

    /// -1, 0 or 1: whether the growth lies below, on or above the other and its margin, exactly. Both bases
    /// are positive, and both values are not negative.
    [[nodiscard]] int sign(std::int64_t value, std::int64_t base, std::int64_t other, std::int64_t other_base,
                           std::int64_t margin = 0) const noexcept {
        return weigh(value, base, other, other_base, margin, detail::Sign());
    }
    [[nodiscard]] RowOutcome operator()(std::int64_t value, std::int64_t base, std::int64_t other,
                                        std::int64_t other_base, std::int64_t margin = 0) const noexcept {
        if (!has_growth(value, base)) return undefined_growth(value, base);
        if (!has_growth(other, other_base)) return undefined_growth(other, other_base);
        return weigh(value, base, other, other_base, margin, codes_);
    }

    [[nodiscard]] bool has_filter() const noexcept { return true; }
    template <detail::Level level, class... Margin>
    [[gnu::always_inline]] void filter(std::uint8_t* codes, const std::int64_t* value,
                                       const std::int64_t* base, const std::int64_t* other,
                                       const std::int64_t* other_base,
                                       const Margin*... margin) const noexcept {
        detail::each_row(
            codes,
            [this](std::int64_t v, std::int64_t b, std::int64_t w, std::int64_t c, auto... m) {
                const double x = detail::to_double<level>(v);
                const double y = detail::to_double<level>(b);
                const double other_x = detail::to_double<level>(w);
                const double other_y = detail::to_double<level>(c);
                const double left = x * other_y * tens_[0].factor;
                const double right = other_x * y * tens_[1].factor;
                const bool usable = (x >= 0) & (y > 0) & (other_x >= 0) & (other_y > 0);
                if constexpr (sizeof...(m) == 0) {
                    return detail::decide(left - right, left + right, usable, codes_);
                } else {
                    const double more = (detail::to_double<level>(m) * ...) * y * other_y * tens_[2].factor;
                    const double sizes = left + right + __builtin_fabs(more);
                    return detail::decide(left - right - more, sizes, usable, codes_);
                }
            },
            value, base, other, other_base, margin...);
    }

  private:
    struct Tens {
        int exponent = 0;
        double factor = 1;
    };

    template <class Answer>
    [[nodiscard]] typename Answer::Result weigh(std::int64_t value, std::int64_t base, std::int64_t other,
                                                std::int64_t other_base, std::int64_t margin,
                                                const Answer& answer) const noexcept {
        if (margin == 0 && plain_)  // the sides below 2^126
            return answer(static_cast<detail::int128>(value) * other_base,
                          static_cast<detail::int128>(other) * base);
        if (margin == 0 && narrow_[0] <= 18 && narrow_[1] <= 18) {
            auto left = static_cast<detail::int128>(value) * other_base;
            auto right = static_cast<detail::int128>(other) * base;
            if (!scaled(left, narrow_[0]) && !scaled(right, narrow_[1])) return answer(left, right);
        }
        return answer(wide_sign(value, base, other, other_base, margin));
    }
    static bool scaled(detail::int128& number, int exponent) noexcept {
        return exponent != 0 && __builtin_mul_overflow(number, detail::powers_of_ten[exponent], &number);
    }
    /// At most 3 factors and 3 of tens a term, and one sum.
    [[gnu::noinline]] [[nodiscard]] int wide_sign(std::int64_t value, std::int64_t base, std::int64_t other,
                                                  std::int64_t other_base,
                                                  std::int64_t margin) const noexcept {
        using detail::magnitude;
        detail::Natural left(magnitude(value));
        detail::Natural right(magnitude(other));
        detail::Natural more(magnitude(margin));
        left.times(magnitude(other_base)).times_ten_to(tens_[0].exponent);
        right.times(magnitude(base)).times_ten_to(tens_[1].exponent);
        more.times(magnitude(base)).times(magnitude(other_base)).times_ten_to(tens_[2].exponent);
        (margin < 0 ? left : right).plus(more);
        return detail::Natural::compare(left, right);
    }

    detail::Codes codes_;
    bool plain_ = false;
    Tens tens_[3];
    int narrow_[2] = {};  // exponents where there is no margin
};

/// Judges row by row whether one growth is as large as another, `value / base - 1` against
/// `other / other_base - 1 + margin`; the margin is a share (1 percentage point is 0.01: `Column::percent`).
/// Throws std::invalid_argument where lengths differ.
inline void faster_growth(const Column& value, const Column& base, Relation relation, const Column& other,
                          const Column& other_base, const Column& margin, std::span<RowOutcome> out) {
    detail::run(detail::best_level(),
                FasterGrowth(relation, value.places(), base.places(), other.places(), other_base.places(),
                             margin.places()),
                out, value, base, other, other_base, margin);
}
/// The same without a margin.
inline void faster_growth(const Column& value, const Column& base, Relation relation, const Column& other,
                          const Column& other_base, std::span<RowOutcome> out) {
    const FasterGrowth rule(relation, value.places(), base.places(), other.places(), other_base.places());
    detail::run(detail::best_level(), rule, out, value, base, other, other_base);
}

}  // namespace goalpost::kernel
