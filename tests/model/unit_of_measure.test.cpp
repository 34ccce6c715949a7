// SPDX-License-Identifier: BSL-1.0
#include <goalpost/model/unit_of_measure.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "goalpost/evaluate/published_figure.hpp"
#include "goalpost/model/detail/known_units.hpp"
#include "support/string_makers.hpp"

using goalpost::Decimal;
using goalpost::Ratio;
using goalpost::SmallRatio;
using goalpost::UnitOfMeasure;
using goalpost::UnitSet;
using goalpost::test::written;

static_assert(!std::is_convertible_v<std::string, UnitOfMeasure>);  // a symbol is only known within a UnitSet
static_assert(
    !std::is_constructible_v<UnitOfMeasure, std::string, std::string, double, bool>);  // no float as a factor

namespace {

UnitOfMeasure unit(std::string_view symbol) {
    const auto read = UnitSet().parse(symbol);
    REQUIRE_MESSAGE(read.has_value(), std::string(symbol));
    return *read;
}
goalpost::Rounded read(std::string_view figure, std::string_view symbol) {
    return goalpost::published_figure(*Decimal::parse(figure), unit(symbol));
}
bool convert(std::string_view a, std::string_view b) {
    const bool there = unit(a).converts_to(unit(b));
    CHECK(there == unit(b).converts_to(unit(a)));  // neither direction may know more than the other
    return there;
}

}  // namespace

TEST_CASE("1.6 万亿元 and 15507.87 亿元 are held against each other exactly") {
    // Zhejiang 2024: the plan says 1.6 万亿元, published are 15507.87 亿元 (examples/data/zhejiang_2024.csv).
    CHECK(convert("万亿元", "亿元"));
    const auto plan = read("1.6", "万亿元");
    const auto actual = read("15507.87", "亿元");
    CHECK(plan.value() == Ratio(1'600'000'000'000));
    CHECK(actual.value() == Ratio(1'550'787'000'000));
    CHECK((plan.value() - actual.value()) / Ratio(unit("亿元").factor()) == Ratio(Decimal(49213, 2)));
    CHECK(actual.value() < plan.value());
    CHECK(read("1.6", "万亿元").value() == read("16000", "亿元").value());
}

