// SPDX-License-Identifier: BSL-1.0
#include "goalpost/methods/statcan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "methods/published.hpp"

using namespace goalpost;
using namespace goalpost::test;

namespace {

MethodInput input_of(const Row& row) {
    MethodInput input;
    input.base = number(row.at("base_value")).value();
    input.base_year = whole(row.at("base_year"));
    input.current = number(row.at("current_value")).value();
    input.current_year = whole(row.at("current_year"));
    input.better = row.at("direction") == "1" ? Better::higher : Better::lower;
    input.target = number(row.at("target"));
    input.target_year = whole(row.at("target_year"));
    input.limit = number(row.at("limit"));
    return input;
}

MethodResult series_of(const std::string& score, const std::string& status) {
    MethodResult result;
    if (const auto value = number(score)) result.score = *value;
    result.verdict = status;
    result.met = status == "target_achieved";
    return result;
}

Ratio r(std::string_view text) { return Ratio::parse(text).value(); }

/// From 2015 on, higher is better, target year 2030.
MethodInput from(std::string_view base, std::string_view current, int year = 2020) {
    return {.base = r(base), .base_year = 2015, .current = r(current), .current_year = year};
}
MethodInput towards(MethodInput input, std::string_view target, Better better = Better::higher) {
    input.target = r(target);
    input.better = better;
    return input;
}

}  // namespace

