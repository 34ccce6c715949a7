// SPDX-License-Identifier: BSL-1.0
#include <goalpost/io/targets_csv.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "io/reading.hpp"
#include "support/random.hpp"
#include "support/string_makers.hpp"

using namespace goalpost;
using namespace goalpost::test;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

/// A plan with the indicators `a` (甲, a stock in 家) and `b` (乙, a ratio), a unit `u`, and a group `g`.
PlanBuilder builder() {
    PlanHead head{.horizon = Period::parse("2021/2025").value()};
    head.id = "p";
    head.scope = "省";
    PlanBuilder plan(head);
    Indicator a;
    a.id = "a";
    a.name = "甲";
    a.unit = UnitSet().parse("家").value();
    a.kind = IndicatorKind::stock;
    plan.add(a);
    Indicator b;
    b.id = "b";
    b.name = "乙";
    b.unit = UnitOfMeasure::percent();
    b.kind = IndicatorKind::ratio;
    plan.add(b);
    ResponsibleUnit u;
    u.id = u.name = "u";
    plan.add(u);
    Group g;
    g.id = g.name = "g";
    g.members = {"市", "县"};
    plan.add(g);
    return plan;
}

struct Reading {
    Plan plan;
    std::string said;
};

Reading read(const std::string& text) {
    auto plan = builder();
    const auto diagnostics = read_targets_csv(plan, text, "file");
    return {std::move(plan).build(), lines(diagnostics)};
}

const std::string required = "id,indicator,due,criterion\n";

/// What is said about one row, which is kept as an invalid target, while its neighbours are read. It is
/// line 3.
std::string fault(const std::string& row, const std::string& columns = "", const std::string& rest = "") {
    const auto made = read("id,indicator,due,criterion" + columns + "\nx,a,2025,level >= 1 家" + rest + "\n" +
                           row + "\ny,a,2025,level >= 2 家" + rest + "\n");
    CHECK(made.plan.targets().size() == 2);
    CHECK(made.plan.invalid_targets().size() == 1);
    return made.said;
}

}  // namespace

TEST_CASE("every column of a target arrives") {
    const auto made = read(
        "note,manual_date,manual_why,manual_who,manual,evaluators,month_weights,calendar,milestones,standing,"
        "weight,base_unit,base_value,base_period,scope,criterion,due,indicator,id\n"
        "about it,2024-01-31,because,office,not_met,x; y,1;2.5;3,months,2023=20;2022-Q4=10.5,withdrawn,2.5,"
        "万家,0.01,2025-09,市,level >= 30 家 | level >= 300 家,2021/2025,a,t1\n");
    CHECK(made.said == "");
    REQUIRE(made.plan.targets().size() == 1);
    const auto& target = made.plan.targets()[0];
    CHECK(target.id == "t1");
    CHECK(target.indicator == "a");
    CHECK(target.due == Period::parse("2021/2025").value());
    REQUIRE(target.readings.size() == 2);
    CHECK(text(target.readings[0]) == "level >= 30 家");
    CHECK(text(target.readings[1]) == "level >= 300 家");
    CHECK(target.scope == "市");
    REQUIRE(target.base.has_value());
    CHECK(target.base->period == Period::parse("2025-09").value());
    CHECK(target.base->value.text() == "0.01");
    CHECK(target.base->unit == "万家");
    CHECK(target.weight.text() == "2.5");
    CHECK(target.standing == Standing::withdrawn);
    REQUIRE(target.milestones.size() == 2);  // by period
    CHECK(target.milestones[0].period == Period::parse("2022-Q4").value());
    CHECK(target.milestones[0].value.text() == "10.5");
    CHECK(target.milestones[1].value.text() == "20");
    REQUIRE(target.calendar.has_value());
    CHECK(target.calendar->kind == PaceKind::months);
    REQUIRE(target.calendar->month_weights.size() == 3);
    CHECK(target.calendar->month_weights[1].text() == "2.5");
    CHECK(target.evaluators == std::vector<std::string>{"x", "y"});
    REQUIRE(target.manual.has_value());
    CHECK_FALSE(target.manual->met);
    CHECK(target.manual->who == "office");
    CHECK(target.manual->why == "because");
    CHECK(target.manual->date == parse_date("2024-01-31").value());
    CHECK(target.note == "about it");
    CHECK(target.statements.empty());
}

