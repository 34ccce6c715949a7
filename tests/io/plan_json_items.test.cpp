// SPDX-License-Identifier: BSL-1.0
// Faults inside a plan: a faulty item is left out and said, and everything else is read.
#include <goalpost/io/plan_json.hpp>

#include <doctest/doctest.h>

#include <string>

#include "io/reading.hpp"

using namespace goalpost;
using namespace goalpost::test;

namespace {

/// What a plan file says and what is said about it.
struct Said {
    std::string text;
    std::string said;

    /// Whether exactly this is said at the first place where `part` stands in the file.
    [[nodiscard]] bool at(std::string_view part, std::string_view message, std::size_t byte = 0) const {
        const auto wanted = place_of(text, part, byte) + ": error: " + std::string(message);
        if (contains(said, wanted)) return true;
        MESSAGE("wanted ", wanted);
        MESSAGE(said);
        return false;
    }
    [[nodiscard]] bool somewhere(std::string_view message) const {
        if (!contains(said, message)) MESSAGE(said);
        return contains(said, message);
    }
};

/// What is said about one target with these further keys; it is left out, and its neighbours stay.
Said target_faults(const std::string& keys) {
    const auto text = plan_with_targets(target_with(R"("criterion": "level >= 1 家")", "before") + ",\n" +
                                        target_with(keys) + ",\n" +
                                        target_with(R"("criterion": "level >= 1 家")", "after"));
    const auto reading = read_plan_json(text, "file");
    REQUIRE(reading.plan);
    CHECK(reading.plan->targets().size() == 2);
    REQUIRE(reading.plan->invalid_targets().size() == 1);
    CHECK(reading.plan->invalid_targets().front().id == "t");
    CHECK(contains(reading.plan->invalid_targets().front().problem, " (line 4)"));
    return {text, lines(reading.diagnostics)};
}

Said faults_of(const std::string& lists) {
    const auto text = plan_with(lists);
    return {text, plan_faults(text)};
}

std::string with_criterion(const std::string& keys) { return R"("criterion": "level >= 300 家", )" + keys; }

}  // namespace

TEST_CASE("a faulty criterion is shown with the place inside it") {
    CHECK(target_faults(R"("criterion": "level >> 300 家")")
              .at("> 300", "the criterion \"level >> 300 家\" cannot be read: found '>'; expected a number"));
    CHECK(target_faults(R"("criterion": "level >= 1,450 家")")
              .at(",450", "the criterion \"level >= 1,450 家\" cannot be read: found ','"));
    CHECK(target_faults(R"("criterion": "level >= 1e400 家")")
              .at("e400", "the criterion \"level >= 1e400 家\" cannot be read"));
    CHECK(target_faults(R"("criterion": "level >= １２ 家")").at("１２", "the criterion"));
    CHECK(target_faults(R"("criterion": "level ~ 3.5 %")").somewhere("\"±\" and a tolerance"));
    CHECK(target_faults(R"("criterion": "")")
              .at("\"\"", "the criterion \"\" cannot be read: found end of text", 1));
    // The place is right behind escapes too.
    CHECK(target_faults(R"("criterion": "level \u003e= 300 \u5bb6 x")")
              .at(" x\"", "the criterion \"level >= 300 家 x\" cannot be read: found 'x'", 1));
    CHECK(target_faults(R"("criterion": "level(of \"甲 乙\") >= 3 家 x")").at(" x\"", "the criterion", 1));
}

