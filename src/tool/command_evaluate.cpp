// SPDX-License-Identifier: BSL-1.0
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/report/evaluation_report.hpp"
#include "tool/commands.hpp"
#include "tool/evaluation_options.hpp"
#include "tool/evaluators.hpp"
#include "tool/method_options.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"

namespace goalpost::tool {

namespace {

struct EvaluateOptions : EvaluationOptions {
    std::string format = "table";
    std::vector<std::string> fail_on;
    MethodOptions methods;
};

/// What the evaluators found that targets name; nothing where none names any.
std::vector<std::vector<Finding>> findings_of(const Evaluation& evaluation) {
    std::vector<std::vector<Finding>> found;
    const auto targets = evaluation.plan().targets();
    if (std::ranges::all_of(targets, [](const Target& target) { return target.evaluators.empty(); }))
        return found;
    const auto set = known_evaluators();
    for (const auto& assessment : evaluation.assessments())
        found.push_back(findings(evaluation, assessment, set));
    return found;
}

ExitCode run(const EvaluateOptions& options) {
    auto done = evaluate_input(options);
    if (!done.evaluation) return done.exit_code;
    EvaluationReport report{&*done.evaluation, options.language, done.as_of_is_default};
    report.diagnostics = std::move(done.diagnostics);

    report.findings = findings_of(*done.evaluation);
    auto code = done.exit_code;
    if (options.methods.any()) {
        const auto chosen = choose_methods(options.methods);
        report.methods = methods_say(*done.evaluation, chosen);
        code = worse(code, chosen.exit_code);
    }

    std::string text;
    if (options.format == "markdown") {
        write_markdown(text, report);
    } else if (options.format == "csv") {
        write_csv(text, report);
    } else if (options.format == "json") {
        write_json(text, report);
    } else {
        write_table(text, report, {may_colour(options.output)});
    }
    code = worse(code, write_output(options.output, text));
    for (const auto& assessment : done.evaluation->assessments()) {
        if (std::ranges::find(options.fail_on, name_of(assessment.status)) != options.fail_on.end())
            code = worse(code, ExitCode::fail_on);
    }
    return code;
}

}  // namespace

void add_evaluate(CLI::App& program, Job& job) {
    auto* command = program.add_subcommand("evaluate", "Hold a plan's targets against published figures");
    auto options = std::make_shared<EvaluateOptions>();
    add_plan_argument(*command, options->plan);
    options->add_to(*command);
    options->methods.add_to(*command);
    add_format_option(*command, options->format);
    take_words(command
                   ->add_option("--fail-on", options->fail_on,
                                "return 1 where a target has one of these statuses (with commas between)")
                   ->delimiter(','),
               {std::begin(detail::status_names), std::end(detail::status_names)});
    command->footer(
        "Examples:\n"
        "  goalpost evaluate plan.json --data figures.csv\n"
        "  goalpost evaluate plan.json --data 2023.csv 2024.csv --as-of 2024-06-30 --lang zh\n"
        "  goalpost evaluate plan.json --data figures.csv --format json -o result.json\n"
        "  goalpost evaluate plan.json --data figures.csv --method statcan,destatis\n"
        "  goalpost evaluate plan.json --data figures.csv --fail-on missed,behind");
    command->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace goalpost::tool
