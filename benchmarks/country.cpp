// SPDX-License-Identifier: BSL-1.0
// A whole country on one machine: reads the files of `benchmark_generate --monthly` once, judges every target
// as of twelve dates and makes the scorecards of each.
//
//     benchmark_country FOLDER [threads]
//
// Prints a line for each step, its name and seconds with a tab between, and the peak of memory in MB.
#include <sys/resource.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/io/observations_csv.hpp"
#include "goalpost/io/plan_json.hpp"
#include "goalpost/rollup/make_scorecards.hpp"

namespace {

using namespace goalpost;

class Steps {
  public:
    void done(const std::string& step) {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double> took = now - begin_;
        std::printf("%s\t%.2f\n", step.c_str(), took.count());
        std::fflush(stdout);
        begin_ = now;
    }

  private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 2) throw std::runtime_error("usage: benchmark_country FOLDER [threads]");
    const std::filesystem::path folder(argv[1]);
    EvaluateOptions options;
    options.threads = argc > 2 ? static_cast<unsigned>(std::stoul(argv[2])) : 2;

    Steps steps;
    const std::array tables{folder / "targets.csv"};
    auto plan = read_plan_json(folder / "plan.json", tables);
    if (!plan.plan || !plan.diagnostics.empty()) throw std::runtime_error("the plan cannot be read");
    steps.done("read the plan and its targets");
    ObservationsReader reader(plan.plan->unit_set(), options.threads);
    reader.read_file(folder / "observations.csv");
    auto data = std::move(reader).finish();
    if (!data.diagnostics.empty()) throw std::runtime_error(data.diagnostics.front().text());
    steps.done("read the observations");
    std::printf("targets\t%zu\nobservations\t%zu\n", plan.plan->targets().size(), data.observations.size());
    const auto inputs = std::make_shared<const Evaluation::Inputs>(*std::move(plan.plan),
                                                                   std::move(data.observations), options);
    steps.done("join names and units");
    for (int month = 1; month <= 12; ++month) {
        // The figures of a month are published on the 15th of the next.
        const auto as_of = Period::of(Frequency::month, 2024 + month / 12, month % 12 + 1).last();
        const auto evaluation = evaluate(inputs, as_of);
        steps.done("judge as of " + date_text(as_of));
        const auto cards = make_scorecards(evaluation);
        steps.done("scorecards as of " + date_text(as_of));
        std::printf("achieved\t%zu\n", cards.plan.counts[Status::achieved]);
    }
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("peak MB\t%.0f\n", static_cast<double>(usage.ru_maxrss) * 1024 / 1e6);
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "benchmark_country: %s\n", error.what());
    return 2;
}
