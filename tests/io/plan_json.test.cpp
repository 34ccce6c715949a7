// SPDX-License-Identifier: BSL-1.0
#include <goalpost/io/plan_json.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "io/reading.hpp"
#include "support/string_makers.hpp"

using namespace goalpost;
using namespace goalpost::test;

namespace {

constexpr std::string_view every_key = R"({
  "$schema": "../docs/schema/plan.schema.json",
  "goalpost": 1,
  "id": "demo-2024",
  "title": "计划",
  "issuer": "科技局",
  "horizon": "2021/2025",
  "scope": "浙江省",
  "source": {"title": "通知", "document": "〔2024〕1号", "address": "http://example.org", "published": "2024-02-29"},
  "units_of_measure": [
    {"symbol": "P", "discrete": false},
    {"symbol": "EP", "of": "P", "power": 3},
    {"symbol": "担", "of": "吨", "factor": "1/20"},
    {"symbol": "箱", "discrete": true},
    {"symbol": "打", "dimension": "count:个", "factor": 12, "discrete": true}
  ],
  "responsible_units": [
    {"id": "bureau", "name": "市科技局", "aliases": ["科技局"], "note": "含开发区"},
    {"id": "districts", "name": "各区县科技局", "parent": "bureau", "members": ["north"], "size": 13},
    {"id": "north", "name": "北区科技局"}
  ],
  "groups": [
    {"id": "cities", "name": "设区市", "members": ["杭州市", "inner"]},
    {"id": "inner", "name": "内", "members": ["宁波市"], "size": 2}
  ],
  "indicators": [
    {"id": "gdp", "name": "地区生产总值", "unit": "亿元", "kind": "flow"},
    {"id": "rd", "name": "R&D经费", "unit": "亿元", "kind": "flow"},
    {"id": "rd_intensity", "name": "研发强度", "aliases": ["Ｒ＆Ｄ 强度", {"name": "强度完成率", "basis": "completion"}],
     "unit": "%", "better": "higher", "kind": "ratio", "numerator": "rd", "denominator": "gdp", "limit": "100", "note": "n"},
    {"id": "place", "name": "位次", "unit": "位", "better": "lower", "kind": "rank"},
    {"id": "power", "name": "算力", "unit": "EP", "better": "neither", "kind": "index"}
  ],
  "targets": [
    {"id": "t1", "indicator": "rd_intensity", "scope": "杭州市", "due": "2025", "criterion": "level >= 3.50 %",
     "base": {"period": "2020", "value": "2.150", "unit": "‰"}, "weight": "1.50", "standing": "withdrawn", "note": "tn",
     "milestones": [{"period": "2024", "value": "3.3"}, {"period": "2023", "value": 3.10}], "evaluators": ["mine"],
     "statements": [{"id": "1-1", "quote": "达到3.5%", "section": "一", "item": "1.", "criterion": "level > 3.5 %",
                     "commitment": "strive", "lead": ["bureau"], "responsible": ["districts", "north"], "supporting": ["bureau"], "note": "sn"}]},
    {"id": "t2", "indicator": "rd", "due": "2025", "readings": ["change(since 2022) >= 5 pp", "multiple(since 2022) >= 1.05"], "weight": 0.30},
    {"id": "t3", "indicator": "place", "due": "2024-06", "criterion": "all of cities: level <= 25 位"}
  ]
})";

}  // namespace

TEST_CASE("every key of a plan file arrives in the plan") {
    const auto reading = read_plan_json(every_key, "file");
    CHECK(lines(reading.diagnostics) == "");
    REQUIRE(reading.plan);
    const auto& plan = *reading.plan;

    const auto& head = plan.head();
    CHECK(head.id == "demo-2024");
    CHECK(head.title == "计划");
    CHECK(head.issuer == "科技局");
    CHECK(head.horizon == Period::parse("2021/2025").value());
    CHECK(head.scope == "浙江省");
    CHECK(head.source.title == "通知");
    CHECK(head.source.document == "〔2024〕1号");
    CHECK(head.source.address == "http://example.org");
    CHECK(head.source.published == parse_date("2024-02-29").value());

    const auto unit = [&](std::string_view symbol) { return plan.unit_set().parse(symbol).value(); };
    CHECK(unit("P") == UnitOfMeasure("P", "P", 1, false));
    CHECK(unit("EP") == UnitOfMeasure("EP", "P", 1000, false));
    CHECK(unit("担") == UnitOfMeasure("担", "mass", SmallRatio::of(1, 20), false));
    CHECK(unit("箱") == UnitOfMeasure("箱", "箱", 1, true));
    CHECK(unit("打") == UnitOfMeasure("打", "count:个", 12, true));

    REQUIRE(plan.responsible_units().size() == 3);
    const auto& districts = *plan.find_responsible_unit("districts");
    CHECK(plan.find_responsible_unit("bureau")->aliases == std::vector<std::string>{"科技局"});
    CHECK(plan.find_responsible_unit("bureau")->note == "含开发区");
    CHECK(districts.name == "各区县科技局");
    CHECK(districts.parent == "bureau");
    CHECK(districts.members == std::vector<std::string>{"north"});
    CHECK(districts.size == 13);

    CHECK(plan.find_group("cities")->name == "设区市");
    CHECK(plan.members_of("cities") == std::vector<std::string>{"杭州市", "宁波市"});
    CHECK(plan.find_group("inner")->size == 2);

    const auto& intensity = *plan.find_indicator("rd_intensity");
    CHECK(intensity.name == "研发强度");
    CHECK(intensity.aliases ==
          std::vector<Alias>{{"Ｒ＆Ｄ 强度", std::nullopt}, {"强度完成率", Basis::completion}});
    CHECK(intensity.unit == UnitOfMeasure::percent());
    CHECK(intensity.better == Better::higher);
    CHECK(intensity.kind == IndicatorKind::ratio);
    CHECK(intensity.numerator == "rd");
    CHECK(intensity.denominator == "gdp");
    CHECK(intensity.limit == Decimal(100));
    CHECK(intensity.note == "n");
    CHECK(plan.find_indicator("place")->better == Better::lower);
    CHECK(plan.find_indicator("power")->better == Better::neither);
    CHECK(plan.find_indicator("power")->kind == IndicatorKind::index);
}

