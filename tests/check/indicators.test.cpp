// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "found.hpp"

using namespace goalpost;
using goalpost::test::add_target;
using goalpost::test::Case;
using goalpost::test::found;
using goalpost::test::state;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto ratio = IndicatorKind::ratio;

/// Two targets of one indicator.
Case two(std::string_view first, std::string_view second) {
    auto c = Case().indicator("investment", "亿元", flow).indicator("other", "亿元", flow);
    return c.target(first, "2024").target(second, "2024");
}

}  // namespace

TEST_CASE("conflicting_targets: 增长20% in the overview, 10% in the tasks") {
    auto c = two("growth >= 20 %", "growth >= 10 %");
    c.targets[0].statements.push_back({.quote = "高新技术产业投资增长20%以上", .section = "overview"});
    c.targets[1].statements.push_back({.quote = "高新投资增速达10%以上", .section = "tasks"});
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "conflicting_targets t2");
    CHECK(findings[0].section == "tasks");
    CHECK(findings[0].message.en ==
          "it asks for >= 10 %, but target t1 asks for >= 20 % of the same: "
          "\"高新技术产业投资增长20%以上\" (overview)");
    c.targets[1].scope = "杭州";
    CHECK(found(c) == "");
    c.targets[1].scope.clear();
    c.targets[1].due = Period::parse("2024-H1").value();
    CHECK(found(c) == "");
    c.targets[1].due = c.targets[0].due;
    c.targets[1].indicator = "other";
    CHECK(found(c) == "");
}

TEST_CASE("conflicting_targets: another measure or quantifier is another question") {
    CHECK(found(two("growth >= 20 %", "level >= 10 亿元")) == "");
    CHECK(found(two("level >= 20 亿元", "every quarter: level >= 10 亿元")) == "");
    CHECK(found(two("growth >= 20 %", "growth > growth(of other)")) == "");
}

TEST_CASE("conflicting_targets: places in Chinese") {
    auto c = Case().indicator("place", "位", IndicatorKind::rank, Better::lower);
    const auto findings =
        test::findings_of(c.target("level <= 25 位", "2024").target("level <= 3 位", "2024"));
    REQUIRE(test::written(findings) == "conflicting_targets t2");
    CHECK(findings[0].message.zh == "本目标要求居前3位，而同一指标的目标 t1 要求居前25位：t1");
}

TEST_CASE("conflicting_targets: a floor and a cap only where nothing lies between them") {
    CHECK(found(two("level >= 20 亿元", "level <= 30 亿元")) == "");
    CHECK(found(two("level >= 30 亿元", "level <= 20 亿元")) == "conflicting_targets t2");
    CHECK(found(two("level <= 20 亿元", "level >= 30 亿元")) == "conflicting_targets t2");
}

TEST_CASE("conflicting_targets: to strive for more than is promised is no conflict, to strive for less is") {
    auto c = two("growth >= 10 %", "growth >= 12 %");
    c.targets[0].statements.push_back({.quote = "确保增长10%", .commitment = Commitment::ensure});
    c.targets[1].statements.push_back({.quote = "力争增长12%", .commitment = Commitment::strive});
    CHECK(found(c) == "");
    std::swap(c.targets[0].statements.edit()[0].commitment, c.targets[1].statements.edit()[0].commitment);
    CHECK(found(c) == "conflicting_targets t2");
}

TEST_CASE("duplicate_target: the same number is one target with two statements") {
    CHECK(found(two("level >= 20 亿元", "level >= 20 亿元")) == "duplicate_target t2");
    CHECK(found(two("level > 20 亿元", "level >= 200000 万元")) == "duplicate_target t2");
    CHECK(found(two("level >= level(of other)", "level >= level(of other)")) == "duplicate_target t2");
    CHECK(found(two("level >= level(of other)", "level >= level(of other @ 全国)")) == "");
    CHECK(found(two("level >= **** 亿元", "level >= **** 亿元")) == "");  // nobody knows
    auto c = two("level >= 20 亿元", "level >= 20 亿元");
    c.targets[0].standing = Standing::withdrawn;
    CHECK(found(c) == "");
}

TEST_CASE("masked_target_has_twin: a mask whose number another target prints") {
    CHECK(found(two("level >= **** 亿元", "level >= 20 亿元")) == "masked_target_has_twin t1");
    CHECK(found(two("level >= 20 亿元", "level >= **** 亿元")) == "masked_target_has_twin t2");
    CHECK(found(two("level >= **** 亿元", "growth >= 20 %")) == "");
}

