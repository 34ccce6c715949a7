// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "goalpost/evaluate/measure.hpp"

namespace goalpost::measures {

namespace detail {

/// The level of the measure's indicator in every member of its group; a reason where one has none.
inline Result<std::vector<Reading>, Reason> members(const MeasureView& at, const Period& period,
                                                    bool others_only = false) {
    std::vector<Reading> readings;
    const auto& plan = at.plan();
    const auto scopes = plan.members_of(at.term().group);
    if (scopes.empty() || plan.size_of(at.term().group) != scopes.size()) return Reason::members_unknown;
    const auto own = plan.key(at.scope());
    for (const auto& scope : scopes) {
        if (others_only && plan.key(scope) == own) continue;
        readings.push_back(at.level_of(at.series_of(at.indicator(), scope), period, "x"));
        if (!readings.back()) {
            const auto reason = readings.back().reason();
            return reason == Reason::missing_observation ? Reason::members_unknown : reason;
        }
    }
    return readings;
}

/// The middle one of the low (or high) ends, or half-way between the middle two.
inline Bound middle_end(std::vector<Bound> ends, bool low) {
    // An infinite low end lies below all others, an infinite high end above them. A low end that is not
    // reached lies above an equal one that is, a high end below it.
    std::sort(ends.begin(), ends.end(), [low](const Bound& a, const Bound& b) {
        const bool a_is_infinite = a.kind == Bound::Kind::infinite;
        const bool b_is_infinite = b.kind == Bound::Kind::infinite;
        if (a_is_infinite || b_is_infinite)
            return a_is_infinite != b_is_infinite && (low ? a_is_infinite : b_is_infinite);
        if (a.value.rational() != b.value.rational()) return a.value.rational() < b.value.rational();
        return low ? a.kind < b.kind : b.kind < a.kind;
    });
    const auto& upper = ends[ends.size() / 2];
    if (ends.size() % 2 == 1) return upper;
    const auto& lower = ends[ends.size() / 2 - 1];
    const auto kind = goalpost::detail::either(lower, upper);
    if (kind == Bound::Kind::infinite) return {0, kind};
    return {(lower.value.rational() + upper.value.rational()) / Ratio(2), kind};
}

/// The place of a value among others, 1 the best; equals share a place and the next one is skipped. Values
/// that rounding cannot tell apart leave an interval of places.
inline Rounded place(const Rounded& own, const std::vector<Reading>& all, Better better) {
    std::int64_t ahead = 0;
    std::int64_t surely = 0;
    std::int64_t possibly = 0;
    const auto is_before = [better](const auto& a, const auto& b) {
        return better == Better::lower ? a < b : b < a;
    };
    for (const auto& other : all) {
        if (is_before(other->value(), own.value())) ++ahead;
        const auto& best_own = better == Better::lower ? own.range().low : own.range().high;
        const auto& worst_own = better == Better::lower ? own.range().high : own.range().low;
        const auto& best = better == Better::lower ? other->range().low : other->range().high;
        const auto& worst = better == Better::lower ? other->range().high : other->range().low;
        const auto finite = [](const Bound& a, const Bound& b) {
            return a.kind != Bound::Kind::infinite && b.kind != Bound::Kind::infinite;
        };
        // Ends that touch are apart where one of them is not reached: 0.3 never is as much as 0.4.
        if (finite(worst, best_own) && (is_before(worst.value.rational(), best_own.value.rational()) ||
                                        (worst.value.rational() == best_own.value.rational() &&
                                         goalpost::detail::either(worst, best_own) == Bound::Kind::open)))
            ++surely;
        if (!finite(best, worst_own) || is_before(best.value.rational(), worst_own.value.rational()))
            ++possibly;
    }
    return {Ratio(ahead + 1),
            {{Ratio(surely + 1), Bound::Kind::closed}, {Ratio(possibly + 1), Bound::Kind::closed}}};
}

inline Measured rank_at(const MeasureView& at, const Period& period) {
    if (at.term().group.empty()) {
        if (at.indicator().kind == IndicatorKind::rank) return at.level(period);
        return at.published(Basis::rank, period);
    }
    if (at.indicator().better == Better::neither) return Reason::not_defined_for_kind;
    const auto own = at.level(period);
    if (!own) return own.reason();
    const auto all = members(at, period, true);
    if (!all) return all.error();
    return {place(*own, *all, at.indicator().better), figure_units::rank()};
}

}  // namespace detail

/// `rank`: the published place. `rank(in GROUP)`: the place among the group's members, by the indicator's
/// better direction; 1 is best, equals share a place and the next one is skipped.
struct Rank {
    static constexpr MeasureTraits traits{.better = Better::lower};
    Measured operator()(const MeasureView& at) const {
        at.formula(at.term().group.empty() ? "y" : "1 + number of x ahead of y");
        return detail::rank_at(at, at.period());
    }
};

/// `rank_change(since P)`: places gained since then; negative where places were lost.
struct RankChange {
    static constexpr MeasureTraits traits{.needs_since = true, .better = Better::higher};
    Measured operator()(const MeasureView& at) const {
        at.formula("b - y");
        const auto now = detail::rank_at(at, at.period());
        if (!now) return now;
        const auto before = detail::rank_at(at, *at.term().since);
        if (!before) return before.reason() == Reason::missing_observation ? Reason::missing_base : before;
        if (at.series().find_break(at.term().since->last(), at.period().last())) return Reason::broken_series;
        return {before.rounded() - now.rounded(), figure_units::rank()};
    }
};

/// `sum(in GROUP)`: the members' amounts added up; only what adds over places.
struct Sum {
    static constexpr MeasureTraits traits{.accumulates = true, .needs_group = true};
    Measured operator()(const MeasureView& at) const {
        at.formula("sum of x");
        const auto kind = at.indicator().kind;
        if (kind != IndicatorKind::flow && kind != IndicatorKind::stock) return Reason::not_defined_for_kind;
        const auto all = detail::members(at, at.period());
        if (!all) return all.error();
        Rounded sum;
        for (const auto& reading : *all)
            sum = sum + *reading;
        return {sum, all->front().unit()};
    }
};

/// `mean(in GROUP)`: the plain mean of the members' figures, asked for by name; of ratios, not their roll-up.
struct Mean {
    static constexpr MeasureTraits traits{.accumulates = true, .needs_group = true};
    Measured operator()(const MeasureView& at) const {
        at.formula("sum of x / number of x");
        const auto all = detail::members(at, at.period());
        if (!all) return all.error();
        Rounded sum;
        for (const auto& reading : *all)
            sum = sum + *reading;
        return {sum / Rounded(Ratio(all->size())), all->front().unit()};
    }
};

/// `median(in GROUP)`: the middle one of the members' figures, or half-way between the middle two.
struct Median {
    static constexpr MeasureTraits traits{.accumulates = true, .needs_group = true};
    Measured operator()(const MeasureView& at) const {
        at.formula("median of x");
        auto all = detail::members(at, at.period());
        if (!all) return all.error();
        std::vector<Ratio> values;
        std::vector<Bound> lows;
        std::vector<Bound> highs;
        for (const auto& reading : *all) {
            const auto& range = reading->range();
            values.push_back(reading->value());
            lows.push_back(range.low);
            highs.push_back(range.high);
        }
        std::sort(values.begin(), values.end());
        const auto half = values.size() / 2;
        const auto median =
            values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / Ratio(2);
        // The median rises with each figure, so the medians of the ends are the ends of the median.
        const Interval range{detail::middle_end(std::move(lows), true),
                             detail::middle_end(std::move(highs), false)};
        return {Value(median), range, all->front().unit()};
    }
};

static_assert(Measure<Rank> && Measure<RankChange> && Measure<Sum> && Measure<Mean> && Measure<Median>);

}  // namespace goalpost::measures
