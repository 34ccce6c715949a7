// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/io/diagnostic.hpp"

namespace goalpost::detail {

/// The diagnostics of one file. Of each kind the first hundred are kept and the rest counted, so that a file
/// with a million faults neither drowns the reader nor loses one silently.
class DiagnosticList {
  public:
    static constexpr std::size_t most_of_a_kind = 100;

    explicit DiagnosticList(std::string file) : file_(std::move(file)) {}

    [[nodiscard]] const std::string& file() const noexcept { return file_; }

    /// Counts one of this kind; whether it is still to be described.
    bool wants(std::string_view kind, Diagnostic::Severity severity = Diagnostic::Severity::error) {
        auto found = std::ranges::find(counts_, kind, &Count::kind);
        if (found == counts_.end())
            found = counts_.insert(counts_.end(), Count{std::string(kind), severity, 0});
        return ++found->number <= most_of_a_kind;
    }

    /// Whether more of this kind would only be counted.
    [[nodiscard]] bool is_flooded(std::string_view kind) const {
        const auto found = std::ranges::find(counts_, kind, &Count::kind);
        return found != counts_.end() && found->number >= most_of_a_kind;
    }

    /// Adds one for which `wants` was asked.
    void add(Diagnostic diagnostic) {
        diagnostic.file = file_;
        list_.push_back(std::move(diagnostic));
    }

    /// Everything, in the order of the file, with the counts of what was not listed at the end.
    [[nodiscard]] std::vector<Diagnostic> finish() && {
        std::ranges::stable_sort(list_, [](const Diagnostic& a, const Diagnostic& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        for (const auto& [kind, severity, number] : counts_) {
            if (number <= most_of_a_kind) continue;
            Diagnostic rest{.severity = severity, .file = file_, .what = {}, .expected = {}, .mend = {}};
            rest.what = std::to_string(number - most_of_a_kind) +
                        " more of this kind are not listed: " + kind + " (" + std::to_string(number) +
                        " in all)";
            list_.push_back(std::move(rest));
        }
        return std::move(list_);
    }

  private:
    struct Count {
        std::string kind;
        Diagnostic::Severity severity;
        std::size_t number;
    };
    std::string file_;
    std::vector<Diagnostic> list_;
    std::vector<Count> counts_;
};

}  // namespace goalpost::detail
