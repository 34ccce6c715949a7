// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "found.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::found;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto ratio = IndicatorKind::ratio;

Case investment(std::string_view criterion) {
    return Case()
        .indicator("high", "亿元", flow)
        .indicator("all", "亿元", flow)
        .indicator("ratio", "%", ratio)
        .target(criterion, "2024")
        .observe("high", "2024", "growth_yoy", "12", "%");
}

}  // namespace

TEST_CASE("series_without_data: the series that a target is compared with") {
    auto c = investment("growth > growth(of all)");
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "series_without_data t1");
    CHECK(findings[0].message.en == "the data lacks what the target is judged by: all @ 省");
    CHECK(found(c.observe("all", "2024", "growth_yoy", "5", "%")) == "");
    CHECK(check(c.plan()).empty());  // nothing is said of data that was not given

    auto elsewhere = investment("level > level(of high @ 全国)");
    CHECK(found(elsewhere) == "series_without_data t1");
    CHECK(found(elsewhere.observe_in("全国", "high", "2024", "level", "5", "亿元")) == "");
}

TEST_CASE("series_without_data: the whole of a share, unless the share itself was published") {
    auto c = investment("share(of all) > 16 %");
    CHECK(found(c) == "series_without_data t1");
    c.indicators[2].numerator = "high";
    c.indicators[2].denominator = "all";
    CHECK(found(c.observe("ratio", "2024", "share", "18.4", "%")) == "");
}

TEST_CASE("series_without_data: members of a group") {
    auto c = investment("all of cities: level > 3 亿元").group("cities", {"杭州", "宁波", "温州"});
    c.observe_in("杭州", "high", "2024", "level", "5", "亿元");
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "series_without_data t1");
    CHECK(findings[0].message.en ==
          "the data lacks what the target is judged by: high for 2 of the 3 members listed (宁波, 温州)");
    c.observe_in("宁波", "high", "2024", "level", "5", "亿元")
        .observe_in("温州", "high", "2024", "level", "5", "亿元");
    CHECK(found(c) == "");
}

TEST_CASE("indicator_without_data: told once, with all the names") {
    auto c =
        Case().indicator("high", "亿元", flow).indicator("all", "亿元", flow).target("growth >= 5 %", "2024");
    test::add_target(c, "all", "growth >= 5 %", "2024");
    c.observe("something else", "2024", "level", "5", "亿元");
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "indicator_without_data");
    CHECK(findings[0].message.en ==
          "2 of 2 indicators with targets have no figures under their names: high, all");
    c.indicators[0].aliases.push_back({"something else", std::nullopt});
    CHECK(test::findings_of(c)[0].message.en.find(": all") != std::string::npos);
    CHECK(found(c.observe("all", "2024", "level", "5", "亿元")) == "");
}

TEST_CASE("scope_without_data: figures for other places only") {
    auto c = Case().indicator("high", "亿元", flow).target("growth >= 5 %", "2024");
    c.observe_in("温州市", "high", "2024", "growth_yoy", "29.0", "%");
    CHECK(found(c) == "scope_without_data");
    CHECK(found(c.observe("high", "2024", "growth_yoy", "29.0", "%")) == "");
}
