// SPDX-License-Identifier: BSL-1.0
#include <goalpost/model/observations.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/random.hpp"
#include "support/string_makers.hpp"

using namespace goalpost;

static_assert(std::is_trivially_copyable_v<ObservationRow>);  // rows are sorted and copied by the million
static_assert(sizeof(ObservationRow) <= 48);                  // and every eight bytes of them are felt

namespace {

Observation observation(std::string_view indicator, std::string_view scope, std::string_view period,
                        std::string_view value, Basis basis = Basis::level) {
    Observation made{.period = Period::parse(period).value()};
    made.indicator = indicator;
    made.scope = scope;
    made.value = Decimal::parse(value).value();
    made.basis = basis;
    made.unit = UnitSet().parse("亿元").value();
    return made;
}

Observations::Index indicator_of(const Observations& data, std::string_view name) {
    return data.find_indicator(name_key(name)).value();
}
Observations::Index scope_of(const Observations& data, std::string_view name) {
    return data.find_scope(name_key(name)).value();
}

std::vector<std::string> values(const Observations& data, std::string_view indicator,
                                std::string_view scope) {
    const auto [begin, end] = data.find(indicator_of(data, indicator), scope_of(data, scope));
    std::vector<std::string> all;
    for (auto i = begin; i < end; ++i)
        all.push_back(data.row(i).value.text());
    return all;
}

}  // namespace

TEST_CASE("rows lie by indicator, scope, basis and period") {
    ObservationsBuilder builder;
    builder.add(observation("B", "杭州市", "2024", "6"))
        .add(observation("A", "宁波市", "2023", "5"))
        .add(observation("A", "杭州市", "2024", "4", Basis::growth_yoy))
        .add(observation("A", "杭州市", "2024", "3"))
        .add(observation("A", "杭州市", "2024-Q4", "2.5"))  // ends with the year, begins later: after it
        .add(observation("A", "杭州市", "2023", "2"))
        .add(observation("A", "杭州市", "2020", "1"));
    const auto data = std::move(builder).build();
    using Texts = std::vector<std::string>;
    CHECK(values(data, "A", "杭州市") == Texts{"1", "2", "3", "2.5", "4"});
    CHECK(values(data, "A", "宁波市") == Texts{"5"});
    CHECK(values(data, "B", "杭州市") == Texts{"6"});
    CHECK(values(data, "B", "宁波市").empty());
    // Names count by first appearance.
    CHECK(data.indicator_name(0) == "B");
    CHECK(data.row(0).value == Decimal(6));
    CHECK(data.size() == 7);
}

TEST_CASE("every pair of name and scope is found with all of its rows, and no others") {
    goalpost::test::Random random(51);
    ObservationsBuilder builder;
    std::multiset<std::tuple<std::string, std::string, std::string>> given;
    const std::string names[] = {"甲", "乙", "丙",
                                 "丁", "戊", "a long name that no string keeps within itself"};
    const std::string scopes[] = {"浙江省", "杭州市", "宁波市", "德清县"};
    for (int i = 0; i < 1500; ++i) {
        const auto& name = random.pick(names);
        const auto& scope = random.pick(scopes);
        if (name == "丁" && scope == "德清县") continue;  // a pair without rows between two with
        const auto value = std::to_string(i);
        builder.add(observation(name, scope, std::to_string(random.between(2000, 2024)), value,
                                static_cast<Basis>(random.between(0, 6))));
        given.emplace(name, scope, value);
    }
    const auto count = builder.size();
    const auto data = std::move(builder).build();
    REQUIRE(data.size() == count);
    std::size_t seen = 0;
    for (const auto& name : names) {
        for (const auto& scope : scopes) {
            const auto [begin, end] = data.find(indicator_of(data, name), scope_of(data, scope));
            CHECK((begin == end) == (name == "丁" && scope == "德清县"));
            for (auto i = begin; i < end; ++i, ++seen) {
                REQUIRE(given.contains({name, scope, data.row(i).value.text()}));
                if (i == begin) continue;
                const auto& before = data.row(i - 1);
                const auto& row = data.row(i);
                // Values count up in the order of adding: among equals they still do.
                REQUIRE(std::tuple(before.basis, before.period, before.value) <
                        std::tuple(row.basis, row.period, row.value));
            }
        }
    }
    CHECK(seen == count);
}

TEST_CASE("figures for one thing stay side by side, in the order they were added") {
    ObservationsBuilder builder;
    auto revised = observation("gdp", "浙江省", "2023", "85620");
    revised.published = parse_date("2024-12-30").value();
    builder.add(observation("gdp", "浙江省", "2024", "1"))
        .add(observation("gdp", "浙江省", "2023", "82553"))
        .add(revised)
        .add(observation("gdp", "浙江省", "2023", "82553"));
    const auto data = std::move(builder).build();
    CHECK(values(data, "gdp", "浙江省") == std::vector<std::string>{"82553", "85620", "82553", "1"});
    CHECK(data.row(1).published == parse_date("2024-12-30").value());
}

TEST_CASE("names are joined by their key and shown as first written") {
    ObservationsBuilder builder;
    builder.add(observation("R&D 经费", "浙江省", "2023", "1"))
        .add(observation("Ｒ＆Ｄ经费", "浙江　省", "2024", "2"));
    const auto data = std::move(builder).build();
    CHECK(data.indicator_count() == 1);
    CHECK(data.scope_count() == 1);
    CHECK(data.indicator_name(0) == "R&D 经费");
    CHECK(values(data, "R&D经费", "浙江省") == std::vector<std::string>{"1", "2"});
    CHECK_FALSE(data.find_indicator("R&D 经费").has_value());  // what is asked for is a key
    CHECK_FALSE(data.find_scope("江苏省").has_value());
}

