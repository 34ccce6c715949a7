// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include "tool/exit_code.hpp"

namespace goalpost::tool {

/// Writes a whole result to a file, or to standard output where `file` is empty.
///
/// A file is written beside its place under another name and then renamed, so that nobody ever finds half of
/// it, not even after SIGINT, SIGTERM or SIGHUP. What is no regular file (a device, a pipe) is written to
/// directly. Failures are told on standard error, but for a closed pipe, which has nobody to tell.
ExitCode write_output(const std::string& file, std::string_view text);

/// Whether a result on standard output may be coloured: it is a terminal, and NO_COLOR is not set.
bool may_colour(const std::string& file);

/// Puts a line on the terminal that standard error must be; the next one takes its place. `complain`,
/// `erase_line` and SIGINT, SIGTERM and SIGHUP take it away again.
void show_line(std::string_view line);
void erase_line();

/// A line on standard error.
void complain(std::string_view line);

}  // namespace goalpost::tool
