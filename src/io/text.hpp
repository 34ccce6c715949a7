// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "goalpost/model/detail/near_names.hpp"  // IWYU pragma: export

namespace goalpost::detail {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Offset of the first byte that is not UTF-8; npos where there is none.
std::size_t find_invalid_utf8(std::string_view text) noexcept;

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

/// Without blanks, tabs and carriage returns at its ends.
constexpr std::string_view trimmed(std::string_view text) noexcept {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

}  // namespace goalpost::detail
