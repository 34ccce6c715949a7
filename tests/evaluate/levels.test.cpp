// SPDX-License-Identifier: BSL-1.0
// What is measured: levels, sums, shares, places, completion, and parts of a whole.
#include <doctest/doctest.h>

#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

std::string measured(const Case& c) { return c.figure(&Figures::measured); }

Case trade(const std::string& due = "2024") {
    return Case().indicator("trade", "亿元", flow).target("level >= 50 亿元", due);
}
Case firms() { return Case().indicator("firms", "家", stock).target("level >= 300 家", "2024"); }

}  // namespace

TEST_CASE("level of a stock: what is held at the end, cumulative before level") {
    CHECK(measured(firms().observe("firms", "2024", "cumulative", "310", "家")) == "310 家");
    CHECK(measured(firms().observe("firms", "2024-12", "level", "311", "家")) == "311 家");
    CHECK(measured(firms().observe("firms", "2024-12-31", "cumulative", "312", "家")) == "312 家");
    auto both = firms().observe("firms", "2024", "level", "46", "家");  // new ones of the year
    CHECK(measured(both.observe("firms", "2024", "cumulative", "310", "家")) == "310 家");
}

TEST_CASE("level of a flow: the very period, else what tiles it") {
    CHECK(measured(trade().observe("trade", "2024", "level", "46.5", "亿元")) == "46.5 亿元");
    CHECK(measured(trade().observe("trade", "2024", "cumulative", "46.5", "亿元")) == "46.5 亿元");
    auto halves = trade().observe("trade", "2024-H1", "level", "20.5", "亿元");
    CHECK(measured(halves.observe("trade", "2024-H2", "level", "26", "亿元")) == "46.5 亿元");
    auto mixed = trade().observe("trade", "2024-01/2024-10", "cumulative", "40", "亿元");  // running total
    mixed.observe("trade", "2024-11", "level", "30000", "万元")
        .observe("trade", "2024-12", "level", "3.5", "亿元");
    CHECK(measured(mixed) == "46.5 亿元");
    auto gap = trade().observe("trade", "2024-H1", "level", "20.5", "亿元");
    gap.observe("trade", "2024-Q4", "level", "13", "亿元").as_of("2025-01-31");
    CHECK(gap.verdict() == "undetermined(final_value_missing), undetermined, interim");
}

TEST_CASE("level of a flow: the longest pieces first, but never into a dead end") {
    auto c = trade("2024-Q1").observe("trade", "2024-01/2024-02", "level", "100", "亿元");
    c.observe("trade", "2024-01", "level", "10", "亿元")
        .observe("trade", "2024-02/2024-03", "level", "30", "亿元");
    CHECK(measured(c) == "40 亿元");
    c.observe("trade", "2024-03", "level", "1", "亿元");
    CHECK(measured(c) == "101 亿元");
}

TEST_CASE("a due period of several years sums a flow and takes a stock at its end") {
    auto sum =
        Case().horizon("2021/2023").indicator("trade", "亿元", flow).target("level >= 50 亿元", "2021/2023");
    sum.observe("trade", "2021", "level", "16", "亿元").observe("trade", "2022", "level", "17", "亿元");
    CHECK(measured(Case(sum).observe("trade", "2023", "level", "18", "亿元")) == "51 亿元");
    CHECK(measured(Case(sum).observe("trade", "2021/2023", "level", "52", "亿元")) == "52 亿元");
    auto end =
        Case().horizon("2021/2023").indicator("firms", "家", stock).target("level >= 50 家", "2021/2023");
    end.observe("firms", "2022", "cumulative", "40", "家").observe("firms", "2023", "cumulative", "51", "家");
    CHECK(measured(end) == "51 家");
    auto share = Case().horizon("2021/2023").indicator("rd", "%", ratio).target("level >= 3 %", "2021/2023");
    CHECK(measured(share.observe("rd", "2023", "share", "3.1", "%")) == "3.1 %");
}

