// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/arithmetic.hpp"
#include "goalpost/evaluate/measure.hpp"

namespace goalpost::measures {

namespace detail {

using goalpost::detail::two_agree;

/// y / b.
inline Measured quotient(const Reading& value, const Reading& base) {
    if (!value) return value.reason();
    if (!base) return base.reason() == Reason::missing_observation ? Reason::missing_base : base.reason();
    return arithmetic::quotient(*value, *base);
}

/// Turns a factor into growth.
inline Measured growth_of(const Measured& factor) {
    if (!factor) return factor;
    return {factor.rounded() - Rounded(1), figure_units::percent()};
}

inline bool has_growth(const MeasureView& at) {
    return at.indicator().kind != IndicatorKind::ratio && at.indicator().kind != IndicatorKind::rank;
}

/// (1 + g) of each year after `since` up to the measure's period, multiplied; a reason where a year is
/// missing, or where growth leads to zero or below it and the chain goes no further.
inline Measured chained_factor(const MeasureView& at, const Period& since) {
    const auto years = years_between(since, at.period());
    if (!years || *years < 1) return Reason::missing_observation;
    Rounded factor(1);
    for (int year = *years - 1; year >= 0; --year) {
        const auto growth = at.published(Basis::growth_yoy, at.period().shifted(-12 * year));
        if (!growth) return growth.reason();
        // A fall of more than 100 % leaves a negative figure, one of 100 % nothing: what is published of a
        // later year is not growth of the base any more.
        const Rounded step = Rounded(1) + *growth;
        if (step.value().sign() < 0) return Reason::sign_change;
        if (step.value().sign() == 0 && year > 0) return Reason::zero_base;
        factor = factor * step;
    }
    return {factor, figure_units::pure()};
}

/// The total factor since a period: from levels, or chained from published growth. Both there and apart by
/// more than rounding: flagged.
inline Measured total_factor(const MeasureView& at) {
    if (!has_growth(at)) return Reason::not_defined_for_kind;
    const auto since = *at.term().since;
    const auto factor = [&](bool chained) {
        return chained ? chained_factor(at, since) : quotient(at.level(), at.base_level(since));
    };
    const bool chained = at.term().chained;
    const auto used = factor(chained);
    if (used) {
        const auto mark = at.trace().mark();
        const auto other = factor(!chained);
        at.trace().rewind(mark);
        if (other && !two_agree(used.range(), other.range()))
            at.contradiction(Flag::growth_conflict, at.series(), at.period(), used.value() - Value(1),
                             other.value() - Value(1), figure_units::percent());
    }
    at.formula(chained ? "product of (1 + g)" : "y / b");
    return used;
}

}  // namespace detail

/// `growth`: on the same period a year before; published growth (同比) goes before growth of the levels.
/// `growth(since P)`: in all since then, from levels, or `chained` from published yearly growth.
struct Growth {
    static constexpr MeasureTraits traits{.growth = true, .percentage = true};
    Measured operator()(const MeasureView& at) const {
        if (!detail::has_growth(at)) return Reason::not_defined_for_kind;
        if (at.term().since) {
            const auto factor = detail::total_factor(at);
            if (factor) at.formula(at.term().chained ? "product of (1 + g) - 1" : "y / b - 1");
            return detail::growth_of(factor);
        }
        const auto published = at.published(Basis::growth_yoy, at.period());
        if (!published && published.reason() != Reason::missing_observation) return published.reason();
        const auto mark = at.trace().mark();
        const auto before = at.counted_from();
        const auto computed = detail::growth_of(
            detail::quotient(at.level(), before ? at.base_level(*before) : Reading(Reason::missing_base)));
        if (!published) {
            at.formula("y / b - 1");
            return computed;
        }
        at.trace().rewind(mark);
        if (computed && !detail::two_agree(computed.range(), published->range()))
            at.contradiction(Flag::growth_conflict, at.series(), at.period(), published->value(),
                             computed.value(), figure_units::percent());
        at.formula("g");
        return published;
    }
};

/// `annual_growth(since P)`: average annual growth (年均增长), (y / b)^(1 / years) - 1; no root decides
/// anything.
struct AnnualGrowth {
    static constexpr MeasureTraits traits{.growth = true, .needs_since = true, .percentage = true};
    Measured operator()(const MeasureView& at) const {
        const auto years = years_between(*at.term().since, at.period());
        if (!years || *years < 1) return Reason::missing_observation;
        const auto factor = detail::total_factor(at);
        at.formula(at.term().chained ? "(product of (1 + g))^(1/n) - 1" : "(y / b)^(1/n) - 1");
        if (!factor) return factor;
        return arithmetic::average_growth_of_factor(factor.rounded(), static_cast<unsigned>(*years));
    }
};

/// `multiple(since P)`: how many times the base (翻一番 is 2, 翻两番 is 4).
struct Multiple {
    static constexpr MeasureTraits traits{.growth = true, .needs_since = true};
    Measured operator()(const MeasureView& at) const {
        // A ratio can double, too, though its growth is not spoken of.
        if (at.indicator().kind != IndicatorKind::ratio || at.term().chained) return detail::total_factor(at);
        at.formula("y / b");
        return detail::quotient(at.level(), at.base_level(*at.term().since));
    }
};

static_assert(Measure<Growth> && Measure<AnnualGrowth> && Measure<Multiple>);

}  // namespace goalpost::measures
