// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "found.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::found;
using goalpost::test::state;

namespace {

constexpr auto flow = IndicatorKind::flow;

Case firms(std::string_view criterion = "level >= 300 家") {
    return Case().indicator("firms", "家", flow).target(criterion, "2024");
}

}  // namespace

TEST_CASE("statement_looser and statement_stricter: 超200家 here, 200家以上 there") {
    auto c = firms("level > 200 家");
    state(c, "创新主体超200家", "overview");
    state(c, "创新主体200家以上", "tasks", "level >= 200 家");
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "statement_looser t1");
    CHECK(findings[0].section == "tasks");
    CHECK(findings[0].quote == "创新主体200家以上");
    CHECK(findings[0].message.en == "this statement says >= 200 家, the target > 200 家");
    CHECK(findings[0].message.zh == "此处表述为不低于200家，而目标为超过200家");

    auto turned = firms("level >= 200 家");
    state(turned, "创新主体超200家", "", "level > 200 家");
    CHECK(found(turned) == "statement_stricter t1");
    auto about = firms("level ~ 200 家 ± 5 % of it");
    state(about, "200家以上", "", "level >= 200 家");
    CHECK(found(about) == "statement_stricter t1");
    auto same = firms("level > 200 家");
    state(same, "创新主体超0.02万家", "", "level > 0.02 万家");
    CHECK(found(same) == "");
}

TEST_CASE("statement_joining_differs: any at one target, all at the other") {
    const auto joined = [](Joining first, Joining second, const char* other = "s") {
        auto c = firms();
        auto& one = state(c, "家数300家或增长10%");
        one.id = "s";
        one.joining = first;
        c.target("growth >= 10 %", "2024");
        auto& two = state(c, "家数300家或增长10%");
        two.id = other;
        two.joining = second;
        return c;
    };
    const auto findings = test::findings_of(joined(Joining::any, Joining::all));
    REQUIRE(test::written(findings) == "statement_joining_differs t2");
    CHECK(findings[0].message.en == "statement s asks for all of them here and for any of them at target t1");
    CHECK(findings[0].message.zh == "表述 s 在此处要求“全部达到”，在目标 t1 处要求“任一达到”");
    CHECK(found(joined(Joining::all, Joining::any)) == "statement_joining_differs t2");
    CHECK(found(joined(Joining::any, Joining::any)) == "");
    CHECK(found(joined(Joining::any, Joining::all, "other")) == "");
}

TEST_CASE("statement_unlike: another number, measure or direction is another target") {
    for (const auto* criterion : {"level >= 250 家", "growth >= 10 %", "level <= 300 家",
                                  "every year: level >= 300 家", "level = 300 家"}) {
        CAPTURE(criterion);
        auto c = firms();
        state(c, "家数", "", criterion);
        CHECK(found(c) == "statement_unlike t1");
    }
    auto c = firms();
    state(c, "300家", "", "level >= 300 家");
    CHECK(found(c) == "");
    state(c, "每年增长10%", "", "every year: growth >= 10 %");
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "statement_unlike t1");
    CHECK(findings[0].message.zh == "此处表述为“每年同比增速不低于10%”，而目标为“不低于300家”");
}

TEST_CASE("statement_words_differ: 300家 in the table, 300家以上 in the text") {
    auto c = firms();
    state(c, "新认定国家高新技术企业家数300家", "一、重点指标").item = "6";
    state(c, "国家高新技术企业300家以上", "二、工作举措");
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "statement_words_differ t1");
    CHECK(findings[0].severity == PlanFinding::Severity::note);
    CHECK(findings[0].section == "二、工作举措");
    CHECK(findings[0].message.en ==
          "the target reads \"300家以上\" here and \"300家\" (一、重点指标/6) there");
    CHECK(findings[0].message.zh == "此处写作“300家以上”，另一处写作“300家”（一、重点指标/6）");

    c.targets[0].statements.edit()[0].quote = "新认定国家高新技术企业家数不少于300家";
    CHECK(found(c) == "");
}

TEST_CASE("statement_words_differ: a bare figure and 达 say the same, other figures do not count") {
    auto c = firms();
    state(c, "3亿元以上工业企业达到300家");
    state(c, "工业企业300家");
    CHECK(found(c) == "");
    state(c, "工业企业突破300家");
    CHECK(found(c) == "statement_words_differ t1");
}

TEST_CASE("statement_words_differ: masks take part, and a criterion of its own speaks for a statement") {
    auto c = firms("level >= 10 家");
    state(c, "获批建设**家以上全国重点实验室", "goals", "level >= **** 家");
    state(c, "力争获批建设10家全国重点实验室", "tasks");
    CHECK(found(c) == "masked_twin_printed t1, statement_words_differ t1");
    c.targets[0].statements.edit()[0].quote = "获批建设**家全国重点实验室";
    CHECK(found(c) == "masked_twin_printed t1");

    auto own = firms("level > 200 家");
    state(own, "超200家");
    state(own, "200家以上", "", "level >= 200 家");
    CHECK(found(own) == "statement_looser t1");  // told once
}

TEST_CASE("masked_twin_printed: the number hidden in one place stands in another") {
    auto c = firms("level > 13000 家");
    state(c, "高新技术企业突破*****家", "goals", "level > **** 家");
    CHECK(found(c) == "");  // nobody printed it
    state(c, "高新技术企业突破13000家", "tasks");
    const auto findings = test::findings_of(c);
    REQUIRE(test::written(findings) == "masked_twin_printed t1");
    CHECK(findings[0].section == "goals");
    CHECK(findings[0].message.en.find("> 13000 家") != std::string::npos);
}

TEST_CASE("statement_repeated: one statement twice under one target") {
    auto c = firms();
    state(c, "企业300家以上", "a");
    state(c, "企业300家以上", "b");
    CHECK(found(c) == "");  // said in two places
    state(c, "企业300家以上", "a");
    CHECK(found(c) == "statement_repeated t1");
}

TEST_CASE("statements of a target with several readings are not compared") {
    auto c =
        Case().indicator("share", "%", IndicatorKind::ratio).target("change(since 2022) >= 5 pp", "2024");
    c.reading("multiple(since 2022) >= 1.05");
    state(c, "比例提升5%", "", "change(since 2022) >= 5 pp");
    CHECK(found(c) == "several_readings t1");
}
