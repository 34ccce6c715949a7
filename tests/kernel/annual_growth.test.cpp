// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "kernel/reference.hpp"

namespace kernel = goalpost::kernel;
using namespace goalpost::test;

namespace {

constexpr auto block = kernel::detail::rows_a_block;

std::int64_t power_of(std::int64_t number, unsigned years) {
    std::int64_t product = 1;
    for (; years != 0; --years)
        product *= number;
    return product;
}

RowOutcome expected(const Rows<3>& rows, std::size_t row, unsigned years, Relation relation) {
    return said(number(rows.units[0][row], rows.places[0]) / number(rows.units[1][row], rows.places[1]),
                relation, power(1 + number(rows.units[2][row], rows.places[2]), years));
}

}  // namespace

TEST_CASE("kernel, annual growth: a block that lies on its lines leaves nothing to the rule of one row") {
    struct Rate {
        std::int64_t units, top, bottom;  // 1 + units / 10^4 = top / bottom
    };
    constexpr std::array<Rate, 4> rates{{{1500, 23, 20}, {-2000, 4, 5}, {1250, 9, 8}, {250, 41, 40}}};
    for (const unsigned years : {1U, 2U, 3U, 4U, 5U}) {
        Rows<3> rows{{}, {2, 2, 4}};
        for (std::size_t row = 0; row < block; ++row) {
            const auto i = static_cast<std::int64_t>(row);
            const auto& rate = rates[row % rates.size()];
            const auto value = power_of(rate.top, years) * (100 + i);
            const auto base = power_of(rate.bottom, years) * (100 + i);
            rows.add({value, base + i % 3 - 1, rate.units});
        }
        for (const auto relation : relations) {
            const kernel::AnnualGrowth rule(relation, years, 2, 2, 4);
            std::array<std::uint8_t, block> codes;
            rule.filter<kernel::detail::Level::any>(codes.data(), rows.units[0].data(), rows.units[1].data(),
                                                    rows.units[2].data());
            for (std::size_t row = 0; row < block; ++row) {
                INFO(years, " years, row ", row);
                REQUIRE(static_cast<RowOutcome>(codes[row]) == expected(rows, row, years, relation));
            }
        }
    }
}

// A unit of the value is 10^20 on both sides, which 64 bits do not hold.
TEST_CASE("kernel, annual growth: differences beyond 64 bits that doubles cannot see") {
    constexpr unsigned years = 5;
    for (const int bits : {38, 39, 44, 48, 56, 62}) {
        Rows<3> rows{{}, {2, 2, 4}};
        for (std::int64_t i = 0; i < static_cast<std::int64_t>(block); ++i)
            rows.add(
                {(std::int64_t{1} << bits) + 1000 * i, (std::int64_t{1} << bits) + 1000 * i + i % 9 - 4, 0});
        for (const auto level : levels()) {
            for (const auto relation : relations) {
                std::vector<RowOutcome> found(block);
                kernel::detail::run(level, kernel::AnnualGrowth(relation, years, 2, 2, 4), found,
                                    rows.column(0), rows.column(1), rows.column(2));
                for (std::size_t row = 0; row < block; ++row) {
                    INFO(bits, " bits, level ", static_cast<int>(level), ", row ", row);
                    REQUIRE(found[row] == expected(rows, row, years, relation));
                }
            }
        }
    }
}
