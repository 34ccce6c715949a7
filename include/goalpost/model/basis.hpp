// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "goalpost/model/detail/names.hpp"

namespace goalpost {

/// What a published number says of its indicator.
enum class Basis : unsigned char {
    level,       ///< amount or count of the period
    cumulative,  ///< stock at the period's end; for a flow the running total of its span
    growth_yoy,  ///< percent on the same period a year before (同比)
    share,       ///< a quotient, in percent
    change_pp,   ///< difference in percentage points from a year before
    completion,  ///< percent of a plan that is done
    rank,        ///< place in an order
};

/// Whether it says how much there is, and not how that changed or how much of a plan is done.
constexpr bool is_level(Basis basis) noexcept {
    return basis == Basis::level || basis == Basis::cumulative || basis == Basis::share ||
           basis == Basis::rank;
}

namespace detail {
inline constexpr std::string_view basis_names[] = {"level",     "cumulative", "growth_yoy", "share",
                                                   "change_pp", "completion", "rank"};
}
/// The word used in files: `growth_yoy`.
constexpr std::string_view name_of(Basis basis) noexcept {
    return detail::name_in(detail::basis_names, basis);
}
/// Nothing where no basis has that name.
inline constexpr detail::FromName<Basis> basis_from{detail::basis_names};

}  // namespace goalpost
