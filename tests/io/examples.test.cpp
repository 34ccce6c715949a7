// SPDX-License-Identifier: BSL-1.0
// The plans and figures of examples/ are read without a word, and hold every statement that people marked in
// the documents (tests/data/gold_targets.csv).
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "io/reading.hpp"

using namespace goalpost;
using namespace goalpost::test;

namespace {

const std::vector<std::string> names = {"huzhou_2024", "lucheng_2024", "wuhan_2023", "wuxing_145",
                                        "zhejiang_2024"};

std::filesystem::path in_repository(const std::string& path) {
    return std::filesystem::path(GOALPOST_SOURCE_DIR) / path;
}

Plan plan_of(const std::string& name) {
    auto reading = read_plan_json(in_repository("examples/plans/" + name + ".json"));
    CHECK(lines(reading.diagnostics) == "");
    REQUIRE(reading.plan);
    return *std::move(reading.plan);
}

struct GoldTarget {
    std::string plan;
    std::string id;
    bool masked = false;
    std::string quote;
};

/// Every row is `plan,id,number,"quote"`; a quote may hold line breaks and doubled quotes.
std::vector<GoldTarget> gold_targets() {
    std::ifstream file(in_repository("tests/data/gold_targets.csv"));
    std::vector<GoldTarget> targets;
    std::string cell;
    std::getline(file, cell);
    CHECK(cell == "plan,id,number,quote");
    GoldTarget target;
    while (std::getline(file, target.plan, ',')) {
        std::getline(file, target.id, ',');
        std::getline(file, cell, ',');
        target.masked = cell == "masked";
        target.quote.clear();
        REQUIRE(file.get() == '"');
        for (int c = file.get(); c != '"' || file.peek() == '"'; c = file.get()) {
            REQUIRE(file.good());
            if (c == '"') file.get();
            target.quote.push_back(static_cast<char>(c));
        }
        REQUIRE(file.get() == '\n');
        targets.push_back(target);
    }
    return targets;
}

}  // namespace

TEST_CASE("the plans of the examples are read without a word") {
    const std::map<std::string, std::size_t> targets = {{"huzhou_2024", 33},
                                                        {"lucheng_2024", 19},
                                                        {"wuhan_2023", 47},
                                                        {"wuxing_145", 32},
                                                        {"zhejiang_2024", 41}};
    for (const auto& name : names) {
        CAPTURE(name);
        const auto plan = plan_of(name);
        CHECK(plan.targets().size() == targets.at(name));
        CHECK(plan.invalid_targets().empty());
    }
}

TEST_CASE("the figures of the examples are read without a word") {
    const std::map<std::string, std::size_t> rows = {{"huzhou_2024", 54},
                                                     {"lucheng_2024", 52},
                                                     {"wuhan_2023", 52},
                                                     {"wuxing_145", 59},
                                                     {"zhejiang_2024", 208}};
    for (const auto& name : names) {
        CAPTURE(name);
        const auto reading =
            read_observations_csv(in_repository("examples/data/" + name + ".csv"), plan_of(name).unit_set());
        CHECK(lines(reading.diagnostics) == "");
        CHECK(reading.observations.size() == rows.at(name));
    }
}

TEST_CASE("the examples of the documents are read without a word") {
    const auto plan = read_plan_json(in_repository("docs/formats/plan_example.json"));
    CHECK(lines(plan.diagnostics) == "");
    REQUIRE(plan.plan);
    CHECK(plan.plan->targets().size() == 6);
    const auto data = observations_of(in_repository("docs/formats/observations_example.csv"));
    CHECK(lines(data.diagnostics) == "");
    CHECK(data.observations.size() == 8);
}

TEST_CASE("every target that people marked in the documents stands in the plans, word for word") {
    const auto gold = gold_targets();
    CHECK(gold.size() == 192);
    std::map<std::string, std::vector<std::pair<const Statement*, const Target*>>> stated;
    std::map<std::string, Plan> plans;
    for (const auto& name : names)
        plans.emplace(name, plan_of(name));
    for (const auto& [name, plan] : plans) {
        for (const auto& target : plan.targets()) {
            for (const auto& statement : target.statements)
                stated[name + " " + statement.id].emplace_back(&statement, &target);
        }
    }
    std::set<std::string> wanted;
    for (const auto& marked : gold) {
        CAPTURE(marked.id);
        const auto key = marked.plan + " " + marked.id;
        wanted.insert(key);
        const auto found = stated.find(key);
        REQUIRE(found != stated.end());
        for (const auto& [statement, target] : found->second) {
            CHECK(statement->quote == marked.quote);
            const auto& criterion = statement->criterion ? *statement->criterion : target->criterion();
            CHECK(criterion.is_masked() == marked.masked);
        }
    }
    for (const auto& entry : stated)
        CHECK_MESSAGE(wanted.contains(entry.first), entry.first, " is in no document");
}
