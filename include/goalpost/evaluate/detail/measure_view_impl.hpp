// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by measure_view.hpp.
#pragma once

#include <algorithm>
#include <stdexcept>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/measure_view.hpp"
#include "goalpost/evaluate/published_figure.hpp"

namespace goalpost {
namespace detail {
GOALPOST_INLINE Rounded read_row(const ObservationRow& row, const UnitOfMeasure& unit) {
    auto rounded = published_figure(row.value, unit);
    if (row.qualifier == Qualifier::none || row.qualifier == Qualifier::about) return rounded;
    const auto low = row.qualifier == Qualifier::more_than ? Bound::Kind::open : Bound::Kind::closed;
    return {rounded.value(), {{rounded.value(), low}, {0, Bound::Kind::infinite}}};
}

inline Flags flags_of(const ObservationRow& row) {
    Flags flags;
    if (row.status != ObservationStatus::final) flags |= Flag::provisional;
    if (row.qualifier == Qualifier::about) flags |= Flag::approximate;
    if (row.qualifier == Qualifier::more_than || row.qualifier == Qualifier::at_least) flags |= Flag::bound;
    return flags;
}

GOALPOST_INLINE bool two_agree(const Interval& a, const Interval& b) {
    const auto below = [](const Bound& high, const Bound& low) {
        if (high.kind == Bound::Kind::infinite || low.kind == Bound::Kind::infinite) return false;
        const auto order = compare(high.value, low.value);
        if (!order) return false;
        return *order < 0 ||
               (*order == 0 && (high.kind == Bound::Kind::open || low.kind == Bound::Kind::open));
    };
    return !below(a.high, b.low) && !below(b.high, a.low);
}

GOALPOST_INLINE bool fits(Basis basis, const UnitOfMeasure& unit, const Indicator& indicator) {
    switch (basis) {
        case Basis::level:
        case Basis::cumulative: return unit.converts_to(indicator.unit);
        case Basis::share:
            return unit.converts_to(indicator.kind == IndicatorKind::ratio ? indicator.unit
                                                                           : figure_units::percent());
        case Basis::growth_yoy:
        case Basis::completion: return unit.converts_to(figure_units::percent());
        case Basis::change_pp: return unit.is_points();
        case Basis::rank: return unit.factor() == 1;
    }
    return false;
}
}  // namespace detail
GOALPOST_INLINE Series MeasureView::other() const {
    if (!term_->of) return series_;
    const auto* indicator = plan_->find_indicator(term_->of->indicator);
    if (indicator == nullptr)
        throw std::invalid_argument("goalpost: the plan has no indicator " + term_->of->indicator);
    return series_of(*indicator, term_->of->scope.empty() ? scope_ : std::string_view(term_->of->scope));
}

GOALPOST_INLINE void MeasureView::contradiction(Flag flag, const Series& series, const Period& period,
                                                Value used, Value other, const UnitOfMeasure& unit) const {
    if (!trace_->detailed()) return trace_->flag(flag);
    trace_->contradiction({flag, series.indicator().name, period, std::move(used), std::move(other), &unit});
}

GOALPOST_INLINE Reading MeasureView::or_absent(const Series& series, const Period& period,
                                               std::string_view symbol, Reading reading,
                                               std::optional<Basis> basis) const {
    if (trace_->detailed() && reading.reason() == Reason::missing_observation)
        trace_->absence(
            {std::string(symbol), &series.indicator(), std::string(series.scope()), period, basis});
    return reading;
}

GOALPOST_INLINE Reading MeasureView::take(const Series& series, const Series::Found& found,
                                          std::string_view symbol) const {
    auto reading = read(series, found);
    if (!reading) return reading;
    const auto& row = data_->row(found.row);
    if (found.revised && (symbol == "b" || symbol == "xb")) trace_->flag(Flag::base_revised);
    note(series, row.period, row.basis, symbol, reading, {found.row});
    return reading;
}

/// Reads a row, and leaves it and its flags in the trace.
GOALPOST_INLINE Reading MeasureView::read(const Series& series, const Series::Found& found) const {
    if (!found) {
        if (found.reason == Reason::conflicting_observations) {
            trace_->row(found.row);
            trace_->row(found.rival);
        }
        return found.reason;
    }
    const auto& row = data_->row(found.row);
    const auto& unit = data_->unit(row);
    trace_->row(found.row);
    trace_->flag(detail::flags_of(row));
    if (!detail::fits(row.basis, unit, series.indicator())) return Reason::unit_mismatch;
    const bool place = row.basis == Basis::rank && !unit.converts_to(series.indicator().unit);
    return {detail::read_row(row, unit), place ? figure_units::rank() : unit};
}

GOALPOST_INLINE void MeasureView::note(const Series& series, const Period& period, Basis basis,
                                       std::string_view symbol, const Reading& reading,
                                       std::vector<std::uint32_t> rows) const {
    if (!trace_->detailed()) return;
    const auto scope =
        rows.empty() ? std::string(scope_) : std::string(data_->scope_name(data_->row(rows.front()).scope));
    trace_->input({std::string(symbol), series.indicator().name, scope, period, basis, reading->value(),
                   &reading.unit(), std::move(rows)});
}

GOALPOST_INLINE Reading MeasureView::published_of(const Series& series, Basis basis,
                                                  const Period& period) const {
    const auto symbol = basis == Basis::growth_yoy ? "g" : "p";
    return or_absent(series, period, symbol, take(series, series.find(basis, period), symbol), basis);
}

GOALPOST_INLINE Reading MeasureView::level_of(const Series& series, const Period& period,
                                              std::string_view symbol) const {
    return or_absent(series, period, symbol, find_level(series, period, symbol));
}

GOALPOST_INLINE Reading MeasureView::find_level(const Series& series, const Period& period,
                                                std::string_view symbol) const {
    switch (series.indicator().kind) {
        case IndicatorKind::stock:
            if (const auto held = series.find_at_end(Basis::cumulative, period.last());
                held.reason != Reason::missing_observation)
                return take(series, held, symbol);
            return take(series, series.find_at_end(Basis::level, period.last()), symbol);
        case IndicatorKind::ratio:
            return take(series, series.find_either(Basis::share, Basis::level, period), symbol);
        case IndicatorKind::rank:
            return take(series, series.find_either(Basis::rank, Basis::level, period), symbol);
        case IndicatorKind::index: return take(series, series.find(Basis::level, period), symbol);
        case IndicatorKind::flow: break;
    }
    const auto found = series.find_either(Basis::level, Basis::cumulative, period);
    return found.reason == Reason::missing_observation ? sum_of(series, period, symbol)
                                                       : take(series, found, symbol);
}

namespace detail {
/// Periods that lie end to end from the first day of `whole` to its last, each as long as can be; empty where
/// none do. `pieces` lie inside it.
inline std::vector<Period> tiling(std::vector<Period> pieces, const Period& whole) {
    const auto day_after = [](const Period& piece) {
        return piece.last() + boost::gregorian::date_duration(1);
    };
    std::sort(pieces.begin(), pieces.end(), [](const Period& a, const Period& b) {
        return a.first() != b.first() ? a.first() > b.first() : a.last() > b.last();
    });
    std::vector<Period> useful;  // those from which the end can be reached, the earliest last
    for (const auto& piece : pieces) {
        const bool goes_on = piece.last() == whole.last() ||
                             std::any_of(useful.begin(), useful.end(), [&](const Period& next) {
                                 return next.first() == day_after(piece);
                             });
        if (goes_on && (useful.empty() || useful.back().first() != piece.first())) useful.push_back(piece);
    }
    std::vector<Period> laid;
    for (auto next = useful.rbegin(); next != useful.rend(); ++next) {
        if (next->first() == (laid.empty() ? whole.first() : day_after(laid.back()))) laid.push_back(*next);
        if (!laid.empty() && laid.back().last() == whole.last()) return laid;
    }
    return {};
}
}  // namespace detail
/// A flow adds up over time: published pieces laid end to end; a running total is a piece, too.
GOALPOST_INLINE Reading MeasureView::sum_of(const Series& series, const Period& period,
                                            std::string_view symbol) const {
    std::vector<Period> pieces;
    for (const auto index : series.rows_ending(period.first(), period.last())) {
        const auto& row = data_->row(index);
        const bool adds = row.basis == Basis::level || row.basis == Basis::cumulative;
        if (adds && period.contains(row.period)) pieces.push_back(row.period);
    }
    std::optional<Reading> sum;
    std::vector<std::uint32_t> rows;
    const auto laid = detail::tiling(std::move(pieces), period);
    if (!laid.empty()) {
        if (const auto broken = series.find_break(laid.front().last(), period.last())) {
            trace_->row(*broken);
            return Reason::broken_series;
        }
    }
    for (const auto& piece : laid) {
        const auto found = series.find_either(Basis::level, Basis::cumulative, piece);
        const auto reading = read(series, found);
        if (!reading) return reading;
        rows.push_back(found.row);
        sum = sum ? Reading(**sum + *reading, sum->unit()) : reading;
    }
    if (!sum) return Reason::missing_observation;
    note(series, period, Basis::level, symbol, *sum, std::move(rows));
    return *sum;
}

GOALPOST_INLINE Reading MeasureView::level_of(std::string_view indicator, std::string_view scope) const {
    const auto* found = plan_->find_indicator(indicator);
    if (found == nullptr) return Reason::missing_observation;
    return level_of(series_of(*found, scope.empty() ? scope_ : scope), period_, "x");
}

GOALPOST_INLINE bool MeasureView::is_stated_base(const Period& period) const {
    return *base_ && indicator_->is_same_figure((*base_)->period, period);
}

GOALPOST_INLINE Reading MeasureView::stated_base() const {
    const auto& stated = **base_;
    if (stated.unit.empty()) return {published_figure(stated.value, indicator_->unit), indicator_->unit};
    const auto unit = plan_->unit_set().parse(stated.unit);
    if (!unit || !unit->converts_to(indicator_->unit)) return Reason::unit_mismatch;
    return {published_figure(stated.value, *unit), indicator_->unit};
}

GOALPOST_INLINE Reading MeasureView::level(const Period& period) const {
    const auto symbol = period == period_ ? "y" : "b";
    const auto mark = trace_->mark();
    const auto published = level_of(series_, period, symbol);
    if (!is_stated_base(period)) return published;
    trace_->rewind(mark);
    const auto stated = stated_base();
    if (!stated) return stated;
    if (published && !detail::two_agree(published->range(), stated->range()))
        contradiction(Flag::base_conflict, series_, (*base_)->period, stated->value(), published->value(),
                      stated.unit());
    note(series_, (*base_)->period, Basis::level, symbol, stated, {});
    return stated;
}

GOALPOST_INLINE MeasureView::MeasureView(const Plan& plan, const Observations& data, const Binding& binding,
                                         const Date& as_of, const Indicator& indicator,
                                         std::string_view scope, const MeasureTerm& term,
                                         const Period& period, const std::optional<Base>& base, Trace& trace)
    : plan_(&plan),
      data_(&data),
      binding_(&binding),
      as_of_(as_of),
      indicator_(&plan.indicators()[plan.place_of(indicator)]),
      scope_(scope),
      term_(&term),
      period_(period),
      base_(&base),
      trace_(&trace),
      series_(series_of(*indicator_, scope)) {}

GOALPOST_INLINE std::optional<Period> MeasureView::counted_from() const {
    if (term_->since || !period_.reaches_back(12)) return term_->since;
    return period_.year_before();
}

GOALPOST_INLINE Series MeasureView::series_of(const Indicator& indicator, std::string_view scope) const {
    return binding_->series(indicator, scope, as_of_);
}

template <class Read>
Reading MeasureView::as_base(const Series& series, const Period& period, Read read) const {
    if (indicator_->kind == IndicatorKind::flow && period.months() != period_.months())
        return Reason::missing_base;
    auto reading = read();
    if (reading.reason() == Reason::missing_observation) return Reason::missing_base;
    const auto broken = series.find_break(period.last(), period_.last());
    if (!reading || !broken) return reading;
    trace_->row(*broken);
    return Reason::broken_series;
}

GOALPOST_INLINE Reading MeasureView::base_level(const Period& period) const {
    return as_base(series_, period, [&] { return level(period); });
}

GOALPOST_INLINE Reading MeasureView::base_level_of(const Series& series, const Period& period,
                                                   std::string_view symbol) const {
    return as_base(series, period, [&] { return level_of(series, period, symbol); });
}

GOALPOST_INLINE Reading MeasureView::published(Basis basis, const Period& period) const {
    return published_of(series_, basis, period);
}
}  // namespace goalpost
