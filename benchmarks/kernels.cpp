// SPDX-License-Identifier: BSL-1.0
// Kernels over columns against what one would write by hand, in the same run: a plain loop over doubles, a
// loop over 64-bit integers with 128-bit products, and columns of Multiprecision numbers. `wrong` counts the
// verdicts that differ from the exact ones. Ratios: --benchmark_repetitions=9
// --benchmark_enable_random_interleaving=true, and the medians.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/kernel/kernels.hpp"
#include "kernel_data.hpp"

namespace {

namespace kernel = goalpost::kernel;
namespace mp = boost::multiprecision;
using bench::Set;
using goalpost::detail::int128;
using goalpost::detail::uint128;
using kernel::Relation;
using kernel::RowOutcome;
using Out = RowOutcome* __restrict;

enum Job { threshold, completion, growth, faster_growth, annual_growth, change, jobs };
constexpr const char* names[] = {"threshold",     "completion",    "growth",
                                 "faster_growth", "annual_growth", "change"};

RowOutcome verdict(bool met) { return met ? RowOutcome::met : RowOutcome::not_met; }

/// What one writes over columns of doubles, or of any other number with a division.
template <class Number>
struct Divided {
    bench::Columns<Number> in;
    Number cut;
    Number one;

    RowOutcome row(Job job, std::size_t i) const {
        switch (job) {
            case threshold: return verdict(in.value[i] >= in.line[i]);
            case completion:
                return in.plan[i] > 0 ? verdict(in.value[i] / in.plan[i] >= cut) : RowOutcome::zero_base;
            case growth:
                return in.base[i] > 0 ? verdict(in.value[i] / in.base[i] - one >= in.rate[i])
                                      : RowOutcome::zero_base;
            case faster_growth:
                return (static_cast<int>(in.base[i] > 0) & static_cast<int>(in.other_base[i] > 0)) != 0
                           ? verdict(in.value[i] / in.base[i] > in.other[i] / in.other_base[i])
                           : RowOutcome::zero_base;
            case annual_growth: {
                const Number factor = one + in.rate[i];
                const Number square = factor * factor;
                return in.earlier[i] > 0 ? verdict(in.value[i] / in.earlier[i] >= square * square * factor)
                                         : RowOutcome::zero_base;
            }
            default: return verdict(in.value[i] - in.base[i] >= in.amount[i]);
        }
    }
    template <Job job>
    void loop(Out out, std::size_t rows) const {
        for (std::size_t i = 0; i < rows; ++i)
            out[i] = row(job, i);
    }
    void mixed(Out a, Out b, Out c, Out d, std::size_t rows) const {
        for (std::size_t i = 0; i < rows; ++i) {
            a[i] = row(threshold, i);
            b[i] = row(completion, i);
            c[i] = row(faster_growth, i);
            d[i] = row(annual_growth, i);
        }
    }
};

/// Integers multiplied out by hand, for just these scales.
struct Multiplied {
    bench::Units in;

    RowOutcome row(Job job, std::size_t i) const {
        const auto v = static_cast<int128>(in.value[i]);
        switch (job) {
            case threshold: return verdict(in.value[i] >= in.line[i]);
            case completion:
                return in.plan[i] > 0 ? verdict(v * 100 >= static_cast<int128>(in.plan[i]) * 95)
                                      : RowOutcome::zero_base;
            case growth:
                return in.base[i] > 0
                           ? verdict(v * 10'000 >= static_cast<int128>(in.base[i]) * (10'000 + in.rate[i]))
                           : RowOutcome::zero_base;
            case faster_growth:
                return (static_cast<int>(in.base[i] > 0) & static_cast<int>(in.other_base[i] > 0)) != 0
                           ? verdict(v * in.other_base[i] > static_cast<int128>(in.other[i]) * in.base[i])
                           : RowOutcome::zero_base;
            case annual_growth: {
                if (in.earlier[i] <= 0) return RowOutcome::zero_base;
                const auto factor = static_cast<std::uint64_t>(10'000 + in.rate[i]);
                const uint128 power = static_cast<uint128>(factor * factor * factor * factor) * factor;
                const uint128 tens = static_cast<uint128>(10'000'000'000) * 10'000'000'000;
                return verdict(goalpost::detail::multiply(static_cast<uint128>(v), tens) >=
                               goalpost::detail::multiply(static_cast<uint128>(in.earlier[i]), power));
            }
            default: return verdict(v - in.base[i] >= in.amount[i]);
        }
    }
    template <Job job>
    void loop(Out out, std::size_t rows) const {
        for (std::size_t i = 0; i < rows; ++i)
            out[i] = row(job, i);
    }
    void mixed(Out a, Out b, Out c, Out d, std::size_t rows) const {
        for (std::size_t i = 0; i < rows; ++i) {
            a[i] = row(threshold, i);
            b[i] = row(completion, i);
            c[i] = row(faster_growth, i);
            d[i] = row(annual_growth, i);
        }
    }
};

struct Kernels {
    bench::Units in;

