// SPDX-License-Identifier: BSL-1.0
#include "goalpost/report/method_report.hpp"

#include <doctest/doctest.h>

#include <string>

#include "goalpost/methods/builtin_methods.hpp"
#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

Case one_target() {
    Case made;
    made.horizon("2016/2030").indicator("i", "%", IndicatorKind::ratio).target("level >= 30 %", "2030");
    made.observe("i", "2015", "share", "0", "%").observe("i", "2019", "share", "17.8", "%");
    made.invalid.push_back({.id = "broken", .problem = "no number", .statements = {}});
    return made;
}
EvaluationReport report_of(const Evaluation& evaluation, const std::vector<std::string>& names) {
    EvaluationReport report{&evaluation};
    const auto set = builtin_methods();
    for (const auto& assessment : evaluation.assessments())
        report.methods.push_back(findings(evaluation, assessment, set, names));
    return report;
}
bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("methods in JSON: every field, and none for a target that could not be read") {
    const auto evaluation = one_target().judge();
    auto report = report_of(evaluation, {"statcan", "okr"});
    std::string text;
    write_json(text, report);
    CHECK(holds(text, "\"substituted\": [\"base 0 -> 0.001\"]"));
    CHECK(holds(text, "\"reason\": \"missing_base\""));
    CHECK(holds(text, "\"methods\": []"));
    // A callable that only says yes has its outcome for a verdict.
    report.methods = {{Finding(true)}, {}};
    report.methods[0][0].name = "loud";
    text.clear();
    write_json(text, report);
    CHECK(holds(text, "\"verdict\": \"met\""));
    CHECK(holds(text, "\"status\": \"undetermined\""));
}

TEST_CASE("methods in CSV and tables: rows as long as the columns, also without a target") {
    const auto evaluation = one_target().judge();
    const auto report = report_of(evaluation, {"statcan", "eurostat"});
    const auto data = data_sheet_of(report);
    for (const auto& row : data.rows)
        CHECK(row.size() == data.columns.size());
    CHECK(data.columns.back().key == "eurostat_verified");
    CHECK(data.rows[0].back().text == "false");
    CHECK(data.rows[1].back().text.empty());
    std::string table;
    write_table(table, report);
    CHECK(holds(table, "t1: statcan: substantial_progress, on track, "));
    CHECK(holds(table, "put in place: base 0 -> 0.001"));
    CHECK(holds(table, "t1: eurostat (unverified): not_assessed, undetermined, the base is zero"));
}

TEST_CASE("side by side") {
    const auto evaluation = one_target().judge();
    auto report = report_of(evaluation, {"statcan", "eurostat"});
    const auto sheet = compared(report);
    REQUIRE(sheet.rows.size() == 1);
    CHECK(sheet.columns[4].title == "statcan");
    CHECK(sheet.columns[5].title == "eurostat (unverified)");
    CHECK(sheet.rows[0][4].text == "substantial_progress");
    CHECK(sheet.rows[0][5].text == "-");
    REQUIRE(sheet.notes.size() == 3);  // the date, and what each says
    CHECK(sheet.notes[0].starts_with("As of "));
    report.language = Language::zh;
    CHECK(compared(report).columns[5].title == "eurostat（未经核实）");
    CHECK(sheet.rows[0][2].text == "level >= 30 %");
    CHECK(compared(report).rows[0][2].text == "不低于30%");
    CHECK(compared(report).rows[0][1].text == "2030年");
    CHECK(compared(report).rows[0][1].for_programs() == "2030");
    report.methods.clear();
    CHECK(compared(report).columns.size() == 4);
}

TEST_CASE("the list of methods") {
    const auto sheet = sheet_of(method_infos(), Language::en);
    CHECK(sheet.rows.size() == method_infos().size());
    for (const auto& row : sheet.rows)
        CHECK(row.size() == sheet.columns.size());
}
