// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by period_text.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/period_text.hpp"

namespace goalpost {
namespace detail {
GOALPOST_INLINE std::string number_of(const boost::gregorian::greg_year& year) {
    return std::to_string(static_cast<int>(year));
}

GOALPOST_INLINE std::string number_of(const boost::gregorian::greg_month& month) {
    return std::to_string(static_cast<int>(month));
}

inline std::string regular_period_zh(const Period& period, Frequency frequency) {
    const int month = static_cast<int>(period.first().month());
    const auto year = number_of(period.first().year()) + "年";
    switch (frequency) {
        case Frequency::year: return year;
        case Frequency::half: return year + (month < 7 ? "上半年" : "下半年");
        case Frequency::quarter: {
            constexpr std::string_view quarters[] = {"一季度", "二季度", "三季度", "四季度"};
            return year + std::string(quarters[month / 3]);
        }
        case Frequency::month: break;
    }
    return year + number_of(period.first().month()) + "月";
}

inline std::string day_zh(const Date& date) {
    return number_of(date.year()) + "年" + number_of(date.month()) + "月" +
           std::to_string(static_cast<int>(date.day())) + "日";
}
}  // namespace detail
GOALPOST_INLINE std::string period_text(const Period& period, Language language) {
    if (language == Language::en) return period.text();
    if (const auto frequency = period.frequency()) return detail::regular_period_zh(period, *frequency);
    const auto& first = period.first();
    const auto& last = period.last();
    if (!period.months())
        return first == last ? detail::day_zh(first) : detail::day_zh(first) + "—" + detail::day_zh(last);
    const auto from = detail::number_of(first.year());
    const auto to = detail::number_of(last.year());
    if (*period.months() % 12 == 0 && static_cast<int>(first.month()) == 1) return from + "—" + to + "年";
    const auto begin = from + "年" + detail::number_of(first.month());
    const auto end = detail::number_of(last.month()) + "月";
    return from == to ? begin + "—" + end : begin + "月—" + to + "年" + end;
}
}  // namespace goalpost
