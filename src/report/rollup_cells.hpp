// SPDX-License-Identifier: BSL-1.0
// What the sheets of scorecards, rankings and warnings share.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "goalpost/evaluate/figure_text.hpp"
#include "goalpost/model/plan.hpp"
#include "goalpost/report/sheet.hpp"
#include "report/labels.hpp"

namespace goalpost::detail {

/// A column whose title is in the report's language.
inline Column column(Language language, std::string_view key, std::string_view en, std::string_view zh,
                     Alignment alignment = Alignment::left) {
    return {std::string(key), std::string(either(language, en, zh)), alignment};
}
/// A column for programs: in English its title is its key.
inline Column data_column(Language language, std::string_view key, std::string_view zh) {
    return column(language, key, key, zh);
}

/// A unit's name; its id where it has none, or where the plan does not know it.
inline std::string name_of_unit(const Plan& plan, const std::string& id) {
    const auto* unit = plan.find_responsible_unit(id);
    return unit == nullptr || unit->name.empty() ? id : unit->name;
}

/// What stands over a sheet about a plan.
inline std::string title_of(const Plan& plan) {
    return plan.head().title.empty() ? plan.head().id : plan.head().title;
}

inline Figure percent_of(const std::optional<Ratio>& share, Reason otherwise) {
    return share ? Figure(*share, figure_units::percent()) : Figure(otherwise);
}
/// A figure that does not read `line` where it is not that.
inline std::string shown(const Figure& figure, const Figure& line, int places, Language language) {
    return figure ? figure_text(figure, line, places, language) : "-";
}

}  // namespace goalpost::detail
