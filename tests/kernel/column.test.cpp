// SPDX-License-Identifier: BSL-1.0
#include <goalpost/kernel/kernels.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace goalpost::kernel;

namespace {

using Units = std::vector<std::int64_t>;
using Outcomes = std::vector<RowOutcome>;
constexpr auto met = RowOutcome::met;
constexpr auto not_met = RowOutcome::not_met;
constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
constexpr auto highest = std::numeric_limits<std::int64_t>::max();

Outcomes against(const Column& value, Relation relation, const Column& line, std::size_t rows) {
    Outcomes found(rows);
    threshold(value, relation, line, found);
    return found;
}

}  // namespace

TEST_CASE("kernel: places and lengths that do not fit are refused") {
    const Units three{1, 2, 3};
    const Units two{1, 2};
    const std::vector<std::uint8_t> one_byte{0xFF};
    const Units nine(9, 1);
    CHECK_THROWS_AS(Column(three, 19), std::invalid_argument);
    CHECK_THROWS_AS(Column(three, -19), std::invalid_argument);
    CHECK_THROWS_AS(Column::constant(1, 19), std::invalid_argument);
    CHECK_THROWS_AS(static_cast<void>(Column(three, 17).percent()), std::invalid_argument);
    CHECK_THROWS_AS(Column(nine, 0, Bitmap{one_byte}), std::invalid_argument);
    CHECK_THROWS_AS(Column(nine, 0, {}, Bitmap{one_byte}), std::invalid_argument);
    CHECK_THROWS_AS(Column(three, 0, Bitmap{one_byte, 6}), std::invalid_argument);
    CHECK_THROWS_AS(Column(three, 0, Bitmap{one_byte, 9}), std::invalid_argument);
    CHECK_NOTHROW(Column(three, 0, Bitmap{one_byte, 5}));
    CHECK_THROWS_AS(static_cast<void>(Column(three).slice(2, 2)), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(Column(three).slice(4, 0)), std::out_of_range);

    Outcomes out(3);
    const auto rate = Column::constant(5).percent();
    const auto at_least = Relation::at_least;
    CHECK_THROWS_AS(threshold(Column(two), at_least, Column(three), out), std::invalid_argument);
    CHECK_THROWS_AS(threshold(Column(two), at_least, Column::constant(1), out), std::invalid_argument);
    CHECK_THROWS_AS(within(Column(three), Column(two), Column(three), out), std::invalid_argument);
    CHECK_THROWS_AS(completion(Column(three), Column(two), at_least, rate, out), std::invalid_argument);
    CHECK_THROWS_AS(share(Column(three), Column(two), at_least, rate, out), std::invalid_argument);
    CHECK_THROWS_AS(growth(Column(three), Column(two), at_least, rate, out), std::invalid_argument);
    CHECK_THROWS_AS(growth(Column(three), Column(three), at_least, Column::constant(5, -1), out),
                    std::invalid_argument);
    CHECK_THROWS_AS(faster_growth(Column(three), Column(three), at_least, Column(three), Column(two), out),
                    std::invalid_argument);
    CHECK_THROWS_AS(change(Column(three), Column(three), at_least, Column(two), out), std::invalid_argument);
    CHECK_THROWS_AS(annual_growth(Column(three), Column(two), 5, at_least, rate, out), std::invalid_argument);
    CHECK_THROWS_AS(annual_growth(Column(three), Column(three), 0, at_least, rate, out),
                    std::invalid_argument);
    CHECK_THROWS_AS(annual_growth(Column(three), Column(three), 101, at_least, rate, out),
                    std::invalid_argument);
}

TEST_CASE("kernel: a rule takes the places that a column can have, and no others") {
    constexpr auto at_least = Relation::at_least;
    for (const int wrong : {-19, 19, 40, 1'000'000, std::numeric_limits<int>::min()}) {
        CAPTURE(wrong);
        // The place of each number in turn.
        for (int k = 0; k < 5; ++k) {
            CAPTURE(k);
            std::array<int, 5> p{};
            p[static_cast<std::size_t>(k)] = wrong;
            const auto refused = [](const auto& make) {
                try {
                    make();
                } catch (const std::invalid_argument&) {
                    return true;
                }
                return false;
            };
            CHECK(refused([&] { (void)FasterGrowth(at_least, p[0], p[1], p[2], p[3], p[4]); }));
            if (k > 2) continue;
            CHECK(refused([&] { (void)Growth(at_least, p[0], p[1], p[2]); }));
            CHECK(refused([&] { (void)Completion(at_least, p[0], p[1], p[2]); }));
            CHECK(refused([&] { (void)AnnualGrowth(at_least, 2, p[0], p[1], p[2]); }));
            CHECK(refused([&] { (void)Change(at_least, p[0], p[1], p[2]); }));
            CHECK(refused([&] { (void)Within(p[0], p[1], p[2]); }));
            if (k > 1) continue;
            CHECK(refused([&] { (void)Threshold(at_least, p[0], p[1]); }));
        }
    }
}

