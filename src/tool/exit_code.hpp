// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace goalpost::tool {

/// What the program returns; docs/program.md. Where several apply, the highest.
enum class ExitCode : int {
    fine = 0,
    fail_on = 1,    ///< a status named by --fail-on occurs
    usage = 2,      ///< the command line is not understood
    bad_input = 3,  ///< some input could not be read; what could be is in the result
    no_output = 4,  ///< the result could not be written
    fault = 5,      ///< the program itself is at fault
};

/// The one that says more.
constexpr ExitCode worse(ExitCode a, ExitCode b) noexcept { return a < b ? b : a; }

}  // namespace goalpost::tool
