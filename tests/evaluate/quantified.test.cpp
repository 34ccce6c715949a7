// SPDX-License-Identifier: BSL-1.0
// Every period, over the plan, and so many of a group.
#include <doctest/doctest.h>

#include <utility>

#include <string>

#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::verdict_text;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

/// 科技财政投入年均15%以上 of Wuxing, with the growth of the years from 2021.
Case every_year(const std::vector<const char*>& growth, const std::string& as_of = "2025-12-31") {
    auto c = Case().horizon("2021/2025").indicator("spending", "亿元", flow);
    c.target("every year: growth >= 15 %", "2021/2025").as_of(as_of);
    int year = 2021;
    for (const auto* value : growth) {
        if (*value != '\0') c.observe("spending", std::to_string(year), "growth_yoy", value, "%");
        ++year;
    }
    return c;
}

std::string counts(const Case& c) {
    const auto evaluation = c.judge();
    const auto& codes = evaluation.assessments()[0];
    return std::to_string(codes.held) + " held, " + std::to_string(codes.failed) + " failed, " +
           std::to_string(codes.unknown) + " unknown";
}

/// Counties with R&D intensities of 2024, held against 3 %.
Case counties(const std::string& quantifier, const std::vector<const char*>& values,
              std::optional<std::size_t> size = std::nullopt) {
    auto c = Case().indicator("rd", "%", ratio);
    std::vector<std::string> members;
    for (std::size_t i = 0; i < values.size(); ++i) {
        members.push_back("县" + std::to_string(i + 1));
        if (*values[i] != '\0') c.observe_in(members.back(), "rd", "2024", "share", values[i], "%");
    }
    c.group("counties", members, size);
    return c.target(quantifier + " of counties: level >= 3 %", "2024").as_of("2024-12-31");
}

}  // namespace

TEST_CASE("every year: reached only when each year is known and holds") {
    CHECK(every_year({"15.3", "16.0", "15.6", "15.7", "20"}).verdict() ==
          "met, achieved, final, firm; over_fulfilled");
    CHECK(counts(every_year({"15.3", "16.0", "15.6", "15.7", "20"})) == "5 held, 0 failed, 0 unknown");
    // It cannot be reached early: four good years say nothing of the fifth.
    CHECK(every_year({"15.3", "16.0", "15.6", "15.7"}, "2024-12-31").verdict() ==
          "undetermined(not_due), on_track, interim");
    CHECK(counts(every_year({"15.3", "16.0", "15.6", "15.7"}, "2024-12-31")) ==
          "4 held, 0 failed, 1 unknown");
}

TEST_CASE("every year: broken by one year, early or late, whatever the others are") {
    CHECK(every_year({"15.3", "14.4"}, "2022-12-31").verdict() == "not_met, missed, interim, firm");
    CHECK(every_year({"15.3", "16.0", "14.4", "15.7", "20"}).verdict() == "not_met, missed, final, firm");
    CHECK(every_year({"", "14.4"}, "2025-12-31").verdict() == "not_met, missed, interim, firm");
    // The year that breaks it is the one shown.
    CHECK(every_year({"15.3", "14.4", "13.0", "16.0"}).figure(&Figures::measured) == "14.4 %");
    // 15.0 may be 14.95, but 14.4 breaks it firmly.
    CHECK(every_year({"15.0", "14.4"}).verdict() == "not_met, missed, interim, firm");
    CHECK(every_year({"15.0", "16.0", "16.0", "16.0", "16.0"}).verdict() ==
          "met, achieved, final, rests_on_rounding; over_fulfilled");
}

TEST_CASE("every year: a missing year leaves it open") {
    CHECK(every_year({"15.3", "", "15.6", "15.7", "20"}).verdict() ==
          "undetermined(final_value_missing), undetermined, interim");
    CHECK(every_year({}).verdict() == "undetermined(missing_observation), undetermined, interim");
    auto c = every_year({"15.3", "16.0", "15.6", "15.7", "20"});
    c.observe("spending", "2023", "growth_yoy", "16.1", "%");
    CHECK(c.verdict() == "undetermined(conflicting_observations), undetermined, final");
    c = every_year({"15.0", "16.0", "16.0", "16.0", "16.0"});
    c.options.require_firm = true;
    CHECK(c.verdict() == "undetermined(rests_on_rounding), undetermined, final");
}

