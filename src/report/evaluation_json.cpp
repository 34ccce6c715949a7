// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/explanation.hpp"
#include "goalpost/evaluate/statements.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/report/evaluation_report.hpp"
#include "io/json_text.hpp"
#include "report/figure_json.hpp"
#include "report/unit_roles.hpp"

namespace goalpost {

namespace {

using detail::JsonText;

JsonText text_or_null(const std::string& text) {
    return text.empty() ? JsonText::literal("null") : JsonText::of(text);
}

JsonText names_of(Flags flags) {
    auto names = JsonText::array();
    for (std::size_t i = 0; i < flag_count; ++i) {
        if (flags.has(flag_at(i))) names.push(JsonText::of(name_of(flag_at(i))));
    }
    return names;
}

JsonText json_of(const Statement& statement) {
    auto json = JsonText::object();
    json.put_text("id", statement.id).put_text("quote", statement.quote);
    json.put_text("section", statement.section).put_text("item", statement.item);
    if (statement.criterion) json.put("criterion", JsonText::of(text(*statement.criterion)));
    json.put("commitment", JsonText::of(name_of(statement.commitment)));
    if (statement.joining != Joining::all) json.put("joining", JsonText::of(name_of(statement.joining)));
    json.put_list("lead", JsonText::list_of(statement.lead));
    json.put_list("responsible", JsonText::list_of(statement.responsible));
    json.put_list("supporting", JsonText::list_of(statement.supporting));
    json.put_text("note", statement.note);
    return json;
}

JsonText json_of(const std::vector<Statement>& statements) {
    auto list = JsonText::array();
    for (const auto& statement : statements)
        list.push(json_of(statement));
    return list;
}

JsonText units_of(const Plan& plan, const std::vector<Statement>& statements) {
    auto list = JsonText::array();
    for (const auto& [id, role] : detail::highest_roles(statements)) {
        auto json = JsonText::object();
        json.put("id", JsonText::of(id));
        if (const auto* unit = plan.find_unit(id)) json.put_text("name", unit->name);
        json.put("role", JsonText::of(detail::name_of_role(role)));
        list.push(std::move(json));
    }
    return list;
}

/// The base that was judged by, with its period; where none was, the one that the plan states.
JsonText base_json(const Evaluation& evaluation, const Target* target, const Explanation& explanation,
                   const detail::FigureLines& lines) {
    const auto& base = explanation.figures.base;
    auto json = JsonText::object();
    if (base) {
        const auto number = detail::number_of(base, lines.required);
        if (explanation.base) json.put("period", JsonText::of(explanation.base->period.text()));
        json.put("value", JsonText::of(number.value)).put("unit", JsonText::of(base.unit().symbol()));
        json.put("exact", JsonText::literal(number.exact ? "true" : "false"));
        json.put_text("fraction", number.fraction);
        json.put("stated", JsonText::literal(explanation.base_is_stated ? "true" : "false"));
        return json;
    }
    if (target == nullptr) return detail::json_of(base);
    const auto stated = *evaluation.judge().terms_of(*target).base;
    if (!stated) return detail::json_of(base);
    const auto& unit =
        stated->unit.empty() ? evaluation.plan().indicator_of(*target).unit.symbol() : stated->unit;
    json.put("period", JsonText::of(stated->period.text())).put("value", JsonText::of(stated->value.text()));
    json.put("unit", JsonText::of(unit)).put("exact", JsonText::literal("true"));
    json.put("stated", JsonText::literal("true"));
    return json;
}

JsonText json_of(const Figures& figures, const detail::FigureLines& lines) {
    auto json = JsonText::object();
    json.put("measured", detail::json_of(figures.measured, lines.required));
    json.put("required", detail::json_of(figures.required, lines.measured));
    json.put("gap", detail::json_of(figures.gap, lines.nothing));
    json.put("completion", detail::json_of(figures.completion, lines.whole));
    json.put("over_fulfilment", detail::json_of(figures.over_fulfilment, lines.nothing));
    json.put("progress", detail::json_of(figures.progress, lines.whole));
    json.put("growth", detail::json_of(figures.growth, lines.nothing));
    json.put("pace", detail::json_of(figures.pace, lines.nothing));
    json.put("needed", detail::json_of(figures.needed, lines.nothing));
    json.put("projected", detail::json_of(figures.projected, lines.required));
    return json;
}

JsonText json_of(const Observation& row) {
    auto json = JsonText::object();
    json.put("indicator", JsonText::of(row.indicator)).put("scope", JsonText::of(row.scope));
    json.put("period", JsonText::of(row.period.text())).put("basis", JsonText::of(name_of(row.basis)));
    json.put("value", JsonText::of(row.value.text())).put("unit", JsonText::of(row.unit.symbol()));
    json.put("status", JsonText::of(name_of(row.status)));
    if (row.qualifier != Qualifier::none) json.put("qualifier", JsonText::of(name_of(row.qualifier)));
    if (row.published) json.put("published", JsonText::of(date_text(*row.published)));
    json.put_text("source", row.source).put_text("quote", row.quote);
    return json;
}

JsonText json_of(const ManualVerdict& manual) {
    auto json = JsonText::object();
    json.put("outcome", JsonText::of(name_of(manual.met ? Outcome::met : Outcome::not_met)));
    json.put_text("who", manual.who).put_text("why", manual.why);
    if (manual.date) json.put("date", JsonText::of(date_text(*manual.date)));
    return json;
}

JsonText json_of(const Finding& finding, Language language) {
    auto json = JsonText::object();
    json.put("evaluator", JsonText::of(finding.name));
    if (finding.outcome) json.put("outcome", JsonText::of(name_of(*finding.outcome)));
    if (finding.status) json.put("status", JsonText::of(name_of(*finding.status)));
    json.put("reason", JsonText::of(name_of(finding.reason)));
    json.put_text("verdict", finding.verdict);
    json.put("value", detail::json_of(finding.value)).put("score", detail::json_of(finding.score));
    json.put_list("substituted", JsonText::list_of(finding.substituted));
    const auto& own = language == Language::zh ? finding.explanation.zh : finding.explanation.en;
    const auto& other = language == Language::zh ? finding.explanation.en : finding.explanation.zh;
    json.put_text("explanation", own.empty() ? other : own);
    json.put("verified", JsonText::literal(finding.verified ? "true" : "false"));
    return json;
}

JsonText json_of_method(const Finding& finding, Language language) {
    auto json = JsonText::object();
    json.put("name", JsonText::of(finding.name));
    json.put("value", detail::json_of(finding.value)).put("score", detail::json_of(finding.score));
    const auto outcome = finding.outcome.value_or(Outcome::undetermined);
    json.put("verdict", JsonText::of(finding.verdict.empty() ? name_of(outcome) : finding.verdict));
    json.put("status", JsonText::of(name_of(finding.status.value_or(Status::undetermined))));
    json.put("reason", JsonText::of(name_of(finding.reason)));
    json.put("substituted", JsonText::list_of(finding.substituted));
    const auto& [en, zh] = finding.explanation;
    const bool chinese = language == Language::zh;
    json.put_text("explanation", (chinese ? zh : en).empty() ? (chinese ? en : zh) : (chinese ? zh : en));
    json.put("verified", JsonText::literal(finding.verified ? "true" : "false"));
    return json;
}

JsonText json_of(const Diagnostic& diagnostic) {
    auto json = JsonText::object();
    json.put("severity",
             JsonText::of(diagnostic.severity == Diagnostic::Severity::error ? "error" : "warning"));
    json.put("file", JsonText::of(diagnostic.file));
    if (diagnostic.line > 0) json.put("line", JsonText::literal(std::to_string(diagnostic.line)));
    if (diagnostic.column > 0) json.put("column", JsonText::literal(std::to_string(diagnostic.column)));
    json.put("what", JsonText::of(diagnostic.what)).put_text("expected", diagnostic.expected);
    json.put_text("mend", diagnostic.mend);
    return json;
}

JsonText json_of(const EvaluationReport& report, const Assessment& assessment) {
    const auto& evaluation = *report.evaluation;
    const auto& plan = evaluation.plan();
    const auto* target = evaluation.target_of(assessment);
    const auto* invalid = target == nullptr ? &evaluation.invalid_target_of(assessment) : nullptr;
    const auto explanation = explain(evaluation, assessment);
    const auto& figures = explanation.figures;
    const detail::FigureLines lines(figures);
    const auto& statements = target != nullptr ? target->statements : invalid->statements;

    auto json = JsonText::object();
    json.put("target", text_or_null(target != nullptr ? target->id : invalid->id));
    json.put("indicator", text_or_null(target != nullptr ? target->indicator : ""));
    json.put("scope", text_or_null(target != nullptr ? plan.scope_of(*target) : ""));
    json.put("due", text_or_null(explanation.due ? explanation.due->text() : ""));
    json.put("criterion", text_or_null(explanation.criterion));
    auto readings = JsonText::array();
    for (const auto& reading : explanation.readings)
        readings.push(JsonText::of(reading.name));
    json.put_list("readings", std::move(readings));
    json.put("base", base_json(evaluation, target, explanation, lines));
    json.put("statements", json_of(statements));
    json.put("units", units_of(plan, statements));
    json.put("outcome", JsonText::of(name_of(assessment.outcome)));
    json.put("reason", JsonText::of(name_of(assessment.reason)));
    json.put("stage", JsonText::of(name_of(assessment.stage)));
    json.put("status", JsonText::of(name_of(assessment.status)));
    json.put("certainty", JsonText::of(name_of(assessment.certainty)));
    json.put("flags", names_of(assessment.flags));
    json.put("figures", json_of(figures, lines));
    auto evidence = JsonText::array();
    for (const auto row : evaluation.evidence(assessment))
        evidence.push(json_of(evaluation.observations().observation(row)));
    json.put("evidence", std::move(evidence));
    if (explanation.manual) json.put("manual", json_of(*explanation.manual));
    json.put("explanation", JsonText::of(text(explanation, report.language)));
    if (!report.findings.empty()) {
        auto findings = JsonText::array();
        const auto index = static_cast<std::size_t>(&assessment - evaluation.assessments().data());
        for (const auto& finding : report.findings.at(index))
            findings.push(json_of(finding, report.language));
        json.put("findings", std::move(findings));
    }
    if (!report.methods.empty()) {
        auto methods = JsonText::array();
        const auto index = static_cast<std::size_t>(&assessment - evaluation.assessments().data());
        for (const auto& finding : report.methods.at(index))
            methods.push(json_of_method(finding, report.language));
        json.put("methods", std::move(methods));
    }
    return json;
}

/// One assessment as a line, written as it comes: there may be very many. The members are those of `json_of`.
class AssessmentLine {
  public:
    AssessmentLine(std::string& out, const EvaluationReport& report, const Assessment& assessment)
        : out_(out), report_(report), evaluation_(*report.evaluation), assessment_(assessment) {}

