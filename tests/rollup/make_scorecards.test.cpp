// SPDX-License-Identifier: BSL-1.0
#include "goalpost/rollup/make_scorecards.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/rollup/scoring_text.hpp"
#include "support/case.hpp"
#include "support/random.hpp"

using namespace goalpost;

namespace {

Statement said_by(std::vector<std::string> lead, std::vector<std::string> responsible = {},
                  std::vector<std::string> supporting = {}) {
    Statement made;
    made.lead = std::move(lead);
    made.responsible = std::move(responsible);
    made.supporting = std::move(supporting);
    return made;
}

ResponsibleUnit unit(std::string id, std::vector<std::string> members = {}) {
    ResponsibleUnit made;
    made.id = id;
    made.name = std::move(id);
    made.members = std::move(members);
    return made;
}

/// 科技局 and 发改委 share four targets: 360 of 300, 270 of 300, one without data, one withdrawn.
test::Case county() {
    test::Case one;
    one.indicator("高企", "家", IndicatorKind::flow);
    one.units = {unit("科技局"), unit("发改委"), unit("财政局")};
    one.target("level >= 300 家", "2024");
    one.targets.back().statements = {said_by({"科技局"}, {"发改委"})};
    one.indicator("科小", "家", IndicatorKind::flow).target("level >= 300 家", "2024");
    one.targets.back().indicator = "科小";
    one.targets.back().statements = {said_by({"发改委"}, {"科技局"}, {"财政局"})};
    one.indicator("专利", "件", IndicatorKind::flow).target("level >= 10 件", "2024");
    one.targets.back().indicator = "专利";
    one.targets.back().statements = {said_by({"科技局"})};
    one.target("level >= 1 家", "2024");
    one.targets.back().standing = Standing::withdrawn;
    one.targets.back().statements = {said_by({"科技局"})};
    one.observe("高企", "2024", "level", "360", "家").observe("科小", "2024", "level", "270", "家");
    return one;
}

/// Everything a scorecard holds, byte for byte.
std::string bytes(const Scorecard& card) {
    std::string text = card.unit + "|";
    for (const auto* counts : {&card.counts, &card.aside}) {
        for (const auto count : counts->of)
            text += std::to_string(count) + ",";
    }
    for (const auto count : card.by_role)
        text += std::to_string(count) + ";";
    text += std::to_string(card.resting_on_rounding);
    for (const auto& [id, marks] : card.items)
        text += "|" + id + ":" + marks.earned.value().fraction() + "/" + marks.scored.value().fraction() +
                "/" + marks.weight.value().fraction();
    for (const auto& [id, missed] : card.binding)
        text += "|" + id + (missed ? "!" : "");
    return text;
}
std::string bytes(const Scorecards& cards) {
    auto text = bytes(cards.plan) + "#" + std::to_string(cards.unassigned);
    for (const auto& [id, card] : cards.units)
        text += "\n" + bytes(card);
    return text;
}

}  // namespace

TEST_CASE("a unit's card counts by status and scores what has marks") {
    const auto cards = make_scorecards(county().judge());
    const auto& science = *cards.find("科技局");
    CHECK(science.counts[Status::achieved] == 1);
    CHECK(science.counts[Status::missed] == 1);
    CHECK(science.counts[Status::undetermined] == 1);
    CHECK(science.counts[Status::not_counted] == 1);
    CHECK(science.counts.counted() == 3);
    CHECK(science.by_role == std::array<std::size_t, 3>{3, 1, 0});
    CHECK(*science.marks().share() == Ratio::of(19, 20));  // 1 and 0.9: the one without data is left out
    CHECK(*science.marks().coverage() == Ratio::of(2, 3));
    CHECK(*cards.find("发改委")->marks().coverage() == Ratio(1));
    // Supporting weighs nothing: shown aside, not scored.
    const auto& finance = *cards.find("财政局");
    CHECK(finance.counts.counted() == 0);
    CHECK(finance.aside[Status::missed] == 1);
    CHECK_FALSE(finance.marks().share());
    CHECK(cards.find("教育局") == nullptr);
    // The plan counts each target once, however many answer for it.
    CHECK(cards.plan.counts.counted() == 3);
    CHECK(*cards.plan.marks().share() == Ratio::of(19, 20));
    CHECK(cards.unassigned == 0);
}

TEST_CASE("a target that is said twice counts once, at the highest role") {
    auto one = county();
    one.targets[1].statements.push_back(said_by({}, {"财政局"}));
    one.targets[0].statements.push_back(said_by({}, {}, {"科技局"}));
    const auto cards = make_scorecards(one.judge());
    CHECK(cards.find("财政局")->by_role == std::array<std::size_t, 3>{0, 1, 0});
    CHECK(*cards.find("财政局")->marks().share() == Ratio::of(9, 10));
    CHECK(cards.find("科技局")->by_role == std::array<std::size_t, 3>{3, 1, 0});
}

