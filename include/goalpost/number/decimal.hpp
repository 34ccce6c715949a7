// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
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
std::string found_at(std::string_view text, std::size_t position);
ParseError not_a_decimal(std::string_view text, std::size_t position);

}  // namespace detail

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

#if !defined(GOALPOST_COMPILED)
#include "goalpost/number/detail/decimal_impl.hpp"  // IWYU pragma: keep
#endif
