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
    for (const auto& unit : PlanAccess::target_units(plan))
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

GOALPOST_INLINE PlainJudge::Found PlainJudge::quotient(const Reading& top, const Reading& bottom,
                                                       PlainNumber& found) const {
    if (top.found != Found::yes) return top.found;
    if (bottom.found != Found::yes) return bottom.found;
    if (top.figure.twice <= 0 || top.figure.low() < 0 || bottom.figure.low() <= 0) return Found::unclear;
    const auto quotient = plain_quotient(top.figure, bottom.figure);
    if (!quotient) return Found::unclear;
    found = *quotient;
    return Found::yes;
}

GOALPOST_INLINE PlainJudge::Found PlainJudge::growth(const Series& series, const PlainTarget& target,
                                                     const Finding& finding, PlainNumber& found,
                                                     bool& is_published) const {
    const auto kind = indicators_[series.indicator].kind;
    if (kind == IndicatorKind::ratio || kind == IndicatorKind::rank) return Found::unclear;
    const auto published = find(series, Basis::growth_yoy, target.reading, finding.as_of, false, percent_);
    if (published.found == Found::unclear) return Found::unclear;
    is_published = published.found == Found::yes;
    const auto value = level(series, target.reading, finding.as_of);
    const auto base = level(series, target.base, finding.as_of);
    if (value.found == Found::unclear || base.found == Found::unclear) return Found::unclear;
    const bool computed = value && base;
    if (computed || !published) {
        if (const auto divided = quotient(value, base, found); divided != Found::yes) return divided;
    }
    if (!published) {
        finding.take(value);
        finding.take(base);
        finding.is_measured(PlainFigures::no_row);
        return Found::yes;
    }
    const auto told = plus_one(published.figure.number());
    if (computed && !two_agree(found, told)) finding.codes.flags |= Flag::growth_conflict;
    found = told;
    finding.take(published);
    finding.is_measured(published.row);
    return Found::yes;
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
                                                               std::span<const std::uint32_t> evidence,
                                                               const Date& as_of) const {
    if (target.shape != PlainShape::level || target.against_series || as_of < target.reading.last() ||
        !known_[static_cast<std::size_t>(PlainShape::level)])
        return std::nullopt;
    auto value = level_in(evidence, target);
    if (!value) value = level({target.indicator, locate(target).own}, target.reading, as_of);
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

GOALPOST_INLINE PlainJudge::Found PlainJudge::measure(const PlainTarget& target, const Series& own,
                                                      const Series& other, const Finding& finding,
                                                      PlainNumber& measured, PlainNumber& reference) const {
    using Shape = PlainShape;
    const auto& as_of = finding.as_of;
    const auto like = [&](const Series& series) { return indicators_[series.indicator].unit.dimension; };
    switch (target.shape) {
        case Shape::none: return Found::unclear;
        case Shape::level: {
            const auto value = level(own, target.reading, as_of);
            if (!value) return value.found;
            measured = value.figure.number();
            finding.take(value);
            finding.is_measured(value.row);
            if (finding.figures != nullptr) finding.figures->own_level = value.figure;
            if (!target.against_series) return Found::yes;
            const auto theirs = level(other, target.reading, as_of);
            if (!theirs) return theirs.found;
            if (like(own) != like(other)) return Found::unclear;
            reference = theirs.figure.number();
            if (finding.figures != nullptr) finding.figures->other_level = theirs.figure;
            finding.take(theirs);
            return Found::yes;
        }
        case Shape::share: {
            if (like(own) != like(other)) return Found::unclear;
            const auto value = level(own, target.reading, as_of);
            const auto whole = level(other, target.reading, as_of);
            if (const auto divided = quotient(value, whole, measured); divided != Found::yes) return divided;
            finding.take(value);
            finding.take(whole);
            return Found::yes;
        }
        case Shape::growth: {
            // The own series last: `is_measured` is to be of it. Yet why it has no growth goes before.
            bool theirs_published = false;
            bool ours_published = false;
            const auto theirs = target.against_series
                                    ? growth(other, target, finding, reference, theirs_published)
                                    : Found::yes;
            if (theirs == Found::unclear) return theirs;
            const auto ours = growth(own, target, finding, measured, ours_published);
            if (target.against_series && ours_published != theirs_published)
                finding.codes.flags |= Flag::published_against_computed;
            return ours == Found::yes ? theirs : ours;
        }
        default: break;
    }
    const auto value = level(own, target.reading, as_of);
    const auto base =
        target.has_stated_base ? stated_base(target, own, finding) : level(own, target.base, as_of);
    if (!value) return value.found;
    if (!base) return base.found;
    if (target.shape == Shape::change_since) {
        const auto difference = plain_difference(value.figure, base.figure);
        if (!difference) return Found::unclear;
        measured = *difference;
        finding.is_measured(value.row);
    } else {
        // Chained growth may contradict the levels.
        const auto chained = find(own, Basis::growth_yoy, target.reading, as_of, false, percent_);
        if (chained.found != Found::no) return Found::unclear;
        if (const auto divided = quotient(value, base, measured); divided != Found::yes) return divided;
    }
    finding.take(value);
    finding.take(base);
    return Found::yes;
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
        if (quotient(published, whole, before.emplace()) != Found::yes) return false;
        finding.rest_on(whole);
    }
    finding.rest_on(published);
    return true;
}

}  // namespace goalpost::detail

#include "goalpost/evaluate/detail/plain_reading.hpp"
#include "goalpost/evaluate/detail/plain_verdict.hpp"
