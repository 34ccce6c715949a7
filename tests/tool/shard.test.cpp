// SPDX-License-Identifier: BSL-1.0
// A job in parts gives the bytes of one process, whatever the split.
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "tool/program.hpp"

using namespace goalpost::test;

namespace {

constexpr int counties = 13;
/// A sum of shares of these has a denominator of 52 digits, more than 128 bits hold.
constexpr int primes[counties] = {10007, 10009, 10037, 10039, 10061, 10067, 10069,
                                  10079, 10091, 10093, 10099, 10103, 10111};

std::string county(int number) { return "县" + std::to_string(number); }

/// Three targets for each of 13 counties, and for the province one over all of them, one of its own, two that
/// share a statement, and one that cannot be read.
std::string many_scopes() {
    std::string members;
    std::string units;
    std::string targets;
    for (int i = 1; i <= counties; ++i) {
        const auto number = std::to_string(i);
        const auto lead =
            R"("statements": [{"quote": "q", "lead": ["u)" + number + R"("], "responsible": ["all"]}]})";
        const auto scope = R"(", "scope": ")" + county(i) + R"(", "due": "2024", )";
        members += (i > 1 ? ", \"" : "\"") + county(i) + "\"";
        units += R"({"id": "u)" + number + R"(", "name": ")" + county(i) + "科技局\"},\n";
        targets += R"({"id": "firms)" + number + R"(", "indicator": "firms)" + scope +
                   R"("criterion": "level >= )" + std::to_string(primes[i - 1]) + R"( 家", )" + lead + ",\n";
        targets += R"({"id": "output)" + number + R"(", "indicator": "output)" + scope +
                   R"("criterion": "growth >= 7 %", "weight": ")" + number + R"(", )" + lead + ",\n";
        targets += R"({"id": "faster)" + number + R"(", "indicator": "output)" + scope +
                   R"|("criterion": "growth > growth(of output @ 省)", )|" + lead + ",\n";
    }
    return R"({"goalpost": 1, "id": "many", "title": "Many", "horizon": "2024", "scope": "省",
        "responsible_units": [)" +
           units + R"({"id": "all", "name": "各县"}],
        "groups": [{"id": "counties", "members": [)" +
           members + R"(]}],
        "indicators": [{"id": "firms", "name": "企业", "unit": "家", "kind": "flow"},
                       {"id": "output", "name": "产值", "unit": "亿元", "kind": "flow"}],
        "targets": [)" +
           targets + R"({"id": "half", "indicator": "firms", "due": "2024",
            "criterion": "at least 1/2 of counties: level >= 305 家",
            "statements": [{"id": "s", "quote": "q", "lead": ["u1"], "supporting": ["u2"]}]},
           {"id": "output_whole", "indicator": "output", "due": "2024", "criterion": "growth >= 6 %",
            "statements": [{"id": "s", "quote": "q", "lead": ["u1"]}]},
           {"id": "bad", "indicator": "output", "due": "2024", "criterion": "about 5"}]})";
}

/// The text of a part with the last line that --shard writes: the number of lines behind the head, and FNV-1a
/// over all that stands before it.
std::string sealed(const std::string& text, std::size_t lines) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
    return text + "end\t" + std::to_string(lines) + "\t" + digits + "\n";
}

/// One county has no figures.
std::string figures() {
    std::string rows = "indicator,scope,period,basis,value,unit\n";
    for (int i = 0; i < counties; ++i) {
        const auto scope = i == 0 ? std::string("省") : county(i);
        rows += "firms," + scope + ",2024,level," + std::to_string(290 + 3 * i) + ",家\n";
        rows += "output," + scope + ",2023,level," + std::to_string(103 + 7 * i) + ",亿元\n";
        rows += "output," + scope + ",2024,level," + std::to_string(109 + 8 * i) + ",亿元\n";
    }
    return rows;
}

constexpr std::string_view sheet =
    "item,marks,rule,binding\n"
    "firms,30,,no\n"
    "output,40,\"proportional, floor 60 %\",no\n"
    "faster2,30,all or nothing,yes\n";

