// SPDX-License-Identifier: BSL-1.0
// Measures and evaluators of one's own: what qualifies, what does not, and how they take part by name.
#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "goalpost/model/criterion_text.hpp"
#include "goalpost/testing/archetypes.hpp"
#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

// What must not qualify.
using NotCopyable = decltype([held = std::unique_ptr<int>()](const MeasureView&) -> Measured {
    return held ? Reason::none : Reason::missing_observation;
});
using Changing = decltype([n = 0](const MeasureView&) mutable -> Measured {
    return ++n > 1 ? Reason::none : Reason::missing_observation;
});
using ReturnsNumber = decltype([](const MeasureView&) { return 1; });
using ReturnsFloat = decltype([](const MeasureView&) { return 0.5; });
using TakesNothing = decltype([] { return Reason::none; });
static_assert(!Measure<NotCopyable> && !Measure<Changing> && !Measure<ReturnsNumber> &&
              !Measure<ReturnsFloat> && !Measure<TakesNothing> && !Measure<int>);

using Scores = decltype([](const TargetView&) { return 0.5; });
using Counts = decltype([](const TargetView&) { return 1; });
using Talks = decltype([](const TargetView&) { return "met"; });
using Silent = decltype([](const TargetView&) {});
static_assert(!Evaluator<Scores> && !Evaluator<Counts> && !Evaluator<Talks> && !Evaluator<Silent>);

// What does.
using YesNo = decltype([](const TargetView&) { return true; });
using Reasons = decltype([](const TargetView&) { return Reason::masked_target; });
using Figures1 = decltype([](const TargetView& view) { return view.figures().gap; });
static_assert(Evaluator<YesNo> && Evaluator<Reasons> && Evaluator<Figures1> &&
              Evaluator<testing::MinimalEvaluator>);
static_assert(Measure<testing::MinimalMeasure>);

// A unit must outlive the number that is in it.
static_assert(!std::is_constructible_v<Measured, Rounded, UnitOfMeasure>);
static_assert(std::is_constructible_v<Measured, Rounded, const UnitOfMeasure&>);
static_assert(!std::is_constructible_v<Reading, Rounded, UnitOfMeasure>);

/// A measure with traits, and one whose traits are told when it is made.
struct PerYear {
    static constexpr MeasureTraits traits{.growth = true, .needs_since = true};
    Measured operator()(const MeasureView& at) const {
        const auto value = at.level();
        return value ? Measured(*value / Rounded(Ratio(5)), value.unit()) : Measured(value.reason());
    }
};
struct Told {
    MeasureTraits traits;
    Measured operator()(const MeasureView& at) const { return at.level(); }
};

Case people() {
    auto c = Case()
                 .indicator("staff", "人", IndicatorKind::stock)
                 .indicator("people", "万人", IndicatorKind::stock);
    c.observe("staff", "2024", "cumulative", "21000", "人")
        .observe("people", "2024", "cumulative", "1000.0", "万人");
    c.options.measures.add("per_10000", [](const MeasureView& at) -> Measured {
        const auto part = at.level();
        if (!part) return part.reason();
        const auto whole = at.level_of("people");
        if (!whole) return whole.reason();
        return {*part / *whole * Rounded(Ratio(10000)), figure_units::pure()};
    });
    return c.target("per_10000 >= 20.9", "2024");
}

}  // namespace

TEST_CASE("a lambda is a measure that criteria use by name, firmness comes with it") {
    auto c = people();
    CHECK(c.figure(&Figures::measured) == "21");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");  // 21000 / [999.95, 1000.05) 万
    c.targets.clear();
    CHECK(c.target("per_10000 >= 21", "2024").verdict() == "met, achieved, final, rests_on_rounding");
    c.rows.pop_back();
    CHECK(c.verdict() == "undetermined(final_value_missing), undetermined, interim");
    // As a reference, too.
    auto held = people();
    held.targets.clear();
    held.target("per_10000 > per_10000(of staff @ 全国)", "2024");
    held.observe_in("全国", "staff", "2024", "cumulative", "2000000", "人");
    held.observe_in("全国", "people", "2024", "cumulative", "140000", "万人");
    CHECK(held.verdict() == "met, achieved, final, firm; over_fulfilled");
    CHECK(held.figure(&Figures::required, 2) == "14.29");
}

