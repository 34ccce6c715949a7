// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by observations.hpp.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/model/detail/row_pieces_impl.hpp"
#include "goalpost/model/observations.hpp"

namespace goalpost {
namespace detail {

inline bool before(const ObservationRow& a, const ObservationRow& b) {
    return a.basis != b.basis ? a.basis < b.basis : a.period < b.period;
}

inline void look_at(SeriesRun& run, const ObservationRow* previous, const ObservationRow& row) {
    run.bases = static_cast<std::uint8_t>(run.bases | 1U << static_cast<unsigned>(row.basis));
    run.has_break = run.has_break || row.series_break;
    if (previous == nullptr) return;
    if (before(row, *previous)) run.in_order = false;
    if (row.basis == previous->basis && row.period.last() == previous->period.last())
        run.one_for_each = false;
}

/// The rows of a series by basis and period, those of one period as they came.
inline void put_in_order(SeriesRun& run, ObservationRow* rows) {
    std::stable_sort(rows + run.begin, rows + run.end, before);
    run = {run.indicator, run.scope, run.begin, run.end};
    for (auto i = run.begin; i < run.end; ++i)
        look_at(run, i > run.begin ? &rows[i - 1] : nullptr, rows[i]);
}

}  // namespace detail

GOALPOST_INLINE Observation Observations::observation(std::size_t index) const {
    const auto& row = rows_.at(index);
    return {.indicator = std::string(indicator_name(row.indicator)),
            .scope = std::string(scope_name(row.scope)),
            .period = row.period,
            .basis = row.basis,
            .value = row.value,
            .unit = unit(row),
            .status = row.status,
            .qualifier = row.qualifier,
            .source = std::string(source(row)),
            .quote = std::string(quote(row)),
            .published = row.published,
            .series_break = row.series_break};
}

GOALPOST_INLINE std::optional<Observations::Index> Observations::find_indicator(std::string_view key) const {
    return indicators_.find(key);
}

GOALPOST_INLINE std::optional<Observations::Index> Observations::find_scope(std::string_view key) const {
    return scopes_.find(key);
}

GOALPOST_INLINE std::span<const UnitOfMeasure> Observations::units() const noexcept {
    return {units_.data(), units_.size()};
}

GOALPOST_INLINE std::pair<Observations::Index, Observations::Index> Observations::find(Index indicator,
                                                                                       Index scope) const {
    const auto all = blocks(indicator);
    const auto found = std::lower_bound(
        all.begin(), all.end(), scope, [](const Block& block, Index wanted) { return block.scope < wanted; });
    if (found == all.end() || found->scope != scope) return {0, 0};
    return {found->begin, found->end};
}

GOALPOST_INLINE std::span<const Observations::Block> Observations::blocks(Index indicator) const {
    const std::size_t end = first_block_.at(std::size_t{indicator} + 1);
    const std::size_t begin = first_block_[indicator];
    return {blocks_.data() + begin, end - begin};
}

GOALPOST_INLINE ObservationsBuilder::ObservationsBuilder(NameKey key) : key_(key) {
    made_.texts_.intern("", "");
}

GOALPOST_INLINE std::uint16_t ObservationsBuilder::intern_unit(const UnitOfMeasure& unit) {
    auto& units = made_.units_;
    const auto found = std::find(units.begin(), units.end(), unit);
    if (found == units.end()) {
        if (units.size() > 0xFFFF) throw std::length_error("goalpost: more than 65,536 units of measure");
        units.push_back(unit);
        return static_cast<std::uint16_t>(units.size() - 1);
    }
    return static_cast<std::uint16_t>(found - units.begin());
}

GOALPOST_INLINE ObservationsBuilder& ObservationsBuilder::add(const Observation& observation) {
    if (observation.published && observation.published->is_special())
        throw std::invalid_argument("goalpost: an observation's date of publication is none of the calendar");
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
    row.series_break = observation.series_break;
    add_row(row);
    return *this;
}

GOALPOST_INLINE void ObservationsBuilder::append(ObservationsBuilder&& later) {
    bool same = true;  // the numbers are what they were
    const auto numbers_in = [&same](detail::TextPool& to, const detail::TextPool& from) {
        std::vector<std::uint32_t> numbers(from.size());
        for (std::uint32_t i = 0; i < numbers.size(); ++i) {
            numbers[i] = to.intern(from.key(i), from.text(i));
            same = same && numbers[i] == i;
        }
        return numbers;
    };
    const auto indicators = numbers_in(made_.indicators_, later.made_.indicators_);
    const auto scopes = numbers_in(made_.scopes_, later.made_.scopes_);
    const auto texts = numbers_in(made_.texts_, later.made_.texts_);
    std::vector<std::uint16_t> units;
    for (const auto& unit : later.made_.units_) {
        units.push_back(intern_unit(unit));
        same = same && units.back() == units.size() - 1;
    }
    if (!same) {
        later.rows_.for_each([&](ObservationRow& row) {
            row.indicator = indicators[row.indicator];
            row.scope = scopes[row.scope];
            row.source = texts[row.source];
            row.quote = texts[row.quote];
            row.unit = units[row.unit];
        });
    }
    rows_.append(std::move(later.rows_));
    later = ObservationsBuilder(key_);
}

GOALPOST_INLINE Observations ObservationsBuilder::build(std::size_t parts,
                                                        const detail::ForEachPart& for_each_part) && {
    parts = std::max<std::size_t>(parts, 1);
    auto [rows, runs] =
        rows_.take_by_series(made_.indicators_.size(), made_.scopes_.size(), parts, for_each_part);
    for_each_part(parts, [&rows = rows, &runs = runs, parts](std::size_t part) {
        for (auto i = runs.size() * part / parts; i < runs.size() * (part + 1) / parts; ++i) {
            auto& run = runs[i];
            if (!run.in_order) detail::put_in_order(run, rows.data());
        }
    });
    made_.rows_ = std::move(rows);
    made_.blocks_ = std::move(runs);
    made_.first_block_.assign(made_.indicators_.size() + 1, 0);
    for (const auto& block : made_.blocks_)
        ++made_.first_block_[block.indicator + 1];
    for (std::size_t i = 1; i < made_.first_block_.size(); ++i)
        made_.first_block_[i] += made_.first_block_[i - 1];
    return std::move(made_);
}

GOALPOST_INLINE void ObservationsBuilder::add_row(const ObservationRow& row) {
    const auto texts = made_.texts_.size();
    if (row.indicator >= made_.indicators_.size() || row.scope >= made_.scopes_.size() ||
        row.unit >= made_.units_.size() || row.source >= texts || row.quote >= texts)
        throw std::out_of_range("goalpost::ObservationsBuilder: a number that was not interned");
    rows_.push(row);
}

GOALPOST_INLINE std::size_t ObservationsBuilder::size() const noexcept { return rows_.size(); }

GOALPOST_INLINE void ObservationsBuilder::reserve(std::size_t rows) { rows_.reserve(rows); }

GOALPOST_INLINE Observations ObservationsBuilder::build() && {
    return std::move(*this).build(1, detail::one_after_another);
}
GOALPOST_INLINE Observations ObservationsBuilder::build() const& {
    auto copy = *this;
    return std::move(copy).build();
}
}  // namespace goalpost
