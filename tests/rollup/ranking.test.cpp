// SPDX-License-Identifier: BSL-1.0
#include "goalpost/rollup/ranking.hpp"
#include "goalpost/evaluate/published_figure.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "support/random.hpp"

using namespace goalpost;

namespace {

Contender of(std::string name, std::string_view percent) {
    const auto figure = *Decimal::parse(percent);
    return {std::move(name),
            Measured(published_figure(figure, UnitOfMeasure::percent()), figure_units::percent())};
}
Contender exactly(std::string name, int value) {
    return {std::move(name), Measured(Rounded(value), figure_units::pure())};
}

/// `丽水 1, 舟山 2, ...`
std::string text(const Ranking& ranking) {
    std::string made;
    for (const auto& place : ranking.places)
        made += (made.empty() ? "" : ", ") + place.name + " " + std::to_string(place.place);
    return made;
}

// Growth of 规上工业研发费用 in the first quarter of 2025, as printed.
std::vector<Contender> cities() {
    return {of("杭州", "6.4"),  of("宁波", "9.6"),  of("温州", "12.4"), of("嘉兴", "-2.8"),
            of("湖州", "8.8"),  of("绍兴", "12.4"), of("金华", "7.2"),  of("衢州", "8.8"),
            of("舟山", "15.0"), of("台州", "10.0"), of("丽水", "18.8")};
}

}  // namespace

TEST_CASE("equals: skip, dense, ordinal") {
    CHECK(text(rank(cities())) ==
          "丽水 1, 舟山 2, 温州 3, 绍兴 3, 台州 5, 宁波 6, 湖州 7, 衢州 7, 金华 9, 杭州 10, 嘉兴 11");
    CHECK(text(rank(cities(), Better::higher, TieRule::dense)) ==
          "丽水 1, 舟山 2, 温州 3, 绍兴 3, 台州 4, 宁波 5, 湖州 6, 衢州 6, 金华 7, 杭州 8, 嘉兴 9");
    CHECK(text(rank(cities(), Better::higher, TieRule::ordinal)) ==
          "丽水 1, 舟山 2, 温州 3, 绍兴 4, 台州 5, 宁波 6, 湖州 7, 衢州 8, 金华 9, 杭州 10, 嘉兴 11");
    CHECK(text(rank(cities(), Better::lower)).starts_with("嘉兴 1, 杭州 2, 金华 3, 湖州 4, 衢州 4, 宁波 6"));
    CHECK_THROWS_AS(rank(cities(), Better::neither), std::invalid_argument);
    for (const auto rule : {TieRule::skip, TieRule::dense, TieRule::ordinal})
        CHECK(*tie_rule_from(name_of(rule)) == rule);
    CHECK(rank({}).places.empty());
}

TEST_CASE("who has no target or no figure is left out, not last") {
    auto all = cities();
    all.push_back({"义乌", Reason::missing_observation});
    all.push_back({"上虞", Reason::not_applicable});
    const auto ranking = rank(all);
    CHECK(ranking.places.size() == 11);
    REQUIRE(ranking.left_out.size() == 2);
    CHECK(ranking.left_out[0].first == "上虞");
    CHECK(ranking.left_out[0].second == Reason::not_applicable);
    CHECK(ranking.find("义乌") == nullptr);
    CHECK(ranking.find("嘉兴")->place == 11);
}

TEST_CASE("movement since the last ranking") {
    auto before = cities();
    before[0] = of("杭州", "16.0");                 // was second
    before[3].value = Reason::missing_observation;  // had no place
    const auto last = rank(before);
    const auto now = rank(cities(), Better::higher, TieRule::skip, &last);
    CHECK(*now.find("杭州")->movement() == -8);
    CHECK(*now.find("舟山")->movement() == 1);
    CHECK(*now.find("丽水")->movement() == 0);
    CHECK_FALSE(now.find("嘉兴")->movement());
    CHECK_FALSE(rank(cities()).find("杭州")->movement());
}

TEST_CASE("a place is firm where no other true values change who is before or behind") {
    const auto ranking = rank(cities());
    CHECK(ranking.find("丽水")->is_firm);
    CHECK_FALSE(ranking.find("温州")->is_firm);  // 12.4 and 12.4: one of them is ahead
    CHECK_FALSE(ranking.find("绍兴")->is_firm);
    CHECK(ranking.find("台州")->is_firm);
    // Exact equals share their place for good.
    const auto counts = rank({exactly("a", 5), exactly("b", 5), exactly("c", 4)});
    CHECK(counts.find("a")->is_firm);
    CHECK(counts.find("c")->is_firm);
    // A coarse figure reaches over those with finer ones: 8 is [7.5, 8.5).
    const auto coarse = rank({of("a", "8"), of("b", "7.6"), of("c", "7.4"), of("d", "8.6"), of("e", "8.4")});
    CHECK_FALSE(coarse.find("a")->is_firm);
    CHECK_FALSE(coarse.find("b")->is_firm);
    CHECK(coarse.find("c")->is_firm);
    CHECK(coarse.find("d")->is_firm);
    CHECK_FALSE(coarse.find("e")->is_firm);
    // An exact figure level with a rounded one.
    const auto mixed =
        rank({exactly("a", 5), {"b", Measured(Rounded::published(Decimal(5)), figure_units::pure())}});
    CHECK_FALSE(mixed.find("a")->is_firm);
    CHECK_FALSE(mixed.find("b")->is_firm);
}

