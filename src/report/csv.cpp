// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>

#include "goalpost/number/decimal.hpp"
#include "goalpost/report/writers.hpp"
#include "report/characters.hpp"
#include "report/sheet_rows.hpp"

namespace goalpost {

namespace {

/// Whether a spreadsheet may run the text as a formula: `=`, `+`, `-`, `@`, also full-width, at the beginning
/// (OWASP, CSV Injection). Tabs and carriage returns are shown escaped, so that none begins a cell.
bool is_formula(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    if (text.empty() || Decimal::parse(text)) return false;
    if (std::string_view("=+-@").find(text.front()) != std::string_view::npos) return true;
    for (const std::string_view sign : {"＝", "＋", "－", "＠"}) {
        if (text.starts_with(sign)) return true;
    }
    return false;
}

void append_field(std::string& out, const std::string& raw) {
    auto text = detail::visible(raw);
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

}  // namespace

void write_csv(std::string& out, const Sheet& sheet) {
    detail::require_rectangle(sheet);
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        if (i > 0) out += ',';
        append_field(out, sheet.columns[i].title);
    }
    if (!sheet.columns.empty()) out += "\r\n";
    for (const auto& row : sheet.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            append_field(out, row[i].text);
        }
        out += "\r\n";
    }
}

}  // namespace goalpost