TEST_CASE("a criterion that does not fit the plan points at the name in it") {
    CHECK(
        target_faults(R"j("criterion": "level > level(of gdp @ 全国)")j")
            .at("gdp",
                "indicator \"gdp\" is not defined in the plan; expected the id of one that is; define it, or "
                "correct the id\n"));
    CHECK(target_faults(R"("criterion": "all of cities: level > 3 家")")
              .at("cities",
                  "group \"cities\" is not defined in the plan; expected the id of one that is; define it, "
                  "or correct the id\n"));
    CHECK(target_faults(R"("criterion": "level > 3 斤")").at("斤", "unit of measure '斤' is not known"));
    CHECK(target_faults(R"("criterion": "growth(since 2025) > 3 %")")
              .at("since 2025", "\"since 2025\" is not before the due period 2025"));
    CHECK(target_faults(with_criterion(R"("statements": [{"criterion": "level > 3 斤"}])"))
              .at("斤", "unit of measure '斤' is not known"));
    CHECK(
        target_faults(
            with_criterion(
                R"("versions": [{"until": "2023-01-01", "due": "2022", "criterion": "growth(since 2023) > 3 %"}])"))
            .at("since 2023", "\"since 2023\" is not before the due period 2022"));
}

TEST_CASE("keys that are unknown, twice or missing") {
    CHECK(target_faults(with_criterion(R"("waight": "2")"))
              .at("\"waight\"",
                  "the key \"waight\" is not known in a target; expected id, indicator, scope, due"));
    CHECK(target_faults(with_criterion(R"("waight": "2")")).somewhere("did you mean \"weight\"?"));
    CHECK(target_faults(with_criterion(R"("comment": "2")"))
              .somewhere("remove it, or put remarks under \"note\""));
    CHECK(target_faults(with_criterion(R"("due": "2024")"))
              .at("\"due\": \"2024\"", "the key \"due\" stands twice in a target; remove one of the two"));
    CHECK(target_faults(R"("note": "n")")
              .at("{\"id\": \"t\"",
                  "a target has no \"criterion\"; expected the key \"criterion\", or \"readings\"; add it"));
    CHECK(target_faults(with_criterion(R"("readings": ["level > 3 家"])"))
              .at("[\"level", "a target has both \"criterion\" and \"readings\""));
    CHECK(target_faults(R"("readings": [])").at("[]", "\"readings\" is empty"));

    const auto text =
        plan_with_targets(R"({"criterion": "level >= 1 家", "statements": [{"id": "1-1", "quote": "q"}]})");
    const auto reading = read_plan_json(text, "file");
    const Said said{text, lines(reading.diagnostics)};
    CHECK(said.at("{\"criterion\"", "a target has no \"id\"; expected the key \"id\"; add it\n"));
    CHECK(said.at("{\"criterion\"", "a target has no \"indicator\""));
    CHECK(said.at("{\"criterion\"", "a target has no \"due\""));
    REQUIRE(reading.plan->invalid_targets().size() == 1);
    CHECK(reading.plan->invalid_targets().front().statements.size() == 1);  // it keeps what could be read
    CHECK(reading.plan->invalid_targets().front().statements.front().quote == "q");
}

TEST_CASE("values of another type") {
    CHECK(target_faults(R"("criterion": 3)")
              .at("3}",
                  "\"criterion\" in a target is a number; expected a text in double quotes; write \"3\""));
    CHECK(target_faults(R"("readings": "level > 3 家")")
              .at("\"level > 3", "\"readings\" in a target is a text in double quotes; expected an array"));
    CHECK(target_faults(R"("readings": [3])")
              .at("3]", "an element of \"readings\" is a number; expected a text in double quotes"));
    CHECK(
        target_faults(with_criterion(R"("note": null)"))
            .at("null", "\"note\" in a target is null; expected a text in double quotes; leave the key out"));
    CHECK(target_faults(with_criterion(R"("weight": true)"))
              .at("true", "a number in a target is true or false; expected a number"));
    CHECK(target_faults(with_criterion(R"("base": [])"))
              .at("[]", "\"base\" in a target is an array; expected an object"));
    CHECK(target_faults(with_criterion(R"("statements": [3])"))
              .at("3]", "an element of \"statements\" is a number; expected an object"));
    CHECK(target_faults(with_criterion(R"("statements": [{"lead": "x"}])"))
              .at("\"x\"", "\"lead\" in a statement is a text in double quotes; expected an array"));
    CHECK(target_faults(with_criterion(R"("evaluators": [""])"))
              .at("\"\"", "an element of \"evaluators\" is empty"));
    CHECK(target_faults(with_criterion(R"("calendar": {"kind": "months", "month_weights": [1, "2", {}]})"))
              .at("{}", "a number in a calendar is an object"));
    CHECK(target_faults(with_criterion(R"("manual": {"met": "yes", "who": "w", "why": "y"})"))
              .at("\"yes\"", "\"met\" in a manual verdict is a text in double quotes"));
}

