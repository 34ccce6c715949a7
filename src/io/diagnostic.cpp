// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/diagnostic.hpp"

#include <string_view>

#include "io/text.hpp"

namespace goalpost {

namespace {

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
        char32_t code = 0;
        const auto character = detail::take_character(text, code);
        if (character == "\n") {
            to += "\\n";
        } else if (character == "\r") {
            to += "\\r";
        } else if (character == "\t") {
            to += "\\t";
        } else if (code == detail::not_a_character || detail::is_hidden(code)) {
            escape(character);
        } else {
            to += character;
        }
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
