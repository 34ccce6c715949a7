// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by evaluator.hpp.
#pragma once

#include <stdexcept>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/evaluator.hpp"

namespace goalpost {
static_assert(Evaluator<AnyEvaluator>);

GOALPOST_INLINE Figures TargetView::figures() const { return evaluation_->figures(*assessment_); }

GOALPOST_INLINE Series TargetView::series() const {
    return series_of(indicator(), plan().scope_of(*target_));
}

GOALPOST_INLINE Series TargetView::series_of(const Indicator& indicator, std::string_view scope) const {
    return evaluation_->binding().series(indicator, scope, as_of());
}

GOALPOST_INLINE std::optional<Series> TargetView::comparison() const {
    const auto& criterion = terms().criterion();
    const auto* reference = std::get_if<SeriesReference>(&criterion.reference);
    const auto& name = reference != nullptr ? reference->measure.of : criterion.measure.of;
    if (!name) return std::nullopt;
    return series_of(*plan().find_indicator(name->indicator),
                     name->scope.empty() ? plan().scope_of(*target_) : name->scope.str());
}

GOALPOST_INLINE Reading TargetView::level(const Period& period) const {
    return detail::judge_of(*evaluation_).level(*target_, period);
}

GOALPOST_INLINE EvaluatorSet& EvaluatorSet::add(std::string name, AnyEvaluator evaluator) {
    if (name.empty()) throw std::invalid_argument("goalpost: an evaluator needs a name");
    auto at = evaluators_.begin();
    while (at != evaluators_.end() && at->first < name)
        ++at;
    if (at != evaluators_.end() && at->first == name) {
        at->second = std::move(evaluator);
    } else {
        evaluators_.emplace(at, std::move(name), std::move(evaluator));
    }
    return *this;
}

GOALPOST_INLINE const AnyEvaluator* EvaluatorSet::find(std::string_view name) const {
    for (const auto& known : evaluators_) {
        if (known.first == name) return &known.second;
    }
    return nullptr;
}

GOALPOST_INLINE std::vector<std::string> EvaluatorSet::names() const {
    std::vector<std::string> names;
    for (const auto& known : evaluators_)
        names.push_back(known.first);
    return names;
}

GOALPOST_INLINE std::vector<Finding> findings(const Evaluation& evaluation, const Assessment& assessment,
                                              const EvaluatorSet& set,
                                              const std::vector<std::string>& for_all) {
    std::vector<Finding> found;
    const auto* target = evaluation.target_of(assessment);
    if (target == nullptr) return found;
    const TargetView view(evaluation, assessment, *target);
    const auto run = [&](const std::string& name) {
        const auto* evaluator = set.find(name);
        auto finding = evaluator != nullptr ? (*evaluator)(view) : Finding(Reason::unknown_evaluator);
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
