// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
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
std::string wide_fraction(const Ratio& value);
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
    [[nodiscard]] Ratio abs() const { return sign() < 0 ? -*this : *this; }
    [[nodiscard]] Ratio operator-() const { return Ratio{} - *this; }

    /// This number multiplied by itself `exponent` times; anything to the power 0 is 1.
    [[nodiscard]] Ratio power(unsigned exponent) const;

    /// Rounded to `places` digits behind the point: `96.92`. 0 <= places.
    [[nodiscard]] std::string fixed(int places, Rounding mode = Rounding::half_away) const;

    /// In lowest terms: `3/7`, or `12` where the denominator is one.
    [[nodiscard]] std::string fraction() const;

    /// Whether a finite decimal writes this number, and with how many digits behind the point.
    [[nodiscard]] bool is_finite_decimal(int& places) const;

    /// How many digits behind the point a decimal needs that writes this number; nothing where `most` do not
    /// suffice, which is found out sooner.
    [[nodiscard]] std::optional<int> decimal_places(int most) const {
        int places = 0;
        if (wide_ && !detail::wide_may_be_decimal(*this, most)) return std::nullopt;
        return is_finite_decimal(places) && places <= most ? std::optional(places) : std::nullopt;
    }

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
        return detail::compare_products(a.numerator_, b.denominator_, b.numerator_, a.denominator_);
    }
    friend bool operator==(const Ratio& a, const Ratio& b) { return (a <=> b) == 0; }

  private:
    friend struct detail::WideRatio;
    static Ratio apply(detail::Operation operation, const Ratio& a, const Ratio& b);
    static bool apply_narrow(detail::Operation operation, const Ratio& a, const Ratio& b,
                             Ratio& result) noexcept;
    [[nodiscard]] Ratio reduced() const;

    detail::int128 numerator_ = 0;
    detail::int128 denominator_ = 1;  // positive; common factors are taken out only when room is needed
    std::shared_ptr<const detail::WideRatio> wide_;
};

inline Ratio Ratio::of(detail::int128 numerator, detail::int128 denominator) {
    if (denominator == 0) throw std::domain_error("goalpost::Ratio: denominator is zero");
    constexpr auto lowest = static_cast<detail::int128>(detail::uint128{1} << 127);
    if (numerator == lowest || denominator == lowest)
        throw std::overflow_error("goalpost::Ratio: 127 bits at most");
    Ratio result;
    result.numerator_ = denominator < 0 ? -numerator : numerator;
    result.denominator_ = denominator < 0 ? -denominator : denominator;
    return result;
}

inline Ratio Ratio::reduced() const {
    Ratio result;
    const auto divisor = static_cast<detail::int128>(detail::greatest_common_divisor(
        detail::magnitude(numerator_), static_cast<detail::uint128>(denominator_)));
    result.numerator_ = numerator_ / divisor;
    result.denominator_ = denominator_ / divisor;
    return result;
}

inline bool Ratio::apply_narrow(detail::Operation operation, const Ratio& a, const Ratio& b,
                                Ratio& result) noexcept {
    using detail::int128;
    int128 top = 0;
    int128 bottom = 0;
    if (operation == detail::Operation::multiply || operation == detail::Operation::divide) {
        const bool divide = operation == detail::Operation::divide;
        if (__builtin_mul_overflow(a.numerator_, divide ? b.denominator_ : b.numerator_, &top)) return false;
        if (__builtin_mul_overflow(a.denominator_, divide ? b.numerator_ : b.denominator_, &bottom))
            return false;
    } else {
        int128 left = a.numerator_;
        int128 right = b.numerator_;
        bottom = a.denominator_;
        if (a.denominator_ != b.denominator_) {
            if (__builtin_mul_overflow(left, b.denominator_, &left)) return false;
            if (__builtin_mul_overflow(right, a.denominator_, &right)) return false;
            if (__builtin_mul_overflow(a.denominator_, b.denominator_, &bottom)) return false;
        }
        const bool overflow = operation == detail::Operation::add ? __builtin_add_overflow(left, right, &top)
                                                                  : __builtin_sub_overflow(left, right, &top);
        if (overflow) return false;
    }
    constexpr auto lowest = static_cast<int128>(detail::uint128{1} << 127);
    if (top == lowest || bottom == lowest) return false;  // its negation would not fit
    result.numerator_ = bottom < 0 ? -top : top;
    result.denominator_ = bottom < 0 ? -bottom : bottom;
    return true;
}

