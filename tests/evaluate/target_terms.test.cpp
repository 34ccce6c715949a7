// SPDX-License-Identifier: BSL-1.0
#include "goalpost/evaluate/target_terms.hpp"

#include <doctest/doctest.h>

#include "goalpost/evaluate/evaluator.hpp"
#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

/// Adjusted twice: 100 by 2023, then 90 by 2024, now 80 by 2025.
Target adjusted() {
    const auto asks = [](const char* text) { return SharedList<Criterion>{parse_criterion(text).value()}; };
    TargetVersion first{.until = day("2022-07-01"), .due = Period::year(2023)};
    first.readings = asks("level >= 100 家");
    first.base = Base{Period::year(2020), Decimal(10)};
    TargetVersion second{.until = day("2023-07-01"), .due = Period::year(2024)};
    second.readings = asks("level >= 90 家");
    Target target{.id = "t", .indicator = "x", .due = Period::year(2025)};
    target.readings = asks("level >= 80 家");
    target.versions = {first, second};
    return target;
}

std::string asked(const TargetTerms& terms) {
    return text(terms.criterion()) + " by " + terms.due.text() + (terms.base ? " from a base" : "") +
           (terms.is_earlier ? ", earlier" : "");
}

}  // namespace

TEST_CASE("the version in force counts up to the day of its adjustment") {
    const auto target = adjusted();
    const auto in_force = [&](std::string_view date) {
        return asked(terms_of(target, day(date), TargetVersions::in_force));
    };
    CHECK(in_force("2022-06-30") == "level >= 100 家 by 2023 from a base, earlier");
    CHECK(in_force("2022-07-01") == "level >= 90 家 by 2024, earlier");
    CHECK(in_force("2023-06-30") == "level >= 90 家 by 2024, earlier");
    CHECK(in_force("2023-07-01") == "level >= 80 家 by 2025");
}

TEST_CASE("the original and the current version are the same on every day") {
    const auto target = adjusted();
    for (const auto* date : {"2020-01-01", "2022-12-31", "2025-12-31"}) {
        CHECK(asked(terms_of(target, day(date), TargetVersions::original)) ==
              "level >= 100 家 by 2023 from a base, earlier");
        CHECK(asked(terms_of(target, day(date), TargetVersions::current)) == "level >= 80 家 by 2025");
    }
    auto plain = target;
    plain.versions = {};
    CHECK(asked(terms_of(plain, day("2020-01-01"), TargetVersions::original)) == "level >= 80 家 by 2025");
}

TEST_CASE("an evaluator reads the terms that were judged") {
    auto c = Case().indicator("x", "家", IndicatorKind::stock).target("level >= 1 家", "2025");
    c.targets[0] = adjusted();
    c.observe("x", "2022", "cumulative", "95", "家");
    const auto due_on = [&](std::string_view date) {
        const auto evaluation = Case(c).as_of(date).judge();
        const auto& assessment = evaluation.assessments()[0];
        return TargetView(evaluation, assessment, *evaluation.target_of(assessment)).terms().due.text();
    };
    CHECK(due_on("2022-12-31") == "2024");
    CHECK(due_on("2023-12-31") == "2025");
}
