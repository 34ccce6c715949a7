// SPDX-License-Identifier: BSL-1.0
// Cases of one target, and the explanation of its verdict.
#pragma once

#include <string>
#include <string_view>

#include "goalpost/evaluate/explanation.hpp"
#include "support/case.hpp"

namespace goalpost::test {

/// A case whose observations have sources.
struct Told : Case {
    template <class... Arguments>
    Told& observe(const Arguments&... arguments) {
        Case::observe(arguments...);
        return *this;
    }
    /// Of the last observation.
    Told& from(const std::string& source) {
        rows.back().source = source;
        return *this;
    }
};

inline Told of(const std::string& indicator, std::string_view unit, IndicatorKind kind,
               std::string_view criterion, std::string_view due) {
    Told made;
    made.indicator(indicator, unit, kind).target(criterion, due);
    return made;
}

/// The explanation of the first target.
inline std::string told(const Told& one, Language language) {
    const auto evaluation = one.judge();
    return text(explain(evaluation, evaluation.assessments()[0]), language);
}

}  // namespace goalpost::test
