// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/model/detail/near_names.hpp"  // IWYU pragma: export

namespace goalpost::detail {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Offset of the first byte that is not UTF-8; npos where there is none.
std::size_t find_invalid_utf8(std::string_view text) noexcept;

/// Takes the first character off a text: its bytes; one byte where they are not UTF-8.
std::string_view take_character(std::string_view& text, char32_t& code);

/// What `take_character` gives for a byte that is not UTF-8.
inline constexpr char32_t not_a_character = 0xFFFFFFFF;

/// Whether it would change what is shown around it instead of being shown, or not be seen at all: C0, C1,
/// separators of lines, marks that turn the direction of writing, and characters without width.
constexpr bool is_hidden(char32_t code) noexcept {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

/// How many characters a UTF-8 text has.
std::size_t count_characters(std::string_view text) noexcept;

/// Whether a text that is not UTF-8 reads well as GB18030 (or GBK, GB2312), the other encoding of Chinese.
bool looks_like_gb18030(std::string_view text) noexcept;

/// Whether it has so many control characters that it is no text at all.
bool looks_binary(std::string_view text) noexcept;

/// A piece of a file in quotes, for a message; a long one is cut.
std::string shown(std::string_view text);

/// `a, b or c`
std::string one_of(std::span<const std::string_view> words);

/// `did you mean "gdp"?` where one of the items has nearly this id; else `otherwise`.
template <class Items>
std::string meant_id(std::string_view id, const Items& items, std::string_view otherwise) {
    constexpr std::size_t most = 10'000;  // to look at more would only cost time
    if (items.size() > most) return std::string(otherwise);
    std::vector<std::string_view> ids;
    for (const auto& item : items)
        ids.emplace_back(item.id);
    const auto meant = nearest(id, ids);
    return meant.empty() ? std::string(otherwise) : "did you mean " + shown(meant) + "?";
}

/// Without blanks, tabs and carriage returns at its ends.
constexpr std::string_view trimmed(std::string_view text) noexcept {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    const auto dark = [](char c) { return static_cast<unsigned char>(c) > ' '; };  // as mostly
    if (text.empty() || (dark(text.front()) && dark(text.back()))) return text;
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

}  // namespace goalpost::detail