    void judge(Job job, std::span<RowOutcome> out) const {
        const auto at = [&](const std::vector<std::int64_t>& units) {
            return kernel::Column(units, bench::amount_places);
        };
        const auto rate = kernel::Column(in.rate, bench::rate_places);
        const auto cut = kernel::Column::constant(95).percent();
        const auto value = at(in.value);
        switch (job) {
            case threshold: return kernel::threshold(value, Relation::at_least, at(in.line), out);
            case completion: return kernel::completion(value, at(in.plan), Relation::at_least, cut, out);
            case growth: return kernel::growth(value, at(in.base), Relation::at_least, rate, out);
            case faster_growth:
                return kernel::faster_growth(value, at(in.base), Relation::more_than, at(in.other),
                                             at(in.other_base), out);
            case annual_growth:
                return kernel::annual_growth(value, at(in.earlier), bench::years, Relation::at_least, rate,
                                             out);
            default: return kernel::change(value, at(in.base), Relation::at_least, at(in.amount), out);
        }
    }
    template <Job job>
    void loop(RowOutcome* out, std::size_t rows) const {
        judge(job, {out, rows});
    }
    void mixed(RowOutcome* a, RowOutcome* b, RowOutcome* c, RowOutcome* d, std::size_t rows) const {
        judge(threshold, {a, rows});
        judge(completion, {b, rows});
        judge(faster_growth, {c, rows});
        judge(annual_growth, {d, rows});
    }
};

/// The same kernels as on a processor that has no instructions beyond `level`.
template <kernel::detail::Level level>
struct Limited {
    static constexpr int places = bench::amount_places;
    bench::Units in;

