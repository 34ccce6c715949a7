// SPDX-License-Identifier: BSL-1.0
// Reading files beside a loader written by hand, in one run: every round reads the same file with each of
// them, and the ratios are those of the same round. Takes an observations file of benchmark_generate, else
// writes a small one.
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
#include "goalpost/io/observations_csv.hpp"
#include "support/data_set.hpp"

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
void race(std::vector<Contestant> contestants, std::size_t rounds, std::size_t bytes) {
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
    std::printf("%zu rows, %.1f MB, %zu rounds\n%-44s %10s %8s %8s %8s %17s\n", rows,
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

}  // namespace

int main(int argc, char** argv) try {
    std::filesystem::path file;
    std::size_t rounds = 5;
    if (argc > 1) file = argv[1];
    if (argc > 2) rounds = static_cast<std::size_t>(std::stoul(argv[2]));
    const bool own = file.empty();
    if (own) {
        file = std::filesystem::temp_directory_path() / "goalpost_benchmark_observations.csv";
        const benchmark_support::DataSet set({});
        std::string text;
        set.append_observations_header(text);
        set.append_observations(text, 0, set.observations());
        std::ofstream(file, std::ios::binary) << text;
    }
    const auto read = [&](auto make) {
        return [&file, make] {
            auto reader = make();
            reader.read_file(file);
            const auto reading = std::move(reader).finish();
            for (const auto& one : reading.diagnostics)
                std::printf("%s\n", one.text().c_str());
            return reading.observations.size();
        };
    };
    std::vector<Contestant> contestants;
    contestants.push_back({"by hand, the six columns of the job", [&] {
                               const baseline::MappedFile mapped(file.string());
                               return baseline::load_columns<false>(mapped.text()).value.size();
                           }});
    contestants.push_back({"by hand, provenance too", [&] {
                               const baseline::MappedFile mapped(file.string());
                               return baseline::load_columns<true>(mapped.text()).value.size();
                           }});
    contestants.push_back({"ObservationsReader", read([] { return goalpost::ObservationsReader(); })});
    race(std::move(contestants), rounds, static_cast<std::size_t>(std::filesystem::file_size(file)));
    if (own) std::filesystem::remove(file);
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "benchmark_files: %s\n", error.what());
    return 2;
}
