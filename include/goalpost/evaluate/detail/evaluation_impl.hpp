// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by evaluation.hpp.
#pragma once

#include <memory>
#include <stdexcept>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/detail/plain_judge.hpp"
#include "goalpost/evaluate/evaluation.hpp"

namespace goalpost {

GOALPOST_INLINE Evaluation::Inputs::Inputs(Plan own_plan, Observations own_observations,
                                           EvaluateOptions own_options)
    : plan(std::move(own_plan)),
      observations(std::move(own_observations)),
      options(std::move(own_options)),
      binding(plan, observations),
      plain(std::make_shared<const detail::PlainJudge>(plan, observations, binding, options)) {}

GOALPOST_INLINE Evaluation::Inputs::~Inputs() = default;

GOALPOST_INLINE Evaluation::Evaluation(std::shared_ptr<const Inputs> inputs, const Date& as_of)
    : inputs_(std::move(inputs)), as_of_(as_of) {}

GOALPOST_INLINE std::span<const Assessment> Evaluation::assessments() const noexcept {
    return {assessments_.data(), assessments_.size()};
}

GOALPOST_INLINE const Target* Evaluation::target_of(const Assessment& assessment) const {
    const auto targets = plan().targets();
    return assessment.target < targets.size() ? &targets[assessment.target] : nullptr;
}

GOALPOST_INLINE const InvalidTarget& Evaluation::invalid_target_of(const Assessment& assessment) const {
    const auto index = assessment.target - plan().targets().size();
    if (index >= plan().invalid_targets().size())
        throw std::out_of_range("goalpost: the assessment is not of an invalid target");
    return plan().invalid_targets()[index];
}

GOALPOST_INLINE const std::string& Evaluation::id_of(const Assessment& assessment) const {
    const auto* target = target_of(assessment);
    return target != nullptr ? target->id : invalid_target_of(assessment).id;
}

GOALPOST_INLINE const Assessment* Evaluation::find(std::string_view target_id) const {
    const auto* target = plan().find_target(target_id);
    if (target == nullptr) return nullptr;
    return &assessments_[static_cast<std::size_t>(target - plan().targets().data())];
}

GOALPOST_INLINE std::span<const std::uint32_t> Evaluation::evidence(const Assessment& assessment) const {
    return {evidence_.data() + assessment.evidence_begin,
            std::size_t{assessment.evidence_end} - assessment.evidence_begin};
}

namespace detail {

GOALPOST_INLINE Judge judge_of(const Evaluation& evaluation) {
    return {evaluation.plan(), evaluation.observations(), evaluation.binding(), evaluation.as_of(),
            evaluation.options()};
}

GOALPOST_INLINE std::pair<Judgement, Trace> details_of(const Evaluation& evaluation,
                                                       const Assessment& assessment) {
    std::pair<Judgement, Trace> found{Judgement{}, Trace(true)};
    if (const auto* target = evaluation.target_of(assessment))
        found.first = judge_of(evaluation).judge(*target, found.second);
    return found;
}

}  // namespace detail
}  // namespace goalpost
