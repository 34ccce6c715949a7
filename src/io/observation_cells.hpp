// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "goalpost/io/nfkc.hpp"
#include "goalpost/model/observations.hpp"
#include "io/cell_cache.hpp"
#include "io/cell_fault.hpp"
#include "io/plain_number.hpp"

namespace goalpost::detail {

/// A unit of measure as rows are checked against it.
struct UnitMeaning {
    std::uint16_t number = 0;
    bool percent = false;
    bool points = false;
    bool rank = false;  // 位, and 名 where it counts places
};

/// Turns the cells of observation files into numbers and indices, each distinct cell once.
class ObservationCells {
  public:
    explicit ObservationCells(UnitSet units) : units_(std::move(units)) {}

    ObservationsBuilder& builder() noexcept { return builder_; }
    [[nodiscard]] const UnitSet& units() const noexcept { return units_; }
    /// 位, which ranks are counted in.
    [[nodiscard]] std::uint16_t rank_unit() const noexcept { return rank_unit_; }

    /// What the cells of each column were found to mean before.
    struct Caches {
        CellCache<CellMeaning<std::uint32_t>> indicators, scopes, sources;
        CellCache<CellMeaning<std::optional<Period>>> periods;
        CellCache<CellMeaning<Basis>> bases;
        CellCache<CellMeaning<UnitMeaning>> units;
        CellCache<CellMeaning<ObservationStatus>> statuses;
        CellCache<CellMeaning<Qualifier>> qualifiers;
        CellCache<CellMeaning<bool>> breaks;
        CellCache<CellMeaning<std::optional<Date>>> dates;
    };
    Caches& caches() noexcept { return caches_; }

    const CellMeaning<std::uint32_t>& indicator(std::string_view cell);
    const CellMeaning<std::uint32_t>& scope(std::string_view cell);
    const CellMeaning<std::optional<Period>>& period(std::string_view cell);
    const CellMeaning<Basis>& basis(std::string_view cell);
    const CellMeaning<UnitMeaning>& unit(std::string_view cell);
    const CellMeaning<ObservationStatus>& status(std::string_view cell);
    const CellMeaning<Qualifier>& qualifier(std::string_view cell);
    const CellMeaning<bool>& series_break(std::string_view cell);
    const CellMeaning<std::optional<Date>>& published(std::string_view cell);
    const CellMeaning<std::uint32_t>& source(std::string_view cell);
    /// Quotes are seldom alike, so they go without a cache.
    CellMeaning<std::uint32_t> quote(std::string_view cell);

    /// A figure; a fault where the cell holds none.
    static CellMeaning<Decimal> value(std::string_view cell);

  private:
    UnitSet units_;
    ObservationsBuilder builder_{&nfkc_key};
    std::uint16_t rank_unit_ = 0;
    Caches caches_;
};

/// Whether a figure on this basis can be in this unit.
constexpr bool fits(Basis basis, const UnitMeaning& unit) noexcept {
    switch (basis) {
        case Basis::growth_yoy:
        case Basis::share:
        case Basis::completion: return unit.percent;
        case Basis::change_pp: return unit.points;
        case Basis::rank: return unit.rank;
        case Basis::level:
        case Basis::cumulative: break;
    }
    return true;
}
/// Why it cannot; nothing where it can.
std::optional<CellFault> unit_fault(Basis basis, const UnitMeaning& unit, std::string_view symbol);
/// Why a figure on this basis is no place in an order; nothing where it is one, or need not be.
std::optional<CellFault> place_fault(Basis basis, const Decimal& value, std::string_view cell);

}  // namespace goalpost::detail
