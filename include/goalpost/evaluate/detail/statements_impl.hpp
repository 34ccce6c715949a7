// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by statements.hpp.
#pragma once

#include <unordered_map>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/statements.hpp"

namespace goalpost {
GOALPOST_INLINE std::vector<StatementVerdict> statement_verdicts(const Evaluation& evaluation) {
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
