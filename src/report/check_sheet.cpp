// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <string>
#include <string_view>

#include "goalpost/report/check_report.hpp"
#include "report/labels.hpp"

namespace goalpost {

namespace {

using detail::either;
using Severity = PlanFinding::Severity;

constexpr std::string_view severity_words(Severity severity, Language language) {
    switch (severity) {
        case Severity::note: return either(language, "note", "提示");
        case Severity::warning: return either(language, "warning", "警告");
        case Severity::error: return either(language, "error", "错误");
    }
    return {};
}

constexpr Tone tone_of(Severity severity) {
    return severity == Severity::error     ? Tone::bad
           : severity == Severity::warning ? Tone::warning
                                           : Tone::plain;
}

std::string counts_note(const Plan& plan, std::span<const PlanFinding> findings, Language language) {
    const auto count = [&](Severity severity) {
        return std::to_string(std::ranges::count(findings, severity, &PlanFinding::severity));
    };
    const auto targets = std::to_string(plan.targets().size());
    const auto invalid = std::to_string(plan.invalid_targets().size());
    if (language == Language::zh)
        return "有效目标" + targets + "项，无效目标" + invalid + "项；错误" + count(Severity::error) +
               "项，警告" + count(Severity::warning) + "项，提示" + count(Severity::note) + "项。";
    return "Targets: " + targets + " valid, " + invalid + " invalid. Findings: errors " +
           count(Severity::error) + ", warnings " + count(Severity::warning) + ", notes " +
           count(Severity::note) + ".";
}

}  // namespace

Sheet sheet_of(const Plan& plan, std::span<const PlanFinding> findings, Language language) {
    Sheet sheet;
    sheet.title = plan.head().title.empty() ? plan.head().id : plan.head().title;
    const auto add = [&](std::string_view key, std::string_view zh) {
        sheet.columns.push_back({std::string(key), std::string(either(language, key, zh))});
    };
    add("severity", "级别");
    add("code", "代码");
    add("target", "目标");
    add("section", "章节");
    add("item", "条目");
    add("message", "说明");
    add("mend", "建议");
    add("quote", "原文");
    for (const auto& finding : findings) {
        const auto severity = [&](Language in) { return std::string(severity_words(finding.severity, in)); };
        sheet.rows.push_back({Cell(severity(language), tone_of(finding.severity), severity(Language::en)),
                              std::string(finding.code), finding.target, finding.section, finding.item,
                              finding.message.in(language), finding.mend.in(language), finding.quote});
    }
    sheet.notes.push_back(counts_note(plan, findings, language));
    return sheet;
}

}  // namespace goalpost
