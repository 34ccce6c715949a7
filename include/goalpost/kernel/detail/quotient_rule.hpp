// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <stdexcept>

#include "goalpost/kernel/detail/filter.hpp"
#include "goalpost/kernel/detail/natural.hpp"
#include "goalpost/kernel/row_outcome.hpp"

namespace goalpost::kernel {

/// Why value / base is no growth factor, or nothing where it is one.
constexpr std::optional<RowOutcome> undefined_growth(std::int64_t value, std::int64_t base) noexcept {
    if (base > 0 && value >= 0) return std::nullopt;
    if (base == 0) return RowOutcome::zero_base;
    if ((value < 0 && base > 0) || (value > 0 && base < 0)) return RowOutcome::sign_change;
    return RowOutcome::negative_base;
}

/// Why part / whole is no share, actual / plan no completion, or nothing where it is one.
constexpr std::optional<RowOutcome> undefined_share(std::int64_t whole) noexcept {
    if (whole > 0) return std::nullopt;
    return whole == 0 ? RowOutcome::zero_base : RowOutcome::negative_base;
}

namespace detail {

/// Orders value / base against a rate, or against 1 + rate: value * 10^up against base * rate * 10^down, one
/// of both exponents zero.
class QuotientRule {
  public:
    static constexpr Level filters_from = Level::avx512;  // below it, the exact rule is as fast

    QuotientRule(Relation relation, int value_places, int base_places, int rate_places, bool growth)
        : codes_(relation) {
        if (growth && rate_places < 0)
            throw std::invalid_argument("goalpost::kernel: a rate of growth has no negative places");
        if (growth) one_ = powers_of_ten[rate_places];
        const int shift = base_places + rate_places - value_places;
        up_ = shift > 0 ? shift : 0;
        down_ = shift < 0 ? -shift : 0;
        narrow_ = up_ <= 18 && down_ == 0;
        if (narrow_) tens_ = powers_of_ten[up_];
        left_ = ten_to(up_);
        right_ = ten_to(down_);
    }

    /// Exact; the base is positive.
    [[nodiscard]] std::strong_ordering order(std::int64_t value, std::int64_t base,
                                             std::int64_t rate) const noexcept {
        if (!narrow_) return wide_order(value, base, rate);
        // |left| < 2^63 * 2^60; |right| <= 2^63 * (2^63 + 2^60) < 2^127
        const int128 left = static_cast<int128>(value) * tens_;
        const int128 right = static_cast<int128>(base) * rate + static_cast<int128>(base) * one_;
        return left <=> right;
    }

    [[nodiscard]] bool has_filter() const noexcept { return true; }
    template <Level level>
    [[gnu::always_inline]] void filter(std::uint8_t* codes, const std::int64_t* value,
                                       const std::int64_t* base, const std::int64_t* rate) const noexcept {
        each_row(
            codes,
            [this](std::int64_t v, std::int64_t b, std::int64_t r) {
                // one + rate in 64 unsigned bits is exact where it is not negative
                const auto factor = static_cast<std::uint64_t>(one_) + static_cast<std::uint64_t>(r);
                const double left = to_double<level>(v) * left_;
                const double right = to_double<level>(b) * to_double<level>(factor) * right_;
                return decide(left - right, left + right, (v >= 0) & (b > 0) & (r >= -one_), codes_);
            },
            value, base, rate);
    }

  protected:
    [[nodiscard]] RowOutcome outcome(std::int64_t value, std::int64_t base,
                                     std::int64_t rate) const noexcept {
        return codes_.of(order(value, base, rate));
    }

  private:
    /// At most 1 + 3 and 2 + 2 factors.
    [[gnu::noinline]] [[nodiscard]] std::strong_ordering wide_order(std::int64_t value, std::int64_t base,
                                                                    std::int64_t rate) const noexcept {
        const int128 factor = static_cast<int128>(one_) + rate;
        const int left_sign = goalpost::detail::sign_of(value);
        const int right_sign = goalpost::detail::sign_of(factor);
        if (left_sign != right_sign) return left_sign <=> right_sign;
        Natural left(magnitude(value));
        Natural right(magnitude(base));
        left.times_ten_to(up_);
        right.times(static_cast<std::uint64_t>(goalpost::detail::magnitude(factor))).times_ten_to(down_);
        const auto order = Natural::compare(left, right);
        return left_sign < 0 ? 0 <=> order : order;
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
