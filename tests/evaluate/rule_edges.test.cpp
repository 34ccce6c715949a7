// SPDX-License-Identifier: BSL-1.0
// Where one rule of judging stops and the next begins: each case would come out otherwise if the condition
// that it names were left out.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "goalpost/evaluate/pace.hpp"
#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

}  // namespace

TEST_CASE("a base of another length than the due period is no base of a flow") {
    auto c = Case().indicator("trade", "亿元", flow).target("level >= 100 亿元", "2024");
    c.base("2023-H1", "40").observe("trade", "2024", "level", "90", "亿元");
    CHECK(c.figure(&Figures::base) == "(not_applicable_figure)");
    CHECK(c.figure(&Figures::progress) == "(not_applicable_figure)");
}

TEST_CASE("a stated base is read in the unit that it is stated in, by every way of judging") {
    auto c = Case().indicator("output", "亿元", flow).target("level >= 1.6 万亿元", "2024");
    c.base("2023", "1.5", "万亿元").observe("output", "2024", "level", "15507.87", "亿元");
    CHECK(c.figure(&Figures::progress) == "50.787 %");
}

TEST_CASE("a base apart by a hair more than rounding: 3.2 and 3.3 have no true value in common") {
    auto c = Case().indicator("rd", "%", ratio).target("level >= 3.4 %", "2024").base("2023", "3.2");
    c.observe("rd", "2024", "share", "3.5", "%").observe("rd", "2023", "share", "3.3", "%");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled base_conflict");
    c.rows[1].value = *Decimal::parse("3.25");  // 3.249 prints as either
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("an exact count in the middle of two digits is one number, and reads one way") {
    auto c = Case().indicator("firms", "家", stock).target("level >= 1.6 万家", "2024");
    c.observe("firms", "2024", "cumulative", "15500", "家").options.at_target_precision = true;
    CHECK(c.verdict() == "met, achieved, final, firm");
    c.targets[0].readings.edit()[0] = parse_criterion("level < 1.6 万家").value();
    CHECK(c.verdict() == "not_met, missed, final, firm");
}

TEST_CASE("what is being held has no way to go, and so no pace") {
    auto c = Case().horizon("2021/2025").indicator("firms", "家", stock);
    c.target("level >= 100 家", "2025")
        .base("2020", "120")
        .observe("firms", "2023", "cumulative", "130", "家");
    CHECK(c.verdict() == "met, on_track, interim, firm; over_fulfilled met_at_base");
    CHECK(c.figure(&Figures::pace) == "(not_applicable_figure)");
    CHECK(c.figure(&Figures::projected) == "(not_applicable_figure)");
}

TEST_CASE("a verdict that has to be firm and is not leaves no status either") {
    for (const auto* criterion : {"level >= 3.2 %", "level in [3.2, 4] %", "all of cities: level >= 3.2 %"}) {
        CAPTURE(criterion);
        auto c = Case().indicator("rd", "%", ratio).target(criterion, "2024").group("cities", {"省"});
        c.observe("rd", "2024", "share", "3.2", "%");
        c.options.require_firm = true;
        CHECK(c.judge().assessments()[0].status == Status::undetermined);
        CHECK(c.judge().assessments()[0].reason == Reason::rests_on_rounding);
    }
}

TEST_CASE("two series that were never published for one period are not compared") {
    auto c = Case().indicator("own", "亿元", flow).indicator("other", "亿元", flow);
    c.target("growth > growth(of other)", "2024").as_of("2025-01-31");
    c.observe("own", "2024-H1", "growth_yoy", "12", "%");
    c.observe("other", "2024-01/2024-09", "growth_yoy", "11", "%");
    CHECK(c.verdict() == "undetermined(missing_comparison), undetermined, interim");
}

TEST_CASE("of figures that end together, one inside the due period is judged") {
    auto c = Case().indicator("rd", "%", ratio).target("level >= 3.2 %", "2024");
    c.observe("rd", "2024-H1", "share", "3.0", "%").observe("rd", "2023-07/2024-06", "share", "3.5", "%");
    CHECK(c.figure(&Figures::measured) == "3 %");
}

TEST_CASE("half of an earlier year says nothing of a year's flow") {
    auto c = Case().indicator("trade", "亿元", flow).target("level >= 100 亿元", "2024").base("2022", "80");
    c.observe("trade", "2023-H1", "level", "45", "亿元").as_of("2024-03-31");
    CHECK(c.figure(&Figures::measured) == "(not_due)");
    c.observe("trade", "2023", "level", "91", "亿元");
    CHECK(c.figure(&Figures::measured) == "91 亿元");
}

TEST_CASE("readings that agree: the status that says less, and what any of them may lose") {
    auto c = Case().horizon("2021/2025").indicator("firms", "家", stock);
    c.target("level >= 80 家", "2025").base("2020", "90").reading("level >= 100 家");
    c.observe("firms", "2023", "cumulative", "110", "家");
    const auto held_and_reached = c.judge().assessments()[0];
    CHECK(held_and_reached.status == Status::on_track);
    CHECK(held_and_reached.flags.has(Flag::may_fall_back));
    std::swap(c.targets[0].readings.edit()[0], c.targets[0].readings.edit()[1]);
    CHECK(c.judge().assessments()[0].status == Status::on_track);
}

TEST_CASE("over the plan: the other series counts from the same base") {
    auto c = Case().horizon("2021/2023").indicator("own", "亿元", flow).indicator("other", "亿元", flow);
    c.target("over the plan: growth > growth(of other)", "2023");
    c.observe("own", "2020", "level", "100", "亿元").observe("own", "2023", "level", "150", "亿元");
    c.observe("other", "2020", "level", "100", "亿元").observe("other", "2022", "level", "130", "亿元");
    c.observe("other", "2023", "level", "160", "亿元");
    CHECK(c.figure(&Figures::required) == "60 %");  // not the 23 % of the last year
    CHECK(c.verdict() == "not_met, missed, final, firm");
}

TEST_CASE("a plain figure says more than a bound, and two unlike bounds contradict each other") {
    auto c = Case().indicator("firms", "家", stock).target("level >= 2010 家", "2024");
    c.observe("firms", "2024", "cumulative", ">2000", "家")
        .observe("firms", "2024", "cumulative", "2012", "家");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
    c.rows[1].qualifier = Qualifier::about;
    c.rows[1].value = Decimal(2000);
    CHECK(c.verdict() == "undetermined(conflicting_observations), undetermined, final");
}

TEST_CASE("a place is a whole number, not a percentage") {
    auto c =
        Case().indicator("standing", "位", IndicatorKind::rank, Better::lower).target("rank <= 25", "2024");
    c.observe("standing", "2024", "rank", "19", "位");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
    auto odd =
        Case().indicator("standing", "位", IndicatorKind::rank, Better::lower).target("rank <= 25", "2024");
    odd.observe("standing", "2024", "rank", "19", "%");
    CHECK(odd.verdict() == "undetermined(unit_mismatch), undetermined, final");
}

TEST_CASE("the base of the whole may have been revised, too") {
    auto c = Case().indicator("part", "亿元", flow).indicator("whole", "亿元", flow);
    c.target("contribution(of whole) >= 10 %", "2024");
    c.observe("part", "2023", "level", "10", "亿元").observe("part", "2024", "level", "12", "亿元");
    c.observe("whole", "2023", "level", "100", "亿元", "preliminary")
        .observe("whole", "2023", "level", "99", "亿元");
    c.observe("whole", "2024", "level", "109", "亿元");
    CHECK(c.judge().assessments()[0].flags.has(Flag::base_revised));
}

TEST_CASE("from one milestone to the next, in whole months") {
    auto c = Case().horizon("2021/2025").indicator("firms", "家", stock);
    c.target("level >= 200 家", "2025").base("2020", "100");
    c.targets[0].milestones = {{.period = Period::year(2022), .value = Decimal(140)}};
    c.observe("firms", "2023-06", "cumulative", "150", "家");
    CHECK(c.figure(&Figures::pace) == "0 pp");  // 140 and 6 months of 36 on the way to 200
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
}

TEST_CASE("month weights that sum to nothing make no calendar") {
    const auto year = Period::year(2024);
    Target target{.due = year};
    target.calendar = Calendar{PaceKind::months, std::vector<Decimal>(12, Decimal(0))};
    CHECK(!expected_value(target, Ratio(0), 100, 1, year.first(), year.last(), *parse_date("2024-06-30")));
    target.calendar = Calendar{PaceKind::months, std::vector<Decimal>(12, Decimal(1))};
    CHECK(expected_value(target, Ratio(0), 100, 1, year.first(), year.last(), *parse_date("2024-06-30")));
}

TEST_CASE("growth since a year is not measured in that year, nor where it passes through nothing") {
    auto c = Case().horizon("2021/2025").indicator("x", "亿元", flow);
    c.target("growth(since 2022, chained) >= 5 %", "2025").observe("x", "2022", "growth_yoy", "7", "%");
    CHECK(c.figure(&Figures::measured) == "(not_due)");
    auto below = Case().horizon("2021/2025").indicator("x", "亿元", flow);
    below.target("annual_growth(since 2022, chained) >= 5 %", "2023")
        .observe("x", "2023", "growth_yoy", "-150", "%");
    CHECK(below.verdict() == "undetermined(sign_change), undetermined, final");
}

TEST_CASE("every year: one firm miss is enough, whatever another rests on") {
    auto c = Case()
                 .horizon("2021/2022")
                 .indicator("x", "亿元", flow)
                 .target("every year: growth > 15 %", "2021/2022");
    c.observe("x", "2021", "growth_yoy", "15.0", "%").observe("x", "2022", "growth_yoy", "14.4", "%");
    CHECK(c.verdict() == "not_met, missed, final, firm");
    c.rows[1].value = *Decimal::parse("15.0");
    CHECK(c.verdict() == "not_met, missed, final, rests_on_rounding");
}

TEST_CASE("every year: a measure that lacks an argument is the reason, before and after a year is over") {
    auto c = Case().horizon("2021/2025").indicator("x", "亿元", flow);
    c.target("every year: annual_growth >= 15 %", "2021/2025").observe("x", "2021-H1", "level", "5", "亿元");
    CHECK(c.verdict() == "undetermined(incomplete_measure), undetermined, interim");
    c.observe("x", "2021", "level", "10", "亿元");
    CHECK(c.verdict() == "undetermined(incomplete_measure), undetermined, interim");
}

TEST_CASE("all of a group: reached for good, broken early, broken by rounding alone") {
    const auto counties = [](const char* criterion, IndicatorKind kind, const char* unit) {
        return Case().indicator("x", unit, kind).group("counties", {"甲", "乙"}).target(criterion, "2024");
    };
    auto early = counties("all of counties: level >= 10 家", flow, "家");
    for (const auto* county : {"甲", "乙"})
        early.observe_in(county, "x", "2023", "level", "12", "家")
            .observe_in(county, "x", "2024-H1", "level", "11", "家");
    // Both met it in the year before; what has accumulated in this one cannot be lost again.
    CHECK(early.judge().assessments()[0].status == Status::achieved_early);
    CHECK(!early.judge().assessments()[0].flags.has(Flag::may_fall_back));

    auto cap = counties("all of counties: level <= 10 家", flow, "家");
    cap.observe_in("甲", "x", "2024-H1", "level", "11", "家");
    CHECK(cap.verdict() == "not_met, missed, interim, firm");

    auto edge = counties("all of counties: level > 3 %", ratio, "%");
    edge.observe_in("甲", "x", "2024", "share", "3.0", "%")
        .observe_in("乙", "x", "2024", "share", "3.4", "%");
    CHECK(edge.verdict() == "not_met, missed, final, rests_on_rounding");
}
