// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by figures.hpp.
#pragma once

#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/figures.hpp"

namespace goalpost {

GOALPOST_INLINE Figure::Figure(Reason reason) : reason_(reason) {}
GOALPOST_INLINE Figure::Figure(Value value, UnitOfMeasure unit)
    : value_(std::move(value)), unit_(std::move(unit)) {}

GOALPOST_INLINE Figure Figure::close_to(Ratio value, UnitOfMeasure unit) {
    Figure figure(Value(std::move(value)), std::move(unit));
    figure.is_close_ = true;
    return figure;
}

GOALPOST_INLINE Value Figure::shown() const { return detail::shown_in(unit(), value_); }

GOALPOST_INLINE Value detail::shown_in(const UnitOfMeasure& unit, const Value& number) {
    return number * (Ratio(1) / unit.factor());
}

GOALPOST_INLINE std::vector<Value> detail::shown_in(const UnitOfMeasure& unit,
                                                    std::span<const Value> numbers) {
    const Ratio scale = Ratio(1) / unit.factor();
    std::vector<Value> shown;
    shown.reserve(numbers.size());
    for (const auto& number : numbers)
        shown.push_back(number * scale);
    return shown;
}

GOALPOST_INLINE std::vector<Value> detail::edges_of(const Figures& figures, Figure Figures::*one) {
    const bool level = one == &Figures::measured || one == &Figures::projected || one == &Figures::base;
    const bool quotient = one == &Figures::completion || one == &Figures::over_fulfilment;
    if (figures.edges.empty() || !(figures.*one) || !(level || quotient || one == &Figures::gap)) return {};
    if (level) return figures.edges;
    std::vector<Value> edges;
    for (const auto& edge : figures.edges) {
        const auto distance = edge - figures.required.value();
        if (!quotient) {
            edges.push_back(distance);
            continue;
        }
        const auto over = distance * (Ratio(1) / figures.required.value().rational());
        edges.push_back(one == &Figures::completion ? over + Value(1) : over);
    }
    return edges;
}

}  // namespace goalpost
