// SPDX-License-Identifier: BSL-1.0
// Outcome and status: the seven rules in their order, each in both directions.
#include <doctest/doctest.h>

#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::verdict_text;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

Case rd() { return Case().indicator("rd", "%", ratio).target("level >= 3.2 %", "2024"); }
Case firms() { return Case().indicator("firms", "家", stock).target("level >= 300 家", "2024"); }
Case investment() { return Case().indicator("investment", "亿元", flow).target("level >= 100 亿元", "2024"); }
Case energy() {
    return Case()
        .horizon("2021/2025")
        .indicator("energy", "亿元", flow, Better::lower)
        .target("level <= 100 亿元", "2025");
}

}  // namespace

TEST_CASE("rule 1: withdrawn and not applicable targets are not counted, whatever was observed") {
    auto c = rd().observe("rd", "2024", "share", "3.22", "%");
    c.targets[0].standing = Standing::withdrawn;
    CHECK(c.verdict() == "undetermined(withdrawn), not_counted, interim");
    c.targets[0].standing = Standing::not_applicable;
    CHECK(c.verdict() == "undetermined(not_applicable), not_counted, interim");
}

TEST_CASE("rule 1: a masked number leaves the target open, with and without data") {
    auto c = Case().indicator("firms", "家", stock).target("level >= **** 家", "2024");
    CHECK(c.as_of("2024-12-31").verdict() == "undetermined(masked_target), undetermined, interim");
    c.observe("firms", "2024", "cumulative", "300", "家");
    CHECK(c.verdict() == "undetermined(masked_target), undetermined, final");
    CHECK(c.figure(&Figures::measured) == "300 家");
    CHECK(c.figure(&Figures::required) == "(masked_target)");
}

TEST_CASE("rule 1: conflicting and missing input") {
    auto c = rd().as_of("2025-01-31");
    CHECK(c.verdict() == "undetermined(missing_observation), undetermined, interim");
    c.observe("rd", "2024", "share", "3.22", "%").observe("rd", "2024", "share", "3.3", "%");
    CHECK(c.verdict() == "undetermined(conflicting_observations), undetermined, final");
    const auto evaluation = c.judge();
    CHECK(evaluation.evidence(evaluation.assessments()[0]).size() == 2);  // both are shown
}

TEST_CASE("rule 1: a figure in a unit that does not convert") {
    CHECK(rd().observe("rd", "2024", "level", "3.22", "家").verdict() ==
          "undetermined(unit_mismatch), undetermined, final");
    CHECK(investment().observe("investment", "2024", "level", "3", "家").verdict() ==
          "undetermined(unit_mismatch), undetermined, final");
}

TEST_CASE("rule 2: the due period itself is observed") {
    CHECK(rd().observe("rd", "2024", "share", "3.26", "%").verdict() ==
          "met, achieved, final, firm; over_fulfilled");
    CHECK(rd().observe("rd", "2024", "share", "3.1", "%").verdict() == "not_met, missed, final, firm");
    CHECK(firms().observe("firms", "2024-12", "cumulative", "300", "家").verdict() ==
          "met, achieved, final, firm");
    auto less = Case().indicator("rate", "%", ratio, Better::lower).target("level <= 5 %", "2024");
    CHECK(Case(less).observe("rate", "2024", "share", "5.6", "%").verdict() ==
          "not_met, missed, final, firm");
    CHECK(Case(less).observe("rate", "2024", "share", "4.9", "%").verdict() ==
          "met, achieved, final, firm; over_fulfilled");
    auto either = Case().indicator("price", "点", IndicatorKind::index, Better::neither);
    either.target("level ~ 100 点 ± 2 点", "2024");
    CHECK(Case(either).observe("price", "2024", "level", "101", "点").verdict() ==
          "met, achieved, final, firm");
    CHECK(Case(either).observe("price", "2024", "level", "103", "点").verdict() ==
          "not_met, missed, final, firm");
}

