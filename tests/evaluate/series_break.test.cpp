// SPDX-License-Identifier: BSL-1.0
// A figure of another definition than those before it: what is not compared across it, and what is.
#include <doctest/doctest.h>

#include "goalpost/evaluate/explanation.hpp"
#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;

/// Says that the figure that was added last begins another definition.
Case& breaks(Case& c) {
    c.rows.back().series_break = true;
    return c;
}

/// Levels of 2020 to 2024; from 2022 on of another definition.
Case output(const std::string& criterion, const std::string& due = "2024") {
    auto c = Case().horizon("2021/2025").indicator("output", "亿元", flow).target(criterion, due);
    c.observe("output", "2020", "level", "100", "亿元").observe("output", "2021", "level", "110", "亿元");
    breaks(c.observe("output", "2022", "level", "150", "亿元"));
    c.observe("output", "2023", "level", "160", "亿元").observe("output", "2024", "level", "180", "亿元");
    return c;
}

std::string explanation(const Case& c, Language language) {
    const auto evaluation = c.judge();
    return text(explain(evaluation, evaluation.assessments()[0]), language);
}

constexpr auto broken = "undetermined(broken_series), undetermined, final";

}  // namespace

TEST_CASE("a break: levels of two definitions make no growth, change, multiple or average growth") {
    CHECK(output("growth(since 2021) >= 10 %").verdict() == broken);
    CHECK(output("annual_growth(since 2020) >= 10 %").verdict() == broken);
    CHECK(output("multiple(since 2021) >= 1.5").verdict() == broken);
    CHECK(output("change(since 2021) >= 10 亿元").verdict() == broken);
    CHECK(output("improves(since 2021)").verdict() == broken);
    CHECK(output("growth >= 10 %", "2022").as_of("2022-12-31").verdict() == broken);
}

TEST_CASE("a break: on either side of it figures are compared as ever") {
    // 180 / 150 - 1 = 20 %; the figure that begins the new definition is of it.
    CHECK(output("growth(since 2022) >= 20 %").verdict() == "met, achieved, final, rests_on_rounding");
    CHECK(output("growth >= 11 %").verdict() == "met, achieved, final, firm; over_fulfilled");
    CHECK(output("growth >= 10 %", "2021").verdict() == "met, achieved, final, rests_on_rounding");
}

TEST_CASE("a break: growth that the source publishes is its own comparison") {
    auto c = output("growth >= 5 %", "2022").as_of("2022-12-31");
    c.observe("output", "2022", "growth_yoy", "6.1", "%");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");  // and no growth_conflict
    auto chained = output("growth(since 2020, chained) >= 10 %", "2022").as_of("2022-12-31");
    chained.observe("output", "2021", "growth_yoy", "6.0", "%");
    chained.observe("output", "2022", "growth_yoy", "6.0", "%");
    CHECK(chained.verdict() == "met, achieved, final, firm; over_fulfilled");
    CHECK(chained.figure(&Figures::measured) == "12.36 %");
}

TEST_CASE("a break: a level is judged and flagged, and has no way from its base") {
    auto c = output("level >= 170 亿元");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled series_break");
    CHECK(c.figure(&Figures::base) == "(broken_series)");
    CHECK(c.figure(&Figures::progress) == "(broken_series)");
    CHECK(c.figure(&Figures::growth) == "12.5 %");  // on 2023
    CHECK(c.figure(&Figures::completion, 2) == "105.88 %");
    // What stands below the base of another definition has not moved away from the target.
    CHECK(output("level >= 200 亿元").verdict() == "not_met, missed, final, firm; series_break");
    auto fallen = output("level >= 170 亿元");
    fallen.rows.back().value = Decimal(90);
    CHECK(fallen.verdict() == "not_met, missed, final, firm; series_break");
    fallen.rows[2].series_break = false;
    CHECK(fallen.verdict() == "not_met, missed, final, firm; moved_away");
}

