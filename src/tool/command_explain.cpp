// SPDX-License-Identifier: BSL-1.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "goalpost/evaluate/explanation.hpp"
#include "goalpost/report/evaluation_report.hpp"
#include "report/characters.hpp"
#include "tool/close_matches.hpp"
#include "tool/commands.hpp"
#include "tool/evaluation_options.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"

namespace goalpost::tool {

namespace {

/// Every target and what it is about, a line each.
std::string list_of(const Evaluation& evaluation) {
    std::string text;
    for (const auto& assessment : evaluation.assessments()) {
        text += detail::visible(evaluation.id_of(assessment));
        if (const auto* target = evaluation.target_of(assessment))
            text += "  " + detail::visible(evaluation.plan().indicator_of(*target).name);
        text += '\n';
    }
    return text;
}

ExitCode unknown_target(const Evaluation& evaluation, const std::string& asked) {
    std::vector<std::string> ids;
    for (const auto& assessment : evaluation.assessments())
        ids.push_back(evaluation.id_of(assessment));
    complain("goalpost: " + no_target(asked, ids) + "; these are its targets:");
    std::string list = list_of(evaluation);
    list.pop_back();
    complain(list);
    return ExitCode::usage;
}

ExitCode run(const EvaluationOptions& options) {
    const auto done = evaluate_input(options);
    if (!done.evaluation) return done.exit_code;
    const auto& evaluation = *done.evaluation;
    if (options.target.empty())
        return worse(done.exit_code, write_output(options.output, list_of(evaluation)));
    const auto all = evaluation.assessments();
    const auto found = std::ranges::find_if(
        all, [&](const Assessment& one) { return evaluation.id_of(one) == options.target; });
    if (found == all.end()) return unknown_target(evaluation, options.target);
    std::string explained;
    for (const auto& line : lines(explain(evaluation, *found), options.language))
        explained += detail::visible(line) + '\n';
    for (const auto& note : as_of_notes({&evaluation, options.language, done.as_of_is_default}))
        explained += note + '\n';
    return worse(done.exit_code, write_output(options.output, explained));
}

}  // namespace

void add_explain(CLI::App& program, Job& job) {
    auto* command = program.add_subcommand("explain", "Say how one target came to its verdict");
    auto options = std::make_shared<EvaluationOptions>();
    add_plan_argument(*command, options->plan);
    options->add_target_to(*command, "the target's id; without one, the ids are listed");
    options->add_to(*command);
    command->footer(
        "Examples:\n"
        "  goalpost explain plan.json --data figures.csv\n"
        "  goalpost explain plan.json rd_intensity_2024 --data figures.csv --lang zh");
    command->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace goalpost::tool
