// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by ratio.hpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/number/ratio.hpp"

namespace goalpost {

GOALPOST_INLINE Ratio Ratio::of(detail::int128 numerator, detail::int128 denominator) {
    if (denominator == 0) throw std::domain_error("goalpost::Ratio: denominator is zero");
    constexpr auto lowest = static_cast<detail::int128>(detail::uint128{1} << 127);
    if (numerator == lowest || denominator == lowest)
        throw std::overflow_error("goalpost::Ratio: 127 bits at most");
    Ratio result;
    result.numerator_ = denominator < 0 ? -numerator : numerator;
    result.denominator_ = denominator < 0 ? -denominator : denominator;
    return result;
}

GOALPOST_INLINE Ratio Ratio::reduced() const {
    Ratio result;
    const auto divisor = static_cast<detail::int128>(detail::greatest_common_divisor(
        detail::magnitude(numerator_), static_cast<detail::uint128>(denominator_)));
    result.numerator_ = numerator_ / divisor;
    result.denominator_ = denominator_ / divisor;
    return result;
}

/// Of numbers that are short, as most are: no product of two of their parts and no sum of two such products
/// takes more than 127 bits, since denominators are positive.
GOALPOST_INLINE void Ratio::apply_short(detail::Operation operation, const Ratio& a, const Ratio& b,
                                        Ratio& result) noexcept {
    const auto a_top = a.numerator_;
    const auto a_bottom = a.denominator_;
    const auto b_top = b.numerator_;
    const auto b_bottom = b.denominator_;
    switch (operation) {
        case detail::Operation::add:
        case detail::Operation::subtract: {
            const bool alike = a_bottom == b_bottom;
            const auto left = alike ? a_top : detail::times_64(a_top, b_bottom);
            const auto right = alike ? b_top : detail::times_64(b_top, a_bottom);
            result.numerator_ = operation == detail::Operation::add ? left + right : left - right;
            result.denominator_ = alike ? a_bottom : detail::times_64(a_bottom, b_bottom);
            return;
        }
        case detail::Operation::multiply:
            result.numerator_ = detail::times_64(a_top, b_top);
            result.denominator_ = detail::times_64(a_bottom, b_bottom);
            return;
        case detail::Operation::divide: {
            const auto top = detail::times_64(a_top, b_bottom);
            const auto bottom = detail::times_64(a_bottom, b_top);
            result.numerator_ = bottom < 0 ? -top : top;
            result.denominator_ = bottom < 0 ? -bottom : bottom;
        }
    }
}

GOALPOST_INLINE bool Ratio::apply_narrow(detail::Operation operation, const Ratio& a, const Ratio& b,
                                         Ratio& result) noexcept {
    using detail::int128;
    if (is_short(a) && is_short(b)) {
        apply_short(operation, a, b, result);
        return true;
    }
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

GOALPOST_INLINE Ratio Ratio::apply(detail::Operation operation, const Ratio& a, const Ratio& b) {
    if (operation == detail::Operation::divide && b.is_zero())
        throw std::domain_error("goalpost::Ratio: division by zero");
    Ratio result;
    if (!a.wide_ && !b.wide_) {
        if (apply_narrow(operation, a, b, result)) return result;
        if (apply_narrow(operation, a.reduced(), b.reduced(), result)) return result;
    }
    return detail::wide_apply(operation, a, b);
}

GOALPOST_INLINE Ratio Ratio::abs() const { return sign() < 0 ? -*this : *this; }
GOALPOST_INLINE Ratio Ratio::operator-() const { return Ratio{} - *this; }

GOALPOST_INLINE Ratio Ratio::power(unsigned exponent) const {
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

/// 10^places times its size, rounded; false where that leaves 128 bits.
GOALPOST_INLINE bool Ratio::round_narrow(int places, Rounding mode, detail::uint128& size) const {
    if (places < 0) throw std::invalid_argument("goalpost::Ratio: rounded to places < 0");
    detail::int128 scaled = 0;
    if (wide_ || places > 18 || __builtin_mul_overflow(numerator_, detail::power_of_ten(places), &scaled))
        return false;
    size = detail::rounded_quotient(detail::magnitude(scaled), static_cast<detail::uint128>(denominator_),
                                    scaled < 0, mode);
    return true;
}

GOALPOST_INLINE std::string Ratio::fixed(int places, Rounding mode) const {
    detail::uint128 size = 0;
    if (!round_narrow(places, mode, size)) return detail::wide_fixed(*this, places, mode);
    return detail::with_point(detail::to_text(static_cast<detail::int128>(size)), places, numerator_ < 0);
}

GOALPOST_INLINE Ratio Ratio::rounded(int places, Rounding mode) const {
    detail::uint128 size = 0;
    if (!round_narrow(places, mode, size)) return detail::wide_rounded(*this, places, mode);
    const auto units = static_cast<detail::int128>(size);
    return of(numerator_ < 0 ? -units : units, detail::power_of_ten(places));
}

GOALPOST_INLINE std::string Ratio::fraction() const {
    if (wide_) return detail::wide_fraction(*this);
    const Ratio lowest = reduced();
    const auto top = detail::to_text(lowest.numerator_);
    return lowest.denominator_ == 1 ? top : top + "/" + detail::to_text(lowest.denominator_);
}

GOALPOST_INLINE std::optional<std::string> Ratio::fraction(int most) const {
    if (most < 1) throw std::invalid_argument("goalpost::Ratio::fraction: most < 1");
    if (wide_) return detail::wide_fraction(*this, most);
    auto text = fraction();
    const auto top = std::min(text.find('/'), text.size());
    const auto bottom = text.size() - std::min(top + 1, text.size());
    const auto longest = std::max(top - (sign() < 0 ? 1U : 0U), bottom);
    return longest <= static_cast<std::size_t>(most) ? std::optional(std::move(text)) : std::nullopt;
}

GOALPOST_INLINE bool Ratio::is_finite_decimal(int& places) const {
    if (wide_) return detail::wide_finite_places(*this, places);
    return detail::finite_places(reduced().denominator_, places);
}

GOALPOST_INLINE std::optional<SmallRatio> Ratio::small() const {
    if (wide_) return std::nullopt;
    const Ratio lowest = reduced();
    if (detail::magnitude(lowest.numerator_) > INT64_MAX || lowest.denominator_ > INT64_MAX)
        return std::nullopt;
    return SmallRatio::of(static_cast<std::int64_t>(lowest.numerator_),
                          static_cast<std::int64_t>(lowest.denominator_));
}

GOALPOST_INLINE Result<Ratio> Ratio::parse(std::string_view text) {
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

GOALPOST_INLINE std::optional<int> Ratio::decimal_places(int most) const {
    int places = 0;
    if (wide_ && !detail::wide_may_be_decimal(*this, most)) return std::nullopt;
    return is_finite_decimal(places) && places <= most ? std::optional(places) : std::nullopt;
}

}  // namespace goalpost
