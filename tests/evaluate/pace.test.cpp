// SPDX-License-Identifier: BSL-1.0
// Time gone, and what should have been reached by then.
#include "goalpost/evaluate/pace.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "support/case.hpp"
#include "support/string_makers.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

Ratio elapsed(const char* span, const char* until) {
    const auto period = Period::parse(span).value();
    return elapsed_share(period.first(), period.last(), parse_date(until).value());
}
std::string pace(const Case& c, int places = -1) { return c.figure(&Figures::pace, places); }

Case flow_due(const char* criterion, const char* due, Better better = Better::higher) {
    return Case().horizon("2021/2025").indicator("x", "亿元", flow, better).target(criterion, due);
}

}  // namespace

TEST_CASE("time gone: whole months over months") {
    CHECK(elapsed("2024", "2023-12-31") == Ratio(0));
    CHECK(elapsed("2024", "2024-01-30") == Ratio(0));
    CHECK(elapsed("2024", "2024-01-31") == Ratio::of(1, 12));
    CHECK(elapsed("2024", "2024-06-15") == Ratio::of(5, 12));
    CHECK(elapsed("2024", "2024-02-29") == Ratio::of(2, 12));
    CHECK(elapsed("2023", "2023-02-28") == Ratio::of(2, 12));
    CHECK(elapsed("2024", "2024-12-30") == Ratio::of(11, 12));
    CHECK(elapsed("2024", "2024-12-31") == Ratio(1));
    CHECK(elapsed("2024", "2026-01-01") == Ratio(1));
    CHECK(elapsed("2021/2025", "2022-06-30") == Ratio::of(18, 60));
    CHECK(elapsed("2024-H1", "2024-03-31") == Ratio::of(1, 2));
    CHECK(elapsed("2024-01-11/2024-01-20", "2024-01-15") == Ratio::of(5, 10));  // days, where months break
}

TEST_CASE("an accumulating flow: actual over plan, less the time gone of its own span") {
    auto year =
        flow_due("level >= 100 亿元", "2024").observe("x", "2024-01/2024-05", "cumulative", "45", "亿元");
    CHECK(pace(year, 2) == "3.33 pp");  // 45 % - 5/12
    auto half = flow_due("level >= 100 亿元", "2024-H1").observe("x", "2024-Q1", "level", "45", "亿元");
    CHECK(pace(half) == "-5 pp");
    auto many = flow_due("level >= 100 亿元", "2021/2025");
    many.observe("x", "2021", "level", "20", "亿元").observe("x", "2022-H1", "level", "12", "亿元");
    CHECK(pace(many) == "2 pp");  // 32 % - 18/60
    CHECK(many.verdict() == "undetermined(not_due), on_track, interim");
    auto contracts = Case().horizon("2023").indicator("x", "亿元", flow).target("level > 1450 亿元", "2023");
    contracts.observe("x", "2023-H1", "level", "1004.06", "亿元");  // Wuhan: 69.2 % at mid-year
    CHECK(pace(contracts, 2) == "19.25 pp");
    CHECK(contracts.figure(&Figures::needed) == "445.94 亿元");
    CHECK(contracts.figure(&Figures::projected) == "2008.12 亿元");
}

TEST_CASE("a cap: what is left of it against the time that is left") {
    auto c =
        flow_due("level <= 100 亿元", "2024", Better::lower).observe("x", "2024-H1", "level", "45", "亿元");
    CHECK(pace(c) == "5 pp");
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
    c.rows.back().value = Decimal(55);
    CHECK(pace(c) == "-5 pp");
    CHECK(c.verdict() == "undetermined(not_due), behind, interim");
    c.rows.back().value = Decimal(50);  // as much as there may be by now
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
}

