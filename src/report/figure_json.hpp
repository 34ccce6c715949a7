// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/figures.hpp"
#include "io/json_text.hpp"

namespace goalpost::detail {

/// `{"value", "unit", "exact"[, "fraction"]}`, or `{"reason"}` where there is none. See `number_of` for
/// `line`.
JsonText json_of(const Figure& figure, const Value* line = nullptr);

}  // namespace goalpost::detail
