// SPDX-License-Identifier: BSL-1.0
#include <goalpost/number/small_ratio.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <stdexcept>
#include <type_traits>

#include <goalpost/number/ratio.hpp>

using goalpost::Ratio;
using goalpost::SmallRatio;

// Usable in constant expressions, and in lowest terms, so that equal numbers have equal parts.
static_assert(SmallRatio::of(50, -100) == SmallRatio::of(-1, 2));
static_assert(SmallRatio::of(50, -100).numerator() == -1 && SmallRatio::of(50, -100).denominator() == 2);
static_assert(SmallRatio::of(0, -7) == 0 && SmallRatio().sign() == 0);
static_assert(SmallRatio::of(INT64_MAX, 2) > SmallRatio::of(INT64_MAX, 3));
static_assert(SmallRatio::of(-INT64_MAX, INT64_MAX) == -1);
static_assert(!std::is_constructible_v<SmallRatio, double>);  // a binary float has lost its number
static_assert(!std::is_convertible_v<Ratio, SmallRatio>);     // it may not fit
static_assert(std::is_convertible_v<SmallRatio, Ratio>);

TEST_CASE("a small ratio is a ratio, and a ratio is small where it fits") {
    CHECK(Ratio(SmallRatio::of(2'000, 3)) == Ratio::of(2'000, 3));
    CHECK(SmallRatio::of(1, 100) * Ratio(7) == Ratio::of(7, 100));
    CHECK(Ratio::of(4'000, 6).small() == SmallRatio::of(2'000, 3));
    CHECK(Ratio(0).small() == SmallRatio());
    const Ratio most = INT64_MAX;
    CHECK(most.small() == INT64_MAX);
    CHECK((-most).small() == -INT64_MAX);
    CHECK((Ratio(1) / most).small() == SmallRatio::of(1, INT64_MAX));
    CHECK_FALSE((most + Ratio(1)).small());
    CHECK_FALSE((-most - Ratio(1)).small());
    CHECK_FALSE((Ratio(1) / (most + Ratio(1))).small());
    CHECK_FALSE(Ratio(10).power(60).small());
}

TEST_CASE("a small ratio of what it cannot hold is refused") {
    CHECK_THROWS_AS((void)SmallRatio::of(1, 0), std::domain_error);
    CHECK_THROWS_AS((void)SmallRatio::of(INT64_MIN, 1), std::overflow_error);
    CHECK_THROWS_AS((void)SmallRatio::of(1, INT64_MIN), std::overflow_error);
}
