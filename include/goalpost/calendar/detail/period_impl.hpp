// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by period.hpp.
#pragma once

#include "goalpost/calendar/period.hpp"
#include "goalpost/config.hpp"

namespace goalpost {
namespace detail {
/// A date taken apart: each question to a Date takes it apart anew.
struct DateParts {
    explicit DateParts(const Date& date) {
        const auto parts = date.year_month_day();
        year = static_cast<int>(parts.year);
        month = static_cast<int>(parts.month);
        day = static_cast<int>(parts.day);
    }
    [[nodiscard]] int month_number() const noexcept { return year * 12 + month - 1; }
    [[nodiscard]] bool ends_month() const {
        return day == boost::gregorian::gregorian_calendar::end_of_month_day(
                          static_cast<unsigned short>(year), static_cast<unsigned short>(month));
    }
    int year;
    int month;
    int day;
};

GOALPOST_INLINE int month_number(const Date& date) { return DateParts(date).month_number(); }

/// How many whole months lie between; nothing where they are not whole.
inline std::optional<int> whole_months_of(const DateParts& first, const DateParts& last) {
    if (first.day != 1 || !last.ends_month()) return std::nullopt;
    return last.month_number() - first.month_number() + 1;
}

inline std::optional<Frequency> frequency_of(std::optional<int> months, int first_month) {
    for (const auto frequency : {Frequency::month, Frequency::quarter, Frequency::half, Frequency::year}) {
        if (months == months_in(frequency) && (first_month - 1) % *months == 0) return frequency;
    }
    return std::nullopt;
}

GOALPOST_INLINE Date date_in(int month_number, int day) {
    if (month_number < 1400 * 12 || month_number >= 10000 * 12)
        throw std::out_of_range("goalpost: years 1400 to 9999");
    const auto year = static_cast<unsigned short>(month_number / 12);
    const auto month = static_cast<unsigned short>(month_number % 12 + 1);
    const int last = boost::gregorian::gregorian_calendar::end_of_month_day(year, month);
    return {year, month, static_cast<unsigned short>(day < last ? day : last)};
}

inline std::string padded(int number, std::size_t width) {
    auto text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

/// Reads exactly `count` digits; -1 where they are not there.
inline int fixed_digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) return -1;
    int number = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

inline ParseError not_a_period(std::string_view text, std::size_t at, std::string expected) {
    return {at, at < text.size() ? "'" + std::string(text.substr(at)) + "'" : "end of text",
            std::move(expected),
            "write a period such as 2024, 2024-H1, 2024-Q1, 2024-06, 2024-06-30 or 2021/2025"};
}

/// A period's text, or one side of it; `after` says what may stand behind it.
inline Result<Period> parse_simple_period(std::string_view text, std::string_view after = " or the end") {
    const int year = fixed_digits(text, 0, 4);
    if (year < 0) return not_a_period(text, 0, "a year of four digits");
    if (year < 1400) return not_a_period(text, 0, "a year from 1400 to 9999");
    if (text.size() == 4) return Period::year(year);
    if (text[4] != '-') return not_a_period(text, 4, "'-'" + std::string(after));
    if (text.size() == 7 && (text[5] == 'H' || text[5] == 'Q')) {
        const auto frequency = text[5] == 'H' ? Frequency::half : Frequency::quarter;
        const int index = text[6] - '0';
        if (index < 1 || index > 12 / months_in(frequency))
            return not_a_period(text, 5, "H1, H2 or Q1 to Q4");
        return Period::of(frequency, year, index);
    }
    const int month = fixed_digits(text, 5, 2);
    if (month < 1 || month > 12) return not_a_period(text, 5, "a month from 01 to 12, H1, H2 or Q1 to Q4");
    if (text.size() == 7) return Period::of(Frequency::month, year, month);
    const int day = fixed_digits(text, 8, 2);
    const int last = boost::gregorian::gregorian_calendar::end_of_month_day(
        static_cast<unsigned short>(year), static_cast<unsigned short>(month));
    if (text[7] != '-' || text.size() != 10 || day < 1)
        return not_a_period(text, 7, "a day as -DD" + std::string(after));
    if (day > last) return not_a_period(text, 8, "a day that the month has, 01 to " + std::to_string(last));
    return Period::day(date_in(year * 12 + month - 1, day));
}
}  // namespace detail
GOALPOST_INLINE Result<Date> parse_date(std::string_view text) {
    const char* const mend = "write a date such as 2024-06-30";
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return ParseError{0, detail::not_a_period(text, 0, "").found, "a date as YYYY-MM-DD", mend};
    auto period = detail::parse_simple_period(text);
    if (period) return period->first();
    auto problem = period.error();
    problem.mend = mend;
    // A date has no halves and quarters.
    if (const auto halves = problem.expected.find(", H1"); halves != std::string::npos)
        problem.expected.resize(halves);
    return problem;
}

GOALPOST_INLINE std::string date_text(const Date& date) {
    const detail::DateParts parts(date);
    return detail::padded(parts.year, 4) + "-" + detail::padded(parts.month, 2) + "-" +
           detail::padded(parts.day, 2);
}

GOALPOST_INLINE Period Period::of(Frequency frequency, int year, int index) {
    const int months = months_in(frequency);
    if (year < 1400 || year > 9999) throw std::out_of_range("goalpost: years 1400 to 9999");
    if (index < 1 || index > 12 / months) throw std::out_of_range("goalpost::Period: no such part of a year");
    const int begin = year * 12 + (index - 1) * months;
    return {detail::date_in(begin, 1), detail::date_in(begin + months - 1, 31)};
}

GOALPOST_INLINE Period Period::days(const Date& first, const Date& last) {
    if (first.is_special() || last.is_special() || last < first)
        throw std::invalid_argument("goalpost::Period: first day after last day");
    return {first, last};
}

GOALPOST_INLINE Result<Period> Period::parse(std::string_view text) {
    const auto bar = text.find('/');
    auto from = detail::parse_simple_period(text.substr(0, bar), ", '/' or the end");
    if (!from) return detail::not_a_period(text, from.error().position, from.error().expected);
    if (bar == std::string_view::npos) return from;
    auto to = detail::parse_simple_period(text.substr(bar + 1));
    if (!to) return detail::not_a_period(text, bar + 1 + to.error().position, to.error().expected);
    if (to->last() < from->first())
        return detail::not_a_period(text, bar + 1, "an end that is not before the beginning");
    return days(from->first(), to->last());
}

GOALPOST_INLINE std::optional<int> Period::months() const {
    return detail::whole_months_of(detail::DateParts(first_), detail::DateParts(last_));
}

GOALPOST_INLINE std::optional<Frequency> Period::frequency() const {
    const detail::DateParts first(first_);
    return detail::frequency_of(detail::whole_months_of(first, detail::DateParts(last_)), first.month);
}

GOALPOST_INLINE std::string Period::text() const {
    const detail::DateParts first(first_);
    const detail::DateParts last(last_);
    const auto length = detail::whole_months_of(first, last);
    const auto year = detail::padded(first.year, 4);
    const int month = first.month;
    if (const auto regular = detail::frequency_of(length, month)) {
        switch (*regular) {
            case Frequency::year: return year;
            case Frequency::half: return year + "-H" + std::to_string((month + 5) / 6);
            case Frequency::quarter: return year + "-Q" + std::to_string((month + 2) / 3);
            case Frequency::month: return year + "-" + detail::padded(month, 2);
        }
    }
    if (length) {
        const auto end_year = detail::padded(last.year, 4);
        if (*length % 12 == 0 && month == 1) return year + "/" + end_year;
        return year + "-" + detail::padded(month, 2) + "/" + end_year + "-" + detail::padded(last.month, 2);
    }
    return first_ == last_ ? date_text(first_) : date_text(first_) + "/" + date_text(last_);
}

GOALPOST_INLINE Period Period::shifted(int months) const {
    constexpr int most = 10000 * 12;
    if (months > most || months < -most) throw std::out_of_range("goalpost: years 1400 to 9999");
    const auto move = [months](const Date& date, bool to_end) {
        return detail::date_in(detail::month_number(date) + months,
                               to_end ? 31 : static_cast<int>(date.day()));
    };
    return {move(first_, false), move(last_, this->months().has_value())};
}

GOALPOST_INLINE bool Period::reaches_back(int months) const {
    return detail::month_number(first_) - 1400 * 12 >= months;
}

GOALPOST_INLINE Period Period::nth(int n) const {
    const auto length = months();
    if (!length) throw std::logic_error("goalpost::Period::nth needs a period of whole months");
    int months = 0;
    if (__builtin_mul_overflow(n, *length, &months)) throw std::out_of_range("goalpost: years 1400 to 9999");
    return shifted(months);
}

GOALPOST_INLINE std::optional<int> years_between(const Period& from, const Period& to) {
    if (static_cast<int>(from.last().day()) != static_cast<int>(to.last().day()) &&
        !(detail::DateParts(from.last()).ends_month() && detail::DateParts(to.last()).ends_month()))
        return std::nullopt;
    const int months = detail::month_number(to.last()) - detail::month_number(from.last());
    if (months % 12 != 0) return std::nullopt;
    return months / 12;
}

GOALPOST_INLINE int whole_months(const Date& first, const Date& last) {
    if (last < first) return 0;
    const bool at_end = detail::DateParts(last).ends_month();
    const int next_month = detail::month_number(last) + (at_end ? 1 : 0);
    const int next_day = at_end ? 1 : static_cast<int>(last.day()) + 1;
    return next_month - detail::month_number(first) - (next_day < static_cast<int>(first.day()) ? 1 : 0);
}
}  // namespace goalpost
