// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by plan.hpp.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/model/detail/criterion_shape.hpp"
#include "goalpost/model/detail/plan_lookup_impl.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost {

GOALPOST_INLINE PlanBuilder::PlanBuilder(PlanHead head, NameKey key) : plan_(std::move(head)) {
    plan_.name_key_ = key;
    if (const auto problem = problem_with(plan_.head_))
        throw std::invalid_argument("goalpost: " + problem->message());
}

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
    return id_problem(plan_.find_unit(unit.id) != nullptr, unit.id, "unit");
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

template <class Items, class Item>
PlanBuilder& PlanBuilder::add_to(Items& items, Plan::Ids& ids, Item&& item) {
    if (const auto problem = problem_with(item))
        throw std::invalid_argument("goalpost: " + problem->message());
    ids.add(item.id, items.size());
    items.push_back(std::move(item));
    return *this;
}

GOALPOST_INLINE std::optional<PlanProblem> PlanBuilder::id_problem(bool taken, const std::string& id,
                                                                   const char* what) {
    if (id.empty()) return PlanProblem{"the " + std::string(what) + " has no id", "an id", "give it one"};
    if (taken)
        return PlanProblem{"two items of kind " + std::string(what) + " have the id \"" + id + "\"",
                           "an id that no other has", "give one of them another id, or remove it"};
    return std::nullopt;
}

GOALPOST_INLINE PlanBuilder& PlanBuilder::add_unit_of_measure(UnitOfMeasure unit) {
    plan_.unit_set_.add(std::move(unit));
    return *this;
}

GOALPOST_INLINE PlanBuilder& PlanBuilder::add(ResponsibleUnit unit) {
    return add_to(plan_.units_, plan_.unit_ids_, std::move(unit));
}

GOALPOST_INLINE PlanBuilder& PlanBuilder::add(Group group) {
    return add_to(plan_.groups_, plan_.group_ids_, std::move(group));
}

GOALPOST_INLINE PlanBuilder& PlanBuilder::add(Target target) {
    Sound sound;
    if (const auto problem = problem_with(target, sound))
        throw std::invalid_argument("goalpost: " + problem->message());
    return add(std::move(target), sound);
}

GOALPOST_INLINE PlanBuilder& PlanBuilder::add(Target&& target, const Sound& sound) {
    const auto put_in_order = [](auto& list, auto moment) {
        if (list.size() < 2) return;
        const auto all = list.edit();
        std::stable_sort(all.begin(), all.end(),
                         [moment](const auto& a, const auto& b) { return a.*moment < b.*moment; });
    };
    put_in_order(target.milestones, &Milestone::period);
    put_in_order(target.versions, &TargetVersion::until);
    plan_.target_ids_.add(target.id, plan_.targets_.size());
    plan_.plain_.push_back(in_short(target, sound));
    plan_.targets_.push_back(std::move(target));
    return *this;
}

GOALPOST_INLINE void PlanBuilder::reserve(std::size_t targets) {
    plan_.targets_.reserve(targets);
    plan_.plain_.reserve(targets);
    plan_.target_ids_.reserve(targets);
}

GOALPOST_INLINE PlanBuilder& PlanBuilder::add_invalid(InvalidTarget target) {
    plan_.invalid_.push_back(std::move(target));
    return *this;
}

GOALPOST_INLINE Plan Plan::with_targets(std::span<const std::uint32_t> chosen) && {
    const auto valid = targets_.size();
    decltype(targets_) targets;
    decltype(plain_) plain;
    std::vector<InvalidTarget> invalid;
    target_ids_ = {};
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const std::size_t index = chosen[i];
        if (index >= valid + invalid_.size() || (i > 0 && index <= chosen[i - 1]))
            throw std::invalid_argument("goalpost: the chosen targets do not ascend within the plan");
        if (index >= valid) {
            invalid.push_back(std::move(invalid_[index - valid]));
            continue;
        }
        target_ids_.add(targets_[index].id, targets.size());
        targets.push_back(std::move(targets_[index]));
        plain.push_back(plain_[index]);
    }
    targets_ = std::move(targets);
    plain_ = std::move(plain);
    invalid_ = std::move(invalid);
    return std::move(*this);
}

