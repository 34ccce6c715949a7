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
    const bool negative = cell.starts_with('-');
    std::size_t at = negative ? 1 : 0;
    const auto size = cell.size();
    if (size > most) return false;
    std::int64_t units = 0;
    const auto digits = [&] {
        const auto begin = at;
        for (; at < size; ++at) {
            const auto digit = static_cast<unsigned char>(cell[at] - '0');
            if (digit > 9) break;
            units = units * 10 + digit;
        }
        return static_cast<int>(at - begin);
    };
    if (digits() == 0) return false;
    int places = 0;
    if (at < size) {
        if (cell[at++] != '.') return false;
        places = digits();
        if (places == 0 || at < size) return false;
    }
    to = Decimal(negative ? -units : units, places);
    return true;
}

}  // namespace goalpost::detail