TEST_CASE("kernel: empty columns and lengths around a block") {
    CHECK(against(Column(Units{}), Relation::at_least, Column::constant(1), 0).empty());
    for (const std::size_t rows : {1U, 7U, 8U, 9U, 63U, 64U, 65U, 127U, 128U, 129U, 1000U}) {
        Units units;
        Outcomes right;
        for (std::size_t row = 0; row < rows; ++row) {
            units.push_back(static_cast<std::int64_t>(row * 7 % 13));
            right.push_back(units.back() >= 6 ? met : not_met);
        }
        CHECK(against(Column(units), Relation::at_least, Column::constant(6), rows) == right);
        CHECK(against(Column(units), Relation::at_least, Column(Units(rows, 60), 1), rows) == right);
    }
}

TEST_CASE("kernel: missing and masked rows, in bitmaps that begin anywhere") {
    for (const std::size_t offset : {0U, 1U, 5U, 8U, 13U}) {
        for (const std::size_t rows : {3U, 64U, 70U, 200U}) {
            const std::size_t bytes = (rows + offset + 7) / 8;
            std::vector<std::uint8_t> valid(bytes, 0);
            std::vector<std::uint8_t> masked(bytes, 0);
            Units units;
            Outcomes right;
            for (std::size_t row = 0; row < rows; ++row) {
                const bool is_missing = row % 3 == 1;
                const bool is_masked = row % 5 == 2;
                const std::size_t bit = offset + row;
                if (!is_missing) valid[bit / 8] |= static_cast<std::uint8_t>(1U << (bit % 8));
                if (is_masked) masked[bit / 8] |= static_cast<std::uint8_t>(1U << (bit % 8));
                units.push_back(is_missing ? lowest : static_cast<std::int64_t>(100 + row % 2 * 10));
                right.push_back(is_masked       ? RowOutcome::masked
                                : is_missing    ? RowOutcome::missing
                                : row % 2 == 1U ? met
                                                : not_met);
            }
            const Column value(units, 0, Bitmap{valid, offset}, Bitmap{masked, offset});
            Outcomes found(rows);
            growth(value, Column::constant(100), Relation::at_least, Column::constant(5).percent(), found);
            CHECK(found == right);
            if (rows > 10) {  // a slice begins between two bytes
                Outcomes part(rows - 10);
                growth(value.slice(7, rows - 10), Column::constant(100), Relation::at_least,
                       Column::constant(5).percent(), part);
                CHECK(part == Outcomes(right.begin() + 7, right.end() - 3));
            }
        }
    }
}

TEST_CASE("kernel: a row is missing where any of its figures is, and masked before that") {
    const Units ones{1, 1, 1, 1};
    const std::vector<std::uint8_t> a{0b1101};
    const std::vector<std::uint8_t> b{0b1011};
    const std::vector<std::uint8_t> hidden{0b0100};
    Outcomes found(4);
    completion(Column(ones, 0, Bitmap{a}), Column(ones, 0, Bitmap{b}, Bitmap{hidden}), Relation::at_least,
               Column::constant(1), found);
    CHECK(found == Outcomes{met, RowOutcome::missing, RowOutcome::masked, met});
}

TEST_CASE("kernel: bases that have no quotient") {
    const Units value{5, -5, 5, -5, 0, 0, 5, 0};
    const Units base{0, 4, -4, -4, -4, 0, 4, 4};
    const auto zero = RowOutcome::zero_base;
    const auto turned = RowOutcome::sign_change;
    const auto negative = RowOutcome::negative_base;
    const auto rate = Column::constant(10).percent();
    const Outcomes right{zero, turned, turned, negative, negative, zero, met, not_met};
    Outcomes found(8);
    growth(Column(value), Column(base), Relation::at_least, rate, found);
    CHECK(found == right);
    annual_growth(Column(value), Column(base), 3, Relation::at_least, Column::constant(5).percent(), found);
    CHECK(found == right);
    faster_growth(Column(value), Column(base), Relation::more_than, Column::constant(11),
                  Column::constant(10), found);
    CHECK(found == right);
    faster_growth(Column::constant(11), Column::constant(10), Relation::less_than, Column(value),
                  Column(base), found);
    CHECK(found == right);
    // Completion and share: what was reached may be negative, what it is held against may not.
    completion(Column(value), Column(base), Relation::at_least, rate, found);
    CHECK(found == Outcomes{zero, not_met, negative, negative, negative, zero, met, not_met});
}