TEST_CASE("statements: every column, and further rows of the same target") {
    const auto made = read(
        "id,indicator,due,criterion,statement,quote,section,item,statement_criterion,commitment,joining,lead,"
        "responsible,supporting,statement_note\n"
        "t,a,2025,level >= 30 家,1-1,\"达30家,力争40家\",二,3,level > 30 家,strive,any,u,u;u,u,n\n"
        "t,,,,1-2,三十家,,,,,,,,,\n"
        "s,a,2025,level >= 31 家,,,,,,,,,,,\n");
    CHECK(made.said == "");
    REQUIRE(made.plan.targets().size() == 2);
    REQUIRE(made.plan.targets()[0].statements.size() == 2);
    const auto& first = made.plan.targets()[0].statements[0];
    CHECK(first.id == "1-1");
    CHECK(first.quote == "达30家,力争40家");
    CHECK(first.section == "二");
    CHECK(first.item == "3");
    REQUIRE(first.criterion.has_value());
    CHECK(text(*first.criterion) == "level > 30 家");
    CHECK(first.commitment == Commitment::strive);
    CHECK(first.joining == Joining::any);
    CHECK(first.lead == std::vector<std::string>{"u"});
    CHECK(first.responsible == std::vector<std::string>{"u", "u"});
    CHECK(first.supporting == std::vector<std::string>{"u"});
    CHECK(first.note == "n");
    CHECK(made.plan.targets()[0].statements[1].quote == "三十家");
    CHECK(made.plan.targets()[1].statements.empty());
}

TEST_CASE(
    "the required columns alone, a byte order mark, CRLF, quotes, blank rows and a missing last line end") {
    const auto made =
        read("\xEF\xBB\xBF\r\n" + required +
             "\n t1 , a ,2025,\tlevel >= 1 家\r\n,,,\n,,\n\"t2\",\"b\",\"2025\",\"level > 2 %\"\n"
             "t\"\"3,a,2025,level >= 1 家\n\"t\"\"4\",a,2025,\"level >= 1 \"\"家\"\"\"");
    CHECK(contains(made.said, "file:8:2: error: a double quote stands inside a cell"));
    REQUIRE(made.plan.targets().size() == 3);
    CHECK(made.plan.targets()[0].id == "t1");
    CHECK(made.plan.targets()[1].indicator == "b");
    CHECK(made.plan.targets()[2].id == "t\"4");
    CHECK(made.plan.targets()[2].weight == Decimal(1));
    CHECK(made.plan.targets()[2].standing == Standing::active);
    CHECK_FALSE(made.plan.targets()[2].base.has_value());
    CHECK(read(required).said == "");
}

