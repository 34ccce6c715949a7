// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/evaluator.hpp"

namespace goalpost::testing {

/// A law that a measure or an evaluator broke, and where.
struct Violation {
    std::string law;     ///< `the same question has the same answer`
    std::string target;  ///< id
    std::string period;  ///< for a measure: where it was asked to measure
};

namespace detail {

inline bool equal(const Value& a, const Value& b) { return compare(a, b) == std::strong_ordering::equal; }

inline bool equal(const Bound& a, const Bound& b) {
    return a.kind == b.kind && (a.kind == Bound::Kind::infinite || equal(a.value, b.value));
}

inline bool equal(const Measured& a, const Measured& b) {
    if (!a || !b) return a.reason() == b.reason();
    return equal(a.value(), b.value()) && equal(a.range().low, b.range().low) &&
           equal(a.range().high, b.range().high) && a.unit() == b.unit();
}

inline bool equal(const Figure& a, const Figure& b) {
    if (!a || !b) return a.reason() == b.reason();
    return equal(a.value(), b.value()) && a.unit() == b.unit();
}

inline bool equal(const Finding& a, const Finding& b) {
    return a.outcome == b.outcome && a.status == b.status && a.reason == b.reason && a.verdict == b.verdict &&
           equal(a.value, b.value) && equal(a.score, b.score) && a.substituted == b.substituted &&
           a.explanation.en == b.explanation.en && a.explanation.zh == b.explanation.zh &&
           a.verified == b.verified;
}

/// Ends included, open ones too: of 超2000家 the printed 2000 is the end.
inline bool lies_in(const Value& value, const Interval& range) {
    const auto below = [](const Value& a, const Value& b) {
        return compare(a, b) == std::strong_ordering::less;
    };
    return (range.low.kind == Bound::Kind::infinite || !below(value, range.low.value)) &&
           (range.high.kind == Bound::Kind::infinite || !below(range.high.value, value));
}

inline bool was_known(const Observations& data, std::uint32_t row, const Date& as_of) {
    if (row >= data.size()) return false;
    const auto& observed = data.row(row);
    return observed.period.last() <= as_of && (!observed.published || *observed.published <= as_of);
}

/// The due period, and every period that the target's series was observed in.
inline std::vector<Period> periods_of(const TargetView& view) {
    std::vector<Period> periods{view.terms().due};
    const auto series = view.series();
    for (const auto row : series.rows())
        periods.push_back(series.data().row(row).period);
    std::ranges::sort(periods);
    periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
    return periods;
}

}  // namespace detail

/// Holds a measure to what the judging core relies on. It is asked about every target of the evaluation, with
/// the arguments of the target's criterion, at the due period and at every observed one; targets whose
/// criterion lacks an argument that its traits need are passed over. The laws:
///
/// - the same question has the same answer, and leaves the same rows and flags in the trace;
/// - a copy answers alike, and so does an `AnyMeasure` made of it;
/// - the number lies within its own interval;
/// - it rests only on figures that were known on the as-of date.
///
/// Empty where every law holds.
template <Measure M>
std::vector<Violation> check_measure(const M& measure, const Evaluation& evaluation) {
    const M copy(measure);
    const AnyMeasure any(measure);
    const auto traits = any.traits();
    const auto& plan = evaluation.plan();
    std::vector<Violation> violations;
    for (std::size_t i = 0; i < plan.targets().size(); ++i) {
        const auto& target = plan.targets()[i];
        const auto& term = target.criterion().measure;
        if ((traits.needs_since && !term.since) || (traits.needs_other && !term.of) ||
            (traits.needs_group && term.group.empty()))
            continue;
        const TargetView view(evaluation, evaluation.assessments()[i], target);
        for (const auto& period : detail::periods_of(view)) {
            const auto ask = [&](const auto& asked) {
                Trace trace;
                Measured answer = asked(MeasureView(plan, evaluation.observations(), evaluation.binding(),
                                                    evaluation.as_of(), view.indicator(),
                                                    plan.scope_of(target), term, period, target.base, trace));
                return std::pair(std::move(answer), std::move(trace));
            };
            const auto law = [&](bool holds, const char* name) {
                if (!holds) violations.push_back({name, target.id, period.text()});
            };
            const auto [answer, trace] = ask(measure);
            const auto same = [&, &first = answer, &left = trace](const auto& asked) {
                const auto [again, traced] = ask(asked);
                return detail::equal(first, again) && left.rows() == traced.rows() &&
                       left.flags() == traced.flags();
            };
            law(same(measure), "the same question has the same answer");
            law(same(copy), "a copy answers alike");
            law(same(any), "an AnyMeasure answers alike");
            law(!answer || detail::lies_in(answer.value(), answer.range()),
                "the number lies within its own interval");
            const auto known = [&](std::uint32_t row) {
                return detail::was_known(evaluation.observations(), row, evaluation.as_of());
            };
            law(std::ranges::all_of(trace.rows(), known),
                "it rests only on figures that were known on the as-of date");
        }
    }
    return violations;
}

/// Holds an evaluator to what reports rely on, for every target of the evaluation:
///
/// - the same question has the same answer;
/// - a copy answers alike, and so does an `AnyEvaluator` made of it;
/// - where it leaves the outcome undetermined, it says why: a reason, a verdict of its own, or an
///   explanation.
///
/// Empty where every law holds.
template <Evaluator E>
std::vector<Violation> check_evaluator(const E& evaluator, const Evaluation& evaluation) {
    const E copy(evaluator);
    const AnyEvaluator any(evaluator);
    const auto& plan = evaluation.plan();
    std::vector<Violation> violations;
    for (std::size_t i = 0; i < plan.targets().size(); ++i) {
        const auto& target = plan.targets()[i];
        const TargetView view(evaluation, evaluation.assessments()[i], target);
        const auto law = [&](bool holds, const char* name) {
            if (!holds) violations.push_back({name, target.id, {}});
        };
        const Finding answer = evaluator(view);
        const auto same = [&](const auto& asked) { return detail::equal(answer, Finding(asked(view))); };
        law(same(evaluator), "the same question has the same answer");
        law(same(copy), "a copy answers alike");
        law(same(any), "an AnyEvaluator answers alike");
        const bool open = answer.outcome == Outcome::undetermined;
        const bool silent = answer.reason == Reason::none && answer.verdict.empty() &&
                            answer.explanation.in(Language::en).empty();
        law(!open || !silent, "an undetermined outcome has a reason");
    }
    return violations;
}

}  // namespace goalpost::testing
