// SPDX-License-Identifier: BSL-1.0
#include "report/characters.hpp"

#include <utf8proc.h>

#include "goalpost/report/writers.hpp"
#include "io/text.hpp"

namespace goalpost {

namespace detail {

namespace {

void append_hexadecimal(std::string& to, char32_t number, int digits) {
    constexpr std::string_view all = "0123456789abcdef";
    for (int i = digits - 1; i >= 0; --i)
        to.push_back(all[(number >> (4 * static_cast<unsigned>(i))) & 0xFU]);
}

}  // namespace

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
