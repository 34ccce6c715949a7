// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/methods/method.hpp"
#include "goalpost/result.hpp"

namespace goalpost {

/// How a mean of scores is nested: `[1,2],3` is the mean of (the mean of the first two) and the third.
struct ScoreGroup {
    std::size_t member = 0;           ///< number of a series from 1; read only where there are no parts
    std::vector<ScoreGroup> parts{};  ///< members and groups; one that has parts is a group

    /// The plain mean of `count` series.
    static ScoreGroup all(std::size_t count) {
        ScoreGroup group;
        for (std::size_t i = 1; i <= count; ++i)
            group.parts.push_back({i, {}});
        return group;
    }
    /// Reads numbers from 1, commas and brackets, to any depth.
    static Result<ScoreGroup> parse(std::string_view text);
};

namespace detail {

inline Result<std::vector<ScoreGroup>> parse_parts(std::string_view text, std::size_t& at, int depth) {
    std::vector<ScoreGroup> parts;
    const auto wrong = [&](std::string expected) {
        return ParseError{at, found_at(text, at), std::move(expected), "write a grouping such as [1,2],3"};
    };
    for (;;) {
        if (at < text.size() && text[at] == '[') {
            if (depth == 64) return wrong("at most 64 brackets inside each other");
            ++at;
            auto inner = parse_parts(text, at, depth + 1);
            if (!inner) return inner.error();
            if (at >= text.size() || text[at] != ']') return wrong("',' or ']'");
            ++at;
            parts.push_back({0, std::move(inner).value()});
        } else {
            std::size_t number = 0;
            const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
            if (error != std::errc{} || number == 0) return wrong("the number of a series, from 1, or '['");
            at = static_cast<std::size_t>(end - text.data());
            parts.push_back({number, {}});
        }
        if (at >= text.size() || text[at] != ',') return parts;
        ++at;
    }
}

struct GroupScore {
    std::optional<ExactReal> score;
    bool all_met = true;  ///< of those that have a score
    bool all_due = true;  ///< of the same: none is met before its time
};

inline GroupScore score_of(std::span<const MethodResult> series, const ScoreGroup& group) {
    if (group.parts.empty()) {
        const auto& result = series[group.member - 1];
        return {result.score, result.met, result.status == Status::achieved};
    }
    GroupScore sum;
    int count = 0;
    for (const auto& part : group.parts) {
        const auto one = score_of(series, part);
        if (!one.score) continue;
        sum.score = sum.score ? *sum.score + *one.score : *one.score;
        sum.all_met = sum.all_met && one.all_met;
        sum.all_due = sum.all_due && one.all_due;
        ++count;
    }
    if (sum.score) sum.score = *sum.score * (Ratio(1) / Ratio(count));
    return sum;
}

/// Whether it names series of so many only, and every group in it some.
inline bool names_only(const ScoreGroup& group, std::size_t count) {
    if (group.parts.empty()) return group.member >= 1 && group.member <= count;
    return std::ranges::all_of(group.parts, [&](const auto& part) { return names_only(part, count); });
}

}  // namespace detail

inline Result<ScoreGroup> ScoreGroup::parse(std::string_view text) {
    std::size_t at = 0;
    auto parts = detail::parse_parts(text, at, 0);
    if (!parts) return parts.error();
    if (at != text.size())
        return ParseError{at, detail::found_at(text, at), "',' or the end",
                          "write a grouping such as [1,2],3"};
    return ScoreGroup{0, std::move(parts).value()};
}

/// The mean of scores, groups averaged first, placed in bands; series without a score are left out.
/// `met_name` where all that have a score are met, `none_name` where none has. Throws std::out_of_range where
/// the grouping names a series that is not there, or none although there are some.
inline MethodResult mean_of(std::span<const MethodResult> series, const ScoreGroup& grouping,
                            const Bands& bands, std::string_view met_name, std::string_view none_name) {
    const bool of_nothing = series.empty() && grouping.member == 0 && grouping.parts.empty();
    if (!of_nothing && !detail::names_only(grouping, series.size()))
        throw std::out_of_range("goalpost::ScoreGroup names a series that is not there, or none");
    const auto mean = of_nothing ? detail::GroupScore{} : detail::score_of(series, grouping);
    MethodResult result;
    if (!mean.score) return detail::not_assessed(std::string(none_name), Reason::missing_observation, result);
    result.value = result.score = mean.score;
    if (mean.all_met) {
        result.met = true;
        result.verdict = met_name;
        result.status = mean.all_due ? Status::achieved : Status::achieved_early;
        return result;
    }
    detail::place(result, bands, *result.score, false);
    return result;
}

}  // namespace goalpost
