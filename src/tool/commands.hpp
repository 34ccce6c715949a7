// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/App.hpp>
#include <functional>

#include "tool/exit_code.hpp"

namespace goalpost::tool {

/// What the program is to do, once the command line has been read.
using Job = std::function<ExitCode()>;

// Each adds one subcommand to the program; where the command line names it, it fills in `job`.
void add_check(CLI::App& program, Job& job);
void add_compare(CLI::App& program, Job& job);
void add_evaluate(CLI::App& program, Job& job);
void add_explain(CLI::App& program, Job& job);
void add_merge(CLI::App& program, Job& job);
void add_methods(CLI::App& program, Job& job);
void add_rank(CLI::App& program, Job& job);
void add_scorecard(CLI::App& program, Job& job);
void add_warn(CLI::App& program, Job& job);

/// Every subcommand, in the order of --help. A new one is one file and one line here.
inline constexpr void (*commands[])(CLI::App&, Job&) = {add_check,   add_compare,   add_evaluate,
                                                        add_explain, add_merge,     add_methods,
                                                        add_rank,    add_scorecard, add_warn};

}  // namespace goalpost::tool
