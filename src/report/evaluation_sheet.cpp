// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/criterion_words.hpp"
#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/evaluate/figure_text.hpp"
#include "goalpost/evaluate/period_text.hpp"
#include "goalpost/evaluate/statements.hpp"
#include "goalpost/evaluate/words.hpp"
#include "goalpost/report/evaluation_report.hpp"
#include "report/judged_how.hpp"
#include "report/labels.hpp"
#include "report/method_cells.hpp"

namespace goalpost {

namespace {

using detail::either;

constexpr Tone tone_of(Status status) {
    switch (status) {
        case Status::achieved:
        case Status::achieved_early: return Tone::good;
        case Status::on_track: return Tone::plain;
        case Status::behind: return Tone::warning;
        case Status::missed: return Tone::bad;
        case Status::undetermined:
        case Status::not_counted: return Tone::faint;
    }
    return Tone::plain;
}

/// `-` where there is none: why there is none stands in the verdict.
std::string shown(const Figure& figure, const std::string& text) { return figure ? text : "-"; }

/// With every reading, where the plan's words can mean several things.
std::string criterion_text(std::span<const Criterion> readings, const Indicator& indicator, const Plan& plan,
                           Language language) {
    std::string all;
    for (const auto& reading : readings) {
        if (!all.empty()) all += either(language, " or ", " 或 ");
        all += words(reading, indicator, plan, language);
    }
    return all;
}

/// With the scope, where the target is of another place than the plan.
std::string indicator_text(const Plan& plan, const Target& target) {
    const auto& indicator = plan.indicator_of(target);
    auto text = indicator.name.empty() ? indicator.id : indicator.name;
    if (plan.scope_of(target) != plan.head().scope) text += " @ " + plan.scope_of(target);
    return text;
}

std::vector<Cell> row_of(const EvaluationReport& report, const Assessment& assessment) {
    const auto& evaluation = *report.evaluation;
    const auto language = report.language;
    const auto* target = evaluation.target_of(assessment);
    std::vector<Cell> row;
    if (target != nullptr) {
        const auto terms = evaluation.terms_of(*target);
        const auto figures = evaluation.figures(assessment);
        const auto texts = figure_texts(figures, 2, language);
        const auto& plan = evaluation.plan();
        row = {target->id,
               indicator_text(plan, *target),
               period_text(terms.due, language),
               criterion_text(terms.readings, plan.indicator_of(*target), plan, language),
               shown(figures.measured, texts.measured),
               shown(figures.required, texts.required),
               shown(figures.gap, texts.gap),
               shown(figures.completion, texts.completion)};
    } else {
        const auto& id = evaluation.id_of(assessment);
        row = {id.empty() ? std::string("-") : id, "-", "-", "-", "-", "-", "-", "-"};
    }
    row.emplace_back(std::string(words(assessment.status, language)), tone_of(assessment.status));
    row.emplace_back(detail::verdict_label(assessment, language));
    row.emplace_back(detail::labels(assessment.flags, language));
    return row;
}

/// `13 targets: 4 achieved, 9 undetermined.`
std::string counts_note(const EvaluationReport& report) {
    const auto all = report.evaluation->assessments();
    std::array<std::size_t, std::size(detail::status_names)> counts{};
    for (const auto& assessment : all)
        ++counts[static_cast<std::size_t>(assessment.status)];
    auto text = std::string(either(report.language, "", "共")) + std::to_string(all.size());
    text += all.size() == 1 ? either(report.language, " target", "项目标")
                            : either(report.language, " targets", "项目标");
    bool first = true;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        text += first ? either(report.language, ": ", "：") : either(report.language, ", ", "，");
        first = false;
        const auto word = words(static_cast<Status>(i), report.language);
        if (report.language == Language::zh) {
            text.append(word).append(std::to_string(counts[i])).append("项");
        } else {
            text.append(std::to_string(counts[i])).append(" ").append(word);
        }
    }
    text += either(report.language, ".", "。");
    return text;
}

/// `Statement 2-046: not met (all of a, b).`, of statements that name several targets.
void add_statement_notes(Sheet& sheet, const EvaluationReport& report) {
    const auto& evaluation = *report.evaluation;
    for (const auto& verdict : statement_verdicts(evaluation)) {
        if (verdict.targets.size() < 2) continue;
        std::string names;
        for (const auto index : verdict.targets) {
            const auto& assessment = evaluation.assessments()[index];
            if (!names.empty()) names += either(report.language, ", ", "、");
            names += evaluation.id_of(assessment);
        }
        const bool all = verdict.joining == Joining::all;
        auto text = std::string(either(report.language, "Statement ", "表述")) + verdict.statement;
        text.append(either(report.language, ": ", "：")).append(words(verdict.outcome, report.language));
        text.append(all ? either(report.language, " (all of ", "（须全部达标：")
                        : either(report.language, " (any of ", "（任一达标即可："));
        sheet.notes.push_back(text + names + std::string(either(report.language, ").", "）。")));
    }
}

void add_notes(Sheet& sheet, const EvaluationReport& report) {
    const auto& evaluation = *report.evaluation;
    sheet.notes = as_of_notes(report);
    sheet.notes.push_back(counts_note(report));
    add_statement_notes(sheet, report);
    const auto& unused = evaluation.unused_names();
    if (!unused.empty()) {
        std::string text(either(report.language,
                                "Names in the data that the plan does not use: ", "计划未用到的数据名称："));
        for (std::size_t i = 0; i < unused.size(); ++i) {
            if (i > 0) text += either(report.language, ", ", "、");
            text += unused[i];
        }
        text += either(report.language, ".", "。");
        sheet.notes.push_back(std::move(text));
    }
    for (const auto* all : {&report.findings, &report.methods}) {
        for (std::size_t i = 0; i < all->size(); ++i) {
            const auto* target = evaluation.target_of(evaluation.assessments()[i]);
            if (target == nullptr) continue;
            for (const auto& finding : (*all)[i])
                sheet.notes.push_back(detail::finding_note(target->id, finding, report.language));
        }
    }
}

}  // namespace

