// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <vector>

#include "goalpost/model/detail/plain_target.hpp"
#include "goalpost/model/target.hpp"

namespace goalpost::detail {

/// What was worked out for a target, for those that come after it and differ in their id, scope, numbers,
/// weight and statements only: a table of a million targets mostly has some hundred kinds.
class TargetKinds {
  public:
    /// A target of that kind in short; nullptr where none is known.
    [[nodiscard]] const PlainTarget* find(const Target& target) const;
    /// Keeps one of which nothing is wrong. Of kinds that fall into one slot the last is known.
    void add(const Target& target, const PlainTarget& plain);

  private:
    struct Kind {
        Target target;
        PlainTarget plain;
    };

    std::vector<Kind> kinds_;
    std::vector<std::uint16_t> slots_;  // number of the kind, from 1
};

}  // namespace goalpost::detail

#if !defined(GOALPOST_COMPILED)
#include "goalpost/model/detail/target_kinds_impl.hpp"  // IWYU pragma: keep
#endif
