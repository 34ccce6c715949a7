// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/detail/in_parts.hpp"
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

/// What part of the full marks a mark is.
inline Mark share_of(const Mark& mark, const Ratio& full) {
    if (!mark || full == Ratio(1)) return mark;
    return *mark == full ? Ratio(1) : *mark / full;
}

/// What one target adds to the marks of those that it counts for; `share` is the part of the full marks that
/// it has.
class WeighedMark {
  public:
    WeighedMark(const Ratio& weight, const Mark& share) : weight_(weight), counts_(!weight.is_zero()) {
        if (share) earned_.emplace(*share == Ratio(1) ? weight : weight * *share);
    }
    void add_to(Scorecard& card, const std::string& item) const {
        if (!counts_) return;
        auto& marks = card.items[item];
        marks.weight += weight_;
        if (!earned_) return;
        marks.scored += weight_;
        marks.earned += *earned_;
    }

  private:
    Addend weight_;
    bool counts_;
    std::optional<Addend> earned_;  // nothing where it has no marks
};

/// Who answers for a target, each with its card. Most targets have those of the target before them.
class AnsweringCards {
  public:
    struct One {
        Answering by;
        Scorecard* card = nullptr;
    };
    AnsweringCards(const Plan& plan, Scorecards& cards) : plan_(&plan), cards_(&cards) {}

    /// The statements must stay where they are until the next call.
    const std::vector<One>& of(std::span<const Statement> statements) {
        if (statements.data() == last_.data() || std::ranges::equal(statements, last_, name_the_same))
            return found_;
        last_ = statements;
        found_.clear();
        for (auto& by : answering_units(*plan_, statements)) {
            auto at = cards_->units.find(by.unit);
            if (at == cards_->units.end())
                at = cards_->units.emplace(by.unit, Scorecard{.unit = by.unit}).first;
            found_.push_back({std::move(by), &at->second});
        }
        return found_;
    }

  private:
    static bool name_the_same(const Statement& a, const Statement& b) {
        return a.lead == b.lead && a.responsible == b.responsible && a.supporting == b.supporting;
    }
    const Plan* plan_;
    Scorecards* cards_;
    std::span<const Statement> last_;
    std::vector<One> found_;
};

/// Brings near what a target is scored by, so that the next ones wait for memory at once.
inline void fetch(const Evaluation& evaluation, const Assessment& assessment) {
    const auto rows = evaluation.observations().rows();
    for (const auto row : evaluation.evidence(assessment))
        __builtin_prefetch(&rows[row]);
    const auto* target = evaluation.target_of(assessment);
    if (target == nullptr) return;
    __builtin_prefetch(&target->weight);
    __builtin_prefetch(&target->statements);
}

/// One target on its way to the scorecards: what was found, and by whom it is shared.
class TargetScorer {
  public:
    TargetScorer(const Evaluation& evaluation, const ScorecardOptions& options, const Assessment& assessment)
        : evaluation_(&evaluation),
          options_(&options),
          assessment_(&assessment),
          target_(evaluation.target_of(assessment)),
          invalid_(target_ == nullptr ? &evaluation.invalid_target_of(assessment) : nullptr) {}

