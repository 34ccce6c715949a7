// SPDX-License-Identifier: BSL-1.0
// Comparisons, tolerances and ranges in each better direction; bounds that the source prints.
#include <doctest/doctest.h>

#include "goalpost/evaluate/line.hpp"
#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;

namespace {

/// `met` or `not_met`, `~` where it rests on rounding, `+` where it is over-fulfilled.
std::string judged(std::string_view criterion, std::string_view value, Better better = Better::higher,
                   std::string_view unit = "家", IndicatorKind kind = IndicatorKind::stock) {
    auto c = Case().indicator("x", unit, kind, better).target(criterion, "2024");
    const auto basis = kind == IndicatorKind::ratio ? "share" : "level";
    const auto evaluation = c.observe("x", "2024", basis, value, unit).judge();
    const auto& codes = evaluation.assessments()[0];
    if (codes.outcome == Outcome::undetermined) return std::string(name_of(codes.reason));
    return std::string(name_of(codes.outcome)) + (codes.certainty == Certainty::firm ? "" : " ~") +
           (codes.flags.has(Flag::over_fulfilled) ? " +" : "");
}
std::string percent(std::string_view criterion, std::string_view value, Better better = Better::higher) {
    return judged(criterion, value, better, "%", IndicatorKind::ratio);
}

}  // namespace

TEST_CASE("the five plain comparisons at, below and above the line") {
    struct Row {
        const char* criterion;
        const char *below, *at, *above;
    };
    const Row rows[] = {
        {"level >= 10 家", "not_met", "met", "met +"},  {"level > 10 家", "not_met", "not_met", "met +"},
        {"level <= 10 家", "met +", "met", "not_met"},  {"level < 10 家", "met +", "not_met", "not_met"},
        {"level = 10 家", "not_met", "met", "not_met"},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.criterion));
        CHECK(judged(row.criterion, "9") == row.below);
        CHECK(judged(row.criterion, "10") == row.at);
        CHECK(judged(row.criterion, "11") == row.above);
    }
}

TEST_CASE("about: bounds inclusive, overshoot in the better direction is met") {
    const auto* criterion = "level ~ 40 家 ± 2 家";
    CHECK(judged(criterion, "37") == "not_met");
    CHECK(judged(criterion, "38") == "met");
    CHECK(judged(criterion, "42") == "met");
    CHECK(judged(criterion, "43") == "met +");
    CHECK(judged(criterion, "37", Better::lower) == "met +");
    CHECK(judged(criterion, "38", Better::lower) == "met");
    CHECK(judged(criterion, "42", Better::lower) == "met");
    CHECK(judged(criterion, "43", Better::lower) == "not_met");
    CHECK(judged(criterion, "37", Better::neither) == "not_met");
    CHECK(judged(criterion, "38", Better::neither) == "met");
    CHECK(judged(criterion, "42", Better::neither) == "met");
    CHECK(judged(criterion, "43", Better::neither) == "not_met");
}

TEST_CASE("about: tolerances in points and in percent of the number") {
    CHECK(percent("level ~ 3.5 % ± 0.05 pp", "3.45") == "met ~");
    CHECK(percent("level ~ 3.5 % ± 0.05 pp", "3.44") == "not_met");
    CHECK(percent("level ~ 3.5 % ± 0.05 pp", "3.46") == "met");
    CHECK(judged("level ~ 40 家 ± 5 % of it", "38") == "met");
    CHECK(judged("level ~ 40 家 ± 5 % of it", "37") == "not_met");
    CHECK(judged("level ~ -40 家 ± 5 % of it", "-42") == "met");
    CHECK(judged("level ~ -40 家 ± 5 % of it", "-43") == "not_met");
    CHECK(judged("level ~ 40 家 ± 0 % of it", "40") == "met");
    // Percent and percentage points never convert, in a tolerance neither.
    CHECK(percent("level ~ 3.5 % ± 0.05 %", "3.5") == "unit_mismatch");
    CHECK(judged("level ~ 40 家 ± 2 亿元", "40") == "unit_mismatch");
}

TEST_CASE("in: a range, both ends included, four teams against 2 to 3 are over-fulfilled") {
    const auto* criterion = "level in [2, 3] 个";
    CHECK(judged(criterion, "1") == "not_met");
    CHECK(judged(criterion, "2") == "met");
    CHECK(judged(criterion, "3") == "met");
    CHECK(judged(criterion, "4") == "met +");
    CHECK(judged(criterion, "1", Better::lower) == "met +");
    CHECK(judged(criterion, "2", Better::lower) == "met");
    CHECK(judged(criterion, "3", Better::lower) == "met");
    CHECK(judged(criterion, "4", Better::lower) == "not_met");
    CHECK(judged(criterion, "1", Better::neither) == "not_met");
    CHECK(judged(criterion, "2", Better::neither) == "met");
    CHECK(judged(criterion, "3", Better::neither) == "met");
    CHECK(judged(criterion, "4", Better::neither) == "not_met");
    CHECK(judged("level in [2, 2] 个", "2", Better::neither) == "met");
    CHECK(judged("level in [-3, -2] 个", "-2") == "met");
}

