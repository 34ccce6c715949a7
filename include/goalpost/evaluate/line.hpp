// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <utility>

#include "goalpost/evaluate/reading.hpp"
#include "goalpost/model/criterion.hpp"
#include "goalpost/model/indicator.hpp"

namespace goalpost {

/// The line a measured figure is held against: where it lies, and which distances from it are accepted.
///
/// A number of a plan lies exactly; the figure of another series lies in the interval its digits allow.
struct Line {
    Value at;
    Interval range = Interval::exactly(0);   ///< of `at`
    Interval accepted;                       ///< of measured - at
    Bound beyond{0, Bound::Kind::infinite};  ///< distances past this are over-fulfilment
    bool upwards = true;                     ///< whether over-fulfilment lies above
};

/// How a figure lies to a line.
struct Holding {
    bool decided = true;  ///< false where 4096 bits do not part them
    bool met = false;
    bool firm = false;  ///< every true value within the printed digits gives the same
    bool over = false;  ///< met, and beyond what was asked for
};

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

/// Fills in what is accepted, by comparison. `spread` is the tolerance of `~`, or the length of `in`'s range.
inline void accept(Line& line, Comparison comparison, Better better, const Value& spread) {
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
            line.accepted = accepted_around(better, spread, spread);
            line.upwards = better != Better::lower;
            line.beyond = better == Better::neither
                              ? infinite
                              : Bound{line.upwards ? spread : spread * Ratio(-1), Bound::Kind::closed};
            break;
        case Comparison::within:
            line.accepted = accepted_around(better, better == Better::lower ? spread : Value(0),
                                            better == Better::lower ? Value(0) : spread);
            line.upwards = better != Better::lower;
            line.beyond = better == Better::neither
                              ? infinite
                              : Bound{line.upwards ? spread : spread * Ratio(-1), Bound::Kind::closed};
            break;
        case Comparison::improves:
            line.accepted = better == Better::lower ? Interval{infinite, open} : Interval{open, infinite};
            line.upwards = better != Better::lower;
            line.beyond = infinite;
            break;
    }
}

/// Whether all of a side lies within what is accepted: 1 all, -1 none reaches it, 0 some.
inline std::optional<int> side_within(const Bound& near, const Bound& far, const Bound& limit,
                                      int direction) {
    // direction 1: values must lie above `limit`; near is the lower end, far the upper one.
    if (limit.kind == Bound::Kind::infinite) return 1;
    const auto against = [&](const Bound& end) -> std::optional<int> {
        const auto order = compare(end.value, limit.value);
        if (!order) return std::nullopt;
        return *order == 0 ? 0 : (*order > 0 ? direction : -direction);
    };
    if (near.kind != Bound::Kind::infinite) {
        const auto order = against(near);
        if (!order) return std::nullopt;
        if (*order > 0 ||
            (*order == 0 && (limit.kind == Bound::Kind::closed || near.kind == Bound::Kind::open)))
            return 1;
    }
    if (far.kind != Bound::Kind::infinite) {
        const auto order = against(far);
        if (!order) return std::nullopt;
        if (*order < 0 || (*order == 0 && (limit.kind == Bound::Kind::open || far.kind == Bound::Kind::open)))
            return -1;
    }
    return 0;
}

/// 1 all of the range is accepted, -1 none of it, 0 a part.
inline std::optional<int> within(const Interval& range, const Interval& accepted) {
    const auto low = side_within(range.low, range.high, accepted.low, 1);
    const auto high = side_within(range.high, range.low, accepted.high, -1);
    if (!low || !high) return std::nullopt;
    return *low < *high ? *low : *high;
}

inline Interval difference(const Interval& a, const Interval& b) {
    const auto minus = [](const Bound& x, const Bound& y) -> Bound {
        const auto kind = x.kind > y.kind ? x.kind : y.kind;
        if (kind == Bound::Kind::infinite) return {0, kind};
        return {x.value - y.value, kind};
    };
    return {minus(a.low, b.high), minus(a.high, b.low)};
}

}  // namespace detail

/// Holds a measured figure against a line, exactly. A bound that the source prints (超2000家) counts with all
/// the values it leaves open: where every one is accepted, so is the figure, and where none is, it is not.
inline Holding hold(const Measured& measured, const Line& line) {
    Holding holding;
    const auto distance = measured.value() - line.at;
    const auto point = detail::within(Interval::exactly(distance), line.accepted);
    const auto range = detail::within(detail::difference(measured.range(), line.range), line.accepted);
    if (!point || !range) {
        holding.decided = false;
        return holding;
    }
    holding.met = *range > 0 || (*point > 0 && *range == 0);
    holding.firm = holding.met ? *range > 0 : *range < 0;
    if (holding.met && line.beyond.kind != Bound::Kind::infinite) {
        const auto order = compare(distance, line.beyond.value);
        holding.over = order && (line.upwards ? *order > 0 : *order < 0);
    }
    return holding;
}

}  // namespace goalpost