GOALPOST_INLINE Plan PlanBuilder::build() && { return std::move(plan_); }
GOALPOST_INLINE Plan PlanBuilder::build() const& { return plan_; }
GOALPOST_INLINE PlanBuilder& PlanBuilder::add(Indicator indicator) {
    if (const auto problem = problem_with(indicator))
        throw std::invalid_argument("goalpost: " + problem->message());
    if (indicator.kind == IndicatorKind::rank && indicator.better == Better::higher)
        indicator.better = Better::lower;  // 1 is best; what was left out says `higher`
    const auto own = [&](const std::string& name, const std::optional<Basis>& basis) {
        const auto key = plan_.key(name);
        const auto number = names_.intern(key, key);
        if (number == owners_.size()) owners_.emplace_back();
        owners_[number].push_back({indicator.id, basis});
    };
    own(indicator.id, std::nullopt);
    own(indicator.name, std::nullopt);
    for (const auto& alias : indicator.aliases)
        own(alias.name, alias.basis);
    plan_.indicator_ids_.add(indicator.id, plan_.indicators_.size());
    plan_.indicators_.push_back(std::move(indicator));
    return *this;
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
            if (plan_.find_unit(unit) == nullptr) return detail::not_defined("responsible unit", unit);
        }
    }
    return statement.criterion ? problem_with(target, *statement.criterion) : std::nullopt;
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
    if (target.base) {
        if (target.due.last() <= target.base->period.last())
            return PlanProblem{"the base period " + target.base->period.text() +
                                   " is not before the due period " + target.due.text(),
                               "a period that ends before the due period", "mend the one that is wrong"};
        if (auto problem = unit_problem(target.base->unit)) return problem;
    }
    for (const auto& version : target.versions) {
        if (version.until.is_special())
            return PlanProblem{"an earlier version of the target has no day of adjustment",
                               "the day until which it held", "give it one"};
        if (version.readings.empty())
            return PlanProblem{"an earlier version of the target has no criterion", "a criterion",
                               "give it one"};
        Target earlier = target;
        earlier.due = version.due;
        if (auto problem = span_problem("earlier version: the due period", version.due)) return problem;
        for (const auto& criterion : version.readings) {
            if (auto problem = problem_with(earlier, criterion)) {
                problem->what.insert(0, "earlier version: ");
                return problem;
            }
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
    }
    for (const auto& statement : target.statements) {
        if (auto problem = problem_with(target, statement)) return problem;
    }
    return std::nullopt;
}

GOALPOST_INLINE std::uint16_t PlanBuilder::note_unit(const std::string& symbol, std::uint16_t otherwise) {
    if (symbol.empty()) return otherwise;
    auto number = Plan::number_of(plan_.target_units_, plan_.target_unit_symbols_, symbol);
    if (number == Plan::none) {
        const auto unit = plan_.unit_set_.parse(symbol);
        if (!unit) return otherwise;
        number = plan_.target_units_.size();
        plan_.target_unit_symbols_.add(symbol, number);
        plan_.target_units_.push_back(*unit);
    }
    return static_cast<std::uint16_t>(number);
}

GOALPOST_INLINE std::uint32_t PlanBuilder::note_scope(const SharedText& scope) {
    if (!has_scope_ || scope_ != scope) {
        const auto& text = scope.empty() ? plan_.head_.scope : scope.str();
        scope_number_ = plan_.target_scopes_.intern(text, text);
        scope_ = scope;
        has_scope_ = true;
    }
    return scope_number_;
}

GOALPOST_INLINE detail::PlainTarget PlanBuilder::in_short(const Target& target, const Sound& sound) {
    if (!sound.like_) {
        const auto plain = work_out(target);
        kinds_.add(target, plain);
        return plain;
    }
    auto plain = *sound.like_;
    plain.scope = note_scope(target.scope);
    if (plain.shape == detail::PlainShape::none) return plain;
    const auto& criterion = target.criterion();
    detail::set_numbers(plain, target, criterion);
    const auto& other = detail::other_series(criterion);
    if (other && other->scope.empty()) plain.other_scope = plain.scope;
    return plain;
}

