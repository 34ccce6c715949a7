// SPDX-License-Identifier: BSL-1.0
// Measures and evaluators of one's own: what qualifies, what does not, and how they take part by name.
#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

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

// So must the term and the base that a view is of.
template <class Term, class StatedBase>
constexpr bool makes_view =
    std::is_constructible_v<MeasureView, const Plan&, const Observations&, const Binding&, const Date&,
                            const Indicator&, std::string_view, Term, const Period&, StatedBase, Trace&>;
static_assert(makes_view<const MeasureTerm&, const std::optional<Base>&>);
static_assert(!makes_view<MeasureTerm, const std::optional<Base>&>);
static_assert(!makes_view<const MeasureTerm&, std::optional<Base>>);
static_assert(!makes_view<const MeasureTerm&, std::nullopt_t>);
static_assert(!makes_view<MeasureTerm, std::nullopt_t>);

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

TEST_CASE("a target view is of the version that was judged") {
    auto c = Case()
                 .indicator("x", "亿元", IndicatorKind::flow)
                 .indicator("before", "亿元", IndicatorKind::flow)
                 .indicator("after", "亿元", IndicatorKind::flow);
    c.target("growth > growth(of after)", "2024").base("2023", "9", "亿元");
    TargetVersion before{.until = parse_date("2026-01-01").value(), .due = Period::year(2024)};
    before.readings = {parse_criterion("growth > growth(of before)").value()};
    before.base = Base{Period::year(2023), Decimal(5), "亿元"};
    c.targets[0].versions = {before};
    c.observe("x", "2024", "level", "10", "亿元")
        .observe("before", "2023", "level", "1", "亿元")
        .observe("before", "2024", "level", "1", "亿元")
        .observe("after", "2023", "level", "1", "亿元")
        .observe("after", "2024", "level", "1", "亿元");
    const auto seen = [](const Case& made) {
        const auto evaluation = made.judge();
        const auto& codes = evaluation.assessments()[0];
        const TargetView view(evaluation, codes, evaluation.plan().targets()[0]);
        return std::string(view.comparison()->indicator().id) + " " +
               view.level(Period::year(2023))->value().fixed(0) + " " +
               test::figure_text(view.figures().growth);
    };
    CHECK(seen(Case(c).as_of("2025-02-28")) == "before 500000000 100 %");
    CHECK(seen(Case(c).as_of("2026-02-28")) == "after 900000000 100/9 %");
}

TEST_CASE("a series is found by an indicator of the plan that the caller made, too") {
    auto c = Case().indicator("y", "家", IndicatorKind::stock).indicator("x", "家", IndicatorKind::stock);
    c.target("level >= 1 家", "2024").target("twice >= 1 家", "2024");
    c.observe("x", "2024", "cumulative", "3", "家").observe("y", "2024", "cumulative", "5", "家");
    const auto plan = c.plan();
    const auto& foreign = plan.indicators()[1];
    Indicator unknown = foreign;
    unknown.id = "z";
    std::vector<std::string> read;
    EvaluateOptions options;
    options.measures.add("twice", [&](const MeasureView& at) -> Measured {
        const auto series = at.series_of(foreign, at.scope());
        read.push_back(series.indicator().id + " " + std::string(series.scope()));
        CHECK(&series.indicator() != &foreign);
        CHECK_THROWS_AS((void)at.series_of(unknown, at.scope()), std::invalid_argument);
        return at.level_of(series, at.period(), "x");
    });
    const auto evaluation = evaluate(plan, c.observations(), parse_date("2024-12-31").value(), options);
    CHECK(read.front() == "x 省");
    CHECK(test::figure_text(evaluation.figures(evaluation.assessments()[1]).measured) == "3 家");

    const TargetView view(evaluation, evaluation.assessments()[0], evaluation.plan().targets()[0]);
    const auto series = view.series_of(foreign, "省");
    CHECK(series.scope() == "省");
    CHECK(view.series().scope() == "省");
    std::vector<std::string> figures;
    for (const auto row : view.series_of(foreign, "省").rows())  // of a series that is gone by now
        figures.push_back(view.evaluation().observations().row(row).value.text());
    CHECK(figures == std::vector<std::string>{"3"});
    CHECK_THROWS_AS((void)view.series_of(unknown, "省"), std::invalid_argument);

    Trace trace;
    const MeasureTerm term;
    const std::optional<Base> no_base;
    const MeasureView own(evaluation.plan(), evaluation.observations(), evaluation.binding(), view.as_of(),
                          foreign, "省", term, Period::year(2024), no_base, trace);
    CHECK(own.level()->value() == Ratio(3));
    CHECK(&own.indicator() == &evaluation.plan().indicators()[1]);
}

TEST_CASE("a reason is not asked for a number") {
    const Reading reading(Reason::zero_base);
    const Measured measured(reading);
    const Figure figure(Reason::zero_base);
    CHECK_THROWS_AS((void)*reading, std::logic_error);
    CHECK_THROWS_AS((void)reading->value(), std::logic_error);
    CHECK_THROWS_AS((void)reading.unit(), std::logic_error);
    CHECK_THROWS_AS((void)measured.value(), std::logic_error);
    CHECK_THROWS_AS((void)measured.range(), std::logic_error);
    CHECK_THROWS_WITH((void)measured.unit(), "goalpost: there is no number, but a reason: zero_base");
    CHECK_THROWS_AS((void)figure.value(), std::logic_error);
    CHECK_THROWS_AS((void)figure.shown(), std::logic_error);
    CHECK_THROWS_AS((void)figure.unit(), std::logic_error);
}

TEST_CASE("what was moved from is never empty") {
    AnyMeasure measure(PerYear{});
    AnyMeasure other_measure(Told{});
    other_measure = std::move(measure);
    CHECK(measure.traits().needs_since);  // NOLINT: what is asked
    CHECK(other_measure.traits().needs_since);

    auto c = Case().indicator("x", "家", IndicatorKind::stock).target("level >= 1 家", "2024");
    const auto evaluation = c.observe("x", "2024", "cumulative", "1", "家").judge();
    const TargetView view(evaluation, evaluation.assessments()[0], evaluation.plan().targets()[0]);
    AnyEvaluator evaluator(YesNo{});
    AnyEvaluator other_evaluator = evaluator;
    other_evaluator = std::move(evaluator);
    CHECK(evaluator(view).outcome == Outcome::met);  // NOLINT: what is asked
    CHECK(other_evaluator(view).outcome == Outcome::met);
    static_assert(std::is_nothrow_move_constructible_v<AnyMeasure> &&
                  std::is_nothrow_move_constructible_v<AnyEvaluator>);
}
