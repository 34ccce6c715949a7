// SPDX-License-Identifier: BSL-1.0
#include <goalpost/number/value.hpp>

#include <doctest/doctest.h>

#include <compare>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "support/random.hpp"
#include "support/string_makers.hpp"

using goalpost::Decimal;
using goalpost::Ratio;
using goalpost::Rounding;
using goalpost::Value;

template <class Number>
concept exact_only =
    std::is_convertible_v<int, Number> &&        // integers, ratios and published numbers are exact
    std::is_convertible_v<Ratio, Number> &&      //
    std::is_convertible_v<Decimal, Number> &&    //
    !std::is_constructible_v<Number, double> &&  // a binary float has lost the number it came from
    !std::is_constructible_v<Number, bool> &&    // a condition is no number
    !requires(Number n) {
    n * 0.5;
}
&&  // no float slips in as a factor
    !requires(Number n) {
    static_cast<double>(n);
};  // and none comes out
static_assert(exact_only<Value>);

namespace {

/// The order of two numbers; a test fails where it stays open.
std::strong_ordering order(const Value& a, const Value& b) {
    const auto found = compare(a, b);
    REQUIRE(found.has_value());
    return *found;
}

Ratio quotient(goalpost::test::Random& random) {
    const auto top = random.between(1, 99'999);
    return Ratio::of(top, random.between(1, 99'999));
}

}  // namespace

TEST_CASE("a root is held against rationals just beside it by powers alone") {
    goalpost::test::Random random(21);
    for (int i = 0; i < 300; ++i) {
        const auto degree = static_cast<unsigned>(random.between(1, 10));
        const Ratio radicand = quotient(random);
        const Value root = Value::root(radicand, degree);
        const auto [low, high] = root.bracket(80);
        for (const Ratio& line :
             {low, high, low - Ratio::of(1, 1'000'000'000), high + Ratio::of(1, 1'000'000'000), Ratio(1)}) {
            CAPTURE(radicand);
            CAPTURE(line);
            // For positive numbers x < y exactly where x^n < y^n: the oracle needs no root.
            REQUIRE(order(root, line) == (radicand <=> line.power(degree)));
            REQUIRE(order(line, root) == (line.power(degree) <=> radicand));
            REQUIRE(order(root - 1, line - 1) == (radicand <=> line.power(degree)));
            REQUIRE(order(Value(1) - root, Ratio(1) - line) == (line.power(degree) <=> radicand));
        }
    }
}

TEST_CASE("a root that comes out even is the rational it is, and one step beside is not") {
    goalpost::test::Random random(22);
    for (int i = 0; i < 300; ++i) {
        const auto degree = static_cast<unsigned>(random.between(1, 10));
        const Ratio exact = quotient(random);
        const Value root = Value::root(exact.power(degree), degree);
        REQUIRE(root.is_rational());
        REQUIRE(root.rational() == exact);
        const Ratio step = Ratio(Decimal(1, 18));  // of it
        REQUIRE(order(Value::root(exact.power(degree) * (Ratio(1) + step), degree), exact) > 0);
        REQUIRE(order(Value::root(exact.power(degree) * (Ratio(1) - step), degree), exact) < 0);
    }
    CHECK_FALSE(Value::root(2, 2).is_rational());
    CHECK_THROWS_AS(static_cast<void>(Value::root(2, 2).rational()), std::logic_error);
    CHECK(Value::root(0, 7).rational() == 0);
    CHECK(Value::root(5, 1).rational() == 5);
    CHECK_THROWS_AS(Value::root(-1, 3), std::domain_error);
    CHECK_THROWS_AS(Value::root(2, 0), std::domain_error);
}

TEST_CASE("15 % a year over five years, met to the last digit and missed by one") {
    // (23/20)^5 = 6436343/3200000, so that 6436343 on 3200000 is 15 % a year exactly.
    const Value line = Ratio(Decimal(15, 2));
    CHECK(order(Value::root(Ratio::of(6'436'343, 3'200'000), 5) - 1, line) == 0);
    CHECK(order(Value::root(Ratio::of(6'436'342, 3'200'000), 5) - 1, line) < 0);
    CHECK(order(Value::root(Ratio::of(6'436'344, 3'200'000), 5) - 1, line) > 0);
}

TEST_CASE("two roots of unlike degrees are ordered exactly, also where they are equal") {
    goalpost::test::Random random(23);
    for (int i = 0; i < 200; ++i) {
        const auto m = static_cast<unsigned>(random.between(2, 9));
        const auto n = static_cast<unsigned>(random.between(2, 9));
        const Ratio a = quotient(random);
        // Half of them equal or within a step of it: b = a^(n/m) where that is rational, from a common root.
        const Ratio common = Ratio(random.between(1, 99)) / 60;
        const bool close = random.chance(2);
        const Ratio x = close ? common.power(m) * 2 : a;
        const Ratio y = close ? (common.power(m) * 2).power(n) : quotient(random);  // y^(1/(m n)) == x^(1/m)
        const unsigned degree = close ? m * n : n;
        const Ratio beside = y * (close ? Ratio(1) + Ratio(Decimal(random.between(-1, 1), 18)) : Ratio(1));
        const Value left = Value::root(x, m);
        const Value right = Value::root(beside, degree);
        REQUIRE(order(left, right) == (x.power(degree) <=> beside.power(m)));
        REQUIRE(order(right, left) == (beside.power(m) <=> x.power(degree)));
        REQUIRE(order(left * 3 - 3, right * 3 - 3) == order(left, right));
    }
    CHECK(order(Value::root(4, 4), Value::root(2, 2)) == 0);
    CHECK(order(Value::root(8, 2), Value::root(2, 2) * 2) == 0);
}

TEST_CASE("two growths a year with a margin between them") {
    // 1.21^(1/2) - 1 is 10 %. sqrt(1.2321) - 1 = 11 % leads sqrt(1.21) - 1 by one point exactly.
    const Value eleven = Value::root(Ratio(Decimal(12321, 4)), 2) - 1;
    const Value ten = Value::root(Ratio(Decimal(121, 2)), 2) - 1;
    CHECK(order(eleven, ten + Ratio::of(1, 100)) == 0);
    // Irrational on both sides. sqrt(2) - cbrt(2) = 1.41421356237309504880 - 1.25992104989487316477
    // = 0.15429251247822188403 (OEIS A002193, A002580).
    const Value gap = Value::root(2, 2) - Value::root(2, 3);
    CHECK(order(gap, Ratio(Decimal(154'292'512'478'221'884, 18))) > 0);
    CHECK(order(gap, Ratio(Decimal(154'292'512'478'221'885, 18))) < 0);
    CHECK(gap.fixed(17) == "0.15429251247822188");
}

TEST_CASE("two roots are always decided, three and more up to 4096 bits") {
    const Value two = Value::root(2, 2) - Value::root(3, 3);
    const Value three = two + Value::root(5, 2);
    const auto near = [](const Value& value) {
        return value - value.bracket(5000).first;
    };  // less than 2^-4998
    CHECK(near(two).sign() == 1);
    CHECK_FALSE(near(three).sign().has_value());
    CHECK_FALSE(compare(three, three.bracket(5000).first).has_value());
    CHECK(three.sign() == 1);
}

TEST_CASE("roots that are multiples of each other add up to what they are") {
    // 4^(1/4) = 64^(1/12) = 2^(1/2), 8^(1/2) = 2 * 2^(1/2): zero, though no two of the terms are written
    // alike.
    const Value zero = Value::root(4, 4) + Value::root(64, 12) - Value::root(8, 2);
    CHECK(zero.sign() == 0);
    CHECK(zero.fixed(2, Rounding::floor) == "0.00");
    CHECK((zero + Ratio::of(3, 2)).fixed(0) == "2");  // a tie, which no bracket would ever settle
    CHECK((zero + Ratio::of(3, 2)).sign() == 1);
    CHECK((zero + Value::root(3, 2) - 2).sign() == -1);
    const Value half = Value::root(4, 4) - Value::root(2, 2) + Ratio::of(-1, 2);
    CHECK(half.fixed(0) == "-1");
    CHECK(half.fixed(0, Rounding::half_even) == "0");
}

TEST_CASE("a bracket holds the number and is as narrow as it says") {
    goalpost::test::Random random(24);
    for (const unsigned bits : {0U, 1U, 64U, 200U}) {
        const Ratio step = Ratio(1) / Ratio(2).power(bits);
        for (int i = 0; i < 40; ++i) {
            const auto degree = static_cast<unsigned>(random.between(2, 7));
            const Ratio scale = Ratio::of(random.between(-500, 500), 7);
            const Ratio offset = quotient(random);
            const Value value = Value::root(quotient(random), degree) * scale + offset;
            const auto [low, high] = value.bracket(bits);
            REQUIRE(order(low, value) <= 0);
            REQUIRE(order(high, value) >= 0);
            REQUIRE(high - low <= step * scale.abs());
        }
    }
    const Value sum = Value::root(2, 2) * 3 - Value::root(3, 3) * 2;
    const auto [low, high] = sum.bracket(100);
    CHECK(order(low, sum) < 0);
    CHECK(order(high, sum) > 0);
    CHECK(high - low <= Ratio(5) / Ratio(2).power(100));
    const auto same = Value(Ratio::of(1, 3)).bracket(10);
    CHECK(same.first == same.second);
}

TEST_CASE("what is printed lies where the number lies") {
    goalpost::test::Random random(25);
    for (int i = 0; i < 150; ++i) {
        const auto degree = static_cast<unsigned>(random.between(2, 6));
        const Ratio offset = Ratio::of(random.between(-40, 40), 8);
        const auto scale = random.between(-3, 3);
        Value value = Value::root(quotient(random), degree) * scale - offset;
        if (random.chance(2)) value = value + Value::root(quotient(random), 2);
        const auto places = static_cast<int>(random.between(0, 8));
        const Ratio unit = Ratio(1) / Ratio(10).power(static_cast<unsigned>(places));
        const auto printed = [&](Rounding mode) { return *Ratio::parse(value.fixed(places, mode)); };
        CAPTURE(value);
        for (const auto mode : {Rounding::floor, Rounding::half_away, Rounding::half_even})
            REQUIRE(value.rounded(places, mode) == printed(mode));
        const Ratio below = printed(Rounding::floor);
        const Ratio above = printed(Rounding::ceiling);
        REQUIRE(order(below, value) <= 0);
        REQUIRE(order(value, below + unit) < 0);
        REQUIRE(order(value, above) <= 0);
        REQUIRE(order(above - unit, value) < 0);
        REQUIRE(printed(Rounding::truncate) == (*value.sign() < 0 ? above : below));
        const Ratio nearest = printed(Rounding::half_away);
        REQUIRE(order(value, nearest - unit / 2) >= 0);
        REQUIRE(order(value, nearest + unit / 2) <= 0);
    }
    // A growth just short of 15 % reads 15 only as long as it is rounded so far.
    const Value short_of = Value::root(Ratio::of(6'436'342, 3'200'000), 5) - 1;
    CHECK((short_of * 100).fixed(2) == "15.00");
    CHECK((short_of * 100).fixed(2, Rounding::floor) == "14.99");
    CHECK((short_of * 100).fixed(6) == "14.999996");
    CHECK(Value::root(2, 2).fixed(2000).substr(0, 22) == "1.41421356237309504880");
}

TEST_CASE("terms cancel, and a factor of zero leaves nothing") {
    const Value root = Value::root(Ratio::of(7, 3), 5);
    CHECK((root - root).is_rational());
    CHECK((root - root).rational() == 0);
    CHECK((root * 0).is_rational());
    CHECK((root + 2 - root).rational() == 2);
    CHECK((root + root).fixed(10) == (root * 2).fixed(10));
    CHECK(order(root, root) == 0);
    CHECK(Value(Decimal(350, 2)).rational() == Ratio::of(7, 2));
}
