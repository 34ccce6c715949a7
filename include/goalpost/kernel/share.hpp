// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>

#include "goalpost/kernel/completion.hpp"

namespace goalpost::kernel {

/// Share of a whole against a rate: part / whole, undefined where a completion is (a whole of zero or below).
using Share = Completion;

/// Judges shares row by row: part / whole against a rate that is a share (16 % is 0.16: `Column::percent`).
/// Throws std::invalid_argument where lengths differ.
inline void share(const Column& part, const Column& whole, Relation relation, const Column& rate,
                  std::span<RowOutcome> out) {
    completion(part, whole, relation, rate, out);
}

}  // namespace goalpost::kernel
