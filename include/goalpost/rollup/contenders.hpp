// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <range/v3/range/conversion.hpp>
#include <range/v3/view/map.hpp>
#include <range/v3/view/transform.hpp>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/model/plan.hpp"
#include "goalpost/rollup/published_parts.hpp"
#include "goalpost/rollup/ranking.hpp"
#include "goalpost/rollup/score_sheet.hpp"
#include "goalpost/rollup/scorecard.hpp"

namespace goalpost {

/// Scopes to be ranked by a measure of an indicator at a period (`level`, `growth`, ...), as it was known on
/// the evaluation's date. A scope without a figure keeps its reason; a measure that the evaluation does not
/// know gives `unknown_measure`, one that lacks an argument `incomplete_measure`. Throws
/// std::invalid_argument for an indicator that the plan does not have, and for a measure that names an
/// indicator or a group that it does not have.
inline std::vector<Contender> scope_contenders(const Evaluation& evaluation, const Indicator& indicator,
                                               const MeasureTerm& term, std::span<const std::string> scopes,
                                               const Period& period) {
    const auto* measure = evaluation.options().measures.find(term.name);
    const auto& own = evaluation.plan().indicators()[evaluation.plan().place_of(indicator)];
    if (const auto unknown = detail::unknown_name(evaluation.plan(), term))
        throw std::invalid_argument("goalpost: " + unknown->message());
    const auto contender = [&](const std::string& scope) {
        Contender made{scope, Reason::unknown_measure};
        if (measure == nullptr) return made;
        if (measure->traits().lacks_argument(term)) {
            made.value = Reason::incomplete_measure;
            return made;
        }
        const std::optional<Base> no_base;
        Trace trace;
        made.value =
            (*measure)(MeasureView(evaluation.plan(), evaluation.observations(), evaluation.binding(),
                                   evaluation.as_of(), own, scope, term, period, no_base, trace));
        made.is_approximate = trace.flags().has(Flag::approximate);
        return made;
    };
    return scopes | ranges::views::transform(contender) | ranges::to<std::vector>();
}

/// Which way figures of a measure of an indicator are better: as the measure says, where it has a direction
/// of its own (a place is better the lower it is, places gained the more they are), else as the indicator
/// does.
inline Better better_of(const Evaluation& evaluation, const Indicator& indicator, const MeasureTerm& term) {
    const auto* measure = evaluation.options().measures.find(term.name);
    return measure == nullptr ? indicator.better : measure->traits().better.value_or(indicator.better);
}

/// Responsible units to be ranked by the share of their marks that they earned, in %; with a sheet, by their
/// score on it. A unit none of whose targets counts has `nothing_counts`, one none of whose targets has marks
/// `no_marks`, and one whose coverage is below `minimum_coverage` (0 to 1) `low_coverage`: a score that rests
/// on little is not ranked.
inline std::vector<Contender> unit_contenders(const Scorecards& cards, const ScoreSheet* sheet = nullptr,
                                              const Ratio& minimum_coverage = 0) {
    const auto contender = [&](const Scorecard& card) -> Contender {
        const auto score = sheet != nullptr ? fill_in(*sheet, card).score : card.marks().share();
        if (!score) return {card.unit, card.marks().why_no_share()};
        if (const auto coverage = card.marks().coverage(); coverage && *coverage < minimum_coverage)
            return {card.unit, Reason::low_coverage};
        const auto& unit = sheet != nullptr ? figure_units::pure() : figure_units::percent();
        return {card.unit, Measured(Rounded(*score), unit)};
    };
    return cards.units | ranges::views::values | ranges::views::transform(contender) |
           ranges::to<std::vector>();
}

}  // namespace goalpost
