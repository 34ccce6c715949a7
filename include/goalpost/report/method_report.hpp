// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>

#include "goalpost/evaluate/language.hpp"
#include "goalpost/methods/method.hpp"
#include "goalpost/report/evaluation_report.hpp"
#include "goalpost/report/sheet.hpp"

namespace goalpost {

/// One row for each method: name, title, what it needs, its source, and whether it is verified.
Sheet sheet_of(std::span<const MethodInfo> methods, Language language);

/// Methods side by side: one row for each target, one column for each method of `report.methods`, after the
/// library's own status; targets for which no method was asked are left out. Under it the figures of each
/// method, and what it put in the place of others.
Sheet compared(const EvaluationReport& report);

}  // namespace goalpost
