// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "goalpost/evaluate/verdict.hpp"
#include "goalpost/model/indicator.hpp"
#include "goalpost/model/observations.hpp"
#include "goalpost/number/ratio.hpp"

namespace goalpost {

/// The rows that one of an indicator's names has; with a basis, only those on it.
struct SeriesSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::optional<Basis> basis;
    std::uint8_t bases = 0xFF;  ///< those that rows are on, a bit each
    bool one_for_each = false;  ///< no two rows are on one basis and end on one day

    [[nodiscard]] bool may_have(Basis wanted) const noexcept {
        return (bases >> static_cast<unsigned>(wanted) & 1U) != 0 && (!basis || *basis == wanted);
    }
};

/// What was published of one indicator for one scope, as far as it was known on the as-of date.
class Series {
  public:
    using Row = std::uint32_t;  ///< index into the observations

    Series(const Observations& data, const Indicator& indicator, std::span<const SeriesSpan> spans,
           const Date& as_of, std::string_view scope = {})
        : data_(&data), indicator_(&indicator), spans_(spans), as_of_(as_of), scope_(scope) {}

    [[nodiscard]] const Indicator& indicator() const noexcept { return *indicator_; }
    [[nodiscard]] const Observations& data() const noexcept { return *data_; }
    [[nodiscard]] const Date& as_of() const noexcept { return as_of_; }
    /// As it was asked for; empty where it was not told.
    [[nodiscard]] std::string_view scope() const noexcept { return scope_; }

    /// Published by the as-of date, of a period that was over by then.
    [[nodiscard]] bool is_visible(Row row) const {
        const auto& observed = data_->row(row);
        return observed.period.last() <= as_of_ && (!observed.published || *observed.published <= as_of_);
    }
    /// The visible rows, by name, basis and period; a range to go over once or often.
    class Rows {
      public:
        class Iterator {
          public:
            using difference_type = std::ptrdiff_t;
            using value_type = Row;
            Iterator() = default;
            Iterator(const Series& series, std::size_t span)
                : series_(&series),
                  span_(span),
                  row_(span < series.spans_.size() ? series.spans_[span].begin : 0) {
                settle();
            }
            Row operator*() const noexcept { return row_; }
            Iterator& operator++() {
                ++row_;
                settle();
                return *this;
            }
            Iterator operator++(int) {
                auto before = *this;
                ++*this;
                return before;
            }
            friend bool operator==(const Iterator& a, const Iterator& b) noexcept {
                return a.span_ == b.span_ && a.row_ == b.row_;
            }

          private:
            void settle();  // on a visible row, or at the end
            const Series* series_ = nullptr;
            std::size_t span_ = 0;
            Row row_ = 0;
        };
        explicit Rows(const Series& series) : series_(&series) {}
        [[nodiscard]] Iterator begin() const { return {*series_, 0}; }
        [[nodiscard]] Iterator end() const { return {*series_, series_->spans_.size()}; }
        [[nodiscard]] bool empty() const { return begin() == end(); }

      private:
        const Series* series_;
    };
    [[nodiscard]] Rows rows() const { return Rows(*this); }
    [[nodiscard]] bool empty() const { return rows().empty(); }

    /// The row that counts for a basis and exactly that period: final before preliminary before estimated,
    /// later published before earlier; a reason where there is none, or where equals contradict each other.
    struct Found {
        Row row = 0;
        Row rival = 0;  ///< the row that contradicts, for `conflicting_observations`
        Reason reason = Reason::missing_observation;
        bool revised = false;  ///< another figure stood here before
        explicit operator bool() const noexcept { return reason == Reason::none; }
    };
    [[nodiscard]] Found find(Basis basis, const Period& period) const {
        return pick(basis, period.last(), [&](const ObservationRow& row) { return row.period == period; });
    }
    /// The same for any period that ends on that day: a stock is keyed by its period's end.
    [[nodiscard]] Found find_at_end(Basis basis, const Date& last) const {
        return pick(basis, last, [](const ObservationRow&) { return true; });
    }
    /// Whether a figure of its own scale was published for that period more than once, and not the same.
    [[nodiscard]] bool is_revised(const Period& period) const {
        for (const auto basis : {Basis::level, Basis::cumulative, Basis::share, Basis::rank}) {
            if (find(basis, period).revised) return true;
        }
        return false;
    }

  private:
    template <class Accepts>
    [[nodiscard]] Found pick(Basis basis, const Date& last, Accepts accepts) const {
        Found found;
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
                if (accepts(*at) && is_visible(row)) take(found, row);
            }
        }
        return found;
    }
    void take(Found& found, Row candidate) const {
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
    /// What one of the last printed digit is worth, in base units.
    [[nodiscard]] Ratio last_digit(const ObservationRow& row) const {
        return data_->unit(row).factor() / Ratio::of(detail::power_of_ten(row.value.places()), 1);
    }
    /// Below 0 where `b` counts before `a`, above 0 where `a` does, 0 where neither does.
    [[nodiscard]] static int standing(const ObservationRow& a, const ObservationRow& b) {
        if (a.status != b.status) return a.status < b.status ? -1 : 1;
        if (a.published != b.published) return a.published < b.published ? -1 : 1;
        // A plain figure says more than a bound on it.
        const bool plain_a = a.qualifier == Qualifier::none;
        const bool plain_b = b.qualifier == Qualifier::none;
        return plain_a == plain_b ? 0 : plain_b ? -1 : 1;
    }
    [[nodiscard]] bool same_value(const ObservationRow& a, const ObservationRow& b) const {
        const auto& unit_a = data_->unit(a);
        const auto& unit_b = data_->unit(b);
        if (a.unit == b.unit) return a.value == b.value;
        return unit_a.converts_to(unit_b) &&
               Ratio(a.value) * unit_a.factor() == Ratio(b.value) * unit_b.factor();
    }

    const Observations* data_;
    const Indicator* indicator_;
    std::span<const SeriesSpan> spans_;
    Date as_of_;
    std::string_view scope_;
};

inline void Series::Rows::Iterator::settle() {
    const auto& spans = series_->spans_;
    while (span_ < spans.size()) {
        for (; row_ < spans[span_].end; ++row_) {
            const auto& basis = spans[span_].basis;
            if ((!basis || series_->data_->row(row_).basis == *basis) && series_->is_visible(row_)) return;
        }
        ++span_;
        row_ = span_ < spans.size() ? spans[span_].begin : 0;
    }
}

}  // namespace goalpost
