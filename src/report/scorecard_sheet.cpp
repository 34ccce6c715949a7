// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/words.hpp"
#include "goalpost/report/scorecard_report.hpp"
#include "io/json_text.hpp"
#include "report/figure_json.hpp"
#include "report/figure_number.hpp"
#include "report/judged_how.hpp"
#include "report/rollup_cells.hpp"

namespace goalpost {

namespace {

using detail::column;
using detail::data_column;
using detail::either;
using detail::JsonText;

constexpr std::array roles = {Role::lead, Role::responsible, Role::supporting};
constexpr std::size_t status_count = std::size(detail::status_names);

/// The cards of units in the plan's order.
std::vector<const Scorecard*> cards_of(const ScorecardReport& report) {
    std::vector<const Scorecard*> cards;
    for (const auto& unit : report.evaluation->plan().responsible_units()) {
        if (const auto* card = report.cards->find(unit.id)) cards.push_back(card);
    }
    return cards;
}

/// Score and coverage, and what neither reads where it is less.
struct Shares {
    Figure score;
    Figure full;
    Figure coverage;
    Figure all;
};

Shares shares_of(const ScorecardReport& report, const Scorecard& card) {
    const auto marks = card.marks();
    const Figure all(1, figure_units::percent());
    const auto why_none = marks.why_no_share();
    Shares shares{detail::percent_of(marks.share(), why_none), all,
                  detail::percent_of(marks.coverage(), why_none), all};
    if (report.sheet == nullptr) return shares;
    const auto filled = fill_in(*report.sheet, card);
    shares.score = filled.score ? Figure(*filled.score, figure_units::pure()) : Figure(why_none);
    shares.full = Figure(report.sheet->marks(), figure_units::pure());
    return shares;
}

std::string joined(const std::vector<std::string>& names, std::string_view between) {
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : std::string(between)) + name;
    return text;
}

bool has_vetoes(const ScorecardReport& report) {
    return report.sheet != nullptr && std::ranges::any_of(report.sheet->items, &SheetItem::binding);
}

/// The statuses that any card has; `undetermined` always.
std::vector<Status> shown_statuses(const ScorecardReport& report) {
    std::vector<Status> shown;
    for (std::size_t i = 0; i < status_count; ++i) {
        const auto status = static_cast<Status>(i);
        const auto occurs = [&](const Scorecard& card) { return card.counts[status] > 0; };
        const auto cards = cards_of(report);
        if (status == Status::undetermined || occurs(report.cards->plan) ||
            std::ranges::any_of(cards, [&](const Scorecard* card) { return occurs(*card); }))
            shown.push_back(status);
    }
    return shown;
}

std::vector<Cell> row_of(const ScorecardReport& report, const Scorecard& card, std::string name,
                         const std::vector<Status>& statuses) {
    std::vector<Cell> row{std::move(name)};
    for (const auto role : roles) {
        const auto count = card.by_role[static_cast<std::size_t>(role)];
        row.emplace_back(card.unit.empty() ? "" : std::to_string(count));
    }
    for (const auto status : statuses) {
        const auto count = card.counts[status];
        const auto tone = count == 0                         ? Tone::faint
                          : status == Status::missed         ? Tone::bad
                          : status == Status::behind         ? Tone::warning
                          : status <= Status::achieved_early ? Tone::good
                                                             : Tone::plain;
        row.emplace_back(std::to_string(count), tone);
    }
    const auto shares = shares_of(report, card);
    row.emplace_back(detail::shown(shares.score, shares.full, 2, report.language));
    row.emplace_back(detail::shown(shares.coverage, shares.all, 1, report.language));
    if (has_vetoes(report)) row.emplace_back(joined(card.vetoes(), ", "), Tone::bad);
    return row;
}

void add_notes(Sheet& sheet, const ScorecardReport& report) {
    const auto language = report.language;
    sheet.notes = detail::judged_notes(*report.evaluation, report.as_of_is_default, language);
    sheet.notes.emplace_back(either(
        language,
        "The score is the share of the weighted marks that was earned, of the targets that have marks; "
        "coverage is their share of the weight. A target without a figure is left out, not scored 0.",
        "得分为已计分目标的加权得分率；覆盖率为已计分目标占全部权重的比重。缺少数据的目标不计分，不按零分计算"
        "。"));
    if (report.cards->plan.resting_on_rounding > 0) {
        const auto count = std::to_string(report.cards->plan.resting_on_rounding);
        sheet.notes.push_back(language == Language::zh ? "取决于舍入的结论：" + count + "项。"
                                                       : "Verdicts that rest on rounding: " + count + ".");
    }
    if (report.cards->unassigned > 0) {
        const auto count = std::to_string(report.cards->unassigned);
        sheet.notes.push_back(language == Language::zh
                                  ? "没有责任单位的目标：" + count + "项，只计入计划总体。"
                                  : "Targets that nobody answers for: " + count +
                                        "; they count for the plan only.");
    }
}

JsonText json_of(const StatusCounts& counts) {
    auto json = JsonText::object();
    for (std::size_t i = 0; i < status_count; ++i)
        json.put(detail::status_names[i], JsonText::literal(std::to_string(counts.of[i])));
    return json;
}

/// A number, such as marks; on the side of `line` on which it lies.
JsonText json_of(const Ratio& number, const Ratio& line) {
    const Value edge = line;
    return detail::json_of(Figure(number, figure_units::pure()), &edge);
}

JsonText json_of(const Marks& marks) {
    const auto earned = marks.earned.value();
    const auto scored = marks.scored.value();
    const auto weight = marks.weight.value();
    auto json = JsonText::object();
    json.put("earned", json_of(earned, scored));
    json.put("scored", json_of(scored, weight));
    json.put("weight", json_of(weight, weight));
    return json;
}

JsonText json_of(const SheetScore& filled) {
    constexpr std::string_view standings[] = {"scored", "no_marks", "no_task"};
    auto items = JsonText::array();
    for (const auto& line : filled.items) {
        auto item = JsonText::object();
        item.put("item", JsonText::of(line.id)).put("marks", json_of(line.marks, line.marks));
        item.put("standing", JsonText::of(standings[static_cast<std::size_t>(line.standing)]));
        if (line.score) item.put("score", json_of(*line.score, line.marks));
        items.push(std::move(item));
    }
    return items;
}

JsonText json_of(const ScorecardReport& report, const Scorecard& card) {
    auto json = JsonText::object();
    if (!card.unit.empty()) {
        json.put("unit", JsonText::of(card.unit));
        json.put("name", JsonText::of(detail::name_of_unit(report.evaluation->plan(), card.unit)));
        auto by_role = JsonText::object();
        for (const auto role : roles)
            by_role.put(name_of(role),
                        JsonText::literal(std::to_string(card.by_role[static_cast<std::size_t>(role)])));
        json.put("targets", std::move(by_role));
    }
    json.put("counts", json_of(card.counts));
    if (!card.unit.empty()) json.put("aside", json_of(card.aside));
    json.put("resting_on_rounding", JsonText::literal(std::to_string(card.resting_on_rounding)));
    const auto shares = shares_of(report, card);
    json.put("score", detail::json_of(shares.score, &shares.full.value()));
    json.put("coverage", detail::json_of(shares.coverage, &shares.all.value()));
    json.put("marks", json_of(card.marks()));
    if (report.sheet != nullptr && !card.unit.empty())
        json.put("sheet", json_of(fill_in(*report.sheet, card)));
    json.put_list("vetoes", JsonText::list_of(card.vetoes()));
    return json;
}

}  // namespace

