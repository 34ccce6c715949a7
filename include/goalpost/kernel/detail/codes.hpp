// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "goalpost/kernel/detail/natural.hpp"
#include "goalpost/kernel/row_outcome.hpp"

namespace goalpost::kernel::detail {

using goalpost::detail::Product256;

/// Whether the left side is smaller, or equal where that counts too; of 128 bits, their difference fits.
constexpr bool below(int128 left, int128 right, bool or_equal) noexcept {
    return left - right - static_cast<int>(or_equal) < 0;
}
constexpr bool below(const Product256& left, const Product256& right, bool or_equal) noexcept {
    const bool low = (left.low < right.low) | ((left.low == right.low) & or_equal);
    return (left.high < right.high) | ((left.high == right.high) & low);
}

/// The answer of a rule as -1, 0 or 1: measured below, on or above its line.
struct Sign {
    using Result = int;
    constexpr int operator()(int sign) const noexcept { return sign; }
    template <class Side>
    constexpr int operator()(const Side& left, const Side& right) const noexcept {
        return static_cast<int>(below(right, left, false)) - static_cast<int>(below(left, right, false));
    }
};

/// The answer of a rule as an outcome, without a branch, since on a line either side is as likely.
class Codes {
  public:
    using Result = RowOutcome;

    explicit constexpr Codes(Relation relation) noexcept
        : equal_(relation == Relation::equal),
          or_equal_(relation == Relation::more_than || relation == Relation::at_most),
          turned_(relation == Relation::less_than || relation == Relation::at_most),
          by_sign_{code(-1, relation), code(0, relation), code(1, relation)} {}

    [[nodiscard]] constexpr std::uint8_t below_line() const noexcept { return by_sign_[0]; }
    [[nodiscard]] constexpr std::uint8_t at_line() const noexcept { return by_sign_[1]; }
    [[nodiscard]] constexpr std::uint8_t above_line() const noexcept { return by_sign_[2]; }

    [[nodiscard]] constexpr RowOutcome operator()(int sign) const noexcept {
        return static_cast<RowOutcome>(by_sign_[static_cast<std::size_t>(sign + 1)]);
    }
    template <class Side>
    [[nodiscard]] constexpr RowOutcome operator()(const Side& left, const Side& right) const noexcept {
        static_assert(static_cast<int>(RowOutcome::met) == 0 && static_cast<int>(RowOutcome::not_met) == 1);
        if (equal_) return (*this)(Sign()(left, right));
        return static_cast<RowOutcome>(static_cast<int>(below(left, right, or_equal_)) ^
                                       static_cast<int>(turned_));
    }

  private:
    static constexpr std::uint8_t code(int sign, Relation relation) noexcept {
        return static_cast<std::uint8_t>(holds(sign, relation) ? RowOutcome::met : RowOutcome::not_met);
    }

    bool equal_;
    bool or_equal_;  // whether the line itself counts as below it
    bool turned_;    // whether below is met
    std::array<std::uint8_t, 3> by_sign_;
};

}  // namespace goalpost::kernel::detail
