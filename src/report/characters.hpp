// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace goalpost::detail {

/// Takes the first character off a text: its bytes; one byte where they are not UTF-8.
std::string_view take_character(std::string_view& text, char32_t& code);

/// What `take_character` gives for a byte that is not UTF-8.
inline constexpr char32_t not_a_character = 0xFFFFFFFF;

/// A text on one line in which nothing is hidden: control characters, marks that turn the direction of
/// writing and bytes that are not UTF-8 become `\n`, `\t`, `\x1b`, `\u202e`.
std::string visible(std::string_view text);

}  // namespace goalpost::detail
