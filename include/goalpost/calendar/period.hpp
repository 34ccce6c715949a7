// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/date_time/gregorian/greg_date.hpp>
#include <compare>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "goalpost/calendar/frequency.hpp"
#include "goalpost/result.hpp"

namespace goalpost {

using Date = boost::gregorian::date;

/// Reads `YYYY-MM-DD`, years 1400 to 9999; refuses dates that do not exist.
Result<Date> parse_date(std::string_view text);
/// Writes `YYYY-MM-DD`.
std::string date_text(const Date& date);

/// A stretch of days for which a figure holds or by which a target is due; both ends belong to it.
///
/// Text: `2024` · `2024-H1` · `2024-Q1` · `2024-06` · `2024-06-30` · `2024-01/2024-10` · `2021/2025` ·
/// `2021-01-01/2023-06-30`. One stretch has one canonical text: `2024-01/2024-03` prints as `2024-Q1`.
/// There is no empty and no special period.
class Period {
  public:
    /// Throws std::out_of_range outside 1400 to 9999.
    static constexpr Period year(int year) {
        if (year < 1400 || year > 9999) throw std::out_of_range("goalpost: years 1400 to 9999");
        const auto of = static_cast<unsigned short>(year);
        return {Date(of, 1, 1), Date(of, 12, 31)};
    }
    /// The `index`-th (from 1) period of that length in a year; throws std::out_of_range where there is none.
    static Period of(Frequency frequency, int year, int index);
    static Period day(const Date& date) { return days(date, date); }
    /// Throws std::invalid_argument where `last` is before `first`, or either is a special date.
    static Period days(const Date& first, const Date& last);
    /// From the first day of `first` to the last day of `last`.
    static Period span(const Period& first, const Period& last) { return days(first.first_, last.last_); }

    static Result<Period> parse(std::string_view text);
    [[nodiscard]] std::string text() const;

    [[nodiscard]] const Date& first() const noexcept { return first_; }
    [[nodiscard]] const Date& last() const noexcept { return last_; }
    [[nodiscard]] int length_in_days() const { return static_cast<int>((last_ - first_).days()) + 1; }
    /// How many whole calendar months it is made of; nothing where it does not begin and end with a month.
    [[nodiscard]] std::optional<int> months() const;
    /// Its regular length, where it has one: `2024-Q1` is a quarter, `2024-01/2024-10` is none.
    [[nodiscard]] std::optional<Frequency> frequency() const;

    [[nodiscard]] bool contains(const Period& other) const {
        return first_ <= other.first_ && other.last_ <= last_;
    }
    /// The same stretch `months` later (earlier where negative); each computed from here, never step by step.
    /// Whole months stay whole; a broken one keeps its days, as far as the month has them (02-29 becomes
    /// 02-28). Throws std::out_of_range outside 1400 to 9999.
    [[nodiscard]] Period shifted(int months) const;
    /// Throws std::out_of_range where it begins before 1401.
    [[nodiscard]] Period year_before() const { return shifted(-12); }
    /// Whether there is a period so many months before: the calendar begins with the year 1400.
    [[nodiscard]] bool reaches_back(int months) const;
    /// The n-th period of this length, this one being the 0-th; throws std::logic_error for broken months,
    /// and std::out_of_range outside 1400 to 9999.
    [[nodiscard]] Period nth(int n) const;

    /// By last day, then by first: the order in which figures become known.
    friend std::strong_ordering operator<=>(const Period& a, const Period& b) {
        if (a.last_ != b.last_)
            return a.last_ < b.last_ ? std::strong_ordering::less : std::strong_ordering::greater;
        if (a.first_ == b.first_) return std::strong_ordering::equal;
        return a.first_ < b.first_ ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    friend bool operator==(const Period& a, const Period& b) {
        return a.first_ == b.first_ && a.last_ == b.last_;
    }

  private:
    constexpr Period(const Date& first, const Date& last) : first_(first), last_(last) {}
    Date first_;
    Date last_;
};

/// Whole years from the end of one period to the end of another; nothing where it is not a whole number.
std::optional<int> years_between(const Period& from, const Period& to);
/// Whole calendar months that have passed from the day before `first` up to `last`; never negative.
int whole_months(const Date& first, const Date& last);

namespace detail {

int month_number(const Date& date);

Date date_in(int month_number, int day);

}  // namespace detail

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/calendar/detail/period_impl.hpp"  // IWYU pragma: keep
#endif
