// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/arithmetic.hpp"
#include "goalpost/evaluate/measure.hpp"
#include "goalpost/evaluate/measures/share.hpp"

namespace goalpost::measures {

namespace detail {

/// A part and its whole, now and a year before (or at the base period).
struct PartAndWhole {
    Reading part, part_before, whole, whole_before;
    [[nodiscard]] Reason reason() const {
        for (const auto* reading : {&part, &whole, &part_before, &whole_before}) {
            if (!*reading) return reading->reason();
        }
        return part.unit().converts_to(whole.unit()) ? Reason::none : Reason::unit_mismatch;
    }
};

inline PartAndWhole part_and_whole(const MeasureView& at) {
    const auto before = at.counted_from();
    const auto other = at.other();
    if (!before)
        return {at.level(), Reason::missing_base, at.level_of(other, at.period(), "x"), Reason::missing_base};
    return {at.level(), at.base_level(*before), at.level_of(other, at.period(), "x"),
            at.base_level_of(other, *before, "xb")};
}

}  // namespace detail

/// `gap(of X)`: this series less another, in points for percentages; 高于全国平均0.5个百分点.
struct Gap {
    static constexpr MeasureTraits traits{.needs_other = true};
    Measured operator()(const MeasureView& at) const {
        at.formula("y - x");
        const auto own = at.level();
        if (!own) return own.reason();
        const auto other = at.level_of(at.other(), at.period(), "x");
        if (!other)
            return other.reason() == Reason::missing_observation ? Reason::missing_comparison
                                                                 : other.reason();
        if (!own.unit().converts_to(other.unit())) return Reason::unit_mismatch;
        return {*own - *other, figure_units::of_difference(own.unit())};
    }
};

/// `contribution(of X)`: the part's increment in the whole's (贡献率), (y - b) / (x - xb). The part occurs in
/// both, so the interval is wider than it need be, never narrower.
struct Contribution {
    static constexpr MeasureTraits traits{.needs_other = true, .percentage = true};
    Measured operator()(const MeasureView& at) const {
        at.formula("(y - b) / (x - xb)");
        const auto all = detail::part_and_whole(at);
        if (const auto reason = all.reason(); reason != Reason::none) return reason;
        return arithmetic::contribution(*all.part - *all.part_before, *all.whole - *all.whole_before);
    }
};

/// `pull(of X)`: how many points of the whole's growth the part makes (拉动), (y - b) / xb.
struct Pull {
    static constexpr MeasureTraits traits{.needs_other = true};
    Measured operator()(const MeasureView& at) const {
        at.formula("(y - b) / xb");
        const auto all = detail::part_and_whole(at);
        if (const auto reason = all.reason(); reason != Reason::none) return reason;
        return arithmetic::pull(*all.part - *all.part_before, *all.whole_before);
    }
};

/// `coverage(of X)`: how many of all are covered (覆盖率); without `of`, the published ratio itself.
struct Coverage {
    static constexpr MeasureTraits traits{.percentage = true};
    Measured operator()(const MeasureView& at) const {
        if (at.term().of) return Share{}(at);
        at.formula("y");
        return at.indicator().kind == IndicatorKind::ratio ? Measured(at.level())
                                                           : Measured(Reason::not_defined_for_kind);
    }
};

/// `earlier(since P)`: the figure of an earlier period; as a reference, `earlier(of X, since 2019)`.
struct Earlier {
    static constexpr MeasureTraits traits{.needs_since = true, .fixed = true};
    Measured operator()(const MeasureView& at) const {
        at.formula("b");
        const auto reading = at.level(*at.term().since);
        return reading.reason() == Reason::missing_observation ? Measured(Reason::missing_base)
                                                               : Measured(reading);
    }
};

static_assert(Measure<Gap> && Measure<Contribution> && Measure<Pull> && Measure<Coverage> &&
              Measure<Earlier>);

}  // namespace goalpost::measures
