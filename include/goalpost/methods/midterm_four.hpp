// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string_view>

#include "goalpost/methods/method.hpp"

/// The four classes in which mid-term reviews of Chinese plans put their indicators (规划中期评估四类).
///
/// Our reading: the reviews name the classes and leave their lines unsaid. Reached early is the target met
/// before its time; ahead is progress past the share of time gone by five points or more; on schedule is not
/// short of it; behind is. The lines are data.
namespace goalpost::midterm_four {

inline constexpr std::string_view name = "midterm_four";

/// Progress less the share of time gone.
inline const Bands& bands() {
    static const Bands bands(
        {{Ratio::of(5, 100), true, "ahead", Status::on_track}, {0, true, "on_schedule", Status::on_track}},
        {0, true, "behind", Status::behind});
    return bands;
}
/// The classes' names as the reviews write them.
constexpr std::string_view name_zh(std::string_view verdict) {
    if (verdict == "reached_early") return "提前完成";
    if (verdict == "ahead") return "进展超前";
    if (verdict == "on_schedule") return "符合时序进度";
    return verdict == "behind" ? "进展滞后" : "无法评估";
}

struct Input {
    bool met = false;                      ///< whether the target is met now
    bool due = false;                      ///< whether its time is over
    std::optional<Ratio> progress{};       ///< the share of the way from the base to the target
    Ratio elapsed{};                       ///< the share of time gone, 0 to 1
    Reason reason = Reason::missing_base;  ///< why there is no progress
};

/// `value` is progress less time gone.
inline MethodResult assess(const Input& input, const Bands& lines = bands()) {
    MethodResult result;
    result.value_reason = input.progress ? Reason::none : input.reason;
    if (input.progress) result.value = ExactReal(*input.progress - input.elapsed);
    if (input.met) {
        result.met = true;
        result.verdict = "reached_early";
        result.status = detail::common_status(true, input.due, Status::achieved);
        return result;
    }
    if (!result.value) return detail::not_assessed("not_assessed", input.reason);
    detail::place(result, lines, *result.value, input.due);
    return result;
}

}  // namespace goalpost::midterm_four
