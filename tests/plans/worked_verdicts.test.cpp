// SPDX-License-Identifier: BSL-1.0
// The five plans against what was published. Sources of every figure: examples/data/*.csv, column `source`;
// the arithmetic is in the comments.
#include <doctest/doctest.h>

#include <string>

#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/evaluate/figure_text.hpp"
#include "support/case.hpp"
#include "support/example_plans.hpp"

using namespace goalpost;
using goalpost::test::verdict_text;

namespace {

Evaluation judged(const std::string& name, std::optional<Date> as_of = std::nullopt) {
    auto plan = test::example_plan(name);
    auto data = test::example_data(plan, name);
    const auto date = as_of.value_or(latest_date(data).value());
    return evaluate(std::move(plan), std::move(data), date);
}

Ratio number(const char* digits) { return Decimal::parse(digits).value(); }

std::string reason_of(const Evaluation& evaluation, const char* target) {
    REQUIRE(evaluation.find(target) != nullptr);
    return std::string(name_of(evaluation.find(target)->reason));
}

}  // namespace

TEST_CASE("Zhejiang 2024, headline targets") {
    const auto evaluation = judged("zhejiang_2024");

    SUBCASE("R&D intensity: 3.22 is [3.215, 3.225), all of it at least 3.2") {
        const auto& found = *evaluation.find("rd_intensity_2024");
        CHECK(name_of(found.status) == "achieved");
        CHECK(name_of(found.certainty) == "firm");
    }
    SUBCASE("3.17 against 3.1") {
        const auto& found = *evaluation.find("industrial_rd_ratio_2024");
        CHECK(name_of(found.status) == "achieved");
        CHECK(name_of(found.certainty) == "firm");
    }
    SUBCASE("15507.87 亿元 against 1.6 万亿元: 15507.87 / 16000 = 96.92 %, short by 492.13, and reads 1.6") {
        const auto& found = *evaluation.find("high_tech_value_added_2024");
        CHECK(name_of(found.status) == "missed");
        CHECK(name_of(found.certainty) == "firm");
        CHECK(found.flags.has(Flag::met_at_target_precision));
        const auto texts = figure_texts(evaluation.figures(found));
        CHECK(texts.completion == "96.92 %");
        CHECK(texts.gap == "-492.13 亿元");
    }
    SUBCASE("one of the two series is missing for 2024") {
        CHECK(reason_of(evaluation, "high_tech_investment_growth_2024") == "missing_comparison");
    }
    SUBCASE("last year's values say nothing of this year's") {
        for (const auto* target : {"high_tech_investment_share_2024", "high_tech_value_added_share_2024",
                                   "key_project_investment_2024", "technology_trade_2024",
                                   "new_high_tech_enterprises_2024", "international_bases_2024"})
            CHECK(reason_of(evaluation, target) == "final_value_missing");
    }
}

TEST_CASE("Zhejiang 2024, further targets with an outcome") {
    const auto evaluation = judged("zhejiang_2024");
    struct Row {
        const char* target;
        const char* completion;
    };
    // 21947 / 12000 · 18 / 4 · 110 / 100 · 41 / 40
    for (const auto& row : {Row{"new_tech_smes_2024", "182.89 %"}, Row{"new_national_key_labs_2024", "450 %"},
                            Row{"major_results_2024", "110 %"}, Row{"top_talents_2024", "102.5 %"}}) {
        CAPTURE(row.target);
        const auto& found = *evaluation.find(row.target);
        CHECK(name_of(found.status) == "achieved");
        CHECK(figure_texts(evaluation.figures(found)).completion == row.completion);
    }
}

TEST_CASE("Zhejiang 2024: the January estimate alone is met, and rests on rounding") {
    // 3.2 is [3.15, 3.25). The final 3.22 came later.
    const auto plan = test::example_plan("zhejiang_2024");
    const auto data = test::example_data(plan, "zhejiang_2024");
    ObservationsBuilder january;
    for (std::size_t i = 0; i < data.size(); ++i) {
        auto observation = data.observation(i);
        if (observation.indicator == "研发投入强度" && observation.period == Period::year(2024))
            observation.published =
                observation.status == ObservationStatus::estimated ? Date(2025, 1, 14) : Date(2025, 11, 28);
        january.add(observation);
    }
    const auto figures = january.build();
    const auto early = evaluate(plan, figures, Date(2025, 1, 31));
    CHECK(verdict_text(*early.find("rd_intensity_2024"))
              .starts_with("met, achieved, final, rests_on_rounding"));
    EvaluateOptions strict;
    strict.require_firm = true;
    const auto strictly = evaluate(plan, figures, Date(2025, 1, 31), strict);
    CHECK(verdict_text(*strictly.find("rd_intensity_2024")).starts_with("undetermined(rests_on_rounding)"));
    const auto late = evaluate(plan, figures, Date(2025, 12, 31));
    CHECK(verdict_text(*late.find("rd_intensity_2024")).starts_with("met, achieved, final, firm"));
}

