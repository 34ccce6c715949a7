// SPDX-License-Identifier: BSL-1.0
// Evaluators of one's own: a lambda, a type with a parameter, and one that a plan file names.
#include <goalpost/evaluate/figure_text.hpp>
#include <goalpost/goalpost.hpp>
#include <goalpost/io/plan_json.hpp>
#include <iostream>

using namespace goalpost;

// [type]
/// Within `share` of the target is good enough to be left in peace.
struct NearEnough {
    Ratio share;
    Finding operator()(const TargetView& view) const {
        const auto figures = view.figures();
        if (!figures.completion) return figures.completion.reason();
        return figures.completion.value().rational() >= share;
    }
};
// [/type]

int main() {
    // [set]
    EvaluatorSet evaluators;
    evaluators.add("near_enough", NearEnough{Ratio::of(95, 100)});
    evaluators.add("needed_per_month", [](const TargetView& view) -> Finding {
        const auto figures = view.figures();
        if (!figures.needed || !view.assessment().observed) return Reason::missing_observation;
        const auto months = whole_months(view.assessment().observed->last(), view.terms().due.last());
        if (months == 0) return Reason::not_applicable_figure;
        return Figure(figures.needed.value() * Ratio::of(1, months), figures.needed.unit());
    });
    // [/set]

    const auto plan = read_plan_json(
        R"({"goalpost": 1, "id": "demo", "title": "Demonstration", "horizon": "2024", "scope": "某市",
        "indicators": [{"id": "contracts", "name": "技术合同成交额", "unit": "亿元", "kind": "flow"}],
        "targets": [{"id": "contracts_2024", "indicator": "contracts", "due": "2024", "criterion": "level >= 1450 亿元",
                     "evaluators": ["near_enough", "needed_per_month"]}]})",
        "demo.json");
    for (const auto& diagnostic : plan.diagnostics)
        std::cerr << diagnostic.text() << '\n';

    ObservationsBuilder figures;
    figures.add({.indicator = "技术合同成交额",
                 .scope = "某市",
                 .period = *Period::parse("2024-01/2024-10"),
                 .value = *Decimal::parse("1400.50"),
                 .unit = *UnitSet().parse("亿元")});
    const auto evaluation = evaluate(plan.plan.value(), figures.build(), *parse_date("2024-11-15"));
    for (const auto& found : findings(evaluation, evaluation.assessments().front(), evaluators)) {
        std::cout << found.name << ": ";
        if (found.outcome) std::cout << words(*found.outcome, Language::en) << '\n';
        if (found.value) std::cout << figure_text(found.value) << '\n';
    }
}
