// SPDX-License-Identifier: BSL-1.0
// A published method over many series: 100,000 targets of nine years each, half of them with a value to
// reach, a fifth near a natural limit. `judge` reads base and latest year out of the observations and decides
// verdict and score exactly; figures and words are made when they are asked for, and not here.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <utility>

#include "goalpost/methods/growth_evaluators.hpp"
#include "goalpost/model/criterion_text.hpp"

namespace {

using namespace goalpost;

Indicator indicator(std::int64_t number) {
    Indicator made;
    made.id = made.name = "i" + std::to_string(number);
    made.unit = UnitOfMeasure::percent();
    made.better = number % 2 == 1 ? Better::higher : Better::lower;
    made.kind = IndicatorKind::ratio;
    if (number % 5 == 0) made.limit = Decimal(100);
    return made;
}

Evaluation many_series(std::int64_t count) {
    std::mt19937_64 random(2030);
    const auto below = [&](std::uint64_t most) { return static_cast<std::int64_t>(random() % most); };
    PlanHead head{.horizon = Period::span(Period::year(2016), Period::year(2030))};
    head.id = "many";
    PlanBuilder plan(head);
    ObservationsBuilder data;
    constexpr std::int64_t indicators = 1000;
    for (std::int64_t i = 0; i < indicators; ++i)
        plan.add(indicator(i));
    for (std::int64_t i = 0; i < count; ++i) {
        const bool rises = i % indicators % 2 == 1;
        Observation row{.period = Period::year(2015)};
        row.indicator = "i" + std::to_string(i % indicators);
        row.scope = "s" + std::to_string(i / indicators);
        row.basis = Basis::share;
        row.unit = UnitOfMeasure::percent();
        std::int64_t value = 10'000 + below(80'000);
        for (int year = 2015; year < 2024; ++year) {
            row.period = Period::year(year);
            row.value = Decimal(value, 3);
            data.add(row);
            value = std::max<std::int64_t>(value + below(3000) - 1400, 1000);
        }
        const auto aim = rises ? value + below(20'000) : std::max<std::int64_t>(value - below(9'000), 500);
        Target target{.due = Period::year(2030)};
        target.id = "t" + std::to_string(i);
        target.indicator = row.indicator;
        target.scope = row.scope;
        const auto level = (rises ? "level >= " : "level <= ") + Decimal(aim, 3).text() + " %";
        target.readings = {parse_criterion(i / indicators % 2 == 0 ? level : "improves(since 2015)").value()};
        plan.add(std::move(target));
    }
    return evaluate(std::move(plan).build(), std::move(data).build(), Period::year(2023).last());
}

void judge_by_statcan(benchmark::State& state) {
    const auto evaluation = many_series(state.range(0));
    const StatCan method;
    for (auto _ : state) {
        for (const auto& assessment : evaluation.assessments())
            benchmark::DoNotOptimize(
                method.judge(TargetView(evaluation, assessment, *evaluation.target_of(assessment))));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(judge_by_statcan)->Arg(100'000)->Unit(benchmark::kMillisecond);

void one_finding_with_words(benchmark::State& state) {
    const auto evaluation = many_series(1000);
    const StatCan method;
    std::size_t next = 0;
    for (auto _ : state) {
        const auto& assessment = evaluation.assessments()[next++ % 1000];
        benchmark::DoNotOptimize(
            method(TargetView(evaluation, assessment, *evaluation.target_of(assessment))));
    }
}
BENCHMARK(one_finding_with_words)->Unit(benchmark::kMicrosecond);

}  // namespace
