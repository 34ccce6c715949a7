// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/assessment.hpp"
#include "goalpost/evaluate/detail/periods.hpp"
#include "goalpost/evaluate/line.hpp"
#include "goalpost/evaluate/measure.hpp"
#include "goalpost/evaluate/options.hpp"
#include "goalpost/evaluate/pace.hpp"
#include "goalpost/result.hpp"

namespace goalpost::detail {

/// Everything found about one target or one member of it; assessments and figures are cut from it.
struct Judgement {
    Assessment codes;
    Measured measured{Reason::missing_observation};
    std::optional<Measured> compared;  ///< what was held against the line, where that is not `measured`
    Measured base{Reason::missing_base};
    Period base_period = Period::year(2000);
    const Criterion* criterion = nullptr;  ///< of the version and reading that was judged
    std::optional<Line> line;
    std::optional<Value> pace;     ///< as a share: 0.05 is five points ahead
    std::optional<Ratio> elapsed;  ///< share of the target's own span
    bool accumulates = false;      ///< a flow whose part-period values grow towards the target
    bool part_sum = false;         ///< what was measured is such a part
    // Only when details are wanted:
    std::vector<Judgement> parts;  ///< periods or members of a quantifier
    std::vector<std::string> part_names;
    std::vector<Judgement> readings;  ///< each by itself, where the words can mean several things
    Working measured_by;
    Working line_by;  ///< where the line is drawn by another series
    Working base_by;
};

/// Judges targets of one plan by one set of observations. Reads only; safe from any number of threads.
class Judge {
  public:
    Judge(const Plan& plan, const Observations& data, const Binding& binding, const Date& as_of,
          const EvaluateOptions& options)
        : plan_(&plan), data_(&data), binding_(&binding), as_of_(as_of), options_(&options) {}

    [[nodiscard]] Judgement judge(const Target& target, Trace& trace) const;
    /// Measures without judging, for figures that stand beside the verdict.
    [[nodiscard]] Measured measure(const Target& target, std::string_view scope, const MeasureTerm& term,
                                   const Period& period, Trace& trace) const;
    /// The other series that a criterion compares with, at a period: what is missing there shows in the
    /// trace.
    [[nodiscard]] Measured measure_reference(const Target& target, const SeriesReference& reference,
                                             const Period& period, Trace& trace) const;

    struct Terms {  // of one version of a target
        std::span<const Criterion> readings;
        Period due;
        const std::optional<Base>* base;
        bool earlier;
    };
    /// What the target asks for, in the version that is judged.
    [[nodiscard]] Terms terms_of(const Target& target) const;

  private:
    struct Case {  // one criterion of one target in one scope
        const Target* target;
        const Criterion* criterion;
        const Indicator* indicator;
        std::string_view scope;
        const AnyMeasure* measure;
        Period due;
        const std::optional<Base>* base;
    };
    [[nodiscard]] Judgement judge_reading(const Target& target, const Terms& terms,
                                          const Criterion& criterion, Trace& trace) const;
    [[nodiscard]] Judgement judge_every(const Case& one, Trace& trace) const;
    [[nodiscard]] Judgement judge_group(const Case& one, Trace& trace) const;
    [[nodiscard]] Judgement judge_one(const Case& one, Trace& trace) const;
    [[nodiscard]] Measured measure_at(const Case& one, const MeasureTerm& term, const Period& period,
                                      Trace& trace) const;
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
    [[nodiscard]] std::vector<Period> candidates(const Case& one, const Period& base_period) const;
    void settle(const Case& one, Judgement& found, Trace& trace) const;
    void measure_base(const Case& one, Judgement& found, Trace& trace) const;
    void settle_interim(const Case& one, Judgement& found, const Holding& holding) const;
    void note_target_precision(const Case& one, Judgement& found) const;
    [[nodiscard]] std::optional<Measured> at_target_precision(const Case& one, const Judgement& found) const;
    void conclude(Judgement& found) const;

    [[nodiscard]] Reason absence(const Case& one, const Period& reading, Reason found) const;
    [[nodiscard]] Series series_of(const Indicator& indicator, std::string_view scope) const {
        const auto index = static_cast<std::size_t>(&indicator - plan_->indicators().data());
        return {*data_, indicator, binding_->spans(index, scope), as_of_};
    }
    [[nodiscard]] bool over(const Period& period) const { return period.last() <= as_of_; }
    static void undetermined(Judgement& found, Reason reason) {
        found.codes.outcome = Outcome::undetermined;
        found.codes.certainty = Certainty::open;
        found.codes.reason = reason;
        found.codes.flags.remove(Flag::over_fulfilled);  // both are said of a verdict
        found.codes.flags.remove(Flag::met_at_target_precision);
    }
    static void join_reading(Judgement& found, const Judgement& other);

