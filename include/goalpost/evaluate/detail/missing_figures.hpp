// SPDX-License-Identifier: BSL-1.0
// What was looked for in vain. Included by explain.hpp.
#pragma once

#include <algorithm>

#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/evaluate/explanation.hpp"

namespace goalpost::detail {

inline bool is_alike(const Absence& a, const Absence& b) {
    return a.indicator == b.indicator && a.scope == b.scope;
}

/// Whether one is lacking that is nearer.
inline bool is_far(const Absence& one, const std::vector<Absence>& absences) {
    enum class Level { none, now, before };
    const auto level_of = [](const std::string& symbol) {
        return symbol == "y" || symbol == "x"    ? Level::now
               : symbol == "b" || symbol == "xb" ? Level::before
                                                 : Level::none;
    };
    const auto own = level_of(one.symbol);
    return std::any_of(absences.begin(), absences.end(), [&](const Absence& other) {
        const auto level = level_of(other.symbol);
        const bool nearer =
            own == Level::before ? level == Level::now : own == Level::none && level != Level::none;
        return nearer && is_alike(one, other);
    });
}

/// The latest period for which a figure on such a basis is known.
template <class IsSuch>
std::optional<Period> latest_of(const Absence& one, const Evaluation& evaluation, const IsSuch& is_such) {
    const auto series = evaluation.binding().series(*one.indicator, one.scope, evaluation.as_of());
    std::optional<Period> latest;
    for (const auto found : series.rows()) {
        const auto& row = evaluation.observations().row(found);
        if (is_such(row.basis) && (!latest || *latest < row.period)) latest = row.period;
    }
    return latest;
}

/// Growth may be published, or computed from two levels: what is named is the nearest that is lacking.
inline void add_missing(std::vector<MissingFigure>& all, const std::vector<Absence>& absences,
                        const Evaluation& evaluation) {
    for (const auto& one : absences) {
        const bool known = std::any_of(all.begin(), all.end(), [&](const MissingFigure& other) {
            return other.indicator == one.indicator->name && other.scope == one.scope &&
                   other.period == one.period;
        });
        if (known || is_far(one, absences)) continue;
        // Where growth was looked for and not found, either kind of figure would have done.
        const bool either = std::any_of(absences.begin(), absences.end(), [&](const Absence& other) {
            return other.basis == Basis::growth_yoy && is_alike(one, other);
        });
        const auto is_such = [&](Basis basis) {
            return one.basis ? basis == *one.basis
                             : is_level(basis) || (either && basis == Basis::growth_yoy);
        };
        all.push_back(
            {one.indicator->name, one.scope, one.period, one.basis, latest_of(one, evaluation, is_such)});
    }
}

}  // namespace goalpost::detail
