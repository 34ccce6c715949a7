// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "io/locator.hpp"
#include "io/observation_cells.hpp"

namespace goalpost::detail {

/// Which rows of SDMX-CSV files are figures of which indicator (docs/formats/sdmx.md).
struct SdmxMap {
    struct Series {
        std::uint32_t indicator = 0;
        std::string name;  ///< of the indicator, as the map says it
        Basis basis = Basis::level;
        std::uint16_t unit = 0;
        std::vector<std::pair<std::string, std::string>> where;  ///< column and code
        Place place;                                             ///< in the map
    };
    std::vector<std::filesystem::path> files;
    std::string scope_column;
    std::map<std::string, std::string, std::less<>> scopes;  ///< by code; others stand for themselves
    std::map<std::string, ObservationStatus, std::less<>>
        statuses;                                ///< by code, before those of the standard
    std::set<std::string, std::less<>> ignored;  ///< columns
    std::uint32_t source = 0;
    std::vector<Series> series;
};

/// Reads a map and interns its names; a series with a fault is left out. Nothing where the file holds no map.
std::optional<SdmxMap> read_sdmx_map(const std::filesystem::path& file, ObservationCells& cells,
                                     std::vector<Diagnostic>& diagnostics);

}  // namespace goalpost::detail
