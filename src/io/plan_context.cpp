// SPDX-License-Identifier: BSL-1.0
#include "io/plan_context.hpp"

#include "io/text.hpp"

namespace goalpost::detail {

CellFault PlanContext::criterion_fault(const Plan& plan, std::string_view text, PlanProblem problem) const {
    constexpr std::string_view kind = "a criterion that does not fit the plan";
    const auto what = problem.missing;
    const auto& name = problem.words;
    if (!what.empty() && is_left_out(what, name)) {
        problem.what = "the " + std::string(what) + " " + shown(name) + " " + why_missing(what, name);
        problem.expected = "a sound definition";
        problem.mend = "mend it there";
    } else if (!is_flooded(kind)) {
        if (what == "indicator") problem.mend = meant_id(name, plan.indicators(), problem.mend);
        if (what == "group") problem.mend = meant_id(name, plan.groups(), problem.mend);
    }
    const auto at = name.empty() ? std::string_view::npos : text.find(name);
    return {kind, std::move(problem.what), std::move(problem.expected), std::move(problem.mend),
            at == std::string_view::npos ? 0 : at};
}

}  // namespace goalpost::detail
