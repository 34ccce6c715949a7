// SPDX-License-Identifier: BSL-1.0
#include "tool/input.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <future>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "goalpost/io/observations_csv.hpp"
#include "goalpost/io/plan_json.hpp"
#include "goalpost/io/targets_csv.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"
#include "tool/progress.hpp"

namespace goalpost::tool {

ExitCode Input::exit_code() const {
    const bool failed = !plan || std::ranges::any_of(diagnostics, [](const Diagnostic& one) {
        return one.severity == Diagnostic::Severity::error;
    });
    return failed ? ExitCode::bad_input : ExitCode::fine;
}

namespace {

/// Shows what goes on; or nothing, where two things go on at once and one line tells of both.
class Steps {
  public:
    explicit Steps(bool shown) : shown_(shown) {}
    void next(const std::string& what) {
        progress_.reset();
        if (shown_) progress_.emplace(what);
    }

  private:
    bool shown_;
    std::optional<Progress> progress_;
};

ObservationsReading read_figures(const std::vector<std::string>& files, const UnitSet& units,
                                 unsigned threads, bool shown) {
    Steps steps(shown);
    ObservationsReader reader(units, threads);
    for (std::size_t i = 0; i < files.size(); ++i) {
        steps.next("reading " + files[i] + " (" + std::to_string(i + 1) + " of " +
                   std::to_string(files.size()) + ")");
        if (is_sdmx_map(files[i])) {
            reader.read_sdmx(files[i]);
        } else {
            reader.read_file(files[i]);
        }
    }
    steps.next("putting the figures in order");
    return std::move(reader).finish();
}

std::vector<Diagnostic> read_tables(const std::vector<std::string>& files, PlanBuilder& builder, bool shown) {
    Steps steps(shown);
    std::vector<Diagnostic> diagnostics;
    for (const auto& table : files) {
        steps.next("reading " + table);
        std::ranges::move(read_targets_csv(builder, std::filesystem::path(table)),
                          std::back_inserter(diagnostics));
    }
    return diagnostics;
}

/// Whether there is so much to read that a second thread pays: below that it starts too late.
bool are_large(const InputFiles& files) {
    constexpr std::uintmax_t large = std::uintmax_t{1} << 25U;
    std::uintmax_t sum = 0;
    for (const auto* list : {&files.data, &files.targets}) {
        for (const auto& file : *list) {
            std::error_code unknown;  // of a pipe
            const auto size = std::filesystem::file_size(file, unknown);
            sum += unknown ? large : size;
        }
    }
    return sum >= large;
}

/// An option that takes many files takes a target behind them for one more.
void tell_misplaced_target(std::vector<Diagnostic>& diagnostics, const Plan& plan, const InputFiles& files) {
    for (auto& one : diagnostics) {
        std::error_code unknown;
        if (plan.find_target(one.file) == nullptr || std::filesystem::exists(one.file, unknown)) continue;
        for (const auto& [option, list] : {std::pair("--data", &files.data), {"--targets", &files.targets}}) {
            if (std::ranges::find(*list, one.file) != list->end())
                one.mend +=
                    std::string("; where the target of that name is meant, write it before ") + option;
        }
    }
}

}  // namespace

Input read_input(const InputFiles& files, unsigned threads) {
    if (!are_large(files)) threads = 1;
    Input input;
    std::optional<Progress> progress("reading " + files.plan);
    auto plan = read_plan_builder_json(files.plan);
    progress.reset();
    input.diagnostics = std::move(plan.diagnostics);
    ObservationsReading figures;
    if (plan.builder) {  // without it, its units of measure are unknown, and so would be faults of the data
        auto& builder = *plan.builder;
        const auto units = builder.so_far().unit_set();
        const bool at_once = threads > 1 && !files.targets.empty();
        if (at_once) progress.emplace("reading tables of targets and figures");
        // Tables take one thread, and the figures the others. One after the other the figures come first:
        // where they have to be put in order, that takes the room of as many again, and tables fill it
        // afterwards.
        auto of_figures = std::async(at_once ? std::launch::async : std::launch::deferred, [&] {
            return read_figures(files.data, units, at_once ? threads - 1 : threads, !at_once);
        });
        if (!at_once) figures = of_figures.get();
        std::ranges::move(read_tables(files.targets, builder, !at_once),
                          std::back_inserter(input.diagnostics));
        if (at_once) figures = of_figures.get();
        input.observations = std::move(figures.observations);
        input.plan = std::move(builder).build();
    }
    std::ranges::move(figures.diagnostics, std::back_inserter(input.diagnostics));
    if (files.lacks_target && input.plan) tell_misplaced_target(input.diagnostics, *input.plan, files);
    for (const auto& diagnostic : input.diagnostics)
        complain(diagnostic.text());
    return input;
}

}  // namespace goalpost::tool
