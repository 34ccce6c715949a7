// SPDX-License-Identifier: BSL-1.0
#include "goalpost/rollup/decomposition.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "goalpost/rollup/contenders.hpp"
#include "goalpost/rollup/published_parts.hpp"
#include "support/case.hpp"

using namespace goalpost;

namespace {

Task task(std::string name, int planned, int actual) {
    return {std::move(name), PartStanding::counted, Ratio(planned), Rounded(actual)};
}
Task planned(std::string name, int amount) {
    return {std::move(name), PartStanding::counted, Ratio(amount), std::nullopt};
}

}  // namespace

TEST_CASE("before the year begins: do the parts reach the parent") {
    const std::vector<Task> tasks{planned("a", 40), planned("b", 35), planned("c", 20)};
    auto made = decompose(Ratio(100), Comparison::at_least, tasks);
    CHECK(made.planned == Ratio(95));
    CHECK(made.unallotted == Ratio(5));
    CHECK_FALSE(made.reaches_parent);
    CHECK(made.planned_for_all);
    CHECK(made.outcome == Outcome::undetermined);
    CHECK(made.actual.value.error() == Reason::missing_observation);
    CHECK(*made.lines[0].allotted == Ratio::of(2, 5));
    CHECK(decompose(Ratio(95), Comparison::at_least, tasks).reaches_parent);
    CHECK_FALSE(decompose(Ratio(95), Comparison::more_than, tasks).reaches_parent);
    // A cap is kept by the parts only where each of them has one.
    CHECK(decompose(Ratio(95), Comparison::at_most, tasks).reaches_parent);
    CHECK_FALSE(decompose(Ratio(95), Comparison::less_than, tasks).reaches_parent);
    auto without = tasks;
    without[2].planned.reset();
    CHECK_FALSE(decompose(Ratio(95), Comparison::at_most, without).reaches_parent);
    CHECK_FALSE(decompose(Ratio(95), Comparison::at_most, without).planned_for_all);
    CHECK(decompose(Ratio(75), Comparison::at_least, without).reaches_parent);
    // Who has no part in it needs no number.
    without[2].standing = PartStanding::not_applicable;
    CHECK(decompose(Ratio(95), Comparison::at_most, without).planned_for_all);
    CHECK(decompose(Ratio(95), Comparison::at_most, without).reaches_parent);
}

TEST_CASE("who is short and who carries") {
    const std::vector<Task> tasks{task("a", 40, 52), task("b", 35, 30), task("c", 20, 20), task("d", 5, 2),
                                  task("e", 10, 22)};
    const auto made = decompose(Ratio(110), Comparison::at_least, tasks);
    CHECK(made.actual.value->value() == Ratio(126));
    CHECK(made.outcome == Outcome::met);
    CHECK(made.short_of_task == std::vector<std::size_t>{1, 3});  // by 5, by 3
    CHECK(made.carriers == std::vector<std::size_t>{0, 4});       // by 12 each: by name
    CHECK(made.lines[1].gap->value() == Ratio(-5));
    CHECK(*made.lines[4].made == Ratio::of(22, 110));
    // For a cap, the same figures are short and carried the other way round.
    const auto cap = decompose(Ratio(110), Comparison::at_most, tasks);
    CHECK(cap.outcome == Outcome::not_met);
    CHECK(cap.short_of_task == std::vector<std::size_t>{0, 4});
    CHECK(cap.carriers == std::vector<std::size_t>{1, 3});
    CHECK(cap.lines[0].gap->value() == Ratio(12));
}

TEST_CASE("a missing part leaves the whole open until it cannot matter") {
    std::vector<Task> tasks{task("a", 50, 60), task("b", 50, 30), planned("c", 10)};
    tasks[2].standing = PartStanding::missing;
    CHECK(decompose(Ratio(100), Comparison::at_least, tasks).outcome == Outcome::undetermined);
    CHECK(decompose(Ratio(90), Comparison::at_least, tasks).outcome == Outcome::met);
    CHECK(decompose(Ratio(80), Comparison::at_most, tasks).outcome == Outcome::not_met);
    CHECK(decompose(Ratio(90), Comparison::at_most, tasks).outcome == Outcome::undetermined);
    tasks[2].standing = PartStanding::not_applicable;
    const auto made = decompose(Ratio(100), Comparison::at_least, tasks);
    CHECK(made.outcome == Outcome::not_met);
    CHECK(made.planned == Ratio(100));  // what does not apply is no task
    CHECK(made.actual.coverage.is_complete());
}

