// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/evaluation.hpp"

namespace goalpost::detail {

/// Of a target for all or some of a group: what was found for each member by figures of its own scope.
class OwnVerdicts {
  public:
    OwnVerdicts(const Evaluation& evaluation, const Assessment& assessment) : plan_(&evaluation.plan()) {
        const auto* target = evaluation.target_of(assessment);
        if (target == nullptr) return;
        const bool plain =
            PlanAccess::plain_targets(*plan_)[assessment.target].shape != PlainShape::none;  // of one scope
        if (plain || target->standing != Standing::active ||
            !evaluation.terms_of(*target).criterion().quantifier.over_group())
            return;
        auto found = details_of(evaluation, assessment).first;
        for (std::size_t i = 0; i < found.parts.size(); ++i)
            parts_.emplace_back(plan_->key(found.part_names[i]), std::move(found.parts[i]));
    }

    [[nodiscard]] bool empty() const noexcept { return parts_.empty(); }
    /// Of the member whose scope is the unit's id, name or alias; nullptr where there is none.
    [[nodiscard]] const Judgement* of(const ResponsibleUnit& unit) const {
        if (parts_.empty()) return nullptr;
        std::vector<std::string> names{plan_->key(unit.id), plan_->key(unit.name)};
        for (const auto& alias : unit.aliases)
            names.push_back(plan_->key(alias));
        for (const auto& [scope, judged] : parts_) {
            if (std::ranges::find(names, scope) != names.end()) return &judged;
        }
        return nullptr;
    }

  private:
    const Plan* plan_;
    std::vector<std::pair<std::string, Judgement>> parts_;
};

}  // namespace goalpost::detail