std::vector<std::string> as_of_notes(const EvaluationReport& report) {
    const auto& as_of = report.evaluation->as_of();
    const auto rows = report.evaluation->observations().rows();
    auto notes = detail::judged_notes(*report.evaluation, report.as_of_is_default, report.language);
    const auto tell = [&](std::ptrdiff_t count, std::string_view one, std::string_view many,
                          std::string_view zh) {
        if (count == 0) return;
        auto text = std::to_string(count);
        if (report.language == Language::zh) {
            text.insert(0, "有").append(zh).append("，未采用；可用 --as-of 指定更晚的日期。");
        } else {
            text.append(count == 1 ? one : many).append(" and not used; --as-of gives a later one.");
        }
        notes.push_back(std::move(text));
    };
    tell(std::ranges::count_if(rows,
                               [&](const ObservationRow& row) {
                                   return row.period.last() <= as_of && row.published &&
                                          as_of < *row.published;
                               }),
         " figure was published only after that day", " figures were published only after that day",
         "条数据在该日之后才公布");
    tell(std::ranges::count_if(rows, [&](const ObservationRow& row) { return as_of < row.period.last(); }),
         " figure is of a period that was not over that day",
         " figures are of periods that were not over that day", "条数据所属时期在该日尚未结束");
    return notes;
}

Sheet sheet_of(const EvaluationReport& report) {
    const auto& plan = report.evaluation->plan();
    const auto column = [&](std::string key, std::string_view en, std::string_view zh,
                            Alignment alignment = Alignment::left) {
        return Column{std::move(key), std::string(either(report.language, en, zh)), alignment};
    };
    Sheet sheet;
    sheet.title = plan.head().title.empty() ? plan.head().id : plan.head().title;
    sheet.columns = {column("target", "target", "目标"),
                     column("indicator", "indicator", "指标"),
                     column("due", "due", "到期"),
                     column("criterion", "criterion", "标准"),
                     column("measured", "measured", "实际", Alignment::right),
                     column("required", "required", "要求", Alignment::right),
                     column("gap", "gap", "差距", Alignment::right),
                     column("completion", "completion", "完成率", Alignment::right),
                     column("status", "status", "状态"),
                     column("verdict", "verdict", "结论"),
                     column("flags", "flags", "标记")};
    for (const auto& assessment : report.evaluation->assessments())
        sheet.rows.push_back(row_of(report, assessment));
    add_notes(sheet, report);
    return sheet;
}

void write_table(std::string& out, const EvaluationReport& report, const TableStyle& style) {
    write_table(out, sheet_of(report), style);
}

void write_markdown(std::string& out, const EvaluationReport& report) {
    write_markdown(out, sheet_of(report));
}

}  // namespace goalpost
