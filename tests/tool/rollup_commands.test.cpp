// SPDX-License-Identifier: BSL-1.0
// goalpost scorecard, rank and warn, as a user runs them.
#include <doctest/doctest.h>

#include <string>

#include "tool/program.hpp"

using namespace goalpost::test;

namespace {

const std::string wuhan = " examples/plans/wuhan_2023.json --data examples/data/wuhan_2023.csv ";
const std::string zhejiang = " examples/plans/zhejiang_2024.json --data examples/data/zhejiang_2024.csv ";

}  // namespace

TEST_CASE("scorecard: the units of Wuhan's plan") {
    const auto done = run("scorecard" + wuhan + "--as-of 2024-01-31 --format csv");
    CHECK(done.code == 0);
    CHECK(holds(done, "wuhan-2023,2024-01-31,science,市科技局,28,12,0,"));
    // A name that stands for many without listed members is one unit.
    CHECK(holds(done, "districts,各区人民政府,0,33,0,"));
    const auto lead_only = run("scorecard" + wuhan + "--as-of 2024-01-31 --role-weights 1 0 0 --format csv");
    CHECK(holds(lead_only, "districts,各区人民政府,0,33,0,0,0,0,0,0,0,0,0,,,,,"));
    CHECK(holds(run("scorecard" + wuhan + "--lang zh"), "计划总体"));
}

TEST_CASE("scorecard: rules and sheets that cannot be read") {
    auto done = run("scorecard" + wuhan + "--rule fair");
    CHECK(done.code == 2);
    CHECK(holds(done, "--rule: at 1: found \"fair\""));
    CHECK(run("scorecard" + wuhan + "--role-weights 1 1").code == 2);
    CHECK(run("scorecard" + wuhan + "--role-weights 1 1 -1").code == 2);
    CHECK(run("scorecard" + wuhan + "--veto 50").code == 2);  // of no sheet
    done = run("scorecard" + wuhan + "--sheet no_such_sheet.csv");
    CHECK(done.code == 3);
    const TemporaryFolder folder;
    const auto sheet =
        folder.write("sheet.csv",
                     "item,marks,rule,binding\n"
                     "high_tech_enterprises,60,all or nothing,no\n"
                     "tech_smes_registered,40,\"proportional, bonus 1 per 100 家 completed up to 50 %\",yes\n"
                     "no_such_item,10,usual,no\n");
    done = run("scorecard" + wuhan + "--as-of 2024-01-31 --format csv --sheet " + sheet);
    CHECK(done.code == 3);  // a row of it could not be read; what could be is in the result
    CHECK(holds(done, "no_such_item"));
    // 12581 of 9000: 35 whole hundreds beyond, cut to half of 40 marks; 60 + 60.
    CHECK(holds(done, ",science,市科技局,28,12,0,2,1,0,0,0,37,0,0,120,,100,%,"));
    for (const std::string command : {"scorecard", "rank"}) {
        done = run(command + wuhan + "--sheet " + folder.write("header.csv", "item,marks,rule\n"));
        CHECK(done.code == 3);
        CHECK(holds(done, "header.csv: error: the sheet has no items"));
    }
    done = run("scorecard" + wuhan + "--as-of 2024-01-31 --sheet " +
               folder.write("noted.csv", "item,marks,note\nhigh_tech_enterprises,60,备注\n"));
    CHECK(done.code == 0);
    CHECK(holds(done, "warning: columns that are not read: \"note\""));
}

TEST_CASE("rank: cities by growth, units by score") {
    auto done = run("rank" + zhejiang +
                    "--indicator industrial_rd_expense --measure growth --in prefecture_cities --red 2 "
                    "--black 2 --format csv");
    CHECK(done.code == 0);
    CHECK(holds(done, "2025-Q1,1,丽水市,丽水市,18.8,%,,,red,firm,"));
    CHECK(holds(done, "2025-Q1,3,温州市,温州市,12.4,%,,,,rests_on_rounding,"));
    CHECK(holds(done, "2025-Q1,11,嘉兴市,嘉兴市,-2.8,%,,,black,firm,"));
    done = run("rank" + zhejiang + "--indicator industrial_rd_ratio --period 2014-H1 --format csv");
    CHECK(done.code == 0);
    CHECK(holds(done, "missing_observation"));
    done = run("rank" + wuhan + "--as-of 2024-01-31 --previous 2022-12-31 --min-coverage 10 --format csv");
    CHECK(done.code == 0);
    CHECK(holds(done, "market,市市场监管局,,,,,,,no_marks"));
    CHECK(holds(done, "science,市科技局,,,,,,,low_coverage"));
    CHECK(holds(done, "tax,市税务局,100,%,"));
}

