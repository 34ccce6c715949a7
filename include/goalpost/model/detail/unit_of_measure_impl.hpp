// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by unit_of_measure.hpp.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/model/detail/known_units.hpp"
#include "goalpost/model/unit_of_measure.hpp"

namespace goalpost {
namespace detail {
/// Every multiple of a unit of the library fits: the largest, 万亿平方公里, is 10^18.
inline std::optional<UnitOfMeasure> find_base_unit(std::string_view symbol, std::string_view whole,
                                                   std::int64_t multiple) {
    for (const auto& unit : base_units) {
        if (unit.symbol == symbol && (!symbol.empty() || multiple == 1))
            return UnitOfMeasure(std::string(whole), std::string(unit.dimension),
                                 SmallRatio::of(multiple * unit.numerator, unit.denominator), unit.discrete);
    }
    for (const auto counter : counters) {
        if (counter == symbol)
            return UnitOfMeasure(std::string(whole), "count:" + std::string(counter), multiple, true);
    }
    return std::nullopt;
}
}  // namespace detail

GOALPOST_INLINE UnitOfMeasure::UnitOfMeasure(std::string symbol, std::string dimension, SmallRatio factor,
                                             bool discrete)
    : symbol_(std::move(symbol)), dimension_(std::move(dimension)), factor_(factor), discrete_(discrete) {
    if (factor_.sign() <= 0 || dimension_.empty())
        throw std::invalid_argument("goalpost::UnitOfMeasure: no dimension or factor");
}

GOALPOST_INLINE UnitOfMeasure UnitOfMeasure::percent() {
    return {"%", "ratio", SmallRatio::of(1, 100), false};
}
GOALPOST_INLINE UnitOfMeasure UnitOfMeasure::points() {
    return {"pp", "points", SmallRatio::of(1, 100), false};
}
GOALPOST_INLINE UnitOfMeasure UnitOfMeasure::rank() { return {"位", "rank", 1, true}; }

GOALPOST_INLINE bool UnitOfMeasure::converts_to(const UnitOfMeasure& other) const {
    constexpr std::string_view any = "count:个";
    const auto is_count = [](const std::string& dimension) {
        return dimension.starts_with("count:") || dimension == "person";
    };
    return dimension_ == other.dimension_ || (dimension_ == any && is_count(other.dimension_)) ||
           (other.dimension_ == any && is_count(dimension_));
}

GOALPOST_INLINE bool operator==(const UnitOfMeasure& a, const UnitOfMeasure& b) {
    return a.symbol_ == b.symbol_ && a.dimension_ == b.dimension_ && a.factor_ == b.factor_ &&
           a.discrete_ == b.discrete_;
}

GOALPOST_INLINE void UnitSet::add(UnitOfMeasure unit) {
    for (auto known = added_.begin(); known != added_.end(); ++known) {
        if (known->symbol() != unit.symbol()) continue;
        added_.erase(known);
        break;
    }
    added_.push_back(std::move(unit));
}

GOALPOST_INLINE Result<UnitOfMeasure> UnitSet::parse(std::string_view symbol) const {
    const auto own = [&](std::string_view name) {
        for (const auto& unit : added_) {
            if (unit.symbol() == name) return &unit;
        }
        return static_cast<const UnitOfMeasure*>(nullptr);
    };
    if (const auto* found = own(symbol)) return *found;
    if (auto unit = detail::find_base_unit(symbol, symbol, 1)) return *unit;
    for (const auto& [prefix, power] : detail::multiples) {
        if (!symbol.starts_with(prefix)) continue;
        const auto rest = symbol.substr(prefix.size());
        if (rest.empty()) continue;
        if (auto unit = detail::find_base_unit(rest, symbol, power)) return *unit;
        const auto* found = own(rest);
        if (found == nullptr) continue;
        std::int64_t top = 0;
        const auto divisor = SmallRatio::of(power, found->factor().denominator());  // before it multiplies
        if (__builtin_mul_overflow(found->factor().numerator(), divisor.numerator(), &top))
            return ParseError{0, "'" + std::string(symbol) + "'",
                              "a unit of measure of at most 2^63 base units",
                              "use a smaller multiple of " + found->symbol()};
        return UnitOfMeasure(std::string(symbol), found->dimension(),
                             SmallRatio::of(top, divisor.denominator()), found->is_discrete());
    }
    return ParseError{0, "'" + std::string(symbol) + "'", "a unit of measure",
                      "add it under \"units_of_measure\", or write one such as 亿元, 万家, %, 个百分点"};
}
}  // namespace goalpost
