// SPDX-License-Identifier: BSL-1.0
// Every kernel against Multiprecision, on 100,000 rows of random and of boundary numbers, for each level of
// instructions that the processor has. benchmarks/kernel_verify.cpp does the same for 10^8 rows.
#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "kernel/reference.hpp"

namespace kernel = goalpost::kernel;
using namespace goalpost::test;

namespace {

template <std::size_t Count>
using Units = std::array<std::int64_t, Count>;
template <std::size_t Count>
using Places = std::array<int, Count>;

int amount_places(Random& random) {
    return static_cast<int>(random.chance(4) ? random.between(-18, 18) : random.between(0, 4));
}
int rate_places(Random& random) {
    return static_cast<int>(random.chance(4) ? random.between(0, 18) : random.between(2, 6));
}

/// A filter by itself, block by block: what it decides must be right.
template <kernel::detail::Level level, class Rule, std::size_t Count>
std::size_t decided_rightly(const Rule& rule, std::array<std::vector<std::int64_t>, Count> units,
                            const std::vector<RowOutcome>& right) {
    constexpr auto block = kernel::detail::rows_a_block;
    if (!rule.has_filter()) return 0;
    for (auto& column : units)
        column.resize((right.size() + block - 1) / block * block);
    std::size_t decided = 0;
    for (std::size_t row = 0; row < right.size(); row += block) {
        std::array<std::uint8_t, block> codes;
        std::apply([&](const auto&... column) { rule.template filter<level>(codes.data(), &column[row]...); },
                   units);
        for (std::size_t i = 0; i < block && row + i < right.size(); ++i) {
            if ((codes[i] & kernel::detail::undecided) != 0) continue;
            ++decided;
            REQUIRE(static_cast<RowOutcome>(codes[i]) == right[row + i]);
        }
    }
    return decided;
}

/// `places(random)`, `draw(random, places)`, `expected(row, places, relation)`, `rule(places, relation)`,
/// `judge(columns, relation, out)`.
template <std::size_t Count, class MakePlaces, class Draw, class Expected, class MakeRule, class Judge>
void agrees(std::uint64_t seed, const MakePlaces& make_places, const Draw& draw, const Expected& expected,
            const MakeRule& make_rule, const Judge& judge) {
    Random random(seed);
    std::size_t met = 0;
    std::size_t not_met = 0;
    std::size_t filtered = 0;
    for (int round = 0; round < 100; ++round) {
        const Places<Count> places = make_places(random);
        const Relation relation = random.pick(relations);
        const auto size = static_cast<std::size_t>(random.between(0, 250));
        std::array<std::vector<std::int64_t>, Count> units;
        std::vector<RowOutcome> right;
        const auto rule = make_rule(places, relation);
        for (std::size_t row = 0; row < size; ++row) {
            const Units<Count> drawn = draw(random, places);
            for (std::size_t i = 0; i < Count; ++i)
                units[i].push_back(drawn[i]);
            right.push_back(expected(drawn, places, relation));
            met += right.back() == RowOutcome::met;
            not_met += right.back() == RowOutcome::not_met;
        }
        filtered += decided_rightly<kernel::detail::Level::any>(rule, units, right);
        filtered += decided_rightly<kernel::detail::Level::avx512>(rule, units, right);
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            const std::array<kernel::Column, Count> columns{kernel::Column(units[I], places[I])...};
            for (std::size_t row = 0; row < size; ++row) {
                INFO("round ", round, " row ", row);
                REQUIRE(rule(units[I][row]...) == right[row]);
            }
            for (const auto level : levels()) {
                std::vector<RowOutcome> found(size);
                kernel::detail::run(level, rule, found, columns[I]...);
                INFO("round ", round, " level ", static_cast<int>(level));
                REQUIRE(found == right);
            }
            std::vector<RowOutcome> found(size);
            judge(columns, relation, found);
            REQUIRE(found == right);
        }
        (std::make_index_sequence<Count>{});
    }
    CHECK(met > 500);  // neither verdict is a rarity
    CHECK(not_met > 500);
    if (make_rule(make_places(random), Relation::at_least).has_filter()) CHECK(filtered > 1000);
}

RowOutcome growth_or(std::int64_t value, std::int64_t base, RowOutcome verdict) {
    if (base == 0) return RowOutcome::zero_base;
    if ((value < 0) != (base < 0) && value != 0) return RowOutcome::sign_change;
    return base < 0 ? RowOutcome::negative_base : verdict;
}

}  // namespace

TEST_CASE("kernel, random rows: threshold") {
    agrees<2>(
        1,
        [](Random& r) {
            return Places<2>{amount_places(r), amount_places(r)};
        },
        [](Random& r, const Places<2>& p) {
            const auto line = any_number(r);
            return Units<2>{near(number(line, p[1]), p[0], any_number(r), r), line};
        },
        [](const Units<2>& u, const Places<2>& p, Relation relation) {
            return said(number(u[0], p[0]), relation, number(u[1], p[1]));
        },
        [](const Places<2>& p, Relation relation) { return kernel::Threshold(relation, p[0], p[1]); },
        [](const auto& c, Relation relation, auto& out) { kernel::threshold(c[0], relation, c[1], out); });
}

