// SPDX-License-Identifier: BSL-1.0
#include "goalpost/methods/un_progress_chart.hpp"

#include <doctest/doctest.h>

using namespace goalpost;

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
}  // namespace

TEST_SUITE("methods/un_progress_chart") {
    TEST_CASE("the share of the way covered by the target's year") {
        // 100 -> 110.25 in 2 years is 5 % a year; two more years: 121.550625; (121.550625 - 100) / 20.
        auto input = towards(from("100", "110.25", 2017), "120");
        input.target_year = 2019;
        auto result = un_progress_chart::assess(input);
        CHECK(result.value->fixed(9) == "1.077531250");
        CHECK(result.verdict == "on_track");
        CHECK(result.score->rational() == Ratio(3));
        CHECK(result.status == Status::on_track);
        input.target = r("150");
        result = un_progress_chart::assess(input);
        CHECK(result.verdict == "some_progress");  // 0.431
        CHECK(result.score->rational() == Ratio(2));
        input.target = r("400");
        CHECK(un_progress_chart::assess(input).verdict == "stagnation_or_regress");  // 0.0718
        CHECK(un_progress_chart::assess(input).score->rational() == Ratio(1));
    }

    TEST_CASE("edges belong to the better band, decided by powers") {
        // Over 3 years so far and 3 to go, 8 % in all so far: 1.08^2 = 1.1664 by the end. 0.1664 / 0.95 =
        // 0.17515...
        auto input = towards(from("100", "108", 2018), "0");
        input.target_year = 2021;
        input.target = Ratio(100) + Ratio(1664) / Ratio(95);
        CHECK(un_progress_chart::assess(input).verdict == "on_track");
        input.target = *input.target + r("0.000000001");
        CHECK(un_progress_chart::assess(input).verdict == "some_progress");
        input.target = Ratio(100) + Ratio(1664) / Ratio(10);
        CHECK(un_progress_chart::assess(input).verdict == "some_progress");
        input.target = *input.target + r("0.000000001");
        CHECK(un_progress_chart::assess(input).verdict == "stagnation_or_regress");
    }

    TEST_CASE("without a target: 2 % and 0.5 % a year in the wanted direction") {
        const auto verdict = [](std::string_view current, Better better = Better::higher) {
            auto input = from("1000", current, 2016);
            input.better = better;
            return un_progress_chart::assess(input).verdict;
        };
        CHECK(verdict("1020") == "on_track");
        CHECK(verdict("1019.9") == "some_progress");
        CHECK(verdict("1005") == "some_progress");
        CHECK(verdict("1004.9") == "stagnation_or_regress");
        CHECK(verdict("980", Better::lower) == "on_track");
        CHECK(verdict("995", Better::lower) == "some_progress");
        CHECK(verdict("1005", Better::lower) == "stagnation_or_regress");
        CHECK(un_progress_chart::assess(from("-3", "-1")).verdict == "on_track");
    }

    TEST_CASE("met comes first, in per cent, within a point of 0 or 100 is met") {
        CHECK(un_progress_chart::assess(towards(from("60", "55"), "50")).verdict == "target_met");
        CHECK(un_progress_chart::assess(towards(from("60", "55"), "50")).score->rational() == Ratio(3));
        const auto near = towards(from("90", "99"), "100");
        CHECK(un_progress_chart::assess(near, {.point = 1}).verdict == "target_met");
        CHECK(un_progress_chart::assess(near, {.point = 1}).substituted.size() == 1);
        CHECK(un_progress_chart::assess(near).verdict == "on_track");
        CHECK(un_progress_chart::assess(towards(from("90", "98.9"), "100"), {.point = 1}).verdict ==
              "on_track");
        CHECK(un_progress_chart::assess(towards(from("9", "1"), "0", Better::lower), {.point = 1}).met);
        CHECK_FALSE(
            un_progress_chart::assess(towards(from("9", "1.01"), "0", Better::lower), {.point = 1}).met);
        CHECK_FALSE(un_progress_chart::assess(towards(from("9", "49"), "50"), {.point = 1}).met);
        // In per mille a point is 10: 990 is within one of 1000, and 100 is no end.
        const auto mille = un_progress_chart::assess(towards(from("980", "990"), "1000"), {.point = 10});
        CHECK(mille.substituted == std::vector<std::string>{"within 1 point of 100 -> met"});
        CHECK_FALSE(un_progress_chart::assess(towards(from("98", "99.5"), "100"), {.point = 10}).met);
    }

    TEST_CASE("hard cases") {
        CHECK(un_progress_chart::assess(towards(from("0", "4"), "10")).substituted ==
              std::vector<std::string>{"base 0 -> 0.001"});
        // Target 0: (v - 8) / (0 - 8) with v = 2 * 0.25^(10/5) = 0.125.
        const auto zero = un_progress_chart::assess(towards(from("8", "2"), "0", Better::lower));
        CHECK(zero.value->fixed(6) == "0.984375");
        CHECK(zero.substituted.empty());
        const auto equal = un_progress_chart::assess(towards(from("50", "50"), "50"));
        CHECK(equal.verdict == "target_met");
        CHECK(equal.value_reason == Reason::base_equals_target);
        const auto left = un_progress_chart::assess(towards(from("55", "49"), "50"));
        CHECK(left.verdict == "stagnation_or_regress");
        CHECK(left.value_reason == Reason::base_meets_target);
        CHECK(un_progress_chart::assess(towards(from("20", "19"), "50")).value->sign() == -1);
        CHECK(un_progress_chart::assess(from("2", "-1")).reason == Reason::sign_change);
        CHECK(un_progress_chart::assess(from("2", "3", 2015)).verdict == "not_evaluated");
        CHECK(un_progress_chart::assess(from("2", "3", 2016)).verdict == "on_track");
        // The target's year is there: nothing is projected.
        auto due = towards(from("100", "109"), "110");
        due.target_year = 2020;
        CHECK(un_progress_chart::assess(due).value->rational() == r("0.9"));
        CHECK(un_progress_chart::assess(due).status == Status::missed);
    }
}
