// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/report/warning_report.hpp"
#include "io/json_text.hpp"
#include "report/judged_how.hpp"
#include "report/rollup_cells.hpp"

namespace goalpost {

namespace {

using detail::column;
using detail::data_column;
using detail::either;
using detail::JsonText;

constexpr Tone tone_of(WarningLevel level) {
    return level == WarningLevel::red      ? Tone::bad
           : level == WarningLevel::yellow ? Tone::warning
                                           : Tone::plain;
}

const Target& target_of(const WarningReport& report, const Warning& warning) {
    return report.evaluation->plan().targets()[warning.target];
}

std::string why_of(const Warning& warning, Language language) {
    std::string text;
    for (const auto& sign : warning.signs)
        text += (text.empty() ? std::string() : std::string(either(language, "; ", "；"))) +
                sign.why.in(language);
    return text;
}

std::string names_of(const WarningReport& report, const Warning& warning) {
    std::string text;
    for (const auto& unit : warning.warned)
        text += (text.empty() ? std::string() : std::string(either(report.language, ", ", "、"))) +
                detail::name_of_unit(report.evaluation->plan(), unit.unit);
    return text.empty() ? "-" : text;
}

std::string name_of_indicator(const WarningReport& report, const Target& target) {
    const auto& indicator = report.evaluation->plan().indicator_of(target);
    return indicator.name.empty() ? indicator.id : indicator.name;
}

void add_notes(Sheet& sheet, const WarningReport& report) {
    const auto language = report.language;
    sheet.notes = detail::judged_notes(*report.evaluation, report.as_of_is_default, language);
    if (report.warnings->empty())
        sheet.notes.emplace_back(either(language, "There is nothing to warn of.", "没有需要警示的目标。"));
    if (!report.earlier.empty()) {
        std::string dates;
        for (const auto& date : report.earlier)
            dates +=
                (dates.empty() ? std::string() : std::string(either(language, ", ", "、"))) + date_text(date);
        sheet.notes.push_back(std::string(either(language, "Looked back at ", "回看日期：")) + dates +
                              std::string(either(language, ".", "。")));
    }
    for (const auto level : {WarningLevel::red, WarningLevel::yellow, WarningLevel::blue}) {
        std::string units;
        for (const auto& unit : by_unit(*report.warnings)) {
            if (unit.level != level) continue;
            units += (units.empty() ? std::string() : std::string(either(language, ", ", "、"))) +
                     detail::name_of_unit(report.evaluation->plan(), unit.unit) +
                     (language == Language::zh ? "（" + std::to_string(unit.targets.size()) + "项）"
                                               : " (" + std::to_string(unit.targets.size()) + ")");
        }
        if (!units.empty())
            sheet.notes.push_back(std::string(words(level, language)) +
                                  std::string(either(language, ": ", "：")) + units);
    }
}

}  // namespace

Sheet sheet_of(const WarningReport& report) {
    const auto language = report.language;
    Sheet sheet;
    sheet.title = detail::title_of(report.evaluation->plan());
    if (!report.warnings->empty())
        sheet.columns = {
            column(language, "level", "level", "级别"), column(language, "target", "target", "目标"),
            column(language, "indicator", "indicator", "指标"), column(language, "why", "why", "原因"),
            column(language, "warned", "warned", "警示单位")};
    auto sorted = *report.warnings;
    std::ranges::stable_sort(sorted, std::ranges::greater{}, &Warning::level);
    for (const auto& warning : sorted) {
        const auto& target = target_of(report, warning);
        sheet.rows.push_back({{std::string(words(warning.level, language)), tone_of(warning.level)},
                              target.id,
                              name_of_indicator(report, target),
                              why_of(warning, language),
                              names_of(report, warning)});
    }
    add_notes(sheet, report);
    return sheet;
}

Sheet data_sheet_of(const WarningReport& report) {
    const auto language = report.language;
    Sheet sheet;
    const auto add = [&](std::string_view key, std::string_view zh) {
        sheet.columns.push_back(data_column(language, key, zh));
    };
    add("plan", "计划");
    add("as_of", "截至");
    add("target", "目标");
    add("indicator", "指标编号");
    add("level", "级别");
    add("why", "原因");
    add("unit", "单位编号");
    add("unit_name", "警示单位");
    add("role", "角色");
    for (const auto& warning : *report.warnings) {
        const auto& target = target_of(report, warning);
        const auto add_row = [&](const std::string& unit, const std::string& name, const std::string& role) {
            sheet.rows.push_back({report.evaluation->plan().head().id, date_text(report.evaluation->as_of()),
                                  target.id, target.indicator.str(), std::string(name_of(warning.level)),
                                  why_of(warning, language), unit, name, role});
        };
        for (const auto& unit : warning.warned)
            add_row(unit.unit, detail::name_of_unit(report.evaluation->plan(), unit.unit),
                    std::string(name_of(unit.role)));
        if (warning.warned.empty()) add_row("", "", "");
    }
    return sheet;
}

void write_table(std::string& out, const WarningReport& report, const TableStyle& style) {
    write_table(out, sheet_of(report), style);
}
void write_markdown(std::string& out, const WarningReport& report) { write_markdown(out, sheet_of(report)); }
void write_csv(std::string& out, const WarningReport& report) { write_csv(out, data_sheet_of(report)); }

void write_json(std::string& out, const WarningReport& report) {
    const auto& plan = report.evaluation->plan();
    const auto unit_json = [&](const std::string& id) {
        auto json = JsonText::object();
        json.put("unit", JsonText::of(id)).put("name", JsonText::of(detail::name_of_unit(plan, id)));
        return json;
    };
    auto warnings = JsonText::array();
    for (const auto& warning : *report.warnings) {
        auto signs = JsonText::array();
        for (const auto& sign : warning.signs) {
            auto one = JsonText::object();
            one.put("level", JsonText::of(name_of(sign.level))).put_text("rule", sign.rule);
            one.put("why", JsonText::of(sign.why.in(report.language)));
            signs.push(std::move(one));
        }
        auto warned = JsonText::array();
        for (const auto& unit : warning.warned) {
            auto one = unit_json(unit.unit);
            one.put("role", JsonText::of(name_of(unit.role))).put_text("named_as", unit.named_as);
            warned.push(std::move(one));
        }
        auto one = JsonText::object();
        one.put("target", JsonText::of(target_of(report, warning).id));
        one.put("level", JsonText::of(name_of(warning.level)));
        one.put("signs", std::move(signs)).put("warned", std::move(warned));
        warnings.push(std::move(one));
    }
    auto units = JsonText::array();
    for (const auto& unit : by_unit(*report.warnings)) {
        auto one = unit_json(unit.unit);
        one.put("level", JsonText::of(name_of(unit.level)));
        auto targets = JsonText::array();
        for (const auto index : unit.targets)
            targets.push(JsonText::of(plan.targets()[index].id));
        one.put("targets", std::move(targets));
        units.push(std::move(one));
    }
    auto earlier = JsonText::array();
    for (const auto& date : report.earlier)
        earlier.push(JsonText::of(date_text(date)));
    auto whole = JsonText::object();
    whole.put("plan", JsonText::of(plan.head().id));
    whole.put("as_of", JsonText::of(date_text(report.evaluation->as_of())));
    whole.put_list("options", detail::json_of(report.evaluation->options()));
    whole.put("earlier", std::move(earlier));
    whole.put("warnings", std::move(warnings)).put("units", std::move(units));
    out += whole.text();
}

}  // namespace goalpost
