// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by reading.hpp.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/reading.hpp"

namespace goalpost {
/// The units that computed figures come in.
namespace figure_units {
GOALPOST_INLINE const UnitOfMeasure& percent() {
    static const UnitOfMeasure unit = UnitOfMeasure::percent();
    return unit;
}

GOALPOST_INLINE const UnitOfMeasure& points() {
    static const UnitOfMeasure unit = UnitOfMeasure::points();
    return unit;
}

GOALPOST_INLINE const UnitOfMeasure& pure() {
    static const UnitOfMeasure unit;
    return unit;
}

GOALPOST_INLINE const UnitOfMeasure& rank() {
    static const UnitOfMeasure unit = UnitOfMeasure::rank();
    return unit;
}

GOALPOST_INLINE const UnitOfMeasure& of_difference(const UnitOfMeasure& unit) {
    return unit.is_percent() ? points() : unit;
}
}  // namespace figure_units

namespace detail {
GOALPOST_INLINE void refuse_reason(Reason reason) {
    throw std::logic_error("goalpost: there is no number, but a reason: " + std::string(name_of(reason)));
}
}  // namespace detail

GOALPOST_INLINE Reading::Reading(Reason reason) : reason_(reason) {}
GOALPOST_INLINE Reading::Reading(Rounded value, const UnitOfMeasure& unit)
    : value_(std::move(value)), unit_(&unit) {}

GOALPOST_INLINE Measured::Measured(Reason reason) : reason_(reason) {}
GOALPOST_INLINE Measured::Measured(const Rounded& value, const UnitOfMeasure& unit)
    : value_(value.value()), range_(value.range()), unit_(&unit) {}
GOALPOST_INLINE Measured::Measured(Value value, Interval range, const UnitOfMeasure& unit)
    : value_(std::move(value)), range_(std::move(range)), unit_(&unit) {}
GOALPOST_INLINE Measured::Measured(const Reading& reading) : reason_(reading.reason()) {
    if (reading) *this = Measured(*reading, reading.unit());
}
}  // namespace goalpost
