// SPDX-License-Identifier: BSL-1.0
#include "goalpost/rollup/scoring_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace goalpost;

namespace {

/// Of `full` marks, for a plan of 300 家.
Mark marks(std::string_view rule, int actual, int full = 10) {
    Performance at;
    at.outcome = actual >= 300 ? Outcome::met : Outcome::not_met;
    at.reason = Reason::none;
    at.completion = Ratio(actual) / Ratio(300);
    at.gap = Ratio(actual - 300);
    at.full = full;
    return parse_scoring_rule(rule).value()(at);
}

/// Of ten marks, for a growth target missed or beaten by so many tenths of a point.
Mark growth_marks(std::string_view rule, int tenths) {
    Performance at;
    at.outcome = tenths >= 0 ? Outcome::met : Outcome::not_met;
    at.reason = Reason::none;
    at.gap = Ratio::of(tenths, 1000);
    at.full = 10;
    return parse_scoring_rule(rule).value()(at);
}

Ratio number(std::string_view text) { return Ratio::parse(text).value(); }

}  // namespace

TEST_CASE("scoring rules as text") {
    CHECK(*marks("all or nothing", 299) == Ratio(0));
    CHECK(*marks("proportional", 270) == Ratio(9));
    CHECK(*marks("usual", 270) == Ratio(9));
    CHECK(*marks("deduct 0.5 per 1 家", 297) == number("8.5"));
    CHECK(*marks("deduct 0.5 per 1", 297) == number("8.5"));
    CHECK(*marks("deduct 1 per 2 家 started", 297) == Ratio(8));
    CHECK(*marks("deduct 1 per 2 completed", 297) == Ratio(9));
    CHECK(*marks("deduct 0.3 per 1 %", 270) == Ratio(7));  // ten points of completion
    CHECK(*marks("deduct 1 per 0.001 万家", 270) == Ratio(7));
    CHECK(*growth_marks("growth 80 % and 0.5 per point", 10) == number("8.5"));
    CHECK(*growth_marks("deduct 2 per 1 pp", -15) == Ratio(7));
    CHECK(*growth_marks("usual", -15) == Ratio(0));
}

TEST_CASE("a step in a unit that the target is not counted in gives no marks") {
    const auto firms = UnitSet().parse("万家").value();
    Performance at;
    at.outcome = Outcome::not_met;
    at.reason = Reason::none;
    at.gap = -3;
    at.unit = &firms;
    at.full = 10;
    const auto marks_of = [&](std::string_view rule) { return parse_scoring_rule(rule).value()(at); };
    for (const char* rule : {"deduct 0.5 per 1 家", "deduct 0.5 per 1 个", "deduct 0.5 per 1"})
        CHECK(*marks_of(rule) == number("8.5"));
    for (const char* rule : {"deduct 0.5 per 1 亿元", "deduct 0.5 per 1 pp", "growth 80 % and 0.5 per point"})
        CHECK(marks_of(rule).error() == Reason::unit_mismatch);
    at.outcome = Outcome::met;
    at.gap = 3;
    CHECK(*marks_of("usual, bonus 0.1 per 1 家 up to 6 %") == number("10.3"));
    CHECK(marks_of("usual, bonus 0.1 per 1 pp up to 6 %").error() == Reason::unit_mismatch);
    CHECK(*marks_of("deduct 0.5 per 1 亿元") == Ratio(10));
    at.unit = &figure_units::points();
    at.gap = number("0.02");
    CHECK(*marks_of("growth 80 % and 0.5 per point") == Ratio(9));
}

TEST_CASE("modifiers apply from left to right") {
    CHECK(*marks("proportional, floor 60 %", 179) == Ratio(0));
    CHECK(*marks("proportional, floor 60 %", 180) == Ratio(6));
    CHECK(*marks("proportional, bonus 0.1 per 10 家 up to 6 %", 325) == number("10.25"));
    CHECK(*marks("proportional, bonus 0.1 per 10 家 completed up to 6 %", 325) == number("10.2"));
    CHECK(*marks("proportional, bonus 0.1 per 10 家 up to 6 %", 900) == number("10.6"));
    CHECK(*marks("proportional, bonus 1 per 1 % up to 100 %, cap 110 %", 330) == Ratio(11));
    CHECK(*marks("proportional, cap 110 %, bonus 1 per 1 % up to 100 %", 330) == Ratio(20));
}

TEST_CASE("so far: what is done before the due date counts") {
    Performance at;
    at.reason = Reason::not_due;
    at.completion = number("0.4");
    at.full = 10;
    CHECK(parse_scoring_rule("proportional").value()(at).error() == Reason::not_due);
    CHECK(*parse_scoring_rule("proportional so far").value()(at) == Ratio(4));
}

TEST_CASE("what is no rule is refused, with its place") {
    const auto error = [](std::string_view text) { return parse_scoring_rule(text).error(); };
    CHECK(error("").found == "end of text");
    CHECK(error("fair").position == 0);
    CHECK(error("fair").expected.find("\"proportional\"") != std::string::npos);
    CHECK(error("all and nothing").position == 4);
    CHECK(error("deduct per 1").expected == "how many marks, above 0");
    CHECK(error("deduct -1 per 1").position == 7);
    CHECK(error("deduct 0 per 1").position == 7);
    CHECK(error("deduct 1 per 1 furlong").expected.find("per 1 家") != std::string::npos);
    CHECK(error("deduct 1").found == "end of text");
    CHECK(error("growth 80 and 0.5 per point").position == 7);
    CHECK(error("growth 80 % and 0.5 per pp").position == 24);
    CHECK(error("proportional so").found == "end of text");
    CHECK(error("proportional floor 60 %").position == 13);
    CHECK(error("proportional, roof 60 %").position == 14);
    CHECK(error("proportional, floor 60").expected.find("60 %") != std::string::npos);
    CHECK(error("proportional, bonus 1 per 1 家").expected == "\"up to\"");
    CHECK(error("proportional, bonus 1 per 1 家 up to 6").expected.find("6 %") != std::string::npos);
    CHECK(error("proportional,").found == "end of text");
    CHECK(error("proportional, cap x").message().find("docs/rollup.md") != std::string::npos);
}
