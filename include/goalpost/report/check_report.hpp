// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>

#include "goalpost/check/plan_finding.hpp"
#include "goalpost/evaluate/language.hpp"
#include "goalpost/model/plan.hpp"
#include "goalpost/report/sheet.hpp"

namespace goalpost {

/// One row for each finding about a plan: what it is, where it stands, how to mend it.
Sheet sheet_of(const Plan& plan, std::span<const PlanFinding> findings, Language language);

}  // namespace goalpost
