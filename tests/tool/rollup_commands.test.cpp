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
    CHECK(holds(done, "market,市市场监管局,,,,,,,missing_observation"));
    CHECK(holds(done, "science,市科技局,,,,,,,members_unknown"));
    CHECK(holds(done, "tax,市税务局,100,%,"));
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
    done = run("warn" + wuxing + "--as-of 2023-06-30 --before 2022-12-31 2024-12-31");
    CHECK(done.code == 2);
    CHECK(holds(done, "--before: 2024-12-31 is not before the as-of date 2023-06-30"));
    CHECK(run("warn" + wuxing + "--level green").code == 2);
    CHECK(run("warn no_such_plan.json --data x.csv").code == 3);
}
