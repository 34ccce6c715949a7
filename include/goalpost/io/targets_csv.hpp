// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost {

/// Adds the targets of a table (docs/formats/targets.md) to a plan: CSV, one row a target, columns found by
/// name. The builder holds what the targets name already: indicators, groups, responsible units. Never throws
/// for bad data: a faulty target is left out, reported with its place, and kept among
/// `Plan::invalid_targets`.
std::vector<Diagnostic> read_targets_csv(PlanBuilder& plan, std::string_view text,
                                         const std::string& file_name);
/// The same from a file; a file that cannot be read is a diagnostic.
std::vector<Diagnostic> read_targets_csv(PlanBuilder& plan, const std::filesystem::path& file);

/// Writes the targets of a plan so that reading them gives equal targets; targets that could not be added to
/// the plan are left out. Throws std::invalid_argument where a target has earlier versions, for which the
/// table has no place.
std::string write_targets_csv(const Plan& plan);

}  // namespace goalpost
