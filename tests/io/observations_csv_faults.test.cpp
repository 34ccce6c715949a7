// SPDX-License-Identifier: BSL-1.0
// Faulty observation files: each fault has a place and a way to mend it, and every other row is kept.
#include <goalpost/io/observations_csv.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "io/reading.hpp"
#include "support/random.hpp"

using namespace goalpost;
using namespace goalpost::test;
using namespace std::string_literals;

namespace {

/// What is said about one row, which is left out, while its neighbours are read. The row is line 3.
std::string fault(const std::string& row, const std::string& header = required_header,
                  const std::string& sound = "a,b,2024,level,1,家") {
    const auto reading = observations(header + sound + "\n" + row + "\n" + sound + "\n");
    CHECK(reading.observations.size() == 2);
    return lines(reading.diagnostics);
}

/// What is said about a file of which nothing can be read.
std::string file_fault(std::string_view text) {
    const auto reading = observations(text);
    CHECK(reading.observations.size() == 0);
    CHECK(reading.diagnostics.size() == 1);
    return lines(reading.diagnostics);
}

}  // namespace

TEST_CASE("values that are no number") {
    const auto value = [](const std::string& text) { return fault("a,b,2024,level," + text + ",家"); };
    CHECK(value("\"1,450\"") ==
          "file:3:18: error: the value \"1,450\" cannot be read: found ','; expected digits or a decimal "
          "point; write the number without thousands separators\n");
    CHECK(value("1e400") ==
          "file:3:17: error: the value \"1e400\" cannot be read: found 'e'; expected a digit; write the "
          "number out, without an exponent\n");
    CHECK(contains(value("inf"), "file:3:16: error: the value \"inf\" cannot be read"));
    for (const std::string none : {"-", "—", "……", "#N/A", "#DIV/0!", "n/a", "NaN", "无"})
        CHECK(value(none) == "file:3:16: error: the value is \"" + none +
                                 "\"; expected a number; leave the row out where there is no figure\n");
    CHECK(contains(value("-3-"), "file:3:18: error: the value \"-3-\" cannot be read: found '-'"));
    for (const std::string sign : {"%", "％", "‰", " %"})
        CHECK(contains(value("3.5" + sign),
                       "file:3:19: error: the value \"3.5" + sign + "\" cannot be read: found "));
    for (const std::string sign : {"%", "％", "‰", " %"})
        CHECK(contains(value("3.5" + sign), "; leave the sign out: the column unit says it\n"));
    CHECK(contains(value("３.5％"), "write half-width digits"));
    CHECK(contains(value("1 450"), "write the number without blanks"));
    CHECK(contains(value("１２"), "write half-width digits"));
    CHECK(contains(value("1.2.3"), "file:3:19: error:"));
    CHECK(contains(
        value("1234567890123456789"),
        "file:3:34: error: the value \"1234567890123456789\" cannot be read: found more than 18 digits"));
    CHECK(contains(value(std::string(60, '7')), "file:3:34: error: the value"));
    CHECK(value("") ==
          "file:3:16: error: the value is empty; expected a number; leave the row out where there is no "
          "figure\n");
    CHECK(value("****") ==
          "file:3:16: error: the value is masked (****); expected a published number; leave the row out: a "
          "masked figure is no observation\n");
}

TEST_CASE("periods and dates that do not exist") {
    CHECK(contains(fault("a,b,0000-00-00,level,1,家"),
                   "file:3:5: error: the period \"0000-00-00\" cannot be read"));
    CHECK(contains(fault("a,b,2024-02-30,level,1,家"),
                   "file:3:13: error: the period \"2024-02-30\" cannot be read: found '30'; expected a day "
                   "that the month has, 01 to 29"));
    CHECK(contains(fault("a,b,2024-13,level,1,家"), "expected a month from 01 to 12"));
    CHECK(contains(fault("a,b,2024年,level,1,家"), "found '年'"));
    CHECK(contains(fault("a,b,,level,1,家"), "file:3:5: error: the period is empty"));
    const std::string header = "indicator,scope,period,basis,value,unit,published\n";
    CHECK(contains(fault("a,b,2024,level,1,家,2024-02-30", header, "a,b,2024,level,1,家,2024-03-01"),
                   "file:3:28: error: the date of publication \"2024-02-30\" cannot be read"));
}

