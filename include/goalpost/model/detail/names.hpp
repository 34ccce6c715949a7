// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace goalpost::detail {

/// The name of an enumerator whose values count from 0, out of a table in the same order.
template <class Enum, std::size_t Count>
constexpr std::string_view name_in(const std::string_view (&names)[Count], Enum value) noexcept {
    return names[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t Count>
constexpr std::optional<Enum> from_name(const std::string_view (&names)[Count],
                                        std::string_view name) noexcept {
    for (std::size_t i = 0; i < Count; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace goalpost::detail
