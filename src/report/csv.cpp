// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "goalpost/report/writers.hpp"
#include "io/text.hpp"
#include "report/characters.hpp"
#include "report/csv_field.hpp"
#include "report/sheet_rows.hpp"

namespace goalpost {

namespace {

/// Digits with a sign before and a point between them: of any length, unlike a `Decimal`.
bool is_number(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const auto take_digits = [&text] {
        const auto count = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(count);
        return count > 0;
    };
    if (!take_digits()) return false;
    if (text.empty()) return true;
    if (text.front() != '.') return false;
    text.remove_prefix(1);
    return take_digits() && text.empty();
}

/// Whether a spreadsheet may run the text as a formula: `=`, `+`, `-`, `@`, also full-width, at the beginning
/// (OWASP, CSV Injection). Tabs and carriage returns are shown escaped, so that none begins a cell.
bool is_formula(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    if (text.empty() || is_number(text)) return false;
    if (std::string_view("=+-@").find(text.front()) != std::string_view::npos) return true;
    for (const std::string_view sign : {"＝", "＋", "－", "＠"}) {
        if (text.starts_with(sign)) return true;
    }
    return false;
}

constexpr auto may_be_escaped = [] {
    std::array<bool, 256> bytes{};
    for (std::size_t byte = 0; byte < 0x20; ++byte)
        bytes[byte] = true;
    // Quote and comma; 0xC2, 0xD8, 0xE2 and 0xEF begin the characters that are hidden, and some that are not.
    for (const std::size_t byte : {0x22U, 0x2CU, 0x7FU, 0xC2U, 0xD8U, 0xE2U, 0xEFU})
        bytes[byte] = true;
    return bytes;
}();

/// Whether it is shown as it is: no comma or quote, nothing that `visible` could escape, and a beginning that
/// neither a formula nor a trimmed blank has.
bool is_plain(std::string_view text) {
    if (text.empty()) return true;
    if (std::string_view("=+-@ \xEF").find(text.front()) != std::string_view::npos || text.back() == ' ')
        return false;
    bool escaped = false;
    for (const char c : text)
        escaped |= may_be_escaped[static_cast<unsigned char>(c)];
    return !escaped;
}

}  // namespace

void detail::append_csv_field(std::string& out, std::string_view raw) {
    if (is_plain(raw) && find_invalid_utf8(raw) == std::string_view::npos) {
        out += raw;
        return;
    }
    auto text = visible(raw);
    if (is_formula(text)) text.insert(0, 1, '\'');
    if (text.find_first_of(",\"") == std::string::npos && !text.starts_with(' ') && !text.ends_with(' ')) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void write_csv(std::string& out, const Sheet& sheet) {
    detail::require_rectangle(sheet);
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        if (i > 0) out += ',';
        detail::append_csv_field(out, sheet.columns[i].title);
    }
    if (!sheet.columns.empty()) out += "\r\n";
    for (const auto& row : sheet.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            detail::append_csv_field(out, row[i].for_programs());
        }
        out += "\r\n";
    }
}

}  // namespace goalpost
