// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/criterion_words.hpp"
#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/evaluate/figure_text.hpp"
#include "goalpost/evaluate/period_text.hpp"
#include "goalpost/evaluate/words.hpp"
#include "goalpost/report/method_report.hpp"
#include "report/labels.hpp"
#include "report/method_cells.hpp"

namespace goalpost {

namespace detail {

std::vector<const Finding*> methods_of(const EvaluationReport& report) {
    std::vector<const Finding*> methods;
    for (const auto& found : report.methods) {
        for (const auto& finding : found)
            methods.push_back(&finding);
        if (!methods.empty()) break;
    }
    return methods;
}

std::string method_title(const Finding& finding, Language language) {
    return finding.verified ? finding.name
                            : finding.name + std::string(either(language, " (unverified)", "（未经核实）"));
}

std::string finding_note(const std::string& target, const Finding& finding, Language language) {
    const auto colon = either(language, ": ", "：");
    const auto comma = either(language, ", ", "，");
    std::vector<std::string> parts;
    if (!finding.verdict.empty()) parts.push_back(finding.verdict);
    if (finding.verdict.empty() && finding.outcome) parts.emplace_back(words(*finding.outcome, language));
    if (finding.status) parts.emplace_back(words(*finding.status, language));
    if (finding.value) parts.push_back(figure_text(finding.value, 4, language));
    if (finding.score)
        parts.push_back(std::string(either(language, "score ", "得分")) +
                        figure_text(finding.score, 4, language));
    if (finding.reason != Reason::none) parts.emplace_back(words(finding.reason, language));
    for (const auto& put : finding.substituted)
        parts.push_back(std::string(either(language, "put in place: ", "替代：")) + put);
    auto text = target;
    text.append(colon).append(method_title(finding, language)).append(colon);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += comma;
        text += parts[i];
    }
    return text;
}

}  // namespace detail

using detail::either;

Sheet sheet_of(std::span<const MethodInfo> methods, Language language) {
    Sheet sheet;
    sheet.title = either(language, "Published methods", "已发布的评估方法");
    const auto column = [&](std::string key, std::string_view en, std::string_view zh) {
        sheet.columns.push_back({std::move(key), std::string(either(language, en, zh))});
    };
    column("name", "name", "名称");
    column("title", "method", "方法");
    column("inputs", "needs", "所需数据");
    column("source", "source", "来源");
    column("verified", "verified", "已核实");
    for (const auto& method : methods) {
        sheet.rows.push_back(
            {std::string(method.name),
             std::string(either(language, method.title, method.title_zh)),
             std::string(either(language, method.inputs, method.inputs_zh)),
             std::string(method.source_in(language)),
             {std::string(method.verified ? either(language, "yes", "是") : either(language, "no", "否")),
              method.verified ? Tone::plain : Tone::warning}});
    }
    return sheet;
}

Sheet compared(const EvaluationReport& report) {
    const auto& evaluation = *report.evaluation;
    const auto language = report.language;
    Sheet sheet;
    sheet.title =
        evaluation.plan().head().title.empty() ? evaluation.plan().head().id : evaluation.plan().head().title;
    const auto column = [&](std::string key, std::string title) {
        sheet.columns.push_back({std::move(key), std::move(title)});
    };
    column("target", std::string(either(language, "target", "目标")));
    column("due", std::string(either(language, "due", "到期")));
    column("criterion", std::string(either(language, "criterion", "标准")));
    column("goalpost", "goalpost");
    const auto methods = detail::methods_of(report);
    for (const auto* method : methods)
        column(method->name, detail::method_title(*method, language));
    for (std::size_t i = 0; i < evaluation.assessments().size(); ++i) {
        const auto& assessment = evaluation.assessments()[i];
        const auto* target = evaluation.target_of(assessment);
        if (target == nullptr || (!report.methods.empty() && report.methods.at(i).empty())) continue;
        const auto terms = evaluation.terms_of(*target);
        const auto& plan = evaluation.plan();
        std::vector<Cell> row{target->id,
                              Cell(period_text(terms.due, language), Tone::plain, terms.due.text()),
                              words(terms.criterion(), plan.indicator_of(*target), plan, language),
                              Cell(std::string(words(assessment.status, language)), Tone::plain,
                                   std::string(name_of(assessment.status)))};
        for (std::size_t k = 0; k < methods.size(); ++k) {
            const auto& finding = report.methods.at(i).at(k);
            if (finding.reason == Reason::none) {
                row.emplace_back(finding.verdict);
            } else {
                row.emplace_back("-", Tone::faint, "");
            }
        }
        sheet.rows.push_back(std::move(row));
    }
    sheet.notes = as_of_notes(report);
    for (std::size_t i = 0; i < report.methods.size(); ++i) {
        const auto* target = evaluation.target_of(evaluation.assessments()[i]);
        if (target == nullptr) continue;
        for (const auto& finding : report.methods[i])
            sheet.notes.push_back(detail::finding_note(target->id, finding, language));
    }
    return sheet;
}

}  // namespace goalpost
