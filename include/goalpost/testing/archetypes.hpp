// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "goalpost/evaluate/evaluator.hpp"

namespace goalpost::testing {

/// The least that a measure must be: it can be copied, and called as a constant; what it returns converts to
/// `Measured` and is nothing else. No default constructor, no assignment, no comparison, no traits. Code that
/// compiles with it asks no more of measures than the concept does.
class MinimalMeasure {
  public:
    class Result {
      public:
        explicit Result(const Measured& measured) : measured_(measured) {}
        Result(const Result&) = delete;
        operator Measured() const { return measured_; }  // NOLINT: that is all it is

      private:
        Measured measured_;
    };

    explicit MinimalMeasure(int months_before) : months_before_(months_before) {}
    MinimalMeasure(const MinimalMeasure&) = default;
    MinimalMeasure& operator=(const MinimalMeasure&) = delete;
    ~MinimalMeasure() = default;

    /// The level so many months before.
    Result operator()(const MeasureView& view) const {
        return Result(view.level(view.period().shifted(-months_before_)));
    }

  private:
    int months_before_;
};

static_assert(Measure<MinimalMeasure>);

/// The least that an evaluator must be: it can be copied, and called as a constant; what it returns converts
/// to `Finding` and is nothing else.
class MinimalEvaluator {
  public:
    class Result {
      public:
        explicit Result(bool firm) : firm_(firm) {}
        Result(const Result&) = delete;
        operator Finding() const {
            return firm_ ? Finding(Outcome::met) : Reason::rests_on_rounding;
        }  // NOLINT

      private:
        bool firm_;
    };

    explicit MinimalEvaluator(Certainty wanted) : wanted_(wanted) {}
    MinimalEvaluator(const MinimalEvaluator&) = default;
    MinimalEvaluator& operator=(const MinimalEvaluator&) = delete;
    ~MinimalEvaluator() = default;

    /// Whether the library's own verdict is as certain as wanted.
    Result operator()(const TargetView& view) const { return Result(view.assessment().certainty == wanted_); }

  private:
    Certainty wanted_;
};

static_assert(Evaluator<MinimalEvaluator>);

}  // namespace goalpost::testing
