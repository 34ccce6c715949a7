// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by reading.hpp.
#pragma once

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
}  // namespace figure_units
}  // namespace goalpost
