// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>

namespace goalpost {

/// Something a reader met that is not as it should be: where, what, what was expected, how to mend it.
struct Diagnostic {
    enum class Severity : unsigned char { warning, error };
    Severity severity = Severity::error;
    std::string file{};
    std::size_t line = 0;    ///< from 1; 0 where the whole file is meant
    std::size_t column = 0;  ///< from 1, in characters; 0 where the whole line is meant
    std::string what{};
    std::string expected{};  ///< may be empty
    std::string mend{};      ///< may be empty

    /// `plan.json:12:5: error: what; expected ...; mend`, control characters escaped.
    [[nodiscard]] std::string text() const;
};

}  // namespace goalpost
