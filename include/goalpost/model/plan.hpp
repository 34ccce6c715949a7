// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "goalpost/calendar/period.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/model/detail/criterion_shape.hpp"
#include "goalpost/model/detail/plain_target.hpp"
#include "goalpost/model/detail/text_pool.hpp"
#include "goalpost/model/indicator.hpp"
#include "goalpost/model/name_key.hpp"
#include "goalpost/model/responsible_unit.hpp"
#include "goalpost/model/target.hpp"

namespace goalpost {

/// The document a plan was taken from.
struct PlanSource {
    std::string title{};
    std::string document{};  ///< its number or file mark
    std::string address{};
    std::optional<Date> published{};
};

/// What every plan says of itself.
struct PlanHead {
    std::string id{};
    std::string title{};
    Period horizon = Period::year(2000);  ///< the years the plan is for
    std::string scope{};                  ///< of targets that name none
    std::string issuer{};
    PlanSource source{};
};

/// A target that could not be taken into the plan; it is carried along, never lost.
struct InvalidTarget {
    std::string id{};
    std::string problem{};
    std::vector<Statement> statements{};
};

/// The whole: units, indicators, groups and targets that fit together. Built by PlanBuilder, then unchanging.
class Plan {
  public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    [[nodiscard]] const PlanHead& head() const noexcept { return head_; }
    [[nodiscard]] const UnitSet& unit_set() const noexcept { return unit_set_; }
    [[nodiscard]] std::span<const ResponsibleUnit> responsible_units() const noexcept { return units_; }
    [[nodiscard]] std::span<const Group> groups() const noexcept { return groups_; }
    [[nodiscard]] std::span<const Indicator> indicators() const noexcept { return indicators_; }
    [[nodiscard]] std::span<const Target> targets() const noexcept { return targets_; }
    [[nodiscard]] std::span<const InvalidTarget> invalid_targets() const noexcept { return invalid_; }

    // Each is nullptr where nothing has that id.
    [[nodiscard]] const Indicator* find_indicator(std::string_view id) const {
        return at(indicators_, indicator_ids_, id);
    }
    [[nodiscard]] const ResponsibleUnit* find_unit(std::string_view id) const {
        return at(units_, unit_ids_, id);
    }
    [[nodiscard]] const Group* find_group(std::string_view id) const { return at(groups_, group_ids_, id); }
    [[nodiscard]] const Target* find_target(std::string_view id) const {
        return at(targets_, target_ids_, id);
    }

    /// The target's own scope, or the plan's.
    [[nodiscard]] const std::string& scope_of(const Target& target) const noexcept {
        return target.scope.empty() ? head_.scope : target.scope;
    }
    /// The indicator of a target of this plan.
    [[nodiscard]] const Indicator& indicator_of(const Target& target) const {
        return *find_indicator(target.indicator);
    }
    /// A unit of measure that the plan's targets are written in, by its symbol; nullptr for any other symbol.
    [[nodiscard]] const UnitOfMeasure* find_unit_of_measure(std::string_view symbol) const {
        return at(target_units_, target_unit_symbols_, symbol);
    }
    [[nodiscard]] std::span<const UnitOfMeasure> target_units() const noexcept { return target_units_; }
    /// The scopes that targets name, each once.
    [[nodiscard]] const detail::TextPool& target_scopes() const noexcept { return target_scopes_; }
    /// In the order of `targets`.
    [[nodiscard]] std::span<const detail::PlainTarget> plain_targets() const noexcept { return plain_; }
    /// How this plan makes names comparable.
    [[nodiscard]] std::string key(std::string_view name) const { return name_key_(name); }

    /// The scopes of a group and of the groups in it, each once, in order; empty where no group has that id.
    [[nodiscard]] std::vector<std::string> members_of(std::string_view group) const;
    /// How many scopes a group has: as stated, else as listed; nothing where neither tells.
    [[nodiscard]] std::optional<std::size_t> size_of(std::string_view group) const;

  private:
    friend class PlanBuilder;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };
    using Ids = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;

    template <class Item>
    static const Item* at(const std::vector<Item>& items, const Ids& ids, std::string_view id) {
        const auto found = ids.find(id);
        return found == ids.end() ? nullptr : &items[found->second];
    }
    void collect_members(std::string_view group, std::vector<std::string>& scopes,
                         std::vector<std::string_view>& seen) const;

    PlanHead head_;
    NameKey name_key_ = &name_key;
    UnitSet unit_set_;
    std::vector<ResponsibleUnit> units_;
    std::vector<Group> groups_;
    std::vector<Indicator> indicators_;
    std::vector<Target> targets_;
    std::vector<InvalidTarget> invalid_;
    Ids unit_ids_, group_ids_, indicator_ids_, target_ids_;
    std::vector<detail::PlainTarget> plain_;
    detail::TextPool target_scopes_;
    std::vector<UnitOfMeasure> target_units_;
    Ids target_unit_symbols_;
};