TEST_CASE("kernel, random rows: within") {
    agrees<3>(
        2,
        [](Random& r) {
            return Places<3>{amount_places(r), amount_places(r), amount_places(r)};
        },
        [](Random& r, const Places<3>& p) {
            const auto low = any_number(r);
            const auto high = any_number(r);
            const auto end = r.chance(2) ? number(low, p[1]) : number(high, p[2]);
            return Units<3>{near(end, p[0], any_number(r), r), low, high};
        },
        [](const Units<3>& u, const Places<3>& p, Relation) {
            const auto value = number(u[0], p[0]);
            const bool inside =
                order(value, number(u[1], p[1])) >= 0 && order(value, number(u[2], p[2])) <= 0;
            return inside ? RowOutcome::met : RowOutcome::not_met;
        },
        [](const Places<3>& p, Relation) { return kernel::Within(p[0], p[1], p[2]); },
        [](const auto& c, Relation, auto& out) { kernel::within(c[0], c[1], c[2], out); });
}

TEST_CASE("kernel, random rows: completion and share") {
    const auto run = [](std::uint64_t seed, const auto& judge) {
        agrees<3>(
            seed,
            [](Random& r) {
                return Places<3>{amount_places(r), amount_places(r), rate_places(r)};
            },
            [](Random& r, const Places<3>& p) {
                const auto plan = any_base(r);
                const auto rate = any_rate(r, p[2]);
                return Units<3>{near(number(plan, p[1]) * number(rate, p[2]), p[0], any_number(r), r), plan,
                                rate};
            },
            [](const Units<3>& u, const Places<3>& p, Relation relation) {
                if (u[1] == 0) return RowOutcome::zero_base;
                if (u[1] < 0) return RowOutcome::negative_base;
                return said(number(u[0], p[0]) / number(u[1], p[1]), relation, number(u[2], p[2]));
            },
            [](const Places<3>& p, Relation relation) {
                return kernel::Completion(relation, p[0], p[1], p[2]);
            },
            judge);
    };
    run(3, [](const auto& c, Relation relation, auto& out) {
        kernel::completion(c[0], c[1], relation, c[2], out);
    });
    run(4,
        [](const auto& c, Relation relation, auto& out) { kernel::share(c[0], c[1], relation, c[2], out); });
}

TEST_CASE("kernel, random rows: growth") {
    agrees<3>(
        5,
        [](Random& r) {
            return Places<3>{amount_places(r), amount_places(r), rate_places(r)};
        },
        [](Random& r, const Places<3>& p) {
            const auto base = any_base(r);
            const auto rate = any_rate(r, p[2]);
            return Units<3>{near(number(base, p[1]) * (1 + number(rate, p[2])), p[0], any_number(r), r), base,
                            rate};
        },
        [](const Units<3>& u, const Places<3>& p, Relation relation) {
            if (u[1] == 0) return RowOutcome::zero_base;
            return growth_or(u[0], u[1],
                             said(number(u[0], p[0]) / number(u[1], p[1]) - 1, relation, number(u[2], p[2])));
        },
        [](const Places<3>& p, Relation relation) { return kernel::Growth(relation, p[0], p[1], p[2]); },
        [](const auto& c, Relation relation, auto& out) { kernel::growth(c[0], c[1], relation, c[2], out); });
}

TEST_CASE("kernel, random rows: growth against growth, with a margin") {
    agrees<5>(
        6,
        [](Random& r) {
            return Places<5>{amount_places(r), amount_places(r), amount_places(r), amount_places(r),
                             r.chance(2) ? rate_places(r) : amount_places(r)};
        },
        [](Random& r, const Places<5>& p) {
            const auto base = any_base(r);
            const auto other = any_number(r);
            const auto other_base = any_base(r);
            const auto margin = r.chance(2) ? 0 : any_number(r) >> r.between(0, 63);
            if (other_base == 0) return Units<5>{any_number(r), base, other, other_base, margin};
            const auto line = number(other, p[2]) / number(other_base, p[3]) + number(margin, p[4]);
            return Units<5>{near(line * number(base, p[1]), p[0], any_number(r), r), base, other, other_base,
                            margin};
        },
        [](const Units<5>& u, const Places<5>& p, Relation relation) {
            const auto own = growth_or(u[0], u[1], RowOutcome::met);
            if (own != RowOutcome::met) return own;
            const auto other = growth_or(u[2], u[3], RowOutcome::met);
            if (other != RowOutcome::met) return other;
            return said(number(u[0], p[0]) / number(u[1], p[1]) - 1, relation,
                        number(u[2], p[2]) / number(u[3], p[3]) - 1 + number(u[4], p[4]));
        },
        [](const Places<5>& p, Relation relation) {
            return kernel::FasterGrowth(relation, p[0], p[1], p[2], p[3], p[4]);
        },
        [](const auto& c, Relation relation, auto& out) {
            kernel::faster_growth(c[0], c[1], relation, c[2], c[3], c[4], out);
        });
}

