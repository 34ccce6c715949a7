// SPDX-License-Identifier: BSL-1.0
// From figures to verdicts: where a plain figure stands, when it is due and before. Included by
// plain_judge_impl.hpp.
#pragma once

#include <algorithm>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/periods.hpp"
#include "goalpost/evaluate/detail/plain_judge.hpp"

namespace goalpost::detail {

GOALPOST_INLINE Between PlainJudge::between(Comparison comparison, const Position& at) noexcept {
    using Kind = Bound::Kind;
    Between between{at, at, Kind::infinite, Kind::infinite};
    switch (comparison) {
        case Comparison::at_least: between.low = Kind::closed; break;
        case Comparison::more_than: between.low = Kind::open; break;
        case Comparison::at_most: between.high = Kind::closed; break;
        case Comparison::less_than: between.high = Kind::open; break;
        default: between.low = between.high = Kind::closed;
    }
    return between;
}

/// Whether the figure would be accepted once rounded, half away from zero, to the target's own digits: see
/// Judge::note_target_precision.
GOALPOST_INLINE bool PlainJudge::would_be_met(const PlainTarget& target, const Fraction& point) const {
    // Rounded, it is s or more from s - 1/2 on; that itself rounds to s only above zero.
    const auto rounds_to = [&](int128 s) {
        const auto edge = line(target, 2 * s - 1);
        if (!edge) return false;
        const int side = order(point, *edge);
        return side > 0 || (side == 0 && s > 0);
    };
    const int128 number = target.number;
    switch (target.comparison) {
        case Comparison::at_least: return rounds_to(number);
        case Comparison::more_than: return rounds_to(number + 1);
        case Comparison::at_most: return !rounds_to(number + 1);
        case Comparison::less_than: return !rounds_to(number);
        default: return rounds_to(number) && !rounds_to(number + 1);
    }
}

GOALPOST_INLINE PlainJudge::Found PlainJudge::hold(const PlainTarget& target, const Series& own,
                                                   const Series& other, const Finding& finding,
                                                   Held& held) const {
    using Shape = PlainShape;
    // Units of the line that do not fit, and integers that grow too large, are for Judge.
    if (!target.against_series) {
        const bool absolute = target.shape == Shape::level || target.shape == Shape::change_since;
        const auto& measured_unit = absolute ? indicators_[target.indicator].unit : percent_;
        const auto& line_unit = unit(target.unit, target.indicator);
        if (!line_unit.usable || line_unit.dimension != measured_unit.dimension) return Found::unclear;
        held.limit = line(target, int128{target.number} * 2);
        if (!held.limit) return Found::unclear;
    }
    if (const auto found = measure(target, own, other, finding, held.measured, held.reference);
        found != Found::yes) {
        finding.take_back();
        return found;
    }
    if (!measure_base(target, own, other, finding, held.before)) return Found::unclear;
    const auto place = [&](const PlainNumber& number) {
        return held.limit ? position_to(number, *held.limit) : position_to(number, held.reference);
    };
    held.position = place(held.measured);
    held.met_at_base = held.before && decide(between(target.comparison, place(*held.before))).met;
    if (held.met_at_base) finding.codes.flags |= Flag::met_at_base;
    if (finding.figures == nullptr) {
        held.holding = decide(between(target.comparison, held.position));
        return Found::yes;
    }
    auto& figures = *finding.figures;
    figures.measured = held.measured.point;
    figures.line = held.limit ? yearly_line(target, int128{target.number} * 2) : held.reference.point;
    figures.side = held.position.point;
    figures.has_line = true;
    if (held.before) figures.base = held.before->point;
    return Found::yes;
}

GOALPOST_INLINE bool PlainJudge::judge(const PlainTarget& target, const Located& located, const Date& as_of,
                                       Assessment& codes, PlainEvidence& evidence,
                                       PlainFigures* figures) const {
    if (!known_[static_cast<std::size_t>(target.shape)]) return false;
    // What is published of the two as a ratio goes first.
    if (target.shape == PlainShape::share &&
        std::ranges::binary_search(ratios_, std::pair(target.indicator, target.other)))
        return false;
    const auto has_break = [](const SeriesSpan& span) { return span.has_break; };
    if (std::ranges::any_of(located.own, has_break) || std::ranges::any_of(located.other, has_break))
        return false;
    const Series own{target.indicator, located.own};
    const Series other{target.other, located.other};
    const Finding finding{as_of, codes, evidence, figures};
    if (target.reading.last() <= as_of) {
        Held held;
        const auto found = hold(target, own, other, finding, held);
        if (found == Found::unclear) return false;
        if (found == Found::yes) {
            if (figures != nullptr) return true;
            settle(target, held, false, codes);
            codes.stage = Stage::final;
            codes.observed = target.reading;
            codes.status = held.holding.met ? Status::achieved : Status::missed;
            conclude(codes);
            return true;
        }
    }
    return judge_early(target, own, other, finding);
}

/// What Judge::settle says of a figure wherever it was read.
GOALPOST_INLINE void PlainJudge::settle(const PlainTarget& target, const Held& held, bool part_sum,
                                        Assessment& codes) const {
    const auto better = indicators_[target.indicator].better;
    const bool upwards = target.comparison <= Comparison::more_than;
    if (held.before && !part_sum && better != Better::neither && (!held.met_at_base || !held.holding.met)) {
        const bool floor = target.comparison == Comparison::equal ? better == Better::higher : upwards;
        const int way = order(held.measured.point, held.before->point);
        if (floor ? way < 0 : way > 0) codes.flags |= Flag::moved_away;
    }
    const auto& holding = held.holding;
    codes.outcome = holding.met ? Outcome::met : Outcome::not_met;
    codes.certainty = holding.firm ? Certainty::firm : Certainty::rests_on_rounding;
    if (holding.met && target.comparison != Comparison::equal &&
        (upwards ? held.position.point > 0 : held.position.point < 0))
        codes.flags |= Flag::over_fulfilled;
    if (!holding.met && held.limit && would_be_met(target, held.measured.point))
        codes.flags |= Flag::met_at_target_precision;
}

/// As Judge::candidates, one of them.
GOALPOST_INLINE PlainJudge::Latest PlainJudge::latest(const PlainTarget& target, const Series& own,
                                                      const Date& as_of,
                                                      const std::optional<Period>& behind) const {
    const auto rows = data_->rows();
    const auto tomorrow = as_of + boost::gregorian::date_duration(1);
    const bool sums = accumulates(target);
    const auto& due = target.reading;
    const auto comes_before = [&](const Period& a, const Period& b) {
        return is_tried_before(a, b, due.first());
    };
    Latest found;
    const auto consider = [&](Period period) {
        if (sums && due.first() <= period.first()) {
            period = Period::days(due.first(), period.last());
        } else if (sums && period.months() != due.months()) {
            return;
        }
        if (behind && !comes_before(*behind, period)) return;
        // Which of them lie inside a due period that is longer than its reading is not known here.
        if (target.is_long && found.period && found.period->last() == period.last())
            found.unclear = found.unclear || *found.period != period;
        if (!found.period || comes_before(period, *found.period)) found.period = period;
    };
    for (const auto& span : own.spans) {
        for (std::size_t i = 0; i < std::size(basis_names); ++i) {
            const auto basis = static_cast<Basis>(i);
            if (!span.may_have(basis)) continue;
            for (auto at = first_row(span, basis, tomorrow); at != span.begin; --at) {
                const auto& row = rows[at - 1];
                if (row.basis != basis) break;
                if (row.published && as_of < *row.published) continue;
                found.any = true;
                const auto last = row.period.last();
                if (last < target.behind_base || (found.period && last < found.period->last())) break;
                if (last <= due.last()) consider(row.period);
            }
        }
    }
    return found;
}

GOALPOST_INLINE bool PlainJudge::read_at(PlainTarget& target, const Period& period) const {
    using Shape = PlainShape;
    target.reading = period;
    if (target.shape == Shape::level || target.shape == Shape::share) return true;
    if (target.shape == Shape::growth) {
        if (!period.reaches_back(12)) return false;
        target.base = period.year_before();
        const auto behind = target.base.last() + boost::gregorian::date_duration(1);
        return !target.states_some_base || behind != target.behind_base;  // what is stated is read there
    }
    const bool flow = indicators_[target.indicator].kind == IndicatorKind::flow;
    if (flow && target.base.months() != period.months()) return false;
    if (target.shape != Shape::annual_growth) return true;
    const auto years = years_between(target.base, period);
    if (!years || *years < 1 || *years > 30) return false;
    target.years = static_cast<std::uint8_t>(*years);
    return true;
}

/// Whether nothing was published for the due period. Where the other series or the base of growth may be all
/// that is missing, Judge says so.
GOALPOST_INLINE bool PlainJudge::is_unseen(const PlainTarget& target, const Series& own,
                                           const Finding& finding) const {
    return !target.against_series && target.shape != PlainShape::share &&
           level(own, target.reading, finding.as_of).found == Found::no;
}

/// As Judge::absence.
GOALPOST_INLINE bool PlainJudge::find_reason(const PlainTarget& target, const Series& own, bool any,
                                             const Finding& finding) const {
    const bool over = target.reading.last() <= finding.as_of;
    if (over && !is_unseen(target, own, finding)) return false;
    finding.codes.reason = !any   ? Reason::missing_observation
                           : over ? Reason::final_value_missing
                                  : Reason::not_due;
    return true;
}

GOALPOST_INLINE bool PlainJudge::judge_early(const PlainTarget& target, const Series& own,
                                             const Series& other, const Finding& finding) const {
    auto latest = this->latest(target, own, finding.as_of);
    const bool any = latest.any;
    if (latest.period && (finding.figures != nullptr || !target.runs_evenly)) return false;
    while (latest.period) {
        auto there = target;
        if (latest.unclear || !read_at(there, *latest.period)) return false;
        Held held;
        const auto found = hold(there, own, other, finding, held);
        if (found == Found::yes) return settle_early(target, own, held, *latest.period, finding);
        if (found == Found::unclear) return false;
        latest = this->latest(target, own, finding.as_of, latest.period);
    }
    return find_reason(target, own, any, finding);
}

/// As Judge::settle_interim.
GOALPOST_INLINE bool PlainJudge::settle_early(const PlainTarget& target, const Series& own, const Held& held,
                                              const Period& observed, const Finding& finding) const {
    auto& codes = finding.codes;
    const auto& reading = target.reading;
    const bool inside = accumulates(target) && reading.first() <= observed.first();
    const bool met = held.holding.met;
    settle(target, held, inside, codes);
    codes.stage = Stage::interim;
    codes.observed = observed;
    const bool open_above = target.comparison <= Comparison::more_than;
    const auto side = held.position.point;
    // What has accumulated never comes back: below a cap it is not.
    const bool passed =
        inside && !open_above && (target.comparison == Comparison::less_than ? side >= 0 : side > 0);
    if (!target.against_series && (passed || (inside && open_above && met))) {  // another series goes on
        codes.status = passed ? Status::missed : Status::achieved_early;
        conclude(codes);
        return true;
    }
    const bool growth = target.shape != PlainShape::level && target.shape != PlainShape::share;
    const bool part = !inside && is_part(observed, reading, indicators_[target.indicator].kind, growth);
    if (part) codes.flags |= Flag::part_period;
    if (reading.last() <= finding.as_of) {
        if (!is_unseen(target, own, finding)) return false;
        leave_open(codes, Reason::final_value_missing);
        return true;
    }
    if (!inside && !part && met) {
        codes.status = held.met_at_base ? Status::on_track : Status::achieved_early;
        if (!held.met_at_base) codes.flags |= Flag::may_fall_back;
        conclude(codes);
        return true;
    }
    std::optional<int> ahead;
    if (growth) {
        ahead = met ? 0 : -1;
    } else if (!find_pace(target, held, observed, inside, ahead)) {
        return false;
    }
    if (ahead) codes.status = *ahead >= 0 ? Status::on_track : Status::behind;
    leave_open(codes, Reason::not_due);
    return true;
}

/// As Judge::find_pace for the linear calendar.
GOALPOST_INLINE bool PlainJudge::find_pace(const PlainTarget& target, const Held& held,
                                           const Period& observed, bool inside,
                                           std::optional<int>& ahead) const {
    if (!held.limit) return true;
    const auto first = inside ? target.reading.first() : target.behind_base;
    const auto last = target.reading.last();
    const auto& value = held.measured.point;
    const Fraction from = inside || !held.before ? Fraction{} : held.before->point;
    Fraction way;
    if (!subtract(*held.limit, from, way)) return false;
    if (inside ? way.top <= 0
               : !held.before || held.met_at_base || way.top == 0 || whole_months(first, last) <= 12)
        return true;
    if (!inside && target.comparison == Comparison::equal && held.position.point == (way.top > 0 ? 1 : -1)) {
        ahead = -1;  // past it: see Judge::find_pace
        return true;
    }
    // The share of the time that has gone: some, but not all of it.
    const auto until = observed.last();
    const bool in_months = Period::days(first, last).months().has_value();
    const int128 gone = in_months ? whole_months(first, until) : (until - first).days() + 1;
    const int128 all = in_months ? whole_months(first, last) : (last - first).days() + 1;
    Fraction done;
    Fraction expected = way;
    if (!subtract(value, from, done) || !multiply(way.top, gone, expected.top) ||
        !multiply(way.bottom, all, expected.bottom))
        return false;
    const int more = order(done, expected);
    const bool upwards =
        inside ? target.comparison <= Comparison::more_than || target.comparison == Comparison::equal
               : way.top > 0;
    ahead = upwards ? more : -more;
    return true;
}

}  // namespace goalpost::detail
