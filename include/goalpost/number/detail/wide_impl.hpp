// SPDX-License-Identifier: BSL-1.0
// The one header that includes Multiprecision. Header-only users get it through ratio.hpp; with
// goalpost::compiled it is compiled once, into the library, and users never pay for it.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "goalpost/config.hpp"
#include "goalpost/number/ratio.hpp"

namespace goalpost::detail {

using WideInteger =
    boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;
using WideRational =
    boost::multiprecision::number<boost::multiprecision::cpp_rational_backend, boost::multiprecision::et_off>;

struct WideRatio {
    WideRational value;

    static WideInteger widen(int128 value) {
        const uint128 size = magnitude(value);
        WideInteger wide = static_cast<std::uint64_t>(size >> 64);
        wide <<= 64;
        wide += static_cast<std::uint64_t>(size);
        return value < 0 ? WideInteger(-wide) : wide;
    }
    static WideInteger numerator(const Ratio& ratio) {
        return ratio.wide_ ? boost::multiprecision::numerator(ratio.wide_->value) : widen(ratio.numerator_);
    }
    static WideInteger denominator(const Ratio& ratio) {
        return ratio.wide_ ? boost::multiprecision::denominator(ratio.wide_->value)
                           : widen(ratio.denominator_);
    }
    static WideRational rational(const Ratio& ratio) {
        return ratio.wide_ ? ratio.wide_->value
                           : WideRational(widen(ratio.numerator_), widen(ratio.denominator_));
    }
    /// Back into 128 bits where it fits, so that one number has one home.
    static Ratio narrow(const WideRational& value) {
        const WideInteger top = boost::multiprecision::numerator(value);
        const WideInteger bottom = boost::multiprecision::denominator(value);
        Ratio result;
        if (fits(top) && fits(bottom)) {
            result.numerator_ = to_int128(top);
            result.denominator_ = to_int128(bottom);
        } else {
            result.wide_ = std::make_shared<const WideRatio>(WideRatio{value});
        }
        return result;
    }

  private:
    static bool fits(const WideInteger& value) { return value == 0 || msb(WideInteger(abs(value))) < 127; }
    static int128 to_int128(const WideInteger& value) {
        const WideInteger size = abs(value);
        const auto high = static_cast<std::uint64_t>(WideInteger(size >> 64));
        const auto low =
            static_cast<std::uint64_t>(WideInteger(size & WideInteger(0xFFFF'FFFF'FFFF'FFFFULL)));
        const auto result = static_cast<int128>((static_cast<uint128>(high) << 64) | low);
        return value < 0 ? -result : result;
    }
};

GOALPOST_INLINE Ratio wide_apply(Operation operation, const Ratio& a, const Ratio& b) {
    const WideRational x = WideRatio::rational(a);
    const WideRational y = WideRatio::rational(b);
    switch (operation) {
        case Operation::add: return WideRatio::narrow(x + y);
        case Operation::subtract: return WideRatio::narrow(x - y);
        case Operation::multiply: return WideRatio::narrow(x * y);
        case Operation::divide: break;
    }
    return WideRatio::narrow(x / y);
}

GOALPOST_INLINE std::strong_ordering wide_compare(const Ratio& a, const Ratio& b) {
    const WideInteger left = WideRatio::numerator(a) * WideRatio::denominator(b);
    const WideInteger right = WideRatio::numerator(b) * WideRatio::denominator(a);
    return left.compare(right) <=> 0;
}

GOALPOST_INLINE Ratio wide_power(const Ratio& base, unsigned exponent) {
    const WideRational value = WideRatio::rational(base);
    return WideRatio::narrow(
        WideRational(pow(WideInteger(boost::multiprecision::numerator(value)), exponent),
                     pow(WideInteger(boost::multiprecision::denominator(value)), exponent)));
}

GOALPOST_INLINE int wide_sign(const WideRatio& value) { return value.value.sign(); }

GOALPOST_INLINE std::string wide_fixed(const Ratio& value, int places, Rounding mode) {
    const WideInteger top = WideRatio::numerator(value);
    const WideInteger bottom = WideRatio::denominator(value);
    const bool negative = top < 0;
    const WideInteger scaled = abs(top) * pow(WideInteger(10), static_cast<unsigned>(places));
    WideInteger whole = scaled / bottom;
    const WideInteger twice = (scaled % bottom) * 2;
    const bool up = mode == Rounding::half_away   ? twice >= bottom
                    : mode == Rounding::half_even ? twice > bottom || (twice == bottom && bit_test(whole, 0))
                    : mode == Rounding::floor     ? negative && twice != 0
                    : mode == Rounding::ceiling   ? !negative && twice != 0
                                                  : false;
    if (up) ++whole;
    return with_point(whole.str(), places, negative);
}

GOALPOST_INLINE std::string wide_fraction(const Ratio& value) {
    const WideRational lowest = WideRatio::rational(value);
    const auto bottom = boost::multiprecision::denominator(lowest);
    const auto top = boost::multiprecision::numerator(lowest).str();
    return bottom == 1 ? top : top + "/" + bottom.str();
}

GOALPOST_INLINE bool wide_finite_places(const Ratio& value, int& places) {
    WideInteger rest = boost::multiprecision::denominator(WideRatio::rational(value));
    int twos = 0;
    int fives = 0;
    for (; rest % 2 == 0; rest /= 2)
        ++twos;
    for (; rest % 5 == 0; rest /= 5)
        ++fives;
    places = twos > fives ? twos : fives;
    return rest == 1;
}

/// The largest integer whose power does not exceed `value` >= 0, by Newton's method from above.
inline WideInteger integer_root(const WideInteger& value, unsigned degree) {
    if (value < 2 || degree == 1) return value;
    WideInteger guess = WideInteger(1) << (static_cast<unsigned>(msb(value)) / degree + 1);
    for (;;) {
        const WideInteger next = (guess * (degree - 1) + value / pow(guess, degree - 1)) / degree;
        if (next >= guess) return guess;
        guess = next;
    }
}

GOALPOST_INLINE Ratio wide_root_floor(const Ratio& value, unsigned degree, unsigned bits) {
    const WideInteger scaled =
        (WideRatio::numerator(value) << (bits * degree)) / WideRatio::denominator(value);
    return WideRatio::narrow(WideRational(integer_root(scaled, degree), WideInteger(1) << bits));
}

GOALPOST_INLINE bool wide_perfect_power(const Ratio& value, unsigned degree, Ratio& root) {
    const WideRational lowest = WideRatio::rational(value);
    const WideInteger top = boost::multiprecision::numerator(lowest);
    const WideInteger bottom = boost::multiprecision::denominator(lowest);
    const WideInteger top_root = integer_root(top, degree);
    const WideInteger bottom_root = integer_root(bottom, degree);
    if (pow(top_root, degree) != top || pow(bottom_root, degree) != bottom) return false;
    root = WideRatio::narrow(WideRational(top_root, bottom_root));
    return true;
}

}  // namespace goalpost::detail
