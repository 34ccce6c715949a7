// SPDX-License-Identifier: BSL-1.0
// What a criterion that cannot be read is told: the place, what stood there, and what could stand there.
#include <goalpost/model/criterion_text.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "support/criteria.hpp"
#include "support/string_makers.hpp"

using goalpost::parse_criterion;

TEST_CASE("a faulty criterion is refused at its place") {
    struct Faulty {
        std::string_view text;
        std::string_view place;  // the text from the place on
        std::string_view found, expected;
        std::string_view mend = {};
    };
    const Faulty faulty[] = {
        {"", "", "end of text", "a measure such as level, growth or share"},
        {"   ", "", "end of text", "a measure such as level, growth or share"},
        {">= 300 家", ">= 300 家", "'>'", "a measure such as level, growth or share"},
        {"level", "", "end of text", ">=, >, <=, <, =, ~ or in"},
        {"level 300 家", "300 家", "'300'", ">=, >, <=, <, =, ~ or in"},
        {"level≥300", "≥300", "'≥'", ">=, >, <=, <, =, ~ or in", "write >="},
        {"level >=", "", "end of text", "a number, **** or a measure of another series"},
        {"level >= 1,450 亿元", ",450 亿元", "','", "digits or a decimal point", "thousands"},
        {"level >= 1.2.3", ".3", "'.'", "a digit"},
        {"level >= 1e5 家", "e5 家", "'e'", "a digit", "exponent"},
        {"level >= 1.5E-3", "E-3", "'E'", "a digit", "exponent"},
        {"level >= ３００ 家", "３００ 家", "'３'", "a number", "half-width"},
        {"level >= .5 %", ".5 %", "'.'", "a digit", "before the point"},
        {"level >= 5. %", " %", "' '", "a digit", "behind the point"},
        {"level >= - 5 %", " 5 %", "' '", "a digit"},
        {"level >= 1234567890123456789", "9", "more than 18 digits", "at most 18 digits"},
        {"level >= inf", "inf", "'inf'", "a number, **** or a measure \"(of INDICATOR)\""},
        {"level >= 300 家 以上", "以上", "'以上'", "the end of the criterion"},
        {"level >= 300 家。", "。", "'。'", "the end of the criterion"},
        {"level >= 3 % ± 1 pp", "± 1 pp", "'±'", "the end of the criterion"},
        {"level ~ 3.5 %", "", "end of text", "\"±\" and a tolerance: how far is \"about\"?"},
        {"level ~ 3.5 % ±", "", "end of text", "a number"},
        {"level ~ 3.5 % ± 0.05", "", "end of text", "a unit such as pp, % or 亿元"},
        {"level ~ 3.5 % ± -0.05 pp", "-0.05 pp", "'-'", "a tolerance that is not negative"},
        {"level ~ 25 个 ± 5 % of", "", "end of text", "the words \"% of it\""},
        {"level ~ 25 个 ± 5 % of item", "item", "'item'", "the words \"% of it\""},
        {"level ~ level(of x)", "level(of x)", "'level'", "a number with a tolerance, or ****"},
        {"level in 2", "2", "'2'", "'['"},
        {"level in [2]", "]", "']'", "','"},
        {"level in [2, 3", "", "end of text", "']'"},
        {"level in [3, 2] 个", "2] 个", "'2'", "a second number that is not below the first"},
        {"growth(since) >= 5 %", ") >= 5 %", "')'", "a year of four digits"},
        {"growth(since 2024-13) >= 5 %", "13) >= 5 %", "'13'", "a month from 01 to 12, H1, H2 or Q1 to Q4"},
        {"growth(since 2020, since 2021) > 0", "since 2021) > 0", "'since'",
         "of, since, in or chained, each at most once"},
        {"growth(from 2020) > 0", "from 2020) > 0", "'from'", "of, since, in or chained, each at most once"},
        {"growth() > 0", ") > 0", "')'", "of, since, in or chained, each at most once"},
        {"growth(since 2020 > 5 %", "> 5 %", "'>'", "')'"},
        {"share(of) > 16 %", ") > 16 %", "')'", "the id of an indicator"},
        {"share(of x @) > 16 %", ") > 16 %", "')'", "a scope"},
        {"rank(in R&D) <= 3", "&D) <= 3", "'&'", "')'"},
        {"growth > growth", "growth", "'growth'", "a number, **** or a measure \"(of INDICATOR)\""},
        {"growth > growth(since 2020)", "growth(since 2020)", "'growth'",
         "a number, **** or a measure \"(of INDICATOR)\""},
        {"growth > growth(of x) + 1", "", "end of text", "a unit such as pp, % or 亿元"},
        {"growth > growth(of x) + pp", "pp", "'pp'", "a number"},
        {"every week: level > 0", "week: level > 0", "'week'", "year, half, quarter or month"},
        {"every year level > 0", "level > 0", "'level'", "':'"},
        {"every year：level > 0", "：level > 0", "'：'", "':'"},
        {"over the year: level > 0", "year: level > 0", "'year'", "the words \"over the plan\""},
        {"all cities: level > 0", "cities: level > 0", "'cities'", "the word \"of\" and a group"},
        {"at most 3 of g: level > 0", "most 3 of g: level > 0", "'most'", "the words \"at least\""},
        {"at least half of g: level > 0", "half of g: level > 0", "'half'", "a number"},
        {"at least 0 of g: level > 0", "0 of g: level > 0", "'0'",
         "a whole number, a fraction or a percentage"},
        {"at least 2.5 of g: level > 0", "2.5 of g: level > 0", "'2'",
         "a whole number, a fraction or a percentage"},
        {"at least 3/2 of g: level > 0", "3/2 of g: level > 0", "'3'", "a fraction such as 1/2"},
        {"at least 150 % of g: level > 0", "150 % of g: level > 0", "'150'", "a percentage up to 100 %"},
        {"at least 0.12345678901234567 % of g: level > 0", "0.12345678901234567 % of g: level > 0", "'0'",
         "a percentage of at most 16 places"},
        {"at least 1/2 of : level > 0", ": level > 0", "':'", "the id of a group"},
        {"improves", "improves", "'improves'", "the words \"improves(since PERIOD)\""},
        {"improves(of x, since 2020)", "improves(of x, since 2020)", "'improves'",
         "the words \"improves(since PERIOD)\""},
        {"improves(since 2020) > 0", "> 0", "'>'", "the end of the criterion"},
        {"\"level >= 3", "\"level >= 3", "'\"'", "a closing double quote"},
        {"\"\" >= 3", "\"\" >= 3", "'\"'", "an id between the quotes"},
        {"R&D >= 3", "&D >= 3", "'&'", ">=, >, <=, <, =, ~ or in"},
        {"level >= 3 家\n", "\n", "'\n'", "the end of the criterion"},
    };
    static_assert(std::size(faulty) >= 25);
    for (const auto& item : faulty) {
        CAPTURE(item.text);
        const auto read = parse_criterion(item.text);
        REQUIRE_FALSE(read);
        CHECK(read.error().position == item.text.size() - item.place.size());
        CHECK(read.error().found == item.found);
        CHECK(read.error().expected == item.expected);
        CHECK(read.error().mend.find(item.mend) != std::string::npos);
    }
}

