// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "goalpost/report/ranking_report.hpp"
#include "goalpost/report/scorecard_report.hpp"
#include "goalpost/report/warning_report.hpp"
#include "goalpost/rollup/contenders.hpp"
#include "goalpost/rollup/make_scorecards.hpp"
#include "goalpost/rollup/warning_rules.hpp"
#include "support/case.hpp"

using namespace goalpost;

namespace {

/// 乙局 leads what was reached, 甲局 what was missed by two thirds; nobody answers for the third target.
test::Case county() {
    test::Case one;
    one.indicator("高企", "家", IndicatorKind::flow).indicator("投资", "亿元", IndicatorKind::flow);
    for (const auto* who : {"乙局", "甲局"}) {
        ResponsibleUnit unit;
        unit.id = unit.name = who;
        one.units.push_back(unit);
    }
    one.target("level >= 300 家", "2024").target("level >= 3 亿元", "2024").target("level >= 4 亿元", "2024");
    one.targets[1].indicator = one.targets[2].indicator = "投资";
    Statement statement;
    statement.lead = {"乙局"};
    one.targets[0].statements = {statement};
    statement.lead = {"甲局"};
    statement.supporting = {"乙局"};
    one.targets[1].statements = {statement};
    one.observe("高企", "2024", "level", "310", "家").observe("投资", "2024", "level", "1.0", "亿元");
    return one;
}

const auto as_of = *parse_date("2024-12-31");

std::string joined(const std::vector<Cell>& row) {
    std::string text;
    for (const auto& cell : row)
        text += (text.empty() ? "" : "|") + cell.text;
    return text;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("scorecards: units in the plan's order, then the plan") {
    const auto evaluation = county().judge();
    const auto cards = make_scorecards(evaluation);
    ScorecardReport report{&evaluation, &cards};
    const auto sheet = sheet_of(report);
    REQUIRE(sheet.rows.size() == 3);
    CHECK(joined(sheet.rows[0]) == "乙局|1|0|1|1|0|0|100 %|100 %");
    CHECK(joined(sheet.rows[1]) == "甲局|1|0|0|0|1|0|33.33 %|100 %");
    CHECK(joined(sheet.rows[2]) == "the plan||||1|2|0|52.78 %|100 %");  // (1 + 1/3 + 1/4) / 3
    CHECK(holds(sheet.notes.back(), "nobody answers for: 1"));
    std::string json;
    write_json(json, report);
    CHECK(holds(json, R"("fraction": "100/3")"));
    CHECK(holds(json,
                R"("earned": {"value": "1.58333333333", "unit": "", "exact": false, "fraction": "19/12"})"));
    CHECK(holds(json, R"("scored": {"value": "3", "unit": "", "exact": true})"));
    CHECK(holds(json, R"("weight": {"value": "3", "unit": "", "exact": true})"));
    std::string csv;
    write_csv(csv, report);
    CHECK(holds(csv, "plan,2024-12-31,甲局,甲局,1,0,0,0,0,0,0,1,0,0,0,33.3333333333,%,100,%,\r\n"));
    report.language = Language::zh;
    CHECK(joined(sheet_of(report).rows[2]) == "计划总体||||1|2|0|52.78%|100%");
    CHECK(sheet_of(report).columns[0].title == "责任单位");
}

TEST_CASE("reports of nothing are refused") {
    const test::Case one = test::Case()
                               .indicator("x", "家", IndicatorKind::flow)
                               .target("level >= 1 家", "2024")
                               .observe("x", "2024", "level", "1", "家");
    const auto evaluation = one.judge();
    std::string out;
    CHECK_THROWS_AS(write_csv(out, ScorecardReport{&evaluation}), std::invalid_argument);
    CHECK_THROWS_AS(write_json(out, ScorecardReport{}), std::invalid_argument);
    CHECK_THROWS_AS((void)sheet_of(WarningReport{&evaluation}), std::invalid_argument);
    CHECK_THROWS_AS((void)data_sheet_of(RankingReport{}), std::invalid_argument);
}

TEST_CASE("scorecards: a fraction longer than forty digits is left out, and says so") {
    const auto json_of = [](int targets) {
        test::Case one;
        for (int i = 0; i < targets; ++i) {
            const auto name = "i" + std::to_string(i);
            one.indicator(name, "家", IndicatorKind::flow).observe(name, "2024", "level", "1", "家");
            one.target("level >= " + std::to_string(1'000'000'007 + 2 * i) + " 家", "2024");
            one.targets.back().indicator = name;
        }
        const auto evaluation = one.judge();
        const auto cards = make_scorecards(evaluation);
        std::string json;
        write_json(json, ScorecardReport{&evaluation, &cards});
        return json;
    };
    // Four different odd numbers near 10^9 make a denominator of 37 digits at most, and five of 46.
    const auto short_sum = json_of(4);
    CHECK(holds(short_sum, R"("value": "0.00000000399999996000")"));
    CHECK(holds(short_sum, R"("fraction": ")"));
    CHECK_FALSE(holds(short_sum, "null"));
    const auto long_sum = json_of(5);
    CHECK(holds(long_sum,
                R"("value": "0.00000000499999994500", "unit": "", "exact": false, "fraction": null)"));
    CHECK(holds(
        long_sum,
        R"("score": {"value": "0.0000000999999989000", "unit": "%", "exact": false, "fraction": null})"));
}

TEST_CASE("scorecards: a share that is not the whole does not read it") {
    test::Case one;
    one.indicator("投资", "亿元", IndicatorKind::flow);
    one.target("level >= 1 亿元", "2024").observe("投资", "2024", "level", "0.99999999999999", "亿元");
    const auto evaluation = one.judge();
    ScorecardOptions options;
    const auto cards = make_scorecards(evaluation, options);
    const ScorecardReport report{&evaluation, &cards};
    CHECK(joined(sheet_of(report).rows[0]) == "the plan||||1|0|99.999999999999 %|100 %");
    std::string csv;
    write_csv(csv, report);
    CHECK(holds(csv, ",99.999999999999,%,100,%,"));
    std::string json;
    write_json(json, report);
    CHECK(holds(json, R"("score": {"value": "99.999999999999", "unit": "%", "exact": true})"));
    CHECK(holds(json, R"("earned": {"value": "0.99999999999999", "unit": "", "exact": true})"));
    options.sheet.emplace();
    options.sheet->items.push_back({"投资", Ratio(50), scoring::usual()});
    const auto filled = make_scorecards(evaluation, options);
    const ScorecardReport sheet{&evaluation, &filled, &*options.sheet};
    CHECK(joined(sheet_of(sheet).rows[0]) == "the plan||||1|0|49.9999999999995|100 %");
}

TEST_CASE("scorecards with a sheet show its score and vetoes") {
    const auto evaluation = county().judge();
    ScorecardOptions options;
    options.sheet.emplace();
    options.sheet->items.push_back({"高企", Ratio(70), scoring::usual()});
    options.sheet->items.push_back({"投资", Ratio(30), scoring::usual(), true});
    const auto cards = make_scorecards(evaluation, options);
    const ScorecardReport report{&evaluation, &cards, &*options.sheet};
    const auto sheet = sheet_of(report);
    CHECK(joined(sheet.rows[0]) == "乙局|1|0|1|1|0|0|100|100 %|");
    CHECK(joined(sheet.rows[1]) == "甲局|1|0|0|0|1|0|0|100 %|t2");
    std::string json;
    write_json(json, report);
    CHECK(holds(json, R"({"item": "投资", "marks": {"value": "30", "unit": "", "exact": true})"));
    CHECK(holds(json, R"("standing": "scored")"));
    CHECK(holds(json, R"("score": {"value": "10", "unit": "", "exact": true})"));
    CHECK(holds(json, R"("marks": {"value": "70", "unit": "", "exact": true}, "standing": "no_task"})"));
    CHECK(holds(json, R"("vetoes": ["t2"])"));
}

TEST_CASE("rankings: places, movement, ends, and who is left out") {
    std::vector<Contender> all{{"a", Measured(Rounded(Ratio::of(1, 2)), figure_units::percent())},
                               {"b", Measured(Rounded(Ratio::of(3, 4)), figure_units::percent())},
                               {"c", Reason::missing_observation}};
    const auto before = rank(all, Better::lower);
    const auto ranking = rank(all, Better::higher, TieRule::skip, &before);
    RankingReport report{&ranking, as_of};
    report.plan = "p";
    report.title = "Title";
    report.by = "score";
    report.red = 1;
    report.black = 1;
    report.name_of = [](const std::string& id) { return "unit " + id; };
    const auto sheet = sheet_of(report);
    REQUIRE(sheet.rows.size() == 2);
    CHECK(joined(sheet.rows[0]) == "1|unit b|75 %|+1|red|firm");
    CHECK(joined(sheet.rows[1]) == "2|unit a|50 %|-1|black|firm");
    CHECK(holds(sheet.notes.back(), "Left out: unit c"));
    const auto data = data_sheet_of(report);
    REQUIRE(data.rows.size() == 3);
    CHECK(joined(data.rows[0]) == "p|2024-12-31|score||1|b|unit b|75|%|2|1|red|firm|");
    CHECK(joined(data.rows[2]) == "p|2024-12-31|score|||c|unit c|||||||missing_observation");
    std::string json;
    write_json(json, report);
    CHECK(holds(json, R"("previous": 2)"));
    CHECK(holds(json, R"("left_out": [{"id": "c", "name": "unit c", "reason": "missing_observation"}])"));
    report.language = Language::zh;
    CHECK(joined(sheet_of(report).rows[0]) == "1|unit b|75%|+1|红榜|确定");
    CHECK(holds(sheet_of(report).notes[1], "排序依据：得分；并列处理：名次相同，其后空出名次"));
    report.by = "growth of rd";
    report.period = "2025-Q1";
    CHECK(holds(sheet_of(report).notes[1], "排序依据：growth of rd，2025年一季度；"));
    report.by_zh = "研发费用同比增速";
    CHECK(holds(sheet_of(report).notes[1], "排序依据：研发费用同比增速，2025年一季度；"));
    report.language = Language::en;
    CHECK(sheet_of(report).notes[1] == "Ranked by growth of rd, 2025-Q1; equals: skip, 1 2 2 4.");
    report.options.emplace().require_firm = true;
    CHECK(sheet_of(report).notes[1] == "A verdict that rests on rounding is undetermined.");
    json.clear();
    write_json(json, report);
    CHECK(holds(json, R"("options": {"require_firm": true})"));
    // Without ends and places before, their columns are left out.
    const auto plain = rank(all);
    RankingReport short_report{&plain, as_of};
    CHECK(joined(sheet_of(short_report).rows[0]) == "1|b|75 %|firm");
}

TEST_CASE("rankings: who is before another does not read the same") {
    const auto tiny = Ratio::of(1, 10'000'000'000'000'000);
    const auto value = [](const Ratio& number) { return Measured(Rounded(number), figure_units::pure()); };
    const auto ranking = rank({{"a", value(7)},
                               {"b", value(Ratio(7) - tiny)},
                               {"c", value(Ratio::of(1, 3))},
                               {"d", value(Ratio::of(1, 3) - tiny)},
                               {"e", value(Ratio::of(1, 3) - tiny)}});
    const auto data = data_sheet_of(RankingReport{&ranking, as_of});
    const std::vector<std::string> printed{"7", "6.9999999999999999", "0.3333333333333333",
                                           "0.3333333333333332", "0.3333333333333332"};
    REQUIRE(data.rows.size() == printed.size());
    for (std::size_t i = 0; i < printed.size(); ++i)
        CHECK(data.rows[i][7].text == printed[i]);
    std::string json;
    write_json(json, RankingReport{&ranking, as_of});
    CHECK(holds(json, R"("value": {"value": "6.9999999999999999", "unit": "", "exact": true})"));
}

TEST_CASE("warnings: most urgent first, with who is warned") {
    auto one = county();
    one.target("level >= 100 家", "2025").horizon("2024/2025");
    one.targets.back().indicator = "高企";
    one.targets.back().statements = one.targets[0].statements;
    one.observe("高企", "2025-01/2025-06", "level", "30", "家");
    std::swap(one.targets[0], one.targets[3]);
    const auto evaluation = one.judge();
    const auto warnings = warn(evaluation, {}, warnings::usual());
    WarningReport report{&evaluation, &warnings};
    report.earlier.push_back(*parse_date("2025-03-31"));
    const auto sheet = sheet_of(report);
    REQUIRE(sheet.rows.size() == 3);
    CHECK(joined(sheet.rows[0]) == "red|t2|投资|the target is missed|甲局");
    CHECK(joined(sheet.rows[1]) == "red|t3|投资|the target is missed|-");
    CHECK(joined(sheet.rows[2]) ==
          "yellow|t4|高企|it is 20 pp behind the calendar; the target is behind|乙局");
    CHECK(sheet.notes.back() == "yellow: 乙局 (1)");
    CHECK(holds(sheet.notes[1], "2025-03-31"));
    const auto data = data_sheet_of(report);
    CHECK(joined(data.rows[0]) ==
          "plan|2025-06-30|t4|高企|yellow|it is 20 pp behind the calendar; the target is "
          "behind|乙局|乙局|lead");
    CHECK(joined(data.rows[2]) == "plan|2025-06-30|t3|投资|red|the target is missed|||");
    report.language = Language::zh;
    CHECK(joined(sheet_of(report).rows[2]) == "黄牌|t4|高企|落后时序进度20个百分点；目标滞后|乙局");
    std::string json;
    write_json(json, report);
    CHECK(holds(json, R"({"unit": "甲局", "name": "甲局", "level": "red", "targets": ["t2"]})"));
    const std::vector<Warning> none;
    report.warnings = &none;
    CHECK(sheet_of(report).columns.empty());
    CHECK(sheet_of(report).notes[1] == "没有需要警示的目标。");
}
