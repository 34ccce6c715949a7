// SPDX-License-Identifier: BSL-1.0
#include <goalpost/number/ratio.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "support/random.hpp"
#include "support/string_makers.hpp"

using goalpost::Decimal;
using goalpost::Ratio;
using goalpost::Rounding;
using goalpost::detail::int128;
using goalpost::detail::uint128;
namespace mp = boost::multiprecision;
using Integer = mp::number<mp::cpp_int_backend<>, mp::et_off>;
using Rational = mp::number<mp::cpp_rational_backend, mp::et_off>;

// Moving is what a table of ratios does when it grows.
static_assert(std::is_nothrow_move_constructible_v<Ratio> && std::is_nothrow_move_assignable_v<Ratio>);

template <class Number>
concept exact_only =
    std::is_convertible_v<int, Number> &&             // integers are exact
    std::is_convertible_v<unsigned long, Number> &&   // unsigned ones too
    std::is_convertible_v<Decimal, Number> &&         // and so are published numbers
    !std::is_constructible_v<Number, double> &&       // a binary float has lost the number it came from
    !std::is_constructible_v<Number, long double> &&  // a longer one only lost less
    !std::is_constructible_v<Number, bool> &&         // a condition is no number
    !requires(Number n) {
    n + 0.5;
}
&&  // no float slips in by an operator
    !requires(Number n) {
    n < 0.5;
}
&&  // nor by a comparison
    !requires(Number n) {
    static_cast<double>(n);
};  // and none comes out
static_assert(exact_only<Ratio>);

namespace {

constexpr int128 highest = static_cast<int128>(~uint128{0} >> 1);
constexpr auto lowest = static_cast<int128>(uint128{1} << 127);

Integer widen(int128 value) { return Integer(goalpost::detail::to_text(value)); }

/// The same number twice: ours, and Multiprecision's.
struct Pair {
    Ratio ours;
    Rational theirs;
};
Pair pair(int128 top, int128 bottom) {
    return {Ratio::of(top, bottom), Rational(widen(top)) / Rational(widen(bottom))};
}

std::vector<int128> integers() {
    std::vector<int128> all{1, -1, 2, 3, -7, 10, highest, -highest, highest - 1, lowest + 2};
    for (const int shift : {31, 62, 63, 64, 65, 125, 126}) {
        const auto power = static_cast<int128>(uint128{1} << shift);
        for (const int128 value : {power - 1, power, -power})
            all.push_back(value);
    }
    goalpost::test::Random random(11);
    for (int i = 0; i < 25; ++i) {
        uint128 bits = random.bits();
        bits = (bits << 64) | random.bits();
        const int128 value = static_cast<int128>(bits) >> random.between(1, 126);
        if (value != 0) all.push_back(value);
    }
    return all;
}

Pair random_pair(goalpost::test::Random& random, const std::vector<int128>& all) {
    const int128 top = random.pick(all);
    return pair(top, random.pick(all));
}

void check_operations(const Pair& a, const Pair& b) {
    CAPTURE(a.theirs.str());
    CAPTURE(b.theirs.str());
    REQUIRE((a.ours + b.ours).fraction() == Rational(a.theirs + b.theirs).str());
    REQUIRE((a.ours - b.ours).fraction() == Rational(a.theirs - b.theirs).str());
    REQUIRE((a.ours * b.ours).fraction() == Rational(a.theirs * b.theirs).str());
    if (b.theirs != 0) REQUIRE((a.ours / b.ours).fraction() == Rational(a.theirs / b.theirs).str());
    REQUIRE((a.ours <=> b.ours) == (a.theirs.compare(b.theirs) <=> 0));
    REQUIRE((a.ours == b.ours) == (a.theirs == b.theirs));
    REQUIRE((-a.ours).fraction() == Rational(-a.theirs).str());
    REQUIRE(a.ours.abs().fraction() == Rational(abs(a.theirs)).str());
    REQUIRE(a.ours.sign() == a.theirs.sign());
}

}  // namespace

