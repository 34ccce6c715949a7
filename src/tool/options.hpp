// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "goalpost/evaluate/language.hpp"

namespace goalpost::tool {

// Arguments and options that several subcommands share.

/// `PLAN`
void add_plan_argument(CLI::App& command, std::string& plan);
/// `--targets FILE...`
void add_targets_option(CLI::App& command, std::vector<std::string>& targets);
/// Whether a file of `--data` says how to read files in SDMX-CSV, instead of holding figures itself.
bool is_sdmx_map(const std::string& file);
/// `--data FILE...`
CLI::Option* add_data_option(CLI::App& command, std::vector<std::string>& data);
/// `--format table|markdown|csv|json`
void add_format_option(CLI::App& command, std::string& format);
/// `--lang en|zh`
void add_language_option(CLI::App& command, Language& language);
/// `-o, --output FILE`
void add_output_option(CLI::App& command, std::string& output);
/// What is wrong with a text that should be a date, `YYYY-MM-DD`; empty where nothing is. For
/// CLI::Option::check.
std::string date_problem(const std::string& text);
/// Lets an option take only words of a closed list.
void take_words(CLI::Option* option, std::vector<std::string> names);

/// The name of an option or argument of the command that was given an empty text, such as a variable of the
/// shell that is not set; empty where none was.
std::string empty_option(const CLI::App& command);

/// The file of `--output` where another option of the command has it read; empty where none has.
std::string overwritten_input(const CLI::App& command);

}  // namespace goalpost::tool
