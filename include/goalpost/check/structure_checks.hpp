// SPDX-License-Identifier: BSL-1.0
// Dates, people and groups: calendar_unused, due_outside_horizon, nobody_responsible, unit_undefined,
// unit_inside_itself, group_open, group_too_small, group_inside_itself, group_size_below_members.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "goalpost/check/detail/check_context.hpp"

namespace goalpost::detail::checks {

inline void check_due(CheckContext& context, const Target& target) {
    const auto& horizon = context.plan().head().horizon;
    const bool late = horizon.last() < target.due.last();
    if (!late && horizon.first() <= target.due.last()) return;
    const auto due = target.due.text();
    context.report("due_outside_horizon", target, nullptr,
                   {"it is due " + due + (late ? ", after" : ", before") + " the plan's horizon " +
                        horizon.text() + (late ? " ends" : " begins"),
                    "目标期限" + due + (late ? "晚于" : "早于") + "计划期" + horizon.text()},
                   {"check the year; where it is meant so, say why in the note",
                    "核对年份；确属如此的，在 note 中说明"});
}

/// A calendar of a kind that does not read what is given, or for which nothing is.
inline void check_calendar(CheckContext& context, const Target& target) {
    if (!target.calendar) return;
    const auto kind = target.calendar->kind;
    if (kind == PaceKind::milestones && target.milestones.empty())
        context.report(
            "calendar_unused", target, nullptr,
            {"its calendar runs by milestones, and it has none", "日历类型为 milestones，但未列出里程碑"},
            {"state the milestones, or choose another kind", "列出里程碑(milestones)，或改用其他类型(kind)"});
    if (kind == PaceKind::months || target.calendar->month_weights.empty()) return;
    const std::string name(name_of(kind));
    context.report(
        "calendar_unused", target, nullptr,
        {"it has month weights, and its calendar is of the kind " + name,
         "给出了月度权重(month_weights)，但日历类型为 " + name},
        {"make its kind months, or leave the weights out", "将日历类型(kind)改为 months，或删去月度权重"});
}

/// Nobody answers for it, in a plan that names units elsewhere.
inline void check_responsible(CheckContext& context, const Target& target) {
    const auto answers = [](const Statement& statement) {
        return !statement.lead.empty() || !statement.responsible.empty();
    };
    if (context.plan().responsible_units().empty() || std::ranges::any_of(target.statements, answers)) return;
    context.report("nobody_responsible", target, nullptr,
                   {"no unit leads it or answers for it", "未列明牵头单位或责任单位"},
                   {"name a lead or a responsible unit", "补充牵头单位或责任单位"});
}

/// The groups inside a group, itself included, that list no members and state no size.
inline void collect_open(const Plan& plan, const std::string& id, std::vector<std::string>& seen,
                         std::string& names) {
    const auto* group = plan.find_group(id);
    if (group == nullptr || std::ranges::find(seen, id) != seen.end()) return;
    seen.push_back(id);
    if (group->members.empty() && !group->size)
        names += (names.empty() ? "" : ", ") + (group->name.empty() ? group->id : group->name);
    for (const auto& member : group->members)
        collect_open(plan, member, seen, names);
}

inline void check_group(CheckContext& context, const Target& target) {
    const auto& plan = context.plan();
    for (const auto& criterion : target.readings) {
        if (!criterion.quantifier.over_group()) continue;
        const auto& id = criterion.quantifier.group;
        const bool counted = criterion.quantifier.kind == Quantifier::Kind::at_least_count;
        if (plan.size_of(id) || (counted && !plan.members_of(id).empty())) continue;
        std::vector<std::string> seen;
        std::string open;
        collect_open(plan, id, seen, open);
        if (open.empty()) open = id;
        context.report("group_open", target, nullptr,
                       {"it cannot be decided over a group whose members and size are not given: " + open,
                        "分组既未列出成员，也未给出数量，无法判定：" + open},
                       {"list the members, or state the group's size", "列出成员，或注明成员数量(size)"});
        return;
    }
}

/// More members are asked for than the group has.
inline void check_group_size(CheckContext& context, const Target& target) {
    for (const auto& criterion : target.readings) {
        const auto& quantifier = criterion.quantifier;
        if (!quantifier.over_group() || quantifier.kind == Quantifier::Kind::all_of) continue;
        const auto size = context.plan().size_of(quantifier.group);
        if (!size) continue;
        const bool counted = quantifier.kind == Quantifier::Kind::at_least_count;
        if (quantifier.needed <= (counted ? Ratio(*size) : Ratio(1))) continue;
        const auto* group = context.plan().find_group(quantifier.group);
        const auto& name = group->name.empty() ? group->id : group->name;
        const auto has = std::to_string(*size);
        context.report("group_too_small", target, nullptr,
                       {"it asks for at least " + quantifier.amount + " of " + name + ", which has " + has,
                        "要求" + name + "中至少" + quantifier.amount + "个达标，而该组只有" + has + "个成员"},
                       {"correct the number, or the group's members and size",
                        "更正要求的数量，或该组的成员与数量(size)"});
        return;
    }
}

/// `group counties (山区26县)`, 分组 counties（山区26县）
inline Words named(const Group& group) {
    if (group.name.empty() || group.name == group.id) return {"group " + group.id, "分组 " + group.id};
    return {"group " + group.id + " (" + group.name + ")", "分组 " + group.id + "（" + group.name + "）"};
}

/// Whether it is among its own members, by whatever detour. `find` gives what has an id, or nullptr.
template <class Item, class Find>
bool is_inside_itself(const Item& item, const Find& find) {
    std::vector<const Item*> inside{&item};  // and then those that stand in it, each once
    for (std::size_t i = 0; i < inside.size(); ++i) {
        for (const auto& id : inside[i]->members) {
            const Item* one = find(id);
            if (one == &item) return true;
            if (one != nullptr && std::ranges::find(inside, one) == inside.end()) inside.push_back(one);
        }
    }
    return false;
}

/// A group among its own members, by whatever detour: that adds nothing to it.
inline void check_group_circles(CheckContext& context) {
    const auto& plan = context.plan();
    for (const auto& group : plan.groups()) {
        if (!is_inside_itself(group, [&](const auto& id) { return plan.find_group(id); })) continue;
        const auto name = named(group);
        context.report("group_inside_itself",
                       {name.en + " is among its own members", name.zh + "是其自身的成员"},
                       {"list the scopes that are meant", "列出所指的各地区"});
    }
}

/// More members are listed than a group is said to have.
inline void check_group_members(CheckContext& context) {
    const auto& plan = context.plan();
    for (const auto& group : plan.groups()) {
        const auto listed = plan.members_of(group.id).size();
        if (!group.size || *group.size >= listed) continue;
        const auto name = named(group);
        const auto size = std::to_string(*group.size);
        const auto count = std::to_string(listed);
        context.report("group_size_below_members",
                       {name.en + " is said to have " + size + (*group.size == 1 ? " member" : " members") +
                            ", but lists " + count,
                        name.zh + "注明有" + size + "个成员，却列出了" + count + "个"},
                       {"correct the size or the members; until then all that are listed count",
                        "更正数量(size)或成员；更正之前按列出的成员计"});
    }
}

/// A unit that is above itself, or among its own members, by whatever detour.
inline void check_unit_circles(CheckContext& context) {
    const auto& plan = context.plan();
    const auto units = plan.responsible_units();
    // Each unit has one parent: as many steps up as there are units, and no more, meet whoever is above it.
    for (const auto& unit : units) {
        const auto* above = &unit;
        for (std::size_t step = 0; step < units.size() && above != nullptr; ++step) {
            above = plan.find_responsible_unit(above->parent);
            if (above == &unit) break;
        }
        const bool member =
            is_inside_itself(unit, [&](const auto& id) { return plan.find_responsible_unit(id); });
        if (above != &unit && !member) continue;
        const bool is_parent = above == &unit;
        context.report(
            "unit_inside_itself",
            {"unit " + unit.id + " (" + unit.name + ") is " +
                 (is_parent ? "above itself" : "among its own members"),
             "单位 " + unit.id + "（" + unit.name + "）" + (is_parent ? "是其自身的上级" : "是其自身的成员")},
            {is_parent ? "correct the parents" : "correct the members",
             is_parent ? "更正上级单位(parent)" : "更正成员单位(members)"});
    }
}

/// A responsible unit names a parent or a member that the plan does not define.
inline void check_unit_names(CheckContext& context) {
    const auto& plan = context.plan();
    const auto report = [&](const ResponsibleUnit& unit, const std::string& other, bool parent) {
        if (other.empty() || plan.find_responsible_unit(other) != nullptr) return;
        context.report("unit_undefined",
                       {"unit " + unit.id + " (" + unit.name + ") names the " +
                            (parent ? "parent " : "member ") + other + ", which is not defined",
                        "单位 " + unit.id + "（" + unit.name + "）的" + (parent ? "上级单位 " : "成员单位 ") +
                            other + " 未定义"},
                       {"define it under responsible_units, or correct the id",
                        "在 responsible_units 中定义该单位，或更正其 id"});
    };
    for (const auto& unit : plan.responsible_units()) {
        report(unit, unit.parent, true);
        for (const auto& member : unit.members)
            report(unit, member, false);
    }
}

inline void check_structure(CheckContext& context) {
    for (const auto* target : context.targets()) {
        check_due(context, *target);
        check_calendar(context, *target);
        check_responsible(context, *target);
        check_group(context, *target);
        check_group_size(context, *target);
    }
    check_unit_names(context);
    check_unit_circles(context);
    check_group_circles(context);
    check_group_members(context);
}

}  // namespace goalpost::detail::checks
