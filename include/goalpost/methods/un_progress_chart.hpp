// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "goalpost/methods/method.hpp"

/// The Sustainable Development Goals Progress Chart of the United Nations, as Eustat adapted it.
///
/// Source: EUSTAT-DES/site, _pages/en/metodologia.md, after the Progress Chart Technical Note 2023 of the
/// United Nations Statistics Division.
namespace goalpost::un_progress_chart {

inline constexpr std::string_view name = "un_progress_chart";
inline constexpr std::string_view not_evaluated = "not_evaluated";

/// The share of the way to the target that will be covered by its year at the pace so far.
inline const Bands& bands_with_target() {
    static const Bands bands({{Ratio::of(95, 100), true, "on_track", Status::on_track},
                              {Ratio::of(10, 100), true, "some_progress", Status::behind}},
                             {0, true, "stagnation_or_regress", Status::behind});
    return bands;
}
/// Yearly growth in the wanted direction.
inline const Bands& bands_without_target() {
    static const Bands bands({{Ratio::of(2, 100), true, "on_track", Status::on_track},
                              {Ratio::of(5, 1000), true, "some_progress", Status::behind}},
                             {0, true, "stagnation_or_regress", Status::behind});
    return bands;
}

namespace detail {

using namespace goalpost::detail;

/// The chart's points: 3, 2, 1 from the best band to the worst.
inline MethodResult scored(MethodResult result, const Bands& bands) {
    if (result.reason != Reason::none) return result;
    result.score = Ratio(3) - Ratio(*bands.rank(result.verdict));
    return result;
}

/// A base of zero has no growth; the source keeps to StatCan's 0.001.
inline void replace_zero(Ratio& base, MethodResult& result) {
    if (!base.is_zero()) return;
    base = Ratio::of(1, 1000);
    result.substituted.emplace_back("base 0 -> 0.001");
}

}  // namespace detail

/// Options of the method.
struct Options {
    /// One percentage point in the unit of the values: 1 of %, 10 of ‰; nothing where they are not
    /// percentages. A latest value within one point of a target of 0 % or 100 % counts as met.
    std::optional<Ratio> point{};
};

/// v = y (1 + g)^(T' - t) is expected at the target's year T', and (v - b) / (T - b) is placed in the bands.
/// Met comes first, whatever the trend. The source replaces a target of zero by hand, by 0.1 say; here it
/// stands, for the share does not need a growth towards it.
inline MethodResult with_target(MethodInput input, const Options& options = {}) {
    MethodResult result;
    const Ratio target = input.target.value();
    const bool due = input.current_year >= input.target_year;
    const auto& point = options.point;
    const bool at_an_end = point && (target.is_zero() || target == *point * Ratio(100)) &&
                           (input.current - target).abs() <= *point;
    detail::replace_zero(input.base, result);
    result.value_reason = detail::growth_obstacle(input);
    if (result.value_reason == Reason::none && input.base == target)
        result.value_reason = Reason::base_equals_target;
    if (result.value_reason == Reason::none) {
        const int left = due ? 0 : input.target_year - input.current_year;
        const Surd way{
            -input.base,
            input.current,
            {input.current / input.base, static_cast<unsigned>(left), static_cast<unsigned>(input.years())}};
        result.value = ExactReal::quotient(way, {.offset = target - input.base});
    }
    if (input.met() || at_an_end) {
        result.met = true;
        result.score = Ratio(3);
        result.verdict = "target_met";
        result.status = detail::common_status(true, due, Status::achieved);
        if (!input.met())
            result.substituted.emplace_back("within 1 point of " + (target / *point).fixed(0) + " -> met");
        return result;
    }
    if (input.met_at_base()) {  // it was there and left; the share would count moving away as progress
        result.value.reset();
        result.value_reason = Reason::base_meets_target;
        result.score = Ratio(1);
        result.verdict = bands_with_target().rest().name;
        result.status = detail::common_status(false, due, Status::behind);
        return result;
    }
    if (!result.value)
        return detail::not_assessed(std::string(not_evaluated), result.value_reason, std::move(result));
    detail::place(result, bands_with_target(), *result.value, due);
    return detail::scored(std::move(result), bands_with_target());
}

/// d g against 2 % and 0.5 % a year; where all values are negative, growth is turned round.
inline MethodResult without_target(MethodInput input) {
    MethodResult result;
    const int sign = input.base.sign() < 0 ? -1 : 1;
    detail::replace_zero(input.base, result);
    if (const auto obstacle = detail::growth_obstacle(input); obstacle != Reason::none)
        return detail::not_assessed(std::string(not_evaluated), obstacle, std::move(result));
    result.value = ExactReal(detail::times(detail::yearly_growth(input.base, input.current, input.years()),
                                           Ratio(sign * input.direction())));
    detail::place(result, bands_without_target(), *result.value, false);
    return detail::scored(std::move(result), bands_without_target());
}

inline MethodResult assess(MethodInput input, const Options& options = {}) {
    return input.target ? with_target(std::move(input), options) : without_target(std::move(input));
}

}  // namespace goalpost::un_progress_chart
