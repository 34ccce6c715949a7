// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <cstdint>
#include <span>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/filter.hpp"
#include "goalpost/kernel/detail/natural.hpp"
#include "goalpost/kernel/detail/run.hpp"
#include "goalpost/kernel/row_outcome.hpp"

namespace goalpost::kernel {

/// A number against a line of its own unit, one row at a time and exactly.
class Threshold {
  public:
    static constexpr detail::Level filters_from = detail::Level::avx512;

    /// The places of both numbers, as a `Column` has them.
    Threshold(Relation relation, int value_places, int line_places) noexcept
        : codes_(relation),
          up_(line_places > value_places ? line_places - value_places : 0),
          down_(value_places > line_places ? value_places - line_places : 0),
          value_tens_(detail::powers_of_ten[up_ < 18 ? up_ : 18]),
          line_tens_(detail::powers_of_ten[down_ < 18 ? down_ : 18]),
          left_(detail::ten_to(up_)),
          right_(detail::ten_to(down_)) {}

    [[nodiscard]] std::strong_ordering order(std::int64_t value, std::int64_t line) const noexcept {
        // Beyond 18 places apart, a number other than zero is larger than all that 64 bits hold.
        if (up_ > 18 && value != 0) return value <=> 0;
        if (down_ > 18 && line != 0) return 0 <=> line;
        return static_cast<detail::int128>(value) * value_tens_ <=>
               static_cast<detail::int128>(line) * line_tens_;
    }
    [[nodiscard]] RowOutcome operator()(std::int64_t value, std::int64_t line) const noexcept {
        return codes_.of(order(value, line));
    }

    [[nodiscard]] bool has_filter() const noexcept { return true; }
    template <detail::Level level>
    [[gnu::always_inline]] void filter(std::uint8_t* codes, const std::int64_t* value,
                                       const std::int64_t* line) const noexcept {
        detail::each_row(
            codes,
            [this](std::int64_t v, std::int64_t t) {
                const double left = detail::to_double<level>(v) * left_;
                const double right = detail::to_double<level>(t) * right_;
                const double sizes = (left < 0 ? -left : left) + (right < 0 ? -right : right);
                return detail::decide(left - right, sizes, true, codes_);
            },
            value, line);
    }

  private:
    detail::Codes codes_;
    int up_;
    int down_;
    std::int64_t value_tens_;
    std::int64_t line_tens_;
    double left_;
    double right_;
};

namespace detail {

/// Whole numbers against whole numbers: nothing but comparisons of 64 bits, in every processor's vectors.
class PlainThreshold {
  public:
    static constexpr Level filters_from = Level::any;

    explicit PlainThreshold(Codes codes) noexcept : codes_(codes) {}

    [[nodiscard]] RowOutcome operator()(std::int64_t value, std::int64_t line) const noexcept {
        return codes_.of(value <=> line);
    }
    [[nodiscard]] bool has_filter() const noexcept { return true; }
    template <Level>
    [[gnu::always_inline]] void filter(std::uint8_t* codes, const std::int64_t* value,
                                       const std::int64_t* line) const noexcept {
        each_row(
            codes,
            [this](std::int64_t v, std::int64_t t) {
                const std::uint8_t unlike = v > t ? codes_.above : codes_.below;
                return v == t ? codes_.at : unlike;
            },
            value, line);
    }

  private:
    Codes codes_;
};

/// A line that is the same in every row, in the units of the values: the largest whole number not above it,
/// which lies below the line where that is not whole.
inline void against_constant(const Column& value, Relation relation, const Column& line,
                             std::span<RowOutcome> out) {
    Codes codes(relation);
    const int apart = value.places() - line.places();
    std::int64_t whole = line.constant_units();
    if (apart > 0) {
        const int128 scaled = static_cast<int128>(whole) * powers_of_ten[apart < 18 ? apart : 18];
        if ((apart > 18 && whole != 0) || scaled > INT64_MAX || scaled < INT64_MIN) {
            codes.below = codes.at = codes.above = whole > 0 ? codes.below : codes.above;
        } else {
            whole = static_cast<std::int64_t>(scaled);
        }
    } else if (apart < 0) {
        const std::int64_t tens = powers_of_ten[apart > -18 ? -apart : 18];
        std::int64_t rest = whole % tens;
        whole /= tens;
        if (apart < -18) {  // less than ten of the values' units are 10^19 of the line's
            rest = line.constant_units();
            whole = 0;
        }
        if (rest < 0) --whole;
        if (rest != 0) codes.at = codes.below;
    }
    run(best_level(), PlainThreshold(codes), out, value, Column::constant(whole));
}

}  // namespace detail

/// Judges row by row a number against a line of the same unit. Throws std::invalid_argument where lengths
/// differ.
inline void threshold(const Column& value, Relation relation, const Column& line, std::span<RowOutcome> out) {
    if (line.is_constant()) {
        detail::against_constant(value, relation, line, out);
    } else if (value.places() == line.places()) {
        detail::run(detail::best_level(), detail::PlainThreshold(detail::Codes(relation)), out, value, line);
    } else {
        detail::run(detail::best_level(), Threshold(relation, value.places(), line.places()), out, value,
                    line);
    }
}

}  // namespace goalpost::kernel
