// SPDX-License-Identifier: BSL-1.0
// Uses the headers and the compiled part of goalpost: a plan written and read back is the same plan.
#include <goalpost/goalpost.hpp>
#include <goalpost/io/plan_json.hpp>

#include <iostream>

int main() {
    const goalpost::PlanHead head{.id = "consumer", .horizon = goalpost::Period::year(2025)};
    const goalpost::Plan plan = goalpost::PlanBuilder(head).build();
    const goalpost::PlanReading again =
        goalpost::read_plan_json(goalpost::write_plan_json(plan), "consumer.json");
    if (!again.plan || again.plan->head().id != plan.head().id) {
        std::cerr << "the plan did not come back\n";
        return 1;
    }
    std::cout << "a project that uses goalpost " << goalpost::version_string << '\n';
    return 0;
}