TEST_CASE("kernel: on the line, in every comparison") {
    const auto all = [](const auto& judge) {
        Outcomes found;
        for (const auto relation : {Relation::at_least, Relation::more_than, Relation::at_most,
                                    Relation::less_than, Relation::equal}) {
            Outcomes out(1);
            judge(relation, out);
            found.push_back(out[0]);
        }
        return found;
    };
    const auto one = [](std::int64_t units, int places = 0) { return Column::constant(units, places); };
    const Outcomes on_it{met, not_met, met, not_met, met};
    const Outcomes below{not_met, not_met, met, met, not_met};
    const Outcomes above{met, met, not_met, not_met, not_met};
    const auto level = [&](const Column& value, const Column& line) {
        return all([&](Relation relation, Outcomes& out) { threshold(value, relation, line, out); });
    };
    const auto done = [&](std::int64_t actual, std::int64_t plan) {
        return all([&](Relation relation, Outcomes& out) {
            completion(one(actual), one(plan), relation, one(95).percent(), out);
        });
    };
    const auto grown = [&](const Column& value, const Column& base, const Column& rate) {
        return all([&](Relation relation, Outcomes& out) { growth(value, base, relation, rate, out); });
    };
    const auto yearly = [&](std::int64_t value, std::int64_t base, unsigned years, const Column& rate) {
        return all([&](Relation relation, Outcomes& out) {
            annual_growth(one(value), one(base), years, relation, rate, out);
        });
    };
    const auto faster = [&](std::int64_t v, std::int64_t b, std::int64_t w, std::int64_t c,
                            const Column& by) {
        return all([&](Relation relation, Outcomes& out) {
            faster_growth(one(v), one(b), relation, one(w), one(c), by, out);
        });
    };
    const auto changed = [&](const Column& v, const Column& b, const Column& amount) {
        return all([&](Relation relation, Outcomes& out) { change(v, b, relation, amount, out); });
    };

    CHECK(level(one(320, 2), one(32, 1)) == on_it);  // 3.20 and 3.2
    CHECK(level(one(319, 2), one(32, 1)) == below);
    CHECK(level(one(32, 1), one(319, 2)) == above);
    CHECK(level(one(-32, 1), one(-319, 2)) == below);
    CHECK(level(one(1, -18), one(highest, 18)) == above);  // 10^18 and 9.2
    CHECK(level(one(1, 18), one(lowest, -18)) == above);
    CHECK(level(one(0, 18), one(0, -18)) == on_it);
    CHECK(level(one(lowest), one(lowest)) == on_it);
    CHECK(level(one(lowest), one(highest)) == below);
    CHECK(done(95, 100) == on_it);  // 0.95 * 100 <= 95 fails in doubles for some plans of this kind
    CHECK(done(lowest, highest) == below);
    CHECK(done(highest, highest) == above);
    CHECK(grown(one(110), one(100), one(10).percent()) == on_it);
    CHECK(grown(one(highest), one(highest), one(0)) == on_it);
    CHECK(grown(one(highest), one(highest - 1), one(0)) == above);
    CHECK(grown(one(highest), one(1), one(highest - 1)) == on_it);
    CHECK(grown(one(highest), one(1), one(highest)) == below);  // 1 + the rate is 2^63
    CHECK(grown(one(0), one(5), one(-100).percent()) == on_it);
    CHECK(grown(one(0), one(5), one(-101).percent()) == above);
    CHECK(grown(one(5, 18), one(5, -18), one(0, 18)) == below);          // 36 places apart
    CHECK(yearly(6'436'343, 3'200'000, 5, one(15).percent()) == on_it);  // 23^5 and 20^5
    CHECK(yearly(6'436'342, 3'200'000, 5, one(15).percent()) == below);
    CHECK(yearly(1024, 1, 10, one(100).percent()) == on_it);
    CHECK(yearly(1025, 1, 10, one(1'000'000, 6)) == above);
    CHECK(yearly(0, 1, 4, one(-300).percent()) == above);  // no root lies below -100 %
    CHECK(yearly(1, highest, 100, one(0)) == below);
    CHECK(yearly(highest, highest, 100, one(0, 18)) == on_it);
    CHECK(faster(120, 100, 240, 200, one(0)) == on_it);
    CHECK(faster(highest, highest, highest, highest, one(0)) == on_it);
    CHECK(faster(highest, highest - 1, highest, highest, one(0)) == above);
    CHECK(faster(121, 100, 240, 200, one(1).percent()) == on_it);
    CHECK(faster(119, 100, 240, 200, one(-1).percent()) == on_it);
    CHECK(faster(119, 100, 240, 200, one(-99, 4)) == below);
    CHECK(changed(one(350, 2), one(324, 2), one(26, 2)) == on_it);  // by 0.26 points
    CHECK(changed(one(highest), one(lowest), one(highest)) == above);
    CHECK(changed(one(lowest), one(highest), one(lowest)) == below);
    CHECK(changed(one(-2), one(highest), one(lowest)) == below);  // -2 - (2^63 - 1) = -2^63 - 1
    CHECK(changed(one(-1), one(highest), one(lowest)) == on_it);
    CHECK(changed(one(1, -18), one(1, 18), one(1, -18)) == below);
}

TEST_CASE("kernel: within, both ends included") {
    const Units value{199, 200, 250, 300, 301};
    Outcomes found(5);
    within(Column(value, 2), Column::constant(2), Column::constant(3), found);
    CHECK(found == Outcomes{not_met, met, met, met, not_met});
    within(Column(value), Column::constant(200), Column::constant(300), found);
    CHECK(found == Outcomes{not_met, met, met, met, not_met});
    within(Column(value), Column::constant(300), Column::constant(200), found);
    CHECK(found == Outcomes(5, not_met));
}
