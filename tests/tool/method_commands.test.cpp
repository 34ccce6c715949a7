// SPDX-License-Identifier: BSL-1.0
// goalpost methods and compare, and --method, as a user runs them.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "goalpost/methods/builtin_methods.hpp"
#include "tool/program.hpp"

using namespace goalpost::test;

namespace {

const std::string renewables =
    " examples/methods/renewables.json --data examples/methods/renewables.csv --as-of 2020-03-31 ";

}  // namespace

TEST_CASE("methods: every one with source and inputs, what is unverified says so") {
    const auto table = run("methods");
    CHECK(table.code == 0);
    for (const auto& info : goalpost::method_infos()) {
        CHECK(holds(table, std::string(info.name) + " "));
        CHECK(holds(table, info.source));
        CHECK(holds(table, info.inputs));
    }
    const auto json = run("methods --format json");
    CHECK(holds(json, "\"name\": \"eurostat\""));
    CHECK(holds(json, "\"verified\": \"no\""));
    CHECK(holds(run("methods --lang zh"), "规划中期评估四类"));
}

TEST_CASE("evaluate --method: JSON") {
    const auto done = run("evaluate" + renewables + "--method statcan,eurostat --format json");
    CHECK(done.code == 0);
    CHECK(holds(done, "\"name\": \"statcan\""));
    // ((17.8 / 15.2)^(1/4) - 1) / ((30 / 15.2)^(1/15) - 1)
    CHECK(holds(done, "\"value\": {\"value\": \"0.868352232570\", \"unit\": \"\", \"exact\": false}"));
    CHECK(holds(done, "\"verdict\": \"moderate_progress\""));
    CHECK(holds(done, "\"substituted\": []"));
    CHECK(holds(done, "\"verified\": false"));
    CHECK(holds(done, "Unverified: general knowledge"));
    CHECK_FALSE(holds(run("evaluate" + renewables + "--format json"), "\"methods\""));
    const auto chinese = run("evaluate" + renewables + "--method eurostat --format json --lang zh");
    CHECK(holds(chinese, "未经核实"));
}

TEST_CASE("evaluate --method: table, Markdown, CSV") {
    for (const auto* format : {"table", "markdown"}) {
        const auto done =
            run("evaluate" + renewables + "--method statcan --method eurostat --format " + format);
        CHECK(done.code == 0);
        CHECK(holds(done, "statcan: moderate"));
        CHECK(holds(done, "eurostat (unverified): "));
    }
    const auto csv = run("evaluate" + renewables + "--method statcan --format csv");
    CHECK(holds(csv,
                ",statcan,statcan_status,statcan_value,statcan_value_unit,statcan_score,statcan_substituted,"
                "statcan_verified\r\n"));
    CHECK(holds(csv, ",moderate_progress,behind,0.868352232570,,1.91685316203,,true\r\n"));
}

TEST_CASE("compare: a row a target, a column a method") {
    const auto done = run("compare" + renewables + "--method statcan,destatis,eurostat --format csv");
    CHECK(done.code == 0);
    CHECK(done.out.starts_with("target,due,criterion,goalpost,statcan,destatis,eurostat (unverified)\r\n"));
    CHECK(holds(done,
                "renewables_2030,2030,level >= 30 %,behind,moderate_progress,cloud,moderate_progress\r\n"));
    CHECK(holds(done, "renewables_rise,2030,improves(since 2015),achieved_early,substantial_progress,sun,"));
    // Without --method, those that say something: gophr's quarters and the SDSN's scales have no place here.
    const auto all = run("compare" + renewables + "--format csv");
    CHECK(holds(all, "un_progress_chart"));
    CHECK_FALSE(holds(all, "gophr_pace"));
    CHECK_FALSE(holds(all, "sdsn_2018"));
    // One target only.
    const auto single =
        run("compare examples/methods/renewables.json renewables_2030 --data "
            "examples/methods/renewables.csv --method statcan --format csv");
    CHECK(holds(single, "renewables_2030"));
    CHECK_FALSE(holds(single, "renewables_2020"));
    const auto unknown =
        run("compare examples/methods/renewables.json renewables_203 --data "
            "examples/methods/renewables.csv --method statcan");
    CHECK(unknown.code == 2);
    CHECK(holds(unknown, "did you mean"));
    // What does not apply to one target is left blank there, and said.
    const auto one = run("compare" + renewables + "--method servicenow");
    CHECK(holds(one, "renewables_rise: servicenow: no_status, undetermined, the figure has no meaning"));
}

