// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/observations_sdmx.hpp"

#include <utility>

#include "io/sdmx_map.hpp"

namespace goalpost {

ObservationsReading read_observations_sdmx(const std::filesystem::path& map_file, UnitSet units) {
    ObservationsReader reader(std::move(units));
    reader.read_sdmx(map_file);
    return std::move(reader).finish();
}

std::vector<std::filesystem::path> files_of_sdmx_map(const std::filesystem::path& map_file) {
    detail::ObservationCells cells({});
    std::vector<Diagnostic> untold;  // by whoever reads the figures
    auto map = detail::read_sdmx_map(map_file, cells, untold);
    return map ? std::move(map->files) : std::vector<std::filesystem::path>();
}

}  // namespace goalpost
