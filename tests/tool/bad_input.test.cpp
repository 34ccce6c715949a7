// SPDX-License-Identifier: BSL-1.0
// What cannot be read is told with its place, returns 3, and never takes the rest with it.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tool/program.hpp"

using namespace goalpost::test;

namespace {

struct Files {
    TemporaryFolder folder;
    std::string plan = folder.write("plan.json", small_plan);
    std::string data = folder.write("data.csv", small_data);

    [[nodiscard]] Ran evaluate() const { return run("evaluate '" + plan + "' --data '" + data + "'"); }
    /// The small plan with one piece of it replaced.
    void change_plan(const std::string& from, const std::string& to) {
        std::string text(small_plan);
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        folder.write("plan.json", text.replace(at, from.size(), to));
    }
    /// The small data with one more row, the fourth line.
    void add_row(const std::string& row) { folder.write("data.csv", std::string(small_data) + row + "\n"); }
};

/// Told as `file:line:column: error: `.
void check_told(const Ran& ran, const std::string& place, const std::string& message) {
    CAPTURE(ran.err);
    CHECK(ran.code == 3);
    CHECK(holds(ran.err, place + ": error: "));
    CHECK(holds(ran.err, message));
}

}  // namespace

TEST_CASE("good input returns 0 and says nothing") {
    const Files files;
    const auto ran = files.evaluate();
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
}

TEST_CASE("a plan that is no plan: no result, and why") {
    Files files;
    const auto& folder = files.folder;
    const auto told = [&](const std::string& content, const std::string& place, const std::string& message) {
        folder.write("plan.json", content);
        const auto ran = files.evaluate();
        check_told(ran, files.plan + place, message);
        CHECK(ran.out.empty());
    };
    told("", ":1:1", "empty");
    told(std::string("\x7f"
                     "ELF\x02\x01\0\0\xff\xfe\x00\x13\x80\x07",
                     14),
         ":1:9", "not a text file");
    told(R"({"goalpost": 1, "id": "p",)", ":1:27", "cut off");
    told(R"({"goalpost": 1, "id": "p", "id": "q"})", ":1:28", "");
    told(std::string(10000, '['), ":1:65", "64 deep");
    told("[]", ":1:1", "");

    files.plan = folder.path().string();
    check_told(files.evaluate(), files.plan, "directory");
    files.plan = folder.file("missing.json");
    check_told(files.evaluate(), files.plan, "");
}

TEST_CASE("a plan with faults: what is whole is judged") {
    Files files;
    const auto told = [&](const std::string& from, const std::string& to, const std::string& place,
                          const std::string& message) {
        CAPTURE(to);
        files.change_plan(from, to);
        const auto ran = files.evaluate();
        check_told(ran, files.plan + place, message);
        CHECK(holds(ran.out, "2 targets: 1 achieved, 1 undetermined."));
        CHECK(holds(ran.out, "undetermined: invalid target"));
    };
    told("level >= 400 家", "level >> 400 家", ":6:80", "found '>'");
    told("level >= 400 家", "level >= NaN 家", ":6:82", "found 'NaN'");
    told("level >= 400 家", "level >= 1e400 家", ":6:83", "without an exponent");
    told("level >= 400 家", "level >= " + std::string(60, '9') + " 家", ":6:100", "18 digits");
    told("\"due\": \"2024\"", "\"due\": \"2024-02-30\"", ":6:60", "a day that the month has, 01 to 29");
    told("\"indicator\": \"firms\", \"due\": \"2024\"", "\"indicator\": \"fims\", \"due\": \"2024\"", ":6:35",
         "did you mean \"firms\"?");
    told("\"id\": \"failed\"", "\"id\": \"reached\"", ":6:12", "have the id");
}