TEST_CASE("criteria that differ in their number are read as each alone") {
    // The reader keeps the words around a number; every text must mean what it means by itself.
    const std::string shapes[] = {"level >= # 家",
                                  "level>=#",
                                  "level > # %",
                                  "level <= # 万家",
                                  "level = # 家",
                                  "growth(since 2020) >= # %",
                                  "annual_growth(since 2020, chained) > # %",
                                  "every year: level >= # 家",
                                  "at least 1/2 of g: level >= # 家",
                                  "level ~ # 家 ± 5 家",
                                  "level ~ # 家 ± 5 % of it",
                                  "level in [#, 9999999999] 家",
                                  "level >= level(of b) + # 家",
                                  "level >= #家",
                                  "level >= **** 家",
                                  "level >=  #  家 ",
                                  "\"level\" >= # 家",
                                  "multiple(of \"a\", since 2020) >= #"};
    const std::string numbers[] = {
        "1", "0", "-3", "2.50", "+4", "007", "12345678901234567", "123456789012345678"};
    Random random(7);
    std::string text = required;
    std::vector<std::string> criteria;
    for (int i = 0; i < 2000; ++i) {
        auto one = random.pick(shapes);
        if (const auto at = one.find('#'); at != std::string::npos) one.replace(at, 1, random.pick(numbers));
        criteria.push_back(one);
        std::string quoted;
        for (const char c : one)
            quoted += c == '"' ? "\"\"" : std::string(1, c);
        text += "t" + std::to_string(i) + ",a,2025,\"" + quoted + "\"\n";
    }
    auto plan = builder();
    const auto said = read_targets_csv(plan, text, "file");
    const auto made = std::move(plan).build();
    std::size_t refused = 0;
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const auto alone = parse_criterion(criteria[i]);
        const auto* target = made.find_target("t" + std::to_string(i));
        CAPTURE(criteria[i]);
        if (target == nullptr) {
            ++refused;
        } else {
            REQUIRE(alone.has_value());
            CHECK(target->readings == std::vector<Criterion>{*alone});
        }
    }
    CHECK(made.targets().size() > 1500);
    CHECK(made.invalid_targets().size() == refused);
}

