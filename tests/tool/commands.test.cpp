// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "goalpost/version.hpp"
#include "tool/program.hpp"

using namespace goalpost::test;

namespace {

const std::string zhejiang = "examples/plans/zhejiang_2024.json --data examples/data/zhejiang_2024.csv";

}  // namespace

TEST_CASE("--version and --help succeed and print to standard output") {
    const auto version = run("--version");
    CHECK(version.code == 0);
    CHECK(version.out == "goalpost " + std::string(goalpost::version_string) + "\n");
    CHECK(version.err.empty());
    const auto help = run("--help");
    CHECK(help.code == 0);
    CHECK(holds(help.out, "Examples:"));
    CHECK(holds(help.out, "Exit codes:"));
    for (const std::string command : {"check", "evaluate", "explain"}) {
        CHECK(holds(help.out, "\n  " + command + " "));
        const auto own = run(command + " --help");
        CHECK(own.code == 0);
        CHECK(holds(own.out, "Examples:\n  goalpost " + command + " "));
    }
}

TEST_CASE("a command line that is not understood returns 2 and prints no result") {
    for (const std::string arguments :
         {"", "frobnicate", "evaluate", "evaluate plan.json", "evaluate --data x.csv",
          "evaluate plan.json --data x.csv --format xml", "check --no-such-option p.json",
          "evaluate p.json --data x.csv --as-of 2024-02-30", "evaluate p.json --data x.csv --as-of yesterday",
          "evaluate p.json --data x.csv --lang fr",
          "evaluate p.json --data x.csv --fail-on missed,unknown"}) {
        CAPTURE(arguments);
        const auto ran = run(arguments);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(!ran.err.empty());
    }
    CHECK(holds(run("evaluat p.json").err, "did you mean evaluate?"));
}

TEST_CASE("an empty text is no value of any option or argument") {
    for (const auto& given :
         {std::pair<std::string, std::string>{"evaluate " + zhejiang + " -o ''", "--output"},
          {"evaluate examples/plans/zhejiang_2024.json --data ''", "--data"},
          {"evaluate '' --data examples/data/zhejiang_2024.csv", "plan"},
          {"check examples/plans/zhejiang_2024.json --targets ''", "--targets"},
          {"scorecard " + zhejiang + " --sheet ''", "--sheet"},
          {"rank " + zhejiang + " --indicator ''", "--indicator"},
          {"explain examples/plans/zhejiang_2024.json '' --data x.csv", "target"}}) {
        CAPTURE(given.first);
        const auto ran = run(given.first);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(holds(ran.err, "goalpost: " + given.second + ": an empty text is no value"));
    }
}

TEST_CASE("a target behind --data is told to stand before it") {
    for (const std::string command : {"explain", "compare"}) {
        const auto ran = run(command + " " + zhejiang + " rd_intensity_2024");
        CHECK(ran.code == 3);
        CHECK(holds(ran.err,
                    "rd_intensity_2024: error: there is no such file; expected a file; check the name and "
                    "the folder; where the target of that name is meant, write it before --data\n"));
    }
    // Where no target can be meant, it is a file like any other.
    CHECK_FALSE(holds(run("explain " + zhejiang + " no_such_target"), "is meant"));
    CHECK_FALSE(holds(run("evaluate " + zhejiang + " rd_intensity_2024"), "is meant"));
    CHECK_FALSE(holds(run("explain examples/plans/zhejiang_2024.json mother_fund_2024 --data "
                          "examples/data/zhejiang_2024.csv rd_intensity_2024"),
                      "is meant"));
}

TEST_CASE("evaluate prints the table of the Zhejiang plan of 2024") {
    // 15507.87 / 16000 = 96.92 %, so the target of 1.6 万亿元 is missed.
    const auto ran = run("evaluate " + zhejiang);
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(holds(ran.out, "15507.87 亿元"));
    CHECK(holds(ran.out, "96.92 %  missed"));
    CHECK(holds(ran.out, "the end of the latest observed period."));
    CHECK(ran.out.find('\x1b') == std::string::npos);
    const auto chinese = run("evaluate " + zhejiang + " --lang zh");
    CHECK(holds(chinese.out, "96.92%  未完成"));
    CHECK(run("evaluate " + zhejiang + " --format markdown").out.find("## 浙江省科学技术厅") == 0);
    CHECK(run("evaluate " + zhejiang + " --format csv").out.find("plan,as_of,target,") == 0);
    CHECK(run("evaluate " + zhejiang + " --format json").out.find("{\n  \"plan\": \"zhejiang-2024\"") == 0);
}