TEST_CASE("unknown words list what could stand there") {
    CHECK(target_faults(with_criterion(R"("standing": "activ")"))
              .at("\"activ\"",
                  "\"standing\" in a target is \"activ\"; expected active, withdrawn or not_applicable; did "
                  "you mean \"active\"?"));
    CHECK(
        target_faults(with_criterion(R"("statements": [{"commitment": "确保"}])"))
            .at("\"确保\"", "\"commitment\" in a statement is \"确保\"; expected plain, ensure or strive\n"));
    CHECK(target_faults(with_criterion(R"("calendar": {"kind": "monthly"})"))
              .somewhere("expected linear, months, milestones or compound; did you mean \"months\"?"));
}

TEST_CASE("numbers that are no decimals") {
    const auto weight = [](const std::string& text) {
        return target_faults(with_criterion("\"weight\": " + text));
    };
    CHECK(weight("\"1,450\"")
              .at(",450",
                  "the number \"1,450\" cannot be read: found ','; expected digits or a decimal point; write "
                  "the number without thousands separators"));
    CHECK(weight("1e400").at("e400",
                             "the number \"1e400\" cannot be read: found 'e'; expected a digit; write the "
                             "number out, without an exponent"));
    CHECK(weight("1e2").somewhere("without an exponent"));
    CHECK(weight("-1.5e-400").somewhere("without an exponent"));
    CHECK(weight("\"inf\"").somewhere("the number \"inf\" cannot be read"));
    CHECK(weight("\"NaN\"").somewhere("the number \"NaN\" cannot be read"));
    CHECK(weight("1234567890123456789")
              .at("9}", "the number \"1234567890123456789\" cannot be read: found more than 18 digits"));
    CHECK(weight("\"" + std::string(60, '1') + "\"").somewhere("more than 18 digits"));
    CHECK(weight(std::string(400, '1')).somewhere("more than 18 digits"));
    CHECK(weight("\"\"").somewhere("the number \"\" cannot be read: found end of text"));
    CHECK(weight("-1").at("-1", "the weight is negative"));
}

TEST_CASE("periods and dates that do not exist") {
    const auto base = [](const std::string& period) {
        return target_faults(with_criterion(R"("base": {"period": ")" + period + R"(", "value": "1"})"));
    };
    CHECK(base("0000-00-00").at("0000", "the period \"0000-00-00\" cannot be read"));
    CHECK(base("2024-02-30")
              .at("30\"",
                  "the period \"2024-02-30\" cannot be read: found '30'; expected a day that the month has, "
                  "01 to 29"));
    CHECK(base("2024年").at("年\"", "the period \"2024年\" cannot be read: found '年'"));
    CHECK(base("2025").at("\"2025\", \"value\"", "the base period 2025 is not before the due period 2025"));
    CHECK(
        target_faults(with_criterion(R"("versions": [{"until": "2024-02-30", "criterion": "level > 1 家"}])"))
            .somewhere("the date \"2024-02-30\" cannot be read"));
}

TEST_CASE("bases and milestones") {
    CHECK(target_faults(with_criterion(R"("base": {"value": "1"})")).somewhere("a base has no \"period\""));
    CHECK(
        target_faults(with_criterion(R"("base": {"period": "2020"})")).somewhere("a base has no \"value\""));
    CHECK(target_faults(with_criterion(R"("base": {"period": "2020", "value": "1", "unit": "斤"})"))
              .at("\"斤\"", "the unit of measure \"斤\" is not known"));
    CHECK(target_faults(with_criterion(R"("milestones": [{"period": "2026", "value": 1}])"))
              .at("\"2026\"", "the milestone 2026 is after the due period 2025"));
    CHECK(target_faults(
              with_criterion(
                  R"("milestones": [{"period": "2024", "value": 1}, {"period": "2024", "value": 2}])"))
              .at("\"2024\", \"value\": 2", "two milestones of a target are for 2024"));
}

