// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "goalpost/methods/method.hpp"

/// The weather symbols of the indicator report on the German Sustainable Development Strategy.
///
/// Source: Federal Statistical Office (Destatis), DnsTestEnvironment/dns-indicators, _pages/en/status.md.
namespace goalpost::destatis {

inline constexpr std::string_view name = "destatis";
inline constexpr std::string_view no_symbol = "no_symbol";

/// What the share is missed by that is still to go, if the mean change goes on: under 5 % sun, up to 20 %
/// slightly cloudy, more cloud.
inline const Bands& bands() {
    static const Bands bands({{Ratio::of(5, 100), false, "sun", Status::on_track},
                              {Ratio::of(20, 100), true, "slightly_cloudy", Status::behind}},
                             {0, true, "cloud", Status::behind}, Better::lower);
    return bands;
}

/// One target on one series. A range has been turned into its weaker end, and a relative, multiple or growth
/// target into the value it stands for.
struct Input {
    std::span<const YearValue> points{};  ///< ascending by year; the last is the one that is judged
    Better better = Better::higher;
    std::optional<Ratio> target{};     ///< nothing: only a direction is set
    std::optional<int> target_year{};  ///< nothing: to be kept in every year, or a direction
    std::size_t window = 6;  ///< data points for the mean change, 2 or more: five years of a yearly series
    std::size_t least = 4;   ///< with fewer there is no symbol
};

namespace detail {

using namespace goalpost::detail;

/// Reached or not first, then whether the mean change leads away from the target.
inline void keep(MethodResult& result, bool met, int trend, bool due) {
    if (met) {
        result.verdict = trend >= 0 ? "sun" : "slightly_cloudy";
        result.status = common_status(true, due, Status::on_track);
    } else {
        result.verdict = trend >= 0 ? "cloud" : "thunderstorm";
        result.status = common_status(false, due, Status::behind);
    }
    result.met = met;
}

}  // namespace detail

/// The mean yearly change over the window: (last - first) / years; in the unit of the series. Nothing where
/// there are too few points. Throws std::invalid_argument where the window has fewer than two.
inline std::optional<Ratio> mean_change(const Input& input) {
    if (input.window < 2)
        throw std::invalid_argument("goalpost::destatis: a window of fewer than two points");
    if (input.points.size() < std::max<std::size_t>(input.least, 2)) return std::nullopt;
    const auto window = input.points.last(std::min(input.window, input.points.size()));
    return (window.back().value - window.front().value) / Ratio(window.back().year - window.front().year);
}

/// Judges one target. `value` is m, the share missed of what is still to go, for a target by a year; the mean
/// yearly change otherwise.
///
/// By a year: v = y + a (T' - t), m = d (T - v) / |T - y|; a change away from the target is a thunderstorm.
/// To be kept, or reached already: value first, mean change second. Direction only: mean change first, last
/// change second, and no change is not the right direction. Throws as `mean_change` does.
inline MethodResult assess(const Input& input) {
    MethodResult result;
    const auto mean = mean_change(input);
    if (!mean)
        return detail::not_assessed(std::string(no_symbol), input.points.empty() ? Reason::missing_observation
                                                                                 : Reason::missing_base);
    const int direction = input.better == Better::lower ? -1 : 1;
    const int trend = mean->sign() * direction;
    const auto& now = input.points.back();
    result.value = ExactReal(*mean);
    if (!input.target) {
        const auto& before = input.points[input.points.size() - 2];
        const int last = (now.value - before.value).sign() * direction;
        result.verdict = trend > 0  ? (last > 0 ? "sun" : "slightly_cloudy")
                         : last > 0 ? "cloud"
                                    : "thunderstorm";
        result.status = result.verdict == "sun" ? Status::on_track : Status::behind;
        return result;
    }
    const int gap = (now.value - *input.target).sign() * direction;
    const bool due = input.target_year && now.year >= *input.target_year;
    if (!input.target_year || gap >= 0) {
        detail::keep(result, gap >= 0, trend, due);
        if (!input.target_year && result.met) result.status = Status::on_track;  // and to be kept on
        return result;
    }
    const Ratio ahead = now.value + *mean * Ratio(due ? 0 : *input.target_year - now.year);
    result.value = ExactReal(Ratio(direction) * (*input.target - ahead) / (*input.target - now.value).abs());
    if (trend < 0) {
        result.verdict = "thunderstorm";
        result.status = detail::common_status(false, due, Status::behind);
    } else {
        detail::place(result, bands(), *result.value, due);
    }
    return result;
}

/// How bad a symbol is, from 0 for sun to 3 for thunderstorm; nothing for no symbol.
inline std::optional<std::size_t> badness(std::string_view symbol) {
    return symbol == "thunderstorm" ? bands().bands().size() + 1 : bands().rank(symbol);
}

/// A target's year, where it has one, and what was found for it.
struct YearResult {
    std::optional<int> target_year{};
    MethodResult result{};
};

/// One symbol for an indicator with several targets: those of the next target year count (the last one that
/// is over, where none is to come) and those without a year; of these the worst. Targets that have no symbol
/// are left out.
inline MethodResult roll_up(std::span<const YearResult> targets, int assessed_year) {
    std::optional<int> next;
    const auto nearer = [&](int year) {
        if (!next) return true;
        const bool to_come = year >= assessed_year;
        if (to_come != (*next >= assessed_year)) return to_come;
        return to_come ? year < *next : year > *next;
    };
    for (const auto& target : targets) {
        if (target.target_year && nearer(*target.target_year)) next = target.target_year;
    }
    const MethodResult* worst = nullptr;
    for (const auto& target : targets) {
        const auto badness_here = badness(target.result.verdict);
        if (!badness_here || (target.target_year && target.target_year != next)) continue;
        if (worst == nullptr || *badness_here > *badness(worst->verdict)) worst = &target.result;
    }
    return worst != nullptr ? *worst
                            : detail::not_assessed(std::string(no_symbol), Reason::missing_observation);
}

}  // namespace goalpost::destatis
