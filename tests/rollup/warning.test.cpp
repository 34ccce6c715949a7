// SPDX-License-Identifier: BSL-1.0
#include "goalpost/rollup/warning.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/rollup/warning_rules.hpp"
#include "support/case.hpp"

using namespace goalpost;

namespace {

ResponsibleUnit unit(std::string id, std::vector<std::string> members = {}) {
    ResponsibleUnit made;
    made.id = id;
    made.name = std::move(id);
    made.members = std::move(members);
    return made;
}

/// 1450 亿元 in 2024, of which so much by the end of a month.
test::Case contracts(std::string_view until, std::string_view value) {
    test::Case one;
    one.indicator("成交额", "亿元", IndicatorKind::flow).target("level >= 1450 亿元", "2024");
    one.units = {unit("科技局"), unit("发改委"), unit("财政局")};
    Statement statement;
    statement.lead = {"科技局"};
    statement.responsible = {"发改委"};
    statement.supporting = {"财政局"};
    one.targets.back().statements = {statement};
    one.observe("成交额", "2024-01/" + std::string(until), "level", value, "亿元");
    return one;
}

std::vector<Warning> warn_of(const test::Case& one, const AnyWarningRule& rule) {
    return warn(one.judge(), {}, {rule});
}

}  // namespace

TEST_CASE("status: behind is blue, missed is red") {
    const auto late = contracts("2024-06", "600");
    const auto found = warn(late.judge(), {}, warnings::usual());
    REQUIRE(found.size() == 1);
    CHECK(found[0].level == WarningLevel::blue);  // 41.4 % at mid-year: 8.6 points behind
    REQUIRE(found[0].signs.size() == 1);
    CHECK(found[0].signs[0].rule == "status");
    CHECK(found[0].signs[0].why.en == "the target is behind");
    CHECK(found[0].signs[0].why.zh == "目标滞后");
    const auto over = contracts("2024-12", "1400");
    CHECK(warn(over.judge(), {}, warnings::usual())[0].level == WarningLevel::red);
    CHECK(warn(contracts("2024-06", "800").judge(), {}, warnings::usual()).empty());
    CHECK(warn(contracts("2024-12", "1450").judge(), {}, warnings::usual()).empty());
    auto withdrawn = over;
    withdrawn.targets[0].standing = Standing::withdrawn;
    CHECK(warn(withdrawn.judge(), {}, warnings::usual()).empty());
}

TEST_CASE("pace: so many points behind the calendar") {
    // 580 of 1450 is 40 % exactly: ten points behind half a year.
    const auto at_ten = warn_of(contracts("2024-06", "580"), warnings::PaceBelow{});
    REQUIRE(at_ten.size() == 1);
    CHECK(at_ten[0].level == WarningLevel::yellow);
    CHECK(at_ten[0].signs[0].why.en == "it is 10 pp behind the calendar");
    CHECK(at_ten[0].signs[0].why.zh == "落后时序进度10个百分点");
    CHECK(warn_of(contracts("2024-06", "580.01"), warnings::PaceBelow{}).empty());
    CHECK(warn_of(contracts("2024-06", "580.01"), warnings::PaceBelow{Ratio::of(9, 100)}).size() == 1);
    CHECK(warn_of(contracts("2024-06", "900"), warnings::PaceBelow{}).empty());
    CHECK(warn_of(contracts("2024-12", "900"), warnings::PaceBelow{}).empty());  // over: missed, not late
}

TEST_CASE("trend: moved away since the base, and worse year after year") {
    test::Case one;
    one.horizon("2021/2025").indicator("占比", "%", IndicatorKind::ratio).target("level >= 85 %", "2025");
    one.base("2020", "79.87");  // 吴兴区: 高新技术产业增加值占规上工业比重
    one.observe("占比", "2022", "share", "77.7", "%").observe("占比", "2023", "share", "77.3", "%");
    one.observe("占比", "2024", "share", "77.1", "%");
    const auto away = warn_of(one, warnings::MovedAway{});
    REQUIRE(away.size() == 1);
    CHECK(away[0].signs[0].why.en == "it has moved away from the target since the base: 79.87 % to 77.1 %");
    CHECK(away[0].signs[0].why.zh == "比基期更远离目标：由79.87%变为77.1%");
    const auto worse = warn_of(one, warnings::Worsening{2, WarningLevel::red});
    REQUIRE(worse.size() == 1);
    CHECK(worse[0].level == WarningLevel::red);
    CHECK(worse[0].signs[0].why.zh == "连续2年变差");
    CHECK(warn_of(one, warnings::Worsening{3}).empty());  // 2021 was not published
    one.indicators[0].better = Better::lower;
    CHECK(warn_of(one, warnings::Worsening{2}).empty());
    one.indicators[0].better = Better::higher;
    one.rows[1].value = *Decimal::parse("77.7");  // as in the year before: not worse
    CHECK(warn_of(one, warnings::Worsening{2}).empty());
}

