// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by plain_judge.hpp.
#pragma once

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
    made.usable = unit.factor().narrow(top, bottom) && top <= INT64_MAX && bottom <= INT64_MAX;
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

GOALPOST_INLINE PlainJudge::Reading PlainJudge::read(std::uint32_t index, const PlainUnit& like) const {
    const auto& row = data_->rows()[index];
    const auto& unit = data_units_[row.unit];
    const auto figure = PlainFigure::read(row.value, unit);
    if (!figure || unit.dimension != like.dimension || row.qualifier != Qualifier::none) return unclear();
    return {Found::yes, index, *figure, row.status != ObservationStatus::final};
}

GOALPOST_INLINE PlainJudge::Reading PlainJudge::find(const Series& series, Basis basis, const Period& period,
                                                     const Date& as_of, bool at_end,
                                                     const PlainUnit& like) const {
    const auto rows = data_->rows();
    const auto last = period.last();
    std::uint32_t matches = 0;
    std::uint32_t match = 0;
    for (const auto& span : series.spans) {
        if (!span.may_have(basis)) continue;
        auto at = static_cast<std::uint32_t>(
            std::partition_point(rows.begin() + span.begin, rows.begin() + span.end,
                                 [&](const ObservationRow& row) {
                                     return row.basis != basis ? row.basis < basis : row.period.last() < last;
                                 }) -
            rows.begin());
        for (; at != span.end && rows[at].basis == basis && rows[at].period.last() == last; ++at) {
            if (!at_end && rows[at].period.first() != period.first()) continue;
            ++matches;
            match = at;
            if (span.one_for_each) break;
        }
    }
    if (matches == 0) return {};
    if (matches > 1) return unclear();
    const auto& published = rows[match].published;
    if (published && as_of < *published) return {};
    return read(match, like);
}

/// As MeasureView::level_of, where one row tells it.
GOALPOST_INLINE PlainJudge::Reading PlainJudge::level(const Series& series, const Period& period,
                                                      const Date& as_of) const {
    const auto& indicator = indicators_[series.indicator];
    const auto& like = indicator.unit;
    const auto in_order = [&](Basis first, Basis second, bool at_end) {
        auto found = find(series, first, period, as_of, at_end, like);
        return found.found == Found::no ? find(series, second, period, as_of, at_end, like) : found;
    };
    switch (indicator.kind) {
        case IndicatorKind::stock: return in_order(Basis::cumulative, Basis::level, true);
        case IndicatorKind::ratio: return in_order(Basis::share, Basis::level, false);
        case IndicatorKind::index: return find(series, Basis::level, period, as_of, false, like);
        case IndicatorKind::rank: return unclear();
        case IndicatorKind::flow: break;
    }
    auto found = in_order(Basis::level, Basis::cumulative, false);
    if (found.found == Found::no && has_pieces(series, period)) found.found = Found::unclear;
    return found;
}

/// Whether a flow may be the sum of published pieces.
GOALPOST_INLINE bool PlainJudge::has_pieces(const Series& series, const Period& period) const {
    for (const auto& span : series.spans) {
        for (auto row = span.begin; row != span.end; ++row) {
            if (period.contains(data_->rows()[row].period)) return true;
        }
    }
    return false;
}

/// Whether a figure of its own scale stands there more than once: see Series::is_revised.
GOALPOST_INLINE bool PlainJudge::may_be_revised(const Series& series, const Period& period) const {
    int count = 0;
    const auto rows = data_->rows();
    if (series.spans.size() == 1 && series.spans.front().one_for_each) return false;
    for (const auto& span : series.spans) {
        for (const auto basis : {Basis::level, Basis::cumulative, Basis::share, Basis::rank}) {
            const auto end = rows.begin() + span.end;
            auto at = std::partition_point(rows.begin() + span.begin, end, [&](const ObservationRow& row) {
                return row.basis != basis ? row.basis < basis : row.period < period;
            });
            for (; at != end && at->basis == basis && at->period == period; ++at)
                ++count;
        }
    }
    return count > 1;
}

