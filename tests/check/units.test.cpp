// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "found.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::found;
using goalpost::test::state;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto ratio = IndicatorKind::ratio;

std::string firms(std::string_view criterion) {
    return found(
        Case().indicator("firms", "家", flow).indicator("gdp", "亿元", flow).target(criterion, "2024"));
}
std::string rd(std::string_view criterion) {
    return found(Case().indicator("rd", "%", ratio).indicator("other", "%", ratio).target(criterion, "2024"));
}

}  // namespace

TEST_CASE("unit_mismatch: a number in a unit that the measure is not counted in") {
    CHECK(firms("level >= 5 pp") == "unit_mismatch t1");
    CHECK(firms("level >= 5 亿元") == "unit_mismatch t1");
    CHECK(firms("level >= 5 %") == "unit_mismatch t1");
    CHECK(firms("level in [2, 3] 亿元") == "unit_mismatch t1");
    CHECK(firms("level >= **** 亿元") == "unit_mismatch t1");
    CHECK(firms("growth >= 5 家") == "unit_mismatch t1");
    CHECK(firms("multiple(since 2020) >= 4 家") == "unit_mismatch t1");
    CHECK(firms("level >= level(of gdp)") == "unit_mismatch t1");
    CHECK(firms("level >= level(of firms @ 全国) + 1 亿元") == "unit_mismatch t1");
    CHECK(firms("level ~ 40 家 ± 2 亿元") == "unit_mismatch t1");
    CHECK(test::findings_of(Case().indicator("f", "家", flow).target("level >= 5 pp", "2024"))[0].severity ==
          PlanFinding::Severity::error);
}

TEST_CASE("unit_mismatch: every measure of the library, and what it is a part of") {
    for (const auto* criterion :
         {"mean(in g) >= 5 亿元", "sum(in g) >= 5 亿元", "median(in g) >= 5 pp",
          "rank_change(since 2020) >= 1 家", "level >= earlier(of gdp, since 2020)",
          "level > mean(of gdp, in g)", "share(of gdp) >= 4 %", "gap(of gdp) >= 1 家"}) {
        CAPTURE(criterion);
        CHECK(found(Case()
                        .indicator("firms", "家", flow)
                        .indicator("gdp", "亿元", flow)
                        .group("g", {"甲", "乙"})
                        .target(criterion, "2024"))
                  .starts_with("unit_mismatch t1"));
    }
    CHECK(firms("pull(of firms @ 全国) >= 5 %") == "percent_for_points t1");
    CHECK(firms("contribution(of firms @ 全国) >= 5 pp") == "percent_for_points t1");
    CHECK(firms("contribution(of firms @ 全国) >= 5 %") == "");
    auto ratio_of_both = Case().indicator("rd", "亿元", flow).indicator("staff", "人", flow);
    ratio_of_both.target("share(of staff) >= 4 %", "2024");
    CHECK(found(ratio_of_both) == "unit_mismatch t1");
    ratio_of_both.indicator("rd_per_head", "%", ratio);
    ratio_of_both.indicators.back().numerator = "rd";
    ratio_of_both.indicators.back().denominator = "staff";
    CHECK(found(ratio_of_both) == "");
    CHECK(firms("pull(of firms @ 全国) >= 0.5 pp") == "");
    CHECK(firms("rank_change(since 2020) >= 2 位") == "");
    CHECK(firms("level >= earlier(of firms, since 2020) + 5 家") == "");
    CHECK(rd("gap(of other) >= 0.5 %") == "percent_for_points t1");
    CHECK(rd("gap(of other) >= 0.5 pp") == "");
}

TEST_CASE("unit_mismatch is silent where units convert or are left out") {
    CHECK(firms("level >= 5 万家") == "");
    CHECK(firms("level >= 5 个") == "");
    CHECK(firms("level >= 5") == "");
    CHECK(firms("level ~ 40 家 ± 5 % of it") == "");
    CHECK(firms("growth >= 5 %") == "");
    CHECK(firms("growth > growth(of gdp) + 1 pp") == "");
    CHECK(firms("multiple(since 2020) >= 4 倍") == "");
    CHECK(firms("change(since 2020) >= 4 家") == "");
    CHECK(firms("rank <= 3 位") == "");
    // A measure of the user's own counts in what it likes.
    CHECK(firms("home_made >= 4 亿元") == "measure_unknown t1");
    CHECK(rd("level ~ 3.5 % ± 0.05 pp") == "");
    CHECK(rd("level > level(of other) + 1 pp") == "");
}

