// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "goalpost/methods/statcan.hpp"

/// The progress measure of Eustat's SDG site: StatCan's figures under Eurostat's five names.
///
/// Source: EUSTAT-DES/data, scripts/build_data.py (2026): the thresholds 1 %, 0.1 % and -0.1 % of yearly
/// growth, a score linear up to 2 %, and without a target a band of its own for standing still.
namespace goalpost::eustat {

inline constexpr std::string_view name = "eustat";
inline constexpr std::string_view not_available = "not_available";

/// R, the observed over the required yearly growth.
inline const Bands& bands_with_target() {
    static const Bands bands({{Ratio::of(95, 100), true, "significant_progress", Status::on_track},
                              {Ratio::of(60, 100), true, "moderate_progress", Status::behind},
                              {0, true, "moderate_deterioration", Status::behind}},
                             {0, true, "significant_deterioration", Status::behind});
    return bands;
}
/// Yearly growth where it is not negative, over the scaling factor C.
inline const Bands& bands_of_growth() {
    static const Bands bands({{Ratio::of(1, 100), true, "significant_progress", Status::on_track},
                              {Ratio::of(1, 1000), true, "moderate_progress", Status::behind}},
                             {0, true, "no_progress", Status::behind});
    return bands;
}
/// The mean of several scores: an edge belongs to the worse band, but for the two under zero.
inline const Bands& bands_of_score() {
    static const Bands bands({{Ratio::of(5, 2), false, "significant_progress", Status::on_track},
                              {Ratio::of(1, 4), false, "moderate_progress", Status::behind},
                              {Ratio::of(-1, 4), true, "no_progress", Status::behind},
                              {Ratio::of(-5, 2), true, "moderate_deterioration", Status::behind}},
                             {0, true, "significant_deterioration", Status::behind});
    return bands;
}

/// R as StatCan computes it; score 5 (R - 0.6) / 0.7 from 0.6 on, below 5 (R + 0.6) / 1.2 - 5, from -5 to 5.
/// A target that is met counts as significant progress.
inline MethodResult with_target(MethodInput input) {
    auto result = statcan::with_target(std::move(input), bands_with_target());
    if (result.met) {
        result.verdict = bands_with_target().bands().front().name;
    } else if (result.value) {
        const auto score = detail::at_least(*result.value, Ratio::of(6, 10))
                               ? (*result.value + Ratio::of(-6, 10)) * Ratio::of(50, 7)
                               : (*result.value + Ratio::of(6, 10)) * Ratio::of(25, 6) + Ratio(-5);
        result.score = statcan::detail::clipped(score);
    }
    return result;
}

/// p = s d g: from 0 on against 0.01 C and 0.001 C, score 250 p / C; under 0 against -0.001 and -0.01 C,
/// score 250 p: moving away is not made to look better by a limit that is near. Where C is 0 and p is not
/// under -2 %, the score is 5, even if p is negative: so the source has it.
inline MethodResult without_target(MethodInput input) {
    MethodResult result;
    const auto factor = input.limit ? statcan::scaling_factor(input.base, *input.limit) : Surd{.offset = 1};
    const auto growth = statcan::detail::signed_growth(input, result);
    if (!growth)
        return detail::not_assessed(std::string(not_available), result.value_reason, std::move(result));

    const bool at_limit = detail::sign_of(factor) == 0;
    if (detail::sign_of(*growth) < 0) {
        const bool still = detail::at_least(*result.value, Ratio::of(-1, 1000));
        const bool moderate = detail::sign_of_sum(*growth, Ratio::of(1, 100), factor) >= 0;
        result.verdict = still      ? "no_progress"
                         : moderate ? "moderate_deterioration"
                                    : "significant_deterioration";
        result.status = Status::behind;
        const bool kept = at_limit && detail::at_least(*result.value, Ratio::of(-2, 100));
        result.score = kept ? ExactReal(5) : statcan::detail::clipped(*result.value * Ratio(250));
        return result;
    }
    if (at_limit) {
        result.score = Ratio(5);
        result.verdict = bands_of_growth().bands().front().name;
        result.status = Status::on_track;
        return result;
    }
    const auto scaled = ExactReal::quotient(*growth, factor);
    detail::place(result, bands_of_growth(), scaled, false);
    result.score = statcan::detail::clipped(scaled * Ratio(250));
    return result;
}

inline MethodResult assess(MethodInput input) {
    return input.target ? with_target(std::move(input)) : without_target(std::move(input));
}

/// The mean of the series' scores, groups first; a single series keeps its own verdict.
inline MethodResult roll_up(std::span<const MethodResult> series, const ScoreGroup& grouping) {
    if (series.size() == 1) return series.front();
    const auto& best = bands_with_target().bands().front().name;
    return mean_of(series, grouping, bands_of_score(), best, not_available);
}

}  // namespace goalpost::eustat