TEST_CASE("Wuhan 2023") {
    const auto evaluation = judged("wuhan_2023");
    SUBCASE("1.45 万家 is [14450, 14550), all of it over 13000") {
        const auto& found = *evaluation.find("high_tech_enterprises_2023");
        CHECK(name_of(found.status) == "achieved");
        CHECK(name_of(found.certainty) == "firm");
    }
    SUBCASE("12581 against 9000: 139.79 %") {
        const auto& found = *evaluation.find("tech_smes_registered_2023");
        CHECK(name_of(found.status) == "achieved");
        CHECK(figure_texts(evaluation.figures(found)).completion == "139.79 %");
    }
    SUBCASE("11 laboratories by August: reached before the year was over") {
        CHECK(name_of(evaluation.find("national_key_labs_approved_2023")->status) == "achieved_early");
    }
    SUBCASE("1004.06 at mid-year is 69.2 % of 1450; 445.94 lacking; the year's figure was not published") {
        const auto& found = *evaluation.find("technology_contracts_2023");
        CHECK(name_of(found.reason) == "final_value_missing");
        const auto texts = figure_texts(evaluation.figures(found));
        CHECK(texts.completion == "69.25 %");  // 1004.06 / 1450 = 0.692455
        CHECK(texts.needed == "445.94 亿元");
    }
    SUBCASE("masked targets") {
        for (const auto* target : {"high_tech_value_added_2023", "digital_core_share_2023"})
            CHECK(reason_of(evaluation, target) == "masked_target");
    }
}

TEST_CASE("Wuxing 2021-2025 at the end of 2024") {
    const auto evaluation = judged("wuxing_145");
    CHECK(date_text(evaluation.as_of()) == "2024-12-31");
    SUBCASE(
        "R&D-active enterprises: 73.03 % in 2022 against a straight line of 61.93, so 17.49 points ahead") {
        // (73.03 - 36.55) / (100 - 36.55) = 57.49 %, less 24 of 60 months
        const auto& found = *evaluation.find("rd_active_share_2025");
        CHECK(verdict_text(found).starts_with("undetermined(not_due), on_track, interim"));
        CHECK(figure_texts(evaluation.figures(found)).pace == "17.49 pp");
    }
    SUBCASE("high-tech share: 77.1 % is below the base of 79.87") {
        const auto& found = *evaluation.find("high_tech_share_2025");
        CHECK(verdict_text(found).starts_with("undetermined(not_due), behind, interim"));
        CHECK(found.flags.has(Flag::moved_away));
    }
    SUBCASE("technology trade: 46.5 in 2022 against 30 in 2025, passed early, may fall back") {
        const auto& found = *evaluation.find("technology_trade_2025");
        CHECK(verdict_text(found).starts_with("met, achieved_early, interim, firm"));
        CHECK(found.flags.has(Flag::may_fall_back));
    }
}

TEST_CASE("Huzhou and Lucheng: no outcome of the year was published") {
    for (const auto* name : {"huzhou_2024", "lucheng_2024"}) {
        const auto evaluation = judged(name);
        for (const auto& found : evaluation.assessments())
            CHECK(found.outcome == Outcome::undetermined);
    }
}

TEST_CASE("figures that plans are checked by") {
    SUBCASE("531.15 at a completion of 152.19 % implies a plan of 349.0") {
        const auto plan = number("531.15") / (number("152.19") / Ratio(100));
        CHECK(plan.fixed(1) == "349.0");
    }
    SUBCASE("GDP of Wuxing: 924.9 to 935.3 is +1.12 %, published +5.5 % on a revised base") {
        const auto levels = (number("935.3") / number("924.9") - 1) * 100;
        CHECK(levels.fixed(2) == "1.12");
    }
    SUBCASE("0.57 to 6.87 万亿 is 12.05 times, so 11.05 times more, not 11 times 增长 of 12.05") {
        CHECK((number("6.87") / number("0.57")).fixed(2) == "12.05");
    }
}