TEST_CASE("--as-of: what was not over then is not known") {
    const TemporaryFolder folder;
    const auto input =
        folder.write("plan.json", small_plan) + " --data " + folder.write("data.csv", small_data);
    const auto end = run("evaluate " + input);
    CHECK(holds(end.out, "2 targets: 1 achieved, 1 missed."));
    const auto before = run("evaluate " + input + " --as-of 2024-06-30");
    CHECK(before.code == 0);
    CHECK(holds(before.out, "As of 2024-06-30.\n"));
    CHECK(!holds(before.out, "350"));
    CHECK(holds(before.out, "1 achieved, 1 undetermined."));
    CHECK(holds(run("evaluate " + input + " --as-of 2022-12-31").out, "2 targets: 2 undetermined."));
}

TEST_CASE(
    "--fail-on returns 1 where a target has one of the statuses, and the result is there all the same") {
    const TemporaryFolder folder;
    const auto input =
        folder.write("plan.json", small_plan) + " --data " + folder.write("data.csv", small_data);
    CHECK(run("evaluate " + input + " --fail-on behind,undetermined").code == 0);
    const auto missed = run("evaluate " + input + " --fail-on missed");
    CHECK(missed.code == 1);
    CHECK(holds(missed.out, "2 targets"));
    CHECK(run("evaluate " + input + " --fail-on missed,behind,undetermined").code == 1);
    CHECK(run("evaluate " + input + " --fail-on undetermined --as-of 2024-06-30").code == 1);
}

TEST_CASE("--threads: the result is the same for any number, none is no number") {
    const std::string input = "examples/plans/zhejiang_2024.json --data examples/data/zhejiang_2024.csv";
    const auto one = run("evaluate " + input + " --format json --threads 1");
    CHECK(one.code == 0);
    CHECK(run("evaluate " + input + " --format json --threads 2").out == one.out);
    CHECK(run("evaluate " + input + " --threads 0").code == 2);
}

TEST_CASE("--require-firm: a verdict that rests on rounding is none") {
    const TemporaryFolder folder;
    const auto plan = folder.write("plan.json", R"({
  "goalpost": 1, "id": "p", "title": "Plan", "horizon": "2024", "scope": "省",
  "indicators": [{"id": "a", "name": "a", "unit": "%", "kind": "ratio"}],
  "targets": [{"id": "t", "indicator": "a", "due": "2024", "criterion": "level >= 3.2 %"}]
})");
    // 3.2 stands for [3.15, 3.25), and 3.15 would not do.
    const auto input =
        plan + " --data " +
        folder.write("data.csv", "indicator,scope,period,basis,value,unit\na,省,2024,share,3.2,%\n");
    CHECK(holds(run("evaluate " + input).out, "met, rests on rounding"));
    CHECK(holds(run("evaluate " + input + " --require-firm").out, "undetermined: rests on rounding"));
}

TEST_CASE("--at-target-precision: figures are compared as they read in the target's digits") {
    const std::string input =
        "examples/plans/zhejiang_2024.json high_tech_value_added_2024 --data examples/data/zhejiang_2024.csv";
    CHECK(holds(run("explain " + input).out, "Verdict: not met, missed"));
    const auto rounded = run("explain " + input + " --at-target-precision");
    CHECK(holds(rounded.out, "Verdict: met, achieved (final, firm)"));
    CHECK(holds(rounded.out, "Note: compared at the target's own precision: it reads 1.6 万亿元 there"));
}

TEST_CASE("explain says how a target came to its verdict, in both languages") {
    const auto ran =
        run("explain examples/plans/zhejiang_2024.json high_tech_value_added_2024 --data "
            "examples/data/zhejiang_2024.csv");
    CHECK(ran.code == 0);
    CHECK(holds(ran.out, "15507.87 亿元 >= 16000 亿元 (1.6 万亿元): no"));
    const auto chinese =
        run("explain examples/plans/zhejiang_2024.json high_tech_value_added_2024 --data "
            "examples/data/zhejiang_2024.csv --lang zh");
    CHECK(holds(chinese.out, "未达标"));
}

TEST_CASE("explain without a target lists them, an unknown one is told with what looks like it") {
    const auto listed = run("explain " + zhejiang);
    CHECK(listed.code == 0);
    CHECK(holds(listed.out, "rd_intensity_2024  研发投入强度\n"));
    const auto unknown =
        run("explain examples/plans/zhejiang_2024.json rd_intensty_2024 --data "
            "examples/data/zhejiang_2024.csv");
    CHECK(unknown.code == 2);
    CHECK(unknown.out.empty());
    CHECK(holds(unknown.err, "\"rd_intensty_2024\"; did you mean rd_intensity_2024"));
    CHECK(holds(unknown.err, "mother_fund_2024"));
    const auto strange =
        run("explain examples/plans/zhejiang_2024.json '\x1b[31m' --data "
            "examples/data/zhejiang_2024.csv");
    CHECK(strange.code == 2);
    CHECK(strange.err.find('\x1b') == std::string::npos);
}

