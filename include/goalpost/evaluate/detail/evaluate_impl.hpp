// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by evaluate.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/figures.hpp"
#include "goalpost/evaluate/detail/plain_judge.hpp"
#include "goalpost/evaluate/evaluate.hpp"

namespace goalpost {
GOALPOST_INLINE std::optional<Date> latest_date(const Observations& observations) {
    std::optional<Date> latest;
    for (const auto& row : observations.rows()) {
        if (!latest || *latest < row.period.last()) latest = row.period.last();
    }
    return latest;
}

GOALPOST_INLINE Evaluation evaluate(std::shared_ptr<const Evaluation::Inputs> inputs, const Date& as_of) {
    Evaluation evaluation(std::move(inputs), as_of);
    const auto judge = evaluation.judge();
    const auto& plan = evaluation.plan();
    evaluation.assessments_.reserve(plan.targets().size() + plan.invalid_targets().size());
    Trace trace;
    detail::PlainEvidence plain_evidence;
    const auto& plain = *evaluation.inputs()->plain;
    for (std::size_t i = 0; i < plan.targets().size(); ++i) {
        Assessment codes;
        plain_evidence.clear();
        auto rows = plain_evidence.rows();
        if (plain.judge(plan.plain_targets()[i], as_of, codes, plain_evidence)) {
            rows = plain_evidence.rows();
        } else {
            trace.clear();
            codes = judge.judge(plan.targets()[i], trace).codes;
            rows = trace.sorted_rows();
        }
        codes.target = static_cast<std::uint32_t>(i);
        codes.evidence_begin = static_cast<std::uint32_t>(evaluation.evidence_.size());
        evaluation.evidence_.insert(evaluation.evidence_.end(), rows.begin(), rows.end());
        codes.evidence_end = static_cast<std::uint32_t>(evaluation.evidence_.size());
        evaluation.assessments_.push_back(codes);
    }
    for (std::size_t i = 0; i < plan.invalid_targets().size(); ++i) {
        Assessment codes;
        codes.target = static_cast<std::uint32_t>(evaluation.assessments_.size());
        codes.reason = Reason::invalid_target;
        codes.evidence_begin = codes.evidence_end = static_cast<std::uint32_t>(evaluation.evidence_.size());
        evaluation.assessments_.push_back(codes);
    }
    return evaluation;
}

GOALPOST_INLINE Evaluation evaluate(Plan plan, Observations observations, const Date& as_of,
                                    EvaluateOptions options) {
    return evaluate(std::make_shared<const Evaluation::Inputs>(std::move(plan), std::move(observations),
                                                               std::move(options)),
                    as_of);
}
}  // namespace goalpost
