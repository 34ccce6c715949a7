// SPDX-License-Identifier: BSL-1.0
// The five plans of examples/ and their published figures.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>

#include "goalpost/io/observations_csv.hpp"
#include "goalpost/io/plan_json.hpp"

namespace goalpost::test {

inline constexpr const char* example_names[] = {"zhejiang_2024", "huzhou_2024", "lucheng_2024", "wuhan_2023",
                                                "wuxing_145"};

inline std::filesystem::path source_folder() { return GOALPOST_SOURCE_DIR; }

inline Plan example_plan(const std::string& name) {
    auto reading = read_plan_json(source_folder() / "examples/plans" / (name + ".json"));
    for (const auto& diagnostic : reading.diagnostics)
        FAIL(diagnostic.text());
    return std::move(reading.plan).value();
}

inline Observations example_data(const Plan& plan, const std::string& name) {
    auto reading =
        read_observations_csv(source_folder() / "examples/data" / (name + ".csv"), plan.unit_set());
    for (const auto& diagnostic : reading.diagnostics)
        FAIL(diagnostic.text());
    return std::move(reading.observations);
}

}  // namespace goalpost::test
