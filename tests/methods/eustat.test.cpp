// SPDX-License-Identifier: BSL-1.0
#include "goalpost/methods/eustat.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "methods/published.hpp"

using namespace goalpost;
using namespace goalpost::test;

namespace {

Ratio r(std::string_view text) { return Ratio::parse(text).value(); }
MethodInput from(std::string_view base, std::string_view current, int year = 2020) {
    return {.base = r(base), .base_year = 2015, .current = r(current), .current_year = year};
}
MethodInput towards(MethodInput input, std::string_view target, Better better = Better::higher) {
    input.target = r(target);
    input.better = better;
    return input;
}
MethodInput limited(MethodInput input, std::string_view limit) {
    input.limit = r(limit);
    return input;
}
MethodResult series_of(const std::string& score, const std::string& status = "") {
    MethodResult result;
    if (const auto value = number(score)) result.score = *value;
    result.verdict = status;
    return result;
}

}  // namespace

TEST_SUITE("methods/eustat") {
    TEST_CASE("every published row") {
        const auto rows = rows_of("eustat_progress.csv");
        REQUIRE(rows.size() == 9);
        for (const auto& row : rows) {
            CAPTURE(row.at("case"));
            MethodInput input;
            input.base = number(row.at("base_value")).value();
            input.base_year = whole(row.at("base_year"));
            input.current = number(row.at("current_value")).value();
            input.current_year = whole(row.at("current_year"));
            input.better = row.at("direction") == "1" ? Better::higher : Better::lower;
            input.target = number(row.at("target"));
            input.target_year = whole(row.at("target_year"));
            input.limit = number(row.at("limit"));
            const auto result = eustat::assess(input);
            CHECK(result.verdict == row.at("status"));
            CHECK(agrees(result.value, number(row.at("progress_value"))));
            CHECK(agrees(result.score, number(row.at("score"))));
        }
    }

    TEST_CASE("every published roll-up") {
        for (const auto& row : rows_of("eustat_progress_rollup.csv")) {
            CAPTURE(row.at("case"));
            const auto scores = split(row.at("series_scores"), ';');
            const auto verdicts = split(row.at("series_status"), ';');
            std::vector<MethodResult> series;
            for (std::size_t i = 0; i < scores.size(); ++i)
                series.push_back(series_of(scores[i], verdicts[i]));
            const auto result = eustat::roll_up(series, ScoreGroup::all(series.size()));
            CHECK(result.verdict == row.at("published_status"));
            CHECK(agrees(result.score, number(row.at("published_score"))));
        }
    }

    TEST_CASE("without a target: five names and a band for standing still") {
        const auto verdict = [](std::string_view current) {
            return eustat::assess(from("1", current, 2016)).verdict;
        };
        CHECK(verdict("1.01") == "significant_progress");
        CHECK(verdict("1.009999") == "moderate_progress");
        CHECK(verdict("1.001") == "moderate_progress");
        CHECK(verdict("1.000999") == "no_progress");
        CHECK(verdict("1") == "no_progress");
        CHECK(verdict("0.999") == "no_progress");
        CHECK(verdict("0.998999") == "moderate_deterioration");
        CHECK(verdict("0.99") == "moderate_deterioration");
        CHECK(verdict("0.989999") == "significant_deterioration");
        CHECK(eustat::assess(from("1", "1.01", 2016)).score->rational() == r("2.5"));
        CHECK(eustat::assess(from("1", "0.99", 2016)).score->rational() == r("-2.5"));
        CHECK(eustat::assess(from("1", "2", 2016)).score->rational() == Ratio(5));
        CHECK(eustat::assess(from("1", "0.5", 2016)).score->rational() == Ratio(-5));
    }

    TEST_CASE("a limit scales the lines above zero and the last one below, not the score below") {
        // C = 1 - 0.9^4.44 = 0.3736
        CHECK(eustat::assess(limited(from("90", "90.34", 2016), "100")).verdict == "significant_progress");
        CHECK(eustat::assess(limited(from("90", "90.33", 2016), "100")).verdict == "moderate_progress");
        const auto down = eustat::assess(limited(from("90", "89.64", 2016), "100"));  // -0.4 %, over -0.374 %
        CHECK(down.verdict == "significant_deterioration");
        CHECK(down.score->rational() == Ratio(-1));
        CHECK(eustat::assess(limited(from("90", "89.7", 2016), "100")).verdict == "moderate_deterioration");
        CHECK(eustat::assess(limited(from("100", "100"), "100")).verdict == "significant_progress");
        // On the limit at first, then -0.05 % a year: the source's score is 5 and its verdict is not.
        const auto left = eustat::assess(limited(from("100", "99.95", 2016), "100"));
        CHECK(left.verdict == "no_progress");
        CHECK(left.score->rational() == Ratio(5));
        CHECK(eustat::assess(limited(from("100", "97", 2016), "100")).score->rational() == Ratio(-5));
    }

    TEST_CASE("with a target: met is significant progress, under the lines, deterioration") {
        CHECK(eustat::assess(towards(from("10", "21"), "20")).verdict == "significant_progress");
        CHECK(eustat::assess(towards(from("10", "21"), "20")).score->rational() == Ratio(5));
        auto one_year = towards(from("100", "109.5", 2016), "110");
        one_year.target_year = 2016;
        CHECK(eustat::assess(one_year).verdict == "significant_progress");
        CHECK(eustat::assess(one_year).score->rational() == r("2.5"));  // 5 (0.95 - 0.6) / 0.7
        one_year.current = r("106");
        CHECK(eustat::assess(one_year).verdict == "moderate_progress");
        CHECK(eustat::assess(one_year).score->rational() == Ratio(0));
        one_year.current = r("100");
        CHECK(eustat::assess(one_year).verdict == "moderate_deterioration");
        CHECK(eustat::assess(one_year).score->rational() == r("-2.5"));
        one_year.current = r("99.9");
        CHECK(eustat::assess(one_year).verdict == "significant_deterioration");
    }

    TEST_CASE("hard cases: zero, equal, signs, one year") {
        CHECK(eustat::assess(from("0", "4")).substituted == std::vector<std::string>{"base 0 -> 0.001"});
        CHECK(eustat::assess(towards(from("8", "2"), "0", Better::lower)).substituted ==
              std::vector<std::string>{"target 0 -> 0.001"});
        const auto equal = eustat::assess(towards(from("50", "50"), "50"));
        CHECK_FALSE(equal.value);
        CHECK(equal.verdict == "significant_progress");
        CHECK(eustat::assess(towards(from("50", "49"), "50")).verdict == "significant_deterioration");
        CHECK(eustat::assess(from("2", "-1")).verdict == "not_available");
        CHECK(eustat::assess(from("2", "3", 2015)).verdict == "not_available");
        CHECK(eustat::assess(from("2", "3", 2016)).verdict == "significant_progress");
        CHECK(eustat::assess(towards(from("20", "19"), "50")).value->sign() == -1);
    }

    TEST_CASE("roll-up lines") {
        const auto mean = [](const std::string& score) {
            const std::vector<MethodResult> two{series_of(score), series_of(score)};
            return eustat::roll_up(two, ScoreGroup::all(2)).verdict;
        };
        CHECK(mean("2.5") == "moderate_progress");
        CHECK(mean("2.51") == "significant_progress");
        CHECK(mean("0.25") == "no_progress");
        CHECK(mean("0.26") == "moderate_progress");
        CHECK(mean("-0.25") == "no_progress");
        CHECK(mean("-0.26") == "moderate_deterioration");
        CHECK(mean("-2.5") == "moderate_deterioration");
        CHECK(mean("-2.51") == "significant_deterioration");
        // One series keeps its own verdict, whatever its score.
        const std::vector<MethodResult> one{series_of("-0.24", "moderate_deterioration")};
        CHECK(eustat::roll_up(one, ScoreGroup::all(1)).verdict == "moderate_deterioration");
    }
}
