// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "goalpost/model/criterion.hpp"

namespace goalpost::detail {

/// The number or the share that `3`, `1/2` and `50 %` ask for; 0 where an amount asks for nothing.
inline SmallRatio needed_by(const Quantifier& quantifier) {
    const std::string_view amount = quantifier.amount;
    if (quantifier.kind == Quantifier::Kind::at_least_count) {
        const auto count = Decimal::parse(amount);
        return count && count->places() == 0 ? SmallRatio(count->units()) : 0;
    }
    const bool percent = amount.ends_with(" %");
    const auto bar = amount.find('/');
    if (!percent && bar == std::string_view::npos) return 0;
    const auto top = Decimal::parse(percent ? amount.substr(0, amount.size() - 2) : amount.substr(0, bar));
    const auto bottom = percent ? Decimal(100) : Decimal::parse(amount.substr(bar + 1));
    if (!top || !bottom || top->places() > (percent ? 16 : 0) || bottom->places() > 0 || bottom->sign() <= 0)
        return 0;
    const auto share = SmallRatio::of(top->units(), bottom->units() * powers_of_ten[top->places()]);
    return share > SmallRatio(1) ? 0 : share;
}

/// Why a criterion that was put together in code is none of the grammar's; nullptr for one that was parsed.
inline const char* shape_problem(const Criterion& criterion) {
    using Kind = Quantifier::Kind;
    const auto& quantifier = criterion.quantifier;
    if (quantifier.over_group() && quantifier.group.empty()) return "the quantifier names no group";
    if (quantifier.kind >= Kind::at_least_count &&
        (quantifier.amount.empty() || quantifier.needed.sign() <= 0))
        return "the quantifier does not say how many members it needs";
    if (quantifier.kind >= Kind::at_least_count && needed_by(quantifier) != quantifier.needed)
        return "the quantifier's amount does not say how many members it needs";

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
