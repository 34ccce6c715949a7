// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace goalpost::detail {

/// Why a cell cannot be taken.
struct CellFault {
    std::string_view kind;  ///< what is counted together; a literal
    std::string what;
    std::string expected;
    std::string mend;
    std::size_t position = 0;  ///< byte in the cell
};

/// What a cell means, or why it means nothing.
template <class Value>
struct CellMeaning {
    Value value{};
    std::unique_ptr<CellFault> fault;
};

template <class Value>
CellMeaning<Value> no_meaning(CellFault fault) {
    return {Value{}, std::make_unique<CellFault>(std::move(fault))};
}

}  // namespace goalpost::detail
