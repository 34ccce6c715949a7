// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/builtin_measures.hpp"

namespace goalpost {

/// Which version of a target that was adjusted is judged.
enum class TargetVersions : unsigned char {
    in_force,  ///< the one that was in force on the as-of date
    current,   ///< the latest
    original,  ///< the first
};

/// How to evaluate. Everything that shapes a verdict beside plan, observations and date stands here.
struct EvaluateOptions {
    MeasureSet measures = builtin_measures();
    TargetVersions versions = TargetVersions::in_force;
    bool require_firm = false;  ///< a verdict that rests on rounding becomes undetermined
};

}  // namespace goalpost
