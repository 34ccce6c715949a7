// SPDX-License-Identifier: BSL-1.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "goalpost/report/warning_report.hpp"
#include "goalpost/rollup/warning_rules.hpp"
#include "tool/commands.hpp"
#include "tool/evaluation_options.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"
#include "tool/report_text.hpp"

namespace goalpost::tool {

namespace {

struct WarnOptions : EvaluationOptions {
    std::string format = "table";
    std::vector<std::string> before;
    WarningLevel level = WarningLevel::blue;
    Role down_to = Role::responsible;
    std::vector<std::string> fail_on;
};

ExitCode run(const WarnOptions& options) {
    auto done = evaluate_input(options);
    if (!done.evaluation) return done.exit_code;
    const auto& evaluation = *done.evaluation;
    WarningReport report{&evaluation, nullptr};
    for (const auto& text : options.before)
        report.earlier.push_back(*parse_date(text));
    std::ranges::sort(report.earlier);
    if (const auto twice = std::ranges::adjacent_find(report.earlier); twice != report.earlier.end()) {
        complain("goalpost: --before: " + date_text(*twice) + " is given twice; give each date once");
        return ExitCode::usage;
    }
    if (!report.earlier.empty() && report.earlier.back() >= evaluation.as_of()) {
        complain("goalpost: --before: " + date_text(report.earlier.back()) +
                 " is not before the as-of date " + date_text(evaluation.as_of()));
        return ExitCode::usage;
    }
    std::vector<Evaluation> earlier;
    for (const auto& date : report.earlier)
        earlier.push_back(evaluate(evaluation.inputs(), date));
    auto warnings = warn(evaluation, earlier, warnings::usual(), options.down_to);
    std::erase_if(warnings, [&](const Warning& one) { return one.level < options.level; });
    report.warnings = &warnings;
    report.language = options.language;
    report.as_of_is_default = done.as_of_is_default;
    auto code = worse(done.exit_code,
                      write_output(options.output, report_text(report, options.format, options.output)));
    for (const auto& warning : warnings) {
        if (std::ranges::find(options.fail_on, name_of(warning.level)) != options.fail_on.end())
            code = worse(code, ExitCode::fail_on);
    }
    return code;
}

}  // namespace

void add_warn(CLI::App& program, Job& job) {
    const std::vector<std::string> levels{"blue", "yellow", "red"};
    auto* command = program.add_subcommand("warn", "Say which targets need attention, and who is to hear it");
    auto options = std::make_shared<WarnOptions>();
    add_plan_argument(*command, options->plan);
    options->add_to(*command);
    add_format_option(*command, options->format);
    command
        ->add_option("--before", options->before,
                     "earlier dates: a target that was behind then, too, is warned of more urgently")
        ->check(date_problem)
        ->type_name("YYYY-MM-DD");
    take_words(
        command->add_option_function<std::string>(
            "--level", [options](const std::string& name) { options->level = *warning_level_from(name); },
            "the least urgent level to show (blue)"),
        levels);
    take_words(command->add_option_function<std::string>(
                   "--role", [options](const std::string& name) { options->down_to = *role_from(name); },
                   "warn units down to this role (responsible)"),
               {"lead", "responsible", "supporting"});
    take_words(command
                   ->add_option("--fail-on", options->fail_on,
                                "return 1 where there is a warning of one of these (with commas between)")
                   ->delimiter(','),
               levels);
    command->footer(
        "Examples:\n"
        "  goalpost warn plan.json --data figures.csv\n"
        "  goalpost warn plan.json --data figures.csv --as-of 2024-09-30 --before 2024-03-31 2024-06-30\n"
        "  goalpost warn plan.json --data figures.csv --level red --fail-on red --lang zh");
    command->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace goalpost::tool
