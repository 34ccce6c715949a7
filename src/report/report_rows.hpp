// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <stdexcept>

#include "goalpost/report/evaluation_report.hpp"

namespace goalpost::detail {

/// The assessments from `first` up to, not including, `last`; throws std::invalid_argument where there are
/// none such.
inline std::span<const Assessment> rows_of(const EvaluationReport& report, std::size_t first,
                                           std::size_t last) {
    const auto all = report.evaluation->assessments();
    if (last < first || all.size() < last)
        throw std::invalid_argument("goalpost: the evaluation does not have the rows to be written");
    return all.subspan(first, last - first);
}

}  // namespace goalpost::detail
