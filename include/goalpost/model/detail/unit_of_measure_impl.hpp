// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by unit_of_measure.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/model/unit_of_measure.hpp"

namespace goalpost {
namespace detail {
inline std::optional<UnitOfMeasure> find_base_unit(std::string_view symbol, std::string_view whole,
                                                   const Ratio& multiple) {
    for (const auto& unit : base_units) {
        if (unit.symbol == symbol && (!symbol.empty() || multiple == Ratio(1)))
            return UnitOfMeasure(std::string(whole), std::string(unit.dimension),
                                 multiple * Ratio::of(unit.numerator, unit.denominator), unit.discrete);
    }
    for (const auto counter : counters) {
        if (counter == symbol)
            return UnitOfMeasure(std::string(whole), "count:" + std::string(counter), multiple, true);
    }
    return std::nullopt;
}
}  // namespace detail
GOALPOST_INLINE Result<UnitOfMeasure> UnitSet::parse(std::string_view symbol) const {
    const auto own = [&](std::string_view name) {
        return std::ranges::find(added_, name, &UnitOfMeasure::symbol);
    };
    if (const auto found = own(symbol); found != added_.end()) return *found;
    if (auto unit = detail::find_base_unit(symbol, symbol, 1)) return *unit;
    for (const auto& [prefix, power] : detail::multiples) {
        if (!symbol.starts_with(prefix)) continue;
        const auto rest = symbol.substr(prefix.size());
        if (rest.empty()) continue;
        if (auto unit = detail::find_base_unit(rest, symbol, power)) return *unit;
        if (const auto found = own(rest); found != added_.end())
            return UnitOfMeasure(std::string(symbol), found->dimension(), found->factor() * Ratio(power),
                                 found->is_discrete());
    }
    return ParseError{0, "'" + std::string(symbol) + "'", "a unit of measure",
                      "add it under \"units_of_measure\", or write one such as 亿元, 万家, %, 个百分点"};
}
}  // namespace goalpost
