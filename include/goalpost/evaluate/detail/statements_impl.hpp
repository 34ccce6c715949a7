// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by statements.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/statements.hpp"
#include "goalpost/model/detail/id_index.hpp"

namespace goalpost {
GOALPOST_INLINE std::vector<StatementVerdict> statement_verdicts(const Evaluation& evaluation) {
    std::vector<StatementVerdict> verdicts;
    detail::IdIndex places;
    const auto id_of = [&](std::size_t place) -> const std::string& { return verdicts[place].statement; };
    const auto assessments = evaluation.assessments();
    for (std::uint32_t i = 0; i < assessments.size(); ++i) {
        if (assessments[i].status == Status::not_counted) continue;
        const auto* target = evaluation.target_of(assessments[i]);
        const auto& statements =
            target != nullptr ? target->statements : evaluation.invalid_target_of(assessments[i]).statements;
        for (const auto& statement : statements) {
            if (statement.id.empty()) continue;
            auto place = places.find(statement.id, id_of);
            if (place == detail::IdIndex::none) {
                place = verdicts.size();
                places.add(statement.id, id_of);
                verdicts.push_back({statement.id, statement.joining, {}, Outcome::undetermined});
            }
            if (statement.joining == Joining::all) verdicts[place].joining = Joining::all;
            auto& joined = verdicts[place].targets;
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
