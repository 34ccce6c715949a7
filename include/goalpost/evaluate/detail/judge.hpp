// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/assessment.hpp"
#include "goalpost/evaluate/line.hpp"
#include "goalpost/evaluate/measure.hpp"
#include "goalpost/evaluate/options.hpp"
#include "goalpost/evaluate/pace.hpp"
#include "goalpost/result.hpp"

namespace goalpost::detail {

/// Everything found about one target or one member of it; assessments and figures are cut from it.
struct Judgement {
    Assessment codes;
    Measured measured{Reason::missing_observation};
    Measured base{Reason::missing_base};
    Period base_period = Period::year(2000);
    const Criterion* criterion = nullptr;  ///< of the version and reading that was judged
    std::optional<Line> line;
    std::optional<Value> pace;     ///< as a share: 0.05 is five points ahead
    std::optional<Ratio> elapsed;  ///< share of the target's own span
    bool accumulates = false;      ///< a flow whose part-period values grow towards the target
    bool part_sum = false;         ///< what was measured is such a part
    // Only when details are wanted:
    std::vector<Judgement> parts;  ///< periods or members of a quantifier
    std::vector<std::string> part_names;
    std::vector<Judgement> readings;  ///< each by itself, where the words can mean several things
    Working measured_by;
    Working line_by;  ///< where the line is drawn by another series
    Working base_by;
};

/// Judges targets of one plan by one set of observations. Reads only; safe from any number of threads.
class Judge {
  public:
    Judge(const Plan& plan, const Observations& data, const Binding& binding, const Date& as_of,
          const EvaluateOptions& options)
        : plan_(&plan), data_(&data), binding_(&binding), as_of_(as_of), options_(&options) {}

    [[nodiscard]] Judgement judge(const Target& target, Trace& trace) const;
    /// Measures without judging, for figures that stand beside the verdict.
    [[nodiscard]] Measured measure(const Target& target, std::string_view scope, const MeasureTerm& term,
                                   const Period& period, Trace& trace) const;
    /// The other series that a criterion compares with, at a period: what is missing there shows in the
    /// trace.
    [[nodiscard]] Measured measure_reference(const Target& target, const SeriesReference& reference,
                                             const Period& period, Trace& trace) const;

    struct Terms {  // of one version of a target
        std::span<const Criterion> readings;
        Period due;
        const std::optional<Base>* base;
        bool earlier;
    };
    /// What the target asks for, in the version that is judged.
    [[nodiscard]] Terms terms_of(const Target& target) const;

  private:
    struct Case {  // one criterion of one target in one scope
        const Target* target;
        const Criterion* criterion;
        const Indicator* indicator;
        std::string_view scope;
        const AnyMeasure* measure;
        Period due;
        const std::optional<Base>* base;
    };
    [[nodiscard]] Judgement judge_reading(const Target& target, const Terms& terms,
                                          const Criterion& criterion, Trace& trace) const;
    [[nodiscard]] Judgement judge_every(const Case& one, Trace& trace) const;
    [[nodiscard]] Judgement judge_group(const Case& one, Trace& trace) const;
    [[nodiscard]] Judgement judge_one(const Case& one, Trace& trace) const;
    [[nodiscard]] Measured measure_at(const Case& one, const MeasureTerm& term, const Period& period,
                                      Trace& trace) const;
    [[nodiscard]] bool locate(const Case& one, Judgement& found, Trace& trace) const;
    [[nodiscard]] Reason try_at(const Case& one, const Period& period, Judgement& found, Trace& trace) const;
    [[nodiscard]] Result<Line, Reason> draw_line(const Case& one, const Period& period,
                                                 const UnitOfMeasure& unit, Trace& trace) const;
    [[nodiscard]] Result<Line, Reason> draw_line(const Case& one, const SeriesReference& reference,
                                                 const Period& period, const UnitOfMeasure& unit,
                                                 Trace& trace) const;
    /// How many base units one of `symbol` is, where the measured unit can be held against it.
    [[nodiscard]] std::optional<Ratio> factor_of(const Case& one, const std::string& symbol,
                                                 const UnitOfMeasure& measured, bool margin) const;
    void find_pace(const Case& one, Judgement& found) const;
    [[nodiscard]] std::vector<Period> candidates(const Case& one, const Period& base_period) const;
    void settle(const Case& one, Judgement& found, Trace& trace) const;
    void measure_base(const Case& one, Judgement& found, Trace& trace) const;
    void settle_interim(const Case& one, Judgement& found, const Holding& holding) const;
    void note_target_precision(const Case& one, Judgement& found) const;
    void conclude(Judgement& found) const;

