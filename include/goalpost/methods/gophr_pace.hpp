// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <stdexcept>
#include <string_view>

#include "goalpost/methods/method.hpp"

/// The achievement labels of USAID's Office of HIV/AIDS.
///
/// Source: USAID-OHA-SI/gophr, R/calc_achievement.R, calc_achievement and color_achievement.
namespace goalpost::gophr_pace {

inline constexpr std::string_view name = "gophr_pace";

/// A cumulative result against the target of the whole year.
struct Input {
    Ratio cumulative{};
    std::optional<Ratio> target{};
    int quarter = 4;        ///< 1 to 4: how far the year is
    bool snapshot = false;  ///< a stock, of which all is due in every quarter
};

/// The achievement less the share that is due by the quarter: both lower edges belong to the better band, the
/// upper one to the band below it.
inline const Bands& bands() {
    static const Bands bands({{Ratio::of(10, 100), false, "above_target", Status::on_track},
                              {Ratio::of(-10, 100), true, "on_target", Status::on_track},
                              {Ratio::of(-25, 100), true, "at_risk", Status::behind}},
                             {0, true, "concerned", Status::behind});
    return bands;
}

/// cumulative / target, rounded to whole per cent first (half to even, as R's round does), and only then
/// compared with quarter / 4. `value` is the quotient as it is, `score` the rounded one. Without a target, or
/// with one of zero, there is no achievement: missing, not 0. Throws std::out_of_range for another quarter.
inline MethodResult assess(const Input& input) {
    if (input.quarter < 1 || input.quarter > 4)
        throw std::out_of_range("goalpost::gophr_pace: quarters are 1 to 4");
    if (!input.target || input.target->is_zero())
        return detail::not_assessed("missing", Reason::not_applicable_figure);
    MethodResult result;
    const Ratio achievement = input.cumulative / *input.target;
    const Ratio rounded = achievement.rounded(2, Rounding::half_even);
    result.value = ExactReal(achievement);
    result.score = ExactReal(rounded);
    const Ratio goal = input.snapshot ? Ratio(1) : Ratio::of(input.quarter, 4);
    const bool over = input.quarter == 4;
    detail::place(result, bands(), ExactReal(rounded - goal), false);
    if (result.reason != Reason::none) return result;
    result.met = achievement >= Ratio(1);
    if (result.met || over) result.status = detail::common_status(result.met, over, result.status);
    return result;
}

}  // namespace goalpost::gophr_pace
