// SPDX-License-Identifier: BSL-1.0
// The mid-term sheet of Wuxing's plan for 2021 to 2025: reached early, ahead, on schedule, behind; and the
// statuses rolled up by each policy. Run from the root of the repository.
#include <algorithm>
#include <goalpost/evaluate/figure_text.hpp>
#include <goalpost/goalpost.hpp>
#include <goalpost/io/observations_csv.hpp>
#include <goalpost/io/plan_json.hpp>
#include <goalpost/methods/builtin_methods.hpp>
#include <goalpost/report/writers.hpp>
#include <goalpost/rollup/status_policy.hpp>
#include <goalpost/rollup/warning_rules.hpp>
#include <iostream>
#include <map>

using namespace goalpost;

int main() {
    const auto plan = read_plan_json(std::filesystem::path("examples/plans/wuxing_145.json"));
    const auto figures = read_observations_csv("examples/data/wuxing_145.csv", plan.plan.value().unit_set());
    const auto evaluation = evaluate(*plan.plan, figures.observations, *parse_date("2023-06-30"));
    const auto methods = builtin_methods();

    Sheet sheet;
    sheet.title = plan.plan->head().title + " 中期评估 (2023-06-30)";
    sheet.columns = {{"indicator", "指标"},
                     {"base", "2020", Alignment::right},
                     {"required", "2025", Alignment::right},
                     {"measured", "实际", Alignment::right},
                     {"progress", "进度", Alignment::right},
                     {"class", "分类"}};
    std::map<std::string, int> classes;
    std::vector<StatusItem> statuses;
    for (const auto& assessment : evaluation.assessments()) {
        const auto* target = evaluation.target_of(assessment);
        const bool in_table =
            target != nullptr && std::ranges::any_of(target->statements, [](const auto& said) {
                return said.section.find("专栏1") != std::string::npos;
            });
        if (!in_table) continue;
        const auto review = findings(evaluation, assessment, methods, {"midterm_four"}).front();
        const auto name = midterm_four::name_zh(review.verdict);
        ++classes[std::string(name)];
        statuses.push_back({assessment.status, Ratio(target->weight), assessment.observed});
        const auto found = evaluation.figures(assessment);
        const auto shown = [](const Figure& figure) {
            return figure ? figure_text(figure, 2, Language::zh) : std::string("-");
        };
        // Where nothing was published since, the plan's own words still stand: its base and its number.
        const auto& indicator = evaluation.plan().indicator_of(*target);
        const auto& unit = indicator.unit.symbol();
        const auto& number = std::get<NumberReference>(target->criterion().reference);
        sheet.rows.push_back(
            {indicator.name, target->base ? target->base->value.text() + unit : std::string("-"),
             number.value.text() + unit, shown(found.measured), shown(found.progress), std::string(name)});
    }
    std::string table;
    write_table(table, sheet);
    std::cout << table << "\n";
    for (const auto& [name, count] : classes)
        std::cout << name << ": " << count << "\n";

    // [policies]
    for (const auto policy :
         {StatusPolicy::worst, StatusPolicy::two_worst, StatusPolicy::mean, StatusPolicy::latest})
        std::cout << name_of(policy) << ": " << words(roll_up(policy, statuses), Language::en) << "\n";
    // With a figure asked of at least half of the indicators, nothing can be said of the whole.
    std::cout << "mean, half of them needed: "
              << words(roll_up(StatusPolicy::mean, statuses, Ratio::of(1, 2)), Language::en) << "\n";
    // [/policies]

    for (const auto& warning : warn(evaluation, {}, warnings::usual()))
        std::cout << words(warning.level, Language::zh) << ": "
                  << evaluation.plan().targets()[warning.target].id << ": " << warning.signs.front().why.zh
                  << "\n";
}