TEST_CASE("a straight line ends at the indicator's natural limit") {
    const auto rate = [](Better better, std::string_view base, std::string_view value,
                         std::string_view limit) {
        auto c = Case().horizon("2021/2025").indicator("x", "%", ratio, better);
        if (!limit.empty()) c.indicators[0].limit = Decimal::parse(limit).value();
        c.target(better == Better::higher ? "level >= 99 %" : "level <= 1 %", "2025").base("2020", base);
        return c.observe("x", "2022", "share", value, "%").figure(&Figures::projected);
    };
    CHECK(rate(Better::higher, "50", "75", "") == "112.5 %");  // 50 + 25 / (24/60)
    CHECK(rate(Better::higher, "50", "75", "100") == "100 %");
    CHECK(rate(Better::higher, "50", "60", "100") == "75 %");
    CHECK(rate(Better::lower, "20", "8", "") == "-10 %");
    CHECK(rate(Better::lower, "20", "8", "0") == "0 %");
    CHECK(rate(Better::lower, "20", "16", "0") == "10 %");
}

TEST_CASE("the limit holds of what is published as a coverage, too") {
    auto c = Case().horizon("2021/2025").indicator("x", "%", ratio).target("coverage >= 99 %", "2025");
    c.base("2020", "50").observe("x", "2022", "share", "75", "%");
    CHECK(c.figure(&Figures::projected) == "112.5 %");
    c.indicators[0].limit = Decimal::parse("100").value();
    CHECK(c.figure(&Figures::projected) == "100 %");
}

TEST_CASE("with a base: the share of the way, less the time gone since the base") {
    auto c = Case()
                 .horizon("2021/2025")
                 .indicator("x", "家", stock)
                 .target("level >= 300 家", "2025")
                 .base("2020", "164");
    c.observe("x", "2023", "cumulative", "254", "家");
    CHECK(pace(c, 2) == "6.18 pp");  // 90/136 - 36/60
    CHECK(c.figure(&Figures::projected) == "314 家");
    CHECK(c.figure(&Figures::needed) == "46 家");
    // 有研发活动 of Wuxing: 36.55 in 2020, 73.03 in 2022, due 100: ahead of the straight line, 61.93.
    auto active = Case()
                      .horizon("2021/2025")
                      .indicator("x", "%", ratio)
                      .target("level >= 100 %", "2025")
                      .base("2020", "36.55");
    active.observe("x", "2022", "share", "73.03", "%");
    CHECK(pace(active, 1) == "17.5 pp");
    CHECK(active.verdict() == "undetermined(not_due), on_track, interim");
    active.rows.back().value = Decimal::parse("61.93").value();
    CHECK(pace(active) == "0 pp");
    active.rows.back().value = Decimal::parse("61.92").value();
    CHECK(active.verdict() == "undetermined(not_due), behind, interim");
    // The base that was published for the period before the horizon serves as well.
    auto published = Case().horizon("2021/2025").indicator("x", "%", ratio).target("level >= 100 %", "2025");
    published.observe("x", "2020", "share", "36.55", "%").observe("x", "2022", "share", "73.03", "%");
    CHECK(pace(published, 1) == "17.5 pp");
}

TEST_CASE("an earlier year of a flow runs from its base, not from zero") {
    auto c =
        flow_due("level >= 30 亿元", "2025").base("2020", "16").observe("x", "2022", "level", "20", "亿元");
    CHECK(pace(c, 2) == "-11.43 pp");  // 4/14 - 24/60
    CHECK(c.figure(&Figures::projected) == "26 亿元");
}

TEST_CASE("due dates in the middle of a year") {
    auto c = Case().horizon("2021/2025").indicator("x", "家", stock).target("level >= 160 家", "2023-06");
    c.observe("x", "2020-12", "cumulative", "100", "家").observe("x", "2022-06", "cumulative", "136", "家");
    CHECK(pace(c) == "0 pp");  // 36/60 of the way in 18 of 30 months
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
}