TEST_CASE("a measure alone: its faults are those of the text that was written") {
    using goalpost::parse_measure;
    const auto told = [](std::string_view text) { return parse_measure(text).error().message(); };
    CHECK(told("") == "at 1: found end of text, expected a measure such as level, growth or share");
    CHECK(told("growth(") == "at 8: found end of text, expected of, since, in or chained, each at most once");
    CHECK(told("share(of gdp") == "at 13: found end of text, expected ')'");
    CHECK(told("level >= 3") == "at 7: found '>', expected the end of the measure");
    CHECK(told("every year: level") == "at 7: found 'year', expected the end of the measure");
}

TEST_CASE("who writes a comparison as people do elsewhere is told how it is written here") {
    constexpr const char* signs[][2] = {
        {"=>", ">="}, {"=<", "<="},   {"==", "="},    {"≥", ">="}, {"≧", ">="}, {"≤", "<="}, {"≦", "<="},
        {"≈", "~"},   {"＞＝", ">="}, {"＜＝", "<="}, {"＞", ">"}, {"＜", "<"}, {"＝", "="}, {"～", "~"}};
    for (const auto& sign : signs) {
        const std::string foreign = sign[0];
        CAPTURE(foreign);
        const auto read = parse_criterion("level " + foreign + " 300 家");
        REQUIRE_FALSE(read);
        CHECK(read.error().position == 6);
        CHECK(read.error().expected == ">=, >, <=, <, =, ~ or in");
        CHECK(read.error().mend == "write " + std::string(sign[1]));
    }
    CHECK(parse_criterion("level => 300").error().message() ==
          "at 7: found '=', expected >=, >, <=, <, =, ~ or in; write >=");
    CHECK(parse_criterion("level ! 300").error().mend.empty());
    CHECK(parse_criterion("level =300"));
}

TEST_CASE("an error is one sentence for people") {
    CHECK(parse_criterion("level ~ 3.5 %").error().message() ==
          "at 14: found end of text, expected \"±\" and a tolerance: how far is \"about\"?");
    CHECK(parse_criterion("level >= 1,450 亿元").error().message() ==
          "at 11: found ',', expected digits or a decimal point; write the number without thousands "
          "separators");
}

TEST_CASE("no text, however broken, does anything but read or name its fault") {
    // Criteria with a byte changed, taken out or put in: read, or refused at a place within the text.
    goalpost::test::Random random(43);
    int refused = 0;
    for (int i = 0; i < 4000; ++i) {
        auto broken = text(goalpost::test::random_criterion(random));
        const auto at =
            static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(broken.size()) - 1));
        const auto byte = static_cast<char>(random.chance(2) ? random.between(-128, 127)
                                                             : "\"\\()[],:@~±*%+-. 0"[random.between(0, 17)]);
        switch (random.between(0, 2)) {
            case 0: broken[at] = byte; break;
            case 1: broken.erase(at, 1); break;
            default: broken.insert(at, 1, byte); break;
        }
        const auto read = parse_criterion(broken);
        if (read) {
            REQUIRE(*parse_criterion(text(*read)) == *read);
        } else {
            ++refused;
            REQUIRE(read.error().position <= broken.size());
            REQUIRE_FALSE(read.error().found.empty());
            REQUIRE_FALSE(read.error().expected.empty());
        }
    }
    CHECK(refused > 1000);
}
