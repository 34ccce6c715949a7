// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by finding.hpp.
#pragma once

#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/finding.hpp"

namespace goalpost {

GOALPOST_INLINE Finding::Finding(Outcome own_outcome) : outcome(own_outcome) {}
GOALPOST_INLINE Finding::Finding(Reason own_reason) : outcome(Outcome::undetermined), reason(own_reason) {}
GOALPOST_INLINE Finding::Finding(Figure own_value) : value(std::move(own_value)) {}

}  // namespace goalpost
