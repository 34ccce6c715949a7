// SPDX-License-Identifier: BSL-1.0
#include <goalpost/model/plan.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "support/string_makers.hpp"

using namespace goalpost;

static_assert(!std::is_aggregate_v<Plan>);  // its contents come from PlanBuilder only
static_assert(std::is_nothrow_move_constructible_v<Plan> || std::is_move_constructible_v<Plan>);

namespace {

Criterion criterion(std::string_view text) { return parse_criterion(text).value(); }
Period period(std::string_view text) { return Period::parse(text).value(); }

Indicator indicator(const std::string& id, const std::string& name = {}) {
    Indicator made;
    made.id = id;
    made.name = name;
    made.unit = UnitSet().parse("亿元").value();
    return made;
}

/// The least that a target can name: an indicator, a group, a unit.
PlanBuilder minimal() {
    PlanHead head{.horizon = period("2021/2025")};
    head.id = "plan";
    head.scope = "浙江省";
    PlanBuilder builder(head);
    builder.add(indicator("gdp", "地区生产总值")).add(indicator("investment", "固定资产投资"));
    Group cities;
    cities.id = "cities";
    cities.members = {"杭州市", "宁波市"};
    builder.add(cities);
    ResponsibleUnit science;
    science.id = "science";
    builder.add(science);
    return builder;
}

Target minimal_target(std::string_view reading = "level >= 100 亿元") {
    Target target{.due = period("2025")};
    target.id = "t";
    target.indicator = "gdp";
    target.readings = {criterion(reading)};
    return target;
}

/// The problem with an item; `add` must think the same of it.
template <class Item>
std::string problem(const PlanBuilder& builder, const Item& item) {
    const auto found = builder.problem_with(item);
    auto copy = builder;
    if (found) {
        CHECK_FALSE(found->expected.empty());
        CHECK_FALSE(found->mend.empty());
        CHECK_THROWS_WITH_AS(copy.add(item), ("goalpost: " + found->message()).c_str(),
                             std::invalid_argument);
    } else {
        CHECK_NOTHROW(copy.add(item));
    }
    return found ? found->what : std::string();
}

}  // namespace

TEST_CASE("a target has one problem, and its mended twin has none") {
    const struct {
        std::string_view expected;
        std::function<void(Target&)> spoil;
        std::function<void(Target&)> mend;
    } cases[] = {
        {"the target has no id", [](Target& t) { t.id = ""; }, [](Target& t) { t.id = "t"; }},
        {"indicator \"gpd\" is not defined in the plan", [](Target& t) { t.indicator = "gpd"; },
         [](Target& t) { t.indicator = "gdp"; }},
        {"the target has no criterion", [](Target& t) { t.readings.clear(); },
         [](Target& t) { t.readings = {criterion("level > 0")}; }},
        {"the base period 2025 is not before the due period 2025",
         [](Target& t) {
             t.base = Base{period("2025"), Decimal(1), ""};
         },
         [](Target& t) { t.base->period = period("2020"); }},
        {"the base period 2026 is not before the due period 2025",
         [](Target& t) {
             t.base = Base{period("2026"), Decimal(1), ""};
         },
         [](Target& t) { t.base->period = period("2024"); }},
        {"unit of measure '亿亿' is not known",
         [](Target& t) {
             t.base = Base{period("2020"), Decimal(1), "亿亿"};
         },
         [](Target& t) { t.base->unit = "万亿元"; }},
        {"the weight is negative", [](Target& t) { t.weight = Decimal(-1); },
         [](Target& t) { t.weight = Decimal(0); }},
        {"the milestone 2026 is after the due period 2025",
         [](Target& t) {
             t.milestones = {{period("2026"), Decimal(1)}};
         },
         [](Target& t) {
             t.milestones = {{period("2025"), Decimal(1)}};
         }},
        {"two milestones are for 2023",
         [](Target& t) {
             t.milestones = {
                 {period("2023"), Decimal(1)}, {period("2024"), Decimal(2)}, {period("2023"), Decimal(3)}};
         },
         [](Target& t) { t.milestones.edit()[2].period = period("2025"); }},
        {"responsible unit \"sceince\" is not defined in the plan",
         [](Target& t) {
             t.statements = {{.lead = {"science", "sceince"}}};
         },
         [](Target& t) { t.statements.edit()[0].lead = {"science"}; }},
        {"responsible unit \"x\" is not defined in the plan",
         [](Target& t) { t.statements = {{.responsible = {"x"}}}; },
         [](Target& t) { t.statements.edit()[0].responsible = {"science"}; }},
        {"responsible unit \"x\" is not defined in the plan",
         [](Target& t) { t.statements = {{.supporting = {"x"}}}; },
         [](Target& t) { t.statements.edit()[0].supporting.clear(); }},
        {"an earlier version of the target has no day of adjustment",
         [](Target& t) { t.versions = {{.due = t.due, .readings = t.readings}}; },
         [](Target& t) { t.versions.edit()[0].until = Period::year(2023).first(); }},
        {"earlier version: the base period 2024 is not before the due period 2024",
         [](Target& t) {
             t.versions = {{.until = Date(2023, 6, 1),
                            .due = period("2024"),
                            .readings = t.readings,
                            .base = Base{period("2024"), Decimal(1), ""}}};
         },
         [](Target& t) { t.versions.edit()[0].base->period = period("2023"); }},
        {"earlier version: unit of measure '克' is not known",
         [](Target& t) {
             t.versions = {{.until = Date(2023, 6, 1),
                            .due = period("2024"),
                            .readings = t.readings,
                            .base = Base{period("2020"), Decimal(1), "克"}}};
         },
         [](Target& t) { t.versions.edit()[0].base->unit = "亿元"; }},
        {"unit of measure '克' is not known",
         [](Target& t) { t.statements = {{.criterion = criterion("level > 5 克")}}; },
         [](Target& t) { t.statements.edit()[0].criterion = criterion("level > 5 亿元"); }},
        {"indicator \"x\" is not defined in the plan",
         [](Target& t) { t.readings.push_back(criterion("share(of x) > 5 %")); },
         [](Target& t) { t.readings.edit()[1] = criterion("share(of investment) > 5 %"); }},
    };
    const auto builder = minimal();
    for (const auto& item : cases) {
        CAPTURE(item.expected);
        auto target = minimal_target();
        CHECK(problem(builder, target) == "");
        item.spoil(target);
        const auto found = problem(builder, target);
        CHECK(found.substr(0, item.expected.size()) == item.expected);
        item.mend(target);
        CHECK(problem(builder, target) == "");
    }
}