/// Puts a plan together, so that whatever `build` returns is valid.
///
/// `problem_with` tells why an item cannot be added; `add` throws std::invalid_argument with that text. A
/// reader asks first and reports; a program that writes its plan in code just adds. Indicators, units and
/// groups come before the targets that name them.
class PlanBuilder {
  public:
    explicit PlanBuilder(PlanHead head, NameKey key = &name_key) {
        plan_.head_ = std::move(head);
        plan_.name_key_ = key;
        if (const auto problem = problem_with(plan_.head_))
            throw std::invalid_argument("goalpost: " + *problem);
    }

    PlanBuilder& add_unit_of_measure(UnitOfMeasure unit) {
        plan_.unit_set_.add(std::move(unit));
        return *this;
    }
    PlanBuilder& add(ResponsibleUnit unit) { return add_to(plan_.units_, plan_.unit_ids_, std::move(unit)); }
    PlanBuilder& add(Group group) { return add_to(plan_.groups_, plan_.group_ids_, std::move(group)); }
    PlanBuilder& add(Indicator indicator);
    /// Sorts the target's milestones by period.
    PlanBuilder& add(Target target) {
        std::ranges::stable_sort(target.milestones, {}, &Milestone::period);
        add_to(plan_.targets_, plan_.target_ids_, std::move(target));
        plan_.plain_.push_back(in_short(plan_.targets_.back()));
        return *this;
    }
    /// Keeps a target that cannot be added, with the reason.
    PlanBuilder& add_invalid(InvalidTarget target) {
        plan_.invalid_.push_back(std::move(target));
        return *this;
    }

    // Nothing where the item can be added; else what is wrong with it.
    [[nodiscard]] static std::optional<std::string> problem_with(const PlanHead& head) {
        if (head.id.empty()) return "a plan needs an id";
        return span_problem("the horizon", head.horizon);
    }
    [[nodiscard]] std::optional<std::string> problem_with(const ResponsibleUnit& unit) const {
        return id_problem(plan_.unit_ids_, unit.id, "unit");
    }
    [[nodiscard]] std::optional<std::string> problem_with(const Group& group) const {
        return id_problem(plan_.group_ids_, group.id, "group");
    }
    [[nodiscard]] std::optional<std::string> problem_with(const Indicator& indicator) const;
    [[nodiscard]] std::optional<std::string> problem_with(const Target& target) const;

    /// What has been added so far, for a reader that wants to look ids up.
    [[nodiscard]] const Plan& so_far() const noexcept { return plan_; }
    [[nodiscard]] Plan build() && { return std::move(plan_); }
    [[nodiscard]] Plan build() const& { return plan_; }