TEST_CASE("two targets with one id: the first stays") {
    const auto text = plan_with_targets(target_with(R"("criterion": "level >= 1 家")") + ",\n" +
                                        target_with(R"("criterion": "level >= 2 家")"));
    const auto reading = read_plan_json(text, "file");
    CHECK(contains(
        lines(reading.diagnostics),
        "file:4:8: error: two items of kind target have the id \"t\"; expected an id that no other has; "
        "give one of them another id, or remove it\n"));
    REQUIRE(reading.plan->targets().size() == 1);
    CHECK(goalpost::text(reading.plan->targets().front().criterion()) == "level >= 1 家");
    CHECK(reading.plan->invalid_targets().size() == 1);
}

TEST_CASE("a faulty indicator takes its targets along, which say so") {
    const auto text = plan_with(R"j("indicators": [
 {"id": "a", "name": "甲", "unit": "斤", "kind": "flow"},
 {"id": "b", "name": "乙", "unit": "家", "kind": "flow"}],
"targets": [
 {"id": "t", "indicator": "a", "due": "2025", "criterion": "level >= 1 家"},
 {"id": "u", "indicator": "b", "due": "2025", "criterion": "growth > growth(of a)"},
 {"id": "v", "indicator": "bb", "due": "2025", "criterion": "level >= 1 家"},
 {"id": "w", "indicator": "b", "due": "2025", "criterion": "level >= 1 家"}])j");
    const auto reading = read_plan_json(text, "file");
    CHECK(reading.diagnostics.size() == 4);
    const Said said{text, lines(reading.diagnostics)};
    CHECK(said.at("\"斤\"", "the unit of measure \"斤\" is not known; expected a unit of measure"));
    CHECK(said.at("\"a\", \"due\"",
                  "the indicator \"a\" was left out for the error in its definition, line 3; expected the id "
                  "of an indicator; mend its definition\n"));
    CHECK(
        said.at("of a)",
                "the indicator \"a\" was left out for the error in its definition, line 3; expected a sound "
                "definition; mend it there\n",
                3));
    CHECK(said.at("\"bb\"",
                  "the indicator \"bb\" is not defined in the plan; expected the id of an indicator; did you "
                  "mean \"b\"?\n"));
    CHECK(reading.plan->targets().size() == 1);
    REQUIRE(reading.plan->invalid_targets().size() == 3);
    CHECK(reading.plan->invalid_targets().front().problem ==
          "the indicator \"a\" was left out for the error in its definition, line 3; expected the id of an "
          "indicator (line 6)");
    CHECK(reading.plan->invalid_targets().front().indicator == "a");
}

TEST_CASE("faulty groups and units of measure take along what names them") {
    const auto said = faults_of(R"("units_of_measure": [{"symbol": "P", "size": 3}],
"groups": [{"id": "g", "name": "", "members": [1]}],
"indicators": [{"id": "a", "name": "甲", "unit": "P", "kind": "stock"}, {"id": "b", "name": "乙", "unit": "家", "kind": "stock"}],
"targets": [{"id": "t", "indicator": "b", "due": "2025", "criterion": "all of g: level >= 1 家"}])");
    CHECK(said.at("\"size\"", "the key \"size\" is not known in a unit of measure"));
    CHECK(said.at("\"\"", "\"name\" in a group is empty"));
    CHECK(said.at("1]", "an element of \"members\" is a number"));
    CHECK(said.at("\"P\", \"kind\"",
                  "the unit of measure \"P\" was left out for the error in its definition, line 2"));
    CHECK(said.at("g: level", "the group \"g\" was left out for the error in its definition, line 3"));
}

