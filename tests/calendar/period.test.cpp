// SPDX-License-Identifier: BSL-1.0
#include <goalpost/calendar/period.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "support/random.hpp"
#include "support/string_makers.hpp"

using goalpost::Date;
using goalpost::date_text;
using goalpost::Frequency;
using goalpost::Period;

static_assert(sizeof(Period) == 8);
static_assert(std::is_trivially_copyable_v<Period>);
static_assert(!std::is_default_constructible_v<Period>);          // there is no empty period
static_assert(!std::is_constructible_v<Period, Date, Date>);      // ends are checked: Period::days
static_assert(!std::is_convertible_v<int, Period>);               // 2024 may be a figure
static_assert(!std::is_convertible_v<std::string_view, Period>);  // a text may be none: Period::parse

namespace {

Period period(std::string_view text) {
    const auto read = Period::parse(text);
    REQUIRE_MESSAGE(read.has_value(), std::string(text));
    return *read;
}
Date date(std::string_view text) { return period(text).first(); }

/// Every regular period of a year: 12 months, 4 quarters, 2 halves, the year.
std::vector<Period> regular_periods(int year) {
    std::vector<Period> all;
    for (const auto frequency : {Frequency::month, Frequency::quarter, Frequency::half, Frequency::year}) {
        for (int i = 1; i <= 12 / months_in(frequency); ++i)
            all.push_back(Period::of(frequency, year, i));
    }
    return all;
}

}  // namespace

TEST_CASE("every text form, and the days it stands for") {
    struct Form {
        std::string_view text, first, last, canonical;
    };
    const Form forms[] = {
        {"2024", "2024-01-01", "2024-12-31", "2024"},
        {"2024-H1", "2024-01-01", "2024-06-30", "2024-H1"},
        {"2024-H2", "2024-07-01", "2024-12-31", "2024-H2"},
        {"2024-Q1", "2024-01-01", "2024-03-31", "2024-Q1"},
        {"2024-Q4", "2024-10-01", "2024-12-31", "2024-Q4"},
        {"2024-02", "2024-02-01", "2024-02-29", "2024-02"},
        {"2023-02", "2023-02-01", "2023-02-28", "2023-02"},
        {"2024-06-30", "2024-06-30", "2024-06-30", "2024-06-30"},
        {"2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"},
        {"2024-01/2024-10", "2024-01-01", "2024-10-31", "2024-01/2024-10"},
        {"2021/2025", "2021-01-01", "2025-12-31", "2021/2025"},
        {"2021-01-01/2023-06-30", "2021-01-01", "2023-06-30", "2021-01/2023-06"},
        {"2021-01-02/2023-06-30", "2021-01-02", "2023-06-30", "2021-01-02/2023-06-30"},
        // One stretch has one text, however it was written.
        {"2024-01/2024-03", "2024-01-01", "2024-03-31", "2024-Q1"},
        {"2024-07-01/2024-12-31", "2024-07-01", "2024-12-31", "2024-H2"},
        {"2024-Q1/2024-Q4", "2024-01-01", "2024-12-31", "2024"},
        {"2024/2024", "2024-01-01", "2024-12-31", "2024"},
        {"2024-Q1/2024-Q3", "2024-01-01", "2024-09-30", "2024-01/2024-09"},
        {"2024-06-01/2024-06-30", "2024-06-01", "2024-06-30", "2024-06"},
        {"2023/2024-06", "2023-01-01", "2024-06-30", "2023-01/2024-06"},
        // As long as a regular period, but beginning elsewhere.
        {"2024-02/2024-04", "2024-02-01", "2024-04-30", "2024-02/2024-04"},
        {"2020-07/2021-06", "2020-07-01", "2021-06-30", "2020-07/2021-06"},
        {"2024-06-30/2024-06-30", "2024-06-30", "2024-06-30", "2024-06-30"},
        {"1400/9999", "1400-01-01", "9999-12-31", "1400/9999"},
    };
    for (const auto& form : forms) {
        CAPTURE(form.text);
        const auto read = period(form.text);
        CHECK(date_text(read.first()) == form.first);
        CHECK(date_text(read.last()) == form.last);
        CHECK(read.text() == form.canonical);
        CHECK(period(form.canonical) == read);
    }
}

