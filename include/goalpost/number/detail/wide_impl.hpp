// SPDX-License-Identifier: BSL-1.0
// The one header that includes Multiprecision. Header-only users get it through ratio.hpp; with
// goalpost::compiled it is compiled once, into the library, and users never pay for it.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/number/detail/small_root.hpp"
#include "goalpost/number/ratio.hpp"

namespace goalpost::detail {

using WideInteger =
    boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;
using WideRational =
    boost::multiprecision::number<boost::multiprecision::cpp_rational_backend, boost::multiprecision::et_off>;

/// The quotient of two integers, not always in lowest terms.
struct WideQuotient {
    WideInteger top = 0;
    WideInteger bottom = 1;
};

inline constexpr unsigned word_bits = 64;

/// A number that nobody had to know so far; its fraction is worked out once, by whoever asks first.
class Pending {
  public:
    /// How many steps of 2^(-64 words) the number is at least, and at most: the more words, the nearer.
    using Steps = std::function<std::pair<WideInteger, WideInteger>(unsigned words)>;

    Pending(std::function<WideQuotient()> work_out, Steps steps)
        : work_out_(std::move(work_out)), steps_(std::move(steps)) {}
    [[nodiscard]] std::pair<WideInteger, WideInteger> steps(unsigned words) const { return steps_(words); }
    [[nodiscard]] const WideQuotient& quotient() const {
        std::call_once(worked_out_, [this] { quotient_ = work_out_(); });
        return quotient_;
    }
    /// In lowest terms: that may cost far more than to work it out.
    [[nodiscard]] const WideRational& lowest() const {
        std::call_once(reduced_, [this] { lowest_ = WideRational(quotient().top, quotient().bottom); });
        return lowest_;
    }

  private:
    std::function<WideQuotient()> work_out_;
    Steps steps_;
    mutable std::once_flag worked_out_;
    mutable std::once_flag reduced_;
    mutable WideQuotient quotient_;
    mutable WideRational lowest_;
};

/// A number beyond 128 bits; or one that is pending, times a factor, and the bounds between which that lies.
struct WideRatio {
    WideRational value{};
    std::shared_ptr<const Pending> later{};  // where there is one, `value` is not used
    Ratio factor = 1;                        // in 128 bits, not zero
    Ratio low{};
    Ratio high{};