TEST_CASE("each fault has its place, and the target is carried along") {
    CHECK(fault(",a,2025,level >= 3 家") ==
          "file:3:1: error: the id is empty; expected the id of the target; fill it in\n");
    CHECK(fault("t,c,2025,level >= 3 家") ==
          "file:3:3: error: the indicator \"c\" is not defined in the plan; expected the id of an indicator; "
          "did "
          "you mean \"a\"?\n");
    CHECK(fault("t,a,,level >= 3 家") ==
          "file:3:5: error: the due period is empty; expected a period such as 2025; fill it in\n");
    CHECK(contains(fault("t,a,2025年,level >= 3 家"),
                   "file:3:9: error: the due period \"2025年\" cannot be read: found '年'"));
    CHECK(contains(fault("t,a,2025,"), "file:3:10: error: the criterion is empty"));
    CHECK(fault("t,a,2025,\"level >= 1,450 家\"") ==
          "file:3:21: error: the criterion \"level >= 1,450 家\" cannot be read: found ','; expected digits "
          "or a "
          "decimal point; write the number without thousands separators\n");
    CHECK(contains(fault("t,a,2025,level >= 3 家 | level ! 4 家"),
                   "file:3:31: error: the criterion \"level ! 4 家\""));
    CHECK(contains(fault("t,a,2025,\"level >= 3 家 | growth > growth(of \"\"c|d\"\")\""),
                   "indicator \"c|d\" is not defined in the plan"));
    CHECK(contains(fault("t,a,2025,growth > growth(of c)"),
                   "file:3:29: error: indicator \"c\" is not defined in the plan"));
    CHECK(contains(fault("t,a,2025,level >= 3 斤"), "file:3:21: error: unit of measure '斤' is not known"));
    CHECK(contains(fault("t,a,2025,growth(since 2026) > 3 %"),
                   "\"since 2026\" is not before the due period 2025"));
    CHECK(contains(fault("x,a,2025,level >= 3 家"),
                   "file:3:1: error: two items of kind target have the id \"x\""));
    CHECK(contains(fault("t,a,1450,level >= 3 家"),
                   "file:3:5: error: the due period 1450 begins before 1500; expected a period of at most a "
                   "hundred years, from 1500 on; look for a slip in the year\n"));
    CHECK(contains(fault("t,a,2025"), "file:3:1: error: the row has 3 cells; expected 4 as in the header"));
    CHECK(contains(fault("t,a,2025,level >= 3 家,x"), "put double quotes around a cell that holds a comma"));
    CHECK(contains(fault("t,a,2025,level >= 3 家,,"),
                   "the row has 6 cells; expected 4 as in the header; remove the empty cells at its end"));
    CHECK(
        contains(fault("t,a,2025,growth > growth(of aa)"),
                 "file:3:29: error: indicator \"aa\" is not defined in the plan; expected the id of one that "
                 "is; did you mean \"a\"?"));
    CHECK(contains(fault("t,a,\"2025,level >= 3 家"), "file:3:5: error: the quote that opens here is"));
    CHECK(contains(fault("t\xFF,a,2025,level >= 3 家"), "file:3:2: error: the row is not UTF-8"));
    CHECK(contains(fault("t\0,a,2025,level >= 3 家"s), "file:3:2: error: the row holds a NUL byte"));
    CHECK(contains(fault("t\x01,a,2025,level >= 3 家"), "file:3:1: error: the id is \"t\\x01\""));
    const auto base = [](const std::string& cells) {
        return fault("t,a,2025,level >= 3 家," + cells, ",base_period,base_value,base_unit", ",2020,1,");
    };
    CHECK(contains(base("2020,,"), "file:3:28: error: the base has no value"));
    CHECK(contains(base(",1,"), "file:3:23: error: the base period is empty"));
    CHECK(contains(base("2020,1x,"), "file:3:29: error: the number \"1x\" cannot be read"));
    CHECK(contains(base("2020,1,斤"), "file:3:30: error: the unit of measure \"斤\" is not known"));
    CHECK(contains(base("2025,1,"),
                   "file:3:23: error: the base period 2025 is not before the due period 2025"));
    const auto cell = [](const std::string& column, const std::string& text) {
        return fault("t,a,2025,level >= 3 家," + text, "," + column, ",");
    };
    CHECK(contains(
        cell("weight", "-1"),
        "file:3:23: error: the weight is negative; expected 0 or more; write 0 where it is not to count\n"));
    CHECK(contains(cell("weight", "x"), "file:3:23: error: the weight \"x\" cannot be read"));
    CHECK(contains(cell("standing", "activ"),
                   "file:3:23: error: the standing \"activ\" is not known; expected active, "
                   "withdrawn or not_applicable; did you mean active?"));
    CHECK(contains(cell("milestones", "2023"), "file:3:23: error: the milestone \"2023\" has no value"));
    CHECK(contains(cell("milestones", "2023=1;23=2"), "file:3:30: error: the period of a milestone \"23\""));
    CHECK(contains(cell("milestones", "2023=1;2024=y"), "file:3:35: error: the number \"y\" cannot be read"));
    CHECK(contains(cell("milestones", "2023=1;2023=2"), "two milestones of a target are for 2023"));
    CHECK(contains(cell("milestones", "2026=1"), "the milestone 2026 is after the due period 2025"));
    CHECK(contains(cell("month_weights", "1"), "the calendar is empty and there are month weights"));
    CHECK(
        contains(cell("manual", "yes"), "the manual verdict \"yes\" is not known; expected not_met or met"));
    CHECK(contains(cell("manual", "met"), "the manual verdict has no manual_who"));
    CHECK(contains(cell("commitment", "maybe"), "the commitment \"maybe\" is not known"));
    CHECK(contains(cell("statement_criterion", "level"), "the criterion \"level\" cannot be read"));
    CHECK(contains(cell("statement_criterion", "level > level(of c)"),
                   "indicator \"c\" is not defined in the plan"));
}

