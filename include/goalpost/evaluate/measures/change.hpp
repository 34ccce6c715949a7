// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/measure.hpp"

namespace goalpost::measures {

namespace detail {

/// y - b: points for percentages, the indicator's own unit otherwise.
inline Measured difference(const MeasureView& at, const Period& base_period) {
    const auto value = at.level();
    if (!value) return value.reason();
    const auto base = at.base_level(base_period);
    if (!base) return base.reason();
    const bool percent = at.indicator().unit.is_percent();
    return {*value - *base, percent ? figure_units::points() : value.unit()};
}

}  // namespace detail

/// `change`: from a year before; `change(since P)`: since then. Points for percentages, own unit otherwise.
struct Change {
    static constexpr MeasureTraits traits{.growth = true};
    Measured operator()(const MeasureView& at) const {
        if (!at.term().since && at.indicator().unit.is_percent()) {
            const auto published = at.published(Basis::change_pp, at.period());
            at.formula("p");
            if (published || published.reason() != Reason::missing_observation) return published;
        }
        at.formula("y - b");
        const auto base = at.counted_from();
        return base ? detail::difference(at, *base) : Measured(Reason::missing_base);
    }
};

/// `improves(since P)`: y - b; the better direction of the indicator says which sign is wanted.
struct Improvement {
    static constexpr MeasureTraits traits{.growth = true, .needs_since = true};
    Measured operator()(const MeasureView& at) const {
        if (at.indicator().better == Better::neither) return Reason::not_defined_for_kind;
        at.formula("y - b");
        return detail::difference(at, *at.term().since);
    }
};

static_assert(Measure<Change> && Measure<Improvement>);

}  // namespace goalpost::measures
