// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/filter.hpp"
#include "goalpost/kernel/detail/run.hpp"
#include "goalpost/kernel/threshold.hpp"

namespace goalpost::kernel {

/// A number against a range, both ends included, one row at a time and exactly. A range whose low end lies
/// above its high end holds nothing.
class Within {
  public:
    static constexpr detail::Level filters_from = detail::Level::any;

    /// The places of the three numbers, as a `Column` has them; std::invalid_argument for others.
    Within(int value_places, int low_places, int high_places)
        : low_(Relation::at_least, value_places, low_places),
          high_(Relation::at_most, value_places, high_places),
          plain_(value_places == low_places && value_places == high_places) {}

    [[nodiscard]] RowOutcome operator()(std::int64_t value, std::int64_t low,
                                        std::int64_t high) const noexcept {
        const bool inside = low_.sign(value, low) >= 0 && high_.sign(value, high) <= 0;
        return inside ? RowOutcome::met : RowOutcome::not_met;
    }

    [[nodiscard]] bool has_filter() const noexcept { return plain_; }
    template <detail::Level>
    [[gnu::always_inline]] void filter(std::uint8_t* codes, const std::int64_t* value,
                                       const std::int64_t* low, const std::int64_t* high) const noexcept {
        detail::each_row(
            codes,
            [](std::int64_t v, std::int64_t l, std::int64_t h) {
                return static_cast<std::uint8_t>(((v >= l) & (v <= h)) ? RowOutcome::met
                                                                       : RowOutcome::not_met);
            },
            value, low, high);
    }

  private:
    Threshold low_;
    Threshold high_;
    bool plain_;
};

/// Judges row by row whether a number lies in [low, high]. Throws std::invalid_argument where lengths differ.
inline void within(const Column& value, const Column& low, const Column& high, std::span<RowOutcome> out) {
    detail::run(detail::best_level(), Within(value.places(), low.places(), high.places()), out, value, low,
                high);
}

}  // namespace goalpost::kernel
