// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/evaluate/words.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/report/evaluation_report.hpp"
#include "report/csv_field.hpp"
#include "report/figure_json.hpp"
#include "report/labels.hpp"
#include "report/method_cells.hpp"

namespace goalpost {

namespace {

struct FigureColumn {
    std::string_view key;
    std::string_view zh;
    Figure Figures::*figure;
};

constexpr FigureColumn figure_columns[] = {{"measured", "实际", &Figures::measured},
                                           {"required", "要求", &Figures::required},
                                           {"gap", "差距", &Figures::gap},
                                           {"completion", "完成率", &Figures::completion},
                                           {"over_fulfilment", "超额", &Figures::over_fulfilment},
                                           {"progress", "进展", &Figures::progress},
                                           {"growth", "同比增长", &Figures::growth},
                                           {"pace", "进度差", &Figures::pace},
                                           {"needed", "尚需", &Figures::needed},
                                           {"projected", "预计", &Figures::projected},
                                           {"base", "基期值", &Figures::base}};

std::optional<Value> line_of(Figure Figures::*figure, const detail::FigureLines& lines) {
    if (figure == &Figures::measured || figure == &Figures::projected || figure == &Figures::base)
        return lines.required;
    if (figure == &Figures::required) return lines.measured;
    if (figure == &Figures::completion || figure == &Figures::progress) return lines.whole;
    return lines.nothing;
}

/// The names of files, or in Chinese the words.
template <class Enum>
std::string name_or_words(Enum value, Language language) {
    return std::string(language == Language::zh ? words(value, language) : name_of(value));
}

std::string reason_text(Reason reason, Language language) {
    if (reason == Reason::none) return {};
    return language == Language::zh ? detail::label(reason, language) : std::string(name_of(reason));
}

std::string flags_text(Flags flags, Language language) {
    if (language == Language::zh) return detail::labels(flags, language);
    std::string text;
    for (std::size_t i = 0; i < flag_count; ++i) {
        if (!flags.has(flag_at(i))) continue;
        if (!text.empty()) text += ' ';
        text += name_of(flag_at(i));
    }
    return text;
}

void add_methods(std::vector<Cell>& row, const std::vector<Finding>& findings, std::size_t count,
                 Language language) {
    for (std::size_t i = 0; i < count; ++i) {
        if (i >= findings.size()) {  // a target that could not be read
            row.insert(row.end(), {"", "", "", "", "", "", ""});
            continue;
        }
        const auto& finding = findings[i];
        std::string substituted;
        for (const auto& put : finding.substituted)
            substituted += (substituted.empty() ? "" : "; ") + put;
        row.emplace_back(finding.verdict);
        row.emplace_back(finding.status ? name_or_words(*finding.status, language) : "");
        row.emplace_back(finding.value ? detail::number_of(finding.value, {}).value : "");
        row.emplace_back(finding.value ? finding.value.unit().symbol() : "");
        row.emplace_back(finding.score ? detail::number_of(finding.score, {}).value : "");
        row.emplace_back(substituted);
        row.emplace_back(finding.verified ? "true" : "false");
    }
}

std::vector<Cell> row_of(const EvaluationReport& report, const Assessment& assessment, std::size_t methods) {
    const auto& evaluation = *report.evaluation;
    const auto& plan = evaluation.plan();
    const auto language = report.language;
    std::vector<Cell> row{plan.head().id, date_text(evaluation.as_of())};
    if (const auto* target = evaluation.target_of(assessment)) {
        const auto terms = evaluation.judge().terms_of(*target);
        row.insert(row.end(), {target->id, target->indicator.str(), plan.indicator_of(*target).name,
                               plan.scope_of(*target), terms.due.text(), text(terms.readings.front())});
    } else {
        row.insert(row.end(), {evaluation.invalid_target_of(assessment).id, "", "", "", "", ""});
    }
    row.emplace_back(name_or_words(assessment.outcome, language));
    row.emplace_back(reason_text(assessment.reason, language));
    row.emplace_back(name_or_words(assessment.stage, language));
    row.emplace_back(name_or_words(assessment.status, language));
    row.emplace_back(name_or_words(assessment.certainty, language));
    row.emplace_back(flags_text(assessment.flags, language));
    const auto figures = evaluation.figures(assessment);
    const detail::FigureLines lines(figures);
    for (const auto& column : figure_columns) {
        const auto& figure = figures.*column.figure;
        row.emplace_back(figure ? detail::number_of(figure, line_of(column.figure, lines)).value : "");
        row.emplace_back(figure ? figure.unit().symbol() : "");
    }
    if (methods > 0) {
        const auto index = static_cast<std::size_t>(&assessment - evaluation.assessments().data());
        add_methods(row, report.methods.at(index), methods, language);
    }
    return row;
}

}  // namespace

namespace {

Sheet empty_data_sheet(const EvaluationReport& report, const std::vector<const Finding*>& methods) {
    const bool chinese = report.language == Language::zh;
    Sheet sheet;
    const auto add = [&](std::string key, std::string_view zh) {
        auto title = chinese ? std::string(zh) : key;
        sheet.columns.push_back({std::move(key), std::move(title)});
    };
    constexpr std::pair<std::string_view, std::string_view> first_columns[] = {
        {"plan", "计划"},        {"as_of", "截至"},  {"target", "目标"}, {"indicator", "指标编号"},
        {"name", "指标"},        {"scope", "范围"},  {"due", "到期"},    {"criterion", "标准"},
        {"outcome", "判定"},     {"reason", "原因"}, {"stage", "阶段"},  {"status", "状态"},
        {"certainty", "确定性"}, {"flags", "标记"}};
    for (const auto& [key, zh] : first_columns)
        add(std::string(key), zh);
    for (const auto& column : figure_columns) {
        add(std::string(column.key), column.zh);
        add(std::string(column.key) + "_unit", std::string(column.zh) + "单位");
    }
    for (const auto* method : methods) {
        add(method->name, method->name);
        constexpr std::pair<std::string_view, std::string_view> parts[] = {
            {"_status", "状态"}, {"_value", "数值"},       {"_value_unit", "数值单位"},
            {"_score", "得分"},  {"_substituted", "替代"}, {"_verified", "已核实"}};
        for (const auto& [key, zh] : parts)
            add(method->name + std::string(key), method->name + std::string(zh));
    }
    return sheet;
}

}  // namespace

Sheet data_sheet_of(const EvaluationReport& report) {
    const auto methods = detail::methods_of(report);
    auto sheet = empty_data_sheet(report, methods);
    for (const auto& assessment : report.evaluation->assessments())
        sheet.rows.push_back(row_of(report, assessment, methods.size()));
    return sheet;
}

void write_csv(std::string& out, const EvaluationReport& report) {
    const auto methods = detail::methods_of(report);
    write_csv(out, empty_data_sheet(report, methods));
    for (const auto& assessment :
         report.evaluation->assessments()) {  // one row at a time: there may be very many
        bool first = true;
        for (const auto& cell : row_of(report, assessment, methods.size())) {
            if (!std::exchange(first, false)) out += ',';
            detail::append_csv_field(out, cell.text);
        }
        out += "\r\n";
    }
}

}  // namespace goalpost
