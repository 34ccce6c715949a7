// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/score_sheet_csv.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "goalpost/rollup/scoring_text.hpp"
#include "io/csv_rows.hpp"
#include "io/diagnostic_list.hpp"
#include "io/file.hpp"
#include "io/text.hpp"

namespace goalpost {

namespace {

using detail::CsvRow;

enum ColumnIndex : std::size_t { item_column, marks_column, rule_column, binding_column, column_count };
constexpr std::array<std::string_view, column_count> column_names = {"item", "marks", "rule", "binding"};

class SheetReader {
  public:
    SheetReader(const std::string& file, const Plan& plan) : plan_(&plan), found_(file) {}

    ScoreSheetReading read(std::string_view text) {
        if (text.starts_with(detail::byte_order_mark)) text.remove_prefix(detail::byte_order_mark.size());
        std::vector<detail::CsvCell> cells;
        std::size_t line = 1;
        bool in_rows = false;
        while (!text.empty()) {
            const auto row = detail::split_row(text, true, cells);
            const auto lines =
                std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(row.length), '\n');
            if (row.kind == CsvRow::Kind::row) {
                std::vector<std::string> texts;
                std::string scratch;
                for (const auto& cell : cells)
                    texts.emplace_back(cell.content(scratch));
                if (!in_rows) {
                    if (!find_columns(texts, line)) return {std::nullopt, std::move(found_).finish()};
                } else {
                    read_item(texts, line);
                }
                in_rows = true;
            } else if (row.kind != CsvRow::Kind::blank) {
                report(line, "the row's quotes do not match", "RFC 4180",
                       "double a quote inside a quoted cell");
            }
            text.remove_prefix(row.length);
            line += static_cast<std::size_t>(lines);
        }
        if (!in_rows) report(1, "there is no header row", "item,marks,rule,binding", "");
        ScoreSheetReading made;
        if (!sheet_.items.empty()) made.sheet = std::move(sheet_);
        made.diagnostics = std::move(found_).finish();
        return made;
    }

  private:
    void report(std::size_t line, std::string what, std::string expected, std::string mend) {
        if (!found_.wants(what)) return;
        Diagnostic one;
        one.line = line;
        one.what = std::move(what);
        one.expected = std::move(expected);
        one.mend = std::move(mend);
        found_.add(std::move(one));
    }
    bool find_columns(const std::vector<std::string>& header, std::size_t line) {
        places_.fill(header.size());
        bool sound = true;
        for (std::size_t i = 0; i < header.size(); ++i) {
            const auto known = std::find(column_names.begin(), column_names.end(), header[i]);
            if (known == column_names.end()) {
                report(line, "the column " + detail::shown(header[i]) + " is not known",
                       detail::one_of(column_names), "leave it out");
                sound = false;
                continue;
            }
            auto& place = places_[static_cast<std::size_t>(known - column_names.begin())];
            if (place != header.size()) {
                report(line, "the column " + detail::shown(header[i]) + " comes twice", "", "leave one out");
                sound = false;
            }
            place = i;
        }
        for (const auto column : {item_column, marks_column, rule_column}) {
            if (places_[column] != header.size()) continue;
            report(line, "there is no column " + std::string(column_names[column]), "item,marks,rule,binding",
                   "");
            sound = false;
        }
        width_ = header.size();
        return sound;
    }
    void read_item(const std::vector<std::string>& cells, std::size_t line) {
        if (cells.size() != width_)
            return report(line, "the row has " + std::to_string(cells.size()) + " cells",
                          std::to_string(width_), "");
        const auto cell = [&](ColumnIndex column) {
            return places_[column] < cells.size() ? cells[places_[column]] : std::string();
        };
        SheetItem item;
        item.id = cell(item_column);
        const bool known =
            plan_->find_target(item.id) != nullptr || plan_->find_indicator(item.id) != nullptr;
        if (!known)
            return report(line, detail::shown(item.id) + " is no target and no indicator of the plan",
                          "an id of the plan", "");
        const auto same = [&](const SheetItem& other) { return other.id == item.id; };
        if (std::any_of(sheet_.items.begin(), sheet_.items.end(), same))
            return report(line, "the item " + detail::shown(item.id) + " comes twice", "", "leave one out");
        const auto marks = Decimal::parse(cell(marks_column));
        if (!marks || marks->sign() <= 0)
            return report(line, detail::shown(cell(marks_column)) + " are no marks", "a number above 0", "");
        item.marks = Ratio(*marks);
        auto rule =
            parse_scoring_rule(cell(rule_column).empty() ? "usual" : cell(rule_column), plan_->unit_set());
        if (!rule) return report(line, "the rule cannot be read " + rule.error().message(), "", "");
        item.rule = *std::move(rule);
        const auto binding = cell(binding_column);
        if (!binding.empty() && binding != "yes" && binding != "no")
            return report(line, detail::shown(binding) + " does not say whether the item is binding",
                          "yes or no", "");
        item.binding = binding == "yes";
        sheet_.items.push_back(std::move(item));
    }

    const Plan* plan_;
    detail::DiagnosticList found_;
    ScoreSheet sheet_;
    std::array<std::size_t, column_count> places_{};
    std::size_t width_ = 0;
};

}  // namespace

ScoreSheetReading read_score_sheet_csv(std::string_view text, const std::string& file_name,
                                       const Plan& plan) {
    if (auto fault = detail::encoding_fault(text, file_name, detail::EncodingCheck::every_byte))
        return {std::nullopt, {std::move(*fault)}};
    return SheetReader(file_name, plan).read(text);
}

ScoreSheetReading read_score_sheet_csv(const std::filesystem::path& file, const Plan& plan) {
    std::string text;
    if (auto fault = detail::read_whole_file(file, text)) return {std::nullopt, {std::move(*fault)}};
    return read_score_sheet_csv(text, file.string(), plan);
}

}  // namespace goalpost