    void judge(Job job, std::span<RowOutcome> out) const {
        constexpr auto at_least = Relation::at_least;
        const auto at = [&](const std::vector<std::int64_t>& units, int its_places = places) {
            return kernel::Column(units, its_places);
        };
        const auto run = [&](const auto& rule, const auto&... columns) {
            kernel::detail::run(std::min(level, kernel::detail::best_level()), rule, out, columns...);
        };
        const auto rate = at(in.rate, bench::rate_places);
        switch (job) {
            case threshold: return run(kernel::detail::PlainThreshold(at_least), at(in.value), at(in.line));
            case completion:
                return run(kernel::Completion(at_least, places, places, 2), at(in.value), at(in.plan),
                           kernel::Column::constant(95, 2));
            case growth:
                return run(kernel::Growth(at_least, places, places, bench::rate_places), at(in.value),
                           at(in.base), rate);
            case faster_growth:
                return run(kernel::FasterGrowth(Relation::more_than, places, places, places, places),
                           at(in.value), at(in.base), at(in.other), at(in.other_base));
            case annual_growth:
                return run(kernel::AnnualGrowth(at_least, bench::years, places, places, bench::rate_places),
                           at(in.value), at(in.earlier), rate);
            default:
                return run(kernel::Change(at_least, places, places, places), at(in.value), at(in.base),
                           at(in.amount));
        }
    }
    template <Job job>
    void loop(RowOutcome* out, std::size_t rows) const {
        judge(job, {out, rows});
    }
    void mixed(RowOutcome* a, RowOutcome* b, RowOutcome* c, RowOutcome* d, std::size_t rows) const {
        judge(threshold, {a, rows});
        judge(completion, {b, rows});
        judge(faster_growth, {c, rows});
        judge(annual_growth, {d, rows});
    }
};

/// The exact verdicts, by Multiprecision's integers.
std::vector<RowOutcome> exact(Job job, const bench::Units& in) {
    std::vector<RowOutcome> found;
    for (std::size_t i = 0; i < in.value.size(); ++i) {
        const mp::cpp_int v = in.value[i];
        const auto met = [&]() -> bool {
            switch (job) {
                case threshold: return v >= in.line[i];
                case completion: return v * 100 >= mp::cpp_int(in.plan[i]) * 95;
                case growth: return v * 10'000 >= mp::cpp_int(in.base[i]) * (10'000 + in.rate[i]);
                case faster_growth: return v * in.other_base[i] > mp::cpp_int(in.other[i]) * in.base[i];
                case annual_growth:
                    return v * mp::pow(mp::cpp_int(10'000), 5) >=
                           in.earlier[i] * mp::pow(mp::cpp_int(10'000 + in.rate[i]), 5);
                default: return v - in.base[i] >= in.amount[i];
            }
        };
        found.push_back(verdict(met()));
    }
    return found;
}

const bench::Units& units(Set set, std::size_t rows) {
    static std::map<std::pair<Set, std::size_t>, bench::Units> kept;
    auto& found = kept[{set, rows}];
    if (found.value.empty()) found = bench::make_units(set, rows);
    return found;
}

double wrong(Job job, const bench::Units& in, const std::vector<RowOutcome>& found) {
    static std::map<std::pair<const bench::Units*, Job>, std::vector<RowOutcome>> kept;
    auto& right = kept[{&in, job}];
    if (right.empty()) right = exact(job, in);
    std::size_t count = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        count += found[i] != right[i];
    return static_cast<double>(count);
}

void report(benchmark::State& state, std::size_t rows, double wrong_ones) {
    state.counters["wrong"] = wrong_ones;
    state.counters["ns/row"] =
        benchmark::Counter(static_cast<double>(rows) / 1e9,
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

template <Job job, class Subject>
void one(benchmark::State& state, const Subject& subject, Set set, std::size_t rows) {
    std::vector<RowOutcome> out(rows);
    for (auto _ : state) {
        subject.template loop<job>(out.data(), rows);
        benchmark::ClobberMemory();
    }
    report(state, rows, wrong(job, units(set, rows), out));
}

template <class Subject>
void mixed(benchmark::State& state, const Subject& subject, Set set, std::size_t rows) {
    std::array<std::vector<RowOutcome>, 4> out;
    out.fill(std::vector<RowOutcome>(rows));
    for (auto _ : state) {
        subject.mixed(out[0].data(), out[1].data(), out[2].data(), out[3].data(), rows);
        benchmark::ClobberMemory();
    }
    const auto& in = units(set, rows);
    report(state, rows,
           wrong(threshold, in, out[0]) + wrong(completion, in, out[1]) + wrong(faster_growth, in, out[2]) +
               wrong(annual_growth, in, out[3]));
}

/// `make(units)` gives the subject; it is made when its benchmark runs.
template <class Make>
void add(const std::string& subject, Set set, std::size_t rows, bool each, const Make& make) {
    const auto name = [&](const std::string& job) {
        return job + "/" + (set == Set::ordinary ? "ordinary/" : "boundary/") + std::to_string(rows) + "/" +
               subject;
    };
    benchmark::RegisterBenchmark(name("mixed").c_str(), [=](benchmark::State& state) {
        mixed(state, make(units(set, rows)), set, rows);
    });
    if (!each) return;
    const auto add_one = [&]<Job job>(std::integral_constant<Job, job>) {
        benchmark::RegisterBenchmark(name(names[job]).c_str(), [=](benchmark::State& state) {
            one<job>(state, make(units(set, rows)), set, rows);
        });
    };
    [&]<int... J>(std::integer_sequence<int, J...>) {
        (add_one(std::integral_constant<Job, static_cast<Job>(J)>{}), ...);
    }
    (std::make_integer_sequence<int, jobs>{});
}

double to_double(std::int64_t number, int places) {
    return static_cast<double>(number) / static_cast<double>(goalpost::detail::powers_of_ten[places]);
}
template <class Number>
Number to_exact(std::int64_t number, int places) {
    return Number(number) / Number(goalpost::detail::powers_of_ten[places]);
}

/// What memory itself allows a threshold: its two columns are read, and nothing else is done.
void read_columns(benchmark::State& state, Set set, std::size_t rows) {
    const auto& in = units(set, rows);
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < rows; ++i)
            sum += static_cast<std::uint64_t>(in.value[i]) ^ static_cast<std::uint64_t>(in.line[i]);
        benchmark::DoNotOptimize(sum);
    }
    report(state, rows, 0);
}

const bool added = [] {
    for (const Set set : {Set::ordinary, Set::boundary}) {
        for (const std::size_t rows : {std::size_t{1} << 13, std::size_t{1} << 20}) {
            add("double", set, rows, true, [](const bench::Units& in) {
                return Divided<double>{bench::converted<double>(in, to_double), 0.95, 1.0};
            });
            add("int128", set, rows, true, [](const bench::Units& in) { return Multiplied{in}; });
            add("kernel", set, rows, true, [](const bench::Units& in) { return Kernels{in}; });
            add("kernel_avx2", set, rows, true,
                [](const bench::Units& in) { return Limited<kernel::detail::Level::avx2>{in}; });
            add("kernel_portable", set, rows, true,
                [](const bench::Units& in) { return Limited<kernel::detail::Level::any>{in}; });
        }
        const std::size_t many = std::size_t{1} << 20;
        const std::string name = set == Set::ordinary ? "threshold/ordinary/" : "threshold/boundary/";
        benchmark::RegisterBenchmark((name + std::to_string(many) + "/read").c_str(),
                                     [=](benchmark::State& state) { read_columns(state, set, many); });
        const std::size_t few = std::size_t{1} << 13;
        add("cpp_rational", set, few, false, [](const bench::Units& in) {
            using Number = mp::cpp_rational;
            return Divided<Number>{bench::converted<Number>(in, to_exact<Number>), to_exact<Number>(95, 2),
                                   1};
        });
        add("cpp_dec_float_50", set, few, false, [](const bench::Units& in) {
            using Number = mp::cpp_dec_float_50;
            return Divided<Number>{bench::converted<Number>(in, to_exact<Number>), to_exact<Number>(95, 2),
                                   1};
        });
    }
    return true;
}();

}  // namespace
