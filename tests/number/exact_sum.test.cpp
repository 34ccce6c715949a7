// SPDX-License-Identifier: BSL-1.0
#include <goalpost/number/exact_sum.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/random.hpp"

using goalpost::ExactSum;
using goalpost::Ratio;
using goalpost::Rounding;
using goalpost::detail::int128;
namespace mp = boost::multiprecision;
using Rational = mp::number<mp::cpp_rational_backend, mp::et_off>;

namespace {

constexpr Rounding modes[] = {Rounding::half_away, Rounding::half_even, Rounding::truncate, Rounding::floor,
                              Rounding::ceiling};

Ratio any_number(goalpost::test::Random& random) {
    const auto top = random.between(-100'000, 100'000);
    switch (random.between(0, 4)) {
        case 0: return Ratio(top);
        case 1: return Ratio::of(top, random.pick({1, 2, 10, 20, 100}));
        case 2: return Ratio::of(top, random.between(1, 40));
        case 3: return Ratio::of(int128{top} << 40U, (int128{random.between(1, 1 << 30)} << 64U) + 1);
        default: return Ratio::of(top, random.between(1, 1'000'000'000'000));
    }
}

ExactSum sum_of(const std::vector<Ratio>& numbers) {
    ExactSum sum;
    for (const auto& number : numbers)
        sum += number;
    return sum;
}

/// Nothing where a side of the fraction has more digits.
std::optional<std::string> short_of(const std::string& fraction, int most) {
    const Rational number(fraction);
    const auto digits = [](const auto& integer) { return static_cast<int>(abs(integer).str().size()); };
    const bool fits = digits(numerator(number)) <= most && digits(denominator(number)) <= most;
    return fits ? std::optional(fraction) : std::nullopt;
}

/// 1/(1 2) + 1/(2 3) + ... = n / (n + 1), with a new denominator for each.
ExactSum telescope(int n) {
    ExactSum sum;
    for (int k = 1; k <= n; ++k)
        sum += Ratio::of(1, int128{k} * (k + 1));
    return sum;
}

}  // namespace

TEST_CASE("a sum is the fraction that Multiprecision makes of its terms") {
    goalpost::test::Random random(11);
    for (int round = 0; round < 300; ++round) {
        std::vector<Ratio> numbers;
        Rational expected = 0;
        for (auto left = random.between(0, 60); left > 0; --left) {
            numbers.push_back(any_number(random));
            expected += Rational(numbers.back().fraction());
        }
        const auto sum = sum_of(numbers);
        const auto value = sum.value();
        // Asked before the fraction is worked out, then after.
        const auto near = Ratio::parse(value.fixed(6)).value();
        const auto digits = value.fixed(9, modes[round % 5]);
        const auto places = value.decimal_places(7);
        const auto order = value <=> near;
        const auto most = random.pick({1, 3, 8, 20, 40, 100, 400});
        const auto short_fraction = value.fraction(most);
        CHECK(Rational(value.fraction()) == expected);
        CHECK(short_fraction == short_of(value.fraction(), most));
        CHECK((-value).fraction(most) == short_of((-value).fraction(), most));
        const Ratio plain = Ratio(0) + value * Ratio(1);
        CHECK(plain.fraction() == value.fraction());
        const auto exact = [&] {
            Ratio added;
            for (const auto& number : numbers)
                added = added + number;
            return added;
        }();
        CHECK(value == exact);
        CHECK(exact.fixed(9, modes[round % 5]) == digits);
        CHECK(exact.decimal_places(7) == places);
        CHECK((exact <=> near) == order);
        CHECK(value.sign() == exact.sign());
        CHECK((-value).fraction() == (-exact).fraction());
        const auto factor = Ratio::of(random.between(-500, 500), 7);
        CHECK((value * factor).fixed(12) == (exact * factor).fixed(12));
        CHECK(factor * value == exact * factor);
        if (!factor.is_zero()) CHECK((value / factor).fraction() == (exact / factor).fraction());
        CHECK((value - near).fraction() == (exact - near).fraction());

        std::reverse(numbers.begin(), numbers.end());
        CHECK(sum_of(numbers) == sum);
        const auto cut = random.between(0, static_cast<std::int64_t>(numbers.size()));
        ExactSum halves = sum_of({numbers.begin(), numbers.begin() + cut});
        halves += sum_of({numbers.begin() + cut, numbers.end()});
        CHECK(halves == sum);
        CHECK(sum_of(sum.parts()) == sum);
        numbers.push_back(Ratio::of(1, 1'000'000'000'000'000'000));
        CHECK_FALSE(sum_of(numbers) == sum);
        CHECK(sum_of(numbers).value() > value);
    }
}