    void score(Scorecards& cards, AnsweringCards& answering) const {
        const auto& plan = evaluation_->plan();
        const auto& statements = target_ != nullptr ? target_->statements : invalid_->statements;
        const auto& units = answering.of(statements);
        const auto* line = item();
        auto shared = verdict_of(*assessment_, line != nullptr ? line->marks : Ratio(1));
        if (options_->manual_counts && target_ != nullptr && target_->manual) decide(shared, *target_);
        if (!options_->sheet || line != nullptr) {
            const auto& rule = line != nullptr ? line->rule : options_->rule;
            find_figures(shared, *evaluation_, *assessment_, rule.reads(shared));
        }
        const Ratio weight(target_ != nullptr ? target_->weight : invalid_->weight);
        const auto share = share_of(mark_of(shared, line), shared.full);
        const WeighedMark mark(weight, share);
        add(cards.plan, shared, mark, line, assessment_->certainty, true);
        if (units.empty()) ++cards.unassigned;
        const OwnVerdicts own(*evaluation_, *assessment_);
        for (const auto& [by, card] : units) {
            const auto role = static_cast<std::size_t>(by.role);
            const auto& role_weight = options_->role_weights[role];
            const bool counts = !role_weight.is_zero();
            ++card->by_role[role];
            if (const auto* judged = own.empty() ? nullptr : own.of(*plan.find_responsible_unit(by.unit))) {
                const auto found = performance_of_part(*judged, shared.full);
                const WeighedMark part(weight * role_weight, share_of(mark_of(found, line), found.full));
                add(*card, found, part, line, judged->codes.certainty, counts);
            } else if (!counts || role_weight == Ratio(1)) {
                add(*card, shared, mark, line, assessment_->certainty, counts);
            } else {
                add(*card, shared, {weight * role_weight, share}, line, assessment_->certainty, counts);
            }
        }
    }

  private:
    [[nodiscard]] const SheetItem* item() const {
        if (!options_->sheet) return nullptr;
        return target_ != nullptr ? options_->sheet->find(target_->id, target_->indicator)
                                  : options_->sheet->find(invalid_->id, invalid_->indicator);
    }
    [[nodiscard]] Performance performance_of_part(const Judgement& judged, const Ratio& full) const {
        auto made = detail::performance_of(judged, evaluation_->terms_of(*target_).criterion());
        made.full = full;
        return made;
    }
    static void decide(Performance& found, const Target& target) {
        if (found.status == Status::not_counted) return;
        found.outcome = target.manual->met ? Outcome::met : Outcome::not_met;
        found.status = target.manual->met ? Status::achieved : Status::missed;
        found.reason = Reason::none;
    }
    [[nodiscard]] Mark mark_of(const Performance& found, const SheetItem* line) const {
        if (line != nullptr) return line->rule(found);
        return options_->sheet ? Mark(Reason::not_applicable_figure) : options_->rule(found);
    }
    /// `counts` is false for a role without weight.
    void add(Scorecard& card, const Performance& found, const WeighedMark& mark, const SheetItem* line,
             Certainty certainty, bool counts) const {
        static const std::string no_item;
        ++(counts ? card.counts : card.aside)[found.status];
        if (!counts) return;
        if (line != nullptr && line->binding) {
            auto& missed = card.binding[evaluation_->id_of(*assessment_)];
            missed = missed || found.outcome == Outcome::not_met;
        }
        if (found.status == Status::not_counted) return;
        if (certainty == Certainty::rests_on_rounding) ++card.resting_on_rounding;
        if (!options_->sheet || line != nullptr)  // else it is counted, and no part of the sheet
            mark.add_to(card, line != nullptr ? line->id : no_item);
    }

    const Evaluation* evaluation_;
    const ScorecardOptions* options_;
    const Assessment* assessment_;
    const Target* target_;
    const InvalidTarget* invalid_;  // where it is none of the plan's
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
    detail::AnsweringCards answering(evaluation.plan(), cards);
    last = std::min(last, all.size());
    constexpr std::size_t ahead = 12;
    for (std::size_t i = first; i < last; ++i) {
        if (i + ahead < last) detail::fetch(evaluation, all[i + ahead]);
        detail::TargetScorer(evaluation, options, all[i]).score(cards, answering);
    }
    return cards;
}

/// The scorecards of every responsible unit and of the plan, in as many threads as the evaluation was made
/// in: each calls the scoring rules.
inline Scorecards make_scorecards(const Evaluation& evaluation, const ScorecardOptions& options = {}) {
    auto parts = detail::in_parts(evaluation.assessments().size(), evaluation.options().threads,
                                  [&](std::size_t first, std::size_t last) {
                                      return make_scorecards(evaluation, options, first, last);
                                  });
    auto cards = std::move(parts.front());
    for (std::size_t part = 1; part < parts.size(); ++part)
        cards.merge(parts[part]);
    return cards;
}

}  // namespace goalpost
