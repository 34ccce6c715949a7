// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/explanation.hpp"
#include "goalpost/evaluate/statements.hpp"
#include "goalpost/report/evaluation_report.hpp"
#include "report/assessment_json.hpp"
#include "report/characters.hpp"
#include "report/judged_how.hpp"

namespace goalpost {

namespace {

using detail::JsonText;
using detail::text_or_null;

JsonText json_of(detail::PrintedFigures& figures) {
    auto json = JsonText::object();
    for (const auto& one : detail::figures_but_base)
        json.put(one.key, detail::json_of(figures, one));
    return json;
}

JsonText json_of(const Observation& row) {
    auto json = JsonText::object();
    json.put("indicator", JsonText::of(row.indicator)).put("scope", JsonText::of(row.scope));
    json.put("period", JsonText::of(row.period.text())).put("basis", JsonText::of(name_of(row.basis)));
    json.put("value", JsonText::of(row.value.text())).put("unit", JsonText::of(row.unit.symbol()));
    json.put("status", JsonText::of(name_of(row.status)));
    if (row.qualifier != Qualifier::none) json.put("qualifier", JsonText::of(name_of(row.qualifier)));
    if (row.series_break) json.put("series_break", JsonText::literal("true"));
    if (row.published) json.put("published", JsonText::of(date_text(*row.published)));
    json.put_text("source", row.source).put_text("quote", row.quote);
    return json;
}

/// What was read may not be UTF-8, nor the name of its file; JSON has to be.
JsonText json_of(const Diagnostic& diagnostic) {
    auto json = JsonText::object();
    json.put("severity",
             JsonText::of(diagnostic.severity == Diagnostic::Severity::error ? "error" : "warning"));
    json.put("file", JsonText::of(detail::visible(diagnostic.file)));
    if (diagnostic.line > 0) json.put("line", JsonText::literal(std::to_string(diagnostic.line)));
    if (diagnostic.column > 0) json.put("column", JsonText::literal(std::to_string(diagnostic.column)));
    json.put("what", JsonText::of(detail::visible(diagnostic.what)));
    json.put_text("expected", detail::visible(diagnostic.expected));
    json.put_text("mend", detail::visible(diagnostic.mend));
    return json;
}

JsonText json_of(const EvaluationReport& report, const Assessment& assessment) {
    const auto& evaluation = *report.evaluation;
    const auto& plan = evaluation.plan();
    const auto* target = evaluation.target_of(assessment);
    const auto* invalid = target == nullptr ? &evaluation.invalid_target_of(assessment) : nullptr;
    const auto explanation = explain(evaluation, assessment);
    detail::PrintedFigures figures(evaluation);
    figures.find(assessment);
    const auto& statements = target != nullptr ? target->statements : invalid->statements;

    auto json = JsonText::object();
    json.put("target", text_or_null(evaluation.id_of(assessment)));
    json.put("indicator", text_or_null(target != nullptr ? target->indicator : ""));
    json.put("scope", text_or_null(target != nullptr ? plan.scope_of(*target) : ""));
    json.put("due", text_or_null(explanation.due ? explanation.due->text() : ""));
    json.put("criterion", text_or_null(explanation.criterion));
    auto readings = JsonText::array();
    for (const auto& reading : explanation.readings)
        readings.push(JsonText::of(reading.name));
    json.put_list("readings", std::move(readings));
    json.put("base", detail::base_json(evaluation, target, figures));
    auto list = JsonText::array();
    for (const auto& statement : statements)
        list.push(detail::json_of(statement));
    json.put("statements", std::move(list));
    json.put("units", detail::units_of(plan, statements));
    json.put("outcome", JsonText::of(name_of(assessment.outcome)));
    json.put("reason", JsonText::of(name_of(assessment.reason)));
    json.put("stage", JsonText::of(name_of(assessment.stage)));
    json.put("status", JsonText::of(name_of(assessment.status)));
    json.put("certainty", JsonText::of(name_of(assessment.certainty)));
    json.put("flags", detail::names_of(assessment.flags));
    json.put("figures", json_of(figures));
    auto evidence = JsonText::array();
    for (const auto row : evaluation.evidence(assessment))
        evidence.push(json_of(evaluation.observations().observation(row)));
    json.put("evidence", std::move(evidence));
    if (explanation.manual) json.put("manual", detail::json_of(*explanation.manual));
    json.put("explanation", JsonText::of(text(explanation, report.language)));
    if (!report.findings.empty()) {
        auto findings = JsonText::array();
        const auto index = static_cast<std::size_t>(&assessment - evaluation.assessments().data());
        for (const auto& finding : report.findings.at(index))
            findings.push(detail::json_of(finding, report.language));
        json.put("findings", std::move(findings));
    }
    if (!report.methods.empty()) {
        auto methods = JsonText::array();
        const auto index = static_cast<std::size_t>(&assessment - evaluation.assessments().data());
        for (const auto& finding : report.methods.at(index))
            methods.push(detail::json_of_method(finding, report.language));
        json.put("methods", std::move(methods));
    }
    return json;
}

/// The verdicts of statements that name several targets.
JsonText statements_json(const Evaluation& evaluation) {
    auto list = JsonText::array();
    for (const auto& verdict : statement_verdicts(evaluation)) {
        if (verdict.targets.size() < 2) continue;
        auto targets = JsonText::array();
        for (const auto index : verdict.targets) {
            const auto& assessment = evaluation.assessments()[index];
            targets.push(text_or_null(evaluation.id_of(assessment)));
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
    if (const auto options = detail::json_of(evaluation.options()); !options.empty()) {
        out += ",\n  \"options\": ";
        options.write(out, 2, 11);
    }
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

}  // namespace goalpost
