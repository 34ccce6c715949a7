// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "goalpost/evaluate/binding.hpp"
#include "goalpost/evaluate/reading.hpp"
#include "goalpost/evaluate/series.hpp"
#include "goalpost/evaluate/trace.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost {

/// Everything a measure may read, and nothing it may change: the series of one indicator in one scope at one
/// period, the arguments of the measure, and any other series of the plan.
///
/// Each number read leaves its rows in the trace, so evidence, firmness and explanation come by themselves.
class MeasureView {
  public:
    /// `indicator` is the plan's, or another one with its id; std::invalid_argument where there is none.
    /// Everything must outlive the view; temporary terms and bases are refused.
    MeasureView(const Plan& plan, const Observations& data, const Binding& binding, const Date& as_of,
                const Indicator& indicator, std::string_view scope, const MeasureTerm& term,
                const Period& period, const std::optional<Base>& base, Trace& trace);
    MeasureView(const Plan&, const Observations&, const Binding&, const Date&, const Indicator&,
                std::string_view, const MeasureTerm&&, const Period&, const std::optional<Base>&,
                Trace&) = delete;
    MeasureView(const Plan&, const Observations&, const Binding&, const Date&, const Indicator&,
                std::string_view, const MeasureTerm&, const Period&, const std::optional<Base>&&,
                Trace&) = delete;

    [[nodiscard]] const Plan& plan() const noexcept { return *plan_; }
    [[nodiscard]] const Indicator& indicator() const noexcept { return *indicator_; }
    [[nodiscard]] std::string_view scope() const noexcept { return scope_; }
    [[nodiscard]] const MeasureTerm& term() const noexcept { return *term_; }
    /// The period to measure at.
    [[nodiscard]] const Period& period() const noexcept { return period_; }
    /// What growth and change are counted from: the term's `since`, else a year before; nothing where the
    /// calendar, which begins with 1400, has no year before.
    [[nodiscard]] std::optional<Period> counted_from() const;
    [[nodiscard]] const Date& as_of() const noexcept { return as_of_; }
    [[nodiscard]] const Series& series() const noexcept { return series_; }
    [[nodiscard]] Trace& trace() const noexcept { return *trace_; }

    /// Amount, count, share or place of the indicator at the measure's period, or at another one. What the
    /// plan itself states for its base period goes before what was published for it.
    [[nodiscard]] Reading level() const { return level(period_); }
    [[nodiscard]] Reading level(const Period& period) const;
    /// The level of a base period; `missing_base` where there is none, and `broken_series` where another
    /// definition begins behind it. For a flow, a base of another length than the measure's period is none:
    /// half a year is not held against a year.
    [[nodiscard]] Reading base_level(const Period& period) const;
    /// The same of another series.
    [[nodiscard]] Reading base_level_of(const Series& series, const Period& period,
                                        std::string_view symbol) const;
    /// The same of another indicator of the plan (by id), in this scope or in another.
    [[nodiscard]] Reading level_of(std::string_view indicator, std::string_view scope = {}) const;
    /// A figure published on a basis for exactly that period: growth, share, change, completion, rank.
    [[nodiscard]] Reading published(Basis basis, const Period& period) const;
    [[nodiscard]] Reading published_of(const Series& series, Basis basis, const Period& period) const;

    /// The series of an indicator of the plan, or of another one with its id, in a scope, which must outlive
    /// the series. Throws std::invalid_argument where the plan has no such indicator.
    [[nodiscard]] Series series_of(const Indicator& indicator, std::string_view scope) const;
    /// The series that `of ID [@ SCOPE]` names; the measure's own where the term has none. Throws
    /// std::invalid_argument where the plan has no indicator ID.
    [[nodiscard]] Series other() const;
    [[nodiscard]] Reading level_of(const Series& series, const Period& period, std::string_view symbol) const;

    /// Says which formula was used, in the letters of the inputs: `y / b - 1`.
    void formula(std::string_view formula) const { trace_->formula(formula); }
    /// Flags that two figures for one thing differ by more than rounding; `used` is the one that goes on.
    void contradiction(Flag flag, const Series& series, const Period& period, Value used, Value other,
                       const UnitOfMeasure& unit) const;

  private:
    [[nodiscard]] Reading take(const Series& series, const Series::Found& found,
                               std::string_view symbol) const;
    [[nodiscard]] Reading read(const Series& series, const Series::Found& found) const;
    /// Leaves a trace of a figure that was looked for in vain.
    [[nodiscard]] Reading or_absent(const Series& series, const Period& period, std::string_view symbol,
                                    Reading reading, std::optional<Basis> basis = {}) const;
    [[nodiscard]] bool is_stated_base(const Period& period) const;
    [[nodiscard]] Reading stated_base() const;
    template <class Read>
    [[nodiscard]] Reading as_base(const Series& series, const Period& period, Read read) const;
    [[nodiscard]] Reading sum_of(const Series& series, const Period& period, std::string_view symbol) const;
    void note(const Series& series, const Period& period, Basis basis, std::string_view symbol,
              const Reading& reading, std::vector<std::uint32_t> rows) const;
    [[nodiscard]] Reading find_level(const Series& series, const Period& period,
                                     std::string_view symbol) const;

    const Plan* plan_;
    const Observations* data_;
    const Binding* binding_;
    Date as_of_;
    const Indicator* indicator_;
    std::string_view scope_;
    const MeasureTerm* term_;
    Period period_;
    const std::optional<Base>* base_;
    Trace* trace_;
    Series series_;
};

namespace detail {

/// The number that a row's digits, unit and qualifier stand for, in base units.
Rounded read_row(const ObservationRow& row, const UnitOfMeasure& unit);

bool two_agree(const Interval& a, const Interval& b);

/// Whether a figure on that basis can be in that unit. A place is counted in 位 or 名, or in nothing.
bool fits(Basis basis, const UnitOfMeasure& unit, const Indicator& indicator);

}  // namespace detail

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/measure_view_impl.hpp"  // IWYU pragma: keep
#endif
