// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "goalpost/methods/method.hpp"

/// The final progress status of Healthy People 2020, for objectives without standard errors.
///
/// Source: catalog.data.gov, Healthy People 2020 Final Progress Table, note 1; PMC8428048, figure 1.
namespace goalpost::healthy_people_2020 {

inline constexpr std::string_view name = "healthy_people_2020";

/// The share of the targeted change that was achieved, for a movement towards the target.
inline const Bands& bands() {
    static const Bands bands({{1, true, "target_met_or_exceeded", Status::achieved},
                              {Ratio::of(10, 100), true, "improved", Status::behind}},
                             {0, true, "little_or_no_detectable_change", Status::behind});
    return bands;
}

/// (y - b) / (T - b), not assessed where the base met the target already. Moving away from the target, by ten
/// per cent of the base or more, is worse; less is little change. `value` is that share.
inline MethodResult assess(const MethodInput& input) {
    MethodResult result;
    if (!input.target) return detail::not_assessed("informational", Reason::not_applicable_figure);
    const bool due = input.current_year >= input.target_year;
    if (input.years() < 1) return detail::not_assessed("baseline_only", Reason::missing_observation);
    const Ratio moved = input.current - input.base;
    if (input.met_at_base()) {
        result.value_reason = Reason::base_meets_target;
    } else {
        result.value = ExactReal(moved / (*input.target - input.base));
    }
    if (input.met()) {
        result.met = true;
        result.verdict = bands().bands().front().name;
        result.status = detail::common_status(true, due, Status::achieved);
    } else if (moved.sign() * input.direction() > 0) {
        detail::place(result, bands(), *result.value, due);
    } else {
        const bool worse = !moved.is_zero() && moved.abs() * Ratio(10) >= input.base.abs();
        result.verdict = worse ? "got_worse" : bands().rest().name;
        result.status = detail::common_status(false, due, Status::behind);
    }
    return result;
}

}  // namespace goalpost::healthy_people_2020
