// SPDX-License-Identifier: BSL-1.0
// How an explanation is put together from a detailed judgement. Included by explanation.hpp.
#pragma once

#include "goalpost/evaluate/explanation.hpp"

namespace goalpost {

inline Explanation explain(const Evaluation& evaluation, const Assessment& assessment) {
    Explanation explanation;
    explanation.figures = evaluation.figures(assessment);
    return explanation;
}

}  // namespace goalpost
