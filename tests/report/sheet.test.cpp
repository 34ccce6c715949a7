// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

#include "goalpost/report/writers.hpp"

using namespace goalpost;

namespace {

Sheet small_sheet() {
    Sheet sheet;
    sheet.title = "Plan";
    sheet.columns = {{"unit", "单位", Alignment::left}, {"value", "value", Alignment::right}};
    sheet.rows = {{"德清县", "9.5"}, {"A", Cell("100", Tone::bad)}};
    sheet.notes = {"Two units."};
    return sheet;
}

/// One row of one cell.
Sheet sheet_with(std::string text) {
    Sheet sheet;
    sheet.columns = {{"a", "a"}};
    sheet.rows = {{std::move(text)}};
    return sheet;
}

std::string table(const Sheet& sheet, const TableStyle& style = {}) {
    std::string out;
    write_table(out, sheet, style);
    return out;
}
std::string markdown(const Sheet& sheet) {
    std::string out;
    write_markdown(out, sheet);
    return out;
}
std::string csv(const Sheet& sheet) {
    std::string out;
    write_csv(out, sheet);
    return out;
}
std::string json(const Sheet& sheet) {
    std::string out;
    write_json(out, sheet);
    return out;
}

/// How a cell comes out of each writer.
std::string table_cell(std::string text) {
    const auto out = table(sheet_with(std::move(text)));
    const auto begin = out.find('\n', out.find('\n') + 1) + 1;
    return out.substr(begin, out.size() - begin - 1);
}
std::string markdown_cell(std::string text) {
    const auto out = markdown(sheet_with(std::move(text)));
    const auto begin = out.find('\n', out.find('\n') + 1) + 3;
    return out.substr(begin, out.size() - begin - 3);
}
std::string csv_cell(std::string text) {
    const auto out = csv(sheet_with(std::move(text)));
    return out.substr(3, out.size() - 5);
}

}  // namespace

TEST_CASE("a cell of plain words is plain, whatever stood in its place before") {
    alignas(Cell) unsigned char place[sizeof(Cell)];
    std::memset(place, 0xAB, sizeof place);
    auto* cell = std::construct_at(reinterpret_cast<Cell*>(place), "words");
    CHECK(cell->tone == Tone::plain);
    std::destroy_at(cell);
}

TEST_CASE("display width: Chinese characters are two columns, combining marks none") {
    CHECK(display_width("") == 0);
    CHECK(display_width("R&D") == 3);
    CHECK(display_width("研发投入强度") == 12);
    CHECK(display_width("（％）") == 6);            // full-width forms
    CHECK(display_width("e\xCC\x81") == 1);         // e and a combining acute accent, U+0301
    CHECK(display_width("\xEF\xBD\xB1") == 1);      // half-width katakana, U+FF71
    CHECK(display_width("\xF0\xA0\x80\x80") == 2);  // U+20000, a rare ideograph
    CHECK(display_width("\xFF") == 1);              // no character at all
}

TEST_CASE("a table lines its columns up by display width and leaves no blanks at the end") {
    CHECK(table(small_sheet()) ==
          "Plan\n"
          "\n"
          "单位    value\n"
          "------  -----\n"
          "德清县    9.5\n"
          "A         100\n"
          "\n"
          "Two units.\n");

    Sheet open;
    open.columns = {{"a", "a"}, {"b", "b"}, {"c", "c", Alignment::right}};
    open.rows = {{"1", "", ""}, {"", "", "22"}, {"", "x", ""}};
    CHECK(table(open) ==
          "a  b   c\n"
          "-  -  --\n"
          "1\n"
          "      22\n"
          "   x\n");
}

TEST_CASE("colour is there only when it was asked for, and does not move the columns") {
    const auto plain = table(small_sheet());
    CHECK(plain.find('\x1b') == std::string::npos);
    auto coloured = table(small_sheet(), {true});
    CHECK(coloured.find("\x1b[31m100\x1b[0m") != std::string::npos);
    for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b'))
        coloured.erase(at, coloured.find('m', at) - at + 1);
    CHECK(coloured == plain);
}

TEST_CASE("control characters, escape sequences and marks that turn the writing are shown, not obeyed") {
    CHECK(table_cell("a\nb\tc\rd") == "a\\nb\\tc\\rd");
    CHECK(table_cell("\x1b[31mred") == "\\x1b[31mred");
    CHECK(table_cell("\x7F\xC2\x9B") == "\\x7f\\x9b");  // DEL; U+009B, CSI in one character
    CHECK(table_cell("a\xE2\x80\xAE"
                     "b") == "a\\u202eb");  // RIGHT-TO-LEFT OVERRIDE
    CHECK(table_cell("a\xE2\x80\xA8"
                     "b") == "a\\u2028b");  // LINE SEPARATOR
    CHECK(table_cell("a\xFF"
                     "b") == "a\\xffb");
    CHECK(table_cell(std::string("a\0b", 3)) == "a\\x00b");
    CHECK(markdown_cell("\x1b]0;t\x07") == "\\\\x1b\\]0;t\\\\x07");
    CHECK(csv_cell("a\nb") == "a\\nb");
}