TEST_CASE("an invalid target keeps its id, what is wrong, its indicator and weight, and its statements") {
    const auto made = read(
        "id,indicator,due,criterion,quote,weight\nt,a,x,y,first,3\nt,,,,second,\nu,a,2025,level >= 1 "
        "家,z,\n");
    CHECK(made.plan.targets().size() == 1);
    REQUIRE(made.plan.invalid_targets().size() == 1);
    const auto& invalid = made.plan.invalid_targets()[0];
    CHECK(invalid.id == "t");
    CHECK(invalid.indicator == "a");
    CHECK(invalid.weight == Decimal(3));
    CHECK(contains(invalid.problem, "the due period \"x\" cannot be read"));
    CHECK(contains(invalid.problem, "(line 2)"));
    REQUIRE(invalid.statements.size() == 2);
    CHECK(invalid.statements[1].quote == "second");
    CHECK(contains(made.said, "file:2:8: error: the criterion \"y\" cannot be read"));
}

TEST_CASE("a further statement that does not stand below its target is told once, and carried along") {
    const auto made = read(
        "id,indicator,due,criterion,quote\nt,a,2025,level >= 1 家,first\n"
        "u,a,2025,level >= 2 家,\nt,,,,second\nt,,,,third\n,,,,nobody's\n");
    CHECK(
        made.said ==
        "file:4:1: error: a further statement of \"t\" does not stand below its target; expected the row of "
        "\"t\" directly above; move it there, or fill in indicator, due and criterion\n"
        "file:6:1: error: the id is empty; expected the id of the target; fill it in\n");
    CHECK(made.plan.targets().size() == 2);
    REQUIRE(made.plan.invalid_targets().size() == 2);
    CHECK(made.plan.invalid_targets()[0].id == "t");
    CHECK(made.plan.invalid_targets()[0].statements.size() == 2);
    CHECK(made.plan.invalid_targets()[1].statements[0].quote == "nobody's");
}

TEST_CASE("a responsible unit that is not defined costs one warning and is taken by its name") {
    const auto made = read(
        "id,indicator,due,criterion,lead,supporting\nt,a,2025,level >= 1 家,u; 某局,\ns,a,2025,level "
        ">= 1 家,某局,u\n");
    CHECK(
        made.said ==
        "file:2:26: warning: the responsible unit \"某局\" is not defined in the plan; it is taken as a unit "
        "of that name; expected the id of a responsible unit; define it under \"responsible_units\" of "
        "the plan file\n");
    CHECK(made.plan.targets().size() == 2);
    REQUIRE(made.plan.find_responsible_unit("某局") != nullptr);
    CHECK(made.plan.targets()[0].statements[0].lead == std::vector<std::string>{"u", "某局"});
}

TEST_CASE("headers and files of which nothing can be read") {
    CHECK(contains(read("id,indicator,due\nt,a,2025\n").said,
                   "file:1:1: error: the header lacks criterion; expected id,indicator,due,criterion"));
    CHECK(contains(read("id,indicator,due,criterion,id\n").said,
                   "file:1:28: error: the column \"id\" stands twice"));
    CHECK(contains(read("id,indicator,due,criterion,备注\n").said,
                   "file:1:28: warning: columns that are not read: \"备注\""));
    CHECK(contains(read("").said, "the file is empty"));
    CHECK(contains(read("\xFF\xFE\x31").said, "the file is in UTF-16"));
    auto plan = builder();
    CHECK(contains(lines(read_targets_csv(plan, std::filesystem::path("/nowhere/targets.csv"))),
                   "/nowhere/targets.csv: error: there is no such file"));
}

TEST_CASE("written and read again, targets are the same") {
    for (const std::string example :
         {"docs/formats/plan_example.json", "examples/plans/zhejiang_2024.json"}) {
        auto plan = read_plan_json(std::filesystem::path(GOALPOST_SOURCE_DIR) / example).plan.value();
        PlanBuilder empty(plan.head());
        PlanBuilder full(plan.head());
        for (auto* to : {&empty, &full}) {
            for (const auto& unit : plan.unit_set().added())
                to->add_unit_of_measure(unit);
            for (const auto& unit : plan.responsible_units())
                to->add(unit);
            for (const auto& group : plan.groups())
                to->add(group);
            for (const auto& indicator : plan.indicators())
                to->add(indicator);
        }
        for (auto target : plan.targets()) {
            target.versions.clear();
            full.add(target);
        }
        const auto wanted = std::move(full).build();
        CHECK(wanted.targets().size() > 3);
        const auto table = write_targets_csv(wanted);
        CHECK(lines(read_targets_csv(empty, table, "file")) == "");
        const auto found = std::move(empty).build();
        CHECK(write_plan_json(found) == write_plan_json(wanted));
        CHECK(write_targets_csv(found) == table);
    }
}

