// SPDX-License-Identifier: BSL-1.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "goalpost/report/scorecard_report.hpp"
#include "goalpost/rollup/make_scorecards.hpp"
#include "tool/commands.hpp"
#include "tool/evaluation_options.hpp"
#include "tool/merging.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"
#include "tool/progress.hpp"
#include "tool/report_text.hpp"
#include "tool/scorecard_options.hpp"

namespace goalpost::tool {

namespace {

struct ScorecardCommandOptions : EvaluationOptions {
    std::string format = "table";
    ScoringOptions scoring;
};

std::string text_of(const Evaluation& evaluation, const Scorecards& cards, const ScoreSheet* sheet,
                    const ScorecardCommandOptions& options, bool as_of_is_default) {
    ScorecardReport report{&evaluation, &cards};
    report.sheet = sheet;
    report.language = options.language;
    report.as_of_is_default = as_of_is_default;
    return report_text(report, options.format, options.output);
}

ExitCode run(const ScorecardCommandOptions& options) {
    Scoring how;
    const auto done =
        evaluate_input(options, [&](const Plan& plan) { how = scorecard_options(options.scoring, plan); });
    if (!done.evaluation) return done.exit_code;
    auto code = worse(done.exit_code, how.exit_code);
    if (!how.options) return code;
    const auto cards = [&] {
        const Progress progress("scoring");
        return make_scorecards(*done.evaluation, *how.options);
    }();
    const auto* sheet = how.options->sheet ? &*how.options->sheet : nullptr;
    if (!options.shard)
        return worse(code, write_output(options.output, text_of(*done.evaluation, cards, sheet, options,
                                                                done.as_of_is_default)));
    auto job = describe_job("scorecard", options, done);
    if (!job || !describe_scoring(*job, options.scoring, *how.options))
        return worse(code, ExitCode::bad_input);
    job->put("format", options.format);
    PartText part(*job, *options.shard, code);
    add_scorecards(part, "now", cards);
    return worse(code, write_output(options.output, std::move(part).finish()));
}

}  // namespace

std::optional<std::string> merge_scorecard(const PartFiles& parts, const MergedPlan& plan) {
    const auto cards = merged_scorecards(parts, "now");
    if (!cards) return std::nullopt;
    const auto& job = parts.job();
    ScorecardCommandOptions options;
    options.format = job.of("format");
    options.language = language_from(job.of("lang")).value_or(Language::en);
    options.output = plan.output;
    const auto sheet = sheet_of(job);
    return text_of(*plan.evaluation, *cards, sheet ? &*sheet : nullptr, options,
                   job.of("as-of-is-default") == "yes");
}

void add_scorecard(CLI::App& program, Job& job) {
    auto* command = program.add_subcommand("scorecard", "Say how each responsible unit stands");
    auto options = std::make_shared<ScorecardCommandOptions>();
    add_plan_argument(*command, options->plan);
    options->add_to(*command);
    add_shard_option(*command, options->shard);
    add_format_option(*command, options->format);
    options->scoring.add_to(*command);
    command->footer(
        "Examples:\n"
        "  goalpost scorecard plan.json --data figures.csv\n"
        "  goalpost scorecard plan.json --data figures.csv --role-weights 1 0.5 0 --lang zh\n"
        "  goalpost scorecard plan.json --data figures.csv --rule 'proportional, floor 60 %'\n"
        "  goalpost scorecard plan.json --data figures.csv --sheet sheet.csv --format csv");
    command->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace goalpost::tool