TEST_CASE("every year: the figure of one year never stands for another") {
    auto c = Case().horizon("2021/2025").indicator("share", "%", ratio);
    c.target("every year: level >= 85 %", "2021/2025").observe("share", "2021", "share", "86.0", "%");
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
    CHECK(counts(c) == "1 held, 0 failed, 4 unknown");
    const auto evaluation = c.judge();
    CHECK(evaluation.evidence(evaluation.assessments()[0]).size() == 1);
    auto of_stock = Case().horizon("2021/2025").indicator("firms", "家", stock);
    of_stock.target("every year: level >= 100 家", "2021/2025");
    of_stock.observe("firms", "2021", "cumulative", "120", "家")
        .observe("firms", "2022-06", "cumulative", "130", "家");
    CHECK(counts(of_stock) == "1 held, 0 failed, 4 unknown");  // June 2022 may fall back
}

TEST_CASE("every quarter: a floor on a flow counts as soon as it is reached inside its quarter") {
    auto c = Case().indicator("new", "家", flow).target("every quarter: level >= 10 家", "2024");
    c.observe("new", "2024-Q1", "level", "10", "家").observe("new", "2024-04", "level", "12", "家");
    CHECK(counts(c) == "2 held, 0 failed, 2 unknown");
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
    c.observe("new", "2024-Q3", "level", "9", "家");
    CHECK(c.verdict() == "not_met, missed, interim, firm");
}

TEST_CASE("every: one period's share is no completion of the whole") {
    auto c = Case().horizon("2021/2023").indicator("new", "家", flow);
    c.target("every year: level >= 30 家", "2021/2023").observe("new", "2021", "level", "29", "家");
    CHECK(c.figure(&Figures::measured) == "29 家");
    CHECK(c.figure(&Figures::completion) == "(not_applicable_figure)");
}

TEST_CASE("every: a due period that is not made of such periods") {
    auto c = Case().indicator("new", "家", flow).target("every year: level >= 10 家", "2024-Q1");
    CHECK(c.as_of("2024-12-31").verdict() == "undetermined(not_defined_for_kind), undetermined, interim");
}

