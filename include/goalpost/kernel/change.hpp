// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/codes.hpp"
#include "goalpost/kernel/detail/filter.hpp"
#include "goalpost/kernel/detail/natural.hpp"
#include "goalpost/kernel/detail/run.hpp"
#include "goalpost/kernel/row_outcome.hpp"

namespace goalpost::kernel {

/// A difference against an amount, one row at a time and exactly: value - base against amount. For
/// percentages the amount is in points.
class Change {
  public:
    static constexpr detail::Level filters_from = detail::Level::any;

    /// The places of the three numbers, as a `Column` has them; std::invalid_argument for others.
    Change(Relation relation, int value_places, int base_places, int amount_places) : codes_(relation) {
        using detail::checked_places;
        const int places[] = {checked_places(value_places), checked_places(base_places),
                              checked_places(amount_places)};
        const int most = *std::max_element(std::begin(places), std::end(places));
        for (int i = 0; i < 3; ++i)
            exponents_[i] = most - places[i];
        const int widest = most - *std::min_element(std::begin(places), std::end(places));
        plain_ = widest == 0;
        narrow_ = widest <= 18;
        for (int i = 0; narrow_ && i < 3; ++i)
            tens_[i] = detail::powers_of_ten[exponents_[i]];
    }

    /// -1, 0 or 1: whether the change lies below, on or above the amount, exactly.
    [[nodiscard]] int sign(std::int64_t value, std::int64_t base, std::int64_t amount) const noexcept {
        return weigh(value, base, amount, detail::Sign());
    }
    [[nodiscard]] RowOutcome operator()(std::int64_t value, std::int64_t base,
                                        std::int64_t amount) const noexcept {
        return weigh(value, base, amount, codes_);
    }

    /// Where all are of the same places: 64 bits suffice unless the difference overflows, and it shows.
    [[nodiscard]] bool has_filter() const noexcept { return plain_; }
    template <detail::Level>
    [[gnu::always_inline]] void filter(std::uint8_t* codes, const std::int64_t* value,
                                       const std::int64_t* base, const std::int64_t* amount) const noexcept {
        detail::by_side(codes_.below_line(), codes_.at_line(), codes_.above_line(), [=](const auto& side) {
            detail::each_row(
                codes,
                [side](std::int64_t v, std::int64_t b, std::int64_t m) {
                    const auto difference = static_cast<std::int64_t>(static_cast<std::uint64_t>(v) -
                                                                      static_cast<std::uint64_t>(b));
                    // The top bit tells an overflow, and becomes that of `undecided`.
                    const auto overflow = static_cast<std::uint64_t>((v ^ b) & (v ^ difference));
                    return side(difference, m) | ((overflow >> 56) & detail::undecided);
                },
                value, base, amount);
        });
    }

  private:
    template <class Answer>
    [[nodiscard]] typename Answer::Result weigh(std::int64_t value, std::int64_t base, std::int64_t amount,
                                                const Answer& answer) const noexcept {
        if (!narrow_) return answer(wide_sign(value, base, amount));
        return answer(static_cast<detail::int128>(value) * tens_[0] -  // each below 2^63 * 2^60
                          static_cast<detail::int128>(base) * tens_[1],
                      static_cast<detail::int128>(amount) * tens_[2]);
    }
    /// At most 1 + 2 factors a term, and two sums.
    [[gnu::noinline]] [[nodiscard]] int wide_sign(std::int64_t value, std::int64_t base,
                                                  std::int64_t amount) const noexcept {
        detail::Natural left(0);
        detail::Natural right(0);
        const auto add = [&](std::int64_t number, int exponent, bool to_left) {
            detail::Natural term(detail::magnitude(number));
            term.times_ten_to(exponent);
            (to_left == (number > 0) ? left : right).plus(term);
        };
        add(value, exponents_[0], true);
        add(base, exponents_[1], false);
        add(amount, exponents_[2], false);
        return detail::Natural::compare(left, right);
    }

    detail::Codes codes_;
    bool plain_ = false;
    bool narrow_ = false;
    int exponents_[3] = {};
    std::int64_t tens_[3] = {1, 1, 1};
};

/// Judges a difference row by row: value - base against an amount of the same unit (points for percentages).
/// Throws std::invalid_argument where lengths differ.
inline void change(const Column& value, const Column& base, Relation relation, const Column& amount,
                   std::span<RowOutcome> out) {
    detail::run(detail::best_level(), Change(relation, value.places(), base.places(), amount.places()), out,
                value, base, amount);
}

}  // namespace goalpost::kernel
