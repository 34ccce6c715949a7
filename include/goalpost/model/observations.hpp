// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/model/detail/row_pieces.hpp"
#include "goalpost/model/detail/text_pool.hpp"
#include "goalpost/model/name_key.hpp"
#include "goalpost/model/observation.hpp"

namespace goalpost {

/// An observation as it is stored: names and texts are indices into its `Observations`.
struct ObservationRow {
    std::uint32_t indicator = 0;
    std::uint32_t scope = 0;
    Period period = Period::year(2000);
    [[no_unique_address]] Decimal value;  // the next five stand in the room that it leaves
    Basis basis = Basis::level;
    ObservationStatus status = ObservationStatus::final;
    Qualifier qualifier = Qualifier::none;
    bool series_break = false;
    std::uint16_t unit = 0;
    std::optional<Date> published;
    std::uint32_t source = 0;
    std::uint32_t quote = 0;
};

/// Everything that was published; immutable once built. The rows of one series (an indicator and a scope)
/// stand together, by basis and period. The series stand as they came where each stood together already, and
/// by indicator and scope where not.
///
/// Figures that contradict each other stay side by side: which one counts depends on the as-of date.
class Observations {
  public:
    using Index = std::uint32_t;

    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
    [[nodiscard]] const ObservationRow& row(std::size_t index) const { return rows_.at(index); }
    [[nodiscard]] std::span<const ObservationRow> rows() const noexcept {
        return {rows_.data(), rows_.size()};
    }
    /// The full observation with its names, for people to read.
    [[nodiscard]] Observation observation(std::size_t index) const;

    /// Number of a published indicator name or a scope by its key; nothing where no row has it.
    [[nodiscard]] std::optional<Index> find_indicator(std::string_view key) const;
    [[nodiscard]] std::optional<Index> find_scope(std::string_view key) const;
    [[nodiscard]] std::string_view indicator_name(Index indicator) const {
        return indicators_.text(indicator);
    }
    [[nodiscard]] std::string_view scope_name(Index scope) const { return scopes_.text(scope); }
    [[nodiscard]] std::size_t indicator_count() const noexcept { return indicators_.size(); }
    [[nodiscard]] std::size_t scope_count() const noexcept { return scopes_.size(); }
    [[nodiscard]] const UnitOfMeasure& unit(const ObservationRow& row) const { return units_[row.unit]; }
    /// Every unit of measure that a row names, by its number there.
    [[nodiscard]] std::span<const UnitOfMeasure> units() const noexcept;
    [[nodiscard]] std::string_view source(const ObservationRow& row) const { return texts_.text(row.source); }
    [[nodiscard]] std::string_view quote(const ObservationRow& row) const { return texts_.text(row.quote); }

    /// First and one-past-last row of one indicator name and scope, by basis, then by period; equal where
    /// none. Throws std::out_of_range for an indicator that `find_indicator` did not give.
    [[nodiscard]] std::pair<Index, Index> find(Index indicator, Index scope) const;

    /// The rows of one series.
    using Block = detail::SeriesRun;
    /// All the rows of one indicator name, by scope. Throws as `find` does.
    [[nodiscard]] std::span<const Block> blocks(Index indicator) const;

  private:
    friend class ObservationsBuilder;
    detail::Rows<ObservationRow> rows_;
    detail::Rows<Block> blocks_;      // by indicator, then scope
    std::vector<Index> first_block_;  // of each indicator, and one past the last
    detail::TextPool indicators_, scopes_, texts_;
    std::vector<UnitOfMeasure> units_;
};

/// Collects observations and sorts them once.
class ObservationsBuilder {
  public:
    explicit ObservationsBuilder(NameKey key = &name_key);

    /// Throws std::invalid_argument where it was published on a date that is none of the calendar.
    ObservationsBuilder& add(const Observation& observation);

    // For readers that meet the same names again and again: intern once, then add rows of indices.
    std::uint32_t intern_indicator(std::string_view name) {
        return made_.indicators_.intern(key_(name), name);
    }
    std::uint32_t intern_scope(std::string_view name) { return made_.scopes_.intern(key_(name), name); }
    std::uint32_t intern_text(std::string_view text) { return made_.texts_.intern(text, text); }
    /// Throws std::length_error beyond 65,536 distinct units.
    std::uint16_t intern_unit(const UnitOfMeasure& unit);
    /// Throws std::out_of_range where a number of the row was not interned here. Its dates are taken as they
    /// are.
    void add_row(const ObservationRow& row);
    /// Makes room for this many rows in all.
    void reserve(std::size_t rows);

    /// Puts everything that was added to `later` behind what was added here, as if it had been added here:
    /// for files that are read in parts. Both must make names comparable in the same way.
    void append(ObservationsBuilder&& later);

    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] Observations build() &&;
    /// The same observations, made in so many parts at once.
    [[nodiscard]] Observations build(std::size_t parts, const detail::ForEachPart& for_each_part) &&;
    [[nodiscard]] Observations build() const&;

  private:
    NameKey key_;
    Observations made_;  // but for its rows
    detail::RowPieces<ObservationRow> rows_;
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/model/detail/observations_impl.hpp"  // IWYU pragma: keep
#endif