TEST_CASE("only a positive floor or cap is shared out") {
    CHECK_THROWS_AS(decompose(Ratio(0), Comparison::at_least, {}), std::invalid_argument);
    CHECK_THROWS_AS(decompose(Ratio(5), Comparison::about, {}), std::invalid_argument);
    CHECK_FALSE(decompose(Ratio(5), Comparison::at_least, {}).reaches_parent);
    CHECK_FALSE(decompose(Ratio(5), Comparison::at_least, {}).planned_for_all);
}

TEST_CASE("tasks come out of the plan: targets of the same indicator in the members' scopes") {
    test::Case one;
    one.indicator("新增高企", "家", IndicatorKind::flow).indicator("投资", "亿元", IndicatorKind::flow);
    one.group("districts", {"甲区", "乙区", "丙区", "丁区"});
    one.target("level >= 300 家", "2024");
    one.target("level >= 180 家", "2024");
    one.targets.back().scope = "甲区";
    one.target("level >= 100 家", "2024");
    one.targets.back().scope = "乙区";
    one.target("level >= 20 家", "2024");
    one.targets.back().scope = "丙区";
    one.targets.back().standing = Standing::not_applicable;
    one.target("growth >= 20 %", "2024");  // another measure is another task
    one.targets.back().scope = "丁区";
    one.observe_in("甲区", "新增高企", "2024", "level", "150", "家");
    one.observe_in("丁区", "新增高企", "2024", "level", "40", "家");
    const auto evaluation = one.judge();
    const auto& parent = evaluation.plan().targets()[0];
    const auto tasks = tasks_of(evaluation, parent, "districts");
    REQUIRE(tasks.size() == 4);
    CHECK(*tasks[0].planned == Ratio(180));
    CHECK(tasks[0].actual->value() == Ratio(150));
    CHECK(*tasks[1].planned == Ratio(100));  // nothing is published: the number alone
    CHECK_FALSE(tasks[1].actual);
    CHECK(tasks[2].standing == PartStanding::not_applicable);
    CHECK_FALSE(tasks[3].planned);
    const auto made = decompose(Ratio(300), Comparison::at_least, tasks);
    CHECK(made.planned == Ratio(280));
    CHECK_FALSE(made.reaches_parent);
    CHECK(made.short_of_task == std::vector<std::size_t>{0});
    CHECK(made.outcome == Outcome::undetermined);
}

TEST_CASE("tasks are those of the versions in force") {
    test::Case one;
    one.indicator("x", "家", IndicatorKind::stock).group("districts", {"甲区"});
    one.target("level >= 300 家", "2025").target("level >= 200 家", "2025");
    one.targets[1].scope = "甲区";
    for (auto& target : one.targets) {
        TargetVersion before{.until = parse_date("2025-01-01").value(), .due = Period::year(2024)};
        before.readings = {parse_criterion(target.id == "t1" ? "level >= 150 家" : "level >= 90 家").value()};
        target.versions = {before};
    }
    one.targets.push_back(one.targets[1]);  // due in another year until both were adjusted
    one.targets[1].id = "t0";
    one.targets[1].versions.edit()[0].due = Period::year(2023);
    const auto planned = [&](const char* date) {
        const auto evaluation = test::Case(one).as_of(date).judge();
        return *tasks_of(evaluation, evaluation.plan().targets()[0], "districts")[0].planned;
    };
    CHECK(planned("2024-06-30") == Ratio(90));
    CHECK(planned("2025-06-30") == Ratio(200));
}

TEST_CASE("a task is the target that still counts, asks for the same in the same way, and is in force") {
    test::Case one;
    one.indicator("新增高企", "家", IndicatorKind::flow);
    one.group("districts", {"甲区", "乙区", "丙区", "丁区"});
    const auto task = [&](const char* scope, const char* criterion) -> Target& {
        one.target(criterion, "2024").targets.back().scope = scope;
        return one.targets.back();
    };
    one.target("level >= 300 家", "2024");
    task("甲区", "level >= 10 家").standing = Standing::withdrawn;
    task("甲区", "level >= 40 家");
    task("乙区", "every quarter: level >= 5 家");
    task("乙区", "level >= 25 家");
    TargetVersion before{.due = Period::year(2024)};
    before.until = parse_date("2024-06-30").value();
    before.readings = {parse_criterion("level >= 20 家").value()};
    task("丙区", "level >= 60 家").versions = {before};
    task("丁区", "every quarter: level >= 7 家");
    one.as_of("2024-03-31");
    const auto planned = [&](std::size_t parent) {
        const auto evaluation = one.judge();
        std::vector<std::string> numbers;
        for (const auto& made : tasks_of(evaluation, evaluation.plan().targets()[parent], "districts"))
            numbers.push_back(made.planned ? made.planned->fixed(0) : "-");
        return numbers;
    };
    CHECK(planned(0) == std::vector<std::string>{"40", "25", "20", "-"});
    one.target("every quarter: level >= 12 家", "2024").target("all of districts: level >= 10 家", "2024");
    CHECK(planned(7) == std::vector<std::string>{"-", "5", "-", "7"});
    CHECK(planned(8) == std::vector<std::string>{"40", "25", "20", "-"});
    one.as_of("2024-09-30");
    CHECK(planned(0) == std::vector<std::string>{"40", "25", "60", "-"});
}

