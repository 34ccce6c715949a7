// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <concepts>
#include <memory>
#include <optional>
#include <string>

#include "goalpost/number/decimal.hpp"
#include "goalpost/number/detail/int128.hpp"
#include "goalpost/number/rounding.hpp"
#include "goalpost/number/small_ratio.hpp"

namespace goalpost {

class Ratio;

namespace detail {

struct WideRatio;  // a Multiprecision rational; defined in wide_impl.hpp only
enum class Operation { add, subtract, multiply, divide };

// The slow paths, taken only when 128 bits do not suffice.
Ratio wide_apply(Operation operation, const Ratio& a, const Ratio& b);
std::strong_ordering wide_compare(const Ratio& a, const Ratio& b);
Ratio wide_power(const Ratio& base, unsigned exponent);
std::string wide_fixed(const Ratio& value, int places, Rounding mode);
Ratio wide_rounded(const Ratio& value, int places, Rounding mode);
std::string wide_fraction(const Ratio& value);
std::optional<std::string> wide_fraction(const Ratio& value, int most);
bool wide_finite_places(const Ratio& value, int& places);
bool wide_may_be_decimal(const Ratio& value, int places);
int wide_sign(const WideRatio& value);
Ratio wide_root_floor(const Ratio& value, unsigned degree, unsigned bits);
bool wide_perfect_power(const Ratio& value, unsigned degree, Ratio& root);

}  // namespace detail

/// An exact quotient of two integers: what every verdict is decided on.
///
/// Numerator and denominator live in 128 bits; where an operation does not fit, the result is reduced, and
/// where that does not suffice it is held in Boost.Multiprecision. No operation rounds or overflows. The
/// value of an ExactSum of many denominators is worked out only where certain bounds do not tell what is
/// asked.
class Ratio {
  public:
    constexpr Ratio() = default;

    template <std::integral Integer>
        requires(!std::same_as<Integer, bool> && sizeof(Integer) <= 8)
    constexpr Ratio(Integer value) : numerator_(value) {}  // NOLINT: an integer is a ratio

    Ratio(const Decimal& value)  // NOLINT: a published number is an exact ratio
        : numerator_(value.units()), denominator_(detail::powers_of_ten[value.places()]) {}

    constexpr Ratio(const SmallRatio& value)  // NOLINT: a small ratio is one
        : numerator_(value.numerator()), denominator_(value.denominator()) {}

    template <std::floating_point Float>
    Ratio(Float) = delete;  ///< a binary float has already lost the number it came from

    /// numerator / denominator; throws std::domain_error where the denominator is zero, and
    /// std::overflow_error where either is -2^127, the one number whose negation 128 bits do not hold.
    static Ratio of(detail::int128 numerator, detail::int128 denominator);

    /// Reads a decimal, or two integers with `/` between them.
    static Result<Ratio> parse(std::string_view text);

    [[nodiscard]] int sign() const { return wide_ ? detail::wide_sign(*wide_) : detail::sign_of(numerator_); }
    [[nodiscard]] bool is_zero() const { return sign() == 0; }
    [[nodiscard]] Ratio abs() const;
    [[nodiscard]] Ratio operator-() const;

    /// This number multiplied by itself `exponent` times; anything to the power 0 is 1.
    [[nodiscard]] Ratio power(unsigned exponent) const;

    /// Rounded to `places` digits behind the point: `96.92`. Throws std::invalid_argument where places < 0.
    [[nodiscard]] std::string fixed(int places, Rounding mode = Rounding::half_away) const;

    /// The number that `fixed` writes.
    [[nodiscard]] Ratio rounded(int places, Rounding mode = Rounding::half_away) const;

    /// In lowest terms: `3/7`, or `12` where the denominator is one.
    [[nodiscard]] std::string fraction() const;

    /// The same; nothing where numerator or denominator has more than `most` digits, which is found out
    /// sooner. Throws std::invalid_argument where most < 1.
    [[nodiscard]] std::optional<std::string> fraction(int most) const;

    /// Whether a finite decimal writes this number, and with how many digits behind the point.
    [[nodiscard]] bool is_finite_decimal(int& places) const;

    /// How many digits behind the point a decimal needs that writes this number; nothing where `most` do not
    /// suffice, which is found out sooner.
    [[nodiscard]] std::optional<int> decimal_places(int most) const;

    /// Numerator and denominator (> 0, not always in lowest terms), where both are held in 128 bits;
    /// otherwise false, and they are left alone. For integer filters in front of slower exact work.
    [[nodiscard]] bool narrow(detail::int128& numerator, detail::int128& denominator) const noexcept {
        if (wide_) return false;
        numerator = numerator_;
        denominator = denominator_;
        return true;
    }

    /// The same number in 64 bits; nothing where it does not fit.
    [[nodiscard]] std::optional<SmallRatio> small() const;

    friend Ratio operator+(const Ratio& a, const Ratio& b) { return apply(detail::Operation::add, a, b); }
    friend Ratio operator-(const Ratio& a, const Ratio& b) {
        return apply(detail::Operation::subtract, a, b);
    }
    friend Ratio operator*(const Ratio& a, const Ratio& b) {
        return apply(detail::Operation::multiply, a, b);
    }
    /// Throws std::domain_error where `b` is zero.
    friend Ratio operator/(const Ratio& a, const Ratio& b) { return apply(detail::Operation::divide, a, b); }

    friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
        if (a.wide_ || b.wide_) return detail::wide_compare(a, b);
        if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
        return detail::compare_products(a.numerator_, b.denominator_, b.numerator_, a.denominator_);
    }
    friend bool operator==(const Ratio& a, const Ratio& b) {
        if (!a.wide_ && !b.wide_ && a.denominator_ == b.denominator_) return a.numerator_ == b.numerator_;
        return (a <=> b) == 0;
    }

  private:
    friend struct detail::WideRatio;
    static Ratio apply(detail::Operation operation, const Ratio& a, const Ratio& b);
    static bool apply_narrow(detail::Operation operation, const Ratio& a, const Ratio& b,
                             Ratio& result) noexcept;
    static void apply_short(detail::Operation operation, const Ratio& a, const Ratio& b,
                            Ratio& result) noexcept;
    /// Whether both parts fit in 64 bits.
    static bool is_short(const Ratio& ratio) noexcept {
        return detail::fits_64(ratio.numerator_) && detail::fits_64(ratio.denominator_);
    }
    [[nodiscard]] Ratio reduced() const;
    [[nodiscard]] bool round_narrow(int places, Rounding mode, detail::uint128& size) const;

    detail::int128 numerator_ = 0;
    detail::int128 denominator_ = 1;  // positive; common factors are taken out only when room is needed
    std::shared_ptr<const detail::WideRatio> wide_;
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/number/detail/ratio_impl.hpp"  // IWYU pragma: keep
#include "goalpost/number/detail/wide_impl.hpp"
#endif