TEST_CASE("indicators that share a name, lack a key or name an unknown part") {
    const auto said = faults_of(R"("indicators": [{"id": "a", "name": "甲", "unit": "家", "kind": "flow"},
{"id": "b", "name": "乙", "aliases": ["丙", "甲　"], "unit": "家", "kind": "flow"},
{"id": "c", "name": " 甲", "unit": "家", "kind": "flow"},
{ "id": "a", "name": "丁", "unit": "家", "kind": "flow"},
{"id": "d", "name": "戊"},
{"id": "e", "name": "己", "unit": "%", "kind": "ratio", "numerator": "a", "denominator": "zz"},
{"id": "f", "name": "庚", "unit": "%", "kind": "ratio", "numerator":  "a"},
{"id": "g", "name": "辛", "unit": "%", "kind": "ratio", "aliases": [{"name": "x", "basis": "lvl"}, 3, ""], "better": "up"}])");
    CHECK(said.at("\"甲　\"",
                  "the indicators \"a\" and \"b\" share the name \"甲　\"; expected names that no other "
                  "indicator has; keep the name with one of them\n"));
    CHECK(said.at("\" 甲\"", "the indicators \"a\" and \"c\" share the name \" 甲\""));
    CHECK(said.at("{ \"id\": \"a\"", "two items of kind indicator have the id \"a\"", 8));
    CHECK(said.at("{\"id\": \"d\"", "an indicator has no \"unit\""));
    CHECK(said.at("{\"id\": \"d\"", "an indicator has no \"kind\""));
    CHECK(said.at("\"zz\"", "the denominator \"zz\" is not defined in the plan"));
    CHECK(said.at("  \"a\"}", "an indicator has a numerator or a denominator, not both", 2));
    CHECK(said.at("\"lvl\"",
                  "\"basis\" in an alias is \"lvl\"; expected level, cumulative, growth_yoy, share, "
                  "change_pp, completion or rank"));
    CHECK(said.at(
        "3, \"\"",
        "an alias is a number; expected a name in double quotes, or an object with \"name\" and \"basis\""));
    CHECK(said.at("\"\"]", "an alias is empty"));
    CHECK(said.at("\"up\"", "\"better\" in an indicator is \"up\"; expected higher, lower or neither"));
}

TEST_CASE("a ratio whose parts were left out is read without them") {
    const auto text = plan_with(R"("indicators": [
{"id": "r", "name": "占比", "unit": "%", "kind": "ratio", "numerator": "a", "denominator": "b"},
{"id": "a", "name": "甲", "unit": "家", "kind": "flow"},
{"id": "b", "name": "乙", "unit": "斤", "kind": "flow"}],
"targets": [{"id": "t", "indicator": "r", "due": "2025", "criterion": "level > 3 %"}])");
    const auto reading = read_plan_json(text, "file");
    CHECK(contains(
        lines(reading.diagnostics),
        "file:3:70: warning: the indicator \"b\" was left out for the error in its definition, line 5; "
        "\"r\" is read without numerator and denominator\n"));
    REQUIRE(reading.plan);
    CHECK(reading.plan->targets().size() == 1);
    CHECK(reading.plan->find_indicator("r")->numerator == "");
    CHECK(reading.plan->find_indicator("r")->denominator == "");
}