TEST_CASE("level of a ratio: share before level, never a sum") {
    auto rd = Case().indicator("rd", "%", ratio).target("level >= 3.2 %", "2024");
    CHECK(measured(Case(rd).observe("rd", "2024", "level", "3.1", "%")) == "3.1 %");
    CHECK(
        measured(
            Case(rd).observe("rd", "2024", "level", "3.1", "%").observe("rd", "2024", "share", "3.2", "%")) ==
        "3.2 %");
    rd.observe("rd", "2024-H1", "share", "3.1", "%").observe("rd", "2024-H2", "share", "3.3", "%");
    CHECK(rd.as_of("2025-01-31").verdict() ==
          "undetermined(final_value_missing), undetermined, interim; part_period");
}

TEST_CASE("a number without a unit is in the indicator's own, whatever the data come in") {
    auto c = Case().indicator("firms", "家", stock).target("level >= 12000", "2024");
    CHECK(c.observe("firms", "2024", "cumulative", "1.25", "万家").verdict() ==
          "met, achieved, final, firm; over_fulfilled");
    CHECK(c.figure(&Figures::required) == "1.2 万家");
    auto percent = Case().indicator("share", "%", ratio).target("multiple(since 2020) >= 2", "2024");
    percent.observe("share", "2020", "share", "10.0", "%").observe("share", "2024", "share", "21.0", "%");
    CHECK(percent.verdict() == "met, achieved, final, firm; over_fulfilled");
    CHECK(measured(percent) == "2.1");
    CHECK(percent.figure(&Figures::required) == "2");  // not 2 %
}

TEST_CASE("share: the published ratio goes before the quotient, and both must agree") {
    auto c = Case().indicator("tech", "亿元", flow).indicator("all", "亿元", flow);
    c.indicators.push_back({.id = "ratio",
                            .name = "占比",
                            .unit = UnitOfMeasure::percent(),
                            .kind = ratio,
                            .numerator = "tech",
                            .denominator = "all"});
    c.target("share(of all) > 16 %", "2024");
    c.observe("tech", "2024", "level", "18.0", "亿元").observe("all", "2024", "level", "100.0", "亿元");
    CHECK(measured(c) == "18 %");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
    CHECK(measured(Case(c).observe("占比", "2024", "share", "18.02", "%")) == "18.02 %");  // 18 +- 0.06
    CHECK(Case(c).observe("占比", "2024", "share", "18.02", "%").verdict() ==
          "met, achieved, final, firm; over_fulfilled");
    CHECK(Case(c).observe("占比", "2024", "share", "19", "%").verdict() ==
          "met, achieved, final, firm; over_fulfilled share_conflict");
    auto only = Case(c).observe("占比", "2024", "share", "15", "%");
    only.rows.erase(only.rows.begin(), only.rows.begin() + 2);
    CHECK(only.verdict() == "not_met, missed, final, firm");
}

TEST_CASE("share: of another scope the ratio of this one says nothing") {
    auto c = Case().indicator("gdp", "亿元", flow);
    c.indicators.push_back({.id = "ratio",
                            .name = "占比",
                            .unit = UnitOfMeasure::percent(),
                            .kind = ratio,
                            .numerator = "gdp",
                            .denominator = "gdp"});
    c.target("share(of gdp @ 全国) >= 6 %", "2024").observe("gdp", "2024", "level", "90131", "亿元");
    c.observe("占比", "2024", "share", "100", "%");
    c.observe_in("全国", "gdp", "2024", "level", "1349084", "亿元");
    CHECK(c.figure(&Figures::measured, 2) == "6.68 %");
}

TEST_CASE("share: what leaves it undefined, each for its own reason") {
    auto c = Case()
                 .indicator("tech", "亿元", flow)
                 .indicator("all", "亿元", flow)
                 .target("share(of all) > 16 %", "2024");
    c.observe("tech", "2024", "level", "18.0", "亿元");
    CHECK(c.verdict() == "undetermined(missing_comparison), undetermined, interim");
    CHECK(Case(c).observe("all", "2024", "level", "0", "亿元").verdict() ==
          "undetermined(zero_base), undetermined, final");
    CHECK(Case(c).observe("all", "2024", "level", "-5", "亿元").verdict() ==
          "undetermined(negative_base), undetermined, final");
    auto unlike = Case()
                      .indicator("tech", "亿元", flow)
                      .indicator("all", "家", flow)
                      .target("share(of all) > 16 %", "2024");
    unlike.observe("tech", "2024", "level", "18.0", "亿元").observe("all", "2024", "level", "100", "家");
    CHECK(unlike.verdict() == "undetermined(unit_mismatch), undetermined, final");
}

