// SPDX-License-Identifier: BSL-1.0
// Which published figure counts: duplicates, as-of dates, names, series compared with each other.
#include <doctest/doctest.h>

#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::figure_text;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

Case firms() { return Case().indicator("firms", "家", stock).target("level >= 100 家", "2024"); }
std::string measured(const Case& c) { return c.figure(&Figures::measured); }

}  // namespace

TEST_CASE("final counts before preliminary before estimated, whatever was published later") {
    auto c = firms().observe("firms", "2024", "cumulative", "120", "家", "estimated", "2025-03-01");
    c.as_of("2025-06-30");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled provisional");
    c.observe("firms", "2024", "cumulative", "110", "家", "preliminary", "2025-02-01");
    CHECK(measured(c) == "110 家");
    c.observe("firms", "2024", "cumulative", "100", "家", "final", "2025-01-01");
    CHECK(measured(c) == "100 家");
    CHECK(c.verdict() == "met, achieved, final, firm");
}

TEST_CASE("later published counts before earlier, and undated before neither") {
    auto c = firms().observe("firms", "2024", "cumulative", "120", "家", "final", "2025-01-20");
    c.observe("firms", "2024", "cumulative", "110", "家", "final", "2025-03-01").as_of("2025-12-31");
    CHECK(measured(c) == "110 家");
    c.observe("firms", "2024", "cumulative", "90", "家");  // taken for older than any dated one
    CHECK(measured(c) == "110 家");
}

TEST_CASE("equal values merge, in whatever unit they were printed, the finer one is kept") {
    for (const bool swapped : {false, true}) {
        CAPTURE(swapped);
        auto c = Case().indicator("firms", "家", stock).target("level >= 12000 家", "2024");
        c.observe("firms", "2024", "cumulative", "1.2", "万家")
            .observe("firms", "2024", "cumulative", "12000", "家");
        if (swapped) std::swap(c.rows[0], c.rows[1]);
        CHECK(c.verdict() == "met, achieved, final, firm");  // 1.2 万 alone stands for [11500, 12500)
        CHECK(measured(c) == "12000 家");
    }
}

TEST_CASE("other figures of equal standing contradict each other, and both are evidence") {
    auto c = firms()
                 .observe("firms", "2024", "cumulative", "120", "家")
                 .observe("firms", "2024", "cumulative", "121", "家");
    CHECK(c.verdict() == "undetermined(conflicting_observations), undetermined, final");
    const auto evaluation = c.judge();
    const auto rows = evaluation.evidence(evaluation.assessments()[0]);
    CHECK(std::vector(rows.begin(), rows.end()) == std::vector<std::uint32_t>{0, 1});
    // 1.45 万 and 14512 may be one number; they are not equal.
    auto rounded = firms().observe("firms", "2024", "cumulative", "1.45", "万家");
    CHECK(rounded.observe("firms", "2024", "cumulative", "14512", "家").verdict() ==
          "undetermined(conflicting_observations), undetermined, final");
}

TEST_CASE(
    "a plain figure counts before a bound of equal standing that leaves room for it, else they conflict") {
    const auto together = [](const char* plain, const char* bound, const char* unit) {
        auto c = firms().observe("firms", "2024", "cumulative", plain, unit);
        c.observe("firms", "2024", "cumulative", bound, unit);
        const auto said = c.verdict();
        std::swap(c.rows[0], c.rows[1]);
        CHECK(c.verdict() == said);
        return said;
    };
    const std::string met = "met, achieved, final, firm; over_fulfilled";
    const std::string conflict = "undetermined(conflicting_observations), undetermined, final";
    CHECK(together("2015", ">2000", "家") == met);
    CHECK(together("2000", ">=2000", "家") == met);
    CHECK(together("2000", ">2000", "家") == conflict);
    CHECK(together("1999", ">=2000", "家") == conflict);
    CHECK(together("1.45", ">1.45", "万家") == met);  // up to 1.455
    CHECK(together("1.45", ">=1.455", "万家") == conflict);
    CHECK(together("150", "~2000", "家") == met);
    auto other = firms().observe("firms", "2024", "cumulative", "150", "家");
    CHECK(other.observe("firms", "2024", "cumulative", ">2000", "家", "estimated").verdict() == met);
}

