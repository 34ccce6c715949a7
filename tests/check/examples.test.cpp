// SPDX-License-Identifier: BSL-1.0
// The five plans in examples/, checked with their data: every finding by code and target.
#include <goalpost/io/observations_csv.hpp>
#include <goalpost/io/plan_json.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "found.hpp"

using namespace goalpost;

namespace {

std::vector<std::string> findings_in(const std::string& name) {
    const std::filesystem::path examples = std::filesystem::path(GOALPOST_SOURCE_DIR) / "examples";
    const auto read = read_plan_json(examples / "plans" / (name + ".json"));
    REQUIRE(read.plan);
    REQUIRE(read.diagnostics.empty());
    const auto data = read_observations_csv(examples / "data" / (name + ".csv"), read.plan->unit_set());
    REQUIRE(data.diagnostics.empty());
    std::vector<std::string> lines;
    for (const auto& finding : check(*read.plan, &data.observations)) {
        CHECK(finding.severity == severity_of_check(finding.code));
        CHECK_FALSE(finding.message.en.empty());
        CHECK_FALSE(finding.message.zh.empty());
        CHECK_FALSE(finding.mend.en.empty());
        CHECK_FALSE(finding.mend.zh.empty());
        CHECK(finding.quote.empty() == finding.target.empty());
        lines.push_back(std::string(finding.code) + (finding.target.empty() ? "" : " " + finding.target));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Zhejiang 2024: thirteen targets below what was reached in 2023") {
    CHECK(findings_in("zhejiang_2024") ==
          Lines{"target_below_base high_tech_investment_share_2024",   // 超16%, 18.4 in 2023
                "target_below_base high_tech_value_added_share_2024",  // 超67%, 67.1
                "target_below_base key_project_investment_2024",       // 超338亿元, 531.15
                "target_below_base new_national_key_labs_2024",        // 4家, 9
                "target_below_base major_results_2024",                // 100项, 125
                "target_below_base technology_trade_2024",             // 超4000亿元, 5257
                "target_below_base new_high_tech_enterprises_2024",    // 5000家, 6800
                "target_below_base new_tech_smes_2024",                // 1.2万家, 1.6万家
                "target_below_base new_little_giants_2024",            // 100家, 118
                "target_below_base new_leading_enterprises_2024",      // 10家, 26
                "target_below_base new_innovation_consortia_2024",     // 10家, 12
                "group_open rd_intensity_cities_2024", "series_without_data rd_intensity_cities_2024",
                "series_without_data rd_intensity_mountain_counties_2024",
                "target_below_base international_bases_2024",  // 30家, 44
                "indicator_without_data"});
}

TEST_CASE("Huzhou 2024: 300家 in the table, 300家以上 in the tasks") {
    CHECK(findings_in("huzhou_2024") ==
          Lines{"nobody_responsible large_project_high_tech_share_2024",
                "nobody_responsible high_tech_value_added_share_2024",
                "series_without_data high_tech_investment_growth_2024",
                "nobody_responsible high_tech_investment_share_2024",
                "nobody_responsible rd_active_enterprises_2024", "nobody_responsible rd_expense_ratio_2024",
                "statement_words_differ new_high_tech_enterprises_2024",
                "nobody_responsible new_national_tech_smes_2024",
                "nobody_responsible new_rd_institutes_merged_2024",
                "nobody_responsible new_rd_institutes_closed_2024",
                "nobody_responsible new_rd_institutes_founded_2024", "indicator_without_data"});
}

TEST_CASE("Lucheng 2024: 超200家 and 200家以上, 20% and 10%, a target of 2023") {
    CHECK(findings_in("lucheng_2024") ==
          Lines{"due_outside_horizon rd_intensity_2023", "statement_looser new_innovation_entities_2024",
                "target_below_base new_innovation_entities_2024",  // 257 in 2023
                "conflicting_targets high_tech_investment_growth_10_2024", "indicator_without_data",
                "scope_without_data"});
}

TEST_CASE("Wuhan 2023: masks, and the tasks that print what they hide") {
    CHECK(findings_in("wuhan_2023") ==
          Lines{"masked_twin_printed facilities_building_2023",
                "masked_twin_printed facilities_preparing_2023",
                "masked_twin_printed national_key_labs_approved_2023",
                "statement_words_differ national_key_labs_approved_2023",  // **家以上, 10家
                "target_below_base national_key_labs_approved_2023",       // 10家, 10 in 2022
                "masked_twin_printed city_technology_centres_2023",
                "masked_twin_printed science_major_projects_2023",
                "masked_twin_printed transfer_centres_2023",
                "masked_twin_printed top_teams_2023",
                "masked_twin_printed high_tech_enterprises_2023",
                "masked_twin_printed tech_smes_registered_2023",
                "statement_words_differ tech_smes_registered_2023",  // ****家, 9000家以上
                "masked_twin_printed technology_contracts_2023",
                "nobody_responsible high_tech_value_added_2023",
                "nobody_responsible digital_core_share_2023",
                "masked_twin_printed innovation_blocks_2023",
                "masked_twin_printed leading_talents_2023",
                "statement_stricter leading_talents_2023",  // ***人, 100名左右
                "nobody_responsible local_talents_2023",
                "masked_twin_printed tech_loans_2023",
                "nobody_responsible tech_insurance_2023",
                "nobody_responsible venture_capital_2023",
                "nobody_responsible patent_centres_2023",
                "nobody_responsible high_value_patents_2023",
                "several_readings specialised_incubator_share_2023",  // 提升5%
                "indicator_without_data"});
}

TEST_CASE("Wuxing 2021-2025: the table against the text") {
    CHECK(findings_in("wuxing_145") ==
          Lines{"statement_words_differ high_tech_enterprises_2025", "statement_words_differ tech_smes_2025",
                "statement_words_differ digital_core_share_2025",
                "statement_words_differ high_tech_share_2025",
                "series_without_data rd_intensity_province_2025",
                "series_without_data rd_intensity_city_2025", "flow_against_stock top_scientists_new_145",
                "series_without_data high_tech_investment_growth_145",
                "conflicting_targets rd_institution_full_2025",  // 100% in the text, 60 in the table
                "indicator_without_data"});
}
