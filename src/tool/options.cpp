// SPDX-License-Identifier: BSL-1.0
#include "tool/options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "goalpost/calendar/period.hpp"
#include "goalpost/io/observations_sdmx.hpp"

namespace goalpost::tool {

void take_words(CLI::Option* option, std::vector<std::string> names) {
    std::string list;
    for (const auto& name : names)
        list += (list.empty() ? "" : "|") + name;
    option->type_name(list);
    option->check([names = std::move(names), list](const std::string& text) {
        return std::ranges::find(names, text) != names.end() ? std::string()
                                                             : "'" + text + "' is none of " + list;
    });
}

void add_plan_argument(CLI::App& command, std::string& plan) {
    command.add_option("plan", plan, "the plan file (docs/formats/plan.md)")->required()->type_name("FILE");
}

void add_targets_option(CLI::App& command, std::vector<std::string>& targets) {
    command
        .add_option("--targets", targets, "tables of further targets of the plan (docs/formats/targets.md)")
        ->type_name("FILE");
}

CLI::Option* add_data_option(CLI::App& command, std::vector<std::string>& data) {
    return command
        .add_option("--data", data,
                    "observation files (docs/formats/observations.md), or maps of files in SDMX-CSV "
                    "(docs/formats/sdmx.md)")
        ->type_name("FILE");
}

bool is_sdmx_map(const std::string& file) { return file.ends_with(".json"); }

void add_format_option(CLI::App& command, std::string& format) {
    take_words(command.add_option("--format", format, "how to write the result (table)"),
               {"table", "markdown", "csv", "json"});
}

void add_language_option(CLI::App& command, Language& language) {
    const auto set = [&language](const std::string& name) { language = *language_from(name); };
    take_words(
        command.add_option_function<std::string>("--lang", set, "the language of words and headers (en)"),
        {"en", "zh"});
}

void add_output_option(CLI::App& command, std::string& output) {
    command.add_option("-o,--output", output, "write there instead of standard output")->type_name("FILE");
}

std::string empty_option(const CLI::App& command) {
    for (const auto* const option : command.get_options()) {
        if (std::ranges::any_of(option->results(), &std::string::empty)) return option->get_name();
    }
    return {};
}

std::string overwritten_input(const CLI::App& command) {
    const auto* const output = command.get_option_no_throw("--output");
    if (output == nullptr || output->empty()) return {};
    const auto& written = output->results().back();
    std::error_code ignored;
    // A terminal or a pipe may be read and written.
    if (!std::filesystem::is_regular_file(written, ignored)) return {};
    for (const auto* const option : command.get_options()) {
        if (option == output || (option->get_type_name() != "FILE" && option->get_type_name() != "PART"))
            continue;
        const bool may_be_map = option->get_name() == "--data";
        for (const auto& read : option->results()) {
            if (std::filesystem::equivalent(written, read, ignored)) return written;
            if (!may_be_map || !is_sdmx_map(read)) continue;
            for (const auto& file : files_of_sdmx_map(read))
                if (std::filesystem::equivalent(written, file, ignored)) return written;
        }
    }
    return {};
}

std::string date_problem(const std::string& text) {
    const auto date = parse_date(text);
    return date ? std::string() : date.error().message();
}

}  // namespace goalpost::tool
