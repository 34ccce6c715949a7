// SPDX-License-Identifier: BSL-1.0
// The plain calculations of statistical communiqués and county reports, each confirmed on printed figures
// (tests/data/rollup/cn_published_rows.csv). Every operand occurs once in its formula, so the interval is
// exact.
#pragma once

#include <stdexcept>

#include "goalpost/evaluate/line.hpp"
#include "goalpost/evaluate/reading.hpp"
#include "goalpost/result.hpp"

namespace goalpost::detail {

/// Why nothing is a share of that: half of nothing, or of a debt, says nothing of size. `none` where it does.
inline Reason no_share_of(const Ratio& whole) {
    const int sign = whole.sign();
    if (sign > 0) return Reason::none;
    return sign == 0 ? Reason::zero_base : Reason::negative_base;
}

/// Why a figure is no multiple of its base; `none` where it is.
inline Reason no_multiple_of(const Ratio& base, const Ratio& value) {
    const int sign = base.sign();
    if (sign != 0 && value.sign() == -sign) return Reason::sign_change;
    return no_share_of(base);
}

}  // namespace goalpost::detail

/// Quantities are in base units, rates as shares (7.7 % is 0.077): what `published_figure` gives. Results
/// come in %, in points, or as a reason where they have no meaning; nothing throws but what says so.
namespace goalpost::arithmetic {

/// value / base. No quotient of a zero base; a negative base, or a change of sign, gives a number that says
/// nothing of size, so it is a reason too. `unit` must outlive the result; a temporary one is refused.
inline Measured quotient(const Rounded& value, const Rounded& base,
                         const UnitOfMeasure& unit = figure_units::pure()) {
    const auto none = detail::no_multiple_of(base.value(), value.value());
    if (none != Reason::none) return none;
    return {value / base, unit};
}
Measured quotient(const Rounded&, const Rounded&, const UnitOfMeasure&&) = delete;

/// Completion rate (完成率): actual / plan, in %. A plan of zero or below has none.
inline Measured completion(const Rounded& actual, const Rounded& plan) {
    if (const auto none = detail::no_share_of(plan.value()); none != Reason::none) return none;
    return {actual / plan, figure_units::percent()};
}

/// Over-fulfilment (超额完成): completion less 100 %, in %; negative where the plan is not fulfilled.
inline Measured over_fulfilment(const Rounded& actual, const Rounded& plan) {
    if (const auto none = detail::no_share_of(plan.value()); none != Reason::none) return none;
    return {actual / plan - Rounded(1), figure_units::percent()};
}

/// The plan that a published completion rate implies (531.15 亿元 at 152.19 % is 349.0): actual / completion,
/// in `unit`, which must outlive the result; a temporary one is refused.
inline Measured implied_plan(const Rounded& actual, const Rounded& completion, const UnitOfMeasure& unit) {
    if (const auto none = detail::no_share_of(completion.value()); none != Reason::none) return none;
    return {actual / completion, unit};
}
Measured implied_plan(const Rounded&, const Rounded&, const UnitOfMeasure&&) = delete;

/// Growth on what was there before (增速): value / prior - 1, in %.
inline Measured growth(const Rounded& value, const Rounded& prior) {
    const auto none = detail::no_multiple_of(prior.value(), value.value());
    if (none != Reason::none) return none;
    return {value / prior - Rounded(1), figure_units::percent()};
}

/// Growth from the value and what it has grown by (增收 2354 万元): delta / (value - delta), in %.
inline Measured growth_from_delta(const Rounded& value, const Rounded& delta) {
    const auto prior = value - delta;
    const auto none = detail::no_multiple_of(prior.value(), value.value());
    if (none != Reason::none) return none;
    if (detail::side(value.range()) == 0 || value.value().is_zero())
        return {delta / prior, figure_units::percent()};  // wider than it need be, never too narrow
    return {Rounded(1) / (Rounded(1) - delta / value) - Rounded(1), figure_units::percent()};
}

/// What was there before, from value and growth: value / (1 + growth).
inline Result<Rounded, Reason> prior_of(const Rounded& value, const Rounded& growth) {
    const auto factor = Rounded(1) + growth;
    if (factor.value().sign() <= 0) return factor.value().is_zero() ? Reason::zero_base : Reason::sign_change;
    return value / factor;
}

/// What it has grown by, from value and growth: value * (1 - 1 / (1 + growth)).
inline Result<Rounded, Reason> increment_of(const Rounded& value, const Rounded& growth) {
    const auto factor = Rounded(1) + growth;
    if (factor.value().sign() <= 0) return factor.value().is_zero() ? Reason::zero_base : Reason::sign_change;
    return value * (Rounded(1) - Rounded(1) / factor);
}

/// How much faster (快于, 高于) one rate is than another, in points.
inline Measured growth_gap(const Rounded& own, const Rounded& base) {
    return {own - base, figure_units::points()};
}

/// How far completion is ahead of the calendar (超时序进度), in points: completion less the share of the span
/// that is over (`elapsed_share`). Completion is the unrounded rate where both its figures are known.
inline Measured pace_gap(const Rounded& completion, const Rounded& elapsed) {
    return {completion - elapsed, figure_units::points()};
}

/// Part of a whole (占比), in %.
inline Measured share(const Rounded& part, const Rounded& whole) {
    if (const auto none = detail::no_share_of(whole.value()); none != Reason::none) return none;
    return {part / whole, figure_units::percent()};
}

/// By how many points a part pulls the whole up (拉动): the part's increment over what the whole was before.
inline Measured pull(const Rounded& increment_of_part, const Rounded& prior_of_whole) {
    if (const auto none = detail::no_share_of(prior_of_whole.value()); none != Reason::none) return none;
    return {increment_of_part / prior_of_whole, figure_units::points()};
}

/// How much of the whole's increment a part makes (贡献率), in %. Where the whole has shrunk, a part that
/// shrank too has a positive one.
inline Measured contribution(const Rounded& increment_of_part, const Rounded& increment_of_whole) {
    if (increment_of_whole.value().is_zero()) return Reason::zero_base;
    return {increment_of_part / increment_of_whole, figure_units::percent()};
}

/// Average annual growth (年均增长) in %, from a factor over several years: factor^(1/years) - 1, exact.
/// Throws std::invalid_argument for no years.
inline Measured average_growth_of_factor(const Rounded& factor, unsigned years) {
    if (years == 0) throw std::invalid_argument("goalpost: average growth over no years");
    if (factor.value().sign() < 0) return Reason::sign_change;
    const auto bend = [years](const Bound& bound) -> Bound {
        if (bound.kind == Bound::Kind::infinite) return bound;
        if (bound.value.rational().sign() < 0) return {-1, Bound::Kind::closed};
        return {Value::root(bound.value.rational(), years) - Value(1), bound.kind};
    };
    return {Value::root(factor.value(), years) - Value(1),
            {bend(factor.range().low), bend(factor.range().high)},
            figure_units::percent()};
}

/// The same from the total growth over those years.
inline Measured average_growth(const Rounded& total_growth, unsigned years) {
    return average_growth_of_factor(Rounded(1) + total_growth, years);
}

/// Holds one figure against another, both as published: the verdict on the figures as printed, and whether
/// other true values within the printed digits would turn it. `about` and `within` need a plan's line;
/// std::invalid_argument for these two.
inline Holding holds(const Rounded& value, Comparison comparison, const Rounded& reference) {
    if (comparison == Comparison::about || comparison == Comparison::within)
        throw std::invalid_argument("goalpost: about and within are held against a plan's line");
    Line line{reference.value(), reference.range(), {}};
    detail::accept(line, comparison, Better::higher, Value(0));
    return hold(Measured(value, figure_units::pure()), line);
}

/// Whether one rate is higher than another (快于面上).
inline Holding faster_than(const Rounded& own, const Rounded& base) {
    return holds(own, Comparison::more_than, base);
}

/// Whether a computed figure is the printed one: |computed - printed| is at most half a unit of the last
/// printed digit.
inline bool reproduces(const Value& computed, const Decimal& printed,
                       const UnitOfMeasure& unit = figure_units::pure()) {
    const auto range = Rounded::published(printed, unit.factor()).range();
    const auto low = compare(computed, range.low.value);
    const auto high = compare(computed, range.high.value);
    return low && high && *low >= 0 && *high <= 0;
}

}  // namespace goalpost::arithmetic