TEST_CASE("data that is no data: the plan is judged as of the date given") {
    Files files;
    const auto& folder = files.folder;
    const auto told = [&](const std::string& content, const std::string& place, const std::string& message) {
        folder.write("data.csv", content);
        const auto ran = run("evaluate '" + files.plan + "' --data '" + files.data + "' --as-of 2024-12-31");
        check_told(ran, files.data + place, message);
        CHECK(holds(ran.out, "2 targets: 2 undetermined."));
        const auto dateless = files.evaluate();
        CHECK(dateless.code == 3);
        CHECK(dateless.out.empty());
        CHECK(holds(dateless.err, "give one with --as-of"));
    };
    told("", ":1:1", "empty");
    told("indicator,scope,period,basis,unit\nfirms,省,2024,level,家\n", ":1:1", "the header lacks value");
    told(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\x02\xff\xfe", 21), ":1:1", "not a text file");
    files.data = folder.path().string();
    check_told(files.evaluate(), files.data, "directory");
    files.data = folder.file("missing.csv");
    check_told(files.evaluate(), files.data, "");
}

TEST_CASE("data with faults: the other rows count") {
    Files files;
    const auto told = [&](const std::string& row, const std::string& place, const std::string& message) {
        CAPTURE(row);
        files.add_row(row);
        const auto ran = files.evaluate();
        check_told(ran, files.data + place, message);
        CHECK(holds(ran.out, "2 targets: 1 achieved, 1 missed."));
    };
    told("firms,省,2022,level,NaN,家", ":4:20", "NaN");
    told("firms,省,2022,level,1e400,家", ":4:21", "exponent");
    told("firms,省,2022,level," + std::string(60, '9') + ",家", ":4:38", "18 digits");
    told("firms,省,2024-02-30,level,1,家", ":4:17", "a day that the month has, 01 to 29");
    told("firms,省,2022,level,\"1,450\",家", ":4:22", "thousands");
    told("firms,省,2022,level,,家", ":4:20", "empty");
    told("firms,省,2022,levels,1,家", ":4:14", "did you mean level?");
    told("firms,省,2022", ":4:1", "3 cells");
    told("firms,省,2022,level,1,\xff\xfe", ":4:22", "UTF-8");
}

TEST_CASE("several data files: each is told by its own name") {
    Files files;
    const auto other = files.folder.write(
        "other.csv", "indicator,scope,period,basis,value,unit\nfirms,省,2022,level,x,家\n");
    const auto ran = run("evaluate " + files.plan + " --data " + other + " " + files.data);
    check_told(ran, other + ":2:20", "");
    CHECK(holds(ran.out, "2 targets: 1 achieved, 1 missed."));
    const auto json = run("evaluate " + files.plan + " --format json --data " + other + " " + files.data);
    CHECK(holds(json.out, "\"line\": 2,"));
    CHECK(holds(json.out, "\"column\": 20,"));
}

TEST_CASE("bad input outweighs --fail-on, and a result that cannot be written outweighs both") {
    Files files;
    files.add_row("firms,省,2022,level,x,家");
    const auto input = "evaluate " + files.plan + " --data " + files.data + " --fail-on missed";
    CHECK(run(input).code == 3);
    CHECK(run(input + " -o " + files.folder.path().string()).code == 4);
}

TEST_CASE("check and explain return 3 too") {
    Files files;
    files.change_plan("level >= 400 家", "level >> 400 家");
    CHECK(run("check " + files.plan).code == 3);
    CHECK(run("explain " + files.plan + " reached --data " + files.data).code == 3);
}

TEST_CASE("names of files, of targets and in plans cannot drive the terminal") {
    const TemporaryFolder folder;
    std::string plan(small_plan);
    plan.replace(plan.find("企业"), std::string("企业").size(), "\\u001b[31m企业");
    const auto file = folder.write("plan.json", plan);
    const auto data = " --data " + folder.write("data.csv", small_data);
    for (const auto& line :
         {"evaluate $'" + folder.file("a\\x1b[31mb.json") + "' --data x", "evaluate " + file + data,
          "evaluate " + file + data + " --format markdown", "evaluate " + file + data + " --format csv",
          "evaluate " + file + data + " --format json", "explain " + file + data, "check " + file,
          "explain " + file + " reached" + data, "explain " + file + " $'\\x1b[31mr'" + data,
          "evaluate " + file + data + " -o $'" + folder.file("no/\\x1b[31m") + "'",
          std::string("$'\\x1b[31m'")}) {
        CAPTURE(line);
        const auto ran = run(line);
        CHECK(ran.out.find('\x1b') == std::string::npos);
        CHECK(ran.err.find('\x1b') == std::string::npos);
        CHECK(ran.out.size() + ran.err.size() > 0);
    }
}
