// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/verdict.hpp"
#include "goalpost/model/unit_of_measure.hpp"
#include "goalpost/number/interval.hpp"

namespace goalpost {

namespace detail {
/// Throws std::logic_error: a reason was asked for the number that it stands for.
[[noreturn]] void refuse_reason(Reason reason);
}  // namespace detail

/// A number taken from published figures, in base units with the interval its digits allow; or why there is
/// none. Where there is none, what is asked of the number throws std::logic_error.
class Reading {
  public:
    Reading(Reason reason);  // NOLINT: a reason stands for a missing number
    /// `unit` must outlive it; a temporary one is refused.
    Reading(Rounded value, const UnitOfMeasure& unit);
    Reading(Rounded, const UnitOfMeasure&&) = delete;

    explicit operator bool() const noexcept { return reason_ == Reason::none; }
    [[nodiscard]] Reason reason() const noexcept { return reason_; }
    [[nodiscard]] const Rounded& operator*() const {
        require();
        return value_;
    }
    [[nodiscard]] const Rounded* operator->() const { return &**this; }
    /// The unit it was published in; `*` itself is in base units.
    [[nodiscard]] const UnitOfMeasure& unit() const {
        require();
        return *unit_;
    }

  private:
    void require() const {
        if (unit_ == nullptr) detail::refuse_reason(reason_);
    }
    Rounded value_;
    const UnitOfMeasure* unit_ = nullptr;
    Reason reason_ = Reason::none;
};

/// The units that computed figures come in.
namespace figure_units {
const UnitOfMeasure& percent();
const UnitOfMeasure& points();
const UnitOfMeasure& pure();
const UnitOfMeasure& rank();
/// What a difference of two figures in `unit` comes in: of percentages in points, never in percent.
const UnitOfMeasure& of_difference(const UnitOfMeasure& unit);
const UnitOfMeasure& of_difference(const UnitOfMeasure&&) = delete;
}  // namespace figure_units

/// What a measure found: an exact number with the interval that rounding allows; or why there is none. Where
/// there is none, what is asked of the number throws std::logic_error.
class Measured {
  public:
    Measured(Reason reason);           // NOLINT: a reason stands for a missing number
    Measured(const Reading& reading);  // NOLINT: a reading is measured as it is
    /// `value` in base units of `unit`, which must outlive the evaluation; a temporary one is refused.
    Measured(const Rounded& value, const UnitOfMeasure& unit);
    Measured(Value value, Interval range, const UnitOfMeasure& unit);
    Measured(const Rounded&, const UnitOfMeasure&&) = delete;
    Measured(Value, Interval, const UnitOfMeasure&&) = delete;

    explicit operator bool() const noexcept { return reason_ == Reason::none; }
    [[nodiscard]] Reason reason() const noexcept { return reason_; }
    [[nodiscard]] const Value& value() const {
        require();
        return value_;
    }
    [[nodiscard]] const Interval& range() const {
        require();
        return range_;
    }
    /// Both, to calculate with; throws std::logic_error for an irrational number, too.
    [[nodiscard]] Rounded rounded() const { return {value().rational(), range_}; }
    [[nodiscard]] const UnitOfMeasure& unit() const {
        require();
        return *unit_;
    }

  private:
    void require() const {
        if (unit_ == nullptr) detail::refuse_reason(reason_);
    }
    Value value_;
    Interval range_;  // zero and nothing else
    const UnitOfMeasure* unit_ = nullptr;
    Reason reason_ = Reason::none;
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/reading_impl.hpp"  // IWYU pragma: keep
#endif
