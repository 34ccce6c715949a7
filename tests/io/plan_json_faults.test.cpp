// SPDX-License-Identifier: BSL-1.0
// Faults of a whole plan file, and of the JSON in it.
#include <goalpost/io/plan_json.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "io/reading.hpp"
#include "support/random.hpp"

using namespace goalpost;
using namespace goalpost::test;
using namespace std::string_literals;

namespace {

/// The only thing that is said about a text that is no plan.
std::string fault(std::string_view text) {
    const auto reading = read_plan_json(text, "file");
    CHECK_FALSE(reading.plan.has_value());
    CHECK(reading.diagnostics.size() == 1);
    return reading.diagnostics.empty() ? "" : reading.diagnostics.front().text();
}

const std::string gbk =  // {"goalpost": 1, "title": "高新技术企业数量"}
    "{\"goalpost\": 1, \n\"title\": \"\xB8\xDF\xD0\xC2\xBC\xBC\xCA\xF5\xC6\xF3\xD2\xB5\xCA\xFD\xC1\xBF\"}";

}  // namespace

TEST_CASE("a missing file, a directory and an unreadable file are told apart") {
    const auto missing = read_plan_json(std::filesystem::path("/nowhere/plan.json"));
    CHECK_FALSE(missing.plan);
    CHECK(
        lines(missing.diagnostics) ==
        "/nowhere/plan.json: error: there is no such file; expected a file; check the name and the folder\n");
    const auto directory = read_plan_json(std::filesystem::path("/tmp"));
    CHECK(lines(directory.diagnostics) ==
          "/tmp: error: this is a directory; expected a file; name one of the files in it\n");
    if (std::filesystem::exists("/proc/self/mem")) {  // opens, but cannot be read from its beginning
        const auto unreadable = read_plan_json(std::filesystem::path("/proc/self/mem"));
        CHECK(contains(lines(unreadable.diagnostics), "/proc/self/mem: error: reading the file failed"));
    }
}

TEST_CASE("an empty file, blanks and binary noise are no plan") {
    CHECK(fault("") == "file:1:1: error: the file is empty; expected text; name a file that holds something");
    CHECK(fault("\xEF\xBB\xBF \r\n\t\n") ==
          "file:1:1: error: the file holds only blanks; expected text; name a file that holds something");
    Random random(1);
    for (int round = 0; round < 200; ++round) {
        std::string noise;
        for (int i = 0; i < 2000; ++i)
            noise.push_back(static_cast<char>(random.between(0, 255)));
        const auto text = fault(noise);
        CHECK_MESSAGE(contains(text, "error: this is not a text file (byte 0x"), text);
    }
    CHECK(fault(std::string("\0\0\0\0{}", 6)) ==
          "file:1:1: error: this is not a text file; expected UTF-8 text; name the right file");
}

TEST_CASE("another encoding is recognised, and the command that mends it is printed") {
    CHECK(fault(gbk) ==
          "file:2:11: error: the file is not in UTF-8; it looks like GB18030 (GBK); expected UTF-8; "
          "convert it: iconv -f GB18030 -t UTF-8 file > file.utf8");
    const auto named = read_plan_json(gbk, "my plans/it's.json");
    CHECK(contains(lines(named.diagnostics),
                   "iconv -f GB18030 -t UTF-8 'my plans/it'\\''s.json' > 'my plans/it'\\''s.utf8.json'"));
    CHECK(fault(std::string("\xFF\xFE{\0", 4)) ==
          "file:1:1: error: the file is in UTF-16; expected UTF-8; convert it: iconv -f UTF-16 -t UTF-8 file "
          "> file.utf8");
}

TEST_CASE("bytes that are not UTF-8 have a place") {
    CHECK(fault("{\"goalpost\": 1,\n\"id\": \"湖\xE9\"}") ==
          "file:2:9: error: the byte 0xE9 is not UTF-8; expected UTF-8; save the file as UTF-8");
    for (const std::string_view bad : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                                       "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\x80", "\xE6\xB9"}) {
        const auto text =
            fault("{\"id\": \"plain ascii text before it\", \"x\": \"" + std::string(bad) + "\"}");
        CHECK(contains(text, "file:1:44: error: the byte 0x"));
    }
}

