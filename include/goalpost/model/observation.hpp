// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "goalpost/calendar/period.hpp"
#include "goalpost/model/basis.hpp"
#include "goalpost/model/unit_of_measure.hpp"
#include "goalpost/number/decimal.hpp"

namespace goalpost {

/// How settled a figure is, best last (SDMX `OBS_STATUS`).
enum class ObservationStatus : unsigned char { estimated, preliminary, final };

/// A bound that the source itself prints with the figure: 超2000家 is `more_than`.
enum class Qualifier : unsigned char { none, more_than, at_least, about };

namespace detail {
inline constexpr std::string_view observation_status_names[] = {"estimated", "preliminary", "final"};
inline constexpr std::string_view qualifier_names[] = {"", ">", ">=", "~"};
}  // namespace detail

constexpr std::string_view name_of(ObservationStatus status) noexcept {
    return detail::name_in(detail::observation_status_names, status);
}
inline constexpr detail::FromName<ObservationStatus> observation_status_from{
    detail::observation_status_names};
constexpr std::string_view name_of(Qualifier qualifier) noexcept {
    return detail::name_in(detail::qualifier_names, qualifier);
}
inline constexpr detail::FromName<Qualifier> qualifier_from{detail::qualifier_names};

/// One published value of an indicator for a scope and a period, on a basis, with a status and a source.
struct Observation {
    std::string indicator{};  ///< its published name: an indicator's id, name or alias
    std::string scope{};
    Period period;
    Basis basis = Basis::level;
    Decimal value{};
    UnitOfMeasure unit{};
    ObservationStatus status = ObservationStatus::final;
    Qualifier qualifier = Qualifier::none;
    std::string source{};
    std::string quote{};
    std::optional<Date> published{};
    /// Of another definition than what was published for earlier periods, and not comparable with it (SDMX
    /// `OBS_STATUS` B, "break in time series"; 口径调整).
    bool series_break = false;
};

}  // namespace goalpost