TEST_CASE("a criterion has one problem, and its mended twin has none") {
    const std::string_view cases[][3] = {
        {"level >= 5 克", "level >= 5 亿元", "unit of measure '克' is not known"},
        {"level ~ 5 亿元 ± 1 克", "level ~ 5 亿元 ± 1 亿元", "unit of measure '克' is not known"},
        {"level in [1, 2] 克", "level in [1, 2] 亿元", "unit of measure '克' is not known"},
        {"level >= **** 克", "level >= **** 亿元", "unit of measure '克' is not known"},
        {"level > level(of investment) + 1 克", "level > level(of investment) + 1 pp",
         "unit of measure '克' is not known"},
        {"share(of x) > 5 %", "share(of gdp) > 5 %", "indicator \"x\" is not defined in the plan"},
        {"level > level(of x)", "level > level(of gdp)", "indicator \"x\" is not defined in the plan"},
        {"rank(in x) <= 3", "rank(in cities) <= 3", "group \"x\" is not defined in the plan"},
        {"level > level(of gdp, in x)", "level > level(of gdp, in cities)",
         "group \"x\" is not defined in the plan"},
        {"all of x: level > 0", "all of cities: level > 0", "group \"x\" is not defined in the plan"},
        {"at least 1/2 of x: level > 0", "at least 1/2 of cities: level > 0",
         "group \"x\" is not defined in the plan"},
        {"growth(since 2025) > 0", "growth(since 2020) > 0",
         "\"since 2025\" is not before the due period 2025"},
        {"improves(since 2026)", "improves(since 2024)", "\"since 2026\" is not before the due period 2025"},
        {"growth > growth(of investment, since 2025-12)", "growth > growth(of investment, since 2025-11)",
         "\"since 2025-12\" is not before the due period 2025"},
    };
    const auto builder = minimal();
    for (const auto& item : cases) {
        CAPTURE(item[0]);
        CHECK(problem(builder, minimal_target(item[0])).substr(0, item[2].size()) == item[2]);
        CHECK(problem(builder, minimal_target(item[1])) == "");
    }
    // A measure's name is bound when it is evaluated: the plan does not know the user's own.
    CHECK(problem(builder, minimal_target("patents_per_head > 5")) == "");
}

