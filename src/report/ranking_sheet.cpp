// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/period_text.hpp"
#include "goalpost/report/ranking_report.hpp"
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

std::string shown_name(const RankingReport& report, const std::string& name) {
    return report.name_of ? report.name_of(name) : name;
}
Figure figure_of(const Place& place) { return {place.value.value(), place.value.unit()}; }

/// By place, with so many digits that equals read alike, and others as another number than their neighbours.
std::vector<detail::FigureNumber> numbers_of(const Ranking& ranking) {
    const auto& places = ranking.places;
    std::vector<detail::FigureNumber> numbers;
    for (std::size_t first = 0; first < places.size();) {
        const auto& value = places[first].value.value();
        auto end = first + 1;
        while (end < places.size() &&
               compare(places[end].value.value(), value) == std::strong_ordering::equal)
            ++end;
        for (auto i = first; i < end; ++i) {
            auto number = detail::number_of(figure_of(places[i]), nullptr);
            const auto hold_against = [&](const Place& other) {
                auto longer = detail::number_of(figure_of(places[i]), &other.value.value());
                if (longer.value.size() > number.value.size()) number = std::move(longer);
            };
            if (first > 0) hold_against(places[first - 1]);
            if (end < places.size()) hold_against(places[end]);
            numbers.push_back(std::move(number));
        }
        first = end;
    }
    return numbers;
}

/// `red`, `black` or nothing.
std::string_view end_of(const RankingEnds& shown, const std::string& name) {
    if (std::ranges::find(shown.red, name) != shown.red.end()) return "red";
    return std::ranges::find(shown.black, name) != shown.black.end() ? "black" : "";
}

std::string movement_text(const Place& place) {
    const auto movement = place.movement();
    if (!movement) return "-";
    return std::string(*movement > 0 ? "+" : "").append(std::to_string(*movement));
}

/// How equals are placed, for people.
std::string_view words_of(TieRule ties, Language language) {
    switch (ties) {
        case TieRule::skip: return either(language, "skip, 1 2 2 4", "名次相同，其后空出名次（1、2、2、4）");
        case TieRule::dense:
            return either(language, "dense, 1 2 2 3", "名次相同，其后不空名次（1、2、2、3）");
        case TieRule::ordinal:
            return either(language, "ordinal, 1 2 3 4", "不并列，按名称先后（1、2、3、4）");
    }
    return {};
}

/// What is ranked by, for people: units go by their score, places by a measure as criteria write it, or as
/// plans in Chinese say it.
std::string shown_by(const RankingReport& report) {
    if (report.by == "score") return std::string(either(report.language, "score", "得分"));
    return report.language == Language::zh && !report.by_zh.empty() ? report.by_zh : report.by;
}

/// 2025-Q1, or 2025年一季度.
std::string shown_period(const RankingReport& report) {
    const auto period = Period::parse(report.period);
    return period ? period_text(*period, report.language) : report.period;
}

bool any_previous(const Ranking& ranking) {
    return std::ranges::any_of(ranking.places, [](const Place& place) { return place.previous.has_value(); });
}

}  // namespace

Sheet sheet_of(const RankingReport& report) {
    const auto language = report.language;
    const auto& ranking = *report.ranking;
    const auto shown = ends(ranking, report.red, report.black);
    const bool moved = any_previous(ranking);
    Sheet sheet;
    sheet.title = report.title;
    sheet.columns = {column(language, "place", "place", "位次", Alignment::right),
                     column(language, "name", "name", "名称"),
                     column(language, "value", "value", "数值", Alignment::right)};
    if (moved) sheet.columns.push_back(column(language, "movement", "movement", "升降", Alignment::right));
    if (report.red + report.black > 0) sheet.columns.push_back(column(language, "end", "list", "榜单"));
    sheet.columns.push_back(column(language, "certainty", "certainty", "确定性"));
    for (const auto& place : ranking.places) {
        const auto end = end_of(shown, place.name);
        const auto tone = end == "red" ? Tone::good : end == "black" ? Tone::bad : Tone::plain;
        std::vector<Cell> row{std::to_string(place.place),
                              {shown_name(report, place.name), tone},
                              figure_text(figure_of(place), 2, language)};
        if (moved) row.emplace_back(movement_text(place));
        if (report.red + report.black > 0)
            row.emplace_back(std::string(end == "red"     ? either(language, "red", "红榜")
                                         : end == "black" ? either(language, "black", "黑榜")
                                                          : ""),
                             tone);
        row.emplace_back(
            std::string(words(place.is_firm ? Certainty::firm : Certainty::rests_on_rounding, language)));
        sheet.rows.push_back(std::move(row));
    }
    sheet.notes = detail::judged_notes(report.as_of, report.as_of_is_default,
                                       report.options.value_or(EvaluateOptions{}), language);
    const auto comma = either(language, ", ", "，");
    const auto period = report.period.empty() ? std::string() : std::string(comma) + shown_period(report);
    sheet.notes.push_back(std::string(either(language, "Ranked by ", "排序依据：")) + shown_by(report) +
                          period + std::string(either(language, "; equals: ", "；并列处理：")) +
                          std::string(words_of(ranking.ties, language)) +
                          std::string(either(language, ".", "。")));
    for (const auto& [name, reason] : ranking.left_out)
        sheet.notes.push_back(std::string(either(language, "Left out: ", "未参与排名：")) +
                              shown_name(report, name) + std::string(either(language, ": ", "：")) +
                              std::string(words(reason, language)));
    return sheet;
}

