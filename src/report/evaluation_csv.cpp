// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/evaluate/words.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/model/detail/hash_bytes.hpp"
#include "goalpost/report/evaluation_report.hpp"
#include "report/csv_field.hpp"
#include "report/figure_number.hpp"
#include "report/labels.hpp"
#include "report/method_cells.hpp"
#include "report/report_rows.hpp"

namespace goalpost {

namespace {

/// A text as it was written last: neighbouring rows have most of their texts in common.
struct Written {
    std::string text;
    std::string field;
};

/// A criterion that holds a measure against a number, as it was written last: those of an indicator mostly
/// differ in that number only.
struct WrittenCriterion {
    MeasureTerm measure;
    Comparison comparison = Comparison::improves;  // of none that has a number
    SharedText unit;
    std::string before;  // the number
    std::string after;
    bool plain = false;

    /// Makes this what stands around the number of that criterion; false where its field is not its text.
    bool take(const Criterion& criterion, const NumberReference& number) {
        if (criterion.comparison != comparison || !(criterion.measure == measure) || !(number.unit == unit))
            *this = WrittenCriterion(criterion, number);
        return plain;
    }

    WrittenCriterion() = default;

  private:
    WrittenCriterion(const Criterion& criterion, const NumberReference& number)
        : measure(criterion.measure), comparison(criterion.comparison), unit(number.unit) {
        const auto all = text(criterion);
        const auto digits = number.value.text();
        const auto reference = text(criterion.reference);
        before = all.substr(0, all.size() - reference.size());
        after = reference.substr(digits.size());
        std::string field;
        detail::append_csv_field(field, all);
        plain = field == all;
    }
};

/// The cells of a row for a sheet.
struct SheetRow {
    std::vector<Cell> cells;
    void text(std::string_view text) { cells.emplace_back(std::string(text)); }
    void text(std::string_view text, const Written&) { this->text(text); }
    void word(std::string_view word) { text(word); }
    void nothing(int count) {
        for (; count > 0; --count)
            text("");
    }
    void criterion(const Criterion& criterion, const WrittenCriterion&) { text(goalpost::text(criterion)); }
};

/// The cells of a row as they go to a file: there may be very many, so they are put together before they are
/// appended.
class CsvRow {
  public:
    explicit CsvRow(std::string& out) : out_(out) {}
    void text(std::string_view text) {
        field_.clear();
        detail::append_csv_field(field_, text);
        word(field_);
    }
    void text(std::string_view text, Written& last) {
        if (last.text.size() != text.size() ||
            !detail::same_bytes(last.text.data(), text.data(), text.size())) {
            last.text = text;
            last.field.clear();
            detail::append_csv_field(last.field, text);
        }
        word(last.field);
    }
    /// A number, a date or a name of ours, which never needs quotes.
    void word(std::string_view word) {
        if (word.size() >= together_.size() - size_) {
            flush();
            if (word.size() >= together_.size()) {
                out_.append(word).append(",");
                return;
            }
        }
        copy(word, together_.data() + size_);
        size_ += word.size();
        together_[size_++] = ',';
    }
    void nothing(int count) {
        constexpr std::string_view commas = ",,,,,,,";
        word(commas.substr(0, static_cast<std::size_t>(count - 1)));
    }
    void criterion(const Criterion& criterion, WrittenCriterion& last) {
        criterion_.clear();
        const auto* number = std::get_if<NumberReference>(&criterion.reference);
        const bool held_against_it = number != nullptr && criterion.comparison != Comparison::improves;
        if (held_against_it && !number->tolerance && criterion.quantifier.kind == Quantifier::Kind::none &&
            last.take(criterion, *number)) {
            criterion_.append(last.before).append(number->value.text()).append(last.after);
            word(criterion_);
            return;
        }
        detail::append_text(criterion_, criterion);
        text(criterion_);
    }
    /// Ends a row of one cell or more.
    void end() {
        if (size_ == 0 || size_ == together_.size()) flush();
        (size_ > 0 ? together_[size_ - 1] : out_.back()) = '\r';
        together_[size_++] = '\n';
    }
    void flush() {
        out_.append(together_.data(), size_);
        size_ = 0;
    }

