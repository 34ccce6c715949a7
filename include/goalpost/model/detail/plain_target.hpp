// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "goalpost/calendar/period.hpp"
#include "goalpost/model/indicator.hpp"
#include "goalpost/model/target.hpp"

namespace goalpost::detail {

/// The last year of a due period of several: what a stock, a ratio or a since-measure is read at.
Period last_year_of(const Period& due);

/// The equal-length period just before the horizon.
Period period_before(const Period& horizon, const Period& reading);

/// The periods that follow from a due period: worked out once for the targets that are due together.
struct DuePeriods {
    DuePeriods(const Period& when, const Period& horizon);
    Period due;
    Period last_year;
    Period before;  ///< the horizon, as long as the last year
    Period year_before;
};

/// What most targets of a large plan ask for, with their names as indices: 64 bits and few branches judge it.
enum class PlainShape : unsigned char {
    none,  ///< anything else: the criterion itself has to be read
    level,
    share,
    growth,
    growth_since,
    annual_growth,
    multiple,
    change_since,
};

/// A target in short. Made when it is added to its plan; `indicator` and `scope` hold whatever the shape.
struct PlainTarget {
    // Units that are no index into the plan's own.
    static constexpr std::uint16_t own_unit = 0xFFFF;  ///< the indicator's
    static constexpr std::uint16_t percent = 0xFFFE;
    static constexpr std::uint16_t pure = 0xFFFD;

    std::uint32_t indicator = 0;
    std::uint32_t scope = 0;  ///< number in the plan's scopes
    std::uint32_t other = 0;  ///< the other series: of `share`, or what it is held against
    std::uint32_t other_scope = 0;
    std::int64_t number = 0;              ///< the digits of the line
    std::int64_t base_value = 0;          ///< the digits of a base that the plan states
    Period reading = Period::year(2000);  ///< where it is read when it is due
    Period base = Period::year(2000);     ///< year before, `since`, or the base period
    Date behind_base{2000, 1, 1};         ///< what ends before it says nothing of a running target
    std::uint16_t unit = own_unit;
    std::uint16_t base_unit = own_unit;
    std::uint8_t places = 0;
    std::uint8_t base_places = 0;
    std::uint8_t years = 0;  ///< from `base` to `reading`, for annual growth
    PlainShape shape = PlainShape::none;
    Comparison comparison = Comparison::at_least;
    bool against_series : 1 = false;   ///< the line is the same measure of the other series
    bool has_stated_base : 1 = false;  ///< the plan states what is read at `base`
    bool states_some_base : 1 = false;
    bool has_base : 1 = false;     ///< means the same at the base period
    bool is_long : 1 = false;      ///< due in several years, and read in the last
    bool runs_evenly : 1 = false;  ///< without a calendar of its own
};
static_assert(sizeof(PlainTarget) == 64);

/// The shape of a criterion, without regard to its target.
PlainShape plain_shape(const Criterion& criterion, const Indicator& indicator);

/// The series that its own is held against or is a part of, where there is one.
inline const Rare<SeriesName>& other_series(const Criterion& criterion) {
    const auto* series = std::get_if<SeriesReference>(&criterion.reference);
    return series != nullptr ? series->measure.of : criterion.measure.of;
}

/// Fills in what each target of a kind has of its own.
void set_numbers(PlainTarget& plain, const Target& target, const Criterion& criterion);

/// Fills in periods and numbers; false where the target is not plain after all.
bool make_plain(PlainTarget& plain, const Target& target, const Criterion& criterion,
                const Indicator& indicator, const Period& horizon, const DuePeriods& periods);

}  // namespace goalpost::detail

#if !defined(GOALPOST_COMPILED)
#include "goalpost/model/detail/plain_target_impl.hpp"  // IWYU pragma: keep
#endif
