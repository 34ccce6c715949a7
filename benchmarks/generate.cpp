// SPDX-License-Identifier: BSL-1.0
// Writes the files of the benchmarks: observations.csv, targets.csv, plan.json (head, units and indicators,
// for use with targets.csv) and plan_with_targets.json. The same options give the same bytes on every
// machine. The figures are published up to March 2025: judge them with --as-of 2025-12-31. With --monthly a
// country that reports every month, in files of the same names (plan.json and the tables).
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "support/data_set.hpp"
#include "support/monthly_set.hpp"

namespace {

using benchmark_support::DataSet;
using benchmark_support::DataSetOptions;

constexpr const char* usage =
    "usage: benchmark_generate FOLDER [--targets N] [--seed N] [--order scope|series|period]\n"
    "       [--on-the-lines] [--no-provenance] [--no-plan-with-targets] [--monthly]\n";

/// Writes a file of many rows piece by piece.
template <class Header, class Rows>
void write(const std::filesystem::path& path, std::size_t count, Header header, Rows rows) {
    std::ofstream file(path, std::ios::binary);
    std::string text;
    header(text);
    for (std::size_t at = 0; at < count; at += 10'000) {
        rows(text, at, std::min(count, at + 10'000));
        file.write(text.data(), static_cast<std::streamsize>(text.size()));
        text.clear();
    }
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

bool take_number(std::string_view text, std::size_t& to) {
    return std::from_chars(text.data(), text.data() + text.size(), to).ptr == text.data() + text.size();
}

template <class Set>
void write_set(const Set& set, const std::filesystem::path& folder, bool plan_with_targets) {
    std::filesystem::create_directories(folder);
    write(
        folder / "observations.csv", set.observations(),
        [&](std::string& out) { set.append_observations_header(out); },
        [&](std::string& out, std::size_t begin, std::size_t end) {
            set.append_observations(out, begin, end);
        });
    write(
        folder / "targets.csv", set.targets(), [](std::string& out) { Set::append_targets_header(out); },
        [&](std::string& out, std::size_t begin, std::size_t end) { set.append_targets(out, begin, end); });
    const auto write_plan = [&](const char* name, bool with_targets) {
        write(
            folder / name, 0, [&](std::string& out) { set.append_plan(out, with_targets); },
            [](std::string&, std::size_t, std::size_t) {});
    };
    write_plan("plan.json", false);
    if (plan_with_targets) write_plan("plan_with_targets.json", true);
    std::printf("%zu targets, %zu observations, %zu responsible units\n", set.targets(), set.observations(),
                set.responsible_units());
}

}  // namespace

int main(int argc, char** argv) try {
    DataSetOptions options;
    std::filesystem::path folder;
    bool plan_with_targets = true;
    bool monthly = false;
    bool sound = argc > 1;
    for (int i = 1; i < argc && sound; ++i) {
        const std::string_view word = argv[i];
        const std::string_view next = i + 1 < argc ? argv[i + 1] : "";
        std::size_t number = 0;
        if (word == "--targets" && take_number(next, number) && number > 0) {
            options.targets = number;
            ++i;
        } else if (word == "--seed" && take_number(next, number)) {
            options.seed = number;
            ++i;
        } else if (word == "--order" && (next == "scope" || next == "series" || next == "period")) {
            using Order = DataSetOptions::Order;
            options.order = next == "scope" ? Order::scope : next == "series" ? Order::series : Order::period;
            ++i;
        } else if (word == "--on-the-lines") {
            options.on_the_lines = true;
        } else if (word == "--no-provenance") {
            options.provenance = false;
        } else if (word == "--no-plan-with-targets") {
            plan_with_targets = false;
        } else if (word == "--monthly") {
            monthly = true;
        } else {
            sound = folder.empty() && !word.starts_with("--");
            folder = word;
        }
    }
    if (!sound || folder.empty()) {
        std::fputs(usage, stderr);
        return 2;
    }
    if (monthly) {
        write_set(benchmark_support::MonthlySet(options.targets, options.seed), folder, false);
    } else {
        write_set(DataSet(options), folder, plan_with_targets);
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "benchmark_generate: %s\n", error.what());
    return 2;
}