TEST_CASE("a bound that the source prints counts with all that it leaves open") {
    CHECK(judged("level >= 2000 家", ">2000") == "met");
    CHECK(judged("level > 2000 家", ">2000") == "met");
    CHECK(judged("level > 2000 家", ">=2000") == "not_met ~");
    CHECK(judged("level >= 2001 家", ">2000") == "not_met ~");
    CHECK(judged("level >= 1999 家", ">2000") == "met +");
    CHECK(judged("level <= 2000 家", ">2000") == "not_met");  // all that it leaves open lies above
    CHECK(judged("level <= 2000 家", ">=2000") == "met ~");
    CHECK(judged("level <= 2500 家", ">2000") == "met ~ +");
    CHECK(judged("level < 2000 家", ">=2000") == "not_met");
    CHECK(judged("level = 2000 家", ">2000") == "not_met");
    CHECK(judged("level in [1000, 3000] 家", ">2000", Better::neither) == "met ~");
}

TEST_CASE("what is only about so much is never firm") {
    CHECK(judged("level >= 2000 家", "~3000") == "met ~ +");
    CHECK(judged("level >= 2000 家", "~1000") == "not_met ~");
}

TEST_CASE("units of the criterion: scaled, of another dimension, counted in 个") {
    CHECK(judged("level >= 1.2 万家", "12000") == "met");
    CHECK(judged("level >= 10 个", "10") == "met");
    CHECK(judged("level >= 10 亿元", "10") == "unit_mismatch");
    CHECK(percent("level >= 3.2 pp", "3.3") == "unit_mismatch");
    CHECK(percent("level >= 32 ‰", "3.3") == "met +");
}

TEST_CASE("hold: intervals against lines, without any data") {
    const auto rounded = [](const char* digits) {
        return Measured(Rounded::published(Decimal::parse(digits).value()), figure_units::pure());
    };
    const auto line = [](Comparison comparison, const char* at, const char* spread = "0") {
        Line made;
        made.at = Decimal::parse(at).value();
        made.range = Interval::exactly(made.at);
        detail::accept(made, comparison, Better::neither, Decimal::parse(spread).value());
        return made;
    };
    const auto firm_at_least = hold(rounded("3.2"), line(Comparison::at_least, "3.15"));
    CHECK(firm_at_least.met);
    CHECK(firm_at_least.firm);  // the lower end belongs to [3.15, 3.25)
    const auto not_more = hold(rounded("3.2"), line(Comparison::more_than, "3.15"));
    CHECK(not_more.met);
    CHECK(!not_more.firm);
    const auto at_most = hold(rounded("3.2"), line(Comparison::less_than, "3.25"));
    CHECK(at_most.met);
    CHECK(at_most.firm);  // the upper end does not
    const auto negative = hold(rounded("-2.8"), line(Comparison::more_than, "-2.85"));
    CHECK(negative.firm);  // (-2.85, -2.75]
    const auto about = hold(rounded("3.5"), line(Comparison::about, "3.5", "0.05"));
    CHECK(about.met);
    CHECK(about.firm);  // [3.45, 3.55) within [3.45, 3.55]
}

TEST_CASE("a number without a unit is in the measure's own, whatever unit the data came in") {
    const auto c = [](const char* criterion, const char* basis, const char* value) {
        auto made = test::Case()
                        .indicator("x", "亿元", IndicatorKind::flow)
                        .indicator("b", "亿元", IndicatorKind::flow);
        made.indicator("q", "%", IndicatorKind::ratio).target(criterion, "2024");
        made.indicators[2].numerator = "x";
        made.indicators[2].denominator = "b";
        return made.observe(std::string_view(basis) == "share" ? "q" : "x", "2024", basis, value, "‰");
    };
    // 50 ‰ are 5 %: less than 10 (%), 95 (%) and 16 (%).
    CHECK(c("growth >= 10", "growth_yoy", "50").verdict() == "not_met, missed, final, firm");
    CHECK(c("growth >= 5", "growth_yoy", "50").verdict() == "met, achieved, final, rests_on_rounding");
    CHECK(c("completion >= 95", "completion", "500").verdict() == "not_met, missed, final, firm");
    CHECK(c("share(of b) >= 16", "share", "50").verdict() == "not_met, missed, final, firm");
    CHECK(c("share(of b) >= 5", "share", "51").verdict() == "met, achieved, final, firm; over_fulfilled");
}
