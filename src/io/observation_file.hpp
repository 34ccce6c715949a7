// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "io/csv_rows.hpp"
#include "io/diagnostic_list.hpp"
#include "io/observation_cells.hpp"
#include "io/observation_header.hpp"
#include "io/plain_rows.hpp"

namespace goalpost::detail {

/// Reads the text of one observation file, whole or block by block.
class ObservationFile {
  public:
    /// `size` is how many bytes there are in all, or 0 where that is not known.
    ObservationFile(ObservationCells& cells, const std::string& file, std::uintmax_t size = 0)
        : cells_(cells), diagnostics_(file), size_(size) {}

    /// The same file from a place behind its header on, where a row begins, as if that were the first line.
    ObservationFile(ObservationCells& cells, const ObservationFile& from)
        : cells_(cells),
          diagnostics_(from.diagnostics_.file()),
          header_(from.header_),
          begun_(true),
          has_header_(true) {}

    /// Reads the rows that `text` holds whole and returns how many bytes they take. `last` says that the file
    /// ends with `text`. No row is begun at `stop` or behind it. After a fault of the whole file nothing more
    /// is read.
    std::size_t read(std::string_view text, bool last, std::size_t stop = std::string_view::npos);

    /// Takes over the rows and diagnostics of a part that was read on its own, and begins where this one
    /// ended.
    void append(ObservationFile&& later, ObservationCells&& cells);
    [[nodiscard]] bool has_header() const noexcept { return has_header_; }

    /// Ends the file with a fault of the whole.
    void give_up(Diagnostic fault);
    [[nodiscard]] bool has_given_up() const noexcept { return given_up_; }

    [[nodiscard]] std::vector<Diagnostic> finish() &&;

  private:
    /// Takes a row of which nothing is to be said. False where there is, or may be, and nothing was taken.
    template <class Row>
    bool take_plain(const Row& plain);
    // `content` is the row with its line end.
    void take_row(const CsvRow& row, std::string_view content);
    void read_header(std::size_t width);
    void read_cells();
    void refuse_row(const CsvRow& row, std::string_view content);

    [[nodiscard]] const CsvCell& cell(Column column) const { return row_[header_.place(column)]; }
    template <class Value>
    bool take(Column column, const CellMeaning<Value>& (ObservationCells::*meaning_of)(std::string_view),
              Value& to);
    bool take_value(Decimal& to);
    bool take_quote(std::uint32_t& to);

    // Always false, so that a check can end with it.
    bool report(const char* at, const CellFault& fault,
                Diagnostic::Severity severity = Diagnostic::Severity::error);
    bool refuse(const CsvCell& cell, const CellFault& fault);
    /// Line and column of a byte of the row that is read.
    [[nodiscard]] std::pair<std::size_t, std::size_t> place_of(const char* at) const;

    ObservationCells& cells_;
    DiagnosticList diagnostics_;
    ObservationHeader header_;
    const ObservationRow empty_;  // copied, since a default period costs more than a copy
    std::size_t line_ = 1;        // of the row that is read
    std::uintmax_t size_ = 0;
    bool begun_ = false;
    bool has_header_ = false;
    bool given_up_ = false;
    std::string_view text_;  // from the beginning of the row that is read
    PlainRows plain_;
    std::vector<CsvCell> row_;
    std::string scratch_;
};

}  // namespace goalpost::detail
