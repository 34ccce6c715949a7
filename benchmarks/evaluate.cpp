// SPDX-License-Identifier: BSL-1.0
// evaluate(): targets of mixed criteria against six figures each, full assessments out, beside the same
// look-ups and verdicts written by hand over plain columns.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "support/country.hpp"
#include "support/keep_memory.hpp"

namespace {

using namespace benchmark_support;

/// (indicator, scope, year) -> row, open addressing: what a careful programmer writes by hand.
class Index {
  public:
    explicit Index(const Country& country) {
        std::size_t size = 16;
        while (size < country.rows.size() * 2)
            size *= 2;
        keys_.assign(size, ~std::uint64_t{0});
        values_.resize(size);
        for (const auto& row : country.rows) {
            auto at = slot(key(row.indicator, row.scope, row.year));
            while (keys_[at] != ~std::uint64_t{0})
                at = (at + 1) & (keys_.size() - 1);
            keys_[at] = key(row.indicator, row.scope, row.year);
            values_[at] = row.units;
        }
    }
    [[nodiscard]] const std::int64_t* find(std::uint32_t indicator, std::uint32_t scope, int year) const {
        const auto wanted = key(indicator, scope, year);
        for (auto at = slot(wanted); keys_[at] != ~std::uint64_t{0}; at = (at + 1) & (keys_.size() - 1)) {
            if (keys_[at] == wanted) return &values_[at];
        }
        return nullptr;
    }

  private:
    static std::uint64_t key(std::uint32_t indicator, std::uint32_t scope, int year) {
        return std::uint64_t{indicator} << 48U | std::uint64_t{scope} << 16U |
               static_cast<std::uint64_t>(year);
    }
    [[nodiscard]] std::size_t slot(std::uint64_t wanted) const {
        return (wanted * 0x9E3779B97F4A7C15ULL >> 20U) & (keys_.size() - 1);
    }
    std::vector<std::uint64_t> keys_;
    std::vector<std::int64_t> values_;
};

struct ByHand {
    bool known = false;
    bool met = false;
    double completion = 0;
    double progress = 0;
    double growth = 0;
};

void by_hand(benchmark::State& state) {
    benchmark_support::keep_memory();
    const auto country = make_country(state.range(0));
    const Index index(country);
    for (auto _ : state) {
        std::vector<ByHand> found(country.goals.size());
        for (std::size_t i = 0; i < country.goals.size(); ++i) {
            const auto& goal = country.goals[i];
            const auto* now = index.find(goal.indicator, goal.scope, 2024);
            const auto* before = index.find(goal.indicator, goal.scope, 2023);
            const auto* base = index.find(goal.indicator, goal.scope, 2019);
            const auto* other = index.find(0, goal.scope, 2024);
            const auto* other_before = index.find(0, goal.scope, 2023);
            if (now == nullptr || before == nullptr || base == nullptr || other == nullptr ||
                other_before == nullptr)
                continue;
            auto& out = found[i];
            out.known = true;
            const auto y = static_cast<double>(*now);
            const auto b = static_cast<double>(*before);
            const auto goal_number = static_cast<double>(goal.number);
            out.growth = y / b - 1;
            out.completion = y / goal_number;
            out.progress = (y - static_cast<double>(*base)) / (goal_number - static_cast<double>(*base));
            switch (goal.kind) {
                case Kind::level: out.met = y >= goal_number; break;
                case Kind::most_of_plan: out.met = y >= goal_number; break;
                case Kind::faster:
                    out.met = y / b > static_cast<double>(*other) / static_cast<double>(*other_before);
                    break;
                case Kind::annual_growth: {
                    const double factor = 1 + goal_number / 1000;
                    out.met = y / static_cast<double>(*base) >= factor * factor * factor * factor * factor;
                    break;
                }
                case Kind::growth: out.met = out.growth >= goal_number / 1000; break;
            }
        }
        benchmark::DoNotOptimize(found.data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void evaluate_all(benchmark::State& state) {
    benchmark_support::keep_memory();
    const auto country = make_country(state.range(0));
    EvaluateOptions options;
    options.threads = static_cast<unsigned>(state.range(1));
    const auto inputs =
        std::make_shared<const Evaluation::Inputs>(make_plan(country), make_observations(country), options);
    const auto as_of = *parse_date("2025-12-31");
    for (auto _ : state) {
        const auto evaluation = evaluate(inputs, as_of);
        benchmark::DoNotOptimize(evaluation.assessments().data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

}  // namespace

// The largest needs most of 24 GiB; benchmarks/run.py leaves it out.
BENCHMARK(by_hand)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(evaluate_all)
    ->ArgNames({"targets", "threads"})
    ->ArgsProduct({{10'000, 100'000, 1'000'000, 10'000'000}, {1, 2}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
