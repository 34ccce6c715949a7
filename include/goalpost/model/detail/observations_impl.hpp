// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by observations.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/model/observations.hpp"

namespace goalpost {
GOALPOST_INLINE Observation Observations::observation(std::size_t index) const {
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

GOALPOST_INLINE std::pair<Observations::Index, Observations::Index> Observations::find(Index indicator,
                                                                                       Index scope) const {
    const auto all = blocks(indicator);
    const auto found = std::ranges::lower_bound(all, scope, {}, &Block::scope);
    if (found == all.end() || found->scope != scope) return {0, 0};
    return {found->begin, found->end};
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

GOALPOST_INLINE Observations ObservationsBuilder::build() && {
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
