// SPDX-License-Identifier: BSL-1.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <string>
#include <vector>

#include "goalpost/methods/builtin_methods.hpp"
#include "goalpost/report/method_report.hpp"
#include "tool/close_matches.hpp"
#include "tool/commands.hpp"
#include "tool/evaluation_options.hpp"
#include "tool/method_options.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"
#include "tool/report_text.hpp"

namespace goalpost::tool {

namespace {

struct CompareOptions : EvaluationOptions {
    std::string format = "table";
    MethodOptions methods;
};

/// Those that say something of any target, where nobody asked for certain ones.
void leave_out_silent(EvaluationReport& report) {
    for (std::size_t k = 0; k < method_infos().size(); ++k) {
        bool speaks = false;
        for (const auto& found : report.methods)
            speaks = speaks || (k < found.size() && found[k].reason == Reason::none);
        if (speaks) continue;
        for (auto& found : report.methods) {
            if (k < found.size()) found[k].name.clear();
        }
    }
    for (auto& found : report.methods)
        std::erase_if(found, [](const Finding& finding) { return finding.name.empty(); });
}

ExitCode unknown_target(const Plan& plan, const std::string& asked) {
    std::vector<std::string> ids;
    for (const auto& target : plan.targets())
        ids.push_back(target.id);
    complain("goalpost: " + no_target(asked, ids));
    return ExitCode::usage;
}

ExitCode run(const CompareOptions& options) {
    auto done = evaluate_input(options);
    if (!done.evaluation) return done.exit_code;
    const auto& plan = done.evaluation->plan();
    if (!options.target.empty() && plan.find_target(options.target) == nullptr)
        return unknown_target(plan, options.target);
    auto wanted = options.methods;
    if (!wanted.any()) {
        for (const auto& info : method_infos())
            wanted.names.emplace_back(info.name);
    }
    const auto chosen = choose_methods(wanted);
    EvaluationReport report{&*done.evaluation, options.language, done.as_of_is_default};
    report.methods = methods_say(*done.evaluation, chosen);
    if (!options.target.empty()) {  // the others keep their places, and say nothing
        for (std::size_t i = 0; i < report.methods.size(); ++i) {
            const auto* target = done.evaluation->target_of(done.evaluation->assessments()[i]);
            if (target == nullptr || target->id != options.target) report.methods[i].clear();
        }
    }
    if (!options.methods.any()) leave_out_silent(report);
    const auto text = report_text(compared(report), options.format, options.output);
    return worse(worse(done.exit_code, chosen.exit_code), write_output(options.output, text));
}

}  // namespace

void add_compare(CLI::App& program, Job& job) {
    auto* command = program.add_subcommand("compare", "Lay published methods side by side, a row a target");
    auto options = std::make_shared<CompareOptions>();
    add_plan_argument(*command, options->plan);
    options->add_target_to(*command, "a target's id; without one, all of them");
    options->add_to(*command);
    options->methods.add_to(*command);
    add_format_option(*command, options->format);
    command->footer(
        "Without --method, every method that says something of any target.\n"
        "\n"
        "Examples:\n"
        "  goalpost compare plan.json --data figures.csv\n"
        "  goalpost compare plan.json rd_intensity_2024 --data figures.csv\n"
        "  goalpost compare plan.json --data figures.csv --method statcan,destatis --format markdown");
    command->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace goalpost::tool
