// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "io/csv_rows.hpp"
#include "io/observation_cells.hpp"

namespace goalpost::detail {

/// The columns of an observation file, the required ones first.
enum class Column : unsigned char {
    indicator,
    scope,
    period,
    basis,
    value,
    unit,
    status,
    source,
    quote,
    published,
    qualifier,
};

/// Something about the header, and where.
struct HeaderFault {
    const char* at;
    CellFault fault;
    Diagnostic::Severity severity = Diagnostic::Severity::error;
};

/// Which column stands where.
class ObservationHeader {
  public:
    /// `text` begins with the header, and `width` counts all its cells. False where no row can be read under
    /// it.
    bool read(const std::vector<CsvCell>& cells, std::size_t width, std::string_view text,
              std::vector<HeaderFault>& faults);

    [[nodiscard]] std::size_t width() const noexcept { return width_; }
    [[nodiscard]] bool has(Column column) const noexcept { return place(column) != absent; }
    /// Number of the cell in a row.
    [[nodiscard]] std::size_t place(Column column) const noexcept {
        return places_[static_cast<std::size_t>(column)];
    }

    /// How to mend a file without a header.
    static std::string mend();

  private:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);
    static constexpr std::size_t column_count = 11;

    std::array<std::size_t, column_count> places_{};
    std::size_t width_ = 0;
};

}  // namespace goalpost::detail
