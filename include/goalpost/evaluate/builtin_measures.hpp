// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/measure.hpp"
#include "goalpost/evaluate/measures/change.hpp"
#include "goalpost/evaluate/measures/growth.hpp"
#include "goalpost/evaluate/measures/level.hpp"
#include "goalpost/evaluate/measures/share.hpp"

namespace goalpost {

/// The measures of the criterion grammar. A new one is one file and one line here.
inline MeasureSet builtin_measures() {
    MeasureSet set;
    set.add("level", measures::Level{})
        .add("share", measures::Share{})
        .add("growth", measures::Growth{})
        .add("annual_growth", measures::AnnualGrowth{})
        .add("multiple", measures::Multiple{})
        .add("change", measures::Change{})
        .add("improves", measures::Improvement{})
        .add("completion", measures::Completion{})
        .add("rank", measures::Rank{});
    return set;
}

}  // namespace goalpost
