// SPDX-License-Identifier: BSL-1.0
#include "goalpost/methods/exact_real.hpp"

#include <doctest/doctest.h>

#include "support/random.hpp"

using namespace goalpost;

namespace {
Ratio r(std::string_view text) { return Ratio::parse(text).value(); }
Surd root(std::string_view base, unsigned degree, unsigned exponent = 1) {
    return {0, 1, {r(base), exponent, degree}};
}
}  // namespace

TEST_SUITE("methods/exact_real") {
    TEST_CASE("quotients of roots") {
        // sqrt(2) / sqrt(3) = 0.816496580927726032732...
        const auto q = ExactReal::quotient(root("2", 2), root("3", 2));
        CHECK(q.fixed(20) == "0.81649658092772603273");
        CHECK(compare(q, r("0.816496580927726032")) == std::strong_ordering::greater);
        CHECK(compare(q, r("0.816496580927726033")) == std::strong_ordering::less);
        CHECK_FALSE(q.rational());
        CHECK_FALSE(q.value());
        CHECK(ExactReal(root("2", 2)).value()->fixed(3) == "1.414");
        CHECK_THROWS_AS(ExactReal::quotient(root("2", 2), {}), std::domain_error);
        // sqrt(4) - 2 is zero, though no root of it was taken yet.
        CHECK_THROWS_AS(ExactReal::quotient({.offset = 1}, {-2, 1, {4, 1, 2}}), std::domain_error);
    }

    TEST_CASE("what is rational in disguise is equal to its number") {
        const auto half = ExactReal::quotient(root("2", 2), root("8", 2));
        CHECK(compare(half, r("1/2")) == std::strong_ordering::equal);
        CHECK(half.fixed(3) == "0.500");
        const auto four = ExactReal(root("8", 3, 2));
        CHECK(compare(four, 4) == std::strong_ordering::equal);
        // (sqrt(2) - 1) / (4^(1/4) - 1) = 1
        const auto one = ExactReal::quotient({-1, 1, {2, 1, 2}}, {-1, 1, {4, 1, 4}});
        CHECK(compare(one, 1) == std::strong_ordering::equal);
        CHECK((one + one).fixed(2) == "2.00");
    }

    TEST_CASE("sums: equal parts join, unlike ones are bracketed") {
        const auto a = ExactReal::quotient(root("2", 2), root("3", 2));
        CHECK((a - a).rational() == Ratio(0));
        CHECK((a + a).sign() == 1);
        const auto b = ExactReal::quotient(root("3", 2), root("2", 2));  // a b = 1, a + b = 5 / sqrt(6)
        CHECK((a + b).fixed(12) == "2.041241452319");
        CHECK(compare(a + b, r("2.0412414523193150")) == std::strong_ordering::greater);
        CHECK(compare(a + b, r("2.0412414523193151")) == std::strong_ordering::less);
        CHECK((a * Ratio(0)).rational() == Ratio(0));
        // sqrt(2) + sqrt(8) - sqrt(18) is zero, and seen to be.
        CHECK((ExactReal(root("2", 2)) + root("8", 2) - root("18", 2)).sign() == 0);
    }

    TEST_CASE("the integer filter says what exact arithmetic says") {
        test::Random random(20260711);
        int decided = 0;
        for (int i = 0; i < 2000; ++i) {
            const auto pick = [&](std::int64_t low, std::int64_t high) { return random.between(low, high); };
            const Ratio base = Ratio(pick(1, 3000)) / Ratio(pick(1, 3000));
            const Power power{base, static_cast<unsigned>(pick(1, 5)), static_cast<unsigned>(pick(1, 20))};
            const auto bracket = detail::fixed_bracket(power);
            if (!bracket) continue;
            ++decided;
            // low <= base^(e/d) * 2^56 <= high, by powers.
            const Ratio one = Ratio(2).power(56);
            const Ratio exact = base.power(power.exponent);
            CHECK((Ratio::of(bracket->low, 1) / one).power(power.degree) <= exact);
            CHECK((Ratio::of(bracket->high, 1) / one).power(power.degree) >= exact);
        }
        CHECK(decided > 500);
        for (int i = 0; i < 2000; ++i) {
            const Ratio value =
                Ratio(random.between(-2'000'000'000, 2'000'000'000)) *
                Ratio(random.between(1, 2'000'000'000)) / Ratio(random.between(1, 2'000'000'000)) /
                Ratio(random.between(1, 2'000'000'000)) / Ratio(random.between(1, 2'000'000'000));
            const auto bracket = detail::FixedBracket::of(value);
            if (!bracket) continue;
            const Ratio scaled = value * Ratio(2).power(56);
            CHECK(Ratio::of(bracket->low, 1) <= scaled);
            CHECK(Ratio::of(bracket->high, 1) >= scaled);
        }
    }

    TEST_CASE("digits by the filter are those of the exact way") {
        test::Random random(11);
        for (int i = 0; i < 300; ++i) {
            const auto pick = [&](std::int64_t low, std::int64_t high) { return random.between(low, high); };
            const auto surd = [&] {
                return Surd{Ratio(pick(-3, 3)),
                            Ratio(pick(1, 3)),
                            {Ratio(pick(1, 30)) / Ratio(pick(1, 30)), 1, static_cast<unsigned>(pick(2, 9))}};
            };
            const auto bottom = surd();
            if (detail::sign_of(bottom) == 0) continue;
            const auto number =
                ExactReal::quotient(surd(), bottom) + ExactReal(Ratio(pick(-9, 9)) / Ratio(7));
            const auto [low, high] = number.bracket(256);
            for (const int places : {0, 3, 9, 12}) {
                if (low.fixed(places) != high.fixed(places)) continue;
                CHECK(number.fixed(places) == low.fixed(places));
                CHECK(number.fixed(places, Rounding::floor) == low.fixed(places, Rounding::floor));
            }
        }
    }

    TEST_CASE("signs of sums of two roots, against brackets of 512 bits") {
        test::Random random(7);
        for (int i = 0; i < 400; ++i) {
            const auto pick = [&](std::int64_t low, std::int64_t high) { return random.between(low, high); };
            const auto surd = [&] {
                return Surd{Ratio(pick(-3, 3)),
                            Ratio(pick(-3, 3)),
                            {Ratio(pick(1, 12)) / Ratio(pick(1, 12)), static_cast<unsigned>(pick(1, 3)),
                             static_cast<unsigned>(pick(1, 6))}};
            };
            const Surd a = surd();
            const Surd b = surd();
            const Ratio x = Ratio(pick(-4, 4)) / Ratio(pick(1, 4));
            const auto [low, high] = (a.value() + b.value() * x).bracket(512);
            const int sign = detail::sign_of_sum(a, x, b);
            if (low.sign() > 0) CHECK(sign == 1);
            if (high.sign() < 0) CHECK(sign == -1);
            if (sign == 0) CHECK((low.sign() <= 0 && high.sign() >= 0));
        }
    }
}