TEST_CASE("roles and targets weigh what they are said to weigh") {
    auto one = county();
    one.targets[0].weight = *Decimal::parse("2.5");
    ScorecardOptions options;
    options.role_weights = {Ratio(1), Ratio::of(1, 2), Ratio::of(1, 10)};
    const auto cards = make_scorecards(one.judge(), options);
    // Lead of 2.5 at 1, responsible for 1 at 0.9 with half the weight.
    CHECK(*cards.find("科技局")->marks().share() == (Ratio::of(5, 2) + Ratio::of(9, 20)) / Ratio(3));
    CHECK(*cards.find("财政局")->marks().share() == Ratio::of(9, 10));
    CHECK(cards.find("财政局")->counts[Status::missed] == 1);
    CHECK(cards.plan.marks().weight == Ratio::of(9, 2));
}

TEST_CASE("a name that stands for many: its members where they are listed, itself where they are not") {
    auto one = county();
    one.units.push_back(unit("各区", {"甲区", "乙区", "新区们"}));
    one.units.push_back(unit("新区们", {"丙区", "各区"}));  // a circle adds nothing
    one.units.push_back(unit("甲区"));
    one.units.push_back(unit("乙区"));
    one.units.push_back(unit("丙区"));
    one.units.push_back(unit("成员单位"));
    one.targets[0].statements = {said_by({"各区"}, {"甲区", "成员单位"})};
    const auto cards = make_scorecards(one.judge());
    for (const auto* id : {"甲区", "乙区", "丙区"}) {
        CHECK(cards.find(id)->by_role == std::array<std::size_t, 3>{1, 0, 0});
        CHECK(cards.find(id)->counts[Status::achieved] == 1);
    }
    CHECK(cards.find("各区") == nullptr);
    CHECK(cards.find("新区们") == nullptr);
    CHECK(cards.find("成员单位")->by_role == std::array<std::size_t, 3>{0, 1, 0});
    const auto units = answering_units(one.plan(), one.targets[0].statements);
    REQUIRE(units.size() == 4);
    CHECK(units[3] == Answering{"甲区", Role::lead, "各区"});
    // Named itself in the same role, it answers in its own name.
    one.targets[0].statements = {said_by({"各区", "甲区"}, {})};
    CHECK(answering_units(one.plan(), one.targets[0].statements).back() == Answering{"甲区", Role::lead, ""});
}

TEST_CASE("members that many names share are gone through once") {
    PlanBuilder builder({.id = "p", .horizon = Period::year(2024)});
    constexpr int levels = 60;  // two ways on each
    for (int level = 0; level < levels; ++level) {
        for (const char* side : {"a", "b"}) {
            const auto next = std::to_string(level + 1);
            builder.add(level + 1 < levels ? unit(side + std::to_string(level), {"a" + next, "b" + next})
                                           : unit(side + std::to_string(level)));
        }
    }
    Statement statement;
    statement.lead = {std::string("a0")};
    CHECK(answering_units(std::move(builder).build(), std::vector{statement}) ==
          std::vector<Answering>{{"a59", Role::lead, "a0"}, {"b59", Role::lead, "a0"}});
}

TEST_CASE("members are judged on figures of their own scope where the target is for each of a group") {
    test::Case one;
    one.indicator("增速", "亿元", IndicatorKind::flow);
    one.units = {unit("各区", {"甲", "乙", "丙"}), unit("甲"), unit("乙"), unit("丙")};
    one.units[1].name = "甲区政府";
    one.units[1].aliases = {"甲区"};
    one.units[2].name = "乙 区";  // names are held against each other without white space
    one.group("districts", {"甲区", "乙区", "丁区"});
    one.target("all of districts: growth >= 10 %", "2024");
    one.targets.back().statements = {said_by({"各区"})};
    one.observe_in("甲区", "增速", "2024", "growth_yoy", "12.0", "%");
    one.observe_in("乙区", "增速", "2024", "growth_yoy", "8.0", "%");
    one.observe_in("丁区", "增速", "2024", "growth_yoy", "11.0", "%");
    const auto cards = make_scorecards(one.judge());
    CHECK(cards.find("甲")->counts[Status::achieved] == 1);
    CHECK(cards.find("乙")->counts[Status::missed] == 1);
    CHECK(cards.find("丙")->counts[Status::missed] == 1);  // no scope of its own: the shared verdict
    CHECK(cards.plan.counts[Status::missed] == 1);
    CHECK(*cards.find("甲")->marks().share() == Ratio(1));
    CHECK(*cards.find("乙")->marks().share() == Ratio(0));
}

