// SPDX-License-Identifier: BSL-1.0
// Explanations in words. Included by explanation.hpp.
#pragma once

#include "goalpost/evaluate/explanation.hpp"

namespace goalpost {

inline std::string text(const Calculation& calculation, Language) { return calculation.formula; }

inline std::string text(const ExplainedComparison& comparison, Language) { return comparison.reference; }

inline std::vector<std::string> lines(const Explanation& explanation, Language) {
    return {explanation.target};
}

inline std::string text(const Explanation& explanation, Language language) {
    std::string text;
    for (const auto& line : lines(explanation, language))
        text += line + "\n";
    return text;
}

}  // namespace goalpost