TEST_CASE("a criterion put together in code is held to the grammar") {
    auto target = minimal_target("level in [1, 2] 亿元");
    target.readings.edit()[0].reference = NumberReference{Decimal(1), "亿元", {}};
    CHECK(problem(minimal(), target) == "\"in\" and a range go together");
    target.readings.edit()[0].comparison = Comparison::at_least;
    CHECK(problem(minimal(), target) == "");
}

TEST_CASE("what an amount says is what a quantifier needs") {
    auto target = minimal_target("at least 1/2 of cities: level > 0");
    auto& quantifier = target.readings.edit()[0].quantifier;
    const auto needs = [&](const char* amount, const SmallRatio& needed, Quantifier::Kind kind) {
        quantifier.amount = amount;
        quantifier.needed = needed;
        quantifier.kind = kind;
        return problem(minimal(), target) == "";
    };
    constexpr auto share = Quantifier::Kind::at_least_share;
    constexpr auto count = Quantifier::Kind::at_least_count;
    CHECK(needs("1/2", SmallRatio::of(1, 2), share));
    CHECK(needs("2/4", SmallRatio::of(1, 2), share));
    CHECK(needs("12.5 %", SmallRatio::of(1, 8), share));
    CHECK(needs("0.0000000000000001 %", SmallRatio::of(1, 1'000'000'000'000'000'000), share));
    CHECK(needs("3", 3, count));
    CHECK_FALSE(needs("1/2", SmallRatio::of(3, 4), share));
    CHECK_FALSE(needs("3/2", SmallRatio::of(3, 2), share));
    CHECK_FALSE(needs("1/0", SmallRatio::of(1, 2), share));
    CHECK_FALSE(needs("50%", SmallRatio::of(1, 2), share));
    CHECK_FALSE(needs("3", 4, count));
    CHECK_FALSE(needs("1/2", SmallRatio::of(1, 2), count));
    CHECK_FALSE(needs("3", 3, share));
    const auto half = criterion("at least 1/2 of cities: level > 0");
    auto more = half;
    more.quantifier.needed = SmallRatio::of(3, 4);
    CHECK_FALSE(more == half);
}

TEST_CASE("a plan knows the unit of a number that it hides") {
    auto builder = minimal();
    builder.add(minimal_target("level >= **** 万亿元"));
    CHECK(builder.so_far().find_unit_of_measure("万亿元") != nullptr);
}

TEST_CASE("month weights fit a span of the target") {
    auto builder = minimal();
    auto stock = indicator("stock");
    stock.kind = IndicatorKind::stock;
    auto flow = indicator("flow");
    flow.kind = IndicatorKind::flow;
    builder.add(stock).add(flow);
    Target target = minimal_target();
    const auto weighed = [&](std::size_t months, int weight = 1) {
        target.calendar = Calendar{PaceKind::months, std::vector(months, Decimal(weight))};
        return problem(builder, target);
    };
    target.indicator = "flow";
    CHECK(weighed(12) == "");  // within the due period
    CHECK(weighed(60) == "");  // over the plan
    CHECK(weighed(13) == "there are 13 month weights for a span of 12 or 60 months");
    target.indicator = "stock";
    CHECK(weighed(60) == "");
    CHECK(weighed(12) == "there are 12 month weights for a span of 60 months");
    CHECK(weighed(60, 0) == "the month weights are all zero");
    CHECK(weighed(0) == "the calendar runs by months, and there are no month weights");
    CHECK(weighed(60, -1) == "a month weight is negative");
    target.base = Base{period("2023-06"), Decimal(1), {}};
    CHECK(weighed(30) == "");
    CHECK(weighed(60) == "there are 60 month weights for a span of 30 months");
    // The calendar is that of all versions.
    TargetVersion before{.until = Date(2022, 6, 1), .due = period("2024")};
    before.readings = {criterion("level >= 90 亿元")};
    target.versions = {before};
    CHECK(weighed(48) == "");
    CHECK(weighed(60) == "there are 60 month weights for a span of 30 or 48 months");
    target.versions = {};
    target.readings = {criterion("over the plan: level >= 90 亿元")};
    target.due = period("2024");
    CHECK(weighed(30) == "");
    target.readings = {criterion("every year: level >= 90 亿元")};  // its span is known when it is judged
    CHECK(weighed(17) == "");
    // What the kind does not read is not held against the target.
    target.readings = {criterion("level >= 90 亿元")};
    target.calendar = Calendar{PaceKind::linear, std::vector(5, Decimal(1))};
    CHECK(problem(builder, target) == "");
}

