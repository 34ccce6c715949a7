// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/quotient_rule.hpp"
#include "goalpost/kernel/detail/run.hpp"

namespace goalpost::kernel {

/// Growth against a number, one row at a time and exactly: value / base - 1 against a rate, as
/// value against base * (1 + rate).
class Growth : public detail::QuotientRule {
  public:
    /// The places of the three numbers, as a `Column` has them. Throws std::invalid_argument for others, and
    /// for a rate of negative places.
    Growth(Relation relation, int value_places, int base_places, int rate_places)
        : QuotientRule(relation, value_places, base_places, rate_places, true) {}

    [[nodiscard]] RowOutcome operator()(std::int64_t value, std::int64_t base,
                                        std::int64_t rate) const noexcept {
        if (!has_growth(value, base)) return undefined_growth(value, base);
        return outcome(value, base, rate);
    }
};

/// Judges growth row by row: value / base - 1 against a rate that is a share (7.7 % is 0.077:
/// `Column::percent`). Throws std::invalid_argument where lengths differ or the rate's places are negative.
inline void growth(const Column& value, const Column& base, Relation relation, const Column& rate,
                   std::span<RowOutcome> out) {
    detail::run(detail::best_level(), Growth(relation, value.places(), base.places(), rate.places()), out,
                value, base, rate);
}

}  // namespace goalpost::kernel
