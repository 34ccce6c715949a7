// SPDX-License-Identifier: BSL-1.0
// How an explanation is put together from a detailed judgement. Included by explanation.hpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/criterion_words_impl.hpp"
#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/detail/judged_figures.hpp"
#include "goalpost/evaluate/detail/own_unit.hpp"
#include "goalpost/evaluate/detail/periods.hpp"
#include "goalpost/evaluate/explanation.hpp"
#include "goalpost/model/criterion_text.hpp"

namespace goalpost {
namespace detail {

/// Where a letter stands in a formula as a word of its own; npos where it does not.
inline std::size_t place_in_formula(std::string_view formula, std::string_view symbol) {
    const auto is_letter = [&](std::size_t i) {
        return i < formula.size() && ((formula[i] >= 'a' && formula[i] <= 'z') || formula[i] == '_');
    };
    for (auto at = formula.find(symbol); at != std::string_view::npos; at = formula.find(symbol, at + 1)) {
        if (!is_letter(at + symbol.size()) && (at == 0 || !is_letter(at - 1))) return at;
    }
    return std::string_view::npos;
}

/// Puts behind `all` what was looked for in vain: see missing_figures.hpp.
inline void add_missing(std::vector<MissingFigure>& all, const std::vector<Absence>& absences,
                        const Evaluation& evaluation);

/// Puts together the explanation of one target.
class Explainer {
  public:
    Explainer(const Evaluation& evaluation, const Assessment& assessment, const Target& target)
        : evaluation_(&evaluation), assessment_(&assessment), target_(&target) {
        auto [judged, trace] = details_of(evaluation, assessment);
        found_ = std::move(judged);
        trace_ = std::move(trace);
        if (found_.criterion == nullptr) return;
        criterion_ = *found_.criterion;
        due_ = terms().due;
        if (criterion_.quantifier.kind == Quantifier::Kind::over_the_plan) {
            due_ = plan().head().horizon;
            criterion_ = since_base(criterion_, period_before(due_, last_year_of(due_)));
        }
    }

    [[nodiscard]] Explanation explain() const {
        Explanation made;
        heading(made);
        made.figures = evaluation_->figures(*assessment_);
        if (found_.elapsed) made.elapsed = Figure(*found_.elapsed, figure_units::percent());
        made.planned = planned_figure(found_);
        const auto readings = terms().readings;
        for (std::size_t i = 0; i < found_.readings.size(); ++i) {
            const bool known = i < readings.size();
            made.readings.push_back(
                part(known ? goalpost::text(readings[i]) : "", std::nullopt, found_.readings[i]));
            if (known) made.readings.back().criterion_zh = in_chinese(readings[i]);
        }
        if (found_.criterion != nullptr) {
            if (criterion_.quantifier.kind == Quantifier::Kind::every || criterion_.quantifier.over_group()) {
                parts(made);
            } else {
                calculations(made);
                if (!found_.measured) made.missing = missing();
            }
        }
        for (const auto& both : trace_.contradictions())
            made.conflicts.push_back({both.flag, both.indicator, both.period, Figure(both.used, *both.unit),
                                      Figure(both.other, *both.unit)});
        for (const auto index : evaluation_->evidence(*assessment_))
            made.evidence.push_back(row(index));
        return made;
    }

  private:
    [[nodiscard]] TargetTerms terms() const { return evaluation_->terms_of(*target_); }
    [[nodiscard]] const Plan& plan() const { return evaluation_->plan(); }
    [[nodiscard]] const Indicator& indicator() const { return plan().indicator_of(*target_); }
    [[nodiscard]] std::string in_chinese(const Criterion& criterion) const {
        return words(criterion, indicator(), plan(), Language::zh);
    }

    void heading(Explanation& made) const {
        const auto& codes = *assessment_;
        made.target = target_->id;
        made.indicator = indicator().name;
        made.scope = plan().scope_of(*target_);
        made.due = terms().due;
        made.criterion = goalpost::text(terms().criterion());
        made.criterion_zh = in_chinese(terms().criterion());
        if (codes.flags.has(Flag::earlier_version)) {
            for (const auto& version : target_->versions) {
                if (version.readings.data() != terms().readings.data()) continue;
                made.in_force_until = version.until;
                made.why_adjusted = version.why;
            }
        }
        made.manual = target_->manual;
        made.outcome = codes.outcome;
        made.stage = codes.stage;
        made.status = codes.status;
        made.certainty = codes.certainty;
        made.reason = codes.reason;
        made.flags = codes.flags;
        made.observed = codes.observed;
        made.held = codes.held;
        made.failed = codes.failed;
        made.unknown = codes.unknown;
    }

    [[nodiscard]] ExplainedRow row(std::uint32_t index) const {
        const auto& data = evaluation_->observations();
        const auto& row = data.row(index);
        const auto& unit = data.unit(row);
        return {index,
                std::string(data.indicator_name(row.indicator)),
                std::string(data.scope_name(row.scope)),
                row.period,
                row.basis,
                Figure(Ratio(row.value) * unit.factor(), unit),
                row.value.text(),
                row.qualifier,
                row.status,
                row.series_break,
                std::string(data.source(row))};
    }

