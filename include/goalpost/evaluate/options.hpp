// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/builtin_measures.hpp"

namespace goalpost {

/// How to evaluate. Everything that shapes a verdict beside plan, observations and date stands here.
struct EvaluateOptions {
    MeasureSet measures = builtin_measures();
    bool require_firm = false;  ///< a verdict that rests on rounding becomes undetermined
};

}  // namespace goalpost
