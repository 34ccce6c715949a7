// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by series.hpp.
#pragma once

#include <algorithm>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/published_figure.hpp"
#include "goalpost/evaluate/series.hpp"

namespace goalpost {

GOALPOST_INLINE Series::Found Series::find(Basis basis, const Period& period) const {
    return pick(basis, period.last(), &period);
}

GOALPOST_INLINE Series::Found Series::find_at_end(Basis basis, const Date& last) const {
    return pick(basis, last, nullptr);
}

GOALPOST_INLINE Series::Found Series::find_either(Basis first, Basis second, const Period& period) const {
    auto found = find(first, period);
    const auto other = find(second, period);
    if (found.reason == Reason::missing_observation) return other;
    if (other.reason == Reason::missing_observation) return found;
    const auto& beside = data_->row(other.row);
    if (!data_->unit(beside).converts_to(indicator_->unit)) return found;  // it says something else
    return standing(data_->row(found.row), beside) < 0 ? other : found;
}

GOALPOST_INLINE std::optional<Series::Row> Series::find_break(Date after, Date until) const {
    if (std::none_of(spans_.begin(), spans_.end(), [](const SeriesSpan& span) { return span.has_break; }))
        return std::nullopt;
    if (until < after) std::swap(after, until);
    for (const auto row : rows_ending(after + boost::gregorian::date_duration(1), until)) {
        const auto& said = data_->row(row);
        if (!said.series_break || !is_level(said.basis)) continue;
        const auto found = find(said.basis, said.period);  // the whole series may have been published anew
        if (found && data_->row(found.row).series_break) return found.row;
    }
    return std::nullopt;
}

GOALPOST_INLINE bool Series::is_revised(const Period& period) const {
    for (const auto basis : {Basis::level, Basis::cumulative, Basis::share, Basis::rank}) {
        if (find(basis, period).revised) return true;
    }
    return false;
}

GOALPOST_INLINE Series::Found Series::pick(Basis basis, const Date& last, const Period* period) const {
    const auto each = [&](const auto& use) {
        for (const auto& span : spans_) {
            if (span.basis && *span.basis != basis) continue;
            const auto all = data_->rows();
            const auto begin = all.begin() + span.begin;
            const auto end = all.begin() + span.end;
            auto at = std::partition_point(begin, end, [&](const ObservationRow& row) {
                return row.basis != basis ? row.basis < basis : row.period.last() < last;
            });
            for (; at != end && at->basis == basis && at->period.last() == last; ++at) {
                const auto row = static_cast<Row>(at - all.begin());
                if ((period == nullptr || at->period == *period) && is_visible(row)) use(row);
            }
        }
    };
    Found found;
    bool has_bounds = false;
    each([&](Row row) {
        take(found, row);
        has_bounds = has_bounds || data_->row(row).qualifier != Qualifier::none;
    });
    if (!has_bounds || !found) return found;
    each([&](Row row) {
        if (!contradicts(data_->row(row), data_->row(found.row))) return;
        found.rival = row;
        found.reason = Reason::conflicting_observations;
    });
    return found;
}

GOALPOST_INLINE void Series::take(Found& found, Row candidate) const {
    if (found.reason == Reason::missing_observation) {
        found = {candidate, candidate, Reason::none, false};
        return;
    }
    const auto& held = data_->row(found.row);
    const auto& other = data_->row(candidate);
    const int order = standing(held, other);
    const bool same = held.qualifier == other.qualifier && same_value(held, other);
    if (order == 0 && !same) {
        found.rival = candidate;
        found.reason = Reason::conflicting_observations;
        return;
    }
    if (!same) found.revised = true;
    if (order < 0) {  // what it takes the place of may have been a conflict
        found.row = found.rival = candidate;
        found.reason = Reason::none;
    } else if (order == 0 && last_digit(other) < last_digit(held)) {
        found.row = candidate;  // 12000 家 says more than 1.2 万家
    }
}

GOALPOST_INLINE Ratio Series::last_digit(const ObservationRow& row) const {
    return data_->unit(row).factor() / Ratio::of(detail::power_of_ten(row.value.places()), 1);
}

GOALPOST_INLINE int Series::standing(const ObservationRow& a, const ObservationRow& b) {
    if (a.status != b.status) return a.status < b.status ? -1 : 1;
    if (a.published != b.published) return a.published < b.published ? -1 : 1;
    // A plain figure says more than a bound on it; whether it keeps to the bound is seen in the end.
    const bool plain_a = a.qualifier == Qualifier::none;
    const bool plain_b = b.qualifier == Qualifier::none;
    return plain_a == plain_b ? 0 : plain_b ? -1 : 1;
}

GOALPOST_INLINE bool Series::contradicts(const ObservationRow& bound, const ObservationRow& plain) const {
    if (bound.status != plain.status || bound.published != plain.published ||
        plain.qualifier != Qualifier::none || bound.qualifier == Qualifier::none ||
        bound.qualifier == Qualifier::about)
        return false;
    const auto& unit = data_->unit(plain);
    const auto& unit_of_bound = data_->unit(bound);
    if (!unit.converts_to(unit_of_bound)) return true;
    const auto high = published_figure(plain.value, unit).range().high;
    const auto line = Ratio(bound.value) * unit_of_bound.factor();
    if (high.value.rational() != line) return high.value.rational() < line;
    return high.kind == Bound::Kind::open || bound.qualifier == Qualifier::more_than;
}

GOALPOST_INLINE bool Series::same_value(const ObservationRow& a, const ObservationRow& b) const {
    const auto& unit_a = data_->unit(a);
    const auto& unit_b = data_->unit(b);
    if (a.unit == b.unit) return a.value == b.value;
    return unit_a.converts_to(unit_b) && Ratio(a.value) * unit_a.factor() == Ratio(b.value) * unit_b.factor();
}

GOALPOST_INLINE void Series::Rows::Iterator::settle() {
    const auto& spans = wanted_.spans;
    const auto rows = wanted_.data->rows();
    while (span_ < spans.size()) {
        const auto& span = spans[span_];
        const auto pass = [&](const auto& is_before) {
            const auto at = std::partition_point(rows.begin() + row_, rows.begin() + span.end, is_before);
            row_ = static_cast<Row>(at - rows.begin());
        };
        while (row_ < span.end) {
            const auto& row = rows[row_];
            if (wanted_.last < row.period.last() || (span.basis && *span.basis != row.basis)) {
                pass([&](const ObservationRow& other) { return other.basis <= row.basis; });
            } else if (row.period.last() < wanted_.first) {
                pass([&](const ObservationRow& other) {
                    return other.basis < row.basis ||
                           (other.basis == row.basis && other.period.last() < wanted_.first);
                });
            } else if (was_published(row, wanted_.as_of)) {
                return;
            } else {
                ++row_;
            }
        }
        ++span_;
        row_ = span_ < spans.size() ? spans[span_].begin : 0;
    }
}

}  // namespace goalpost
