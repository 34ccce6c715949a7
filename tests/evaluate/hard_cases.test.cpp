// SPDX-License-Identifier: BSL-1.0
// The cases in which other systems put a number where there is none.
#include <doctest/doctest.h>

#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

constexpr auto stock = IndicatorKind::stock;

/// A stock of 2020, 2023 and, due, 2025.
Case held(const char* criterion, const char* base, const char* now, Better better = Better::higher) {
    auto c = Case().horizon("2021/2025").indicator("x", "户", stock, better).target(criterion, "2025");
    return c.observe("x", "2020", "cumulative", base, "户").observe("x", "2023", "cumulative", now, "户");
}

}  // namespace

TEST_CASE("zero base: growth is undefined, progress is not") {
    const auto c = held("level >= 10 户", "0", "6");
    CHECK(c.figure(&Figures::progress) == "60 %");
    CHECK(c.figure(&Figures::pace) == "0 pp");
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
    CHECK(held("growth(since 2020) >= 10 %", "0", "6").verdict() ==
          "undetermined(zero_base), undetermined, interim");
}

TEST_CASE("sign change: growth is undefined, progress is not") {
    auto c = Case().horizon("2021/2025").indicator("x", "亿元", stock).target("level >= 6 亿元", "2025");
    c.observe("x", "2020", "cumulative", "-4", "亿元").observe("x", "2023", "cumulative", "1", "亿元");
    CHECK(c.figure(&Figures::progress) == "50 %");
    c.targets.clear();
    CHECK(c.target("growth(since 2020) >= 6 %", "2025").verdict() ==
          "undetermined(sign_change), undetermined, interim");
}

TEST_CASE("base equal to the target: its own reason, never a number") {
    const auto c = held("level >= 10 户", "10", "8");
    CHECK(c.figure(&Figures::progress) == "(base_equals_target)");
    CHECK(c.figure(&Figures::pace) == "(not_applicable_figure)");
    CHECK(c.verdict() == "undetermined(not_due), undetermined, interim; met_at_base moved_away");
    CHECK(held("level > 10 户", "10", "8").figure(&Figures::progress) == "(base_equals_target)");
}

TEST_CASE("target zero: progress is linear, completion is undefined") {
    auto c = held("level = 0 户", "10", "4", Better::lower);
    CHECK(c.figure(&Figures::progress) == "60 %");
    CHECK(c.figure(&Figures::completion) == "(not_applicable_figure)");
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
    CHECK(c.figure(&Figures::gap) == "4 户");
    auto done = held("level = 0 户", "10", "0", Better::lower);
    CHECK(done.verdict() == "met, achieved_early, interim, firm; may_fall_back");
    auto floor = held("level >= 0 户", "-10", "-4");
    CHECK(floor.figure(&Figures::completion) == "(zero_base)");
    CHECK(floor.figure(&Figures::progress) == "60 %");
}

TEST_CASE("zero that was zero at the base is being held") {
    CHECK(held("level = 0 户", "0", "0", Better::lower).verdict() ==
          "met, on_track, interim, firm; met_at_base");
}

TEST_CASE("met at the base: said, never a progress") {
    auto c = held("level >= 10 户", "16", "18");
    CHECK(c.verdict() == "met, on_track, interim, firm; over_fulfilled met_at_base");
    CHECK(c.figure(&Figures::progress) == "(base_meets_target)");
    CHECK(c.figure(&Figures::completion) == "180 %");
}

TEST_CASE("moved away: a negative progress is kept") {
    auto c = held("level >= 20 户", "10", "5");
    CHECK(c.figure(&Figures::progress) == "-50 %");
    CHECK(c.verdict() == "undetermined(not_due), behind, interim; moved_away");
    // 高新增加值占比 of Wuxing: 79.87 in 2020, 77.1 in 2024, due 85.
    auto share = Case()
                     .horizon("2021/2025")
                     .indicator("share", "%", IndicatorKind::ratio)
                     .target("level >= 85 %", "2025");
    share.base("2020", "79.87").observe("share", "2024", "share", "77.1", "%");
    CHECK(share.figure(&Figures::progress, 1) == "-54.0 %");
    CHECK(share.figure(&Figures::pace, 1) == "-134.0 pp");
    CHECK(share.verdict() == "undetermined(not_due), behind, interim; moved_away");
}