TEST_CASE("within a year a stock or a ratio has no pace, unless it carries milestones") {
    auto c = Case().indicator("x", "家", stock).target("level >= 200 家", "2024");
    c.observe("x", "2023", "cumulative", "100", "家").observe("x", "2024-06", "cumulative", "150", "家");
    CHECK(pace(c) == "(not_applicable_figure)");
    CHECK(c.verdict() == "undetermined(not_due), undetermined, interim");
    c.targets[0].milestones = {{Period::parse("2024-06").value(), Decimal(140)}};
    CHECK(pace(c) == "10 pp");
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
    c.targets[0].milestones = {{Period::parse("2024-06").value(), Decimal(160)}};
    CHECK(pace(c) == "-10 pp");
    CHECK(c.verdict() == "undetermined(not_due), behind, interim");
    // Between milestones the way is straight: 120 in March, 180 in September.
    c.targets[0].milestones = {{Period::parse("2024-03").value(), Decimal(120)},
                               {Period::parse("2024-09").value(), Decimal(180)}};
    CHECK(pace(c) == "0 pp");
    // Without a base nothing is expected before the first milestone.
    c.rows.erase(c.rows.begin());
    c.targets[0].milestones = {{Period::parse("2024-09").value(), Decimal(180)}};
    CHECK(pace(c) == "(not_applicable_figure)");
    c.targets[0].milestones = {{Period::parse("2024-06").value(), Decimal(160)}};
    CHECK(pace(c) == "-5 pp");  // of the 200
}

TEST_CASE("calendars: month weights, and a constant rate of growth") {
    auto c = flow_due("level >= 100 亿元", "2024").observe("x", "2024-Q1", "level", "15", "亿元");
    Calendar winter{.kind = PaceKind::months, .month_weights = std::vector<Decimal>(12, Decimal(1))};
    c.targets[0].calendar = winter;
    CHECK(pace(c) == "-10 pp");                                      // 15 % - 3/12
    winter.month_weights[0] = winter.month_weights[1] = Decimal(0);  // nothing is built in the frost
    c.targets[0].calendar = winter;
    CHECK(pace(c) == "5 pp");  // 15 % - 1/10
    winter.month_weights.pop_back();
    c.targets[0].calendar = winter;
    CHECK_THROWS_AS((void)c.plan(), std::invalid_argument);
    CHECK(!expected_value(c.targets[0], Ratio(0), 100, 1, Period::year(2024).first(),
                          Period::year(2024).last(), *parse_date("2024-03-31")));
    auto steady = Case()
                      .horizon("2021/2022")
                      .indicator("x", "家", stock)
                      .target("level >= 121 家", "2022")
                      .base("2020", "100");
    steady.observe("x", "2021", "cumulative", "110", "家");
    CHECK(steady.verdict() == "undetermined(not_due), behind, interim");  // 10/21 - 12/24
    steady.targets[0].calendar = Calendar{.kind = PaceKind::compound, .month_weights = {}};
    CHECK(pace(steady) == "0 pp");  // 100 * 1.1
    CHECK(steady.verdict() == "undetermined(not_due), on_track, interim");
}

TEST_CASE("what has no pace") {
    auto growth = Case().horizon("2021/2025").indicator("x", "亿元", flow).target("growth >= 10 %", "2025");
    CHECK(pace(growth.observe("x", "2023", "growth_yoy", "5", "%")) == "(not_applicable_figure)");
    auto base_only = Case().horizon("2021/2025").indicator("x", "%", ratio).target("level >= 10 %", "2025");
    CHECK(pace(base_only.observe("x", "2023", "share", "5", "%")) == "(not_applicable_figure)");
    CHECK(base_only.verdict() == "undetermined(not_due), undetermined, interim");
    auto zero = flow_due("level >= 0 亿元", "2024").observe("x", "2024-H1", "level", "-1", "亿元");
    CHECK(pace(zero) == "(not_applicable_figure)");
    // A base of another length than the target's own span is none: one year against a sum of five.
    auto sum = flow_due("level >= 100 亿元", "2021/2025").base("2020", "30");
    sum.observe("x", "2021/2025", "level", "90", "亿元");
    CHECK(sum.verdict() == "not_met, missed, final, firm");
    CHECK(sum.figure(&Figures::progress) == "(not_applicable_figure)");
    CHECK(sum.figure(&Figures::base) == "(not_applicable_figure)");
}

