// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "found.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::found;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

Case trade(std::string_view criterion) {
    return Case().indicator("trade", "亿元", flow).target(criterion, "2024");
}

}  // namespace

TEST_CASE("target_below_base: the published base was above the target") {
    // 技术交易总额: 5257 亿元 in 2023, 超4000亿元 for 2024
    auto c = trade("level > 4000 亿元").observe("trade", "2023", "level", "5257", "亿元");
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "target_below_base t1");
    CHECK(findings[0].severity == PlanFinding::Severity::warning);
    CHECK(findings[0].message.en ==
          "the target asks for > 4000 亿元, and its base was 5257 亿元 (2023, published) already");
    CHECK(findings[0].message.zh == "目标要求超过4000亿元，而基期值已为5257亿元（2023，已公布）");

    CHECK(found(trade("level > 5500 亿元").observe("trade", "2023", "level", "5257", "亿元")) == "");
    CHECK(found(trade("level > 5257 亿元").observe("trade", "2023", "level", "5257", "亿元")) ==
          "target_below_base t1");  // equal to its base is no target either
    CHECK(found(trade("level > 4000 亿元").observe("trade", "2022", "level", "5257", "亿元")) == "");
}

TEST_CASE("target_below_base: units convert, and the stated base goes before the published one") {
    // 新增科技型中小企业: 1.6 万家 in 2023, 1.2 万家 for 2024
    auto firms = Case().indicator("firms", "家", flow).target("level >= 1.2 万家", "2024");
    firms.observe("firms", "2023", "level", "16000", "家");
    CHECK(found(firms) == "target_below_base t1");

    auto stated = Case().indicator("firms", "家", stock).target("level >= 300 家", "2024");
    CHECK(found(stated.base("2020", "300")) == "target_below_base t1");
    CHECK(found(stated.base("2020", "164")) == "");
}

TEST_CASE("target_below_base: where less is better, the base must be above") {
    const auto energy = [](std::string_view base) {
        return found(Case()
                         .indicator("energy", "亿元", flow, Better::lower)
                         .target("level <= 100 亿元", "2024")
                         .base("2023", base));
    };
    CHECK(energy("90") == "target_below_base t1");
    CHECK(energy("110") == "");
}

TEST_CASE("target_below_base: a place is better the lower it is, whichever way its indicator is") {
    const auto place = [](const char* criterion, const char* base, Better better = Better::higher) {
        auto c = Case().indicator("firms", "家", IndicatorKind::stock, better).target(criterion, "2024");
        return found(c.observe("firms", "2023", "rank", base, "位"));
    };
    for (const auto* criterion : {"rank <= 3 位", "rank in [2, 3] 位", "rank ~ 3 位 ± 1 位"}) {
        CHECK(place(criterion, "9") == "");
        CHECK(place(criterion, "9", Better::neither) == "");
        CHECK(place(criterion, "3") == "target_below_base t1");
        CHECK(place(criterion, "1") == "target_below_base t1");
    }
}

TEST_CASE("target_below_base: about and ranges count from the line itself, not from the tolerance") {
    const auto rd = [](std::string_view criterion, std::string_view base) {
        return found(Case().indicator("rd", "%", ratio).target(criterion, "2024").base("2023", base));
    };
    CHECK(rd("level ~ 3.5 % ± 0.05 pp", "3.47") == "");  // within the tolerance, and still below
    CHECK(rd("level ~ 3.5 % ± 0.05 pp", "3.5") == "target_below_base t1");
    CHECK(rd("level in [2, 3] %", "2.5") == "target_below_base t1");
    CHECK(rd("level in [2, 3] %", "1.9") == "");
    CHECK(rd("level = 3 %", "3.4") == "");  // a fixed value can lie on either side
}

TEST_CASE("target_below_base: shares, also as the plan states them") {
    // 高新技术产业投资占固定资产投资比重: 18.4 % in 2023, 超16% for 2024
    const auto share = [](std::string_view criterion) {
        auto c =
            Case().indicator("high", "亿元", flow).indicator("all", "亿元", flow).target(criterion, "2024");
        return c.observe("high", "2023", "level", "184", "亿元")
            .observe("all", "2023", "level", "1000", "亿元");
    };
    CHECK(found(share("share(of all) > 16 %")) == "target_below_base t1");
    CHECK(found(share("share(of all) > 19 %")) == "");
    auto stated = share("share(of all) > 16 %");
    stated.rows.clear();
    CHECK(found(stated.base("2023", "18.4", "%")) == "target_below_base t1");
    CHECK(found(stated.base("2023", "15", "%")) == "");
}

