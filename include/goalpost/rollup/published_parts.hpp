// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <range/v3/range/conversion.hpp>
#include <range/v3/view/transform.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/rollup/decomposition.hpp"
#include "goalpost/rollup/part.hpp"

namespace goalpost {

namespace detail {

/// Reads published figures of a plan's indicators as they were known on the evaluation's date.
class PublishedFigures {
  public:
    PublishedFigures(const Evaluation& evaluation, const Period& period)
        : evaluation_(&evaluation), period_(period) {}

    [[nodiscard]] std::optional<Rounded> level(const Indicator& indicator, std::string_view scope) const {
        return with_view(indicator, scope, [](const MeasureView& at) { return at.level(); });
    }
    [[nodiscard]] std::optional<Rounded> level(const std::string& indicator, std::string_view scope) const {
        const auto* found = evaluation_->plan().find_indicator(indicator);
        return found == nullptr ? std::nullopt : level(*found, scope);
    }
    [[nodiscard]] std::optional<Rounded> growth(const Indicator& indicator, std::string_view scope) const {
        return with_view(indicator, scope,
                         [this](const MeasureView& at) { return at.published(Basis::growth_yoy, period_); });
    }

  private:
    template <class Read>
    [[nodiscard]] std::optional<Rounded> with_view(const Indicator& indicator, std::string_view scope,
                                                   Read read) const {
        Trace trace;
        const MeasureTerm term;
        const std::optional<Base> base;
        const Reading reading =
            read(MeasureView(evaluation_->plan(), evaluation_->observations(), evaluation_->binding(),
                             evaluation_->as_of(), indicator, scope, term, period_, base, trace));
        return reading ? std::optional(*reading) : std::nullopt;
    }

    const Evaluation* evaluation_;
    Period period_;
};

}  // namespace detail

/// What was published of an indicator for some scopes and a period, as parts: its level, its growth, and for
/// a ratio numerator and denominator. `excluded` names scopes that are left out on purpose; `weight`, an
/// indicator of the plan, gives the weights where it has a figure. Throws std::invalid_argument for
/// indicators that the plan does not have.
inline std::vector<Part> published_parts(const Evaluation& evaluation, const Indicator& indicator,
                                         std::span<const std::string> scopes, const Period& period,
                                         std::span<const std::string> excluded = {},
                                         const Indicator* weight = nullptr) {
    const detail::PublishedFigures figures(evaluation, period);
    const auto part_of = [&](const std::string& scope) {
        Part part;
        part.name = scope;
        if (std::ranges::find(excluded, scope) != excluded.end()) part.standing = PartStanding::excluded;
        part.value = figures.level(indicator, scope);
        part.growth = figures.growth(indicator, scope);
        if (!indicator.numerator.empty()) {
            part.numerator = figures.level(indicator.numerator, scope);
            part.denominator = figures.level(indicator.denominator, scope);
        }
        if (weight != nullptr) {
            if (const auto weighs = figures.level(*weight, scope)) part.weight = weighs->value();
        }
        return part;
    };
    return scopes | ranges::views::transform(part_of) | ranges::to<std::vector>();
}

namespace detail {

/// The target that is a member's task for another: of the same indicator, due period, measure and quantifier
/// (for one of each of a group: none), all in the version that is judged. One that still counts goes before
/// one that was withdrawn. nullptr where there is none.
inline const Assessment* task_for(const Evaluation& evaluation, const Target& parent,
                                  std::string_view scope) {
    const auto& plan = evaluation.plan();
    const auto asked = evaluation.terms_of(parent);
    const auto& whole = asked.criterion();
    const auto quantifier = whole.quantifier.over_group() ? Quantifier{} : whole.quantifier;
    const Assessment* withdrawn = nullptr;
    for (const auto& assessment : evaluation.assessments()) {
        const auto* target = evaluation.target_of(assessment);
        if (target == nullptr || target == &parent || target->indicator != parent.indicator ||
            plan.key(plan.scope_of(*target)) != plan.key(scope))
            continue;
        const auto terms = evaluation.terms_of(*target);
        const auto& criterion = terms.criterion();
        if (terms.due != asked.due || criterion.measure != whole.measure ||
            criterion.quantifier != quantifier)
            continue;
        if (target->standing == Standing::active) return &assessment;
        if (withdrawn == nullptr) withdrawn = &assessment;
    }
    return withdrawn;
}

}  // namespace detail

/// The tasks that a plan gives to the members of a group for one of its targets: theirs are the targets of
/// the same indicator, due period, measure and quantifier in their own scopes, in the versions that were
/// judged. Empty numbers where a member has none.
inline std::vector<Task> tasks_of(const Evaluation& evaluation, const Target& parent,
                                  std::string_view group) {
    const auto& plan = evaluation.plan();
    const auto members = plan.members_of(group);
    const auto task_of = [&](const std::string& scope) {
        Task task{.name = scope};
        const auto* assessment = detail::task_for(evaluation, parent, scope);
        if (assessment == nullptr) return task;
        const auto& target = *evaluation.target_of(*assessment);
        if (target.standing != Standing::active) task.standing = PartStanding::not_applicable;
        const auto found = detail::details_of(evaluation, *assessment).first;
        if (found.line && found.line->at.is_rational()) task.planned = found.line->at.rational();
        const auto* number = std::get_if<NumberReference>(&evaluation.terms_of(target).criterion().reference);
        if (!task.planned && number != nullptr) {  // not observed yet: the number alone
            const auto& own = plan.indicator_of(target).unit;
            const auto unit =
                number->unit.empty() ? Result<UnitOfMeasure>(own) : plan.unit_set().parse(number->unit);
            if (unit) task.planned = Ratio(number->value) * unit->factor();
        }
        if (found.measured && found.measured.value().is_rational()) task.actual = found.measured.rounded();
        return task;
    };
    return members | ranges::views::transform(task_of) | ranges::to<std::vector>();
}

}  // namespace goalpost
