// SPDX-License-Identifier: BSL-1.0
#include <goalpost/number/detail/int128.hpp>

#include <doctest/doctest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <string>
#include <vector>

#include "support/random.hpp"
#include "support/string_makers.hpp"

using goalpost::detail::int128;
using goalpost::detail::uint128;
using Wide =
    boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;

namespace {

constexpr auto lowest = static_cast<int128>(uint128{1} << 127);
constexpr int128 highest = static_cast<int128>(~uint128{0} >> 1);

Wide widen(uint128 value) {
    return (Wide(static_cast<std::uint64_t>(value >> 64)) << 64) | Wide(static_cast<std::uint64_t>(value));
}
Wide widen(int128 value) {
    const Wide size = widen(goalpost::detail::magnitude(value));
    return value < 0 ? Wide(-size) : size;
}

/// The ends of every range that matters, and random numbers of every length.
std::vector<int128> operands() {
    std::vector<int128> all{0, 1, -1, 2, -3, lowest, lowest + 1, highest, highest - 1};
    for (const int shift : {31, 32, 62, 63, 64, 65, 126}) {
        const auto power = static_cast<int128>(uint128{1} << shift);
        for (const int128 value : {power - 1, power, power + 1, -power})
            all.push_back(value);
    }
    goalpost::test::Random random(2);
    for (int i = 0; i < 40; ++i) {
        uint128 bits = random.bits();
        bits = (bits << 64) | random.bits();
        all.push_back(static_cast<int128>(bits) >> random.between(0, 120));
    }
    return all;
}

}  // namespace

TEST_CASE("powers of ten, up to 10^38") {
    Wide power = 1;
    for (int exponent = 0; exponent <= 38; ++exponent, power *= 10) {
        CAPTURE(exponent);
        CHECK(widen(goalpost::detail::power_of_ten(exponent)) == power);
    }
}

TEST_CASE("the 256-bit product is that of Multiprecision") {
    for (const int128 a : operands()) {
        for (const int128 b : operands()) {
            const auto product =
                goalpost::detail::multiply(goalpost::detail::magnitude(a), goalpost::detail::magnitude(b));
            REQUIRE(((widen(product.high) << 128) | widen(product.low)) == abs(widen(a)) * abs(widen(b)));
        }
    }
}

TEST_CASE("products are ordered exactly, also where they do not fit") {
    const auto all = operands();
    goalpost::test::Random random(3);
    for (int i = 0; i < 6000; ++i) {
        const auto a = random.pick(all), b = random.pick(all), c = random.pick(all), d = random.pick(all);
        const Wide left = widen(a) * widen(b), right = widen(c) * widen(d);
        REQUIRE(goalpost::detail::compare_products(a, b, c, d) == (left.compare(right) <=> 0));
        // The same product in another order, and one that is off by the smallest step.
        REQUIRE(goalpost::detail::compare_products(a, b, b, a) == std::strong_ordering::equal);
        if (b > 0 && a < highest)
            REQUIRE(goalpost::detail::compare_products(a, b, a + 1, b) == std::strong_ordering::less);
    }
}

TEST_CASE("the greatest common divisor") {
    for (const int128 a : operands()) {
        for (const int128 b : operands()) {
            const auto x = goalpost::detail::magnitude(a);
            const auto y = goalpost::detail::magnitude(b);
            REQUIRE(widen(goalpost::detail::greatest_common_divisor(x, y)) == gcd(widen(x), widen(y)));
        }
    }
}

TEST_CASE("128 bits as text") {
    for (const int128 value : operands())
        CHECK(goalpost::detail::to_text(value) == widen(value).str());
}

TEST_CASE("the point stands between digits, and zero has no sign") {
    using goalpost::detail::with_point;
    CHECK(with_point("350", 2, false) == "3.50");
    CHECK(with_point("5", 0, true) == "-5");
    CHECK(with_point("5", 1, false) == "0.5");
    CHECK(with_point("5", 3, true) == "-0.005");
    CHECK(with_point("0", 2, true) == "0.00");
}
