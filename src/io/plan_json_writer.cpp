// SPDX-License-Identifier: BSL-1.0
#include <span>
#include <string>
#include <utility>

#include "goalpost/io/plan_json.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/number/ratio.hpp"
#include "io/json_text.hpp"

namespace goalpost {

namespace {

using detail::JsonText;

/// The units that the plan adds, and those that its indicators bring along.
JsonText write_units_of_measure(const Plan& plan) {
    auto units = plan.unit_set();
    for (const auto& indicator : plan.indicators()) {
        if (!units.parse(indicator.unit.symbol())) units.add(indicator.unit);
    }
    auto list = JsonText::array();
    for (const auto& unit : units.added()) {
        auto one = JsonText::object();
        one.put("symbol", JsonText::of(unit.symbol()));
        if (unit.is_discrete()) one.put("discrete", JsonText::literal("true"));
        if (unit.dimension() != unit.symbol()) one.put("dimension", JsonText::of(unit.dimension()));
        if (unit.factor() != 1) one.put("factor", JsonText::of(Ratio(unit.factor()).fraction()));
        list.push(std::move(one));
    }
    return list;
}

JsonText write_responsible_units(std::span<const ResponsibleUnit> units) {
    auto list = JsonText::array();
    for (const auto& unit : units) {
        auto one = JsonText::object();
        one.put("id", JsonText::of(unit.id)).put("name", JsonText::of(unit.name));
        one.put_list("aliases", JsonText::list_of(unit.aliases))
            .put_text("parent", unit.parent)
            .put_list("members", JsonText::list_of(unit.members));
        if (unit.size) one.put("size", JsonText::literal(std::to_string(*unit.size)));
        one.put_text("note", unit.note);
        list.push(std::move(one));
    }
    return list;
}

JsonText write_groups(std::span<const Group> groups) {
    auto list = JsonText::array();
    for (const auto& group : groups) {
        auto one = JsonText::object();
        one.put("id", JsonText::of(group.id))
            .put("name", JsonText::of(group.name))
            .put_list("members", JsonText::list_of(group.members));
        if (group.size) one.put("size", JsonText::literal(std::to_string(*group.size)));
        list.push(std::move(one));
    }
    return list;
}

JsonText write_indicators(std::span<const Indicator> indicators) {
    auto list = JsonText::array();
    for (const auto& indicator : indicators) {
        auto aliases = JsonText::array();
        for (const auto& alias : indicator.aliases) {
            if (!alias.basis) {
                aliases.push(JsonText::of(alias.name));
                continue;
            }
            auto with_basis = JsonText::object();
            with_basis.put("name", JsonText::of(alias.name))
                .put("basis", JsonText::of(name_of(*alias.basis)));
            aliases.push(std::move(with_basis));
        }
        auto one = JsonText::object();
        one.put("id", JsonText::of(indicator.id))
            .put("name", JsonText::of(indicator.name))
            .put_list("aliases", std::move(aliases));
        one.put("unit", JsonText::of(indicator.unit.symbol()));
        if (indicator.better != Better::higher) one.put("better", JsonText::of(name_of(indicator.better)));
        one.put("kind", JsonText::of(name_of(indicator.kind)));
        one.put_text("numerator", indicator.numerator).put_text("denominator", indicator.denominator);
        if (indicator.limit) one.put("limit", JsonText::of(indicator.limit->text()));
        one.put_text("note", indicator.note);
        list.push(std::move(one));
    }
    return list;
}

JsonText write_statements(std::span<const Statement> statements) {
    auto list = JsonText::array();
    for (const auto& statement : statements) {
        auto one = JsonText::object();
        one.put_text("id", statement.id)
            .put_text("quote", statement.quote)
            .put_text("section", statement.section)
            .put_text("item", statement.item);
        if (statement.criterion) one.put("criterion", JsonText::of(text(*statement.criterion)));
        if (statement.commitment != Commitment::plain)
            one.put("commitment", JsonText::of(name_of(statement.commitment)));
        if (statement.joining != Joining::all) one.put("joining", JsonText::of(name_of(statement.joining)));
        one.put_list("lead", JsonText::list_of(statement.lead))
            .put_list("responsible", JsonText::list_of(statement.responsible));
        one.put_list("supporting", JsonText::list_of(statement.supporting)).put_text("note", statement.note);
        list.push(std::move(one));
    }
    return list;
}

void put_readings(JsonText& one, std::span<const Criterion> criteria) {
    if (criteria.size() == 1) {
        one.put("criterion", JsonText::of(text(criteria.front())));
        return;
    }
    auto readings = JsonText::array();
    for (const auto& reading : criteria)
        readings.push(JsonText::of(text(reading)));
    one.put("readings", std::move(readings));
}

void put_base(JsonText& one, const std::optional<Base>& stated) {
    if (!stated) return;
    auto base = JsonText::object();
    base.put("period", JsonText::of(stated->period.text()))
        .put("value", JsonText::of(stated->value.text()))
        .put_text("unit", stated->unit);
    one.put("base", std::move(base));
}

void put_calendar(JsonText& one, const Calendar& calendar) {
    auto weights = JsonText::array();
    for (const auto& weight : calendar.month_weights)
        weights.push(JsonText::of(weight.text()));
    auto own = JsonText::object();
    own.put("kind", JsonText::of(name_of(calendar.kind))).put_list("month_weights", std::move(weights));
    one.put("calendar", std::move(own));
}

void put_manual(JsonText& one, const ManualVerdict& verdict) {
    auto manual = JsonText::object();
    manual.put("met", JsonText::literal(verdict.met ? "true" : "false"))
        .put_text("who", verdict.who)
        .put_text("why", verdict.why);
    if (verdict.date) manual.put("date", JsonText::of(date_text(*verdict.date)));
    one.put("manual", std::move(manual));
}

JsonText write_versions(std::span<const TargetVersion> versions) {
    auto list = JsonText::array();
    for (const auto& version : versions) {
        auto one = JsonText::object();
        one.put("until", JsonText::of(date_text(version.until))).put("due", JsonText::of(version.due.text()));
        put_readings(one, version.readings);
        put_base(one, version.base);
        one.put_text("why", version.why);
        list.push(std::move(one));
    }
    return list;
}

JsonText write_target(const Target& target) {
    auto one = JsonText::object();
    one.put("id", JsonText::of(target.id))
        .put("indicator", JsonText::of(target.indicator))
        .put_text("scope", target.scope);
    one.put("due", JsonText::of(target.due.text()));
    put_readings(one, target.readings);
    put_base(one, target.base);
    if (!target.weight.same_text(Decimal(1))) one.put("weight", JsonText::of(target.weight.text()));
    if (target.standing != Standing::active) one.put("standing", JsonText::of(name_of(target.standing)));
    auto milestones = JsonText::array();
    for (const auto& milestone : target.milestones) {
        auto reached = JsonText::object();
        reached.put("period", JsonText::of(milestone.period.text()))
            .put("value", JsonText::of(milestone.value.text()));
        milestones.push(std::move(reached));
    }
    one.put_list("milestones", std::move(milestones))
        .put_list("evaluators", JsonText::list_of(target.evaluators));
    if (target.calendar) put_calendar(one, *target.calendar);
    if (target.manual) put_manual(one, *target.manual);
    one.put_list("versions", write_versions(target.versions));
    one.put_list("statements", write_statements(target.statements)).put_text("note", target.note);
    return one;
}

}  // namespace

std::string write_plan_json(const Plan& plan) {
    const auto& head = plan.head();
    auto source = JsonText::object();
    source.put_text("title", head.source.title)
        .put_text("document", head.source.document)
        .put_text("address", head.source.address);
    if (head.source.published) source.put("published", JsonText::of(date_text(*head.source.published)));
    auto targets = JsonText::array();
    for (const auto& target : plan.targets())
        targets.push(write_target(target));

    auto root = JsonText::object();
    root.put("goalpost", JsonText::literal("1"))
        .put("id", JsonText::of(head.id))
        .put("title", JsonText::of(head.title))
        .put_text("issuer", head.issuer);
    root.put("horizon", JsonText::of(head.horizon.text()))
        .put_text("scope", head.scope)
        .put_list("source", std::move(source));
    root.put_list("units_of_measure", write_units_of_measure(plan));
    root.put_list("responsible_units", write_responsible_units(plan.responsible_units()));
    root.put_list("groups", write_groups(plan.groups()))
        .put_list("indicators", write_indicators(plan.indicators()));
    root.put_list("targets", std::move(targets));
    return root.text();
}

}  // namespace goalpost
