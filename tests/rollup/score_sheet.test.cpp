// SPDX-License-Identifier: BSL-1.0
#include "goalpost/rollup/score_sheet.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "goalpost/rollup/make_scorecards.hpp"
#include "support/case.hpp"

using namespace goalpost;

namespace {

/// 高企 60 marks by completion, 投资 40 marks by growth gap: a hundred-point sheet.
ScoreSheet hundred() {
    ScoreSheet sheet;
    sheet.items.push_back({"高企", Ratio(60), scoring::Proportional{}});
    sheet.items.push_back({"投资", Ratio(40), scoring::GrowthGap{}});
    return sheet;
}

/// 甲区 is judged on both items; 乙区 on 高企 only; 丙区 has a task for 投资 that has no figure.
test::Case districts() {
    test::Case one;
    one.indicator("高企", "家", IndicatorKind::flow).indicator("投资", "亿元", IndicatorKind::flow);
    one.indicator("专利", "件", IndicatorKind::flow);
    const auto give = [&](const std::string& who, const std::string& indicator, std::string_view criterion) {
        one.target(criterion, "2024");
        auto& target = one.targets.back();
        target.id = who + indicator;
        target.indicator = indicator;
        target.scope = who;
        Statement statement;
        statement.lead = {who};
        target.statements = {statement};
    };
    for (const auto* who : {"甲区", "乙区", "丙区"}) {
        ResponsibleUnit unit;
        unit.id = unit.name = who;
        one.units.push_back(unit);
    }
    give("甲区", "高企", "level >= 100 家");
    give("甲区", "投资", "growth >= 10 %");
    give("甲区", "专利", "level >= 5 件");  // no item of the sheet
    give("乙区", "高企", "level >= 50 家");
    give("丙区", "高企", "level >= 20 家");
    give("丙区", "投资", "growth >= 10 %");
    one.observe_in("甲区", "高企", "2024", "level", "90", "家");
    one.observe_in("甲区", "投资", "2024", "growth_yoy", "14.0", "%");
    one.observe_in("甲区", "专利", "2024", "level", "1", "件");
    one.observe_in("乙区", "高企", "2024", "level", "55", "家");
    one.observe_in("丙区", "高企", "2024", "level", "10", "家");
    return one;
}

}  // namespace

TEST_CASE("a hundred-point sheet") {
    ScorecardOptions options;
    options.sheet = hundred();
    const auto cards = make_scorecards(districts().judge(), options);
    const auto a = fill_in(*options.sheet, *cards.find("甲区"));
    CHECK(*a.items[0].score == Ratio(54));  // 90 % of 60
    CHECK(*a.items[1].score == Ratio(34));  // 80 % of 40, and half a mark for each of four points
    CHECK(*a.score == Ratio(88));
    CHECK(a.possible == Ratio(100));
    CHECK(cards.find("甲区")->counts.counted() == 3);  // what the sheet does not name is counted, not scored
    CHECK(cards.find("甲区")->items.size() == 2);
}

TEST_CASE("units without a task: left out, or 60 % of the base marks") {
    ScorecardOptions options;
    options.sheet = hundred();
    const auto cards = make_scorecards(districts().judge(), options);
    auto b = fill_in(*options.sheet, *cards.find("乙区"));
    CHECK(b.items[1].standing == ItemScore::Standing::no_task);
    CHECK_FALSE(b.items[1].score);
    CHECK(*b.score == Ratio(100));  // full marks of what it had to do
    options.sheet->without_task.left_out = false;
    b = fill_in(*options.sheet, *cards.find("乙区"));
    CHECK(*b.items[1].score == Ratio(24));
    CHECK(*b.score == Ratio(84));
    // A task without a figure is neither: it has no marks, and is not given any.
    const auto c = fill_in(*options.sheet, *cards.find("丙区"));
    CHECK(c.items[1].standing == ItemScore::Standing::no_marks);
    CHECK_FALSE(c.items[1].score);
    CHECK(*c.score == Ratio(50));
    CHECK(c.possible == Ratio(60));
    CHECK_FALSE(fill_in(*options.sheet, Scorecard{}).items[0].score == std::optional(Ratio(0)));
}

TEST_CASE("a missed binding target is a veto") {
    ScorecardOptions options;
    options.sheet = hundred();
    options.sheet->items[0].binding = true;
    auto cards = make_scorecards(districts().judge(), options);
    const auto a = fill_in(*options.sheet, *cards.find("甲区"));
    CHECK(a.vetoes == std::vector<std::string>{"甲区高企"});
    CHECK(*a.score == Ratio(0));
    CHECK(a.earned == Ratio(88));  // what it would have been stays visible
    CHECK(*fill_in(*options.sheet, *cards.find("乙区")).score == Ratio(100));
    // Missed in one part of the work is missed, whichever part comes last.
    Scorecard kept{.unit = "甲区", .binding = {{"甲区高企", false}}};
    CHECK(Scorecard(*cards.find("甲区")).merge(kept).vetoes() == a.vetoes);
    CHECK(kept.merge(*cards.find("甲区")).vetoes() == a.vetoes);
    options.sheet->veto = Ratio::of(59, 100);
    CHECK(*fill_in(*options.sheet, *cards.find("甲区")).score == Ratio(59));
    CHECK(*fill_in(*options.sheet, *cards.find("丙区")).score == Ratio(50));  // a veto lifts nobody
}

TEST_CASE("several targets of one item share its marks, a target of its own goes before its indicator") {
    auto one = districts();
    one.targets[5].indicator = "高企";  // 丙区 has a second target for 高企, three times as heavy
    one.targets[5].readings = {parse_criterion("level >= 5 家").value()};
    one.targets[5].weight = Decimal(3);
    ScorecardOptions options;
    options.sheet = hundred();
    auto cards = make_scorecards(one.judge(), options);
    // 10 of 20 with weight 1, 10 of 5 with weight 3.
    CHECK(*fill_in(*options.sheet, *cards.find("丙区")).items[0].score ==
          Ratio(60) * Ratio::of(7, 2) / Ratio(4));
    options.sheet->items.push_back({"丙区投资", Ratio(10), scoring::AllOrNothing{}});
    cards = make_scorecards(one.judge(), options);
    const auto c = fill_in(*options.sheet, *cards.find("丙区"));
    CHECK(*c.items[0].score == Ratio(30));
    CHECK(*c.items[2].score == Ratio(10));
}

TEST_CASE("a sheet with a fault is refused") {
    ScoreSheet sheet;
    CHECK(sheet.problem());
    sheet = hundred();
    CHECK_FALSE(sheet.problem());
    CHECK(sheet.marks() == Ratio(100));
    sheet.items[0].marks = Ratio(0);
    CHECK_THROWS_AS(fill_in(sheet, Scorecard{}), std::invalid_argument);
    ScorecardOptions options;
    options.sheet = sheet;
    CHECK_THROWS_AS(make_scorecards(districts().judge(), options), std::invalid_argument);
    sheet = hundred();
    sheet.items[1].id = "高企";
    CHECK(sheet.problem()->find("高企") != std::string::npos);
}
