// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/report/evaluation_report.hpp"
#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

std::string table(const EvaluationReport& report) {
    std::string out;
    write_table(out, report);
    return out;
}
std::string markdown(const EvaluationReport& report) {
    std::string out;
    write_markdown(out, report);
    return out;
}
std::string csv(const EvaluationReport& report) {
    std::string out;
    write_csv(out, report);
    return out;
}
std::string json(const EvaluationReport& report) {
    std::string out;
    write_json(out, report);
    return out;
}

EvaluationReport report_of(const Evaluation& evaluation, Language language = Language::en) {
    EvaluationReport report{&evaluation};
    report.language = language;
    return report;
}

/// JSON without its line breaks: where they fall is not what these tests are about.
std::string flat(const std::string& text) {
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n') {
            line += text[i];
            continue;
        }
        while (i + 1 < text.size() && text[i + 1] == ' ')
            ++i;
        if (line.ends_with(',')) line += ' ';
    }
    return line;
}

std::string with_crlf(const std::string& text) {
    std::string lines;
    for (const char c : text) {
        if (c == '\n') lines += '\r';
        lines += c;
    }
    return lines;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// 高新技术产业增加值 of 2024: 15507.87 亿元 against 1.6 万亿元 (examples/data/zhejiang_2024.csv), so that
/// 15507.87 - 16000 = -492.13 and 15507.87 / 16000 = 96.9241875 %; and a stock of a growing number.
Case two_targets() {
    Case made;
    made.indicator("value_added", "亿元", IndicatorKind::flow).indicator("firms", "家", IndicatorKind::stock);
    made.target("level >= 1.6 万亿元", "2024");
    made.target("level >= 300 家", "2024");
    made.targets.back().indicator = "firms";
    made.observe("value_added", "2024", "level", "15507.87", "亿元");
    made.observe("firms", "2024", "cumulative", "300", "家", "preliminary");
    made.observe("unknown_name", "2024", "level", "1", "家");
    return made;
}

}  // namespace

TEST_CASE("a table of an evaluation, in both languages") {
    const auto evaluation = two_targets().judge();
    CHECK(table(report_of(evaluation)) == R"(plan

target  indicator    due   criterion                 measured    required           gap  completion  status    verdict        flags
------  -----------  ----  -------------------  -------------  ----------  ------------  ----------  --------  -------------  -----------------------
t1      value_added  2024  level >= 1.6 万亿元  15507.87 亿元  16000 亿元  -492.13 亿元     96.92 %  missed    not met, firm  met at target precision
t2      firms        2024  level >= 300 家             300 家      300 家          0 家       100 %  achieved  met, firm      provisional

As of 2024-12-31.
2 targets: 1 achieved, 1 missed.
Names in the data that the plan does not use: unknown_name.
)");
    auto chinese = report_of(evaluation, Language::zh);
    chinese.as_of_is_default = true;
    CHECK(table(chinese) == R"(plan

目标  指标         到期    标准                     实际       要求         差距  完成率  状态    结论          标记
----  -----------  ------  ---------------  ------------  ---------  -----------  ------  ------  ------------  --------------
t1    value_added  2024年  不低于1.6万亿元  15507.87亿元  16000亿元  -492.13亿元  96.92%  未完成  未达标，确定  按目标精度达标
t2    firms        2024年  不低于300家             300家      300家          0家    100%  已完成  达标，确定    初步数

截至2024-12-31（默认：最新一期数据的期末）。
共2项目标：已完成1项，未完成1项。
计划未用到的数据名称：unknown_name。
)");
}

TEST_CASE("due periods as Chinese readers write them") {
    auto made = Case().horizon("2021/2025").indicator("new", "家", IndicatorKind::flow);
    made.target("level >= 300 家", "2021/2025").target("level >= 30 家", "2024-H1");
    made.observe("new", "2024-H1", "level", "40", "家");
    const auto evaluation = made.judge();
    CHECK(holds(markdown(report_of(evaluation, Language::zh)), "| t1 | new | 2021—2025年 |"));
    CHECK(holds(markdown(report_of(evaluation, Language::zh)), "| t2 | new | 2024年上半年 |"));
    CHECK(holds(markdown(report_of(evaluation)), "| t1 | new | 2021/2025 |"));
}

