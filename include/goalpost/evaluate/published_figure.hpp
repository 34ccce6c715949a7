// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/model/unit_of_measure.hpp"
#include "goalpost/number/interval.hpp"

namespace goalpost {

/// A figure in base units with the interval that its digits allow. Exact only: integers in an unscaled
/// discrete unit; everything else was rounded when it was printed.
inline Rounded published_figure(const Decimal& figure, const UnitOfMeasure& unit) {
    if (unit.is_discrete() && figure.places() == 0 && unit.factor() == 1) return Ratio(figure);
    return Rounded::published(figure, unit.factor());
}

}  // namespace goalpost
