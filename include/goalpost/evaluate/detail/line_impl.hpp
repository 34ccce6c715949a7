// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by line.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/line.hpp"

namespace goalpost {
namespace detail {
/// `amount` on the better side of the line; for `neither`, on both.
inline Interval accepted_around(Better better, const Value& below, const Value& above) {
    const Bound infinite{0, Bound::Kind::infinite};
    const Bound low{below * Ratio(-1), Bound::Kind::closed};
    const Bound high{above, Bound::Kind::closed};
    if (better == Better::higher) return {low, infinite};
    if (better == Better::lower) return {infinite, high};
    return {low, high};
}

GOALPOST_INLINE void accept(Line& line, Comparison comparison, Better better, const Value& spread) {
    const Bound infinite{0, Bound::Kind::infinite};
    const Bound closed{0, Bound::Kind::closed};
    const Bound open{0, Bound::Kind::open};
    line.beyond = closed;
    switch (comparison) {
        case Comparison::at_least: line.accepted = {closed, infinite}; break;
        case Comparison::more_than: line.accepted = {open, infinite}; break;
        case Comparison::at_most:
            line.accepted = {infinite, closed};
            line.upwards = false;
            break;
        case Comparison::less_than:
            line.accepted = {infinite, open};
            line.upwards = false;
            break;
        case Comparison::equal:
            line.accepted = {closed, closed};
            line.beyond = infinite;
            break;
        case Comparison::about:
        case Comparison::within: {
            // `about` stands in the middle of what is accepted, a range's line at its weaker end.
            const bool about = comparison == Comparison::about;
            const bool lower = better == Better::lower;
            line.accepted = accepted_around(better, about || lower ? spread : Value(0),
                                            about || !lower ? spread : Value(0));
            line.upwards = !lower;
            line.beyond = better == Better::neither
                              ? infinite
                              : Bound{lower ? spread * Ratio(-1) : spread, Bound::Kind::closed};
            break;
        }
        case Comparison::improves:
            line.accepted = better == Better::lower ? Interval{infinite, open} : Interval{open, infinite};
            line.upwards = better != Better::lower;
            line.beyond = infinite;
            break;
    }
}

GOALPOST_INLINE std::optional<Position> position_to(const Value& distance, const Interval& range,
                                                    const Value& limit) {
    const auto order = [&](const Bound& bound, int infinity) -> std::optional<int> {
        if (bound.kind == Bound::Kind::infinite) return infinity;
        const auto found = compare(bound.value, limit);
        if (!found) return std::nullopt;
        return *found == 0 ? 0 : *found > 0 ? 1 : -1;
    };
    const auto low = order(range.low, -1);
    const auto high = order(range.high, 1);
    const auto point = order({distance, Bound::Kind::closed}, 0);
    if (!low || !high || !point) return std::nullopt;
    return Position{*low, *point, *high, range.low.kind == Bound::Kind::open,
                    range.high.kind == Bound::Kind::open};
}

GOALPOST_INLINE std::optional<Between> place(const Value& distance, const Interval& range,
                                             const Interval& accepted) {
    Between between{{}, {}, accepted.low.kind, accepted.high.kind};
    for (const auto& [limit, position] :
         {std::pair(&accepted.low, &between.to_low), std::pair(&accepted.high, &between.to_high)}) {
        if (limit->kind == Bound::Kind::infinite) continue;
        const auto found = position_to(distance, range, limit->value);
        if (!found) return std::nullopt;
        *position = *found;
    }
    return between;
}

GOALPOST_INLINE std::optional<int> within(const Value& value, const Interval& accepted) {
    const auto between = place(value, Interval::exactly(value), accepted);
    return between ? std::optional(reach(*between)) : std::nullopt;
}

GOALPOST_INLINE Interval difference(const Interval& a, const Interval& b) {
    const auto minus = [](const Bound& x, const Bound& y) -> Bound {
        const auto kind = x.kind > y.kind ? x.kind : y.kind;
        if (kind == Bound::Kind::infinite) return {0, kind};
        return {x.value - y.value, kind};
    };
    return {minus(a.low, b.high), minus(a.high, b.low)};
}
}  // namespace detail
GOALPOST_INLINE Holding hold(const Measured& measured, const Line& line) {
    const auto distance = measured.value() - line.at;
    const auto range = detail::difference(measured.range(), line.range);
    const auto between = detail::place(distance, range, line.accepted);
    if (!between) return {.decided = false};
    auto holding = detail::decide(*between);
    if (holding.met && line.beyond.kind != Bound::Kind::infinite) {
        const auto order = compare(distance, line.beyond.value);
        holding.over = order && (line.upwards ? *order > 0 : *order < 0);
    }
    return holding;
}
}  // namespace goalpost