TEST_CASE("completion: the published share of a plan, growing towards it within its due period") {
    auto c = Case().indicator("works", "亿元", flow).target("completion >= 100 %", "2024");
    CHECK(Case(c).observe("works", "2024", "completion", "152.19", "%").verdict() ==
          "met, achieved, final, firm; over_fulfilled");
    // 11 % of the year's plan is done when 6 of 12 months are over.
    CHECK(Case(c).observe("works", "2024-H1", "completion", "11.0", "%").verdict() ==
          "undetermined(not_due), behind, interim");
    CHECK(Case(c).observe("works", "2024-H1", "completion", "100.6", "%").verdict() ==
          "met, achieved_early, interim, firm; over_fulfilled");
    CHECK(c.observe("works", "2024", "completion", "99", "亿元").verdict() ==
          "undetermined(unit_mismatch), undetermined, final");
    // What the plan of the year before was filled to is no base of this one.
    auto filled = Case().indicator("works", "亿元", flow).target("completion >= 100 %", "2024");
    filled.observe("works", "2023", "completion", "152.19", "%")
        .observe("works", "2024", "completion", "98.6", "%");
    CHECK(filled.verdict() == "not_met, missed, final, firm");
}

TEST_CASE("rank: the published place, counted in 位 or 名") {
    auto c = Case().indicator("rd", "%", ratio).group("top", {"省"}).target("rank <= 25", "2024");
    CHECK(Case(c).observe("rd", "2024", "rank", "25", "位").verdict() == "met, achieved, final, firm");
    CHECK(Case(c).observe("rd", "2024", "rank", "26", "名").verdict() == "not_met, missed, final, firm");
    auto place =
        Case().indicator("place", "位", IndicatorKind::rank, Better::lower).target("level <= 3 位", "2024");
    CHECK(Case(place).observe("place", "2024", "rank", "4", "名").verdict() ==
          "not_met, missed, final, firm");
    CHECK(Case(place).observe("place", "2024", "level", "3", "位").verdict() == "met, achieved, final, firm");
}

TEST_CASE("rank, sum, mean and median within a group") {
    auto c = Case().indicator("rd", "%", ratio).group("cities", {"省", "甲", "乙", "丙"});
    c.observe("rd", "2024", "share", "3.2", "%").observe_in("甲", "rd", "2024", "share", "3.5", "%");
    c.observe_in("乙", "rd", "2024", "share", "3.2", "%").observe_in("丙", "rd", "2024", "share", "2.0", "%");
    const auto of = [&](const std::string& criterion) {
        c.targets.clear();
        c.target(criterion, "2024");
        return c.figure(&Figures::measured) + ", " + c.verdict();
    };
    // 3.2 and 3.2 share the second place as printed; unrounded the other may be ahead.
    CHECK(of("rank(in cities) <= 2") == "2 位, met, achieved, final, rests_on_rounding");
    CHECK(of("rank(in cities) <= 3") == "2 位, met, achieved, final, firm; over_fulfilled");
    CHECK(of("mean(in cities) >= 3 %") ==
          "2.975 %, not_met, missed, final, rests_on_rounding; met_at_target_precision");
    CHECK(of("median(in cities) >= 3.1 %") == "3.2 %, met, achieved, final, firm; over_fulfilled");
    CHECK(of("sum(in cities) >= 3 %") ==
          "(not_defined_for_kind), undetermined(not_defined_for_kind), undetermined, final");
    c.rows.pop_back();
    CHECK(of("mean(in cities) >= 3 %") ==
          "(members_unknown), undetermined(members_unknown), undetermined, final");
}

