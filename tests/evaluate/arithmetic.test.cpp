// SPDX-License-Identifier: BSL-1.0
#include "goalpost/evaluate/arithmetic.hpp"
#include "goalpost/evaluate/published_figure.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

using namespace goalpost;
namespace calc = goalpost::arithmetic;

// A unit must outlive the figure that is in it.
template <class Unit>
concept Divides = requires(const Rounded& figure, Unit&& unit) {
    calc::quotient(figure, figure, std::forward<Unit>(unit));
    calc::implied_plan(figure, figure, std::forward<Unit>(unit));
};
template <class Unit>
concept DividesNeither = requires(const Rounded& figure, Unit&& unit) {
    requires !requires { calc::quotient(figure, figure, std::forward<Unit>(unit)); };
    requires !requires { calc::implied_plan(figure, figure, std::forward<Unit>(unit)); };
};
static_assert(Divides<const UnitOfMeasure&> && Divides<UnitOfMeasure&>);
static_assert(DividesNeither<UnitOfMeasure>);

namespace {

Rounded printed(std::string_view text) { return Rounded::published(*Decimal::parse(text)); }
Rounded percent(std::string_view text) {
    return published_figure(*Decimal::parse(text), UnitOfMeasure::percent());
}

/// In the unit it comes in: 96.92 for 96.92 %.
std::string shown(const Measured& found, int places) {
    return (found.value() * (Ratio(1) / found.unit().factor())).fixed(places);
}
std::string text(const Interval& range, const UnitOfMeasure& unit, int places) {
    const auto end = [&](const Bound& bound) {
        return bound.kind == Bound::Kind::infinite ? std::string("inf")
                                                   : (bound.value * (Ratio(1) / unit.factor())).fixed(places);
    };
    return (range.low.kind == Bound::Kind::closed ? "[" : "(") + end(range.low) + ", " + end(range.high) +
           (range.high.kind == Bound::Kind::closed ? "]" : ")");
}

}  // namespace

TEST_CASE("completion and what follows from it, on printed figures") {
    // 浙江省 2024: 15507.87 / 16000 = 96.92 %, short 3.08 % of the plan.
    CHECK(shown(calc::completion(printed("15507.87"), Rounded(16000)), 2) == "96.92");
    CHECK(shown(calc::over_fulfilment(printed("15507.87"), Rounded(16000)), 2) == "-3.08");
    // 新增科技型中小企业: 21947 of 12000 is 182.9 %.
    CHECK(shown(calc::completion(Rounded(21947), Rounded(12000)), 1) == "182.9");
    // 科创强基 2023: 531.15 亿元 is 152.19 % of the plan, which is therefore 349.0 亿元.
    const auto plan = calc::implied_plan(printed("531.15"), percent("152.19"), figure_units::pure());
    CHECK(shown(plan, 1) == "349.0");
    CHECK(calc::reproduces(plan.value(), *Decimal::parse("349.0")));
    CHECK_FALSE(calc::reproduces(plan.value(), *Decimal::parse("349.1")));
    // 武汉市 2023: 1004.06 of 1450 at mid-year is 69.2 %, 19.2 points ahead of half a year.
    const auto done = printed("1004.06") / Rounded(1450);
    CHECK(shown(calc::pace_gap(done, Rounded(Ratio::of(1, 2))), 1) == "19.2");
    CHECK(calc::pace_gap(done, Rounded(Ratio::of(1, 2))).unit() == UnitOfMeasure::points());
}

TEST_CASE("a plan of zero or below has no completion rate") {
    CHECK(calc::completion(Rounded(5), Rounded(0)).reason() == Reason::zero_base);
    CHECK(calc::completion(Rounded(5), Rounded(-2)).reason() == Reason::negative_base);
    CHECK(calc::over_fulfilment(Rounded(5), Rounded(0)).reason() == Reason::zero_base);
    CHECK(calc::over_fulfilment(Rounded(5), Rounded(-2)).reason() == Reason::negative_base);
    CHECK(calc::implied_plan(Rounded(5), Rounded(0), figure_units::pure()).reason() == Reason::zero_base);
    CHECK(calc::implied_plan(Rounded(5), Rounded(-1), figure_units::pure()).reason() ==
          Reason::negative_base);
    CHECK(shown(calc::completion(Rounded(0), Rounded(4)), 0) == "0");
}

TEST_CASE("growth from the figure before and from the difference") {
    CHECK(shown(calc::growth(Rounded(48), Rounded(40)), 2) == "20.00");
    // 大姚县: 16524 万元 after a fall of 2354 is -12.5 %.
    CHECK(shown(calc::growth_from_delta(Rounded(16524), Rounded(-2354)), 1) == "-12.5");
    CHECK(calc::growth(Rounded(1), Rounded(0)).reason() == Reason::zero_base);
    CHECK(calc::growth(Rounded(1), Rounded(-1)).reason() == Reason::sign_change);
    CHECK(calc::growth(Rounded(-3), Rounded(-1)).reason() == Reason::negative_base);
    CHECK(calc::growth_from_delta(Rounded(5), Rounded(5)).reason() == Reason::zero_base);
    CHECK(calc::growth_from_delta(Rounded(5), Rounded(7)).reason() == Reason::sign_change);
    CHECK(shown(calc::growth_from_delta(Rounded(0), Rounded(-3)), 0) == "-100");
    CHECK(calc::quotient(Rounded(8), Rounded(4)).value().rational() == Ratio(2));
}

