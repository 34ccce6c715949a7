// SPDX-License-Identifier: BSL-1.0
#include <goalpost/io/observations_csv.hpp>

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <tuple>

#include "io/reading.hpp"
#include "support/random.hpp"
#include "support/string_makers.hpp"

using namespace goalpost;
using namespace goalpost::test;

namespace {

/// The observations of rows under the required header, about which nothing is to be said.
Observations read_rows(const std::string& rows) {
    auto reading = observations(required_header + rows);
    CHECK(lines(reading.diagnostics) == "");
    return std::move(reading.observations);
}

Observation read_row(const std::string& row) {
    const auto read = read_rows(row);
    REQUIRE(read.size() == 1);
    return read.observation(0);
}

}  // namespace

TEST_CASE("every column arrives") {
    const auto reading = observations(
        "series_break,qualifier,published,quote,source,status,unit,value,basis,period,scope,indicator\n"
        "yes,>=,2024-02-29,达3.50%以上,统计局,preliminary,%,3.50,share,2023-Q4,杭州市,研发强度\n");
    CHECK(lines(reading.diagnostics) == "");
    REQUIRE(reading.observations.size() == 1);
    const auto seen = reading.observations.observation(0);
    CHECK(seen.indicator == "研发强度");
    CHECK(seen.scope == "杭州市");
    CHECK(seen.period == Period::parse("2023-Q4").value());
    CHECK(seen.basis == Basis::share);
    CHECK(seen.value.text() == "3.50");
    CHECK(seen.unit == UnitOfMeasure::percent());
    CHECK(seen.status == ObservationStatus::preliminary);
    CHECK(seen.qualifier == Qualifier::at_least);
    CHECK(seen.source == "统计局");
    CHECK(seen.quote == "达3.50%以上");
    CHECK(seen.published == parse_date("2024-02-29").value());
    CHECK(seen.series_break);
}

TEST_CASE("the optional columns have defaults, absent or empty") {
    for (const auto& text :
         {required_header + "a,b,2024,level,1,家\n",
          std::string("indicator,scope,period,basis,value,unit,status,source,quote,published,"
                      "qualifier,series_break\na,b,2024,level,1,家,,,,,,\n")}) {
        const auto reading = observations(text);
        CHECK(lines(reading.diagnostics) == "");
        REQUIRE(reading.observations.size() == 1);
        const auto seen = reading.observations.observation(0);
        CHECK(seen.status == ObservationStatus::final);
        CHECK(seen.qualifier == Qualifier::none);
        CHECK(seen.source == "");
        CHECK(seen.quote == "");
        CHECK_FALSE(seen.published.has_value());
        CHECK_FALSE(seen.series_break);
    }
}

TEST_CASE("every word of status, qualifier, break and basis") {
    const auto text =
        "indicator,scope,period,basis,value,unit,status,qualifier,series_break\n"
        "a,b,2024,level,1,家,estimated,>,yes\na,b,2024,cumulative,2,家,preliminary,>=,no\n"
        "a,b,2024,growth_yoy,3,%,final,~,\n"
        "a,b,2024,share,4,‰,,,\na,b,2024,change_pp,-5,个百分点,,,\na,b,2024,completion,6,%,,,\n"
        "a,b,2024,rank,7,位,,,\n";
    const auto reading = observations(text);
    CHECK(lines(reading.diagnostics) == "");
    REQUIRE(reading.observations.size() == 7);
    for (std::size_t i = 0; i < 7; ++i)
        CHECK(reading.observations.row(i).basis == static_cast<Basis>(i));
    CHECK(reading.observations.row(0).status == ObservationStatus::estimated);
    CHECK(reading.observations.row(0).qualifier == Qualifier::more_than);
    CHECK(reading.observations.row(0).series_break);
    CHECK_FALSE(reading.observations.row(1).series_break);
    CHECK(reading.observations.row(1).status == ObservationStatus::preliminary);
    CHECK(reading.observations.row(2).qualifier == Qualifier::about);
    CHECK(reading.observations.row(4).value == Decimal(-5));
}

TEST_CASE("quotes, doubled quotes, commas and line breaks in cells") {
    CHECK(read_row("\"a,b\",\"say \"\"now\"\"\",2024,level,1,家\n").indicator == "a,b");
    CHECK(read_row("\"a,b\",\"say \"\"now\"\"\",2024,level,1,家\n").scope == "say \"now\"");
    CHECK(read_row("\"two\nlines\",b,2024,level,1,家\n").indicator == "two\nlines");
    CHECK(read_row("\"\"\"\",b,2024,level,\"1\",\"家\"").indicator == "\"");
    CHECK(read_rows("\"a\r\n\",b,2024,level,1,家\r\nc,d,2024,level,2,家").size() == 2);
}