TEST_CASE("multiples are powers of ten before a unit of the library") {
    const struct {
        std::string_view prefix;
        std::int64_t factor;
    } multiples[] = {{"百", 100},
                     {"千", 1'000},
                     {"万", 10'000},
                     {"十万", 100'000},
                     {"百万", 1'000'000},
                     {"千万", 10'000'000},
                     {"亿", 100'000'000},
                     {"十亿", 1'000'000'000},
                     {"百亿", 10'000'000'000},
                     {"千亿", 100'000'000'000},
                     {"万亿", 1'000'000'000'000}};
    for (const auto& multiple : multiples) {
        for (const std::string_view base : {"元", "家", "人次", "吨标准煤", "千瓦时"}) {
            const std::string symbol = std::string(multiple.prefix) + std::string(base);
            CAPTURE(symbol);
            CHECK(unit(symbol).factor() == Ratio(multiple.factor) * unit(base).factor());
            CHECK(unit(symbol).dimension() == unit(base).dimension());
            CHECK(unit(symbol).symbol() == symbol);
        }
    }
}

TEST_CASE("percent and percentage points never convert") {
    for (const std::string_view percent : {"%", "％", "‰", "", "倍"}) {
        for (const std::string_view points : {"pp", "个百分点", "百分点"}) {
            CHECK_FALSE(convert(percent, points));
            CHECK(unit(points).is_points());
            CHECK_FALSE(unit(points).is_percent());
            CHECK_FALSE(unit(percent).is_points());
        }
    }
    CHECK(convert("pp", "个百分点"));
    CHECK(convert("%", "‰"));
    CHECK(unit("‰").factor() == SmallRatio::of(1, 1000));
    CHECK(unit("％").factor() == unit("%").factor());  // full-width, as input methods write it
    CHECK(UnitOfMeasure::percent() == unit("%"));
    CHECK(UnitOfMeasure::points() == unit("pp"));
    CHECK(UnitOfMeasure() == unit(""));
}

TEST_CASE("a part of a whole is a percentage, a multiple is not, though both are ratios") {
    CHECK(unit("%").is_percent());
    CHECK(unit("‰").is_percent());
    CHECK_FALSE(unit("倍").is_percent());
    CHECK_FALSE(unit("").is_percent());
    CHECK_FALSE(unit("亿元").is_percent());
    CHECK(convert("%", "倍"));  // 200 % and 2 倍
}

TEST_CASE("which counters count the same") {
    CHECK(convert("名", "人"));
    CHECK(convert("万人", "名"));
    CHECK(convert("万家", "家"));
    CHECK_FALSE(convert("家", "件"));
    CHECK_FALSE(convert("项", "人"));
    for (const std::string_view counted : {"家", "件", "项", "人", "名", "人次", "万家", "个"})
        CHECK(convert("个", counted));
    for (const std::string_view other : {"元", "%", "pp", "位", "人年", "亩", "吨", ""})
        CHECK_FALSE(convert("个", other));
    CHECK_FALSE(convert("人次", "人"));  // visits are not visitors
    CHECK_FALSE(convert("人次", "次"));
    CHECK_FALSE(convert("人年", "人"));  // work is not workers
    CHECK_FALSE(convert("人年", "人次"));
    CHECK_FALSE(convert("元", "美元"));
    CHECK_FALSE(convert("位", "名"));  // a place in an order
}

TEST_CASE("areas convert among themselves, a 亩 is 2000/3 square metres") {
    CHECK(unit("亩").factor() == SmallRatio::of(2000, 3));
    CHECK(read("15", "亩").value() == read("1", "公顷").value());
    CHECK(read("1500", "亩").value() == read("1", "平方公里").value());
    CHECK(read("120", "万平方米").value() == read("1800", "亩").value());
    CHECK_FALSE(convert("亩", "吨"));
}

TEST_CASE("exact are only integers in an unscaled discrete unit") {
    const struct {
        std::string_view figure, symbol, range;
    } cases[] = {
        {"300", "家", "[300, 300]"},            // counted
        {"0", "家", "[0, 0]"},                  //
        {"3", "位", "[3, 3]"},                  // a rank
        {"1.45", "万家", "[14450, 14550)"},     // a rounded count
        {"2", "万家", "[15000, 25000)"},        //
        {"300.0", "家", "[5999/20, 6001/20)"},  // a mean, not a count
        {"300", "元", "[599/2, 601/2)"},        // money is not counted
        {"150", "人年", "[299/2, 301/2)"},      // work is measured
        {"3.5", "%", "[69/2000, 71/2000)"},     //
        {"-2.8", "%", "(-57/2000, -11/400]"},   //
        {"0.0", "pp", "(-1/2000, 1/2000)"},     //
    };
    for (const auto& item : cases) {
        CAPTURE(item.figure);
        CAPTURE(item.symbol);
        CHECK(written(read(item.figure, item.symbol).range()) == item.range);
    }
}

TEST_CASE("units that a plan or a program adds, and multiples of them") {
    UnitSet units;
    units.add({"P", "computing", 1, false});  // as 武汉市 2023 counts computing power
    units.add({"打", "count:个", 12, true});
    units.add({"平方千米", "area", 1'000'000, false});
    CHECK(units.parse("P")->dimension() == "computing");
    CHECK(units.parse("万P")->factor() == 10'000);
    CHECK(units.parse("万P")->converts_to(*units.parse("P")));
    CHECK(units.parse("打")->converts_to(unit("件")));
    CHECK(units.parse("百打")->factor() == 1'200);
    CHECK(units.parse("百打")->is_discrete());
    units.add({"市亩", "area", SmallRatio::of(2'000, 3), false});
    CHECK(units.parse("万市亩")->factor() == SmallRatio::of(20'000'000, 3));
    CHECK(written(goalpost::published_figure(Decimal(3), *units.parse("打")).range()) ==
          "[30, 42)");  // scaled: 36, give or take half a dozen
    CHECK(units.parse("万平方千米")->converts_to(unit("亩")));
    CHECK(units.added().size() == 4);

    // A unit of one's own goes before the library's, and the last one added before earlier ones.
    units.add({"万家", "count:家", 9'999, true});
    CHECK(units.parse("万家")->factor() == 9'999);
    units.add({"P", "parking", 1, true});
    CHECK(units.parse("P")->dimension() == "parking");
    CHECK(units.added().size() == 5);

    CHECK_THROWS_AS(UnitOfMeasure("x", "", 1, false), std::invalid_argument);
    CHECK_THROWS_AS(UnitOfMeasure("x", "y", 0, false), std::invalid_argument);
    CHECK_THROWS_AS(UnitOfMeasure("x", "y", -1, false), std::invalid_argument);
}

TEST_CASE("a symbol nobody knows is refused with what to do") {
    for (const std::string_view symbol :
         {"万", "亿", "克", "千克", "万元家", "元万", "pc", "亿 元", "百分比", "万万元"}) {
        CAPTURE(symbol);
        const auto none = UnitSet().parse(symbol);
        REQUIRE_FALSE(none);
        CHECK(none.error().found == "'" + std::string(symbol) + "'");
        CHECK(none.error().mend.find("units_of_measure") != std::string::npos);
    }
}

TEST_CASE("every unit converts to itself") {
    for (const auto& base : goalpost::detail::base_units)
        CHECK(convert(base.symbol, base.symbol));
    for (const auto counter : goalpost::detail::counters) {
        CHECK(convert(counter, counter));
        CHECK(unit(counter).is_discrete());
        CHECK(unit(counter).factor() == 1);
    }
}
