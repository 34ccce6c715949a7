// SPDX-License-Identifier: BSL-1.0
// A plan of a few lines and what `check` finds in it, in one line.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "goalpost/check/check.hpp"
#include "support/case.hpp"

namespace goalpost::test {

/// `target_below_base t1, statement_looser t2`; the target's id is left out where a finding has none.
inline std::string written(const std::vector<PlanFinding>& findings) {
    std::string text;
    for (const auto& finding : findings) {
        text += (text.empty() ? "" : ", ") + std::string(finding.code);
        if (!finding.target.empty()) text += " " + finding.target;
    }
    return text;
}

/// Checked with the case's own observations, where it has any.
inline std::vector<PlanFinding> findings_of(const Case& c) {
    const auto data = c.observations();
    return check(c.plan(), c.rows.empty() ? nullptr : &data);
}
inline std::string found(const Case& c) { return written(findings_of(c)); }

/// Gives the last target a statement.
inline Statement& state(Case& c, std::string quote, std::string section = "",
                        std::string_view criterion = "") {
    Statement made;
    made.quote = std::move(quote);
    made.section = std::move(section);
    if (!criterion.empty()) made.criterion = parse_criterion(criterion).value();
    auto& statements = c.targets.back().statements;
    statements.push_back(std::move(made));
    return statements.edit().back();
}

/// A further target, of any indicator and scope.
inline Target& add_target(Case& c, std::string indicator, std::string_view criterion, std::string_view due,
                          std::string scope = "") {
    c.target(criterion, due);
    c.targets.back().indicator = std::move(indicator);
    c.targets.back().scope = std::move(scope);
    return c.targets.back();
}

}  // namespace goalpost::test
