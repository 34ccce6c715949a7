// SPDX-License-Identifier: BSL-1.0
#include <goalpost/io/plan_json.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "io/reading.hpp"
#include "support/criteria.hpp"
#include "support/random.hpp"

using namespace goalpost;
using namespace goalpost::test;

namespace {

void check_equal(const Statement& a, const Statement& b) {
    CHECK(a.id == b.id);
    CHECK(a.quote == b.quote);
    CHECK(a.section == b.section);
    CHECK(a.item == b.item);
    CHECK(a.criterion == b.criterion);
    CHECK(a.commitment == b.commitment);
    CHECK(a.joining == b.joining);
    CHECK(a.lead == b.lead);
    CHECK(a.responsible == b.responsible);
    CHECK(a.supporting == b.supporting);
    CHECK(a.note == b.note);
}

void check_equal(const std::optional<Base>& a, const std::optional<Base>& b) {
    REQUIRE(a.has_value() == b.has_value());
    if (!a) return;
    CHECK(a->period == b->period);
    CHECK(a->value.same_text(b->value));
    CHECK(a->unit == b->unit);
}

void check_equal(const Target& a, const Target& b) {
    CHECK(a.id == b.id);
    CHECK(a.indicator == b.indicator);
    CHECK(a.scope == b.scope);
    CHECK(a.due == b.due);
    CHECK(a.readings == b.readings);
    check_equal(a.base, b.base);
    CHECK(a.weight.same_text(b.weight));
    CHECK(a.standing == b.standing);
    REQUIRE(a.milestones.size() == b.milestones.size());
    for (std::size_t i = 0; i < a.milestones.size(); ++i) {
        CHECK(a.milestones[i].period == b.milestones[i].period);
        CHECK(a.milestones[i].value.same_text(b.milestones[i].value));
    }
    CHECK(a.evaluators == b.evaluators);
    CHECK(a.note == b.note);
    REQUIRE(a.statements.size() == b.statements.size());
    for (std::size_t i = 0; i < a.statements.size(); ++i)
        check_equal(a.statements[i], b.statements[i]);
}

void check_equal(const Plan& a, const Plan& b) {
    CHECK(a.head().id == b.head().id);
    CHECK(a.head().title == b.head().title);
    CHECK(a.head().horizon == b.head().horizon);
    CHECK(a.head().scope == b.head().scope);
    CHECK(a.head().issuer == b.head().issuer);
    CHECK(a.head().source.title == b.head().source.title);
    CHECK(a.head().source.document == b.head().source.document);
    CHECK(a.head().source.address == b.head().source.address);
    CHECK(a.head().source.published == b.head().source.published);
    CHECK(a.unit_set().added() == b.unit_set().added());
    REQUIRE(a.responsible_units().size() == b.responsible_units().size());
    for (std::size_t i = 0; i < a.responsible_units().size(); ++i) {
        const auto& left = a.responsible_units()[i];
        const auto& right = b.responsible_units()[i];
        CHECK(left.id == right.id);
        CHECK(left.name == right.name);
        CHECK(left.aliases == right.aliases);
        CHECK(left.parent == right.parent);
        CHECK(left.members == right.members);
        CHECK(left.size == right.size);
        CHECK(left.note == right.note);
    }
    REQUIRE(a.groups().size() == b.groups().size());
    for (std::size_t i = 0; i < a.groups().size(); ++i) {
        CHECK(a.groups()[i].id == b.groups()[i].id);
        CHECK(a.groups()[i].name == b.groups()[i].name);
        CHECK(a.groups()[i].members == b.groups()[i].members);
        CHECK(a.groups()[i].size == b.groups()[i].size);
    }
    REQUIRE(a.indicators().size() == b.indicators().size());
    for (std::size_t i = 0; i < a.indicators().size(); ++i) {
        const auto& left = a.indicators()[i];
        const auto& right = b.indicators()[i];
        CHECK(left.id == right.id);
        CHECK(left.name == right.name);
        CHECK(left.unit == right.unit);
        CHECK(left.better == right.better);
        CHECK(left.kind == right.kind);
        CHECK(left.aliases == right.aliases);
        CHECK(left.numerator == right.numerator);
        CHECK(left.denominator == right.denominator);
        REQUIRE(left.limit.has_value() == right.limit.has_value());
        if (left.limit) CHECK(left.limit->same_text(*right.limit));
        CHECK(left.note == right.note);
    }
    REQUIRE(a.targets().size() == b.targets().size());
    for (std::size_t i = 0; i < a.targets().size(); ++i)
        check_equal(a.targets()[i], b.targets()[i]);
}

/// What is written reads back as the same plan, without a word said, and is written the same again.
void check_round_trip(const Plan& plan) {
    const auto written = write_plan_json(plan);
    const auto again = read_plan_json(written, "file");
    CHECK(lines(again.diagnostics) == "");
    REQUIRE(again.plan);
    check_equal(plan, *again.plan);
    CHECK(write_plan_json(*again.plan) == written);
}

}  // namespace

