// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/codes.hpp"
#include "goalpost/kernel/detail/filter.hpp"
#include "goalpost/kernel/detail/plain_threshold.hpp"
#include "goalpost/kernel/detail/run.hpp"
#include "goalpost/kernel/row_outcome.hpp"

namespace goalpost::kernel {

/// A number against a line of its own unit, one row at a time and exactly.
class Threshold {
  public:
    static constexpr detail::Level filters_from = detail::Level::avx2;

    /// The places of both numbers, as a `Column` has them; std::invalid_argument for others.
    Threshold(Relation relation, int value_places, int line_places)
        : Threshold(relation, detail::checked_places(line_places) - detail::checked_places(value_places)) {}

    /// -1, 0 or 1: whether the value lies below, on or above the line, exactly.
    [[nodiscard]] int sign(std::int64_t value, std::int64_t line) const noexcept {
        return weigh(value, line, detail::Sign());
    }
    [[nodiscard]] RowOutcome operator()(std::int64_t value, std::int64_t line) const noexcept {
        return weigh(value, line, codes_);
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
                const double sizes = __builtin_fabs(left) + __builtin_fabs(right);
                return detail::decide(left - right, sizes, true, codes_);
            },
            value, line);
    }

  private:
    Threshold(Relation relation, int apart) noexcept
        : codes_(relation),
          up_(apart > 0 ? apart : 0),
          down_(apart < 0 ? -apart : 0),
          value_tens_(detail::powers_of_ten[up_ < 18 ? up_ : 18]),
          line_tens_(detail::powers_of_ten[down_ < 18 ? down_ : 18]),
          left_(detail::ten_to(up_)),
          right_(detail::ten_to(down_)) {}

    template <class Answer>
    [[nodiscard]] typename Answer::Result weigh(std::int64_t value, std::int64_t line,
                                                const Answer& answer) const noexcept {
        // Beyond 18 places apart, a number other than zero is larger than all that 64 bits hold.
        if (up_ > 18 && value != 0) return answer(value < 0 ? -1 : 1);
        if (down_ > 18 && line != 0) return answer(line < 0 ? 1 : -1);
        return answer(static_cast<detail::int128>(value) * value_tens_,  // below 2^63 * 2^60
                      static_cast<detail::int128>(line) * line_tens_);
    }

    detail::Codes codes_;
    int up_;
    int down_;
    std::int64_t value_tens_;
    std::int64_t line_tens_;
    double left_;
    double right_;
};

/// Judges row by row a number against a line of the same unit. Throws std::invalid_argument where lengths
/// differ.
inline void threshold(const Column& value, Relation relation, const Column& line, std::span<RowOutcome> out) {
    const auto level = detail::best_level();
    if (line.is_constant()) {
        std::int64_t whole = 0;
        const detail::PlainThreshold rule(relation, value.places(), line.constant_units(), line.places(),
                                          whole);
        detail::run(level, rule, out, value, Column::constant(whole));
    } else if (value.places() == line.places()) {
        detail::run(level, detail::PlainThreshold(relation), out, value, line);
    } else {
        detail::run(level, Threshold(relation, value.places(), line.places()), out, value, line);
    }
}

}  // namespace goalpost::kernel
