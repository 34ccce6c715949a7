// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "goalpost/evaluate/evaluator.hpp"
#include "tool/exit_code.hpp"

namespace goalpost::tool {

/// Which methods a command is to lay beside the library's own verdict.
struct MethodOptions {
    std::vector<std::string> names;  ///< of --method
    std::vector<std::string> files;  ///< of --method-file: bands of the user's own

    void add_to(CLI::App& command);
    [[nodiscard]] bool any() const { return !names.empty() || !files.empty(); }
};

/// The methods that were asked for, in the order of the command line: those of files go by the file's name
/// without its ending.
struct ChosenMethods {
    EvaluatorSet set;
    std::vector<std::string> names;
    ExitCode exit_code = ExitCode::fine;
};

/// Reads the files; tells on standard error what could not be read.
ChosenMethods choose_methods(const MethodOptions& options);

/// What the chosen methods say, for each assessment.
std::vector<std::vector<Finding>> methods_say(const Evaluation& evaluation, const ChosenMethods& methods);

}  // namespace goalpost::tool