    /// nullptr where the number itself is held.
    static const WideRatio* pending(const Ratio& ratio) {
        return ratio.wide_ && ratio.wide_->later ? ratio.wide_.get() : nullptr;
    }
    /// Whether two pending numbers are one by the way they came about.
    static bool are_the_same(const Ratio& a, const Ratio& b) {
        const auto* x = pending(a);
        const auto* y = pending(b);
        return x != nullptr && y != nullptr && x->later == y->later && x->factor == y->factor;
    }
    static bool is_narrow(const Ratio& ratio) { return !ratio.wide_; }
    static Ratio held(WideRatio wide) {
        Ratio result;
        result.wide_ = std::make_shared<const WideRatio>(std::move(wide));
        return result;
    }
    static WideInteger widen(int128 value) {
        const uint128 size = magnitude(value);
        WideInteger wide = static_cast<std::uint64_t>(size >> 64);
        wide <<= 64;
        wide += static_cast<std::uint64_t>(size);
        return value < 0 ? WideInteger(-wide) : wide;
    }
    static WideInteger numerator(const Ratio& ratio) {
        if (const auto* wide = pending(ratio))
            return wide->later->quotient().top * widen(wide->factor.numerator_);
        return ratio.wide_ ? boost::multiprecision::numerator(ratio.wide_->value) : widen(ratio.numerator_);
    }
    static WideInteger denominator(const Ratio& ratio) {
        if (const auto* wide = pending(ratio))
            return wide->later->quotient().bottom * widen(wide->factor.denominator_);
        return ratio.wide_ ? boost::multiprecision::denominator(ratio.wide_->value)
                           : widen(ratio.denominator_);
    }
    static WideRational rational(const Ratio& ratio) {
        if (const auto* wide = pending(ratio)) return wide->later->lowest() * rational(wide->factor);
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
            return held(WideRatio{.value = value});
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

/// A pending number times one of 128 bits, still pending; nothing where that number is too long.
inline std::optional<Ratio> multiply_pending(const Ratio& a, const Ratio& by) {
    const auto* wide = WideRatio::pending(a);
    if (wide == nullptr || !WideRatio::is_narrow(by)) return std::nullopt;
    if (by.is_zero()) return Ratio();
    const auto factor = wide->factor * by;
    if (!WideRatio::is_narrow(factor)) return std::nullopt;
    const bool turns = by.sign() < 0;
    return WideRatio::held({.later = wide->later,
                            .factor = factor,
                            .low = (turns ? wide->high : wide->low) * by,
                            .high = (turns ? wide->low : wide->high) * by});
}

inline std::optional<Ratio> apply_pending(Operation operation, const Ratio& a, const Ratio& b) {
    switch (operation) {
        case Operation::add: break;
        case Operation::subtract: return a.is_zero() ? multiply_pending(b, -1) : std::nullopt;
        case Operation::multiply:
            return WideRatio::pending(a) != nullptr ? multiply_pending(a, b) : multiply_pending(b, a);
        case Operation::divide:
            return WideRatio::is_narrow(b) ? multiply_pending(a, Ratio(1) / b) : std::nullopt;
    }
    return std::nullopt;
}

/// The ends between which a number lies; both are the number itself where it is held.
inline std::pair<const Ratio*, const Ratio*> bounds_of(const Ratio& ratio) {
    const auto* wide = WideRatio::pending(ratio);
    if (wide == nullptr) return {&ratio, &ratio};
    return {&wide->low, &wide->high};
}

/// The same as near as so many words tell, over one denominator where the number is pending.
inline std::pair<WideQuotient, WideQuotient> bounds_of(const Ratio& ratio, unsigned words) {
    const auto* wide = WideRatio::pending(ratio);
    if (wide == nullptr) {
        const WideQuotient itself{WideRatio::numerator(ratio), WideRatio::denominator(ratio)};
        return {itself, itself};
    }
    auto [low, high] = wide->later->steps(words);
    if (wide->factor.sign() < 0) std::swap(low, high);
    const WideInteger top = WideRatio::numerator(wide->factor);
    const WideInteger bottom = WideRatio::denominator(wide->factor) << (word_bits * words);
    return {{low * top, bottom}, {high * top, bottom}};
}

GOALPOST_INLINE Ratio wide_apply(Operation operation, const Ratio& a, const Ratio& b) {
    if (auto pending = apply_pending(operation, a, b)) return *std::move(pending);
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
    if (WideRatio::pending(a) != nullptr || WideRatio::pending(b) != nullptr) {
        if (WideRatio::are_the_same(a, b)) return std::strong_ordering::equal;
        const auto [a_low, a_high] = bounds_of(a);
        const auto [b_low, b_high] = bounds_of(b);
        if (*a_high < *b_low) return std::strong_ordering::less;
        if (*a_low > *b_high) return std::strong_ordering::greater;
    }
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

GOALPOST_INLINE int wide_sign(const WideRatio& value) {
    if (!value.later) return value.value.sign();
    if (value.low.sign() > 0) return 1;
    if (value.high.sign() < 0) return -1;
    return value.later->quotient().top.sign() * value.factor.sign();
}

/// 10^places times its size, rounded, and whether it is negative.
inline std::pair<WideInteger, bool> rounded_size(const Ratio& value, int places, Rounding mode) {
    const WideInteger top = WideRatio::numerator(value);
    const bool negative = top < 0;
    const WideInteger scaled = abs(top) * pow(WideInteger(10), static_cast<unsigned>(places));
    return {rounded_quotient(scaled, WideRatio::denominator(value), negative, mode), negative};
}

GOALPOST_INLINE std::string wide_fixed(const Ratio& value, int places, Rounding mode) {
    if (const auto* pending = WideRatio::pending(value)) {  // rounding keeps the order
        auto text = pending->low.fixed(places, mode);
        if (text == pending->high.fixed(places, mode)) return text;
    }
    const auto [size, negative] = rounded_size(value, places, mode);
    return with_point(size.str(), places, negative);
}

GOALPOST_INLINE Ratio wide_rounded(const Ratio& value, int places, Rounding mode) {
    if (const auto* pending = WideRatio::pending(value)) {
        auto rounded = pending->low.rounded(places, mode);
        if (rounded == pending->high.rounded(places, mode)) return rounded;
    }
    const auto [size, negative] = rounded_size(value, places, mode);
    const WideInteger units = negative ? WideInteger(-size) : size;
    return WideRatio::narrow(WideRational(units, pow(WideInteger(10), static_cast<unsigned>(places))));
}

GOALPOST_INLINE std::string wide_fraction(const Ratio& value) {
    const WideRational lowest = WideRatio::rational(value);
    const auto bottom = boost::multiprecision::denominator(lowest);
    const auto top = boost::multiprecision::numerator(lowest).str();
    return bottom == 1 ? top : top + "/" + bottom.str();
}

GOALPOST_INLINE bool wide_may_be_decimal(const Ratio& value, int places) {
    const auto* pending = WideRatio::pending(value);
    if (pending == nullptr) return true;
    // No decimal lies between the ends where both lie behind the same one, and the lower is not that itself.
    const auto before = pending->low.fixed(places, Rounding::floor);
    return before != pending->high.fixed(places, Rounding::floor) ||
           before == pending->low.fixed(places, Rounding::ceiling);
}

GOALPOST_INLINE bool wide_finite_places(const Ratio& value, int& places) {
    return finite_places(boost::multiprecision::denominator(WideRatio::rational(value)), places);
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

/// Numerator and denominator of a number >= 0 in lowest terms, where 64 bits hold both.
inline bool small_parts(const Ratio& value, std::uint64_t& top, std::uint64_t& bottom) {
    int128 numerator = 0;
    int128 denominator = 1;
    if (!value.narrow(numerator, denominator)) return false;
    const auto shared = greatest_common_divisor(magnitude(numerator), static_cast<uint128>(denominator));
    const auto least_top = magnitude(numerator) / shared;
    const auto least_bottom = magnitude(denominator) / shared;
    top = static_cast<std::uint64_t>(least_top);
    bottom = static_cast<std::uint64_t>(least_bottom);
    return top == least_top && bottom == least_bottom;
}

GOALPOST_INLINE Ratio wide_root_floor(const Ratio& value, unsigned degree, unsigned bits) {
    std::uint64_t top = 0;
    std::uint64_t bottom = 1;
    std::uint64_t root = 0;
    if (bits <= small_root_bits && small_parts(value, top, bottom) &&
        small_root_floor(top, bottom, degree, root))
        return Ratio::of(root >> (small_root_bits - bits), int128{1} << bits);
    const WideInteger scaled =
        (WideRatio::numerator(value) << (bits * degree)) / WideRatio::denominator(value);
    return WideRatio::narrow(WideRational(integer_root(scaled, degree), WideInteger(1) << bits));
}

GOALPOST_INLINE bool wide_perfect_power(const Ratio& value, unsigned degree, Ratio& root) {
    std::uint64_t small_top = 0;
    std::uint64_t small_bottom = 1;
    if (degree > 1 && small_parts(value, small_top, small_bottom)) {
        std::uint64_t root_top = 0;
        std::uint64_t root_bottom = 1;
        if (!small_perfect_root(small_top, degree, root_top) ||
            !small_perfect_root(small_bottom, degree, root_bottom))
            return false;
        root = Ratio::of(root_top, root_bottom);
        return true;
    }
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

#include "goalpost/number/detail/short_fraction_impl.hpp"  // IWYU pragma: keep
