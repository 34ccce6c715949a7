// SPDX-License-Identifier: BSL-1.0
// A measure of one's own: firmness, status and explanation come with it.
#include <goalpost/evaluate/explanation.hpp>
#include <goalpost/goalpost.hpp>
#include <iostream>

using namespace goalpost;

int main() {
    const UnitSet units;
    const auto year = Period::year(2024);

    // [measure]
    EvaluateOptions options;
    options.measures.add("per_10000_people", [](const MeasureView& at) -> Measured {
        const auto amount = at.level();                 // of the target's indicator, at the period to judge
        const auto people = at.level_of("population");  // of another indicator of the plan
        if (!amount) return amount.reason();
        if (!people) return people.reason();
        at.formula("y / x * 10000");
        return {*amount / *people * Rounded(10000), figure_units::pure()};
    });
    // [/measure]

    PlanBuilder plan({.id = "demo", .title = "Demonstration", .horizon = year, .scope = "某区"});
    plan.add(Indicator{
        .id = "patents", .name = "高价值发明专利", .unit = *units.parse("件"), .kind = IndicatorKind::stock});
    plan.add(Indicator{
        .id = "population", .name = "常住人口", .unit = *units.parse("万人"), .kind = IndicatorKind::stock});
    plan.add(Target{.id = "patents_2024",
                    .indicator = "patents",
                    .due = year,
                    .readings = {*parse_criterion("per_10000_people >= 20.9")}});
    ObservationsBuilder figures;
    figures.add({.indicator = "高价值发明专利",
                 .scope = "某区",
                 .period = year,
                 .basis = Basis::cumulative,
                 .value = *Decimal::parse("1672"),
                 .unit = *units.parse("件")});
    figures.add({.indicator = "常住人口",
                 .scope = "某区",
                 .period = year,
                 .basis = Basis::cumulative,
                 .value = *Decimal::parse("80.0"),
                 .unit = *units.parse("万人")});

    const auto evaluation = evaluate(plan.build(), figures.build(), *parse_date("2025-01-31"), options);
    std::cout << text(explain(evaluation, evaluation.assessments().front()), Language::en);
}
