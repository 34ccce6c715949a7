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

    static Interval exactly(const Value& value) { return {{value, Bound::Kind::closed}, {value, Bound::Kind::closed}}; }
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

    /// A published figure of `step` per unit of its last digit, rounded half away from zero:
    /// 1.45 is [1.445, 1.455), -2.8 is (-2.85, -2.75], 0.0 is (-0.05, 0.05).
    static Rounded published(const Decimal& figure, const Ratio& factor = 1);

    [[nodiscard]] const Ratio& value() const noexcept { return value_; }
    [[nodiscard]] const Interval& range() const noexcept { return range_; }

    friend Rounded operator+(const Rounded& a, const Rounded& b);
    friend Rounded operator-(const Rounded& a, const Rounded& b) { return a + (-b); }
    friend Rounded operator-(const Rounded& a);
    friend Rounded operator*(const Rounded& a, const Rounded& b);
    /// Throws std::domain_error where the value of `b` is zero; unbounded where its interval holds zero.
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

inline Bound multiply(const Bound& a, const Bound& b) {
    if (either(a, b) == Bound::Kind::infinite) return {0, Bound::Kind::infinite};
    const Ratio product = a.value.rational() * b.value.rational();
    // A closed zero makes the product a closed zero whatever the other end excludes.
    const bool closed_zero = (a.kind == Bound::Kind::closed && a.value.rational().is_zero()) ||
                             (b.kind == Bound::Kind::closed && b.value.rational().is_zero());
    return {product, closed_zero ? Bound::Kind::closed : either(a, b)};
}

/// -1 or 1 where the whole interval lies on one side of zero (zero included), else 0.
inline int side(const Interval& range) {
    if (range.low.kind != Bound::Kind::infinite && range.low.value.rational().sign() >= 0) return 1;
    if (range.high.kind != Bound::Kind::infinite && range.high.value.rational().sign() <= 0) return -1;
    return 0;
}

inline Bound lower(const Bound& a, const Bound& b) {
    const auto order = a.value.rational() <=> b.value.rational();
    if (order == 0) return a.kind < b.kind ? a : b;
    return order < 0 ? a : b;
}

inline Bound upper(const Bound& a, const Bound& b) {
    const auto order = a.value.rational() <=> b.value.rational();
    if (order == 0) return a.kind < b.kind ? a : b;
    return order > 0 ? a : b;
}

inline bool finite(const Interval& range) {
    return range.low.kind != Bound::Kind::infinite && range.high.kind != Bound::Kind::infinite;
}

/// The hull of the four products of ends; unbounded operands are followed only where both are positive.
inline Interval multiply(const Interval& a, const Interval& b) {
    if (side(a) > 0 && side(b) > 0) return {multiply(a.low, b.low), multiply(a.high, b.high)};
    if (!finite(a) || !finite(b)) return Interval::unbounded();
    const Bound products[] = {multiply(a.low, b.low), multiply(a.low, b.high), multiply(a.high, b.low), multiply(a.high, b.high)};
    Interval hull{products[0], products[0]};
    for (const auto& product : products) {
        hull.low = lower(hull.low, product);
        hull.high = upper(hull.high, product);
    }
    return hull;
}

/// 1/x for an interval on one side of zero; an end at zero becomes infinite.
inline Interval reciprocal(const Interval& range) {
    if (side(range) == 0) return Interval::unbounded();
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
    return {a.value_ + b.value_, {detail::add(a.range_.low, b.range_.low), detail::add(a.range_.high, b.range_.high)}};
}

inline Rounded operator-(const Rounded& a) {
    const auto turn = [](const Bound& bound) -> Bound { return {bound.value * Ratio(-1), bound.kind}; };
    return {-a.value_, {turn(a.range_.high), turn(a.range_.low)}};
}

inline Rounded operator*(const Rounded& a, const Rounded& b) { return {a.value_ * b.value_, detail::multiply(a.range_, b.range_)}; }

inline Rounded operator/(const Rounded& a, const Rounded& b) {
    return {a.value_ / b.value_, detail::multiply(a.range_, detail::reciprocal(b.range_))};
}

}  // namespace goalpost
