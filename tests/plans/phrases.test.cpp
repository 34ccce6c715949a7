// SPDX-License-Identifier: BSL-1.0
// docs/phrases.md says how plans' phrases become criteria; every example in it stands in a plan file. And how
// criteria become phrases again, for Chinese readers.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "goalpost/evaluate/builtin_measures.hpp"
#include "goalpost/evaluate/criterion_words.hpp"
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

/// Nothing of the grammar is left in a criterion's Chinese words. Names hold letters, too: R&D经费.
void check_phrase(const Criterion& criterion, const Indicator& indicator, const Plan& plan) {
    const auto chinese = words(criterion, indicator, plan, Language::zh);
    INFO(text(criterion));
    CAPTURE(chinese);
    const auto has = [&](std::string_view word) { return chinese.find(word) != std::string::npos; };
    bool found = has(criterion.measure.name.str());
    const auto* series = std::get_if<SeriesReference>(&criterion.reference);
    if (series != nullptr) found = found || has(series->measure.name.str());
    for (const auto sign : {"(", ">", "<", "=", "~", "[", " ", "since", "every", "pp"})
        found = found || has(sign);
    CHECK_FALSE(found);
}

}  // namespace

TEST_CASE("every criterion of the example plans has a phrase in Chinese") {
    int count = 0;
    for (const auto* name : test::example_names) {
        const auto plan = test::example_plan(name);
        for (const auto& target : plan.targets()) {
            const auto look_at = [&](const Criterion& criterion) {
                check_phrase(criterion, plan.indicator_of(target), plan);
                ++count;
            };
            for (const auto& reading : target.readings)
                look_at(reading);
            for (const auto& version : target.versions) {
                for (const auto& reading : version.readings)
                    look_at(reading);
            }
            for (const auto& statement : target.statements) {
                if (statement.criterion) look_at(*statement.criterion);
            }
        }
    }
    CHECK(count >= 180);
}

TEST_CASE("criteria in Chinese as docs/criteria.md shows them") {
    const auto plan = test::example_plan("zhejiang_2024");
    const auto& indicator = *plan.find_indicator("rd_intensity");
    std::ifstream document(test::source_folder() / "docs/criteria.md");
    REQUIRE(document);
    int examples = 0;
    bool here = false;
    for (std::string line; std::getline(document, line);) {
        if (line.starts_with("## ")) here = line == "## In Chinese reports";
        const auto row = cells(line);
        if (!here || row.size() != 3 || !row[1].starts_with('`')) continue;
        CAPTURE(line);
        const auto criterion = parse_criterion(quoted(row[1]).at(0));
        REQUIRE(criterion.has_value());
        CHECK(words(*criterion, indicator, plan, Language::zh) == row[2]);
        ++examples;
    }
    CHECK(examples >= 8);
}

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
    const auto zhejiang = test::example_plan("zhejiang_2024");
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
                check_phrase(*read, *zhejiang.find_indicator("rd_intensity"), zhejiang);
                CHECK(text(*read) == criterion);
                CHECK(measures.find(read->measure.name) != nullptr);
                ++others;
            }
        }
    }
    CHECK(examples >= 30);
    CHECK(others >= 14);
}