  private:
    /// Most words are short: two pieces that overlap are copied sooner than a function is called.
    static void copy(std::string_view word, char* to) {
        const auto size = word.size();
        const auto in_pieces = [&]<class Piece>(Piece) {
            std::memcpy(to, word.data(), sizeof(Piece));
            std::memcpy(to + size - sizeof(Piece), word.data() + size - sizeof(Piece), sizeof(Piece));
        };
        struct Sixteen {
            char bytes[16];
        };
        if (size > 32) {
            std::memcpy(to, word.data(), size);
        } else if (size >= 16) {
            in_pieces(Sixteen{});
        } else if (size >= 8) {
            in_pieces(std::uint64_t{});
        } else if (size >= 4) {
            in_pieces(std::uint32_t{});
        } else if (size > 0) {
            to[0] = word[0];
            to[size / 2] = word[size / 2];
            to[size - 1] = word[size - 1];
        }
    }

    std::string& out_;
    std::string field_;
    std::string criterion_;
    std::array<char, 4096> together_;
    std::size_t size_ = 0;
};

/// Puts the cells of one assessment after the other, in the order of the columns.
template <class Row>
class Cells {
  public:
    Cells(const EvaluationReport& report, Row& row)
        : report_(report),
          row_(row),
          methods_(detail::methods_of(report).size()),
          as_of_(date_text(report.evaluation->as_of())),
          indicators_(report.evaluation->plan().indicators().size()),
          figures_(*report.evaluation) {}

    void put(const Assessment& assessment) {
        const auto& evaluation = *report_.evaluation;
        const auto& plan = evaluation.plan();
        const std::optional<Base>* stated = nullptr;
        row_.text(plan.head().id, plan_);
        row_.word(as_of_);
        if (const auto* target = evaluation.target_of(assessment)) {
            const auto number = detail::PlanAccess::plain_targets(plan)[assessment.target].indicator;
            auto& [id, name, criterion] = indicators_[number];
            row_.text(target->id);
            row_.text(target->indicator, id);
            row_.text(plan.indicators()[number].name, name);
            row_.text(plan.scope_of(*target), scope_);
            const auto terms = evaluation.terms_of(*target);
            stated = &terms.base;
            row_.word(due_text(terms.due));
            row_.criterion(terms.criterion(), criterion);
        } else {
            row_.text(evaluation.id_of(assessment));
            row_.nothing(5);
        }
        name(assessment.outcome);
        reason(assessment.reason);
        name(assessment.stage);
        name(assessment.status);
        name(assessment.certainty);
        flags(assessment.flags);
        figures_.find(assessment);
        for (const auto& column : detail::named_figures) {
            if (const auto* unit = figures_.unit(column)) {
                row_.word(figures_.decimal(column));
                row_.text(unit->symbol(), written(unit->symbol()));
            } else if (column.key == "base" && stated != nullptr && *stated) {
                base(**stated, evaluation.plan().indicator_of(*evaluation.target_of(assessment)));
            } else {
                row_.nothing(2);
            }
        }
        if (methods_ == 0) return;
        const auto index = static_cast<std::size_t>(&assessment - evaluation.assessments().data());
        const auto& findings = report_.methods.at(index);
        for (std::size_t i = 0; i < methods_; ++i) {
            if (i < findings.size()) {
                finding(findings[i]);
            } else {
                row_.nothing(7);  // a target that could not be read
            }
        }
    }

