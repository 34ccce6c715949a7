// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by interval.hpp.
#pragma once

#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/number/interval.hpp"

namespace goalpost {
namespace detail {
GOALPOST_INLINE Bound::Kind either(const Bound& a, const Bound& b) {
    return a.kind > b.kind ? a.kind : b.kind;
}
GOALPOST_INLINE Bound add(const Bound& a, const Bound& b) {
    if (either(a, b) == Bound::Kind::infinite) return {0, Bound::Kind::infinite};
    return {a.value + b.value, either(a, b)};
}

inline Interval negate(const Interval& range) {
    const auto turn = [](const Bound& bound) -> Bound { return {bound.value * Ratio(-1), bound.kind}; };
    return {turn(range.high), turn(range.low)};
}

GOALPOST_INLINE int side(const Interval& range) {
    if (range.low.kind != Bound::Kind::infinite && range.low.value.rational().sign() >= 0) return 1;
    if (range.high.kind != Bound::Kind::infinite && range.high.value.rational().sign() <= 0) return -1;
    return 0;
}

GOALPOST_INLINE Corner multiply(const Bound& a, int end_of_a, const Bound& b, int end_of_b) {
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

GOALPOST_INLINE Interval multiply(const Interval& a, const Interval& b) {
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
GOALPOST_INLINE Rounded Rounded::published(const Decimal& figure, const Ratio& factor) {
    const auto twice = detail::int128{figure.units()} * 2;
    const auto at = [&](int half) {
        return Ratio::of(twice + half, detail::power_of_ten(figure.places()) * 2) * factor;
    };
    const auto inner = Bound::Kind::closed;
    const auto outer = Bound::Kind::open;
    const int sign = figure.sign();
    return {at(0), {{at(-1), sign > 0 ? inner : outer}, {at(1), sign < 0 ? inner : outer}}};
}

GOALPOST_INLINE Rounded operator+(const Rounded& a, const Rounded& b) {
    return {a.value_ + b.value_,
            {detail::add(a.range_.low, b.range_.low), detail::add(a.range_.high, b.range_.high)}};
}

GOALPOST_INLINE Rounded operator-(const Rounded& a) { return {-a.value_, detail::negate(a.range_)}; }
GOALPOST_INLINE Rounded operator*(const Rounded& a, const Rounded& b) {
    return {a.value_ * b.value_, detail::multiply(a.range_, b.range_)};
}

GOALPOST_INLINE Rounded operator/(const Rounded& a, const Rounded& b) {
    if (detail::side(b.range_) == 0) return {a.value_ / b.value_, Interval::unbounded()};
    return {a.value_ / b.value_, detail::multiply(a.range_, detail::reciprocal(b.range_))};
}

GOALPOST_INLINE Interval Interval::exactly(const Value& value) {
    return {{value, Bound::Kind::closed}, {value, Bound::Kind::closed}};
}
GOALPOST_INLINE Interval Interval::unbounded() {
    return {{0, Bound::Kind::infinite}, {0, Bound::Kind::infinite}};
}

GOALPOST_INLINE Rounded::Rounded(Ratio value) : value_(value), range_(Interval::exactly(std::move(value))) {}
GOALPOST_INLINE Rounded::Rounded(Ratio value, Interval range)
    : value_(std::move(value)), range_(std::move(range)) {}

GOALPOST_INLINE Rounded operator-(const Rounded& a, const Rounded& b) { return a + (-b); }
}  // namespace goalpost