TEST_CASE("repeated misses count back without a gap") {
    auto one = contracts("2024-03", "300");
    one.observe("成交额", "2024-01/2024-06", "level", "600", "亿元");
    one.observe("成交额", "2024-01/2024-09", "level", "900", "亿元");
    const auto inputs =
        std::make_shared<const Evaluation::Inputs>(one.plan(), one.observations(), one.options);
    std::vector<Evaluation> earlier;
    for (const auto* date : {"2024-03-31", "2024-06-30"})
        earlier.push_back(evaluate(inputs, *parse_date(date)));
    const auto now = evaluate(inputs, *parse_date("2024-09-30"));
    const auto level = [&](std::size_t times) {
        const auto found = warn(now, earlier, {warnings::RepeatedMiss{times, WarningLevel::red}});
        return found.empty() ? WarningLevel::none : found[0].level;
    };
    CHECK(level(3) == WarningLevel::red);
    CHECK(level(2) == WarningLevel::red);
    CHECK(level(4) == WarningLevel::none);
    const auto usual = warn(now, earlier, warnings::usual());
    CHECK(usual[0].level == WarningLevel::red);
    CHECK(usual[0].signs[0].why.en == "it was behind or missed 3 times in a row");
    CHECK(usual[0].signs.size() == 3);  // repeated thrice, which twice adds nothing to; pace, status
    CHECK(std::is_sorted(usual[0].signs.begin(), usual[0].signs.end(),
                         [](const WarningSign& a, const WarningSign& b) { return a.level > b.level; }));
    // Only 2024-03 was on its way: then the row is broken there.
    one.rows[0].value = *Decimal::parse("500");
    const auto better =
        std::make_shared<const Evaluation::Inputs>(one.plan(), one.observations(), one.options);
    std::vector<Evaluation> broken;
    for (const auto* date : {"2024-03-31", "2024-06-30"})
        broken.push_back(evaluate(better, *parse_date(date)));
    const auto now_better = evaluate(better, *parse_date("2024-09-30"));
    CHECK(warn(now_better, broken, {warnings::RepeatedMiss{3}}).empty());
    CHECK_FALSE(warn(now_better, broken, {warnings::RepeatedMiss{2}}).empty());  // it counts from the last
}

TEST_CASE("each date counts once: dates that do not ascend are refused") {
    const auto one = contracts("2024-06", "600");
    const auto inputs =
        std::make_shared<const Evaluation::Inputs>(one.plan(), one.observations(), one.options);
    const auto at = [&](const char* date) { return evaluate(inputs, *parse_date(date)); };
    const auto now = at("2024-09-30");
    const auto warned = [&](const std::vector<Evaluation>& earlier) {
        return warn(now, earlier, warnings::usual());
    };
    CHECK(warned({at("2024-06-30"), at("2024-07-15")}).front().level == WarningLevel::red);
    CHECK_THROWS_WITH_AS(warned({at("2024-06-30"), at("2024-06-30")}),
                         "goalpost: the dates of earlier evaluations do not ascend: 2024-06-30, 2024-06-30",
                         std::invalid_argument);
    CHECK_THROWS_AS(warned({at("2024-07-15"), at("2024-06-30")}), std::invalid_argument);
    CHECK_THROWS_AS(warned({at("2024-09-30")}), std::invalid_argument);
}

