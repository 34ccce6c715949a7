// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by statements.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/statements.hpp"

namespace goalpost {
GOALPOST_INLINE std::vector<StatementVerdict> statement_verdicts(const Evaluation& evaluation) {
    std::vector<StatementVerdict> verdicts;
    std::unordered_map<std::string, std::size_t> places;
    const auto targets = evaluation.plan().targets();
    for (std::uint32_t i = 0; i < targets.size(); ++i) {
        if (evaluation.assessments()[i].status == Status::not_counted) continue;
        for (const auto& statement : targets[i].statements) {
            if (statement.id.empty()) continue;
            const auto [place, is_new] = places.emplace(statement.id, verdicts.size());
            if (is_new) verdicts.push_back({statement.id, statement.joining, {}, Outcome::undetermined});
            verdicts[place->second].targets.push_back(i);
        }
    }
    for (auto& verdict : verdicts) {
        const auto decisive = verdict.joining == Joining::all ? Outcome::not_met : Outcome::met;
        const auto other = verdict.joining == Joining::all ? Outcome::met : Outcome::not_met;
        bool open = false;
        bool decided = false;
        for (const auto target : verdict.targets) {
            const auto outcome = evaluation.assessments()[target].outcome;
            decided = decided || outcome == decisive;
            open = open || outcome == Outcome::undetermined;
        }
        verdict.outcome = decided ? decisive : open ? Outcome::undetermined : other;
    }
    return verdicts;
}
}  // namespace goalpost
