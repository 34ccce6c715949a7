// SPDX-License-Identifier: BSL-1.0
// The same plan as of two dates: what has changed, and why.
#include <goalpost/evaluate/figure_text.hpp>
#include <goalpost/goalpost.hpp>
#include <iostream>

using namespace goalpost;

int main() {
    const auto amount = UnitSet().parse("亿元").value();
    const auto year = Period::year(2024);
    PlanBuilder plan({.id = "county", .title = "Work plan of a county", .horizon = year, .scope = "某县"});
    plan.add(Indicator{.id = "output", .name = "工业总产值", .unit = amount});
    plan.add(Indicator{.id = "investment", .name = "固定资产投资", .unit = amount});
    plan.add(Target{.id = "output_2024",
                    .indicator = "output",
                    .due = year,
                    .readings = {*parse_criterion("level >= 100 亿元")}});
    plan.add(Target{.id = "investment_2024",
                    .indicator = "investment",
                    .due = year,
                    .readings = {*parse_criterion("growth >= 10 %")}});

    ObservationsBuilder figures;
    const auto add = [&](const char* name, const char* period, Basis basis, const char* value,
                         const UnitOfMeasure& unit) {
        figures.add({.indicator = name,
                     .scope = "某县",
                     .period = Period::parse(period).value(),
                     .basis = basis,
                     .value = Decimal::parse(value).value(),
                     .unit = unit});
    };
    add("工业总产值", "2024-H1", Basis::level, "47.0", amount);
    add("工业总产值", "2024", Basis::level, "101.5", amount);
    add("固定资产投资", "2024-H1", Basis::growth_yoy, "12.0", UnitOfMeasure::percent());
    add("固定资产投资", "2024", Basis::growth_yoy, "9.9", UnitOfMeasure::percent());

    // [two dates]
    const auto before = evaluate(plan.build(), figures.build(), *parse_date("2024-07-31"));
    // Plan and figures are shared: nothing is read or copied again.
    const auto after = evaluate(before.inputs(), *parse_date("2025-01-31"));
    for (const auto& now : after.assessments()) {
        const auto* then = before.find(after.id_of(now));
        if (then == nullptr || then->status == now.status) continue;
        std::cout << after.id_of(now) << ": " << words(then->status, Language::en) << " at "
                  << figure_text(before.figures(*then).measured) << ", " << words(now.status, Language::en)
                  << " at " << figure_text(after.figures(now).measured) << '\n';
    }
    // [/two dates]
}
