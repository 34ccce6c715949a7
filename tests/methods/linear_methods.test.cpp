// SPDX-License-Identifier: BSL-1.0
// The methods that take no root: Healthy People 2020, gophr, ServiceNow, OKR, UNICEF's portal, the four
// classes.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "goalpost/methods/gophr_pace.hpp"
#include "goalpost/methods/healthy_people_2020.hpp"
#include "goalpost/methods/midterm_four.hpp"
#include "goalpost/methods/okr.hpp"
#include "goalpost/methods/servicenow.hpp"
#include "goalpost/methods/unicef_prp.hpp"
#include "methods/published.hpp"

using namespace goalpost;
using namespace goalpost::test;

namespace {

Ratio r(std::string_view text) { return Ratio::parse(text).value(); }

MethodInput input(std::string_view base, std::string_view current, std::string_view target,
                  Better better = Better::higher) {
    return {.base = r(base),
            .base_year = 2010,
            .current = r(current),
            .current_year = 2018,
            .better = better,
            .target = r(target),
            .target_year = 2020};
}
std::string percent(const MethodResult& result) {
    return result.value ? (*result.value * Ratio(100)).fixed(2) : std::string(name_of(result.value_reason));
}

}  // namespace

TEST_SUITE("methods/healthy_people_2020") {
    const auto verdict = [](std::string_view base, std::string_view current, std::string_view target,
                            Better better = Better::higher) {
        return healthy_people_2020::assess(input(base, current, target, better)).verdict;
    };

    TEST_CASE("towards the target: 100 per cent, 10 per cent, less") {
        CHECK(verdict("10", "20", "20") == "target_met_or_exceeded");
        CHECK(verdict("10", "19.99", "20") == "improved");
        CHECK(verdict("10", "11", "20") == "improved");
        CHECK(verdict("10", "10.99", "20") == "little_or_no_detectable_change");
        CHECK(verdict("10", "10", "20") == "little_or_no_detectable_change");
        CHECK(verdict("20", "19", "10", Better::lower) == "improved");
        CHECK(percent(healthy_people_2020::assess(input("10", "13", "20"))) == "30.00");
    }

    TEST_CASE("away from it: 10 per cent of the base") {
        CHECK(verdict("10", "9", "20") == "got_worse");
        CHECK(verdict("10", "9.01", "20") == "little_or_no_detectable_change");
        CHECK(verdict("20", "22", "10", Better::lower) == "got_worse");
        CHECK(percent(healthy_people_2020::assess(input("10", "9", "20"))) == "-10.00");
    }

    TEST_CASE("hard cases") {
        // The base met the target: its own case, without a share.
        const auto kept = healthy_people_2020::assess(input("22", "21", "20"));
        CHECK(kept.verdict == "target_met_or_exceeded");
        CHECK(kept.value_reason == Reason::base_meets_target);
        CHECK(kept.status == Status::achieved_early);
        CHECK(verdict("22", "19.5", "20") == "got_worse");
        CHECK(verdict("20.5", "19.5", "20") == "little_or_no_detectable_change");
        CHECK(percent(healthy_people_2020::assess(input("20", "21", "20"))) == "base_meets_target");
        // Zero and signs are fine.
        CHECK(verdict("0", "3", "20") == "improved");
        CHECK(verdict("0", "-0.1", "20") == "got_worse");
        CHECK(verdict("8", "2", "0", Better::lower) == "improved");
        CHECK(verdict("-5", "5", "10") == "improved");
        auto once = input("10", "10", "20");
        once.current_year = 2010;
        CHECK(healthy_people_2020::assess(once).verdict == "baseline_only");
        once.target.reset();
        CHECK(healthy_people_2020::assess(once).verdict == "informational");
    }
}

TEST_CASE("methods: numbers of more digits than can be read back are rounded, too") {
    const Ratio large = Ratio(10).power(18);
    const Ratio small = Ratio(1) / 1000;
    CHECK(okr::assess({.start = 0, .current = large, .target = small}).score->rational() ==
          Ratio(10).power(23));
    CHECK(unicef_prp::assess({.base = 0, .current = large, .target = small}).score->rational() ==
          Ratio(10).power(21));
    CHECK(gophr_pace::assess({.cumulative = large, .target = Ratio(3)}).score->rational() ==
          (large * Ratio(100) - Ratio(1)) / Ratio(300));
}