TEST_CASE("rank: a measure with a direction of its own is ranked by that") {
    const TemporaryFolder folder;
    const auto plan = folder.write(
        "plan.json", R"({"goalpost": 1, "id": "p", "title": "P", "horizon": "2024", "scope": "省",
        "groups": [{"id": "towns", "name": "各镇", "members": ["甲", "乙"]}],
        "indicators": [{"id": "a", "name": "a", "unit": "位", "kind": "rank"},
                       {"id": "b", "name": "b", "unit": "家", "kind": "flow"}], "targets": []})");
    const auto input = " " + plan + " --data " +
                       folder.write("data.csv",
                                    "indicator,scope,period,basis,value,unit\n"
                                    "a,甲,2023,rank,10,位\na,甲,2024,rank,3,位\na,乙,2023,rank,4,位\n"
                                    "a,乙,2024,rank,5,位\nb,甲,2024,rank,2,位\nb,乙,2024,rank,1,位\n"
                                    "b,甲,2024,level,7,家\nb,乙,2024,level,9,家\n") +
                       " --in towns ";
    const auto ranked = [&](const std::string& by) { return run("rank" + input + by + " --format csv"); };
    // Places gained: seven are better than one lost, although a place is better the lower it is.
    auto done = ranked("--indicator a --measure 'rank_change(since 2023)'");
    CHECK(holds(done, ",2024,1,甲,甲,7,位,"));
    CHECK(holds(done, ",2024,2,乙,乙,-1,位,"));
    for (const auto* measure : {"rank", "'rank(in towns)'"}) {
        done = ranked(std::string("--indicator b --measure ") + measure);
        CHECK(holds(done, ",2024,1,乙,乙,1,位,"));
        CHECK(holds(done, ",2024,2,甲,甲,2,位,"));
    }
    CHECK(holds(run("rank" + input + "--indicator b --measure 'rank(in towns)' --lang zh --format markdown"),
                "排序依据：b在各镇中位次，2024年；"));
    done = ranked("--indicator b --measure rank --better higher");
    CHECK(holds(done, ",2024,1,甲,甲,2,位,"));
    CHECK(holds(ranked("--indicator a"), ",2024,1,甲,甲,3,位,"));
}

TEST_CASE("rank: who is left out is told why") {
    const TemporaryFolder folder;
    const auto plan = folder.write(
        "plan.json", R"({"goalpost": 1, "id": "p", "title": "P", "horizon": "2024", "scope": "省",
        "responsible_units": [{"id": "lead", "name": "甲"}, {"id": "helper", "name": "乙"}],
        "indicators": [{"id": "a", "name": "a", "unit": "家", "kind": "flow"},
                       {"id": "b", "name": "b", "unit": "家", "kind": "flow"}],
        "targets": [{"id": "t", "indicator": "a", "due": "2024", "criterion": "level >= 100 家",
                     "statements": [{"lead": ["lead"], "supporting": ["helper"]}]},
                    {"id": "u", "indicator": "b", "due": "2024", "criterion": "level >= 100 家",
                     "statements": [{"lead": ["lead"]}]}]})");
    const auto input =
        " " + plan + " --data " +
        folder.write("data.csv", "indicator,scope,period,basis,value,unit\na,省,2024,level,90,家\n") + " ";
    auto done = run("rank" + input);
    CHECK(done.code == 0);
    CHECK(holds(done.out, "Left out: 乙: none of its targets counts for the score\n"));
    done = run("rank" + input + "--min-coverage 50");
    CHECK(holds(done.out, " 甲 "));  // just so much has marks
    done = run("rank" + input + "--min-coverage 80 --lang zh");
    CHECK(holds(done.out, "未参与排名：甲：已计分目标的权重占比不足\n"));
    done = run("rank" + input + "--role-weights 0 0 0 --format json");
    CHECK(holds(done.out, R"({"id": "lead", "name": "甲", "reason": "nothing_counts"})"));
    done = run("rank" + input + "--as-of 2023-12-31");
    CHECK(holds(done.out, "Left out: 甲: none of the targets that count has marks\n"));
    done = run("scorecard" + input + "--format json");
    CHECK(holds(done.out, R"("score": {"reason": "nothing_counts"})"));
    // Of places: what is missing at the latest period there is, not at some other.
    const auto places = folder.write("places.csv",
                                     "indicator,scope,period,basis,value,unit\n"
                                     "a,甲市,2023,level,90,家\na,乙市,2023,level,80,家\n");
    done = run("rank " + plan + " --data " + places + " --indicator a --measure \"multiple(since 2020)\"");
    CHECK(holds(done.out, "甲市: nothing has been published for the base period"));
}

