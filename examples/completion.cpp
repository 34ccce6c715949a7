// SPDX-License-Identifier: BSL-1.0
// Completion and over-fulfilment: three targets of Zhejiang 2024 and what was published.
#include <goalpost/evaluate/figure_text.hpp>
#include <goalpost/goalpost.hpp>
#include <iostream>

using namespace goalpost;

int main() {
    const UnitSet units;
    const auto year = Period::year(2024);
    PlanBuilder plan(
        {.id = "zhejiang", .title = "Science plan of Zhejiang", .horizon = year, .scope = "浙江省"});
    ObservationsBuilder figures;

    // name, unit of the plan, criterion, published value, published unit
    const char* const rows[][5] = {
        {"新增科技型中小企业", "万家", "level >= 1.2 万家", "21947", "家"},
        {"高新技术产业增加值", "亿元", "level >= 1.6 万亿元", "15507.87", "亿元"},
        {"新增顶尖人才", "名", "level ~ 40 名 ± 5 % of it", "41", "人"},
    };
    for (const auto& [name, unit, criterion, value, published_unit] : rows) {
        plan.add(Indicator{.id = name, .name = name, .unit = *units.parse(unit)});
        plan.add(
            Target{.id = name, .indicator = name, .due = year, .readings = {*parse_criterion(criterion)}});
        figures.add({.indicator = name,
                     .scope = "浙江省",
                     .period = year,
                     .value = *Decimal::parse(value),
                     .unit = *units.parse(published_unit)});
    }

    const auto evaluation = evaluate(plan.build(), figures.build(), *parse_date("2025-01-31"));
    for (const auto& found : evaluation.assessments()) {
        const auto texts = figure_texts(evaluation.figures(found));
        std::cout << evaluation.id_of(found) << ": " << texts.measured << " against " << texts.required
                  << ", completion " << texts.completion << ", over-fulfilment " << texts.over_fulfilment
                  << ", gap " << texts.gap << ": " << words(found.status, Language::en) << '\n';
    }
}
