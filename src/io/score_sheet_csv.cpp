// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/score_sheet_csv.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "goalpost/rollup/scoring_text.hpp"
#include "io/cell_fault.hpp"
#include "io/csv_header.hpp"
#include "io/csv_rows.hpp"
#include "io/diagnostic_list.hpp"
#include "io/file.hpp"
#include "io/locator.hpp"
#include "io/text.hpp"

namespace goalpost {

namespace {

using namespace detail;

enum SheetColumn : std::size_t { item_column, marks_column, rule_column, binding_column };
constexpr std::string_view sheet_columns[] = {"item", "marks", "rule", "binding"};
constexpr std::size_t required_sheet_columns = 2;

/// Reads a sheet that is in memory as a whole: nobody writes long ones.
class SheetReader {
  public:
    SheetReader(std::string_view text, const std::string& file, const Plan& plan)
        : text_(text), locator_(text), plan_(plan), found_(file) {}

    ScoreSheetReading read() && {
        for (std::size_t at = 0; at < text_.size() && !gave_up_;) {
            const auto row = split_row(text_.substr(at), true, cells_);
            take_row(row, at);
            at += row.length;
        }
        if (!has_header_ && !gave_up_) {
            found_.add_file_fault(file_fault({}, "the file has no header",
                                             "a first row with the names of the columns", header_.mend()));
        } else if (sheet_.items.empty() && !refused_) {
            found_.add_file_fault(file_fault({}, "the sheet has no items", "a row for each item",
                                             "write the id and the marks of an item below the header"));
        }
        ScoreSheetReading made;
        if (!sheet_.items.empty()) made.sheet = std::move(sheet_);
        made.diagnostics = std::move(found_).finish();
        return made;
    }

  private:
    void take_row(const CsvRow& row, std::size_t at) {
        if (row.kind == CsvRow::Kind::blank) return;
        const auto content = text_.substr(at, row.length);
        const bool sound = row.kind == CsvRow::Kind::row && content.find('\0') == std::string_view::npos &&
                           find_invalid_utf8(content) == std::string_view::npos;
        if (sound && holds_nothing(cells_)) return;
        if (!sound || (has_header_ && row.width != header_.width())) {
            const auto fault = row_fault(row, content, cells_, header_.width());
            report(content.data() + fault.position, fault);
            gave_up_ = !has_header_;  // no other row can stand for it
        } else if (!has_header_) {
            take_header(row, content);
        } else {
            read_item();
        }
    }

    void take_header(const CsvRow& row, std::string_view content) {
        std::vector<HeaderFault> faults;
        has_header_ = header_.read(cells_, row.width, content, faults);
        gave_up_ = !has_header_;
        for (const auto& [at, fault, severity] : faults)
            report(at, fault, severity);
    }

    /// Every cell is looked at, so that a row with two faults is reported twice and mended once.
    void read_item() {
        SheetItem item;
        bool sound = read_id(item);
        sound &= read_marks(item);
        sound &= read_rule(item);
        sound &= read_binding(item);
        if (sound) sheet_.items.push_back(std::move(item));
    }

    bool read_id(SheetItem& item) {
        constexpr auto expected = "the id of a target or an indicator of the plan";
        item.id = cell(item_column);
        if (item.id.empty())
            return refuse(item_column, {"an empty cell", "the item is empty", expected, "fill it in"});
        if (plan_.find_target(item.id) == nullptr && plan_.find_indicator(item.id) == nullptr) {
            auto mend = meant_id(item.id, plan_.indicators(), "");
            if (mend.empty())
                mend = meant_id(item.id, plan_.targets(), "correct the id, or leave the row out");
            return refuse(item_column,
                          {"an unknown item", shown(item.id) + " is no target and no indicator of the plan",
                           expected, std::move(mend)});
        }
        if (std::ranges::find(sheet_.items, item.id, &SheetItem::id) == sheet_.items.end()) return true;
        return refuse(item_column,
                      {"an item that stands twice", "the item " + shown(item.id) + " stands twice",
                       "a row for each item", "remove one of the two"});
    }