TEST_CASE("empty names and unknown words") {
    CHECK(contains(fault(",b,2024,level,1,家"), "file:3:1: error: the indicator is empty"));
    CHECK(contains(fault("a, ,2024,level,1,家"), "the scope is empty"));
    CHECK(contains(fault("a,b,2024,,1,家"),
                   "file:3:10: error: the basis is empty; expected level, cumulative, growth_yoy, share, "
                   "change_pp, completion or rank"));
    CHECK(contains(fault("a,b,2024,levle,1,家"),
                   "file:3:10: error: the basis \"levle\" is not known; expected level, cumulative, "
                   "growth_yoy, share, change_pp, completion or rank; did you mean level?"));
    CHECK(contains(fault("a,b,2024,level,1,斤"),
                   "file:3:18: error: the unit \"斤\" is not known; expected a unit of measure; write one "
                   "such as 亿元, 万家, % or 个百分点, or add it to the plan"));
    CHECK(contains(fault("a,b,2024,level,1,家,ja", "indicator,scope,period,basis,value,unit,series_break\n",
                         "a,b,2024,level,1,家,"),
                   "the series break \"ja\" is not known; expected no or yes"));
    const std::string header = "indicator,scope,period,basis,value,unit,status,qualifier\n";
    CHECK(contains(
        fault("a,b,2024,level,1,家,finall,", header, "a,b,2024,level,1,家,,"),
        "the status \"finall\" is not known; expected estimated, preliminary or final; did you mean final?"));
    CHECK(
        contains(fault("a,b,2024,level,1,家,,<", header, "a,b,2024,level,1,家,,"),
                 "the qualifier \"<\" is not known; expected nothing, >, >= or ~; none says an upper bound: "
                 "leave the row out, or the qualifier empty where the figure itself can count\n"));
    for (const std::string bound : {"<=", "≤", "＜"})
        CHECK(contains(fault("a,b,2024,level,1,家,," + bound, header, "a,b,2024,level,1,家,,"),
                       "; none says an upper bound: "));
    CHECK(contains(fault("a,b,2024,level,1,家,,=>", header, "a,b,2024,level,1,家,,"),
                   "expected nothing, >, >= or ~; did you mean"));
}

TEST_CASE("a figure whose unit does not fit what it says") {
    CHECK(fault("a,b,2024,growth_yoy,3,家") ==
          "file:3:23: error: a figure on the basis growth_yoy cannot be in \"家\"; expected % or ‰; write "
          "the unit %, or for an amount the basis level or cumulative\n");
    CHECK(contains(fault("a,b,2024,growth_yoy,3,"), "cannot be in no unit; expected % or ‰"));
    CHECK(contains(fault("a,b,2024,growth_yoy,3,个百分点"),
                   "a difference in percentage points has the basis change_pp"));
    CHECK(contains(fault("a,b,2024,share,3,亿元"), "a figure on the basis share cannot be in \"亿元\""));
    CHECK(
        contains(fault("a,b,2024,completion,3,家"), "a figure on the basis completion cannot be in \"家\""));
    CHECK(fault("a,b,2024,change_pp,3,%") ==
          "file:3:22: error: a figure on the basis change_pp cannot be in \"%\"; expected 个百分点 or pp; "
          "write 个百分点 where the source says points; growth in percent has the basis growth_yoy\n");
    CHECK(contains(fault("a,b,2024,change_pp,3,家"), "expected 个百分点 or pp"));
    CHECK(contains(fault("a,b,2024,rank,3,家"),
                   "file:3:17: error: a figure on the basis rank cannot be in \"家\"; expected 位, 名 or 第; "
                   "write the unit 位"));
    for (const std::string rank : {"0", "-1", "2.5"})
        CHECK(contains(fault("a,b,2024,rank," + rank + ",位"),
                       "the rank \"" + rank + "\" is no place in an order; expected a whole number from 1"));
}

TEST_CASE("every fault of a row is said") {
    const auto said = fault("a,b,x,y,z,斤");
    CHECK(contains(said, "file:3:5:"));
    CHECK(contains(said, "file:3:7:"));
    CHECK(contains(said, "file:3:9:"));
    CHECK(contains(said, "file:3:11:"));
}

TEST_CASE("rows of another width") {
    CHECK(fault("a,b,2024,level,1") ==
          "file:3:1: error: the row has 5 cells; expected 6 as in the header; write a comma for each cell "
          "that is empty\n");
    CHECK(fault("a") ==
          "file:3:1: error: the row has 1 cell; expected 6 as in the header; write a comma for each cell "
          "that is empty\n");
    CHECK(fault("a,b,2024,level,1,450,家") ==
          "file:3:1: error: the row has 7 cells; expected 6 as in the header; put double quotes around a "
          "cell that holds a comma\n");
    CHECK(fault("a,b,2024,level,1,家,,") ==
          "file:3:1: error: the row has 8 cells; expected 6 as in the header; remove the empty cells at its "
          "end\n");
}

