// SPDX-License-Identifier: BSL-1.0
// Where the line of a criterion lies, in the units of what was measured. Included by judge_impl.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/detail/own_unit.hpp"
#include "goalpost/evaluate/detail/periods.hpp"

namespace goalpost::detail {

GOALPOST_INLINE std::optional<Ratio> Judge::factor_of(const Case& one, const std::string& symbol,
                                                      const UnitOfMeasure& measured, bool margin) const {
    const auto against = [&](const UnitOfMeasure& unit) -> std::optional<Ratio> {
        const bool fits = margin && measured.is_percent() ? unit.is_points() : unit.converts_to(measured);
        return fits ? std::optional<Ratio>(unit.factor()) : std::nullopt;
    };
    if (symbol.empty()) return against(own_unit(one.measure->traits(), *one.indicator, measured));
    if (const auto* known = plan_->find_unit_of_measure(symbol)) return against(*known);
    const auto unit = plan_->unit_set().parse(symbol);  // of a target that is not the plan's
    return unit ? against(*unit) : std::nullopt;
}

GOALPOST_INLINE Result<Line, Reason> Judge::draw_line(const Case& one, const Period& period,
                                                      const UnitOfMeasure& unit, Trace& trace) const {
    const auto& criterion = *one.criterion;
    if (criterion.is_masked()) return Reason::masked_target;
    if (const auto* series = std::get_if<SeriesReference>(&criterion.reference))
        return draw_line(one, *series, period, unit, trace);

    Line line;  // of `improves`: no change at all
    Value spread;
    if (const auto* range = std::get_if<RangeReference>(&criterion.reference)) {
        const auto factor = factor_of(one, range->unit, unit, false);
        if (!factor) return Reason::unit_mismatch;
        line.at = Ratio(one.better() == Better::lower ? range->high : range->low) * *factor;
        spread = (Ratio(range->high) - Ratio(range->low)) * *factor;
    } else if (criterion.comparison != Comparison::improves) {
        const auto& number = std::get<NumberReference>(criterion.reference);
        const auto factor = factor_of(one, number.unit, unit, false);
        if (!factor) return Reason::unit_mismatch;
        const Ratio at = Ratio(number.value) * *factor;
        line.at = at;
        if (const auto& tolerance = number.tolerance) {
            const bool relative = tolerance->kind == Tolerance::Kind::percent_of_it;
            const auto step =
                relative ? std::optional(at.abs() / Ratio(100)) : factor_of(one, tolerance->unit, unit, true);
            if (!step) return Reason::unit_mismatch;
            spread = Ratio(tolerance->amount) * *step;
        }
    }
    line.range = Interval::exactly(line.at);
    accept(line, criterion.comparison, one.better(), spread);
    return line;
}

GOALPOST_INLINE Result<Line, Reason> Judge::draw_line(const Case& one, const SeriesReference& reference,
                                                      const Period& period, const UnitOfMeasure& unit,
                                                      Trace& trace) const {
    const auto measured = measure_reference(reference, one.scope, period, trace);
    if (!measured)
        return measured.reason() == Reason::missing_observation ? Reason::missing_comparison
                                                                : measured.reason();
    if (!measured.unit().converts_to(unit)) return Reason::unit_mismatch;
    const auto factor = reference.margin_unit.empty() ? std::optional(Ratio(0))
                                                      : factor_of(one, reference.margin_unit, unit, true);
    if (!factor) return Reason::unit_mismatch;
    const Value margin = Ratio(reference.margin) * *factor;
    const auto move = [&](const Bound& bound) {
        return bound.kind == Bound::Kind::infinite ? bound : Bound{bound.value + margin, bound.kind};
    };
    Line line;
    line.at = measured.value() + margin;
    line.range = {move(measured.range().low), move(measured.range().high)};
    accept(line, one.criterion->comparison, one.better(), 0);
    return line;
}

}  // namespace goalpost::detail