TEST_CASE("an id is given once among items of a kind") {
    auto builder = minimal();
    builder.add(minimal_target());
    CHECK(problem(builder, minimal_target()) == "two items of kind target have the id \"t\"");
    CHECK(problem(builder, indicator("gdp")) == "two items of kind indicator have the id \"gdp\"");
    CHECK(problem(builder, *builder.so_far().find_group("cities")) ==
          "two items of kind group have the id \"cities\"");
    CHECK(problem(builder, *builder.so_far().find_responsible_unit("science")) ==
          "two items of kind unit have the id \"science\"");
    CHECK(problem(builder, indicator("")) == "the indicator has no id");
    CHECK(problem(builder, Group()) == "the group has no id");
    CHECK(problem(builder, ResponsibleUnit()) == "the unit has no id");
    // The same id for items of two kinds is no clash.
    Group gdp;
    gdp.id = "gdp";
    CHECK(problem(builder, gdp) == "");
    CHECK_THROWS_AS(static_cast<void>(PlanBuilder{PlanHead{.horizon = Period::year(2024)}}),
                    std::invalid_argument);
}

TEST_CASE("no two indicators go by one name") {
    const auto builder = minimal();
    const auto named = [](const std::string& id, const std::string& name, std::vector<Alias> aliases = {}) {
        auto made = indicator(id, name);
        made.aliases = std::move(aliases);
        return made;
    };
    CHECK(problem(builder, named("x", "地区生产总值")) ==
          "the indicators \"gdp\" and \"x\" share the name \"地区生产总值\"");
    CHECK(problem(builder, named("x", "地区 生产总值")) ==
          "the indicators \"gdp\" and \"x\" share the name \"地区 生产总值\"");  // by key
    CHECK(problem(builder, named("x", "gdp")) == "the indicators \"gdp\" and \"x\" share the name \"gdp\"");
    CHECK(problem(builder, named("地区生产总值", "")) ==
          "the indicators \"gdp\" and \"地区生产总值\" share the name \"地区生产总值\"");
    CHECK(problem(builder, named("x", "X", {{"ＧＤＰ", {}}, {"ｇｄｐ", {}}})) ==
          "the indicators \"gdp\" and \"x\" share the name \"ｇｄｐ\"");
    // A figure of 固定资产投资 on any basis is the investment's already.
    CHECK(problem(builder, named("x", "X", {{"固定资产投资", Basis::growth_yoy}})) ==
          "the indicators \"investment\" and \"x\" share the name \"固定资产投资\"");

    auto with_aliases = builder;
    with_aliases.add(
        named("a", "甲",
              {{"增速", Basis::growth_yoy}, {"甲", {}}, {"a", Basis::level}}));  // its own names may repeat
    CHECK(problem(with_aliases, named("b", "乙", {{"增速", Basis::share}})) ==
          "");  // figures on another basis
    CHECK(problem(with_aliases, named("b", "乙", {{"增速", Basis::growth_yoy}})) ==
          "the indicators \"a\" and \"b\" share the name \"增速\"");
    CHECK(problem(with_aliases, named("b", "乙", {{"增速", {}}})) ==
          "the indicators \"a\" and \"b\" share the name \"增速\"");
    with_aliases.add(named("c", "")).add(named("d", "  "));  // no name at all is not a shared one

    auto half = indicator("ratio");
    half.numerator = "gdp";
    CHECK(problem(builder, half) == "indicator \"ratio\" has a numerator or a denominator, not both");
    half.denominator = "investment";
    CHECK(problem(builder, half) == "");
}

TEST_CASE("a plan's own units of measure are known to its criteria") {
    auto builder = minimal();
    CHECK(problem(builder, minimal_target("level >= 400 P")).substr(0, 22) == "unit of measure 'P' is");
    builder.add_unit_of_measure({"P", "computing", 1, false});
    CHECK(problem(builder, minimal_target("level >= 400 P")) == "");
    CHECK(problem(builder, minimal_target("level >= 4 百P")) == "");
}

