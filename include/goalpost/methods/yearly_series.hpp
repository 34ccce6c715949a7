// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/evaluator.hpp"
#include "goalpost/methods/method.hpp"

namespace goalpost {

/// What a method does where its base year has no figure.
enum class MissingBase : unsigned char {
    next,            ///< the next year that has one (StatCan)
    nearest,         ///< the nearest, of two that are as near the later one (Eustat)
    nearest_before,  ///< the nearest that leaves two values: before the latest year (United Nations)
    none,            ///< nothing is put in its place
};

/// The year that a period counts as: a span of twelve months such as 2015-07/2016-06 as its first, any other
/// as the one it ends in.
inline int year_of(const Period& period) {
    return static_cast<int>((period.months() == 12 ? period.first() : period.last()).year());
}
/// Whether a figure of that period is one of a full year: of twelve months, or a stock that ends with the
/// year.
inline bool is_full_year(const Period& period, IndicatorKind kind) {
    const auto& last = period.last();
    return period.months() == 12 || (kind == IndicatorKind::stock && last.month() == 12 && last.day() == 31);
}

/// The full-year figures of a target's own series, in the indicator's unit, as far as they are known on the
/// as-of date: years of twelve months, and for stocks whatever ends with the year. A span such as
/// 2015-07/2016-06 counts as its first year. What the plan states for its base counts as published.
class YearlySeries {
  public:
    explicit YearlySeries(const TargetView& view) : YearlySeries(view, view.target()) {}
    /// Of another target of the same plan.
    YearlySeries(const TargetView& view, const Target& target);

    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
    [[nodiscard]] int year(std::size_t index) const { return entries_.at(index).year; }
    /// That the year's figure is of.
    [[nodiscard]] const Period& period(std::size_t index) const { return entries_.at(index).period; }
    /// Nothing where the series has no figure of that year.
    [[nodiscard]] std::optional<std::size_t> find(int year) const;
    /// The figure to be taken for a base year, where `latest` is judged.
    [[nodiscard]] std::optional<std::size_t> find_base(int year, MissingBase policy,
                                                       std::size_t latest) const;
    /// The last year not after `year`.
    [[nodiscard]] std::optional<std::size_t> last_until(int year) const;

    /// The figure itself; the reason where figures contradict each other or do not convert.
    [[nodiscard]] Result<Ratio, Reason> value(std::size_t index) const {
        return level(entries_.at(index).period);
    }
    [[nodiscard]] Result<Ratio, Reason> level(const Period& period) const;
    /// Whether another definition begins between two periods, so that no method may compare them.
    [[nodiscard]] bool is_broken(const Period& one, const Period& other) const {
        return series_.find_break(one.last(), other.last()).has_value();
    }
    /// The last `most` points up to and with `index`; the reason of the first that cannot be read, and
    /// `broken_series` where they are not all of one definition.
    [[nodiscard]] Result<std::vector<YearValue>, Reason> window(std::size_t index, std::size_t most) const;

  private:
    struct Entry {
        int year;
        Period period;
    };
    void add(const Period& period, IndicatorKind kind);

    const TargetView* view_;
    const Target* target_;
    Series series_;
    std::vector<Entry> entries_;  // by year, each once
};

inline YearlySeries::YearlySeries(const TargetView& view, const Target& target)
    : view_(&view),
      target_(&target),
      series_(view.series_of(view.plan().indicator_of(target), view.plan().scope_of(target))) {
    const auto kind = series_.indicator().kind;
    const auto counts = [kind](Basis basis) {
        return basis == Basis::level || (basis == Basis::share && kind == IndicatorKind::ratio) ||
               (basis == Basis::rank && kind == IndicatorKind::rank) ||
               (basis == Basis::cumulative && (kind == IndicatorKind::stock || kind == IndicatorKind::flow));
    };
    for (const auto row : series_.rows()) {
        const auto& observed = series_.data().row(row);
        if (counts(observed.basis)) add(observed.period, kind);
    }
    const auto& base = view.evaluation().terms_of(target).base;
    if (base && base->period.last() <= view.as_of()) add(base->period, kind);
}

inline void YearlySeries::add(const Period& period, IndicatorKind kind) {
    if (!is_full_year(period, kind)) return;
    const int year = year_of(period);
    const auto at = std::ranges::lower_bound(entries_, year, {}, &Entry::year);
    if (at == entries_.end() || at->year != year) {
        entries_.insert(at, {year, period});
    } else if (period == Period::year(year)) {
        at->period = period;  // a calendar year before any other span
    }
}

inline std::optional<std::size_t> YearlySeries::find(int year) const {
    const auto at = std::ranges::lower_bound(entries_, year, {}, &Entry::year);
    if (at == entries_.end() || at->year != year) return std::nullopt;
    return static_cast<std::size_t>(at - entries_.begin());
}

inline std::optional<std::size_t> YearlySeries::find_base(int year, MissingBase policy,
                                                          std::size_t latest) const {
    const auto some = std::span(entries_).first(policy == MissingBase::nearest_before ? latest : size());
    const auto next = std::ranges::lower_bound(some, year, {}, &Entry::year);
    const auto index = static_cast<std::size_t>(next - some.begin());
    const bool has_next = index < some.size();
    if (has_next && next->year == year) return index;
    if (policy == MissingBase::none) return std::nullopt;
    if (policy == MissingBase::next || index == 0) return has_next ? std::optional(index) : std::nullopt;
    if (!has_next) return index - 1;
    return next->year - year <= year - some[index - 1].year ? index : index - 1;
}

inline std::optional<std::size_t> YearlySeries::last_until(int year) const {
    const auto after = std::ranges::upper_bound(entries_, year, {}, &Entry::year);
    if (after == entries_.begin()) return std::nullopt;
    return static_cast<std::size_t>(after - entries_.begin()) - 1;
}

inline Result<Ratio, Reason> YearlySeries::level(const Period& period) const {
    const auto& evaluation = view_->evaluation();
    const auto reading = detail::judge_of(evaluation).level(*target_, period);
    if (!reading) return reading.reason();
    return reading->value() / evaluation.plan().indicator_of(*target_).unit.factor();
}

inline Result<std::vector<YearValue>, Reason> YearlySeries::window(std::size_t index,
                                                                   std::size_t most) const {
    std::vector<YearValue> points;
    const auto first = index + 1 - std::min(most, index + 1);
    if (is_broken(entries_.at(first).period, entries_.at(index).period)) return Reason::broken_series;
    for (auto i = first; i <= index; ++i) {
        auto one = value(i);
        if (!one) return one.error();
        points.push_back({year(i), *std::move(one)});
    }
    return points;
}

}  // namespace goalpost
