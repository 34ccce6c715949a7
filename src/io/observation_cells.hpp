// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "goalpost/io/nfkc.hpp"
#include "goalpost/model/observations.hpp"
#include "io/cell_cache.hpp"

namespace goalpost::detail {

/// Why a cell cannot be taken.
struct CellFault {
    std::string_view kind;  ///< what is counted together; a literal
    std::string what;
    std::string expected;
    std::string mend;
    std::size_t position = 0;  ///< byte in the cell
};

/// What a cell means, or why it means nothing.
template <class Value>
struct CellMeaning {
    Value value{};
    std::unique_ptr<CellFault> fault;
};

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
    /// Makes room for a whole file, `size` bytes long, whose first `read` bytes gave the rows beyond
    /// `before`.
    void expect_more(std::size_t before, std::size_t read, std::uintmax_t size);
    /// 位, which ranks are counted in.
    [[nodiscard]] std::uint16_t rank_unit() const noexcept { return rank_unit_; }

    const CellMeaning<std::uint32_t>& indicator(std::string_view cell);
    const CellMeaning<std::uint32_t>& scope(std::string_view cell);
    const CellMeaning<std::optional<Period>>& period(std::string_view cell);
    const CellMeaning<Basis>& basis(std::string_view cell);
    const CellMeaning<UnitMeaning>& unit(std::string_view cell);
    const CellMeaning<ObservationStatus>& status(std::string_view cell);
    const CellMeaning<Qualifier>& qualifier(std::string_view cell);
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
    CellCache<CellMeaning<std::uint32_t>> indicators_, scopes_, sources_;
    CellCache<CellMeaning<std::optional<Period>>> periods_;
    CellCache<CellMeaning<Basis>> bases_;
    CellCache<CellMeaning<UnitMeaning>> measures_;
    CellCache<CellMeaning<ObservationStatus>> statuses_;
    CellCache<CellMeaning<Qualifier>> qualifiers_;
    CellCache<CellMeaning<std::optional<Date>>> dates_;
};

/// Whether a figure on this basis can be in this unit.
std::optional<CellFault> unit_fault(Basis basis, const UnitMeaning& unit, std::string_view symbol);

}  // namespace goalpost::detail
