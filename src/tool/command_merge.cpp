// SPDX-License-Identifier: BSL-1.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/io/plan_json.hpp"
#include "tool/commands.hpp"
#include "tool/merging.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"

namespace goalpost::tool {

namespace {

struct MergeOptions {
    std::string plan;
    std::vector<std::string> targets;
    std::vector<std::string> parts;
    std::string output;
};

/// The plan with none of its targets judged: what reports of scorecards need of an evaluation.
std::optional<Evaluation> without_targets(const MergeOptions& options, const JobLines& job) {
    const std::vector<std::filesystem::path> targets(options.targets.begin(), options.targets.end());
    auto plan = read_plan_json(std::filesystem::path(options.plan), targets);
    const auto as_of = parse_date(job.of("as-of"));
    if (!plan.plan || !as_of) return std::nullopt;
    EvaluateOptions how;  // reports tell them
    how.require_firm = job.of("require-firm") == "yes";
    how.at_target_precision = job.of("at-target-precision") == "yes";
    how.versions = target_versions_from(job.of("versions")).value_or(how.versions);
    return evaluate((*std::move(plan.plan)).with_targets({}), Observations{}, *as_of, how);
}

ExitCode run(const MergeOptions& options) {
    const auto parts = read_parts(options.parts);
    if (!parts || !is_of_plan(*parts, options.plan, options.targets)) return ExitCode::bad_input;
    const auto& job = parts->job();
    const auto& command = job.of("command");
    std::optional<std::string> text;
    if (command == "evaluate") {
        text = merged_rows(*parts);
    } else if (const auto evaluation = without_targets(options, job)) {
        const MergedPlan merged{&*evaluation, options.output};
        if (command == "scorecard") text = merge_scorecard(*parts, merged);
        if (command == "rank") text = merge_rank(*parts, merged);
    }
    if (!text) return ExitCode::bad_input;
    return worse(parts->exit_code(), write_output(options.output, *text));
}

}  // namespace

void add_merge(CLI::App& program, Job& job) {
    auto* command = program.add_subcommand("merge", "Put the parts of a job together (--shard)");
    auto options = std::make_shared<MergeOptions>();
    add_plan_argument(*command, options->plan);
    command->add_option("parts", options->parts, "all parts, in any order (docs/formats/parts.md)")
        ->required()
        ->type_name("PART");
    add_targets_option(*command, options->targets);
    add_output_option(*command, options->output);
    command->footer(
        "Examples:\n"
        "  goalpost evaluate plan.json --data figures.csv --format csv --shard 1/2 -o part1\n"
        "  goalpost evaluate plan.json --data figures.csv --format csv --shard 2/2 -o part2\n"
        "  goalpost merge plan.json part1 part2 -o result.csv\n"
        "  goalpost merge plan.json part1 part2 --targets targets.csv -o cards.csv");
    command->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace goalpost::tool
