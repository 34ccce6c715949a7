// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <string_view>

#include "goalpost/report/writers.hpp"
#include "report/characters.hpp"
#include "report/sheet_rows.hpp"

namespace goalpost {

namespace {

constexpr bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// `&amp;`, `&#42;`: what would be read as one character.
bool begins_entity(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && end < 34 && (is_word(text[end]) || text[end] == '#'))
        ++end;
    return end > 1 && end < text.size() && text[end] == ';';
}

/// A text in which GitHub Flavored Markdown finds no markup.
std::string escaped(const std::string& raw) {
    const auto text = detail::visible(raw);
    std::string to;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '<') {
            to += "&lt;";
            continue;
        }
        if (c == '&' && begins_entity(std::string_view(text).substr(i))) {
            to += "&amp;";
            continue;
        }
        constexpr std::string_view markup = "\\`*[]|~";
        // Inside a word an underscore is one: rd_intensity stays readable.
        const bool inside = i > 0 && is_word(text[i - 1]) && i + 1 < text.size() && is_word(text[i + 1]);
        if (markup.find(c) != std::string_view::npos || (c == '_' && !inside)) to += '\\';
        to += c;
    }
    return to;
}

}  // namespace

void write_markdown(std::string& out, const Sheet& sheet) {
    detail::require_rectangle(sheet);
    if (!sheet.title.empty()) out += "## " + escaped(sheet.title) + "\n\n";
    if (!sheet.rows.empty()) {
        for (const auto& column : sheet.columns)
            out += "| " + escaped(column.title) + ' ';
        out += "|\n";
        for (const auto& column : sheet.columns)
            out += column.alignment == Alignment::right ? "| ---: " : "| --- ";
        out += "|\n";
        for (const auto& row : sheet.rows) {
            for (const auto& cell : row)
                out += "| " + escaped(cell.text) + (cell.text.empty() ? "" : " ");
            out += "|\n";
        }
    }
    if (!sheet.notes.empty() && !sheet.rows.empty()) out += '\n';
    for (const auto& note : sheet.notes)
        out += "- " + escaped(note) + '\n';
}

}  // namespace goalpost
