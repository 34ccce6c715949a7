// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
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
    Decimal value;
    std::optional<Date> published;
    std::uint32_t source = 0;
    std::uint32_t quote = 0;
    std::uint16_t unit = 0;
    Basis basis = Basis::level;
    ObservationStatus status = ObservationStatus::final;
    Qualifier qualifier = Qualifier::none;
};

/// Everything that was published, sorted by indicator, scope, basis and period; immutable once built.
///
/// Figures that contradict each other stay side by side: which one counts depends on the as-of date.
class Observations {
  public:
    using Index = std::uint32_t;

    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
    [[nodiscard]] const ObservationRow& row(std::size_t index) const { return rows_.at(index); }
    [[nodiscard]] std::span<const ObservationRow> rows() const noexcept { return rows_; }
    /// The full observation with its names, for people to read.
    [[nodiscard]] Observation observation(std::size_t index) const;

    /// Number of a published indicator name or a scope by its key; nothing where no row has it.
    [[nodiscard]] std::optional<Index> find_indicator(std::string_view key) const {
        return indicators_.find(key);
    }
    [[nodiscard]] std::optional<Index> find_scope(std::string_view key) const { return scopes_.find(key); }
    [[nodiscard]] std::string_view indicator_name(Index indicator) const {
        return indicators_.text(indicator);
    }
    [[nodiscard]] std::string_view scope_name(Index scope) const { return scopes_.text(scope); }
    [[nodiscard]] std::size_t indicator_count() const noexcept { return indicators_.size(); }
    [[nodiscard]] std::size_t scope_count() const noexcept { return scopes_.size(); }
    [[nodiscard]] const UnitOfMeasure& unit(const ObservationRow& row) const { return units_[row.unit]; }
    /// Every unit of measure that a row names, by its number there.
    [[nodiscard]] std::span<const UnitOfMeasure> units() const noexcept { return units_; }
    [[nodiscard]] std::string_view source(const ObservationRow& row) const { return texts_.text(row.source); }
    [[nodiscard]] std::string_view quote(const ObservationRow& row) const { return texts_.text(row.quote); }

    /// First and one-past-last row of one indicator name and scope, by basis, then by period; equal where
    /// none. Throws std::out_of_range for an indicator that `find_indicator` did not give.
    [[nodiscard]] std::pair<Index, Index> find(Index indicator, Index scope) const;

    /// The rows of one scope, from `begin` to one before `end`.
    struct Block {
        Index scope;
        Index begin;
        Index end;
    };
    /// All the rows of one indicator name, by scope. Throws as `find` does.
    [[nodiscard]] std::span<const Block> blocks(Index indicator) const {
        const auto end = first_block_.at(std::size_t{indicator} + 1);
        const auto begin = first_block_[indicator];
        return std::span(blocks_).subspan(begin, end - begin);
    }

  private:
    friend class ObservationsBuilder;
    detail::Rows<ObservationRow> rows_;
    std::vector<Block> blocks_;       // by indicator, then scope
    std::vector<Index> first_block_;  // of each indicator, and one past the last
    detail::TextPool indicators_, scopes_, texts_;
    std::vector<UnitOfMeasure> units_;
};

/// Collects observations and sorts them once.
class ObservationsBuilder {
  public:
    explicit ObservationsBuilder(NameKey key = &name_key) : key_(key) { made_.texts_.intern("", ""); }

    ObservationsBuilder& add(const Observation& observation);

