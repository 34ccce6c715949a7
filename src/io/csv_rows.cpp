// SPDX-License-Identifier: BSL-1.0
#include "io/csv_rows.hpp"

#include <algorithm>
#include <array>

#include "io/text.hpp"

namespace goalpost::detail {

namespace {

constexpr auto ends_plain_cell = [] {
    std::array<bool, 256> ends{};
    for (const char c : {',', '\n', '"'})
        ends[static_cast<unsigned char>(c)] = true;
    return ends;
}();

/// Where the line ends that holds `at`: behind its line feed, or the end of the text.
std::size_t next_line(std::string_view text, std::size_t at) {
    const auto end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end + 1;
}

/// A faulty row is given up to the end of the line where its fault lies, so that an open quote cannot swallow
/// the rows that follow.
CsvRow faulty(CsvRow::Kind kind, std::string_view text, std::size_t place, bool last) {
    if (!last && text.find('\n', place) == std::string_view::npos) return {.kind = CsvRow::Kind::cut};
    return {kind, next_line(text, place), place, 0, false};
}

}  // namespace

std::string_view CsvCell::content(std::string& scratch) const {
    if (!doubled) return text;
    scratch.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        scratch.push_back(text[i]);
        if (text[i] == '"') ++i;
    }
    return trimmed(scratch);
}

CsvRow split_row(std::string_view text, bool last, std::vector<CsvCell>& cells) {
    using Kind = CsvRow::Kind;
    cells.clear();
    CsvRow row;
    std::size_t at = 0;
    const auto keep = [&](const CsvCell& cell) {
        if (++row.width <= most_cells) cells.push_back(cell);
    };
    while (true) {
        const auto begin = at;
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
            ++at;
        if (at < text.size() && text[at] == '"') {
            const auto open = at;
            row.quoted = true;
            CsvCell cell;
            for (at = text.find('"', at + 1);; at = text.find('"', at + 2)) {
                if (at == std::string_view::npos)
                    return last ? faulty(Kind::open_quote, text, open, last) : CsvRow{.kind = Kind::cut};
                if (at + 1 == text.size() || text[at + 1] != '"') break;
                cell.doubled = true;
            }
            if (at + 1 == text.size() && !last)
                return {.kind = Kind::cut};  // the next byte may be a second quote
            cell.text = trimmed(text.substr(open + 1, at - open - 1));
            keep(cell);
            ++at;
            while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r'))
                ++at;
            if (at < text.size() && text[at] != ',' && text[at] != '\n')
                return faulty(Kind::text_after_quote, text, open, last);
        } else {
            while (at < text.size() && !ends_plain_cell[static_cast<unsigned char>(text[at])])
                ++at;
            if (at < text.size() && text[at] == '"') return faulty(Kind::stray_quote, text, at, last);
            keep({trimmed(text.substr(begin, at - begin)), false});
        }
        if (at == text.size()) {
            if (!last) return {.kind = Kind::cut};
            row.length = at;
            break;
        }
        if (text[at++] == '\n') {
            row.length = at;
            break;
        }
    }
    if (cells.size() == 1 && cells.front().text.empty() && !row.quoted) row.kind = Kind::blank;
    return row;
}

bool holds_nothing(std::span<const CsvCell> cells) noexcept {
    return std::ranges::all_of(cells, [](const CsvCell& one) { return one.text.empty(); });
}

CellFault row_fault(const CsvRow& row, std::string_view content, std::span<const CsvCell> cells,
                    std::size_t width) {
    using Kind = CsvRow::Kind;
    if (const auto nul = content.find('\0'); nul != std::string_view::npos)
        return {"a NUL byte", "the row holds a NUL byte", "text", "remove it", nul};
    if (const auto invalid = find_invalid_utf8(content); invalid != std::string_view::npos) {
        return {"a row that is not UTF-8", "the row is not UTF-8", "UTF-8",
                looks_like_gb18030(content) ? "the row looks like GB18030 (GBK): convert the file with "
                                              "iconv -f GB18030 -t UTF-8"
                                            : "save the file as UTF-8",
                invalid};
    }
    if (row.kind == Kind::stray_quote) {
        return {"a stray quote", "a double quote stands inside a cell that does not begin with one",
                "a comma or the end of the row",
                "put quotes around the whole cell and double those inside it", row.place};
    }
    if (row.kind == Kind::text_after_quote) {
        return {"text behind a closing quote", "the quote that opens here is closed before the cell ends",
                "a comma or the end of the row behind the closing quote",
                "double the quotes inside the cell, or close this one", row.place};
    }
    if (row.kind != Kind::row) {
        return {"a quote that nothing closes",
                "the quote that opens here is never closed; reading goes on in the next line",
                "a closing quote", "close it", row.place};
    }
    const bool more = row.width > width;
    const bool rest_is_empty = more && holds_nothing(cells.subspan(std::min(width, cells.size())));
    return {"a row of another width",
            "the row has " + std::to_string(row.width) + (row.width == 1 ? " cell" : " cells"),
            std::to_string(width) + " as in the header",
            rest_is_empty ? "remove the empty cells at its end"
            : more        ? "put double quotes around a cell that holds a comma"
                          : "write a comma for each cell that is empty"};
}

}  // namespace goalpost::detail
