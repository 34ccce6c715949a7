// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <utility>

#include "goalpost/number/value.hpp"

namespace goalpost {

/// One end of an interval of numbers; `infinite` ends carry no value.
struct Bound {
    enum class Kind : unsigned char { closed, open, infinite };
    Value value;
    Kind kind = Kind::closed;
};

/// All the true values that a published figure may stand for: 3.2 stands for [3.15, 3.25).
struct Interval {
    Bound low;
    Bound high;

    static Interval exactly(const Value& value) {
        return {{value, Bound::Kind::closed}, {value, Bound::Kind::closed}};
    }
    static Interval unbounded() { return {{0, Bound::Kind::infinite}, {0, Bound::Kind::infinite}}; }
};

/// A number and the interval of values it may stand for; arithmetic carries both along exactly.
///
/// Every operand must occur once in a formula for the interval to be exact; where it would occur twice, the
/// formula is rearranged (`y / b - 1`, not `(y - b) / b`).
class Rounded {
  public:
    Rounded() = default;
    Rounded(Ratio value) : value_(value), range_(Interval::exactly(std::move(value))) {}  // NOLINT: exact
    Rounded(Ratio value, Interval range) : value_(std::move(value)), range_(std::move(range)) {}

    /// What a figure stands for that was rounded half away from zero when it was printed: 1.45 is
    /// [1.445, 1.455), -2.8 is (-2.85, -2.75], 0.0 is (-0.05, 0.05). All of it times `factor` > 0, as 10,000
    /// for 1.45 万.
    static Rounded published(const Decimal& figure, const Ratio& factor = 1);

    [[nodiscard]] const Ratio& value() const noexcept { return value_; }
    [[nodiscard]] const Interval& range() const noexcept { return range_; }

    friend Rounded operator+(const Rounded& a, const Rounded& b);
    friend Rounded operator-(const Rounded& a, const Rounded& b) { return a + (-b); }
    friend Rounded operator-(const Rounded& a);
    friend Rounded operator*(const Rounded& a, const Rounded& b);
    /// Throws std::domain_error where the value of `b` is zero; unbounded where zero lies inside its
    /// interval.
    friend Rounded operator/(const Rounded& a, const Rounded& b);

  private:
    Ratio value_;
    Interval range_ = Interval::exactly(0);
};

namespace detail {

inline Bound::Kind either(const Bound& a, const Bound& b) { return a.kind > b.kind ? a.kind : b.kind; }

inline Bound add(const Bound& a, const Bound& b) {
    if (either(a, b) == Bound::Kind::infinite) return {0, Bound::Kind::infinite};
    return {a.value + b.value, either(a, b)};
}

inline Interval negate(const Interval& range) {
    const auto turn = [](const Bound& bound) -> Bound { return {bound.value * Ratio(-1), bound.kind}; };
    return {turn(range.high), turn(range.low)};
}

/// -1 or 1 where the whole interval lies on one side of zero (zero included), else 0.
inline int side(const Interval& range) {
    if (range.low.kind != Bound::Kind::infinite && range.low.value.rational().sign() >= 0) return 1;
    if (range.high.kind != Bound::Kind::infinite && range.high.value.rational().sign() <= 0) return -1;
    return 0;
}

/// The product of two ends; where it is infinite, on which side.
struct Corner {
    Bound bound;
    int infinity = 0;
};

/// `end` is -1 for the low end of an interval and 1 for the high one.
inline Corner multiply(const Bound& a, int end_of_a, const Bound& b, int end_of_b) {
    const auto sign = [](const Bound& x, int end) {
        return x.kind == Bound::Kind::infinite ? end : x.value.rational().sign();
    };
    const int sign_of_a = sign(a, end_of_a);
    const int sign_of_b = sign(b, end_of_b);
    if (sign_of_a == 0 || sign_of_b == 0) {
        // A closed zero makes a closed zero whatever the other end excludes, an open one makes an open zero.
        const bool closed = (sign_of_a == 0 && a.kind == Bound::Kind::closed) ||
                            (sign_of_b == 0 && b.kind == Bound::Kind::closed);
        return {{0, closed ? Bound::Kind::closed : Bound::Kind::open}};
    }
    if (either(a, b) == Bound::Kind::infinite) return {{0, Bound::Kind::infinite}, sign_of_a * sign_of_b};
    return {{a.value.rational() * b.value.rational(), either(a, b)}};
}

/// Whether `a` reaches further towards an end than `b` does; at one number, a closed end does.
inline bool further(const Corner& a, const Corner& b, int end) {
    if (a.infinity != b.infinity) return (a.infinity - b.infinity) * end > 0;
    const auto order = a.bound.value.rational() <=> b.bound.value.rational();
    if (order == 0) return a.bound.kind < b.bound.kind;
    return (order > 0) == (end > 0);
}

/// All products of both: the hull of the four products of ends.
inline Interval multiply(const Interval& a, const Interval& b) {
    if (side(a) > 0 && side(b) > 0)
        return {multiply(a.low, -1, b.low, -1).bound, multiply(a.high, 1, b.high, 1).bound};
    const Corner corners[] = {multiply(a.low, -1, b.low, -1), multiply(a.low, -1, b.high, 1),
                              multiply(a.high, 1, b.low, -1), multiply(a.high, 1, b.high, 1)};
    const Corner* low = corners;
    const Corner* high = corners;
    for (const auto& corner : corners) {
        if (further(corner, *low, -1)) low = &corner;
        if (further(corner, *high, 1)) high = &corner;
    }
    return {low->bound, high->bound};
}

/// 1/x for an interval on one side of zero; an end at zero becomes infinite.
inline Interval reciprocal(const Interval& range) {
    const auto turn = [](const Bound& bound) -> Bound {
        if (bound.kind == Bound::Kind::infinite) return {0, Bound::Kind::open};
        if (bound.value.rational().is_zero()) return {0, Bound::Kind::infinite};
        return {Ratio(1) / bound.value.rational(), bound.kind};
    };
    return {turn(range.high), turn(range.low)};
}

}  // namespace detail

inline Rounded Rounded::published(const Decimal& figure, const Ratio& factor) {
    const Ratio value = Ratio(figure) * factor;
    const Ratio half = factor / Ratio(2) / Ratio::of(detail::power_of_ten(figure.places()), 1);
    const auto inner = Bound::Kind::closed;
    const auto outer = Bound::Kind::open;
    const int sign = figure.sign();
    return {value, {{value - half, sign > 0 ? inner : outer}, {value + half, sign < 0 ? inner : outer}}};
}

inline Rounded operator+(const Rounded& a, const Rounded& b) {
    return {a.value_ + b.value_,
            {detail::add(a.range_.low, b.range_.low), detail::add(a.range_.high, b.range_.high)}};
}

inline Rounded operator-(const Rounded& a) { return {-a.value_, detail::negate(a.range_)}; }

inline Rounded operator*(const Rounded& a, const Rounded& b) {
    return {a.value_ * b.value_, detail::multiply(a.range_, b.range_)};
}

inline Rounded operator/(const Rounded& a, const Rounded& b) {
    if (detail::side(b.range_) == 0) return {a.value_ / b.value_, Interval::unbounded()};
    return {a.value_ / b.value_, detail::multiply(a.range_, detail::reciprocal(b.range_))};
}

}  // namespace goalpost