TEST_CASE("cells are trimmed of blanks, outside and inside their quotes") {
    const auto seen = read_row(" a b\t, \" c \" ,2024 ,\tlevel, 1 ,家  \r\n");
    CHECK(seen.indicator == "a b");
    CHECK(seen.scope == "c");
}

TEST_CASE("LF, CRLF, blank lines, empty rows, a byte order mark and a missing last line end change nothing") {
    const std::string text = "\xEF\xBB\xBF\r\n" + required_header +
                             "\n   \na,b,2024,level,1,家\r\n\r\n,,,,,\n,,,\nc,b,2024,level,2,家";
    const auto reading = observations(text);
    CHECK(lines(reading.diagnostics) == "");
    CHECK(reading.observations.size() == 2);
    CHECK(observations(required_header).observations.size() == 0);
    CHECK(lines(observations(required_header).diagnostics) == "");
}

TEST_CASE("figures keep their digits") {
    for (const std::string text :
         {"0", "-2.8", "3.50", "0.001", "123456789012345678", "0.123456789012345678", "-0.10"})
        CHECK(read_row("a,b,2024,level," + text + ",亿元").value.text() == text);
    CHECK(read_row("a,b,2024,level,+5,亿元").value.text() == "5");
    CHECK(read_row("a,b,2024,level,007,亿元").value.text() == "7");
}

TEST_CASE("a place in an order may be printed as 位, 名 or 第") {
    for (const std::string unit : {"位", "名", "第"})
        CHECK(read_row("a,b,2024,rank,3," + unit).unit == UnitOfMeasure::rank());
    CHECK(read_row("a,b,2024,level,3,名").unit.dimension() == "person");
}

TEST_CASE("a pure number has no unit") { CHECK(read_row("指数,b,2024,level,1.05,").unit == UnitOfMeasure()); }

TEST_CASE("units of the plan are known") {
    UnitSet units;
    units.add(UnitOfMeasure("P", "P", 1, false));
    CHECK(lines(observations(required_header + "算力,b,2024,level,300,P\n", units).diagnostics) == "");
    CHECK(lines(observations(required_header + "算力,b,2024,level,300,P\n").diagnostics) != "");
}

TEST_CASE("names that are one in NFKC and without white space are one name, under what was met first") {
    const auto read = read_rows("R&D经费,浙江省,2023,level,1,亿元\nＲ＆Ｄ 经费,浙　江省,2024,level,2,亿元\n");
    CHECK(read.indicator_count() == 1);
    CHECK(read.scope_count() == 1);
    CHECK(read.indicator_name(0) == "R&D经费");
    CHECK(read.find_indicator("R&D经费") == 0);
}

TEST_CASE("a row that stands twice is harmless") {
    CHECK(read_rows("a,b,2024,level,1,家\na,b,2024,level,1,家\n").size() == 2);
}

TEST_CASE("columns that are not known are named once and left alone") {
    const auto reading = observations(
        "id,indicator,scope,period,basis,value,unit,备注\n1,a,b,2024,level,1,家,x\n2,c,b,2024,level,1,家,"
        "y\n");
    CHECK(lines(reading.diagnostics) ==
          "file:1:1: warning: columns that are not read: \"id\", \"备注\"; expected indicator, scope, "
          "period, basis, value, unit, status, source, quote, published, qualifier or "
          "series_break\n");
    CHECK(reading.observations.size() == 2);
}

TEST_CASE("several files make one set of observations, and each fault names its file") {
    const TemporaryFile first("first.csv", required_header + "a,b,2023,level,1,家\nbad\n");
    const TemporaryFile second("second.csv",
                               "scope,indicator,period,basis,value,unit\nb,a,2024,level,2,家\n");
    ObservationsReader reader;
    reader.read_file(first.path());
    auto moved = std::move(reader);
    moved.read_file(second.path());
    moved.read(required_header + "c,b,2024,level,x,家\n", "third");
    const auto reading = std::move(moved).finish();
    CHECK(reading.observations.size() == 2);
    CHECK(reading.observations.indicator_count() >= 1);
    REQUIRE(reading.diagnostics.size() == 2);
    CHECK(reading.diagnostics[0].file == first.path().string());
    CHECK(reading.diagnostics[0].line == 3);
    CHECK(reading.diagnostics[1].file == "third");
}

