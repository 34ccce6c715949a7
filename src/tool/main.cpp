// SPDX-License-Identifier: BSL-1.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <exception>
#include <iostream>
#include <string>

#include "goalpost/version.hpp"
#include "tool/commands.hpp"
#include "tool/output.hpp"

namespace {

using namespace goalpost::tool;

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
        "not be read (what could be is in the result); 4 the result could not be written.");
    Job job;
    for (const auto add : commands)
        add(program, job);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return program.exit(problem) == 0 ? ExitCode::fine : ExitCode::usage;
    }
    return job();
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const std::exception& problem) {
        complain("goalpost: " + std::string(problem.what()));
        return 5;
    }
}
