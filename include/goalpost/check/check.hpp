// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "goalpost/check/base_checks.hpp"
#include "goalpost/check/data_checks.hpp"
#include "goalpost/check/indicator_checks.hpp"
#include "goalpost/check/plan_finding.hpp"
#include "goalpost/check/statement_checks.hpp"
#include "goalpost/check/structure_checks.hpp"
#include "goalpost/check/sum_checks.hpp"
#include "goalpost/check/unit_checks.hpp"

namespace goalpost {

/// Everything in a plan that is doubtful or cannot be judged, by the plan's order of targets, then by code;
/// what concerns the plan as a whole comes last. With data, bases and series are looked up there too. Targets
/// that were withdrawn or do not apply are left out. A pure function; docs/checks.md explains every code.
inline std::vector<PlanFinding> check(const Plan& plan, const Observations* data = nullptr) {
    detail::CheckContext context(plan, data);
    detail::check_bases(context);
    detail::check_statements(context);
    detail::check_indicators(context);
    detail::check_sums(context);
    detail::check_units(context);
    detail::check_structure(context);
    detail::check_data(context);
    return context.take();
}

}  // namespace goalpost