TEST_CASE("rows with quotes, and rows without them, read the same") {
    const std::string header =
        "indicator,scope,period,basis,value,unit,status,source,quote,published,qualifier\n";
    Random random(11);
    const auto cell = [&](std::initializer_list<const char*> sound,
                          std::initializer_list<const char*> faulty) {
        const auto& from = random.chance(40) ? faulty : sound;
        std::string text = *(from.begin() + random.between(0, static_cast<std::int64_t>(from.size()) - 1));
        if (random.chance(20)) text = (random.chance(2) ? " " : "\t") + text;
        if (random.chance(20)) text += random.chance(2) ? "  " : " \t";
        return text;
    };
    // As few quotes as possible; around every cell; and with a blank before each, which no file has that was
    // written by a program.
    std::string texts[3] = {header, header, header};
    const auto add = [&](const std::string& text, bool last = false) {
        const std::string end = !last ? "," : random.chance(3) ? "\r\n" : "\n";
        const bool needed = text.find_first_of(",\n\"") != std::string::npos;
        texts[0] += (needed ? '"' + text + '"' : text) + end;
        texts[1] += '"' + text + '"' + end;
        texts[2] += " \"" + text + '"' + end;
    };
    for (int i = 0; i < 5'000; ++i) {
        add(cell({"甲", "乙乙", "丙丙丙丙丙", "research and development", "a"}, {"", "\xFF"}));
        add(cell({"省", "浙江省杭州市", "b"}, {"", "\xE6\xB9"}));
        add(cell({"2023", "2024", "2024-Q1", "2024-01/2024-10"}, {"", "24", "2024-13"}));
        add(cell({"level", "level", "cumulative", "share", "rank"}, {"levels", ""}));
        add(cell({"1", "0.50", "-12.75", "123456789012345678", "007", "+3", "-0", "-1234567890123456.78"},
                 {"", "1.", ".5", "1..2", "--1", "1e5", "1234567890123456789", "x", "***"}));
        add(cell({"%", "%", "亿元", "家", "位", ""}, {"斤"}));
        add(cell({"", "final", "preliminary"}, {"finall"}));
        add(cell({"", "统计公报", "a very long name of a source indeed"}, {"\xFF"}));
        add(cell({"", "", "words", "其他的话", "a, b", "two\nlines", "\"\"doubled\"\"", ",\n,\n"},
                 {"\xFF\xFF"}));
        add(cell({"", "2024-02-29", "2025-01-20"}, {"2024-02-30"}));
        add(cell({"", ">", "~"}, {"<"}), true);
        if (random.chance(50)) add("", true);  // a blank line; in quotes, a row of one empty cell
        if (random.chance(100)) {
            add("a");
            add(std::string("nul\0", 4), true);
        }
    }
    const auto one = observations(texts[0]);
    CHECK(one.observations.size() > 500);
    CHECK(one.diagnostics.size() > 500);
    for (const auto& text : {texts[1], texts[2]}) {
        const auto other = observations(text);
        REQUIRE(one.observations.size() == other.observations.size());
        for (std::size_t i = 0; i < one.observations.size(); ++i) {
            const auto& a = one.observations.row(i);
            const auto& b = other.observations.row(i);
            REQUIRE(a.value.same_text(b.value));
            REQUIRE(std::tie(a.indicator, a.scope, a.period, a.basis, a.unit, a.status, a.source, a.quote,
                             a.published, a.qualifier, a.series_break) ==
                    std::tie(b.indicator, b.scope, b.period, b.basis, b.unit, b.status, b.source, b.quote,
                             b.published, b.qualifier, b.series_break));
        }
        REQUIRE(one.diagnostics.size() == other.diagnostics.size());
        for (std::size_t i = 0; i < one.diagnostics.size(); ++i) {
            CHECK(one.diagnostics[i].line == other.diagnostics[i].line);
            CHECK(one.diagnostics[i].what == other.diagnostics[i].what);
        }
    }
}

