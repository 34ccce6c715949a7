// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "goalpost/methods/method.hpp"
#include "goalpost/methods/score_group.hpp"

/// The progress measure of Statistics Canada that Open SDG uses.
///
/// Source: open-sdg/open-sdg, docs/progress-methodology.md (Open SDG 2.4, 2025), and the configuration names
/// and bands of open-sdg/sdg-build, sdg/ProgressMeasure.py. All the decimals are the method's own.
namespace goalpost::statcan {

inline constexpr std::string_view name = "statcan";

/// The measure's words for a series that cannot be judged.
inline constexpr std::string_view not_available = "not_available";

/// R, the observed over the required yearly growth.
inline const Bands& bands_with_target() {
    static const Bands bands({{Ratio::of(95, 100), true, "substantial_progress", Status::on_track},
                              {Ratio::of(60, 100), true, "moderate_progress", Status::behind},
                              {0, true, "limited_progress", Status::behind}},
                             {0, true, "deterioration", Status::behind});
    return bands;
}
/// Yearly growth over the scaling factor C; negative growth is not scaled, and its sign is that of the
/// quotient.
inline const Bands& bands_without_target() {
    static const Bands bands({{Ratio::of(15, 1000), true, "substantial_progress", Status::on_track},
                              {Ratio::of(5, 1000), true, "moderate_progress", Status::behind},
                              {0, true, "limited_progress", Status::behind}},
                             {0, true, "deterioration", Status::behind});
    return bands;
}
/// The mean of several scores.
inline const Bands& bands_of_score() {
    static const Bands bands({{Ratio::of(5, 2), true, "substantial_progress", Status::on_track},
                              {0, true, "moderate_progress", Status::behind},
                              {Ratio::of(-5, 2), true, "limited_progress", Status::behind}},
                             {0, true, "deterioration", Status::behind});
    return bands;
}

/// C = 1 - x^4.44, where x is |b| / |L|, mirrored at the limit: 1 far from it, 0 where the base is on it.
inline Surd scaling_factor(const Ratio& base, const Ratio& limit) {
    const Ratio b = base.abs();
    const Ratio l = limit.abs();
    if (b >= l * Ratio(2)) return {.offset = 1};  // also where both are zero
    const Ratio x = b <= l ? b / l : (l * Ratio(2) - b) / l;
    return detail::plain_where_seen({1, -1, {x, 111, 25}});
}

namespace detail {

using namespace goalpost::detail;

/// What stands for zero where the method takes logarithms of growth.
inline Ratio instead_of_zero(const Ratio& value, std::string_view what, MethodResult& result) {
    if (!value.is_zero()) return value;
    result.substituted.push_back(std::string(what) + " 0 -> 0.001");
    return Ratio::of(1, 1000);
}

inline ExactReal clipped(ExactReal score) {
    if (more_than(score, 5)) return Ratio(5);
    if (!at_least(score, -5)) return Ratio(-5);
    return score;
}

inline MethodResult met(MethodResult result, bool due) {
    result.met = true;
    result.score = Ratio(5);
    result.verdict = "target_achieved";
    result.status = common_status(true, due, Status::achieved);
    return result;
}

/// s d g, with what stands for a base of zero; where it cannot be had, `value_reason` says why.
inline std::optional<Surd> signed_growth(MethodInput& input, MethodResult& result) {
    const int sign = input.base.sign() < 0 ? -1 : 1;
    input.base = instead_of_zero(input.base, "base", result);
    result.value_reason = growth_obstacle(input);
    if (result.value_reason != Reason::none) return std::nullopt;
    const auto growth =
        times(yearly_growth(input.base, input.current, input.years()), Ratio(sign * input.direction()));
    result.value = ExactReal(growth);
    return growth;
}

}  // namespace detail

/// R = s d g / |r| against 0.95, 0.60 and 0. Reaching the target comes first, whatever the trend; zero for a
/// base or a target is replaced by 0.001; not assessed: values or target of different sign, and fewer than
/// two years.
inline MethodResult with_target(MethodInput input, const Bands& bands = bands_with_target()) {
    MethodResult result;
    input.target = detail::instead_of_zero(input.target.value(), "target", result);
    const bool due = input.current_year >= input.target_year;
    const auto growth = detail::signed_growth(input, result);
    result.value.reset();
    if (growth) {
        if (input.base.sign() * input.target->sign() < 0) {
            result.value_reason = Reason::sign_change;
        } else if (input.target_year <= input.base_year) {
            result.value_reason = Reason::missing_base;
        } else if (input.base == *input.target) {
            result.value_reason = Reason::base_equals_target;
        } else {
            const auto required =
                detail::yearly_growth(input.base, *input.target, input.target_year - input.base_year);
            const bool grows = input.target->abs() > input.base.abs();
            result.value = ExactReal::quotient(*growth, detail::times(required, Ratio(grows ? 1 : -1)));
        }
    }
    if (input.met()) return detail::met(std::move(result), due);
    if (result.value_reason == Reason::base_equals_target) {  // R is minus infinity: it was there and left
        result.score = Ratio(-5);
        result.verdict = bands.rest().name;
        result.status = detail::common_status(false, due, bands.rest().status);
        return result;
    }
    if (!result.value)
        return detail::not_assessed(std::string(not_available), result.value_reason, std::move(result));
    detail::place(result, bands, *result.value, due);
    const bool upper = detail::at_least(*result.value, Ratio::of(6, 10));
    result.score = detail::clipped(upper ? *result.value * Ratio::of(71429, 10000) + Ratio::of(-42857, 10000)
                                         : *result.value * Ratio::of(41667, 10000) + Ratio::of(-5, 2));
    return result;
}

/// p = s d g against 0.015 C, 0.005 C and 0.
inline MethodResult without_target(MethodInput input, const Bands& bands = bands_without_target()) {
    MethodResult result;
    const auto factor = input.limit ? scaling_factor(input.base, *input.limit) : Surd{.offset = 1};
    const auto signed_growth = detail::signed_growth(input, result);
    if (!signed_growth)
        return detail::not_assessed(std::string(not_available), result.value_reason, std::move(result));
    const auto& growth = *signed_growth;
    if (detail::sign_of(growth) < 0) {
        detail::place(result, bands, *result.value, false);
        result.score = detail::clipped(*result.value * Ratio(125) + Ratio::of(-5, 2));
        return result;
    }
    if (detail::sign_of(factor) == 0) {  // the base is on the limit, which was kept or passed
        result.score = Ratio(5);
        result.verdict = bands.bands().front().name;
        result.status = bands.bands().front().status;
        return result;
    }
    const auto scaled = ExactReal::quotient(growth, factor);
    detail::place(result, bands, scaled, false);
    result.score = detail::at_least(scaled, Ratio::of(15, 1000))
                       ? detail::clipped(scaled * Ratio(500) + Ratio(-5))
                   : detail::at_least(scaled, Ratio::of(5, 1000)) ? scaled * Ratio(250) + Ratio::of(-5, 4)
                                                                  : scaled * Ratio(500) + Ratio::of(-5, 2);
    return result;
}

inline MethodResult assess(MethodInput input) {
    return input.target ? with_target(std::move(input)) : without_target(std::move(input));
}

/// The mean of the series' scores, groups first. Achieved only where every series that has a score is.
inline MethodResult roll_up(std::span<const MethodResult> series, const ScoreGroup& grouping) {
    return mean_of(series, grouping, bands_of_score(), "target_achieved", not_available);
}

/// For indicators where too much is as bad as too little: the value is turned into a distance first.
/// A parity ratio becomes max(y, 1/y), and 0.97 to 1.03 counts as 1. Throws std::domain_error for zero.
inline Ratio parity(const Ratio& ratio) {
    if (ratio >= Ratio::of(97, 100) && ratio <= Ratio::of(103, 100)) return 1;
    const Ratio inverse = Ratio(1) / ratio;
    return ratio > inverse ? ratio : inverse;
}
/// A share becomes c + |y - c|: its mirror on the far side of the aim.
inline Ratio mirrored(const Ratio& share, const Ratio& aim) { return aim + (share - aim).abs(); }

}  // namespace goalpost::statcan
