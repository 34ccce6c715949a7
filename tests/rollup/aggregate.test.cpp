// SPDX-License-Identifier: BSL-1.0
#include "goalpost/rollup/aggregate.hpp"
#include "goalpost/evaluate/published_figure.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/arithmetic.hpp"
#include "goalpost/rollup/total_check.hpp"
#include "support/random.hpp"

using namespace goalpost;

namespace {

Rounded printed(std::string_view text) { return Rounded::published(*Decimal::parse(text)); }
Rounded percent(std::string_view text) {
    return published_figure(*Decimal::parse(text), UnitOfMeasure::percent());
}

struct City {
    std::string_view name;
    std::string_view expense;  // 规上工业研发费用, 亿元
    std::string_view growth;   // %
    std::string_view ratio;    // of revenue, %
};

// 2025年一季度浙江省科技活动相关数据 (kjt.zj.gov.cn, 2025-06-05). Total: 851.36, 7.7 %, 3.17 %.
constexpr City cities[] = {{"杭州市", "206.94", "6.4", "4.09"}, {"宁波市", "157.63", "9.6", "2.57"},
                           {"温州市", "62.89", "12.4", "3.46"}, {"嘉兴市", "106.94", "-2.8", "2.99"},
                           {"湖州市", "50.88", "8.8", "3.03"},  {"绍兴市", "78.54", "12.4", "3.98"},
                           {"金华市", "57.02", "7.2", "3.26"},  {"衢州市", "20.05", "8.8", "2.80"},
                           {"舟山市", "35.39", "15.0", "3.56"}, {"台州市", "56.63", "10.0", "3.02"},
                           {"丽水市", "18.14", "18.8", "3.37"}};

std::vector<Part> expenses() {
    std::vector<Part> parts;
    for (const auto& city : cities) {
        Part part;
        part.name = city.name;
        part.value = printed(city.expense);
        part.growth = percent(city.growth);
        parts.push_back(part);
    }
    return parts;
}

std::vector<Part> ratios() {
    std::vector<Part> parts;
    for (const auto& city : cities) {
        Part part;
        part.name = city.name;
        part.value = percent(city.ratio);
        part.numerator = printed(city.expense);
        parts.push_back(part);
    }
    return parts;
}

Part amount(std::string name, int value) {
    Part part;
    part.name = std::move(name);
    part.value = Rounded(value);
    return part;
}

bool same(const Bound& a, const Bound& b) {
    return a.kind == b.kind && (a.kind == Bound::Kind::infinite || a.value.rational() == b.value.rational());
}
bool same(const Aggregate& a, const Aggregate& b) {
    if (a.value.has_value() != b.value.has_value() || a.coverage != b.coverage || a.missing != b.missing ||
        a.not_applicable != b.not_applicable || a.excluded != b.excluded)
        return false;
    if (!a.value) return a.value.error() == b.value.error();
    return a.value->value().fraction() == b.value->value().fraction() &&
           same(a.value->range().low, b.value->range().low) &&
           same(a.value->range().high, b.value->range().high);
}

std::string in_percent(const Bound& bound) { return (bound.value * Ratio(100)).fixed(3); }

/// Parts of every standing, with figures that all the ways of adding up can use.
Part random_part(test::Random& random, int number) {
    Part part;
    part.name = "part " + std::to_string(number);
    const auto decimal = [&](std::int64_t low, std::int64_t high, int places) {
        return Rounded::published(Decimal(random.between(low, high), places));
    };
    part.standing = random.chance(8)   ? PartStanding::missing
                    : random.chance(9) ? PartStanding::excluded
                    : random.chance(9) ? PartStanding::not_applicable
                                       : PartStanding::counted;
    if (!random.chance(10)) part.value = decimal(1, 999, 3);
    if (!random.chance(10)) part.numerator = decimal(100, 99999, 2);
    if (random.chance(3)) part.denominator = decimal(1000, 99999, 1);
    if (!random.chance(10)) part.growth = decimal(-300, 300, 3);
    if (!random.chance(10)) part.weight = Ratio(random.between(1, 50));
    return part;
}

constexpr AddUp every_way[] = {AddUp::sum, AddUp::sum_over_sum, AddUp::growth_of_total, AddUp::weighted_mean,
                               AddUp::mean_of_percentages};

}  // namespace

