// SPDX-License-Identifier: BSL-1.0
// Figures as integers, for those who only print them.
#pragma once

#include <cstdint>
#include <optional>

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/assessment.hpp"
#include "goalpost/evaluate/detail/plain_number.hpp"

namespace goalpost {

class Evaluation;
struct Figures;

namespace detail {

/// a / b in percent, b not zero; false where that leaves 128 bits.
[[nodiscard]] constexpr bool find_percentage(Fraction a, const Fraction& b, Fraction& found) noexcept {
    found = {a.top, b.top};
    if (a.bottom != b.bottom && !scale(found, b.bottom, a.bottom)) return false;
    if (found.bottom < 0) found = {-found.top, -found.bottom};
    return multiply(found.top, 100, found.top);
}

/// A figure in its unit: `number`, or where that is irrational, between it and `width` / bottom more. The
/// unit belongs to the evaluation.
struct ShortFigure {
    ShortFigure() = default;
    ShortFigure(Reason why) : reason(why) {}  // NOLINT: a reason stands for a missing figure
    ShortFigure(const Fraction& value, const UnitOfMeasure& in, std::int64_t way = 0)
        : number(value), width(way), unit(&in) {}
    explicit operator bool() const noexcept { return unit != nullptr; }

    Fraction number;
    std::int64_t width = 0;
    const UnitOfMeasure* unit = nullptr;  ///< nullptr where there is none
    Reason reason = Reason::not_applicable_figure;
};

/// The same as Figures.
struct ShortFigures {
    ShortFigure measured{Reason::missing_observation};
    ShortFigure required{Reason::missing_observation};
    ShortFigure gap{Reason::missing_observation};
    ShortFigure completion;
    ShortFigure over_fulfilment;
    ShortFigure progress{Reason::missing_base};
    ShortFigure growth{Reason::missing_observation};
    ShortFigure pace;
    ShortFigure needed;
    ShortFigure projected;
    ShortFigure base{Reason::missing_base};
    std::optional<Period> base_period;
    bool base_is_stated = false;
    // Where what was measured is irrational, 1 + it to this power.
    Fraction radicand;
    unsigned degree = 0;
};

/// The same figures as exact numbers.
Figures figures_of(const ShortFigures& found);

/// Finds the figures of one assessment after the other by the integers that judged.
class ShortFigureFinder {
  public:
    explicit ShortFigureFinder(const Evaluation& evaluation) : evaluation_(evaluation) {}

    /// False where `Evaluation::figures` has to tell; `figures` mean nothing then.
    [[nodiscard]] bool find(const Assessment& assessment, ShortFigures& figures);

  private:
    const Evaluation& evaluation_;
    // The last that was asked for: neighbours are mostly read in the same period.
    std::optional<Period> reading_;
    std::optional<Period> year_before_;
};

}  // namespace detail
}  // namespace goalpost