    void append(bool with_explanation) {
        const auto& plan = evaluation_.plan();
        const auto* target = evaluation_.target_of(assessment_);
        const auto* invalid = target == nullptr ? &evaluation_.invalid_target_of(assessment_) : nullptr;
        const auto figures = evaluation_.figures(assessment_);
        const detail::FigureLines lines(figures);
        const auto& statements = target != nullptr ? target->statements : invalid->statements;

        out_ += "{\"target\":";
        text_or_null(target != nullptr ? target->id : invalid->id);
        key("indicator");
        text_or_null(target != nullptr ? target->indicator : "");
        key("scope");
        text_or_null(target != nullptr ? plan.scope_of(*target) : "");
        if (target != nullptr) {
            const auto terms = evaluation_.judge().terms_of(*target);
            key("due");
            text_or_null(terms.due.text());
            key("criterion");
            text_or_null(text(terms.readings.front()));
            if (terms.readings.size() > 1) {
                key("readings");
                list('[', ']', terms.readings, [&](const Criterion& reading) { string(text(reading)); });
            }
        } else {
            out_ += ",\"due\":null,\"criterion\":null";
        }
        key("base");
        base(target, figures, lines);
        key("statements");
        list('[', ']', statements, [&](const Statement& one) { json_of(one).append_compact(out_); });
        key("units");
        units_of(plan, statements).append_compact(out_);
        word("outcome", name_of(assessment_.outcome));
        word("reason", name_of(assessment_.reason));
        word("stage", name_of(assessment_.stage));
        word("status", name_of(assessment_.status));
        word("certainty", name_of(assessment_.certainty));
        key("flags");
        names_of(assessment_.flags).append_compact(out_);
        out_ += ",\"figures\":{\"measured\":";
        figure(figures.measured, lines.required);
        part("required", figures.required, lines.measured);
        part("gap", figures.gap, lines.nothing);
        part("completion", figures.completion, lines.whole);
        part("over_fulfilment", figures.over_fulfilment, lines.nothing);
        part("progress", figures.progress, lines.whole);
        part("growth", figures.growth, lines.nothing);
        part("pace", figures.pace, lines.nothing);
        part("needed", figures.needed, lines.nothing);
        part("projected", figures.projected, lines.required);
        out_ += '}';
        key("evidence");
        list('[', ']', evaluation_.evidence(assessment_), [&](std::uint32_t row) { evidence(row); });
        if (target != nullptr && target->manual) {
            key("manual");
            json_of(*target->manual).append_compact(out_);
        }
        if (with_explanation) {
            key("explanation");
            string(text(explain(evaluation_, assessment_), report_.language));
        }
        further();
        out_ += "}\n";
    }

