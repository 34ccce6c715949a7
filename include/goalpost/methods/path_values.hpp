// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

#include "goalpost/methods/method.hpp"

/// Where a series should stand in a year, on a path from its base: the scenarios of WHO's Triple Billion
/// targets.
///
/// Source: gpw13/billionaiRe, R/scenarios_target.R, R/scenarios_aroc.R.
namespace goalpost::path_values {

/// A base, the way, and what bounds it.
struct Path {
    Ratio base{};
    int base_year = 2018;
    std::optional<Ratio> target{};  ///< not needed to halt a rise
    int target_year = 2025;
    Better better = Better::higher;
    std::optional<Ratio> floor{};    ///< such as 0 %
    std::optional<Ratio> ceiling{};  ///< such as 100 %
};

namespace detail {

using namespace goalpost::detail;

inline ExactReal bounded(const Path& path, ExactReal value) {
    if (path.floor && !at_least(value, *path.floor)) return *path.floor;
    if (path.ceiling && more_than(value, *path.ceiling)) return *path.ceiling;
    return value;
}
inline bool base_is_better(const Path& path) {
    return path.better == Better::lower ? path.base <= *path.target : path.base >= *path.target;
}

}  // namespace detail

/// b + (T - b) (t - t0) / (T' - t0); the target's value after its year; the base where it is better than the
/// target already. Nothing before the base year, without a target, or where its year is not after the base.
inline std::optional<ExactReal> linear(const Path& path, int year) {
    if (!path.target || year < path.base_year || path.target_year <= path.base_year) return std::nullopt;
    if (year > path.target_year) return detail::bounded(path, *path.target);
    if (detail::base_is_better(path)) return detail::bounded(path, path.base);
    const Ratio share = Ratio(year - path.base_year) / Ratio(path.target_year - path.base_year);
    return detail::bounded(path, path.base + (*path.target - path.base) * share);
}

/// b (T / b)^((t - t0) / (T' - t0)): the same growth in every year, after the target's year too. Nothing as
/// above, and where base or target is zero or they differ in sign.
inline std::optional<ExactReal> constant_growth(const Path& path, int year) {
    if (!path.target || year < path.base_year || path.target_year <= path.base_year) return std::nullopt;
    if (path.base.sign() * path.target->sign() <= 0) return std::nullopt;
    return detail::bounded(
        path, ExactReal(Surd{0,
                             path.base,
                             {*path.target / path.base, static_cast<unsigned>(year - path.base_year),
                              static_cast<unsigned>(path.target_year - path.base_year)}}));
}

/// The base itself, from its year on. Nothing before.
inline std::optional<ExactReal> halt_the_rise(const Path& path, int year) {
    if (year < path.base_year) return std::nullopt;
    return detail::bounded(path, path.base);
}

/// What the source keeps of a path where a figure is there already: the better of both.
inline ExactReal better_of(const Path& path, const ExactReal& on_path, const Ratio& observed) {
    const bool above = !detail::at_least(on_path, observed);
    return above == (path.better == Better::lower) ? on_path : ExactReal(observed);
}

/// Whether an observed value is where the path has it, or better. `value` is the path's value, `score`
/// observed less that, its sign never flipped. Nothing where only the base has been observed.
inline MethodResult assess(const Path& path, const std::optional<ExactReal>& on_path,
                           const YearValue& observed) {
    if (!on_path) return detail::not_assessed("no_path", Reason::missing_base);
    if (observed.year <= path.base_year)  // the base itself is on every path
        return detail::not_assessed("no_path", Reason::missing_observation);
    MethodResult result;
    const bool due = path.target && observed.year >= path.target_year;
    const Ratio sign = path.better == Better::lower ? -1 : 1;
    result.value = on_path;
    result.score = ExactReal(observed.value) - *on_path;
    const bool kept = detail::at_least(*result.score * sign, 0);
    result.met = path.target && (observed.value - *path.target).sign() * sign.sign() >= 0;
    result.verdict = kept ? "on_path" : "off_path";
    result.status = detail::common_status(result.met, due, kept ? Status::on_track : Status::behind);
    return result;
}

}  // namespace goalpost::path_values
