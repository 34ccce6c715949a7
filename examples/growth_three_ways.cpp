// SPDX-License-Identifier: BSL-1.0
// Growth as it was published, growth of the levels, average annual growth: three measures of one series.
#include <goalpost/evaluate/figure_text.hpp>
#include <goalpost/goalpost.hpp>
#include <iostream>

using namespace goalpost;

int main() {
    const UnitSet units;
    const auto amount = *units.parse("亿元");
    PlanBuilder plan({.id = "wuxing",
                      .title = "Science plan of Wuxing",
                      .horizon = *Period::parse("2021/2025"),
                      .scope = "吴兴区"});
    plan.add(Indicator{.id = "gdp", .name = "地区生产总值", .unit = amount});
    for (const auto* criterion :
         {"growth >= 5 %", "growth(since 2023) >= 5 %", "annual_growth(since 2021) >= 3 %"})
        plan.add(Target{.id = criterion,
                        .indicator = "gdp",
                        .due = Period::year(2024),
                        .readings = {*parse_criterion(criterion)}});

    ObservationsBuilder figures;
    const auto publish = [&](int year, Basis basis, const char* value, const UnitOfMeasure& unit) {
        figures.add({.indicator = "地区生产总值",
                     .scope = "吴兴区",
                     .period = Period::year(year),
                     .basis = basis,
                     .value = *Decimal::parse(value),
                     .unit = unit});
    };
    publish(2021, Basis::level, "853.2", amount);
    publish(2023, Basis::level, "924.9", amount);
    publish(2024, Basis::level, "935.3", amount);
    publish(2024, Basis::growth_yoy, "5.5",
            UnitOfMeasure::percent());  // at comparable prices, on a revised base

    const auto evaluation = evaluate(plan.build(), figures.build(), *parse_date("2025-03-31"));
    for (const auto& found : evaluation.assessments()) {
        const auto texts = figure_texts(evaluation.figures(found));
        std::cout << evaluation.id_of(found) << ": " << texts.measured << ", "
                  << words(found.status, Language::en);
        if (found.flags.has(Flag::growth_conflict))
            std::cout << " (" << words(Flag::growth_conflict, Language::en) << ')';
        std::cout << '\n';
    }
}