  private:
    void string(std::string_view text) { detail::append_json_string(out_, text); }
    void text_or_null(std::string_view text) {
        if (text.empty()) {
            out_ += "null";
        } else {
            string(text);
        }
    }
    void key(std::string_view name) { out_.append(",\"").append(name).append("\":"); }
    void word(std::string_view name, std::string_view value) {
        key(name);
        out_.append(1, '"').append(value).append(1, '"');
    }
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

    void figure(const Figure& figure, const std::optional<Value>& line) {
        if (!figure) {
            out_.append("{\"reason\":\"").append(name_of(figure.reason())).append("\"}");
            return;
        }
        const auto number = detail::number_of(figure, line);
        out_.append("{\"value\":\"").append(number.value).append("\",\"unit\":");
        string(figure.unit().symbol());
        out_ += number.exact ? ",\"exact\":true" : ",\"exact\":false";
        if (!number.fraction.empty()) out_.append(",\"fraction\":\"").append(number.fraction).append(1, '"');
        out_ += '}';
    }
    void part(std::string_view name, const Figure& one, const std::optional<Value>& line) {
        key(name);
        figure(one, line);
    }

    /// Whether the base is one that the plan states shows in how it was found; where the plan states none,
    /// nothing is to be looked for.
    void base(const Target* target, const Figures& figures, const detail::FigureLines& lines) {
        if (target == nullptr || !figures.base || *evaluation_.judge().terms_of(*target).base) {
            Explanation known;
            if (figures.base) {
                known = explain(evaluation_, assessment_);
            } else {
                known.figures.base = figures.base;
            }
            base_json(evaluation_, target, known, lines).append_compact(out_);
            return;
        }
        Trace trace;
        const auto found = evaluation_.judge().judge(*target, trace);
        out_ += '{';
        if (found.criterion != nullptr && !is_over_parts(*found.criterion))
            out_.append("\"period\":\"").append(found.base_period.text()).append("\",");
        const auto number = detail::number_of(figures.base, lines.required);
        out_.append("\"value\":\"").append(number.value).append("\",\"unit\":");
        string(figures.base.unit().symbol());
        out_ += number.exact ? ",\"exact\":true" : ",\"exact\":false";
        if (!number.fraction.empty()) out_.append(",\"fraction\":\"").append(number.fraction).append(1, '"');
        out_ += ",\"stated\":false}";
    }
    static bool is_over_parts(const Criterion& criterion) {
        return criterion.quantifier.kind == Quantifier::Kind::every || criterion.quantifier.over_group();
    }

