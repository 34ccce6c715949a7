// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/diagnostic.hpp"

#include <string_view>

#include "io/text.hpp"

namespace goalpost {

namespace {

/// A character that would change what a terminal shows instead of being shown, or not be seen at all: C0, C1,
/// separators of lines, marks that turn the direction of writing, and those without width.
bool is_hidden(std::string_view character) {
    const auto first = static_cast<unsigned char>(character.front());
    const auto between = [&](std::string_view from, std::string_view to) {
        return character >= from && character <= to;
    };
    if (character.size() == 1) return first < 0x20 || first == 0x7F;
    if (character.size() == 2) return between("\xC2\x80", "\xC2\x9F") || character == "\xD8\x9C";  // U+061C
    return between("\xE2\x80\x8B", "\xE2\x80\x8F") ||  // U+200B to U+200F
           between("\xE2\x80\xA8", "\xE2\x80\xAE") ||  // U+2028 to U+202E
           between("\xE2\x81\xA0", "\xE2\x81\xA9") ||  // U+2060 to U+2069
           character == "\xEF\xBB\xBF";                // U+FEFF
}

void append_escaped(std::string& to, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto escape = [&](std::string_view bytes) {
        for (const char c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            to.append("\\x").push_back(digits[byte >> 4U]);
            to.push_back(digits[byte & 0xFU]);
        }
    };
    while (!text.empty()) {
        std::size_t length = 1;
        const bool wide = static_cast<unsigned char>(text.front()) >= 0xC0;
        while (wide && length < text.size() && length < 4 &&
               (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
            ++length;
        const auto character = text.substr(0, length);
        if (character == "\n") {
            to += "\\n";
        } else if (character == "\r") {
            to += "\\r";
        } else if (character == "\t") {
            to += "\\t";
        } else if (is_hidden(character) || detail::find_invalid_utf8(character) != std::string_view::npos) {
            escape(character);
        } else {
            to += character;
        }
        text.remove_prefix(length);
    }
}

}  // namespace

std::string Diagnostic::text() const {
    std::string text;
    append_escaped(text, file);
    if (line > 0) text.append(":").append(std::to_string(line));
    if (line > 0 && column > 0) text.append(":").append(std::to_string(column));
    text += severity == Severity::error ? ": error: " : ": warning: ";
    append_escaped(text, what);
    if (!expected.empty()) append_escaped(text, "; expected " + expected);
    if (!mend.empty()) append_escaped(text, "; " + mend);
    return text;
}

}  // namespace goalpost