TEST_CASE("JSON that is not JSON: where, what stands there, what could, and how to mend it") {
    CHECK(fault("{\"goalpost\": 1,}") ==
          "file:1:16: error: found '}'; expected a key in double quotes; remove the comma before it");
    CHECK(fault("{\"goalpost\": 1\n \"id\": 2}") == "file:2:2: error: found '\"'; expected a comma or \"}\"");
    CHECK(fault("{\"goalpost\" 1}") == "file:1:13: error: found '1'; expected a colon after the key");
    CHECK(fault("{goalpost: 1}") == "file:1:2: error: found 'goalpost'; expected a key in double quotes");
    CHECK(fault("{\"计划\": 计划}") ==
          "file:1:8: error: found '计'; expected a value: a string in double quotes, a number, an object, an "
          "array, true, false or null");
    const std::string no_comments =
        "; JSON has no comments: remove it; remarks go under \"note\" of an indicator, a responsible unit, a "
        "target or a statement";
    CHECK(fault("{\"goalpost\": 1, // version\n}") ==
          "file:1:17: error: found '/'; expected a key in double quotes" + no_comments);
    CHECK(fault("{\"goalpost\": 1 // version\n}") ==
          "file:1:16: error: found '/'; expected a comma or \"}\"" + no_comments);
    CHECK(contains(fault("{\"a\": [1 /* one */]}"), "expected a comma or \"]\"" + no_comments));
    CHECK(contains(fault("{\"a\" /* one */: 1}"), "expected a colon after the key" + no_comments));
    CHECK(contains(fault("{\"a\": /* one */ 1}"), "true, false or null" + no_comments));
    CHECK(contains(fault("{\"a\": 1} // end"), "the end of the file after the plan" + no_comments));
    CHECK(contains(fault("[1, 2, ]"), "remove the comma before it"));
    CHECK(contains(fault("[1 2]"), "file:1:4: error: found '2'; expected a comma or \"]\""));
    CHECK(contains(fault("{\"a\": 'b'}"), "write double quotes"));
    CHECK(contains(fault("{\"a\": NaN}"), "file:1:7: error: found 'NaN'"));
    CHECK(contains(fault("{\"a\": +1}"), "file:1:7: error: found '+'"));
    CHECK(contains(fault("{\"a\": 01}"), "file:1:8: error: found '1'; expected a comma or \"}\""));
    CHECK(contains(fault("{\"a\": 1.}"), "expected a digit after the point"));
    CHECK(contains(fault("{\"a\": 1e}"), "expected a digit in the exponent"));
    CHECK(contains(
        fault("{\"a\": \"b\nc\"}"),
        "file:1:9: error: found '\\n' inside a string; expected the closing double quote before it"));
    CHECK(contains(fault("{\"a\": \"b\\qc\"}"), "file:1:9: error: found '\\qc'"));
    CHECK(contains(fault("{\"a\": \"\\u12x4\"}"), "expected four hexadecimal digits after \\u"));
    CHECK(contains(fault("{\"a\": \"\\ud800\"}"), "expected a pair such as \\ud83d\\ude00"));
    CHECK(fault("{\"a\": \"\\udc00\"}") ==
          "file:1:8: error: found the second half of a \\u pair without the first; expected a pair such as "
          "\\ud83d\\ude00; write both halves, or the character itself");
    CHECK(contains(fault("{\"计\": \"\\ud83d\\ude00计\\u8ba1\\ude00 and more\"}"),
                   "file:1:27: error: found the second half"));
    CHECK(contains(
        fault("{} {}"),
        "file:1:4: error: found '{'; expected the end of the file after the plan; put one plan in a file"));
    CHECK(contains(fault("{\"a\": \"a text that is long enough to be one although it holds a nul\0\"}"s),
                   "file:1:68: error: found a NUL byte"));
}

TEST_CASE("a file that is cut off says inside what") {
    const std::string whole =
        "{\"goalpost\": 1,\n \"id\": \"p\", \"title\": \"t\",\n \"targets\": [{\"id\": 1}]}";
    CHECK(fault(whole.substr(0, 27)) ==
          "file:2:12: error: the file ends inside the object that begins in line 1; expected \"}\"; "
          "the file is cut off: fetch or save it again, whole");
    CHECK(fault(whole.substr(0, 25)) ==
          "file:2:10: error: the file ends inside the string that begins in line 2; expected a closing "
          "double quote; "
          "the file is cut off: fetch or save it again, whole");
    CHECK(contains(fault("{\"targets\": [\n1, \n"),
                   "file:3:1: error: the file ends inside the array that begins in line 1; expected \"]\""));
    for (std::size_t length = 1; length < whole.size(); ++length) {
        const auto text = fault(whole.substr(0, length));
        CHECK_MESSAGE(contains(text, "the file ends inside the "), text);
    }
}