TEST_CASE("a sum that lies on an edge is told from its neighbours") {
    constexpr int n = 3000;
    auto sum = telescope(n);
    const auto last = Ratio::of(1, n + 1);
    CHECK(sum.value() == Ratio(1) - last);
    CHECK(sum.value() < Ratio(1));
    CHECK(sum.value().fixed(0, Rounding::floor) == "0");
    CHECK_FALSE(sum.value().decimal_places(18));
    const auto tiny = Ratio::of(1, int128{1} << 100U);  // far less than the bounds tell
    for (const int side : {-1, 0, 1}) {
        CAPTURE(side);
        auto edge = sum;
        edge += last;
        edge += tiny * Ratio(side);
        const auto one = edge.value();
        CHECK((one <=> Ratio(1)) == side <=> 0);
        CHECK((one - Ratio(1)).sign() == side);
        CHECK(one.fixed(0, Rounding::floor) == (side < 0 ? "0" : "1"));
        CHECK(one.fixed(2, Rounding::ceiling) == (side > 0 ? "1.01" : "1.00"));
        CHECK(one.decimal_places(3) == (side == 0 ? std::optional(0) : std::nullopt));
        const auto half = one * Ratio::of(1, 8);  // 0.125 rounds up, less does not
        CHECK(half.fixed(2) == (side < 0 ? "0.12" : "0.13"));
        CHECK(half.fixed(2, Rounding::half_even) == (side > 0 ? "0.13" : "0.12"));
        CHECK((half * Ratio(-1)).fixed(2) == (side < 0 ? "-0.12" : "-0.13"));
        CHECK(half.decimal_places(3) == (side == 0 ? std::optional(3) : std::nullopt));
        CHECK_FALSE(half.decimal_places(2));
        auto none = edge;
        none += Ratio(-1);
        CHECK(none.is_zero() == (side == 0));
        CHECK(none.value().sign() == side);
    }
}

TEST_CASE("a million terms are added, compared and rounded without their fraction") {
    constexpr int n = 1'000'000;  // whose least common denominator has some 400,000 digits
    const auto sum = telescope(n);
    const auto share = sum.value() / Ratio(4);
    CHECK(share < Ratio::of(1, 4));
    CHECK(share > Ratio::of(2'499'997, 10'000'000));
    CHECK((share * Ratio(100)).fixed(8) == "24.99997500");  // 25 - 25 / 1000001
    CHECK((share * Ratio(100)).fixed(10, Rounding::ceiling) == "24.9999750001");
    CHECK_FALSE(share.decimal_places(9));
    CHECK(ExactSum(share).value() == share);  // one number is itself
    auto more = sum;
    more += Ratio::of(1, n);
    CHECK(more.value() > sum.value());
}

TEST_CASE("a fraction is found where it is short, and not looked for where it is long") {
    const auto short_sum = telescope(3000).value();
    CHECK_FALSE(short_sum.fraction(3));
    CHECK(short_sum.fraction(4) == "3000/3001");
    CHECK((short_sum * Ratio(-100)).fraction(6) == "-300000/3001");
    auto none = telescope(3000);
    none += Ratio::of(-3000, 3001);
    CHECK(none.value().fraction(1) == "0");
    // Far closer to a short fraction than 64 bits behind the point tell.
    auto near = telescope(3000);
    const auto power = int128{1} << 120U;
    near += Ratio::of(1, power);
    CHECK_FALSE(near.value().fraction(39));
    CHECK(near.value().fraction(40) ==
          "3987683987354747618711421180841033731001/3989013215350532534584324987901314072576");
    auto nearer = telescope(3000);
    nearer += Ratio(1) / Ratio(2).power(900);
    CHECK_FALSE(nearer.value().fraction(40));
    // The value of one sum inside another, as with the items of a sheet.
    auto outer = telescope(20);
    outer += short_sum / Ratio(7);
    CHECK(outer.value().fraction(40) == (Ratio::of(20, 21) + Ratio::of(3000, 3001 * 7)).fraction());
    ExactSum harmonic;  // to 1,000,000: more than 400,000 digits
    for (int k = 1; k <= 1'000'000; ++k)
        harmonic += Ratio::of(1, k);
    CHECK_FALSE(harmonic.value().fraction(40));
    CHECK_FALSE((harmonic.value() * Ratio::of(100, 3)).fraction(40));
}

TEST_CASE("sums of few denominators, and of wholes of any size") {
    ExactSum sum;
    CHECK(sum.is_zero());
    CHECK(sum.parts() == std::vector<Ratio>{0});
    for (int i = 0; i < 10'000; ++i)
        sum += Ratio::of(3, 10);
    CHECK(sum.value().fraction() == "3000");
    CHECK(sum.parts() == std::vector<Ratio>{3000});
    const auto huge = Ratio::of((int128{1} << 126U) + 5, 1);
    auto large = sum;
    for (int i = 0; i < 3; ++i)
        large += huge;
    CHECK(large.value() == huge * Ratio(3) + Ratio(3000));
    CHECK(large.value().fraction() == "255211775190703847597530955573826161607");  // 3 * 2^126 + 3015
    for (int i = 0; i < 3; ++i)
        large += -huge;
    CHECK(large == sum);
    sum += sum;
    CHECK(sum.value() == Ratio(6000));
}

TEST_CASE("a sum of many denominators is added to itself, and has no part that is nothing") {
    ExactSum sum;
    for (const int prime : {2, 3, 5, 7, 11, 13, 17, 19, 23, 29})
        sum += Ratio::of(1, prime);
    const auto once = sum.value();
    sum += sum;
    CHECK(sum.value() == once * Ratio(2));
    sum += Ratio::of(1, 101);
    sum += Ratio::of(100, 101);
    CHECK(sum.value() == once * Ratio(2) + Ratio(1));
    for (const auto& part : sum.parts())
        CHECK(!part.is_zero());
}
