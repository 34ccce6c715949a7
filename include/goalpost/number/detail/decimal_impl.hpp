// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by decimal.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/number/decimal.hpp"

namespace goalpost {

namespace detail {

GOALPOST_INLINE std::string found_at(std::string_view text, std::size_t position) {
    if (position >= text.size()) return "end of text";
    std::size_t end = position + 1;
    while (end < text.size() && end - position < 4 &&
           (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    return "'" + std::string(text.substr(position, end - position)) + "'";
}

GOALPOST_INLINE ParseError not_a_decimal(std::string_view text, std::size_t position) {
    ParseError error{position, found_at(text, position), "a digit", "write plain digits, such as 1450.5"};
    const auto rest = text.substr(position);
    if (rest.starts_with(",")) {
        error.expected = "digits or a decimal point";
        error.mend = "write the number without thousands separators";
    } else if (rest.starts_with("e") || rest.starts_with("E")) {
        error.mend = "write the number out, without an exponent";
    } else if (rest.starts_with("\xEF\xBC")) {
        error.mend = "write half-width digits";
    } else if (rest.starts_with(".") && text.find('.') == position) {
        error.mend = "write a digit before the point, such as 0.5";
    } else if (rest.empty() && text.ends_with('.')) {
        error.mend = "write a digit behind the point, or leave the point out";
    } else if (rest.starts_with(" ") || rest.starts_with("\t")) {
        error.mend = "write the number without blanks";
    } else if (rest.starts_with("n") || rest.starts_with("N") || rest.starts_with("i") ||
               rest.starts_with("I")) {
        error.mend = "leave the figure out where there is none";
    }
    return error;
}

}  // namespace detail

GOALPOST_INLINE Result<Decimal> Decimal::parse(std::string_view text) {
    std::size_t at = 0;
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) ++at;
    std::int64_t units = 0;
    int digits = 0;  // significant ones: leading zeros do not count
    int places = 0;
    bool point = false;
    bool digit_before = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c >= '0' && c <= '9') {
            digit_before = true;
            if (units != 0 || c != '0') ++digits;
            if (point) ++places;
            if (digits > max_digits || places > max_digits)
                return ParseError{at, "more than 18 digits", "at most 18 digits",
                                  "state the figure in a larger unit, or with fewer digits"};
            units = units * 10 + (c - '0');
        } else if (c == '.' && !point && digit_before) {
            point = true;
            digit_before = false;
        } else {
            return detail::not_a_decimal(text, at);
        }
    }
    if (!digit_before) return detail::not_a_decimal(text, at);
    return Decimal(negative ? -units : units, places);
}

GOALPOST_INLINE std::string Decimal::text() const {
    return detail::with_point(std::to_string(units_ < 0 ? -units_ : units_), places_, units_ < 0);
}

}  // namespace goalpost