TEST_CASE("what a table has no place for is refused when writing") {
    auto plan = builder();
    Target target{.due = Period::year(2025)};
    target.id = "t";
    target.indicator = "a";
    target.readings = {Criterion{}};
    auto versioned = target;
    versioned.versions = {{Period::year(2023).first(), Period::year(2025), {Criterion{}}, std::nullopt, ""}};
    auto named = target;
    named.evaluators = {"a;b"};
    CHECK_THROWS_AS(write_targets_csv(builder().add(versioned).build()), std::invalid_argument);
    CHECK_THROWS_AS(write_targets_csv(builder().add(named).build()), std::invalid_argument);
}

TEST_CASE("targets of files come behind those of the plan file") {
    const TemporaryFile plan("plan.json",
                             plan_with_targets(target_with(R"("criterion": "level >= 1 家")", "first")));
    const TemporaryFile table("targets.csv",
                              required + "second,a,2025,level >= 2 家\nfirst,a,2025,level >= 3 家\n");
    const TemporaryFile more("more.csv", required + "third,a,2025,level >= 4 斤\n");
    const std::filesystem::path files[] = {table.path(), more.path()};
    const auto made = read_plan_json(plan.path(), files);
    REQUIRE(made.plan.has_value());
    REQUIRE(made.plan->targets().size() == 2);
    CHECK(made.plan->targets()[0].id == "first");
    CHECK(made.plan->targets()[1].id == "second");
    REQUIRE(made.plan->invalid_targets().size() == 2);
    CHECK(made.plan->invalid_targets()[0].id == "first");
    CHECK(made.plan->invalid_targets()[1].id == "third");
    CHECK(made.diagnostics.size() == 2);
    CHECK(made.diagnostics[1].file == more.path().string());
}

TEST_CASE("a file that is read block by block says what it says in memory") {
    Random random(7);
    // One row of each sort; # stands for the id.
    const std::string_view sound[] = {
        "#,a,2025,level >= 2 家,u,\n",
        "#,a,2025,level >= 3 家,u,\"第一行\n第二行, \"\"引文\"\"\"\n",
        "#,a,2025,level >= 4 家,u,\"两\n行\"\n",
        "#,b,2025,growth(of a) > 1 % | level > 2 %,,因此\r\n",
        ",,,,u,后来\n",  // no id: of nobody, and said so
        "\n",
    };
    const std::string_view faulty[] = {
        "#,a,2025,level >= 家,u,\n", "#,c,2025,level >= 2 家,u,\n", "#,a,2025\n",
        "#,a,2025,le\"vel,u,\n",     "#,a,2025,level\0,u,\n"sv,
    };
    std::string text = "id,indicator,due,criterion,lead,quote\n";
    for (int i = 0; text.size() < 900'000; ++i) {
        const auto id = "t" + std::to_string(i);
        std::string row(random.chance(200) ? random.pick(faulty) : random.pick(sound));
        if (const auto at = row.find('#'); at != std::string::npos) row.replace(at, 1, id);
        text += row;
        if (i == 1000) text += "#,a,2025,level >= 2 \xE5,u,\n";  // one block is not UTF-8
        if (random.chance(3)) text += id + ",,,,u,又一处\n";     // a further statement, where it was a target
    }
    const auto last_line = std::to_string(std::ranges::count(text, '\n') + 1);
    text += "last,d,2025,level >= 2 家,u,";
    const TemporaryFile file("targets.csv", text);
    auto from_memory = builder();
    auto from_file = builder();
    const auto said = lines(read_targets_csv(from_memory, text, file.path().string()));
    CHECK(lines(read_targets_csv(from_file, file.path())) == said);
    CHECK(contains(said, ":" + last_line + ":6: "));
    const auto a = std::move(from_memory).build();
    const auto b = std::move(from_file).build();
    REQUIRE(a.targets().size() > 5000);
    REQUIRE(a.targets().size() == b.targets().size());
    for (std::size_t i = 0; i < a.targets().size(); ++i) {
        REQUIRE(a.targets()[i].id == b.targets()[i].id);
        REQUIRE(a.targets()[i].readings == b.targets()[i].readings);
        REQUIRE(a.targets()[i].statements == b.targets()[i].statements);
    }
    REQUIRE(a.invalid_targets().size() > 20);
    REQUIRE(a.invalid_targets().size() == b.invalid_targets().size());
    for (std::size_t i = 0; i < a.invalid_targets().size(); ++i) {
        REQUIRE(a.invalid_targets()[i].id == b.invalid_targets()[i].id);
        REQUIRE(a.invalid_targets()[i].problem == b.invalid_targets()[i].problem);
        REQUIRE(a.invalid_targets()[i].statements == b.invalid_targets()[i].statements);
    }
}

