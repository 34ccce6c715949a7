// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "goalpost/methods/method.hpp"

/// The progress of a key result: (current - start) / (target - start).
///
/// Sources: oslokommune/okr-tracker, src/util/keyResultProgress.js (not clamped, whole per cent); puzzle/okr,
/// frontend/src/app/shared/common.ts, calculateCurrentPercentage (clamped at 0; lines at 30, 70 and 100 %).
namespace goalpost::okr {

inline constexpr std::string_view name = "okr";
inline constexpr std::string_view no_progress_figure = "no_progress_figure";

struct Options {
    bool clamp_at_zero = false;     ///< a value on the wrong side of the start is 0 %
    bool equal_is_zero = false;     ///< start equal to target is 0 %, reached or not; else undefined
    bool missing_is_start = false;  ///< no value yet is taken for the start
};
/// As the tracker of Oslo does it.
inline constexpr Options oslo{.clamp_at_zero = false, .equal_is_zero = true, .missing_is_start = true};
/// As Puzzle does it.
inline constexpr Options puzzle{.clamp_at_zero = true, .equal_is_zero = false, .missing_is_start = false};

/// The lines of Puzzle's bar; an edge belongs to the better band.
inline const Bands& bands() {
    static const Bands bands({{1, true, "stretch", Status::achieved},
                              {Ratio::of(70, 100), true, "target", Status::on_track},
                              {Ratio::of(30, 100), true, "commit", Status::behind}},
                             {0, true, "fail", Status::behind});
    return bands;
}

/// The start, the value so far where there is one, and the target.
struct Input {
    Ratio start{};
    std::optional<Ratio> current{};
    Ratio target{};
    bool due = false;  ///< its time is over
};

/// `value` is the share as it is, `score` that share in whole per cent, halves up.
inline MethodResult assess(const Input& input, const Options& options = oslo) {
    MethodResult result;
    if (!input.current && !options.missing_is_start)
        return detail::not_assessed(std::string(no_progress_figure), Reason::missing_observation);
    if (!input.current) result.substituted.emplace_back("no value -> start");
    const Ratio current = input.current.value_or(input.start);
    const Ratio way = input.target - input.start;
    Ratio share;
    if (!way.is_zero()) {
        share = (current - input.start) / way;
        if (options.clamp_at_zero && share.sign() < 0) share = Ratio(0);
    } else if (options.equal_is_zero) {
        result.substituted.emplace_back("target - start 0 -> 0 %");
    } else {
        return detail::not_assessed(std::string(no_progress_figure), Reason::base_equals_target);
    }
    result.value = ExactReal(share);
    const Ratio half_up = share * Ratio(100) + Ratio::of(1, 2);
    result.score = ExactReal(half_up.rounded(0, Rounding::floor));
    const auto* const band = bands().place(*result.value);
    result.verdict = band->name;
    result.met = share >= Ratio(1);
    result.status = detail::common_status(result.met, input.due, band->status);
    return result;
}

}  // namespace goalpost::okr
