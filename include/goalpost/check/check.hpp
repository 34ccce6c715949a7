// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "goalpost/check/base_checks.hpp"
#include "goalpost/check/data_checks.hpp"
#include "goalpost/check/indicator_checks.hpp"
#include "goalpost/check/measure_checks.hpp"
#include "goalpost/check/plan_finding.hpp"
#include "goalpost/check/statement_checks.hpp"
#include "goalpost/check/structure_checks.hpp"
#include "goalpost/check/sum_checks.hpp"
#include "goalpost/check/unit_checks.hpp"
#include "goalpost/evaluate/builtin_measures.hpp"

namespace goalpost {

/// Everything in a plan that is doubtful or cannot be judged, by the plan's order of targets, then by code;
/// what concerns the plan as a whole comes last. With data, bases and series are looked up there too. Targets
/// that were withdrawn or do not apply are left out. `measures` are those that the plan is to be judged by. A
/// pure function; docs/checks.md explains every code.
inline std::vector<PlanFinding> check(const Plan& plan, const Observations* data = nullptr,
                                      const MeasureSet& measures = builtin_measures()) {
    detail::checks::CheckContext context(plan, data, measures);
    detail::checks::check_bases(context);
    detail::checks::check_statements(context);
    detail::checks::check_indicators(context);
    detail::checks::check_sums(context);
    detail::checks::check_measures(context);
    detail::checks::check_units(context);
    detail::checks::check_structure(context);
    detail::checks::check_data(context);
    return context.take();
}

}  // namespace goalpost