TEST_CASE(
    "a cap that is approached from above is not moved away from, whichever way its indicator is better") {
    auto c = held("level <= 10 户", "30", "9");
    CHECK(c.figure(&Figures::progress) == "105 %");
    CHECK(c.verdict() == "met, achieved_early, interim, firm; over_fulfilled may_fall_back");
    CHECK(held("level <= 10 户", "30", "16").verdict() == "undetermined(not_due), on_track, interim");
    CHECK(held("level <= 10 户", "30", "35").verdict() ==
          "undetermined(not_due), behind, interim; moved_away");
    // A floor of what is better the lower it is.
    CHECK(held("level >= 30 户", "10", "24", Better::lower).verdict() ==
          "undetermined(not_due), on_track, interim");
    CHECK(held("level >= 30 户", "10", "5", Better::lower).verdict() ==
          "undetermined(not_due), behind, interim; moved_away");
}

TEST_CASE("lower is better: progress and pace run the same way, the gap keeps its sign") {
    auto c = held("level <= 10 户", "30", "16", Better::lower);
    CHECK(c.figure(&Figures::progress) == "70 %");
    CHECK(c.figure(&Figures::pace) == "10 pp");
    CHECK(c.figure(&Figures::gap) == "6 户");
    CHECK(c.figure(&Figures::completion) == "(not_applicable_figure)");
    CHECK(c.figure(&Figures::needed) == "(not_applicable_figure)");
    CHECK(c.verdict() == "undetermined(not_due), on_track, interim");
    c = held("level <= 10 户", "30", "35", Better::lower);
    CHECK(c.figure(&Figures::progress) == "-25 %");
    CHECK(c.verdict() == "undetermined(not_due), behind, interim; moved_away");
    // One rising and one falling indicator on the same way have the same progress.
    CHECK(held("level >= 30 户", "10", "24").figure(&Figures::progress) ==
          held("level <= 10 户", "30", "16", Better::lower).figure(&Figures::progress));
}

TEST_CASE("missing is never zero") {
    auto none = Case()
                    .indicator("x", "户", stock, Better::lower)
                    .target("level <= 10 户", "2024")
                    .as_of("2025-01-01");
    CHECK(none.verdict() == "undetermined(missing_observation), undetermined, interim");
    CHECK(none.figure(&Figures::measured) == "(missing_observation)");
    CHECK(none.figure(&Figures::gap) == "(missing_observation)");
    CHECK(none.figure(&Figures::completion) == "(not_applicable_figure)");
    auto zero = none;
    CHECK(zero.observe("x", "2024", "cumulative", "0", "户").verdict() ==
          "met, achieved, final, firm; over_fulfilled");
    CHECK(zero.figure(&Figures::measured) == "0 户");
}

TEST_CASE("provisional figures are judged, and said to be so") {
    auto c = Case().indicator("x", "户", stock).target("level >= 10 户", "2024");
    CHECK(Case(c).observe("x", "2024", "cumulative", "11", "户", "preliminary").verdict() ==
          "met, achieved, final, firm; over_fulfilled provisional");
    // That the base is provisional says nothing of the verdict.
    c.observe("x", "2023", "cumulative", "9", "户", "estimated")
        .observe("x", "2024", "cumulative", "11", "户");
    CHECK(c.verdict() == "met, achieved, final, firm; over_fulfilled");
    // In growth it does.
    c.targets.clear();
    CHECK(c.target("growth >= 20 %", "2024").verdict() ==
          "met, achieved, final, firm; over_fulfilled provisional");
}

TEST_CASE("a target below its base: met today, and rising from there is no progress") {
    // 投资占比 16 % planned, 18.4 % the year before.
    auto c = Case().indicator("share", "%", IndicatorKind::ratio).target("level > 16 %", "2024");
    c.observe("share", "2023", "share", "18.4", "%").as_of("2025-06-30");
    CHECK(c.verdict() == "undetermined(final_value_missing), undetermined, interim");
    c.observe("share", "2024", "share", "15.2", "%");
    CHECK(c.verdict() == "not_met, missed, final, firm; met_at_base moved_away");
}

TEST_CASE("as many figures as needed: a sum of more digits than 64 bits hold") {
    auto c = Case().indicator("x", "元", IndicatorKind::flow).target("level > 3 万亿元", "2024");
    for (const auto* month : {"2024-Q1", "2024-Q2", "2024-Q3"})
        c.observe("x", month, "level", "750000000000.00001", "元");
    c.observe("x", "2024-Q4", "level", "749999999999.99997", "元");
    CHECK(c.verdict() == "not_met, missed, final, rests_on_rounding");
    c.rows[0].value = Decimal::parse("750000000000.00002").value();
    CHECK(c.verdict() == "met, achieved, final, rests_on_rounding; over_fulfilled");
}
