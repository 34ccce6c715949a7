// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by plain_target.hpp.
#pragma once

#include <algorithm>
#include <variant>

#include "goalpost/config.hpp"
#include "goalpost/model/detail/plain_target.hpp"

namespace goalpost::detail {

GOALPOST_INLINE Period last_year_of(const Period& due) {
    const auto months = due.months();
    if (!months || *months <= 12) return due;
    return Period::days(date_in(month_number(due.last()) - 11, 1), due.last());
}

GOALPOST_INLINE Period period_before(const Period& horizon, const Period& reading) {
    if (const auto months = reading.months(); months && horizon.months()) {
        const int begin = month_number(horizon.first());
        return Period::days(date_in(begin - *months, 1), date_in(begin - 1, 31));
    }
    const auto last = horizon.first() - boost::gregorian::date_duration(1);
    return Period::days(last - boost::gregorian::date_duration(reading.length_in_days() - 1), last);
}

GOALPOST_INLINE DuePeriods::DuePeriods(const Period& when, const Period& horizon)
    : due(when),
      last_year(last_year_of(due)),
      before(period_before(horizon, last_year)),
      year_before(last_year.year_before()) {}

/// A number or a percentage, of nothing.
inline bool is_pure(const UnitOfMeasure& unit) { return unit.dimension() == UnitOfMeasure().dimension(); }

inline PlainShape plain_shape(const Criterion& criterion, const Indicator& indicator) {
    const auto& term = criterion.measure;
    const bool grows = indicator.kind != IndicatorKind::ratio;
    if (criterion.quantifier.kind != Quantifier::Kind::none || criterion.comparison > Comparison::equal ||
        indicator.kind == IndicatorKind::rank || term.chained || !term.group.empty())
        return PlainShape::none;
    if (const auto* other = std::get_if<SeriesReference>(&criterion.reference)) {
        const auto& theirs = other->measure;
        const bool same =
            theirs.name == term.name && !theirs.chained && theirs.group.empty() && !theirs.since;
        if (!same || !other->margin_unit.empty() || term.since || term.of) return PlainShape::none;
        if (term.name == "level") return PlainShape::level;
        return term.name == "growth" && grows ? PlainShape::growth : PlainShape::none;
    }
    if (!std::holds_alternative<NumberReference>(criterion.reference)) return PlainShape::none;
    if (term.name == "level") return term.of || term.since ? PlainShape::none : PlainShape::level;
    if (term.name == "share") return term.of && !term.since ? PlainShape::share : PlainShape::none;
    if (term.of || !grows) return PlainShape::none;
    if (term.name == "growth") return term.since ? PlainShape::growth_since : PlainShape::growth;
    if (!term.since) return PlainShape::none;
    if (term.name == "annual_growth") return PlainShape::annual_growth;
    if (term.name == "multiple") return PlainShape::multiple;
    return term.name == "change" && !is_pure(indicator.unit) ? PlainShape::change_since : PlainShape::none;
}

GOALPOST_INLINE void set_numbers(PlainTarget& plain, const Target& target, const Criterion& criterion) {
    plain.runs_evenly = !target.calendar && target.milestones.empty();
    if (target.base) {
        plain.base_value = target.base->value.units();
        plain.base_places = static_cast<std::uint8_t>(target.base->value.places());
    }
    if (const auto* number = std::get_if<NumberReference>(&criterion.reference)) {
        plain.number = number->value.units();
        plain.places = static_cast<std::uint8_t>(number->value.places());
    }
}

GOALPOST_INLINE bool make_plain(PlainTarget& plain, const Target& target, const Criterion& criterion,
                                const Indicator& indicator, const Period& horizon,
                                const DuePeriods& periods) {
    using Shape = PlainShape;
    constexpr Date earliest(1500, 1, 1);
    if (horizon.first() < earliest || target.due.first() < earliest)
        return false;  // no year before may be past the end of the calendar
    const bool flow = indicator.kind == IndicatorKind::flow;
    const bool sums = flow && (plain.shape == Shape::level || plain.shape == Shape::share);
    plain.reading = sums ? target.due : periods.last_year;
    plain.is_long = plain.reading != target.due;
    plain.comparison = criterion.comparison;
    const auto base_period = target.base                          ? target.base->period
                             : plain.reading == periods.last_year ? periods.before
                                                                  : period_before(horizon, plain.reading);
    plain.behind_base = base_period.last() + boost::gregorian::date_duration(1);
    switch (plain.shape) {
        case Shape::none: return false;
        case Shape::level:
        case Shape::share:
            plain.base = base_period;
            plain.has_base =
                !std::holds_alternative<SeriesReference>(criterion.reference) &&
                (!flow || plain.shape == Shape::share || plain.base.months() == plain.reading.months());
            break;
        case Shape::growth: plain.base = periods.year_before; break;
        default: {
            plain.base = *criterion.measure.since;
            plain.behind_base =
                std::max(plain.behind_base, plain.base.last() + boost::gregorian::date_duration(1));
            if (flow && plain.base.months() != plain.reading.months()) return false;
            const auto years = years_between(plain.base, plain.reading);
            if (plain.shape == Shape::annual_growth && (!years || *years < 1 || *years > 30)) return false;
            plain.years = static_cast<std::uint8_t>(years && *years > 0 && *years <= 30 ? *years : 0);
        }
    }
    plain.states_some_base = target.base.has_value();
    if (target.base) {
        // What the plan states is read there instead of what was published.
        const auto is_stated = [&](const Period& period) {
            return indicator.is_same_figure(target.base->period, period);
        };
        if (plain.shape == Shape::share || is_stated(plain.reading) ||
            (plain.shape == Shape::growth && is_stated(plain.base)))
            return false;
        plain.has_stated_base = plain.shape == Shape::level || is_stated(plain.base);
    }
    if (const auto* number = std::get_if<NumberReference>(&criterion.reference)) {
        if (plain.shape == Shape::share && number->unit.empty() && is_pure(indicator.unit)) return false;
        plain.unit = plain.shape == Shape::level || plain.shape == Shape::change_since ? PlainTarget::own_unit
                     : plain.shape == Shape::multiple                                  ? PlainTarget::pure
                                                                                       : PlainTarget::percent;
    }
    set_numbers(plain, target, criterion);
    return true;
}

}  // namespace goalpost::detail