TEST_CASE("a running sum is not held against the base of a whole year") {
    auto c = flow_due("level >= 40 亿元", "2025")
                 .base("2020", "30")
                 .observe("x", "2025-H1", "level", "21", "亿元");
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");  // nothing has moved away
    CHECK(c.figure(&Figures::progress) == "(not_applicable_figure)");
    CHECK(c.figure(&Figures::base) == "30 亿元");
}

TEST_CASE("without a base a calendar says nothing, and milestones say only which side") {
    const auto c = [](const char* criterion, PaceKind kind, Better better) {
        auto made = Case().horizon("2021/2025").indicator("x", "%", ratio, better).target(criterion, "2025");
        made.targets[0].calendar = Calendar{kind, {}};
        return made.observe("x", "2023", "share", "5.2", "%");
    };
    // A missing base is not zero: 5.2 % is not most of the way down from 0 % to 3.5 %.
    CHECK(c("level <= 3.5 %", PaceKind::linear, Better::lower).verdict() ==
          "undetermined(not_due), undetermined, interim");
    CHECK(pace(c("level <= 3.5 %", PaceKind::linear, Better::lower)).front() == '(');
    auto down = Case().horizon("2021/2025").indicator("x", "吨", stock, Better::lower);
    down.target("level <= 80 吨", "2025").observe("x", "2023", "level", "90", "吨");
    down.targets[0].milestones = {{Period::year(2023), Decimal(85)}};
    CHECK(down.verdict() == "undetermined(not_due), behind, interim");
    CHECK(pace(down) == "-6.25 pp");  // (90 - 85) / 80 past it, on the wrong side
    down.rows.clear();
    CHECK(down.observe("x", "2023", "level", "84", "吨").verdict() ==
          "undetermined(not_due), on_track, interim");
}

TEST_CASE("past what is accepted, as seen from the base, is behind: it has to come back") {
    const auto neither = Better::neither;
    const auto c = [&](const char* criterion, const char* value) {
        auto made =
            Case().horizon("2021/2025").indicator("x", "家", stock, neither).target(criterion, "2025");
        made.observe("x", "2020", "cumulative", "100", "家");
        return made.observe("x", "2024", "cumulative", value, "家");
    };
    for (const auto* criterion : {"level ~ 170 家 ± 5 % of it", "level = 170 家", "level in [160, 170] 家"}) {
        CAPTURE(criterion);
        CHECK(c(criterion, "400").verdict() == "undetermined(not_due), behind, interim");
        CHECK(pace(c(criterion, "400")).front() == '(');
        CHECK(c(criterion, "158").verdict() == "undetermined(not_due), on_track, interim");
        CHECK(c(criterion, "120").verdict() == "undetermined(not_due), behind, interim");
    }
    CHECK(c("level ~ 170 家 ± 5 % of it", "178").verdict() ==
          "met, achieved_early, interim, firm; may_fall_back");
    // From above.
    auto down = c("level = 50 家", "40");
    CHECK(down.verdict() == "undetermined(not_due), behind, interim");
}

TEST_CASE("no place is projected before the first") {
    auto c = Case().horizon("2021/2025").indicator("k", "位", IndicatorKind::rank, Better::lower);
    c.target("level <= 5 位", "2025").observe("k", "2020", "rank", "20", "位");
    c.observe("k", "2022", "rank", "10", "位");  // 20 - 10 / (2 / 5) = -5
    CHECK(c.figure(&Figures::projected) == "1 位");
    c.rows.back().value = Decimal(16);
    CHECK(c.figure(&Figures::projected) == "10 位");
}