TEST_CASE("a flow's amount and its running total, a ratio's share and its level, say one thing") {
    const auto of = [](IndicatorKind kind, const char* unit, const char* first, const char* second) {
        auto c = Case().indicator("x", unit, kind).target(std::string("level >= 100 ") + unit, "2024");
        c.observe("x", "2024", first, "100", unit).observe("x", "2024", second, "100", unit);
        return c;
    };
    for (auto c : {of(flow, "亿元", "level", "cumulative"), of(ratio, "%", "share", "level")}) {
        CHECK(c.verdict() == "met, achieved, final, rests_on_rounding");
        c.rows[0].value = Decimal(90);
        CHECK(c.verdict() == "not_met, missed, final, firm");
        c.rows[0].status = ObservationStatus::estimated;  // the final figure counts, whatever its basis
        CHECK(c.verdict() == "met, achieved, final, rests_on_rounding");
        std::swap(c.rows[0].status, c.rows[1].status);
        CHECK(c.verdict() == "not_met, missed, final, firm");
    }
    // A quotient and an amount under one name are not the same thing.
    auto named_alike = of(ratio, "%", "share", "level");
    named_alike.rows[1].unit = UnitSet().parse("亿元").value();
    CHECK(named_alike.verdict() == "met, achieved, final, rests_on_rounding");
    // A stock's level may be what is new in the period: what is held at its end counts before.
    auto held = of(stock, "亿元", "level", "cumulative");
    held.rows[0].value = Decimal(7);
    CHECK(held.verdict() == "met, achieved, final, rests_on_rounding");
    // Pieces of a sum, too.
    auto halves = Case().indicator("x", "亿元", flow).target("level >= 100 亿元", "2024");
    halves.observe("x", "2024-H1", "level", "40", "亿元", "estimated")
        .observe("x", "2024-H1", "cumulative", "50", "亿元")
        .observe("x", "2024-H2", "level", "50", "亿元");
    CHECK(halves.verdict() == "met, achieved, final, rests_on_rounding");
}

TEST_CASE("a figure that counts before both ends their conflict, even where it equals one of them") {
    for (const char* value : {"120", "121", "122"}) {
        CAPTURE(std::string(value));
        auto c = firms().observe("firms", "2024", "cumulative", "120", "家", "preliminary");
        c.observe("firms", "2024", "cumulative", "121", "家", "preliminary");
        c.observe("firms", "2024", "cumulative", value, "家", "final");
        CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
        CHECK(measured(c) == std::string(value) + " 家");
    }
}

TEST_CASE("as-of: only what was published by then, and periods that were over by then") {
    auto c = firms().observe("firms", "2024", "cumulative", "90", "家", "final", "2025-01-20");
    c.observe("firms", "2024", "cumulative", "110", "家", "final", "2025-03-01");
    CHECK(c.as_of("2025-01-19").verdict() == "undetermined(missing_observation), undetermined, interim");
    CHECK(c.as_of("2025-01-20").verdict() == "not_met, missed, final, firm");
    CHECK(c.as_of("2025-02-28").verdict() == "not_met, missed, final, firm");
    CHECK(c.as_of("2025-03-01").verdict() == "met, achieved, final, firm; over_fulfilled");
    auto undated = firms().observe("firms", "2024", "cumulative", "90", "家");
    CHECK(undated.as_of("2024-12-30").verdict() ==
          "undetermined(missing_observation), undetermined, interim");
    CHECK(undated.as_of("2024-12-31").verdict() == "not_met, missed, final, firm");
}

TEST_CASE("the default as-of date is the end of the latest observed period") {
    CHECK(!latest_date(Case().observations()));
    auto c = firms()
                 .observe("firms", "2024-06", "cumulative", "90", "家")
                 .observe("other", "2024-Q3", "level", "1", "家");
    CHECK(date_text(*latest_date(c.observations())) == "2024-09-30");
}

TEST_CASE("names: exact after white space and full width are taken away, by id, name or alias") {
    auto c = firms();
    c.indicators[0].name = "高新技术企业 (国家)";
    c.indicators[0].aliases = {{.name = "国高企", .basis = std::nullopt}};
    for (const char* name : {"firms", "高新技术企业(国家)", "高新技术企业（国家）", "国 高 企"}) {
        CAPTURE(std::string(name));
        CHECK(measured(Case(c).observe(name, "2024", "cumulative", "120", "家")) == "120 家");
    }
    for (const char* name : {"高新技术企业", "国高企数", "Firms"}) {
        CAPTURE(std::string(name));
        CHECK(Case(c).observe(name, "2024", "cumulative", "120", "家").judge().unused_names() ==
              std::vector<std::string>{name});
    }
}

TEST_CASE("an alias with a basis stands for figures on that basis only") {
    auto c = Case().indicator("gdp", "亿元", flow).target("level >= 100 亿元", "2024");
    c.indicators[0].aliases = {{.name = "增速", .basis = Basis::growth_yoy}};
    c.observe("增速", "2024", "level", "120", "亿元").as_of("2025-01-31");
    CHECK(c.verdict() == "undetermined(missing_observation), undetermined, interim");
    c.targets.clear();
    c.target("growth >= 5 %", "2024").observe("增速", "2024", "growth_yoy", "6", "%");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
    // Nor do its levels take part in a sum.
    auto sum = Case().indicator("gdp", "亿元", flow).target("level >= 100 亿元", "2024");
    sum.indicators[0].aliases = {{.name = "增速", .basis = Basis::growth_yoy}};
    sum.observe("增速", "2024-H1", "level", "60", "亿元").observe("gdp", "2024-Q1", "level", "30", "亿元");
    sum.observe("gdp", "2024-Q2", "level", "30", "亿元").observe("gdp", "2024-H2", "level", "50", "亿元");
    CHECK(measured(sum) == "110 亿元");
}