TEST_CASE("ratios calculate and compare as Multiprecision's do, up to the last of 128 bits and beyond") {
    const auto all = integers();
    goalpost::test::Random random(12);
    for (int i = 0; i < 1500; ++i) {
        const auto a = random.chance(20) ? pair(0, random.pick(all)) : random_pair(random, all);
        const auto b = random.chance(20) ? pair(0, random.pick(all)) : random_pair(random, all);
        check_operations(a, b);
    }
}

TEST_CASE("results that left 128 bits go on calculating, and find back") {
    const auto all = integers();
    goalpost::test::Random random(13);
    for (int walk = 0; walk < 25; ++walk) {
        Pair at = random_pair(random, all);
        std::vector<Pair> path{at};
        for (int step = 0; step < 12; ++step) {
            const Pair next = random_pair(random, all);
            switch (random.between(0, 3)) {
                case 0: at = {at.ours + next.ours, at.theirs + next.theirs}; break;
                case 1: at = {at.ours - next.ours, at.theirs - next.theirs}; break;
                case 2: at = {at.ours * next.ours, at.theirs * next.theirs}; break;
                default: at = {at.ours / next.ours, at.theirs / next.theirs}; break;
            }
            REQUIRE(at.ours.fraction() == at.theirs.str());
            check_operations(at, random.pick(path));
            path.push_back(at);
        }
        REQUIRE((at.ours - at.ours).is_zero());
        if (!at.ours.is_zero()) REQUIRE(at.ours / at.ours == 1);
    }
}

TEST_CASE("integer filters are given a number exactly while 128 bits hold it") {
    int128 top = 0;
    int128 bottom = 0;
    REQUIRE(Ratio::of(-6, 4).narrow(top, bottom));
    CHECK(top * 2 == -3 * bottom);  // not always in lowest terms
    CHECK(bottom > 0);
    const Ratio edge = Ratio::of(highest, 1);
    REQUIRE((edge * 4 / 4).narrow(top, bottom));  // out and back again
    CHECK(top == highest);
    CHECK(bottom == 1);
    CHECK_FALSE((edge + 1).narrow(top, bottom));
    CHECK_FALSE((Ratio(1) / edge / 2).narrow(top, bottom));
    CHECK(top == highest);  // left alone
}

TEST_CASE("the one 128-bit number without a negation") {
    CHECK_THROWS_AS(Ratio::of(lowest, 1), std::overflow_error);
    CHECK_THROWS_AS(Ratio::of(1, lowest), std::overflow_error);
    // -2^64 / (-1 / 2^63): the product is -2^127 and has to change its sign, which 128 bits do not allow.
    const Ratio a = Ratio::of(-(int128{1} << 64), 1);
    const Ratio b = Ratio::of(-1, int128{1} << 63);
    CHECK((a / b).fraction() == "170141183460469231731687303715884105728");
    CHECK((Ratio::of(lowest + 1, 1) - 1).fraction() == "-170141183460469231731687303715884105728");
}

TEST_CASE("a fraction of so many digits at most") {
    CHECK(Ratio::of(-6, 14).fraction(1) == "-3/7");
    CHECK(Ratio(12).fraction(2) == "12");
    CHECK_FALSE(Ratio(-12).fraction(1));
    CHECK_FALSE(Ratio::of(3, 100).fraction(2));
    CHECK(Ratio::of(3, 100).fraction(3) == "3/100");
    const auto wide = Ratio(10).power(40);  // 41 digits
    CHECK_FALSE(wide.fraction(40));
    CHECK(wide.fraction(41) == wide.fraction());
    CHECK((wide - 1).fraction(40) == (wide - 1).fraction());
    CHECK_FALSE((Ratio(-1) / wide).fraction(40));
    CHECK_THROWS_AS(static_cast<void>(Ratio(1).fraction(0)), std::invalid_argument);
}

TEST_CASE("nothing is divided by zero") {
    CHECK_THROWS_AS(Ratio::of(1, 0), std::domain_error);
    CHECK_THROWS_AS(static_cast<void>(Ratio(1) / Ratio(0)), std::domain_error);
    CHECK_THROWS_AS(static_cast<void>(Ratio(0) / (Ratio::of(1, 3) - Ratio::of(1, 3))), std::domain_error);
}

