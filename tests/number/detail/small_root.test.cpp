// SPDX-License-Identifier: BSL-1.0
#include <goalpost/number/value.hpp>

#include <goalpost/number/detail/small_root.hpp>

#include <doctest/doctest.h>

#include <cstdint>

#include "support/random.hpp"

using goalpost::Ratio;
using goalpost::Value;
using goalpost::detail::root_reaches;
using goalpost::detail::small_perfect_root;
using goalpost::detail::small_root_between;
using goalpost::detail::small_root_floor;

namespace {

/// A root to be found, most of them below 2.
struct Sought {
    std::uint64_t top;
    std::uint64_t bottom;
    unsigned degree;
};
Sought random_root(goalpost::test::Random& random) {
    const auto digits = random.between(1, 18);
    const auto most = goalpost::detail::powers_of_ten[digits];
    const auto top = static_cast<std::uint64_t>(random.between(1, most));
    const auto bottom = static_cast<std::uint64_t>(random.between(most / 2 + 1, most));
    const auto degree = static_cast<unsigned>(random.between(2, 30));
    return {top, bottom, degree};
}

}  // namespace

TEST_CASE("a root is found to its last of 62 bits") {
    std::uint64_t x = 0;
    // sqrt(2) = 1.41421356237309504880168872420969807..., times 2^62 = 6521908912666391106.2...
    REQUIRE(small_root_floor(2, 1, 2, x));
    CHECK(x == 6521908912666391106U);
    REQUIRE(small_root_floor(1, 1, 30, x));
    CHECK(x == std::uint64_t{1} << 62U);
    REQUIRE(small_root_floor(0, 7, 3, x));
    CHECK(x == 0);
    // 2 to the power of the degree, and more: 63 bits do not hold the root.
    CHECK_FALSE(small_root_floor(8, 1, 3, x));
    REQUIRE(small_root_floor(79, 10, 3, x));
    CHECK_FALSE(small_root_floor(2, 1, 31, x));
}

TEST_CASE("what is found is multiplied out: the root reaches, one more does not") {
    goalpost::test::Random random(2211);
    for (int i = 0; i < 20'000; ++i) {
        const auto [top, bottom, degree] = random_root(random);
        std::uint64_t x = 0;
        if (!small_root_floor(top, bottom, degree, x)) continue;
        REQUIRE(root_reaches(x, degree, top, bottom));
        REQUIRE_FALSE(root_reaches(x + 1, degree, top, bottom));
    }
}

TEST_CASE("a root that is found at the first look lies between two near integers") {
    goalpost::test::Random random(2213);
    int found = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto [top, bottom, degree] = random_root(random);
        std::uint64_t low = 0;
        std::uint64_t high = 0;
        if (!small_root_between(top, bottom, degree, low, high)) continue;
        ++found;
        std::uint64_t x = 0;
        REQUIRE(small_root_floor(top, bottom, degree, x));
        REQUIRE(low <= x);
        REQUIRE(x < high);
        REQUIRE(high - low <= 16);
    }
    CHECK(found > 15'000);
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    CHECK_FALSE(small_root_between(8, 1, 3, low, high));  // 2 or more
    CHECK_FALSE(small_root_between(3, 2, 31, low, high));
    CHECK_FALSE(small_root_between(0, 7, 3, low, high));
}

TEST_CASE("a bracket of 62 bits lies inside every wider one") {
    goalpost::test::Random random(2212);
    for (int i = 0; i < 500; ++i) {
        const auto degree = static_cast<unsigned>(random.between(2, 12));
        const auto root =
            Value::root(Ratio::of(random.between(1, 99'999), random.between(50'000, 99'999)), degree);
        if (root.is_rational()) continue;
        const auto [low, high] = root.bracket(62);    // by 64-bit integers
        const auto [least, most] = root.bracket(90);  // by Multiprecision
        REQUIRE(low <= least);
        REQUIRE(most <= high);
        REQUIRE(high - low == Ratio::of(1, std::int64_t{1} << 62U));
    }
}

TEST_CASE("perfect powers are told from their neighbours") {
    std::uint64_t root = 0;
    CHECK(small_perfect_root(12157665459056928801U, 40, root));  // 3^40
    CHECK(root == 3);
    CHECK_FALSE(small_perfect_root(12157665459056928800U, 40, root));
    CHECK(small_perfect_root(18446744065119617025U, 2, root));  // (2^32 - 1)^2
    CHECK(root == 4294967295U);
    CHECK_FALSE(small_perfect_root(18446744065119617026U, 2, root));
    CHECK_FALSE(small_perfect_root(UINT64_MAX, 2, root));
    CHECK(small_perfect_root(0, 5, root));
    CHECK(root == 0);
    CHECK(small_perfect_root(1, 7, root));
    CHECK(root == 1);
}
