// SPDX-License-Identifier: BSL-1.0
// What a builder knows of the targets before changes nothing for the next one.
#include "goalpost/model/detail/target_kinds.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "goalpost/model/criterion_text.hpp"
#include "goalpost/model/plan.hpp"
#include "support/random.hpp"
#include "support/string_makers.hpp"

using namespace goalpost;
using goalpost::test::Random;

namespace {

PlanBuilder empty_plan() {
    PlanHead head{.horizon = Period::parse("2021/2025").value()};
    head.id = "p";
    head.scope = "国";
    PlanBuilder plan(std::move(head));
    constexpr IndicatorKind kinds[] = {IndicatorKind::flow, IndicatorKind::stock, IndicatorKind::ratio};
    for (std::size_t i = 0; i < std::size(kinds); ++i) {
        Indicator one;
        one.id = one.name = std::string(1, static_cast<char>('a' + i));
        one.unit = UnitSet().parse(kinds[i] == IndicatorKind::ratio ? "%" : "亿元").value();
        one.kind = kinds[i];
        plan.add(std::move(one));
    }
    return plan;
}

/// Of few kinds, so that most have been seen before; some are wrong.
Target random_target(Random& random, std::size_t number) {
    constexpr std::string_view criteria[] = {"level >= ",
                                             "growth >= ",
                                             "annual_growth(since 2020) >= ",
                                             "annual_growth(since 2026) >= ",
                                             "share(of b) >= ",
                                             "share(of x) >= ",
                                             "share(of b @ 省) >= "};
    constexpr std::string_view whole[] = {"growth > growth(of b)", "growth > growth(of c)",
                                          "growth > growth(of b @ 省)", "level ~ 3 亿元 ± 1 亿元",
                                          "level ~ 3 亿元 ± 1 尺子"};
    constexpr std::string_view units[] = {" 亿元", " 亿元", " %", " 万元", " 尺子"};
    constexpr std::string_view bases[] = {"2020", "2019", "2026"};
    std::string criterion(random.pick(whole));
    if (!random.chance(4)) {
        criterion = random.pick(criteria);
        criterion += Decimal(random.between(-5, 500), static_cast<int>(random.between(0, 2))).text();
        criterion += random.pick(units);
    }
    Target target{.due = Period::year(2025)};
    target.id = "t" + std::to_string(number);
    target.indicator = std::string(1, static_cast<char>('a' + random.between(0, random.chance(20) ? 3 : 2)));
    if (random.chance(2)) target.scope = "s" + std::to_string(random.between(1, 3));
    target.readings = {parse_criterion(criterion).value()};
    if (random.chance(20)) target.readings.push_back(parse_criterion("level >= 1 亿元").value());
    if (random.chance(2)) {
        target.base = Base{.period = Period::parse(random.pick(bases)).value(),
                           .value = Decimal(random.between(0, 900), 1)};
        if (random.chance(2)) target.base->unit = random.chance(4) ? "尺子" : "万元";
    }
    if (random.chance(20)) target.weight = Decimal(-1);
    if (random.chance(15)) target.milestones = {{Period::year(2026), Decimal(1)}};
    if (random.chance(15)) target.standing = Standing::withdrawn;
    if (random.chance(15)) target.manual = ManualVerdict{.met = true, .who = "w", .why = "y"};
    if (random.chance(15)) target.versions = {{.until = Date(2023, 1, 1), .due = Period::year(2024)}};
    if (random.chance(20)) target.statements = {{.lead = {"nobody"}}};
    return target;
}

void check_same(const detail::PlainTarget& a, const detail::PlainTarget& b) {
    REQUIRE(a.shape == b.shape);
    CHECK(a.indicator == b.indicator);
    if (a.shape == detail::PlainShape::none) return;
    CHECK(a.other == b.other);
    CHECK(a.number == b.number);
    CHECK(a.base_value == b.base_value);
    CHECK(a.reading == b.reading);
    CHECK(a.base == b.base);
    CHECK(a.places == b.places);
    CHECK(a.base_places == b.base_places);
    CHECK(a.years == b.years);
    CHECK(a.comparison == b.comparison);
    CHECK(a.against_series == b.against_series);
    CHECK(a.has_stated_base == b.has_stated_base);
    CHECK(a.has_base == b.has_base);
}

/// The scopes and units of two plans have other numbers.
void check_names(const Plan& plan, const detail::PlainTarget& a, const Plan& other,
                 const detail::PlainTarget& b) {
    CHECK(detail::PlanAccess::target_scopes(plan).text(a.scope) ==
          detail::PlanAccess::target_scopes(other).text(b.scope));
    if (a.shape == detail::PlainShape::none) return;
    if (a.shape == detail::PlainShape::share || a.against_series)
        CHECK(detail::PlanAccess::target_scopes(plan).text(a.other_scope) ==
              detail::PlanAccess::target_scopes(other).text(b.other_scope));
    const auto symbol = [](const Plan& of, std::uint16_t unit) {
        const auto units = detail::PlanAccess::target_units(of);
        return unit < units.size() ? units[unit].symbol() : std::to_string(unit);
    };
    CHECK(symbol(plan, a.unit) == symbol(other, b.unit));
    CHECK(symbol(plan, a.base_unit) == symbol(other, b.base_unit));
}

}  // namespace

TEST_CASE("a target after others of its kind is what it is alone") {
    Random random(20);
    auto builder = empty_plan();
    const auto first = empty_plan();
    std::size_t added = 0;
    std::size_t refused = 0;
    for (std::size_t i = 1; i <= 4000; ++i) {
        const auto target = random_target(random, i);
        CAPTURE(text(target.readings.front()));
        auto alone = first;
        const auto problem = builder.problem_with(target);
        REQUIRE(problem == alone.problem_with(target));
        if (problem) {
            ++refused;
            continue;
        }
        builder.add(target);
        alone.add(target);
        const auto& made = detail::PlanAccess::plain_targets(builder.so_far()).back();
        const auto& right = detail::PlanAccess::plain_targets(alone.so_far()).back();
        check_same(made, right);
        check_names(builder.so_far(), made, alone.so_far(), right);
        ++added;
    }
    CHECK(added > 1000);
    CHECK(refused > 1000);
}

TEST_CASE("kinds that fall into one slot do not stand for each other") {
    detail::TargetKinds kinds;
    Target one{.due = Period::year(2025)};
    one.indicator = "a";
    one.readings = {parse_criterion("level >= 1 家").value()};
    detail::PlainTarget plain;
    plain.number = 1;
    CHECK(kinds.find(one) == nullptr);
    kinds.add(one, plain);
    auto like = one;
    like.id = "another";
    like.readings = {parse_criterion("level >= 2 家").value()};
    REQUIRE(kinds.find(like) != nullptr);
    CHECK(kinds.find(like)->number == 1);

    // Slots repeat with the due day and with the indicator.
    auto later = one;
    later.due = Period::days(one.due.first(), one.due.last() + boost::gregorian::date_duration(1024));
    CHECK(kinds.find(later) == nullptr);
    auto other = one;
    for (int i = 0; i < 20'000; ++i) {
        other.indicator = std::to_string(i);
        CHECK(kinds.find(other) == nullptr);
    }
    kinds.add(later, plain);
    CHECK(kinds.find(later) != nullptr);
    CHECK(kinds.find(one) == nullptr);
}
