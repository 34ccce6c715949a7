// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "goalpost/model/plan.hpp"
#include "goalpost/rollup/score_sheet.hpp"

namespace goalpost {

/// A score sheet as far as it could be read, and everything that could not.
struct ScoreSheetReading {
    std::optional<ScoreSheet> sheet;  ///< absent where it has no item that could be read
    std::vector<Diagnostic> diagnostics;
};

/// Reads a score sheet (docs/formats/score_sheet.md): CSV with the columns `item`, `marks` and, where
/// wanted, `rule` and `binding`. An item is a target or an indicator of the plan. Never throws for bad data.
ScoreSheetReading read_score_sheet_csv(std::string_view text, const std::string& file_name, const Plan& plan);
/// The same from a file; a file that cannot be read is a diagnostic.
ScoreSheetReading read_score_sheet_csv(const std::filesystem::path& file, const Plan& plan);

}  // namespace goalpost
