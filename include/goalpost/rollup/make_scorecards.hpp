// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/rollup/answering.hpp"
#include "goalpost/rollup/detail/own_verdicts.hpp"
#include "goalpost/rollup/score_sheet.hpp"
#include "goalpost/rollup/scorecard.hpp"

namespace goalpost {

/// How scorecards are made.
struct ScorecardOptions {
    std::array<Ratio, 3> role_weights{Ratio(1), Ratio(1), Ratio(0)};  ///< by `Role`, >= 0
    AnyScoringRule rule = scoring::usual();  ///< for all targets, where there is no sheet
    std::optional<ScoreSheet> sheet{};       ///< with one, only the targets it names have marks
    bool manual_counts = false;  ///< a manual verdict goes before the computed one; both stay visible
};

namespace detail {

/// Adds one target's performance to a scorecard. `counts` is false for a role without weight.
inline void count_target(Scorecard& card, const Performance& found, Certainty certainty, bool counts,
                         const Ratio& weight, const std::string& item, const Mark& mark) {
    ++(counts ? card.counts : card.aside)[found.status];
    if (!counts || found.status == Status::not_counted) return;
    if (certainty == Certainty::rests_on_rounding) ++card.resting_on_rounding;
    if (weight.is_zero()) return;
    auto& marks = card.items[item];
    marks.weight += weight;
    if (!mark) return;
    marks.scored += weight;
    marks.earned += weight * *mark / found.full;
}

/// One target on its way to the scorecards: what was found, and by whom it is shared.
class TargetScorer {
  public:
    TargetScorer(const Evaluation& evaluation, const ScorecardOptions& options, const Assessment& assessment)
        : evaluation_(&evaluation),
          options_(&options),
          assessment_(&assessment),
          target_(evaluation.target_of(assessment)) {}

    void score(Scorecards& cards) const {
        const auto& plan = evaluation_->plan();
        const auto& statements = target_ != nullptr ? target_->statements
                                                    : evaluation_->invalid_target_of(*assessment_).statements;
        const auto units = answering_units(plan, statements);
        const auto* line = item();
        auto shared = verdict_of(*assessment_, line != nullptr ? line->marks : Ratio(1));
        if (options_->manual_counts && target_ != nullptr && target_->manual) decide(shared, *target_);
        if (!options_->sheet || line != nullptr) {
            const auto& rule = line != nullptr ? line->rule : options_->rule;
            find_figures(shared, *evaluation_, *assessment_, rule.reads(shared));
        }
        const Ratio weight = target_ != nullptr ? Ratio(target_->weight) : Ratio(1);
        add(cards.plan, shared, assessment_->certainty, true, weight);
        if (units.empty()) ++cards.unassigned;
        const OwnVerdicts own(*evaluation_, *assessment_);
        for (const auto& unit : units) {
            auto& card = cards.units.try_emplace(unit.unit, Scorecard{.unit = unit.unit}).first->second;
            const auto role = static_cast<std::size_t>(unit.role);
            const auto& role_weight = options_->role_weights[role];
            ++card.by_role[role];
            auto found = shared;
            auto certainty = assessment_->certainty;
            if (const auto* judged = own.of(*plan.find_unit(unit.unit))) {
                found = performance_of_part(*judged);
                certainty = judged->codes.certainty;
            }
            add(card, found, certainty, !role_weight.is_zero(), weight * role_weight);
        }
    }

  private:
    [[nodiscard]] const SheetItem* item() const {
        if (!options_->sheet || target_ == nullptr) return nullptr;
        return options_->sheet->find(target_->id, target_->indicator);
    }
    [[nodiscard]] Ratio full() const { return item() != nullptr ? item()->marks : Ratio(1); }
    [[nodiscard]] Performance performance_of_part(const Judgement& judged) const {
        auto made = detail::performance_of(judged, evaluation_->judge().terms_of(*target_).readings.front());
        made.full = full();
        return made;
    }
    static void decide(Performance& found, const Target& target) {
        if (found.status == Status::not_counted) return;
        found.outcome = target.manual->met ? Outcome::met : Outcome::not_met;
        found.status = target.manual->met ? Status::achieved : Status::missed;
        found.reason = Reason::none;
    }
    void add(Scorecard& card, const Performance& found, Certainty certainty, bool counts,
             const Ratio& weight) const {
        const auto* line = item();
        if (options_->sheet && line == nullptr) {  // counted, and no part of the sheet
            count_target(card, found, certainty, counts, 0, {}, Reason::not_applicable_figure);
            return;
        }
        const auto mark = line != nullptr ? line->rule(found) : options_->rule(found);
        count_target(card, found, certainty, counts, weight, line != nullptr ? line->id : "", mark);
        if (counts && line != nullptr && line->binding)
            card.binding[target_->id] = card.binding[target_->id] || found.outcome == Outcome::not_met;
    }

    const Evaluation* evaluation_;
    const ScorecardOptions* options_;
    const Assessment* assessment_;
    const Target* target_;
};

}  // namespace detail

/// The scorecards of the assessments from `first` up to, not including, `last`: a part of the work, to be
/// merged with the others.
///
/// A unit's sheet counts a target once, at its highest role. A name that stands for many is one unit where
/// its members are not listed; listed members take the shared verdict, but where the target is for members of
/// a group and one of those is the unit's own scope (by id, name or alias), the verdict on that.
inline Scorecards make_scorecards(const Evaluation& evaluation, const ScorecardOptions& options,
                                  std::size_t first, std::size_t last) {
    if (options.sheet) {
        if (const auto problem = options.sheet->problem())
            throw std::invalid_argument("goalpost: " + *problem);
    }
    Scorecards cards;
    const auto all = evaluation.assessments();
    for (std::size_t i = first; i < std::min(last, all.size()); ++i)
        detail::TargetScorer(evaluation, options, all[i]).score(cards);
    return cards;
}

/// The scorecards of every responsible unit and of the plan.
inline Scorecards make_scorecards(const Evaluation& evaluation, const ScorecardOptions& options = {}) {
    return make_scorecards(evaluation, options, 0, evaluation.assessments().size());
}

}  // namespace goalpost