TEST_CASE("quotes that do not match cost their line and no other") {
    CHECK(contains(fault("a \"q\" b,b,2024,level,1,家"),
                   "file:3:3: error: a double quote stands inside a cell that does not begin with one"));
    CHECK(contains(fault("\"a\" q,b,2024,level,1,家"),
                   "file:3:1: error: the quote that opens here is closed before the cell ends"));
    CHECK(contains(
        fault("a,\"open,2024,level,1,家"),
        "file:3:3: error: the quote that opens here is never closed; reading goes on in the next line"));
    // The next quote in the file does not close it: what stands between would be lost.
    const auto reading = observations(
        required_header + "\"open,b,2024,level,1,家\na,b,2024,level,1,家\n\"x\",b,2024,level,1,家\n");
    CHECK(lines(reading.diagnostics) ==
          "file:2:1: error: the quote that opens here is closed before the cell ends; expected a comma or "
          "the end of the row behind the closing quote; "
          "double the quotes inside the cell, or close this one\n");
    CHECK(reading.observations.size() == 2);
    // A cell of several lines before it stays counted.
    const auto later =
        observations(required_header + "\"two\nlines\",\"open,2024,level,1,家\na,b,2024,level,x,家\n");
    CHECK(contains(lines(later.diagnostics), "file:3:8: error: the quote that opens here is never closed"));
    CHECK(contains(lines(later.diagnostics), "file:4:16: error: the value \"x\""));
}

TEST_CASE("places are right behind cells of several lines and Chinese letters") {
    const auto reading =
        observations(required_header + "\"甲\n乙\",省,2024,level,x,家\n丙,省,2024,level,y,家\n");
    CHECK(contains(lines(reading.diagnostics), "file:3:17: error: the value \"x\""));
    CHECK(contains(lines(reading.diagnostics), "file:4:16: error: the value \"y\""));
}

TEST_CASE("NUL bytes and bytes that are not UTF-8 cost their row") {
    CHECK(contains(fault("a\0b,b,2024,level,1,家"s),
                   "file:3:2: error: the row holds a NUL byte; expected text; remove it"));
    CHECK(contains(fault("\"a\0b\",b,2024,level,1,家"s), "file:3:3: error: the row holds a NUL byte"));
    CHECK(contains(
        fault("a\xFF\xFE,b,2024,level,1,家"),
        "file:3:2: error: the cell \"a\\xff\\xfe\" is not UTF-8; expected UTF-8; save the file as UTF-8"));
    CHECK(contains(fault("\xB8\xDF\xD0\xC2\xBC\xBC\xCA\xF5,b,2024,level,1,家"),
                   "the cell looks like GB18030 (GBK): convert the file with iconv -f GB18030 -t UTF-8"));
    // One character of that encoding is more likely a slip.
    CHECK(contains(fault("\xB8\xDF,b,2024,level,1,家"),
                   "is not UTF-8; expected UTF-8; save the file as UTF-8"));
    const std::string header = "indicator,scope,period,basis,value,unit,quote\n";
    CHECK(contains(fault("a,b,2024,level,1,家,\xE6\xB9", header, "a,b,2024,level,1,家,q"),
                   "file:3:20: error: the cell"));
}

