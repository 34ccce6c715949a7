// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>

#include "goalpost/report/sheet.hpp"

namespace goalpost::detail {

inline void require_rectangle(const Sheet& sheet) {
    for (const auto& row : sheet.rows) {
        if (row.size() != sheet.columns.size())
            throw std::invalid_argument("goalpost: a row of the sheet is not as long as its columns");
    }
}

}  // namespace goalpost::detail
