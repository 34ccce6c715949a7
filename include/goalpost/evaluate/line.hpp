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

/// How a figure lies to a limit: the order of its lower end, of itself and of its upper end to it.
struct Position {
    int low = 0;
    int point = 0;
    int high = 0;
    bool low_open = false;
    bool high_open = false;
};

/// Whether values lie on the accepted side of a limit: 1 all of them, -1 none, 0 some.
constexpr int above(const Position& at, bool limit_open) noexcept {
    if (at.low > 0 || (at.low == 0 && (!limit_open || at.low_open))) return 1;
    if (at.high < 0 || (at.high == 0 && (limit_open || at.high_open))) return -1;
    return 0;
}
constexpr int below(const Position& at, bool limit_open) noexcept {
    return above({-at.high, -at.point, -at.low, at.high_open, at.low_open}, limit_open);
}
constexpr Position point_of(const Position& at) noexcept {
    return {at.point, at.point, at.point, false, false};
}

/// Both limits of what is accepted, and how a figure lies to each.
struct Between {
    Position to_low{};
    Position to_high{};
    Bound::Kind low = Bound::Kind::infinite;
    Bound::Kind high = Bound::Kind::infinite;
};

/// Whether values are accepted: 1 all of them, -1 none, 0 some.
constexpr int reach(const Between& at) noexcept {
    const int low = at.low == Bound::Kind::infinite ? 1 : above(at.to_low, at.low == Bound::Kind::open);
    const int high = at.high == Bound::Kind::infinite ? 1 : below(at.to_high, at.high == Bound::Kind::open);
    return low < high ? low : high;
}

/// The verdict on a figure, and whether every value its digits allow gives the same. Every verdict of a
/// criterion is decided here.
constexpr Holding decide(const Between& at) noexcept {
    const int range = reach(at);
    Holding holding;
    holding.met =
        range > 0 || (range == 0 && reach({point_of(at.to_low), point_of(at.to_high), at.low, at.high}) > 0);
    holding.firm = holding.met ? range > 0 : range < 0;
    return holding;
}

/// How a distance with its range lies to a limit; nothing where 4096 bits do not part them.
inline std::optional<Position> position_to(const Value& distance, const Interval& range, const Value& limit) {
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

/// Both positions; nothing where one is not decided.
inline std::optional<Between> place(const Value& distance, const Interval& range, const Interval& accepted) {
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

/// Whether a number is accepted: 1 or -1; nothing where that is not decided.
inline std::optional<int> within(const Value& value, const Interval& accepted) {
    const auto between = place(value, Interval::exactly(value), accepted);
    return between ? std::optional(reach(*between)) : std::nullopt;
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