TEST_CASE("rule 3: an accumulating flow is over its cap already") {
    auto c = energy().observe("energy", "2025-01/2025-10", "cumulative", "100.9", "亿元");
    CHECK(c.verdict() == "not_met, missed, interim, firm");
    // At the cap it is not broken; only the pace is behind: 100 % used when 10 of 12 months are over.
    c = energy().observe("energy", "2025-01/2025-10", "cumulative", "100.0", "亿元");
    CHECK(c.verdict() == "undetermined(not_due), behind, interim");
    c = energy().observe("energy", "2025-01/2025-10", "cumulative", "83.0", "亿元");  // 83 < 83.33 %
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
    // First rule that fits: a broken cap stays broken when the final figure never comes.
    c = energy().observe("energy", "2025-01/2025-10", "cumulative", "101", "亿元").as_of("2026-06-30");
    CHECK(c.verdict() == "not_met, missed, interim, firm");
}

TEST_CASE("rule 3: a sum that must be exact is broken from above, not reached early") {
    auto c = Case().indicator("works", "项", flow, Better::neither).target("level = 10 项", "2024");
    CHECK(Case(c).observe("works", "2024-H1", "level", "11", "项").verdict() ==
          "not_met, missed, interim, firm");
    CHECK(Case(c).observe("works", "2024-H1", "level", "10", "项").verdict() ==
          "undetermined(not_due), on_track, interim");
}

TEST_CASE("rule 4: an accumulating flow has reached its floor inside the due period") {
    auto c = investment().observe("investment", "2024-H1", "level", "101", "亿元");
    CHECK(c.verdict() == "met, achieved_early, interim, firm; over_fulfilled");
    c.as_of("2025-06-30");  // and stays reached when the final figure never comes
    CHECK(c.verdict() == "met, achieved_early, interim, firm; over_fulfilled");
    c = investment()
            .observe("investment", "2024-Q1", "level", "60", "亿元")
            .observe("investment", "2024-Q2", "level", "60", "亿元");
    CHECK(c.verdict() == "met, achieved_early, interim, firm; over_fulfilled");
}

TEST_CASE("rules 3 and 4: the flows of a group accumulate together") {
    const auto half_year = [](const std::string& criterion) {
        auto c = Case().indicator("new", "亿元", flow).group("cities", {"甲", "乙", "丙"});
        c.target(criterion, "2024").as_of("2024-06-30");
        c.observe("new", "2024-H1", "level", "150", "亿元");
        c.observe_in("甲", "new", "2024-H1", "level", "30", "亿元");
        c.observe_in("乙", "new", "2024-H1", "level", "50", "亿元");
        c.observe_in("丙", "new", "2024-H1", "level", "70", "亿元");
        return c.verdict();
    };
    for (const std::string measure : {"sum", "mean", "median"}) {
        CAPTURE(measure);
        const int now = measure == "sum" ? 150 : 50;
        const auto of = [&](const std::string& sign, int line) {
            return half_year(measure + "(in cities) " + sign + " " + std::to_string(line) + " 亿元");
        };
        CHECK(of(">=", now - 10) == "met, achieved_early, interim, firm; over_fulfilled");
        CHECK(of(">=", 2 * now) == "undetermined(not_due), on_track, interim");
        CHECK(of(">=", 3 * now) == "undetermined(not_due), behind, interim");
        CHECK(of("<=", now - 10) == "not_met, missed, interim, firm");
        CHECK(of("<=", 3 * now) == "undetermined(not_due), on_track, interim");
    }
    CHECK(half_year("rank(in cities) <= 1 位").starts_with("undetermined(not_due)"));
}

