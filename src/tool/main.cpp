// SPDX-License-Identifier: BSL-1.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <exception>
#include <sstream>
#include <string>
#include <vector>

#include "goalpost/version.hpp"
#include "report/characters.hpp"
#include "tool/close_matches.hpp"
#include "tool/commands.hpp"
#include "tool/large_heap.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"

namespace {

using namespace goalpost::tool;

std::vector<std::string> names_of_commands(const CLI::App& program) {
    std::vector<std::string> names;
    for (const auto* command : program.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

/// CLI11 would only say that a command is missing.
ExitCode unknown_command(const std::string& asked, const std::vector<std::string>& names) {
    complain("goalpost: there is no command \"" + goalpost::detail::visible(asked) + "\"" +
             did_you_mean(asked, names));
    complain("Run with --help for more information.");
    return ExitCode::usage;
}

ExitCode run(int argc, char** argv) {
    CLI::App program("Has this plan's target been reached, and is it on its way?", "goalpost");
    program.set_version_flag("--version", "goalpost " + std::string(goalpost::version_string),
                             "print the version and leave");
    program.require_subcommand(1);
    program.footer(
        "Examples:\n"
        "  goalpost evaluate plan.json --data figures.csv\n"
        "  goalpost explain plan.json rd_intensity_2024 --data figures.csv\n"
        "  goalpost COMMAND --help\n"
        "\n"
        "Exit codes: 0 fine; 1 --fail-on matched; 2 the command line is not understood; 3 some input could\n"
        "not be read (what could be is in the result); 4 the result could not be written; 5 a fault of the\n"
        "program itself.");
    Job job;
    for (const auto add : commands)
        add(program, job);
    const auto names = names_of_commands(program);
    if (argc > 1 && argv[1][0] != '-' && std::ranges::find(names, argv[1]) == names.end())
        return unknown_command(argv[1], names);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        std::ostringstream help;
        return program.exit(problem, help) == 0 ? write_output("", help.str()) : ExitCode::usage;
    }
    if (const auto option = empty_option(*program.get_subcommands().front()); !option.empty()) {
        complain("goalpost: " + option +
                 ": an empty text is no value; perhaps a variable of the shell is not set");
        return ExitCode::usage;
    }
    if (const auto file = overwritten_input(*program.get_subcommands().front()); !file.empty()) {
        complain("goalpost: --output names a file that is read: " + goalpost::detail::visible(file) +
                 "; write the result to another one");
        return ExitCode::usage;
    }
    return job();
}

}  // namespace

int main(int argc, char** argv) {
    use_large_heap();
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const std::exception& problem) {
        complain("goalpost: " + std::string(problem.what()));
        return static_cast<int>(ExitCode::fault);
    }
}
