// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/score_sheet_csv.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "io/reading.hpp"
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

TEST_CASE("what a score sheet can leave out: columns, cells, and rows as spreadsheets write them") {
    const auto found = read("item,marks\n高企,60\n,,,\n\n t1 ,40\n");
    CHECK(found.diagnostics.empty());
    REQUIRE(found.sheet);
    REQUIRE(found.sheet->items.size() == 2);
    Performance at;
    at.outcome = Outcome::met;
    at.reason = Reason::none;
    at.completion = Ratio(1);
    at.full = Ratio(60);
    CHECK(*found.sheet->items[0].rule(at) == Ratio(60));
    const auto noted = read("item,marks,note\n高企,60,备注\n");
    CHECK(noted.sheet->items.size() == 1);
    CHECK(test::lines(noted.diagnostics) ==
          "sheet.csv:1:12: warning: columns that are not read: \"note\"; expected item, marks, rule or "
          "binding\n");
}

TEST_CASE("a row that cannot be read is reported with its place, and the rest is kept") {
    const auto found = read(
        "\xEF\xBB\xBFitem,marks,rule,binding\n高企,60,usual,no\n专利,x,\"usual\",no\n投资,10,\"proportional, "
        "flor 60 %\",no\nt1,1,,\n");
    REQUIRE(found.sheet);
    CHECK(found.sheet->items.size() == 2);
    CHECK(test::contains(
        test::lines(found.diagnostics),
        "sheet.csv:3:1: error: \"专利\" is no target and no indicator of the plan; expected the id of "
        "a target or an indicator of the plan; correct the id, or leave the row out\n"
        "sheet.csv:3:4: error: the marks \"x\" cannot be read: found 'x'; expected a digit; write "
        "plain digits, such as 1450.5\n"
        "sheet.csv:4:22: error: the rule \"proportional, flor 60 %\" cannot be read: found "));
    const std::string header = "item,marks,rule,binding\n";
    const auto row = [&](const std::string& text) { return fault(header + "t1,1,,\n" + text + "\n"); };
    CHECK(
        row("高企,0,,") ==
        "sheet.csv:3:4: error: the marks are \"0\"; expected a number above 0; leave out the row of an item "
        "that does not count");
    CHECK(row("高企,,,") ==
          "sheet.csv:3:4: error: the marks are empty; expected a number above 0; fill them in");
    CHECK(row(",5,,") ==
          "sheet.csv:3:1: error: the item is empty; expected the id of a target or an indicator of the plan; "
          "fill it in");
    CHECK(row("t11,5,,").ends_with("; did you mean \"t1\"?"));
    CHECK(row("高介,5,,").ends_with("; did you mean \"高企\"?"));
    CHECK(
        row("t1,5,,") ==
        "sheet.csv:3:1: error: the item \"t1\" stands twice; expected a row for each item; remove one of the "
        "two");
    CHECK(row("高企,5,fair,").find("all or nothing") != std::string::npos);
    CHECK(row("高企,5,,maybe") ==
          "sheet.csv:3:7: error: the binding \"maybe\" is not known; expected yes, no or nothing; write yes "
          "for "
          "an item that is binding");
    CHECK(
        row("高企,5,usual") ==
        "sheet.csv:3:1: error: the row has 3 cells; expected 4 as in the header; write a comma for each cell "
        "that is empty");
    CHECK(row("高企,5,,,,").ends_with("; remove the empty cells at its end"));
    CHECK(
        row("高企,5,\"usual\" x,").starts_with("sheet.csv:3:6: error: the quote that opens here is closed"));
    CHECK(row("高企\xFF,5,,").starts_with("sheet.csv:3:3: error: the row is not UTF-8"));
}

TEST_CASE("a file that is no score sheet") {
    CHECK_FALSE(read("item,marks,rule\n").sheet);
    CHECK(
        fault("item,marks,rule\n,,\n") ==
        "sheet.csv: error: the sheet has no items; expected a row for each item; write the id and the marks "
        "of an item below the header");
    CHECK(fault("item,rule\n高企,usual") ==
          "sheet.csv:1:1: error: the header lacks marks; expected item,marks; write item,marks as the first "
          "row");
    CHECK(
        fault("item;marks;rule\n高企;5;usual").ends_with("; separate the columns by commas, not semicolons"));
    CHECK(fault("item,marks,rule,item\n高企,5,usual,x") ==
          "sheet.csv:1:17: error: the column \"item\" stands twice; remove one of the two");
    CHECK(
        fault("\n,,,\n") ==
        "sheet.csv: error: the file has no header; expected a first row with the names of the columns; write "
        "item,marks as the first row");
    CHECK_FALSE(read("").sheet);
    CHECK(read("").diagnostics.size() == 1);
    const auto absent = read_score_sheet_csv(std::filesystem::path("no such sheet.csv"), plan());
    CHECK_FALSE(absent.sheet);
    CHECK(absent.diagnostics.size() == 1);
}