TEST_CASE("explain knows a target that could not be read") {
    const TemporaryFolder folder;
    std::string plan(small_plan);
    plan.replace(plan.find("level >= 400 家"), std::string("level >= 400 家").size(), "level >> 400 家");
    const auto ran = run("explain " + folder.write("plan.json", plan) + " failed --data " +
                         folder.write("data.csv", small_data));
    CHECK(ran.code == 3);
    CHECK(holds(ran.out, "could not be read"));
}

TEST_CASE("check reads a plan alone, and with data") {
    const auto plain = run("check examples/plans/zhejiang_2024.json");
    CHECK(plain.code == 0);
    CHECK(holds(plain.out, "Targets: 41 valid, 0 invalid."));
    CHECK(run("check " + zhejiang + " --format json").code == 0);
    CHECK(holds(run("check " + zhejiang + " --lang zh").out, "有效目标41项"));
    CHECK(run("check examples/plans/zhejiang_2024.json --fail-on warning").code == 1);
    CHECK(run("check examples/plans/zhejiang_2024.json --fail-on error").code == 0);
}

TEST_CASE("colour is for terminals that want it") {
    // `script` makes a terminal of a pipe.
    if (run_shell("command -v script").code != 0) {
        MESSAGE("no `script` here: not looked at");
        return;
    }
    const auto on_terminal = [](const std::string& environment) {
        return run_shell(environment + " script -qec '" GOALPOST_PROGRAM " evaluate " + zhejiang +
                         "' /dev/null");
    };
    const auto coloured = on_terminal("env -u NO_COLOR TERM=xterm");
    CHECK(holds(coloured.out, "\x1b[31mmissed\x1b[0m"));
    CHECK(!holds(on_terminal("env NO_COLOR=1 TERM=xterm").out, "\x1b["));
    CHECK(!holds(on_terminal("env -u NO_COLOR TERM=dumb").out, "\x1b["));
}

TEST_CASE("the result does not depend on the locale or the time zone") {
    const auto plain = run("evaluate " + zhejiang + " --format json --lang zh");
    const auto other = run("evaluate " + zhejiang + " --format json --lang zh",
                           "LC_ALL=de_DE.UTF-8 LANG=tr_TR TZ=Asia/Tokyo");
    CHECK(plain.out == other.out);
}

TEST_CASE("--targets adds targets from tables") {
    const std::string plan = "docs/formats/plan_example.json";
    const std::string table = " --targets docs/formats/targets_example.csv";
    const std::string data = " --data docs/formats/observations_example.csv";
    const auto without = run("evaluate " + plan + data + " --format csv");
    const auto with = run("evaluate " + plan + table + data + " --format csv");
    CHECK(with.code == without.code);
    CHECK_FALSE(holds(without.out, ",gdp_2025,"));
    CHECK(holds(with.out, ",gdp_2025,gdp,"));
    CHECK(holds(with.out, ",rd_kaifaqu,rd_intensity,"));
    CHECK(
        holds(run("explain " + plan + " gdp_growth" + table + data).out, "annual_growth(since 2020) >= 7 %"));
    CHECK(run("check " + plan + table).out != run("check " + plan).out);
    for (const std::string command : {"scorecard", "rank", "warn", "compare"})
        CHECK(run(command + " " + plan + table + data).code != 2);
    const auto missing = run("evaluate " + plan + " --targets docs/formats/no_such.csv" + data);
    CHECK(missing.code == run("evaluate docs/formats/no_such.json" + data).code);
    CHECK(holds(missing.err, "docs/formats/no_such.csv: error: there is no such file"));
}

TEST_CASE("figures in SDMX-CSV are read by a map, beside other files") {
    const auto explained =
        run("explain docs/formats/plan_example.json rd_intensity_2025 --data "
            "docs/formats/sdmx_example.json docs/formats/observations_example.csv");
    CHECK(explained.code == 0);
    CHECK(holds(explained.out, "3.10 %, preliminary: made up"));
    CHECK(holds(explained.err, "docs/formats/sdmx_example.csv:5:1: warning: 1 row of forecasts is left out"));
}
