// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "goalpost/methods/method.hpp"

/// The automatic status of goals and targets in ServiceNow's Goal Framework.
///
/// Source: ServiceNow/ServiceNowDocs, markdown/it-business-management/goal-framework,
/// automatic-status-calculation-targets.md and target-status-calculation-examples.md.
namespace goalpost::servicenow {

inline constexpr std::string_view name = "servicenow";
inline constexpr std::string_view no_status = "no_status";

/// The achievement; the thresholds are the product's defaults, which its administrators may change.
inline const Bands& bands() {
    static const Bands bands({{Ratio::of(90, 100), true, "green", Status::on_track},
                              {Ratio::of(75, 100), true, "yellow", Status::behind}},
                             {0, true, "red", Status::behind});
    return bands;
}

/// (y - b) / (T - b), which to minimise is written (b - y) / (b - T). Undefined where base and target are
/// equal.
inline MethodResult assess(const MethodInput& input, const Bands& lines = bands()) {
    if (!input.target) return detail::not_assessed(std::string(no_status), Reason::not_applicable_figure);
    if (*input.target == input.base)
        return detail::not_assessed(std::string(no_status), Reason::base_equals_target);
    MethodResult result;
    const bool due = input.current_year >= input.target_year;
    result.value = ExactReal((input.current - input.base) / (*input.target - input.base));
    detail::place(result, lines, *result.value, false);
    if (result.reason != Reason::none) return result;
    result.met = detail::at_least(*result.value, 1);
    result.status = detail::common_status(result.met, due, result.status);
    return result;
}

/// One check-in: what was planned for it and what was reported, if anything was.
struct CheckIn {
    Ratio plan{};
    std::optional<Ratio> actual{};
};

/// Check-ins that are running totals: the latest one that was reported tells, measured from `start`.
inline MethodResult cumulative(const Ratio& start, std::span<const CheckIn> check_ins,
                               const Bands& lines = bands()) {
    for (auto at = check_ins.rbegin(); at != check_ins.rend(); ++at) {
        if (at->actual)
            return assess({.base = start,
                           .base_year = 0,
                           .current = *at->actual,
                           .current_year = 0,
                           .target = at->plan},
                          lines);
    }
    return detail::not_assessed(std::string(no_status), Reason::missing_observation);
}

/// Check-ins that stand for themselves: the sum of what was reported over the sum of the plans of those
/// periods.
inline MethodResult non_cumulative(std::span<const CheckIn> check_ins, const Bands& lines = bands()) {
    Ratio plans;
    Ratio actuals;
    bool any = false;
    for (const auto& check_in : check_ins) {
        if (!check_in.actual) continue;
        plans = plans + check_in.plan;
        actuals = actuals + *check_in.actual;
        any = true;
    }
    if (!any) return detail::not_assessed(std::string(no_status), Reason::missing_observation);
    return assess({.base = 0, .base_year = 0, .current = actuals, .current_year = 0, .target = plans}, lines);
}

/// From targets to a goal, and from goals to their parent: the worst wins; what has no status is left out.
inline MethodResult worst(std::span<const MethodResult> results, const Bands& lines = bands()) {
    const MethodResult* found = nullptr;
    for (const auto& result : results) {
        const auto rank = lines.rank(result.verdict);
        if (rank && (found == nullptr || *rank > *lines.rank(found->verdict))) found = &result;
    }
    return found != nullptr ? *found
                            : detail::not_assessed(std::string(no_status), Reason::missing_observation);
}

}  // namespace goalpost::servicenow