TEST_CASE("who is warned: lead and responsible, not supporting, unless that is asked for") {
    const auto evaluation = contracts("2024-12", "1").judge();
    auto found = warn(evaluation, {}, warnings::usual());
    REQUIRE(found[0].warned.size() == 2);
    CHECK(found[0].warned[0].unit == "科技局");
    CHECK(found[0].warned[1].unit == "发改委");
    found = warn(evaluation, {}, warnings::usual(), Role::supporting);
    CHECK(found[0].warned.size() == 3);
    found = warn(evaluation, {}, warnings::usual(), Role::lead);
    CHECK(found[0].warned.size() == 1);
}

TEST_CASE("a member that has met the target by its own figures is not warned") {
    test::Case one;
    one.indicator("投资", "亿元", IndicatorKind::flow).group("districts", {"甲区", "乙区"});
    one.units = {unit("各区", {"甲区", "乙区"}), unit("甲区"), unit("乙区")};
    one.target("all of districts: growth >= 10 %", "2024");
    Statement statement;
    statement.lead = {"各区"};
    one.targets.back().statements = {statement};
    one.observe_in("甲区", "投资", "2024", "growth_yoy", "12.0", "%");
    one.observe_in("乙区", "投资", "2024", "growth_yoy", "8.0", "%");
    const auto found = warn(one.judge(), {}, warnings::usual());
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].warned.size() == 1);
    CHECK(found[0].warned[0] == Answering{"乙区", Role::lead, "各区"});
    const auto units = by_unit(found);
    REQUIRE(units.size() == 1);
    CHECK(units[0].level == WarningLevel::red);
    CHECK(units[0].targets == std::vector<std::uint32_t>{0});
}

TEST_CASE("by unit: the highest level first, then by name") {
    auto one = contracts("2024-06", "600");
    one.indicator("高企", "家", IndicatorKind::flow).target("level >= 10 家", "2023");
    one.targets.back().indicator = "高企";
    Statement statement;
    statement.lead = {"财政局"};
    statement.responsible = {"发改委"};
    one.targets.back().statements = {statement};
    one.observe("高企", "2023", "level", "3", "家");
    const auto units = by_unit(warn(one.judge(), {}, warnings::usual()));
    REQUIRE(units.size() == 3);
    CHECK(units[0].unit == "发改委");
    CHECK(units[0].level == WarningLevel::red);
    CHECK(units[0].targets == std::vector<std::uint32_t>{0, 1});
    CHECK(units[1].unit == "财政局");
    CHECK(units[2].unit == "科技局");
    CHECK(units[2].level == WarningLevel::blue);
    for (const auto level : {WarningLevel::none, WarningLevel::blue, WarningLevel::yellow, WarningLevel::red})
        CHECK(*warning_level_from(name_of(level)) == level);
    CHECK(words(WarningLevel::yellow, Language::zh) == "黄牌");
}

TEST_CASE("a rule of one's own is any callable") {
    const AnyWarningRule no_data = [](const WarningView& at) -> std::optional<WarningSign> {
        if (at.assessment().reason != Reason::not_due) return std::nullopt;
        return WarningSign{WarningLevel::yellow, {"report: " + at.target().id, ""}, ""};
    };
    const auto found = warn(contracts("2024-06", "900").judge(), {}, {no_data});
    REQUIRE(found.size() == 1);
    CHECK(found[0].signs[0].why.en == "report: t1");
    // One that answers "none" says nothing.
    const AnyWarningRule silent = [](const WarningView&) { return WarningSign{WarningLevel::none, {}, ""}; };
    CHECK(warn(contracts("2024-12", "1").judge(), {}, {silent}).empty());
    static_assert(!WarningRule<int>);
    static_assert(!std::is_constructible_v<AnyWarningRule, int>);
    static_assert(std::is_nothrow_move_constructible_v<AnyWarningRule>);
    AnyWarningRule given = no_data;
    const AnyWarningRule taken = std::move(given);
    // Those without a name all stand; of one name the highest does.
    CHECK(warn(contracts("2024-06", "900").judge(), {}, {given, taken}).front().signs.size() == 2);  // NOLINT
    const auto named = [](WarningLevel level) -> AnyWarningRule {
        return [level](const WarningView&) { return WarningSign{level, {}, "own"}; };
    };
    const auto highest =
        warn(contracts("2024-06", "900").judge(), {},
             {named(WarningLevel::blue), named(WarningLevel::red), named(WarningLevel::yellow)});
    REQUIRE(highest.front().signs.size() == 1);
    CHECK(highest.front().signs[0].level == WarningLevel::red);
}
