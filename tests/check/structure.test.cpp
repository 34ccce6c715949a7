// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "found.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::found;

namespace {

constexpr auto ratio = IndicatorKind::ratio;

Case rd(std::string_view criterion = "level >= 1.85 %", std::string_view due = "2024") {
    return Case().indicator("rd", "%", ratio).target(criterion, due);
}

/// One target and two units; the first names its parent and member.
Plan with_units(std::string parent, std::vector<std::string> members, const Statement& statement) {
    PlanBuilder builder({.id = "plan", .title = "plan", .horizon = Period::year(2024), .scope = "省"});
    ResponsibleUnit unit;
    unit.id = "bureau";
    unit.name = "科技局";
    unit.parent = std::move(parent);
    unit.members = std::move(members);
    ResponsibleUnit other;
    other.id = "office";
    other.name = "办公室";
    builder.add(unit).add(other);
    const auto c = rd();
    builder.add(c.indicators[0]);
    auto target = c.targets[0];
    target.statements.push_back(statement);
    builder.add(target);
    return std::move(builder).build();
}

}  // namespace

TEST_CASE("due_outside_horizon: before it begins or after it ends") {
    const auto findings = test::findings_of(rd("level >= 1.85 %", "2023"));
    REQUIRE(test::written(findings) == "due_outside_horizon t1");
    CHECK(findings[0].message.en == "it is due 2023, before the plan's horizon 2024 begins");
    CHECK(found(rd("level >= 1.85 %", "2025")) == "due_outside_horizon t1");
    CHECK(found(rd("level >= 1.85 %", "2024/2025")) == "due_outside_horizon t1");
    CHECK(found(rd("level >= 1.85 %", "2024-06")) == "");
    CHECK(found(rd("level >= 1.85 %", "2021/2024")) == "");  // ends with it
}

TEST_CASE("calendar_unused: a kind that does not read what is given") {
    auto c = rd();
    c.targets[0].calendar = Calendar{PaceKind::linear, {Decimal(1), Decimal(2)}};
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "calendar_unused t1");
    CHECK(findings[0].message.en == "it has month weights, and its calendar is of the kind linear");
    CHECK(findings[0].message.zh == "给出了月度权重(month_weights)，但日历类型为 linear");
    c.targets[0].calendar = Calendar{PaceKind::milestones, {}};
    CHECK(found(c) == "calendar_unused t1");
    c.targets[0].calendar = Calendar{PaceKind::milestones, {Decimal(1)}};
    CHECK(found(c) == "calendar_unused t1, calendar_unused t1");
    c.targets[0].calendar = Calendar{PaceKind::milestones, {}};
    c.targets[0].milestones = {{Period::parse("2024-06").value(), Decimal(1)}};
    CHECK(found(c) == "");
    c.targets[0].calendar = Calendar{PaceKind::months, std::vector(12, Decimal(1))};
    CHECK(found(c) == "");
    c.targets[0].calendar = Calendar{PaceKind::compound, {}};
    CHECK(found(c) == "");
}

TEST_CASE("nobody_responsible: in a plan that names units") {
    Statement statement;
    statement.quote = "比重达到1.85%";
    statement.supporting = {"office"};
    CHECK(test::written(check(with_units("", {}, statement))) == "nobody_responsible t1");
    statement.responsible = {"bureau"};
    CHECK(test::written(check(with_units("", {}, statement))) == "");
    statement.responsible.clear();
    statement.lead = {"bureau"};
    CHECK(test::written(check(with_units("", {}, statement))) == "");
    CHECK(found(rd()) == "");  // no units at all
}

TEST_CASE("unit_undefined: a parent or a member that is not in the plan") {
    Statement statement;
    statement.lead = {"bureau"};
    CHECK(test::written(check(with_units("office", {"office"}, statement))) == "");
    const auto findings = check(with_units("department", {"office", "districts"}, statement));
    CHECK(test::written(findings) == "unit_undefined, unit_undefined");
    CHECK(findings[0].message.en.find("parent department") != std::string::npos);
    CHECK(findings[1].message.en.find("member districts") != std::string::npos);
}

TEST_CASE("group_open: a quantifier over a group without members and size") {
    const auto with = [](std::string_view criterion, std::vector<std::string> members,
                         std::optional<std::size_t> size = std::nullopt) {
        return found(rd(criterion).group("counties", std::move(members), size));
    };
    CHECK(with("all of counties: level > 3 %", {}) == "group_open t1");
    CHECK(with("at least 1/2 of counties: level > 3 %", {}) == "group_open t1");
    CHECK(with("at least 3 of counties: level > 3 %", {}) == "group_open t1");
    CHECK(with("all of counties: level > 3 %", {"淳安"}) == "");
    CHECK(with("at least 1/2 of counties: level > 3 %", {}, 26) == "");
    CHECK(with("level > 3 %", {}) == "");
}

