// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

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

/// Fills in what is accepted, by comparison. `spread` is the tolerance of `~`, or the length of `in`'s range.
void accept(Line& line, Comparison comparison, Better better, const Value& spread);

/// Calls `use` with each distance from a line at which what is said of a figure turns: the ends of what is
/// accepted, and where over-fulfilment begins beside them.
template <class Use>
void each_turn(const Line& line, Use use) {
    for (const auto* end : {&line.accepted.low, &line.accepted.high, &line.beyond}) {
        const bool at_line = end == &line.beyond && end->value.sign() == 0;  // where an end is, too
        if (end->kind != Bound::Kind::infinite && !at_line) use(end->value);
    }
}

constexpr bool is_floor(Comparison comparison) noexcept {
    return comparison == Comparison::at_least || comparison == Comparison::more_than ||
           comparison == Comparison::about;
}

/// Whether what is asked for is at least so much of a level, so that a share of it may be done. Of every
/// period no share is: one of them says nothing of the others. A member of a group has a level of its own.
inline bool asks_for_level(const Criterion& criterion) {
    return criterion.measure.name == "level" && is_floor(criterion.comparison) &&
           criterion.quantifier.kind != Quantifier::Kind::every &&
           std::holds_alternative<NumberReference>(criterion.reference);
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
std::optional<Position> position_to(const Value& distance, const Interval& range, const Value& limit);

/// Both positions; nothing where one is not decided.
std::optional<Between> place(const Value& distance, const Interval& range, const Interval& accepted);

/// Whether a number is accepted: 1 or -1; nothing where that is not decided.
std::optional<int> within(const Value& value, const Interval& accepted);

Interval difference(const Interval& a, const Interval& b);

}  // namespace detail

/// Holds a measured figure against a line, exactly. A bound that the source prints (超2000家) counts with all
/// the values it leaves open: where every one is accepted, so is the figure, and where none is, it is not.
Holding hold(const Measured& measured, const Line& line);

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/line_impl.hpp"  // IWYU pragma: keep
#endif
