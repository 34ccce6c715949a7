// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/cell_fault.hpp"

namespace goalpost::detail {

/// One cell of a row, without the quotes around it and the blanks at its ends.
struct CsvCell {
    std::string_view text;
    bool doubled = false;  // holds doubled quotes, each of which stands for one

    /// The content; `scratch` holds it where doubled quotes had to be undone.
    [[nodiscard]] std::string_view content(std::string& scratch) const;
};

/// What stands at the beginning of a text.
struct CsvRow {
    enum class Kind : unsigned char {
        row,
        blank,             ///< a line without a cell
        stray_quote,       ///< a quote inside a cell that does not begin with one
        text_after_quote,  ///< something behind the closing quote of a cell
        open_quote,        ///< a quote that nothing closes
        cut,               ///< the text ends before the row does, and more is to come
    };
    Kind kind = Kind::row;
    std::size_t length =
        0;                  ///< of the row with its line end; where it is faulty, up to where reading goes on
    std::size_t place = 0;  ///< of the fault
    std::size_t width = 0;  ///< how many cells it has, also beyond those that are kept
    bool quoted = false;    ///< has quotes, and so may be longer than a line
};

/// A row wider than this costs no memory for it: its further cells are counted only.
inline constexpr std::size_t most_cells = 1024;

/// Cuts the first row of a text (RFC 4180; LF or CRLF) into cells. `last` says that nothing follows the text.
CsvRow split_row(std::string_view text, bool last, std::vector<CsvCell>& cells);

/// `,,,,,` as spreadsheets write an empty row.
bool holds_nothing(std::span<const CsvCell> cells) noexcept;

/// Why a row cannot be taken: bytes that are no text, quotes that do not match, or not as many cells as the
/// header, which has `width`. `content` is the row's text, and the position is in it.
CellFault row_fault(const CsvRow& row, std::string_view content, std::span<const CsvCell> cells,
                    std::size_t width);

}  // namespace goalpost::detail
