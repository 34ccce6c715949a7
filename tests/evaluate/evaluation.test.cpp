// SPDX-License-Identifier: BSL-1.0
#include "goalpost/evaluate/evaluation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <thread>

#include "goalpost/evaluate/detail/judge.hpp"
#include "support/case.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::verdict_text;

namespace {

static_assert(sizeof(Assessment) <= 128);
static_assert(std::is_trivially_copyable_v<Assessment>);

Case example() {
    auto c = Case()
                 .horizon("2021/2025")
                 .indicator("x", "亿元", IndicatorKind::flow)
                 .indicator("y", "亿元", IndicatorKind::flow);
    c.target("growth > growth(of y)", "2024")
        .target("level >= 100 亿元", "2025")
        .target("every year: level >= 10 亿元", "2021/2025");
    for (const auto* year : {"2020", "2021", "2022", "2023", "2024"})
        c.observe("x", year, "level", "90.5", "亿元").observe("y", year, "level", "300", "亿元");
    return c.observe("x", "2024", "growth_yoy", "3.5", "%");
}

std::string all(const Evaluation& evaluation) {
    std::string text;
    for (const auto& codes : evaluation.assessments()) {
        text += std::to_string(codes.target) + " " + verdict_text(codes) + ":";
        for (const auto row : evaluation.evidence(codes))
            text += " " + std::to_string(row);
        text += "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("one assessment a target in the plan's order, then one for each invalid target") {
    auto c = example();
    c.invalid.push_back({.id = "broken", .problem = "no such unit", .statements = {}});
    const auto evaluation = c.judge();
    REQUIRE(evaluation.assessments().size() == 4);
    for (std::uint32_t i = 0; i < 4; ++i)
        CHECK(evaluation.assessments()[i].target == i);
    CHECK(evaluation.target_of(evaluation.assessments()[1])->id == "t2");
    CHECK(evaluation.id_of(evaluation.assessments()[1]) == "t2");
    CHECK(evaluation.find("t3") == &evaluation.assessments()[2]);
    CHECK(evaluation.find("broken") == nullptr);
    const auto& broken = evaluation.assessments()[3];
    CHECK(verdict_text(broken) == "undetermined(invalid_target), undetermined, interim");
    CHECK(evaluation.target_of(broken) == nullptr);
    CHECK(evaluation.id_of(broken) == "broken");
    CHECK(evaluation.invalid_target_of(broken).problem == "no such unit");
    CHECK_THROWS_AS(static_cast<void>(evaluation.invalid_target_of(evaluation.assessments()[0])),
                    std::out_of_range);
    CHECK(evaluation.evidence(broken).empty());
    CHECK(!evaluation.figures(broken).measured);
    CHECK(!detail::details_of(evaluation, broken).first.measured);
}

TEST_CASE("evidence: the rows that were read, sorted, each once") {
    const auto evaluation = example().judge();
    for (const auto& codes : evaluation.assessments()) {
        const auto rows = evaluation.evidence(codes);
        CHECK(!rows.empty());
        CHECK(std::ranges::is_sorted(rows));
        CHECK(std::ranges::adjacent_find(rows) == rows.end());
        for (const auto row : rows)
            CHECK(row < evaluation.observations().size());
    }
    // Published growth of the one, two levels of the other; not the levels that were only compared with it.
    const auto rows = evaluation.evidence(evaluation.assessments()[0]);
    REQUIRE(rows.size() == 3);
    int levels_of_y = 0;
    for (const auto row : rows) {
        const auto observed = evaluation.observations().observation(row);
        if (observed.indicator == "y") ++levels_of_y;
    }
    CHECK(levels_of_y == 2);
}

TEST_CASE("copies share their inputs, and outlive the one they were made of") {
    std::optional<Evaluation> first = example().judge();
    const Evaluation copy = *first;
    CHECK(&copy.plan() == &first->plan());
    CHECK(&copy.observations() == &first->observations());
    const auto before = all(*first);
    first.reset();
    CHECK(all(copy) == before);
    CHECK(copy.figures(copy.assessments()[1]).measured);
    CHECK(copy.plan().head().id == "plan");
}

TEST_CASE("one plan and its data as of several dates") {
    const auto c = example();
    const auto inputs =
        std::make_shared<const Evaluation::Inputs>(c.plan(), c.observations(), EvaluateOptions{});
    const auto at = [&](const char* date) { return evaluate(inputs, parse_date(date).value()); };
    const auto early = at("2023-12-31");
    const auto late = at("2024-12-31");
    CHECK(&early.plan() == &late.plan());
    CHECK(verdict_text(early.assessments()[0]) ==
          "undetermined(not_due), behind, interim");  // neither grew in 2023
    CHECK(verdict_text(late.assessments()[0]) ==
          "met, achieved, final, firm; over_fulfilled growth_conflict published_against_computed");
    CHECK(all(late) == all(c.judge()));
    CHECK(date_text(early.as_of()) == "2023-12-31");
    for (const auto& none : {Date(), Date(boost::date_time::pos_infin), Date(boost::date_time::neg_infin)}) {
        CHECK_THROWS_AS(evaluate(inputs, none), std::invalid_argument);
        CHECK_THROWS_AS(evaluate(c.plan(), c.observations(), none), std::invalid_argument);
    }
}

TEST_CASE("the same input gives the same output, on any number of threads") {
    const auto expected = all(example().judge());
    CHECK(all(example().judge()) == expected);
    const auto c = example();
    const auto inputs =
        std::make_shared<const Evaluation::Inputs>(c.plan(), c.observations(), EvaluateOptions{});
    std::vector<std::string> found(4);
    std::vector<std::thread> threads;
    for (auto& text : found)
        threads.emplace_back([&] { text = all(evaluate(inputs, *latest_date(inputs->observations))); });
    for (auto& thread : threads)
        thread.join();
    CHECK(found == std::vector<std::string>(4, expected));
}

TEST_CASE("details are those of the verdict") {
    const auto evaluation = example().judge();
    for (const auto& codes : evaluation.assessments()) {
        const auto [judged, trace] = detail::details_of(evaluation, codes);
        CHECK(verdict_text(judged.codes) == verdict_text(codes));
        CHECK(trace.detailed());
    }
    const auto [judged, trace] = detail::details_of(evaluation, evaluation.assessments()[2]);
    CHECK(judged.parts.size() == 5);
    CHECK(judged.part_names.front() == "2021");
}

TEST_CASE("an evaluation without targets or without data") {
    const auto none = Case().as_of("2024-12-31").judge();
    CHECK(none.assessments().empty());
    CHECK(none.unused_names().empty());
    auto c =
        Case().indicator("x", "家", IndicatorKind::stock).target("level >= 1 家", "2024").as_of("2024-12-31");
    CHECK(c.judge().assessments().size() == 1);
    CHECK(!latest_date(c.judge().observations()));
}