TEST_CASE("group_open names the group inside that leaves it open") {
    auto c = rd("all of both: level > 3 %").group("cities", {"杭州"}).group("counties", {});
    c.groups[1].name = "工业大县";
    c.group("both", {"cities", "counties"});
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "group_open t1");
    CHECK(findings[0].message.en.ends_with(": 工业大县"));
    c.targets[0].readings = {parse_criterion("at least 1 of both: level > 3 %").value()};
    CHECK(found(c) == "");  // the members listed can decide it
}

TEST_CASE("group_too_small: more members are asked for than the group has") {
    const auto with = [](std::string_view criterion, std::optional<std::size_t> size) {
        return test::findings_of(rd(criterion).group("counties", {"淳安", "文成"}, size));
    };
    const auto findings = with("at least 30 of counties: level > 3 %", 26);
    REQUIRE(test::written(findings) == "group_too_small t1");
    CHECK(findings[0].message.en == "it asks for at least 30 of counties, which has 26");
    CHECK(test::written(with("at least 26 of counties: level > 3 %", 26)) == "");
    CHECK(test::written(with("at least 3 of counties: level > 3 %", std::nullopt)) == "group_too_small t1");
    CHECK(test::written(with("at least 2 of counties: level > 3 %", std::nullopt)) == "");
    CHECK(test::written(with("at least 100 % of counties: level > 3 %", 26)) == "");
    CHECK(test::written(with("all of counties: level > 3 %", 26)) == "");
}

TEST_CASE("group_inside_itself: among its own members, by whatever detour") {
    CHECK(found(rd().group("all", {"cities", "淳安"}).group("cities", {"杭州"})) == "");
    const auto itself = test::findings_of(rd().group("counties", {"淳安", "counties"}));
    REQUIRE(test::written(itself) == "group_inside_itself");
    CHECK(itself[0].message.en == "group counties is among its own members");
    CHECK(itself[0].message.zh == "分组 counties是其自身的成员");
    // Two in each other, and a third that holds them, which is in no circle.
    CHECK(found(rd().group("a", {"b", "甲"}).group("b", {"a", "乙"}).group("c", {"a", "丙"})) ==
          "group_inside_itself, group_inside_itself");
}

TEST_CASE("group_size_below_members: more are listed than it is said to have") {
    auto c = rd().group("cities", {"杭州", "宁波"}, 1);
    c.groups[0].name = "两市";
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "group_size_below_members");
    CHECK(findings[0].message.en == "group cities (两市) is said to have 1 member, but lists 2");
    CHECK(findings[0].message.zh == "分组 cities（两市）注明有1个成员，却列出了2个");
    CHECK(found(rd().group("cities", {"杭州", "宁波"}, 2)) == "");
    CHECK(found(rd().group("cities", {"杭州", "杭州 "}, 1)) == "");  // one place
    CHECK(found(rd().group("cities", {"杭州", "宁波"}).group("all", {"cities", "温州"}, 2)) ==
          "group_size_below_members");
}

TEST_CASE("unit_inside_itself: above itself, or among its own members") {
    Statement statement;
    statement.lead = {"bureau"};
    const auto unit = [](std::string id, std::string parent, std::vector<std::string> members) {
        return ResponsibleUnit{
            .id = id, .name = id, .parent = std::move(parent), .members = std::move(members)};
    };
    const auto of = [&](std::vector<ResponsibleUnit> units) {
        PlanBuilder builder({.id = "plan", .title = "plan", .horizon = Period::year(2024), .scope = "省"});
        for (auto& one : units)
            builder.add(one);
        const auto c = rd();
        builder.add(c.indicators[0]);
        auto target = c.targets[0];
        target.statements.push_back(statement);
        return check(builder.add(target).build());
    };
    CHECK(test::written(of({unit("bureau", "office", {}), unit("office", "", {"bureau"})})) == "");
    const auto itself = of({unit("bureau", "bureau", {})});
    REQUIRE(test::written(itself) == "unit_inside_itself");
    CHECK(itself[0].message.en == "unit bureau (bureau) is above itself");
    // Two above each other, and a third under them, which is in no circle.
    CHECK(test::written(of({unit("bureau", "office", {}), unit("office", "bureau", {}),
                            unit("desk", "office", {})})) == "unit_inside_itself, unit_inside_itself");
    const auto members = of({unit("bureau", "", {"office"}), unit("office", "", {"bureau"})});
    REQUIRE(test::written(members) == "unit_inside_itself, unit_inside_itself");
    CHECK(members[1].message.en == "unit office (office) is among its own members");
}