TEST_CASE("parts come out of the observations: level, growth, numerator and denominator") {
    test::Case one;
    one.indicator("强度", "%", IndicatorKind::ratio);
    one.indicators[0].numerator = "研发";
    one.indicators[0].denominator = "产值";
    one.indicator("研发", "亿元", IndicatorKind::flow).indicator("产值", "亿元", IndicatorKind::flow);
    one.group("cities", {"甲市", "乙市", "丙市"});
    one.target("level >= 3 %", "2024");
    one.observe_in("甲市", "研发", "2024", "level", "30", "亿元");
    one.observe_in("甲市", "研发", "2024", "growth_yoy", "7.5", "%");
    one.observe_in("甲市", "强度", "2024", "share", "3.0", "%");
    one.observe_in("乙市", "研发", "2024-H1", "level", "4", "亿元");
    one.observe_in("乙市", "研发", "2024-H2", "level", "6", "亿元");
    one.observe_in("乙市", "产值", "2024", "level", "250", "亿元");
    const auto evaluation = one.judge();
    const auto& plan = evaluation.plan();
    const auto cities = plan.members_of("cities");
    const auto year = Period::year(2024);
    const std::vector<std::string> excluded{"丙市"};
    const auto ratios = published_parts(evaluation, *plan.find_indicator("强度"), cities, year, excluded);
    const auto ratio = aggregate(IndicatorKind::ratio, Over::places, ratios);
    // 40 亿元 over 1000 implied and 250 published.
    CHECK(ratio.value->value() == Ratio::of(40, 1250));
    CHECK(ratio.excluded == excluded);
    CHECK(*ratio.coverage.by_count() == Ratio(1));
    const auto* output = plan.find_indicator("产值");
    const auto flows = published_parts(evaluation, *plan.find_indicator("研发"), cities, year, {}, output);
    const auto flow = aggregate(IndicatorKind::flow, Over::places, flows);
    CHECK(flow.value->value() == Ratio(40) * Ratio(100'000'000));
    CHECK(flow.missing == std::vector<std::string>{"丙市"});
    CHECK(*flow.coverage.by_count() == Ratio::of(2, 3));
    CHECK_FALSE(flow.coverage.by_weight);  // nobody published what 甲市 weighs
    CHECK(flows[0].growth->value() == Ratio::of(75, 1000));
    CHECK(*flows[1].weight == Ratio(250) * Ratio(100'000'000));
}

TEST_CASE(
    "an indicator of the plan that was handed in is found in the evaluation's own, a foreign one throws") {
    test::Case one;
    one.indicator("人口", "万人", IndicatorKind::stock).indicator("研发", "亿元", IndicatorKind::flow);
    one.target("level >= 3 万人", "2024");
    one.observe_in("甲市", "研发", "2024", "level", "30", "亿元");
    const auto evaluation = one.judge();
    const auto copy = evaluation.plan();
    const std::vector<std::string> cities{"甲市"};
    const auto parts = published_parts(evaluation, *copy.find_indicator("研发"), cities, Period::year(2024));
    REQUIRE(parts.front().value);
    CHECK(parts.front().value->value() == Ratio(30) * Ratio(100'000'000));
    const auto ranked = scope_contenders(evaluation, *copy.find_indicator("研发"),
                                         MeasureTerm{.name = "level"}, cities, Period::year(2024));
    CHECK(ranked.front().value);
    Indicator foreign{.id = "外人"};
    CHECK_THROWS_AS(published_parts(evaluation, foreign, cities, Period::year(2024)), std::invalid_argument);
    CHECK_THROWS_AS(
        scope_contenders(evaluation, foreign, MeasureTerm{.name = "level"}, cities, Period::year(2024)),
        std::invalid_argument);
}
