// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/App.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/evaluate/language.hpp"
#include "goalpost/io/diagnostic.hpp"
#include "tool/exit_code.hpp"
#include "tool/shard.hpp"

namespace goalpost::tool {

/// The options of every command that evaluates a plan; PLAN and TARGET are added apart from them.
struct EvaluationOptions {
    std::string plan;
    std::string target;         ///< TARGET; empty: none was given
    bool takes_target = false;  ///< whether the command has that argument
    std::vector<std::string> targets;
    std::vector<std::string> data;
    std::string as_of;  ///< empty: the end of the latest observed period
    bool require_firm = false;
    bool at_target_precision = false;
    TargetVersions versions = TargetVersions::in_force;
    unsigned threads = 0;  ///< 0: as many as the machine runs at once
    Language language = Language::en;
    std::string output;          ///< empty: standard output
    std::optional<Shard> shard;  ///< nothing: the whole; `add_shard_option` adds it

    void add_target_to(CLI::App& command, const std::string& help);
    void add_to(CLI::App& command);
};

/// What came of a plan and its data.
struct Evaluated {
    std::optional<Evaluation> evaluation;  ///< absent where there is no plan or no date
    bool as_of_is_default = false;
    std::vector<Diagnostic> diagnostics;
    std::vector<std::uint32_t> targets;  ///< of a shard: the numbers in the whole plan of those in this one
    std::size_t targets_in_plan = 0;     ///< those that could not be read included
    ExitCode exit_code = ExitCode::fine;
};

/// Reads and evaluates; tells on standard error what could not be read. `look` is shown the plan before a
/// shard is cut from it.
Evaluated evaluate_input(const EvaluationOptions& options,
                         const std::function<void(const Plan&)>& look = nullptr);

}  // namespace goalpost::tool