/// What merging k parts of a command gives, given in another order.
Ran merged(const TemporaryFolder& folder, const std::string& command, const std::string& plan,
           const std::string& options, int k) {
    const auto count = std::to_string(k);
    const auto part = folder.file("part" + count + "-");
    return run_shell("for i in $(seq " + count + "); do goalpost " + command + " " + plan + " " + options +
                     " --shard $i/" + count + " -o " + part + "$i 2>/dev/null; done; goalpost merge " + plan +
                     " $(seq -f '" + part + "%g' " + count + " -1 1)");
}

void check_all_splits(const std::string& command, const std::string& plan, const std::string& options) {
    CAPTURE(command);
    CAPTURE(options);
    const TemporaryFolder folder;
    const auto whole = run(command + " " + plan + " " + options);
    REQUIRE(whole.out.size() > 100);
    for (const int k : {1, 2, 7}) {
        CAPTURE(k);
        const auto parts = merged(folder, command, plan, options, k);
        CHECK(parts.out == whole.out);
        CHECK(parts.code == whole.code);
    }
}

}  // namespace

TEST_CASE("evaluate: parts of example plans") {
    for (const std::string name : {"wuxing_145", "huzhou_2024"})
        check_all_splits("evaluate", "examples/plans/" + name + ".json",
                         "--data examples/data/" + name + ".csv --format csv");
}

TEST_CASE("evaluate: parts of a plan with many scopes") {
    const TemporaryFolder folder;
    const auto plan = folder.write("plan.json", many_scopes());
    const auto data = "--data " + folder.write("data.csv", figures());
    check_all_splits("evaluate", plan, data + " --format csv");
    check_all_splits("evaluate", plan, data + " --format csv --lang zh --as-of 2024-06-30 --require-firm");
    check_all_splits("evaluate", plan, data + " --format csv --fail-on missed --method statcan,destatis");
    check_all_splits("evaluate", plan, data + " --format jsonl");
    check_all_splits("evaluate", plan, data + " --format jsonl --explanations --method statcan");
}

TEST_CASE("scorecard: parts, with weights, rules and a sheet, in every format") {
    const TemporaryFolder folder;
    const auto plan = folder.write("plan.json", many_scopes());
    const auto data = "--data " + folder.write("data.csv", figures());
    for (const std::string format : {"table", "csv", "json"})
        check_all_splits("scorecard", plan, data + " --format " + format);
    check_all_splits("scorecard", plan, data + " --lang zh --role-weights 1 0.3 0.1 --format markdown");
    check_all_splits(
        "scorecard", plan,
        data + " --format json --veto 50 --share-without-task --sheet " + folder.write("sheet.csv", sheet));
    const auto whole = run("scorecard " + plan + " " + data + " --format json").out;
    const auto earned = whole.substr(whole.rfind("\"earned\": "), 120);
    CHECK(earned.find("\"fraction\": null") != std::string::npos);  // many denominators: kept in pieces
    check_all_splits("scorecard", "examples/plans/wuhan_2023.json",
                     "--data examples/data/wuhan_2023.csv --as-of 2024-01-31 --format json");
}

TEST_CASE("parts of a plan whose targets and units stand in a table") {
    const TemporaryFolder folder;
    const auto plan =
        folder.write("plan.json", R"({"goalpost": 1, "id": "table", "title": "T", "horizon": "2024",
        "scope": "省", "indicators": [{"id": "firms", "name": "企业", "unit": "家", "kind": "flow"}]})");
    std::string rows = "id,indicator,scope,due,criterion,lead\n";
    for (int i = 1; i < counties; ++i)
        rows += "t" + std::to_string(i) + ",firms," + county(i) + ",2024,level >= 305 家,unit" +
                std::to_string(9 - i % 3) + "\n";
    const auto targets = folder.write("targets.csv", rows);
    const auto shared = plan + " --targets " + targets + " --data " + folder.write("data.csv", figures());
    for (const std::string command : {"scorecard --format table", "scorecard --format json",
                                      "rank --format csv", "evaluate --format csv"}) {
        CAPTURE(command);
        const auto whole = run(command + " " + shared);
        REQUIRE(whole.out.size() > 100);
        for (const std::string i : {"1", "2"})
            REQUIRE(run(command + " " + shared + " --shard " + i + "/2 -o " + folder.file("part" + i)).code ==
                    0);
        const auto merge = "merge " + plan + " " + folder.file("part2") + " " + folder.file("part1");
        CHECK(run(merge + " --targets " + targets).out == whole.out);
        const auto other = run(merge + " --targets " + folder.write("other.csv", rows + "x"));
        CHECK(other.code == 3);
        CHECK(holds(other.err, "the parts were made with other tables of targets"));
        const auto without = run(merge);  // rows need no names, cards do
        CHECK(without.out == (command.starts_with("evaluate") ? whole.out : ""));
    }
}

