// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "goalpost/evaluate/evaluation.hpp"

namespace goalpost {

/// The verdict of one statement of the plan: 增速快于面上、占比达25%以上 is one sentence and two targets.
struct StatementVerdict {
    std::string statement;  ///< its id
    Joining joining = Joining::all;
    std::vector<std::uint32_t> targets;  ///< indices into the evaluation's assessments, in order
    Outcome outcome = Outcome::undetermined;
};

/// Joins the outcomes of the targets that share a statement: `all` is not met as soon as one is not, `any` is
/// met as soon as one is; an undetermined one leaves the rest open. Statements without an id have no verdict
/// of their own. Targets that are not counted are left out; one that could not be read leaves its statement
/// open.
inline std::vector<StatementVerdict> statement_verdicts(const Evaluation& evaluation) {
    std::vector<StatementVerdict> verdicts;
    std::unordered_map<std::string, std::size_t> places;
    const auto assessments = evaluation.assessments();
    for (std::uint32_t i = 0; i < assessments.size(); ++i) {
        if (assessments[i].status == Status::not_counted) continue;
        const auto* target = evaluation.target_of(assessments[i]);
        const auto& statements =
            target != nullptr ? target->statements : evaluation.invalid_target_of(assessments[i]).statements;
        for (const auto& statement : statements) {
            if (statement.id.empty()) continue;
            const auto [place, is_new] = places.emplace(statement.id, verdicts.size());
            if (is_new) verdicts.push_back({statement.id, statement.joining, {}, Outcome::undetermined});
            auto& joined = verdicts[place->second].targets;
            if (joined.empty() || joined.back() != i) joined.push_back(i);
        }
    }
    for (auto& verdict : verdicts) {
        const auto decisive = verdict.joining == Joining::all ? Outcome::not_met : Outcome::met;
        const auto other = verdict.joining == Joining::all ? Outcome::met : Outcome::not_met;
        bool open = false;
        bool decided = false;
        for (const auto target : verdict.targets) {
            const auto outcome = assessments[target].outcome;
            decided = decided || outcome == decisive;
            open = open || outcome == Outcome::undetermined;
        }
        verdict.outcome = decided ? decisive : open ? Outcome::undetermined : other;
    }
    return verdicts;
}

}  // namespace goalpost
