// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/model/plan.hpp"

namespace goalpost {

/// A unit that answers for a target, in the highest part in which any statement names it.
struct Answering {
    std::string unit{};  ///< id
    Role role = Role::lead;
    std::string named_as{};  ///< id of the name that stands for it among many; empty where it is named itself
    friend bool operator==(const Answering&, const Answering&) = default;
};

namespace detail {

/// A unit; or in its place the members that are listed for it, and theirs. What was seen adds nothing more.
inline void collect_units(const Plan& plan, const std::string& id, std::set<std::string_view>& seen,
                          std::vector<std::string_view>& units) {
    const auto* unit = plan.find_responsible_unit(id);
    if (unit == nullptr || !seen.insert(unit->id).second) return;
    if (unit->members.empty()) units.push_back(unit->id);
    for (const auto& member : unit->members)
        collect_units(plan, member, seen, units);
}

}  // namespace detail

/// Who answers for what some statements say, each unit once, in its highest role, sorted by id. A name that
/// stands for many is replaced by its members where they are listed, and is one unit where they are not.
inline std::vector<Answering> answering_units(const Plan& plan, std::span<const Statement> statements) {
    std::vector<Answering> found;
    const auto add = [&](const SharedTexts& ids, Role role) {
        for (const auto& id : ids) {
            std::set<std::string_view> seen;
            std::vector<std::string_view> units;
            detail::collect_units(plan, id, seen, units);
            if (units.empty() && plan.find_responsible_unit(id) != nullptr)
                units.push_back(id);  // no member is a unit
            for (const auto unit : units) {
                const auto known = std::ranges::find(found, unit, &Answering::unit);
                const std::string named_as = unit == id ? std::string() : id;
                if (known == found.end()) {
                    found.push_back({std::string(unit), role, named_as});
                } else if (role < known->role || (role == known->role && named_as.empty())) {
                    *known = {std::string(unit), role, named_as};
                }
            }
        }
    };
    for (const auto& statement : statements) {
        add(statement.lead, Role::lead);
        add(statement.responsible, Role::responsible);
        add(statement.supporting, Role::supporting);
    }
    std::ranges::sort(found, {}, &Answering::unit);
    return found;
}

}  // namespace goalpost
