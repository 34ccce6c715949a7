// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by evaluator.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/evaluator.hpp"

namespace goalpost {
GOALPOST_INLINE std::vector<Finding> findings(const Evaluation& evaluation, const Assessment& assessment,
                                              const EvaluatorSet& set,
                                              const std::vector<std::string>& for_all) {
    std::vector<Finding> found;
    const auto* target = evaluation.target_of(assessment);
    if (target == nullptr) return found;
    const TargetView view(evaluation, assessment, *target);
    const auto run = [&](const std::string& name) {
        const auto* evaluator = set.find(name);
        auto finding = evaluator != nullptr ? (*evaluator)(view) : Finding(Reason::unknown_measure);
        finding.name = name;
        found.push_back(std::move(finding));
    };
    for (const auto& name : target->evaluators)
        run(name);
    for (const auto& name : for_all)
        run(name);
    return found;
}
}  // namespace goalpost