TEST_CASE("rank: what cannot be ranked") {
    auto done = run("rank" + zhejiang + "--indicator industrial_rd_expens");
    CHECK(done.code == 2);
    CHECK(holds(done, "did you mean industrial_rd_expense?"));
    CHECK(run("rank" + zhejiang + "--indicator gdp --in nowhere").code == 2);
    CHECK(run("rank" + zhejiang + "--indicator gdp --measure height").code == 2);
    CHECK(run("rank" + zhejiang + "--indicator gdp --measure 'growth('").code == 2);
    CHECK(run("rank" + zhejiang + "--indicator gdp --period 2024-13").code == 2);
    CHECK(run("rank" + zhejiang + "--previous yesterday").code == 2);
    // A measure may name what a criterion of the plan may name.
    const auto measured_by = [&](const std::string& measure) {
        return run("rank" + zhejiang + "--indicator gdp --measure '" + measure + "'");
    };
    for (const auto* measure : {"share", "gap", "contribution", "pull", "coverage"}) {
        done = measured_by(measure + std::string("(of rd_expenditur)"));
        CHECK(done.code == 2);
        CHECK(done.out.empty());
        CHECK(holds(done, "--measure: the plan has no indicator \"rd_expenditur\"; did you mean "));
    }
    for (const auto* measure : {"rank", "sum", "mean"}) {
        done = measured_by(measure + std::string("(in prefecture_city)"));
        CHECK(done.code == 2);
        CHECK(holds(done, "--measure: the plan has no group \"prefecture_city\"; did you mean "));
    }
    CHECK(holds(measured_by("levl"), "--measure: no measure \"levl\" is known; did you mean level?"));
    done = measured_by("annual_growth");
    CHECK(done.code == 2);
    CHECK(holds(done,
                "--measure: annual_growth is not told all it needs to know; write "
                "annual_growth(since PERIOD)"));
    CHECK(holds(measured_by("growth("), "--measure: at 8: found end of text, expected of, since, in"));
    CHECK(holds(measured_by("every year: level"), "--measure: at 7: found 'year', expected the end"));
    CHECK(measured_by("share(of rd_expenditure)").code == 0);
    CHECK(holds(run("rank" + zhejiang + "--indicator gdp --period 2024年"), "--period: at 5: found '年'"));
    CHECK(holds(run("rank" + zhejiang + "--indicator gdp --previous 2023x"), "--previous: at 5: found 'x'"));
    for (const auto* percentage : {"-5", "100.1", "200", "half"}) {
        CAPTURE(percentage);
        done = run("rank" + zhejiang + "--min-coverage " + percentage);
        CHECK(done.code == 2);
        CHECK(holds(done, "--min-coverage: "));
    }
    CHECK(run("rank" + zhejiang + "--min-coverage 100").code == 0);
    done = run("rank" + zhejiang + "--as-of 2024-12-31 --previous 2024-12-31");
    CHECK(done.code == 2);
    CHECK(holds(done, "--previous: 2024-12-31 is not before the as-of date 2024-12-31"));
    for (const auto* count : {"-1", "1.5", "99999999999999999999", "some"}) {
        CAPTURE(count);
        CHECK(run("rank" + zhejiang + "--red " + count).code == 2);
        CHECK(run("rank" + zhejiang + "--black " + count).code == 2);
    }
    CHECK(run("rank" + zhejiang + "--measure growth").code == 2);  // of no indicator
    CHECK(run("rank" + zhejiang + "--ties fair").code == 2);
}

TEST_CASE("warn: levels, dates looked back at, exit code") {
    const std::string wuxing = " examples/plans/wuxing_145.json --data examples/data/wuxing_145.csv ";
    auto done = run("warn" + wuxing + "--format csv");
    CHECK(done.code == 0);
    CHECK(holds(done, "high_tech_share_2025,high_tech_share,yellow,"));
    CHECK(run("warn" + wuxing + "--fail-on yellow -o /dev/null").code == 1);
    CHECK(run("warn" + wuxing + "--fail-on red -o /dev/null").code == 0);
    done = run("warn" + wuxing + "--level red");
    CHECK(holds(done, "There is nothing to warn of."));
    done = run("warn" + wuxing + "--before 2022-12-31 2023-12-31 --lang zh --format markdown");
    CHECK(done.code == 0);
    CHECK(holds(done, "回看日期：2022-12-31、2023-12-31。"));
    CHECK(run("warn" + wuxing + "--before soon").code == 2);
    done = run("warn" + wuxing + "--before 2023-12-31 2022-12-31 2023-12-31");
    CHECK(done.code == 2);
    CHECK(done.out.empty());
    CHECK(holds(done, "--before: 2023-12-31 is given twice"));
    done = run("warn" + wuxing + "--as-of 2023-06-30 --before 2022-12-31 2024-12-31");
    CHECK(done.code == 2);
    CHECK(holds(done, "--before: 2024-12-31 is not before the as-of date 2023-06-30"));
    CHECK(run("warn" + wuxing + "--level green").code == 2);
    CHECK(run("warn no_such_plan.json --data x.csv").code == 3);
}
