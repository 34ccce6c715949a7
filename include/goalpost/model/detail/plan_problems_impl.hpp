// SPDX-License-Identifier: BSL-1.0
// What is wrong with an item that is to be added to a plan. Compiled once into goalpost::compiled; otherwise
// included by plan.hpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "goalpost/config.hpp"
#include "goalpost/model/detail/criterion_shape.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost {

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::problem_with(const PlanHead& head) {
    if (head.id.empty()) return PlanProblem{"a plan needs an id", "an id", "give it one"};
    return span_problem("the horizon", head.horizon);
}

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::span_problem(std::string_view what,
                                                                     const Period& span) {
    constexpr Date earliest(1500, 1, 1);
    const bool early = span.first() < earliest;
    if (!early && span.length_in_days() <= 36525) return std::nullopt;
    return PlanProblem{std::string(what) + " " + span.text() +
                           (early ? " begins before 1500" : " is longer than a hundred years"),
                       "a period of at most a hundred years, from 1500 on", "look for a slip in the year"};
}

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::problem_with(const ResponsibleUnit& unit) const {
    return id_problem(plan_.find_responsible_unit(unit.id) != nullptr, unit.id, "unit");
}
GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::problem_with(const Group& group) const {
    constexpr std::size_t most = 1'000'000'000;
    if (group.size && (*group.size < 1 || *group.size > most))
        return PlanProblem{"the group \"" + group.id + "\" has the size " + std::to_string(*group.size),
                           "a size from 1 to " + std::to_string(most), "give the number of its members"};
    return id_problem(plan_.find_group(group.id) != nullptr, group.id, "group");
}

