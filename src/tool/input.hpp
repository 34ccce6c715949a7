// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "goalpost/model/observations.hpp"
#include "goalpost/model/plan.hpp"
#include "tool/exit_code.hpp"

namespace goalpost::tool {

/// A plan and its data as far as they could be read, and everything that could not.
struct Input {
    std::optional<Plan> plan;
    Observations observations;
    std::vector<Diagnostic> diagnostics;

    /// `bad_input` where some of it could not be read.
    [[nodiscard]] ExitCode exit_code() const;
};

/// The files that a command was given.
struct InputFiles {
    std::string plan;
    std::vector<std::string> targets{};  ///< tables of further targets
    std::vector<std::string> data{};
    bool lacks_target = false;  ///< the command takes a target, and was given none
};

/// Reads them, in up to `threads` threads; tells every diagnostic on standard error.
Input read_input(const InputFiles& files, unsigned threads = 1);

}  // namespace goalpost::tool
