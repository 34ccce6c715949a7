// SPDX-License-Identifier: BSL-1.0
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/report/evaluation_report.hpp"
#include "tool/commands.hpp"
#include "tool/evaluation_options.hpp"
#include "tool/evaluators.hpp"
#include "tool/method_options.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"
#include "tool/part_file.hpp"
#include "tool/progress.hpp"
#include "tool/row_blocks.hpp"

namespace goalpost::tool {

namespace {

struct EvaluateCommandOptions : EvaluationOptions {
    std::string format = "table";
    bool explanations = false;
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

std::vector<Finding> names_only(const std::vector<std::string>& names) {
    std::vector<Finding> findings;
    for (const auto& name : names)
        findings.emplace_back().name = name;
    return findings;
}

/// The text of a result as a part of the whole; nothing, after it was told why, where it cannot be made.
std::optional<std::string> part_text(const EvaluateCommandOptions& options, const Evaluated& done,
                                     ExitCode code, std::string_view text) {
    auto job = describe_job("evaluate", options, done);
    if (!job) return std::nullopt;
    job->put("format", options.format);
    job->put_flag("explanations", options.explanations);
    for (const auto& name : options.methods.names)
        job->put("method", name);
    for (const auto& file : options.methods.files) {
        const auto digest = digest_of(file);
        if (!digest) return std::nullopt;
        job->put("method-file-digest", *digest);
    }
    for (const auto& status : options.fail_on)
        job->put("fail-on", status);
    return part_of_rows(*std::move(job), *options.shard, code, text, options.format == "csv", done.targets);
}

/// Whether each target is a row of its own.
bool is_in_rows(const EvaluateCommandOptions& options) {
    return options.format == "csv" || options.format == "jsonl";
}

/// A result in rows is written as it is made: of a million targets it takes gigabytes.
ExitCode write_rows(const EvaluateCommandOptions& options, const EvaluationReport& report) {
    const auto& evaluation = *report.evaluation;
    const bool csv = options.format == "csv";
    RowBlocks rows(evaluation.assessments().size(), evaluation.options().threads,
                   [&](std::string& out, std::size_t first, std::size_t last) {
                       if (csv) {
                           write_csv_rows(out, report, first, last);
                       } else {
                           write_json_lines(out, report, first, last, options.explanations);
                       }
                   });
    std::string titles;
    if (csv) write_csv_titles(titles, report);
    std::optional<std::string_view> begin(titles);
    return write_output(options.output,
                        [&] { return begin ? std::exchange(begin, std::nullopt) : rows.next(); });
}

std::string text_of(const EvaluateCommandOptions& options, const EvaluationReport& report) {
    std::string text;
    if (options.format == "markdown") {
        write_markdown(text, report);
    } else if (options.format == "csv") {
        write_csv(text, report);
    } else if (options.format == "json") {
        write_json(text, report);
    } else if (options.format == "jsonl") {
        write_json_lines(text, report, options.explanations);
    } else {
        write_table(text, report, {may_colour(options.output)});
    }
    return text;
}

ExitCode run(const EvaluateCommandOptions& options) {
    if (options.shard && !is_in_rows(options)) {
        complain("goalpost: --shard goes with --format csv or jsonl, which have one line for each target");
        return ExitCode::usage;
    }
    auto done = evaluate_input(options);
    if (!done.evaluation) return done.exit_code;
    EvaluationReport report{&*done.evaluation, options.language, done.as_of_is_default};
    report.diagnostics = std::move(done.diagnostics);

    std::optional<Progress> progress("writing the result");
    report.findings = findings_of(*done.evaluation);
    auto code = done.exit_code;
    if (options.methods.any()) {
        const auto chosen = choose_methods(options.methods);
        report.methods = methods_say(*done.evaluation, chosen);
        // Behind all targets, so that the columns are there in a part without any.
        if (options.shard) report.methods.push_back(names_only(chosen.names));
        code = worse(code, chosen.exit_code);
    }

    for (const auto& assessment : done.evaluation->assessments()) {
        if (std::ranges::find(options.fail_on, name_of(assessment.status)) != options.fail_on.end())
            code = worse(code, ExitCode::fail_on);
    }
    if (is_in_rows(options) && !options.shard) {
        if (goes_to_terminal(options.output)) progress.reset();  // the rows themselves show how far it is
        return worse(code, write_rows(options, report));
    }
    auto text = text_of(options, report);
    progress.reset();
    if (options.shard) {
        auto part = part_text(options, done, code, text);
        if (!part) return worse(code, ExitCode::bad_input);
        text = *std::move(part);
    }
    return worse(code, write_output(options.output, text));
}

}  // namespace

void add_evaluate(CLI::App& program, Job& job) {
    auto* command = program.add_subcommand("evaluate", "Hold a plan's targets against published figures");
    auto options = std::make_shared<EvaluateCommandOptions>();
    add_plan_argument(*command, options->plan);
    options->add_to(*command);
    add_shard_option(*command, options->shard);
    options->methods.add_to(*command);
    take_words(command->add_option("--format", options->format,
                                   "how to write the result; jsonl: one target a line (table)"),
               {"table", "markdown", "csv", "json", "jsonl"});
    command->add_flag("--explanations", options->explanations, "explanations in jsonl, too");
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
