// SPDX-License-Identifier: BSL-1.0
// A plan, a published figure, a verdict.
#include <goalpost/evaluate/words.hpp>
#include <goalpost/goalpost.hpp>
#include <iostream>

using namespace goalpost;

int main() {
    const auto percent = UnitOfMeasure::percent();
    const auto year = Period::year(2024);

    PlanBuilder plan(
        {.id = "zhejiang", .title = "Science plan of Zhejiang", .horizon = year, .scope = "浙江省"});
    plan.add(Indicator{.id = "rd", .name = "研发投入强度", .unit = percent, .kind = IndicatorKind::ratio});
    plan.add(Target{
        .id = "rd_2024", .indicator = "rd", .due = year, .readings = {*parse_criterion("level >= 3.2 %")}});

    ObservationsBuilder figures;
    figures.add({.indicator = "研发投入强度",
                 .scope = "浙江省",
                 .period = year,
                 .basis = Basis::share,
                 .value = *Decimal::parse("3.22"),
                 .unit = percent});

    const auto evaluation = evaluate(plan.build(), figures.build(), *parse_date("2025-12-31"));
    for (const auto& found : evaluation.assessments())
        std::cout << evaluation.id_of(found) << ": " << words(found.status, Language::en) << ", "
                  << words(found.certainty, Language::en) << '\n';
}
