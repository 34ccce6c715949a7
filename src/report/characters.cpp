// SPDX-License-Identifier: BSL-1.0
#include "report/characters.hpp"

#include <utf8proc.h>

#include "goalpost/report/writers.hpp"

namespace goalpost {

namespace detail {

namespace {

/// Would change what is shown around it instead of being shown, or not be seen at all: C0, C1, separators of
/// lines, marks that turn the direction of writing, and those without width.
bool is_hidden(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

void append_hexadecimal(std::string& to, char32_t number, int digits) {
    constexpr std::string_view all = "0123456789abcdef";
    for (int i = digits - 1; i >= 0; --i)
        to.push_back(all[(number >> (4 * static_cast<unsigned>(i))) & 0xFU]);
}

}  // namespace

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

std::string visible(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        char32_t code = 0;
        const auto bytes = take_character(text, code);
        if (code == U'\n') {
            shown += "\\n";
        } else if (code == U'\r') {
            shown += "\\r";
        } else if (code == U'\t') {
            shown += "\\t";
        } else if (code == not_a_character || (code < 0xA0 && is_hidden(code))) {
            shown += "\\x";
            append_hexadecimal(shown,
                               code == not_a_character ? static_cast<unsigned char>(bytes.front()) : code, 2);
        } else if (is_hidden(code)) {
            shown += "\\u";
            append_hexadecimal(shown, code, 4);
        } else {
            shown += bytes;
        }
    }
    return shown;
}

}  // namespace detail

int display_width(std::string_view text) {
    int width = 0;
    while (!text.empty()) {
        char32_t code = 0;
        detail::take_character(text, code);
        width +=
            code == detail::not_a_character ? 1 : utf8proc_charwidth(static_cast<utf8proc_int32_t>(code));
    }
    return width;
}

}  // namespace goalpost
