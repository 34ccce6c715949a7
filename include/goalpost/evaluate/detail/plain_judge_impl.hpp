// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by plain_judge.hpp.
#pragma once

#include <algorithm>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/plain_judge.hpp"
#include "goalpost/evaluate/measures/change.hpp"
#include "goalpost/evaluate/measures/growth.hpp"
#include "goalpost/evaluate/measures/level.hpp"
#include "goalpost/evaluate/measures/share.hpp"

namespace goalpost::detail {
GOALPOST_INLINE PlainUnit PlainJudge::in_short(const UnitOfMeasure& unit) {
    PlainUnit made;
    int128 top = 0;
    int128 bottom = 1;
    made.usable = Ratio(unit.factor()).narrow(top, bottom) && top <= INT64_MAX && bottom <= INT64_MAX;
    made.top = made.usable ? static_cast<std::int64_t>(top) : 0;
    made.bottom = made.usable ? static_cast<std::int64_t>(bottom) : 1;
    made.whole = unit.is_discrete() && unit.factor() == Ratio(1);
    const auto known = std::ranges::find(dimensions_, unit.dimension());
    made.dimension = static_cast<std::uint32_t>(known - dimensions_.begin());
    if (known == dimensions_.end()) dimensions_.push_back(unit.dimension());
    return made;
}

GOALPOST_INLINE PlainJudge::PlainJudge(const Plan& plan, const Observations& data, const Binding& binding,
                                       const EvaluateOptions& options)
    : data_(&data), binding_(&binding), require_firm_(options.require_firm) {
    percent_ = in_short(UnitOfMeasure::percent());
    pure_ = in_short(UnitOfMeasure());
    for (const auto& unit : data.units())
        data_units_.push_back(in_short(unit));
    for (const auto& unit : plan.target_units())
        target_units_.push_back(in_short(unit));
    for (const auto& indicator : plan.indicators()) {
        indicators_.push_back({in_short(indicator.unit), indicator.kind, indicator.better});
        const auto* top = plan.find_indicator(indicator.numerator);
        const auto* bottom = plan.find_indicator(indicator.denominator);
        if (indicator.kind == IndicatorKind::ratio && top != nullptr && bottom != nullptr)
            ratios_.emplace_back(top - plan.indicators().data(), bottom - plan.indicators().data());
    }
    std::ranges::sort(ratios_);
    const auto own = [&]<class M>(std::string_view name, std::initializer_list<PlainShape> shapes, const M*) {
        const auto* measure = options.measures.find(name);
        for (const auto shape : shapes)
            known_[static_cast<std::size_t>(shape)] = measure != nullptr && measure->holds<M>();
    };
    if (options.at_target_precision) return;  // none is known: these figures are compared as published
    using Shape = PlainShape;
    own("level", {Shape::level}, static_cast<const measures::Level*>(nullptr));
    own("share", {Shape::share}, static_cast<const measures::Share*>(nullptr));
    own("growth", {Shape::growth, Shape::growth_since}, static_cast<const measures::Growth*>(nullptr));
    own("annual_growth", {Shape::annual_growth}, static_cast<const measures::AnnualGrowth*>(nullptr));
    own("multiple", {Shape::multiple}, static_cast<const measures::Multiple*>(nullptr));
    own("change", {Shape::change_since}, static_cast<const measures::Change*>(nullptr));
}

GOALPOST_INLINE bool PlainJudge::quotient(const Reading& top, const Reading& bottom,
                                          PlainNumber& found) const {
    if (!top || !bottom || top.figure.twice <= 0 || top.figure.low() < 0 || bottom.figure.low() <= 0)
        return false;
    const auto quotient = plain_quotient(top.figure, bottom.figure);
    if (quotient) found = *quotient;
    return quotient.has_value();
}

GOALPOST_INLINE bool PlainJudge::growth(const Series& series, const PlainTarget& target,
                                        const Finding& finding, PlainNumber& found) const {
    const auto kind = indicators_[series.indicator].kind;
    if (kind == IndicatorKind::ratio || kind == IndicatorKind::rank) return false;
    const auto published = find(series, Basis::growth_yoy, target.reading, finding.as_of, false, percent_);
    if (published.found == Found::unclear) return false;
    const auto value = level(series, target.reading, finding.as_of);
    const auto base = level(series, target.base, finding.as_of);
    if (value.found == Found::unclear || base.found == Found::unclear) return false;
    const bool computed = value && base;
    if ((computed || !published) && !quotient(value, base, found)) return false;
    if (!published) {
        finding.take(value);
        finding.take(base);
        finding.is_measured(PlainFigures::no_row);
        return true;
    }
    const auto told = plus_one(published.figure.number());
    if (computed && !two_agree(found, told)) finding.codes.flags |= Flag::growth_conflict;
    found = told;
    finding.take(published);
    finding.is_measured(published.row);
    return true;
}

GOALPOST_INLINE std::optional<PlainGrowth> PlainJudge::growth_beside(const PlainTarget& target,
                                                                     const Located& located,
                                                                     const Period& year_before,
                                                                     const Date& as_of,
                                                                     const PlainFigures& found) const {
    if (target.shape == PlainShape::growth)
        return PlainGrowth{Reason::none, found.measured, found.measured_row};
    const Series series{target.indicator, located.own};
    const auto kind = indicators_[series.indicator].kind;
    if (kind == IndicatorKind::ratio) return PlainGrowth{Reason::not_defined_for_kind, {}};
    if (!known_[static_cast<std::size_t>(PlainShape::growth)]) return std::nullopt;
    const auto published = find(series, Basis::growth_yoy, target.reading, as_of, false, percent_);
    if (published.found == Found::unclear) return std::nullopt;
    if (published) return PlainGrowth{Reason::none, plus_one(published.figure.number()).point, published.row};
    auto value = found.own_level;
    if (target.shape != PlainShape::level) {
        const auto read = level(series, target.reading, as_of);
        if (!read) return std::nullopt;
        value = read.figure;
    }
    const auto base = level(series, year_before, as_of);
    if (base.found == Found::unclear) return std::nullopt;
    if (!base) return PlainGrowth{Reason::missing_base, {}};
    const auto sign = [](std::int64_t number) { return (number > 0) - (number < 0); };
    const int below = sign(base.figure.twice);
    if (below == 0) return PlainGrowth{Reason::zero_base, {}};
    if (sign(value.twice) == -below) return PlainGrowth{Reason::sign_change, {}};
    if (below < 0) return PlainGrowth{Reason::negative_base, {}};
    const auto quotient = plain_quotient(value, base.figure);
    return quotient ? std::optional(PlainGrowth{Reason::none, quotient->point}) : std::nullopt;
}

GOALPOST_INLINE std::optional<Fraction> PlainJudge::completion(const PlainTarget& target,
                                                               const Located& located,
                                                               const Date& as_of) const {
    if (target.shape != PlainShape::level || target.against_series || as_of < target.reading.last() ||
        !known_[static_cast<std::size_t>(PlainShape::level)])
        return std::nullopt;
    auto value = level({target.indicator, located.own}, target.reading, as_of);
    auto line = stated_line(target);
    if (!value || !line || line->twice <= 0 || !PlainFigure::share_scale(value.figure, *line))
        return std::nullopt;
    return Fraction{value.figure.twice, line->twice};
}

GOALPOST_INLINE Fraction PlainJudge::yearly_line(const PlainTarget& target, int128 twice) const {
    const auto& in = unit(target.unit, target.indicator);
    Fraction line{twice * in.top, int128{in.bottom} * powers_of_ten[target.places] * 2};
    if (is_rate(target.shape)) line.top += line.bottom;
    return line;
}

GOALPOST_INLINE std::optional<Fraction> PlainJudge::line(const PlainTarget& target, int128 twice) const {
    const auto line = yearly_line(target, twice);
    if (target.shape != PlainShape::annual_growth) return line;
    if (line.top <= 0) return std::nullopt;
    const auto to_the_years = [&](int128 shared) -> std::optional<Fraction> {
        const auto top = power(line.top / shared, target.years);
        const auto bottom = power(line.bottom / shared, target.years);
        return top && bottom ? std::optional(Fraction{*top, *bottom}) : std::nullopt;
    };
    if (const auto found = to_the_years(line.top % 2 == 0 ? 2 : 1)) return found;
    return to_the_years(
        static_cast<int128>(greatest_common_divisor(magnitude(line.top), static_cast<uint128>(line.bottom))));
}

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

GOALPOST_INLINE void PlainJudge::fetch(const Located& located) const noexcept {
    constexpr std::uint32_t most = 8;  // rows; of a longer series the search finds its own way
    const auto* rows = data_->rows().data();
    for (const auto& spans : {located.own, located.other}) {
        if (spans.empty()) continue;
        const auto& span = spans.front();
        for (auto row = span.begin; row < span.end && row < span.begin + most; ++row)
            __builtin_prefetch(rows + row);
    }
}

/// What was published for the same period is only held against it.
GOALPOST_INLINE PlainJudge::Reading PlainJudge::stated_base(const PlainTarget& target, const Series& own,
                                                            const Finding& finding) const {
    const auto published = level(own, target.base, finding.as_of);
    const auto& base_unit = unit(target.base_unit, target.indicator);
    const auto stated = PlainFigure::read(Decimal(target.base_value, target.base_places), base_unit);
    if (published.found == Found::unclear || !stated ||
        base_unit.dimension != indicators_[target.indicator].unit.dimension)
        return unclear();
    if (published && !two_agree(published.figure.number(), stated->number()))
        finding.codes.flags |= Flag::base_conflict;
    Reading reading;
    reading.found = Found::yes;
    reading.count = 0;
    reading.figure = *stated;
    return reading;
}

GOALPOST_INLINE bool PlainJudge::measure(const PlainTarget& target, const Series& own, const Series& other,
                                         const Finding& finding, PlainNumber& measured,
                                         PlainNumber& reference) const {
    using Shape = PlainShape;
    const auto& as_of = finding.as_of;
    const auto like = [&](const Series& series) { return indicators_[series.indicator].unit.dimension; };
    switch (target.shape) {
        case Shape::none: return false;
        case Shape::level: {
            const auto value = level(own, target.reading, as_of);
            if (!value) return false;
            measured = value.figure.number();
            finding.take(value);
            finding.is_measured(value.row);
            if (finding.figures != nullptr) finding.figures->own_level = value.figure;
            if (!target.against_series) return true;
            const auto theirs = level(other, target.reading, as_of);
            if (!theirs || like(own) != like(other)) return false;
            reference = theirs.figure.number();
            if (finding.figures != nullptr) finding.figures->other_level = theirs.figure;
            finding.take(theirs);
            return true;
        }
        case Shape::share: {
            const auto ratio = std::pair(target.indicator, target.other);
            if (std::ranges::binary_search(ratios_, ratio) || like(own) != like(other)) return false;
            const auto value = level(own, target.reading, as_of);
            const auto whole = level(other, target.reading, as_of);
            if (!quotient(value, whole, measured)) return false;
            finding.take(value);
            finding.take(whole);
            return true;
        }
        case Shape::growth:
            // The own series last: `is_measured` is to be of it.
            return (!target.against_series || growth(other, target, finding, reference)) &&
                   growth(own, target, finding, measured);
        default: break;
    }
    const auto value = level(own, target.reading, as_of);
    const auto base =
        target.has_stated_base ? stated_base(target, own, finding) : level(own, target.base, as_of);
    if (!value || !base) return false;
    if (target.shape == Shape::change_since) {
        const auto difference = plain_difference(value.figure, base.figure);
        if (!difference) return false;
        measured = *difference;
        finding.is_measured(value.row);
    } else {
        // Chained growth may contradict the levels.
        const auto chained = find(own, Basis::growth_yoy, target.reading, as_of, false, percent_);
        if (chained.found != Found::no || !quotient(value, base, measured)) return false;
    }
    finding.take(value);
    finding.take(base);
    return true;
}

GOALPOST_INLINE bool PlainJudge::measure_base(const PlainTarget& target, const Series& own,
                                              const Series& other, const Finding& finding,
                                              std::optional<PlainNumber>& before) const {
    if (!target.has_base || finding.as_of < target.base.last()) return true;
    if (target.has_stated_base) {
        const auto stated = stated_base(target, own, finding);
        if (!stated) return false;
        before = stated.figure.number();
        finding.is_base(stated);
        return true;
    }
    const auto published = level(own, target.base, finding.as_of);
    if (published.found == Found::unclear) return false;
    if (!published) return true;
    if (may_be_revised(own, target.base)) return false;
    if (target.shape == PlainShape::level) {
        before = published.figure.number();
        finding.is_base(published);
    } else {
        const auto whole = level(other, target.base, finding.as_of);
        if (whole.found == Found::unclear) return false;
        if (!whole) return true;
        if (!quotient(published, whole, before.emplace())) return false;
        finding.rest_on(whole);
    }
    finding.rest_on(published);
    return true;
}

GOALPOST_INLINE bool PlainJudge::nothing_yet(const PlainTarget& target, const Series& own,
                                             const Finding& finding) const {
    bool known = false;
    for (const auto& span : own.spans) {
        for (auto row = span.begin; row != span.end; ++row) {
            const auto& one = data_->rows()[row];
            const bool visible =
                one.period.last() <= finding.as_of && (!one.published || *one.published <= finding.as_of);
            if (!visible || !(span.basis ? *span.basis == one.basis : true)) continue;
            const bool at_base = target.shape == PlainShape::level || target.shape == PlainShape::share;
            if (!at_base || target.base.last() < one.period.last()) return false;
            known = true;
        }
    }
    finding.codes.reason = known ? Reason::not_due : Reason::missing_observation;
    return true;
}

GOALPOST_INLINE bool PlainJudge::judge(const PlainTarget& target, const Located& located, const Date& as_of,
                                       Assessment& codes, PlainEvidence& evidence,
                                       PlainFigures* figures) const {
    using Shape = PlainShape;
    if (!known_[static_cast<std::size_t>(target.shape)]) return false;
    const Series own{target.indicator, located.own};
    const Series other{target.other, located.other};
    const Finding finding{as_of, codes, evidence, figures};
    if (as_of < target.reading.last()) return nothing_yet(target, own, finding);
    if (own.spans.empty()) {
        if (target.against_series || target.shape == Shape::share) return false;
        codes.reason = Reason::missing_observation;
        return true;
    }
    // Units of the line that do not fit, and integers that grow too large, are for Judge.
    const auto& indicator = indicators_[target.indicator];
    std::optional<Fraction> limit;
    if (!target.against_series) {
        const bool absolute = target.shape == Shape::level || target.shape == Shape::change_since;
        const auto& measured_unit = absolute ? indicator.unit : percent_;
        const auto& line_unit = unit(target.unit, target.indicator);
        if (!line_unit.usable || line_unit.dimension != measured_unit.dimension) return false;
        limit = line(target, int128{target.number} * 2);
        if (!limit) return false;
    }
    PlainNumber measured;
    PlainNumber reference;
    std::optional<PlainNumber> before;
    if (!measure(target, own, other, finding, measured, reference) ||
        !measure_base(target, own, other, finding, before))
        return false;
    const auto place = [&](const PlainNumber& number) {
        return limit ? position_to(number, *limit) : position_to(number, reference);
    };
    const auto position = place(measured);
    if (figures != nullptr) {
        figures->measured = measured.point;
        figures->line = limit ? yearly_line(target, int128{target.number} * 2) : reference.point;
        figures->side = position.point;
        figures->has_line = true;
        if (before) figures->base = before->point;
    }
    const bool met_at_base = before && decide(between(target.comparison, place(*before))).met;
    if (met_at_base) codes.flags |= Flag::met_at_base;
    if (figures != nullptr) return true;
    const auto holding = decide(between(target.comparison, position));
    if (before && indicator.better != Better::neither && (!met_at_base || !holding.met)) {
        const int way = order(measured.point, before->point);
        if (indicator.better == Better::higher ? way < 0 : way > 0) codes.flags |= Flag::moved_away;
    }

    codes.stage = Stage::final;
    codes.observed = target.reading;
    if (require_firm_ && !holding.firm) {
        codes.reason = Reason::rests_on_rounding;
        return true;
    }
    codes.outcome = holding.met ? Outcome::met : Outcome::not_met;
    codes.status = holding.met ? Status::achieved : Status::missed;
    codes.certainty = holding.firm ? Certainty::firm : Certainty::rests_on_rounding;
    const bool upwards = target.comparison <= Comparison::more_than;
    if (holding.met && target.comparison != Comparison::equal &&
        (upwards ? position.point > 0 : position.point < 0))
        codes.flags |= Flag::over_fulfilled;
    if (!holding.met && limit && would_be_met(target, measured.point))
        codes.flags |= Flag::met_at_target_precision;
    return true;
}
}  // namespace goalpost::detail

#include "goalpost/evaluate/detail/plain_reading.hpp"
