// SPDX-License-Identifier: BSL-1.0
#include "goalpost/rollup/contenders.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/model/criterion_text.hpp"
#include "goalpost/rollup/make_scorecards.hpp"
#include "support/case.hpp"

using namespace goalpost;

TEST_CASE("places by a measure of an indicator") {
    test::Case one;
    one.indicator("投资", "亿元", IndicatorKind::flow).target("level >= 1 亿元", "2024");
    one.observe_in("甲市", "投资", "2024", "level", "120", "亿元");
    one.observe_in("甲市", "投资", "2023", "level", "100", "亿元");
    one.observe_in("乙市", "投资", "2024", "growth_yoy", "25.0", "%");
    one.observe_in("丙市", "投资", "2024", "level", "50", "亿元");
    const auto evaluation = one.judge();
    const auto& indicator = evaluation.plan().indicators()[0];
    const std::vector<std::string> scopes{"甲市", "乙市", "丙市"};
    const auto ranked = [&](std::string_view measure) {
        const auto term = parse_measure(measure).value();
        return rank(scope_contenders(evaluation, indicator, term, scopes, Period::year(2024)));
    };
    const auto growth = ranked("growth");
    REQUIRE(growth.places.size() == 2);
    CHECK(growth.places[0].name == "乙市");  // 25 % published, 20 % computed
    CHECK(growth.left_out == std::vector<std::pair<std::string, Reason>>{{"丙市", Reason::missing_base}});
    const auto level = ranked("level");
    CHECK(level.places[0].name == "甲市");
    CHECK(level.left_out[0].first == "乙市");
    const auto unknown = ranked("height");
    CHECK(unknown.places.empty());
    CHECK(unknown.left_out[0].second == Reason::unknown_measure);
    const auto incomplete = ranked("annual_growth");
    CHECK(incomplete.places.empty());
    REQUIRE(incomplete.left_out.size() == 3);
    CHECK(incomplete.left_out[0].second == Reason::incomplete_measure);
    // What the plan does not have is refused, as in a criterion of the plan.
    for (const auto* measure : {"share(of nosuch)", "gap(of nosuch)", "contribution(of nosuch)",
                                "pull(of nosuch)", "coverage(of nosuch)", "level(of nosuch @ 甲市)"})
        CHECK_THROWS_WITH_AS(ranked(measure),
                             doctest::Contains("goalpost: indicator \"nosuch\" is not defined in the plan"),
                             std::invalid_argument);
    for (const auto* measure : {"rank(in nogroup)", "sum(in nogroup)"})
        CHECK_THROWS_WITH_AS(ranked(measure),
                             doctest::Contains("goalpost: group \"nogroup\" is not defined in the plan"),
                             std::invalid_argument);
}

TEST_CASE("a place that rests on what is only about so much is not firm") {
    test::Case one;
    one.indicator("投资", "亿元", IndicatorKind::flow).target("level >= 1 亿元", "2024");
    one.observe_in("甲市", "投资", "2024", "level", "~120", "亿元");
    one.observe_in("乙市", "投资", "2024", "level", "100", "亿元");
    const auto evaluation = one.judge();
    const std::vector<std::string> scopes{"甲市", "乙市"};
    const auto ranking = rank(scope_contenders(evaluation, evaluation.plan().indicators()[0],
                                               MeasureTerm{.name = "level"}, scopes, Period::year(2024)));
    CHECK(ranking.places[0].name == "甲市");
    CHECK_FALSE(ranking.places[0].is_firm);
    CHECK(ranking.places[1].is_firm);
}

TEST_CASE("units by the share of their marks, or by their score on a sheet") {
    test::Case one;
    one.indicator("高企", "家", IndicatorKind::flow).indicator("科小", "家", IndicatorKind::flow);
    for (const auto* who : {"甲局", "乙局", "丙局"}) {
        ResponsibleUnit unit;
        unit.id = unit.name = who;
        one.units.push_back(unit);
        one.target("level >= 100 家", "2024");
        one.targets.back().indicator = unit.id == "丙局" ? "科小" : "高企";
        one.targets.back().scope = unit.id;
        Statement statement;
        statement.lead = {who};
        one.targets.back().statements = {statement};
    }
    one.observe_in("甲局", "高企", "2024", "level", "90", "家");
    one.observe_in("乙局", "高企", "2024", "level", "95", "家");
    const auto evaluation = one.judge();
    auto ranking = rank(unit_contenders(make_scorecards(evaluation)));
    REQUIRE(ranking.places.size() == 2);
    CHECK(ranking.places[0].name == "乙局");
    CHECK(ranking.places[0].value.value().rational() == Ratio::of(95, 100));
    REQUIRE(ranking.left_out.size() == 1);
    CHECK(ranking.left_out[0] == std::pair(std::string("丙局"), Reason::no_marks));  // not last
    ScorecardOptions weightless;
    weightless.role_weights = {};
    ranking = rank(unit_contenders(make_scorecards(evaluation, weightless)));
    REQUIRE(ranking.left_out.size() == 3);
    CHECK(ranking.left_out[0].second == Reason::nothing_counts);
    // A score that rests on too little is not ranked; on just so much, it is.
    auto half_known = make_scorecards(evaluation);
    half_known.units.at("甲局").merge(Scorecard{.unit = "甲局", .items = {{"", Marks{.weight = Ratio(1)}}}});
    const auto among = [&](const Ratio& minimum) {
        return rank(unit_contenders(half_known, nullptr, minimum)).places.size();
    };
    CHECK(among(Ratio::of(1, 2)) == 2);
    CHECK(among(Ratio::of(51, 100)) == 1);
    const auto too_little = rank(unit_contenders(half_known, nullptr, Ratio::of(51, 100))).left_out;
    CHECK(std::ranges::count(too_little, std::pair(std::string("甲局"), Reason::low_coverage)) == 1);
    ScorecardOptions options;
    options.sheet = ScoreSheet{{SheetItem{"高企", Ratio(40), scoring::AllOrNothing{}}}, {}, {}};
    const auto cards = make_scorecards(evaluation, options);
    ranking = rank(unit_contenders(cards, &*options.sheet));
    CHECK(ranking.places[0].value.value().rational() == Ratio(0));
    CHECK(ranking.places[1].place == 1);
    REQUIRE(ranking.left_out.size() == 1);  // the sheet has nothing for it
    CHECK(ranking.left_out[0].second == Reason::nothing_counts);
}
