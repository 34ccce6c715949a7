// SPDX-License-Identifier: BSL-1.0
// Statements that name several targets, targets that were adjusted, and what people have decided.
#include "goalpost/evaluate/statements.hpp"

#include <doctest/doctest.h>

#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

/// 增速快于面上、占比达25%以上: growth, share, and a third target for which nothing was published.
Case high_tech(const char* growth, const char* share, Joining joining = Joining::all) {
    auto c =
        Case().indicator("tech", "亿元", IndicatorKind::flow).indicator("all", "亿元", IndicatorKind::flow);
    c.indicator("share", "%", IndicatorKind::ratio);
    c.target("growth > growth(of all)", "2024")
        .target("level >= 25 %", "2024")
        .target("level >= 1 %", "2024");
    c.targets[1].indicator = c.targets[2].indicator = "share";
    c.targets[2].scope = "别处";
    for (auto& target : c.targets)
        target.statements = {Statement{.id = "s" + target.id, .joining = Joining::all}};
    for (std::size_t i = 0; i < 2; ++i)
        c.targets[i].statements.push_back({.id = "s", .joining = joining});
    c.observe("tech", "2024", "growth_yoy", growth, "%").observe("all", "2024", "growth_yoy", "5", "%");
    return *share == '\0' ? c : c.observe("share", "2024", "share", share, "%");
}

std::string joined(const Case& c) {
    for (const auto& verdict : statement_verdicts(c.judge())) {
        if (verdict.statement == "s") return std::string(name_of(verdict.outcome));
    }
    return "none";
}

}  // namespace

TEST_CASE("a statement of several targets is met when all of them are") {
    CHECK(joined(high_tech("9", "26")) == "met");
    CHECK(joined(high_tech("9", "24")) == "not_met");
    CHECK(joined(high_tech("9", "")) == "undetermined");
    CHECK(joined(high_tech("1", "")) == "not_met");  // whatever the other is
}

TEST_CASE("a statement that any of its targets fulfils") {
    CHECK(joined(high_tech("9", "24", Joining::any)) == "met");
    CHECK(joined(high_tech("1", "24", Joining::any)) == "not_met");
    CHECK(joined(high_tech("1", "", Joining::any)) == "undetermined");
    CHECK(joined(high_tech("9", "", Joining::any)) == "met");
}

TEST_CASE(
    "targets that disagree on how they are joined: all has to be reached, in whatever order they stand") {
    for (const std::size_t any : {0U, 1U}) {
        auto c = high_tech("9", "24");
        c.targets[any].statements.edit()[1].joining = Joining::any;
        CHECK(joined(c) == "not_met");
        CHECK(statement_verdicts(c.judge())[1].joining == Joining::all);
    }
}

TEST_CASE("what is not counted has no part in a statement") {
    auto c = high_tech("9", "24");
    c.targets[1].standing = Standing::withdrawn;
    CHECK(joined(c) == "met");
    c.targets[0].standing = Standing::not_applicable;
    CHECK(joined(c) == "none");
    const auto verdicts = statement_verdicts(high_tech("9", "26").judge());
    REQUIRE(verdicts.size() == 4);
    CHECK(verdicts[1].statement == "s");
    CHECK(verdicts[1].targets == std::vector<std::uint32_t>{0, 1});
    CHECK(verdicts[3].outcome == Outcome::undetermined);
}

TEST_CASE("a target that could not be read leaves its statement open") {
    auto c = high_tech("9", "26");
    c.invalid.push_back({.id = "bad", .problem = "no due period", .statements = {Statement{.id = "s"}}});
    CHECK(joined(c) == "undetermined");
    CHECK(statement_verdicts(c.judge())[1].targets == std::vector<std::uint32_t>{0, 1, 3});
    c = high_tech("1", "26");
    c.invalid.push_back({.id = "bad", .problem = "no due period", .statements = {Statement{.id = "s"}}});
    CHECK(joined(c) == "not_met");
}

TEST_CASE("a target that was adjusted is judged by the version in force") {
    auto c = Case().indicator("x", "家", IndicatorKind::stock).target("level >= 90 家", "2024");
    c.observe("x", "2024-06", "cumulative", "95", "家").observe("x", "2024", "cumulative", "95", "家");
    TargetVersion before{.until = parse_date("2024-09-01").value(), .due = Period::year(2024)};
    before.readings = {parse_criterion("level >= 100 家").value()};
    c.targets[0].versions = {before};
    CHECK(Case(c).as_of("2024-08-31").verdict() ==
          "undetermined(not_due), undetermined, interim; earlier_version");
    CHECK(Case(c).as_of("2024-09-01").verdict() ==
          "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
    c.options.versions = TargetVersions::original;
    CHECK(c.verdict() == "not_met, missed, final, firm; earlier_version");
    CHECK(c.figure(&Figures::required) == "100 家");
    CHECK(c.figure(&Figures::completion) == "95 %");
    c.options.versions = TargetVersions::current;
    CHECK(c.as_of("2024-08-31").verdict() ==
          "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
}

TEST_CASE("a manual verdict is told, and the computed one stays") {
    auto c = Case().indicator("x", "家", IndicatorKind::stock).target("level >= 90 家", "2024");
    c.observe("x", "2024", "cumulative", "80", "家");
    c.targets[0].manual = ManualVerdict{.met = true, .who = "省科技厅", .why = "口径调整", .date = {}};
    CHECK(c.verdict() == "not_met, missed, final, firm; manual");
}
