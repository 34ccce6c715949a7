// SPDX-License-Identifier: BSL-1.0
// goalpost methods and compare, and --method, as a user runs them.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "goalpost/methods/builtin_methods.hpp"
#include "tool/running.hpp"

using namespace goalpost::test;

namespace {

const std::string renewables =
    " examples/methods/renewables.json --data examples/methods/renewables.csv --as-of 2020-03-31 ";

}  // namespace

TEST_CASE("methods: every one with source and inputs, what is unverified says so") {
    const auto table = run_goalpost("methods");
    CHECK(table.code == 0);
    for (const auto& info : goalpost::method_infos()) {
        CHECK(table.holds(std::string(info.name) + " "));
        CHECK(table.holds(info.source));
        CHECK(table.holds(info.inputs));
    }
    const auto json = run_goalpost("methods --format json");
    CHECK(json.holds("\"name\": \"eurostat\""));
    CHECK(json.holds("\"verified\": \"no\""));
    CHECK(run_goalpost("methods --lang zh").holds("规划中期评估四类"));
}

TEST_CASE("evaluate --method: JSON") {
    const auto done = run_goalpost("evaluate" + renewables + "--method statcan,eurostat --format json");
    CHECK(done.code == 0);
    CHECK(done.holds("\"name\": \"statcan\""));
    // ((17.8 / 15.2)^(1/4) - 1) / ((30 / 15.2)^(1/15) - 1)
    CHECK(done.holds("\"value\": {\"value\": \"0.868352232570\", \"unit\": \"\", \"exact\": false}"));
    CHECK(done.holds("\"verdict\": \"moderate_progress\""));
    CHECK(done.holds("\"substituted\": []"));
    CHECK(done.holds("\"verified\": false"));
    CHECK(done.holds("Unverified: general knowledge"));
    CHECK_FALSE(run_goalpost("evaluate" + renewables + "--format json").holds("\"methods\""));
    const auto chinese = run_goalpost("evaluate" + renewables + "--method eurostat --format json --lang zh");
    CHECK(chinese.holds("未经核实"));
}

TEST_CASE("evaluate --method: table, Markdown, CSV") {
    for (const auto* format : {"table", "markdown"}) {
        const auto done =
            run_goalpost("evaluate" + renewables + "--method statcan --method eurostat --format " + format);
        CHECK(done.code == 0);
        CHECK(done.holds("statcan: moderate"));
        CHECK(done.holds("eurostat (unverified): "));
    }
    const auto csv = run_goalpost("evaluate" + renewables + "--method statcan --format csv");
    CHECK(csv.holds(
        ",statcan,statcan_status,statcan_value,statcan_value_unit,statcan_score,statcan_substituted,"
        "statcan_verified\r\n"));
    CHECK(csv.holds(",moderate_progress,behind,0.868352232570,,1.91685316203,,true\r\n"));
}

TEST_CASE("compare: a row a target, a column a method") {
    const auto done =
        run_goalpost("compare" + renewables + "--method statcan,destatis,eurostat --format csv");
    CHECK(done.code == 0);
    CHECK(done.text.starts_with("target,due,criterion,goalpost,statcan,destatis,eurostat (unverified)\r\n"));
    CHECK(done.holds(
        "renewables_2030,2030,level >= 30 %,behind,moderate_progress,cloud,moderate_progress\r\n"));
    CHECK(done.holds("renewables_rise,2030,improves(since 2015),achieved early,substantial_progress,sun,"));
    // Without --method, those that say something: gophr's quarters and the SDSN's scales have no place here.
    const auto all = run_goalpost("compare" + renewables + "--format csv");
    CHECK(all.holds("un_progress_chart"));
    CHECK_FALSE(all.holds("gophr_pace"));
    CHECK_FALSE(all.holds("sdsn_2018"));
    // One target only.
    const auto single = run_goalpost(
        "compare examples/methods/renewables.json renewables_2030 --data "
        "examples/methods/renewables.csv --method statcan --format csv");
    CHECK(single.holds("renewables_2030"));
    CHECK_FALSE(single.holds("renewables_2020"));
    const auto unknown = run_goalpost(
        "compare examples/methods/renewables.json renewables_203 --data "
        "examples/methods/renewables.csv --method statcan");
    CHECK(unknown.code == 2);
    CHECK(unknown.holds("did you mean"));
    // What does not apply to one target is left blank there, and said.
    const auto one = run_goalpost("compare" + renewables + "--method servicenow");
    CHECK(one.holds("renewables_rise: servicenow: no_status, undetermined, the figure has no meaning"));
}

