// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/report/writers.hpp"
#include "report/characters.hpp"
#include "report/sheet_rows.hpp"

namespace goalpost {

namespace {

struct Shown {
    std::string text;
    std::size_t width;
    Tone tone;
};

Shown shown(const std::string& text, Tone tone) {
    Shown cell{detail::visible(text), 0, tone};
    cell.width = static_cast<std::size_t>(display_width(cell.text));
    return cell;
}

/// ECMA-48, Select Graphic Rendition.
constexpr std::string_view colour_of(Tone tone) {
    switch (tone) {
        case Tone::plain: return {};
        case Tone::good: return "\x1b[32m";
        case Tone::warning: return "\x1b[33m";
        case Tone::bad: return "\x1b[31m";
        case Tone::faint: return "\x1b[2m";
    }
    return {};
}
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view no_colour = "\x1b[0m";
constexpr std::string_view gap = "  ";

}  // namespace

void write_table(std::string& out, const Sheet& sheet, const TableStyle& style) {
    detail::require_rectangle(sheet);
    std::vector<std::vector<Shown>> lines(1);
    for (const auto& column : sheet.columns)
        lines.front().push_back(shown(column.title, Tone::plain));
    for (const auto& row : sheet.rows) {
        auto& line = lines.emplace_back();
        for (const auto& cell : row)
            line.push_back(shown(cell.text, cell.tone));
    }
    std::vector<std::size_t> widths(sheet.columns.size(), 0);
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].width);
    }

    const auto coloured = [&](std::string_view text, std::string_view colour) {
        const bool on = style.colour && !colour.empty() && !text.empty();
        if (on) out += colour;
        out += text;
        if (on) out += no_colour;
    };
    if (!sheet.title.empty()) {
        coloured(detail::visible(sheet.title), bold);
        out += "\n\n";
    }
    const auto write_line = [&](const std::vector<Shown>& line, bool header) {
        std::size_t blanks = 0;  // owed: no line ends in blanks
        for (std::size_t i = 0; i < line.size(); ++i) {
            const auto& cell = line[i];
            const bool right = sheet.columns[i].alignment == Alignment::right;
            if (i > 0) blanks += gap.size();
            if (right) blanks += widths[i] - cell.width;
            if (!cell.text.empty()) {
                out.append(blanks, ' ');
                blanks = 0;
                coloured(cell.text, header ? bold : colour_of(cell.tone));
            } else {
                blanks += cell.width;
            }
            if (!right) blanks += widths[i] - cell.width;
        }
        out += '\n';
    };
    if (!sheet.rows.empty()) {
        write_line(lines.front(), true);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (i > 0) out += gap;
            out.append(widths[i], '-');
        }
        out += '\n';
        for (std::size_t i = 1; i < lines.size(); ++i)
            write_line(lines[i], false);
    }
    if (!sheet.notes.empty() && !sheet.rows.empty()) out += '\n';
    for (const auto& note : sheet.notes)
        out += detail::visible(note) + '\n';
}

}  // namespace goalpost
