// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "tool/program.hpp"

using namespace goalpost::test;

namespace {

constexpr std::size_t targets = 8'200;  // of more than two blocks, the last of which is not full

std::string id_of(std::size_t i) { return "t" + std::to_string(10'000 + i); }

/// Arguments that judge a plan of so many targets, whose files are in the folder.
std::string judge_in(const TemporaryFolder& folder) {
    const auto plan = folder.write("plan.json", R"({"goalpost": 1, "id": "p", "title": "t", "scope": "省",
        "horizon": "2021/2025", "indicators": [{"id": "a", "name": "甲", "unit": "家", "kind": "flow"}]})");
    std::string rows = "id,indicator,scope,due,criterion\n";
    std::string figures = "indicator,scope,period,basis,value,unit\n";
    for (std::size_t i = 0; i < targets; ++i) {
        const auto scope = "县" + std::to_string(i % 97);
        rows += id_of(i) + ",a," + scope + ",2024,level >= " + std::to_string(i) + " 家\n";
        if (i < 97) figures += "甲," + scope + ",2024,level,5000,家\n";
    }
    return "evaluate " + plan + " --targets " + folder.write("targets.csv", rows) + " --data " +
           folder.write("figures.csv", figures) + " --format ";
}

}  // namespace

TEST_CASE("a long result is the same however many threads write it, row by row in the order of the plan") {
    const TemporaryFolder folder;
    const auto judge = judge_in(folder);
    for (const std::string format : {"csv", "jsonl"}) {
        CAPTURE(format);
        const auto ran = run(judge + format + " --threads 1");
        REQUIRE(ran.code == 0);
        const auto& text = ran.out;
        REQUIRE(static_cast<std::size_t>(std::ranges::count(text, '\n')) ==
                targets + (format == "csv" ? 1 : 0));
        std::size_t at = 0;
        for (std::size_t i = 0; i < targets; ++i) {
            at = text.find(format == "csv" ? "," + id_of(i) + ",a," : "{\"target\":\"" + id_of(i) + "\"", at);
            REQUIRE(at != std::string::npos);
        }
        CHECK(run(judge + format + " --threads 3 -o " + folder.file("out")).code == 0);
        CHECK((content_of(folder.file("out")) == text));
        // How much a pipe holds is not known: the table is read beside it.
        auto piped = judge;
        piped.replace(piped.find(folder.file("figures.csv")), folder.file("figures.csv").size(),
                      "/dev/stdin");
        const auto at_once = run_shell("cat '" + folder.file("figures.csv") + "' | goalpost " + piped +
                                       format + " --threads 3");
        CHECK(at_once.code == 0);
        CHECK((at_once.out == text));
    }
}

TEST_CASE("a long result that nobody reads to its end") {
    const TemporaryFolder folder;
    const auto judge = judge_in(folder);
    const auto ran =
        run_shell("set -o pipefail; goalpost " + judge + "jsonl | head -n 1; echo ${PIPESTATUS[0]}");
    CHECK(holds(ran.out, "{\"target\":\"t10000\""));
    CHECK(ran.out.ends_with("\n4\n"));
    CHECK(ran.err.empty());
    if (std::filesystem::exists("/dev/full")) {
        const auto full = run(judge + "csv -o /dev/full");
        CHECK(full.code == 4);
        CHECK(holds(full.err, "No space left on device"));
    }
    const auto file = folder.write("old", "old");
    const auto limited = run_shell("trap '' XFSZ; ulimit -f 1000; goalpost " + judge + "jsonl -o " + file);
    CHECK(limited.code == 4);
    CHECK(content_of(file) == "old");
    CHECK(folder.count() == 4);
}