    [[nodiscard]] Reason absence(const Case& one, const Period& reading, Reason found) const;
    [[nodiscard]] Series series_of(const Indicator& indicator, std::string_view scope) const {
        const auto index = static_cast<std::size_t>(&indicator - plan_->indicators().data());
        return {*data_, indicator, binding_->spans(index, scope), as_of_};
    }
    [[nodiscard]] bool over(const Period& period) const { return period.last() <= as_of_; }
    static void undetermined(Judgement& found, Reason reason) {
        found.codes.outcome = Outcome::undetermined;
        found.codes.certainty = Certainty::open;
        found.codes.reason = reason;
        found.codes.flags.remove(Flag::over_fulfilled);  // both are said of a verdict
        found.codes.flags.remove(Flag::met_at_target_precision);
    }
    static void join_reading(Judgement& found, const Judgement& other);

    const Plan* plan_;
    const Observations* data_;
    const Binding* binding_;
    Date as_of_;
    const EvaluateOptions* options_;
};

/// A flow whose part-period values grow towards the target.
inline bool accumulates(const AnyMeasure& measure, const Indicator& indicator) {
    return measure.traits().accumulates && indicator.kind == IndicatorKind::flow;
}

/// Whether anything was published for a part of that period.
inline bool seen_within(const Series& series, const Period& period) {
    for (const auto row : series.rows()) {
        if (period.contains(series.data().row(row).period)) return true;
    }
    return false;
}

/// The last year of a due period of several: what a stock, a ratio or a since-measure is read at.
inline Period last_year_of(const Period& due) {
    const auto months = due.months();
    if (!months || *months <= 12) return due;
    return Period::days(date_in(month_number(due.last()) - 11, 1), due.last());
}

/// Where a criterion is read when it is due.
inline Period reading_period(const Criterion& criterion, const AnyMeasure& measure,
                             const Indicator& indicator, const Period& due) {
    const bool sums =
        indicator.kind == IndicatorKind::flow && !measure.traits().growth && !criterion.measure.since;
    return sums ? due : last_year_of(due);
}

/// The equal-length period just before the horizon.
inline Period period_before(const Period& horizon, const Period& reading) {
    if (const auto months = reading.months(); months && horizon.months()) {
        const int begin = month_number(horizon.first());
        return Period::days(date_in(begin - *months, 1), date_in(begin - 1, 31));
    }
    const auto last = horizon.first() - boost::gregorian::date_duration(1);
    return Period::days(last - boost::gregorian::date_duration(reading.length_in_days() - 1), last);
}

inline Measured Judge::measure_at(const Case& one, const MeasureTerm& term, const Period& period,
                                  Trace& trace) const {
    const auto* measure = options_->measures.find(term.name);
    if (measure == nullptr) return Reason::unknown_measure;
    const auto& needs = measure->traits();
    const bool lacks = (needs.needs_since && !term.since) || (needs.needs_other && !term.of) ||
                       (needs.needs_group && term.group.empty());
    if (lacks) return Reason::unknown_measure;
    trace.formula({});
    return (*measure)(MeasureView(*plan_, *data_, *binding_, as_of_, *one.indicator, one.scope, term, period,
                                  *one.base, trace));
}

inline Measured Judge::measure(const Target& target, std::string_view scope, const MeasureTerm& term,
                               const Period& period, Trace& trace) const {
    const auto& indicator = plan_->indicator_of(target);
    return measure_at({&target, &target.criterion(), &indicator, scope, nullptr, period, &target.base}, term,
                      period, trace);
}

inline Measured Judge::measure_reference(const Target& target, const SeriesReference& reference,
                                         const Period& period, Trace& trace) const {
    const std::optional<Base> no_base;  // a base that the plan states is that of the target's own indicator
    const auto& series = *reference.measure.of;
    const std::string_view scope = series.scope.empty() ? plan_->scope_of(target) : series.scope;
    auto term = reference.measure;
    term.of.reset();
    return measure_at({&target, &target.criterion(), plan_->find_indicator(series.indicator), scope, nullptr,
                       period, &no_base},
                      term, period, trace);
}

inline Judgement Judge::judge(const Target& target, Trace& trace) const {
    Judgement found;
    if (target.standing != Standing::active) {
        undetermined(found,
                     target.standing == Standing::withdrawn ? Reason::withdrawn : Reason::not_applicable);
        found.codes.status = Status::not_counted;
        return found;
    }
    const auto terms = terms_of(target);
    found = judge_reading(target, terms, terms.readings.front(), trace);
    if (trace.detailed() && terms.readings.size() > 1) found.readings.push_back(Judgement(found));
    for (const auto& reading : terms.readings.subspan(1)) {
        const auto other = judge_reading(target, terms, reading, trace);
        if (trace.detailed()) found.readings.push_back(other);
        join_reading(found, other);
    }
    found.codes.flags |= trace.flags();
    if (terms.earlier) found.codes.flags |= Flag::earlier_version;
    if (target.manual) found.codes.flags |= Flag::manual;
    return found;
}

/// Readings that agree give their verdict, as firm as the least firm of them; where one is undetermined, so
/// are all, for its reason; where they contradict each other, there is no verdict.
inline void Judge::join_reading(Judgement& found, const Judgement& other) {
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

/// The version of a target that is to be judged.
inline Judge::Terms Judge::terms_of(const Target& target) const {
    const auto earlier = [](const TargetVersion& version) {
        return Terms{version.readings, version.due, &version.base, true};
    };
    if (options_->versions == TargetVersions::original && !target.versions.empty())
        return earlier(target.versions.front());
    if (options_->versions == TargetVersions::in_force) {
        for (const auto& version : target.versions) {
            if (as_of_ < version.until) return earlier(version);
        }
    }
    return {target.readings, target.due, &target.base, false};
}

/// Over the plan, growth is counted from the base: the criterion with `since` the period before the horizon.
inline Criterion since_base(const Criterion& criterion, const Period& base) {
    auto cumulative = criterion;
    const auto count_from = [&](MeasureTerm& term) {
        if ((term.name == "growth" || term.name == "change") && !term.since) term.since = base;
    };
    count_from(cumulative.measure);
    if (auto* reference = std::get_if<SeriesReference>(&cumulative.reference)) count_from(reference->measure);
    return cumulative;
}

inline Judgement Judge::judge_reading(const Target& target, const Terms& terms, const Criterion& criterion,
                                      Trace& trace) const {
    const auto& indicator = plan_->indicator_of(target);
    const auto* measure = options_->measures.find(criterion.measure.name);
    if (measure == nullptr) {
        Judgement found;
        undetermined(found, Reason::unknown_measure);
        return found;
    }
    Case one{&target, &criterion, &indicator, plan_->scope_of(target), measure, terms.due, terms.base};
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
inline Judgement Judge::judge_one(const Case& one, Trace& trace) const {
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

inline Reason Judge::try_at(const Case& one, const Period& period, Judgement& found, Trace& trace) const {
    auto mark = trace.mark();
    auto measured = measure_at(one, one.criterion->measure, period, trace);
    if (trace.detailed()) found.measured_by = trace.working_since(mark);
    if (!measured) return measured.reason();
    mark = trace.mark();
    auto line = draw_line(one, period, measured.unit(), trace);
    if (trace.detailed() && std::holds_alternative<SeriesReference>(one.criterion->reference))
        found.line_by = trace.working_since(mark);
    const auto reason = line ? Reason::none : line.error();
    if (reason == Reason::none || reason == Reason::masked_target) {
        found.measured = std::move(measured);
        found.codes.observed = period;
    }
    if (line) found.line = *std::move(line);
    return reason;
}

/// Finds the figure that is to be judged: that of the due period, else the latest before it that says
/// something.
inline bool Judge::locate(const Case& one, Judgement& found, Trace& trace) const {
    const auto absent = [](Reason reason) {
        return reason == Reason::missing_observation || reason == Reason::missing_comparison ||
               reason == Reason::missing_base;
    };
    const auto reading = reading_period(*one.criterion, *one.measure, *one.indicator, one.due);
    const auto mark = trace.mark();
    Reason first = Reason::missing_observation;
    if (over(reading)) {
        first = try_at(one, reading, found, trace);
        if (!absent(first)) {
            found.codes.stage = Stage::final;
            if (first != Reason::none) undetermined(found, first);
            return first == Reason::none;
        }
        trace.rewind(mark);
    }
    for (const auto& period : candidates(one, found.base_period)) {
        const auto reason = try_at(one, period, found, trace);
        if (!absent(reason)) {
            found.codes.stage = Stage::interim;
            if (reason != Reason::none) undetermined(found, reason);
            return reason == Reason::none;
        }
        if (reason == Reason::missing_comparison) first = reason;
        trace.rewind(mark);
    }
    undetermined(found, absence(one, reading, first));
    return false;
}

/// Why there is no figure to judge: rule 1 where nothing was ever published, else 6 or 7.
inline Reason Judge::absence(const Case& one, const Period& reading, Reason found) const {
    if (one.criterion->is_masked()) return Reason::masked_target;
    if (found == Reason::missing_base) return found;
    const auto own = series_of(*one.indicator, one.scope);
    if (const auto* reference = std::get_if<SeriesReference>(&one.criterion->reference)) {
        const auto& name = *reference->measure.of;
        const auto scope = name.scope.empty() ? one.scope : std::string_view(name.scope);
        const auto other = series_of(*plan_->find_indicator(name.indicator), scope);
        const bool one_sided = seen_within(own, one.due) != seen_within(other, one.due);
        if (over(reading) && one_sided) return Reason::missing_comparison;
    }
    if (over(reading) && found == Reason::missing_comparison) return found;
    if (own.empty()) return Reason::missing_observation;
    return over(reading) ? Reason::final_value_missing : Reason::not_due;
}

/// Periods before the due one at which the criterion may be read, latest first.
inline std::vector<Period> Judge::candidates(const Case& one, const Period& base_period) const {
    const auto reading = reading_period(*one.criterion, *one.measure, *one.indicator, one.due);
    const auto own = series_of(*one.indicator, one.scope);
    const bool sums = accumulates(*one.measure, *one.indicator);
    std::vector<Period> periods;
    for (const auto row : own.rows()) {
        auto period = data_->row(row).period;
        if (reading.last() < period.last() || period == reading || period.last() <= base_period.last())
            continue;
        if (sums) {
            if (one.due.first() <= period.first()) {
                period = Period::days(one.due.first(), period.last());
            } else if (period.months() != one.due.months()) {
                continue;
            }
            if (period == reading) continue;
        }
        periods.push_back(period);
    }
    std::ranges::sort(periods, [](const Period& a, const Period& b) { return b < a; });
    periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
    return periods;
}

/// The same measure at the base period, where that has a meaning.
inline void Judge::measure_base(const Case& one, Judgement& found, Trace& trace) const {
    const auto& traits = one.measure->traits();
    const bool series = std::holds_alternative<SeriesReference>(one.criterion->reference);
    const auto reading = reading_period(*one.criterion, *one.measure, *one.indicator, one.due);
    const bool unlike = found.accumulates && found.base_period.months() != reading.months();
    if (traits.growth || !traits.has_base || one.criterion->measure.since || series || unlike) {
        found.base = Reason::not_applicable_figure;
        return;
    }
    if (!over(found.base_period)) return;
    const auto mark = trace.mark();
    auto base = measure_at(one, one.criterion->measure, found.base_period, trace);
    if (base) {
        found.base = std::move(base);
        if (trace.detailed()) found.base_by = trace.working_since(mark);
        const bool stated = one.base->has_value();
        if (!stated && series_of(*one.indicator, one.scope).is_revised(found.base_period))
            trace.flag(Flag::base_revised);
        trace.restore_flags(mark, Flag::base_conflict | Flags(Flag::base_revised));
    } else {
        trace.rewind(mark);
        found.base = base.reason() == Reason::missing_observation ? Measured(Reason::missing_base) : base;
    }
}

/// Rules 2 to 7 of docs/judging.md, in their order.
inline void Judge::settle(const Case& one, Judgement& found, Trace& trace) const {
    const auto holding = hold(found.measured, *found.line);
    measure_base(one, found, trace);
    if (!holding.decided) return undetermined(found, Reason::edge_undecided);
    auto& codes = found.codes;
    codes.outcome = holding.met ? Outcome::met : Outcome::not_met;
    codes.certainty = holding.firm && !trace.flags().has(Flag::approximate) ? Certainty::firm
                                                                            : Certainty::rests_on_rounding;
    if (holding.over) codes.flags |= Flag::over_fulfilled;

    const bool met_at_base = found.base && hold(found.base, *found.line).met;
    if (met_at_base) codes.flags |= Flag::met_at_base;
    found.part_sum =
        found.accumulates && codes.stage == Stage::interim && one.due.first() <= codes.observed->first();
    const bool was_lost = met_at_base && !holding.met;
    const bool may_move = found.base && !found.part_sum && one.indicator->better != Better::neither;
    if (may_move && (!met_at_base || was_lost)) {
        const auto order = compare(found.measured.value(), found.base.value());
        if (order && (one.indicator->better == Better::higher ? *order < 0 : *order > 0))
            codes.flags |= Flag::moved_away;
    }
    if (!holding.met) note_target_precision(one, found);
    find_pace(one, found);

    if (codes.stage == Stage::final) {
        codes.status = holding.met ? Status::achieved : Status::missed;
    } else {
        settle_interim(one, found, holding);
    }
}

inline void Judge::settle_interim(const Case& one, Judgement& found, const Holding& holding) const {
    auto& codes = found.codes;
    const auto reading = reading_period(*one.criterion, *one.measure, *one.indicator, one.due);
    const bool inside = found.part_sum;
    const bool open_above = found.line->accepted.high.kind == Bound::Kind::infinite;
    if (inside) {
        if (!open_above) {  // a cap: what has accumulated never comes back
            const auto distance = found.measured.value() - found.line->at;
            const auto above = detail::within(Interval::exactly(distance),
                                              {{0, Bound::Kind::infinite}, found.line->accepted.high});
            if (above && *above < 0) {
                codes.outcome = Outcome::not_met;
                codes.status = Status::missed;
                return;
            }
        } else if (holding.met) {
            codes.status = Status::achieved_early;
            return;
        }
    }
    const bool growth = one.measure->traits().growth;
    const bool is_stock = one.indicator->kind == IndicatorKind::stock;
    const bool part = !inside && (is_stock ? growth && !years_between(*codes.observed, reading)
                                           : codes.observed->months() != reading.months());
    if (part) codes.flags |= Flag::part_period;
    if (over(reading)) {
        codes.status = Status::undetermined;
        return undetermined(found, Reason::final_value_missing);
    }
    if (!inside && !part && holding.met) {
        if (codes.flags.has(Flag::met_at_base)) {
            codes.status = Status::on_track;
        } else {
            codes.status = Status::achieved_early;
            codes.flags |= Flag::may_fall_back;
        }
        return;
    }
    if (growth) {
        codes.status = holding.met ? Status::on_track : Status::behind;
    } else if (found.pace) {
        const auto sign = found.pace->sign();
        codes.status = sign && *sign >= 0 ? Status::on_track : Status::behind;
    } else {
        codes.status = Status::undetermined;
    }
    undetermined(found, Reason::not_due);
}

/// Whether the figure would be accepted once rounded to the target's own unit and digits: 15507.87 亿元 reads
/// 1.6 万亿元 there. It is told, and changes nothing.
inline void Judge::note_target_precision(const Case& one, Judgement& found) const {
    const auto* number = std::get_if<NumberReference>(&one.criterion->reference);
    if (number == nullptr) return;
    const auto factor = factor_of(one, number->unit, found.measured.unit(), false);
    if (!factor) return;
    const auto text = (found.measured.value() * (Ratio(1) / *factor)).fixed(number->value.places());
    const auto rounded = Decimal::parse(text);
    if (!rounded) return;
    const Rounded value(Ratio(*rounded) * *factor);
    if (hold(Measured(value, found.measured.unit()), *found.line).met)
        found.codes.flags |= Flag::met_at_target_precision;
}

/// How far ahead of the plan's calendar, as a share of the way: what was reached less what should have been.
inline void Judge::find_pace(const Case& one, Judgement& found) const {
    const bool number = !std::holds_alternative<SeriesReference>(one.criterion->reference);
    if (!number || one.measure->traits().growth || one.criterion->measure.since ||
        !found.measured.value().is_rational())
        return;
    const auto& until = found.codes.observed->last();
    const auto& value = found.measured.value().rational();
    const auto& goal = found.line->at.rational();
    const auto& unit = one.indicator->unit.factor();
    const bool inside = found.accumulates && one.due.first() <= found.codes.observed->first();
    if (inside) {
        found.elapsed = elapsed_share(one.due.first(), one.due.last(), until);
        if (goal.sign() <= 0) return;
        const auto expected =
            expected_value(*one.target, Ratio(0), goal, unit, one.due.first(), one.due.last(), until);
        if (!expected) return;
        const auto ahead = (Value(value) - *expected) * (Ratio(1) / goal);
        found.pace = found.line->upwards ? ahead : ahead * Ratio(-1);
        return;
    }
    if (found.codes.flags.has(Flag::met_at_base)) return;
    if (found.base && !found.base.value().is_rational()) return;
    const auto base = found.base ? std::optional(found.base.value().rational()) : std::nullopt;
    if (base && *base == goal) return;
    const auto first = found.base_period.last() + boost::gregorian::date_duration(1);
    const bool marked = one.target->calendar || !one.target->milestones.empty();
    if (!marked && (!base || whole_months(first, one.due.last()) <= 12)) return;
    const auto expected = expected_value(*one.target, base, goal, unit, first, one.due.last(), until);
    if (!expected) return;
    const auto way = goal - base.value_or(Ratio(0));
    if (way.is_zero()) return;
    if (base) found.elapsed = elapsed_share(first, one.due.last(), until);
    found.pace = (Value(value) - *expected) * (Ratio(1) / way);
}

inline void Judge::conclude(Judgement& found) const {
    auto& codes = found.codes;
    if (options_->require_firm && codes.outcome != Outcome::undetermined &&
        codes.certainty == Certainty::rests_on_rounding) {
        undetermined(found, Reason::rests_on_rounding);
        codes.status = Status::undetermined;
    }
}

}  // namespace goalpost::detail

#include "goalpost/evaluate/detail/draw_line.hpp"
#include "goalpost/evaluate/detail/quantified.hpp"
