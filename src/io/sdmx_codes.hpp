// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "goalpost/model/observation.hpp"

namespace goalpost::detail {

/// What the status of an SDMX observation says of its figure.
enum class SdmxStatus : std::uint8_t {
    figure,
    other_definition,  ///< a figure, of another definition than those of others
    forecast,
    missing,
};
struct SdmxStatusMeaning {
    SdmxStatus kind = SdmxStatus::figure;
    ObservationStatus status = ObservationStatus::final;  ///< of a figure
    bool series_break = false;
};

/// What `OBS_STATUS` says: codes of CL_OBS_STATUS 2.2
/// (https://sdmx.org/?page_id=3215) in capitals, flags of Eurostat
/// (https://ec.europa.eu/eurostat/data/database/information) in small letters, several in a row too; nothing
/// where one of them is unknown. The least settled counts.
std::optional<SdmxStatusMeaning> sdmx_status(std::string_view codes);

/// `TIME_PERIOD` as `Period::parse` reads it: `2024-S1` is `2024-H1`, `2024-M06` is `2024-06`; anything else
/// as it is.
std::string sdmx_period(std::string_view text);

}  // namespace goalpost::detail