TEST_SUITE("methods/statcan") {
    TEST_CASE("every published row of Canada's two sites and of sdg-build's own tests") {
        for (const auto* file : {"statcan_progress.csv", "sdgbuild_edge_cases.csv"}) {
            const auto rows = rows_of(file);
            REQUIRE(rows.size() >= 10);
            for (const auto& row : rows) {
                CAPTURE(file);
                CAPTURE(row.begin()->second);
                CAPTURE(row.at("series"));
                const auto result = statcan::assess(input_of(row));
                CHECK(result.verdict == row.at("status"));
                CHECK(agrees(result.value, number(row.at("progress_value"))));
                CHECK(agrees(result.score, number(row.at("score"))));
            }
        }
    }

    TEST_CASE("every published roll-up, groups within groups") {
        for (const auto* file : {"statcan_rollup.csv", "sdgbuild_edge_cases_rollup.csv"}) {
            for (const auto& row : rows_of(file)) {
                CAPTURE(row.begin()->second);
                const auto scores = split(row.at("series_scores"), ';');
                const auto verdicts = split(row.at("series_status"), ';');
                REQUIRE(scores.size() == verdicts.size());
                std::vector<MethodResult> series;
                for (std::size_t i = 0; i < scores.size(); ++i)
                    series.push_back(series_of(scores[i], verdicts[i]));
                const auto written =
                    row.contains("grouping") ? row.at("grouping") : std::string("mean of all");
                const auto grouping = written.front() == '[' ? ScoreGroup::parse(written).value()
                                                             : ScoreGroup::all(series.size());
                const auto result = statcan::roll_up(series, grouping);
                CHECK(result.verdict == row.at("published_status"));
                CHECK(agrees(result.score, number(row.at("published_score"))));
            }
        }
    }

    TEST_CASE("base 0 and target 0 become 0.001, and it is said") {
        const auto base = statcan::assess(from("0", "4"));
        CHECK(base.substituted == std::vector<std::string>{"base 0 -> 0.001"});
        CHECK(base.verdict == "substantial_progress");
        // (4 / 0.001)^(1/5) - 1 = 4000^0.2 - 1
        CHECK(agrees(*base.value, r("4.253055607")));

        const auto target = statcan::assess(towards(from("8", "2"), "0", Better::lower));
        CHECK(target.substituted == std::vector<std::string>{"target 0 -> 0.001"});
        // g = 0.25^(1/5) - 1 = -0.242142; r = 0.000125^(1/15) - 1 = -0.450720: R = 0.537
        CHECK(target.verdict == "limited_progress");
        CHECK(target.value->fixed(3) == "0.537");

        // The target that was put in its place also decides whether it is met.
        CHECK(statcan::assess(towards(from("8", "0.001"), "0", Better::lower)).verdict == "target_achieved");
        CHECK(statcan::assess(towards(from("8", "0.0011"), "0", Better::lower)).verdict != "target_achieved");
    }

    TEST_CASE("base equal to target: met comes first, having left it, R is minus infinity") {
        const auto held = statcan::assess(towards(from("50", "50"), "50"));
        CHECK(held.verdict == "target_achieved");
        CHECK_FALSE(held.value);
        CHECK(held.value_reason == Reason::base_equals_target);
        const auto left = statcan::assess(towards(from("50", "49.9"), "50"));
        CHECK(left.verdict == "deterioration");
        CHECK(left.score->rational() == Ratio(-5));
        CHECK_FALSE(left.value);
        CHECK(left.status == Status::behind);
    }

    TEST_CASE("already met, moved the wrong way") {
        const auto met = statcan::assess(towards(from("60", "55"), "50"));
        CHECK(met.verdict == "target_achieved");  // whatever the trend
        CHECK(met.value->sign() == -1);
        CHECK(met.score->rational() == Ratio(5));
        CHECK(met.status == Status::achieved_early);
        const auto wrong = statcan::assess(towards(from("20", "19"), "50"));
        CHECK(wrong.verdict == "deterioration");
        CHECK(wrong.value->sign() == -1);
        CHECK(statcan::assess(from("20", "19")).verdict == "deterioration");
    }

    TEST_CASE("a sign change and a single year are not assessed, two points are") {
        CHECK(statcan::assess(from("2", "-1")).verdict == "not_available");
        CHECK(statcan::assess(from("2", "-1")).reason == Reason::sign_change);
        CHECK(statcan::assess(towards(from("2", "3"), "-1", Better::lower)).reason == Reason::sign_change);
        const auto once = statcan::assess(from("2", "3", 2015));
        CHECK(once.verdict == "not_available");
        CHECK(once.reason == Reason::missing_base);
        CHECK_FALSE(once.score);
        CHECK(statcan::assess(from("2", "3", 2016)).verdict == "substantial_progress");
        // A target that is met is met, be there one year only.
        CHECK(statcan::assess(towards(from("2", "3", 2015), "3")).verdict == "target_achieved");
        // All values negative: growth is turned round.
        CHECK(statcan::assess(from("-3", "-1")).verdict == "substantial_progress");
        CHECK(statcan::assess(from("-1", "-3")).verdict == "deterioration");
    }

    TEST_CASE("on an edge: the better band, by exact decimals") {
        // In binary floating point (1.005 / 1)**1 - 1 is 0.004999999999999893, so that upstream says
        // limited_progress; a growth of 0.5 % is on the line of 0.5 %, which belongs to the better band.
        CHECK(statcan::assess(from("1", "1.005", 2016)).verdict == "moderate_progress");
        CHECK(statcan::assess(from("1", "1.004999999", 2016)).verdict == "limited_progress");
        CHECK(statcan::assess(from("1", "1.015", 2016)).verdict == "substantial_progress");
        CHECK(statcan::assess(from("1", "1.014999999", 2016)).verdict == "moderate_progress");
        CHECK(statcan::assess(from("1", "1")).verdict == "limited_progress");
        CHECK(statcan::assess(from("1", "0.999999999")).verdict == "deterioration");
        // Over five years: 1.005^5 = 1.025251253128125 is on the line exactly.
        CHECK(statcan::assess(from("1", "1.025251253128125")).verdict == "moderate_progress");
        CHECK(statcan::assess(from("1", "1.025251253128124")).verdict == "limited_progress");

        // R = 0.095 / 0.1: one year against one year.
        auto ratio = towards(from("100", "109.5", 2016), "110");
        ratio.target_year = 2016;
        CHECK(statcan::assess(ratio).verdict == "substantial_progress");
        CHECK(statcan::assess(ratio).status == Status::missed);  // its year is there
        ratio.current = r("109.499999");
        CHECK(statcan::assess(ratio).verdict == "moderate_progress");
        ratio.current = r("106");
        CHECK(statcan::assess(ratio).verdict == "moderate_progress");
        CHECK(statcan::assess(ratio).score->rational() == r("0.00004"));  // 7.1429 * 0.6 - 4.2857
        ratio.current = r("105.999999");
        CHECK(statcan::assess(ratio).verdict == "limited_progress");
        ratio.current = r("100");
        CHECK(statcan::assess(ratio).verdict == "limited_progress");
    }

    TEST_CASE("on the path by unlike roots: R is 1, exactly") {
        // 100 -> 110 in 2 years, 121 due in 4: sqrt(1.1) - 1 over 1.21^(1/4) - 1.
        MethodInput input = towards(from("100", "110", 2017), "121");
        input.target_year = 2019;
        const auto result = statcan::assess(input);
        CHECK(compare(*result.value, 1) == std::strong_ordering::equal);
        CHECK(compare(*result.score, r("2.8572")) == std::strong_ordering::equal);  // 7.1429 - 4.2857
        CHECK(result.verdict == "substantial_progress");
    }

    TEST_CASE("natural limits scale the lines for growth, and only those") {
        // |b| >= 2|L|: no scaling. |b| = |L|: C = 0.
        CHECK(statcan::scaling_factor(200, 100).value().sign() == 1);
        CHECK(compare(statcan::scaling_factor(200, 100).value(), 1) == std::strong_ordering::equal);
        CHECK(statcan::scaling_factor(100, 100).value().sign() == 0);
        CHECK(compare(statcan::scaling_factor(0, 0).value(), 1) == std::strong_ordering::equal);
        // 1 - 0.5^4.44 = 1 - 0.0460709 from either side: 50 and 150 of 100.
        CHECK(statcan::scaling_factor(50, 100).value().fixed(7) == "0.9539291");
        CHECK(statcan::scaling_factor(150, 100).value().fixed(7) == "0.9539291");
        CHECK(statcan::scaling_factor(-50, 100).value().fixed(7) == "0.9539291");

        auto near = from("99", "99.2");
        near.limit = Ratio(100);
        CHECK(statcan::assess(near).verdict == "moderate_progress");  // 0.0404 % over C = 0.0436: 0.92 %
        near.current = r("98.9");
        CHECK(statcan::assess(near).verdict == "deterioration");
        // A limit makes the fall no worse: -2.5 + 125 g.
        auto without = near;
        without.limit.reset();
        CHECK(compare(*statcan::assess(near).score - *statcan::assess(without).score, 0) ==
              std::strong_ordering::equal);
        near.base = near.current = Ratio(100);
        CHECK(statcan::assess(near).verdict == "substantial_progress");
        CHECK(statcan::assess(near).score->rational() == Ratio(5));
        near.current = r("99.9");
        CHECK(statcan::assess(near).verdict == "deterioration");
        // With a target the limit is not read.
        auto target = towards(from("99", "99.1", 2016), "100");
        target.target_year = 2016;
        target.limit = Ratio(100);
        CHECK(statcan::assess(target).verdict == "limited_progress");
    }

    TEST_CASE("scores run from -5 to 5 and meet at the lines") {
        CHECK(statcan::assess(from("1", "2")).score->rational() == Ratio(5));
        CHECK(statcan::assess(from("2", "1")).score->rational() == Ratio(-5));
        CHECK(statcan::assess(from("1", "1.005", 2016)).score->rational() == Ratio(0));
        CHECK(statcan::assess(from("1", "1.015", 2016)).score->rational() == r("2.5"));
        CHECK(statcan::assess(from("1", "1.02", 2016)).score->rational() == Ratio(5));
        CHECK(statcan::assess(from("1", "0.98", 2016)).score->rational() == Ratio(-5));
    }

    TEST_CASE("just right: distances, not values") {
        CHECK(statcan::parity(r("0.5")) == Ratio(2));
        CHECK(statcan::parity(2) == Ratio(2));
        for (const auto* at_par : {"0.97", "1", "1.03"})
            CHECK(statcan::parity(r(at_par)) == Ratio(1));
        CHECK(statcan::parity(r("1.0301")) == r("1.0301"));
        CHECK(statcan::parity(r("0.9699")) > Ratio(1));
        CHECK_THROWS_AS(statcan::parity(0), std::domain_error);
        CHECK(statcan::mirrored(40, 50) == Ratio(60));
        CHECK(statcan::mirrored(60, 50) == Ratio(60));
    }

    TEST_CASE("roll-up: lines, achieved only by all, what has no score is left out") {
        const auto mean = [](std::vector<MethodResult> series) {
            return statcan::roll_up(series, ScoreGroup::all(series.size())).verdict;
        };
        CHECK(mean({series_of("2.5", ""), series_of("2.5", "")}) == "substantial_progress");
        CHECK(mean({series_of("2.4", ""), series_of("2.5", "")}) == "moderate_progress");
        CHECK(mean({series_of("1", ""), series_of("-1", "")}) == "moderate_progress");
        CHECK(mean({series_of("-2.5", ""), series_of("-2.5", "")}) == "limited_progress");
        CHECK(mean({series_of("-2.6", ""), series_of("-2.5", "")}) == "deterioration");
        CHECK(mean({series_of("5", "target_achieved"), series_of("5", "target_achieved")}) ==
              "target_achieved");
        CHECK(mean({series_of("5", "target_achieved"), series_of("", "not_available")}) == "target_achieved");
        CHECK(mean({series_of("5", "target_achieved"), series_of("5", "substantial_progress")}) ==
              "substantial_progress");
        CHECK(mean({}) == "not_available");
        CHECK(mean({series_of("", "not_available")}) == "not_available");

        // (1 + 3)/2 = 2 and 8: 5; flat it would be 4.
        const std::vector<MethodResult> three{series_of("1", ""), series_of("3", ""), series_of("8", "")};
        CHECK(statcan::roll_up(three, ScoreGroup::parse("[1,2],3").value()).score->rational() == Ratio(5));
        CHECK(statcan::roll_up(three, ScoreGroup::parse("[[1],2],[3]").value()).score->rational() ==
              Ratio(5));
        CHECK_THROWS_AS(statcan::roll_up(three, ScoreGroup::parse("[1,2],4").value()), std::out_of_range);
        for (const auto& names_none : {ScoreGroup{}, ScoreGroup::all(0), ScoreGroup{0, {ScoreGroup{}}}})
            CHECK_THROWS_AS(statcan::roll_up(three, names_none), std::out_of_range);
        CHECK_THROWS_AS(statcan::roll_up({}, ScoreGroup::all(1)), std::out_of_range);
        CHECK(statcan::roll_up({}, ScoreGroup::all(0)).verdict == "not_available");
        for (const auto* broken : {"", "1,", "[1,2", "1]", "0", "[]", "a", "1 ,2"})
            CHECK_FALSE(ScoreGroup::parse(broken));
    }

    TEST_CASE("roll-up: only the series of the grouping say whether their time was over") {
        auto due = series_of("5", "target_achieved");
        due.status = Status::achieved;
        auto early = due;
        early.status = Status::achieved_early;
        const std::vector<MethodResult> series{due, series_of("1", ""), early};
        const auto status = [&](std::string_view grouping) {
            return statcan::roll_up(series, ScoreGroup::parse(grouping).value()).status;
        };
        CHECK(status("1") == Status::achieved);
        CHECK(status("[1],1") == Status::achieved);
        CHECK(status("[1,3]") == Status::achieved_early);
    }

    TEST_CASE("roll-up of irrational scores that cancel is decided") {
        // p and -p of two series: 250 p - 1.25 and 125 (-p) - 2.5, with p = 1.01^(1/2) - 1 just under 0.5 %.
        const auto up = statcan::assess(from("100", "101.2", 2017));
        const auto down = statcan::assess(from("101.2", "100", 2017));
        const std::vector<MethodResult> both{up, down};
        const auto result = statcan::roll_up(both, ScoreGroup::all(2));
        CHECK(result.verdict == "limited_progress");
        CHECK(result.reason == Reason::none);
    }
}