Sheet sheet_of(const ScorecardReport& report) {
    const auto language = report.language;
    const auto statuses = shown_statuses(report);
    const auto number = [&](std::string_view key, std::string_view en, std::string_view zh) {
        return column(language, key, en, zh, Alignment::right);
    };
    Sheet sheet;
    sheet.title = detail::title_of(report.evaluation->plan());
    sheet.columns = {column(language, "unit", "unit", "责任单位"), number("lead", "lead", "牵头"),
                     number("responsible", "responsible", "责任"),
                     number("supporting", "supporting", "配合")};
    for (const auto status : statuses)
        sheet.columns.push_back(
            {std::string(name_of(status)), std::string(words(status, language)), Alignment::right});
    sheet.columns.push_back(number("score", "score", "得分"));
    sheet.columns.push_back(number("coverage", "coverage", "覆盖率"));
    if (has_vetoes(report)) sheet.columns.push_back(column(language, "vetoes", "vetoes", "一票否决"));
    for (const auto* card : cards_of(report))
        sheet.rows.push_back(
            row_of(report, *card, detail::name_of_unit(report.evaluation->plan(), card->unit), statuses));
    sheet.rows.push_back(
        row_of(report, report.cards->plan, std::string(either(language, "the plan", "计划总体")), statuses));
    add_notes(sheet, report);
    return sheet;
}

