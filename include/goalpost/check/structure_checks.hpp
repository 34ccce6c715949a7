// SPDX-License-Identifier: BSL-1.0
// Dates, people and groups: due_outside_horizon, nobody_responsible, unit_undefined, group_open.
#pragma once

#include <algorithm>
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

/// A responsible unit names a parent or a member that the plan does not define.
inline void check_unit_names(CheckContext& context) {
    const auto& plan = context.plan();
    const auto report = [&](const ResponsibleUnit& unit, const std::string& other, bool parent) {
        if (other.empty() || plan.find_unit(other) != nullptr) return;
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
        check_responsible(context, *target);
        check_group(context, *target);
    }
    check_unit_names(context);
}

}  // namespace goalpost::detail::checks