TEST_SUITE("methods/gophr_pace") {
    const auto label = [](std::string_view cumulative, std::string_view target, int quarter,
                          bool snapshot = false) {
        return gophr_pace::assess({r(cumulative), r(target), quarter, snapshot}).verdict;
    };

    TEST_CASE("against the quarter's share") {
        // Second quarter: 50 %, so 25, 40 and 60 are the lines.
        CHECK(label("24", "100", 2) == "concerned");
        CHECK(label("25", "100", 2) == "at_risk");
        CHECK(label("39", "100", 2) == "at_risk");
        CHECK(label("40", "100", 2) == "on_target");
        CHECK(label("60", "100", 2) == "on_target");
        CHECK(label("61", "100", 2) == "above_target");
        CHECK(label("74", "100", 4) == "concerned");
        CHECK(label("110", "100", 4) == "on_target");
        CHECK(label("0", "100", 1) == "at_risk");
        CHECK(label("60", "100", 2, true) == "concerned");  // a stock: all of it is due in every quarter
    }

    TEST_CASE("rounded to whole per cent first") {
        CHECK(label("246", "1000", 2) == "at_risk");    // 24.6 % is taken for 25 %
        CHECK(label("244", "1000", 2) == "concerned");  // 24 %
        CHECK(label("395", "1000", 2) == "on_target");  // 39.5 %: half to even, 40 %
        CHECK(label("605", "1000", 2) == "on_target");  // 60.5 %: half to even, 60 %
        CHECK(label("606", "1000", 2) == "above_target");
        const auto result = gophr_pace::assess({r("1"), r("3"), 2, false});
        CHECK(result.score->rational() == r("0.33"));
        CHECK(result.value->rational() == r("1/3"));
    }

    TEST_CASE("hard cases: no target, or one of zero, is missing and not 0") {
        CHECK(gophr_pace::assess({r("5"), std::nullopt, 2, false}).verdict == "missing");
        CHECK(gophr_pace::assess({r("5"), r("0"), 2, false}).verdict == "missing");
        CHECK(gophr_pace::assess({r("0"), r("0"), 2, false}).verdict == "missing");
        CHECK_FALSE(gophr_pace::assess({r("0"), r("0"), 2, false}).value);
        CHECK(label("-5", "100", 2) == "concerned");
        CHECK(gophr_pace::assess({r("100"), r("100"), 2, false}).status == Status::achieved_early);
        CHECK(gophr_pace::assess({r("99"), r("100"), 4, false}).status == Status::missed);
        CHECK_THROWS_AS(gophr_pace::assess({r("1"), r("1"), 5, false}), std::out_of_range);
    }
}