Sheet data_sheet_of(const RankingReport& report) {
    const auto language = report.language;
    const auto shown = ends(*report.ranking, report.red, report.black);
    Sheet sheet;
    const auto add = [&](std::string_view key, std::string_view zh) {
        sheet.columns.push_back(data_column(language, key, zh));
    };
    add("plan", "计划");
    add("as_of", "截至");
    add("by", "排序依据");
    add("period", "时期");
    add("place", "位次");
    add("id", "编号");
    add("name", "名称");
    add("value", "数值");
    add("unit", "单位");
    add("previous", "上次位次");
    add("movement", "升降");
    add("list", "榜单");
    add("certainty", "确定性");
    add("reason", "未参与原因");
    const auto add_row = [&](std::vector<Cell> rest) {
        std::vector<Cell> row{report.plan, date_text(report.as_of), report.by, report.period};
        row.insert(row.end(), rest.begin(), rest.end());
        sheet.rows.push_back(std::move(row));
    };
    const auto numbers = numbers_of(*report.ranking);
    for (std::size_t i = 0; i < report.ranking->places.size(); ++i) {
        const auto& place = report.ranking->places[i];
        const auto movement = place.movement();
        add_row({std::to_string(place.place), place.name, shown_name(report, place.name), numbers[i].value,
                 place.value.unit().symbol(), place.previous ? std::to_string(*place.previous) : "",
                 movement ? std::to_string(*movement) : "", std::string(end_of(shown, place.name)),
                 std::string(name_of(place.is_firm ? Certainty::firm : Certainty::rests_on_rounding)), ""});
    }
    for (const auto& [name, reason] : report.ranking->left_out)
        add_row({"", name, shown_name(report, name), "", "", "", "", "", "", std::string(name_of(reason))});
    return sheet;
}

void write_table(std::string& out, const RankingReport& report, const TableStyle& style) {
    write_table(out, sheet_of(report), style);
}
void write_markdown(std::string& out, const RankingReport& report) { write_markdown(out, sheet_of(report)); }
void write_csv(std::string& out, const RankingReport& report) { write_csv(out, data_sheet_of(report)); }

void write_json(std::string& out, const RankingReport& report) {
    const auto& ranking = *report.ranking;
    const auto shown = ends(ranking, report.red, report.black);
    auto places = JsonText::array();
    const auto numbers = numbers_of(ranking);
    for (std::size_t i = 0; i < ranking.places.size(); ++i) {
        const auto& place = ranking.places[i];
        auto one = JsonText::object();
        one.put("place", JsonText::literal(std::to_string(place.place)));
        one.put("id", JsonText::of(place.name)).put("name", JsonText::of(shown_name(report, place.name)));
        one.put("value", detail::json_of(numbers[i], place.value.unit()));
        if (place.previous) {
            one.put("previous", JsonText::literal(std::to_string(*place.previous)));
            one.put("movement", JsonText::literal(std::to_string(*place.movement())));
        }
        one.put_text("list", end_of(shown, place.name));
        one.put("certainty",
                JsonText::of(name_of(place.is_firm ? Certainty::firm : Certainty::rests_on_rounding)));
        places.push(std::move(one));
    }
    auto left_out = JsonText::array();
    for (const auto& [name, reason] : ranking.left_out) {
        auto one = JsonText::object();
        one.put("id", JsonText::of(name)).put("name", JsonText::of(shown_name(report, name)));
        one.put("reason", JsonText::of(name_of(reason)));
        left_out.push(std::move(one));
    }
    auto whole = JsonText::object();
    whole.put("plan", JsonText::of(report.plan)).put("as_of", JsonText::of(date_text(report.as_of)));
    if (report.options) whole.put_list("options", detail::json_of(*report.options));
    whole.put("by", JsonText::of(report.by)).put_text("period", report.period);
    whole.put("better", JsonText::of(name_of(ranking.better)))
        .put("ties", JsonText::of(name_of(ranking.ties)));
    whole.put("places", std::move(places)).put("left_out", std::move(left_out));
    out += whole.text();
}

}  // namespace goalpost
