// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>

#include "goalpost/evaluate/evaluation.hpp"
#include "tool/part_file.hpp"

namespace goalpost::tool {

/// What a result is about whose parts are put together, and where it goes.
struct MergedPlan {
    const Evaluation* evaluation;  ///< of the plan on the job's date, without targets
    std::string output;
};

// Each gives the text that one process would have written; nothing, after it was told why, where a part is
// damaged.
std::optional<std::string> merge_scorecard(const PartFiles& parts, const MergedPlan& plan);
std::optional<std::string> merge_rank(const PartFiles& parts, const MergedPlan& plan);

}  // namespace goalpost::tool