TEST_CASE("markdown: what would be markup is escaped") {
    CHECK(markdown(small_sheet()) ==
          "## Plan\n"
          "\n"
          "| 单位 | value |\n"
          "| --- | ---: |\n"
          "| 德清县 | 9.5 |\n"
          "| A | 100 |\n"
          "\n"
          "- Two units.\n");
    CHECK(markdown_cell("a|b") == "a\\|b");
    CHECK(markdown_cell("level >= **** 家") == "level >= \\*\\*\\*\\* 家");
    CHECK(markdown_cell("level ~ 3.5 % ± 0.05 pp") == "level \\~ 3.5 % ± 0.05 pp");
    CHECK(markdown_cell("<script>`[x](y)") == "&lt;script>\\`\\[x\\](y)");
    CHECK(markdown_cell("rd_intensity") == "rd_intensity");
    CHECK(markdown_cell("_rd_") == "\\_rd\\_");
    CHECK(markdown_cell("R&D &amp; &#42; a&b") == "R&D &amp;amp; &amp;#42; a&b");
    CHECK(markdown_cell("a\\b") == "a\\\\b");
}

TEST_CASE("CSV follows RFC 4180") {
    CHECK(csv(small_sheet()) == "单位,value\r\n德清县,9.5\r\nA,100\r\n");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("a \"b\" c") == "\"a \"\"b\"\" c\"");
    CHECK(csv_cell(" a") == "\" a\"");
    CHECK(csv_cell("") == "");
    CHECK(csv_cell("达3.2%") == "达3.2%");
}

TEST_CASE("CSV: a spreadsheet finds no formula, and numbers stay numbers") {
    CHECK(csv_cell("=1+1") == "'=1+1");
    CHECK(csv_cell("=HYPERLINK(\"http://x\",\"y\")") == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    CHECK(csv_cell("+cmd|' /C calc'!A0") == "'+cmd|' /C calc'!A0");
    CHECK(csv_cell("-2+3") == "'-2+3");
    CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(csv_cell(" =1+1") == "' =1+1");
    CHECK(csv_cell("＝1+1") == "'＝1+1");    // full-width
    CHECK(csv_cell("\t=1+1") == "\\t=1+1");  // shown, so that no tab begins the cell
    CHECK(csv_cell("\r=1+1") == "\\r=1+1");
    CHECK(csv_cell("-") == "'-");
    CHECK(csv_cell("-492.13") == "-492.13");
    CHECK(csv_cell("+5") == "+5");
    CHECK(csv_cell("-1e5") == "'-1e5");  // no number of ours
    CHECK(csv_cell("-0.0000000000000000000025") == "-0.0000000000000000000025");
    CHECK(csv_cell("-1234567890123456789012345") == "-1234567890123456789012345");
    CHECK(csv_cell("-1234567890123456789012345+1") == "'-1234567890123456789012345+1");
    for (const std::string text : {"-1.", "-.5", "-1.2.3", "--1"})
        CHECK(csv_cell(text) == "'" + text);

    auto sheet = sheet_with("1");
    sheet.columns.front().title = "=A1";
    CHECK(csv(sheet).substr(0, 4) == "'=A1");
}

TEST_CASE("JSON of a sheet: keys, titles, rows, notes") {
    CHECK(json(small_sheet()) ==
          "{\n"
          "  \"title\": \"Plan\",\n"
          "  \"columns\": [{\"key\": \"unit\", \"title\": \"单位\"}, {\"key\": \"value\", \"title\": "
          "\"value\"}],\n"
          "  \"rows\": [{\"unit\": \"德清县\", \"value\": \"9.5\"}, {\"unit\": \"A\", \"value\": \"100\"}],\n"
          "  \"notes\": [\"Two units.\"]\n"
          "}\n");
    CHECK(json(sheet_with("a\"\\\x1b\n")).find("\"a\\\"\\\\\\u001b\\n\"") != std::string::npos);
}

TEST_CASE("a row that is not as long as the columns is a broken contract") {
    auto sheet = small_sheet();
    sheet.rows.push_back({"one"});
    CHECK_THROWS_AS(table(sheet), std::invalid_argument);
    CHECK_THROWS_AS(markdown(sheet), std::invalid_argument);
    CHECK_THROWS_AS(csv(sheet), std::invalid_argument);
    CHECK_THROWS_AS(json(sheet), std::invalid_argument);
}

TEST_CASE("a sheet without columns is its title and notes") {
    Sheet sheet;
    sheet.title = "Plan";
    sheet.notes = {"Nothing."};
    CHECK(table(sheet) == "Plan\n\nNothing.\n");
    CHECK(markdown(sheet) == "## Plan\n\n- Nothing.\n");
    CHECK(csv(sheet).empty());
}

TEST_CASE("a sheet without rows is its title and notes to people, and its columns to programs") {
    Sheet sheet;
    sheet.title = "Plan";
    sheet.columns = {{"severity", "级别"}, {"code", "代码"}};
    sheet.notes = {"Nothing."};
    CHECK(table(sheet) == "Plan\n\nNothing.\n");
    CHECK(markdown(sheet) == "## Plan\n\n- Nothing.\n");
    CHECK(csv(sheet) == "级别,代码\r\n");
    CHECK(json(sheet).find("\"key\": \"severity\"") != std::string::npos);
}

TEST_CASE("programs get a cell's code where it has one") {
    Sheet sheet;
    sheet.columns = {{"status", "status"}, {"method", "method"}};
    sheet.rows.push_back({Cell("on track", Tone::good, "on_track"), Cell("-", Tone::faint, "")});
    CHECK(csv(sheet) == "status,method\r\non_track,\r\n");
    CHECK(json(sheet).find("{\"status\": \"on_track\", \"method\": \"\"}") != std::string::npos);
    CHECK(table(sheet).find("on track  -") != std::string::npos);
}