    [[nodiscard]] Calculation calculation(const Working& working, const MeasureTerm& term,
                                          const Period& period, const Measured& result) const {
        Calculation made{goalpost::text(term),        period, working.formula, {}, {},
                         Reason::missing_observation, {}};
        if (term.since && place_in_formula(working.formula, "n") != std::string_view::npos)
            made.years = years_between(*term.since, period);
        for (const auto& input : working.inputs) {
            ExplainedInput shown{input.symbol,
                                 input.indicator,
                                 input.scope,
                                 input.period,
                                 input.basis,
                                 Figure(Value(input.value), *input.unit),
                                 {}};
            for (const auto index : input.rows)
                shown.rows.push_back(row(index));
            made.inputs.push_back(std::move(shown));
        }
        const auto place = [&](const ExplainedInput& input) {
            return place_in_formula(made.formula, input.symbol);
        };
        std::stable_sort(
            made.inputs.begin(), made.inputs.end(),
            [&](const ExplainedInput& a, const ExplainedInput& b) { return place(a) < place(b); });
        if (result) made.result = Figure(result.value(), result.unit());
        return made;
    }

    void calculations(Explanation& made) const {
        const auto observed = found_.read_at.value_or(reading());
        const bool worked = found_.measured || !is_absence(found_.codes.reason);
        if (worked && (found_.measured || !found_.measured_by.inputs.empty()))
            made.measured = calculation(found_.measured_by, criterion_.measure, observed, found_.measured);
        if (found_.base)
            made.base = calculation(found_.base_by, criterion_.measure, found_.base_period, found_.base);
        if (!found_.measured || !found_.line) return;
        made.comparison = comparison();
        made.measured->edges = made.comparison->edges;
        if (const auto* reference = std::get_if<SeriesReference>(&criterion_.reference)) {
            made.line = calculation(found_.line_by, reference->measure, observed, line_before(*reference));
            made.line->edges.push_back(found_.measured.value());
        }
        if (found_.codes.flags.has(Flag::met_at_target_precision) || found_.compared)
            at_target_precision(made);
    }

    /// What the other series gave, before its margin.
    [[nodiscard]] Measured line_before(const SeriesReference& reference) const {
        const auto& line = *found_.line;
        const auto margin = plan().unit_set().parse(reference.margin_unit);
        const auto move =
            reference.margin_unit.empty() || !margin ? Ratio(0) : Ratio(reference.margin) * margin->factor();
        return {line.at - Value(move), line.range, found_.measured.unit()};
    }

    [[nodiscard]] static std::vector<Value> edges_of(const Line& line) {
        std::vector<Value> edges;
        each_turn(line, [&](const Value& distance) { edges.push_back(line.at + distance); });
        return edges;
    }

    [[nodiscard]] ExplainedComparison comparison() const {
        const auto& line = *found_.line;
        const auto& unit = found_.measured.unit();
        ExplainedComparison made;
        const auto& compared = found_.compared ? *found_.compared : found_.measured;
        made.measured = Figure(compared.value(), unit);
        made.range = compared.range();
        made.comparison = criterion_.comparison;
        made.line = Figure(line.at, unit);
        made.line_range = line.range;
        made.edges = edges_of(line);
        auto stated = criterion_;
        auto& reference = stated.reference;
        made.by_series = std::holds_alternative<SeriesReference>(reference);
        made.is_place = compares_places(criterion_.measure, indicator());
        const auto name_unit = [&](SharedText& symbol) {
            symbol = symbol_of(symbol);
            made.same_unit = symbol == unit.symbol();
        };
        if (auto* number = std::get_if<NumberReference>(&reference)) name_unit(number->unit);
        if (auto* range = std::get_if<RangeReference>(&reference)) name_unit(range->unit);
        if (criterion_.comparison != Comparison::improves)
            made.reference_zh = CriterionZh(plan(), indicator()).reference(stated);
        if (auto* series = std::get_if<SeriesReference>(&reference)) name_series(series->measure);
        if (criterion_.comparison != Comparison::improves) made.reference = goalpost::text(reference);
        const auto holding = hold(compared, line);
        made.met = holding.met;
        made.firm = holding.firm;
        made.is_near = is_near(made);
        return made;
    }

    /// People know indicators and groups by their names.
    void name_series(MeasureTerm& term) const {
        const auto* indicator = term.of ? plan().find_indicator(term.of->indicator) : nullptr;
        if (indicator != nullptr && !indicator->name.empty()) term.of->indicator = indicator->name;
        const auto* group = plan().find_group(term.group);
        if (group != nullptr && !group->name.empty()) term.group = group->name;
    }