TEST_SUITE("methods/servicenow") {
    TEST_CASE("every published example") {
        const auto rows = rows_of("servicenow_examples.csv");
        REQUIRE(rows.size() == 3);
        for (const auto& row : rows) {
            CAPTURE(row.at("kind"));
            const std::vector<servicenow::CheckIn> first{
                {number(row.at("target")).value(), number(row.at("actual"))}};
            const Ratio start = number(row.at("start")).value();
            const auto result = row.at("kind").starts_with("cumulative")
                                    ? servicenow::cumulative(start, first)
                                    : servicenow::non_cumulative(first);
            CHECK(agrees(*result.value * Ratio(100), number(row.at("expected_percent")).value()));
            if (!row.at("expected_status").empty()) CHECK(result.verdict == row.at("expected_status"));
        }
    }

    TEST_CASE("the formulas of the manual") {
        // 1 to 1.5 million, 1.35 reached: 70 %. 500 to 400 thousand, 420 reached: 80 %.
        auto result = servicenow::assess(input("1000000", "1350000", "1500000"));
        CHECK(percent(result) == "70.00");
        CHECK(result.verdict == "red");
        result = servicenow::assess(input("500000", "420000", "400000", Better::lower));
        CHECK(percent(result) == "80.00");
        CHECK(result.verdict == "yellow");
    }

    TEST_CASE("edges and hard cases") {
        const auto verdict = [](std::string_view current) {
            return servicenow::assess(input("0", current, "100")).verdict;
        };
        CHECK(verdict("90") == "green");
        CHECK(verdict("89.999") == "yellow");  // between the 89 and 90 of the manual's table
        CHECK(verdict("75") == "yellow");
        CHECK(verdict("74.999") == "red");
        CHECK(verdict("-5") == "red");
        CHECK(percent(servicenow::assess(input("0", "-5", "100"))) == "-5.00");
        CHECK(percent(servicenow::assess(input("0", "120", "100"))) == "120.00");
        CHECK(servicenow::assess(input("0", "120", "100")).status == Status::achieved_early);
        CHECK(servicenow::assess(input("50", "50", "50")).verdict == "no_status");
        CHECK(servicenow::assess(input("50", "50", "50")).reason == Reason::base_equals_target);
        CHECK(percent(servicenow::assess(input("8", "2", "0", Better::lower))) == "75.00");
        const Bands own({{1, true, "done", Status::achieved}}, {0, true, "open", Status::behind});
        CHECK(servicenow::assess(input("0", "90", "100"), own).verdict == "open");
    }

    TEST_CASE("check-ins: the latest total, or the sum of what was reported") {
        const std::vector<servicenow::CheckIn> totals{
            {100, Ratio(40)}, {200, Ratio(190)}, {300, std::nullopt}};
        CHECK(percent(servicenow::cumulative(0, totals)) == "95.00");
        const std::vector<servicenow::CheckIn> parts{
            {100, Ratio(40)}, {100, Ratio(120)}, {100, std::nullopt}};
        CHECK(percent(servicenow::non_cumulative(parts)) == "80.00");
        CHECK(servicenow::cumulative(0, {}).verdict == "no_status");
        CHECK(servicenow::non_cumulative({}).reason == Reason::missing_observation);
    }

    TEST_CASE("the worst wins on the way up, in any order") {
        const auto one = [](const char* verdict) {
            MethodResult result;
            result.verdict = verdict;
            return result;
        };
        const std::vector<MethodResult> first{one("red"), one("green"), one("yellow"), one("no_status")};
        const std::vector<MethodResult> last{one("no_status"), one("green"), one("yellow"), one("red")};
        CHECK(servicenow::worst(first).verdict == "red");
        CHECK(servicenow::worst(last).verdict == "red");
        CHECK(servicenow::worst(std::vector<MethodResult>{one("green"), one("yellow")}).verdict == "yellow");
        CHECK(servicenow::worst({}).verdict == "no_status");
    }
}

TEST_SUITE("methods/okr") {
    const auto assess = [](std::string_view start, std::optional<Ratio> current, std::string_view target,
                           const okr::Options& options = okr::oslo) {
        return okr::assess({r(start), std::move(current), r(target)}, options);
    };

    TEST_CASE("every published example") {
        const auto rows = rows_of("okr_progress.csv");
        REQUIRE(rows.size() == 4);
        for (const auto& row : rows) {
            const auto options = row.at("source").starts_with("puzzle") ? okr::puzzle : okr::oslo;
            const auto result = assess(row.at("start"), number(row.at("current")), row.at("target"), options);
            CHECK(agrees(result.score, number(row.at("expected_percent"))));
        }
    }

    TEST_CASE("not clamped, or clamped at 0, falling key results") {
        CHECK(percent(assess("0", Ratio(-10), "100")) == "-10.00");
        CHECK(percent(assess("0", Ratio(-10), "100", okr::puzzle)) == "0.00");
        CHECK(percent(assess("0", Ratio(150), "100", okr::puzzle)) == "150.00");
        CHECK(percent(assess("100", Ratio(20), "0", okr::puzzle)) == "80.00");
        CHECK(percent(assess("100", Ratio(110), "10", okr::puzzle)) == "0.00");
        CHECK(assess("0", Ratio(150), "100").met);
    }

    TEST_CASE("whole per cent, halves up") {
        CHECK(assess("0", r("12.5"), "100").score->rational() == Ratio(13));
        CHECK(assess("0", r("-12.5"), "100").score->rational() == Ratio(-12));
        CHECK(assess("0", r("12.49"), "100").score->rational() == Ratio(12));
    }

    TEST_CASE("hard cases: equal ends, no value, zero") {
        CHECK(percent(assess("50", Ratio(50), "50")) == "0.00");
        CHECK(assess("50", Ratio(50), "50").substituted.size() == 1);
        CHECK(assess("50", Ratio(50), "50", okr::puzzle).reason == Reason::base_equals_target);
        CHECK(percent(assess("10", std::nullopt, "50")) == "0.00");
        CHECK(assess("10", std::nullopt, "50").substituted == std::vector<std::string>{"no value -> start"});
        CHECK(assess("10", std::nullopt, "50", okr::puzzle).reason == Reason::missing_observation);
        CHECK(percent(assess("0", Ratio(3), "10")) == "30.00");
        CHECK(percent(assess("10", Ratio(4), "0")) == "60.00");
        CHECK(percent(assess("-10", Ratio(5), "10")) == "75.00");
    }

    TEST_CASE("lines at 30, 70 and 100 per cent") {
        const auto verdict = [&](std::string_view current) { return assess("0", r(current), "100").verdict; };
        CHECK(verdict("29.9") == "fail");
        CHECK(verdict("30") == "commit");
        CHECK(verdict("70") == "target");
        CHECK(verdict("100") == "stretch");
    }
}

