// SPDX-License-Identifier: BSL-1.0
#include <goalpost/number/interval.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "support/string_makers.hpp"

using goalpost::Bound;
using goalpost::Decimal;
using goalpost::Interval;
using goalpost::Ratio;
using goalpost::Rounded;
using goalpost::test::written;

namespace {

Rounded published(std::string_view figure, const Ratio& factor = 1) {
    return Rounded::published(*Decimal::parse(figure), factor);
}
std::string range_of(const Rounded& rounded) { return written(rounded.range()); }

bool contains(const Interval& range, const Ratio& x) {
    const auto inside = [](const Bound& bound, const Ratio& distance) {
        return bound.kind == Bound::Kind::infinite || distance.sign() > 0 ||
               (distance.is_zero() && bound.kind == Bound::Kind::closed);
    };
    const auto end = [](const Bound& bound) { return bound.value.rational(); };
    return inside(range.low, x - end(range.low)) && inside(range.high, end(range.high) - x);
}

const Ratio tiny = Ratio(Decimal(1, 9));
constexpr int far = 1'000'000'000;

/// Ends of every kind on both sides of zero and on it, and intervals of one number.
std::vector<Interval> intervals() {
    using Kind = Bound::Kind;
    const Ratio ends[] = {-2, Ratio::of(-1, 2), 0, 3};
    std::vector<Interval> all{Interval::unbounded()};
    for (const auto& low : ends) {
        all.push_back(Interval::exactly(low));
        for (const auto kind : {Kind::closed, Kind::open}) {
            all.push_back({{low, kind}, {0, Kind::infinite}});
            all.push_back({{0, Kind::infinite}, {low, kind}});
            for (const auto& high : ends) {
                if (low < high) {
                    all.push_back({{low, kind}, {high, Kind::closed}});
                    all.push_back({{low, kind}, {high, Kind::open}});
                }
            }
        }
    }
    return all;
}

/// Numbers of an interval that come as near to its ends as they can, and zero where it is among them.
std::vector<Ratio> samples(const Interval& range) {
    std::vector<Ratio> all;
    for (const Bound* end : {&range.low, &range.high}) {
        if (end->kind == Bound::Kind::infinite) {
            all.push_back(end == &range.low ? -far : far);
            continue;
        }
        for (const Ratio& step : {Ratio(0), tiny, -tiny})
            all.push_back(end->value.rational() + step);
    }
    for (const Ratio& x : {Ratio(0), tiny, -tiny})
        all.push_back(x);
    std::erase_if(all, [&](const Ratio& x) { return !contains(range, x); });
    return all;
}

/// An end of a result is right where no sample lies beyond it and samples come as near as they can: to a
/// closed end exactly, to an open one nearly, to an infinite one far out.
void check_end(const Bound& end, int direction, const std::vector<Ratio>& results) {
    bool reached = false;
    for (const Ratio& result : results) {
        if (end.kind == Bound::Kind::infinite) {
            reached = reached || result * direction > 1'000'000;
        } else {
            const Ratio distance = (end.value.rational() - result) * direction;
            REQUIRE(distance >= 0);
            if (end.kind == Bound::Kind::open) REQUIRE(distance > 0);
            reached = reached || (end.kind == Bound::Kind::closed ? distance.is_zero()
                                                                  : distance < Ratio::of(1, 1'000'000));
        }
    }
    REQUIRE(reached);
}

template <class Operation>
void check_against_samples(Operation operation, bool division) {
    const auto all = intervals();
    for (const auto& a : all) {
        for (const auto& b : all) {
            const auto xs = samples(a);
            auto ys = samples(b);
            if (division) std::erase_if(ys, [](const Ratio& y) { return y.is_zero(); });
            if (ys.empty()) continue;  // division by zero alone
            const Rounded result = operation(Rounded(xs.front(), a), Rounded(ys.front(), b));
            CAPTURE(a);
            CAPTURE(b);
            CAPTURE(result.range());
            REQUIRE(result.value() == operation(xs.front(), ys.front()));
            if (division && goalpost::detail::side(b) == 0) {
                REQUIRE(written(result.range()) == "(infinite, infinite)");
                continue;
            }
            std::vector<Ratio> results;
            for (const auto& x : xs) {
                for (const auto& y : ys)
                    results.push_back(operation(x, y));
            }
            check_end(result.range().low, -1, results);
            check_end(result.range().high, 1, results);
        }
    }
}

}  // namespace

