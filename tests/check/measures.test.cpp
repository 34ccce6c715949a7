// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <algorithm>

#include "found.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::found;
using goalpost::test::state;

namespace {

constexpr auto flow = IndicatorKind::flow;

Case firms(std::string_view criterion) {
    return Case()
        .indicator("firms", "家", flow)
        .indicator("all_firms", "家", flow)
        .indicator("gdp", "亿元", flow)
        .target(criterion, "2024");
}

/// A measure of one's own that must be told a base period.
struct PerYear {
    static constexpr MeasureTraits traits{.needs_since = true};
    Measured operator()(const MeasureView& at) const { return at.level(); }
};

}  // namespace

TEST_CASE("measure_unknown: a name that no measure has, on either side") {
    CHECK(found(firms("anual_growth(since 2020) >= 7 %")) == "measure_unknown t1");
    CHECK(found(firms("level >= levle(of gdp)")) == "measure_unknown t1");
    CHECK(found(firms("anual_growth(since 2020) > anual_growth(of gdp, since 2020)")) ==
          "measure_unknown t1, measure_unknown t1");
    const auto finding = test::findings_of(firms("anual_growth(since 2020) >= 7 %")).at(0);
    CHECK(finding.severity == PlanFinding::Severity::error);
    CHECK(finding.message.en == "no measure \"anual_growth\" is known: anual_growth(since 2020) >= 7 %");
    CHECK(finding.message.zh == "没有名为“anual_growth”的算法：anual_growth(since 2020) >= 7 %");
    CHECK(finding.mend.en == "did you mean annual_growth?");
    CHECK(finding.mend.zh == "是否应为 annual_growth？");
    CHECK(test::findings_of(firms("patents_per_head >= 7")).at(0).mend.en ==
          "write one of the measures of docs/criteria.md");
}

TEST_CASE("measure_unknown: the words of a statement, at their place") {
    auto c = firms("level >= 300 家");
    state(c, "达300家", "二、目标");
    state(c, "300家左右", "附表", "levl >= 300 家");
    const auto findings = test::findings_of(c);
    const auto unknown = std::ranges::find(findings, std::string_view("measure_unknown"), &PlanFinding::code);
    REQUIRE(unknown != findings.end());
    CHECK(unknown->section == "附表");
}

TEST_CASE("measure_incomplete: what a measure must be told, and is not") {
    CHECK(found(firms("annual_growth >= 7 %")) == "measure_incomplete t1");
    CHECK(found(firms("share >= 7 %")) == "measure_incomplete t1");
    CHECK(found(firms("sum >= 7 家")) == "measure_incomplete t1");
    CHECK(found(firms("annual_growth(since 2020) > annual_growth(of gdp)")) == "measure_incomplete t1");
    const auto finding = test::findings_of(firms("annual_growth(chained) >= 7 %")).at(0);
    CHECK(finding.severity == PlanFinding::Severity::error);
    CHECK(finding.message.en ==
          "annual_growth is not told all it needs to know: annual_growth(chained) >= 7 %");
    CHECK(finding.mend.en == "write annual_growth(since PERIOD)");
    CHECK(finding.mend.zh == "写作 annual_growth(since PERIOD)");
}

TEST_CASE("measure_incomplete: behind the comparison there is no place for a second series") {
    const auto findings = test::findings_of(firms("share(of all_firms) > share(of all_firms)"));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "measure_incomplete");
    CHECK(findings[0].mend.en == "compare with a published ratio: level(of ID)");
}

TEST_CASE("measures are silent where they are known and told what they need") {
    for (const auto* criterion :
         {"level >= 300 家", "growth >= 7 %", "growth(since 2020) >= 7 %", "multiple(since 2020) >= 2",
          "share(of all_firms) >= 7 %", "growth > growth(of gdp) + 1 pp", "improves(since 2020)",
          "every year: level >= 3 家", "level >= **** 家"}) {
        CAPTURE(criterion);
        CHECK(found(firms(criterion)) == "");
    }
}

TEST_CASE("measures of one's own are known where they are handed in") {
    const auto check_by = [](std::string_view criterion, const MeasureSet& measures) {
        return test::written(check(firms(criterion).plan(), nullptr, measures));
    };
    auto own = builtin_measures();
    own.add("per_year", PerYear{});
    CHECK(check_by("per_year(since 2020) >= 3", builtin_measures()) == "measure_unknown t1");
    CHECK(check_by("per_year(since 2020) >= 3", own) == "");
    CHECK(check_by("per_year >= 3", own) == "measure_incomplete t1");
    CHECK(check_by("level >= 3 家", MeasureSet()) == "measure_unknown t1");
}
