// SPDX-License-Identifier: BSL-1.0
// Wuhan's plan for 2023 by lead and responsible units, made in two parts and merged. Run from the root of the
// repository.
#include <goalpost/goalpost.hpp>
#include <goalpost/io/observations_csv.hpp>
#include <goalpost/io/plan_json.hpp>
#include <goalpost/report/scorecard_report.hpp>
#include <goalpost/rollup/make_scorecards.hpp>
#include <iostream>

using namespace goalpost;

int main() {
    const auto plan = read_plan_json(std::filesystem::path("examples/plans/wuhan_2023.json"));
    const auto figures = read_observations_csv("examples/data/wuhan_2023.csv", plan.plan.value().unit_set());
    const auto evaluation = evaluate(*plan.plan, figures.observations, *parse_date("2024-01-31"));

    // [scorecards]
    ScorecardOptions options;
    options.role_weights = {Ratio(1), Ratio::of(1, 2), Ratio(0)};  // lead, responsible, supporting
    options.rule = scoring::FirstOf{
        {scoring::Bonus{.rule = scoring::Floor{.rule = scoring::Proportional{}, .least = Ratio::of(3, 5)},
                        .per = Ratio::of(1, 100),  // for each point of completion beyond the plan
                        .marks = Ratio::of(1, 500),
                        .most = Ratio::of(6, 100),
                        .distance = scoring::Distance::completion},
         scoring::AllOrNothing{}}};  // where there is no completion rate
    const auto cards = make_scorecards(evaluation, options);
    // [/scorecards]
    std::string table;
    write_table(table, ScorecardReport{&evaluation, &cards});
    std::cout << table;

    // [merge]
    const auto half = evaluation.assessments().size() / 2;
    auto merged = make_scorecards(evaluation, options, half, evaluation.assessments().size());
    merged.merge(make_scorecards(evaluation, options, 0, half));
    // [/merge]
    std::cout << "\nMade in two halves and merged: " << (merged == cards ? "the same" : "different") << "\n";

    const auto& science = *cards.find("science");
    std::cout << "市科技局 earned " << science.marks().earned.value().fraction() << " of "
              << science.marks().scored.value().fraction() << ", exactly.\n";
}
