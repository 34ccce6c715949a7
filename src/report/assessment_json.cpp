// SPDX-License-Identifier: BSL-1.0
#include "report/assessment_json.hpp"

#include "report/unit_roles.hpp"

namespace goalpost::detail {

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

JsonText units_of(const Plan& plan, std::span<const Statement> statements) {
    auto list = JsonText::array();
    for (const auto& [id, role] : highest_roles(statements)) {
        auto json = JsonText::object();
        json.put("id", JsonText::of(id));
        if (const auto* unit = plan.find_responsible_unit(id)) json.put_text("name", unit->name);
        json.put("role", JsonText::of(name_of(role)));
        list.push(std::move(json));
    }
    return list;
}

JsonText base_json(const Evaluation& evaluation, const Target* target, PrintedFigures& figures) {
    const auto& base = named_figures[std::size(named_figures) - 1];
    auto json = JsonText::object();
    if (const auto* unit = figures.unit(base)) {
        const auto number = figures.number(base);
        if (figures.base_period()) json.put("period", JsonText::of(figures.base_period()->text()));
        json.put("value", JsonText::of(number.value)).put("unit", JsonText::of(unit->symbol()));
        put_exactness(json, number);
        json.put("stated", JsonText::literal(figures.base_is_stated() ? "true" : "false"));
        return json;
    }
    if (target == nullptr) return json_of(figures, base);
    const auto stated = evaluation.terms_of(*target).base;
    if (!stated) return json_of(figures, base);
    const auto& unit =
        stated->unit.empty() ? evaluation.plan().indicator_of(*target).unit.symbol() : stated->unit.str();
    json.put("period", JsonText::of(stated->period.text())).put("value", JsonText::of(stated->value.text()));
    json.put("unit", JsonText::of(unit)).put("exact", JsonText::literal("true"));
    json.put("stated", JsonText::literal("true"));
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
    json.put("value", json_of(finding.value)).put("score", json_of(finding.score));
    json.put_list("substituted", JsonText::list_of(finding.substituted));
    json.put_text("explanation", finding.explanation.in(language));
    json.put("verified", JsonText::literal(finding.verified ? "true" : "false"));
    return json;
}

JsonText json_of_method(const Finding& finding, Language language) {
    auto json = JsonText::object();
    json.put("name", JsonText::of(finding.name));
    json.put("value", json_of(finding.value)).put("score", json_of(finding.score));
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

}  // namespace goalpost::detail
