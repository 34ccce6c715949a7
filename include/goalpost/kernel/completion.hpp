// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/quotient_rule.hpp"
#include "goalpost/kernel/detail/run.hpp"

namespace goalpost::kernel {

/// Completion against a rate, one row at a time and exactly: actual / plan against 95 %, as
/// actual against plan * rate. A plan of zero or below has no completion.
class Completion : public detail::QuotientRule {
  public:
    /// The places of the three numbers, as a `Column` has them; std::invalid_argument for others.
    Completion(Relation relation, int actual_places, int plan_places, int rate_places)
        : QuotientRule(relation, actual_places, plan_places, rate_places, false) {}

    [[nodiscard]] RowOutcome operator()(std::int64_t actual, std::int64_t plan,
                                        std::int64_t rate) const noexcept {
        if (plan <= 0) return undefined_share(plan);
        return outcome(actual, plan, rate);
    }
};

/// Judges completion row by row: actual / plan against a rate that is a share (95 % is 0.95:
/// `Column::percent`). Throws std::invalid_argument where lengths differ.
inline void completion(const Column& actual, const Column& plan, Relation relation, const Column& rate,
                       std::span<RowOutcome> out) {
    detail::run(detail::best_level(), Completion(relation, actual.places(), plan.places(), rate.places()),
                out, actual, plan, rate);
}

}  // namespace goalpost::kernel
