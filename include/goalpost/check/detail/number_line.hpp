// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "goalpost/evaluate/reading.hpp"
#include "goalpost/model/plan.hpp"
#include "goalpost/number/interval.hpp"

namespace goalpost::detail::checks {

/// The number a criterion asks for, and in which direction it must be passed.
struct NumberLine {
    Ratio at;            ///< in base units
    Decimal figure;      ///< as written
    UnitOfMeasure unit;  ///< in which it is written, or meant
    int direction = 0;   ///< 1: not less than that, -1: not more, 0: that alone
    [[nodiscard]] Rounded rounded() const { return Rounded::published(figure, unit.factor()); }
};

/// In what a measure of the library counts; nothing for a user's own.
inline std::optional<UnitOfMeasure> measured_unit(const MeasureTerm& term, const Indicator& indicator) {
    const auto& name = term.name;
    if (name == "level" || name == "sum" || name == "mean" || name == "median" || name == "earlier")
        return indicator.unit;
    if (name == "growth" || name == "annual_growth" || name == "share" || name == "completion" ||
        name == "contribution" || name == "coverage")
        return UnitOfMeasure::percent();
    if (name == "pull") return UnitOfMeasure::points();
    if (name == "multiple") return UnitOfMeasure();
    if (name == "change" || name == "improves" || name == "gap")
        return figure_units::of_difference(indicator.unit);
    if (name == "rank" || name == "rank_change") return UnitOfMeasure::rank();
    return std::nullopt;
}

/// Nothing where the criterion holds no number, or one in a unit that its measure is not counted in.
inline std::optional<NumberLine> number_line(const Plan& plan, const Target& target,
                                             const Criterion& criterion) {
    const auto& indicator = plan.indicator_of(target);
    const auto measured = measured_unit(criterion.measure, indicator);
    if (!measured || criterion.comparison == Comparison::improves) return std::nullopt;

    // A place is better the lower it is, and places are gained, whichever way their indicator is.
    const auto& name = criterion.measure.name;
    const bool lower = name == "rank" || (indicator.better == Better::lower && name != "rank_change");
    const int better = lower ? -1 : indicator.better == Better::neither ? 0 : 1;
    NumberLine line;
    std::string symbol;
    if (const auto* number = std::get_if<NumberReference>(&criterion.reference)) {
        line.figure = number->value;
        symbol = number->unit;
    } else if (const auto* range = std::get_if<RangeReference>(&criterion.reference)) {
        line.figure = lower ? range->high : range->low;
        symbol = range->unit;
    } else {
        return std::nullopt;
    }
    line.unit = *measured;
    if (!symbol.empty()) {
        const auto unit = plan.unit_set().parse(symbol);
        if (!unit || !unit->converts_to(*measured)) return std::nullopt;
        line.unit = *unit;
    }
    line.at = Ratio(line.figure) * line.unit.factor();
    switch (criterion.comparison) {
        case Comparison::at_least:
        case Comparison::more_than: line.direction = 1; break;
        case Comparison::at_most:
        case Comparison::less_than: line.direction = -1; break;
        case Comparison::about:
        case Comparison::within: line.direction = better; break;
        case Comparison::equal:
        case Comparison::improves: break;
    }
    return line;
}

/// A target that asks for one level of its indicator, without a quantifier.
inline std::optional<NumberLine> level_line(const Plan& plan, const Target& target) {
    const auto& criterion = target.criterion();
    if (target.readings.size() != 1 || criterion.measure.name != "level" ||
        criterion.quantifier.kind != Quantifier::Kind::none)
        return std::nullopt;
    return number_line(plan, target, criterion);
}

}  // namespace goalpost::detail::checks
