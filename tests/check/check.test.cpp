// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "found.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::found;

TEST_CASE("findings come in the plan's order of targets, then by code, those of the plan last") {
    auto c = Case().indicator("rd", "%", IndicatorKind::ratio);
    c.target("level >= 3 %", "2025")
        .base("2023", "3")
        .target("level >= 2 %", "2025")
        .target("growth >= 2 %", "2024");
    c.observe_in("杭州", "rd", "2023", "share", "2", "%");
    CHECK(found(c) ==
          "due_outside_horizon t1, target_below_base t1, conflicting_targets t2, due_outside_horizon t2, "
          "growth_of_ratio t3, scope_without_data");
}

TEST_CASE("an empty plan and empty data say nothing") {
    const Plan plan = PlanBuilder({.id = "plan", .title = "plan", .horizon = Period::year(2024)}).build();
    CHECK(check(plan).empty());
    const auto data = ObservationsBuilder().build();
    CHECK(check(plan, &data).empty());
}

TEST_CASE("targets that were withdrawn or do not apply are left out of every check") {
    auto c = Case().indicator("rd", "%", IndicatorKind::ratio);
    c.target("level >= 5 家", "2030")
        .base("2023", "6")
        .target("change >= 5 %", "2024")
        .reading("level >= 5 pp");
    CHECK(found(c) ==
          "due_outside_horizon t1, unit_mismatch t1, percent_for_points t2, percent_for_points t2, "
          "several_readings t2");
    c.targets[0].standing = Standing::withdrawn;
    c.targets[1].standing = Standing::not_applicable;
    CHECK(found(c) == "");
}

TEST_CASE("the severity of a code, and of one that is not in the list") {
    CHECK(severity_of_check("unit_mismatch") == PlanFinding::Severity::error);
    CHECK(name_of(severity_of_check("several_readings")) == "note");
    CHECK_THROWS_AS(severity_of_check("no_such_check"), std::out_of_range);
}

TEST_CASE("docs/checks.md has a row for every code, with its severity") {
    std::ifstream file(std::filesystem::path(GOALPOST_SOURCE_DIR) / "docs" / "checks.md");
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    for (const auto& known : plan_check_codes) {
        CAPTURE(known.code);
        const auto row =
            "\n| `" + std::string(known.code) + "` | " + std::string(name_of(known.severity)) + " |";
        CHECK(text.find(row) != std::string::npos);
    }
}
