// SPDX-License-Identifier: BSL-1.0
// How the figures of an assessment come out of its judgement. Included by evaluate_impl.hpp and explain.hpp.
#pragma once

#include "goalpost/evaluate/arithmetic.hpp"
#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/evaluation.hpp"

namespace goalpost::detail {

/// actual / plan, where the criterion asks for at least so much of a level and the plan is positive (完成率).
inline Figure completion_figure(const Judgement& found) {
    if (!asks_for_level(*found.criterion) || found.criterion->quantifier.over_group())
        return Reason::not_applicable_figure;
    // About so much, where less is better: a share of it would read as if more were.
    if (!found.line->upwards || !found.measured.value().is_rational() || !found.line->at.is_rational())
        return Reason::not_applicable_figure;
    if (const auto none = no_share_of(found.line->at.rational()); none != Reason::none) return none;
    return {found.measured.value().rational() / found.line->at.rational(), figure_units::percent()};
}

inline Figure progress_figure(const Judgement& found) {
    if (!found.base) return found.base.reason();
    const bool rational = found.measured.value().is_rational() && found.line->at.is_rational() &&
                          found.base.value().is_rational();
    if (found.part_sum || !rational) return Reason::not_applicable_figure;
    const auto& base = found.base.value().rational();
    const auto& line = found.line->at.rational();
    if (base == line) return Reason::base_equals_target;
    if (found.codes.flags.has(Flag::met_at_base)) return Reason::base_meets_target;
    return {(found.measured.value().rational() - base) / (line - base), figure_units::percent()};
}

/// What is lacking to the nearest figure that is accepted, where more is asked for.
inline Figure needed_figure(const Judgement& found, const Value& gap, const UnitOfMeasure& unit) {
    const auto& least = found.line->accepted.low;
    if (!found.line->upwards || least.kind == Bound::Kind::infinite) return Reason::not_applicable_figure;
    const auto lacking = least.value - gap;
    const auto sign = lacking.sign();
    if (!sign) return Reason::edge_undecided;
    return {*sign > 0 ? lacking : Value(0), unit};
}

/// Where a straight line leads by the due date; a natural limit of the indicator is never passed.
inline Figure projected_figure(const Judgement& found, const Indicator& indicator) {
    if (found.codes.stage == Stage::final || !found.elapsed || found.elapsed->is_zero())
        return Reason::not_applicable_figure;
    const Ratio base = found.base && !found.part_sum ? found.base.value().rational() : Ratio(0);
    const auto& value = found.measured.value().rational();
    auto projected = projected_value(base, value, *found.elapsed);
    const auto& measure = found.criterion->measure;
    const bool own =
        measure.name == "level" || measure.name == "mean" || measure.name == "median" ||
        (measure.name == "coverage" && !measure.of);  // the indicator's own figure, or among them
    if (indicator.limit && own) {
        const Ratio limit = Ratio(*indicator.limit) * indicator.unit.factor();
        const bool passes = value <= limit ? limit < projected && base <= limit : projected < limit;
        if (passes) projected = limit;
    }
    const bool is_place = measure.name == "rank" || (own && indicator.kind == IndicatorKind::rank);
    if (is_place && projected < Ratio(1)) projected = 1;
    return {projected, found.measured.unit()};
}

/// The share of the way that should have been gone by now, where the plan's calendar is not a straight line:
/// the pace counts from that, not from the time gone.
inline Figure planned_figure(const Judgement& found) {
    if (found.codes.stage == Stage::final || !found.elapsed || !found.pace || !found.measured || !found.line)
        return Reason::not_applicable_figure;
    const auto& goal = found.line->at.rational();
    const auto start = found.part_sum ? Ratio(0) : found.base.value().rational();
    const auto gone = (found.measured.value().rational() - start) / (goal - start);
    const bool cap = found.part_sum && !found.line->upwards;  // there less is ahead
    const auto due = Value(gone) - *found.pace * Ratio(cap ? -1 : 1);
    const auto order = compare(due, Value(*found.elapsed));
    if (!order || *order == 0) return Reason::not_applicable_figure;
    return {due, figure_units::percent()};
}

/// Whether the plan states the base that was found: a figure without rows.
inline bool is_stated(const Judgement& found) {
    const auto& inputs = found.base_by.inputs;
    return !inputs.empty() && inputs.front().rows.empty();
}

/// Those of a figure that was held against its line.
inline void add_held_figures(Figures& figures, const Judgement& found, const Indicator& indicator) {
    const auto gap = found.measured.value() - found.line->at;
    const auto& unit = figure_units::of_difference(found.measured.unit());
    figures.required = Figure(found.line->at, found.measured.unit());
    each_turn(*found.line, [&](const Value& distance) {
        if (distance.sign() != 0) figures.edges.push_back(found.line->at + distance);
    });
    figures.gap = Figure(gap, unit);
    figures.completion = completion_figure(found);
    if (figures.completion)
        figures.over_fulfilment = Figure(figures.completion.value() - Value(1), figure_units::percent());
    figures.progress = progress_figure(found);
    if (found.pace) figures.pace = Figure(*found.pace, figure_units::points());
    figures.needed = needed_figure(found, gap, unit);
    figures.projected = projected_figure(found, indicator);
}

/// The figures of a target by the rules of Judge.
inline Figures judged_figures(const Evaluation& evaluation, const Target& target) {
    Figures figures;
    const auto judge = judge_of(evaluation);
    Trace trace(
        evaluation.terms_of(target).base.has_value());  // in detail where it is asked who states the base
    const auto found = judge.judge(target, trace);
    const auto reason =
        found.codes.reason == Reason::none ? Reason::not_applicable_figure : found.codes.reason;
    figures.measured =
        found.measured ? Figure(found.measured.value(), found.measured.unit()) : Figure(reason);
    figures.base = found.base ? Figure(found.base.value(), found.base.unit()) : Figure(found.base.reason());
    const bool in_parts =
        found.criterion != nullptr && (found.criterion->quantifier.kind == Quantifier::Kind::every ||
                                       found.criterion->quantifier.over_group());
    if (found.base && !in_parts) {
        figures.base_period = found.base_period;
        figures.base_is_stated = is_stated(found);
    }
    if (found.measured && found.line) {
        add_held_figures(figures, found, evaluation.plan().indicator_of(target));
    } else {
        figures.required = figures.gap = figures.progress = reason;
        if (!found.measured) figures.growth = reason;
    }
    if (found.codes.observed) {
        Trace aside;
        const auto growth =
            judge.measure(target, MeasureTerm{.name = "growth"}, *found.codes.observed, aside);
        figures.growth = growth ? Figure(growth.value(), growth.unit()) : Figure(growth.reason());
    }
    return figures;
}

}  // namespace goalpost::detail
