// SPDX-License-Identifier: BSL-1.0
// Figures of an assessment: exact values in the observation's unit, or reasons. Published outcomes of plans.
#include <doctest/doctest.h>

#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

}  // namespace

TEST_CASE("Zhejiang 2024: value added of high technology, 15507.87 亿元 against 1.6 万亿元") {
    auto c = Case().indicator("added", "亿元", flow).target("level >= 1.6 万亿元", "2024");
    c.observe("added", "2024", "level", "15507.87", "亿元");
    CHECK(c.verdict() == "not_met, missed, final, firm; met_at_target_precision");
    CHECK(c.figure(&Figures::measured) == "15507.87 亿元");
    CHECK(c.figure(&Figures::required) == "16000 亿元");
    CHECK(c.figure(&Figures::gap) == "-492.13 亿元");
    CHECK(c.figure(&Figures::completion, 2) == "96.92 %");
    CHECK(c.figure(&Figures::over_fulfilment, 2) == "-3.08 %");
    CHECK(c.figure(&Figures::needed) == "492.13 亿元");
    c.targets.clear();
    CHECK(c.target("level > 1.6 万亿元", "2024").verdict() == "not_met, missed, final, firm");
    // In a unit of finer digits there is nothing to round.
    c.targets.clear();
    CHECK(c.target("level >= 16000 亿元", "2024").verdict() == "not_met, missed, final, firm");
}

