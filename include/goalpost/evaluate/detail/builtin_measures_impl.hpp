// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by builtin_measures.hpp. A new measure is one
// file and one line here.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/builtin_measures.hpp"
#include "goalpost/evaluate/measures/change.hpp"
#include "goalpost/evaluate/measures/group.hpp"
#include "goalpost/evaluate/measures/growth.hpp"
#include "goalpost/evaluate/measures/level.hpp"
#include "goalpost/evaluate/measures/part.hpp"
#include "goalpost/evaluate/measures/share.hpp"

namespace goalpost {

GOALPOST_INLINE MeasureSet builtin_measures() {
    MeasureSet set;
    set.add("level", measures::Level{})
        .add("share", measures::Share{})
        .add("growth", measures::Growth{})
        .add("annual_growth", measures::AnnualGrowth{})
        .add("multiple", measures::Multiple{})
        .add("change", measures::Change{})
        .add("improves", measures::Improvement{})
        .add("completion", measures::Completion{})
        .add("coverage", measures::Coverage{})
        .add("gap", measures::Gap{})
        .add("contribution", measures::Contribution{})
        .add("pull", measures::Pull{})
        .add("earlier", measures::Earlier{})
        .add("rank", measures::Rank{})
        .add("rank_change", measures::RankChange{})
        .add("sum", measures::Sum{})
        .add("mean", measures::Mean{})
        .add("median", measures::Median{});
    return set;
}

}  // namespace goalpost
