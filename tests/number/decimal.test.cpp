// SPDX-License-Identifier: BSL-1.0
#include <goalpost/number/decimal.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "support/random.hpp"
#include "support/string_makers.hpp"

using goalpost::Decimal;

static_assert(sizeof(Decimal) == 16);
static_assert(std::is_trivially_copyable_v<Decimal>);
static_assert(std::is_nothrow_default_constructible_v<Decimal>);

// Usable in constant expressions, so that a program can write its figures as constants.
static_assert(Decimal(350, 2) == Decimal(35, 1));
static_assert(Decimal(-28, 1).sign() == -1 && Decimal().sign() == 0);
static_assert(!Decimal(350, 2).same_text(Decimal(35, 1)));

template <class Number>
concept refuses_what_is_no_published_number =
    !std::is_constructible_v<Number, double> &&  // a binary float has lost the number it came from
    !std::is_constructible_v<Number, float> &&   // so has a shorter one
    !std::is_constructible_v<Number, double,
                             int> &&        // and saying how many places it has does not bring it back
    !std::is_convertible_v<int, Number> &&  // 5 may mean 5 or 5 units of some last digit: say which
    !requires(Number n) {
    n = 0.5;
}
&&  // not by assignment either
    !requires(Number n) {
    n < 3.5;
}
&&  // nor in a comparison
    !requires(Number n) {
    n == 3.5;
}
&&  // least of all for equality
    !requires(Number n) {
    static_cast<double>(n);
};  // and nothing leaves as a binary float
static_assert(refuses_what_is_no_published_number<Decimal>);

TEST_CASE("a decimal keeps the digits and places it was published with") {
    for (const std::string_view text :
         {"0", "3.50", "3.5", "-2.8", "0.0", "0.00", "14450", "15507.87", "-0.01", "1000",
          "999999999999999999", "-999999999999999999", "0.000000000000000001", "1.00000000000000000"}) {
        CAPTURE(text);
        const auto read = Decimal::parse(text);
        REQUIRE(read);
        CHECK(read->text() == text);
    }
    CHECK(Decimal::parse("3.50")->places() == 2);
    CHECK(Decimal::parse("3.50")->units() == 350);
}

TEST_CASE("what means the same is written the same") {
    const std::string_view same[][2] = {
        {"012", "12"},
        {"+5", "5"},
        {"-0", "0"},
        {"-0.0", "0.0"},
        {"00.50", "0.50"},
        {"+0.0", "0.0"},
        {"-007", "-7"},
        {"0000000000000000000000000000000000000001", "1"}};  // zeros in front are no digits
    for (const auto& pair : same) {
        CAPTURE(pair[0]);
        const auto read = Decimal::parse(pair[0]);
        REQUIRE(read);
        CHECK(read->text() == pair[1]);
    }
}

TEST_CASE("every text that parse gives out is read back as the same digits") {
    goalpost::test::Random random(1);
    for (int i = 0; i < 2000; ++i) {
        const auto places = static_cast<int>(random.between(0, 18));
        const Decimal value(
            random.between(-999'999'999'999'999'999, 999'999'999'999'999'999) >> random.between(0, 59),
            places);
        const auto read = Decimal::parse(value.text());
        REQUIRE(read);
        REQUIRE(read->same_text(value));
    }
}

