// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "goalpost/methods/method.hpp"

/// The SDG Index and Dashboards 2018 of the Sustainable Development Solutions Network.
///
/// Source: sdsna/2018GlobalIndex, 2018GlobalIndexMethodology.pdf. The edges of the trend arrows and the share
/// of indicators that a country needs for its rank are general knowledge.
namespace goalpost::sdsn_2018 {

inline constexpr std::string_view name = "sdsn_2018";

/// What the index fixes for an indicator; better values lie on the side of `best`.
struct Scale {
    Ratio best{};                  ///< scores 100
    Ratio worst{};                 ///< scores 0
    std::optional<Ratio> green{};  ///< limit of green
    std::optional<Ratio> red{};    ///< limit of red: values past it are red, the limit itself is orange

    [[nodiscard]] bool rises() const { return best > worst; }
};

/// 100 (x - worst) / (best - worst), clipped to 0..100. Throws std::domain_error where both ends are equal.
inline Ratio normalised(const Ratio& value, const Scale& scale) {
    const Ratio score = Ratio(100) * (value - scale.worst) / (scale.best - scale.worst);
    return std::clamp(score, Ratio(0), Ratio(100));
}

/// Four colours by absolute limits; each limit belongs to the better colour. Yellow ends half way from green
/// to red unless told. Throws std::bad_optional_access where the scale has no limits, and
/// std::invalid_argument where these and `yellow` do not go from best to worst.
inline Bands colours(const Scale& scale, const std::optional<Ratio>& yellow = std::nullopt) {
    const Ratio middle = yellow.value_or((scale.green.value() + scale.red.value()) / Ratio(2));
    return {{{*scale.green, true, "green", Status::on_track},
             {middle, true, "yellow", Status::behind},
             {*scale.red, true, "orange", Status::behind}},
            {0, true, "red", Status::behind},
            scale.rises() ? Better::higher : Better::lower};
}

/// From 0 to 3: worst, limit of red, limit of green, best; linear in between. Throws std::bad_optional_access
/// where a limit is missing.
inline Ratio rescaled(const Ratio& value, const Scale& scale) {
    const Ratio stops[] = {scale.worst, scale.red.value(), scale.green.value(), scale.best};
    const auto before = [&](const Ratio& a, const Ratio& b) { return scale.rises() ? a < b : a > b; };
    if (!before(stops[0], value)) return 0;
    for (int i = 0; i < 3; ++i) {
        if (before(stops[i + 1], value)) continue;
        return stops[i + 1] == stops[i] ? Ratio(i + 1)
                                        : Ratio(i) + (value - stops[i]) / (stops[i + 1] - stops[i]);
    }
    return 3;
}

/// The mean of the two worst rescaled values, against 2, 1.5 and 1.
inline const Bands& goal_bands() {
    static const Bands bands({{2, true, "green", Status::on_track},
                              {Ratio::of(3, 2), true, "yellow", Status::behind},
                              {1, true, "orange", Status::behind}},
                             {0, true, "red", Status::behind});
    return bands;
}

/// One value and its scale; no value where the country has none.
struct Rated {
    std::optional<Ratio> value{};
    Scale scale{};
};

/// The colour of a goal: green only if both of the two worst are green, red only if both are red; one value
/// stands alone; grey where fewer than half of the indicators have a value. `value` is their mean on 0..3.
inline MethodResult goal_colour(std::span<const Rated> indicators) {
    std::vector<Ratio> worst;
    for (const auto& indicator : indicators) {
        if (indicator.value) worst.push_back(rescaled(*indicator.value, indicator.scale));
    }
    if (worst.empty() || worst.size() * 2 < indicators.size())
        return detail::not_assessed("grey", Reason::missing_observation);
    std::ranges::sort(worst);
    const Ratio& first = worst.front();
    const Ratio& second = worst.size() > 1 ? worst[1] : worst.front();
    MethodResult result;
    result.value = ExactReal((first + second) / Ratio(2));
    detail::place(result, goal_bands(), *result.value, false);
    if (result.verdict == "green" && first < Ratio(2)) result.verdict = "yellow";
    if (result.verdict == "red" && second >= Ratio(1)) result.verdict = "orange";
    result.status = result.verdict == "green" ? Status::on_track : Status::behind;
    return result;
}

/// The mean of what is there; nothing where nothing is. A goal is the mean of its indicators' normalised
/// scores, the index the mean of its goals.
inline std::optional<Ratio> mean(std::span<const std::optional<Ratio>> scores) {
    Ratio sum;
    int count = 0;
    for (const auto& score : scores) {
        if (!score) continue;
        sum = sum + *score;
        ++count;
    }
    return count == 0 ? std::nullopt : std::optional(sum / Ratio(count));
}

/// Whether a country is ranked: at least four fifths of the indicators are there (general knowledge).
inline bool is_ranked(std::size_t available, std::size_t all, const Ratio& needed = Ratio::of(4, 5)) {
    return Ratio(available) >= needed * Ratio(all);
}

/// The arrow of the trend: mean yearly change of the normalised score over the change a year that is needed
/// from the first point to stand on the green line in 2030. The arrows' edges are general knowledge:
/// unverified. Throws std::bad_optional_access where the scale has no limit of green, and std::domain_error
/// where its worst is its best, or the points are of one year.
inline MethodResult trend(std::span<const YearValue> points, const Scale& scale, int target_year = 2030) {
    if (points.size() < 2) return detail::not_assessed("no_trend", Reason::missing_base);
    static const Bands arrows({{1, true, "on_track", Status::on_track},
                               {Ratio::of(1, 2), true, "moderately_improving", Status::behind},
                               {0, true, "stagnating", Status::behind}},
                              {0, true, "decreasing", Status::behind});
    const auto& first = points.front();
    const auto& last = points.back();
    const Ratio aim = normalised(scale.green.value(), scale);
    const Ratio begin = normalised(first.value, scale);
    const Ratio end = normalised(last.value, scale);
    const Ratio observed = (end - begin) / Ratio(last.year - first.year);
    MethodResult result;
    if (end >= aim || begin >= aim || target_year <= first.year) {
        result.value_reason = Reason::base_meets_target;
        result.verdict = end >= aim ? "on_track" : observed.sign() < 0 ? "decreasing" : "stagnating";
        result.status = end >= aim ? Status::on_track : Status::behind;
        return result;
    }
    result.value = ExactReal(observed * Ratio(target_year - first.year) / (aim - begin));
    detail::place(result, arrows, *result.value, false);
    return result;
}

}  // namespace goalpost::sdsn_2018