TEST_CASE("rule 5: a stock, a ratio or an earlier year's value at the line may fall back") {
    const std::string early = "met, achieved_early, interim, firm; may_fall_back";
    CHECK(firms().observe("firms", "2024-06", "cumulative", "300", "家").verdict() == early);
    auto plan = Case().horizon("2021/2025").indicator("share", "%", ratio).target("level >= 85 %", "2025");
    CHECK(plan.observe("share", "2022", "share", "85.6", "%").verdict() ==
          "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
    // The technology contracts of Wuxing: 30 due in 2025, 46.5 in 2022.
    auto trade =
        Case().horizon("2021/2025").indicator("trade", "亿元", flow).target("level >= 30 亿元", "2025");
    CHECK(trade.observe("trade", "2022", "level", "46.5", "亿元").verdict() ==
          "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
    auto lower = Case().horizon("2021/2025").indicator("poor", "户", stock, Better::lower);
    CHECK(
        lower.target("level <= 10 户", "2025").observe("poor", "2023", "cumulative", "10", "户").verdict() ==
        early);
}

TEST_CASE("rule 5: growth of an earlier whole year, too") {
    auto c = Case().horizon("2021/2025").indicator("rd", "亿元", flow);
    c.target("annual_growth(since 2020) > 15 %", "2025").base("2020", "16.19", "亿元");
    c.observe("rd", "2024", "level", "34.05", "亿元");  // (34.05 / 16.19)^(1/4) = 1.2043
    CHECK(c.verdict() == "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
    // growth(since P) >= 50 % and multiple(since P) >= 1.5 say the same, so they are judged the same.
    for (const auto* criterion : {"growth(since 2020) >= 50 %", "multiple(since 2020) >= 1.5"}) {
        CAPTURE(criterion);
        c.targets.clear();
        c.target(criterion, "2025").base("2020", "16.19", "亿元");
        CHECK(c.verdict() == "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
    }
}

TEST_CASE("rule 5: a ratio of a longer time before is no part of what is asked for") {
    auto c = Case().horizon("2024/2025").indicator("rd", "%", ratio).target("level >= 3 %", "2025-H1");
    c.observe("rd", "2024", "share", "3.2", "%").as_of("2025-01-30");
    CHECK(c.verdict() == "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
    c.rows.clear();
    c.observe("rd", "2024-Q4", "share", "3.2", "%");
    CHECK(c.verdict() == "undetermined(not_due), undetermined, interim; part_period");
}

TEST_CASE("rule 5: where the base met the line already, it is being held") {
    auto c = Case().indicator("firms", "家", stock).target("level >= 300 家", "2024");
    c.observe("firms", "2023", "cumulative", "310", "家");
    c.observe("firms", "2024-06", "cumulative", "305", "家");
    CHECK(c.verdict() == "met, on_track, interim, firm; over_fulfilled met_at_base");
}

TEST_CASE("rule 5: part-year growth and part-year ratios are never early") {
    CHECK(rd().observe("rd", "2024-H1", "share", "3.5", "%").verdict() ==
          "undetermined(not_due), undetermined, interim; part_period");
    auto growth = Case().indicator("investment", "亿元", flow).target("growth >= 10 %", "2024");
    CHECK(growth.observe("investment", "2024-H1", "growth_yoy", "12", "%").verdict() ==
          "undetermined(not_due), on_track, interim; part_period");
    auto of_stock = Case().indicator("firms", "家", stock).target("growth >= 10 %", "2024");
    CHECK(of_stock.observe("firms", "2024-06", "growth_yoy", "12", "%").verdict() ==
          "undetermined(not_due), on_track, interim; part_period");
}

TEST_CASE("rule 6: before the due date the pace tells, where there is one") {
    CHECK(investment().observe("investment", "2024-H1", "level", "50", "亿元").verdict() ==
          "undetermined(not_due), on_track, interim");  // 50 % - 6/12
    CHECK(investment().observe("investment", "2024-H1", "level", "49.9", "亿元").verdict() ==
          "undetermined(not_due), behind, interim");
    CHECK(firms().observe("firms", "2024-06", "cumulative", "299", "家").verdict() ==
          "undetermined(not_due), undetermined, interim");  // a stock within a year has none
    auto growth = Case().indicator("investment", "亿元", flow).target("growth >= 10 %", "2024");
    CHECK(growth.observe("investment", "2024-H1", "growth_yoy", "9.9", "%").verdict() ==
          "undetermined(not_due), behind, interim; part_period");
    CHECK(rd().observe("rd", "2020", "share", "2.8", "%").as_of("2024-06-30").verdict() ==
          "undetermined(not_due), undetermined, interim");  // before the base: no evidence
}

TEST_CASE("rule 7: the due period is over, and only figures of other periods exist") {
    const std::string missing = "undetermined(final_value_missing), undetermined, interim";
    CHECK(rd().observe("rd", "2023", "share", "3.3", "%").as_of("2025-02-01").verdict() == missing);
    CHECK(firms().observe("firms", "2024-06", "cumulative", "280", "家").as_of("2025-02-01").verdict() ==
          missing);
    // Once it is over nothing is early any more: what stood at the line in June may have fallen by December.
    CHECK(firms().observe("firms", "2024-06", "cumulative", "300", "家").as_of("2025-02-01").verdict() ==
          missing);
    CHECK(
        investment().observe("investment", "2024-H1", "level", "50", "亿元").as_of("2025-02-01").verdict() ==
        missing);
}

TEST_CASE("rule 7: what is lacking at the due period is the reason, whatever earlier figures tell") {
    const std::string no_base = "undetermined(missing_base), undetermined, interim";
    auto grows = Case().horizon("2021/2025").indicator("x", "亿元", flow).target("growth >= 5 %", "2024");
    grows.observe("x", "2022", "level", "10", "亿元").observe("x", "2024", "level", "12", "亿元");
    CHECK(grows.verdict() == no_base);
    // 2022 on 2021: a sign change, or 25 %. Neither says anything of 2024.
    CHECK(Case(grows).observe("x", "2021", "level", "-5", "亿元").verdict() == no_base);
    CHECK(Case(grows).observe("x", "2021", "level", "8", "亿元").verdict() == no_base);
    // Before the due date the sign change is what is known.
    CHECK(Case(grows).observe("x", "2021", "level", "-5", "亿元").as_of("2023-06-30").verdict() ==
          "undetermined(sign_change), undetermined, interim");

    const auto two = [](const char* criterion) {
        auto c = Case().horizon("2021/2025").indicator("x", "亿元", flow).indicator("y", "亿元", flow);
        return c.target(criterion, "2024").observe("x", "2023", "level", "3", "亿元");
    };
    for (const auto* criterion : {"level > level(of y)", "gap(of y) > 0 亿元", "share(of y) > 16 %"}) {
        CAPTURE(criterion);
        auto c = two(criterion).observe("y", "2023", "level", "4", "亿元");
        CHECK(Case(c).observe("x", "2024", "level", "5", "亿元").verdict() ==
              "undetermined(missing_comparison), undetermined, interim");
        CHECK(c.as_of("2024-12-31").verdict() == "undetermined(final_value_missing), undetermined, interim");
    }
}

TEST_CASE("several readings: agreeing ones give a verdict, others none") {
    // 提升5% from 40 %: to 42 % (percent) or to 45 % (points).
    auto c = Case().indicator("share", "%", ratio);
    c.target("level >= 42 %", "2024").reading("level >= 45 %");
    CHECK(Case(c).observe("share", "2024", "share", "46.0", "%").verdict() ==
          "met, achieved, final, firm; over_fulfilled");
    CHECK(Case(c).observe("share", "2024", "share", "41.0", "%").verdict() == "not_met, missed, final, firm");
    CHECK(Case(c).observe("share", "2024", "share", "43.0", "%").verdict() ==
          "undetermined(readings_disagree), undetermined, final");
    // Only as firm as the less firm of them: 45 stands for [44.5, 45.5).
    CHECK(Case(c).observe("share", "2024", "share", "45", "%").verdict() ==
          "met, achieved, final, rests_on_rounding; over_fulfilled");
    auto open = Case().indicator("share", "%", ratio);
    open.target("level >= 42 %", "2024").reading("change >= 5 pp");
    CHECK(open.observe("share", "2024", "share", "43.0", "%").verdict() ==
          "undetermined(missing_base), undetermined, final");
}

TEST_CASE("require_firm leaves what rests on rounding undetermined, and nothing else") {
    auto c = rd().observe("rd", "2024", "share", "3.2", "%");
    CHECK(c.verdict() == "met, achieved, final, rests_on_rounding");
    c.options.require_firm = true;
    CHECK(c.verdict() == "undetermined(rests_on_rounding), undetermined, final");
    c = rd().observe("rd", "2024", "share", "3.26", "%");
    c.options.require_firm = true;
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("rules 3 and 4: a line that another series draws moves until it is due") {
    const auto against = [](const char* criterion, const char* own, const char* other) {
        auto c = Case().indicator("e", "亿元", flow).indicator("x", "亿元", flow).target(criterion, "2024");
        return c.observe("e", "2024-H1", "level", own, "亿元")
            .observe("x", "2024-H1", "level", other, "亿元");
    };
    auto cap = against("level <= level(of x)", "60", "50");
    CHECK(cap.verdict() == "undetermined(not_due), undetermined, interim");
    cap.observe("e", "2024", "level", "100", "亿元").observe("x", "2024", "level", "120", "亿元");
    CHECK(cap.verdict() == "met, achieved, final, firm; over_fulfilled");
    CHECK(against("level > level(of x)", "60", "50").verdict() ==
          "undetermined(not_due), undetermined, interim");
    // Half of last year's is fixed: what has accumulated stays above it.
    auto fixed = against("level >= earlier(of x, since 2023)", "60", "50");
    fixed.observe("x", "2023", "level", "55", "亿元");
    CHECK(fixed.verdict() == "met, achieved_early, interim, firm; over_fulfilled");
}

TEST_CASE("rule 3: a bound that the source prints breaks a cap with all the values it leaves open") {
    auto c = Case().indicator("x", "家", flow).target("level <= 2000 家", "2024");
    c.observe("x", "2024-H1", "level", ">2000", "家");
    CHECK(c.verdict() == "not_met, missed, interim, firm; met_at_target_precision bound");
    auto equal = Case().indicator("x", "家", flow).target("level = 2000 家", "2024");
    equal.observe("x", "2024-H1", "level", ">2000", "家");
    CHECK(equal.verdict() == "not_met, missed, interim, firm; met_at_target_precision bound");
}

TEST_CASE("a place is better the lower it is, whichever way its indicator is") {
    const auto place = [](const char* criterion, const char* value, Better better = Better::higher) {
        auto c = Case().indicator("r", "%", ratio, better).target(criterion, "2024");
        return c.observe("r", "2023", "rank", "9", "位").observe("r", "2024", "rank", value, "位");
    };
    CHECK(place("rank in [2, 3] 位", "50").verdict() == "not_met, missed, final, firm; moved_away");
    CHECK(place("rank in [2, 3] 位", "1").verdict() == "met, achieved, final, firm; over_fulfilled");
    CHECK(place("rank ~ 3 位 ± 1 位", "50").verdict() == "not_met, missed, final, firm; moved_away");
    CHECK(place("rank ~ 3 位 ± 1 位", "4", Better::lower).verdict() == "met, achieved, final, firm");
    CHECK(place("rank <= 3 位", "5").verdict() == "not_met, missed, final, firm");  // from 9: not moved away
    CHECK(place("rank_change(since 2023) in [2, 3] 位", "10", Better::lower).verdict() ==
          "not_met, missed, final, firm");
    CHECK(place("rank_change(since 2023) in [2, 3] 位", "5", Better::lower).verdict() ==
          "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("an indicator that is a place is better the lower it is, said or not") {
    const auto rank = [](const char* criterion, const char* value) {
        auto c = Case().indicator("r", "位", IndicatorKind::rank).target(criterion, "2024");
        return c.observe("r", "2023", "rank", "9", "位").observe("r", "2024", "rank", value, "位");
    };
    CHECK(rank("improves(since 2023)", "5").verdict() == "met, achieved, final, firm");
    CHECK(rank("improves(since 2023)", "10").verdict() == "not_met, missed, final, firm");
    CHECK(rank("level in [2, 3] 位", "50").verdict() == "not_met, missed, final, firm; moved_away");
}

TEST_CASE("before the due date, what a measure reads of other series counts as well") {
    auto share = Case()
                     .horizon("2021/2025")
                     .indicator("a", "亿元", flow)
                     .indicator("b", "亿元", flow)
                     .indicator("q", "%", ratio)
                     .target("share(of b) >= 16 %", "2025");
    share.indicators[2].numerator = "a";
    share.indicators[2].denominator = "b";
    share.observe("q", "2023", "share", "17", "%");
    CHECK(share.verdict() == "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
    auto sum = Case().horizon("2021/2025").indicator("n", "家", stock).group("g", {"甲", "乙"});
    sum.target("sum(in g) >= 100 家", "2025").as_of("2023-12-31");
    CHECK(sum.verdict() == "undetermined(missing_observation), undetermined, interim");
    sum.observe_in("甲", "n", "2023", "level", "60", "家");
    CHECK(sum.verdict() == "undetermined(members_unknown), undetermined, interim");
    sum.observe_in("乙", "n", "2023", "level", "60", "家");
    CHECK(sum.verdict() == "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
}
