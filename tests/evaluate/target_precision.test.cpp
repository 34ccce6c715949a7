// SPDX-License-Identifier: BSL-1.0
// Figures compared as they read in the target's own unit and digits.
#include <doctest/doctest.h>

#include "goalpost/evaluate/explanation.hpp"
#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

/// One figure of a stock at the end of 2024, compared at the target's own precision.
Case reads(std::string_view criterion, std::string_view value, std::string_view unit,
           std::string_view of_indicator = "") {
    auto c = Case().indicator("x", of_indicator.empty() ? unit : of_indicator, IndicatorKind::stock);
    c.target(criterion, "2024").observe("x", "2024", "cumulative", value, unit);
    c.options.at_target_precision = true;
    return c;
}

}  // namespace

TEST_CASE("15507.87 亿元 reads 1.6 万亿元: met at the target's own precision, and only there") {
    auto c = reads("level >= 1.6 万亿元", "15507.87", "亿元");
    CHECK(c.verdict() == "met, achieved, final, firm");  // [15507.865, 15507.875) all read 1.6
    CHECK(c.figure(&Figures::measured) == "15507.87 亿元");
    CHECK(c.figure(&Figures::gap) == "-492.13 亿元");  // figures stay as published
    c.options.at_target_precision = false;
    CHECK(c.verdict() == "not_met, missed, final, firm; met_at_target_precision");
}

TEST_CASE("what is met exactly may not be at the target's precision") {
    CHECK(reads("level > 3.2 %", "3.22", "%").verdict() == "not_met, missed, final, firm");
    CHECK(reads("level > 3.20 %", "3.22", "%").verdict() == "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("ends of a figure's range in the middle of two digits") {
    // 3.2 is [3.15, 3.25): 3.15 reads 3.2, and all below 3.25 does.
    CHECK(reads("level >= 3.2 %", "3.2", "%").verdict() == "met, achieved, final, firm");
    CHECK(reads("level <= 3.2 %", "3.2", "%").verdict() == "met, achieved, final, firm");
    // -3.2 is (-3.25, -3.15], and reads -3.2 likewise.
    CHECK(reads("level >= -3.2 %", "-3.2", "%").verdict() == "met, achieved, final, firm");
    CHECK(reads("level <= -3.2 %", "-3.2", "%").verdict() == "met, achieved, final, firm");
    // 3.2 against a whole number: [3.15, 3.25) reads 3.
    CHECK(reads("level <= 3 %", "3.2", "%").verdict() == "met, achieved, final, firm");
    // 2.5 is [2.45, 2.55), which reads 2 or 3.
    CHECK(reads("level >= 3 %", "2.5", "%").verdict() == "met, achieved, final, rests_on_rounding");
    CHECK(reads("level >= 3 %", "2.4", "%").verdict() == "not_met, missed, final, firm");
}

TEST_CASE("ranges and comparisons are compared as ever") {
    CHECK(reads("level in [2, 3] %", "1.9", "%").verdict() == "not_met, missed, final, firm");
    auto c = reads("level >= level(of y)", "3.19", "%").indicator("y", "%", IndicatorKind::stock);
    c.observe("y", "2024", "cumulative", "3.2", "%");
    CHECK(c.verdict() == "not_met, missed, final, rests_on_rounding");
}

TEST_CASE("the explanation compares what was compared, and says so") {
    const auto evaluation = reads("level >= 1.6 万亿元", "15507.87", "亿元").judge();
    const auto told = explain(evaluation, evaluation.assessments()[0]);
    const auto en = text(told, Language::en);
    CHECK(en.find("Comparison: 16000 亿元 >= 16000 亿元 (1.6 万亿元): yes") != std::string::npos);
    CHECK(en.find("Note: compared at the target's own precision: it reads 1.6 万亿元 there") !=
          std::string::npos);
    CHECK(text(told, Language::zh).find("提示：按目标值的精度比较：按该精度为1.6万亿元") !=
          std::string::npos);
}

TEST_CASE("a cap and a base are read with the target's digits, too") {
    auto cap = Case().indicator("x", "亿元", IndicatorKind::flow, Better::lower);
    cap.target("level <= 1.6 万亿元", "2024").observe("x", "2024-01/2024-11", "level", "16400", "亿元");
    cap.options.at_target_precision = true;  // 16400 reads 1.6: the cap is not broken
    CHECK(cap.verdict() == "undetermined(not_due), behind, interim");
    auto held = Case().horizon("2021/2025").indicator("x", "亿元", IndicatorKind::stock);
    held.target("level >= 1.6 万亿元", "2025").base("2020", "15507.87");
    held.observe("x", "2023", "level", "15600", "亿元");
    held.options.at_target_precision = true;
    CHECK(held.verdict() == "met, on_track, interim, firm; met_at_base");
}