TEST_CASE("firmness agrees with looking at every pair") {
    test::Random random(8);
    for (int round = 0; round < 100; ++round) {
        std::vector<Contender> all;
        const auto count = random.between(1, 9);
        for (int i = 0; i < count; ++i) {
            const auto value = Decimal(random.between(-30, 30), static_cast<int>(random.between(0, 1)));
            const auto figure = random.chance(3) ? Rounded(Ratio(value)) : Rounded::published(value);
            all.push_back(
                {std::string(1, static_cast<char>('a' + i)), Measured(figure, figure_units::pure())});
        }
        const auto ranking = rank(all, random.chance(2) ? Better::lower : Better::higher);
        for (const auto& place : ranking.places) {
            bool firm = true;
            for (const auto& other : ranking.places) {
                if (&other == &place) continue;
                const auto order = *compare(place.value.value(), other.value.value());
                const auto& a = order < 0 ? place.value.range() : other.value.range();
                const auto& b = order < 0 ? other.value.range() : place.value.range();
                const bool exact_equals = order == 0 && detail::is_one_number(a) && detail::is_one_number(b);
                if (!exact_equals && (order == 0 || detail::may_swap(a, b))) firm = false;
                // Level with an equal that is not exact, through a third: the shared place is open.
                if (order == 0) {
                    for (const auto& third : ranking.places) {
                        if (*compare(third.value.value(), place.value.value()) == 0 &&
                            !detail::is_one_number(third.value.range()))
                            firm = false;
                    }
                }
            }
            CHECK(place.is_firm == firm);
        }
        // Whatever order they come in.
        std::reverse(all.begin(), all.end());
        CHECK(text(rank(all, ranking.better)) == text(ranking));
    }
}

TEST_CASE("red and black ends") {
    const auto ranking = rank(cities());
    auto shown = ends(ranking, 3, 3);
    CHECK(shown.red == std::vector<std::string>{"丽水", "舟山", "温州", "绍兴"});  // equals stay together
    CHECK(shown.black == std::vector<std::string>{"金华", "杭州", "嘉兴"});
    shown = ends(ranking, 0, 4);
    CHECK(shown.red.empty());
    CHECK(shown.black == std::vector<std::string>{"湖州", "衢州", "金华", "杭州", "嘉兴"});
    CHECK(ends(rank(cities(), Better::higher, TieRule::ordinal), 3, 4).red.size() == 3);
    // Nobody is in both.
    shown = ends(rank({exactly("a", 2), exactly("b", 1)}), 2, 2);
    CHECK(shown.red == std::vector<std::string>{"a", "b"});
    CHECK(shown.black.empty());
    shown = ends(rank({exactly("a", 1), exactly("b", 1)}), 0, 1);
    CHECK(shown.black.size() == 2);
    CHECK(ends(rank({}), 3, 3).red.empty());
}

TEST_CASE("ranges that touch: a place is firm only where an end that is not a true value lies between") {
    const auto between = [](std::string name, int point, const Bound& low, const Bound& high) {
        return Contender{std::move(name),
                         Measured(Rounded(Ratio(point), Interval{low, high}), figure_units::pure())};
    };
    const Bound least{Value(0), Bound::Kind::closed};
    const Bound open_end{Value(10), Bound::Kind::open};
    const Bound closed_end{Value(10), Bound::Kind::closed};
    const auto is_firm = [](const std::vector<Contender>& all) { return rank(all).find("ten")->is_firm; };
    CHECK(is_firm({between("a", 4, least, open_end), exactly("ten", 10)}));
    CHECK_FALSE(is_firm({between("a", 4, least, closed_end), exactly("ten", 10)}));
    // Of two that reach as far, the one whose end is a true value matters, in whatever order they stand.
    CHECK_FALSE(
        is_firm({between("a", 4, least, open_end), between("b", 5, least, closed_end), exactly("ten", 10)}));
    CHECK_FALSE(
        is_firm({between("a", 4, least, closed_end), between("b", 5, least, open_end), exactly("ten", 10)}));
}
