// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/reading.hpp"

namespace goalpost {

/// One figure of an assessment: an exact value in base units and the unit to show it in; or why there is
/// none. Where there is none, what is asked of the figure throws std::logic_error.
class Figure {
  public:
    Figure(Reason reason);  // NOLINT: a reason stands for a missing figure
    Figure(Value value, UnitOfMeasure unit);
    /// A number that no sum of roots writes, as a quotient of two: `value` is within 2^-100 of it.
    static Figure close_to(Ratio value, UnitOfMeasure unit);

    explicit operator bool() const noexcept { return unit_.has_value(); }
    [[nodiscard]] Reason reason() const noexcept { return reason_; }
    /// In base units.
    [[nodiscard]] const Value& value() const {
        require();
        return value_;
    }
    /// In its unit: 96.92 for 96.92 %.
    [[nodiscard]] Value shown() const;
    [[nodiscard]] const UnitOfMeasure& unit() const {
        require();
        return *unit_;
    }
    /// Whether `value` is the very number; see `close_to`.
    [[nodiscard]] bool is_the_number() const noexcept { return !is_close_; }

  private:
    void require() const {
        if (!unit_) detail::refuse_reason(reason_);
    }
    Value value_;
    std::optional<UnitOfMeasure> unit_;  // its own, so that a figure may outlive its plan
    Reason reason_ = Reason::none;
    bool is_close_ = false;
};

/// The figures of one assessment. Percentages of completion and progress are in %, pace is in points.
struct Figures {
    Figure measured{Reason::missing_observation};
    Figure required{Reason::missing_observation};
    Figure gap{Reason::missing_observation};                ///< measured - required, its sign never flipped
    Figure completion{Reason::not_applicable_figure};       ///< actual / plan
    Figure over_fulfilment{Reason::not_applicable_figure};  ///< completion - 100 %
    Figure progress{Reason::missing_base};                  ///< (value - base) / (target - base)
    Figure growth{Reason::missing_observation};             ///< on a year before
    Figure pace{Reason::not_applicable_figure};             ///< progress less time gone
    Figure needed{Reason::not_applicable_figure};           ///< the total still lacking
    Figure projected{Reason::not_applicable_figure};        ///< where the present pace leads by the due date
    Figure base{Reason::missing_base};
    std::optional<Period> base_period;  ///< of the base, where it is one figure
    bool base_is_stated = false;        ///< by the plan
    /// Where else than at `required` the verdict turns, in base units: the ends of a tolerance or a range.
    std::vector<Value> edges{};
};

namespace detail {

/// Numbers in base units as they are shown in a unit.
Value shown_in(const UnitOfMeasure& unit, const Value& number);
std::vector<Value> shown_in(const UnitOfMeasure& unit, std::span<const Value> numbers);

/// Where the verdict turns among the numbers of one of its figures besides at `required`, in base units;
/// empty for figures that are not held against anything.
std::vector<Value> edges_of(const Figures& figures, Figure Figures::*one);

}  // namespace detail

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/figure_impl.hpp"  // IWYU pragma: keep
#endif
