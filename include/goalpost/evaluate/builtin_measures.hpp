// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/measure.hpp"

namespace goalpost {

/// The measures of the criterion grammar.
MeasureSet builtin_measures();

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/builtin_measures_impl.hpp"  // IWYU pragma: keep
#endif