TEST_CASE("every key of a target arrives in the plan, numbers with their digits") {
    const auto reading = read_plan_json(every_key, "file");
    REQUIRE(reading.plan);
    REQUIRE(reading.plan->targets().size() == 3);
    const auto& target = *reading.plan->find_target("t1");
    CHECK(target.indicator == "rd_intensity");
    CHECK(target.scope == "杭州市");
    CHECK(target.due == Period::year(2025));
    CHECK(target.readings == std::vector<Criterion>{parse_criterion("level >= 3.50 %").value()});
    REQUIRE(target.base);
    CHECK(target.base->period == Period::year(2020));
    CHECK(target.base->value.text() == "2.150");
    CHECK(target.base->unit == "‰");
    CHECK(target.weight.text() == "1.50");
    CHECK(target.standing == Standing::withdrawn);
    CHECK(target.note == "tn");
    REQUIRE(target.milestones.size() == 2);  // sorted by period
    CHECK(target.milestones[0].period == Period::year(2023));
    CHECK(target.milestones[0].value.text() == "3.10");
    CHECK(target.milestones[1].value.text() == "3.3");
    CHECK(target.evaluators == std::vector<std::string>{"mine"});

    REQUIRE(target.statements.size() == 1);
    const auto& statement = target.statements.front();
    CHECK(statement.id == "1-1");
    CHECK(statement.quote == "达到3.5%");
    CHECK(statement.section == "一");
    CHECK(statement.item == "1.");
    CHECK(statement.criterion == parse_criterion("level > 3.5 %").value());
    CHECK(statement.commitment == Commitment::strive);
    CHECK(statement.lead == std::vector<std::string>{"bureau"});
    CHECK(statement.responsible == std::vector<std::string>{"districts", "north"});
    CHECK(statement.supporting == std::vector<std::string>{"bureau"});
    CHECK(statement.note == "sn");

    const auto& other = *reading.plan->find_target("t2");
    CHECK(other.readings.size() == 2);
    CHECK(other.weight.text() == "0.30");
    CHECK(other.standing == Standing::active);
    CHECK(reading.plan->scope_of(other) == "浙江省");
    CHECK(reading.plan->find_target("t3")->weight == Decimal(1));
}

TEST_CASE("names are keyed in full NFKC") {
    const auto reading = read_plan_json(every_key, "file");
    REQUIRE(reading.plan);
    CHECK(reading.plan->key("㎡ ①") == "m21");
}

TEST_CASE("a byte order mark, CRLF and escapes change nothing") {
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : every_key)
        windows += c == '\n' ? "\r\n" : std::string(1, c);
    const auto reading = read_plan_json(windows, "file");
    CHECK(lines(reading.diagnostics) == "");
    REQUIRE(reading.plan);
    CHECK(reading.plan->targets().size() == 3);

    const auto escaped = read_plan_json(
        R"({"goalpost": 1, "\u0069d": "p", "title": "\u8ba1\u5212 \"\\\/\b\f\n\r\t \ud83d\ude00", "horizon": "20\u00324"})",
        "file");
    CHECK(lines(escaped.diagnostics) == "");
    REQUIRE(escaped.plan);
    CHECK(escaped.plan->head().id == "p");
    CHECK(escaped.plan->head().title == "计划 \"\\/\b\f\n\r\t \xF0\x9F\x98\x80");
    CHECK(escaped.plan->head().horizon == Period::year(2024));
}

TEST_CASE("a plan may be read from a file") {
    const TemporaryFile file("plan.json", every_key);
    const auto reading = read_plan_json(file.path());
    CHECK(lines(reading.diagnostics) == "");
    CHECK(reading.plan.has_value());
}

TEST_CASE("a plan needs no lists") {
    const auto reading =
        read_plan_json(R"({"goalpost": 1, "id": "p", "title": "t", "horizon": "2024"})", "file");
    CHECK(lines(reading.diagnostics) == "");
    REQUIRE(reading.plan);
    CHECK(reading.plan->targets().empty());
}