TEST_CASE("a method of one's own from a file") {
    const TemporaryFolder folder;
    const auto ours =
        folder.write("ours.txt", "# ours\nfigure progress\n>= 90 fine on_track\nelse poor behind\n");
    const auto done =
        run("compare" + renewables + "--method statcan --method-file " + ours + " --format csv");
    CHECK(done.code == 0);
    CHECK(done.out.starts_with("target,due,criterion,goalpost,statcan,ours (unverified)\r\n"));
    CHECK(holds(done, "substantial_progress,fine\r\n"));  // 92.9 % of the way to 18 %
    CHECK(holds(done, "moderate_progress,poor\r\n"));
    const auto broken =
        folder.write("broken.txt", "figure progress\n>= ninety fine on_track\nelse poor behind\n");
    const auto wrong = run("evaluate" + renewables + "--method-file " + broken);
    CHECK(wrong.code == 3);
    CHECK(holds(wrong, "broken.txt:2"));
    CHECK(holds(wrong, "renewables_2030"));  // the rest is still done
    const auto missing = run("evaluate" + renewables + "--method-file no_such_file.txt");
    CHECK(missing.code == 3);
    CHECK(holds(missing, "no_such_file.txt: error: there is no such file"));
}

TEST_CASE("a method of one's own is no published one, and none takes the name of another") {
    const TemporaryFolder folder;
    const auto bands = "figure progress\n>= 90 fine on_track\nelse poor behind\n";
    const auto ours = folder.write("ours.txt", bands);
    const auto done = run("evaluate" + renewables + "--format json --method-file " + ours);
    CHECK(done.code == 0);
    CHECK(holds(done, "\"verified\": false"));
    CHECK_FALSE(holds(done, "\"verified\": true"));
    CHECK(holds(done, "Unverified: bands of the user's own."));
    const auto posing = folder.write("statcan.txt", bands);
    for (const std::string chosen : {"", "--method statcan "}) {
        const auto refused = run("evaluate" + renewables + chosen + "--method-file " + posing);
        CHECK(refused.code == 2);
        CHECK(holds(refused, posing + ": 'statcan' is a published method"));
        CHECK(holds(refused, "give the file another name"));
    }
    std::filesystem::create_directory(folder.file("x"));
    const auto second = folder.write("x/ours.txt", bands);
    const auto other = folder.write("x/other.txt", bands);
    for (const std::string between : {" ", " --method-file "}) {
        const auto twice = run("compare" + renewables + "--method-file " + ours + between + second);
        CHECK(twice.code == 2);
        CHECK(twice.out.empty());
        CHECK(holds(twice, ours + " and " + second + " would both be the method 'ours'"));
        const auto both =
            run("compare" + renewables + "--format csv --method-file " + ours + between + other);
        CHECK(both.code == 0);
        CHECK(holds(both, ",ours (unverified),other (unverified)\r\n"));
    }
}

TEST_CASE("a file that is no method is told like any other input") {
    const TemporaryFolder folder;
    const auto tells = [](const std::string& file, const std::string& what) {
        const auto done = run("evaluate" + renewables + "--method-file " + file);
        CAPTURE(done.err);
        CHECK(done.code == 3);
        CHECK(holds(done, what));
    };
    tells("examples", "examples: error: this is a directory");
    const auto empty = folder.write("empty.txt", "");
    tells(empty, "empty.txt:1:1: error: the file is empty");
    const auto bytes = folder.write("bytes.txt", "figure progress\n\xff\n");
    tells(bytes, "bytes.txt:2:1: error: the byte 0xFF is not UTF-8");
    const auto wide = folder.write("wide.txt", std::string(1'000'000, 'a'));
    tells(wide, "wide.txt:1:1: error: found \"aaaa");
    CHECK(run("evaluate" + renewables + "--method-file " + wide).err.size() < 10'000);
    const auto marked = folder.write("marked.txt",
                                     "\xEF\xBB\xBF"
                                     "figure progress\nelse any behind\n");
    CHECK(run("evaluate" + renewables + "--method-file " + marked).code == 0);
}

TEST_CASE("a name that is not known") {
    const auto done = run("evaluate" + renewables + "--method statcam");
    CHECK(done.code == 2);
    CHECK(holds(done, "there is no method 'statcam'; did you mean statcan?"));
    CHECK(run("compare" + renewables + "--method ''").code == 2);
}

TEST_CASE("a plan file may name methods for its targets") {
    const TemporaryFolder folder;
    const auto plan =
        folder.write("plan.json", R"({"goalpost": 1, "id": "p", "title": "p", "horizon": "2016/2030",
        "scope": "Deutschland", "indicators": [{"id": "renewables", "name": "r", "unit": "%", "kind": "ratio"}],
        "targets": [{"id": "t", "indicator": "renewables", "due": "2030", "criterion": "level >= 30 %",
                     "evaluators": ["destatis"]}]})");
    const auto done = run("evaluate " + plan + " --data examples/methods/renewables.csv");
    CHECK(done.code == 0);
    CHECK(holds(done, "t: destatis: cloud"));
}