TEST_CASE("flows: the 11 cities sum to 851.05, which rounding does not join to 851.36") {
    const auto whole = aggregate(IndicatorKind::flow, Over::places, expenses());
    REQUIRE(whole.value);
    CHECK(whole.value->value().fixed(2) == "851.05");
    CHECK(whole.coverage.counted == 11);
    CHECK(*whole.coverage.by_count() == Ratio(1));
    CHECK(whole.coverage.is_complete());
    const auto check = check_total(*whole.value, printed("851.36"));
    CHECK(check.difference.value() == Ratio::of(31, 100));
    CHECK(check.difference.range().low.value.rational() == Ratio::of(25, 100));   // 11 * 0.005 + 0.005 less
    CHECK(check.difference.range().high.value.rational() == Ratio::of(37, 100));  // and more
    CHECK_FALSE(check.agrees);
    CHECK_FALSE(check.explained);
    CHECK(check_total(*whole.value, printed("851.10")).explained);
    CHECK_FALSE(check_total(*whole.value, printed("851.11")).explained);
}

TEST_CASE("flows: the 11 cities of 2014 sum exactly to 10205.20") {
    std::vector<Rounded> parts;  // 高新技术产业产值, first half of 2014, 亿元
    for (const auto* figure : {"2155.35", "2396.99", "709.72", "1199.30", "700.87", "1083.95", "595.55",
                               "225.71", "277.85", "696.34", "163.57"})
        parts.push_back(printed(figure));
    CHECK(explains(parts, printed("10205.20")));
    CHECK_FALSE(explains(parts, printed("10205.30")));
    parts.pop_back();
    CHECK_FALSE(explains(parts, printed("10205.20")));
}

TEST_CASE("growth of the total from the parts' levels and growth: 7.72, printed 7.7") {
    const auto whole = aggregate(AddUp::growth_of_total, expenses());
    REQUIRE(whole.value);
    CHECK((whole.value->value() * Ratio(100)).fixed(2) == "7.72");
    CHECK(arithmetic::reproduces(whole.value->value(), *Decimal::parse("7.7"), UnitOfMeasure::percent()));
    CHECK(check_total(*whole.value, percent("7.7")).explained);
    // The mean of the rates is another number, and only to be had by name.
    std::vector<Part> rates;
    for (const auto& city : cities) {
        Part part;
        part.value = percent(city.growth);
        rates.push_back(part);
    }
    CHECK((aggregate(AddUp::mean_of_percentages, rates).value->value() * Ratio(100)).fixed(2) == "9.69");
}

TEST_CASE("ratios: sum over sum, with the denominators that the printed shares imply") {
    const auto whole = aggregate(IndicatorKind::ratio, Over::places, ratios());
    REQUIRE(whole.value);
    CHECK((whole.value->value() * Ratio(100)).fixed(2) == "3.26");
    CHECK(in_percent(whole.value->range().low) == "3.254");
    CHECK(in_percent(whole.value->range().high) == "3.264");
    // The printed 3.17 is not within reach: the province counts revenue that no city does.
    CHECK_FALSE(check_total(*whole.value, percent("3.17")).explained);
    // With the remainder that the two totals imply, it is: 851.36 at 3.17 % is all the revenue there is.
    auto parts = ratios();
    Part rest;
    rest.name = "counted by the province only";
    rest.numerator = Rounded(Ratio::of(31, 100));
    rest.denominator = Rounded(Ratio::of(74436, 100));
    parts.push_back(rest);
    CHECK((aggregate(AddUp::sum_over_sum, parts).value->value() * Ratio(100)).fixed(2) == "3.17");
}

TEST_CASE("ratios with published numerators and denominators need no implied ones") {
    std::vector<Part> parts(2);
    parts[0].numerator = Rounded(10);
    parts[0].denominator = Rounded(100);
    parts[0].value = Rounded(Ratio::of(9, 10));  // not looked at
    parts[1].denominator = Rounded(300);
    parts[1].value = Rounded(Ratio::of(1, 5));  // implies a numerator of 60
    CHECK(aggregate(AddUp::sum_over_sum, parts).value->value() == Ratio::of(70, 400));
    // The mean of 10 % and 20 % would be 15 %.
    parts.resize(1);
    parts[0].denominator = Rounded(0);
    CHECK(aggregate(AddUp::sum_over_sum, parts).value.error() == Reason::zero_base);
    parts[0].denominator.reset();
    parts[0].value = Rounded(0);  // 10 of nothing: no denominator is implied
    CHECK(aggregate(AddUp::sum_over_sum, parts).value.error() == Reason::missing_observation);
}

