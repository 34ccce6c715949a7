// SPDX-License-Identifier: BSL-1.0
// How doctest writes our types when a check fails.
#pragma once

#include <doctest/doctest.h>

#include <compare>
#include <optional>
#include <string>

#include "goalpost/calendar/period.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/number/interval.hpp"

namespace goalpost::test {

inline std::string written(const Bound& bound) {
    if (bound.kind == Bound::Kind::infinite) return "infinite";
    return bound.value.is_rational() ? bound.value.rational().fraction() : bound.value.fixed(12);
}

/// `[14450, 14550)`, ends as fractions: what a test can compare with.
inline std::string written(const Interval& range) {
    const bool closed_low = range.low.kind == Bound::Kind::closed;
    const bool closed_high = range.high.kind == Bound::Kind::closed;
    return (closed_low ? "[" : "(") + written(range.low) + ", " + written(range.high) +
           (closed_high ? "]" : ")");
}

inline doctest::String shown(const std::string& text) {
    return {text.data(), static_cast<unsigned>(text.size())};
}

}  // namespace goalpost::test

namespace doctest {

template <>
struct StringMaker<goalpost::Decimal> {
    static String convert(const goalpost::Decimal& value) { return goalpost::test::shown(value.text()); }
};

template <>
struct StringMaker<goalpost::Ratio> {
    static String convert(const goalpost::Ratio& value) { return goalpost::test::shown(value.fraction()); }
};

template <>
struct StringMaker<goalpost::Value> {
    static String convert(const goalpost::Value& value) { return goalpost::test::shown(value.fixed(12)); }
};

template <>
struct StringMaker<goalpost::Interval> {
    static String convert(const goalpost::Interval& range) {
        return goalpost::test::shown(goalpost::test::written(range));
    }
};

template <>
struct StringMaker<goalpost::Period> {
    static String convert(const goalpost::Period& period) { return goalpost::test::shown(period.text()); }
};

template <>
struct StringMaker<goalpost::Date> {
    static String convert(const goalpost::Date& date) {
        return goalpost::test::shown(goalpost::date_text(date));
    }
};

template <>
struct StringMaker<goalpost::Criterion> {
    static String convert(const goalpost::Criterion& criterion) {
        return goalpost::test::shown(goalpost::text(criterion));
    }
};

template <>
struct StringMaker<goalpost::ParseError> {
    static String convert(const goalpost::ParseError& error) {
        return goalpost::test::shown(error.message());
    }
};

template <>
struct StringMaker<std::strong_ordering> {
    static String convert(std::strong_ordering order) {
        return order < 0 ? "less" : order > 0 ? "greater" : "equal";
    }
};

template <class T>
struct StringMaker<std::optional<T>> {
    static String convert(const std::optional<T>& value) { return value ? toString(*value) : "nothing"; }
};

}  // namespace doctest