TEST_CASE("Zhejiang 2024: R&D intensity, 3.22 is firm and 3.2 alone rests on rounding") {
    auto c = Case().indicator("rd", "%", ratio).target("level >= 3.2 %", "2024");
    CHECK(Case(c).observe("rd", "2024", "share", "3.2", "%", "estimated").verdict() ==
          "met, achieved, final, rests_on_rounding; provisional");
    CHECK(Case(c).observe("rd", "2024", "share", "3.22", "%").verdict() ==
          "met, achieved, final, firm; over_fulfilled");
    CHECK(Case(c).observe("rd", "2024", "share", "3.22", "%").figure(&Figures::gap) == "0.02 pp");
    // 2901.4 / 90131 = 3.2191 %
    auto computed = Case()
                        .indicator("rd", "亿元", flow)
                        .indicator("gdp", "亿元", flow)
                        .target("share(of gdp) >= 3.2 %", "2024");
    computed.observe("rd", "2024", "level", "2901.4", "亿元")
        .observe("gdp", "2024", "level", "90131", "亿元");
    CHECK(computed.figure(&Figures::measured, 4) == "3.2191 %");
    CHECK(computed.verdict() == "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("Zhejiang 2023: 531.15 at a completion of 152.19 % implies a plan of 349.0") {
    auto c = Case().horizon("2023").indicator("works", "亿元", flow).target("level >= 349.0 亿元", "2023");
    c.observe("works", "2023", "level", "531.15", "亿元");
    CHECK(c.figure(&Figures::completion, 2) == "152.19 %");
    CHECK(c.figure(&Figures::over_fulfilment, 2) == "52.19 %");
    CHECK(c.figure(&Figures::needed) == "0 亿元");
    CHECK((Ratio(Decimal::parse("531.15").value()) / Ratio(Decimal::parse("1.5219").value())).fixed(1) ==
          "349.0");
}

TEST_CASE("Zhejiang and Wuhan: counts in 万家 against counts in 家") {
    auto smes = Case().indicator("smes", "家", flow).target("level >= 1.2 万家", "2024");
    smes.observe("smes", "2024", "level", "21947", "家");
    CHECK(smes.figure(&Figures::completion, 1) == "182.9 %");
    auto firms = Case().horizon("2023").indicator("firms", "家", stock).target("level > 13000 家", "2023");
    firms.observe("firms", "2023", "cumulative", "1.45", "万家");  // [14450, 14550)
    CHECK(firms.verdict() == "met, achieved, final, firm; over_fulfilled");
    CHECK(firms.figure(&Figures::gap) == "0.15 万家");
    auto evaluated = Case().horizon("2023").indicator("smes", "家", flow).target("level >= 9000 家", "2023");
    CHECK(evaluated.observe("smes", "2023", "level", "12581", "家").figure(&Figures::completion, 1) ==
          "139.8 %");
}

TEST_CASE("Zhejiang 2024: 40 leading talents or so, and 41 of them") {
    auto c = Case().indicator("talents", "人", flow).target("level ~ 40 人 ± 5 % of it", "2024");
    c.observe("talents", "2024", "level", "41", "人");
    CHECK(c.verdict() == "met, achieved, final, firm");
    CHECK(c.figure(&Figures::completion) == "102.5 %");
}

TEST_CASE("Wuxing: R&D grew by 20.4 % a year, on the plan's own base") {
    auto c = Case()
                 .horizon("2021/2025")
                 .indicator("rd", "亿元", flow)
                 .target("annual_growth(since 2020) > 15 %", "2025");
    c.base("2020", "16.19").observe("rd", "2024", "level", "34", "亿元");
    CHECK(c.figure(&Figures::measured, 1) == "20.4 %");
    CHECK(c.figure(&Figures::gap, 1) == "5.4 pp");
    CHECK(c.figure(&Figures::progress) == "(not_applicable_figure)");
}

TEST_CASE("the gap keeps its sign, whichever way is better") {
    auto c = Case().indicator("rate", "%", ratio, Better::lower).target("level <= 5 %", "2024");
    CHECK(Case(c).observe("rate", "2024", "share", "4.5", "%").figure(&Figures::gap) == "-0.5 pp");
    CHECK(Case(c).observe("rate", "2024", "share", "5.5", "%").figure(&Figures::gap) == "0.5 pp");
}

TEST_CASE("completion only for a level that is to be at least so much, of a positive plan") {
    const auto completion = [](const char* criterion, Better better = Better::higher) {
        auto c =
            Case().indicator("x", "家", stock, better).indicator("y", "家", stock).target(criterion, "2024");
        c.observe("x", "2024", "cumulative", "30", "家").observe("y", "2024", "cumulative", "20", "家");
        c.observe("x", "2023", "cumulative", "25", "家");
        return c.figure(&Figures::completion);
    };
    CHECK(completion("level >= 20 家") == "150 %");
    CHECK(completion("level > 20 家") == "150 %");
    CHECK(completion("level ~ 20 家 ± 1 家") == "150 %");
    CHECK(completion("level ~ 20 家 ± 1 家", Better::lower) == "(not_applicable_figure)");
    CHECK(completion("level >= 0 家") == "(zero_base)");
    CHECK(completion("level >= -20 家") == "(negative_base)");
    for (const auto* criterion :
         {"level <= 20 家", "level < 20 家", "level = 20 家", "level in [10, 20] 家", "level >= level(of y)",
          "growth >= 20 %", "share(of y) >= 20 %", "change >= 1 家", "level >= **** 家"}) {
        CAPTURE(std::string(criterion));
        CHECK(completion(criterion) == "(not_applicable_figure)");
    }
}

TEST_CASE("needed: to the nearest figure that is accepted, nothing once it is") {
    const auto needed = [](const char* criterion, const char* value) {
        auto c = Case().indicator("x", "家", stock).target(criterion, "2024");
        return c.observe("x", "2024", "cumulative", value, "家").figure(&Figures::needed);
    };
    CHECK(needed("level >= 20 家", "15") == "5 家");
    CHECK(needed("level >= 20 家", "25") == "0 家");
    CHECK(needed("level ~ 20 家 ± 2 家", "15") == "3 家");
    CHECK(needed("level ~ 20 家 ± 2 家", "19") == "0 家");
    CHECK(needed("level in [20, 30] 家", "15") == "5 家");
    CHECK(needed("level <= 20 家", "25") == "(not_applicable_figure)");
}

TEST_CASE("growth on a year before stands beside a level") {
    auto c = Case().indicator("x", "亿元", flow).target("level >= 100 亿元", "2024");
    c.observe("x", "2023", "level", "80", "亿元").observe("x", "2024", "level", "100", "亿元");
    CHECK(c.figure(&Figures::growth) == "25 %");
    CHECK(c.observe("x", "2024", "growth_yoy", "24.3", "%").figure(&Figures::growth) == "24.3 %");
    CHECK(c.figure(&Figures::base) == "80 亿元");
    CHECK(c.verdict() ==
          "met, achieved, final, rests_on_rounding");  // the growth's conflict is not the level's
    auto share = Case()
                     .indicator("x", "%", ratio)
                     .target("level >= 3 %", "2024")
                     .observe("x", "2024", "share", "3", "%");
    CHECK(share.figure(&Figures::growth) == "(not_defined_for_kind)");
}

TEST_CASE("projection: a straight line to the due date, and none once it is over") {
    auto c = Case().indicator("x", "亿元", flow).target("level >= 100 亿元", "2024");
    c.observe("x", "2024-Q1", "level", "20", "亿元");
    CHECK(c.figure(&Figures::projected) == "80 亿元");
    c.observe("x", "2024", "level", "90", "亿元");
    CHECK(c.figure(&Figures::projected) == "(not_applicable_figure)");
}

TEST_CASE("figures of what was not observed are reasons") {
    auto c = Case().indicator("x", "亿元", flow).target("level >= 100 亿元", "2024").as_of("2024-06-30");
    c.observe("x", "2022", "level", "20", "亿元");
    for (const auto member :
         {&Figures::measured, &Figures::required, &Figures::gap, &Figures::progress, &Figures::growth})
        CHECK(c.figure(member) == "(not_due)");
    CHECK(c.figure(&Figures::completion) == "(not_applicable_figure)");
}

TEST_CASE("a figure shows its value in its own unit") {
    const auto unit = UnitSet().parse("亿元").value();
    const Figure figure(Value(Ratio(150000000)), unit);
    CHECK(figure);
    CHECK(test::figure_text(figure) == "1.5 亿元");
    CHECK(figure.reason() == Reason::none);
    const Figure none(Reason::zero_base);
    CHECK(!none);
    CHECK(none.reason() == Reason::zero_base);
}