TEST_CASE("over the plan: the horizon is the due period, growth counts from its base") {
    auto c = Case()
                 .horizon("2021/2023")
                 .indicator("trade", "亿元", flow)
                 .target("over the plan: level >= 50 亿元", "2023");
    c.observe("trade", "2021", "level", "16", "亿元").observe("trade", "2022", "level", "17", "亿元");
    CHECK(c.verdict() == "undetermined(not_due), behind, interim");  // 33 of 50 after two of three years
    c.observe("trade", "2023", "level", "17", "亿元");
    CHECK(c.verdict() == "met, achieved, final, rests_on_rounding");
    CHECK(c.figure(&Figures::completion) == "100 %");
    auto growth = Case().horizon("2021/2023").indicator("gdp", "亿元", flow);
    growth.target("over the plan: growth >= 20 %", "2023");
    growth.observe("gdp", "2020", "level", "100.0", "亿元").observe("gdp", "2023", "level", "121.0", "亿元");
    CHECK(growth.figure(&Figures::measured) == "21 %");
    CHECK(growth.verdict() == "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("all of a group") {
    CHECK(counties("all", {"3.1", "3.2", "3.3"}).verdict() == "met, achieved, final, firm");
    CHECK(counties("all", {"3.1", "2.9", ""}).verdict() == "not_met, missed, final, firm");
    CHECK(counties("all", {"3.1", "3.2", ""}).verdict() ==
          "undetermined(members_unknown), undetermined, final");
    CHECK(counties("all", {"3.1", "3.2"}, 3).verdict() ==
          "undetermined(members_unknown), undetermined, final");
    CHECK(counties("all", {"3.1", "3.0"}).verdict() == "met, achieved, final, rests_on_rounding");
    CHECK(counties("all", {"", ""}).verdict() == "undetermined(missing_observation), undetermined, interim");
}

TEST_CASE("at least so many of a group are decided as soon as the unknown cannot change it") {
    CHECK(counties("at least 2", {"3.1", "3.2", ""}).verdict() == "met, achieved, final, firm");
    CHECK(counties("at least 2", {"3.1", "2.9", ""}).verdict() ==
          "undetermined(members_unknown), undetermined, final");
    CHECK(counties("at least 2", {"3.1", "2.9", "2.8"}).verdict() == "not_met, missed, final, firm");
    CHECK(counties("at least 5", {"3.1", "3.2"}).verdict() ==
          "not_met, missed, final, firm");  // only two exist
    CHECK(counties("at least 1/2", {"3.1", "3.2", "2.9", ""}).verdict() == "met, achieved, final, firm");
    CHECK(counties("at least 2/3", {"3.1", "3.2", "2.9"}).verdict() == "met, achieved, final, firm");
    CHECK(counties("at least 67 %", {"3.1", "3.2", "2.9"}).verdict() == "not_met, missed, final, firm");
    // Firm where enough are firm: 3.0 may be 2.95.
    CHECK(counties("at least 2", {"3.1", "3.2", "3.0"}).verdict() == "met, achieved, final, firm");
    CHECK(counties("at least 3", {"3.1", "3.2", "3.0"}).verdict() ==
          "met, achieved, final, rests_on_rounding");
}

TEST_CASE("at least half of 26, of which few are known") {
    std::vector<const char*> values(13, "3.1");
    CHECK(counties("at least 1/2", values, 26).verdict() == "met, achieved, final, firm");
    values[0] = "2.9";
    CHECK(counties("at least 1/2", values, 26).verdict() ==
          "undetermined(members_unknown), undetermined, final");
    CHECK(counts(counties("at least 1/2", values, 26)) == "12 held, 1 failed, 13 unknown");
    values.assign(14, "2.9");  // 12 others cannot make 13
    CHECK(counties("at least 1/2", values, 26).verdict() == "not_met, missed, final, firm");
    CHECK(counties("at least 1/2", {}, 26).verdict() ==
          "undetermined(members_unknown), undetermined, interim");
    // Without a size, a share of an unlisted group cannot be told; a number can.
    CHECK(counties("at least 1/2", {}).verdict() == "undetermined(members_unknown), undetermined, interim");
}

TEST_CASE("groups in groups: each scope counts once") {
    auto c = Case().indicator("rd", "%", ratio);
    c.group("north", {"甲", "乙"})
        .group("south", {"乙", "丙"})
        .group("all_of_them", {"north", "south", "丁"});
    c.target("all of all_of_them: level >= 3 %", "2024");
    for (const auto* scope : {"甲", "乙", "丙", "丁"})
        c.observe_in(scope, "rd", "2024", "share", "3.1", "%");
    CHECK(c.verdict() == "met, achieved, final, firm");
    CHECK(counts(c) == "4 held, 0 failed, 0 unknown");
}

TEST_CASE("a group before the due date") {
    auto c = Case().horizon("2021/2025").indicator("rd", "%", ratio).group("cities", {"甲", "乙"});
    c.target("all of cities: level >= 3 %", "2025");
    c.observe_in("甲", "rd", "2023", "share", "3.1", "%").observe_in("乙", "rd", "2023", "share", "2.5", "%");
    CHECK(c.verdict() == "undetermined(not_due), undetermined, interim");
    c.observe_in("乙", "rd", "2024", "share", "3.2", "%");
    CHECK(c.verdict() == "met, achieved_early, interim, firm; may_fall_back");
    // Where the bases met it, it is being held.
    c.observe_in("甲", "rd", "2020", "share", "3.3", "%").observe_in("乙", "rd", "2020", "share", "3.3", "%");
    CHECK(c.verdict() == "met, on_track, interim, firm; met_at_base");
}

TEST_CASE("a group before the due date is on track or behind where its members decide that") {
    const auto quarter = [](const char* quantifier, const char* first, const char* second) {
        auto c = Case().horizon("2021/2025").indicator("f", "亿元", flow).group("g", {"甲", "乙"});
        c.target(std::string(quantifier) + " of g: growth >= 3 %", "2025").as_of("2025-03-31");
        for (const auto& [scope, value] : {std::pair("甲", first), std::pair("乙", second)}) {
            if (*value != 0) c.observe_in(scope, "f", "2025-Q1", "growth_yoy", value, "%");
        }
        return c.verdict();
    };
    const std::string open = "undetermined(not_due), undetermined, interim";
    CHECK(quarter("all", "5.1", "4.2") == "undetermined(not_due), on_track, interim");
    CHECK(quarter("all", "5.1", "2.2") == "undetermined(not_due), behind, interim");
    CHECK(quarter("all", "5.1", "") == open);
    CHECK(quarter("at least 1", "5.1", "2.2") == "undetermined(not_due), on_track, interim");
    CHECK(quarter("at least 1", "2.1", "2.2") == "undetermined(not_due), behind, interim");
    CHECK(quarter("at least 1", "2.1", "") == open);
}

TEST_CASE("a group: the base that the plan states is that of the target's own scope") {
    auto c = Case().horizon("2021/2025").indicator("gdp", "亿元", flow).group("cities", {"甲", "省"});
    c.target("all of cities: growth(since 2020) >= 10 %", "2025").base("2020", "1000");
    c.observe_in("甲", "gdp", "2020", "level", "10.0", "亿元")
        .observe_in("甲", "gdp", "2025", "level", "12.0", "亿元");
    c.observe("gdp", "2025", "level", "1200", "亿元");
    CHECK(c.verdict() == "met, achieved, final, firm");
}

TEST_CASE("a group: one figure that is only about so much does not make the others less firm") {
    auto c = counties("at least 1", {"~3.1", "3.2"});
    CHECK(c.verdict() == "met, achieved, final, firm; approximate");
    c = counties("all", {"~3.1", "3.2"});
    CHECK(c.verdict() == "met, achieved, final, rests_on_rounding; approximate");
}

TEST_CASE("every year: it can be broken early, but not reached early") {
    auto c = Case()
                 .horizon("2023/2024")
                 .indicator("e", "亿元", flow)
                 .target("every year: level >= 30 亿元", "2023/2024");
    c.observe("e", "2023", "level", "35", "亿元").observe("e", "2024-H1", "level", "31", "亿元");
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
    CHECK(counts(c) == "2 held, 0 failed, 0 unknown");
    // When the year is over, what was reached inside it was reached.
    CHECK(c.as_of("2024-12-31").verdict() == "met, achieved_early, interim, firm; over_fulfilled");
    c.observe("e", "2024", "level", "70", "亿元");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("a member that is written twice counts once") {
    auto c = Case().indicator("rd", "%", ratio).group("cities", {"杭州市", "杭州市 ", "宁波市"});
    c.target("at least 2 of cities: level >= 3 %", "2024").as_of("2024-12-31");
    c.observe_in("杭州市", "rd", "2024", "share", "3.5", "%");
    CHECK(c.verdict() == "undetermined(members_unknown), undetermined, final");
    CHECK(counts(c) == "1 held, 0 failed, 1 unknown");
}

TEST_CASE("a measure since a period says nothing at that period, nor before") {
    const auto c = [](const char* criterion, const char* due, const char* horizon = "2021/2025") {
        auto made = Case().horizon(horizon).indicator("s", "家", IndicatorKind::stock).target(criterion, due);
        return made.observe("s", "2020", "cumulative", "80", "家")
            .observe("s", "2021", "cumulative", "90", "家")
            .observe("s", "2022", "cumulative", "100", "家")
            .observe("s", "2023", "cumulative", "110", "家");
    };
    for (const auto* criterion :
         {"every year: multiple(since 2022) >= 1", "every year: change(since 2022) >= 0 家"}) {
        CHECK(c(criterion, "2021/2025").verdict() == "undetermined(not_due), on_track, interim");
        CHECK(counts(c(criterion, "2021/2025")) == "1 held, 0 failed, 2 unknown");
    }
    CHECK(c("every year: annual_growth(since 2022) >= 10 %", "2021/2023", "2021/2023").verdict() ==
          "met, achieved, final, firm");
    for (const auto* criterion :
         {"multiple(since 2023) >= 1", "growth(since 2023) <= 5 %", "change(since 2023) >= 10 家",
          "improves(since 2023)", "level >= earlier(of s, since 2023)"})
        CHECK(c(criterion, "2025").verdict() == "undetermined(not_due), undetermined, interim");
    CHECK(c("multiple(since 2022) >= 1", "2025").verdict() ==
          "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
}

TEST_CASE("members that lack only what they are compared with are not unpublished") {
    auto c = Case().indicator("a", "亿元", flow).indicator("b", "亿元", flow).group("g", {"甲", "乙"});
    c.target("all of g: level > level(of b)", "2024").as_of("2024-12-31");
    CHECK(c.verdict() == "undetermined(missing_observation), undetermined, interim");
    c.observe_in("甲", "a", "2024", "level", "20", "亿元")
        .observe_in("乙", "b", "2024-H1", "level", "40", "亿元");
    CHECK(c.verdict() == "undetermined(members_unknown), undetermined, interim");
}