TEST_CASE("what a decimal library gets wrong: (a/b)*b == a for every pair up to 399") {
    // cpp_dec_float_50 fails for 144,524 of these 159,201 pairs.
    int right = 0;
    for (int a = 1; a <= 399; ++a) {
        for (int b = 1; b <= 399; ++b)
            right += (Ratio(a) / b) * b == a ? 1 : 0;
    }
    CHECK(right == 399 * 399);
}

TEST_CASE("a seventh of itself times 700 is 100, not just short of it") {
    for (int t = 1; t <= 2000; ++t) {
        const Ratio completion = Ratio(t) / Ratio(7 * t) * 700;
        REQUIRE(completion >= 100);
        REQUIRE(completion == 100);
    }
}

TEST_CASE("powers are exact, and cheap where the base does not grow") {
    const int bases[][2] = {{23, 20}, {-3, 7}, {10, 4}, {115, 100}, {-2, 1}};
    for (const auto& base : bases) {
        for (unsigned exponent = 0; exponent <= 60; ++exponent) {
            const Rational expected(mp::pow(Integer(base[0]), exponent), mp::pow(Integer(base[1]), exponent));
            REQUIRE(Ratio::of(base[0], base[1]).power(exponent).fraction() == expected.str());
        }
    }
    const Ratio wide = Ratio::of(highest, 3) * Ratio::of(highest, 7);
    CHECK(wide.power(2) == wide * wide);
    CHECK(wide.power(0) == 1);
    CHECK(Ratio(0).power(0) == 1);  // the empty product
    CHECK(Ratio(0).power(4'000'000'000U) == 0);
    CHECK(Ratio(-1).power(4'000'000'001U) == -1);
    // 15 % a year for five years is the factor (23/20)^5 = 2.011357...: 2.0113 falls short.
    CHECK(Ratio(Decimal(20113, 4)) < Ratio::of(23, 20).power(5));
    CHECK(Ratio::of(6'436'343, 3'200'000) == Ratio::of(23, 20).power(5));
}

TEST_CASE("rounding to places, in all modes, against whole numbers") {
    goalpost::test::Random random(14);
    const auto all = integers();
    const Rounding modes[] = {Rounding::half_away, Rounding::half_even, Rounding::floor, Rounding::ceiling,
                              Rounding::truncate};
    for (int i = 0; i < 1500; ++i) {
        // Small quotients with many ties; decimals; the largest there are; numbers beyond 128 bits.
        Pair value = random_pair(random, all);
        const auto small = random.between(-99'999, 99'999);
        if (i % 3 == 0) value = pair(small % 300, random.between(1, 16));
        if (i % 3 == 1)
            value = pair(small, goalpost::detail::power_of_ten(static_cast<int>(random.between(0, 4))));
        if (i % 7 == 0)
            value = {value.ours * Ratio::of(highest, 8), value.theirs * Rational(widen(highest)) / 8};
        const auto places =
            static_cast<int>(random.chance(8) ? random.between(19, 45) : random.between(0, 4));
        for (const auto mode : modes) {
            const Rational scaled =
                value.theirs * Rational(mp::pow(Integer(10), static_cast<unsigned>(places)));
            Integer down = numerator(scaled) / denominator(scaled);  // truncates
            if (down > scaled) --down;
            const Rational rest = scaled - Rational(down);
            const bool tie = rest == Rational(1, 2);
            const bool negative = value.theirs < 0;
            const bool up = mode == Rounding::floor       ? false
                            : mode == Rounding::ceiling   ? rest > 0
                            : mode == Rounding::truncate  ? negative && rest > 0
                            : mode == Rounding::half_even ? (tie ? down % 2 != 0 : rest > Rational(1, 2))
                                                          : (tie ? !negative : rest > Rational(1, 2));
            auto text = value.ours.fixed(places, mode);
            CAPTURE(text);
            CAPTURE(value.theirs.str());
            REQUIRE(static_cast<int>(text.size()) > places);
            if (places > 0) REQUIRE(text[text.size() - static_cast<std::size_t>(places) - 1] == '.');
            const bool minus = text[0] == '-';
            std::erase_if(text, [](char c) { return c == '.' || c == '-'; });
            text.erase(
                0, std::min(text.find_first_not_of('0'), text.size() - 1));  // or it would be read as octal
            const Integer printed = minus ? Integer(-Integer(text)) : Integer(text);
            REQUIRE(printed == down + (up ? 1 : 0));
            REQUIRE(minus == (printed < 0));  // zero has no sign
            const auto tens = Ratio(10).power(static_cast<unsigned>(places));
            REQUIRE((value.ours.rounded(places, mode) * tens).fraction() == printed.str());
        }
    }
}

TEST_CASE("rounding is half away from zero unless told, and refuses less than no places") {
    CHECK(Ratio::of(1, 8).fixed(2) == "0.13");
    CHECK(Ratio::of(-1, 8).fixed(2) == "-0.13");
    CHECK(Ratio::of(9692, 100).fixed(2) == "96.92");
    CHECK(Ratio(Decimal(12581)).fixed(0, Rounding::truncate) == "12581");
    CHECK((Ratio(12581) / 10000).fixed(2, Rounding::truncate) == "1.25");  // 12,581 家 printed as 1.25 万家
    CHECK(Ratio::of(-1, 1000).fixed(2) == "0.00");
    CHECK_THROWS_AS(static_cast<void>(Ratio(1).fixed(-1)), std::invalid_argument);
    CHECK(Ratio::of(-1, 8).rounded(2) == Ratio::of(-13, 100));
    CHECK_THROWS_AS(static_cast<void>(Ratio(1).rounded(-1)), std::invalid_argument);
}

TEST_CASE("a fraction is in lowest terms, and whole numbers have no line") {
    CHECK(Ratio::of(6, 14).fraction() == "3/7");
    CHECK(Ratio::of(6, -14).fraction() == "-3/7");
    CHECK(Ratio(Decimal(350, 2)).fraction() == "7/2");
    CHECK(Ratio::of(24, 2).fraction() == "12");
    CHECK(Ratio::of(0, -5).fraction() == "0");
}

TEST_CASE("which numbers a finite decimal writes, and how many places it takes") {
    for (int bottom = 1; bottom <= 700; ++bottom) {
        int expected = -1;  // the first power of ten that the denominator divides; 2^9 takes nine places
        for (int power = 0; power <= 10 && expected < 0; ++power) {
            if (goalpost::detail::power_of_ten(power) % bottom == 0) expected = power;
        }
        int places = -1;
        REQUIRE(Ratio::of(1, bottom).is_finite_decimal(places) == (expected >= 0));
        if (expected >= 0) REQUIRE(places == expected);
    }
    int places = -1;
    CHECK(Ratio::of(3, 6).is_finite_decimal(places));  // not in lowest terms: 1/2
    CHECK(places == 1);
    const Ratio tenths = Ratio(1) / Ratio(10).power(50);
    CHECK(tenths.is_finite_decimal(places));
    CHECK(places == 50);
    CHECK_FALSE((tenths / 3).is_finite_decimal(places));
}

TEST_CASE("a ratio is read from a decimal or a fraction of whole numbers") {
    CHECK(*Ratio::parse("3.50") == Ratio::of(7, 2));
    CHECK(*Ratio::parse("1/2") == Ratio::of(1, 2));
    CHECK(*Ratio::parse("-6/4") == Ratio::of(-3, 2));
    CHECK(*Ratio::parse("0/5") == 0);
    struct Faulty {
        std::string_view text;
        std::size_t position;
        std::string_view found;
    };
    const Faulty faulty[] = {{"1/0", 2, "'0'"},      {"1/-2", 2, "'-'"},  {"1.5/2", 0, "'1'"},
                             {"1/2.5", 2, "'2'"},    {"1/2/3", 3, "'/'"}, {"1/", 2, "end of text"},
                             {"/2", 0, "'/'"},       {"1 / 2", 1, "' '"}, {"1/ 2", 2, "' '"},
                             {"", 0, "end of text"}, {"半", 0, "'半'"}};
    for (const auto& item : faulty) {
        CAPTURE(item.text);
        const auto read = Ratio::parse(item.text);
        REQUIRE_FALSE(read);
        CHECK(read.error().position == item.position);
        CHECK(read.error().found == item.found);
    }
}