TEST_CASE("targets nobody answers for and targets that could not be read count for the plan") {
    auto one = county();
    one.targets[0].statements.clear();
    InvalidTarget invalid;
    invalid.id = "broken";
    invalid.statements = {said_by({"财政局"})};
    one.invalid.push_back(invalid);
    const auto cards = make_scorecards(one.judge());
    CHECK(cards.unassigned == 1);
    CHECK(cards.plan.counts.counted() == 4);
    CHECK(cards.plan.counts[Status::undetermined] == 2);
    CHECK(cards.find("财政局")->counts[Status::undetermined] == 1);
}

TEST_CASE("a target that could not be read stands on a sheet like one that has no marks yet") {
    test::Case one;
    one.units = {unit("甲"), unit("乙")};
    one.indicator("高企", "家", IndicatorKind::flow).indicator("科小", "家", IndicatorKind::flow);
    one.target("level >= **** 家", "2024").targets.back().weight = Decimal(3);
    one.targets.back().statements = {said_by({"乙"})};
    one.target("level >= 10 家", "2024").targets.back().indicator = "科小";
    one.targets.back().statements = {said_by({"甲", "乙"})};
    one.observe("科小", "2024", "level", "10", "家");
    InvalidTarget broken;
    broken.id = "broken";
    broken.indicator = "高企";
    broken.weight = Decimal(3);
    broken.statements = {said_by({"甲"})};
    one.invalid.push_back(broken);
    ScorecardOptions options;
    options.sheet = ScoreSheet{{{"高企", 60, scoring::usual(), true}, {"科小", 40}}};
    options.sheet->without_task.left_out = false;
    const auto cards = make_scorecards(one.judge(), options);
    const auto* unread = cards.find("甲");
    const auto* masked = cards.find("乙");
    CHECK(unread->items == masked->items);
    CHECK(unread->items.at("高企").weight.value() == Ratio(3));
    CHECK(unread->marks().coverage() == Ratio::of(1, 4));
    CHECK(unread->vetoes().empty());
    const auto sheet = fill_in(*options.sheet, *unread);
    CHECK(sheet.items[0].standing == ItemScore::Standing::no_marks);
    CHECK_FALSE(sheet.items[0].score);
    CHECK(sheet.score == Ratio(100));
    // A sheet may name the target itself; where it names neither, the target is counted and has no part.
    options.sheet->items[0].id = "broken";
    CHECK(fill_in(*options.sheet, *make_scorecards(one.judge(), options).find("甲")).items[0].standing ==
          ItemScore::Standing::no_marks);
    options.sheet->items[0].id = "专利";
    CHECK(make_scorecards(one.judge(), options).find("甲")->marks().coverage() == Ratio(1));
    CHECK(make_scorecards(one.judge()).find("甲")->marks().coverage() == Ratio::of(1, 4));
}

TEST_CASE("a manual verdict counts where that is asked for") {
    auto one = county();
    one.targets[1].manual = ManualVerdict{true, "督查室", "", std::nullopt};
    CHECK(make_scorecards(one.judge()).plan.counts[Status::missed] == 1);
    ScorecardOptions options;
    options.manual_counts = true;
    CHECK(make_scorecards(one.judge(), options).plan.counts[Status::missed] == 0);
    CHECK(make_scorecards(one.judge(), options).plan.counts[Status::achieved] == 2);
}

TEST_CASE("verdicts that rest on rounding are counted") {
    test::Case one;
    one.indicator("强度", "%", IndicatorKind::ratio).target("level >= 3.2 %", "2024");
    one.observe("强度", "2024", "share", "3.2", "%");
    CHECK(make_scorecards(one.judge()).plan.resting_on_rounding == 1);
    one.rows.back().value = *Decimal::parse("3.22");
    CHECK(make_scorecards(one.judge()).plan.resting_on_rounding == 0);
}