TEST_CASE("the plans of the examples survive being written") {
    for (const std::string name :
         {"huzhou_2024", "lucheng_2024", "wuhan_2023", "wuxing_145", "zhejiang_2024"}) {
        CAPTURE(name);
        const auto reading =
            read_plan_json(std::filesystem::path(GOALPOST_SOURCE_DIR "/examples/plans/" + name + ".json"));
        CHECK(lines(reading.diagnostics) == "");
        REQUIRE(reading.plan);
        check_round_trip(*reading.plan);
    }
}

TEST_CASE("a plan made in code survives being written, whatever stands in its texts") {
    PlanHead head{.horizon = Period::parse("2021/2025").value()};
    head.id = "p";
    head.title = "quote \" backslash \\ line\nbreak tab\t bell \x07 计划 \xF0\x9F\x98\x80 delete \x7F";
    head.source.published = parse_date("2024-02-29").value();
    PlanBuilder builder(head);
    builder.add_unit_of_measure(UnitOfMeasure("P", "P", 1, false))
        .add_unit_of_measure(UnitOfMeasure("EP", "P", 1000, true));
    builder.add_unit_of_measure(UnitOfMeasure("市亩", "area", SmallRatio::of(2000, 3), false));
    ResponsibleUnit unit;
    unit.id = "u";
    unit.name = "局";
    unit.aliases = {"a", "b"};
    unit.size = 3;
    builder.add(unit);
    Group group;
    group.id = "g";
    group.name = "组";
    group.members = {"甲县"};
    builder.add(group);
    Indicator indicator;
    indicator.id = "i";
    indicator.name = "指标";
    indicator.aliases = {{"别名", Basis::share}, {"又名", std::nullopt}};
    indicator.unit = UnitOfMeasure("EP", "P", 1000, true);
    indicator.better = Better::neither;
    indicator.kind = IndicatorKind::index;
    indicator.limit = Decimal(1000, 1);
    builder.add(indicator);
    Target target{.due = Period::parse("2024-01/2024-10").value()};
    target.id = "t";
    target.indicator = "i";
    target.scope = "甲县";
    target.readings = {parse_criterion("level >= 3.50 EP").value(), parse_criterion("growth > 3 %").value()};
    target.base = Base{Period::year(2020), Decimal(250, 2), "P"};
    target.weight = Decimal(150, 2);
    target.standing = Standing::not_applicable;
    target.milestones = {{Period::year(2022), Decimal(10, 1)}};
    target.evaluators = {"mine"};
    target.statements = {{.criterion = parse_criterion("level > 3.5 EP").value(),
                          .commitment = Commitment::ensure,
                          .lead = {"u"}}};
    builder.add(target);
    check_round_trip(builder.build());
}

TEST_CASE("a unit of measure that only an indicator carries is written with the plan") {
    PlanHead head{.horizon = Period::year(2024)};
    head.id = "p";
    head.title = "t";
    PlanBuilder builder(head);
    Indicator indicator;
    indicator.id = indicator.name = "i";
    indicator.unit = UnitOfMeasure("瓦", "power", SmallRatio::of(1, 1000), false);
    builder.add(indicator);
    const auto again = read_plan_json(write_plan_json(builder.build()), "file");
    CHECK(lines(again.diagnostics) == "");
    REQUIRE(again.plan);
    CHECK(again.plan->indicators().front().unit == indicator.unit);
}

TEST_CASE("any criterion survives being written") {
    Random random(7);
    PlanHead head{.horizon = Period::year(2024)};
    head.id = "p";
    head.title = "t";
    for (int round = 0; round < 2000; ++round) {
        Target target{.due = Period::year(2024)};
        target.id = "t";
        target.indicator = "i";
        target.readings = {random_criterion(random)};
        PlanBuilder builder(head);
        Indicator indicator;
        indicator.id = indicator.name = "i";
        builder.add(indicator);
        if (builder.problem_with(target)) continue;  // names something that this small plan does not have
        builder.add(target);
        check_round_trip(builder.build());
    }
}