TEST_CASE("a file reads the same in blocks as whole, wherever a block ends") {
    std::string rows;
    for (int i = 0; i < 40'000; ++i) {
        const auto number = std::to_string(i);
        rows += i % 7 == 0
                    ? "\"指标,\n" + number + "\",\"省\"\"" + number + "\",2024,level," + number + ",家\r\n"
                    : "指标" + number + ",省,2024-0" + std::to_string(1 + i % 9) + ",level," + number +
                          (i % 11 == 0 ? "x" : "") + ",万家\n";
    }
    const auto text = required_header + rows;
    const TemporaryFile file("blocks.csv", text);
    const auto whole = observations(text);
    auto blocks = observations_of(file.path());
    for (auto& diagnostic : blocks.diagnostics)
        diagnostic.file = "file";
    CHECK(lines(whole.diagnostics) == lines(blocks.diagnostics));
    REQUIRE(whole.observations.size() == blocks.observations.size());
    CHECK(whole.observations.size() > 30'000);
    for (std::size_t i = 0; i < whole.observations.size(); i += 101) {
        CHECK(whole.observations.observation(i).indicator == blocks.observations.observation(i).indicator);
        CHECK(whole.observations.observation(i).scope == blocks.observations.observation(i).scope);
        CHECK(whole.observations.row(i).value == blocks.observations.row(i).value);
    }
}

TEST_CASE("in threads a file reads the same as in one") {
    // Quotes over many lines, so that a part begins in the middle of one; faults of several kinds, more than
    // are listed of each; names that first appear in every part; several files behind each other.
    Random random(5);
    std::string text = "indicator,scope,period,basis,value,unit,source,quote\n";
    const std::size_t long_quote = 1'500'000;
    for (int i = 0; i < 60'000; ++i) {
        const auto number = std::to_string(i);
        if (i == 20'000)
            text += "\"甲\",省,2024,level,1,家,,\"" + std::string(long_quote, '\n') +
                    "a,b,2024,level,1,家,,\n\"\n";
        if (i == 40'000) text += "\"open,省,2024,level,1,家,,\n";
        text += "指标" + std::to_string(random.between(0, i / 500)) + (i % 5 == 0 ? ",\"第 " : ",第 ") +
                number.substr(0, 2) + (i % 5 == 0 ? " 县\"," : " 县,") +
                std::to_string(random.between(2015, 2024)) + ",level," + number +
                (random.chance(100) ? "x" : "") + (random.chance(3) ? ",家," : ",万家,") + "来源" +
                number.substr(0, 3) + "," + (random.chance(4) ? "\"引文\n" + number + "\"" : "引文") +
                (random.chance(200) ? ",\n" : "\n");
    }
    const TemporaryFile file("threads.csv", text);
    const auto read = [&](unsigned threads, bool in_memory) {
        ObservationsReader reader({}, threads);
        for (int round = 0; round < 2; ++round) {
            if (in_memory) {
                reader.read(text, file.path().string());
            } else {
                reader.read_file(file.path());
            }
        }
        return std::move(reader).finish();
    };
    const auto one = read(1, false);
    CHECK(one.observations.size() > 110'000);
    CHECK(one.diagnostics.size() > 400);
    for (const unsigned threads : {0U, 2U, 3U, 7U}) {
        for (const bool in_memory : {false, true}) {
            const auto other = read(threads, in_memory);
            CHECK(lines(one.diagnostics) == lines(other.diagnostics));
            REQUIRE(one.observations.size() == other.observations.size());
            std::size_t different = 0;
            for (std::size_t i = 0; i < one.observations.size(); ++i) {
                const auto& a = one.observations.row(i);
                const auto& b = other.observations.row(i);
                const bool same = a.value.same_text(b.value) && a.indicator == b.indicator &&
                                  a.scope == b.scope && a.period == b.period && a.unit == b.unit &&
                                  a.source == b.source && a.quote == b.quote;
                different += same ? 0 : 1;
            }
            CHECK(different == 0);
            REQUIRE(one.observations.indicator_count() == other.observations.indicator_count());
            REQUIRE(one.observations.scope_count() == other.observations.scope_count());
            for (std::uint32_t i = 0; i < one.observations.indicator_count(); ++i) {
                CHECK(one.observations.indicator_name(i) == other.observations.indicator_name(i));
                CHECK(one.observations.blocks(i).size() == other.observations.blocks(i).size());
            }
            for (std::uint32_t i = 0; i < one.observations.scope_count(); ++i)
                CHECK(one.observations.scope_name(i) == other.observations.scope_name(i));
            const auto& last = one.observations.rows().back();
            CHECK(one.observations.quote(last) == other.observations.quote(other.observations.rows().back()));
            CHECK(one.observations.find(last.indicator, last.scope) ==
                  other.observations.find(last.indicator, last.scope));
        }
    }
}
