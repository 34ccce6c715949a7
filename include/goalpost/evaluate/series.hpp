// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

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
    bool has_break = false;     ///< some row begins another definition

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
        return observed.period.last() <= as_of_ && was_published(observed, as_of_);
    }
    /// Visible rows, by name, basis and period; a range to go over once or often. It may outlive the series,
    /// not the observations and their binding.
    class Rows {
        struct Wanted {
            const Observations* data = nullptr;
            std::span<const SeriesSpan> spans{};
            Date as_of{};
            Date first{};
            Date last{};  // not after `as_of`
        };

      public:
        class Iterator {
          public:
            using difference_type = std::ptrdiff_t;
            using value_type = Row;
            Iterator() = default;
            Iterator(const Wanted& wanted, std::size_t span)
                : wanted_(wanted),
                  span_(span),
                  row_(span < wanted.spans.size() ? wanted.spans[span].begin : 0) {
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
            void settle();  // on a row that is meant, or at the end
            Wanted wanted_;
            std::size_t span_ = 0;
            Row row_ = 0;
        };
        Rows(const Series& series, const Date& first, const Date& last)
            : wanted_{series.data_, series.spans_, series.as_of_, first,
                      last < series.as_of_ ? last : series.as_of_} {}
        [[nodiscard]] Iterator begin() const { return {wanted_, 0}; }
        [[nodiscard]] Iterator end() const { return {wanted_, wanted_.spans.size()}; }
        [[nodiscard]] bool empty() const { return begin() == end(); }

      private:
        Wanted wanted_;
    };
    [[nodiscard]] Rows rows() const { return rows_ending(Date(boost::date_time::min_date_time), as_of_); }
    /// Those of periods that end from the first of these days to the last; the others cost little.
    [[nodiscard]] Rows rows_ending(const Date& first, const Date& last) const { return {*this, first, last}; }
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
    [[nodiscard]] Found find(Basis basis, const Period& period) const;
    /// The same for any period that ends on that day: a stock is keyed by its period's end.
    [[nodiscard]] Found find_at_end(Basis basis, const Date& last) const;
    /// The row that counts of two bases that say one thing: a flow's amount and its running total over the
    /// very period, a ratio's share and its level. Where neither counts before the other, that on the first.
    [[nodiscard]] Found find_either(Basis first, Basis second, const Period& period) const;
    /// Where levels of two days cannot be held against each other, since another definition begins between
    /// them: a row that counts and says so, of a period that ends after the one and not after the other.
    [[nodiscard]] std::optional<Row> find_break(Date after, Date until) const;
    /// Whether a figure of its own scale was published for that period more than once, and not the same.
    [[nodiscard]] bool is_revised(const Period& period) const;

  private:
    [[nodiscard]] static bool was_published(const ObservationRow& row, const Date& as_of) {
        return !row.published || *row.published <= as_of;
    }
    /// Of the rows on a basis that end on a day: that of one period, or of any where none is told.
    [[nodiscard]] Found pick(Basis basis, const Date& last, const Period* period) const;
    void take(Found& found, Row candidate) const;
    /// What one of the last printed digit is worth, in base units.
    [[nodiscard]] Ratio last_digit(const ObservationRow& row) const;
    /// Below 0 where `b` counts before `a`, above 0 where `a` does, 0 where neither does.
    [[nodiscard]] static int standing(const ObservationRow& a, const ObservationRow& b);
    /// Whether a plain figure lies where a bound (超, 以上) of equal standing leaves no room for it.
    [[nodiscard]] bool contradicts(const ObservationRow& bound, const ObservationRow& plain) const;
    [[nodiscard]] bool same_value(const ObservationRow& a, const ObservationRow& b) const;

    const Observations* data_;
    const Indicator* indicator_;
    std::span<const SeriesSpan> spans_;
    Date as_of_;
    std::string_view scope_;
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/series_impl.hpp"  // IWYU pragma: keep
#endif
