// SPDX-License-Identifier: BSL-1.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/report/scorecard_report.hpp"
#include "goalpost/rollup/make_scorecards.hpp"
#include "tool/commands.hpp"
#include "tool/evaluation_options.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"
#include "tool/report_text.hpp"
#include "tool/scorecard_options.hpp"

namespace goalpost::tool {

namespace {

struct ScorecardOptions : EvaluationOptions {
    std::string format = "table";
    ScoringOptions scoring;
};

ExitCode run(const ScorecardOptions& options) {
    auto done = evaluate_input(options);
    if (!done.evaluation) return done.exit_code;
    const auto how = scorecard_options(options.scoring, done.evaluation->plan());
    auto code = worse(done.exit_code, how.exit_code);
    if (!how.options) return code;
    const auto cards = make_scorecards(*done.evaluation, *how.options);
    ScorecardReport report{&*done.evaluation, &cards};
    report.sheet = how.options->sheet ? &*how.options->sheet : nullptr;
    report.language = options.language;
    report.as_of_is_default = done.as_of_is_default;
    return worse(code, write_output(options.output, report_text(report, options.format, options.output)));
}

}  // namespace

void add_scorecard(CLI::App& program, Job& job) {
    auto* command = program.add_subcommand("scorecard", "Say how each responsible unit stands");
    auto options = std::make_shared<ScorecardOptions>();
    add_plan_argument(*command, options->plan);
    options->add_to(*command);
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