TEST_CASE("each kind adds up its own way") {
    CHECK(*add_up_of(IndicatorKind::flow, Over::places) == AddUp::sum);
    CHECK(*add_up_of(IndicatorKind::flow, Over::time) == AddUp::sum);
    CHECK(*add_up_of(IndicatorKind::stock, Over::places) == AddUp::sum);
    CHECK(add_up_of(IndicatorKind::stock, Over::time).error() == Reason::not_defined_for_kind);
    CHECK(*add_up_of(IndicatorKind::ratio, Over::places) == AddUp::sum_over_sum);
    CHECK(*add_up_of(IndicatorKind::ratio, Over::time) == AddUp::sum_over_sum);
    CHECK(*add_up_of(IndicatorKind::index, Over::places) == AddUp::weighted_mean);
    CHECK(add_up_of(IndicatorKind::index, Over::time).error() == Reason::not_defined_for_kind);
    CHECK(add_up_of(IndicatorKind::rank, Over::places).error() == Reason::not_defined_for_kind);
    const std::vector<Part> parts{amount("a", 1), amount("b", 2)};
    const auto none = aggregate(IndicatorKind::rank, Over::places, parts);
    CHECK(none.value.error() == Reason::not_defined_for_kind);
    CHECK(none.coverage.counted == 2);
    for (const auto way : every_way)
        CHECK(*add_up_from(name_of(way)) == way);
}

TEST_CASE("indices by weight") {
    std::vector<Part> parts{amount("food", 110), amount("rent", 100), amount("other", 90)};
    parts[0].weight = Ratio(3);
    parts[1].weight = Ratio(1);
    auto whole = aggregate(IndicatorKind::index, Over::places, parts);
    CHECK(whole.value->value() == Ratio::of(430, 4));
    CHECK(whole.missing == std::vector<std::string>{"other"});  // nobody says how much it weighs
    CHECK_FALSE(whole.coverage.by_weight);
    parts[2].weight = Ratio(4);
    parts[2].standing = PartStanding::missing;
    whole = aggregate(IndicatorKind::index, Over::places, parts);
    CHECK(whole.value->value() == Ratio::of(430, 4));
    CHECK(*whole.coverage.by_weight == Ratio::of(1, 2));
    CHECK(*whole.coverage.by_count() == Ratio::of(2, 3));
}

TEST_CASE("missing, not applicable and excluded parts are three things, and none is a zero") {
    std::vector<Part> parts{amount("a", 10), amount("b", 20), amount("c", 5), amount("d", 7)};
    parts[1].standing = PartStanding::missing;
    parts[2].standing = PartStanding::not_applicable;
    parts[3].standing = PartStanding::excluded;
    parts.push_back({.name = "e"});  // counted, and without a figure
    const auto whole = aggregate(AddUp::sum, parts);
    CHECK(whole.value->value() == Ratio(10));
    CHECK(whole.missing == std::vector<std::string>{"b", "e"});
    CHECK(whole.not_applicable == std::vector<std::string>{"c"});
    CHECK(whole.excluded == std::vector<std::string>{"d"});
    CHECK(*whole.coverage.by_count() == Ratio::of(1, 3));
    CHECK(aggregate(AddUp::sum, parts, Ratio::of(1, 2)).value.error() == Reason::members_unknown);
    CHECK(aggregate(AddUp::sum, parts, Ratio::of(1, 3)).value);
    const std::vector<Part> none{{.name = "x"}};
    CHECK(aggregate(AddUp::sum, none).value.error() == Reason::missing_observation);
    CHECK_FALSE(aggregate(AddUp::sum, std::vector<Part>{}).coverage.by_count());
}