TEST_CASE("target_below_base: growth, comparisons, groups and masks have no such base") {
    const auto quiet = [](std::string_view criterion) {
        auto c = trade(criterion).group("cities", {"杭州"});
        c.observe("trade", "2023", "level", "5257", "亿元").observe("trade", "2023", "growth_yoy", "96", "%");
        c.observe_in("杭州", "trade", "2023", "level", "5257", "亿元");
        return found(c);
    };
    CHECK(quiet("growth >= 10 %") == "");
    CHECK(quiet("level >= **** 亿元") == "");
    CHECK(quiet("all of cities: level >= 10 亿元") == "");
    CHECK(quiet("level >= level(of trade @ 杭州)") == "");
}

TEST_CASE("target_below_base: a printed lower bound proves a floor passed and says nothing of a cap") {
    auto floor = Case().indicator("firms", "家", stock).target("level >= 9000 家", "2024");
    CHECK(found(floor.observe("firms", "2023", "cumulative", ">9000", "家")) == "target_below_base t1");
    auto cap = Case().indicator("firms", "家", stock, Better::lower).target("level <= 9000 家", "2024");
    CHECK(found(cap.observe("firms", "2023", "cumulative", ">8000", "家")) == "");
}

TEST_CASE("target_below_base: a yearly target counts from the year before its first year") {
    auto c = Case().horizon("2021/2025").indicator("projects", "个", flow);
    c.target("every year: level >= 30 个", "2021/2025").observe("projects", "2020", "level", "40", "个");
    CHECK(found(c) == "target_below_base t1");
    c.rows.clear();
    CHECK(found(c.observe("projects", "2020", "level", "20", "个")) == "");
}

TEST_CASE("target_below_base: a target due before the horizon counts from the year before it") {
    auto c = Case().indicator("rd", "%", ratio).target("level >= 1.85 %", "2023");
    c.observe("rd", "2023", "share", "1.9", "%");  // its own year, no base
    CHECK(found(c) == "due_outside_horizon t1");
    CHECK(found(c.observe("rd", "2022", "share", "1.9", "%")) ==
          "due_outside_horizon t1, target_below_base t1");
}

TEST_CASE("base_differs: by more than the digits printed") {
    const auto with = [](std::string_view stated, std::string_view published) {
        auto c = Case().indicator("rd", "%", ratio).target("level >= 3.3 %", "2024").base("2020", stated);
        return found(c.observe("rd", "2020", "share", published, "%"));
    };
    CHECK(with("2.15", "2.25") == "base_differs t1");
    CHECK(with("2.15", "2.2") == "");  // [2.15, 2.25) holds 2.15
    CHECK(with("2.15", "2.15") == "");
}

TEST_CASE("milestone_out_of_way: behind the base or beyond the target") {
    const auto with = [](std::string_view value, std::string_view criterion = "level >= 300 家",
                         IndicatorKind kind = stock, Better better = Better::higher) {
        auto c = Case().horizon("2021/2025").indicator("firms", "家", kind, better).target(criterion, "2025");
        if (kind == stock) c.base("2020", better == Better::lower ? "500" : "164");
        c.targets[0].milestones = {{Period::year(2023), Decimal::parse(value).value()}};
        return found(c);
    };
    CHECK(with("150") == "milestone_out_of_way t1");
    CHECK(with("301") == "milestone_out_of_way t1");
    CHECK(with("164") == "");
    CHECK(with("220") == "");
    CHECK(with("300") == "");
    CHECK(with("510", "level <= 300 家", stock, Better::lower) == "milestone_out_of_way t1");
    CHECK(with("290", "level <= 300 家", stock, Better::lower) == "milestone_out_of_way t1");
    CHECK(with("400", "level <= 300 家", stock, Better::lower) == "");
    CHECK(with("50", "level >= 300 家", flow) == "");  // a flow sets out from nothing
    CHECK(with("320", "level >= 300 家", flow) == "milestone_out_of_way t1");
    CHECK(with("-1", "level >= 300 家", flow) == "milestone_out_of_way t1");
    CHECK(with("50", "level <= 300 家", flow, Better::lower) == "");
    CHECK(with("320", "level <= 300 家", flow, Better::lower) == "milestone_out_of_way t1");
}

TEST_CASE("milestone_out_of_way is silent where there is no way from base to target") {
    auto c = Case().horizon("2021/2025").indicator("firms", "家", stock).target("level >= 100 家", "2025");
    c.base("2020", "164").targets[0].milestones = {{Period::year(2023), Decimal(150)}};
    CHECK(found(c) == "target_below_base t1");
}
