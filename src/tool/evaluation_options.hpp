// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>
#include <vector>

#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/evaluate/language.hpp"
#include "goalpost/io/diagnostic.hpp"
#include "tool/exit_code.hpp"

namespace goalpost::tool {

/// The options of every command that evaluates a plan, but for the argument PLAN.
struct EvaluationOptions {
    std::string plan;
    std::vector<std::string> data;
    std::string as_of;  ///< empty: the end of the latest observed period
    bool require_firm = false;
    bool at_target_precision = false;
    TargetVersions versions = TargetVersions::in_force;
    unsigned threads = 0;  ///< 0: as many as the machine runs at once
    Language language = Language::en;
    std::string output;  ///< empty: standard output

    void add_to(CLI::App& command);
};

/// What came of a plan and its data.
struct Evaluated {
    std::optional<Evaluation> evaluation;  ///< absent where there is no plan or no date
    bool as_of_is_default = false;
    std::vector<Diagnostic> diagnostics;
    ExitCode exit_code = ExitCode::fine;
};

/// Reads and evaluates; tells on standard error what could not be read.
Evaluated evaluate_input(const EvaluationOptions& options);

}  // namespace goalpost::tool