GOALPOST_INLINE bool PlainJudge::growth(const Series& series, const PlainTarget& target, const Date& as_of,
                                        GrowthReadings& readings, Measurement& found) const {
    const auto kind = indicators_[series.indicator].kind;
    if (kind == IndicatorKind::ratio || kind == IndicatorKind::rank) return false;
    auto& [value, base, published] = readings;
    published = find(series, Basis::growth_yoy, target.reading, as_of, false, percent_);
    value = level(series, target.reading, as_of);
    base = level(series, target.base, as_of);
    for (const auto* reading : {&value, &base, &published}) {
        if (reading->found == Found::unclear) return false;
    }
    std::optional<PlainNumber> computed;
    if (value && base) {
        if (value.figure.twice <= 0 || base.figure.low() <= 0) return false;
        computed = plain_quotient(value.figure, base.figure);
        if (!computed) return false;
    }
    if (published) {
        found = {plus_one(published.figure.number()), {&published, nullptr}, false};
        found.conflict = computed && !two_agree(*computed, found.number);
        return true;
    }
    if (!computed) return false;
    found = {*computed, {&value, &base}, false};
    return true;
}

GOALPOST_INLINE std::optional<Fraction> PlainJudge::line(const PlainTarget& target, int128 twice) const {
    const auto& in = unit(target.unit, target.indicator);
    Fraction line{twice * in.top, int128{in.bottom} * powers_of_ten[target.places] * 2};
    switch (target.shape) {
        case PlainShape::growth:
        case PlainShape::growth_since: line.top += line.bottom; break;
        case PlainShape::annual_growth: {
            line.top += line.bottom;
            const auto shared = static_cast<int128>(
                greatest_common_divisor(magnitude(line.top), static_cast<uint128>(line.bottom)));
            if (line.top <= 0) return std::nullopt;
            const auto top = power(line.top / shared, target.years);
            const auto bottom = power(line.bottom / shared, target.years);
            if (!top || !bottom) return std::nullopt;
            return Fraction{*top, *bottom};
        }
        default: break;
    }
    return line;
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

GOALPOST_INLINE bool PlainJudge::judge(const PlainTarget& target, const Located& located, const Date& as_of,
                                       Assessment& codes, PlainEvidence& evidence) const {
    using Shape = PlainShape;
    if (!known_[static_cast<std::size_t>(target.shape)] || as_of < target.reading.last()) return false;
    const Series own{target.indicator, located.own};
    if (own.spans.empty()) {
        if (target.against_series || target.shape == Shape::share) return false;
        codes.reason = Reason::missing_observation;
        return true;
    }
    const auto& indicator = indicators_[target.indicator];
    const Series other{target.other, located.other};
    // Units of the line that do not fit, and integers that grow too large, are for Judge.
    const bool rate = target.shape == Shape::growth || target.shape == Shape::growth_since ||
                      target.shape == Shape::annual_growth || target.shape == Shape::multiple ||
                      target.shape == Shape::share;
    const auto& measured_unit = rate ? percent_ : indicator.unit;
    std::optional<Fraction> limit;
    if (!target.against_series) {
        const auto& line_unit = unit(target.unit, target.indicator);
        if (!line_unit.usable || line_unit.dimension != measured_unit.dimension) return false;
        limit = line(target, int128{target.number} * 2);
        if (!limit) return false;
    }

    Reading value;
    Reading base;
    GrowthReadings own_growth;
    GrowthReadings other_growth;
    Measurement measured;
    Measurement reference;
    const auto since = [&] {
        value = level(own, target.reading, as_of);
        base = level(own, target.base, as_of);
        if (!value || !base) return false;
        // Chained growth may contradict the levels.
        const auto chained = find(own, Basis::growth_yoy, target.reading, as_of, false, percent_);
        return chained.found == Found::no;
    };
    const auto take_quotient = [&](const Reading& top, const Reading& bottom, Measurement& to) {
        if (top.figure.twice <= 0 || bottom.figure.low() <= 0) return false;
        const auto found = plain_quotient(top.figure, bottom.figure);
        if (found) to = {*found, {&top, &bottom}, false};
        return found.has_value();
    };
    switch (target.shape) {
        case Shape::none: return false;
        case Shape::level:
            value = level(own, target.reading, as_of);
            if (!value) return false;
            measured = {value.figure.number(), {&value, nullptr}, false};
            if (target.against_series) {
                base = level(other, target.reading, as_of);
                if (!base || indicators_[target.other].unit.dimension != indicator.unit.dimension)
                    return false;
                reference = {base.figure.number(), {&base, nullptr}, false};
            }
            break;
        case Shape::share: {
            const auto ratio = std::pair(target.indicator, target.other);
            if (std::ranges::binary_search(ratios_, ratio)) return false;
            value = level(own, target.reading, as_of);
            base = level(other, target.reading, as_of);
            if (!value || !base || indicators_[target.other].unit.dimension != indicator.unit.dimension ||
                !take_quotient(value, base, measured))
                return false;
            break;
        }
        case Shape::growth:
            if (!growth(own, target, as_of, own_growth, measured)) return false;
            if (target.against_series && !growth(other, target, as_of, other_growth, reference)) return false;
            break;
        case Shape::growth_since:
        case Shape::annual_growth:
        case Shape::multiple:
            if (!since() || !take_quotient(value, base, measured)) return false;
            break;
        case Shape::change_since: {
            value = level(own, target.reading, as_of);
            base = level(own, target.base, as_of);
            if (!value || !base) return false;
            const auto found = plain_difference(value.figure, base.figure);
            if (!found) return false;
            measured = {*found, {&value, &base}, false};
            break;
        }
    }

    const auto place = [&](const PlainNumber& number) {
        return limit ? position_to(number, *limit) : position_to(number, reference.number);
    };
    const auto position = place(measured.number);
    auto holding = decide(between(target.comparison, position));
    for (const auto* from : {&measured, &reference}) {
        if (from->conflict) codes.flags |= Flag::growth_conflict;
        for (const auto* reading : from->from) {
            if (reading == nullptr) continue;
            evidence.add(reading->row);
            if (reading->provisional) codes.flags |= Flag::provisional;
        }
    }

    if (target.has_base && target.base.last() <= as_of) {
        std::optional<PlainNumber> before;
        const auto published = level(own, target.base, as_of);
        if (published.found == Found::unclear) return false;
        if (target.has_stated_base) {
            const auto& base_unit = unit(target.base_unit, target.indicator);
            const auto stated = PlainFigure::read(Decimal(target.base_value, target.base_places), base_unit);
            if (!stated || base_unit.dimension != indicator.unit.dimension) return false;
            before = stated->number();
            if (published && !two_agree(published.figure.number(), *before))
                codes.flags |= Flag::base_conflict;
        } else if (published) {
            if (may_be_revised(own, target.base)) return false;
            if (target.shape == Shape::level) {
                before = published.figure.number();
                evidence.add(published.row);
            } else {
                const auto whole = level(other, target.base, as_of);
                if (whole.found == Found::unclear) return false;
                if (whole) {
                    Measurement share;
                    if (!take_quotient(published, whole, share)) return false;
                    before = share.number;
                    evidence.add(published.row);
                    evidence.add(whole.row);
                }
            }
        }
        if (before) {
            const bool met_at_base = decide(between(target.comparison, place(*before))).met;
            if (met_at_base) codes.flags |= Flag::met_at_base;
            if (indicator.better != Better::neither && (!met_at_base || !holding.met)) {
                const int way = order(measured.number.point, before->point);
                if (indicator.better == Better::higher ? way < 0 : way > 0) codes.flags |= Flag::moved_away;
            }
        }
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
    if (!holding.met && limit && would_be_met(target, measured.number.point))
        codes.flags |= Flag::met_at_target_precision;
    return true;
}
}  // namespace goalpost::detail
