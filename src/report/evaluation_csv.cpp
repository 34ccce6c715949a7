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
#include "report/figure_number.hpp"
#include "report/labels.hpp"
#include "report/method_cells.hpp"

namespace goalpost {

namespace {

/// The cells of a row for a sheet.
struct SheetRow {
    std::vector<Cell> cells;
    void text(std::string_view text) { cells.emplace_back(std::string(text)); }
    void word(std::string_view word) { text(word); }
};

/// The cells of a row as they go to a file: there may be very many.
class CsvRow {
  public:
    explicit CsvRow(std::string& out) : out_(out) {}
    void text(std::string_view text) {
        separate();
        detail::append_csv_field(out_, text);
    }
    /// A number, a date or a name of ours, which never needs quotes.
    void word(std::string_view word) {
        separate();
        out_ += word;
    }

  private:
    void separate() {
        if (!std::exchange(first_, false)) out_ += ',';
    }
    std::string& out_;
    bool first_ = true;
};

/// Puts the cells of one assessment after the other, in the order of the columns.
template <class Row>
class Cells {
  public:
    Cells(const EvaluationReport& report, Row& row) : report_(report), row_(row) {}

    void put(const Assessment& assessment, std::string_view as_of, std::size_t methods) {
        const auto& evaluation = *report_.evaluation;
        const auto& plan = evaluation.plan();
        row_.text(plan.head().id);
        row_.word(as_of);
        if (const auto* target = evaluation.target_of(assessment)) {
            const auto terms = evaluation.judge().terms_of(*target);
            row_.text(target->id);
            row_.text(target->indicator);
            row_.text(plan.indicator_of(*target).name);
            row_.text(plan.scope_of(*target));
            row_.word(terms.due.text());
            row_.text(text(terms.readings.front()));
        } else {
            row_.text(evaluation.invalid_target_of(assessment).id);
            nothing(5);
        }
        name(assessment.outcome);
        reason(assessment.reason);
        name(assessment.stage);
        name(assessment.status);
        name(assessment.certainty);
        flags(assessment.flags);
        const auto figures = evaluation.figures(assessment);
        for (const auto& column : detail::named_figures)
            figure(figures.*column.figure, detail::line_in(figures, column.line));
        if (methods == 0) return;
        const auto index = static_cast<std::size_t>(&assessment - evaluation.assessments().data());
        const auto& findings = report_.methods.at(index);
        for (std::size_t i = 0; i < methods; ++i) {
            if (i < findings.size()) {
                finding(findings[i]);
            } else {
                nothing(7);  // a target that could not be read
            }
        }
    }

  private:
    [[nodiscard]] bool chinese() const { return report_.language == Language::zh; }
    void nothing(int cells) {
        for (; cells > 0; --cells)
            row_.word("");
    }
    /// The names of files, or in Chinese the words.
    template <class Enum>
    void name(Enum value) {
        if (chinese()) {
            row_.text(words(value, Language::zh));
        } else {
            row_.word(name_of(value));
        }
    }
    void reason(Reason reason) {
        if (reason == Reason::none) return row_.word("");
        if (chinese()) return row_.text(detail::label(reason, Language::zh));
        row_.word(name_of(reason));
    }
    void flags(Flags flags) {
        if (chinese()) return row_.text(detail::labels(flags, Language::zh));
        std::string text;
        for (std::size_t i = 0; i < flag_count; ++i) {
            if (!flags.has(flag_at(i))) continue;
            if (!text.empty()) text += ' ';
            text += name_of(flag_at(i));
        }
        row_.word(text);
    }
    void figure(const Figure& figure, const Value* line) {
        if (!figure) return nothing(2);
        row_.word(detail::decimal_of(figure, line));
        row_.text(figure.unit().symbol());
    }
    void finding(const Finding& finding) {
        std::string substituted;
        for (const auto& put : finding.substituted)
            substituted += (substituted.empty() ? "" : "; ") + put;
        row_.text(finding.verdict);
        if (finding.status) {
            name(*finding.status);
        } else {
            row_.word("");
        }
        figure(finding.value, nullptr);
        row_.word(finding.score ? detail::decimal_of(finding.score) : "");
        row_.text(substituted);
        row_.word(finding.verified ? "true" : "false");
    }

    const EvaluationReport& report_;
    Row& row_;
};

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
    for (const auto& column : detail::named_figures) {
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
    const auto as_of = date_text(report.evaluation->as_of());
    auto sheet = empty_data_sheet(report, methods);
    for (const auto& assessment : report.evaluation->assessments()) {
        SheetRow row;
        Cells(report, row).put(assessment, as_of, methods.size());
        sheet.rows.push_back(std::move(row.cells));
    }
    return sheet;
}

void write_csv(std::string& out, const EvaluationReport& report) {
    const auto methods = detail::methods_of(report);
    const auto as_of = date_text(report.evaluation->as_of());
    write_csv(out, empty_data_sheet(report, methods));
    for (const auto& assessment : report.evaluation->assessments()) {
        CsvRow row(out);
        Cells(report, row).put(assessment, as_of, methods.size());
        out += "\r\n";
    }
}

}  // namespace goalpost
