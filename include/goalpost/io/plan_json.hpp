// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost {

/// A plan as far as it could be read, and everything that could not.
struct PlanReading {
    std::optional<Plan> plan;  ///< absent where the file holds no plan at all
    std::vector<Diagnostic> diagnostics;
};

/// Reads the plan file format (docs/formats/plan.md). Never throws for bad data: a faulty target is left out,
/// reported with its place, and kept among `Plan::invalid_targets`.
PlanReading read_plan_json(std::string_view text, const std::string& file_name);
/// The same from a file; a file that cannot be read is a diagnostic. The targets of `target_files` (tables:
/// docs/formats/targets.md) come behind those of the plan file.
PlanReading read_plan_json(const std::filesystem::path& file,
                           std::span<const std::filesystem::path> target_files = {});

/// A plan file before its plan is built, for whoever has more to add: tables of targets (`read_targets_csv`).
struct PlanBuilderReading {
    std::optional<PlanBuilder> builder;  ///< absent where the file holds no plan at all
    std::vector<Diagnostic> diagnostics;
};
PlanBuilderReading read_plan_builder_json(const std::filesystem::path& file);

/// Writes a plan so that reading it gives an equal plan.
std::string write_plan_json(const Plan& plan);

}  // namespace goalpost