    void evidence(std::uint32_t index) {
        const auto& data = evaluation_.observations();
        const auto& row = data.row(index);
        out_ += "{\"indicator\":";
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
                 [&](const Finding& one) { json_of(one, report_.language).append_compact(out_); });
        }
        if (!report_.methods.empty()) {
            key("methods");
            list('[', ']', report_.methods.at(index),
                 [&](const Finding& one) { json_of_method(one, report_.language).append_compact(out_); });
        }
    }

    std::string& out_;
    const EvaluationReport& report_;
    const Evaluation& evaluation_;
    const Assessment& assessment_;
};

/// The verdicts of statements that name several targets.
JsonText statements_json(const Evaluation& evaluation) {
    auto list = JsonText::array();
    for (const auto& verdict : statement_verdicts(evaluation)) {
        if (verdict.targets.size() < 2) continue;
        auto targets = JsonText::array();
        for (const auto index : verdict.targets) {
            const auto& assessment = evaluation.assessments()[index];
            const auto* target = evaluation.target_of(assessment);
            targets.push(
                text_or_null(target != nullptr ? target->id : evaluation.invalid_target_of(assessment).id));
        }
        auto json = JsonText::object();
        json.put("id", JsonText::of(verdict.statement))
            .put("joining", JsonText::of(name_of(verdict.joining)));
        json.put("outcome", JsonText::of(name_of(verdict.outcome))).put("targets", std::move(targets));
        list.push(std::move(json));
    }
    return list;
}

}  // namespace

void write_json(std::string& out, const EvaluationReport& report) {
    const auto& evaluation = *report.evaluation;
    // One assessment at a time: a plan may have very many.
    out += "{\n  \"plan\": ";
    detail::append_json_string(out, evaluation.plan().head().id);
    out += ",\n  \"as_of\": ";
    detail::append_json_string(out, date_text(evaluation.as_of()));
    out += ",\n  \"assessments\": [";
    const char* separator = "\n    ";
    for (const auto& assessment : evaluation.assessments()) {
        out += separator;
        json_of(report, assessment).write(out, 4, 0);
        separator = ",\n    ";
    }
    out += evaluation.assessments().empty() ? "],\n" : "\n  ],\n";
    out += "  \"statements\": ";
    statements_json(evaluation).write(out, 2, 14);
    out += ",\n";
    auto diagnostics = JsonText::array();
    for (const auto& diagnostic : report.diagnostics)
        diagnostics.push(json_of(diagnostic));
    out += "  \"diagnostics\": ";
    diagnostics.write(out, 2, 15);
    out += ",\n  \"unused_names\": ";
    JsonText::list_of(evaluation.unused_names()).write(out, 2, 16);
    out += "\n}\n";
}

void write_json_lines(std::string& out, const EvaluationReport& report, bool with_explanations) {
    for (const auto& assessment : report.evaluation->assessments())
        AssessmentLine(out, report, assessment).append(with_explanations);
}

}  // namespace goalpost
