// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <span>

#include "goalpost/kernel/column.hpp"
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

    /// The places of the three numbers, as a `Column` has them.
    Change(Relation relation, int value_places, int base_places, int amount_places) noexcept
        : codes_(relation) {
        const int most = std::max({value_places, base_places, amount_places});
        exponents_[0] = most - value_places;
        exponents_[1] = most - base_places;
        exponents_[2] = most - amount_places;
        const int widest = most - std::min({value_places, base_places, amount_places});
        plain_ = widest == 0;
        narrow_ = widest <= 18;
        for (int i = 0; narrow_ && i < 3; ++i)
            tens_[i] = detail::powers_of_ten[exponents_[i]];
    }

    [[nodiscard]] std::strong_ordering order(std::int64_t value, std::int64_t base,
                                             std::int64_t amount) const noexcept {
        if (!narrow_) return wide_order(value, base, amount);
        // three terms below 2^63 * 2^60 each
        return static_cast<detail::int128>(value) * tens_[0] -
                   static_cast<detail::int128>(base) * tens_[1] <=>
               static_cast<detail::int128>(amount) * tens_[2];
    }
    [[nodiscard]] RowOutcome operator()(std::int64_t value, std::int64_t base,
                                        std::int64_t amount) const noexcept {
        return codes_.of(order(value, base, amount));
    }

    /// Where all are of the same places: 64 bits suffice unless the difference overflows, and it shows.
    [[nodiscard]] bool has_filter() const noexcept { return plain_; }
    template <detail::Level>
    [[gnu::always_inline]] void filter(std::uint8_t* codes, const std::int64_t* value,
                                       const std::int64_t* base, const std::int64_t* amount) const noexcept {
        detail::each_row(
            codes,
            [this](std::int64_t v, std::int64_t b, std::int64_t m) {
                const auto d =
                    static_cast<std::int64_t>(static_cast<std::uint64_t>(v) - static_cast<std::uint64_t>(b));
                const bool overflow = ((v ^ b) & (v ^ d)) < 0;
                const std::uint8_t unlike = d > m ? codes_.above : codes_.below;
                const std::uint8_t code = d == m ? codes_.at : unlike;
                return overflow ? detail::undecided : code;
            },
            value, base, amount);
    }

  private:
    /// At most 1 + 2 factors a term, and two sums.
    [[gnu::noinline]] [[nodiscard]] std::strong_ordering wide_order(std::int64_t value, std::int64_t base,
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
