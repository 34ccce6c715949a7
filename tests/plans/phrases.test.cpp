// SPDX-License-Identifier: BSL-1.0
// docs/phrases.md says how plans' phrases become criteria; every example in it stands in a plan file.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "goalpost/evaluate/builtin_measures.hpp"
#include "support/example_plans.hpp"

using namespace goalpost;

namespace {

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '|');) {
        const auto begin = cell.find_first_not_of(' ');
        found.push_back(
            begin == std::string::npos ? "" : cell.substr(begin, cell.find_last_not_of(' ') - begin + 1));
    }
    return found;
}

/// Between backquotes.
std::vector<std::string> quoted(const std::string& cell) {
    std::vector<std::string> found;
    for (auto begin = cell.find('`'); begin != std::string::npos; begin = cell.find('`', begin)) {
        const auto end = cell.find('`', begin + 1);
        found.push_back(cell.substr(begin + 1, end - begin - 1));
        begin = end + 1;
    }
    return found;
}

}  // namespace

TEST_CASE("every example of docs/phrases.md stands in a plan file, every other criterion parses") {
    std::map<std::string, std::set<std::string>> said;  // id and quote -> criteria
    for (const auto* name : test::example_names) {
        const auto plan = test::example_plan(name);
        for (const auto& target : plan.targets()) {
            for (const auto& statement : target.statements) {
                auto& criteria = said[statement.id + " " + statement.quote];
                for (const auto& reading : target.readings)
                    criteria.insert(text(reading));
                if (statement.criterion) criteria.insert(text(*statement.criterion));
            }
        }
    }
    std::ifstream document(test::source_folder() / "docs/phrases.md");
    REQUIRE(document);
    int examples = 0;
    int others = 0;
    const auto measures = builtin_measures();
    for (std::string line; std::getline(document, line);) {
        const auto row = cells(line);
        CAPTURE(line);
        if (row.size() == 6 && row[3] != "example" && row[3].find("--") == std::string::npos) {
            const auto criterion = quoted(row[5]).at(0);
            const auto found = said.find(row[3] + " " + row[4]);
            REQUIRE(found != said.end());
            CHECK(found->second.contains(criterion));
            ++examples;
        } else if (row.size() == 3 && row[2].starts_with('`')) {
            for (const auto& criterion : quoted(row[2])) {
                const auto read = parse_criterion(criterion);
                REQUIRE(read.has_value());
                CHECK(text(*read) == criterion);
                CHECK(measures.find(read->measure.name) != nullptr);
                ++others;
            }
        }
    }
    CHECK(examples >= 30);
    CHECK(others >= 14);
}
