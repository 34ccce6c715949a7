// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/codes.hpp"
#include "goalpost/kernel/detail/filter.hpp"
#include "goalpost/kernel/row_outcome.hpp"

namespace goalpost::kernel::detail {

/// Whole numbers against whole numbers: nothing but comparisons of 64 bits, in every processor's vectors.
class PlainThreshold {
  public:
    static constexpr Level filters_from = Level::any;

    explicit PlainThreshold(Relation relation) noexcept
        : below_(Codes(relation).below_line()),
          at_(Codes(relation).at_line()),
          above_(Codes(relation).above_line()) {}

    /// Against a line that is the same in all rows, `line` * 10^-line_places, by the whole number of the
    /// values' units that `whole` becomes: the largest that is not above the line.
    PlainThreshold(Relation relation, int value_places, std::int64_t line, int line_places,
                   std::int64_t& whole) noexcept
        : PlainThreshold(relation) {
        const int apart = value_places - line_places;
        const std::int64_t tens = powers_of_ten[apart > 18 || apart < -18 ? 18 : apart < 0 ? -apart : apart];
        whole = line;
        if (apart > 0 && line != 0 && (apart > 18 || __builtin_mul_overflow(line, tens, &whole))) {
            whole = 0;  // no value comes near it
            below_ = at_ = above_ = line > 0 ? below_ : above_;
        } else if (apart < 0) {
            whole = apart < -18 ? 0 : line / tens;
            const std::int64_t rest = apart < -18 ? line : line % tens;
            if (rest < 0) --whole;
            if (rest != 0) at_ = below_;
        }
    }

    [[nodiscard]] RowOutcome operator()(std::int64_t value, std::int64_t line) const noexcept {
        return static_cast<RowOutcome>(code(value, line));
    }
    [[nodiscard]] bool has_filter() const noexcept { return true; }
    template <Level>
    [[gnu::always_inline]] void filter(std::uint8_t* codes, const std::int64_t* value,
                                       const std::int64_t* line) const noexcept {
        by_side(below_, at_, above_, [=](const auto& side) { each_row(codes, side, value, line); });
    }

  private:
    [[nodiscard]] std::uint8_t code(std::int64_t value, std::int64_t line) const noexcept {
        const std::uint8_t unlike = value > line ? above_ : below_;
        return value == line ? at_ : unlike;
    }

    std::uint8_t below_;
    std::uint8_t at_;
    std::uint8_t above_;
};

}  // namespace goalpost::kernel::detail