TEST_CASE("a header that lacks columns") {
    CHECK(file_fault("indicator,scope,period\na,b,2024\n") ==
          "file:1:1: error: the header lacks basis, value, unit; expected "
          "indicator,scope,period,basis,value,unit; write indicator,scope,period,basis,value,unit as the "
          "first row\n");
    CHECK(contains(file_fault("指标,scope,period,basis,value,unit\n"),
                   "the header lacks indicator; it has \"指标\""));
    CHECK(contains(file_fault("indicator;scope;period;basis;value;unit\na;b;2024;level;1;家\n"),
                   "separate the columns by commas, not semicolons"));
    CHECK(contains(file_fault("indicator\tscope\tperiod\tbasis\tvalue\tunit\n"),
                   "separate the columns by commas, not tabs"));
    CHECK(contains(file_fault("indicator,scope,period,basis,value,unit\ra,b,2024,level,1,家\r"),
                   "end the lines with LF or CRLF, not with CR alone"));
    CHECK(contains(file_fault("indicator,scope,period,basis,value,unit,value\n"),
                   "file:1:41: error: the column \"value\" stands twice"));
    CHECK(contains(file_fault("indicator,\"sc\"ope,period,basis,value,unit\na,b,2024,level,1,家\n"),
                   "file:1:11: error: the quote that opens here is closed before the cell ends"));
    std::string wide;
    for (int i = 0; i < 100'000; ++i)
        wide += "x" + std::to_string(i) + ",";
    CHECK(contains(file_fault(wide + "\n"),
                   "it has \"x0\", \"x1\", \"x2\", \"x3\", \"x4\", \"x5\", \"x6\", \"x7\" and 99993 more"));
}

TEST_CASE("files that cannot be read, and files of another kind") {
    const auto said = [](const std::filesystem::path& path) {
        return lines(observations_of(path).diagnostics);
    };
    CHECK(
        said("/nowhere/data.csv") ==
        "/nowhere/data.csv: error: there is no such file; expected a file; check the name and the folder\n");
    CHECK(said("/tmp") == "/tmp: error: this is a directory; expected a file; name one of the files in it\n");
    if (std::filesystem::exists("/proc/self/mem"))
        CHECK(contains(said("/proc/self/mem"), "/proc/self/mem: error: reading the file failed"));
    const TemporaryFile empty("empty.csv", "");
    CHECK(contains(said(empty.path()), ":1:1: error: the file is empty"));
    CHECK(contains(file_fault("\n \r\n\t\n"), "file:1:1: error: the file holds only blanks"));
    CHECK(contains(file_fault("\xFF\xFEi\0n\0"s), "the file is in UTF-16"));
    for (const auto& text : {"\xFF\xFE\0\0i\0\0\0"s, "\0\0\xFE\xFF\0\0\0i"s})
        CHECK(contains(file_fault(text),
                       "the file is in UTF-32; expected UTF-8; convert it: iconv -f UTF-32 "));
    for (const auto& text : {"PK\x03\x04\x14\0\x06\0"s, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s})
        CHECK(file_fault(text) ==
              "file:1:1: error: this is not a text file; it looks like a spreadsheet; expected UTF-8 text; "
              "save the sheet as CSV UTF-8, and name that file\n");
    CHECK(contains(file_fault("i\0n\0d\0i\0c\0"s), "file:1:1: error: this is not a text file"));
    CHECK(contains(
        file_fault(required_header +
                   "\xB8\xDF\xD0\xC2\xBC\xBC\xCA\xF5,\xBA\xFE\xD6\xDD\xCA\xD0,2024,level,1,\xBC\xD2\n"),
        "file:2:1: error: the file is not in UTF-8; it looks like GB18030 (GBK); expected UTF-8; convert it: "
        "iconv -f GB18030 -t UTF-8 file > file.utf8"));
    Random random(3);
    for (int round = 0; round < 200; ++round) {
        std::string noise;
        for (int i = 0; i < 2000; ++i)
            noise.push_back(static_cast<char>(random.between(0, 255)));
        CHECK(contains(file_fault(noise), "this is not a text file"));
    }
}

TEST_CASE("a line of 50 MB is read like any other") {
    const std::size_t size = 50'000'000;
    const auto name = observations(required_header + std::string(size, 'x') + ",b,2024,level,1,家\n");
    CHECK(lines(name.diagnostics) == "");
    CHECK(name.observations.size() == 1);
    const TemporaryFile cell("long-cell.csv", required_header + "a,b,2024,level," + std::string(size, '1') +
                                                  ",家\nc,d,2024,level,1,家\n");
    const auto value = observations_of(cell.path());
    CHECK(contains(lines(value.diagnostics),
                   ":2:34: error: the value "
                   "\"111111111111111111111111111111111111111111111111111111111111…\" cannot be read"));
    CHECK(value.observations.size() == 1);
    const TemporaryFile quote("long-quote.csv", required_header + "\"" + std::string(size, 'x'));
    CHECK(contains(lines(observations_of(quote.path()).diagnostics),
                   ":2:1: error: the quote that opens here is never closed"));
}

TEST_CASE("of each kind of fault a hundred are listed and the rest is counted") {
    std::string rows;
    for (int i = 0; i < 1000; ++i)
        rows += "a,b,2024,level,x,家\nshort\n";
    const auto reading = observations(required_header + rows + "a,b,2024,level,1,家\n");
    CHECK(reading.observations.size() == 1);
    REQUIRE(reading.diagnostics.size() == 202);
    CHECK(reading.diagnostics[199].line == 201);
    CHECK(reading.diagnostics[200].text() ==
          "file: error: 900 more of this kind are not listed: a value that is not a number (1000 in all)");
    CHECK(reading.diagnostics[201].text() ==
          "file: error: 900 more of this kind are not listed: a row of another width (1000 in all)");
}

TEST_CASE("no text makes the readers fall over") {
    Random random(11);
    const std::string alphabet = ",,,\"\"\n\n\r a1.-%*\xE5\xAE\xB6\xFF{}[]:\\u0";
    for (int round = 0; round < 20'000; ++round) {
        std::string text = random.chance(2) ? required_header : "";
        const auto length = random.between(0, 60);
        for (std::int64_t i = 0; i < length; ++i)
            text.push_back(random.pick(alphabet));
        const auto reading = observations(text);
        for (const auto& diagnostic : reading.diagnostics)
            CHECK(diagnostic.text().size() > 10);
        (void)read_plan_json(text, "file");
    }
}