TEST_CASE("markdown of an evaluation") {
    const auto evaluation = two_targets().judge();
    CHECK(markdown(report_of(evaluation)) == R"(## plan

| target | indicator | due | criterion | measured | required | gap | completion | status | verdict | flags |
| --- | --- | --- | --- | ---: | ---: | ---: | ---: | --- | --- | --- |
| t1 | value_added | 2024 | level >= 1.6 万亿元 | 15507.87 亿元 | 16000 亿元 | -492.13 亿元 | 96.92 % | missed | not met, firm | met at target precision |
| t2 | firms | 2024 | level >= 300 家 | 300 家 | 300 家 | 0 家 | 100 % | achieved | met, firm | provisional |

- As of 2024-12-31.
- 2 targets: 1 achieved, 1 missed.
- Names in the data that the plan does not use: unknown_name.
)");
}

TEST_CASE("the as-of note says when nobody gave the date, and which figures came too late") {
    auto made = two_targets();
    made.observe("firms", "2023", "cumulative", "200", "家", "final", "2025-02-01");
    const auto evaluation = made.judge();
    auto report = report_of(evaluation);
    CHECK(holds(table(report), "\nAs of 2024-12-31.\n"));
    report.as_of_is_default = true;
    CHECK(holds(table(report), "\nAs of 2024-12-31, the end of the latest observed period.\n"));
    CHECK(holds(table(report),
                "\n1 figure was published only after that day and not used; --as-of gives a later one.\n"));
    const auto later = made.as_of("2025-02-01").judge();
    CHECK(!holds(table(report_of(later)), "published only after"));
    const auto earlier = made.as_of("2023-12-31").judge();
    CHECK(holds(table(report_of(earlier)), " of periods that were not over that day and not used;"));
}

