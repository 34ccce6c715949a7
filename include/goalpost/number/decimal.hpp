// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "goalpost/number/detail/int128.hpp"
#include "goalpost/result.hpp"

namespace goalpost {

/// A number as it was published: its digits and how many of them stand behind the point.
///
/// At most 18 digits and 18 places, held in 16 bytes without allocation; no binary floating point is ever
/// involved. `3.50` keeps its text, and is equal to `3.5` in numeric order.
class Decimal {
  public:
    static constexpr int max_digits = 18;

    constexpr Decimal() = default;

    /// units * 10^-places; throws std::out_of_range beyond 18 digits or places.
    constexpr explicit Decimal(std::int64_t units, int places = 0)
        : units_(units), places_(static_cast<std::uint8_t>(places)) {
        if (places < 0 || places > max_digits || units >= detail::powers_of_ten[max_digits] ||
            units <= -detail::powers_of_ten[max_digits])
            throw std::out_of_range("goalpost::Decimal holds at most 18 digits");
    }
    template <std::floating_point Float>
    Decimal(Float, int = 0) = delete;  ///< no published number comes out of a binary float

    /// Reads an optional sign, digits, and optionally a point with digits behind it; nothing else.
    /// `012` is twelve, `+5` is `5`, `-0` is `0`. Refused, with place and mending: blanks, `1,450`, `1.2.3`,
    /// full-width digits, `1e5`, `inf`, `.5`, `5.`, and more than 18 digits.
    static Result<Decimal> parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t units() const noexcept { return units_; }
    [[nodiscard]] constexpr int places() const noexcept { return places_; }
    [[nodiscard]] constexpr int sign() const noexcept { return (units_ > 0) - (units_ < 0); }
    [[nodiscard]] constexpr Decimal operator-() const { return Decimal(-units_, places_); }

    /// The digits as published, `3.50` for 3.50.
    [[nodiscard]] std::string text() const;

    /// Same digits and same places, not only the same number.
    [[nodiscard]] constexpr bool same_text(const Decimal& other) const noexcept {
        return units_ == other.units_ && places_ == other.places_;
    }
    friend constexpr std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept {
        if (a.places_ == b.places_) return a.units_ <=> b.units_;
        return static_cast<detail::int128>(a.units_) * detail::powers_of_ten[b.places_] <=>
               static_cast<detail::int128>(b.units_) * detail::powers_of_ten[a.places_];
    }
    friend constexpr bool operator==(const Decimal& a, const Decimal& b) noexcept { return (a <=> b) == 0; }

  private:
    std::int64_t units_ = 0;
    std::uint8_t places_ = 0;
};

namespace detail {

/// What stands at a place of a text, for an error: one whole UTF-8 character in quotes.
inline std::string found_at(std::string_view text, std::size_t position) {
    if (position >= text.size()) return "end of text";
    std::size_t end = position + 1;
    while (end < text.size() && end - position < 4 &&
           (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    return "'" + std::string(text.substr(position, end - position)) + "'";
}

inline ParseError not_a_decimal(std::string_view text, std::size_t position) {
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

inline Result<Decimal> Decimal::parse(std::string_view text) {
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

inline std::string Decimal::text() const {
    return detail::with_point(std::to_string(units_ < 0 ? -units_ : units_), places_, units_ < 0);
}

static_assert(sizeof(Decimal) == 16);

}  // namespace goalpost

/// Equal numbers hash alike: `3.50` and `3.5`.
template <>
struct std::hash<goalpost::Decimal> {
    std::size_t operator()(const goalpost::Decimal& value) const noexcept {
        auto units = value.units();
        auto places = value.places();
        while (places > 0 && units % 10 == 0) {
            units /= 10;
            --places;
        }
        return std::hash<std::int64_t>{}(units)*31U + static_cast<std::size_t>(units == 0 ? 0 : places);
    }
};