  private:
    [[nodiscard]] bool chinese() const { return report_.language == Language::zh; }
    const std::string& due_text(const Period& due) {
        if (due != due_) {
            due_ = due;
            due_text_ = due.text();
        }
        return due_text_;
    }
    /// Before anything was observed, the base that the plan states.
    void base(const Base& stated, const Indicator& indicator) {
        row_.word(stated.value.text());
        row_.text(stated.unit.empty() ? indicator.unit.symbol() : stated.unit.str());
    }
    /// Where the symbol of a unit was written last; there are few.
    Written& written(const std::string& symbol) {
        const auto mark = symbol.empty() ? 0U : static_cast<unsigned char>(symbol.back());
        return symbols_[(symbol.size() + mark) % symbols_.size()];
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
        if (reason == Reason::none) return row_.nothing(1);
        if (chinese()) return row_.text(detail::label(reason, Language::zh));
        row_.word(name_of(reason));
    }
    void flags(Flags flags) {
        if (flags.empty()) return row_.nothing(1);
        if (chinese()) return row_.text(detail::labels(flags, Language::zh));
        if (flags != flags_) {
            flags_ = flags;
            flags_text_.clear();
            for (std::size_t i = 0; i < flag_count; ++i) {
                if (!flags.has(flag_at(i))) continue;
                if (!flags_text_.empty()) flags_text_ += ' ';
                flags_text_ += name_of(flag_at(i));
            }
        }
        row_.word(flags_text_);
    }
    void finding(const Finding& finding) {
        std::string substituted;
        for (const auto& put : finding.substituted)
            substituted += (substituted.empty() ? "" : "; ") + put;
        row_.text(finding.verdict);
        if (finding.status) {
            name(*finding.status);
        } else {
            row_.nothing(1);
        }
        row_.word(finding.value ? detail::decimal_of(finding.value) : "");
        row_.text(finding.value ? std::string_view(finding.value.unit().symbol()) : "");
        row_.word(finding.score ? detail::decimal_of(finding.score) : "");
        row_.text(substituted);
        row_.word(finding.verified ? "true" : "false");
    }

    const EvaluationReport& report_;
    Row& row_;
    std::size_t methods_;
    std::string as_of_;
    std::optional<Period> due_;
    std::string due_text_;
    Flags flags_;
    std::string flags_text_;
    Written plan_;
    Written scope_;
    struct OfIndicator {
        Written id;
        Written name;
        WrittenCriterion criterion;
    };
    std::vector<OfIndicator> indicators_;
    std::array<Written, 16> symbols_;
    detail::PrintedFigures figures_;
};

Sheet empty_data_sheet(const EvaluationReport& report) {
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
    for (const auto* method : detail::methods_of(report)) {
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
    auto sheet = empty_data_sheet(report);
    SheetRow row;
    Cells cells(report, row);
    for (const auto& assessment : report.evaluation->assessments()) {
        cells.put(assessment);
        sheet.rows.push_back(std::exchange(row.cells, {}));
    }
    return sheet;
}

void write_csv(std::string& out, const EvaluationReport& report) {
    write_csv_titles(out, report);
    write_csv_rows(out, report, 0, report.evaluation->assessments().size());
}

void write_csv_titles(std::string& out, const EvaluationReport& report) {
    write_csv(out, empty_data_sheet(report));
}

void write_csv_rows(std::string& out, const EvaluationReport& report, std::size_t first, std::size_t last) {
    CsvRow row(out);
    Cells cells(report, row);
    constexpr std::size_t first_rows = 256;  // that tell how long the others will be
    const auto assessments = detail::rows_of(report, first, last);
    const auto begin = out.size();
    for (std::size_t i = 0; i < assessments.size(); ++i) {
        cells.put(assessments[i]);
        row.end();
        if (i + 1 != first_rows) continue;
        row.flush();
        const auto length = (out.size() - begin) / first_rows + 1;
        out.reserve(out.size() + length * (assessments.size() - first_rows) / 8 * 9);
    }
    row.flush();
}

}  // namespace goalpost
