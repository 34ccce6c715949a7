// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "goalpost/report/evaluation_report.hpp"

namespace goalpost::detail {

/// The methods of a report, as the first target that has any was given them.
std::vector<const Finding*> methods_of(const EvaluationReport& report);

/// Name, and that it is unverified where it is.
std::string method_title(const Finding& finding, Language language);

/// `id: statcan: moderate_progress, behind, value 0.87, score 1.92`, and what was put in place.
std::string finding_note(const std::string& target, const Finding& finding, Language language);

}  // namespace goalpost::detail