TEST_CASE("kernel, random rows: growth against growth") {
    agrees<4>(
        7,
        [](Random& r) {
            const int own = amount_places(r);
            const int other = amount_places(r);
            if (r.chance(2)) return Places<4>{own, own, other, other};
            return Places<4>{own, amount_places(r), other, amount_places(r)};
        },
        [](Random& r, const Places<4>& p) {
            const auto base = any_base(r);
            const auto other = any_number(r);
            const auto other_base = any_base(r);
            if (other_base == 0) return Units<4>{any_number(r), base, other, other_base};
            const auto line = number(other, p[2]) / number(other_base, p[3]);
            return Units<4>{near(line * number(base, p[1]), p[0], any_number(r), r), base, other, other_base};
        },
        [](const Units<4>& u, const Places<4>& p, Relation relation) {
            const auto own = growth_or(u[0], u[1], RowOutcome::met);
            if (own != RowOutcome::met) return own;
            const auto other = growth_or(u[2], u[3], RowOutcome::met);
            if (other != RowOutcome::met) return other;
            return said(number(u[0], p[0]) / number(u[1], p[1]), relation,
                        number(u[2], p[2]) / number(u[3], p[3]));
        },
        [](const Places<4>& p, Relation relation) {
            return kernel::FasterGrowth(relation, p[0], p[1], p[2], p[3]);
        },
        [](const auto& c, Relation relation, auto& out) {
            kernel::faster_growth(c[0], c[1], relation, c[2], c[3], out);
        });
}

TEST_CASE("kernel, random rows: annual growth") {
    for (const unsigned years : {1U, 2U, 3U, 5U, 7U, 10U, 12U, 13U, 40U}) {
        agrees<3>(
            100 + years,
            [](Random& r) {
                return Places<3>{amount_places(r), amount_places(r), rate_places(r)};
            },
            [&](Random& r, const Places<3>& p) {
                const auto base = any_base(r);
                const auto rate = any_rate(r, p[2]);
                const auto line = number(base, p[1]) * power(1 + number(rate, p[2]), years);
                return Units<3>{near(line, p[0], any_number(r), r), base, rate};
            },
            [&](const Units<3>& u, const Places<3>& p, Relation relation) {
                if (u[1] == 0) return RowOutcome::zero_base;
                const auto factor = 1 + number(u[2], p[2]);
                // A root is never negative; where its power is the same as the line's, so is the root.
                const auto verdict = factor < 0 ? said(0, relation, -1)
                                                : said(number(u[0], p[0]) / number(u[1], p[1]), relation,
                                                       power(factor, years));
                return growth_or(u[0], u[1], verdict);
            },
            [&](const Places<3>& p, Relation relation) {
                return kernel::AnnualGrowth(relation, years, p[0], p[1], p[2]);
            },
            [&](const auto& c, Relation relation, auto& out) {
                kernel::annual_growth(c[0], c[1], years, relation, c[2], out);
            });
    }
}

TEST_CASE("kernel, random rows: change") {
    agrees<3>(
        8,
        [](Random& r) {
            if (r.chance(2)) return Places<3>{2, 2, 2};
            return Places<3>{amount_places(r), amount_places(r), amount_places(r)};
        },
        [](Random& r, const Places<3>& p) {
            const auto base = any_number(r);
            const auto amount = any_number(r);
            return Units<3>{near(number(base, p[1]) + number(amount, p[2]), p[0], any_number(r), r), base,
                            amount};
        },
        [](const Units<3>& u, const Places<3>& p, Relation relation) {
            return said(number(u[0], p[0]) - number(u[1], p[1]), relation, number(u[2], p[2]));
        },
        [](const Places<3>& p, Relation relation) { return kernel::Change(relation, p[0], p[1], p[2]); },
        [](const auto& c, Relation relation, auto& out) { kernel::change(c[0], c[1], relation, c[2], out); });
}

TEST_CASE("kernel, random rows: one line for all of them") {
    Random random(9);
    for (int round = 0; round < 2000; ++round) {
        const int places = amount_places(random);
        const int line_places = amount_places(random);
        const auto line = any_number(random);
        const Relation relation = random.pick(relations);
        std::vector<std::int64_t> values;
        std::vector<RowOutcome> right;
        for (int row = 0; row < 5; ++row) {
            values.push_back(near(number(line, line_places), places, any_number(random), random));
            right.push_back(said(number(values.back(), places), relation, number(line, line_places)));
        }
        std::vector<RowOutcome> found(values.size());
        kernel::threshold(kernel::Column(values, places), relation,
                          kernel::Column::constant(line, line_places), found);
        INFO("round ", round);
        REQUIRE(found == right);
    }
}
