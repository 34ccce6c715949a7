// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace goalpost {

/// How names are made comparable before they are matched exactly. The readers of `io/` hand in full NFKC;
/// without them `name_key` below serves.
using NameKey = std::string (*)(std::string_view);

/// A name without white space (ASCII, no-break and ideographic) and with full-width ASCII made half-width:
/// the part of NFKC that plans and statistics differ by. `R&D 经费` and `R&D经费` have one key.
inline std::string name_key(std::string_view name) {
    std::string key;
    key.reserve(name.size());
    for (std::size_t i = 0; i < name.size();) {
        const auto byte = [&](std::size_t k) {
            return i + k < name.size() ? static_cast<unsigned char>(name[i + k]) : 0U;
        };
        if (byte(0) <= 0x20) {
            ++i;
        } else if (byte(0) == 0xC2 && byte(1) == 0xA0) {
            i += 2;
        } else if (byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) {
            i += 3;
        } else if (byte(0) == 0xEF && ((byte(1) == 0xBC && byte(2) >= 0x81) ||
                                       (byte(1) == 0xBD && byte(2) <= 0x9E && byte(2) >= 0x80))) {
            key.push_back(static_cast<char>((byte(1) == 0xBC ? byte(2) - 0x80U : byte(2) - 0x80U + 0x40U) +
                                            0x20U));  // U+FF01..FF5E
            i += 3;
        } else {
            key.push_back(name[i++]);
        }
    }
    return key;
}

}  // namespace goalpost
