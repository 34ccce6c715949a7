// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/figures.hpp"
#include "io/json_text.hpp"
#include "report/figure_number.hpp"

namespace goalpost::detail {

/// `{"value", "unit", "exact"[, "fraction"]}`, or `{"reason"}` where there is none; `line` as for
/// `number_of`.
JsonText json_of(const Figure& figure, const Value* line = nullptr);
JsonText json_of(const FigureNumber& number, const UnitOfMeasure& unit);
JsonText json_of(PrintedFigures& figures, const NamedFigure& one);
/// Adds `exact` and `fraction`.
void put_exactness(JsonText& json, const FigureNumber& number);

}  // namespace goalpost::detail