TEST_CASE("growth from a difference has the interval that the digits allow, and no wider") {
    // 372037 grown by 32770: from 372036.5 by 32769.5 to 372037.5 by 32770.5, the ends worked out by hand:
    // 32769.5 / (372037.5 - 32769.5) = 9.65888... and 32770.5 / (372036.5 - 32770.5) = 9.65923...
    const auto found = calc::growth_from_delta(printed("372037"), printed("32770"));
    CHECK(text(found.range(), found.unit(), 5) == "(9.65888, 9.65923)");
    CHECK(found.range().low.value.rational() == Ratio::of(655390, 6785360));
    CHECK(found.range().high.value.rational() == Ratio::of(655410, 6785320));
    // Where the value may be zero the interval is sound, if wider: 0 rounded to whole, fallen by 3.
    const auto at_zero = calc::growth_from_delta(printed("0"), printed("-3"));
    REQUIRE(at_zero);
    CHECK(at_zero.range().low.value.rational() <= Ratio(-1));
}

TEST_CASE("share, pull and contribution") {
    CHECK(shown(calc::share(Rounded(21334), Rounded(34096)), 2) == "62.57");  // 罗山县
    CHECK(calc::share(Rounded(1), Rounded(0)).reason() == Reason::zero_base);
    CHECK(calc::share(Rounded(1), Rounded(-4)).reason() == Reason::negative_base);
    // 常州市: 357.1 grown by 22.0 % within 846.9 grown by 14.1 % makes 61.5 % of the growth.
    const auto part = calc::increment_of(printed("357.1"), percent("22.0"));
    const auto whole = calc::increment_of(printed("846.9"), percent("14.1"));
    REQUIRE(part);
    REQUIRE(whole);
    CHECK(shown(calc::contribution(*part, *whole), 1) == "61.5");
    // The same part pulls the whole up by 61.5 % of 14.1 points.
    const auto pull = calc::pull(*part, *calc::prior_of(printed("846.9"), percent("14.1")));
    CHECK(shown(pull, 2) == "8.68");
    CHECK(pull.unit() == UnitOfMeasure::points());
    CHECK(calc::contribution(Rounded(1), Rounded(0)).reason() == Reason::zero_base);
    CHECK(calc::pull(Rounded(1), Rounded(0)).reason() == Reason::zero_base);
    CHECK(calc::pull(Rounded(1), Rounded(-1)).reason() == Reason::negative_base);
    CHECK(calc::increment_of(Rounded(0), Rounded(-1)).error() == Reason::zero_base);
    CHECK(calc::increment_of(Rounded(4), Rounded(-2)).error() == Reason::sign_change);
    CHECK(calc::prior_of(Rounded(4), Rounded(-1)).error() == Reason::zero_base);
}

TEST_CASE("the parts' pulls sum to the growth of the whole") {
    const Rounded before[] = {Rounded(30), Rounded(50), Rounded(20)};
    const Rounded after[] = {Rounded(33), Rounded(49), Rounded(25)};
    Ratio pulls;
    Ratio contributions;
    for (int i = 0; i < 3; ++i) {
        pulls = pulls + calc::pull(after[i] - before[i], Rounded(100)).value().rational();
        contributions =
            contributions + calc::contribution(after[i] - before[i], Rounded(7)).value().rational();
    }
    CHECK(pulls == calc::growth(Rounded(107), Rounded(100)).value().rational());
    CHECK(contributions == Ratio(1));
}

TEST_CASE("average growth is exact, and compares without a root taken") {
    // 翻一番 in five years is 14.87 % a year; 15 % a year is 2.0113571875 in five.
    const auto doubled = calc::average_growth(Rounded(1), 5);
    CHECK(shown(doubled, 2) == "14.87");
    CHECK(calc::average_growth_of_factor(Rounded(Ratio(*Decimal::parse("2.0113571875"))), 5)
              .value()
              .rational() == Ratio::of(15, 100));
    CHECK_FALSE(calc::reproduces(doubled.value(), *Decimal::parse("15.0"), UnitOfMeasure::percent()));
    CHECK(calc::reproduces(doubled.value(), *Decimal::parse("14.9"), UnitOfMeasure::percent()));
    CHECK(calc::average_growth(Rounded(-3), 2).reason() == Reason::sign_change);
    CHECK_THROWS_AS(static_cast<void>(calc::average_growth(Rounded(1), 0)), std::invalid_argument);
    const auto from_printed = calc::average_growth(percent("44.0"), 2);
    CHECK(shown(from_printed, 3) == "20.000");
    CHECK(text(from_printed.range(), from_printed.unit(), 4) == "[19.9792, 20.0208)");
}

TEST_CASE("faster than: on the figures as printed, and whether that is firm") {
    // 高新技术产业投资 29.0 %, 固定资产投资 7.9 % (温州市 2023): 21.1 points faster.
    CHECK(calc::faster_than(percent("29.0"), percent("7.9")).met);
    CHECK(calc::faster_than(percent("29.0"), percent("7.9")).firm);
    CHECK(shown(calc::growth_gap(percent("29.0"), percent("7.9")), 1) == "21.1");
    const auto same = calc::faster_than(percent("7.7"), percent("7.7"));
    CHECK_FALSE(same.met);
    CHECK_FALSE(same.firm);  // 7.74 is faster than 7.66
    // 7.7 against 7.72: behind as printed, but 7.74 against 7.715 would be ahead.
    CHECK_FALSE(calc::faster_than(percent("7.7"), percent("7.72")).firm);
    CHECK(calc::holds(percent("3.22"), Comparison::at_least, Rounded(Ratio::of(32, 1000))).firm);
    CHECK_FALSE(calc::holds(percent("3.2"), Comparison::at_least, Rounded(Ratio::of(32, 1000))).firm);
    CHECK(calc::holds(percent("3.2"), Comparison::at_least, Rounded(Ratio::of(32, 1000))).met);
    CHECK_THROWS_AS(static_cast<void>(calc::holds(Rounded(1), Comparison::about, Rounded(1))),
                    std::invalid_argument);
}
