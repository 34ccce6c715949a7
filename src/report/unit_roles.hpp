// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/model/responsible_unit.hpp"
#include "goalpost/model/target.hpp"

namespace goalpost::detail {

/// Every unit that the statements name, once, at its highest role; by role, then as they come. The
/// names are those of the statements.
inline std::vector<std::pair<std::string_view, Role>> highest_roles(std::span<const Statement> statements) {
    std::vector<std::pair<std::string_view, Role>> roles;
    const auto add = [&](const SharedTexts& ids, Role role) {
        for (const auto& id : ids) {
            const auto known = std::ranges::find(roles, id, &std::pair<std::string_view, Role>::first);
            if (known == roles.end()) roles.emplace_back(id, role);
        }
    };
    for (const auto& statement : statements)
        add(statement.lead, Role::lead);
    for (const auto& statement : statements)
        add(statement.responsible, Role::responsible);
    for (const auto& statement : statements)
        add(statement.supporting, Role::supporting);
    return roles;
}

}  // namespace goalpost::detail