TEST_CASE("every regular period, and spans between any two days, are read back from their text") {
    goalpost::test::Random random(31);
    std::vector<Period> all;
    for (int year = 1990; year <= 2035; ++year) {
        for (const auto& one : regular_periods(year)) {
            REQUIRE(period(one.text()) == one);
            REQUIRE(one.frequency().has_value());
            all.push_back(one);
        }
    }
    for (int i = 0; i < 3000; ++i) {
        auto first = random.pick(all), last = random.pick(all);
        if (last.last() < first.first()) std::swap(first, last);
        // Whole months at first; then a day is taken off either end.
        auto span = Period::span(first, last);
        if (random.chance(2) && span.length_in_days() > 2) {
            const auto first_day = span.first() + boost::gregorian::days(random.between(0, 1));
            span = Period::days(first_day, span.last() - boost::gregorian::days(random.between(0, 1)));
        }
        CAPTURE(span);
        REQUIRE(period(span.text()) == span);
        REQUIRE(span.frequency().has_value() == (std::ranges::find(all, span) != all.end()));
        REQUIRE(period(date_text(span.first()) + "/" + date_text(span.last())).text() == span.text());
    }
}

TEST_CASE("what is no period is refused at its place") {
    struct Faulty {
        std::string_view text;
        std::size_t position;
        std::string_view found, expected;
    };
    const Faulty faulty[] = {
        {"", 0, "end of text", "a year of four digits"},
        {"24", 0, "'24'", "a year of four digits"},
        {"二〇二四", 0, "'二〇二四'", "a year of four digits"},
        {"0000-00-00", 0, "'0000-00-00'", "a year from 1400 to 9999"},
        {"1399", 0, "'1399'", "a year from 1400 to 9999"},
        {"20240105", 4, "'0105'", "'-', '/' or the end"},
        {"2024年", 4, "'年'", "'-', '/' or the end"},
        {"2024-", 5, "end of text", "a month from 01 to 12, H1, H2 or Q1 to Q4"},
        {"2024-1", 5, "'1'", "a month from 01 to 12, H1, H2 or Q1 to Q4"},
        {"2024-1-5", 5, "'1-5'", "a month from 01 to 12, H1, H2 or Q1 to Q4"},
        {"2024-13", 5, "'13'", "a month from 01 to 12, H1, H2 or Q1 to Q4"},
        {"2024-00", 5, "'00'", "a month from 01 to 12, H1, H2 or Q1 to Q4"},
        {"2024-H3", 5, "'H3'", "H1, H2 or Q1 to Q4"},
        {"2024-Q0", 5, "'Q0'", "H1, H2 or Q1 to Q4"},
        {"2024-Q5", 5, "'Q5'", "H1, H2 or Q1 to Q4"},
        {"2024-q1", 5, "'q1'", "a month from 01 to 12, H1, H2 or Q1 to Q4"},
        {"2024-02-30", 8, "'30'", "a day that the month has, 01 to 29"},
        {"2023-02-29", 8, "'29'", "a day that the month has, 01 to 28"},
        {"1900-02-29", 8, "'29'", "a day that the month has, 01 to 28"},
        {"2024-04-31", 8, "'31'", "a day that the month has, 01 to 30"},
        {"2024-04-00", 7, "'-00'", "a day as -DD, '/' or the end"},
        {"2024-04-1", 7, "'-1'", "a day as -DD, '/' or the end"},
        {"2024-04x", 7, "'x'", "a day as -DD, '/' or the end"},
        {"2024-04-01x", 7, "'-01x'", "a day as -DD, '/' or the end"},
        {"2024 ", 4, "' '", "'-', '/' or the end"},
        {"/2024", 0, "'/2024'", "a year of four digits"},
        {"2024/", 5, "end of text", "a year of four digits"},
        {"2024/2025-13", 10, "'13'", "a month from 01 to 12, H1, H2 or Q1 to Q4"},
        {"2021/2023/2025", 9, "'/2025'", "'-' or the end"},
        {"2025/2021", 5, "'2021'", "an end that is not before the beginning"},
        {"2024-06-30/2024-06-29", 11, "'2024-06-29'", "an end that is not before the beginning"},
    };
    for (const auto& item : faulty) {
        CAPTURE(item.text);
        const auto read = Period::parse(item.text);
        REQUIRE_FALSE(read);
        CHECK(read.error().position == item.position);
        CHECK(read.error().found == item.found);
        CHECK(read.error().expected == item.expected);
        CHECK_FALSE(read.error().mend.empty());
    }
}

TEST_CASE("a date is a day and nothing else") {
    CHECK(date_text(*goalpost::parse_date("2024-02-29")) == "2024-02-29");
    for (const std::string_view text : {"2024", "2024-06", "2024-02-30", "0000-00-00", "2024-6-30",
                                        "2024-06-30 ", "20240630", "2024/06/30", ""}) {
        CAPTURE(text);
        CHECK_FALSE(goalpost::parse_date(text));
    }
    CHECK(goalpost::parse_date("2024-02-30").error().position == 8);
}