TEST_CASE("names that no indicator goes by are listed once, in order") {
    auto c = firms().observe("b", "2024", "level", "1", "家").observe("a", "2024", "level", "1", "家");
    c.observe("b", "2023", "level", "1", "家").observe("firms", "2024", "cumulative", "120", "家");
    CHECK(c.judge().unused_names() == std::vector<std::string>{"b", "a"});
}

TEST_CASE("two series are compared at their latest common period") {
    auto c = Case().horizon("2021/2025").indicator("tech", "亿元", flow).indicator("all", "亿元", flow);
    c.target("growth > growth(of all)", "2025");
    c.observe("tech", "2022", "growth_yoy", "25.9", "%").observe("tech", "2023", "growth_yoy", "29.0", "%");
    c.observe("tech", "2024", "growth_yoy", "1.0", "%").observe("all", "2022", "growth_yoy", "9.1", "%");
    c.observe("all", "2023", "growth_yoy", "6.1", "%");
    const auto evaluation = c.judge();
    CHECK(evaluation.assessments()[0].observed == Period::year(2023));
    CHECK(c.verdict() == "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
    CHECK(c.figure(&Figures::gap) == "22.9 pp");
}

TEST_CASE("series compared with each other: missing on one side, of another scope, with a margin") {
    auto c = Case().indicator("tech", "亿元", flow).indicator("all", "亿元", flow);
    c.target("growth > growth(of all) + 1 pp", "2024").observe("tech", "2024", "growth_yoy", "5.0", "%");
    CHECK(c.verdict() == "undetermined(missing_comparison), undetermined, interim");
    CHECK(Case(c).observe("all", "2024", "growth_yoy", "3.8", "%").verdict() ==
          "met, achieved, final, firm; over_fulfilled");
    CHECK(Case(c).observe("all", "2024", "growth_yoy", "4.0", "%").verdict() ==
          "not_met, missed, final, rests_on_rounding");
    CHECK(Case(c).observe("all", "2024", "growth_yoy", "4.2", "%").verdict() ==
          "not_met, missed, final, firm");
    auto minus = Case().indicator("rd", "%", ratio).target("level >= level(of rd @ 全国) - 0.5 pp", "2024");
    minus.observe("rd", "2024", "share", "2.20", "%").observe_in("全国", "rd", "2024", "share", "2.69", "%");
    CHECK(minus.verdict() == "met, achieved, final, firm; over_fulfilled");
    CHECK(minus.figure(&Figures::required) == "2.19 %");
    auto percent = Case().indicator("rd", "%", ratio).target("level >= level(of rd @ 全国) - 0.5 %", "2024");
    percent.observe("rd", "2024", "share", "2.20", "%")
        .observe_in("全国", "rd", "2024", "share", "2.69", "%");
    CHECK(percent.verdict() == "undetermined(unit_mismatch), undetermined, final");
}

TEST_CASE("a base that was published anew is told") {
    auto c = Case().indicator("gdp", "亿元", flow).target("growth >= 5 %", "2024");
    c.observe("gdp", "2023", "level", "82553", "亿元", "preliminary")
        .observe("gdp", "2023", "level", "85620", "亿元");
    c.observe("gdp", "2024", "level", "90131", "亿元");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled base_revised");
    c.targets.clear();
    c.target("level >= 95000 亿元", "2024");
    CHECK(c.verdict() == "not_met, missed, final, firm; base_revised");
    // What was revised for the year itself is no base.
    c.rows[0].period = c.rows[1].period = Period::year(2024);
    c.rows[2].period = Period::year(2023);
    CHECK(c.verdict() == "not_met, missed, final, firm; moved_away");
}

TEST_CASE("a base stated by the plan goes before the published one, apart by more than rounding is flagged") {
    auto c = Case()
                 .horizon("2021/2025")
                 .indicator("rd", "%", ratio)
                 .target("level >= 3.3 %", "2025")
                 .base("2020", "2.15");
    c.observe("rd", "2020", "share", "2.146", "%").observe("rd", "2023", "share", "2.8", "%");
    CHECK(c.figure(&Figures::base) == "2.15 %");
    CHECK(c.verdict() == "undetermined(not_due), behind, interim");
    c.rows[0].value = Decimal::parse("2.3").value();
    CHECK(c.verdict() == "undetermined(not_due), behind, interim; base_conflict");
}
