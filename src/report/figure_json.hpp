// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/figures.hpp"
#include "io/json_text.hpp"
#include "report/figure_number.hpp"

namespace goalpost::detail {

/// `{"value", "unit", "exact"[, "fraction"]}`, or `{"reason"}` where there is none.
JsonText json_of(const Figure& figure);
JsonText json_of(PrintedFigures& figures, const NamedFigure& one);

}  // namespace goalpost::detail