TEST_CASE("rank: parts, with movement since another date") {
    const TemporaryFolder folder;
    const auto plan = folder.write("plan.json", many_scopes());
    const auto data = "--data " + folder.write("data.csv", figures());
    check_all_splits("rank", plan, data + " --format csv");
    check_all_splits("rank", plan,
                     data + " --previous 2024-06-30 --ties dense --red 2 --black 1 --min-coverage 60");
    // Told under the table: they have to come along with the parts.
    check_all_splits("rank", plan, data + " --require-firm --at-target-precision --versions original");
}

TEST_CASE("the parts of a job share the work, and every target has one of them") {
    const TemporaryFolder folder;
    const auto plan = folder.write("plan.json", many_scopes());
    const auto data = folder.write("data.csv", figures());
    const auto ran = run_shell("for i in 1 2 3; do goalpost evaluate " + plan + " --data " + data +
                               " --format csv --shard $i/3 2>/dev/null | grep -c '^[0-9]'; done");
    CHECK(ran.code == 0);
    // 3 of each county, and the province's 3: worked out from the rule in docs/formats/parts.md.
    CHECK(ran.out == "15\n15\n12\n");
}

TEST_CASE("parts that do not make a whole are refused, and nothing is written") {
    const TemporaryFolder folder;
    const auto plan = folder.write("plan.json", std::string(small_plan));
    const auto data = folder.write("data.csv", std::string(small_data));
    const auto make = [&](const std::string& shard, const std::string& name, const std::string& more = "") {
        const auto file = folder.file(name);
        REQUIRE(run("evaluate " + plan + " --data " + data + " --format csv --shard " + shard + " -o " +
                    file + more)
                    .code == 0);
        return " " + file;
    };
    const auto one = make("1/2", "one");
    const auto two = make("2/2", "two");
    const auto result = folder.file("result");
    const auto refused = [&](const std::string& parts, std::string_view why) {
        const auto ran = run("merge " + plan + parts + " -o " + result);
        CAPTURE(ran.err);
        CHECK(ran.code == 3);
        CHECK(holds(ran.err, why));
        CHECK(!std::filesystem::exists(result));
    };
    refused(one, "goalpost: part 2/2 is missing");
    refused(one + two + one, "part 1/2 is there twice: here and in");
    refused(one + make("2/3", "three"), "this is part 2/3, there 1/2");
    refused(one + make("2/2", "other", " --require-firm"),
            "require-firm is \"yes\", there require-firm is \"no\"");
    refused(one + make("2/2", "date", " --as-of 2023-12-31"),
            "as-of is \"2023-12-31\", there as-of is \"2024-12-31\"");
    refused(one + " " + data, "this is no part of a job");
    refused(one + " " + folder.file("none"), "there is no such file");
    const auto text = content_of(folder.file("two"));
    refused(one + " " + folder.write("cut", text.substr(0, text.size() - 1)),
            "the part was cut short or changed");
    refused(one + " " + folder.write("long", text + "0\tmore\n"), "the part was cut short or changed");
    make("1/1", "whole");
    const auto whole = content_of(folder.file("whole"));
    const auto head = whole.substr(0, whole.find("\n\n") + 2);
    auto changed = text;
    changed[changed.rfind("\nend\t") - 1] ^= 1;  // the last byte of the last line
    refused(one + " " + folder.write("changed", changed), "the part was cut short or changed");
    refused(" " + folder.write("empty", sealed(head, 0)), "goalpost: target 0 is in none of the parts");
    refused(" " + folder.write("alien", sealed(head + "7\tx\n", 1)),
            "this line is not what --shard writes: 7\\tx");
    refused(" " + folder.write("doubled", sealed(head + "0\tx\n0\tx\n", 2)),
            "goalpost: target 0 is in two parts");
    CHECK(run("merge " + plan + one + two + " -o " + result).code == 0);
    std::filesystem::remove(result);
    folder.write("plan.json", std::string(small_plan) + "\n");
    refused(one + two, "the parts were made with another plan");
}

