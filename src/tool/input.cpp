// SPDX-License-Identifier: BSL-1.0
#include "tool/input.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/io/observations_csv.hpp"
#include "goalpost/io/plan_json.hpp"
#include "goalpost/io/targets_csv.hpp"
#include "tool/output.hpp"
#include "tool/progress.hpp"

namespace goalpost::tool {

ExitCode Input::exit_code() const {
    const bool failed = !plan || std::ranges::any_of(diagnostics, [](const Diagnostic& one) {
        return one.severity == Diagnostic::Severity::error;
    });
    return failed ? ExitCode::bad_input : ExitCode::fine;
}

Input read_input(const InputFiles& files, unsigned threads) {
    Input input;
    std::optional<Progress> progress("reading " + files.plan);
    auto plan = read_plan_builder_json(files.plan);
    progress.reset();
    input.diagnostics = std::move(plan.diagnostics);
    std::vector<Diagnostic> of_data;
    if (plan.builder) {  // without it, its units of measure are unknown, and so would be faults of the data
        // The figures come before the tables of targets: putting them in order takes the room of as many
        // again.
        ObservationsReader reader(plan.builder->so_far().unit_set(), threads);
        for (std::size_t i = 0; i < files.data.size(); ++i) {
            progress.emplace("reading " + files.data[i] + " (" + std::to_string(i + 1) + " of " +
                             std::to_string(files.data.size()) + ")");
            reader.read_file(files.data[i]);
            progress.reset();
        }
        progress.emplace("putting the figures in order");
        auto data = std::move(reader).finish();
        progress.reset();
        input.observations = std::move(data.observations);
        of_data = std::move(data.diagnostics);
        for (const auto& table : files.targets) {
            progress.emplace("reading " + table);
            std::ranges::move(read_targets_csv(*plan.builder, std::filesystem::path(table)),
                              std::back_inserter(input.diagnostics));
            progress.reset();
        }
        input.plan = (*std::move(plan.builder)).build();
    }
    std::ranges::move(of_data, std::back_inserter(input.diagnostics));
    for (const auto& diagnostic : input.diagnostics)
        complain(diagnostic.text());
    return input;
}

}  // namespace goalpost::tool