TEST_CASE("groups in groups: each scope once, in order, also where they hold themselves") {
    auto builder = minimal();
    const auto add = [&](const std::string& id, std::vector<std::string> members,
                         std::optional<std::size_t> size = {}) {
        Group group;
        group.id = id;
        group.members = std::move(members);
        group.size = size;
        builder.add(group);
    };
    add("counties", {"德清县", "cities", "杭州市", "安吉县", "德清县"});
    add("loop", {"甲", "loop", "乙"});
    add("ping", {"a", "pong", "c"});
    add("pong", {"b", "ping", "d"});
    add("unknown", {});
    add("mountain", {"淳安县"}, 26);
    add("mixed", {"cities", "unknown"});
    add("deep", {"mixed", "cities"});
    add("partly", {"mountain", "cities"});
    add("empty_loop", {"empty_loop"});
    // Each level names the next twice: 2^40 ways down, one member at the end.
    for (int level = 0; level < 40; ++level) {
        const auto next = level < 39 ? "level" + std::to_string(level + 1) : std::string("底");
        add("level" + std::to_string(level), {next, next});
    }
    add("diamond", {"level0", "level1"});
    const auto plan = std::move(builder).build();
    using Names = std::vector<std::string>;
    CHECK(plan.members_of("cities") == Names{"杭州市", "宁波市"});
    CHECK(plan.members_of("counties") == Names{"德清县", "杭州市", "宁波市", "安吉县"});
    CHECK(plan.members_of("loop") == Names{"甲", "乙"});
    CHECK(plan.members_of("ping") == Names{"a", "b", "d", "c"});
    CHECK(plan.members_of("pong") == Names{"b", "a", "c", "d"});
    CHECK(plan.members_of("diamond") == Names{"底"});
    CHECK(plan.members_of("nowhere").empty());

    CHECK(plan.size_of("cities") == 2);
    CHECK(plan.size_of("counties") == 4);
    CHECK(plan.size_of("ping") == 4);
    CHECK(plan.size_of("mountain") == 26);
    CHECK(plan.size_of("diamond") == 1);
    // Nobody knows how many there are as soon as a part of them is not listed, at whatever depth.
    for (const std::string_view open : {"unknown", "mixed", "deep", "partly", "empty_loop", "nowhere"}) {
        CAPTURE(open);
        CHECK_FALSE(plan.size_of(open).has_value());
    }
}

