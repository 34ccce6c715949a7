// SPDX-License-Identifier: BSL-1.0
#pragma once

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

    static Interval exactly(const Value& value);
    static Interval unbounded();
};

/// A number and the interval of values it may stand for; arithmetic carries both along exactly.
///
/// Every operand must occur once in a formula for the interval to be exact; where it would occur twice, the
/// formula is rearranged (`y / b - 1`, not `(y - b) / b`).
class Rounded {
  public:
    Rounded() = default;
    Rounded(Ratio value);  // NOLINT: exact
    Rounded(Ratio value, Interval range);

    /// What a figure stands for that was rounded half away from zero when it was printed: 1.45 is
    /// [1.445, 1.455), -2.8 is (-2.85, -2.75], 0.0 is (-0.05, 0.05). All of it times `factor` > 0, as 10,000
    /// for 1.45 万.
    static Rounded published(const Decimal& figure, const Ratio& factor = 1);

    [[nodiscard]] const Ratio& value() const noexcept { return value_; }
    [[nodiscard]] const Interval& range() const noexcept { return range_; }

    friend Rounded operator+(const Rounded& a, const Rounded& b);
    friend Rounded operator-(const Rounded& a, const Rounded& b);
    friend Rounded operator-(const Rounded& a);
    friend Rounded operator*(const Rounded& a, const Rounded& b);
    /// Throws std::domain_error where the value of `b` is zero; unbounded where zero lies inside its
    /// interval.
    friend Rounded operator/(const Rounded& a, const Rounded& b);

  private:
    Ratio value_;
    Interval range_;  // zero and nothing else
};

namespace detail {

Bound::Kind either(const Bound& a, const Bound& b);

Bound add(const Bound& a, const Bound& b);

/// -1 or 1 where the whole interval lies on one side of zero (zero included), else 0.
int side(const Interval& range);

/// The product of two ends; where it is infinite, on which side.
struct Corner {
    Bound bound;
    int infinity = 0;
};

/// `end` is -1 for the low end of an interval and 1 for the high one.
Corner multiply(const Bound& a, int end_of_a, const Bound& b, int end_of_b);

/// All products of both: the hull of the four products of ends.
Interval multiply(const Interval& a, const Interval& b);

}  // namespace detail

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/number/detail/interval_impl.hpp"  // IWYU pragma: keep
#endif
