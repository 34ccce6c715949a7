// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "goalpost/methods/method.hpp"

/// Eurostat's assessment of indicators in its monitoring report on the Sustainable Development Goals.
///
/// Unverified: general knowledge of the published method (ec.europa.eu/eurostat, SDG monitoring report, annex
/// on methods), whose text was not at hand.
namespace goalpost::eurostat {

inline constexpr std::string_view name = "eurostat";
inline constexpr std::string_view not_assessed_name = "not_assessed";

/// The observed over the required yearly growth.
inline const Bands& bands_with_target() {
    static const Bands bands({{Ratio::of(95, 100), true, "significant_progress", Status::on_track},
                              {Ratio::of(60, 100), true, "moderate_progress", Status::behind},
                              {0, true, "insufficient_progress", Status::behind}},
                             {0, true, "movement_away", Status::behind});
    return bands;
}
/// Yearly growth in the wanted direction.
inline const Bands& bands_without_target() {
    static const Bands bands({{Ratio::of(1, 100), true, "significant_progress", Status::on_track},
                              {0, true, "moderate_progress", Status::behind},
                              {Ratio::of(-1, 100), true, "moderate_movement_away", Status::behind}},
                             {0, true, "significant_movement_away", Status::behind});
    return bands;
}

/// g / r. Reaching the target comes first, as in the methods made after this one. Zero as base or target, and
/// values of different sign, have no growth and are not assessed: nothing is put in their place.
inline MethodResult with_target(const MethodInput& input) {
    MethodResult result;
    const Ratio target = input.target.value();
    const bool due = input.current_year >= input.target_year;
    result.value_reason = input.base.is_zero() ? Reason::zero_base : detail::growth_obstacle(input);
    if (result.value_reason == Reason::none) {
        if (input.base.sign() * target.sign() <= 0) {
            result.value_reason = Reason::sign_change;
        } else if (input.target_year <= input.base_year) {
            result.value_reason = Reason::missing_base;
        } else if (input.base == target) {
            result.value_reason = Reason::base_equals_target;
        } else {
            result.value = ExactReal::quotient(
                detail::yearly_growth(input.base, input.current, input.years()),
                detail::yearly_growth(input.base, target, input.target_year - input.base_year));
        }
    }
    if (input.met()) {
        result.met = true;
        result.verdict = "target_met";
        result.status = detail::common_status(true, due, Status::achieved);
        return result;
    }
    if (result.value && input.met_at_base()) {  // g / r counts moving away as progress there
        result.value.reset();
        result.value_reason = Reason::base_meets_target;
    }
    if (!result.value) {
        const bool left = input.met_at_base();
        if (!left) return detail::not_assessed(std::string(not_assessed_name), result.value_reason, result);
        result.verdict = "movement_away";
        result.status = detail::common_status(false, due, Status::behind);
        return result;
    }
    detail::place(result, bands_with_target(), *result.value, due);
    return result;
}

/// s d g against 1 %, 0 and -1 %.
inline MethodResult without_target(const MethodInput& input) {
    MethodResult result;
    const auto obstacle = input.base.is_zero() ? Reason::zero_base : detail::growth_obstacle(input);
    if (obstacle != Reason::none)
        return detail::not_assessed(std::string(not_assessed_name), obstacle, std::move(result));
    const int sign = input.base.sign() * input.direction();
    result.value = ExactReal(
        detail::times(detail::yearly_growth(input.base, input.current, input.years()), Ratio(sign)));
    detail::place(result, bands_without_target(), *result.value, false);
    return result;
}

inline MethodResult assess(const MethodInput& input) {
    return input.target ? with_target(input) : without_target(input);
}

}  // namespace goalpost::eurostat
