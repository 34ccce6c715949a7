// SPDX-License-Identifier: BSL-1.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <string>

#include "goalpost/methods/builtin_methods.hpp"
#include "goalpost/report/method_report.hpp"
#include "tool/commands.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"
#include "tool/report_text.hpp"

namespace goalpost::tool {

void add_methods(CLI::App& program, Job& job) {
    struct MethodsOptions {
        std::string format = "table";
        Language language = Language::en;
        std::string output;
    };
    auto* command =
        program.add_subcommand("methods", "List the published methods, their sources and what they need");
    auto options = std::make_shared<MethodsOptions>();
    add_format_option(*command, options->format);
    add_language_option(*command, options->language);
    add_output_option(*command, options->output);
    command->footer(
        "Examples:\n"
        "  goalpost methods\n"
        "  goalpost methods --format json");
    command->callback([options, &job] {
        job = [options] {
            const auto sheet = sheet_of(method_infos(), options->language);
            return write_output(options->output, report_text(sheet, options->format, options->output));
        };
    });
}

}  // namespace goalpost::tool