TEST_CASE("a break: what the plan states for its base is of the old definition") {
    CHECK(output("growth(since 2020) >= 10 %").base("2020", "100").verdict() == broken);
    CHECK(output("growth(since 2022) >= 10 %").base("2022", "150").verdict() ==
          "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("a break: before the due date there is no pace across it") {
    auto c = Case().horizon("2021/2025").indicator("staff", "人", stock).target("level >= 200 人", "2025");
    c.observe("staff", "2020", "cumulative", "100", "人").observe("staff", "2023", "cumulative", "150", "人");
    CHECK(c.verdict() == "undetermined(not_due), behind, interim");  // half of the way in 3 of 5 years
    breaks(c);
    CHECK(c.verdict() == "undetermined(not_due), undetermined, interim; series_break");
    c.rows.back().value = Decimal(200);
    CHECK(c.verdict() == "met, achieved_early, interim, firm; may_fall_back series_break");
}

TEST_CASE("a break: pieces of two definitions make no sum") {
    auto c = Case().indicator("output", "亿元", flow).target("level >= 20 亿元", "2024");
    c.observe("output", "2024-H1", "level", "12.0", "亿元")
        .observe("output", "2024-H2", "level", "13.0", "亿元");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
    breaks(c);
    CHECK(c.verdict() == broken);
    c.rows.back().series_break = false;
    c.rows.front().series_break = true;  // it begins the year
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled series_break");
}

TEST_CASE("a break: only the row that counts says it") {
    // Published anew on one definition: the break is gone with the row that it stood in.
    auto c = output("growth(since 2021) >= 10 %");
    c.observe("output", "2021", "level", "145", "亿元", "final", "2023-06-30");
    c.observe("output", "2022", "level", "150", "亿元", "final", "2023-06-30");
    CHECK(c.figure(&Figures::measured, 2) == "24.14 %");  // 180 / 145 - 1
    // Not published yet: nobody knows of it.
    auto later = output("growth(since 2020) >= 5 %", "2021").as_of("2022-01-31");
    later.rows[1].series_break = true;
    CHECK(later.verdict() == broken);
    later.rows[1].published = parse_date("2022-03-01").value();
    later.observe("output", "2021", "level", "112", "亿元", "preliminary", "2022-01-20");
    CHECK(later.verdict() == "met, achieved, final, firm; over_fulfilled provisional");
}

TEST_CASE("a break: marks on growth and on completion say nothing of levels") {
    auto c = output("growth(since 2022) >= 10 %");
    breaks(c.observe("output", "2023", "growth_yoy", "6.7", "%"));
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
}

TEST_CASE("a break: of a share, in either series") {
    const auto share = [](bool of_whole) {
        auto c = Case()
                     .horizon("2021/2024")
                     .indicator("research", "亿元", flow)
                     .indicator("gdp", "亿元", flow)
                     .target("share(of gdp) >= 2 %", "2024");
        c.observe("research", "2020", "level", "2.0", "亿元").observe("gdp", "2020", "level", "120", "亿元");
        c.observe("research", "2024", "level", "3.0", "亿元");
        if (!of_whole) breaks(c);
        c.observe("gdp", "2024", "level", "140", "亿元");
        if (of_whole) breaks(c);
        return c;
    };
    for (const bool of_whole : {false, true}) {
        CHECK(share(of_whole).verdict() == "met, achieved, final, firm; over_fulfilled series_break");
        CHECK(share(of_whole).figure(&Figures::base) == "(broken_series)");
    }
}

TEST_CASE("a break: places are not gained or lost across it") {
    auto c = Case()
                 .horizon("2021/2024")
                 .indicator("place", "位", IndicatorKind::rank, Better::lower)
                 .target("rank_change(since 2020) >= 2", "2024");
    c.observe("place", "2020", "rank", "19", "位").observe("place", "2024", "rank", "15", "位");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
    breaks(c);
    CHECK(c.verdict() == broken);
}

TEST_CASE("a break: growth against growth has no verdict where either series breaks") {
    auto c = Case()
                 .indicator("own", "亿元", flow)
                 .indicator("all", "亿元", flow)
                 .target("growth > growth(of all)", "2024");
    c.observe("own", "2023", "level", "100", "亿元").observe("own", "2024", "level", "120", "亿元");
    c.observe("all", "2023", "level", "100", "亿元").observe("all", "2024", "level", "105", "亿元");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
    breaks(c);
    CHECK(c.verdict() == broken);
}

TEST_CASE("a break: explanations show the row that says it") {
    const auto english = explanation(output("growth(since 2021) >= 10 %"), Language::en);
    CHECK(english.find("Reason: the levels are of different definitions or price bases\n") !=
          std::string::npos);
    CHECK(english.find("Source: output, 省, 2022, 150 亿元, final, series break\n") != std::string::npos);
    const auto chinese = explanation(output("growth(since 2021) >= 10 %"), Language::zh);
    CHECK(chinese.find("来源：output，省，2022年，150亿元，最终数，口径调整\n") != std::string::npos);
}
