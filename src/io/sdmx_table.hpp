// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "io/cell_cache.hpp"
#include "io/csv_rows.hpp"
#include "io/diagnostic_list.hpp"
#include "io/observation_cells.hpp"
#include "io/sdmx_map.hpp"

namespace goalpost::detail {

/// Reads one SDMX-CSV file by a map, which must outlive it.
class SdmxTable {
  public:
    SdmxTable(ObservationCells& cells, const SdmxMap& map, const std::string& file)
        : cells_(cells), map_(map), diagnostics_(file) {}

    /// Reads the rows that `text` holds whole and returns how many bytes they take. `last` says that the file
    /// ends with `text`. After a fault of the whole file nothing more is read.
    std::size_t read(std::string_view text, bool last, std::size_t stop = std::string_view::npos);

    /// Ends the file with a fault of the whole.
    void give_up(Diagnostic fault);
    [[nodiscard]] bool has_given_up() const noexcept { return given_up_; }

    /// Whether a row was of this series of the map.
    [[nodiscard]] bool has_rows_of(const SdmxMap::Series& series) const;

    [[nodiscard]] std::vector<Diagnostic> finish() &&;

  private:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);

    struct Column {
        std::string id;
        bool labelled = false;  // `geo: Reporting entity`: cells are `CN: China` then
    };
    /// A column of which all rows of a series must have one code, and that code where it was met.
    struct Fixed {
        std::size_t column;
        std::optional<std::string> code{};
    };
    /// A series of the map, by the columns of this file.
    struct Series {
        const SdmxMap::Series* of;
        std::vector<std::pair<std::size_t, std::string_view>> where;
        std::vector<Fixed> fixed;
        bool says_multiplier = false;
        bool has_rows = false;
    };
    /// What rows with these codes belong to.
    struct Match {
        std::size_t series = absent;
        std::size_t other = absent;  // a second one that they fit
    };
    /// Rows that are only counted.
    struct Tally {
        std::size_t rows = 0;
        std::size_t first_line = 0;
        std::string example{};
    };

    void take_row(const CsvRow& row, std::string_view content);
    void read_header(std::size_t width);
    bool find_columns();
    void find_series();
    [[nodiscard]] std::size_t column(std::string_view id) const;
    [[nodiscard]] bool tells_series(std::size_t column) const;
    void read_cells();
    [[nodiscard]] Match match() const;
    [[nodiscard]] const Match& match_of_row();
    bool check_fixed(Series& series);
    bool read_status(ObservationRow& to, bool& is_figure);
    bool read_value(Decimal& to);

    void undo_quotes();
    /// What a cell holds; nothing where there is no such column.
    [[nodiscard]] std::string_view content(std::size_t column) const {
        return column == absent ? std::string_view() : contents_[column];
    }
    /// The same without its label.
    [[nodiscard]] std::string_view code(std::size_t column) const;

    // Always false, so that a check can end with it.
    bool report(const char* at, const CellFault& fault,
                Diagnostic::Severity severity = Diagnostic::Severity::error);
    bool refuse(std::size_t column, const CellFault& fault);
    /// Counts the row; false where it is the first of these.
    bool counts_on(Tally& tally) const;
    void tell(const Tally& tally, std::string_view what, const std::string& mend);

    ObservationCells& cells_;
    const SdmxMap& map_;
    DiagnosticList diagnostics_;
    std::string_view text_;  // from the beginning of the row that is read
    std::size_t line_ = 1;   // of that row
    bool begun_ = false;
    bool has_header_ = false;
    bool given_up_ = false;
    std::vector<CsvCell> row_;
    std::vector<std::string_view> contents_;  // of its cells
    std::vector<std::string> undone_;         // of those with doubled quotes

    std::vector<Column> columns_;
    std::size_t scope_ = absent;
    std::size_t time_ = absent;
    std::size_t value_ = absent;
    std::size_t status_ = absent;
    std::size_t decimals_ = absent;
    std::size_t multiplier_ = absent;
    std::size_t action_ = absent;
    std::size_t last_before_components_ = absent;  // where names stand in columns of their own
    std::vector<Series> series_;
    std::vector<std::size_t> keys_;  // columns that tell the series apart
    CellCache<Match> matches_;       // by the codes in them
    std::string key_;
    Tally unmatched_;
    Tally forecasts_;
};

}  // namespace goalpost::detail
