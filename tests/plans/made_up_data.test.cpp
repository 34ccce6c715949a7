// SPDX-License-Identifier: BSL-1.0
// Few targets have a published outcome, so each of the five plans is also judged on made-up figures, worked
// out from its criteria: every unmasked target just met, just missed and, where it can, resting on rounding.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/evaluate/explanation.hpp"
#include "support/example_plans.hpp"
#include "support/made_up.hpp"

using namespace goalpost;
using goalpost::test::MadeUp;
using goalpost::test::Situation;

namespace {

/// One target judged on its own figures.
struct Judged {
    bool has_figures = false;
    Assessment codes;
    std::string explained[2];
};

Judged judge(const Plan& plan, const Target& target, Situation situation) {
    const MadeUp made(plan, target, situation);
    ObservationsBuilder builder;
    for (const auto& figure : made.figures())
        builder.add(figure);
    const auto evaluation = evaluate(plan, builder.build(), Date(2027, 1, 1));
    const auto& codes = *evaluation.find(target.id);
    const auto why = explain(evaluation, codes);
    return {!made.figures().empty(), codes, {text(why, Language::en), text(why, Language::zh)}};
}

/// Of these the plan does not list the members, so that no data can reach them.
bool has_unlisted_members(const Plan& plan, const Target& target) {
    const auto& quantifier = target.criterion().quantifier;
    return quantifier.over_group() &&
           plan.size_of(quantifier.group) != plan.members_of(quantifier.group).size();
}

bool is_exact_count(const Plan& plan, const Target& target) {
    return MadeUp(plan, target, Situation::on_the_line).figures().empty();
}

}  // namespace

TEST_CASE("every unmasked target of the five plans, just met") {
    int judged = 0;
    for (const auto* name : test::example_names) {
        const auto plan = test::example_plan(name);
        for (const auto& target : plan.targets()) {
            if (target.criterion().is_masked() || has_unlisted_members(plan, target)) continue;
            CAPTURE(name);
            CAPTURE(target.id);
            CAPTURE(text(target.criterion()));
            const auto found = judge(plan, target, Situation::just_met);
            CAPTURE(found.explained[0]);
            REQUIRE(found.has_figures);
            CHECK(name_of(found.codes.outcome) == "met");
            CHECK(name_of(found.codes.status) == "achieved");
            // Both readings of 提升5% are met, and firmly.
            CHECK(name_of(found.codes.certainty) == "firm");
            CHECK(found.explained[0].find("achieved") != std::string::npos);
            CHECK(found.explained[1].find("已完成") != std::string::npos);
            ++judged;
        }
    }
    CHECK(judged >= 155);
}

TEST_CASE("every unmasked target of the five plans, just missed") {
    for (const auto* name : test::example_names) {
        const auto plan = test::example_plan(name);
        for (const auto& target : plan.targets()) {
            const bool half = target.criterion().quantifier.kind == Quantifier::Kind::at_least_share;
            if (target.criterion().is_masked() || half) continue;
            CAPTURE(name);
            CAPTURE(target.id);
            CAPTURE(text(target.criterion()));
            const auto found = judge(plan, target, Situation::just_missed);
            CAPTURE(found.explained[0]);
            REQUIRE(found.has_figures);
            CHECK(name_of(found.codes.certainty) == "firm");
            CHECK(name_of(found.codes.outcome) == "not_met");
            CHECK(name_of(found.codes.status) == "missed");
            CHECK(found.explained[0].find("missed") != std::string::npos);
            CHECK(found.explained[1].find("未完成") != std::string::npos);
        }
    }
}

TEST_CASE("targets that can rest on rounding do so on the line") {
    int judged = 0;
    for (const auto* name : test::example_names) {
        const auto plan = test::example_plan(name);
        for (const auto& target : plan.targets()) {
            if (target.criterion().is_masked() || has_unlisted_members(plan, target) ||
                is_exact_count(plan, target))
                continue;
            CAPTURE(name);
            CAPTURE(target.id);
            CAPTURE(text(target.criterion()));
            const auto found = judge(plan, target, Situation::on_the_line);
            CAPTURE(found.explained[0]);
            CHECK(name_of(found.codes.certainty) == "rests_on_rounding");
            const bool strict = target.criterion().comparison == Comparison::more_than;
            CHECK(name_of(found.codes.outcome) == (strict ? "not_met" : "met"));
            CHECK(found.explained[0].find("rests on rounding") != std::string::npos);
            CHECK(found.explained[1].find("取决于舍入") != std::string::npos);
            ++judged;
        }
    }
    CHECK(judged >= 50);
}

TEST_CASE("masked targets stay undetermined whatever is published") {
    for (const auto* name : test::example_names) {
        const auto plan = test::example_plan(name);
        for (const auto& target : plan.targets()) {
            if (!target.criterion().is_masked()) continue;
            CAPTURE(target.id);
            Observation figure{
                .indicator = target.indicator, .scope = plan.scope_of(target), .period = target.due};
            const auto& indicator = plan.indicator_of(target);
            const bool growth = target.criterion().measure.name == "growth";
            figure.basis = growth                                   ? Basis::growth_yoy
                           : indicator.kind == IndicatorKind::ratio ? Basis::share
                                                                    : Basis::level;
            figure.unit = growth ? UnitOfMeasure::percent() : indicator.unit;
            figure.value = Decimal(99);
            const auto evaluation =
                evaluate(plan, ObservationsBuilder().add(figure).build(), Date(2027, 1, 1));
            CHECK(name_of(evaluation.find(target.id)->reason) == "masked_target");
        }
    }
}
