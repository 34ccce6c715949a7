// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/measure.hpp"

namespace goalpost::measures {

/// `level`: the amount, count, share or place itself. A stock is read at the period's end, a flow for the
/// whole period or as the sum of periods that tile it.
struct Level {
    static constexpr MeasureTraits traits{.accumulates = true};
    Measured operator()(const MeasureView& at) const {
        at.formula("y");
        return at.level();
    }
};

/// `completion`: the published share of a plan that is done (完成率).
struct Completion {
    static constexpr MeasureTraits traits{.accumulates = true, .has_base = false, .percentage = true};
    Measured operator()(const MeasureView& at) const {
        at.formula("p");
        return at.published(Basis::completion, at.period());
    }
};

static_assert(Measure<Level> && Measure<Completion>);

}  // namespace goalpost::measures
