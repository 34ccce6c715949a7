// SPDX-License-Identifier: BSL-1.0
// Growth, average annual growth, multiples and change: published and computed, and what leaves them
// undefined.
#include <doctest/doctest.h>

#include "goalpost/evaluate/detail/judge.hpp"
#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

Case gdp(const std::string& criterion, const std::string& horizon = "2024") {
    return Case()
        .horizon(horizon)
        .indicator("gdp", "亿元", flow)
        .target(criterion, horizon.substr(horizon.size() - 4));
}
/// Two levels, 2023 and 2024, against growth of 10 %.
std::string growth_of(const char* before, const char* now) {
    auto c = gdp("growth >= 10 %").observe("gdp", "2023", "level", before, "亿元");
    c.observe("gdp", "2024", "level", now, "亿元");
    return c.figure(&Figures::measured) + " " + c.verdict();
}

}  // namespace

TEST_CASE("growth: published goes before computed, apart by more than rounding is flagged") {
    // GDP of Wuxing: 924.9 and 935.3 make 1.1 %, 5.5 % was published on a revised base.
    auto c = gdp("growth >= 5 %").observe("gdp", "2023", "level", "924.9", "亿元");
    c.observe("gdp", "2024", "level", "935.3", "亿元");
    CHECK(c.figure(&Figures::measured, 2) == "1.12 %");
    CHECK(c.verdict() == "not_met, missed, final, firm");
    c.observe("gdp", "2024", "growth_yoy", "5.6", "%");
    CHECK(c.figure(&Figures::measured) == "5.6 %");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled growth_conflict");
    // 1.1 is what the levels make, rounded.
    c.rows.back().value = Decimal::parse("1.1").value();
    CHECK(c.verdict() == "not_met, missed, final, firm");
}

TEST_CASE("growth: a conflict among the published figures is not passed over") {
    auto c = gdp("growth >= 5 %").observe("gdp", "2023", "level", "100.0", "亿元");
    c.observe("gdp", "2024", "level", "110.0", "亿元").observe("gdp", "2024", "growth_yoy", "5.6", "%");
    c.observe("gdp", "2024", "growth_yoy", "5.7", "%");
    CHECK(c.verdict() == "undetermined(conflicting_observations), undetermined, final");
}

TEST_CASE("growth: of a part of the year on the same part a year before") {
    auto c = gdp("growth >= 10 %").observe("gdp", "2023-01/2023-05", "cumulative", "50.0", "亿元");
    c.observe("gdp", "2023", "level", "200", "亿元")
        .observe("gdp", "2024-01/2024-05", "cumulative", "56.0", "亿元");
    CHECK(c.figure(&Figures::measured) == "12 %");
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim; part_period");
    // Of two that end together the longer one says more of the year.
    c.observe("gdp", "2024-05", "growth_yoy", "3.0", "%");
    CHECK(c.figure(&Figures::measured) == "12 %");
}

TEST_CASE("growth is undefined, each case for its own reason") {
    CHECK(growth_of("0", "5") == "(zero_base) undetermined(zero_base), undetermined, final");
    CHECK(growth_of("-5", "-4") == "(negative_base) undetermined(negative_base), undetermined, final");
    CHECK(growth_of("-5", "0") == "(negative_base) undetermined(negative_base), undetermined, final");
    CHECK(growth_of("-5", "4") == "(sign_change) undetermined(sign_change), undetermined, final");
    CHECK(growth_of("5", "-4") == "(sign_change) undetermined(sign_change), undetermined, final");
    CHECK(growth_of("5.0", "0.0") == "-100 % not_met, missed, final, firm");
    CHECK(gdp("growth >= 10 %").observe("gdp", "2024", "level", "5", "亿元").verdict() ==
          "undetermined(missing_base), undetermined, interim");
    auto c = gdp("growth >= 10 %")
                 .observe("gdp", "2023", "level", "5", "亿元")
                 .observe("gdp", "2024", "level", "6", "亿元");
    CHECK(c.observe("gdp", "2023", "level", "7", "亿元").verdict() ==
          "undetermined(conflicting_observations), undetermined, final");
}