TEST_CASE("units of measure that cannot be added") {
    const auto said = faults_of(R"("units_of_measure": [{"symbol": "%"},
{"symbol": "P"}, {"symbol":  "P"},
{"symbol": "Q", "of": "R"},
{"symbol": "S", "power": 3},
{"symbol": "T", "of": "P", "power": 3, "factor": 2},
{"symbol": "U", "of": "P", "dimension": "d"},
{"symbol": "V", "factor": "0"}, {"symbol": "W", "factor": "1/0"}, {"symbol": "X", "factor": "x"},
{"symbol": "Y", "of": "P", "power": 3.5}, {"symbol": "Z", "of": "P", "power": 99}, {"discrete": "no"}])");
    CHECK(said.at("\"%\"", "the unit of measure \"%\" is one that the library knows; remove it"));
    CHECK(said.at("  \"P\"", "the unit of measure \"P\" is defined twice; remove it", 2));
    CHECK(said.at("\"R\"", "the unit of measure \"R\" is not known"));
    CHECK(said.at("3},", "a unit of measure has \"power\" but no \"of\""));
    CHECK(said.at("2},", "a unit of measure has both \"power\" and \"factor\""));
    CHECK(said.at("\"d\"", "a unit of measure has both \"of\" and \"dimension\""));
    CHECK(said.at("\"0\"", "the factor is not positive"));
    CHECK(said.at("0\"}, {\"symbol\": \"X\"", "the factor \"1/0\" cannot be read"));
    CHECK(said.somewhere("the factor \"x\" cannot be read"));
    CHECK(
        said.at("3.5", "\"power\" in a unit of measure is \"3.5\"; expected a whole number from -18 to 18"));
    CHECK(said.somewhere("\"power\" in a unit of measure is \"99\""));
    CHECK(said.somewhere("a unit of measure has no \"symbol\""));
    CHECK(said.at("\"no\"",
                  "\"discrete\" in a unit of measure is a text in double quotes; expected true or false"));
}

TEST_CASE("a unit of measure of more base units than 63 bits count") {
    const auto said = faults_of(R"("units_of_measure": [{"symbol": "A", "of": "元", "power": 18},
{"symbol": "B", "of": "亿元", "power": 12}, {"symbol": "C", "of": "A", "factor": 10}])");
    CHECK(said.at("12}", "one such unit is 100000000000000000000 base units"));
    CHECK(said.at("10}", "one such unit is 10000000000000000000 base units"));
    CHECK(said.said.find("\"A\"") == std::string::npos);
}

TEST_CASE(
    "a responsible unit that is not defined costs a warning, not the target, and is taken by its name") {
    const auto text = plan_with(
        R"("responsible_units": [{"id": "u", "name": "局", "parent": "x", "members": ["y"]}, {"id": "z", "name": 3}],
"indicators": [{"id": "a", "name": "甲", "unit": "家", "kind": "stock"}],
"targets": [{"id": "t", "indicator": "a", "due": "2025", "criterion": "level >= 1 家",
 "statements": [{"lead": ["u"], "responsible": ["市科技局", "市科技局"], "supporting": ["z"]}]}])");
    const auto reading = read_plan_json(text, "file");
    const auto said = lines(reading.diagnostics);
    CHECK(reading.diagnostics.size() == 5);
    const std::string define =
        "expected the id of a responsible unit; define it under \"responsible_units\"\n";
    CHECK(contains(said, place_of(text, "\"x\"") +
                             ": warning: the responsible unit \"x\" is not defined in the plan; " + define));
    CHECK(contains(said, place_of(text, "\"y\"") +
                             ": warning: the responsible unit \"y\" is not defined in the plan; " + define));
    CHECK(contains(said, place_of(text, "3}") + ": error: \"name\" in a responsible unit is a number"));
    CHECK(contains(said, place_of(text, "\"市科技局\"") +
                             ": warning: the responsible unit \"市科技局\" is not defined in the plan; it is "
                             "taken as a unit of that name; " +
                             define));
    CHECK(contains(said, place_of(text, "\"z\"]") +
                             ": warning: the responsible unit \"z\" was left out for the error in its "
                             "definition, line 2; it is taken as a unit of that name; " +
                             define));
    REQUIRE(reading.plan->targets().size() == 1);
    CHECK(reading.plan->targets().front().statements.front().responsible ==
          std::vector<std::string>{"市科技局", "市科技局"});
    REQUIRE(reading.plan->find_responsible_unit("市科技局") != nullptr);
    CHECK(reading.plan->find_responsible_unit("市科技局")->name == "市科技局");
}

