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

/// The assessments of the targets in [first, last), and the rows they rest on one after the other.
struct JudgedPart {
    std::vector<Assessment> assessments;
    std::vector<std::uint32_t> evidence;
};

inline JudgedPart judge_part(const Evaluation::Inputs& inputs, const Judge& judge, const Date& as_of,
                             std::size_t first, std::size_t last) {
    JudgedPart part;
    part.assessments.reserve(last - first);
    part.evidence.reserve((last - first) * 4);
    Trace trace;
    PlainEvidence plain_evidence;
    constexpr std::size_t block = 32;  // targets looked up together
    std::array<PlainJudge::Located, block> located;
    const auto& plain = *inputs.plain;
    const auto targets = inputs.plan.plain_targets();
    for (auto i = first; i < last; ++i) {
        const auto place = (i - first) % block;
        if (place == 0) {
            const auto size = std::min(block, last - i);
            for (std::size_t k = 0; k < size; ++k)
                located[k] = plain.locate(targets[i + k]);
            for (std::size_t k = 0; k < size; ++k)
                plain.fetch(located[k]);
        }
        Assessment codes;
        plain_evidence.clear();
        std::span<const std::uint32_t> rows;
        if (plain.judge(targets[i], located[place], as_of, codes, plain_evidence)) {
            rows = plain_evidence.rows();
        } else {
            trace.clear();
            codes = judge.judge(inputs.plan.targets()[i], trace).codes;
            rows = trace.sorted_rows();
        }
        codes.target = static_cast<std::uint32_t>(i);
        codes.evidence_begin = static_cast<std::uint32_t>(part.evidence.size());
        part.evidence.insert(part.evidence.end(), rows.begin(), rows.end());
        codes.evidence_end = static_cast<std::uint32_t>(part.evidence.size());
        part.assessments.push_back(codes);
    }
    return part;
}

/// Judges parts of the plan side by side. Fewer targets than this are not worth a thread.
inline std::vector<JudgedPart> judge_in_parts(const Evaluation::Inputs& inputs, const Judge& judge,
                                              const Date& as_of) {
    constexpr std::size_t least = 20'000;
    const auto targets = inputs.plan.targets().size();
    const auto count = std::clamp<std::size_t>(targets / least, 1, std::max(1U, inputs.options.threads));
    const auto begin = [&](std::size_t part) { return targets * part / count; };
    std::vector<std::future<JudgedPart>> others;
    for (std::size_t part = 1; part < count; ++part)
        others.push_back(std::async(std::launch::async,
                                    [&inputs, &judge, &as_of, first = begin(part), last = begin(part + 1)] {
                                        return judge_part(inputs, judge, as_of, first, last);
                                    }));
    std::vector<JudgedPart> parts;
    parts.push_back(judge_part(inputs, judge, as_of, 0, begin(1)));
    for (auto& other : others)
        parts.push_back(other.get());
    return parts;
}

}  // namespace detail

GOALPOST_INLINE Evaluation evaluate(std::shared_ptr<const Evaluation::Inputs> inputs, const Date& as_of) {
    Evaluation evaluation(std::move(inputs), as_of);
    const auto& plan = evaluation.plan();
    auto parts = detail::judge_in_parts(*evaluation.inputs(), evaluation.judge(), as_of);
    auto& [assessments, evidence] = parts.front();
    assessments.reserve(plan.targets().size() + plan.invalid_targets().size());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto before = static_cast<std::uint32_t>(evidence.size());
        for (auto& codes : parts[i].assessments) {
            codes.evidence_begin += before;
            codes.evidence_end += before;
        }
        assessments.insert(assessments.end(), parts[i].assessments.begin(), parts[i].assessments.end());
        evidence.insert(evidence.end(), parts[i].evidence.begin(), parts[i].evidence.end());
        parts[i] = {};
    }
    for (std::size_t i = 0; i < plan.invalid_targets().size(); ++i) {
        Assessment codes;
        codes.target = static_cast<std::uint32_t>(assessments.size());
        codes.reason = Reason::invalid_target;
        codes.evidence_begin = codes.evidence_end = static_cast<std::uint32_t>(evidence.size());
        assessments.push_back(codes);
    }
    evaluation.assessments_ = std::move(assessments);
    evaluation.evidence_ = std::move(evidence);
    return evaluation;
}

GOALPOST_INLINE Evaluation evaluate(Plan plan, Observations observations, const Date& as_of,
                                    EvaluateOptions options) {
    return evaluate(std::make_shared<const Evaluation::Inputs>(std::move(plan), std::move(observations),
                                                               std::move(options)),
                    as_of);
}
}  // namespace goalpost