TEST_SUITE("methods/unicef_prp") {
    const auto assess = [](std::string_view base, std::optional<Ratio> current, std::string_view target) {
        return unicef_prp::assess({r(base), std::move(current), r(target)});
    };
    TEST_CASE("a rising indicator, and a falling one that stays at 0") {
        CHECK(percent(assess("10", Ratio(40), "60")) == "60.00");
        CHECK(assess("10", Ratio(60), "60").verdict == "reached");
        CHECK(percent(assess("10", Ratio(70), "60")) == "120.00");
        CHECK(percent(assess("60", Ratio(10), "10")) == "0.00");
        CHECK(assess("60", Ratio(10), "10").substituted ==
              std::vector<std::string>{"value below base -> 0 %"});
        CHECK(assess("0", Ratio(1), "3").score->rational() == r("0.33"));
    }
    TEST_CASE("hard cases: 0 stands for what is missing, and it is said") {
        CHECK(percent(assess("10", std::nullopt, "60")) == "0.00");
        CHECK(assess("10", std::nullopt, "60").substituted.size() == 1);
        CHECK(percent(assess("50", Ratio(50), "50")) == "0.00");
        CHECK(assess("50", Ratio(70), "50").substituted.size() == 1);
        CHECK(percent(assess("0", Ratio(5), "0")) == "0.00");
        CHECK(percent(assess("10", Ratio(5), "60")) == "0.00");
        CHECK(percent(assess("-10", Ratio(5), "10")) == "75.00");
    }
}

TEST_SUITE("methods/midterm_four") {
    const auto verdict = [](std::string_view progress, std::string_view elapsed, bool met = false) {
        return midterm_four::assess({.met = met, .progress = r(progress), .elapsed = r(elapsed)}).verdict;
    };
    TEST_CASE("four classes, edges in the better one") {
        CHECK(verdict("1", "0.5", true) == "reached_early");
        CHECK(verdict("0.55", "0.5") == "ahead");
        CHECK(verdict("0.5499", "0.5") == "on_schedule");
        CHECK(verdict("0.5", "0.5") == "on_schedule");
        CHECK(verdict("0.4999", "0.5") == "behind");
        CHECK(verdict("-0.1", "0.5") == "behind");
        CHECK(midterm_four::name_zh("ahead") == "进展超前");
        const Bands own({{0, true, "fine", Status::on_track}}, {0, true, "late", Status::behind});
        CHECK(midterm_four::assess({.progress = r("0.6"), .elapsed = r("0.5")}, own).verdict == "fine");
    }
    TEST_CASE("hard cases: without progress only what is met has a class") {
        CHECK(midterm_four::assess({.met = true, .elapsed = r("0.5")}).verdict == "reached_early");
        const auto none = midterm_four::assess({.elapsed = r("0.5"), .reason = Reason::base_equals_target});
        CHECK(none.verdict == "not_assessed");
        CHECK(none.reason == Reason::base_equals_target);
        CHECK(midterm_four::assess({.met = true, .due = true, .elapsed = 1}).status == Status::achieved);
        CHECK(midterm_four::assess({.due = true, .progress = r("0.9"), .elapsed = 1}).status ==
              Status::missed);
    }
}
