// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/model/detail/names.hpp"

namespace goalpost {

/// Who answers for a target: an office, a county, or a name that stands for many (各区县科技局).
struct ResponsibleUnit {
    std::string id{};
    std::string name{};
    std::vector<std::string> aliases{};
    std::string parent{};                ///< id of the unit above; may be empty
    std::vector<std::string> members{};  ///< ids, where the name stands for many
    std::optional<std::size_t> size{};   ///< how many it stands for, where members are not all listed
    std::string note{};
};

/// In which part a unit answers for a target, highest first.
enum class Role : unsigned char { lead, responsible, supporting };

namespace detail {
inline constexpr std::string_view role_names[] = {"lead", "responsible", "supporting"};
}  // namespace detail

/// The word used in files: `responsible`.
constexpr std::string_view name_of(Role role) noexcept { return detail::name_in(detail::role_names, role); }
inline constexpr detail::FromName<Role> role_from{detail::role_names};

/// Scopes named together: mountain counties, prefecture cities. Groups may hold groups.
struct Group {
    std::string id{};
    std::string name{};
    std::vector<std::string> members{};  ///< scopes, or ids of groups
    std::optional<std::size_t> size{};   ///< how many scopes, where members are not all listed
};

}  // namespace goalpost
