// SPDX-License-Identifier: BSL-1.0
#include "goalpost/testing/laws.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "goalpost/testing/archetypes.hpp"
#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::testing::check_evaluator;
using goalpost::testing::check_measure;

namespace {

/// Targets that name every argument, and figures that are not known yet.
Evaluation example() {
    auto c = Case()
                 .horizon("2021/2025")
                 .indicator("tech", "亿元", IndicatorKind::flow)
                 .indicator("all", "亿元", IndicatorKind::flow);
    c.group("cities", {"省", "甲"});
    c.target("level >= 60 亿元", "2025")
        .base("2020", "16.2")
        .target("share(of all, since 2020, in cities) >= 20 %", "2025");
    for (const auto* year : {"2020", "2021", "2022", "2023", "2024"}) {
        c.observe("tech", year, "level", "20.5", "亿元").observe("all", year, "level", "100.5", "亿元");
        c.observe_in("甲", "tech", year, "level", "10.5", "亿元")
            .observe("tech", year, "growth_yoy", "3.5", "%");
        c.observe("tech", year, "rank", "3", "位").observe("tech", year, "completion", "90.5", "%");
    }
    c.observe("tech", "2023", "level", "20.5", "亿元", "final", "2025-01-31");
    return c.as_of("2024-06-30").judge();
}

std::vector<std::string> laws(const std::vector<testing::Violation>& violations) {
    std::vector<std::string> names;
    for (const auto& violation : violations) {
        if (std::ranges::find(names, violation.law) == names.end()) names.push_back(violation.law);
    }
    return names;
}

struct Forgetful {  // a copy is not the same
    int offset = 1;
    Forgetful() = default;
    Forgetful(const Forgetful&) : offset(0) {}
    Measured operator()(const MeasureView&) const { return {Rounded(Ratio(offset)), figure_units::pure()}; }
    Finding operator()(const TargetView&) const { return Figure(Ratio(offset), figure_units::pure()); }
};

}  // namespace

TEST_CASE("every measure of the library keeps the laws") {
    const auto evaluation = example();
    for (const auto* name : {"level", "share", "growth", "annual_growth", "multiple", "change", "improves",
                             "completion", "coverage", "gap", "contribution", "pull", "earlier", "rank",
                             "rank_change", "sum", "mean", "median"}) {
        CAPTURE(std::string(name));
        const auto* measure = evaluation.options().measures.find(name);
        REQUIRE(measure != nullptr);
        CHECK(laws(check_measure(*measure, evaluation)).empty());
    }
}

TEST_CASE("the archetypes keep the laws") {
    const auto evaluation = example();
    CHECK(check_measure(testing::MinimalMeasure(12), evaluation).empty());
    CHECK(check_evaluator(testing::MinimalEvaluator(Certainty::firm), evaluation).empty());
}

TEST_CASE("each law is noticed when it is broken") {
    const auto evaluation = example();
    int asked = 0;
    const auto fickle = [&asked](const MeasureView&) -> Measured {
        return {Rounded(Ratio(++asked)), figure_units::pure()};
    };
    CHECK(laws(check_measure(fickle, evaluation)).front() == "the same question has the same answer");
    const auto traces_more = [&asked](const MeasureView& view) -> Measured {
        if (++asked % 2 == 0) view.trace().row(0);
        return Reason::missing_observation;
    };
    CHECK(laws(check_measure(traces_more, evaluation)).front() == "the same question has the same answer");
    CHECK(laws(check_measure(Forgetful{}, evaluation)) ==
          std::vector<std::string>{"a copy answers alike", "an AnyMeasure answers alike"});
    const auto outside = [](const MeasureView&) -> Measured {
        return {Value(3), Interval::exactly(4), figure_units::pure()};
    };
    CHECK(laws(check_measure(outside, evaluation)) ==
          std::vector<std::string>{"the number lies within its own interval"});
    const auto foresees = [](const MeasureView& view) -> Measured {
        const auto& data = view.series().data();
        for (std::uint32_t row = 0; row < data.size(); ++row)
            view.trace().row(row);
        return Reason::missing_observation;
    };
    CHECK(laws(check_measure(foresees, evaluation)) ==
          std::vector<std::string>{"it rests only on figures that were known on the as-of date"});
}

TEST_CASE("each law of evaluators is noticed when it is broken") {
    const auto evaluation = example();
    int asked = 0;
    CHECK(
        laws(check_evaluator([&asked](const TargetView&) { return ++asked % 2 == 0; }, evaluation)).front() ==
        "the same question has the same answer");
    CHECK(laws(check_evaluator(Forgetful{}, evaluation)) ==
          std::vector<std::string>{"a copy answers alike", "an AnyEvaluator answers alike"});
    CHECK(laws(check_evaluator([](const TargetView&) { return Outcome::undetermined; }, evaluation)) ==
          std::vector<std::string>{"an undetermined outcome has a reason"});
    const auto says_why = [](const TargetView&) {
        Finding finding(Outcome::undetermined);
        finding.explanation.zh = "专家组尚未开会";
        return finding;
    };
    CHECK(check_evaluator(says_why, evaluation).empty());
}

TEST_CASE("a violation says where") {
    const auto outside = [](const MeasureView&) -> Measured {
        return {Value(3), Interval::exactly(4), figure_units::pure()};
    };
    const auto violations = check_measure(outside, example());
    REQUIRE(!violations.empty());
    CHECK(violations.front().target == "t1");
    CHECK(violations.front().period == "2020");
}
