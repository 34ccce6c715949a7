// SPDX-License-Identifier: BSL-1.0
#include <goalpost/io/diagnostic.hpp>

#include <doctest/doctest.h>

#include <string>

using goalpost::Diagnostic;
using namespace std::string_literals;

TEST_CASE("a diagnostic says where, what, what was expected and how to mend it") {
    Diagnostic diagnostic;
    diagnostic.file = "plan.json";
    diagnostic.line = 12;
    diagnostic.column = 5;
    diagnostic.what = "the weight is negative";
    CHECK(diagnostic.text() == "plan.json:12:5: error: the weight is negative");
    diagnostic.expected = "a number";
    diagnostic.mend = "leave it out";
    CHECK(diagnostic.text() ==
          "plan.json:12:5: error: the weight is negative; expected a number; leave it out");
}

TEST_CASE("a diagnostic leaves out the column, or the line too, where a line or the file is meant") {
    Diagnostic diagnostic;
    diagnostic.severity = Diagnostic::Severity::warning;
    diagnostic.file = "计划.json";
    diagnostic.what = "空";
    CHECK(diagnostic.text() == "计划.json: warning: 空");
    diagnostic.line = 3;
    CHECK(diagnostic.text() == "计划.json:3: warning: 空");
}

TEST_CASE("a diagnostic escapes what would move the cursor or turn the writing direction") {
    Diagnostic diagnostic;
    diagnostic.file = "a\nb";
    diagnostic.what = "line\r\n tab\t nul\0 bell\x07 escape\x1b[31m delete\x7f"s;
    diagnostic.expected =
        "C1 \xC2\x9B, right-to-left \xE2\x80\xAE, isolate \xE2\x81\xA6, but no-break\xC2\xA0space";
    diagnostic.mend = "not UTF-8 \xE6\xB9 \xFF\"";
    CHECK(diagnostic.text() ==
          "a\\nb: error: line\\r\\n tab\\t nul\\x00 bell\\x07 escape\\x1b[31m delete\\x7f; expected "
          "C1 \\xc2\\x9b, right-to-left \\xe2\\x80\\xae, isolate \\xe2\\x81\\xa6, but no-break\xC2\xA0space; "
          "not UTF-8 \\xe6\\xb9 \\xff\"");
}

TEST_CASE("a diagnostic shows what has no width: a name with it looks like another") {
    Diagnostic diagnostic;
    diagnostic.file = "f";
    diagnostic.what = "mark \xEF\xBB\xBF, zero width \xE2\x80\x8B, joiner \xE2\x81\xA0, lines \xE2\x80\xA8";
    diagnostic.expected = "a dash \xE2\x80\x94 and \xE2\x80\xA6";
    CHECK(diagnostic.text() ==
          "f: error: mark \\xef\\xbb\\xbf, zero width \\xe2\\x80\\x8b, joiner \\xe2\\x81\\xa0, lines "
          "\\xe2\\x80\\xa8; expected a dash \xE2\x80\x94 and \xE2\x80\xA6");
}
