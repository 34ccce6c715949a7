// SPDX-License-Identifier: BSL-1.0
// A plan file and a file of published figures; run from the root of the repository.
#include <goalpost/evaluate/words.hpp>
#include <goalpost/goalpost.hpp>
#include <goalpost/io/observations_csv.hpp>
#include <goalpost/io/plan_json.hpp>
#include <iostream>
#include <map>

using namespace goalpost;

int main() {
    const auto plan = read_plan_json(std::filesystem::path("examples/plans/zhejiang_2024.json"));
    for (const auto& diagnostic : plan.diagnostics)
        std::cerr << diagnostic.text() << '\n';
    if (!plan.plan) return 3;

    const auto figures = read_observations_csv("examples/data/zhejiang_2024.csv", plan.plan->unit_set());
    for (const auto& diagnostic : figures.diagnostics)
        std::cerr << diagnostic.text() << '\n';

    const auto as_of = latest_date(figures.observations);
    if (!as_of) return 3;  // not one figure could be read
    const auto evaluation = evaluate(*plan.plan, figures.observations, *as_of);
    std::map<Status, int> counts;
    for (const auto& found : evaluation.assessments())
        ++counts[found.status];
    std::cout << evaluation.plan().head().title << ", as of " << date_text(*as_of) << '\n';
    for (const auto& [status, count] : counts)
        std::cout << words(status, Language::zh) << ": " << count << '\n';
}
