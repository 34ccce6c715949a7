// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>
#include <vector>

#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/evaluate/language.hpp"
#include "tool/input.hpp"

namespace goalpost::tool {

/// The options of every command that evaluates a plan.
struct EvaluationOptions {
    std::string plan;
    std::vector<std::string> data;
    std::string as_of;  ///< empty: the end of the latest observed period
    bool require_firm = false;
    Language language = Language::en;
    std::string output;  ///< empty: standard output

    void add_to(CLI::App& command);
};

/// A plan, its data, and what came of them.
struct Evaluated {
    std::optional<Evaluation> evaluation;  ///< absent where there is no plan or no date
    bool as_of_is_default = false;
    std::vector<Diagnostic> diagnostics;
    ExitCode exit_code = ExitCode::fine;
};

Evaluated evaluate_input(const EvaluationOptions& options);

/// `--lang en|zh`
void add_language_option(CLI::App& command, Language& language);
/// `-o, --output FILE`
void add_output_option(CLI::App& command, std::string& output);
/// Closed lists of words in options: one of `names`, or several with commas between.
CLI::Validator word_of(std::vector<std::string> names);

}  // namespace goalpost::tool