/// Notes everything that the target names, and puts it in short where it is plain.
GOALPOST_INLINE detail::PlainTarget PlanBuilder::work_out(const Target& target) {
    constexpr auto own = detail::PlainTarget::own_unit;
    const auto indicator_number = [&](const std::string& id) {
        return static_cast<std::uint32_t>(Plan::number_of(plan_.indicators_, plan_.indicator_ids_, id));
    };
    auto unit = own;  // of a number in the last reading
    const auto note_units = [&](const Criterion& criterion) {
        if (const auto* number = std::get_if<NumberReference>(&criterion.reference)) {
            unit = note_unit(number->unit, own);
            if (number->tolerance) note_unit(number->tolerance->unit, own);
        } else if (const auto* range = std::get_if<RangeReference>(&criterion.reference)) {
            note_unit(range->unit, own);
        } else if (const auto* series = std::get_if<SeriesReference>(&criterion.reference)) {
            note_unit(series->margin_unit, own);
        }
    };
    for (const auto& version : target.versions) {
        for (const auto& reading : version.readings)
            note_units(reading);
        if (version.base) note_unit(version.base->unit, own);
    }
    for (const auto& reading : target.readings)
        note_units(reading);
    const auto base_unit = target.base ? note_unit(target.base->unit, own) : own;

    detail::PlainTarget plain;
    plain.indicator = indicator_number(target.indicator);
    plain.scope = note_scope(target.scope);
    const bool simple = target.standing == Standing::active && target.readings.size() == 1 &&
                        target.versions.empty() && !target.manual && plan_.target_units_.size() < 0xFFF0;
    if (!simple) return plain;
    const auto& indicator = plan_.indicators_[plain.indicator];
    const auto& criterion = target.criterion();
    plain.shape = detail::plain_shape(criterion, indicator);
    if (plain.shape == detail::PlainShape::none) return plain;
    if (!due_periods_ || due_periods_->due != target.due)
        due_periods_.emplace(target.due, plan_.head_.horizon);
    if (!detail::make_plain(plain, target, criterion, indicator, plan_.head_.horizon, *due_periods_)) {
        plain.shape = detail::PlainShape::none;
        return plain;
    }
    plain.against_series = std::holds_alternative<SeriesReference>(criterion.reference);
    if (unit != own) plain.unit = unit;
    plain.base_unit = base_unit;
    if (const auto& other = detail::other_series(criterion)) {
        plain.other = indicator_number(other->indicator);
        plain.other_scope = other->scope.empty() ? plain.scope : note_scope(other->scope);
    }
    return plain;
}

GOALPOST_INLINE void Plan::collect_members(std::string_view group, detail::TextPool& scopes,
                                           std::vector<std::string_view>& seen) const {
    const auto* found = find_group(group);
    if (found == nullptr || std::find(seen.begin(), seen.end(), group) != seen.end())
        return;  // a second time it adds nothing, inside itself or elsewhere
    seen.push_back(found->id);
    for (const auto& member : found->members) {
        if (find_group(member) != nullptr) {
            collect_members(member, scopes, seen);
        } else {
            scopes.intern(key(member), member);
        }
    }
}

GOALPOST_INLINE std::vector<std::string> Plan::members_of(std::string_view group) const {
    detail::TextPool scopes;
    std::vector<std::string_view> seen;
    collect_members(group, scopes, seen);
    std::vector<std::string> members;
    members.reserve(scopes.size());
    for (std::uint32_t i = 0; i < scopes.size(); ++i)
        members.emplace_back(scopes.text(i));
    return members;
}

GOALPOST_INLINE std::optional<std::size_t> Plan::size_of(std::string_view group) const {
    const auto* found = find_group(group);
    if (found == nullptr) return std::nullopt;
    detail::TextPool scopes;
    std::vector<std::string_view> seen;
    collect_members(group, scopes, seen);
    if (found->size) return std::max(*found->size, scopes.size());
    for (const auto inner : seen) {  // one whose members are not all listed leaves it open
        const auto& part = *find_group(inner);
        if (part.members.empty() || (part.size && *part.size > members_of(inner).size())) return std::nullopt;
    }
    return scopes.size() == 0 ? std::nullopt : std::optional(scopes.size());
}
}  // namespace goalpost