TEST_CASE("a group has at least one member, and not more than can be counted") {
    const auto sized = [](std::size_t size) {
        return minimal().problem_with(Group{.id = "counties", .name = "县", .size = size});
    };
    CHECK_FALSE(sized(1));
    CHECK_FALSE(sized(1'000'000'000));
    CHECK(sized(0)->message() ==
          "the group \"counties\" has the size 0; expected a size from 1 to 1000000000; "
          "give the number of its members");
    CHECK(sized((std::size_t{1} << 32U) + 1)->what == "the group \"counties\" has the size 4294967297");
}

TEST_CASE("a member that is written in two ways is one") {
    auto builder = minimal();
    const auto add = [&](std::string id, std::vector<std::string> members,
                         std::optional<std::size_t> size = std::nullopt) {
        builder.add(Group{.id = id, .name = id, .members = std::move(members), .size = size});
    };
    add("twice", {"淳安县", " 淳安 县", "Ａ区", "A区"});
    add("nested", {"文成县\u3000", "twice", "文成县"});
    add("stated", {"淳安县", "淳安县 "}, 1);
    const auto plan = std::move(builder).build();
    using Names = std::vector<std::string>;
    CHECK(plan.members_of("twice") == Names{"淳安县", "Ａ区"});  // as it was written first
    CHECK(plan.members_of("nested") == Names{"文成县\u3000", "淳安县", "Ａ区"});
    CHECK(plan.size_of("twice") == 2);
    CHECK(plan.size_of("nested") == 3);
    CHECK(plan.size_of("stated") == 1);
}

TEST_CASE("milestones and earlier versions are in the order of time, however they were given") {
    auto target = minimal_target();
    target.milestones = {
        {period("2024"), Decimal(3)}, {period("2022"), Decimal(1)}, {period("2023"), Decimal(2)}};
    for (const auto day : {"2023-05-01", "2022-03-01"}) {
        target.versions.push_back({.until = parse_date(day).value(),
                                   .due = target.due,
                                   .readings = target.readings,
                                   .base = std::nullopt,
                                   .why = ""});
    }
    const auto plan = minimal().add(target).build();
    CHECK(plan.targets()[0].versions[0].until == parse_date("2022-03-01").value());
    CHECK(target.versions[0].until == parse_date("2023-05-01").value());
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(plan.targets()[0].milestones[i].value == Decimal(static_cast<std::int64_t>(i + 1)));
}

TEST_CASE("what cannot be added is carried along, and scopes default to the plan's") {
    auto builder = minimal();
    auto own = minimal_target();
    own.id = "own";
    own.scope = "德清县";
    builder.add(minimal_target()).add(own).add_invalid({"bad", "no due period", {Statement()}});
    const auto plan = builder.build();
    CHECK(plan.scope_of(*plan.find_target("t")) == "浙江省");
    CHECK(plan.scope_of(*plan.find_target("own")) == "德清县");
    CHECK(plan.indicator_of(plan.targets()[0]).name == "地区生产总值");
    REQUIRE(plan.invalid_targets().size() == 1);
    CHECK(plan.invalid_targets()[0].problem == "no due period");
    CHECK(plan.find_target("bad") == nullptr);
    CHECK(plan.invalid_targets()[0].weight == Decimal(1));
    own.weight = Decimal(3);
    builder.add_invalid(Target(own), "why");
    own.weight = Decimal(-3);  // which is what is wrong with it
    builder.add_invalid(Target(own), "why");
    const auto more = builder.build();
    CHECK(more.invalid_targets()[1].id == "own");
    CHECK(more.invalid_targets()[1].problem == "why");
    CHECK(more.invalid_targets()[1].indicator == own.indicator.str());
    CHECK(more.invalid_targets()[1].weight == Decimal(3));
    CHECK(more.invalid_targets()[2].weight == Decimal(1));
    CHECK(plan.key("R&D 经费") == "R&D经费");
    CHECK(plan.head().horizon == period("2021/2025"));
}

TEST_CASE("a plan with some of its targets") {
    auto builder = minimal();
    for (const std::string id : {"a", "b", "c"}) {
        auto target = minimal_target();
        target.id = id;
        target.scope = id + "县";
        builder.add(target);
    }
    builder.add_invalid({"bad", "", {}}).add_invalid({"worse", "", {}});
    const auto plan = builder.build();
    const auto some = Plan(plan).with_targets(std::vector<std::uint32_t>{1, 2, 4});
    REQUIRE(some.targets().size() == 2);
    CHECK(some.targets()[0].id == "b");
    CHECK(some.find_target("c") == &some.targets()[1]);
    CHECK(some.find_target("a") == nullptr);
    REQUIRE(detail::PlanAccess::plain_targets(some).size() == 2);
    CHECK(detail::PlanAccess::plain_targets(some)[0].scope ==
          detail::PlanAccess::plain_targets(plan)[1].scope);
    REQUIRE(some.invalid_targets().size() == 1);
    CHECK(some.invalid_targets()[0].id == "worse");
    CHECK(some.indicators().size() == plan.indicators().size());
    CHECK(Plan(plan).with_targets({}).targets().empty());
    for (const auto& wrong : {std::vector<std::uint32_t>{1, 1}, {2, 1}, {5}})
        CHECK_THROWS_AS(static_cast<void>(Plan(plan).with_targets(wrong)), std::invalid_argument);
}

TEST_CASE("copies of a plan stand on their own") {
    auto original = std::make_unique<Plan>(minimal().add(minimal_target()).build());
    const Plan copy = *original;
    Plan assigned = minimal().build();
    assigned = *original;
    CHECK(copy.find_target("t") != original->find_target("t"));
    original.reset();
    const Plan moved = std::move(assigned);
    for (const Plan* plan : {&copy, &moved}) {
        REQUIRE(plan->find_target("t") == &plan->targets()[0]);
        REQUIRE(plan->find_indicator("investment") == &plan->indicators()[1]);
        CHECK(plan->find_group("cities")->members.size() == 2);
        CHECK(plan->find_responsible_unit("science")->id == "science");
        CHECK(plan->members_of("cities").size() == 2);
        CHECK(text(plan->targets()[0].criterion()) == "level >= 100 亿元");
    }
}

TEST_CASE("horizons and due periods leave room for a base before them") {
    const auto plan_for = [](std::string_view horizon) {
        return PlanBuilder({.id = "plan", .title = "plan", .horizon = period(horizon)});
    };
    CHECK_NOTHROW(plan_for("1500"));
    CHECK_NOTHROW(plan_for("1901/2000"));
    const std::string rest =
        "; expected a period of at most a hundred years, from 1500 on; look for a slip in the year";
    CHECK_THROWS_WITH_AS(plan_for("1499"), ("goalpost: the horizon 1499 begins before 1500" + rest).c_str(),
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(plan_for("1901/2001"),
                         ("goalpost: the horizon 1901/2001 is longer than a hundred years" + rest).c_str(),
                         std::invalid_argument);
    auto target = minimal_target();
    target.due = period("1400");
    CHECK(problem(minimal(), target) == "the due period 1400 begins before 1500");
}