TEST_CASE("an observation comes out as it went in") {
    auto given = observation("技术交易额", "武汉市", "2023-01/2023-10", "1200.50", Basis::cumulative);
    given.status = ObservationStatus::preliminary;
    given.qualifier = Qualifier::more_than;
    given.source = "武汉市科技局";
    given.quote = "超1200.50亿元";
    given.published = parse_date("2023-11-20").value();
    given.series_break = true;
    ObservationsBuilder builder;
    builder.add(observation("另一个", "湖北省", "2023", "1")).add(given);
    const auto data = std::move(builder).build();
    const auto back = data.observation(1);
    CHECK(back.indicator == given.indicator);
    CHECK(back.scope == given.scope);
    CHECK(back.period == given.period);
    CHECK(back.basis == given.basis);
    CHECK(back.value.same_text(given.value));
    CHECK(back.unit == given.unit);
    CHECK(back.status == given.status);
    CHECK(back.qualifier == given.qualifier);
    CHECK(back.source == given.source);
    CHECK(back.quote == given.quote);
    CHECK(back.published == given.published);
    CHECK(back.series_break);
    CHECK_FALSE(data.observation(0).series_break);
    CHECK(data.observation(0).source.empty());
    CHECK_THROWS_AS(static_cast<void>(data.observation(2)), std::out_of_range);
}

TEST_CASE("copies stand on their own: their names are found when the original is gone") {
    // Short names live inside their strings, so that a view into another's string dies with it.
    auto original = std::make_unique<Observations>([] {
        ObservationsBuilder builder;
        for (int i = 0; i < 200; ++i)
            builder.add(observation("n" + std::to_string(i), "s", "2024", std::to_string(i)));
        return std::move(builder).build();
    }());
    const Observations copy = *original;
    Observations assigned;
    assigned = *original;
    original.reset();
    const auto& self = assigned;
    assigned = self;
    const Observations moved = std::move(assigned);
    for (const auto* data : {&copy, &moved}) {
        for (int i = 0; i < 200; ++i) {
            const auto name = "n" + std::to_string(i);
            REQUIRE(values(*data, name, "s") == std::vector<std::string>{std::to_string(i)});
            REQUIRE(data->indicator_name(indicator_of(*data, name)) == name);
        }
    }
}

TEST_CASE("what is built stays as it is while its builder goes on") {
    ObservationsBuilder builder;
    builder.add(observation("gdp", "浙江省", "2023", "1"));
    const auto before = builder.build();
    builder.add(observation("gdp", "浙江省", "2022", "2")).add(observation("rd", "浙江省", "2022", "3"));
    const auto after = builder.build();
    CHECK(values(before, "gdp", "浙江省") == std::vector<std::string>{"1"});
    CHECK_FALSE(before.find_indicator("rd").has_value());
    CHECK(values(after, "gdp", "浙江省") == std::vector<std::string>{"2", "1"});
    CHECK(values(after, "rd", "浙江省") == std::vector<std::string>{"3"});
}

TEST_CASE("equal units are one, and numbers that were not given out are refused") {
    ObservationsBuilder builder;
    const auto unit = builder.intern_unit(UnitSet().parse("亿元").value());
    CHECK(builder.intern_unit(UnitSet().parse("亿元").value()) == unit);
    CHECK(builder.intern_unit(UnitSet().parse("家").value()) != unit);
    ObservationRow row;
    CHECK_THROWS_AS(builder.add_row(row), std::out_of_range);  // no name was interned yet
    row.indicator = builder.intern_indicator("gdp");
    row.scope = builder.intern_scope("浙江省");
    row.unit = unit;
    CHECK_NOTHROW(builder.add_row(row));
    row.quote = 1;
    CHECK_THROWS_AS(builder.add_row(row), std::out_of_range);
    row.quote = builder.intern_text("quote");
    CHECK_NOTHROW(builder.add_row(row));
    row.unit = 2;
    CHECK_THROWS_AS(builder.add_row(row), std::out_of_range);
    const auto data = std::move(builder).build();
    CHECK(data.size() == 2);
    CHECK(data.unit(data.row(0)).symbol() == "亿元");
    CHECK(data.quote(data.row(1)) == "quote");
    CHECK(data.source(data.row(1)).empty());
    CHECK_THROWS_AS(static_cast<void>(data.find(1, 0)), std::out_of_range);
    CHECK(data.find(0, 1).first == data.find(0, 1).second);
}

TEST_CASE("an observation was published on a day of the calendar") {
    Observation made{.period = Period::year(2024)};
    made.published = Date();
    ObservationsBuilder builder;
    CHECK_THROWS_AS(builder.add(made), std::invalid_argument);
    CHECK(builder.size() == 0);
    made.published = Date(2025, 1, 20);
    CHECK_NOTHROW(builder.add(made));
}

TEST_CASE("no observations are none, not an error") {
    const auto none = ObservationsBuilder().build();
    CHECK(none.size() == 0);
    CHECK_FALSE(none.find_indicator("gdp").has_value());
    CHECK(none.rows().empty());
    CHECK(Observations().size() == 0);
}
