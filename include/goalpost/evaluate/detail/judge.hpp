// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/assessment.hpp"
#include "goalpost/evaluate/line.hpp"
#include "goalpost/evaluate/measure.hpp"
#include "goalpost/evaluate/options.hpp"
#include "goalpost/evaluate/pace.hpp"
#include "goalpost/evaluate/target_terms.hpp"
#include "goalpost/result.hpp"

namespace goalpost {

class Evaluation;  // evaluate/evaluation.hpp

namespace detail {

/// Everything found about one target or one member of it; assessments and figures are cut from it.
struct Judgement {
    Assessment codes;
    Measured measured{Reason::missing_observation};
    std::optional<Measured> compared;  ///< what was held against the line, where that is not `measured`
    [[nodiscard]] const Measured& held() const { return compared ? *compared : measured; }
    Measured base{Reason::missing_base};
    Period base_period = Period::year(2000);
    const Criterion* criterion = nullptr;  ///< of the version and reading that was judged
    std::optional<Line> line;
    std::optional<Value> pace;         ///< as a share: 0.05 is five points ahead
    std::optional<Ratio> elapsed;      ///< share of the target's own span
    std::optional<Period> read_at;     ///< the period whose figures were judged, or could not be
    Reason lacking = Reason::not_due;  ///< why they are not the due ones
    bool accumulates = false;          ///< a flow whose part-period values grow towards the target
    bool part_sum = false;             ///< what was measured is such a part
    bool overshot = false;             ///< it lies behind what is accepted, as seen from the base
    // Only when details are wanted:
    std::vector<Judgement> parts;  ///< periods or members of a quantifier
    std::vector<std::string> part_names;
    std::vector<Judgement> readings;  ///< each by itself, where the words can mean several things
    Working measured_by;
    Working line_by;  ///< where the line is drawn by another series
    Working base_by;
};

/// Over the plan, growth is counted from the base: the criterion with `since` the period before the horizon.
Criterion since_base(const Criterion& criterion, const Period& base);

struct TargetDigits;

/// Judges targets of one plan by one set of observations. Reads only; safe from any number of threads.
class Judge {
  public:
    Judge(const Plan& plan, const Observations& data, const Binding& binding, const Date& as_of,
          const EvaluateOptions& options)
        : plan_(&plan), data_(&data), binding_(&binding), as_of_(as_of), options_(&options) {}

    [[nodiscard]] Judgement judge(const Target& target, Trace& trace) const;
    /// Measures the target's own series without judging, for figures that stand beside the verdict.
    [[nodiscard]] Measured measure(const Target& target, const MeasureTerm& term, const Period& period,
                                   Trace& trace) const;
    /// The level of the target's own series, whatever its criterion measures.
    [[nodiscard]] Reading level(const Target& target, const Period& period) const;
    /// The other series that a criterion compares with, at a period; in `own_scope` where it names no scope.
    /// What is missing there shows in the trace.
    [[nodiscard]] Measured measure_reference(const SeriesReference& reference, std::string_view own_scope,
                                             const Period& period, Trace& trace) const;

  private:
    struct Case {  // one criterion of one target in one scope
        const Target* target;
        const Criterion* criterion;
        const Indicator* indicator;
        std::string_view scope;
        const AnyMeasure* measure;
        Period due;
        const std::optional<Base>* base;
        [[nodiscard]] Better better() const { return measure->traits().better.value_or(indicator->better); }
    };
    [[nodiscard]] Judgement judge_reading(const Target& target, const TargetTerms& terms,
                                          const Criterion& criterion, Trace& trace) const;
    [[nodiscard]] Judgement judge_every(const Case& one, Trace& trace) const;
    [[nodiscard]] Judgement judge_group(const Case& one, Trace& trace) const;
    [[nodiscard]] Judgement judge_one(const Case& one, Trace& trace) const;
    [[nodiscard]] Measured measure_at(const Indicator& indicator, std::string_view scope,
                                      const std::optional<Base>& base, const MeasureTerm& term,
                                      const Period& period, Trace& trace) const;
    [[nodiscard]] Measured measure_at(const Case& one, const Period& period, Trace& trace) const {
        return measure_at(*one.indicator, one.scope, *one.base, one.criterion->measure, period, trace);
    }
    [[nodiscard]] bool locate(const Case& one, Judgement& found, Trace& trace) const;
    [[nodiscard]] Reason try_at(const Case& one, const Period& period, Judgement& found, Trace& trace) const;
    [[nodiscard]] Result<Line, Reason> draw_line(const Case& one, const Period& period,
                                                 const UnitOfMeasure& unit, Trace& trace) const;
    [[nodiscard]] Result<Line, Reason> draw_line(const Case& one, const SeriesReference& reference,
                                                 const Period& period, const UnitOfMeasure& unit,
                                                 Trace& trace) const;
    /// How many base units one of `symbol` is, where the measured unit can be held against it.
    [[nodiscard]] std::optional<Ratio> factor_of(const Case& one, const std::string& symbol,
                                                 const UnitOfMeasure& measured, bool margin) const;
    void find_pace(const Case& one, Judgement& found) const;
    [[nodiscard]] std::vector<Series> series_read(const Case& one) const;
    [[nodiscard]] std::optional<Series::Row> find_break(const Case& one, const Date& after,
                                                        const Date& until) const;
    [[nodiscard]] std::vector<Period> candidates(const Case& one, const Period& base_period) const;
    void settle(const Case& one, Judgement& found, Trace& trace) const;
    void measure_base(const Case& one, Judgement& found, Trace& trace) const;
    void settle_interim(const Case& one, Judgement& found, const Holding& holding) const;
    void note_target_precision(const Case& one, Judgement& found) const;
    [[nodiscard]] bool stands_still(const Case& one) const;
    [[nodiscard]] std::optional<TargetDigits> target_digits(const Case& one, const Measured& measured) const;
    [[nodiscard]] std::optional<Measured> at_target_precision(const Case& one,
                                                              const Measured& measured) const;
    [[nodiscard]] TargetTerms terms_of(const Target& target) const {
        return goalpost::terms_of(target, as_of_, options_->versions);
    }
    void conclude(Judgement& found) const {
        if (options_->require_firm) demand_firm(found.codes);
    }

    [[nodiscard]] Reason absence(const Case& one, const Period& reading, Reason found) const;
    [[nodiscard]] Series series_of(const Indicator& indicator, std::string_view scope) const;
    [[nodiscard]] bool over(const Period& period) const { return period.last() <= as_of_; }
    static void undetermined(Judgement& found, Reason reason);
    static void join_reading(Judgement& found, const Judgement& other);

    const Plan* plan_;
    const Observations* data_;
    const Binding* binding_;
    Date as_of_;
    const EvaluateOptions* options_;
};

/// The judge of an evaluation, which must outlive it.
Judge judge_of(const Evaluation& evaluation);
/// Everything found on the way to a verdict, with formula and inputs in the trace; for reports and
/// explanations. Nothing was measured for an invalid target.
std::pair<Judgement, Trace> details_of(const Evaluation& evaluation, const Assessment& assessment);

}  // namespace detail
}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/judge_impl.hpp"  // IWYU pragma: keep
#endif
