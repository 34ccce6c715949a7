// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by evaluate.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/in_parts.hpp"
#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/detail/judged_figures.hpp"
#include "goalpost/evaluate/detail/plain_figures.hpp"
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

using EvidenceRows = Rows<std::uint32_t>;

/// Judges the targets from `first` on, as many as there is room for in `assessments`. Returns the rows that
/// they rest on, one after the other, with room for those of `all` targets.
inline EvidenceRows judge_part(const Evaluation::Inputs& inputs, const Judge& judge, const Date& as_of,
                               std::size_t first, std::span<Assessment> assessments, std::size_t all) {
    EvidenceRows evidence;
    evidence.reserve(all * 4);
    Trace trace;
    PlainEvidence plain_evidence;
    constexpr std::size_t block = 32;  // targets looked up together
    std::array<PlainJudge::Located, block> located;
    const auto& plain = *inputs.plain;
    const auto targets = PlanAccess::plain_targets(inputs.plan);
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

/// Judges parts of the plan side by side.
inline EvidenceRows judge_in_parts(const Evaluation::Inputs& inputs, const Judge& judge, const Date& as_of,
                                   std::span<Assessment> assessments) {
    const auto room = [&](std::size_t first, std::size_t last) {
        return assessments.subspan(first, last - first);
    };
    const auto all = assessments.size();
    auto parts = in_parts(all, inputs.options.threads, [&](std::size_t first, std::size_t last) {
        // The first part takes the rows of the others in the end.
        return judge_part(inputs, judge, as_of, first, room(first, last), first == 0 ? all : last - first);
    });
    auto evidence = std::move(parts.front());
    for (std::size_t part = 1; part < parts.size(); ++part) {
        const auto before = static_cast<std::uint32_t>(evidence.size());
        for (auto& codes : room(all * part / parts.size(), all * (part + 1) / parts.size())) {
            codes.evidence_begin += before;
            codes.evidence_end += before;
        }
        evidence.insert(evidence.end(), parts[part].begin(), parts[part].end());
    }
    return evidence;
}

}  // namespace detail

GOALPOST_INLINE Figures Evaluation::figures(const Assessment& assessment) const {
    detail::ShortFigures figures;
    if (detail::ShortFigureFinder(*this).find(assessment, figures)) return detail::figures_of(figures);
    return detail::judged_figures(*this, *target_of(assessment));
}

GOALPOST_INLINE Evaluation evaluate(std::shared_ptr<const Evaluation::Inputs> inputs, const Date& as_of) {
    if (as_of.is_special()) throw std::invalid_argument("goalpost: the as-of date is none of the calendar");
    Evaluation evaluation(std::move(inputs), as_of);
    const auto& plan = evaluation.plan();
    auto& assessments = evaluation.assessments_;
    const auto targets = plan.targets().size();
    assessments.resize(targets + plan.invalid_targets().size());
    evaluation.evidence_ = detail::judge_in_parts(*evaluation.inputs(), detail::judge_of(evaluation), as_of,
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