TEST_CASE("statement_repeated: fewer figures in the words than targets that rest on them") {
    auto c = two("growth >= 10 %", "level >= 10 亿元");
    for (auto& target : c.targets)
        target.statements.push_back({.quote = "投资增长10%", .section = "tasks"});
    CHECK(found(c) == "statement_repeated t2");
    for (auto& target : c.targets)
        target.statements.edit()[0].quote = "投资达10亿元、增长10%";
    CHECK(found(c) == "");
    // One sentence over two groups or two series is two targets by right.
    auto groups = Case().indicator("rd", "%", ratio).group("cities", {"杭州"}).group("counties", {"淳安"});
    groups.target("all of cities: level > 3 %", "2024")
        .target("at least 1/2 of counties: level > 3 %", "2024");
    for (auto& target : groups.targets)
        target.statements.push_back({.quote = "各市、一半以上的县超3%"});
    CHECK(found(groups) == "");
}

TEST_CASE("growth_against_level: the level reached by growing from the base is another one") {
    const auto with = [](std::string_view growth, std::string_view level, std::string_view base = "1.50") {
        auto c = Case().indicator("value", "万亿元", flow).target(growth, "2024").target(level, "2024");
        return found(c.observe("value", "2023", "level", base, "万亿元"));
    };
    // 1.50 * 1.15 = 1.725; with half a unit of every last digit [1.495 * 1.145, 1.505 * 1.155) =
    // [1.711, 1.738)
    CHECK(with("growth >= 15 %", "level >= 1.6 万亿元") == "growth_against_level t1");
    CHECK(with("growth >= 15 %", "level >= 1.7 万亿元") == "");  // [1.65, 1.75) holds it
    CHECK(with("growth >= 15 %", "level >= 17250 亿元") == "");
    CHECK(with("growth(since 2023) >= 15 %", "level >= 1.6 万亿元") == "growth_against_level t1");
    CHECK(with("multiple(since 2023) >= 1.15", "level >= 1.6 万亿元") == "growth_against_level t1");
    CHECK(with("multiple(since 2023) >= 1.07", "level >= 1.6 万亿元") == "");
    CHECK(with("change(since 2023) >= 0.5 万亿元", "level >= 1.6 万亿元") == "growth_against_level t1");
    CHECK(with("change(since 2023) >= 0.1 万亿元", "level >= 1.6 万亿元") == "");
    CHECK(with("growth(since 2022) >= 15 %", "level >= 1.6 万亿元") == "");  // that base is not known
    CHECK(with("growth <= 15 %", "level >= 1.6 万亿元") == "");              // two directions, two bounds
}

TEST_CASE("growth_against_level: average growth over five years, from the base the plan states") {
    const auto with = [](std::string_view level) {
        auto c = Case().horizon("2021/2025").indicator("trade", "亿元", flow);
        c.target("annual_growth(since 2020) >= 15 %", "2021/2025").target(level, "2025").base("2020", "16");
        return test::findings_of(c);
    };
    // 16 * 1.15^5 = 32.18...
    const auto findings = with("level >= 30 亿元");
    REQUIRE(test::written(findings) == "growth_against_level t1");
    CHECK(findings[0].message.en ==
          "annual_growth(since 2020) >= 15 % leads from the base 16 亿元 (2020, stated in the plan) to "
          "32.1817 亿元, "
          "but target t2 asks for >= 30 亿元");
    CHECK(findings[0].message.zh.find("按“2020年以来年均增速不低于15%”推算为32.1817亿元，而目标 t2 "
                                      "要求不低于30亿元") != std::string::npos);
    CHECK(test::written(with("level >= 32.2 亿元")) == "");
}

TEST_CASE("growth_against_level: from the base that the growth target itself counts from") {
    auto c = Case().horizon("2021/2025").indicator("s", "家", IndicatorKind::stock);
    c.target("multiple(since 2020) >= 2.00", "2025").base("2020", "150");
    c.target("level >= 300 家", "2025").base("2020", "160");
    CHECK(found(c).find("growth_against_level") == std::string::npos);  // 2 * 150 is 300
    // A quarter is no base of a year.
    auto f = Case().horizon("2021/2025").indicator("f", "亿元", IndicatorKind::flow);
    f.target("growth(since 2020) >= 60 %", "2025");
    f.target("level >= 160 亿元", "2025").base("2020-Q4", "30");
    CHECK(found(f).find("growth_against_level") == std::string::npos);
}

TEST_CASE("growth_against_level: points of a percentage, and nothing for growth of one") {
    auto c = Case().indicator("rd", "%", ratio).target("change(since 2023) >= 0.5 pp", "2024");
    c.target("level >= 3.2 %", "2024").base("2023", "2.9");
    CHECK(found(c) == "growth_against_level t1");
    c.targets[1].base->value = Decimal::parse("2.7").value();
    CHECK(found(c) == "");
}