    bool read_marks(SheetItem& item) {
        constexpr std::string_view kind = "marks that cannot be read";
        constexpr auto expected = "a number above 0";
        const auto text = cell(marks_column);
        if (text.empty())
            return refuse(marks_column, {"an empty cell", "the marks are empty", expected, "fill them in"});
        const auto marks = Decimal::parse(text);
        if (!marks) return refuse(marks_column, parse_fault(kind, "marks", text, marks.error()));
        item.marks = Ratio(*marks);
        if (marks->sign() > 0) return true;
        return refuse(marks_column, {kind, "the marks are " + shown(text), expected,
                                     "leave out the row of an item that does not count"});
    }

    bool read_rule(SheetItem& item) {
        const auto text = cell(rule_column);
        if (text.empty()) return true;
        auto rule = parse_scoring_rule(text, plan_.unit_set());
        if (!rule)
            return refuse(rule_column, parse_fault("a rule that cannot be read", "rule", text, rule.error()));
        item.rule = *std::move(rule);
        return true;
    }

    bool read_binding(SheetItem& item) {
        const auto text = cell(binding_column);
        item.binding = text == "yes";
        if (item.binding || text.empty() || text == "no") return true;
        return refuse(binding_column, {"an unknown word", "the binding " + shown(text) + " is not known",
                                       "yes, no or nothing", "write yes for an item that is binding"});
    }

    static CellFault parse_fault(std::string_view kind, const std::string& what, std::string_view text,
                                 const ParseError& error) {
        return {kind, "the " + what + " " + shown(text) + " cannot be read: found " + error.found,
                error.expected, error.mend, error.position};
    }

    /// Empty where there is no such column.
    [[nodiscard]] std::string cell(SheetColumn column) const {
        std::string scratch;
        return header_.has(column) ? std::string(cells_[header_.place(column)].content(scratch))
                                   : std::string();
    }

    // Always false, so that a check can end with it.
    bool refuse(SheetColumn column, const CellFault& fault) {
        const auto& one = cells_[header_.place(column)];
        // Where quotes were undone, a place in the content is no place in the file.
        return report(one.text.data() + (one.doubled ? 0 : std::min(fault.position, one.text.size())), fault);
    }
    bool report(const char* at, const CellFault& fault,
                Diagnostic::Severity severity = Diagnostic::Severity::error) {
        refused_ |= severity == Diagnostic::Severity::error;
        if (!found_.wants(fault.kind, severity)) return false;
        const auto [line, column] = locator_.at(static_cast<std::size_t>(at - text_.data()));
        found_.add({severity, {}, line, column, fault.what, fault.expected, fault.mend});
        return false;
    }

    std::string_view text_;
    Locator locator_;
    const Plan& plan_;
    DiagnosticList found_;
    CsvHeader header_{sheet_columns, required_sheet_columns};
    std::vector<CsvCell> cells_;  // of the row that is read
    ScoreSheet sheet_;
    bool has_header_ = false;
    bool gave_up_ = false;
    bool refused_ = false;  // an error was reported
};

}  // namespace

ScoreSheetReading read_score_sheet_csv(std::string_view text, const std::string& file_name,
                                       const Plan& plan) {
    if (auto fault = begin_text(text, file_name, EncodingCheck::kind_of_file))
        return {std::nullopt, {std::move(*fault)}};
    return SheetReader(text, file_name, plan).read();
}

ScoreSheetReading read_score_sheet_csv(const std::filesystem::path& file, const Plan& plan) {
    std::string text;
    if (auto fault = read_whole_file(file, text)) return {std::nullopt, {std::move(*fault)}};
    return read_score_sheet_csv(text, file.string(), plan);
}

}  // namespace goalpost