TEST_CASE("growth is not defined on ratios and ranks, whatever was published") {
    for (const auto* criterion :
         {"growth >= 1 %", "growth(since 2020) >= 1 %", "annual_growth(since 2020) >= 1 %"}) {
        CAPTURE(std::string(criterion));
        auto share = Case().horizon("2021/2024").indicator("rd", "%", ratio).target(criterion, "2024");
        share.observe("rd", "2020", "share", "2.8", "%").observe("rd", "2023", "share", "3.1", "%");
        share.observe("rd", "2024", "share", "3.2", "%").observe("rd", "2024", "growth_yoy", "3.2", "%");
        CHECK(share.verdict() == "undetermined(not_defined_for_kind), undetermined, final");
    }
    auto place = Case().indicator("place", "位", IndicatorKind::rank).target("growth >= 1 %", "2024");
    place.observe("place", "2023", "rank", "2", "位").observe("place", "2024", "rank", "1", "位");
    CHECK(place.verdict() == "undetermined(not_defined_for_kind), undetermined, final");
}

TEST_CASE("growth in a unit that is none") {
    auto c = gdp("growth >= 5 %").observe("gdp", "2024", "growth_yoy", "5.6", "个百分点");
    CHECK(c.verdict() == "undetermined(unit_mismatch), undetermined, final");
    CHECK(gdp("growth >= 5 pp").observe("gdp", "2024", "growth_yoy", "5.6", "%").verdict() ==
          "undetermined(unit_mismatch), undetermined, final");
}

