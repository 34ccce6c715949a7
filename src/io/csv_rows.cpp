// SPDX-License-Identifier: BSL-1.0
#include "io/csv_rows.hpp"

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

}  // namespace goalpost::detail