namespace detail {

/// `what` is what the plan has nothing of that name as.
inline PlanProblem not_defined(std::string_view what, const std::string& id) {
    return {std::string(what) + " \"" + id + "\" is not defined in the plan", "the id of one that is",
            "define it, or correct the id", id, what};
}

GOALPOST_INLINE std::optional<PlanProblem> unknown_name(const Plan& plan, const MeasureTerm& term) {
    if (term.of && plan.find_indicator(term.of->indicator) == nullptr)
        return not_defined("indicator", term.of->indicator);
    if (!term.group.empty() && plan.find_group(term.group) == nullptr)
        return not_defined("group", term.group);
    return std::nullopt;
}

}  // namespace detail

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::id_problem(bool taken, const std::string& id,
                                                                   const char* what) {
    if (id.empty()) return PlanProblem{"the " + std::string(what) + " has no id", "an id", "give it one"};
    if (taken)
        return PlanProblem{"two items of kind " + std::string(what) + " have the id \"" + id + "\"",
                           "an id that no other has", "give one of them another id, or remove it"};
    return std::nullopt;
}

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::problem_with(const Indicator& indicator) const {
    if (auto problem = id_problem(plan_.find_indicator(indicator.id) != nullptr, indicator.id, "indicator"))
        return problem;
    const auto shared = [&](const std::string& name,
                            const std::optional<Basis>& basis) -> std::optional<PlanProblem> {
        const auto key = plan_.key(name);
        const auto known = names_.find(key);
        if (!known || key.empty()) return std::nullopt;  // no name is nobody's
        for (const auto& owner : owners_[*known]) {
            if (!owner.basis || !basis || *owner.basis == *basis)
                return PlanProblem{"the indicators \"" + owner.indicator + "\" and \"" + indicator.id +
                                       "\" share the name \"" + name + "\"",
                                   "names that no other indicator has", "keep the name with one of them"};
        }
        return std::nullopt;
    };
    if (auto problem = shared(indicator.id, std::nullopt)) return problem;
    if (auto problem = shared(indicator.name, std::nullopt)) return problem;
    for (const auto& alias : indicator.aliases) {
        if (auto problem = shared(alias.name, alias.basis)) return problem;
    }
    if (indicator.numerator.empty() != indicator.denominator.empty())
        return PlanProblem{"indicator \"" + indicator.id + "\" has a numerator or a denominator, not both",
                           "both or none", "add the other one, or remove this one"};
    return std::nullopt;
}

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::unit_problem(const std::string& symbol) const {
    if (symbol.empty() || plan_.find_unit_of_measure(symbol) != nullptr) return std::nullopt;
    auto unit = plan_.unit_set_.parse(symbol);
    if (unit) return std::nullopt;
    return PlanProblem{"unit of measure " + unit.error().found + " is not known", unit.error().expected,
                       unit.error().mend, symbol, "unit of measure"};
}

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::problem_with(const Target& target,
                                                                     const Criterion& criterion) const {
    const auto term_problem = [&](const MeasureTerm& term) -> std::optional<PlanProblem> {
        if (auto unknown = detail::unknown_name(plan_, term)) return unknown;
        if (term.since && target.due.last() <= term.since->last())
            return PlanProblem{
                "\"since " + term.since->text() + "\" is not before the due period " + target.due.text(),
                "a period that ends before the due period", "mend the one that is wrong",
                "since " + term.since->text()};
        return std::nullopt;
    };
    if (const auto* problem = detail::shape_problem(criterion))
        return PlanProblem{problem, "a criterion of the grammar", "docs/criteria.md says what it can be"};
    if (auto problem = term_problem(criterion.measure)) return problem;
    if (criterion.quantifier.over_group() && plan_.find_group(criterion.quantifier.group) == nullptr)
        return detail::not_defined("group", criterion.quantifier.group);
    if (const auto* number = std::get_if<NumberReference>(&criterion.reference)) {
        if (auto problem = unit_problem(number->unit)) return problem;
        if (number->tolerance) return unit_problem(number->tolerance->unit);
    } else if (const auto* range = std::get_if<RangeReference>(&criterion.reference)) {
        return unit_problem(range->unit);
    } else if (const auto* masked = std::get_if<MaskedReference>(&criterion.reference)) {
        return unit_problem(masked->unit);
    } else if (const auto* series = std::get_if<SeriesReference>(&criterion.reference)) {
        if (auto problem = term_problem(series->measure)) return problem;
        return unit_problem(series->margin_unit);
    }
    return std::nullopt;
}

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::problem_with(const Target& target,
                                                                     const Statement& statement) const {
    for (const auto* units : {&statement.lead, &statement.responsible, &statement.supporting}) {
        for (const auto& unit : *units) {
            if (plan_.find_responsible_unit(unit) == nullptr)
                return detail::not_defined("responsible unit", unit);
        }
    }
    return statement.criterion ? problem_with(target, *statement.criterion) : std::nullopt;
}

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::base_problem(const Target& target) const {
    if (!target.base) return std::nullopt;
    if (target.due.last() <= target.base->period.last())
        return PlanProblem{"the base period " + target.base->period.text() +
                               " is not before the due period " + target.due.text(),
                           "a period that ends before the due period", "mend the one that is wrong"};
    return unit_problem(target.base->unit);
}

namespace detail {

/// How many months there may be from the beginning of a target's calendar to its end: those of the due
/// period, in which a flow grows towards its target, and those behind the base.
inline void add_spans(std::vector<std::size_t>& spans, const Plan& plan, const Indicator& indicator,
                      const Criterion& criterion, const Period& due, const std::optional<Base>& base) {
    const auto& horizon = plan.head().horizon;
    const auto& whole = criterion.quantifier.kind == Quantifier::Kind::over_the_plan ? horizon : due;
    const auto add = [&](const Date& first) {
        spans.push_back(static_cast<std::size_t>(whole_months(first, whole.last())));
    };
    if (indicator.kind == IndicatorKind::flow) add(whole.first());
    add(base ? base->period.last() + boost::gregorian::date_duration(1) : horizon.first());
}

}  // namespace detail