TEST_CASE("deep nesting is refused, not followed") {
    const std::string deep =
        "arrays and objects stand more than 64 deep in each other; expected a plan file, which needs 6";
    CHECK(fault(std::string(10'000, '[') + std::string(10'000, ']')) == "file:1:65: error: " + deep);
    std::string objects = "{\"goalpost\": 1, \"a\":\n";
    for (int i = 0; i < 10'000; ++i)
        objects += "{\"a\":";
    CHECK(fault(objects) == "file:2:316: error: " + deep);
    CHECK(contains(fault(std::string(64, '[') + std::string(64, ']')), "the file holds an array"));
}

TEST_CASE("a line of 50 MB is read like any other") {
    const std::size_t size = 50'000'000;
    const auto title =
        read_plan_json("{\"goalpost\": 1, \"id\": \"p\", \"horizon\": \"2024\", \"title\": \"" +
                           std::string(size, 'x') + "\"}",
                       "file");
    CHECK(lines(title.diagnostics) == "");
    REQUIRE(title.plan);
    CHECK(title.plan->head().title.size() == size);

    CHECK(contains(fault(std::string(size, 'x')), "file:1:1: error: found 'xxxxxxxxxxxxxxxxxxxxxxxx'"));
    CHECK(contains(fault("\"" + std::string(size, 'x')),
                   "file:1:50000002: error: the file ends inside the string that begins in line 1"));

    std::string numbers =
        "{\"goalpost\": 1, \"id\": \"p\", \"horizon\": \"2024\", \"title\": \"t\", \"targets\": [";
    for (std::size_t i = 0; i < size / 250; ++i)
        numbers += std::string(249, '1') + ",";
    const auto many = read_plan_json(numbers + "1]}", "file");
    REQUIRE(many.plan);
    CHECK(many.diagnostics.size() == 101);
    CHECK(contains(lines(many.diagnostics),
                   "file:1:73: error: an element of \"targets\" is a number; expected an object\n"));
    CHECK(many.diagnostics.back().text() ==
          "file: error: 199901 more of this kind are not listed: a value of another type (200001 in all)");
}

TEST_CASE("another file, another version") {
    CHECK(fault("[]") ==
          "file:1:1: error: the file holds an array; expected an object with \"goalpost\": 1; name a plan "
          "file");
    CHECK(contains(fault("\"goalpost\""), "file:1:1: error: the file holds a text in double quotes"));
    CHECK(contains(fault("null"), "file:1:1: error: the file holds null"));
    CHECK(fault("{\"type\": \"FeatureCollection\"}") ==
          "file:1:1: error: the file does not say that it is a plan; expected the key \"goalpost\"; write "
          "\"goalpost\": 1 first");
    CHECK(fault("{\n \"goalpost\": 2, \"id\": 7}") ==
          "file:2:14: error: the plan file is of version 2; expected \"goalpost\": 1; this program reads "
          "version 1 only");
    CHECK(contains(fault("{\"goalpost\": \"1\"}"), "is of version \"1\""));
    CHECK(contains(fault("{\"goalpost\": 1e400}"), "is of version 1e400"));
    CHECK(contains(fault("{\"goalpost\": {}}"), "is of version an object"));
}

TEST_CASE("without id, horizon or a readable scope there is no plan, and the rest is read for its faults") {
    const auto text = R"({"goalpost": 1, "horizon": 2024, "scope": [],
 "indicators": [{"id": "a", "name": "甲", "unit": "家", "kind": "stok"}]})";
    const auto reading = read_plan_json(text, "file");
    CHECK_FALSE(reading.plan);
    const auto said = lines(reading.diagnostics);
    CHECK(contains(said, "file:1:1: error: the plan has no \"id\""));
    CHECK(contains(said, "file:1:1: error: the plan has no \"title\""));
    CHECK(contains(said,
                   "file:1:28: error: \"horizon\" in the plan is a number; expected a text in double quotes; "
                   "write \"2024\"\n"));
    CHECK(contains(
        said, "file:1:43: error: \"scope\" in the plan is an array; expected a text in double quotes\n"));
    CHECK(contains(said, "file:2:63: error: \"kind\" in an indicator is \"stok\""));
}

TEST_CASE("a plan with a faulty title, source or id is a plan with that fault") {
    const auto reading = read_plan_json(
        R"({"goalpost": 1, "id": "p 1", "title": " ", "horizon": "2024", "source": {"published": "2024-2-3", "adress": ""}})",
        "file");
    CHECK(reading.plan.has_value());
    const auto said = lines(reading.diagnostics);
    CHECK(
        contains(said, "file:1:23: error: \"id\" in the plan is \"p 1\"; expected letters, digits, - and _"));
    CHECK(contains(said, "file:1:39: error: \"title\" in the plan is empty"));
    CHECK(contains(said, "file:1:88: error: the date \"2024-2-3\" cannot be read"));
    CHECK(contains(said,
                   "the key \"adress\" is not known in the source; expected title, document, address or "
                   "published; did you mean \"address\"?"));
}

TEST_CASE("a horizon that leaves no room for a base is none") {
    const auto read =
        read_plan_json(R"({"goalpost": 1, "id": "p", "title": "t", "horizon": "1400"})", "file");
    CHECK_FALSE(read.plan);
    REQUIRE(read.diagnostics.size() == 1);
    CHECK(read.diagnostics[0].what == "the horizon 1400 begins before 1500");
    CHECK(read.diagnostics[0].column == 53);
}
