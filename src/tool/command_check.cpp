// SPDX-License-Identifier: BSL-1.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "goalpost/check/check.hpp"
#include "goalpost/report/check_report.hpp"
#include "tool/commands.hpp"
#include "tool/input.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"
#include "tool/report_text.hpp"

namespace goalpost::tool {

namespace {

struct CheckOptions {
    InputFiles files;
    Language language = Language::en;
    std::string format = "table";
    std::string output;
    std::vector<std::string> fail_on;
};

ExitCode run(const CheckOptions& options) {
    const auto input = read_input(options.files);
    auto code = input.exit_code();
    if (!input.plan) return code;
    const auto findings = check(*input.plan, options.files.data.empty() ? nullptr : &input.observations);
    const auto sheet = sheet_of(*input.plan, findings, options.language);
    code = worse(code, write_output(options.output, report_text(sheet, options.format, options.output)));
    const bool failed = std::ranges::any_of(findings, [&](const PlanFinding& finding) {
        return std::ranges::find(options.fail_on, name_of(finding.severity)) != options.fail_on.end();
    });
    return failed ? worse(code, ExitCode::fail_on) : code;
}

}  // namespace

void add_check(CLI::App& program, Job& job) {
    auto* command = program.add_subcommand("check", "Look for what is doubtful in a plan itself");
    auto options = std::make_shared<CheckOptions>();
    add_plan_argument(*command, options->files.plan);
    add_targets_option(*command, options->files.targets);
    add_data_option(*command, options->files.data);
    add_format_option(*command, options->format);
    add_language_option(*command, options->language);
    add_output_option(*command, options->output);
    take_words(command
                   ->add_option("--fail-on", options->fail_on,
                                "return 1 where there is a finding of one of these (with commas between)")
                   ->delimiter(','),
               {std::begin(detail::plan_severity_names), std::end(detail::plan_severity_names)});
    command->footer(
        "Examples:\n"
        "  goalpost check plan.json\n"
        "  goalpost check plan.json --data figures.csv --lang zh");
    command->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace goalpost::tool