TEST_CASE("unit_mismatch: the base") {
    auto c = Case().indicator("firms", "家", flow).target("level >= 5 家", "2024").base("2020", "3", "亿元");
    CHECK(found(c) == "unit_mismatch t1");
    c.targets[0].base->unit = "个";
    CHECK(found(c) == "");
}

TEST_CASE("percent_for_points: percent where points are counted, and the reverse") {
    CHECK(rd("change >= 5 %") == "percent_for_points t1");
    CHECK(rd("change(since 2020) >= 5 %") == "percent_for_points t1");
    CHECK(rd("level >= 5 pp") == "percent_for_points t1");
    CHECK(rd("level ~ 3.5 % ± 0.05 %") == "percent_for_points t1");
    CHECK(rd("level > level(of other) + 1 %") == "percent_for_points t1");
    CHECK(firms("growth >= 5 pp") == "percent_for_points t1");
    CHECK(firms("growth > growth(of gdp) + 1 %") == "percent_for_points t1");
    CHECK(firms("change >= 5 %") == "percent_for_points t1");
    CHECK(rd("change >= 5 pp") == "");
    CHECK(rd("change(since 2020) >= 5") == "");
}

TEST_CASE("growth_of_ratio: a percentage does not grow, it moves") {
    CHECK(rd("growth >= 5 %") == "growth_of_ratio t1");
    CHECK(rd("annual_growth(since 2020) >= 5 %") == "growth_of_ratio t1");
    CHECK(rd("level >= growth(of other)") == "growth_of_ratio t1");
    CHECK(rd("multiple(since 2020) >= 1.05") == "");
}

TEST_CASE("units in a statement's own criterion are looked at, too") {
    auto c = Case().indicator("rd", "%", ratio).target("change(since 2020) >= 5 pp", "2024");
    state(c, "上升5个百分点", "", "change(since 2020) >= 5 %");
    CHECK(found(c) == "percent_for_points t1, statement_unlike t1");
}

TEST_CASE("several_readings: the words of a target can mean two things") {
    auto c = Case().indicator("rd", "%", ratio).target("change(since 2022) >= 5 pp", "2024");
    CHECK(found(c) == "");
    const auto findings = test::findings_of(c.reading("multiple(since 2022) >= 1.05"));
    REQUIRE(test::written(findings) == "several_readings t1");
    CHECK(findings[0].message.en ==
          "the words can mean several things: change(since 2022) >= 5 pp | multiple(since 2022) >= 1.05");
    CHECK(findings[0].message.zh == "表述有多种理解：较2022年提高不低于5个百分点；不低于2022年的1.05倍");
}

TEST_CASE("points_or_percent: 提升5% of a percentage, with one reading only") {
    const auto with = [](std::string_view criterion, std::string quote, std::string_view unit = "%") {
        auto c = Case().indicator("share", unit, unit == "%" ? ratio : flow).target(criterion, "2024");
        state(c, std::move(quote));
        return found(c);
    };
    CHECK(with("change(since 2022) >= 5 pp", "专业型众创孵化载体比例提升5%") == "points_or_percent t1");
    CHECK(with("multiple(since 2022) >= 1.05", "专业型众创孵化载体比例提升了5%") == "points_or_percent t1");
    CHECK(with("change(since 2022) <= -5 pp", "比例下降5%") == "");  // the figure is 5, not -5
    CHECK(with("change(since 2022) >= 5 pp", "比例提升5个百分点") == "");
    CHECK(with("level >= 5 %", "比例提升到5%") == "");
    CHECK(with("change(since 2022) >= 5 pp", "覆盖率提升5个百分点,投资提高8%") == "");
    CHECK(with("growth >= 5 %", "投资增加5%", "亿元") == "");
}
