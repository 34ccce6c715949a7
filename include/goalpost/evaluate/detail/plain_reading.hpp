// SPDX-License-Identifier: BSL-1.0
// From rows to figures. Included by plain_judge_impl.hpp.
#pragma once

#include <algorithm>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/plain_judge.hpp"

namespace goalpost::detail {

GOALPOST_INLINE PlainJudge::Reading PlainJudge::read(std::uint32_t index, const PlainUnit& like) const {
    const auto& row = data_->rows()[index];
    const auto& unit = data_units_[row.unit];
    const auto figure = PlainFigure::read(row.value, unit);
    if (!figure || unit.dimension != like.dimension || row.qualifier != Qualifier::none) return unclear();
    return {Found::yes, row.status != ObservationStatus::final, index, 1, *figure};
}

GOALPOST_INLINE std::uint32_t PlainJudge::first_row(const SeriesSpan& span, Basis basis,
                                                    const Date& last) const {
    const auto* rows = data_->rows().data();
    const auto before = [&](const ObservationRow& row) {
        return (row.basis < basis) | ((row.basis == basis) & (row.period.last() < last));
    };
    constexpr std::uint32_t few = 16;  // counting these costs less than the branches of a search
    if (span.end - span.begin <= few) {
        auto first = span.begin;
        for (auto row = span.begin; row != span.end; ++row)
            first += static_cast<std::uint32_t>(before(rows[row]));
        return first;
    }
    return static_cast<std::uint32_t>(std::partition_point(rows + span.begin, rows + span.end, before) -
                                      rows);
}

GOALPOST_INLINE PlainJudge::Reading PlainJudge::find(const Series& series, Basis basis, const Period& period,
                                                     const Date& as_of, bool at_end,
                                                     const PlainUnit& like) const {
    const auto rows = data_->rows();
    const auto last = period.last();
    if (as_of < last) return {};
    std::uint32_t matches = 0;
    std::uint32_t match = 0;
    for (const auto& span : series.spans) {
        if (!span.may_have(basis)) continue;
        auto at = first_row(span, basis, last);
        for (; at != span.end && rows[at].basis == basis && rows[at].period.last() == last; ++at) {
            if (!at_end && rows[at].period.first() != period.first()) continue;
            ++matches;
            match = at;
            if (span.one_for_each) break;
        }
    }
    if (matches == 0) return {};
    if (matches > 1) return unclear();
    const auto& published = rows[match].published;
    if (published && as_of < *published) return {};
    return read(match, like);
}

/// As MeasureView::level_of, where one row tells it.
GOALPOST_INLINE PlainJudge::Reading PlainJudge::level(const Series& series, const Period& period,
                                                      const Date& as_of) const {
    const auto& indicator = indicators_[series.indicator];
    const auto& like = indicator.unit;
    const auto on = [&](Basis basis, bool at_end = false) {
        return find(series, basis, period, as_of, at_end, like);
    };
    const auto either = [&](Basis first, Basis second) {
        auto found = on(first);
        if (found.found == Found::no) return on(second);
        return on(second).found == Found::no ? found : unclear();
    };
    switch (indicator.kind) {
        case IndicatorKind::stock: {
            const auto held = on(Basis::cumulative, true);
            return held.found == Found::no ? on(Basis::level, true) : held;
        }
        case IndicatorKind::ratio: return either(Basis::share, Basis::level);
        case IndicatorKind::index: return on(Basis::level);
        case IndicatorKind::rank: return unclear();
        case IndicatorKind::flow: break;
    }
    const auto found = either(Basis::level, Basis::cumulative);
    return found.found == Found::no ? sum(series, period, as_of) : found;
}

/// As MeasureView::sum_of, where the pieces are levels that lie end to end.
GOALPOST_INLINE PlainJudge::Reading PlainJudge::sum(const Series& series, const Period& period,
                                                    const Date& as_of) const {
    const boost::gregorian::date_duration day(1);
    const auto rows = data_->rows();
    Reading sum;
    if (as_of < period.last()) return sum;
    auto next = period.first();  // the day that the next piece begins on
    for (const auto& span : series.spans) {
        for (auto row = span.begin; row != span.end; ++row) {
            const auto& piece = rows[row];
            if (!period.contains(piece.period)) continue;
            if (piece.basis != Basis::level && piece.basis != Basis::cumulative) continue;
            if (piece.published && as_of < *piece.published) continue;
            const bool fits = series.spans.size() == 1 && span.one_for_each && !span.basis &&
                              piece.basis == Basis::level && piece.period.first() == next;
            if (!fits) return unclear();
            const auto one = read(row, indicators_[series.indicator].unit);
            if (!one) return unclear();
            if (!sum) {
                sum = one;
            } else {
                if (sum.row + sum.count != row || sum.count == 12 || !sum.figure.add(one.figure))
                    return unclear();
                ++sum.count;
                sum.provisional = sum.provisional || one.provisional;
            }
            next = piece.period.last() + day;
        }
    }
    return next == period.last() + day ? sum : Reading();  // with a part of it, there is no sum
}

GOALPOST_INLINE PlainJudge::Reading PlainJudge::level_in(std::span<const std::uint32_t> evidence,
                                                         const PlainTarget& target) const {
    // The others are of its base, or parts of a sum; where two contradict each other there is no verdict.
    for (const auto row : evidence) {
        if (data_->rows()[row].period == target.reading) return read(row, indicators_[target.indicator].unit);
    }
    return {};
}

/// Whether a figure of its own scale stands there more than once: see Series::is_revised.
GOALPOST_INLINE bool PlainJudge::may_be_revised(const Series& series, const Period& period) const {
    int count = 0;
    const auto rows = data_->rows();
    if (series.spans.size() == 1 && series.spans.front().one_for_each) return false;
    for (const auto& span : series.spans) {
        for (const auto basis : {Basis::level, Basis::cumulative, Basis::share, Basis::rank}) {
            const auto end = rows.begin() + span.end;
            auto at = std::partition_point(rows.begin() + span.begin, end, [&](const ObservationRow& row) {
                return row.basis != basis ? row.basis < basis : row.period < period;
            });
            for (; at != end && at->basis == basis && at->period == period; ++at)
                ++count;
        }
    }
    return count > 1;
}

}  // namespace goalpost::detail
