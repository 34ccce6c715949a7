// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "io/cell_fault.hpp"
#include "io/csv_rows.hpp"

namespace goalpost::detail {

/// Something about the header, and where.
struct HeaderFault {
    const char* at;
    CellFault fault;
    Diagnostic::Severity severity = Diagnostic::Severity::error;
};

/// Which column of a CSV file stands where. The columns that are read have numbers from 0.
class CsvHeader {
  public:
    /// `names` are those of a table that outlives this; the first `required` of them must be there.
    CsvHeader(std::span<const std::string_view> names, std::size_t required)
        : names_(names), required_(required), places_(names.size(), absent) {}

    /// `text` begins with the header, and `width` counts all its cells. False where no row can be read under
    /// it.
    bool read(const std::vector<CsvCell>& cells, std::size_t width, std::string_view text,
              std::vector<HeaderFault>& faults);

    [[nodiscard]] std::size_t width() const noexcept { return width_; }
    [[nodiscard]] bool has(std::size_t column) const noexcept { return places_[column] != absent; }
    /// Number of the cell in a row.
    [[nodiscard]] std::size_t place(std::size_t column) const noexcept { return places_[column]; }

    /// `write indicator,scope as the first row`
    [[nodiscard]] std::string mend() const;

  private:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);

    [[nodiscard]] std::string required_header() const;
    [[nodiscard]] std::string mend_missing(std::string_view text) const;

    std::span<const std::string_view> names_;
    std::size_t required_;
    std::vector<std::size_t> places_;
    std::size_t width_ = 0;
};

}  // namespace goalpost::detail