TEST_CASE("average annual growth: exactly on the line, and one unit beside it") {
    // 23^5 / 20^5 is 1.15^5: 2.01135... times the base, met by >= and not by >.
    auto c = Case()
                 .horizon("2021/2025")
                 .indicator("firms", "家", stock)
                 .target("annual_growth(since 2020) >= 15 %", "2025");
    c.observe("firms", "2020", "cumulative", "3200000", "家")
        .observe("firms", "2025", "cumulative", "6436343", "家");
    CHECK(c.figure(&Figures::measured) == "15 %");
    CHECK(c.verdict() == "met, achieved, final, firm");
    auto more = c;
    more.targets.clear();
    CHECK(more.target("annual_growth(since 2020) > 15 %", "2025").verdict() ==
          "not_met, missed, final, firm");
    auto less = c;
    less.rows.back().value = Decimal(6436342);
    CHECK(less.verdict() == "not_met, missed, final, firm; met_at_target_precision");
    less.rows.back().value = Decimal(6436344);
    CHECK(less.verdict() == "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("average annual growth: no figure falls by more than all there was") {
    // 0.0 stands for [-0.05, 0.05): of what lies below zero there is no root, and nothing left to lose.
    auto c = gdp("annual_growth(since 2022) >= -100 %", "2023/2024");
    c.observe("gdp", "2022", "level", "10.0", "亿元").observe("gdp", "2024", "level", "0.0", "亿元");
    CHECK(c.figure(&Figures::measured) == "-100 %");
    CHECK(c.verdict() == "met, achieved, final, firm");
    auto chained = c;
    chained.targets.clear();
    chained.target("annual_growth(since 2022, chained) >= -100 %", "2024");
    chained.observe("gdp", "2023", "growth_yoy", "5.0", "%")
        .observe("gdp", "2024", "growth_yoy", "-100.0", "%");
    CHECK(chained.verdict() == "met, achieved, final, firm");
}

TEST_CASE("growth since, and multiples: from levels, or chained from published growth") {
    auto c = gdp("growth(since 2022) >= 20 %", "2023/2024").observe("gdp", "2022", "level", "100.0", "亿元");
    c.observe("gdp", "2024", "level", "118.0", "亿元");
    CHECK(c.figure(&Figures::measured) == "18 %");
    c.observe("gdp", "2023", "growth_yoy", "10.0", "%").observe("gdp", "2024", "growth_yoy", "10.0", "%");
    CHECK(c.verdict() == "not_met, missed, final, firm; growth_conflict");  // 1.1 * 1.1 = 1.21
    auto chained = c;
    chained.targets.clear();
    chained.target("growth(since 2022, chained) >= 20 %", "2024");
    CHECK(chained.figure(&Figures::measured) == "21 %");
    CHECK(chained.verdict() == "met, achieved, final, firm; over_fulfilled growth_conflict");
    auto annual = c;
    annual.targets.clear();
    annual.target("annual_growth(since 2022, chained) >= 10 %", "2024");
    CHECK(annual.figure(&Figures::measured) == "10 %");
    CHECK(annual.verdict() == "met, achieved, final, rests_on_rounding; growth_conflict");
    chained.rows.erase(chained.rows.begin() + 2);  // growth of 2023
    CHECK(chained.verdict() == "undetermined(final_value_missing), undetermined, interim");
    chained.observe("gdp", "2023", "growth_yoy", "10.0", "%")
        .observe("gdp", "2023", "growth_yoy", "11.0", "%");
    CHECK(chained.verdict() == "undetermined(conflicting_observations), undetermined, final");
}

TEST_CASE("a chain of published growth ends where the figure turns negative, or is nothing") {
    const auto chain = [](const char* criterion, std::initializer_list<const char*> years) {
        auto c = gdp(criterion, "2021/2024");
        int year = 2021;
        for (const auto* growth : years)
            c.observe("gdp", std::to_string(year++), "growth_yoy", growth, "%");
        return c.verdict();
    };
    const auto* const total = "growth(since 2020, chained) <= 20 %";
    const auto* const yearly = "annual_growth(since 2020, chained) > 2 %";
    CHECK(chain(total, {"5", "-120", "8", "9"}) == "undetermined(sign_change), undetermined, final");
    // Two falls below zero would multiply to 3.8 times the base.
    CHECK(chain(yearly, {"5", "-250", "8", "-260"}) == "undetermined(sign_change), undetermined, final");
    CHECK(chain(total, {"5", "8", "9", "-120"}) == "undetermined(sign_change), undetermined, final");
    CHECK(chain(total, {"5", "-100", "8", "9"}) == "undetermined(zero_base), undetermined, final");
    CHECK(chain(total, {"5", "8", "9", "-100"}) == "met, achieved, final, firm; over_fulfilled");
    CHECK(chain(total, {"5", "-99", "8", "9"}) == "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("从0.57万亿增加至6.87万亿 is 12 times the base, and growth of 11 times") {
    auto c = gdp("multiple(since 2020) >= 12", "2021/2024").observe("gdp", "2020", "level", "0.57", "万亿元");
    c.observe("gdp", "2024", "level", "6.87", "万亿元");
    CHECK(c.figure(&Figures::measured, 2) == "12.05");
    CHECK(c.verdict() == "met, achieved, final, rests_on_rounding; over_fulfilled");
    c.targets.clear();
    CHECK(c.target("growth(since 2020) >= 1100 %", "2024").figure(&Figures::measured, 0) == "1105 %");
}

TEST_CASE("a ratio can double, a place cannot") {
    auto c = Case()
                 .horizon("2021/2024")
                 .indicator("share", "%", ratio)
                 .target("multiple(since 2020) >= 2 倍", "2024");
    c.observe("share", "2020", "share", "10.0", "%").observe("share", "2024", "share", "21.0", "%");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
    auto place = Case()
                     .horizon("2021/2024")
                     .indicator("place", "位", IndicatorKind::rank)
                     .target("multiple(since 2020) >= 2", "2024");
    place.observe("place", "2020", "rank", "1", "位").observe("place", "2024", "rank", "2", "位");
    CHECK(place.verdict() == "undetermined(not_defined_for_kind), undetermined, final");
}

TEST_CASE("a part of the year is never held against a whole one") {
    for (const auto* criterion : {"growth(since 2020) >= 10 %", "multiple(since 2020) >= 1.1",
                                  "annual_growth(since 2020) >= 2 %", "change(since 2020) >= 10 亿元"}) {
        CAPTURE(std::string(criterion));
        auto c = gdp(criterion, "2021/2025").observe("gdp", "2020", "level", "100.0", "亿元");
        c.observe("gdp", "2025-H1", "level", "70.0", "亿元")
            .observe("gdp", "2024-H2", "level", "150.0", "亿元");
        CHECK(c.verdict() == "undetermined(not_due), undetermined, interim");
        c.observe("gdp", "2024", "level", "125.0", "亿元");  // the latest whole year
        CHECK(c.verdict() == "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
    }
}

TEST_CASE("change: points for percentages, own unit otherwise, published before computed") {
    auto c = Case()
                 .horizon("2023/2024")
                 .indicator("rd", "%", ratio)
                 .target("change(since 2022) >= 0.26 pp", "2024");
    c.observe("rd", "2022", "share", "2.95", "%").observe("rd", "2024", "share", "3.22", "%");
    CHECK(c.figure(&Figures::measured) == "0.27 pp");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
    c.targets.clear();
    c.target("change >= 0.1 pp", "2024").observe("rd", "2023", "share", "3.10", "%");
    CHECK(c.figure(&Figures::measured) == "0.12 pp");
    c.observe("rd", "2024", "change_pp", "0.08", "个百分点");
    CHECK(c.figure(&Figures::measured) == "0.08 个百分点");
    c.targets.clear();  // percent and points never convert
    CHECK(c.target("change >= 0.1 %", "2024").verdict() ==
          "undetermined(unit_mismatch), undetermined, final");
    auto own = gdp("change >= 10 亿元").observe("gdp", "2023", "level", "0", "亿元");
    CHECK(own.observe("gdp", "2024", "level", "12", "亿元").figure(&Figures::measured) == "12 亿元");
    CHECK(gdp("change >= 10 亿元").observe("gdp", "2024", "level", "12", "亿元").verdict() ==
          "undetermined(missing_base), undetermined, interim");
    auto place =
        Case().indicator("place", "位", IndicatorKind::rank, Better::lower).target("change <= -1 位", "2024");
    place.observe("place", "2023", "rank", "4", "位").observe("place", "2024", "rank", "3", "位");
    CHECK(place.verdict() == "met, achieved, final, firm");
}

TEST_CASE("change of an earlier year is no base of this year's") {
    auto c = Case().indicator("rd", "%", ratio).target("change >= 0.2 pp", "2024");
    c.observe("rd", "2023", "change_pp", "0.30", "个百分点")
        .observe("rd", "2024", "change_pp", "0.25", "个百分点");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("improves: any change for the better since then") {
    const auto since = [](Better better, const char* now) {
        auto c = Case()
                     .horizon("2021/2024")
                     .indicator("rate", "%", ratio, better)
                     .target("improves(since 2020)", "2024");
        return c.observe("rate", "2020", "share", "5.0", "%")
            .observe("rate", "2024", "share", now, "%")
            .verdict();
    };
    CHECK(since(Better::higher, "5.2") == "met, achieved, final, firm");
    CHECK(since(Better::higher, "5.1") == "met, achieved, final, firm");  // below 5.05, and from there
    CHECK(since(Better::higher, "5.0") == "not_met, missed, final, rests_on_rounding");
    CHECK(since(Better::higher, "4.8") == "not_met, missed, final, firm");
    CHECK(since(Better::lower, "4.8") == "met, achieved, final, firm");
    CHECK(since(Better::lower, "5.2") == "not_met, missed, final, firm");
    CHECK(since(Better::neither, "5.2") == "undetermined(not_defined_for_kind), undetermined, final");
}

TEST_CASE("a base of a stock is keyed by its end, that of a flow by the whole of it") {
    auto c = Case()
                 .horizon("2021/2024")
                 .indicator("gdp", "亿元", flow)
                 .target("growth >= 10 %", "2021-Q4")
                 .base("2020", "100");
    c.observe("gdp", "2020-Q4", "level", "30.0", "亿元").observe("gdp", "2021-Q4", "level", "36.0", "亿元");
    CHECK(c.figure(&Figures::measured) == "20 %");
    auto held = Case()
                    .horizon("2021/2024")
                    .indicator("firms", "家", stock)
                    .target("growth(since 2020-12) >= 10 %", "2024");
    held.base("2020", "100").observe("firms", "2024", "cumulative", "120", "家");
    CHECK(held.figure(&Figures::measured) == "20 %");
}

TEST_CASE("where the calendar has no year before, that is a reason") {
    const auto early = [](std::string_view criterion) {
        auto c = Case().horizon("1500").indicator("x", "亿元", flow).indicator("all", "亿元", flow);
        c.target(criterion, "1500").as_of("1500-12-31");
        return c.observe("x", "1400/1500", "level", "9", "亿元")
            .observe("all", "1400/1500", "level", "9", "亿元");
    };
    for (const auto criterion :
         {"growth >= 1 %", "change >= 1 亿元", "contribution(of all) >= 1 %", "pull(of all) >= 1 pp"}) {
        CAPTURE(criterion);
        const auto evaluation = early(criterion).judge();
        CHECK(evaluation.assessments()[0].outcome == Outcome::undetermined);
        Trace trace;
        const auto term = parse_criterion(criterion)->measure;
        const auto& target = evaluation.plan().targets()[0];
        const auto measured =
            detail::judge_of(evaluation).measure(target, term, Period::parse("1400/1500").value(), trace);
        CHECK(measured.reason() == Reason::missing_base);
    }
}

TEST_CASE("published growth against growth of the levels is flagged, like against like is not") {
    const auto faster = [](const char* basis, const char* now, const char* before, const char* unit) {
        auto c = Case()
                     .indicator("e", "亿元", flow)
                     .indicator("x", "亿元", flow)
                     .target("growth > growth(of x)", "2024");
        c.observe("e", "2024", "growth_yoy", "5.0", "%").observe("x", "2024", basis, now, unit);
        if (*before != '\0') c.observe("x", "2023", basis, before, unit);
        return c;
    };
    CHECK(faster("level", "103", "100", "亿元").verdict() ==
          "met, achieved, final, firm; over_fulfilled published_against_computed");
    CHECK(faster("growth_yoy", "3.0", "", "%").verdict() == "met, achieved, final, firm; over_fulfilled");
}
