// SPDX-License-Identifier: BSL-1.0
#include "io/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace goalpost::detail {

namespace {

unsigned char byte_at(std::string_view text, std::size_t at) noexcept {
    return static_cast<unsigned char>(text[at]);
}

/// Length of the UTF-8 character at `at`; 0 where none stands there.
std::size_t utf8_length(std::string_view text, std::size_t at) noexcept {
    const auto lead = byte_at(text, at);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() - at < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte_at(text, at + i) & 0xC0U) != 0x80U) return 0;
    }
    // Overlong forms, surrogates, and what lies beyond U+10FFFF show in the second byte.
    const auto second = byte_at(text, at + 1);
    const bool refused = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                         (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return refused ? 0 : length;
}

/// A character of three bytes that needs no look at its second one, as most of Chinese.
bool is_common_wide(const char* at) noexcept {
    std::uint16_t tails = 0;
    std::memcpy(&tails, at + 1, sizeof tails);
    return static_cast<unsigned char>(at[0] - '\xE1') < 0xED - 0xE1 && (tails & 0xC0C0U) == 0x8080U;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t eight = 0;
        std::uint64_t wide = 0;
        while (wide == 0 && text.size() - at >= sizeof eight) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            wide = eight & 0x8080808080808080U;
            constexpr bool little = std::endian::native == std::endian::little;
            at += static_cast<std::size_t>(little ? std::countr_zero(wide) : std::countl_zero(wide)) / 8;
        }
        if (at == text.size()) break;
        while (text.size() - at >= sizeof eight && is_common_wide(text.data() + at))
            at += 3;
        if (text.size() - at >= sizeof eight && byte_at(text, at) < 0x80) continue;
        const auto length = utf8_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

std::size_t count_characters(std::string_view text) noexcept {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool looks_like_gb18030(std::string_view text) noexcept {
    std::size_t wide = 0;
    std::size_t common = 0;  // Chinese characters and punctuation of everyday texts stand in the GB2312 rows
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = byte_at(text, at);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        if (lead == 0x80 || lead == 0xFF) return false;
        if (at + 1 == text.size()) break;  // the text may be the beginning of a longer one
        const auto trail = byte_at(text, at + 1);
        ++wide;
        if (trail >= 0x30 && trail <= 0x39) {
            at += 4;
            continue;
        }
        if (trail < 0x40 || trail == 0x7F || trail == 0xFF) return false;
        if (trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xF7) || (lead >= 0xA1 && lead <= 0xA9))) ++common;
        at += 2;
    }
    return wide > 1 && common * 10 >= wide * 7;  // one alone is more likely a slip
}

bool looks_binary(std::string_view text) noexcept {
    const auto head = text.substr(0, 65536);
    const auto control = std::ranges::count_if(head, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
    return static_cast<std::size_t>(control) * 50 > head.size();
}

std::string_view take_character(std::string_view& text, char32_t& code) {
    utf8proc_int32_t found = -1;
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                         static_cast<utf8proc_ssize_t>(text.size()), &found);  // bytes are bytes
    const auto taken = text.substr(0, length > 0 ? static_cast<std::size_t>(length) : 1);
    code = length > 0 ? static_cast<char32_t>(found) : not_a_character;
    text.remove_prefix(taken.size());
    return taken;
}

std::string shown(std::string_view text) {
    constexpr std::size_t most = 60;
    std::size_t end = 0;
    for (std::size_t characters = 0; end < text.size() && characters < most; ++characters) {
        ++end;
        while (end < text.size() && (byte_at(text, end) & 0xC0U) == 0x80U)
            ++end;
    }
    std::string quoted(1, '"');
    quoted.append(text.substr(0, end)).append(end < text.size() ? "…\"" : "\"");
    return quoted;
}

std::string one_of(std::span<const std::string_view> words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
        text += words[i];
    }
    return text;
}

}  // namespace goalpost::detail
