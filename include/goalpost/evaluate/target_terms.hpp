// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "goalpost/model/detail/names.hpp"
#include "goalpost/model/target.hpp"

namespace goalpost {

/// Which version of a target that was adjusted is judged.
enum class TargetVersions : unsigned char {
    in_force,  ///< the one that was in force on the as-of date
    current,   ///< the latest
    original,  ///< the first
};

namespace detail {
inline constexpr std::string_view target_versions_names[] = {"in_force", "current", "original"};
}
constexpr std::string_view name_of(TargetVersions value) noexcept {
    return detail::name_in(detail::target_versions_names, value);
}
inline constexpr detail::FromName<TargetVersions> target_versions_from{detail::target_versions_names};

/// What a target asks for in one of its versions. Refers to the target, which must outlive it.
struct TargetTerms {
    std::span<const Criterion> readings;  ///< one; or several, where the words can mean several things
    Period due;
    const std::optional<Base>& base;
    bool is_earlier = false;  ///< than the plan's last adjustment
    [[nodiscard]] const Criterion& criterion() const { return readings.front(); }
};

/// What a target asks for, judged as of a day.
inline TargetTerms terms_of(const Target& target, const Date& as_of, TargetVersions versions) {
    for (const auto& version : target.versions) {  // by the day of their adjustment
        if (versions == TargetVersions::original ||
            (versions == TargetVersions::in_force && as_of < version.until))
            return {version.readings, version.due, version.base, true};
    }
    return {target.readings, target.due, target.base};
}
TargetTerms terms_of(const Target&&, const Date&, TargetVersions) = delete;  // would dangle

}  // namespace goalpost
