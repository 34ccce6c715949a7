// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/measure.hpp"

namespace goalpost::detail {

/// The unit of a number of the plan that names none: percent for a rate or a share, else the indicator's, not
/// the one that a data file happened to use. A measure that counts in something else has its own.
inline const UnitOfMeasure& own_unit(const MeasureTraits& measure, const Indicator& indicator,
                                     const UnitOfMeasure& measured) {
    if (measure.percentage) return figure_units::percent();
    const bool rate = measure.growth && measured.dimension() == figure_units::pure().dimension();
    return !rate && measured.converts_to(indicator.unit) ? indicator.unit : measured;
}

}  // namespace goalpost::detail
