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

GOALPOST_INLINE Value Figure::shown() const { return value_ * (Ratio(1) / unit_->factor()); }

}  // namespace goalpost