/// Month weights that fit no span that the target is ever judged over would be passed over without a word.
GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::calendar_problem(const Target& target) const {
    const auto& weights = target.calendar->month_weights;
    if (std::ranges::any_of(weights, [](const Decimal& weight) { return weight.sign() < 0; }))
        return PlanProblem{"a month weight is negative", "0 or more", "write 0 where nothing is to be done"};
    if (target.calendar->kind != PaceKind::months) return std::nullopt;
    if (weights.empty())
        return PlanProblem{"the calendar runs by months, and there are no month weights",
                           "one for each month of the span", "add them, or choose another kind"};
    if (std::ranges::all_of(weights, [](const Decimal& weight) { return weight.sign() == 0; }))
        return PlanProblem{"the month weights are all zero", "one above 0", "say when it is to be done"};
    const auto& indicator = plan_.indicator_of(target);
    std::vector<std::size_t> spans;
    const auto judged_by = [&](const auto& terms) {
        for (const auto& criterion : terms.readings) {
            if (criterion.quantifier.kind == Quantifier::Kind::every) return false;  // in periods of its own
            detail::add_spans(spans, plan_, indicator, criterion, terms.due, terms.base);
        }
        return true;
    };
    if (!judged_by(target) || !std::ranges::all_of(target.versions, judged_by) ||
        std::ranges::find(spans, weights.size()) != spans.end())
        return std::nullopt;
    std::ranges::sort(spans);
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    std::string months;
    for (const auto span : spans)
        months += (months.empty() ? "" : " or ") + std::to_string(span);
    return PlanProblem{
        "there are " + std::to_string(weights.size()) + " month weights for a span of " + months + " months",
        "one for each month of the span",
        "count from the end of the base, or for a flow from the beginning of the due period"};
}

/// What is wrong with all targets of its kind.
GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::problem_of_kind(const Target& target) const {
    if (plan_.find_indicator(target.indicator) == nullptr)
        return detail::not_defined("indicator", target.indicator);
    if (auto problem = span_problem("the due period", target.due)) return problem;
    if (target.readings.empty())
        return PlanProblem{"the target has no criterion", "a criterion", "give it one"};
    for (const auto& criterion : target.readings) {
        if (auto problem = problem_with(target, criterion)) return problem;
    }
    if (auto problem = base_problem(target)) return problem;
    for (const auto& version : target.versions) {
        if (version.until.is_special())
            return PlanProblem{"an earlier version of the target has no day of adjustment",
                               "the day until which it held", "give it one"};
        if (version.readings.empty())
            return PlanProblem{"an earlier version of the target has no criterion", "a criterion",
                               "give it one"};
        Target earlier = target;
        earlier.due = version.due;
        earlier.base = version.base;
        if (auto problem = span_problem("earlier version: the due period", version.due)) return problem;
        auto problem = base_problem(earlier);
        for (const auto& criterion : version.readings) {
            if (!problem) problem = problem_with(earlier, criterion);
        }
        if (problem) {
            problem->what.insert(0, "earlier version: ");
            return problem;
        }
    }
    return std::nullopt;
}

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::problem_with(const Target& target) const {
    Sound sound;
    return problem_with(target, sound);
}

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::problem_with(const Target& target,
                                                                     Sound& sound) const {
    if (auto problem = id_problem(plan_.find_target(target.id) != nullptr, target.id, "target"))
        return problem;
    sound = {};
    if (const auto* known = kinds_.find(target)) {
        sound.like_ = *known;
    } else if (auto problem = problem_of_kind(target)) {
        return problem;
    }
    if (target.weight.sign() < 0)
        return PlanProblem{"the weight is negative", "0 or more", "write 0 where it is not to count"};
    for (const auto& milestone : target.milestones) {
        if (target.due.last() < milestone.period.last())
            return PlanProblem{
                "the milestone " + milestone.period.text() + " is after the due period " + target.due.text(),
                "a period that ends no later than the due period", "mend the one that is wrong"};
        if (std::ranges::count(target.milestones, milestone.period, &Milestone::period) > 1)
            return PlanProblem{"two milestones are for " + milestone.period.text(), "one for each period",
                               "remove one of the two"};
    }
    if (target.calendar) {
        if (auto problem = calendar_problem(target)) return problem;
    }
    for (const auto& statement : target.statements) {
        if (auto problem = problem_with(target, statement)) return problem;
    }
    return std::nullopt;
}

}  // namespace goalpost
