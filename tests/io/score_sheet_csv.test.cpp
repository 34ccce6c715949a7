// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/score_sheet_csv.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "support/case.hpp"

using namespace goalpost;

namespace {

Plan plan() {
    test::Case one;
    one.indicator("高企", "家", IndicatorKind::flow).indicator("投资", "亿元", IndicatorKind::flow);
    one.target("level >= 300 家", "2024");
    return one.plan();
}

ScoreSheetReading read(std::string_view text) { return read_score_sheet_csv(text, "sheet.csv", plan()); }

/// What the only diagnostic says.
std::string fault(std::string_view text) {
    const auto found = read(text);
    REQUIRE(found.diagnostics.size() == 1);
    return found.diagnostics[0].text();
}

}  // namespace

TEST_CASE("a score sheet, its columns in any order") {
    const auto found = read(
        "\xEF\xBB\xBFmarks,item,binding,rule\r\n"
        "60,高企,yes,\"proportional, floor 60 %\"\r\n"
        "\r\n"
        "39.5,t1,no,\r\n");
    CHECK(found.diagnostics.empty());
    REQUIRE(found.sheet);
    REQUIRE(found.sheet->items.size() == 2);
    const auto& first = found.sheet->items[0];
    CHECK(first.id == "高企");
    CHECK(first.marks == Ratio(60));
    CHECK(first.binding);
    Performance at;
    at.outcome = Outcome::not_met;
    at.reason = Reason::none;
    at.completion = Ratio::of(59, 100);
    at.full = first.marks;
    CHECK(*first.rule(at) == Ratio(0));
    CHECK(found.sheet->items[1].marks == Ratio::of(79, 2));
    CHECK_FALSE(found.sheet->items[1].binding);
    CHECK_FALSE(found.sheet->problem());
    CHECK(read("item,marks,rule\n高企,1,usual").sheet->items.size() == 1);
}

TEST_CASE("a row that cannot be read is reported with its line, and the rest is kept") {
    const auto found = read("item,marks,rule,binding\n高企,60,usual,no\n专利,10,usual,no\n投资,x,usual,no\n");
    REQUIRE(found.sheet);
    CHECK(found.sheet->items.size() == 1);
    REQUIRE(found.diagnostics.size() == 2);
    CHECK(found.diagnostics[0].line == 3);
    CHECK(found.diagnostics[0].text().find("专利") != std::string::npos);
    CHECK(found.diagnostics[1].line == 4);
    const std::string header = "item,marks,rule,binding\n";
    CHECK(fault(header + "高企,0,usual,no").find("above 0") != std::string::npos);
    CHECK(fault(header + "高企,5,fair,no").find("all or nothing") != std::string::npos);
    CHECK(fault(header + "高企,5,usual,maybe").find("yes or no") != std::string::npos);
    CHECK(fault(header + "高企,5,usual").find("3 cells") != std::string::npos);
    CHECK(fault(header + "高企,5,usual,no\n高企,6,usual,no").find("sheet.csv:3") != std::string::npos);
    CHECK(fault(header + "高企,5,\"usual\" x,no").find("quotes") != std::string::npos);
}

TEST_CASE("a file that is no score sheet") {
    CHECK_FALSE(read("item,marks,rule\n").sheet);
    CHECK(fault("item,marks\n高企,5").find("no column rule") != std::string::npos);
    CHECK(fault("item,marks,rule,colour\n高企,5,usual,red").find("colour") != std::string::npos);
    CHECK(fault("item,marks,rule,item\n高企,5,usual,x").find("twice") != std::string::npos);
    CHECK_FALSE(read("").sheet);
    CHECK(read("").diagnostics.size() == 1);
    const auto absent = read_score_sheet_csv(std::filesystem::path("no such sheet.csv"), plan());
    CHECK_FALSE(absent.sheet);
    CHECK(absent.diagnostics.size() == 1);
}
