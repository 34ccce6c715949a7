// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <vector>

#include "goalpost/io/observations_csv.hpp"

namespace goalpost {

/// Reads the SDMX-CSV files that a map names (docs/formats/sdmx.md); for these beside other files, an
/// `ObservationsReader`. `units` are those of the plan. Never throws for bad data.
ObservationsReading read_observations_sdmx(const std::filesystem::path& map_file, UnitSet units = {});

/// The files that a map names; none where it cannot be read.
std::vector<std::filesystem::path> files_of_sdmx_map(const std::filesystem::path& map_file);

}  // namespace goalpost
