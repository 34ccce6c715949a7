// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/evaluate/explanation.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/report/evaluation_report.hpp"
#include "report/assessment_json.hpp"
#include "report/report_rows.hpp"

namespace goalpost {

namespace {

/// One assessment as a line, written as it comes: there may be very many. The members are those of `json_of`.
class AssessmentLine {
  public:
    AssessmentLine(std::string& out, const EvaluationReport& report, detail::PrintedFigures& figures,
                   const Assessment& assessment)
        : out_(out),
          report_(report),
          evaluation_(*report.evaluation),
          figures_(figures),
          assessment_(assessment) {}

    void append(bool with_explanation) {
        const auto& plan = evaluation_.plan();
        const auto* target = evaluation_.target_of(assessment_);
        const auto* invalid = target == nullptr ? &evaluation_.invalid_target_of(assessment_) : nullptr;
        figures_.find(assessment_);
        const auto& statements = target != nullptr ? target->statements : invalid->statements;

        put("{\"target\":");
        text_or_null(evaluation_.id_of(assessment_));
        key("indicator");
        text_or_null(target != nullptr ? std::string_view(target->indicator) : "");
        key("scope");
        text_or_null(target != nullptr ? std::string_view(plan.scope_of(*target)) : "");
        if (target != nullptr) {
            const auto terms = evaluation_.terms_of(*target);
            key("due");
            text_or_null(terms.due.text());
            key("criterion");
            text_or_null(text(terms.criterion()));
            if (terms.readings.size() > 1) {
                key("readings");
                list('[', ']', terms.readings, [&](const Criterion& reading) { string(text(reading)); });
            }
        } else {
            put(",\"due\":null,\"criterion\":null");
        }
        key("base");
        detail::base_json(evaluation_, target, figures_).append_compact(out_);
        key("statements");
        list('[', ']', statements, [&](const Statement& one) { detail::json_of(one).append_compact(out_); });
        key("units");
        detail::units_of(plan, statements).append_compact(out_);
        word("outcome", name_of(assessment_.outcome));
        word("reason", name_of(assessment_.reason));
        word("stage", name_of(assessment_.stage));
        word("status", name_of(assessment_.status));
        word("certainty", name_of(assessment_.certainty));
        key("flags");
        detail::names_of(assessment_.flags).append_compact(out_);
        key("figures");
        out_ += '{';
        bool first = true;
        for (const auto& one : detail::figures_but_base) {
            if (!std::exchange(first, false)) out_ += ',';
            put("\"", one.key, "\":");
            figure(one);
        }
        out_ += '}';
        key("evidence");
        list('[', ']', evaluation_.evidence(assessment_), [&](std::uint32_t row) { evidence(row); });
        if (target != nullptr && target->manual) {
            key("manual");
            detail::json_of(*target->manual).append_compact(out_);
        }
        if (with_explanation) {
            key("explanation");
            string(text(explain(evaluation_, assessment_), report_.language));
        }
        further();
        put("}\n");
    }

  private:
    /// All of them at once: a line is made of hundreds of pieces.
    template <class... Parts>
    void put(const Parts&... parts) {
        const std::string_view pieces[] = {parts...};
        auto at = out_.size();
        auto size = at;
        for (const auto piece : pieces)
            size += piece.size();
        out_.resize(size);
        for (const auto piece : pieces)
            at += piece.copy(out_.data() + at, piece.size());
    }
    void string(std::string_view text) { detail::append_json_string(out_, text); }
    void text_or_null(std::string_view text) {
        if (text.empty()) {
            put("null");
        } else {
            string(text);
        }
    }
    void key(std::string_view name) { put(",\"", name, "\":"); }
    void word(std::string_view name, std::string_view value) { put(",\"", name, "\":\"", value, "\""); }
    template <class Items, class Append>
    void list(char open, char close, const Items& items, Append append_item) {
        out_ += open;
        bool first = true;
        for (const auto& item : items) {
            if (!std::exchange(first, false)) out_ += ',';
            append_item(item);
        }
        out_ += close;
    }

    void figure(const detail::NamedFigure& one) {
        const auto* unit = figures_.unit(one);
        if (unit == nullptr) {
            put("{\"reason\":\"", name_of(figures_.reason(one)), "\"}");
            return;
        }
        const auto number = figures_.number(one);
        put("{\"value\":\"", std::string_view(number.value), "\",\"unit\":");
        string(unit->symbol());
        put(number.exact ? ",\"exact\":true" : ",\"exact\":false");
        if (!number.fraction.empty()) put(",\"fraction\":\"", std::string_view(number.fraction), "\"");
        if (number.fraction_long) put(",\"fraction\":null");
        out_ += '}';
    }
    void evidence(std::uint32_t index) {
        const auto& data = evaluation_.observations();
        const auto& row = data.row(index);
        put("{\"indicator\":");
        string(data.indicator_name(row.indicator));
        key("scope");
        string(data.scope_name(row.scope));
        word("period", row.period.text());
        word("basis", name_of(row.basis));
        word("value", row.value.text());
        key("unit");
        string(data.unit(row).symbol());
        word("status", name_of(row.status));
        if (row.qualifier != Qualifier::none) word("qualifier", name_of(row.qualifier));
        if (row.series_break) put(",\"series_break\":true");
        if (row.published) word("published", date_text(*row.published));
        if (const auto source = data.source(row); !source.empty()) {
            key("source");
            string(source);
        }
        if (const auto quote = data.quote(row); !quote.empty()) {
            key("quote");
            string(quote);
        }
        out_ += '}';
    }

    /// What evaluators and methods say.
    void further() {
        const auto index = static_cast<std::size_t>(&assessment_ - evaluation_.assessments().data());
        if (!report_.findings.empty()) {
            key("findings");
            list('[', ']', report_.findings.at(index),
                 [&](const Finding& one) { detail::json_of(one, report_.language).append_compact(out_); });
        }
        if (!report_.methods.empty()) {
            key("methods");
            list('[', ']', report_.methods.at(index), [&](const Finding& one) {
                detail::json_of_method(one, report_.language).append_compact(out_);
            });
        }
    }

    std::string& out_;
    const EvaluationReport& report_;
    const Evaluation& evaluation_;
    detail::PrintedFigures& figures_;
    const Assessment& assessment_;
};

}  // namespace

void write_json_lines(std::string& out, const EvaluationReport& report, bool with_explanations) {
    write_json_lines(out, report, 0, report.evaluation->assessments().size(), with_explanations);
}

void write_json_lines(std::string& out, const EvaluationReport& report, std::size_t first, std::size_t last,
                      bool with_explanations) {
    detail::PrintedFigures figures(*report.evaluation);
    for (const auto& assessment : detail::rows_of(report, first, last))
        AssessmentLine(out, report, figures, assessment).append(with_explanations);
}

}  // namespace goalpost
