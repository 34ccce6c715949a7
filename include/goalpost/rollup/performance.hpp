// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/detail/plain_judge.hpp"
#include "goalpost/evaluate/evaluation.hpp"

namespace goalpost {

/// What a scoring rule reads of one target. Plain data: a county's table will do, no plan is needed.
struct Performance {
    Outcome outcome = Outcome::undetermined;
    Status status = Status::undetermined;
    Reason reason = Reason::missing_observation;  ///< why there is no verdict; `none` where there is one
    std::optional<Ratio> completion{};            ///< actual / plan, as a share
    std::optional<Ratio> gap{};           ///< measured - required in base units, its sign never flipped
    const UnitOfMeasure* unit = nullptr;  ///< what the gap is counted in; null where it is not told
    bool upwards = true;                  ///< whether above the line is the better side
    bool both_sides = false;              ///< whether it can be missed on that side, too: `= 0`
    Ratio full = 1;                       ///< the marks for what was asked for, > 0

    /// By how much it is beyond what was asked for; negative where it is missed by so much. Nothing where the
    /// figure does not tell by how much it is missed, as where people decided that it is.
    [[nodiscard]] std::optional<Ratio> ahead() const {
        return gap ? told_by(upwards ? *gap : -*gap) : std::nullopt;
    }
    /// The same as a share of the plan.
    [[nodiscard]] std::optional<Ratio> completion_ahead() const {
        return completion ? told_by(*completion - Ratio(1)) : std::nullopt;
    }
    /// `beyond` the line, as the verdict sees it.
    [[nodiscard]] std::optional<Ratio> told_by(const Ratio& beyond) const {
        if (outcome != Outcome::not_met || beyond.sign() <= 0) return beyond;
        return both_sides ? std::optional(-beyond) : std::nullopt;
    }
};

/// Figures of a performance beside the verdict; those that nobody reads need not be found.
struct FiguresRead {
    bool completion = true;
    bool gap = true;  ///< and `unit`, `upwards` and `ahead()`
    friend constexpr FiguresRead operator|(const FiguresRead& a, const FiguresRead& b) noexcept {
        return {a.completion || b.completion, a.gap || b.gap};
    }
};

namespace detail {

/// Marks are summed exactly, so that an irrational gap (of an average growth) enters with 12 digits behind
/// the point of its base unit: 0.0000000001 points of a percentage.
inline Ratio rational_of(const Value& value) {
    return value.is_rational() ? value.rational() : value.rounded(12);
}

/// What the gap of a plain target is counted in; `unit` is its indicator's.
inline const UnitOfMeasure* unit_of_gap(PlainShape shape, const UnitOfMeasure& unit) {
    if (shape == PlainShape::level || shape == PlainShape::change_since)
        return &figure_units::of_difference(unit);
    return shape == PlainShape::multiple ? &figure_units::pure() : &figure_units::points();
}

/// What was found about a target, or about one member of a group that the target is for.
inline Performance performance_of(const Judgement& found, const Criterion& criterion) {
    Performance made;
    made.outcome = found.codes.outcome;
    made.status = found.codes.status;
    made.reason = found.codes.outcome == Outcome::undetermined ? found.codes.reason : Reason::none;
    if (!found.measured || !found.line) return made;
    made.gap = rational_of(found.measured.value() - found.line->at);
    made.unit = &figure_units::of_difference(found.measured.unit());
    made.upwards = found.line->upwards;
    made.both_sides = found.line->accepted.low.kind != Bound::Kind::infinite &&
                      found.line->accepted.high.kind != Bound::Kind::infinite;
    if (asks_for_level(criterion) && made.upwards && found.line->at.rational().sign() > 0)
        made.completion = found.measured.value().rational() / found.line->at.rational();
    return made;
}

/// The figures of a plain target, in integers; false where that does not tell them, and Judge has to.
inline bool find_plain_figures(Performance& made, const Evaluation& evaluation, const Assessment& assessment,
                               FiguresRead read) {
    const auto& target = PlanAccess::plain_targets(evaluation.plan())[assessment.target];
    if (target.shape == PlainShape::none) return false;
    const bool completion =
        target.shape == PlainShape::level && !target.against_series && is_floor(target.comparison);
    if (!read.gap && !completion) return true;
    if (target.shape == PlainShape::annual_growth) return false;  // the gap is a difference of roots
    const auto& plain = *evaluation.inputs()->plain;
    if (!read.gap && made.outcome != Outcome::undetermined) {
        if (const auto reached =
                plain.completion(target, evaluation.evidence(assessment), evaluation.as_of())) {
            made.completion = Ratio::of(reached->top, reached->bottom);
            return true;
        }
    }
    Assessment codes;
    PlainEvidence evidence;
    PlainFigures figures;
    if (!plain.judge(target, plain.locate(target), evaluation.as_of(), codes, evidence, &figures))
        return false;
    made.both_sides = target.comparison == Comparison::equal;
    if (!figures.has_line) return true;
    const auto measured = Ratio::of(figures.measured.top, figures.measured.bottom);
    const auto line = Ratio::of(figures.line.top, figures.line.bottom);
    if (read.gap) {
        made.gap = measured - line;
        made.unit = unit_of_gap(target.shape, evaluation.plan().indicators()[target.indicator].unit);
    }
    made.upwards = target.comparison != Comparison::at_most && target.comparison != Comparison::less_than;
    if (completion && line.sign() > 0) made.completion = measured / line;
    return true;
}

/// The verdict of an assessment, without figures.
inline Performance verdict_of(const Assessment& assessment, const Ratio& full) {
    Performance made;
    made.outcome = assessment.outcome;
    made.status = assessment.status;
    made.reason = assessment.outcome == Outcome::undetermined ? assessment.reason : Reason::none;
    made.full = full;
    return made;
}

/// Adds the figures that are read; maybe others.
inline void find_figures(Performance& made, const Evaluation& evaluation, const Assessment& assessment,
                         FiguresRead read) {
    const auto* target = evaluation.target_of(assessment);
    if (target == nullptr || (!read.completion && !read.gap) ||
        find_plain_figures(made, evaluation, assessment, read))
        return;
    const auto& criterion = evaluation.terms_of(*target).criterion();
    if (!read.gap && !asks_for_level(criterion)) return;
    Trace trace;
    const auto found = performance_of(judge_of(evaluation).judge(*target, trace), criterion);
    made.completion = found.completion;
    made.gap = found.gap;
    made.unit = found.unit;
    made.upwards = found.upwards;
    made.both_sides = found.both_sides;
}

}  // namespace detail

/// What a scoring rule reads of one assessment; `full` are the marks for what was asked for.
inline Performance performance_of(const Evaluation& evaluation, const Assessment& assessment,
                                  const Ratio& full = 1) {
    auto made = detail::verdict_of(assessment, full);
    detail::find_figures(made, evaluation, assessment, {});
    return made;
}

}  // namespace goalpost