TEST_CASE("roll-up in any order and any split is identical") {
    test::Random random(20250605);
    for (int round = 0; round < 60; ++round) {
        std::vector<Part> parts;
        const auto count = random.between(1, 12);
        for (int i = 0; i < count; ++i)
            parts.push_back(random_part(random, i));
        for (const auto way : every_way) {
            const auto straight = aggregate(way, parts);
            auto shuffled = parts;
            for (std::size_t i = shuffled.size(); i > 1; --i)
                std::swap(shuffled[i - 1], shuffled[random.bits() % i]);
            std::vector<RollUp> pieces(static_cast<std::size_t>(random.between(1, 4)), RollUp(way));
            for (const auto& part : shuffled)
                pieces[random.bits() % pieces.size()].add(part);
            while (pieces.size() > 1) {  // merged in any order, too
                const auto at = random.bits() % (pieces.size() - 1);
                pieces[at].merge(pieces.back());
                pieces.pop_back();
            }
            CAPTURE(name_of(way));
            CHECK(same(pieces.front().result(), straight));
        }
    }
    RollUp sum(AddUp::sum);
    CHECK_THROWS_AS(sum.merge(RollUp(AddUp::weighted_mean)), std::invalid_argument);
}

TEST_CASE("the interval of a quotient of sums is the hull of its corners") {
    test::Random random(31);
    for (int round = 0; round < 200; ++round) {
        const auto count = static_cast<std::size_t>(random.between(1, 4));
        std::vector<Part> parts(count);
        for (auto& part : parts) {
            part.value = Rounded::published(Decimal(random.between(1, 40), 1));
            const auto amount = Rounded::published(Decimal(random.between(1, 30)));
            (random.chance(2) ? part.numerator : part.denominator) = amount;
        }
        const auto found = aggregate(AddUp::sum_over_sum, parts);
        REQUIRE(found.value);
        std::optional<Ratio> least;
        std::optional<Ratio> greatest;
        for (std::size_t corner = 0; corner < (std::size_t{1} << (2 * count)); ++corner) {
            Ratio top;
            Ratio bottom;
            for (std::size_t i = 0; i < count; ++i) {
                const auto end = [&](const Rounded& figure, std::size_t bit) {
                    const auto& range = figure.range();
                    return (corner >> bit & 1U) != 0 ? range.high.value.rational()
                                                     : range.low.value.rational();
                };
                const auto rate = end(*parts[i].value, 2 * i);
                if (parts[i].numerator) {
                    const auto amount = end(*parts[i].numerator, 2 * i + 1);
                    top = top + amount;
                    bottom = bottom + amount / rate;
                } else {
                    const auto amount = end(*parts[i].denominator, 2 * i + 1);
                    top = top + amount * rate;
                    bottom = bottom + amount;
                }
            }
            const auto quotient = top / bottom;
            if (!least || quotient < *least) least = quotient;
            if (!greatest || *greatest < quotient) greatest = quotient;
        }
        CHECK(found.value->range().low.value.rational() == *least);
        CHECK(found.value->range().high.value.rational() == *greatest);
    }
}

TEST_CASE("ends that no true value reaches are open") {
    // One part: its amount cancels, so only the rate speaks: [3.15, 3.25) %.
    std::vector<Part> parts(1);
    parts[0].numerator = printed("10");
    parts[0].value = percent("3.2");
    auto range = aggregate(AddUp::sum_over_sum, parts).value->range();
    CHECK(range.low.value.rational() == Ratio::of(315, 10000));
    CHECK(range.low.kind == Bound::Kind::closed);
    CHECK(range.high.value.rational() == Ratio::of(325, 10000));
    CHECK(range.high.kind == Bound::Kind::open);
    // Amounts that may be below zero leave the interval wider, never too narrow.
    parts.push_back(parts[0]);
    parts[1].numerator = printed("0");
    range = aggregate(AddUp::sum_over_sum, parts).value->range();
    CHECK(range.low.value.rational() <= Ratio::of(315, 10000));
    CHECK(Ratio::of(325, 10000) <= range.high.value.rational());
}

TEST_CASE(
    "what shrank to nothing tells nothing of the year before: it is missing from the growth of a total") {
    Part part;
    part.name = "a";
    part.value = printed("12");
    part.growth = Rounded(Ratio(1));
    auto gone = part;
    gone.name = "b";
    gone.growth = Rounded(Ratio(-1));
    const auto whole = aggregate(AddUp::growth_of_total, std::vector<Part>{part, gone});
    CHECK(whole.value->value() == Ratio(1));
    CHECK(whole.missing == std::vector<std::string>{"b"});
}
