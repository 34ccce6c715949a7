// SPDX-License-Identifier: BSL-1.0
// Why a target is judged as it is, in English and in Chinese; run from the root of the repository.
#include <goalpost/evaluate/explanation.hpp>
#include <goalpost/goalpost.hpp>
#include <goalpost/io/observations_csv.hpp>
#include <goalpost/io/plan_json.hpp>
#include <iostream>

using namespace goalpost;

int main() {
    const auto plan = read_plan_json(std::filesystem::path("examples/plans/zhejiang_2024.json")).plan.value();
    const auto figures =
        read_observations_csv("examples/data/zhejiang_2024.csv", plan.unit_set()).observations;

    const auto evaluation = evaluate(plan, figures, *parse_date("2025-12-31"));
    const auto why = explain(evaluation, *evaluation.find("high_tech_value_added_2024"));
    std::cout << text(why, Language::en) << '\n' << text(why, Language::zh);
}
