// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "goalpost/number/decimal.hpp"

namespace goalpost::detail {

/// A figure of few digits, as most are; false where it takes `Decimal::parse` to read it, or to refuse it.
inline bool read_plain_number(std::string_view cell, Decimal& to) {
    constexpr std::size_t most = 18;
    const auto size = cell.size();
    if (size == 0 || size > most) return false;
    const bool negative = cell.front() == '-';
    const std::size_t begin = negative ? 1 : 0;
    std::size_t point = size;
    std::int64_t units = 0;
    for (auto at = begin; at < size; ++at) {
        if (const auto digit = static_cast<unsigned char>(cell[at] - '0'); digit <= 9) {
            units = units * 10 + digit;
        } else if (cell[at] == '.' && point == size) {
            point = at;
        } else {
            return false;
        }
    }
    // Digits on both sides of the point.
    if (point == begin || point + 1 == size) return false;
    to = Decimal(negative ? -units : units, point == size ? 0 : static_cast<int>(size - point - 1));
    return true;
}

}  // namespace goalpost::detail
