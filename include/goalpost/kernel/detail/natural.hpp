// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "goalpost/number/detail/int128.hpp"

namespace goalpost::kernel::detail {

using goalpost::detail::int128;
using goalpost::detail::powers_of_ten;
using goalpost::detail::uint128;

constexpr std::uint64_t magnitude(std::int64_t value) noexcept {
    return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

/// A product of 64-bit factors, exact, without allocation: what the cross products of a verdict are where 128
/// bits do not suffice.
///
/// It holds `max_factors` of them, whatever they are, and sums of a few such products; every use states how
/// many it makes at most, so that overflow is absent.
class Natural {
  public:
    static constexpr std::size_t max_factors = 110;

    explicit Natural(std::uint64_t factor = 1) noexcept : pending_(factor) { limbs_[0] = 1; }

    /// Small factors are gathered in one word as long as they fit, so that few long products are made.
    Natural& times(std::uint64_t factor) noexcept {
        std::uint64_t product = 0;
        if (!__builtin_mul_overflow(pending_, factor, &product)) {
            pending_ = product;
        } else {
            settle();
            pending_ = factor;
        }
        return *this;
    }
    Natural& times_power(std::uint64_t factor, unsigned exponent) noexcept {
        for (; exponent != 0; --exponent)
            times(factor);
        return *this;
    }
    /// 10^exponent counts as one factor for each 18 begun.
    Natural& times_ten_to(int exponent) noexcept {
        for (; exponent > 18; exponent -= 18)
            times(static_cast<std::uint64_t>(powers_of_ten[18]));
        return times(static_cast<std::uint64_t>(powers_of_ten[exponent]));
    }
    /// Counts as one factor more than the longer of the two. `other` stays the same number.
    Natural& plus(Natural& other) noexcept {
        settle();
        other.settle();
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < other.size_ || (carry != 0 && i < size_); ++i) {
            const uint128 sum =
                uint128{i < size_ ? limbs_[i] : 0} + (i < other.size_ ? other.limbs_[i] : 0) + carry;
            limbs_[i] = static_cast<std::uint64_t>(sum);
            carry = static_cast<std::uint64_t>(sum >> 64);
        }
        if (size_ < other.size_) size_ = other.size_;
        if (carry != 0) limbs_[size_++] = carry;
        return *this;
    }

    /// -1, 0 or 1. Both stay the same numbers.
    [[nodiscard]] static int compare(Natural& a, Natural& b) noexcept {
        a.settle();
        b.settle();
        if (a.size_ != b.size_) return a.size_ < b.size_ ? -1 : 1;
        for (std::size_t i = a.size_; i-- > 0;)
            if (a.limbs_[i] != b.limbs_[i]) return a.limbs_[i] < b.limbs_[i] ? -1 : 1;
        return 0;
    }

  private:
    /// Multiplies by what was gathered; leaves no zero limb in front.
    void settle() noexcept {
        if (pending_ == 1) return;
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            const uint128 product = static_cast<uint128>(limbs_[i]) * pending_ + carry;
            limbs_[i] = static_cast<std::uint64_t>(product);
            carry = static_cast<std::uint64_t>(product >> 64);
        }
        if (carry != 0) limbs_[size_++] = carry;
        if (pending_ == 0) size_ = 0;
        pending_ = 1;
    }

    std::array<std::uint64_t, max_factors> limbs_;  // only the first size_ are ever read
    std::size_t size_ = 1;                          // 0 for zero
    std::uint64_t pending_;
};

}  // namespace goalpost::kernel::detail
