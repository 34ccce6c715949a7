// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/arithmetic.hpp"
#include "goalpost/evaluate/measure.hpp"

namespace goalpost::measures {

/// `share(of X)`: this series as a part of another. A published ratio indicator with these as numerator and
/// denominator goes first; else level over level. Both present and apart by more than rounding: flagged.
struct Share {
    static constexpr MeasureTraits traits{.needs_other = true, .percentage = true};
    Measured operator()(const MeasureView& at) const {
        const auto other = at.other();
        const Reading published = published_ratio(at, other);
        if (published.reason() == Reason::conflicting_observations) return published.reason();
        const auto mark = at.trace().mark();
        const auto part = at.level();
        const auto whole = at.level_of(other, at.period(), "x");
        const Measured computed = quotient(part, whole);
        if (!published) {
            at.formula("y / x");
            return computed;
        }
        at.trace().rewind(mark);
        if (computed && !goalpost::detail::two_agree(computed.range(), published->range()))
            at.contradiction(Flag::share_conflict, at.series(), at.period(), published->value(),
                             computed.value(), figure_units::percent());
        at.formula("p");
        return published;
    }

  private:
    static Measured quotient(const Reading& part, const Reading& whole) {
        if (!part) return part.reason();
        if (!whole)
            return whole.reason() == Reason::missing_observation ? Reason::missing_comparison
                                                                 : whole.reason();
        if (!part.unit().converts_to(whole.unit())) return Reason::unit_mismatch;
        return arithmetic::share(*part, *whole);
    }
    /// A ratio of the two in this very scope.
    static Reading published_ratio(const MeasureView& at, const Series& whole) {
        if (at.plan().key(whole.scope()) != at.plan().key(at.scope())) return Reason::missing_observation;
        for (const auto& ratio : at.plan().indicators()) {
            if (!ratio.is_ratio_of(at.indicator().id, whole.indicator().id)) continue;
            const auto reading = at.level_of(at.series_of(ratio, at.scope()), at.period(), "p");
            if (reading || reading.reason() == Reason::conflicting_observations) return reading;
        }
        return Reason::missing_observation;
    }
};

static_assert(Measure<Share>);

}  // namespace goalpost::measures