TEST_CASE("what is no date is mended as a date, not as a period") {
    const auto said = [](std::string_view text) { return goalpost::parse_date(text).error().message(); };
    const std::string mend = "; write a date such as 2024-06-30";
    CHECK(said("2024-13-01") == "at 6: found '13-01', expected a month from 01 to 12" + mend);
    CHECK(said("2024-02-30") == "at 9: found '30', expected a day that the month has, 01 to 29" + mend);
    CHECK(said("0001-01-01") == "at 1: found '0001-01-01', expected a year from 1400 to 9999" + mend);
    CHECK(said("2024/06/30") == "at 1: found '2024/06/30', expected a date as YYYY-MM-DD" + mend);
}

TEST_CASE("made in code, a period is as valid as a parsed one") {
    CHECK_THROWS_AS(static_cast<void>(Period::days(date("2024-02-02"), date("2024-02-01"))),
                    std::invalid_argument);
    CHECK_THROWS_AS(static_cast<void>(Period::day(Date())), std::invalid_argument);  // not-a-date-time
    CHECK_THROWS_AS(static_cast<void>(Period::day(Date(boost::date_time::pos_infin))), std::invalid_argument);
    CHECK_THROWS_AS(static_cast<void>(Period::year(1399)), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(Period::year(10000)), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(Period::year(std::numeric_limits<int>::max())), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(Period::of(Frequency::quarter, 2024, 5)), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(Period::of(Frequency::quarter, 2024, 0)), std::out_of_range);
}

TEST_CASE("a year before, also of a leap day") {
    const std::string_view pairs[][2] = {
        {"2024", "2023"},
        {"2024-Q1", "2023-Q1"},
        {"2024-02", "2023-02"},
        {"2023-02", "2022-02"},
        {"2025-02", "2024-02"},
        {"2024-01/2024-02", "2023-01/2023-02"},
        {"2025-01/2025-02", "2024-01/2024-02"},
        {"2021/2025", "2020/2024"},
        {"2024-02-29", "2023-02-28"},
        {"2025-02-28", "2024-02-28"},
        {"2024-01-10/2024-02-29", "2023-01-10/2023-02-28"},
    };
    for (const auto& pair : pairs) {
        CAPTURE(pair[0]);
        CHECK(period(pair[0]).year_before() == period(pair[1]));
    }
}