    // For readers that meet the same names again and again: intern once, then add rows of indices.
    std::uint32_t intern_indicator(std::string_view name) {
        return made_.indicators_.intern(key_(name), name);
    }
    std::uint32_t intern_scope(std::string_view name) { return made_.scopes_.intern(key_(name), name); }
    std::uint32_t intern_text(std::string_view text) { return made_.texts_.intern(text, text); }
    /// Throws std::length_error beyond 65,536 distinct units.
    std::uint16_t intern_unit(const UnitOfMeasure& unit);
    /// Throws std::out_of_range where a number of the row was not interned here.
    void add_row(const ObservationRow& row) {
        const auto texts = made_.texts_.size();
        if (row.indicator >= made_.indicators_.size() || row.scope >= made_.scopes_.size() ||
            row.unit >= made_.units_.size() || row.source >= texts || row.quote >= texts)
            throw std::out_of_range("goalpost::ObservationsBuilder: a number that was not interned");
        rows_.push(row);
    }
    /// Makes room for this many rows in all.
    void reserve(std::size_t rows) { rows_.reserve(rows); }

    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
    [[nodiscard]] Observations build() &&;
    [[nodiscard]] Observations build() const& {
        auto copy = *this;
        return std::move(copy).build();
    }

  private:
    NameKey key_;
    Observations made_;  // but for its rows
    detail::RowPieces<ObservationRow> rows_;
};

inline Observation Observations::observation(std::size_t index) const {
    const auto& row = rows_.at(index);
    Observation full;
    full.indicator = indicator_name(row.indicator);
    full.scope = scope_name(row.scope);
    full.period = row.period;
    full.basis = row.basis;
    full.value = row.value;
    full.unit = unit(row);
    full.status = row.status;
    full.qualifier = row.qualifier;
    full.source = source(row);
    full.quote = quote(row);
    full.published = row.published;
    return full;
}

inline std::pair<Observations::Index, Observations::Index> Observations::find(Index indicator,
                                                                              Index scope) const {
    const auto all = blocks(indicator);
    const auto found = std::ranges::lower_bound(all, scope, {}, &Block::scope);
    if (found == all.end() || found->scope != scope) return {0, 0};
    return {found->begin, found->end};
}

inline std::uint16_t ObservationsBuilder::intern_unit(const UnitOfMeasure& unit) {
    auto& units = made_.units_;
    const auto found = std::find(units.begin(), units.end(), unit);
    if (found == units.end()) {
        if (units.size() > 0xFFFF) throw std::length_error("goalpost: more than 65,536 units of measure");
        units.push_back(unit);
        return static_cast<std::uint16_t>(units.size() - 1);
    }
    return static_cast<std::uint16_t>(found - units.begin());
}

inline ObservationsBuilder& ObservationsBuilder::add(const Observation& observation) {
    ObservationRow row;
    row.indicator = intern_indicator(observation.indicator);
    row.scope = intern_scope(observation.scope);
    row.period = observation.period;
    row.value = observation.value;
    row.published = observation.published;
    row.source = intern_text(observation.source);
    row.quote = intern_text(observation.quote);
    row.unit = intern_unit(observation.unit);
    row.basis = observation.basis;
    row.status = observation.status;
    row.qualifier = observation.qualifier;
    add_row(row);
    return *this;
}

inline Observations ObservationsBuilder::build() && {
    made_.rows_ = rows_.take_by_series(made_.indicators_.size(), made_.scopes_.size());
    made_.first_block_.assign(made_.indicators_.size() + 1, 0);
    const auto before = [](const ObservationRow& a, const ObservationRow& b) {
        return a.basis != b.basis ? a.basis < b.basis : a.period < b.period;
    };
    auto& rows = made_.rows_;
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
        const auto& first = rows[begin];
        bool in_order = true;
        for (end = begin + 1; end < rows.size(); ++end) {
            if (rows[end].indicator != first.indicator || rows[end].scope != first.scope) break;
            in_order = in_order && !before(rows[end], rows[end - 1]);
        }
        if (!in_order) {
            const auto at = [&](std::size_t i) { return rows.begin() + static_cast<std::ptrdiff_t>(i); };
            std::stable_sort(at(begin), at(end), before);
        }
        made_.blocks_.push_back(
            {first.scope, static_cast<Observations::Index>(begin), static_cast<Observations::Index>(end)});
        ++made_.first_block_[first.indicator + 1];
    }
    for (std::size_t i = 1; i < made_.first_block_.size(); ++i)
        made_.first_block_[i] += made_.first_block_[i - 1];
    return std::move(made_);
}

}  // namespace goalpost