TEST_CASE("rank: nobody is behind himself, however the plan writes the place") {
    auto c = Case().indicator("rd", "%", ratio).group("counties", {"甲县", "乙县"});
    c.target("rank(in counties) <= 1 位", "2024");
    c.targets[0].scope = "甲 县";
    c.observe_in("甲县", "rd", "2024", "share", "4.0", "%");
    c.observe_in("乙县", "rd", "2024", "share", "3.0", "%");
    CHECK(c.verdict() == "met, achieved, final, firm");
}

TEST_CASE("places and medians on the ends of what printed digits allow") {
    auto c = Case().indicator("rd", "%", ratio).group("cities", {"省", "甲", "乙"});
    c.observe("rd", "2024", "share", "0.3", "%").observe_in("甲", "rd", "2024", "share", "0.4", "%");
    c.observe_in("乙", "rd", "2024", "share", "0.3", "%");
    const auto of = [&](const std::string& criterion) {
        c.targets.clear();
        return c.target(criterion, "2024").verdict();
    };
    // 0.3 is below 0.35, 0.4 is not: the next digit up is ahead for certain.
    CHECK(of("rank(in cities) <= 1") == "not_met, missed, final, firm");
    CHECK(of("rank(in cities) <= 2") == "met, achieved, final, rests_on_rounding");
    CHECK(of("median(in cities) < 0.35 %") == "met, achieved, final, firm; over_fulfilled");
    CHECK(of("median(in cities) >= 0.25 %") == "met, achieved, final, firm; over_fulfilled");
    CHECK(of("median(in cities) > 0.25 %") == "met, achieved, final, rests_on_rounding; over_fulfilled");
    c.rows.pop_back();
    c.group("pair", {"省", "甲"});
    CHECK(of("median(in pair) < 0.4 %") == "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("median of figures that are printed as bounds: an end without limit lies beyond all others") {
    auto c = Case().indicator("firms", "家", stock).group("towns", {"甲", "乙", "丙"});
    c.group("pair", {"甲", "丙"});
    const auto of = [&](const std::string& criterion) {
        c.targets.clear();
        return c.target(criterion, "2024").verdict();
    };
    c.observe_in("甲", "firms", "2024", "cumulative", "28", "家");
    c.observe_in("乙", "firms", "2024", "cumulative", "30", "家");
    c.observe_in("丙", "firms", "2024", "cumulative", ">100", "家");
    CHECK(of("median(in towns) >= 25 家") == "met, achieved, final, firm; over_fulfilled bound");
    CHECK(of("median(in towns) > 31 家") == "not_met, missed, final, firm; bound");
    CHECK(of("median(in pair) > 64 家") == "met, achieved, final, firm; bound");
    CHECK(of("median(in pair) >= 63 家") == "met, achieved, final, firm; over_fulfilled bound");
    c.rows.clear();
    for (const std::string town : {"甲", "乙", "丙"})
        c.observe_in(town, "firms", "2024", "cumulative", ">30", "家");
    CHECK(of("median(in towns) > 30 家") == "met, achieved, final, firm; bound");
    CHECK(of("median(in towns) <= 30 家") == "not_met, missed, final, firm; met_at_target_precision bound");
}

TEST_CASE("gap, contribution and pull: a part and its whole") {
    auto c = Case().indicator("tech", "亿元", flow).indicator("all", "亿元", flow);
    c.observe("tech", "2023", "level", "40.0", "亿元").observe("tech", "2024", "level", "50.0", "亿元");
    c.observe("all", "2023", "level", "200.0", "亿元").observe("all", "2024", "level", "220.0", "亿元");
    const auto of = [&](const std::string& criterion) {
        c.targets.clear();
        c.target(criterion, "2024");
        return measured(c);
    };
    CHECK(of("contribution(of all) >= 40 %") == "50 %");
    CHECK(of("pull(of all) >= 4 pp") == "5 pp");
    CHECK(of("gap(of all) >= 0 亿元") == "-170 亿元");
    auto points = Case().indicator("rd", "%", ratio).target("gap(of rd @ 全国) >= 0.5 pp", "2024");
    points.observe("rd", "2024", "share", "3.22", "%").observe_in("全国", "rd", "2024", "share", "2.69", "%");
    CHECK(points.figure(&Figures::measured) == "0.53 pp");
    CHECK(points.verdict() == "met, achieved, final, firm; over_fulfilled");
}
