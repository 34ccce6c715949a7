// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>
#include <vector>

#include "goalpost/model/plan.hpp"
#include "goalpost/rollup/make_scorecards.hpp"
#include "tool/exit_code.hpp"
#include "tool/part_file.hpp"

namespace goalpost::tool {

/// The options of every command that scores units.
struct ScoringOptions {
    std::vector<std::string> role_weights;  ///< none, or three
    std::string rule;                       ///< empty: the usual one
    std::string sheet;                      ///< a file; empty: none
    bool share_without_task = false;
    std::string veto;  ///< a share of the sheet's marks in %; empty: none of them
    bool manual = false;

    void add_to(CLI::App& command);
};

/// How scorecards are to be made; absent where the sheet could not be read at all.
struct Scoring {
    std::optional<ScorecardOptions> options;
    ExitCode exit_code = ExitCode::fine;
};

/// Adds to a job what its parts' scorecards are made by; false, after it was told why, where the sheet is no
/// file.
bool describe_scoring(JobLines& job, const ScoringOptions& options, const ScorecardOptions& how);
/// The sheet of a job as far as results show it: its items, without their rules. Absent where it has none.
std::optional<ScoreSheet> sheet_of(const JobLines& job);

/// Reads rule and sheet; tells on standard error what could not be read.
Scoring scorecard_options(const ScoringOptions& options, const Plan& plan);

}  // namespace goalpost::tool
