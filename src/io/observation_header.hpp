// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include "io/csv_header.hpp"

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
    series_break,
};
inline constexpr std::string_view observation_columns[] = {
    "indicator", "scope",  "period", "basis",     "value",     "unit",
    "status",    "source", "quote",  "published", "qualifier", "series_break"};

/// Which of them stands where.
class ObservationHeader : public CsvHeader {
  public:
    ObservationHeader() : CsvHeader(observation_columns, 6) {}

    [[nodiscard]] bool has(Column column) const noexcept {
        return CsvHeader::has(static_cast<std::size_t>(column));
    }
    [[nodiscard]] std::size_t place(Column column) const noexcept {
        return CsvHeader::place(static_cast<std::size_t>(column));
    }
};

}  // namespace goalpost::detail
