// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include "goalpost/report/sheet.hpp"

namespace goalpost {

/// How wide a UTF-8 text is on a terminal, in columns: a Chinese character is two (Unicode, East Asian Width;
/// ambiguous ones are one), a combining mark none.
int display_width(std::string_view text);

struct TableStyle {
    bool colour = false;  ///< only for a terminal whose user did not set NO_COLOR
};

// Each appends a sheet to `out`: the same sheet gives the same bytes, whatever the locale. Control characters
// and marks that turn the direction of writing are shown escaped (`\x1b`). Each throws std::invalid_argument
// for a row that is not as long as the columns.

/// Columns lined up by display width, for people and terminals.
void write_table(std::string& out, const Sheet& sheet, const TableStyle& style = {});
/// A table of GitHub Flavored Markdown; the notes become a list. What Markdown would read as markup is
/// escaped.
void write_markdown(std::string& out, const Sheet& sheet);
/// RFC 4180, UTF-8, lines ending in CR LF: the columns' titles, then the rows; title and notes are left out.
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front, unless it is a plain number.
void write_csv(std::string& out, const Sheet& sheet);
/// `{"title", "columns": [{"key", "title"}], "rows": [{key: text}], "notes": []}`
void write_json(std::string& out, const Sheet& sheet);

}  // namespace goalpost