TEST_CASE("a published figure stands for all that rounds to it") {
    CHECK(range_of(published("1.45", 10'000)) == "[14450, 14550)");  // 1.45 万家
    CHECK(range_of(published("-2.8")) == "(-57/20, -11/4]");         // (-2.85, -2.75]
    CHECK(range_of(published("0.0")) == "(-1/20, 1/20)");
    CHECK(range_of(published("3.2")) == "[63/20, 13/4)");        // [3.15, 3.25)
    CHECK(range_of(published("3.20")) == "[639/200, 641/200)");  // a digit more says more
    CHECK(range_of(published("300")) == "[599/2, 601/2)");
    CHECK(range_of(published("3.5", Ratio::of(1, 100))) == "[69/2000, 71/2000)");  // 3.5 %
    CHECK(published("-2.8").value() == Ratio::of(-14, 5));
}

TEST_CASE("the interval of a figure holds exactly the numbers that are printed as it") {
    for (int figure = -12; figure <= 12; ++figure) {
        const Decimal tenths(figure, 1);
        const auto range = Rounded::published(tenths).range();
        for (int x = -150; x <= 150; ++x) {
            const Ratio hundredths = Ratio::of(x, 100);
            REQUIRE(contains(range, hundredths) == (*Decimal::parse(hundredths.fixed(1)) == tenths));
        }
    }
}

TEST_CASE("sums hold exactly what sums of true values give") {
    check_against_samples([](const auto& x, const auto& y) { return x + y; }, false);
}
TEST_CASE("differences hold exactly what differences of true values give") {
    check_against_samples([](const auto& x, const auto& y) { return x - y; }, false);
}
TEST_CASE("products hold exactly what products of true values give") {
    check_against_samples([](const auto& x, const auto& y) { return x * y; }, false);
}
TEST_CASE("quotients hold exactly what quotients of true values give") {
    check_against_samples([](const auto& x, const auto& y) { return x / y; }, true);
}

TEST_CASE("growth from rounded levels") {
    // High-tech value added of Zhejiang: 1.50 万亿元, a year later 15507.87 亿元
    // (examples/data/zhejiang_2024.csv). The least growth is 15507.865 on 15050, the greatest 15507.875 on
    // 14950: 3.04 % to 3.73 %, and neither end is reached.
    const auto growth = published("15507.87") / published("1.50", 10'000) - Rounded(1);
    CHECK(growth.value() == Ratio::of(1'550'787, 1'500'000) - 1);
    CHECK(growth.range().low.kind == Bound::Kind::open);
    CHECK(growth.range().high.kind == Bound::Kind::open);
    CHECK(growth.range().low.value.rational() == Ratio::of(15'507'865, 15'050'000) - 1);
    CHECK(growth.range().high.value.rational() == Ratio::of(15'507'875, 14'950'000) - 1);
    CHECK(growth.range().low.value.fixed(4) == "0.0304");
    CHECK(growth.range().high.value.fixed(4) == "0.0373");
}

TEST_CASE("a bound that the source prints is carried through") {
    // More than 2000 against exactly 1600: more than 25 % growth, in percent too.
    const Rounded more_than_2000(2000, {{2000, Bound::Kind::open}, {0, Bound::Kind::infinite}});
    const auto growth = more_than_2000 / Rounded(1600) - Rounded(1);
    CHECK(range_of(growth) == "(1/4, infinite)");
    CHECK(range_of(growth * Rounded(100)) == "(25, infinite)");
    CHECK(range_of(Rounded(1600) / more_than_2000 - Rounded(1)) == "(-1, -1/5)");
    CHECK(range_of(-more_than_2000) == "(infinite, -2000)");
    // A fall of 400 on it, in percent: the ends are negative and one of them is infinitely near zero.
    CHECK(range_of(Rounded(-400) / more_than_2000 * Rounded(100)) == "(-20, 0)");
}

TEST_CASE("zero as a dividend and as a divisor") {
    CHECK(range_of(Rounded(0) / Rounded(5, {{0, Bound::Kind::open}, {0, Bound::Kind::infinite}})) ==
          "[0, 0]");
    CHECK(range_of(published("0.1") / Rounded(1, {{-1, Bound::Kind::closed}, {2, Bound::Kind::closed}})) ==
          "(infinite, infinite)");
    CHECK(range_of(Rounded(1) / Rounded(1, {{0, Bound::Kind::closed}, {2, Bound::Kind::closed}})) ==
          "[1/2, infinite)");
    CHECK(range_of(Rounded(1) / Rounded(-1, {{-2, Bound::Kind::open}, {0, Bound::Kind::open}})) ==
          "(infinite, -1/2)");
    CHECK_THROWS_AS(static_cast<void>(Rounded(1) / Rounded(0)), std::domain_error);
    CHECK_THROWS_AS(static_cast<void>(Rounded(1) / published("0.0")), std::domain_error);
}

TEST_CASE("an exact number stays exact") {
    const Rounded three(Ratio::of(3, 1));
    CHECK(range_of(three * three - Rounded(9)) == "[0, 0]");
    CHECK(range_of(three / Rounded(7)) == "[3/7, 3/7]");
    CHECK(range_of(Rounded()) == "[0, 0]");
}