TEST_CASE("shifting never drifts: each period is computed from the anchor") {
    for (const auto& anchor : regular_periods(2020)) {
        const int length = *anchor.months();
        Period step = anchor;
        for (int n = 1; n <= 60; ++n) {
            step = step.shifted(length);  // what stepping gives must be what counting gives
            REQUIRE(anchor.nth(n) == step);
            REQUIRE(anchor.nth(n) == anchor.shifted(n * length));
            REQUIRE(anchor.nth(n).nth(-n) == anchor);
            REQUIRE(anchor.nth(n).frequency() == anchor.frequency());
            REQUIRE(anchor.nth(n).first() == anchor.nth(n - 1).last() + boost::gregorian::days(1));
        }
    }
    // 31 January, twelve months on, is again the 31st, though it was the 29th and the 30th on the way.
    const auto day = period("2024-01-31");
    CHECK(day.shifted(1) == period("2024-02-29"));
    CHECK(day.shifted(3) == period("2024-04-30"));
    CHECK(day.shifted(12) == period("2025-01-31"));
    CHECK_THROWS_AS(static_cast<void>(day.nth(1)), std::logic_error);  // no whole months to count by
    for (const int months :
         {-12 * 625, 12 * 7976, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
        CHECK_THROWS_AS(static_cast<void>(period("2024").shifted(months)), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(period("2021/2025").nth(std::numeric_limits<int>::max())),
                    std::out_of_range);
}

TEST_CASE("months are whole or none") {
    CHECK(period("2024-01/2024-10").months() == 10);
    CHECK(period("2021/2025").months() == 60);
    CHECK(period("2024-02").months() == 1);
    CHECK_FALSE(period("2024-02-01/2024-02-28").months());
    CHECK_FALSE(period("2024-01-02/2024-02-29").months());
    CHECK_FALSE(period("2024-01/2024-10").frequency());
    CHECK(period("2024-H2").frequency() == Frequency::half);
    CHECK(period("2024").length_in_days() == 366);
    CHECK(period("2024-02-29").length_in_days() == 1);
}

TEST_CASE("whole months that have passed") {
    const struct {
        std::string_view first, last;
        int months;
    } cases[] = {
        {"2024-01-01", "2024-12-31", 12}, {"2024-01-01", "2024-10-31", 10}, {"2024-01-01", "2024-10-30", 9},
        {"2024-01-01", "2024-02-29", 2},  {"2024-01-01", "2024-02-28", 1},  {"2023-01-01", "2023-02-28", 2},
        {"2024-01-15", "2024-02-14", 1},  {"2024-01-15", "2024-02-13", 0},  {"2024-01-15", "2024-02-29", 1},
        {"2024-01-31", "2024-02-29", 1},  {"2024-01-01", "2024-01-01", 0},  {"2024-01-31", "2024-01-31", 0},
        {"2024-06-01", "2024-05-31", 0},  {"2024-06-01", "2023-01-01", 0},  {"2021-01-01", "2025-12-31", 60},
    };
    for (const auto& item : cases) {
        CAPTURE(item.first);
        CAPTURE(item.last);
        CHECK(goalpost::whole_months(date(item.first), date(item.last)) == item.months);
    }
    for (const auto& one : regular_periods(2024))
        CHECK(goalpost::whole_months(one.first(), one.last()) == one.months());
}

TEST_CASE("whole years from one end to another") {
    const struct {
        std::string_view from, to;
        std::optional<int> years;
    } cases[] = {
        {"2020", "2025", 5},
        {"2020", "2020", 0},
        {"2025", "2020", -5},
        {"2020", "2021/2025", 5},
        {"2023-Q1", "2025-Q1", 2},
        {"2023-12", "2025", 2},
        {"2023", "2025-12-31", 2},
        {"2023-02", "2024-02", 1},
        {"2024-02-29", "2025-02-28", 1},
        {"2024-02-28", "2025-02-28", 1},
        {"2024-02-28", "2024-02-29", std::nullopt},
        {"2020", "2025-06", std::nullopt},
        {"2020", "2025-12-30", std::nullopt},
    };
    for (const auto& item : cases) {
        CAPTURE(item.from);
        CAPTURE(item.to);
        CHECK(goalpost::years_between(period(item.from), period(item.to)) == item.years);
    }
}

TEST_CASE("periods are in the order in which their figures become known") {
    // Ascending: by last day, then by first.
    const std::string_view ascending[] = {"2023",    "2024-01", "2024-02-29",   "2024-01/2024-02",
                                          "2024-03", "2024-Q1", "2020/2024-03", "2024-H1"};
    const std::string_view order[] = {"2023",         "2024-01", "2024-01/2024-02", "2024-02-29",
                                      "2020/2024-03", "2024-Q1", "2024-03",         "2024-H1"};
    std::vector<Period> sorted;
    for (const auto text : ascending)
        sorted.push_back(period(text));
    std::ranges::sort(sorted);
    for (std::size_t i = 0; i < sorted.size(); ++i)
        CHECK(sorted[i] == period(order[i]));
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        for (std::size_t j = 0; j < sorted.size(); ++j) {
            CHECK((sorted[i] <=> sorted[j]) == (i <=> j));
            CHECK((sorted[i] == sorted[j]) == (i == j));
        }
    }
}

TEST_CASE("a period contains what lies within both its ends") {
    CHECK(period("2021/2025").contains(period("2021")));
    CHECK(period("2021/2025").contains(period("2025-12-31")));
    CHECK(period("2024").contains(period("2024")));
    CHECK_FALSE(period("2024").contains(period("2024-12-31/2025-01-01")));
    CHECK_FALSE(period("2024-Q1").contains(period("2024")));
}

TEST_CASE("how far back the calendar reaches from a period") {
    CHECK_FALSE(period("1400").reaches_back(12));
    CHECK(period("1400").reaches_back(0));
    CHECK(period("1401").reaches_back(12));
    CHECK_FALSE(period("1401").reaches_back(13));
    CHECK_FALSE(period("1400/2024").reaches_back(12));
    CHECK(period("1401-03-05").reaches_back(12));
    CHECK_FALSE(period("1401-03-05").reaches_back(15));
    for (const auto text : {"1400-12", "1401-01", "1401-02-28"}) {  // it says when `shifted` throws
        for (int months = 0; months < 20; ++months) {
            CAPTURE(text);
            CAPTURE(months);
            if (period(text).reaches_back(months)) {
                CHECK_NOTHROW(static_cast<void>(period(text).shifted(-months)));
            } else {
                CHECK_THROWS_AS(static_cast<void>(period(text).shifted(-months)), std::out_of_range);
            }
        }
    }
}
