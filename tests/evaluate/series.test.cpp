// SPDX-License-Identifier: BSL-1.0
#include "goalpost/evaluate/series.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "support/case.hpp"
#include "support/random.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::Random;

TEST_CASE("rows are the visible ones, and those that end between two days are these and no others") {
    Random random(11);
    constexpr Basis bases[] = {Basis::level, Basis::cumulative, Basis::growth_yoy};
    std::size_t met = 0;
    for (int round = 0; round < 60; ++round) {
        Case made;
        made.indicator("a", "亿元", IndicatorKind::flow).target("level >= 1 亿元", "2024");
        made.indicators[0].aliases = {{.name = "a 增速", .basis = Basis::growth_yoy}};
        for (int i = 0; i < 40; ++i) {
            const auto year = std::to_string(random.between(2020, 2024));
            const auto part = std::to_string(random.between(1, 4));
            const auto period = random.chance(2) ? year : year + "-Q" + part;
            const auto published =
                random.chance(3) ? "" : year + "-12-" + std::to_string(random.between(10, 31));
            const auto basis = random.pick(bases);
            const auto* name = random.chance(3) ? "a 增速" : "a";
            const auto* unit = basis == Basis::growth_yoy ? "%" : "亿元";
            made.observe(name, period, name_of(basis), "1", unit, "final", published);
        }
        made.as_of("2023-09-30");
        const auto evaluation = made.judge();
        const auto& data = evaluation.observations();
        const Series series(data, evaluation.plan().indicators()[0], evaluation.binding().spans(0, "省"),
                            evaluation.as_of());

        std::vector<std::uint32_t> visible;
        std::size_t count = 0;
        for (const auto row : series.rows())
            visible.push_back(row);
        for (std::uint32_t row = 0; row < data.size(); ++row) {
            const auto& one = data.row(row);
            // The other name stands for growth only.
            const bool meant = data.indicator_name(one.indicator) == "a" || one.basis == Basis::growth_yoy;
            if (meant && series.is_visible(row)) ++count;
        }
        REQUIRE(visible.size() == count);

        for (int ends = 0; ends < 20; ++ends) {
            const auto first =
                Period::of(Frequency::quarter, static_cast<int>(random.between(2019, 2025)), 2).last();
            const auto last =
                Period::of(Frequency::quarter, static_cast<int>(random.between(2019, 2025)), 4).last();
            std::vector<std::uint32_t> right;
            for (const auto row : visible) {
                const auto end = data.row(row).period.last();
                if (first <= end && end <= last) right.push_back(row);
            }
            std::vector<std::uint32_t> found;
            for (const auto row : series.rows_ending(first, last))
                found.push_back(row);
            REQUIRE(found == right);
            met += found.size();
        }
    }
    CHECK(met > 1000);
}