inline Ratio Ratio::apply(detail::Operation operation, const Ratio& a, const Ratio& b) {
    if (operation == detail::Operation::divide && b.is_zero())
        throw std::domain_error("goalpost::Ratio: division by zero");
    Ratio result;
    if (!a.wide_ && !b.wide_) {
        if (apply_narrow(operation, a, b, result)) return result;
        if (apply_narrow(operation, a.reduced(), b.reduced(), result)) return result;
    }
    return detail::wide_apply(operation, a, b);
}

inline Ratio Ratio::power(unsigned exponent) const {
    if (wide_) return detail::wide_power(*this, exponent);
    Ratio result = 1;
    Ratio square = reduced();  // this^1, this^2, this^4 ...: only those that divide the result
    for (unsigned rest = exponent; rest != 0; rest /= 2) {
        const bool taken = rest % 2 == 0 || apply_narrow(detail::Operation::multiply, result, square, result);
        const bool squared = rest == 1 || apply_narrow(detail::Operation::multiply, square, square, square);
        if (!taken || !squared) return detail::wide_power(*this, exponent);
    }
    return result;
}

inline std::string Ratio::fixed(int places, Rounding mode) const {
    if (places < 0) throw std::invalid_argument("goalpost::Ratio::fixed: places < 0");
    detail::int128 scaled = 0;
    if (wide_ || places > 18 || __builtin_mul_overflow(numerator_, detail::power_of_ten(places), &scaled))
        return detail::wide_fixed(*this, places, mode);
    const bool negative = scaled < 0;
    const auto size = detail::magnitude(scaled);
    const auto divisor = static_cast<detail::uint128>(denominator_);
    auto whole = size / divisor;
    const auto rest = size % divisor;
    const bool up = mode == Rounding::half_away ? rest >= divisor - rest
                    : mode == Rounding::half_even
                        ? rest > divisor - rest || (rest == divisor - rest && whole % 2 == 1)
                    : mode == Rounding::floor   ? negative && rest != 0
                    : mode == Rounding::ceiling ? !negative && rest != 0
                                                : false;
    if (up) ++whole;
    return detail::with_point(detail::to_text(static_cast<detail::int128>(whole)), places, negative);
}

inline std::string Ratio::fraction() const {
    if (wide_) return detail::wide_fraction(*this);
    const Ratio lowest = reduced();
    const auto top = detail::to_text(lowest.numerator_);
    return lowest.denominator_ == 1 ? top : top + "/" + detail::to_text(lowest.denominator_);
}

inline bool Ratio::is_finite_decimal(int& places) const {
    if (wide_) return detail::wide_finite_places(*this, places);
    auto rest = reduced().denominator_;
    int twos = 0;
    int fives = 0;
    for (; rest % 2 == 0; rest /= 2)
        ++twos;
    for (; rest % 5 == 0; rest /= 5)
        ++fives;
    places = twos > fives ? twos : fives;
    return rest == 1;
}

inline std::optional<SmallRatio> Ratio::small() const {
    if (wide_) return std::nullopt;
    const Ratio lowest = reduced();
    if (detail::magnitude(lowest.numerator_) > INT64_MAX || lowest.denominator_ > INT64_MAX)
        return std::nullopt;
    return SmallRatio::of(static_cast<std::int64_t>(lowest.numerator_),
                          static_cast<std::int64_t>(lowest.denominator_));
}

inline Result<Ratio> Ratio::parse(std::string_view text) {
    const auto bar = text.find('/');
    auto top = Decimal::parse(text.substr(0, bar));
    if (!top) {
        auto error = top.error();
        if (error.position == bar) error.found = detail::found_at(text, bar);
        return error;
    }
    if (bar == std::string_view::npos) return Ratio(*top);
    auto bottom = Decimal::parse(text.substr(bar + 1));
    const auto not_whole = [&](std::size_t at) {
        return ParseError{at, detail::found_at(text, at), "a positive whole number",
                          "write a fraction such as 1/2"};
    };
    if (top->places() > 0) return not_whole(0);
    if (!bottom) return not_whole(bar + 1 + bottom.error().position);
    if (bottom->sign() <= 0 || bottom->places() > 0) return not_whole(bar + 1);
    return Ratio(*top) / Ratio(*bottom);
}

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/number/detail/wide_impl.hpp"
#endif