TEST_CASE("a report tells by which options it was judged") {
    auto made = two_targets();
    CHECK_FALSE(holds(json(report_of(made.judge())), "options"));
    made.options.at_target_precision = true;
    made.options.require_firm = true;
    made.options.versions = TargetVersions::original;
    const auto evaluation = made.judge();
    const auto text = table(report_of(evaluation));
    CHECK(holds(text, "15507.87 亿元  16000 亿元"));  // met, and why
    CHECK(holds(text,
                "\nA verdict that rests on rounding is undetermined.\nFigures are shown as published; before "
                "they are compared they are rounded to the target's own unit and digits.\nAdjusted targets "
                "are judged in their first version.\n"));
    CHECK(holds(markdown(report_of(evaluation, Language::zh)),
                "\n- 取决于舍入的结论记为未定。\n- 数值按公布值列示；比较前先按目标值的单位和位数四舍五入。\n"
                "- 调整过的目标按最初版本评定。\n"));
    CHECK(holds(
        flat(json(report_of(evaluation))),
        R"("as_of": "2024-12-31", "options": {"require_firm": true, "at_target_precision": true, "versions": "original"}, "assess)"));
    made.options = {};
    made.options.versions = TargetVersions::current;
    const auto latest = made.judge();
    CHECK(holds(table(report_of(latest)), "\nAdjusted targets are judged in their latest version.\n"));
    CHECK(holds(table(report_of(latest, Language::zh)), "调整过的目标按最新版本评定。"));
    CHECK(holds(json(report_of(latest)), R"("options": {"versions": "current"},)"));
}

TEST_CASE("CSV of an evaluation: every figure with its unit, nothing where there is none") {
    const auto evaluation = two_targets().judge();
    CHECK(
        csv(report_of(evaluation)) ==
        with_crlf(
            R"(plan,as_of,target,indicator,name,scope,due,criterion,outcome,reason,stage,status,certainty,flags,measured,measured_unit,required,required_unit,gap,gap_unit,completion,completion_unit,over_fulfilment,over_fulfilment_unit,progress,progress_unit,growth,growth_unit,pace,pace_unit,needed,needed_unit,projected,projected_unit,base,base_unit
plan,2024-12-31,t1,value_added,value_added,省,2024,level >= 1.6 万亿元,not_met,,final,missed,firm,met_at_target_precision,15507.87,亿元,16000,亿元,-492.13,亿元,96.9241875,%,-3.0758125,%,,,,,-3.0758125,pp,492.13,亿元,,,,
plan,2024-12-31,t2,firms,firms,省,2024,level >= 300 家,met,,final,achieved,firm,provisional,300,家,300,家,0,家,100,%,0,%,,,,,,,0,家,,,,
)"));
    CHECK(
        csv(report_of(evaluation, Language::zh)) ==
        with_crlf(
            R"(计划,截至,目标,指标编号,指标,范围,到期,标准,判定,原因,阶段,状态,确定性,标记,实际,实际单位,要求,要求单位,差距,差距单位,完成率,完成率单位,超额,超额单位,目标进度,目标进度单位,同比增长,同比增长单位,与时序进度之差,与时序进度之差单位,尚需,尚需单位,预计,预计单位,基期值,基期值单位
plan,2024-12-31,t1,value_added,value_added,省,2024,level >= 1.6 万亿元,未达标,,期末,未完成,确定,按目标精度达标,15507.87,亿元,16000,亿元,-492.13,亿元,96.9241875,%,-3.0758125,%,,,,,-3.0758125,pp,492.13,亿元,,,,
plan,2024-12-31,t2,firms,firms,省,2024,level >= 300 家,达标,,期末,已完成,确定,初步数,300,家,300,家,0,家,100,%,0,%,,,,,,,0,家,,,,
)"));
}

TEST_CASE("JSON of an evaluation") {
    auto made = two_targets();
    made.targets.erase(made.targets.begin() + 1);
    made.targets.front().statements = {
        {.id = "2-047", .quote = "达1.6万亿元", .commitment = Commitment::strive, .lead = {"u"}}};
    made.units = {{.id = "u", .name = "单位"}};
    const auto evaluation = made.judge();
    const auto text = json(report_of(evaluation));
    const auto explanation = text.find("\"explanation\": ");
    REQUIRE(explanation != std::string::npos);
    CHECK(text.substr(0, explanation) + "\"explanation\": " == R"({
  "plan": "plan",
  "as_of": "2024-12-31",
  "assessments": [
    {
      "target": "t1",
      "indicator": "value_added",
      "scope": "省",
      "due": "2024",
      "criterion": "level >= 1.6 万亿元",
      "base": {"reason": "missing_base"},
      "statements": [{"id": "2-047", "quote": "达1.6万亿元", "commitment": "strive", "lead": ["u"]}],
      "units": [{"id": "u", "name": "单位", "role": "lead"}],
      "outcome": "not_met",
      "reason": "none",
      "stage": "final",
      "status": "missed",
      "certainty": "firm",
      "flags": ["met_at_target_precision"],
      "figures": {
        "measured": {"value": "15507.87", "unit": "亿元", "exact": true},
        "required": {"value": "16000", "unit": "亿元", "exact": true},
        "gap": {"value": "-492.13", "unit": "亿元", "exact": true},
        "completion": {"value": "96.9241875", "unit": "%", "exact": true},
        "over_fulfilment": {"value": "-3.0758125", "unit": "%", "exact": true},
        "progress": {"reason": "missing_base"},
        "growth": {"reason": "missing_base"},
        "pace": {"value": "-3.0758125", "unit": "pp", "exact": true},
        "needed": {"value": "492.13", "unit": "亿元", "exact": true},
        "projected": {"reason": "not_applicable_figure"}
      },
      "evidence": [
        {
          "indicator": "value_added",
          "scope": "省",
          "period": "2024",
          "basis": "level",
          "value": "15507.87",
          "unit": "亿元",
          "status": "final"
        }
      ],
      "explanation": )");
    CHECK(holds(text, "15507.87 亿元 >= 16000 亿元 (1.6 万亿元): no\\n"));
    CHECK(
        text.ends_with("\n    }\n  ],\n  \"statements\": [],\n  \"diagnostics\": [],\n  \"unused_names\": "
                       "[\"unknown_name\"]\n}\n"));
    CHECK(holds(json(report_of(evaluation, Language::zh)), "未达标"));
}

TEST_CASE("statements that name several targets have a verdict of their own") {
    auto made = two_targets();
    for (auto& target : made.targets)
        target.statements = {{.id = "2-047"}, {.id = "own " + target.id}};
    const auto evaluation = made.judge();
    CHECK(holds(flat(json(report_of(evaluation))),
                R"("statements": [{"id": "2-047", "joining": "all", "outcome": "not_met", )"
                R"("targets": ["t1", "t2"]}], "diagnostics")"));
    CHECK(holds(table(report_of(evaluation)), "\nStatement 2-047: not met (all of t1, t2).\n"));
    CHECK(holds(markdown(report_of(evaluation, Language::zh)), "表述2-047：未达标（须全部达标：t1、t2）。"));
    for (auto& target : made.targets)
        target.statements.edit().front().joining = Joining::any;
    CHECK(holds(table(report_of(made.judge())), "\nStatement 2-047: met (any of t1, t2).\n"));
    CHECK_FALSE(holds(table(report_of(evaluation)), "own t1"));
}

TEST_CASE("a criterion in CSV is its text, with a number or without") {
    Case made;
    made.indicator("a", "亿元", IndicatorKind::flow);
    const std::vector<std::string> criteria = {"level >= 10 亿元",           "improves(since 2020)",
                                               "level >= 2.50 亿元",         "every year: level >= 10 亿元",
                                               "level ~ 5 亿元 ± 1 亿元",    "improves(since 2020)",
                                               "growth > growth(of a @ 市)", "level >= **** 亿元"};
    for (const auto& criterion : criteria)
        made.target(criterion, "2024");
    const auto evaluation = made.as_of("2024-12-31").judge();
    const auto rows = csv(report_of(evaluation));
    for (const auto& criterion : criteria)
        CHECK(holds(rows, ",2024," + criterion + ","));
}

TEST_CASE("rows that are written in parts are those of the whole") {
    Case made;
    made.indicator("a", "亿元", IndicatorKind::flow);
    for (int i = 0; i < 700; ++i)
        made.target("level >= " + std::to_string(i) + " 亿元", i % 3 == 0 ? "2023" : "2024");
    made.observe("a", "2024", "level", "350", "亿元");
    const auto evaluation = made.judge();
    const auto report = report_of(evaluation, Language::zh);
    std::string rows;
    std::string lines;
    write_csv_titles(rows, report);
    for (const auto& [first, last] : {std::pair(0U, 0U), {0U, 1U}, {1U, 600U}, {600U, 700U}, {700U, 700U}}) {
        write_csv_rows(rows, report, first, last);
        write_json_lines(lines, report, first, last, true);
    }
    CHECK((rows == csv(report)));
    std::string whole;
    write_json_lines(whole, report, true);
    CHECK((lines == whole));
    for (const auto& [first, last] : {std::pair(0U, 701U), {2U, 1U}, {701U, 701U}}) {
        CHECK_THROWS_AS(write_csv_rows(rows, report, first, last), std::invalid_argument);
        CHECK_THROWS_AS(write_json_lines(lines, report, first, last), std::invalid_argument);
    }
}

TEST_CASE("a report of nothing is refused") {
    std::string out;
    CHECK_THROWS_AS((void)sheet_of(EvaluationReport{}), std::invalid_argument);
    CHECK_THROWS_AS((void)data_sheet_of(EvaluationReport{}), std::invalid_argument);
    CHECK_THROWS_AS(write_csv(out, EvaluationReport{}), std::invalid_argument);
    CHECK_THROWS_AS(write_json(out, EvaluationReport{}), std::invalid_argument);
    CHECK_THROWS_AS(write_json_lines(out, EvaluationReport{}), std::invalid_argument);
}

TEST_CASE("JSON: twelve digits and the fraction, more digits where twelve would cross the line") {
    Case made;
    made.indicator("a", "亿元", IndicatorKind::flow);
    made.target("level >= 3 亿元", "2024");
    made.observe("a", "2024", "level", "2.99999999999999", "亿元");
    // 2.99999999999999 - 3 = -10^-14; 2.99999999999999 / 3 = 99.9999999999996666... %
    auto text = flat(json(report_of(made.judge())));
    CHECK(holds(text, R"("measured": {"value": "2.99999999999999", "unit": "亿元", "exact": true})"));
    CHECK(holds(text, R"("gap": {"value": "-0.00000000000001", "unit": "亿元", "exact": true})"));
    CHECK(holds(text,
                R"("completion": {"value": "99.9999999999997", "unit": "%", "exact": false, "fraction": ")"
                R"(299999999999999/3000000000000"})"));
    CHECK(!holds(table(report_of(made.judge())), " 100 %"));

    Case thirds;
    thirds.indicator("a", "家", IndicatorKind::flow);
    thirds.target("growth >= 30 %", "2024");
    thirds.observe("a", "2023", "level", "3", "家").observe("a", "2024", "level", "4", "家");
    text = flat(json(report_of(thirds.judge())));  // 4 / 3 - 1 = 33.333... %
    CHECK(holds(
        text, R"("measured": {"value": "33.3333333333", "unit": "%", "exact": false, "fraction": "100/3"})"));

    Case root;
    root.indicator("a", "家", IndicatorKind::flow);
    root.target("annual_growth(since 2022) >= 30 %", "2024");
    root.observe("a", "2022", "level", "1", "家").observe("a", "2024", "level", "2", "家");
    text = flat(json(report_of(root.judge())));  // the square root of 2, less 1: no fraction writes it
    CHECK(holds(text, R"("measured": {"value": "41.4213562373", "unit": "%", "exact": false})"));
}

TEST_CASE("JSON: an invalid target is undetermined, with nothing made up for it") {
    Case made;
    made.indicator("a", "家", IndicatorKind::flow);
    made.target("level >= 3 家", "2024");
    made.invalid = {
        {.id = "bad", .problem = "the criterion cannot be read", .statements = {{.quote = "三家"}}}};
    const auto evaluation = made.as_of("2024-12-31").judge();
    const auto text = json(report_of(evaluation));
    const auto begin = text.find(R"("target": "bad")");
    REQUIRE(begin != std::string::npos);
    const auto part = text.substr(begin);
    for (const auto member : {"indicator", "scope", "due", "criterion"})
        CHECK(holds(part, "\"" + std::string(member) + "\": null"));
    CHECK(holds(part, R"("outcome": "undetermined")"));
    CHECK(holds(part, R"("reason": "invalid_target")"));
    CHECK(holds(part, R"("quote": "三家")"));
    CHECK(holds(part, "the criterion cannot be read"));
    CHECK(holds(table(report_of(evaluation)), "undetermined: invalid target"));
    CHECK(holds(csv(report_of(evaluation)), ",bad,,,,,,undetermined,invalid_target,"));
}

TEST_CASE("the base that the plan states is there before anything was observed, in JSON and in CSV") {
    Case made;
    made.indicator("a", "家", IndicatorKind::stock);
    made.target("level >= 3 家", "2024").base("2020", "1.50", "家");
    CHECK(
        holds(json(report_of(made.as_of("2021-12-31").judge())),
              R"("base": {"period": "2020", "value": "1.50", "unit": "家", "exact": true, "stated": true})"));
    CHECK(holds(csv(report_of(made.judge())), ",1.50,家\r\n"));
}

TEST_CASE("what evaluators found, diagnostics and unused names are in the result") {
    const auto evaluation = two_targets().judge();
    auto report = report_of(evaluation);
    Finding finding(Outcome::met);
    finding.name = "own_rule";
    finding.verdict = "green";
    finding.explanation = {"because", "因为"};
    report.findings = {{}, {finding}};
    report.diagnostics = {{.severity = Diagnostic::Severity::error,
                           .file = "data.csv",
                           .line = 3,
                           .column = 7,
                           .what = "no number",
                           .mend = "write one"}};
    const auto text = flat(json(report));
    CHECK(holds(text, R"("evaluator": "own_rule")"));
    CHECK(holds(text, R"("verdict": "green")"));
    CHECK(holds(text, R"("explanation": "because")"));
    CHECK(holds(text, R"("findings": [])"));
    CHECK(holds(
        text,
        R"({"severity": "error", "file": "data.csv", "line": 3, "column": 7, "what": "no number", "mend": "write one"})"));
    CHECK(holds(text, R"("unused_names": ["unknown_name"])"));
    CHECK(holds(table(report), "\nt2: own_rule: green\n"));
    report.language = Language::zh;
    CHECK(holds(json(report), R"("explanation": "因为")"));
}

TEST_CASE("names that would be obeyed are shown") {
    Case made;
    made.indicator("a", "家", IndicatorKind::flow);
    made.indicators.front().name = "=cmd|\x1b[31m'a'!\n<b>";
    made.target("level >= 3 家", "2024");
    const auto evaluation = made.as_of("2024-12-31").judge();
    const auto report = report_of(evaluation);
    CHECK(holds(table(report), "=cmd|\\x1b[31m'a'!\\n<b>"));
    CHECK(holds(markdown(report), "=cmd\\|\\\\x1b\\[31m'a'!\\\\n&lt;b>"));
    CHECK(holds(csv(report), ",'=cmd|\\x1b[31m'a'!\\n<b>,"));
}

TEST_CASE("diagnostics that quote what is not UTF-8 leave the JSON in UTF-8") {
    Case made;
    made.indicator("a", "家", IndicatorKind::flow);
    made.target("level >= 3 家", "2024");
    const auto evaluation = made.as_of("2024-12-31").judge();
    auto report = report_of(evaluation);
    report.diagnostics = {{.severity = Diagnostic::Severity::error,
                           .file = "f\xFF.csv",
                           .line = 2,
                           .what = "the cell \"亿\xE4元\" is not UTF-8",
                           .expected = "UTF-8"}};
    const auto text = json(report);
    CHECK(holds(text, R"("file": "f\\xff.csv")"));
    CHECK(holds(text, R"("what": "the cell \"亿\\xe4元\" is not UTF-8")"));
}

TEST_CASE("several readings, several members, another scope") {
    Case made;
    made.indicator("a", "%", IndicatorKind::ratio);
    made.group("g", {"甲", "乙"}, 5);
    made.target("at least 1/2 of g: level >= 1 %", "2024");
    made.target("change(since 2023) >= 5 pp", "2024").reading("multiple(since 2023) >= 1.05");
    made.targets.back().scope = "甲";
    made.observe_in("甲", "a", "2024", "share", "2", "%");
    const auto evaluation = made.judge();
    const auto text = table(report_of(evaluation));
    CHECK(holds(text, "(1/5)"));
    CHECK(holds(text, "a @ 甲"));
    CHECK(holds(text, "change(since 2023) >= 5 pp or multiple(since 2023) >= 1.05"));
    const auto chinese = report_of(evaluation, Language::zh);
    CHECK(holds(table(chinese), "较2023年提高不低于5个百分点 或 不低于2023年的1.05倍"));
    CHECK(holds(markdown(chinese), "g至少1/2的成员不低于1%"));
    // Programs read the grammar's text in every language.
    for (const auto& report : {report_of(evaluation), chinese}) {
        CHECK(holds(json(report),
                    R"("readings": ["change(since 2023) >= 5 pp", "multiple(since 2023) >= 1.05"])"));
        CHECK(holds(csv(report), ",at least 1/2 of g: level >= 1 %,"));
    }
}

TEST_CASE("the same evaluation gives the same bytes") {
    const auto evaluation = two_targets().judge();
    const auto again = two_targets().judge();
    CHECK(json(report_of(evaluation)) == json(report_of(again)));
    CHECK(csv(report_of(evaluation)) == csv(report_of(again)));
    CHECK(table(report_of(evaluation)) == table(report_of(again)));
}
