// SPDX-License-Identifier: BSL-1.0
// Which figure is judged. Included by judge_impl.hpp.
#pragma once

#include <algorithm>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/detail/periods.hpp"

namespace goalpost::detail {

GOALPOST_INLINE Reason Judge::try_at(const Case& one, const Period& period, Judgement& found,
                                     Trace& trace) const {
    auto mark = trace.mark();
    auto measured = measure_at(one, period, trace);
    if (trace.detailed()) found.measured_by = trace.working_since(mark);
    if (!measured) return measured.reason();
    const auto own_rows = trace.rows().size() - mark.rows;
    mark = trace.mark();
    auto line = draw_line(one, period, measured.unit(), trace);
    if (line && one.measure->traits().growth && own_rows > 0 && trace.rows().size() > mark.rows) {
        // Of the rows from one place to another: whether growth was published there.
        const auto is_published = [&](std::size_t from, std::size_t to) {
            return std::any_of(trace.rows().begin() + static_cast<std::ptrdiff_t>(from),
                               trace.rows().begin() + static_cast<std::ptrdiff_t>(to),
                               [&](auto row) { return data_->row(row).basis == Basis::growth_yoy; });
        };
        if (is_published(mark.rows - own_rows, mark.rows) != is_published(mark.rows, trace.rows().size()))
            trace.flag(Flag::published_against_computed);
    }
    if (trace.detailed() && std::holds_alternative<SeriesReference>(one.criterion->reference))
        found.line_by = trace.working_since(mark);
    const auto reason = line ? Reason::none : line.error();
    if (reason == Reason::none || reason == Reason::masked_target) {
        found.measured = std::move(measured);
        found.codes.observed = period;
    }
    if (line) found.line = *std::move(line);
    return reason;
}

/// Whether a quotient or difference of the figures of one period has no meaning: that says nothing of
/// another.
inline bool is_of_its_figures(Reason reason) {
    return reason == Reason::zero_base || reason == Reason::negative_base || reason == Reason::sign_change ||
           reason == Reason::broken_series;
}

/// Finds the figure that is to be judged: that of the due period, else the latest before it that says
/// something.
GOALPOST_INLINE bool Judge::locate(const Case& one, Judgement& found, Trace& trace) const {
    const auto absent = [](Reason reason) {
        return reason == Reason::missing_observation || reason == Reason::missing_comparison ||
               reason == Reason::missing_base;
    };
    const auto at = [&](const Period& period, Stage stage, Reason reason) {
        found.read_at = period;
        found.codes.stage = stage;
        if (reason != Reason::none) undetermined(found, reason);
        return reason == Reason::none;
    };
    const auto reading = reading_period(*one.criterion, *one.measure, *one.indicator, one.due);
    const auto mark = trace.mark();
    Reason first = Reason::missing_observation;
    if (over(reading)) {
        first = try_at(one, reading, found, trace);
        if (!absent(first)) return at(reading, Stage::final, first);
        trace.rewind(mark);
        found.lacking = absence(one, reading, first);
    }
    const bool is_told = first != Reason::missing_observation;
    for (const auto& period : candidates(one, found.base_period)) {
        const auto reason = try_at(one, period, found, trace);
        const bool silent = absent(reason) || reason == Reason::members_unknown ||
                            (over(reading) && is_of_its_figures(reason));
        if (!silent) return at(period, Stage::interim, reason);
        if (!is_told && (reason == Reason::missing_comparison || reason == Reason::members_unknown))
            first = reason;
        trace.rewind(mark);
    }
    undetermined(found, absence(one, reading, first));
    return false;
}

/// Why there is no figure to judge: rule 1 where nothing was ever published, else 6 or 7.
GOALPOST_INLINE Reason Judge::absence(const Case& one, const Period& reading, Reason found) const {
    if (one.criterion->is_masked()) return Reason::masked_target;
    if (found == Reason::missing_base || found == Reason::members_unknown) return found;
    const auto own = series_of(*one.indicator, one.scope);
    if (const auto* reference = std::get_if<SeriesReference>(&one.criterion->reference)) {
        const auto& name = *reference->measure.of;
        const auto scope = name.scope.empty() ? one.scope : std::string_view(name.scope);
        const auto other = series_of(*plan_->find_indicator(name.indicator), scope);
        const bool one_sided = seen_within(own, one.due) != seen_within(other, one.due);
        if (over(reading) && one_sided) return Reason::missing_comparison;
    }
    if (over(reading) && found == Reason::missing_comparison) return found;
    const auto read = series_read(one);
    if (std::all_of(read.begin(), read.end(), [](const Series& series) { return series.empty(); }))
        return Reason::missing_observation;
    return over(reading) ? Reason::final_value_missing : Reason::not_due;
}

/// The series in which the measure may find its figure: the target's own; the members' of its group; a
/// published ratio of the two that a share is made of.
GOALPOST_INLINE std::vector<Series> Judge::series_read(const Case& one) const {
    std::vector<Series> read{series_of(*one.indicator, one.scope)};
    const auto& term = one.criterion->measure;
    if (!term.group.empty()) {
        const auto place = plan_->place_of(*one.indicator);
        for (const auto& member : plan_->members_of(term.group))  // nameless: the name ends here
            read.push_back({*data_, *one.indicator, binding_->spans(place, member), as_of_});
    }
    if (term.of) {
        for (const auto& ratio : plan_->indicators()) {
            if (ratio.is_ratio_of(one.indicator->id, term.of->indicator))
                read.push_back(series_of(ratio, one.scope));
        }
    }
    return read;
}

/// Periods before the due one at which the criterion may be read, latest first.
GOALPOST_INLINE std::vector<Period> Judge::candidates(const Case& one, const Period& base_period) const {
    const auto reading = reading_period(*one.criterion, *one.measure, *one.indicator, one.due);
    const bool sums = accumulates(*one.measure, *one.indicator);
    std::vector<Period> periods;
    auto base_end = base_period.last();
    const auto count_from = [&](const MeasureTerm& term) {  // nothing is held against itself
        if (term.since) base_end = std::max(base_end, term.since->last());
    };
    count_from(one.criterion->measure);
    if (const auto* series = std::get_if<SeriesReference>(&one.criterion->reference))
        count_from(series->measure);
    const auto behind_base = base_end + boost::gregorian::date_duration(1);
    const auto consider = [&](Period period) {
        if (period == reading) return;
        if (sums) {
            if (one.due.first() <= period.first()) {
                period = Period::days(one.due.first(), period.last());
            } else if (period.months() != one.due.months()) {
                return;
            }
            if (period == reading) return;
        }
        periods.push_back(period);
    };
    for (const auto& series : series_read(one)) {
        for (const auto row : series.rows_ending(behind_base, reading.last()))
            consider(data_->row(row).period);
    }
    std::sort(periods.begin(), periods.end(),
              [&](const Period& a, const Period& b) { return is_tried_before(a, b, one.due.first()); });
    periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
    return periods;
}

}  // namespace goalpost::detail
