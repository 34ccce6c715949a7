// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by judge.hpp. From the target down to one
// criterion in one scope; the steps of that stand in the headers included at the end.
#pragma once

#include <algorithm>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/detail/periods.hpp"

namespace goalpost::detail {

GOALPOST_INLINE Series Judge::series_of(const Indicator& indicator, std::string_view scope) const {
    return binding_->series(indicator, scope, as_of_);
}

GOALPOST_INLINE void Judge::undetermined(Judgement& found, Reason reason) { leave_open(found.codes, reason); }

GOALPOST_INLINE Measured Judge::measure_at(const Indicator& indicator, std::string_view scope,
                                           const std::optional<Base>& base, const MeasureTerm& term,
                                           const Period& period, Trace& trace) const {
    const auto* measure = options_->measures.find(term.name);
    if (measure == nullptr) return Reason::unknown_measure;
    if (measure->traits().lacks_argument(term)) return Reason::incomplete_measure;
    trace.formula({});
    return (*measure)(
        MeasureView(*plan_, *data_, *binding_, as_of_, indicator, scope, term, period, base, trace));
}

GOALPOST_INLINE Measured Judge::measure(const Target& target, const MeasureTerm& term, const Period& period,
                                        Trace& trace) const {
    return measure_at(plan_->indicator_of(target), plan_->scope_of(target), terms_of(target).base, term,
                      period, trace);
}

GOALPOST_INLINE Reading Judge::level(const Target& target, const Period& period) const {
    Trace trace;
    const MeasureTerm term;
    return MeasureView(*plan_, *data_, *binding_, as_of_, plan_->indicator_of(target),
                       plan_->scope_of(target), term, period, terms_of(target).base, trace)
        .level();
}

GOALPOST_INLINE Measured Judge::measure_reference(const SeriesReference& reference,
                                                  std::string_view own_scope, const Period& period,
                                                  Trace& trace) const {
    const std::optional<Base> no_base;  // a base that the plan states is that of the target's own indicator
    const auto& series = *reference.measure.of;
    auto term = reference.measure;
    term.of.reset();
    return measure_at(*plan_->find_indicator(series.indicator),
                      series.scope.empty() ? own_scope : std::string_view(series.scope), no_base, term,
                      period, trace);
}

GOALPOST_INLINE Judgement Judge::judge(const Target& target, Trace& trace) const {
    Judgement found;
    if (const auto out = not_counted(target); out != Reason::none) {
        undetermined(found, out);
        found.codes.status = Status::not_counted;
        return found;
    }
    const auto terms = terms_of(target);
    found = judge_reading(target, terms, terms.criterion(), trace);
    if (trace.detailed() && terms.readings.size() > 1) found.readings.push_back(Judgement(found));
    for (std::size_t i = 1; i < terms.readings.size(); ++i) {
        const auto other = judge_reading(target, terms, terms.readings[i], trace);
        if (trace.detailed()) found.readings.push_back(other);
        join_reading(found, other);
    }
    found.codes.flags |= trace.flags();
    if (terms.is_earlier) found.codes.flags |= Flag::earlier_version;
    if (target.manual) found.codes.flags |= Flag::manual;
    return found;
}

/// Readings that agree give their verdict, as firm as the least firm of them; where one is undetermined, so
/// are all, for its reason; where they contradict each other, there is no verdict.
GOALPOST_INLINE void Judge::join_reading(Judgement& found, const Judgement& other) {
    auto& codes = found.codes;
    if (codes.outcome == other.codes.outcome) {
        if (codes.certainty < other.codes.certainty) codes.certainty = other.codes.certainty;
        if (codes.status == other.codes.status) return;
        // Of achieved, achieved early and on track the later says less.
        codes.status =
            codes.outcome == Outcome::met ? std::max(codes.status, other.codes.status) : Status::undetermined;
        codes.flags |= other.codes.flags & Flags(Flag::may_fall_back);
    } else if (other.codes.outcome == Outcome::undetermined) {
        undetermined(found, other.codes.reason);
        codes.status = other.codes.status;
    } else if (codes.outcome != Outcome::undetermined) {
        undetermined(found, Reason::readings_disagree);
        codes.status = Status::undetermined;
    }
}

GOALPOST_INLINE Criterion since_base(const Criterion& criterion, const Period& base) {
    auto cumulative = criterion;
    const auto count_from = [&](MeasureTerm& term) {
        if ((term.name == "growth" || term.name == "change") && !term.since) term.since = base;
    };
    count_from(cumulative.measure);
    if (auto* reference = std::get_if<SeriesReference>(&cumulative.reference)) count_from(reference->measure);
    return cumulative;
}

GOALPOST_INLINE Judgement Judge::judge_reading(const Target& target, const TargetTerms& terms,
                                               const Criterion& criterion, Trace& trace) const {
    const auto& indicator = plan_->indicator_of(target);
    const auto* measure = options_->measures.find(criterion.measure.name);
    if (measure == nullptr) {
        Judgement found;
        undetermined(found, Reason::unknown_measure);
        return found;
    }
    Case one{&target, &criterion, &indicator, plan_->scope_of(target), measure, terms.due, &terms.base};
    Criterion over_plan;
    if (criterion.quantifier.kind == Quantifier::Kind::over_the_plan) {
        one.due = plan_->head().horizon;
        over_plan = since_base(criterion, period_before(one.due, last_year_of(one.due)));
        one.criterion = &over_plan;
    }
    auto found = criterion.quantifier.kind == Quantifier::Kind::every ? judge_every(one, trace)
                 : criterion.quantifier.over_group()                  ? judge_group(one, trace)
                                                                      : judge_one(one, trace);
    found.criterion = &criterion;
    return found;
}

/// One criterion, one scope, one due period: locate the figure, hold it against the line, say where it
/// stands.
GOALPOST_INLINE Judgement Judge::judge_one(const Case& one, Trace& trace) const {
    Judgement found;
    const auto flags_of_others = trace.take_flags();  // of other readings, periods and members
    found.accumulates = accumulates(*one.measure, *one.indicator);
    const auto reading = reading_period(*one.criterion, *one.measure, *one.indicator, one.due);
    found.base_period = *one.base ? (*one.base)->period : period_before(plan_->head().horizon, reading);
    if (locate(one, found, trace)) settle(one, found, trace);
    found.codes.flags |= trace.flags();
    trace.flag(flags_of_others);
    conclude(found);
    return found;
}

}  // namespace goalpost::detail

#include "goalpost/evaluate/detail/draw_line.hpp"
#include "goalpost/evaluate/detail/locate.hpp"
#include "goalpost/evaluate/detail/quantified.hpp"
#include "goalpost/evaluate/detail/settle.hpp"
