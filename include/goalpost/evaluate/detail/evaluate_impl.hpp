// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by evaluate.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <future>
#include <span>
#include <utility>
#include <vector>

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

namespace detail {

/// Judges the targets from `first` on, as many as there is room for in `assessments`. Returns the rows that
/// they rest on, one after the other.
inline std::vector<std::uint32_t> judge_part(const Evaluation::Inputs& inputs, const Judge& judge,
                                             const Date& as_of, std::size_t first,
                                             std::span<Assessment> assessments) {
    std::vector<std::uint32_t> evidence;
    evidence.reserve(assessments.size() * 4);
    Trace trace;
    PlainEvidence plain_evidence;
    constexpr std::size_t block = 32;  // targets looked up together
    std::array<PlainJudge::Located, block> located;
    const auto& plain = *inputs.plain;
    const auto targets = inputs.plan.plain_targets();
    for (std::size_t i = 0; i < assessments.size(); ++i) {
        const auto target = first + i;
        const auto place = i % block;
        if (place == 0) {
            const auto size = std::min(block, assessments.size() - i);
            for (std::size_t k = 0; k < size; ++k)
                located[k] = plain.locate(targets[target + k]);
            for (std::size_t k = 0; k < size; ++k)
                plain.fetch(located[k]);
        }
        Assessment codes;
        plain_evidence.clear();
        std::span<const std::uint32_t> rows;
        if (plain.judge(targets[target], located[place], as_of, codes, plain_evidence)) {
            rows = plain_evidence.rows();
        } else {
            trace.clear();
            codes = judge.judge(inputs.plan.targets()[target], trace).codes;
            rows = trace.sorted_rows();
        }
        codes.target = static_cast<std::uint32_t>(target);
        codes.evidence_begin = static_cast<std::uint32_t>(evidence.size());
        evidence.insert(evidence.end(), rows.begin(), rows.end());
        codes.evidence_end = static_cast<std::uint32_t>(evidence.size());
        assessments[i] = codes;
    }
    return evidence;
}

/// Judges parts of the plan side by side. Fewer targets than this are not worth a thread.
inline std::vector<std::uint32_t> judge_in_parts(const Evaluation::Inputs& inputs, const Judge& judge,
                                                 const Date& as_of, std::span<Assessment> assessments) {
    constexpr std::size_t least = 20'000;
    const auto targets = assessments.size();
    const auto count = std::clamp<std::size_t>(targets / least, 1, std::max(1U, inputs.options.threads));
    const auto begin = [&](std::size_t part) { return targets * part / count; };
    const auto room = [&](std::size_t part) {
        return assessments.subspan(begin(part), begin(part + 1) - begin(part));
    };
    std::vector<std::future<std::vector<std::uint32_t>>> others;
    for (std::size_t part = 1; part < count; ++part)
        others.push_back(
            std::async(std::launch::async, [&inputs, &judge, &as_of, first = begin(part), into = room(part)] {
                return judge_part(inputs, judge, as_of, first, into);
            }));
    auto evidence = judge_part(inputs, judge, as_of, 0, room(0));
    for (std::size_t part = 1; part < count; ++part) {
        const auto more = others[part - 1].get();
        const auto before = static_cast<std::uint32_t>(evidence.size());
        for (auto& codes : room(part)) {
            codes.evidence_begin += before;
            codes.evidence_end += before;
        }
        evidence.insert(evidence.end(), more.begin(), more.end());
    }
    return evidence;
}

}  // namespace detail

GOALPOST_INLINE Evaluation evaluate(std::shared_ptr<const Evaluation::Inputs> inputs, const Date& as_of) {
    Evaluation evaluation(std::move(inputs), as_of);
    const auto& plan = evaluation.plan();
    auto& assessments = evaluation.assessments_;
    const auto targets = plan.targets().size();
    assessments.resize(targets + plan.invalid_targets().size());
    evaluation.evidence_ = detail::judge_in_parts(*evaluation.inputs(), evaluation.judge(), as_of,
                                                  std::span(assessments).first(targets));
    for (auto i = targets; i < assessments.size(); ++i) {
        Assessment codes;
        codes.target = static_cast<std::uint32_t>(i);
        codes.reason = Reason::invalid_target;
        codes.evidence_begin = codes.evidence_end = static_cast<std::uint32_t>(evaluation.evidence_.size());
        assessments[i] = codes;
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
