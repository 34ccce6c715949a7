// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

#include "goalpost/evaluate/finding.hpp"
#include "goalpost/model/detail/names.hpp"

namespace goalpost {

/// Something in a plan that its authors should look at: what it is, where it stands, how to mend it.
struct PlanFinding {
    /// `note`: worth knowing. `warning`: the plan contradicts itself or its base. `error`: it cannot be
    /// judged.
    enum class Severity : unsigned char { note, warning, error };

    Severity severity = Severity::note;
    std::string_view code{};  ///< one of `plan_check_codes`
    std::string target{};     ///< id; empty where the plan as a whole is meant
    std::string section{};    ///< of the statement; may be empty
    std::string item{};
    std::string quote{};
    Words message{};
    Words mend{};
};

namespace detail {
inline constexpr std::string_view plan_severity_names[] = {"note", "warning", "error"};
}

/// The word used in files: `warning`.
constexpr std::string_view name_of(PlanFinding::Severity severity) noexcept {
    return detail::name_in(detail::plan_severity_names, severity);
}

/// One kind of finding; docs/checks.md explains each.
struct PlanCheckCode {
    std::string_view code;
    PlanFinding::Severity severity;
};

/// Every code there is, in alphabetical order: a closed list.
inline constexpr std::array plan_check_codes = {
    PlanCheckCode{"base_differs", PlanFinding::Severity::warning},
    PlanCheckCode{"calendar_unused", PlanFinding::Severity::warning},
    PlanCheckCode{"conflicting_targets", PlanFinding::Severity::warning},
    PlanCheckCode{"due_outside_horizon", PlanFinding::Severity::warning},
    PlanCheckCode{"duplicate_target", PlanFinding::Severity::warning},
    PlanCheckCode{"flow_against_stock", PlanFinding::Severity::note},
    PlanCheckCode{"group_inside_itself", PlanFinding::Severity::warning},
    PlanCheckCode{"group_open", PlanFinding::Severity::warning},
    PlanCheckCode{"group_size_below_members", PlanFinding::Severity::warning},
    PlanCheckCode{"group_too_small", PlanFinding::Severity::error},
    PlanCheckCode{"growth_against_level", PlanFinding::Severity::warning},
    PlanCheckCode{"growth_of_ratio", PlanFinding::Severity::error},
    PlanCheckCode{"indicator_without_data", PlanFinding::Severity::note},
    PlanCheckCode{"masked_target_has_twin", PlanFinding::Severity::warning},
    PlanCheckCode{"masked_twin_printed", PlanFinding::Severity::note},
    PlanCheckCode{"measure_incomplete", PlanFinding::Severity::error},
    PlanCheckCode{"measure_unknown", PlanFinding::Severity::error},
    PlanCheckCode{"milestone_out_of_way", PlanFinding::Severity::warning},
    PlanCheckCode{"nobody_responsible", PlanFinding::Severity::note},
    PlanCheckCode{"parts_below_whole", PlanFinding::Severity::note},
    PlanCheckCode{"percent_for_points", PlanFinding::Severity::error},
    PlanCheckCode{"points_or_percent", PlanFinding::Severity::warning},
    PlanCheckCode{"scope_without_data", PlanFinding::Severity::note},
    PlanCheckCode{"series_without_data", PlanFinding::Severity::warning},
    PlanCheckCode{"several_readings", PlanFinding::Severity::note},
    PlanCheckCode{"share_against_parts", PlanFinding::Severity::warning},
    PlanCheckCode{"statement_joining_differs", PlanFinding::Severity::warning},
    PlanCheckCode{"statement_looser", PlanFinding::Severity::warning},
    PlanCheckCode{"statement_repeated", PlanFinding::Severity::note},
    PlanCheckCode{"statement_stricter", PlanFinding::Severity::warning},
    PlanCheckCode{"statement_unlike", PlanFinding::Severity::warning},
    PlanCheckCode{"statement_words_differ", PlanFinding::Severity::note},
    PlanCheckCode{"target_below_base", PlanFinding::Severity::warning},
    PlanCheckCode{"unit_inside_itself", PlanFinding::Severity::warning},
    PlanCheckCode{"unit_mismatch", PlanFinding::Severity::error},
    PlanCheckCode{"unit_undefined", PlanFinding::Severity::warning},
};

static_assert(std::ranges::is_sorted(plan_check_codes, {}, &PlanCheckCode::code));

/// The severity that a code is reported with; throws std::out_of_range for one that is not in the list.
constexpr PlanFinding::Severity severity_of_check(std::string_view code) {
    const auto found = std::ranges::find(plan_check_codes, code, &PlanCheckCode::code);
    if (found == plan_check_codes.end()) throw std::out_of_range("goalpost: no such check");
    return found->severity;
}

}  // namespace goalpost
