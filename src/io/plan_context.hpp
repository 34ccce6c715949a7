// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "goalpost/model/plan.hpp"
#include "io/cell_fault.hpp"
#include "io/diagnostic_list.hpp"
#include "io/json_document.hpp"
#include "io/locator.hpp"

namespace goalpost::detail {

/// What the readers of the parts of a plan share: the diagnostics, the builder, and what had to be left out.
class PlanContext {
  public:
    PlanContext(std::string_view text, std::string file) : locator_(text), diagnostics_(std::move(file)) {}

    /// Offsets are in this text from now on, the next piece of the file.
    void go_on_with(std::string_view text, std::size_t first_line) { locator_ = Locator(text, first_line); }

    void error(std::size_t offset, std::string_view kind, std::string what, std::string expected = {},
               std::string mend = {}) {
        if (problem_.empty()) {
            problem_ = what;
            if (!expected.empty()) problem_ += "; expected " + expected;
            problem_ += " (line " + std::to_string(locator_.at(offset).line) + ")";
        }
        report(Diagnostic::Severity::error, offset, kind, std::move(what), std::move(expected),
               std::move(mend));
    }
    void error(std::size_t offset, PlanProblem problem) {
        error(offset, "an item that cannot be added", std::move(problem.what), std::move(problem.expected),
              std::move(problem.mend));
    }
    void warning(std::size_t offset, std::string_view kind, std::string what, std::string expected = {},
                 std::string mend = {}) {
        report(Diagnostic::Severity::warning, offset, kind, std::move(what), std::move(expected),
               std::move(mend));
    }

    /// Whether further errors of this kind are only counted, and need no effort.
    [[nodiscard]] bool is_flooded(std::string_view kind) const { return diagnostics_.is_flooded(kind); }

    // An item (a unit, an indicator, a target) is faulty where an error was met while it was read.
    void begin_item() { problem_.clear(); }
    [[nodiscard]] bool is_faulty() const noexcept { return !problem_.empty(); }
    [[nodiscard]] const std::string& problem() const noexcept { return problem_; }

    [[nodiscard]] Place place_of(std::size_t offset) { return locator_.at(offset); }
    [[nodiscard]] std::size_t line_of(std::size_t offset) { return place_of(offset).line; }
    [[nodiscard]] DiagnosticList& diagnostics() noexcept { return diagnostics_; }

    /// Remembers that an item was left out, so that who names it is told why it is not there.
    void leave_out(std::string_view what, const std::string& id, std::size_t offset) {
        if (!id.empty()) left_out_.emplace(std::string(what) + ' ' + id, line_of(offset));
    }
    [[nodiscard]] bool is_left_out(std::string_view what, const std::string& id) const {
        return left_out_.contains(std::string(what) + ' ' + id);
    }
    /// `is not defined in the plan`, or why it is not there; `what` is as it was for `leave_out`.
    [[nodiscard]] std::string why_missing(std::string_view what, const std::string& id) const {
        const auto found = left_out_.find(std::string(what) + ' ' + id);
        if (found == left_out_.end()) return "is not defined in the plan";
        return "was left out for the error in its definition, line " + std::to_string(found->second);
    }

    /// What the plan has against a criterion, with its place in the text that holds it.
    [[nodiscard]] CellFault criterion_fault(const Plan& plan, std::string_view text,
                                            PlanProblem problem) const;

  private:
    void report(Diagnostic::Severity severity, std::size_t offset, std::string_view kind, std::string what,
                std::string expected, std::string mend) {
        if (!diagnostics_.wants(kind, severity)) return;
        const auto [line, column] = locator_.at(offset);
        diagnostics_.add({severity, {}, line, column, std::move(what), std::move(expected), std::move(mend)});
    }

    Locator locator_;
    DiagnosticList diagnostics_;
    std::string problem_;
    std::map<std::string, std::size_t> left_out_;  // kind and id -> line
};

}  // namespace goalpost::detail
