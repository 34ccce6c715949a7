// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <stdexcept>

#include "goalpost/number/detail/int128.hpp"

namespace goalpost {

/// An exact quotient of two 64-bit integers, in lowest terms: what a model holds where a constant of a unit
/// or a criterion is no decimal, as 1/100 or 2000/3. It only compares; a `Ratio` is made of it to calculate.
class SmallRatio {
  public:
    constexpr SmallRatio() = default;

    template <std::signed_integral Integer>
        requires(sizeof(Integer) <= 8)
    constexpr SmallRatio(Integer value) : SmallRatio(of(value, 1)) {}  // NOLINT: an integer is a ratio

    template <std::floating_point Float>
    SmallRatio(Float) = delete;  ///< a binary float has already lost the number it came from

    /// numerator / denominator; throws std::domain_error where the denominator is zero, and
    /// std::overflow_error where either is -2^63, whose negation 64 bits do not hold.
    static constexpr SmallRatio of(std::int64_t numerator, std::int64_t denominator) {
        if (denominator == 0) throw std::domain_error("goalpost::SmallRatio: denominator is zero");
        if (numerator == INT64_MIN || denominator == INT64_MIN)
            throw std::overflow_error("goalpost::SmallRatio: 63 bits at most");
        const auto divisor = static_cast<std::int64_t>(
            detail::greatest_common_divisor(detail::magnitude(numerator), detail::magnitude(denominator)));
        SmallRatio result;
        result.numerator_ = (denominator < 0 ? -numerator : numerator) / divisor;
        result.denominator_ = (denominator < 0 ? -denominator : denominator) / divisor;
        return result;
    }

    [[nodiscard]] constexpr std::int64_t numerator() const noexcept { return numerator_; }
    /// Above zero.
    [[nodiscard]] constexpr std::int64_t denominator() const noexcept { return denominator_; }
    [[nodiscard]] constexpr int sign() const noexcept { return detail::sign_of(numerator_); }

    friend constexpr std::strong_ordering operator<=>(const SmallRatio& a, const SmallRatio& b) noexcept {
        return static_cast<detail::int128>(a.numerator_) * b.denominator_ <=>
               static_cast<detail::int128>(b.numerator_) * a.denominator_;
    }
    friend constexpr bool operator==(const SmallRatio&, const SmallRatio&) = default;

  private:
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

static_assert(sizeof(SmallRatio) == 16);

}  // namespace goalpost
