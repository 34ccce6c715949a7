// SPDX-License-Identifier: BSL-1.0
#include "goalpost/methods/sdsn_2018.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "methods/published.hpp"

using namespace goalpost;
using namespace goalpost::test;

namespace {

Ratio r(std::string_view text) { return Ratio::parse(text).value(); }
/// 0 worst, 40 limit of red, 80 limit of green, 100 best: 20 is 0.5, 60 is 1.5, 90 is 2.5.
const sdsn_2018::Scale rising{100, 0, Ratio(80), Ratio(40)};
std::string goal(const std::vector<std::optional<Ratio>>& values) {
    std::vector<sdsn_2018::Rated> rated;
    for (const auto& value : values)
        rated.push_back({value, rising});
    return sdsn_2018::goal_colour(rated).verdict;
}

}  // namespace

TEST_SUITE("methods/sdsn_2018") {
    TEST_CASE("every published normalised score") {
        const auto rows = rows_of("sdsn2018_normalised.csv");
        REQUIRE(rows.size() >= 50);
        for (const auto& row : rows) {
            CAPTURE(row.at("indicator"));
            const sdsn_2018::Scale scale{number(row.at("best_bound_100")).value(),
                                         number(row.at("worst_bound_0")).value(), std::nullopt, std::nullopt};
            CHECK(scale.rises() == (row.at("better") == "higher"));
            const auto score = sdsn_2018::normalised(number(row.at("raw_value")).value(), scale);
            // Both bounds and scores are published with six digits behind the point.
            CHECK(agrees(ExactReal(score), number(row.at("published_score_0_100")).value(), 6));
        }
    }

    TEST_CASE("every published index is the mean of its goals") {
        const auto rows = rows_of("sdsn2018_index.csv");
        REQUIRE(rows.size() >= 10);
        for (const auto& row : rows) {
            CAPTURE(row.at("iso3"));
            std::vector<std::optional<Ratio>> goals;
            for (int i = 1; i <= 17; ++i)
                goals.push_back(number(row.at("goal" + std::to_string(i) + "_score")));
            CHECK(agrees(ExactReal(*sdsn_2018::mean(goals)), number(row.at("index_score")).value()));
        }
        CHECK_FALSE(sdsn_2018::mean({}));
        CHECK(sdsn_2018::mean(std::vector<std::optional<Ratio>>{Ratio(1), std::nullopt, Ratio(2)}) ==
              r("1.5"));
    }

    TEST_CASE("every published colour, a limit belongs to the better one") {
        const auto rows = rows_of("sdsn2018_band_verdicts.csv");
        REQUIRE(rows.size() >= 10);
        for (const auto& row : rows) {
            CAPTURE(row.at("iso3"));
            CHECK(row.at("sense") == "lower_is_better");
            const sdsn_2018::Scale scale{0, 100, number(row.at("green_max_inclusive")),
                                         number(row.at("orange_max_inclusive"))};
            const auto bands = sdsn_2018::colours(scale, number(row.at("yellow_max_inclusive")));
            CHECK(bands.place(number(row.at("value")).value())->name == row.at("published_colour"));
        }
        const auto bands = sdsn_2018::colours({0, 100, Ratio(30), Ratio(40)});
        CHECK(bands.place(Ratio(30))->name == "green");
        CHECK(bands.place(r("30.0000001"))->name == "yellow");
        CHECK(bands.place(Ratio(35))->name == "yellow");
        CHECK(bands.place(Ratio(40))->name == "orange");
        CHECK(bands.place(r("40.0000001"))->name == "red");
        CHECK(sdsn_2018::colours(rising).place(Ratio(80))->name == "green");
        CHECK(sdsn_2018::colours(rising).place(r("79.9"))->name == "yellow");
        CHECK(sdsn_2018::colours(rising).place(r("39.9"))->name == "red");
    }

    TEST_CASE("scores are clipped") {
        CHECK(sdsn_2018::normalised(120, rising) == Ratio(100));
        CHECK(sdsn_2018::normalised(-5, rising) == Ratio(0));
        CHECK_THROWS_AS(sdsn_2018::normalised(1, {5, 5, std::nullopt, std::nullopt}), std::domain_error);
    }

    TEST_CASE("rescaled from 0 to 3") {
        const auto at = [](std::string_view value) {
            return sdsn_2018::rescaled(r(value), rising).fraction();
        };
        CHECK(at("-1") == "0");
        CHECK(at("0") == "0");
        CHECK(at("20") == "1/2");
        CHECK(at("40") == "1");
        CHECK(at("60") == "3/2");
        CHECK(at("80") == "2");
        CHECK(at("90") == "5/2");
        CHECK(at("100") == "3");
        CHECK(at("101") == "3");
        CHECK(sdsn_2018::rescaled(35, {0, 100, Ratio(30), Ratio(40)}) == r("1.5"));
    }

    TEST_CASE("a goal's colour by its two worst") {
        CHECK(goal({Ratio(95), Ratio(80), Ratio(90)}) == "green");
        CHECK(goal({Ratio(100), Ratio(79), Ratio(100)}) == "yellow");  // mean over 2, but not both are green
        CHECK(goal({Ratio(60), Ratio(60), Ratio(100)}) == "yellow");
        CHECK(goal({Ratio(59), Ratio(60), Ratio(100)}) == "orange");
        CHECK(goal({Ratio(20), Ratio(60), Ratio(100)}) == "orange");
        CHECK(goal({Ratio(0), Ratio(60), Ratio(100)}) == "orange");  // mean under 1, but not both are red
        CHECK(goal({Ratio(10), Ratio(39), Ratio(100)}) == "red");
        CHECK(goal({Ratio(10)}) == "red");
        CHECK(goal({Ratio(90), std::nullopt}) == "green");
        CHECK(goal({Ratio(90), std::nullopt, std::nullopt}) == "grey");
        CHECK(goal({}) == "grey");
    }

    TEST_CASE("ranked only with enough data, the arrow of the trend") {
        CHECK(sdsn_2018::is_ranked(8, 10));
        CHECK_FALSE(sdsn_2018::is_ranked(79, 100));
        const auto arrow = [](int first, const char* from, int last, const char* to) {
            const YearValue points[] = {{first, r(from)}, {last, r(to)}};
            return sdsn_2018::trend(points, rising).verdict;
        };
        // From 40 in 2010 to 80 in 2030: 2 points a year.
        CHECK(arrow(2010, "40", 2015, "50") == "on_track");
        CHECK(arrow(2010, "40", 2015, "49.9") == "moderately_improving");
        CHECK(arrow(2010, "40", 2015, "45") == "moderately_improving");
        CHECK(arrow(2010, "40", 2015, "44.9") == "stagnating");
        CHECK(arrow(2010, "40", 2015, "40") == "stagnating");
        CHECK(arrow(2010, "40", 2015, "39.9") == "decreasing");
        CHECK(arrow(2010, "90", 2015, "85") == "on_track");  // staying green
        CHECK(arrow(2010, "90", 2015, "75") == "decreasing");
        CHECK(sdsn_2018::trend({}, rising).verdict == "no_trend");
    }
}
