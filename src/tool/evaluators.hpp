// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/evaluator.hpp"

namespace goalpost::tool {

/// The evaluators that the program knows by name.
inline EvaluatorSet known_evaluators() { return {}; }

}  // namespace goalpost::tool
