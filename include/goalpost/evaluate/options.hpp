// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/builtin_measures.hpp"
#include "goalpost/evaluate/target_terms.hpp"

namespace goalpost {

/// How to evaluate. Everything that shapes a verdict beside plan, observations and date stands here.
struct EvaluateOptions {
    MeasureSet measures = builtin_measures();
    TargetVersions versions = TargetVersions::in_force;
    /// How many threads may judge; the result is the same for any number. Small plans are judged on one.
    unsigned threads = 1;
    bool require_firm = false;  ///< a verdict that rests on rounding becomes undetermined
    /// Figures are rounded to the unit and the digits of the target's number, half away from zero, before
    /// they are held against it: 15507.87 亿元 reads 1.6 万亿元. Figures in reports stay as published.
    bool at_target_precision = false;
};

}  // namespace goalpost