Sheet data_sheet_of(const ScorecardReport& report) {
    const auto language = report.language;
    Sheet sheet;
    const auto add = [&](std::string_view key, std::string_view zh) {
        sheet.columns.push_back(data_column(language, key, zh));
    };
    add("plan", "计划");
    add("as_of", "截至");
    add("unit", "单位编号");
    add("name", "责任单位");
    add("lead", "牵头");
    add("responsible", "责任");
    add("supporting", "配合");
    for (std::size_t i = 0; i < status_count; ++i)
        add(detail::status_names[i], words(static_cast<Status>(i), Language::zh));
    add("resting_on_rounding", "取决于舍入");
    add("score", "得分");
    add("score_unit", "得分单位");
    add("coverage", "覆盖率");
    add("coverage_unit", "覆盖率单位");
    add("vetoes", "一票否决");
    const auto add_row = [&](const Scorecard& card) {
        const bool whole = card.unit.empty();
        std::vector<Cell> row{report.evaluation->plan().head().id, date_text(report.evaluation->as_of()),
                              card.unit,
                              whole ? "" : detail::name_of_unit(report.evaluation->plan(), card.unit)};
        for (const auto count : card.by_role)
            row.emplace_back(whole ? "" : std::to_string(count));
        for (const auto count : card.counts.of)
            row.emplace_back(std::to_string(count));
        row.emplace_back(std::to_string(card.resting_on_rounding));
        const auto add_figure = [&row](const Figure& figure, const Figure& full) {
            row.emplace_back(figure ? detail::decimal_of(figure, &full.value()) : "");
            row.emplace_back(figure ? figure.unit().symbol() : "");
        };
        const auto shares = shares_of(report, card);
        add_figure(shares.score, shares.full);
        add_figure(shares.coverage, shares.all);
        row.emplace_back(joined(card.vetoes(), " "));
        sheet.rows.push_back(std::move(row));
    };
    for (const auto* card : cards_of(report))
        add_row(*card);
    add_row(report.cards->plan);
    return sheet;
}

void write_table(std::string& out, const ScorecardReport& report, const TableStyle& style) {
    write_table(out, sheet_of(report), style);
}
void write_markdown(std::string& out, const ScorecardReport& report) {
    write_markdown(out, sheet_of(report));
}
void write_csv(std::string& out, const ScorecardReport& report) { write_csv(out, data_sheet_of(report)); }

void write_json(std::string& out, const ScorecardReport& report) {
    auto units = JsonText::array();
    for (const auto* card : cards_of(report))
        units.push(json_of(report, *card));
    auto whole = JsonText::object();
    whole.put("plan", JsonText::of(report.evaluation->plan().head().id));
    whole.put("as_of", JsonText::of(date_text(report.evaluation->as_of())));
    whole.put_list("options", detail::json_of(report.evaluation->options()));
    whole.put("units", std::move(units));
    whole.put("whole", json_of(report, report.cards->plan));
    whole.put("unassigned", JsonText::literal(std::to_string(report.cards->unassigned)));
    out += whole.text();
}

}  // namespace goalpost
