// SPDX-License-Identifier: BSL-1.0
// 高新技术产业投资增速快于面上: one growth against another, at the latest period that both have.
#include <goalpost/evaluate/figure_text.hpp>
#include <goalpost/goalpost.hpp>
#include <iostream>

using namespace goalpost;

int main() {
    const UnitSet units;
    const auto percent = UnitOfMeasure::percent();
    PlanBuilder plan({.id = "zhejiang",
                      .title = "Science plan of Zhejiang",
                      .horizon = Period::year(2022),
                      .scope = "浙江省"});
    plan.add(Indicator{.id = "high_tech", .name = "高新技术产业投资", .unit = *units.parse("亿元")});
    plan.add(Indicator{.id = "total", .name = "固定资产投资", .unit = *units.parse("亿元")});
    for (const auto* criterion : {"growth > growth(of total)", "growth > growth(of total) + 15 pp"})
        plan.add(Target{.id = criterion,
                        .indicator = "high_tech",
                        .due = Period::year(2022),
                        .readings = {*parse_criterion(criterion)}});

    ObservationsBuilder figures;
    const auto publish = [&](const char* name, const char* period, const char* growth) {
        figures.add({.indicator = name,
                     .scope = "浙江省",
                     .period = *Period::parse(period),
                     .basis = Basis::growth_yoy,
                     .value = *Decimal::parse(growth),
                     .unit = percent});
    };
    publish("高新技术产业投资", "2022-01/2022-10", "20.6");
    publish("固定资产投资", "2022-01/2022-10", "10.1");
    publish("高新技术产业投资", "2022-01/2022-11", "21.8");
    publish("固定资产投资", "2022-01/2022-11", "9.5");

    const auto evaluation = evaluate(plan.build(), figures.build(), *parse_date("2022-12-20"));
    for (const auto& found : evaluation.assessments()) {
        const auto texts = figure_texts(evaluation.figures(found));
        std::cout << evaluation.id_of(found) << " at " << found.observed->text() << ": " << texts.measured
                  << " against " << texts.required << ", " << words(found.status, Language::en) << " ("
                  << words(found.reason, Language::en) << ")\n";
    }
}
