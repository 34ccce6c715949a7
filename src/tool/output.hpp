// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <optional>
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

/// A piece of a text, to be read until the next is asked for; nothing at the end.
using NextPiece = std::function<std::optional<std::string_view>()>;
/// The same for a text that is written as it is made.
ExitCode write_output(const std::string& file, const NextPiece& next);

/// Whether a result goes to a terminal.
bool goes_to_terminal(const std::string& file);

/// Whether a result may be coloured: it goes to a terminal, and NO_COLOR is not set.
bool may_colour(const std::string& file);

/// Puts a line on the terminal that standard error must be; the next one takes its place. `complain`,
/// `erase_line` and SIGINT, SIGTERM and SIGHUP take it away again.
void show_line(std::string_view line);
void erase_line();

/// A line on standard error.
void complain(std::string_view line);

}  // namespace goalpost::tool