    /// Whether an edge lies within the range, stretched at both ends by its own length.
    [[nodiscard]] static bool is_near(const ExplainedComparison& compared) {
        const auto distances = difference(compared.range, compared.line_range);
        const auto& low = distances.low;
        const auto& high = distances.high;
        if (low.kind == Bound::Kind::infinite || high.kind == Bound::Kind::infinite) return true;
        const auto length = high.value - low.value;
        if (length.sign() == 0) return false;
        return std::any_of(compared.edges.begin(), compared.edges.end(), [&](const Value& edge) {
            const auto distance = edge - compared.line.value();
            const auto above = (distance - (low.value - length)).sign();
            const auto under = ((high.value + length) - distance).sign();
            return above && under && *above >= 0 && *under >= 0;
        });
    }

    /// The unit of a number of the criterion: where it names none, the indicator's, or that of the rate.
    [[nodiscard]] std::string symbol_of(const std::string& stated) const {
        if (!stated.empty()) return stated;
        const auto* measure = evaluation_->options().measures.find(criterion_.measure.name);
        const auto traits = measure != nullptr ? measure->traits() : MeasureTraits();
        return own_unit(traits, indicator(), found_.measured.unit()).symbol();
    }

    void at_target_precision(Explanation& made) const {
        const auto& number = std::get<NumberReference>(criterion_.reference);
        const auto symbol = symbol_of(number.unit);
        const auto unit = plan().unit_set().parse(symbol);
        if (!unit) return;
        const auto shown = shown_in(*unit, found_.measured.value());
        const auto digits = shown.fixed(number.value.places());
        made.at_target_precision = with_unit(digits, *unit);
        made.at_target_precision_zh = with_unit(digits, *unit, Language::zh);
    }

    [[nodiscard]] ExplainedPart part(std::string name, std::optional<Period> period,
                                     const Judgement& judged) const {
        ExplainedPart made;
        made.name = std::move(name);
        made.period = std::move(period);
        made.outcome = judged.codes.outcome;
        made.reason = judged.codes.reason;
        if (judged.measured) made.measured = Figure(judged.measured.value(), judged.measured.unit());
        if (judged.measured && judged.line) {
            made.line = Figure(judged.line->at, judged.measured.unit());
            made.edges = edges_of(*judged.line);
        }
        return made;
    }

    void parts(Explanation& made) const {
        const bool every = criterion_.quantifier.kind == Quantifier::Kind::every;
        for (std::size_t i = 0; i < found_.parts.size(); ++i) {
            const auto& judged = found_.parts[i];
            const auto& name = found_.part_names[i];
            std::optional<Period> period;
            if (every) period = Period::parse(name).value();
            auto shown = part(name, period, judged);
            // A figure of another period says nothing of this one.
            const auto& codes = judged.codes;
            const bool elsewhere = period && codes.observed && !period->contains(*codes.observed);
            const bool open = every && codes.stage == Stage::interim &&
                              codes.status != Status::achieved_early && codes.status != Status::missed;
            if (elsewhere || open || shown.outcome == Outcome::undetermined) {
                shown.outcome = Outcome::undetermined;
                shown.measured = shown.line =
                    shown.reason == Reason::none ? Reason::missing_observation : shown.reason;
            }
            made.parts.push_back(std::move(shown));
        }
    }

    [[nodiscard]] Period reading() const {
        const auto* measure = evaluation_->options().measures.find(criterion_.measure.name);
        if (measure == nullptr) return due_;
        return reading_period(criterion_, *measure, indicator(), due_);
    }

    /// Looks for the due figures once more, and notes which are not there.
    [[nodiscard]] std::vector<MissingFigure> missing() const {
        std::vector<MissingFigure> all;
        if (!is_absence(found_.codes.reason)) return all;
        const auto judge = judge_of(*evaluation_);
        const auto note = [&](const Measured& measured, const Trace& trace) {
            if (!measured) add_missing(all, trace.absences(), *evaluation_);
        };
        Trace own(true);
        note(judge.measure(*target_, criterion_.measure, reading(), own), own);
        if (const auto* reference = std::get_if<SeriesReference>(&criterion_.reference)) {
            Trace other(true);
            note(judge.measure_reference(*reference, plan().scope_of(*target_), reading(), other), other);
        }
        return all;
    }

    const Evaluation* evaluation_;
    const Assessment* assessment_;
    const Target* target_;
    Judgement found_;
    Trace trace_;
    Criterion criterion_;  // as it was judged: `over the plan` counts growth from the base
    Period due_ = Period::year(2000);
};

}  // namespace detail

GOALPOST_INLINE Explanation explain(const Evaluation& evaluation, const Assessment& assessment) {
    if (const auto* target = evaluation.target_of(assessment))
        return detail::Explainer(evaluation, assessment, *target).explain();
    const auto& invalid = evaluation.invalid_target_of(assessment);
    Explanation made;
    made.target = invalid.id;
    made.problem = invalid.problem;
    made.outcome = assessment.outcome;
    made.status = assessment.status;
    made.reason = assessment.reason;
    return made;
}

}  // namespace goalpost

#include "goalpost/evaluate/detail/missing_figures.hpp"
