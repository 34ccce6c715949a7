// SPDX-License-Identifier: BSL-1.0
// Where a located figure stands: outcome, status, certainty, flags, pace. Included by judge_impl.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/detail/periods.hpp"

namespace goalpost::detail {

/// The same measure at the base period, where that has a meaning.
GOALPOST_INLINE void Judge::measure_base(const Case& one, Judgement& found, Trace& trace) const {
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
    if (const auto broken = find_break(one, found.base_period.last(), found.codes.observed->last())) {
        trace.row(*broken);
        trace.flag(Flag::series_break);
        found.base = Reason::broken_series;
        return;
    }
    auto base = measure_at(one, found.base_period, trace);
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

/// A break in one of the series that are measured.
GOALPOST_INLINE std::optional<Series::Row> Judge::find_break(const Case& one, const Date& after,
                                                             const Date& until) const {
    auto read = series_read(one);
    const auto& of = one.criterion->measure.of;
    if (of) {
        const auto scope = of->scope.empty() ? one.scope : std::string_view(of->scope);
        read.push_back(series_of(*plan_->find_indicator(of->indicator), scope));
    }
    for (const auto& series : read) {
        if (const auto row = series.find_break(after, until)) return row;
    }
    return std::nullopt;
}

/// Rules 2 to 7 of docs/judging.md, in their order.
GOALPOST_INLINE void Judge::settle(const Case& one, Judgement& found, Trace& trace) const {
    if (options_->at_target_precision) found.compared = at_target_precision(one, found.measured);
    const auto holding = hold(found.held(), *found.line);
    measure_base(one, found, trace);
    if (!holding.decided) return undetermined(found, Reason::edge_undecided);
    auto& codes = found.codes;
    codes.outcome = holding.met ? Outcome::met : Outcome::not_met;
    codes.certainty = holding.firm && !trace.flags().has(Flag::approximate) ? Certainty::firm
                                                                            : Certainty::rests_on_rounding;
    if (holding.over) codes.flags |= Flag::over_fulfilled;

    const auto base = found.base && found.compared ? at_target_precision(one, found.base) : std::nullopt;
    const bool met_at_base = found.base && hold(base ? *base : found.base, *found.line).met;
    if (met_at_base) codes.flags |= Flag::met_at_base;
    found.part_sum =
        found.accumulates && codes.stage == Stage::interim && one.due.first() <= codes.observed->first();
    const bool was_lost = met_at_base && !holding.met;
    const bool may_move = found.base && !found.part_sum && one.better() != Better::neither;
    if (may_move && (!met_at_base || was_lost)) {
        // A floor is left downwards and a cap upwards, whichever way the indicator is better.
        const bool floor = one.criterion->comparison == Comparison::equal ? one.better() == Better::higher
                                                                          : found.line->upwards;
        const auto order = compare(found.measured.value(), found.base.value());
        if (order && (floor ? *order < 0 : *order > 0)) codes.flags |= Flag::moved_away;
    }
    if (!holding.met) note_target_precision(one, found);
    find_pace(one, found);

    if (codes.stage == Stage::final) {
        codes.status = holding.met ? Status::achieved : Status::missed;
    } else {
        settle_interim(one, found, holding);
    }
}

/// Whether the line lies already where it will lie when the target is due: another series goes on.
GOALPOST_INLINE bool Judge::stands_still(const Case& one) const {
    const auto* series = std::get_if<SeriesReference>(&one.criterion->reference);
    if (series == nullptr) return true;
    const auto* measure = options_->measures.find(series->measure.name);
    return measure != nullptr && measure->traits().fixed;
}

GOALPOST_INLINE void Judge::settle_interim(const Case& one, Judgement& found, const Holding& holding) const {
    auto& codes = found.codes;
    const auto reading = reading_period(*one.criterion, *one.measure, *one.indicator, one.due);
    const bool inside = found.part_sum;
    const bool open_above = found.line->accepted.high.kind == Bound::Kind::infinite;
    if (inside && stands_still(one)) {
        if (!open_above) {  // a cap: what has accumulated never comes back
            auto cap = *found.line;
            cap.accepted.low = {0, Bound::Kind::infinite};
            const auto under = hold(found.held(), cap);
            if (under.decided && !under.met) {
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
    const bool part = !inside && is_part(*codes.observed, reading, one.indicator->kind, growth);
    if (part) codes.flags |= Flag::part_period;
    if (over(reading)) {
        codes.status = Status::undetermined;
        return undetermined(found, found.lacking);
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
    } else if (found.overshot) {
        codes.status = Status::behind;
    } else if (found.pace) {
        const auto sign = found.pace->sign();
        codes.status = sign && *sign >= 0 ? Status::on_track : Status::behind;
    } else {
        codes.status = Status::undetermined;
    }
    undetermined(found, Reason::not_due);
}

/// The unit and the digits of a target that is a single number.
struct TargetDigits {
    Ratio factor;
    int places = 0;

    /// As it reads there: 15507.87 亿元 is 1.6 万亿元. Nothing where that takes more than 18 digits.
    [[nodiscard]] std::optional<Ratio> read(const Value& value) const {
        const auto digits = Decimal::parse((value * (Ratio(1) / factor)).fixed(places));
        return digits ? std::optional(Ratio(*digits) * factor) : std::nullopt;
    }
};

GOALPOST_INLINE std::optional<TargetDigits> Judge::target_digits(const Case& one,
                                                                 const Measured& measured) const {
    const auto* number = std::get_if<NumberReference>(&one.criterion->reference);
    if (number == nullptr) return std::nullopt;
    const auto factor = factor_of(one, number->unit, measured.unit(), false);
    return factor ? std::optional(TargetDigits{*factor, number->value.places()}) : std::nullopt;
}

/// The figure rounded to the target's own unit and digits. Its range is what its true values may read.
GOALPOST_INLINE std::optional<Measured> Judge::at_target_precision(const Case& one,
                                                                   const Measured& measured) const {
    const auto digits = target_digits(one, measured);
    if (!digits) return std::nullopt;
    const auto value = digits->read(measured.value());
    if (!value) return std::nullopt;
    const Ratio last_digit = digits->factor / Ratio::of(power_of_ten(digits->places), 1);
    // An end that does not belong to the range, in the middle of two digits, reads as what lies inside does.
    const auto end = [&](const Bound& bound, int inward) -> std::optional<Bound> {
        if (bound.kind == Bound::Kind::infinite) return bound;
        const auto read = digits->read(bound.value);
        if (!read) return std::nullopt;
        const auto away = compare(Value(*read) - bound.value, Value(last_digit * Ratio::of(-inward, 2)));
        const bool moves = bound.kind == Bound::Kind::open && away && *away == 0;
        return Bound{moves ? *read + last_digit * Ratio(inward) : *read, Bound::Kind::closed};
    };
    const auto low = end(measured.range().low, 1);
    const auto high = end(measured.range().high, -1);
    if (!low || !high) return std::nullopt;
    return Measured(*value, {*low, *high}, measured.unit());
}

/// Whether the figure would be accepted once rounded so. It is told, and changes nothing.
GOALPOST_INLINE void Judge::note_target_precision(const Case& one, Judgement& found) const {
    if (found.compared) return;
    const auto digits = target_digits(one, found.measured);
    const auto read = digits ? digits->read(found.measured.value()) : std::nullopt;
    if (!read) return;
    if (hold(Measured(Rounded(*read), found.measured.unit()), *found.line).met)
        found.codes.flags |= Flag::met_at_target_precision;
}

/// How far ahead of the plan's calendar, as a share of the way: what was reached less what should have been.
GOALPOST_INLINE void Judge::find_pace(const Case& one, Judgement& found) const {
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
    const auto& accepted = found.line->accepted;
    const bool closed =
        accepted.low.kind != Bound::Kind::infinite && accepted.high.kind != Bound::Kind::infinite;
    found.overshot = base && closed && found.codes.stage == Stage::interim &&
                     found.codes.outcome == Outcome::not_met && (*base < goal ? goal < value : value < goal);
    if (found.overshot) return;  // the way back is not that of the calendar
    const auto expected = expected_value(*one.target, base, goal, unit, first, one.due.last(), until);
    if (!expected) return;
    // Milestones say how far it should be where the length of the way is not known: a share of the goal,
    // then.
    const auto way = base ? goal - *base : found.line->upwards ? goal.abs() : -goal.abs();
    if (way.is_zero()) return;
    if (base) found.elapsed = elapsed_share(first, one.due.last(), until);
    found.pace = (Value(value) - *expected) * (Ratio(1) / way);
}

}  // namespace goalpost::detail
