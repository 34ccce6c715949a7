// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "goalpost/evaluate/figures.hpp"
#include "io/json_text.hpp"

namespace goalpost::detail {

/// A figure's number as a text for programs; see docs/formats/result.md.
struct FigureNumber {
    std::string value;     ///< a decimal in the figure's unit
    bool exact = false;    ///< whether it is the very number
    std::string fraction;  ///< `n/d` where it is not, and the number is rational
};

/// Twelve significant digits, and more where these would read as the other side of `line`, which is in base
/// units like the figure's value. The figure must have a value.
FigureNumber number_of(const Figure& figure, const std::optional<Value>& line);
/// Its `value` alone, without the fraction, which is long for a sum.
std::string decimal_of(const Figure& figure);

/// `{"value", "unit", "exact"[, "fraction"]}`, or `{"reason"}` where there is none.
JsonText json_of(const Figure& figure, const std::optional<Value>& line = {});

/// The line that each figure must not be printed on the wrong side of.
struct FigureLines {
    explicit FigureLines(const Figures& figures);
    std::optional<Value> required;  ///< of measured and projected
    std::optional<Value> measured;  ///< of required
    Value whole = 1;                ///< of completion and progress
    Value nothing = 0;              ///< of gap, over-fulfilment, growth, pace and needed
};

}  // namespace goalpost::detail
