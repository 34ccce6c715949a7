// SPDX-License-Identifier: BSL-1.0
// Reading and writing files, beside loaders written by hand, in one run: every round does the same with each
// of them, and the ratios are those of the same round.
//
//     benchmark_files [FOLDER [rounds]]
//
// The folder is one of benchmark_generate; without one, a small set is made. What is written is the result
// for 20,000 targets.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "baseline/columns.hpp"
#include "baseline/targets.hpp"
#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/io/observations_csv.hpp"
#include "goalpost/io/plan_json.hpp"
#include "goalpost/io/targets_csv.hpp"
#include "goalpost/report/evaluation_report.hpp"
#include "support/data_set.hpp"
#include "support/keep_memory.hpp"

namespace {

using Clock = std::chrono::steady_clock;

struct Contestant {
    std::string name;
    std::function<std::size_t()> run;  // how many rows it found
    std::vector<double> seconds{};
};

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Runs all of them in turn; the first is what the others are held against.
void race(const char* title, std::vector<Contestant> contestants, std::size_t rounds, std::size_t bytes) {
    std::size_t rows = 0;
    for (std::size_t round = 0; round <= rounds; ++round) {
        for (auto& one : contestants) {
            const auto begin = Clock::now();
            const auto found = one.run();
            const std::chrono::duration<double> took = Clock::now() - begin;
            if (rows != 0 && found != rows)
                std::printf("%s: %zu rows instead of %zu\n", one.name.c_str(), found, rows);
            rows = found;
            if (round > 0) one.seconds.push_back(took.count());  // the first round warms up
        }
    }
    std::printf("%s: %zu rows, %.1f MB, %zu rounds\n%-44s %10s %8s %8s %8s %17s\n", title, rows,
                static_cast<double>(bytes) / 1e6, rounds, "", "median s", "ns/row", "MB/s", "ratio",
                "least to most");
    for (const auto& one : contestants) {
        std::vector<double> ratios;
        for (std::size_t i = 0; i < rounds; ++i)
            ratios.push_back(one.seconds[i] / contestants.front().seconds[i]);
        const auto [least, most] = std::ranges::minmax(ratios);
        const auto seconds = median(one.seconds);
        std::printf("%-44s %10.3f %8.1f %8.0f %8.2f %8.2f %8.2f\n", one.name.c_str(), seconds,
                    seconds * 1e9 / static_cast<double>(rows), static_cast<double>(bytes) / seconds / 1e6,
                    median(ratios), least, most);
    }
}

void write_file(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

void make_files(const std::filesystem::path& folder, std::size_t targets) {
    benchmark_support::DataSetOptions options;
    options.targets = targets;
    const benchmark_support::DataSet set(options);
    std::filesystem::create_directories(folder);
    std::string text;
    set.append_observations_header(text);
    set.append_observations(text, 0, set.observations());
    write_file(folder / "observations.csv", text);
    text.clear();
    set.append_targets_header(text);
    set.append_targets(text, 0, set.targets());
    write_file(folder / "targets.csv", text);
    text.clear();
    set.append_plan(text, false);
    write_file(folder / "plan.json", text);
}

void tell(const std::vector<goalpost::Diagnostic>& diagnostics) {
    for (const auto& one : diagnostics)
        std::printf("%s\n", one.text().c_str());
}

goalpost::Observations read_observations(const std::filesystem::path& file, unsigned threads) {
    goalpost::ObservationsReader reader({}, threads);
    reader.read_file(file);
    auto reading = std::move(reader).finish();
    tell(reading.diagnostics);
    return std::move(reading.observations);
}

goalpost::Plan read_plan(const std::filesystem::path& folder) {
    const std::vector tables{folder / "targets.csv"};
    auto reading = goalpost::read_plan_json(folder / "plan.json", tables);
    tell(reading.diagnostics);
    return std::move(reading.plan).value();
}

void race_reading(const std::filesystem::path& folder, std::size_t rounds) {
    const auto size = [](const auto& of) { return static_cast<std::size_t>(std::filesystem::file_size(of)); };

    // First, as in a program of one thread: once there was another, owners are counted with atomics.
    const auto table = folder / "targets.csv";
    std::vector<Contestant> targets;
    targets.push_back({"by hand", [&] {
                           const baseline::MappedFile mapped(table.string());
                           baseline::Columns data;
                           baseline::Names ids;
                           return load_targets(mapped.text(), data, ids).id.size();
                       }});
    targets.push_back({"goalpost", [&] { return read_plan(folder).targets().size(); }});
    race("targets", std::move(targets), rounds, size(table));

    const auto file = folder / "observations.csv";
    const auto ours = [&](unsigned threads) {
        return [&file, threads] { return read_observations(file, threads).size(); };
    };
    std::vector<Contestant> observations;
    observations.push_back({"by hand, provenance too", [&] {
                                const baseline::MappedFile mapped(file.string());
                                return baseline::load_columns<true>(mapped.text()).value.size();
                            }});
    observations.push_back({"by hand, the six columns of the job", [&] {
                                const baseline::MappedFile mapped(file.string());
                                return baseline::load_columns<false>(mapped.text()).value.size();
                            }});
    observations.push_back({"goalpost", ours(1)});
    observations.push_back({"goalpost, 2 threads", ours(2)});
    race("observations", std::move(observations), rounds, size(file));
}

void race_writing(const std::filesystem::path& folder, std::size_t rounds) {
    const auto evaluation =
        goalpost::evaluate(read_plan(folder), read_observations(folder / "observations.csv", 1),
                           *goalpost::parse_date("2025-12-31"));
    const goalpost::EvaluationReport report{&evaluation};
    const auto contestant = [&](const char* name, auto write, std::size_t& bytes) {
        return Contestant{name, [&report, &bytes, write] {
                              std::string text;
                              write(text, report);
                              bytes = text.size();
                              return report.evaluation->assessments().size();
                          }};
    };
    std::size_t bytes = 0;
    const auto alone = [&](const char* name, auto write) {
        auto one = contestant(name, write, bytes);
        one.run();  // tells the size
        race(name, {std::move(one)}, rounds, bytes);
    };
    alone("CSV", [](std::string& out, const auto& of) { goalpost::write_csv(out, of); });
    alone("JSON Lines", [](std::string& out, const auto& of) { goalpost::write_json_lines(out, of); });
}

}  // namespace

int main(int argc, char** argv) try {
    benchmark_support::keep_memory();
    const auto own = std::filesystem::temp_directory_path() / "goalpost_benchmark_files";
    const std::size_t rounds = argc > 2 ? static_cast<std::size_t>(std::stoul(argv[2])) : 5;
    make_files(own, 20'000);
    race_reading(argc > 1 ? std::filesystem::path(argv[1]) : own, rounds);
    race_writing(own, rounds);
    std::filesystem::remove_all(own);
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "benchmark_files: %s\n", error.what());
    return 2;
}