TEST_CASE("what is no plain decimal is refused with its place and how to mend it") {
    struct Faulty {
        std::string_view text;
        std::size_t position;
        std::string_view found;
        std::string_view mend;  // a part of it
    };
    const Faulty faulty[] = {
        {"", 0, "end of text", "plain digits"},
        {" ", 0, "' '", "without blanks"},
        {" 5", 0, "' '", "without blanks"},
        {"5 ", 1, "' '", "without blanks"},
        {"1 450", 1, "' '", "without blanks"},
        {"5\t", 1, "'\t'", "without blanks"},
        {"1,450", 1, "','", "without thousands separators"},
        {"1.2.3", 3, "'.'", "plain digits"},
        {"１２", 0, "'１'", "half-width"},
        {"1２", 1, "'２'", "half-width"},
        {"1．5", 1, "'．'", "half-width"},
        {"1，450", 1, "'，'", "half-width"},
        {"1e5", 1, "'e'", "without an exponent"},
        {"1.5E-3", 3, "'E'", "without an exponent"},
        {".5", 0, "'.'", "before the point"},
        {"5.", 2, "end of text", "behind the point"},
        {".", 0, "'.'", "before the point"},
        {"-", 1, "end of text", "plain digits"},
        {"+", 1, "end of text", "plain digits"},
        {"--5", 1, "'-'", "plain digits"},
        {"−5", 0, "'−'", "plain digits"},  // U+2212, as typesetters write it
        {"inf", 0, "'i'", "leave the figure out"},
        {"NaN", 0, "'N'", "leave the figure out"},
        {"-inf", 1, "'i'", "leave the figure out"},
        {"0x10", 1, "'x'", "plain digits"},
        {"三", 0, "'三'", "plain digits"},
        {"5%", 1, "'%'", "plain digits"},
        {"1234567890123456789", 18, "more than 18 digits", "larger unit"},
        {"1234567890123456789012345678901234567890", 18, "more than 18 digits", "larger unit"},
        {"0.0000000000000000001", 20, "more than 18 digits", "fewer digits"},
    };
    for (const auto& item : faulty) {
        CAPTURE(item.text);
        const auto read = Decimal::parse(item.text);
        REQUIRE_FALSE(read);
        CHECK(read.error().position == item.position);
        CHECK(read.error().found == item.found);
        CHECK(read.error().mend.find(item.mend) != std::string::npos);
        CHECK_FALSE(read.error().expected.empty());
    }
    CHECK(
        Decimal::parse("1,450").error().message() ==
        "at 2: found ',', expected digits or a decimal point; write the number without thousands separators");
}

TEST_CASE("a refused text has no value, and asking for it says why") {
    const auto read = Decimal::parse("1e5");
    CHECK_THROWS_WITH_AS(static_cast<void>(read.value()), read.error().message().c_str(), std::logic_error);
    CHECK_THROWS_AS(*read, std::logic_error);
}

TEST_CASE("decimals are ordered as numbers, whatever their places") {
    // In ascending order; the order of every pair must be that of their places in the list.
    const std::string_view ascending[] = {"-999999999999999999",
                                          "-10",
                                          "-2.81",
                                          "-2.8",
                                          "-0.000000000000000001",
                                          "0.0",
                                          "0.000000000000000001",
                                          "0.099",
                                          "0.1",
                                          "2.79",
                                          "2.8",
                                          "3.499999999999999",
                                          "3.50",
                                          "100",
                                          "999999999999999999"};
    for (std::size_t i = 0; i < std::size(ascending); ++i) {
        for (std::size_t j = 0; j < std::size(ascending); ++j) {
            const auto a = *Decimal::parse(ascending[i]);
            const auto b = *Decimal::parse(ascending[j]);
            CHECK((a <=> b) == (i <=> j));
            CHECK((a == b) == (i == j));
        }
    }
}

TEST_CASE("equal numbers are equal and hash alike, and same_text tells their digits apart") {
    const std::hash<Decimal> hash;
    const std::string_view same[][2] = {
        {"3.50", "3.5"}, {"100", "100.000"}, {"0", "0.000"}, {"-2.80", "-2.8"}, {"-0.0", "0"}};
    for (const auto& pair : same) {
        CAPTURE(pair[0]);
        const auto a = *Decimal::parse(pair[0]);
        const auto b = *Decimal::parse(pair[1]);
        CHECK(a == b);
        CHECK(hash(a) == hash(b));
        CHECK_FALSE(a.same_text(b));
    }
    // Not a law, but a hash that throws these together would be useless.
    CHECK(hash(Decimal(35, 1)) != hash(Decimal(35)));
    CHECK(hash(Decimal(10)) != hash(Decimal(1)));
}

TEST_CASE("negation keeps the digits") {
    CHECK((-*Decimal::parse("3.50")).text() == "-3.50");
    CHECK((-*Decimal::parse("0.0")).text() == "0.0");
}

TEST_CASE("more than 18 digits or places do not fit") {
    CHECK_NOTHROW(static_cast<void>(Decimal(999'999'999'999'999'999, 18)));
    CHECK_THROWS_AS(static_cast<void>(Decimal(1'000'000'000'000'000'000)), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(Decimal(-1'000'000'000'000'000'000)), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(Decimal(std::numeric_limits<std::int64_t>::min())), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(Decimal(1, 19)), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(Decimal(1, -1)), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(Decimal(1, 256)),
                    std::out_of_range);  // would be 0 in the byte that holds it
}