TEST_CASE("names that no set holds") {
    auto c = people();
    c.options = {};
    CHECK(c.verdict() == "undetermined(unknown_measure), undetermined, interim");
    auto reference =
        Case().indicator("x", "家", IndicatorKind::stock).target("level >= median_of_all(of x)", "2024");
    CHECK(reference.observe("x", "2024", "cumulative", "1", "家").verdict() ==
          "undetermined(unknown_measure), undetermined, final");
    CHECK_THROWS_AS(c.options.measures.add("", Told{}), std::invalid_argument);
    CHECK(c.options.measures.find("no_such") == nullptr);
    CHECK(MeasureSet().names().empty());
    CHECK(MeasureSet().add("b", Told{}).add("a", Told{}).names() == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a measure that lacks what it must be told is not asked") {
    auto c = Case().indicator("x", "家", IndicatorKind::stock).observe("x", "2024", "cumulative", "10", "家");
    c.options.measures.add("per_year", PerYear{});
    CHECK(Case(c).target("per_year >= 1 家", "2024").verdict() ==
          "undetermined(incomplete_measure), undetermined, final");
    CHECK(Case(c).target("per_year(since 2020) >= 2 家", "2024").verdict() == "met, achieved, final, firm");
    CHECK(Case(c).target("share > 1 %", "2024").verdict() ==
          "undetermined(incomplete_measure), undetermined, final");
    CHECK(Case(c).target("sum >= 1 家", "2024").verdict() ==
          "undetermined(incomplete_measure), undetermined, final");
}

TEST_CASE("traits are read from a static member, from any other, and are plain where there is none") {
    CHECK(AnyMeasure(PerYear{}).traits().needs_since);
    CHECK(AnyMeasure(Told{{.accumulates = true}}).traits().accumulates);
    CHECK(!AnyMeasure(testing::MinimalMeasure(0)).traits().growth);
    CHECK(AnyMeasure(testing::MinimalMeasure(0)).traits().has_base);
    // What accumulates is early once it is reached; what does not is only part of its period.
    for (const bool accumulates : {true, false}) {
        CAPTURE(accumulates);
        auto c = Case().indicator("x", "家", IndicatorKind::flow).target("told >= 10 家", "2024");
        c.options.measures.add("told", Told{{.accumulates = accumulates}});
        CHECK(c.observe("x", "2024-H1", "level", "12", "家").verdict() ==
              (accumulates ? "met, achieved_early, interim, firm; over_fulfilled"
                           : "undetermined(not_due), undetermined, interim; part_period"));
    }
}

TEST_CASE("a measure of the same name takes the place of the library's") {
    auto c = Case().indicator("x", "家", IndicatorKind::stock).target("level >= 10 家", "2024");
    c.observe("x", "2023", "cumulative", "12", "家").observe("x", "2024", "cumulative", "9", "家");
    c.options.measures.add("level", testing::MinimalMeasure(12));
    CHECK(c.figure(&Figures::measured) == "12 家");
}

TEST_CASE("a view of one's own that names an indicator which the plan does not have") {
    auto c = Case().indicator("x", "家", IndicatorKind::stock).observe("x", "2024", "cumulative", "10", "家");
    const auto evaluation = Case(c).target("level >= 1", "2024").judge();
    const auto& plan = evaluation.plan();
    const auto term = parse_measure("share(of nosuch)").value();
    const std::optional<Base> no_base;
    Trace trace;
    const MeasureView view(plan, evaluation.observations(), evaluation.binding(), evaluation.as_of(),
                           plan.indicators()[0], plan.head().scope, term, Period::year(2024), no_base, trace);
    CHECK_THROWS_WITH_AS(static_cast<void>(view.other()), "goalpost: the plan has no indicator nosuch",
                         std::invalid_argument);
}

TEST_CASE("a measure may return an interval, an irrational number, or a reason") {
    auto c = Case().indicator("x", "家", IndicatorKind::stock).observe("x", "2024", "cumulative", "10", "家");
    c.options.measures
        .add("between",
             [](const MeasureView&) {
                 return Measured(Value(5), {{Value(4)}, {Value(6)}}, figure_units::pure());
             })
        .add("root",
             [](const MeasureView&) {
                 return Measured(Value::root(2, 2), Interval::exactly(Value::root(2, 2)),
                                 figure_units::pure());
             })
        .add("never", [](const MeasureView&) { return Reason::broken_series; });
    CHECK(Case(c).target("between >= 4", "2024").verdict() ==
          "met, achieved, final, firm; over_fulfilled met_at_base");
    CHECK(Case(c).target("between >= 4.5", "2024").verdict() ==
          "met, achieved, final, rests_on_rounding; over_fulfilled met_at_base");
    CHECK(Case(c).target("root > 1.41421356237309504", "2024").verdict() ==
          "met, achieved, final, firm; over_fulfilled met_at_base");
    CHECK(Case(c).target("root > 1.41421356237309505", "2024").verdict() == "not_met, missed, final, firm");
    CHECK(Case(c).target("never >= 1", "2024").verdict() ==
          "undetermined(broken_series), undetermined, final");
    CHECK(Case(c).target("root > 1.4", "2024").figure(&Figures::gap, 4) == "0.0142");
    CHECK(Case(c).target("root > 1.4", "2024").figure(&Figures::progress) == "(not_applicable_figure)");
}

TEST_CASE("evaluators named by a target, and for all targets, find what they find") {
    auto c = Case()
                 .indicator("x", "家", IndicatorKind::stock)
                 .target("level >= 10 家", "2024")
                 .target("level >= 20 家", "2024");
    c.observe("x", "2023", "cumulative", "8", "家").observe("x", "2024", "cumulative", "12", "家");
    c.targets[0].evaluators = {"near", "no_such"};
    EvaluatorSet set;
    set.add("near",
            [within = Ratio::of(1, 2)](const TargetView& view) -> Finding {
                const auto before = view.level(Period::year(2023));
                if (!before) return before.reason();
                return Figure(Value(before->value() * within), view.indicator().unit);
            })
        .add("rises", [](const TargetView& view) { return !view.series().empty(); })
        .add("minimal", testing::MinimalEvaluator(Certainty::firm));
    CHECK(set.names() == std::vector<std::string>{"minimal", "near", "rises"});
    const auto evaluation = c.judge();
    const auto found = findings(evaluation, evaluation.assessments()[0], set, {"rises", "minimal"});
    REQUIRE(found.size() == 4);
    CHECK(found[0].name == "near");
    CHECK(test::figure_text(found[0].value) == "4 家");
    CHECK(found[1].name == "no_such");
    CHECK(found[1].reason == Reason::unknown_evaluator);
    CHECK(found[2].outcome == Outcome::met);
    CHECK(found[3].outcome == Outcome::met);
    CHECK(findings(evaluation, evaluation.assessments()[1], set).empty());
    CHECK(findings(evaluation, evaluation.assessments()[1], set, {"rises"}).size() == 1);
    CHECK_THROWS_AS(set.add("", testing::MinimalEvaluator(Certainty::firm)), std::invalid_argument);
}

TEST_CASE("a target view gives the target, its series and the one it is held against") {
    auto c = Case().indicator("x", "亿元", IndicatorKind::flow).indicator("y", "亿元", IndicatorKind::flow);
    c.target("growth > growth(of y @ 全国)", "2024")
        .target("share(of y) >= 1 %", "2024")
        .target("level >= 1 亿元", "2024");
    c.observe("x", "2024-H1", "level", "1", "亿元").observe("x", "2024-H2", "level", "2", "亿元");
    c.observe_in("全国", "y", "2024", "level", "9", "亿元").as_of("2025-02-28");
    const auto evaluation = c.judge();
    const auto view = [&](std::size_t i) {
        return TargetView(evaluation, evaluation.assessments()[i], evaluation.plan().targets()[i]);
    };
    CHECK(view(0).comparison()->indicator().id == "y");
    CHECK(!view(0).comparison()->empty());
    CHECK(view(1).comparison()->empty());  // of this scope nothing was published
    CHECK(!view(2).comparison());
    CHECK(view(2).level(Period::year(2024))->value() == Ratio(300000000));
    CHECK(view(2).level(Period::year(2023)).reason() == Reason::missing_observation);
    CHECK(date_text(view(0).as_of()) == "2025-02-28");
    CHECK(view(0).target().id == "t1");
}