TEST_CASE("ids that cannot stand, and keys that are unknown at the top") {
    const auto said = faults_of(
        R"("responsible_units": [{"id": " u", "name": "n"}, {"id": "", "name": "n"}, {"id": "a\nb", "name": "n"}], "target": [])");
    CHECK(said.at("\" u\"",
                  "\"id\" in a responsible unit is \" u\"; expected letters, digits and _, without blanks "
                  "around them"));
    CHECK(said.at("\"\"", "\"id\" in a responsible unit is empty"));
    CHECK(said.somewhere("\"id\" in a responsible unit is \"a\\nb\""));
    CHECK(said.at("\"target\"", "the key \"target\" is not known in the plan"));
    CHECK(said.somewhere("did you mean \"targets\"?"));
}

TEST_CASE("of each kind of fault a hundred are listed and the rest is counted") {
    std::string targets;
    for (int i = 0; i < 250; ++i)
        targets +=
            (i == 0 ? "" : ",\n") + target_with(R"("criterion": "level >= x")", "t" + std::to_string(i));
    const auto reading = read_plan_json(plan_with_targets(targets), "file");
    REQUIRE(reading.plan);
    CHECK(reading.plan->invalid_targets().size() == 250);
    REQUIRE(reading.diagnostics.size() == 101);
    CHECK(reading.diagnostics.back().text() ==
          "file: error: 150 more of this kind are not listed: a criterion that cannot be read (250 in all)");
}

TEST_CASE("what the plan has against a target says what is expected and how to mend it") {
    CHECK(target_faults(with_criterion(R"("weight": -1)"))
              .at("-1", "the weight is negative; expected 0 or more; write 0 where it is not to count\n"));
    CHECK(
        target_faults(with_criterion(R"("base": {"period": "2025", "value": 1})"))
            .at("\"2025\", \"value\"",
                "the base period 2025 is not before the due period 2025; expected a period that ends before "
                "the due period; mend the one that is wrong\n"));
    CHECK(
        target_faults(with_criterion(R"("milestones": [{"period": "2030", "value": 1}])"))
            .at("\"2030\"",
                "the milestone 2030 is after the due period 2025; expected a period that ends no later than "
                "the due period; mend the one that is wrong\n"));
    CHECK(faults_of(R"j("indicators": [{"id": "gdp", "name": "甲", "unit": "家", "kind": "flow"}],
"groups": [{"id": "cities", "name": "市", "members": ["市"]}],
"targets": [{"id": "t", "indicator": "gdp", "due": "1400", "criterion": "level > 1 家"},
{"id": "u", "indicator": "gdp", "due": "2025", "criterion": "growth > growth(of gdpp)"},
{"id": "v", "indicator": "gdp", "due": "2025", "criterion": "all of citys: level > 1 家"}])j")
              .said ==
          "file:4:52: error: the due period 1400 begins before 1500; expected a period of at most a hundred "
          "years, from 1500 on; look for a slip in the year\n"
          "file:5:81: error: indicator \"gdpp\" is not defined in the plan; expected the id of one that is; "
          "did "
          "you mean \"gdp\"?\n"
          "file:6:69: error: group \"citys\" is not defined in the plan; expected the id of one that is; did "
          "you mean \"cities\"?\n");
}

TEST_CASE("an id that cannot stand is told once") {
    const std::string rest = R"(", "indicator": "a", "due": "2025", "criterion": "level >= 1 家"})";
    CHECK(plan_faults(plan_with_targets("{\"id\": \"" + rest)) ==
          "file:3:20: error: \"id\" in a target is empty; expected a text; fill it in\n");
    CHECK(plan_faults(plan_with_targets("{\"id\": \" t" + rest)) ==
          "file:3:20: error: \"id\" in a target is \" t\"; expected letters, digits and _, without blanks "
          "around them; remove the blanks around it\n");
}

TEST_CASE("remarks are sent only where they can stand") {
    const auto said = faults_of(R"("note": "x", "groups": [{"id": "g", "name": "g", "remark": ""}])").said;
    CHECK(contains(said, "file:2:1: error: the key \"note\" is not known in the plan"));
    CHECK(contains(said,
                   "targets; remove it; remarks go under \"note\" of an indicator, a responsible unit, a "
                   "target or a statement\n"));
    CHECK_FALSE(contains(said, "or put remarks under"));
}
