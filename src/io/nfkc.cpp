// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/nfkc.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "goalpost/model/name_key.hpp"

namespace goalpost {

namespace {

/// Whether it is its own key for certain: ASCII without blanks, and the ideographs from U+4E00 to U+9FFF,
/// which have no other form and join with nothing.
bool is_plain(std::string_view name) {
    const auto byte = [&](std::size_t at) {
        return at < name.size() ? static_cast<unsigned char>(name[at]) : 0U;
    };
    for (std::size_t at = 0; at < name.size();) {
        if (byte(at) > 0x20 && byte(at) < 0x7F) {
            ++at;
        } else if (byte(at) >= 0xE4 && byte(at) <= 0xE9 &&
                   byte(at + 1) >= (byte(at) == 0xE4 ? 0xB8U : 0x80U) && byte(at + 1) < 0xC0 &&
                   byte(at + 2) >= 0x80 && byte(at + 2) < 0xC0) {
            at += 3;
        } else {
            return false;
        }
    }
    return true;
}

/// White_Space of Unicode, and the two characters that are a space in name only.
bool is_space(utf8proc_int32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000 || c == 0xFEFF;
}

/// False where the name is not UTF-8.
bool normalize(std::string_view name, std::string& normal) {
    utf8proc_uint8_t* made = nullptr;
    const auto length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(name.data()), static_cast<utf8proc_ssize_t>(name.size()),
        &made, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(made, &std::free);
    if (length < 0) return false;
    normal.assign(reinterpret_cast<const char*>(made), static_cast<std::size_t>(length));
    return true;
}

/// False where there was no space to remove.
bool remove_space(std::string& text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t c = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                             static_cast<utf8proc_ssize_t>(text.size() - at), &c);
        if (length <= 0) return false;
        if (!is_space(c)) kept.append(text, at, static_cast<std::size_t>(length));
        at += static_cast<std::size_t>(length);
    }
    if (kept.size() == text.size()) return false;
    text = std::move(kept);
    return true;
}

}  // namespace

std::string nfkc_key(std::string_view name) {
    if (is_plain(name)) return std::string(name);
    std::string key;
    if (!normalize(name, key)) return name_key(name);
    // Once more after a removal: what a space kept apart can now compose.
    if (remove_space(key)) {
        std::string again;
        if (normalize(key, again)) return again;
    }
    return key;
}

}  // namespace goalpost