  private:
    template <class Item>
    PlanBuilder& add_to(std::vector<Item>& items, Plan::Ids& ids, Item item) {
        if (const auto problem = problem_with(item)) throw std::invalid_argument("goalpost: " + *problem);
        ids.emplace(item.id, items.size());
        items.push_back(std::move(item));
        return *this;
    }
    [[nodiscard]] static std::optional<std::string> id_problem(const Plan::Ids& ids, const std::string& id,
                                                               const std::string& what) {
        if (id.empty()) return "the " + what + " has no id";
        if (ids.contains(id)) return "two items of kind " + what + " have the id \"" + id + "\"";
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::string> problem_with(const Target& target,
                                                          const Criterion& criterion) const;
    [[nodiscard]] std::optional<std::string> problem_with(const Target& target,
                                                          const Statement& statement) const;
    [[nodiscard]] std::optional<std::string> unit_problem(const std::string& symbol) const;
    [[nodiscard]] detail::PlainTarget in_short(const Target& target);
    void note_unit(const std::string& symbol);
    /// Horizons and due periods need room before them for their base: periods begin with the year 1400.
    [[nodiscard]] static std::optional<std::string> span_problem(std::string_view what, const Period& span) {
        if (span.first().year() < 1500)
            return std::string(what) + " " + span.text() + " begins before 1500";
        if (span.length_in_days() > 36525)
            return std::string(what) + " " + span.text() + " is longer than a hundred years";
        return std::nullopt;
    }

    Plan plan_;
    struct Owner {
        std::string indicator;
        std::optional<Basis> basis;  // nothing: on every basis
    };
    std::unordered_map<std::string, std::vector<Owner>> owners_;  // of each name's key
};

inline PlanBuilder& PlanBuilder::add(Indicator indicator) {
    if (const auto problem = problem_with(indicator)) throw std::invalid_argument("goalpost: " + *problem);
    for (const auto& name : {indicator.id, indicator.name})
        owners_[plan_.key(name)].push_back({indicator.id, std::nullopt});
    for (const auto& alias : indicator.aliases)
        owners_[plan_.key(alias.name)].push_back({indicator.id, alias.basis});
    plan_.indicator_ids_.emplace(indicator.id, plan_.indicators_.size());
    plan_.indicators_.push_back(std::move(indicator));
    return *this;
}

inline std::optional<std::string> PlanBuilder::problem_with(const Indicator& indicator) const {
    if (auto problem = id_problem(plan_.indicator_ids_, indicator.id, "indicator")) return problem;
    const auto shared = [&](const std::string& name,
                            const std::optional<Basis>& basis) -> std::optional<std::string> {
        const auto known = owners_.find(plan_.key(name));
        if (known == owners_.end() || known->first.empty()) return std::nullopt;  // no name is nobody's
        for (const auto& owner : known->second) {
            if (!owner.basis || !basis || *owner.basis == *basis)
                return "the indicators \"" + owner.indicator + "\" and \"" + indicator.id +
                       "\" share the name \"" + name + "\"";
        }
        return std::nullopt;
    };
    for (const auto& name : {indicator.id, indicator.name}) {
        if (auto problem = shared(name, std::nullopt)) return problem;
    }
    for (const auto& alias : indicator.aliases) {
        if (auto problem = shared(alias.name, alias.basis)) return problem;
    }
    if (indicator.numerator.empty() != indicator.denominator.empty())
        return "indicator \"" + indicator.id + "\" has a numerator or a denominator, not both";
    return std::nullopt;
}

inline std::optional<std::string> PlanBuilder::unit_problem(const std::string& symbol) const {
    if (symbol.empty() || plan_.find_unit_of_measure(symbol) != nullptr) return std::nullopt;
    const auto unit = plan_.unit_set_.parse(symbol);
    return unit ? std::nullopt
                : std::optional("unit of measure " + unit.error().found + " is not known; " +
                                unit.error().mend);
}

inline std::optional<std::string> PlanBuilder::problem_with(const Target& target,
                                                            const Criterion& criterion) const {
    const auto unknown = [](std::string_view what, const std::string& id) {
        return std::string(what) + " \"" + id + "\" is not defined in the plan";
    };
    const auto term_problem = [&](const MeasureTerm& term) -> std::optional<std::string> {
        if (term.of && plan_.find_indicator(term.of->indicator) == nullptr)
            return unknown("indicator", term.of->indicator);
        if (!term.group.empty() && plan_.find_group(term.group) == nullptr)
            return unknown("group", term.group);
        if (term.since && target.due.last() <= term.since->last())
            return "\"since " + term.since->text() + "\" is not before the due period " + target.due.text();
        return std::nullopt;
    };
    if (auto problem = detail::shape_problem(criterion)) return problem;
    if (auto problem = term_problem(criterion.measure)) return problem;
    if (criterion.quantifier.over_group() && plan_.find_group(criterion.quantifier.group) == nullptr)
        return unknown("group", criterion.quantifier.group);
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

inline std::optional<std::string> PlanBuilder::problem_with(const Target& target,
                                                            const Statement& statement) const {
    for (const auto* units : {&statement.lead, &statement.responsible, &statement.supporting}) {
        for (const auto& unit : *units) {
            if (plan_.find_unit(unit) == nullptr)
                return "responsible unit \"" + unit + "\" is not defined in the plan";
        }
    }
    return statement.criterion ? problem_with(target, *statement.criterion) : std::nullopt;
}

inline std::optional<std::string> PlanBuilder::problem_with(const Target& target) const {
    if (auto problem = id_problem(plan_.target_ids_, target.id, "target")) return problem;
    if (plan_.find_indicator(target.indicator) == nullptr)
        return "indicator \"" + target.indicator + "\" is not defined in the plan";
    if (auto problem = span_problem("the due period", target.due)) return problem;
    if (target.readings.empty()) return "the target has no criterion";
    for (const auto& criterion : target.readings) {
        if (auto problem = problem_with(target, criterion)) return problem;
    }
    if (target.base) {
        if (target.due.last() <= target.base->period.last())
            return "the base period " + target.base->period.text() + " is not before the due period " +
                   target.due.text();
        if (auto problem = unit_problem(target.base->unit)) return problem;
    }
    for (const auto& version : target.versions) {
        if (version.readings.empty()) return "an earlier version of the target has no criterion";
        Target earlier = target;
        earlier.due = version.due;
        if (auto problem = span_problem("earlier version: the due period", version.due)) return problem;
        for (const auto& criterion : version.readings) {
            if (auto problem = problem_with(earlier, criterion)) return "earlier version: " + *problem;
        }
    }
    if (target.weight.sign() < 0) return "the weight is negative";
    for (const auto& milestone : target.milestones) {
        if (target.due.last() < milestone.period.last())
            return "the milestone " + milestone.period.text() + " is after the due period " +
                   target.due.text();
    }
    for (const auto& statement : target.statements) {
        if (auto problem = problem_with(target, statement)) return problem;
    }
    return std::nullopt;
}

inline void PlanBuilder::note_unit(const std::string& symbol) {
    if (symbol.empty() || plan_.target_unit_symbols_.contains(symbol)) return;
    const auto unit = plan_.unit_set_.parse(symbol);
    if (!unit) return;
    plan_.target_unit_symbols_.emplace(symbol, plan_.target_units_.size());
    plan_.target_units_.push_back(*unit);
}

/// Notes everything that the target names, and puts it in short where it is plain.
inline detail::PlainTarget PlanBuilder::in_short(const Target& target) {
    const auto number_of = [](const Plan::Ids& ids, const std::string& id) {
        return static_cast<std::uint32_t>(ids.find(id)->second);
    };
    const auto unit_number = [&](const std::string& symbol, std::uint16_t otherwise) {
        if (symbol.empty()) return otherwise;
        return static_cast<std::uint16_t>(plan_.target_unit_symbols_.find(symbol)->second);
    };
    const auto note_units = [&](const Criterion& criterion) {
        if (const auto* number = std::get_if<NumberReference>(&criterion.reference)) {
            note_unit(number->unit);
            if (number->tolerance) note_unit(number->tolerance->unit);
        } else if (const auto* range = std::get_if<RangeReference>(&criterion.reference)) {
            note_unit(range->unit);
        } else if (const auto* series = std::get_if<SeriesReference>(&criterion.reference)) {
            note_unit(series->margin_unit);
        }
    };
    for (const auto& reading : target.readings)
        note_units(reading);
    for (const auto& version : target.versions) {
        for (const auto& reading : version.readings)
            note_units(reading);
        if (version.base) note_unit(version.base->unit);
    }
    if (target.base) note_unit(target.base->unit);

    detail::PlainTarget plain;
    const auto& scope = plan_.scope_of(target);
    plain.indicator = number_of(plan_.indicator_ids_, target.indicator);
    plain.scope = plan_.target_scopes_.intern(scope, scope);
    const bool simple = target.standing == Standing::active && target.readings.size() == 1 &&
                        target.versions.empty() && !target.manual && plan_.target_units_.size() < 0xFFF0;
    if (!simple) return plain;
    const auto& indicator = plan_.indicators_[plain.indicator];
    const auto& criterion = target.criterion();
    plain.shape = detail::plain_shape(criterion, indicator);
    if (!detail::make_plain(plain, target, criterion, indicator, plan_.head_.horizon)) {
        plain.shape = detail::PlainShape::none;
        return plain;
    }
    const auto* series = std::get_if<SeriesReference>(&criterion.reference);
    plain.against_series = series != nullptr;
    if (const auto* number = std::get_if<NumberReference>(&criterion.reference))
        plain.unit = unit_number(number->unit, plain.unit);
    if (target.base) plain.base_unit = unit_number(target.base->unit, plain.base_unit);
    if (const auto& other = series != nullptr ? series->measure.of : criterion.measure.of) {
        const auto& other_scope = other->scope.empty() ? scope : other->scope;
        plain.other = number_of(plan_.indicator_ids_, other->indicator);
        plain.other_scope = plan_.target_scopes_.intern(other_scope, other_scope);
    }
    return plain;
}

inline void Plan::collect_members(std::string_view group, std::vector<std::string>& scopes,
                                  std::vector<std::string_view>& seen) const {
    const auto* found = find_group(group);
    if (found == nullptr || std::ranges::find(seen, group) != seen.end())
        return;  // a second time it adds nothing, inside itself or elsewhere
    seen.push_back(found->id);
    for (const auto& member : found->members) {
        if (find_group(member) != nullptr) {
            collect_members(member, scopes, seen);
        } else if (std::ranges::find(scopes, member) == scopes.end()) {
            scopes.push_back(member);
        }
    }
}

inline std::vector<std::string> Plan::members_of(std::string_view group) const {
    std::vector<std::string> scopes;
    std::vector<std::string_view> seen;
    collect_members(group, scopes, seen);
    return scopes;
}

inline std::optional<std::size_t> Plan::size_of(std::string_view group) const {
    const auto* found = find_group(group);
    if (found == nullptr) return std::nullopt;
    if (found->size) return std::max(*found->size, members_of(group).size());
    std::vector<std::string> scopes;
    std::vector<std::string_view> seen;
    collect_members(group, scopes, seen);
    for (const auto inner : seen) {  // one whose members are not all listed leaves it open
        const auto& part = *find_group(inner);
        if (part.members.empty() || (part.size && *part.size > members_of(inner).size())) return std::nullopt;
    }
    return scopes.empty() ? std::nullopt : std::optional(scopes.size());
}

}  // namespace goalpost
