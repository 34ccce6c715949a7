// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "found.hpp"

using namespace goalpost;
using goalpost::test::add_target;
using goalpost::test::Case;
using goalpost::test::found;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

/// 14 people in 2020, 35 in 2025; new ones in between.
Case talents(std::string_view new_ones, const char* flow_name, const char* due = "2021/2025") {
    auto c = Case().horizon("2021/2025").indicator("new", "名", flow).indicator("all", "人", stock);
    c.indicators[0].name = flow_name;
    c.indicators[1].name = "顶尖人才和科技领军人才数";
    c.target(new_ones, due);
    add_target(c, "all", "level >= 35 人", "2025");
    return c.base("2020", "14");
}

}  // namespace

TEST_CASE("flow_against_stock: 20 new ones do not make 35 out of 14") {
    const auto findings = test::findings_of(talents("level >= 20 名", "新引育省级以上科技顶尖人才"));
    REQUIRE(test::written(findings) == "flow_against_stock t1");
    CHECK(findings[0].severity == PlanFinding::Severity::note);
    CHECK(findings[0].message.en.find("21 人 more") != std::string::npos);
    CHECK(found(talents("level >= 21 名", "新引育省级以上科技顶尖人才")) == "");
}

TEST_CASE("flow_against_stock: only names that count the same, and the same span") {
    CHECK(found(talents("level >= 20 名", "新增科技领军人才")) == "flow_against_stock t1");
    CHECK(found(talents("level >= 20 名", "新增高技能人才")) == "");
    CHECK(found(talents("level >= 20 名", "顶尖人才")) == "");  // not said to be new ones
    CHECK(found(talents("level >= 20 名", "新增科技顶尖人才", "2025")) == "");
    auto elsewhere = talents("level >= 20 名", "新增科技顶尖人才");
    elsewhere.targets[0].scope = "西塞科学谷";
    CHECK(found(elsewhere) == "");
}

TEST_CASE("share_against_parts: 30 over 1000 is not 3.3 %") {
    const auto with = [](const char* share, const char* part, const char* whole,
                         Better better = Better::higher) {
        auto c = Case()
                     .indicator("intensity", "%", ratio, better)
                     .indicator("rd", "亿元", flow)
                     .indicator("gdp", "亿元", flow);
        c.indicators[0].numerator = "rd";
        c.indicators[0].denominator = "gdp";
        c.target(share, "2024");
        add_target(c, "rd", part, "2024");
        add_target(c, "gdp", whole, "2024");
        return found(c);
    };
    CHECK(with("level >= 3.3 %", "level >= 30 亿元", "level >= 1000 亿元") == "share_against_parts t1");
    CHECK(with("level >= 3.0 %", "level >= 30 亿元", "level >= 1000 亿元") == "");
    CHECK(with("level >= 2.5 %", "level >= 30 亿元", "level >= 1000 亿元") == "");  // more than was asked for
    CHECK(with("level <= 2.5 %", "level >= 30 亿元", "level >= 1000 亿元", Better::lower) ==
          "share_against_parts t1");
    CHECK(with("level >= 3.3 %", "level >= 30 亿元", "growth >= 5 %") == "");
}

TEST_CASE("share_against_parts: share(of ...) of the part itself") {
    const auto with = [](const char* share) {
        auto c = Case().indicator("high", "亿元", flow).indicator("all", "亿元", flow).target(share, "2024");
        add_target(c, "high", "level >= 30 亿元", "2024");
        add_target(c, "all", "level >= 200 亿元", "2024");
        return found(c);
    };
    CHECK(with("share(of all) > 16 %") == "share_against_parts t1");
    CHECK(with("share(of all) > 15 %") == "");
}

TEST_CASE("parts_below_whole: the targets of all members do not reach that of the whole") {
    const auto with = [](const char* second, std::vector<std::string> members = {"杭州", "宁波"},
                         std::optional<std::size_t> size = std::nullopt) {
        auto c = Case().indicator("firms", "家", stock).group("cities", std::move(members), size);
        c.target("level >= 500 家", "2024");
        add_target(c, "firms", "level >= 300 家", "2024", "杭州");
        add_target(c, "firms", second, "2024", "宁波");
        return found(c);
    };
    CHECK(with("level >= 150 家") == "parts_below_whole t1");
    CHECK(with("level >= 200 家") == "");
    CHECK(with("level >= 0.02 万家") == "");
    CHECK(with("level <= 150 家") == "");                            // a cap is no part of a floor
    CHECK(with("level >= 150 家", {"杭州", "宁波", "温州"}) == "");  // one has no target
    CHECK(with("level >= 150 家", {"杭州", "宁波"}, 11) == "");      // nine more are not listed
}

TEST_CASE("parts_below_whole: ratios do not add up") {
    auto c =
        Case().indicator("rd", "%", ratio).group("cities", {"杭州", "宁波"}).target("level >= 5 %", "2024");
    add_target(c, "rd", "level >= 2 %", "2024", "杭州");
    add_target(c, "rd", "level >= 2 %", "2024", "宁波");
    CHECK(found(c) == "");
}