TEST_CASE("a method of one's own from a file") {
    const ScratchFile ours("ours.txt", "# ours\nfigure progress\n>= 90 fine on_track\nelse poor behind\n");
    const auto done = run_goalpost("compare" + renewables + "--method statcan --method-file " +
                                   ours.quoted() + " --format csv");
    CHECK(done.code == 0);
    CHECK(done.text.starts_with("target,due,criterion,goalpost,statcan,ours\r\n"));
    CHECK(done.holds("substantial_progress,fine\r\n"));  // 92.9 % of the way to 18 %
    CHECK(done.holds("moderate_progress,poor\r\n"));
    const ScratchFile broken("broken.txt", "figure progress\n>= ninety fine on_track\nelse poor behind\n");
    const auto wrong = run_goalpost("evaluate" + renewables + "--method-file " + broken.quoted());
    CHECK(wrong.code == 3);
    CHECK(wrong.holds("broken.txt:2"));
    CHECK(wrong.holds("renewables_2030"));  // the rest is still done
    const auto missing = run_goalpost("evaluate" + renewables + "--method-file no_such_file.txt");
    CHECK(missing.code == 3);
    CHECK(missing.holds("no_such_file.txt: error: there is no such file"));
}

TEST_CASE("a file that is no method is told like any other input") {
    const auto tells = [](const std::string& file, const std::string& what) {
        const auto done = run_goalpost("evaluate" + renewables + "--method-file " + file);
        CAPTURE(done.text);
        CHECK(done.code == 3);
        CHECK(done.holds(what));
    };
    tells("examples", "examples: error: this is a directory");
    const ScratchFile empty("empty.txt", "");
    tells(empty.quoted(), "empty.txt:1:1: error: the file is empty");
    const ScratchFile bytes("bytes.txt", "figure progress\n\xff\n");
    tells(bytes.quoted(), "bytes.txt:2:1: error: the byte 0xFF is not UTF-8");
    const ScratchFile wide("wide.txt", std::string(1'000'000, 'a'));
    tells(wide.quoted(), "wide.txt:1:1: error: found \"aaaa");
    CHECK(run_goalpost("evaluate" + renewables + "--method-file " + wide.quoted()).text.size() < 10'000);
    const ScratchFile marked("marked.txt",
                             "\xEF\xBB\xBF"
                             "figure progress\nelse any behind\n");
    CHECK(run_goalpost("evaluate" + renewables + "--method-file " + marked.quoted()).code == 0);
}

TEST_CASE("a name that is not known") {
    const auto done = run_goalpost("evaluate" + renewables + "--method statcam");
    CHECK(done.code == 2);
    CHECK(done.holds("there is no method 'statcam'; did you mean statcan?"));
    CHECK(run_goalpost("compare" + renewables + "--method ''").code == 2);
}

TEST_CASE("a plan file may name methods for its targets") {
    const ScratchFile plan("plan.json", R"({"goalpost": 1, "id": "p", "title": "p", "horizon": "2016/2030",
        "scope": "Deutschland", "indicators": [{"id": "renewables", "name": "r", "unit": "%", "kind": "ratio"}],
        "targets": [{"id": "t", "indicator": "renewables", "due": "2030", "criterion": "level >= 30 %",
                     "evaluators": ["destatis"]}]})");
    const auto done = run_goalpost("evaluate " + plan.quoted() + " --data examples/methods/renewables.csv");
    CHECK(done.code == 0);
    CHECK(done.holds("t: destatis: cloud"));
}
