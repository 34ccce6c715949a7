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

/// Reads the name of an enumerator out of such a table: `basis_from("level")`; nothing where none has it. An
/// object, since a function would make a std::optional for every enumeration in every file that includes it,
/// at two milliseconds each; this one makes it where it is called.
template <class Enum>
class FromName {
  public:
    template <std::size_t Count>
    constexpr explicit FromName(const std::string_view (&names)[Count]) noexcept
        : names_(names), count_(Count) {}

    constexpr std::optional<Enum> operator()(std::string_view name) const noexcept {
        for (std::size_t i = 0; i < count_; ++i) {
            if (names_[i] == name) return static_cast<Enum>(i);
        }
        return std::nullopt;
    }

  private:
    const std::string_view* names_;
    std::size_t count_;
};

}  // namespace goalpost::detail