TEST_CASE("a plan file that more is added to before its plan is built") {
    const TemporaryFile file("plan.json",
                             plan_with_targets(target_with(R"("criterion": "level >= 1 家")", "first")));
    auto reading = read_plan_builder_json(file.path());
    CHECK(reading.diagnostics.empty());
    REQUIRE(reading.builder.has_value());
    CHECK(reading.builder->so_far().targets().size() == 1);
    CHECK(read_targets_csv(*reading.builder, required + "second,a,2025,level >= 2 家\n", "table").empty());
    const auto plan = (*std::move(reading.builder)).build();
    REQUIRE(plan.targets().size() == 2);
    CHECK(plan.targets()[1].id == "second");

    const auto missing = read_plan_builder_json(std::filesystem::path("no such file.json"));
    CHECK_FALSE(missing.builder.has_value());
    REQUIRE(missing.diagnostics.size() == 1);
    CHECK(missing.diagnostics[0].what == "there is no such file");
}

TEST_CASE("rows of a table share what they have in common") {
    const auto made = read(
        "id,indicator,due,criterion,lead\none,a,2025,level >= 2 家,u\n"
        "two,a,2025,level >= 3 家,u\nthree,a,2025,growth > growth(of b),u\n"
        "four,a,2025,growth > growth(of b),\n");
    REQUIRE(made.plan.targets().size() == 4);
    const auto& one = made.plan.targets()[0];
    const auto& two = made.plan.targets()[1];
    const auto& three = made.plan.targets()[2];
    const auto& four = made.plan.targets()[3];
    CHECK(&one.indicator.str() == &two.indicator.str());
    CHECK(one.statements.data() == three.statements.data());
    CHECK(four.statements.empty());
    CHECK(three.readings.data() == four.readings.data());
    CHECK(one.readings.data() != two.readings.data());
    CHECK(&one.criterion().measure.name.str() == &two.criterion().measure.name.str());
}

TEST_CASE("the example of the documentation") {
    const std::filesystem::path folder = std::filesystem::path(GOALPOST_SOURCE_DIR) / "docs/formats";
    const std::filesystem::path files[] = {folder / "targets_example.csv"};
    const auto made = read_plan_json(folder / "plan_example.json", files);
    CHECK(lines(made.diagnostics) == "");
    REQUIRE(made.plan.has_value());
    const auto* target = made.plan->find_target("gdp_growth");
    REQUIRE(target != nullptr);
    CHECK(target->statements.size() == 2);
}
