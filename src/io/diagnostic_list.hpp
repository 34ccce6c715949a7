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
        asked_ = static_cast<std::size_t>(found - counts_.begin());
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
        list_.push_back({std::move(diagnostic), asked_});
    }

    /// Adds a fault of the whole file.
    void add_file_fault(Diagnostic fault) {
        if (wants("a file that cannot be read")) add(std::move(fault));
    }

    /// Takes over the diagnostics of a later part of the same file, whose first line is the one behind
    /// `lines`, as if they had been added here.
    void append(DiagnosticList&& later, std::size_t lines) {
        std::vector<std::size_t> kinds;
        std::vector<std::size_t> room;  // how many of each kind are still to be described
        for (const auto& count : later.counts_) {
            auto found = std::ranges::find(counts_, count.kind, &Count::kind);
            if (found == counts_.end())
                found = counts_.insert(counts_.end(), Count{count.kind, count.severity, 0});
            kinds.push_back(static_cast<std::size_t>(found - counts_.begin()));
            room.push_back(found->number < most_of_a_kind ? most_of_a_kind - found->number : 0);
            found->number += count.number;
        }
        for (auto& [diagnostic, kind] : later.list_) {
            if (room[kind] == 0) continue;
            --room[kind];
            if (diagnostic.line > 0) diagnostic.line += lines;
            list_.push_back({std::move(diagnostic), kinds[kind]});
        }
        later.list_.clear();
        later.counts_.clear();
    }

    /// Everything, in the order of the file, with the counts of what was not listed at the end.
    [[nodiscard]] std::vector<Diagnostic> finish() && {
        std::vector<Diagnostic> all;
        all.reserve(list_.size());
        for (auto& one : list_)
            all.push_back(std::move(one.diagnostic));
        std::ranges::stable_sort(all, [](const Diagnostic& a, const Diagnostic& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        for (const auto& [kind, severity, number] : counts_) {
            if (number <= most_of_a_kind) continue;
            Diagnostic rest{.severity = severity, .file = file_, .what = {}, .expected = {}, .mend = {}};
            rest.what = std::to_string(number - most_of_a_kind) +
                        " more of this kind are not listed: " + kind + " (" + std::to_string(number) +
                        " in all)";
            all.push_back(std::move(rest));
        }
        return all;
    }

  private:
    struct Count {
        std::string kind;
        Diagnostic::Severity severity;
        std::size_t number;
    };
    struct Listed {
        Diagnostic diagnostic;
        std::size_t kind;  // in `counts_`
    };
    std::string file_;
    std::vector<Listed> list_;
    std::vector<Count> counts_;
    std::size_t asked_ = 0;  // kind that `wants` was last asked about
};

}  // namespace goalpost::detail
