// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/methods/builtin_methods.hpp"

namespace goalpost::tool {

/// The evaluators that the program knows by name: the published methods.
inline EvaluatorSet known_evaluators() { return builtin_methods(); }

}  // namespace goalpost::tool
