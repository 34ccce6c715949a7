// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace goalpost {

/// How often a figure is published (SDMX `FREQ`): the length of a regular period.
enum class Frequency : unsigned char { month, quarter, half, year };

/// Months in one regular period: 1, 3, 6, 12.
constexpr int months_in(Frequency frequency) noexcept {
    constexpr int months[] = {1, 3, 6, 12};
    return months[static_cast<int>(frequency)];
}

/// The word of the criterion grammar: `month`, `quarter`, `half`, `year`.
constexpr std::string_view name_of(Frequency frequency) noexcept {
    constexpr std::string_view names[] = {"month", "quarter", "half", "year"};
    return names[static_cast<int>(frequency)];
}

}  // namespace goalpost
