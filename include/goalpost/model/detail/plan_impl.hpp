// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by plan.hpp.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/model/detail/plan_lookup_impl.hpp"
#include "goalpost/model/detail/plan_problems_impl.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost {

GOALPOST_INLINE PlanBuilder::PlanBuilder(PlanHead head, NameKey key) : plan_(std::move(head)) {
    plan_.name_key_ = key;
    if (const auto problem = problem_with(plan_.head_))
        throw std::invalid_argument("goalpost: " + problem->message());
}

template <class Items, class Item>
PlanBuilder& PlanBuilder::add_to(Items& items, Plan::Ids& ids, Item&& item) {
    if (const auto problem = problem_with(item))
        throw std::invalid_argument("goalpost: " + problem->message());
    Plan::note_id(items, ids, item.id);
    items.push_back(std::move(item));
    return *this;
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
    Plan::note_id(plan_.targets_, plan_.target_ids_, target.id);
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

GOALPOST_INLINE PlanBuilder& PlanBuilder::add_invalid(Target&& target, std::string problem) {
    const bool weighs = target.weight.sign() >= 0;  // else that is what is wrong with it
    return add_invalid({std::move(target.id), std::move(problem), std::move(target.statements),
                        target.indicator.str(), weighs ? target.weight : Decimal(1)});
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
        note_id(targets, target_ids_, targets_[index].id);
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
    Plan::note_id(plan_.indicators_, plan_.indicator_ids_, indicator.id);
    plan_.indicators_.push_back(std::move(indicator));
    return *this;
}

GOALPOST_INLINE std::uint16_t PlanBuilder::note_unit(const std::string& symbol, std::uint16_t otherwise) {
    if (symbol.empty()) return otherwise;
    auto number = Plan::number_of(plan_.target_units_, plan_.target_unit_symbols_, symbol);
    if (number == Plan::none) {
        const auto unit = plan_.unit_set_.parse(symbol);
        if (!unit) return otherwise;
        number = plan_.target_units_.size();
        Plan::note_id(plan_.target_units_, plan_.target_unit_symbols_, symbol);
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
        } else if (const auto* masked = std::get_if<MaskedReference>(&criterion.reference)) {
            note_unit(masked->unit, own);
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