TEST_CASE("damaged scorecards are refused") {
    const TemporaryFolder folder;
    const auto plan = folder.write("plan.json", std::string(small_plan));
    const auto data = folder.write("data.csv", std::string(small_data));
    const auto file = folder.file("part");
    REQUIRE(run("scorecard " + plan + " --data " + data + " --shard 1/1 -o " + file).code == 0);
    const auto text = content_of(file);
    for (const auto& change :
         {std::pair("marks\tnow", "mark\tnow"), std::pair("unassigned\tnow\t2", "unassigned\tnow\t-2"),
          std::pair("15/8\t2\t2", "15/0\t2\t2"), std::pair("15/8\t2\t2", "1.9\t2\t2")}) {
        const std::string good = change.first;
        auto changed = text;
        CAPTURE(good);
        REQUIRE(holds(text, good));
        changed.replace(changed.find(good), good.size(), change.second);
        const auto end = changed.rfind("end\t");
        changed = sealed(changed.substr(0, end), std::stoul(changed.substr(end + 4)));
        const auto ran = run("merge " + plan + " " + folder.write("bad", changed));
        CHECK(ran.code == 3);
        CHECK(ran.out.empty());
        CHECK(holds(ran.err, "this line is not what --shard writes"));
    }
}

TEST_CASE("what cannot be cut is refused") {
    const std::string wuhan = "examples/plans/wuhan_2023.json --data examples/data/wuhan_2023.csv";
    for (const std::string shard : {"0/2", "3/2", "1", "1/", "/2", "1/2/3", "-1/2", "a/b", "1/0"}) {
        CAPTURE(shard);
        const auto ran = run("scorecard " + wuhan + " --shard " + shard);
        CHECK(ran.code == 2);
        CHECK(holds(ran.err, "is no share such as 2/7"));
    }
    CHECK(holds(run("evaluate " + wuhan + " --shard 1/2").err, "--shard goes with --format csv or jsonl"));
    CHECK(run("evaluate " + wuhan + " --shard 1/2").code == 2);
    CHECK(run("rank " + wuhan + " --shard 1/2 --indicator x").code == 2);
    const auto piped = run_shell(
        "goalpost scorecard <(cat examples/plans/wuhan_2023.json) --data "
        "examples/data/wuhan_2023.csv --shard 1/2");
    CHECK(piped.code == 3);
    CHECK(piped.out.empty());
    CHECK(holds(piped.err, "this is no file that several processes can read"));
}

TEST_CASE("the documented run gives the bytes of one process") {
    const auto page = content_of(GOALPOST_SOURCE_DIR "/docs/program.md");
    const auto section = page.find("## A large job in parts");
    REQUIRE(section != std::string::npos);
    const auto begin = page.find("```sh\n", section) + 6;
    const auto commands = page.substr(begin, page.find("```", begin) - begin);
    REQUIRE(holds(commands, "| xargs -P 2"));
    const TemporaryFolder folder;
    const auto plan = folder.write("plan.json", many_scopes());
    const auto data = folder.write("figures.csv", figures());
    const auto ran = run_shell("PATH=\"$(dirname '" GOALPOST_PROGRAM "'):$PATH\"; cd " +
                               folder.path().string() + "; { " + commands + "} 2>/dev/null");
    CHECK(ran.out.empty());
    CHECK(content_of(folder.file("result.csv")) ==
          run("evaluate " + plan + " --data " + data + " --format csv").out);
    CHECK(folder.count() == 2 + 7 + 1);
}
