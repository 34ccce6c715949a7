// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/model/criterion.hpp"

namespace goalpost::detail {

/// Why a criterion that was put together in code is none of the grammar's; nullptr for one that was parsed.
inline const char* shape_problem(const Criterion& criterion) {
    using Kind = Quantifier::Kind;
    const auto& quantifier = criterion.quantifier;
    if (quantifier.over_group() && quantifier.group.empty()) return "the quantifier names no group";
    if (quantifier.kind >= Kind::at_least_count &&
        (quantifier.amount.empty() || quantifier.needed.sign() <= 0))
        return "the quantifier does not say how many members it needs";

    const auto& measure = criterion.measure;
    if (measure.name.empty()) return "the measure has no name";
    if (measure.of && measure.of->indicator.empty()) return "the measure names no other indicator";
    const bool improves = criterion.comparison == Comparison::improves;
    if (improves != (measure.name == "improves"))
        return "the comparison \"improves\" and the measure \"improves\" go together";
    if (improves) {
        if (measure.since && !measure.of && measure.group.empty() && !measure.chained) return nullptr;
        return "\"improves\" takes \"since PERIOD\" and nothing else";
    }

    if (criterion.is_masked()) return nullptr;
    const auto* range = std::get_if<RangeReference>(&criterion.reference);
    if ((criterion.comparison == Comparison::within) != (range != nullptr))
        return "\"in\" and a range go together";
    if (range != nullptr) return range->high < range->low ? "the range ends below its beginning" : nullptr;

    const auto* number = std::get_if<NumberReference>(&criterion.reference);
    const bool tolerance = number != nullptr && number->tolerance;
    if ((criterion.comparison == Comparison::about) != tolerance)
        return "\"~\" and a number with a tolerance go together";
    if (tolerance) {
        if (number->tolerance->amount.sign() < 0) return "the tolerance is negative";
        const bool own_unit = number->tolerance->kind == Tolerance::Kind::amount;
        if (own_unit == number->tolerance->unit.empty())
            return "a tolerance has a unit, or is in % of the number";
    }
    if (const auto* series = std::get_if<SeriesReference>(&criterion.reference)) {
        if (series->measure.name.empty()) return "the measure that it is held against has no name";
        if (!series->measure.of || series->measure.of->indicator.empty())
            return "the measure that it is held against names no indicator";
        if (series->margin_unit.empty() && !series->margin.same_text(Decimal()))
            return "the margin has no unit";
    }
    return nullptr;
}

}  // namespace goalpost::detail