TEST_CASE("scorecards are the same bytes for any split of the work, merged in any order") {
    test::Random random(2024);
    for (int round = 0; round < 12; ++round) {
        test::Case one;
        one.indicator("高企", "家", IndicatorKind::flow);
        std::vector<std::string> ids;
        for (int i = 0; i < 5; ++i) {
            ids.push_back("局" + std::to_string(i));
            one.units.push_back(unit(ids.back()));
        }
        one.units.push_back(unit("各局", {ids[1], ids[2], ids[4]}));
        ids.push_back("各局");
        const auto some = [&] {
            std::vector<std::string> made;
            while (random.chance(2))
                made.push_back(random.pick(ids));
            return made;
        };
        for (int i = 0; i < 24; ++i) {
            one.target("level >= " + std::to_string(random.between(1, 900)) + " 家", "2024");
            auto& target = one.targets.back();
            target.weight = Decimal(random.between(0, 99), 1);
            const auto name = "指标" + std::to_string(i);
            one.indicator(name, "家", IndicatorKind::flow);
            target.indicator = name;
            target.statements = {said_by(some(), some(), some())};
            if (!random.chance(6))
                one.observe(name, "2024", "level", std::to_string(random.between(0, 900)), "家");
        }
        ScorecardOptions options;
        options.rule = scoring::FirstOf{{scoring::Bonus{.per = 7, .marks = Ratio::of(1, 13)}}};
        const auto evaluation = one.judge();
        const auto all = evaluation.assessments().size();
        const auto whole = make_scorecards(evaluation, options);
        std::vector<Scorecards> pieces;
        for (std::size_t begin = 0; begin < all;) {
            const auto end = begin + random.bits() % 7 + 1;
            pieces.push_back(make_scorecards(evaluation, options, begin, end));
            begin = end;
        }
        while (pieces.size() > 1) {
            const auto from = random.bits() % pieces.size();
            const auto taken = pieces[from];
            pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(from));
            pieces[random.bits() % pieces.size()].merge(taken);
        }
        CHECK(bytes(pieces.front()) == bytes(whole));
        CHECK(pieces.front() == whole);
        // And the order of the targets in the plan is another way to split it.
        std::ranges::reverse(one.targets);
        CHECK(bytes(make_scorecards(one.judge(), options)) == bytes(whole));
    }
    Scorecard a;
    Scorecard b;
    b.unit = "x";
    CHECK_THROWS_AS(a.merge(b), std::invalid_argument);
}

TEST_CASE("scaling a flow's unit changes no verdict, no mark and no rank") {
    test::Random random(10'000);
    for (int round = 0; round < 40; ++round) {
        test::Case large;
        test::Case small;
        for (auto* one : {&large, &small}) {
            one->indicator("投资", one == &large ? "万亿元" : "亿元", IndicatorKind::flow);
            one->units = {unit("局")};
        }
        const auto target = random.between(100, 5000);
        const auto say = [&](std::string_view comparison) {
            large.target("level " + std::string(comparison) + " " + Decimal(target, 4).text() + " 万亿元",
                         "2024");
            small.target("level " + std::string(comparison) + " " + std::to_string(target) + " 亿元", "2024");
        };
        for (const auto* comparison : {">=", ">", "<="})
            say(comparison);
        large.target("growth >= 5 %", "2024");
        small.target("growth >= 5 %", "2024");
        for (auto* one : {&large, &small}) {
            for (auto& made : one->targets)
                made.statements = {said_by({"局"})};
        }
        for (const auto* period : {"2023", "2024-H1", "2024-H2", "2024"}) {
            if (random.chance(4)) continue;
            const auto figure =
                random.chance(5) && std::string_view(period) == "2024" ? target : random.between(1, 6000);
            large.observe("投资", period, "level", Decimal(figure, 4).text(), "万亿元");
            small.observe("投资", period, "level", std::to_string(figure), "亿元");
        }
        large.as_of("2024-12-31");
        small.as_of("2024-12-31");
        const auto a = large.judge();
        const auto b = small.judge();
        for (std::size_t i = 0; i < a.assessments().size(); ++i)
            CHECK(test::verdict_text(a.assessments()[i]) == test::verdict_text(b.assessments()[i]));
        CHECK(bytes(make_scorecards(a)) == bytes(make_scorecards(b)));
    }
}

TEST_CASE("a rule whose steps a target is not counted in gives it no marks, whichever way it is judged") {
    for (const char* value : {"270", "~270"}) {  // the second is judged by the criterion itself
        CAPTURE(std::string(value));
        auto c = county();
        c.rows.front().value = Decimal(270);
        c.rows.front().qualifier = *value == '~' ? Qualifier::about : Qualifier::none;
        const auto evaluation = c.judge();
        const auto score = [&](const char* rule) {
            const auto made = performance_of(evaluation, evaluation.assessments()[0]);
            return parse_scoring_rule(rule).value()(made);
        };
        CHECK(*score("deduct 0.01 per 1 家") == Ratio::of(7, 10));
        CHECK(score("deduct 0.01 per 1 亿元").error() == Reason::unit_mismatch);
        CHECK(score("growth 80 % and 0.5 per point").error() == Reason::unit_mismatch);
    }
    auto share = test::Case().indicator("占比", "%", IndicatorKind::ratio).target("level >= 16 %", "2024");
    share.observe("占比", "2024", "share", "15.0", "%");
    const auto evaluation = share.judge();
    const auto made = performance_of(evaluation, evaluation.assessments()[0]);
    CHECK(made.unit->is_points());
    CHECK(*parse_scoring_rule("deduct 0.5 per 1 pp").value()(made) == Ratio::of(1, 2));
}
