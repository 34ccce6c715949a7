// SPDX-License-Identifier: BSL-1.0
// What a target may carry beside its criterion: a calendar, a manual verdict, earlier versions.
#include <doctest/doctest.h>

#include <string>

#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/io/plan_json.hpp"

using namespace goalpost;

namespace {

PlanReading read_with(const std::string& more) {
    return read_plan_json(R"({"goalpost": 1, "id": "p", "title": "t", "horizon": "2021/2025", "scope": "s",
"indicators": [{"id": "a", "name": "甲", "unit": "家", "kind": "stock"}],
"targets": [{"id": "x", "indicator": "a", "due": "2025", "criterion": "level >= 300 家",
)" + more + "}]}",
                          "p.json");
}

const Target& target_of(const PlanReading& reading) {
    for (const auto& diagnostic : reading.diagnostics)
        FAIL(diagnostic.text());
    return reading.plan->targets().front();
}

/// The first thing that is wrong, as `line: what`.
std::string fault(const PlanReading& reading) {
    REQUIRE(!reading.diagnostics.empty());
    CHECK(reading.plan->invalid_targets().size() == 1);
    return std::to_string(reading.diagnostics.front().line) + ": " + reading.diagnostics.front().what;
}

}  // namespace

TEST_CASE("a calendar, a manual verdict and earlier versions are read, and written back") {
    std::string weights = R"("1", "2.5")";
    for (int month = 3; month <= 60; ++month)
        weights += ", 1";
    const auto reading = read_with(R"("calendar": {"kind": "months", "month_weights": [)" + weights + R"(]},
"manual": {"met": true, "who": "市科技局", "why": "验收通过", "date": "2025-12-01"},
"versions": [{"until": "2023-06-30", "criterion": "level >= 250 家", "base": {"period": "2020", "value": "164"}, "why": "中期调整"},
             {"until": "2022-01-01", "due": "2024", "criterion": "level >= 200 家"}],
"statements": [{"id": "1", "quote": "q", "joining": "any"}])");
    const auto check = [](const Target& target) {
        CHECK(target.calendar->kind == PaceKind::months);
        CHECK(target.calendar->month_weights.at(1).text() == "2.5");
        CHECK(target.manual->met);
        CHECK(target.manual->who == "市科技局");
        CHECK(date_text(*target.manual->date) == "2025-12-01");
        REQUIRE(target.versions.size() == 2);
        CHECK(date_text(target.versions[0].until) == "2022-01-01");  // sorted by the day of the adjustment
        CHECK(target.versions[0].due == Period::year(2024));
        CHECK(target.versions[1].due == Period::year(2025));  // the target's own where none is stated
        CHECK(target.versions[1].base->value.text() == "164");
        CHECK(target.versions[1].why == "中期调整");
        CHECK(target.statements.front().joining == Joining::any);
    };
    check(target_of(reading));
    check(target_of(read_plan_json(write_plan_json(*reading.plan), "again.json")));
}

TEST_CASE("the version in force on the as-of date is judged") {
    const auto plan =
        *read_with(R"("versions": [{"until": "2023-06-30", "criterion": "level >= 250 家"}])").plan;
    ObservationsBuilder figures;
    const auto count = UnitSet().parse("家").value();
    figures.add({.indicator = "甲",
                 .scope = "s",
                 .period = Period::year(2022),
                 .basis = Basis::cumulative,
                 .value = Decimal(260),
                 .unit = count});
    const auto early = evaluate(plan, figures.build(), Date(2023, 1, 31));
    CHECK(name_of(early.find("x")->outcome) == "met");  // 260 against 250
    CHECK(early.find("x")->flags.has(Flag::earlier_version));
    const auto late = evaluate(plan, figures.build(), Date(2023, 7, 31));
    CHECK(name_of(late.find("x")->reason) == "not_due");  // 260 against 300
    CHECK_FALSE(late.find("x")->flags.has(Flag::earlier_version));
    EvaluateOptions original;
    original.versions = TargetVersions::original;
    CHECK(name_of(evaluate(plan, figures.build(), Date(2023, 7, 31), original).find("x")->outcome) == "met");
    EvaluateOptions current;
    current.versions = TargetVersions::current;
    CHECK(name_of(evaluate(plan, figures.build(), Date(2023, 1, 31), current).find("x")->reason) ==
          "not_due");
}

TEST_CASE("faults in them point at their place") {
    CHECK(fault(read_with(R"("calendar": {"kind": "weekly"})")).starts_with("4: "));
    CHECK(fault(read_with(R"("calendar": {"kind": "months", "month_weights": ["-1"]})")) ==
          "4: a month weight is negative");
    CHECK(fault(read_with(R"("manual": {"met": true, "why": "w"})")).starts_with("4: "));
    CHECK(fault(read_with(R"("manual": {"met": "yes", "who": "w", "why": "w"})")).starts_with("4: "));
    CHECK(fault(read_with(R"("versions": [{"until": "2023-06-31", "criterion": "level >= 250 家"}])"))
              .starts_with("4: "));
    CHECK(fault(read_with(R"("versions": [{"until": "2023-06-30"}])")) ==
          R"(4: an earlier version has no "criterion")");
    CHECK(fault(read_with(R"("versions": [{"until": "2023-06-30", "criterion": "level >= 250 光年"}])"))
              .starts_with("4: "));
}
