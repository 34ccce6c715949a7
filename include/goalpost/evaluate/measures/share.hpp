// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/measure.hpp"

namespace goalpost::measures {

/// `share(of X)`: this series as a part of another. A published ratio indicator with these as numerator and
/// denominator goes first; else level over level. Both present and apart by more than rounding: flagged.
struct Share {
    static constexpr MeasureTraits traits{.needs_other = true};
    Measured operator()(const MeasureView& at) const {
        const auto other = at.other();
        const Reading published = published_ratio(at, other.indicator());
        if (published.reason() == Reason::conflicting_observations) return published.reason();
        const auto mark = at.trace().mark();
        const auto part = at.level();
        const auto whole = at.level_of(other, at.period(), "x");
        if (!part || !whole || whole->value().is_zero()) {
            if (published) {
                at.trace().rewind(mark);
                at.formula("p");
                return published;
            }
            return !part ? part.reason() : !whole ? whole.reason() : Reason::zero_base;
        }
        const Rounded quotient = *part / *whole;
        if (!published) {
            at.formula("y / x");
            return {quotient, figure_units::percent()};
        }
        const bool agree = detail::two_agree(quotient.range(), published->range());
        at.trace().rewind(mark);
        if (!agree)
            at.contradiction(Flag::share_conflict, at.series(), at.period(), published->value(),
                             quotient.value(), figure_units::percent());
        at.formula("p");
        return published;
    }

  private:
    static Reading published_ratio(const MeasureView& at, const Indicator& whole) {
        for (const auto& ratio : at.plan().indicators()) {
            if (ratio.kind != IndicatorKind::ratio || ratio.numerator != at.indicator().id ||
                ratio.denominator != whole.id)
                continue;
            const auto reading = at.level_of(at.series_of(ratio, at.scope()), at.period(), "p");
            if (reading || reading.reason() == Reason::conflicting_observations) return reading;
        }
        return Reason::missing_observation;
    }
};

static_assert(Measure<Share>);

}  // namespace goalpost::measures