    const Plan* plan_;
    const Observations* data_;
    const Binding* binding_;
    Date as_of_;
    const EvaluateOptions* options_;
};

inline Measured Judge::measure_at(const Case& one, const MeasureTerm& term, const Period& period,
                                  Trace& trace) const {
    const auto* measure = options_->measures.find(term.name);
    if (measure == nullptr) return Reason::unknown_measure;
    const auto& needs = measure->traits();
    const bool lacks = (needs.needs_since && !term.since) || (needs.needs_other && !term.of) ||
                       (needs.needs_group && term.group.empty());
    if (lacks) return Reason::unknown_measure;
    trace.formula({});
    return (*measure)(MeasureView(*plan_, *data_, *binding_, as_of_, *one.indicator, one.scope, term, period,
                                  *one.base, trace));
}

inline Measured Judge::measure(const Target& target, std::string_view scope, const MeasureTerm& term,
                               const Period& period, Trace& trace) const {
    const auto& indicator = plan_->indicator_of(target);
    return measure_at({&target, &target.criterion(), &indicator, scope, nullptr, period, &target.base}, term,
                      period, trace);
}

inline Measured Judge::measure_reference(const Target& target, const SeriesReference& reference,
                                         const Period& period, Trace& trace) const {
    const std::optional<Base> no_base;  // a base that the plan states is that of the target's own indicator
    const auto& series = *reference.measure.of;
    const std::string_view scope = series.scope.empty() ? plan_->scope_of(target) : series.scope;
    auto term = reference.measure;
    term.of.reset();
    return measure_at({&target, &target.criterion(), plan_->find_indicator(series.indicator), scope, nullptr,
                       period, &no_base},
                      term, period, trace);
}

inline Judgement Judge::judge(const Target& target, Trace& trace) const {
    Judgement found;
    if (target.standing != Standing::active) {
        undetermined(found,
                     target.standing == Standing::withdrawn ? Reason::withdrawn : Reason::not_applicable);
        found.codes.status = Status::not_counted;
        return found;
    }
    const auto terms = terms_of(target);
    found = judge_reading(target, terms, terms.readings.front(), trace);
    if (trace.detailed() && terms.readings.size() > 1) found.readings.push_back(Judgement(found));
    for (const auto& reading : terms.readings.subspan(1)) {
        const auto other = judge_reading(target, terms, reading, trace);
        if (trace.detailed()) found.readings.push_back(other);
        join_reading(found, other);
    }
    found.codes.flags |= trace.flags();
    if (terms.earlier) found.codes.flags |= Flag::earlier_version;
    if (target.manual) found.codes.flags |= Flag::manual;
    return found;
}

/// Readings that agree give their verdict, as firm as the least firm of them; where one is undetermined, so
/// are all, for its reason; where they contradict each other, there is no verdict.
inline void Judge::join_reading(Judgement& found, const Judgement& other) {
    auto& codes = found.codes;
    if (codes.outcome == other.codes.outcome) {
        if (codes.certainty < other.codes.certainty) codes.certainty = other.codes.certainty;
        if (codes.status == other.codes.status) return;
        // Of achieved, achieved early and on track the later says less.
        codes.status =
            codes.outcome == Outcome::met ? std::max(codes.status, other.codes.status) : Status::undetermined;
        codes.flags |= other.codes.flags & Flags(Flag::may_fall_back);
    } else if (other.codes.outcome == Outcome::undetermined) {
        undetermined(found, other.codes.reason);
        codes.status = other.codes.status;
    } else if (codes.outcome != Outcome::undetermined) {
        undetermined(found, Reason::readings_disagree);
        codes.status = Status::undetermined;
    }
}

/// The version of a target that is to be judged.
inline Judge::Terms Judge::terms_of(const Target& target) const {
    const auto earlier = [](const TargetVersion& version) {
        return Terms{version.readings, version.due, &version.base, true};
    };
    if (options_->versions == TargetVersions::original && !target.versions.empty())
        return earlier(target.versions.front());
    if (options_->versions == TargetVersions::in_force) {
        for (const auto& version : target.versions) {
            if (as_of_ < version.until) return earlier(version);
        }
    }
    return {target.readings, target.due, &target.base, false};
}

/// Over the plan, growth is counted from the base: the criterion with `since` the period before the horizon.
inline Criterion since_base(const Criterion& criterion, const Period& base) {
    auto cumulative = criterion;
    const auto count_from = [&](MeasureTerm& term) {
        if ((term.name == "growth" || term.name == "change") && !term.since) term.since = base;
    };
    count_from(cumulative.measure);
    if (auto* reference = std::get_if<SeriesReference>(&cumulative.reference)) count_from(reference->measure);
    return cumulative;
}

inline Judgement Judge::judge_reading(const Target& target, const Terms& terms, const Criterion& criterion,
                                      Trace& trace) const {
    const auto& indicator = plan_->indicator_of(target);
    const auto* measure = options_->measures.find(criterion.measure.name);
    if (measure == nullptr) {
        Judgement found;
        undetermined(found, Reason::unknown_measure);
        return found;
    }
    Case one{&target, &criterion, &indicator, plan_->scope_of(target), measure, terms.due, terms.base};
    Criterion over_plan;
    if (criterion.quantifier.kind == Quantifier::Kind::over_the_plan) {
        one.due = plan_->head().horizon;
        over_plan = since_base(criterion, period_before(one.due, last_year_of(one.due)));
        one.criterion = &over_plan;
    }
    auto found = criterion.quantifier.kind == Quantifier::Kind::every ? judge_every(one, trace)
                 : criterion.quantifier.over_group()                  ? judge_group(one, trace)
                                                                      : judge_one(one, trace);
    found.criterion = &criterion;
    return found;
}

/// One criterion, one scope, one due period: locate the figure, hold it against the line, say where it
/// stands.
inline Judgement Judge::judge_one(const Case& one, Trace& trace) const {
    Judgement found;
    const auto flags_of_others = trace.take_flags();  // of other readings, periods and members
    found.accumulates = accumulates(*one.measure, *one.indicator);
    const auto reading = reading_period(*one.criterion, *one.measure, *one.indicator, one.due);
    found.base_period = *one.base ? (*one.base)->period : period_before(plan_->head().horizon, reading);
    if (locate(one, found, trace)) settle(one, found, trace);
    found.codes.flags |= trace.flags();
    trace.flag(flags_of_others);
    conclude(found);
    return found;
}

}  // namespace goalpost::detail

#include "goalpost/evaluate/detail/draw_line.hpp"
#include "goalpost/evaluate/detail/locate.hpp"
#include "goalpost/evaluate/detail/quantified.hpp"
#include "goalpost/evaluate/detail/settle.hpp"
