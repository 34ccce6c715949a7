// SPDX-License-Identifier: BSL-1.0
#include "tool/input.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "goalpost/io/observations_csv.hpp"
#include "goalpost/io/plan_json.hpp"
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
    {
        const Progress progress("reading " + files.plan);
        const std::vector<std::filesystem::path> targets(files.targets.begin(), files.targets.end());
        auto plan = read_plan_json(std::filesystem::path(files.plan), targets);
        input.plan = std::move(plan.plan);
        input.diagnostics = std::move(plan.diagnostics);
    }
    if (input.plan) {  // without it, its units of measure are unknown, and so would be faults of the data
        ObservationsReader reader(input.plan->unit_set(), threads);
        for (std::size_t i = 0; i < files.data.size(); ++i) {
            const Progress progress("reading " + files.data[i] + " (" + std::to_string(i + 1) + " of " +
                                    std::to_string(files.data.size()) + ")");
            reader.read_file(files.data[i]);
        }
        const Progress progress("putting the figures in order");
        auto data = std::move(reader).finish();
        input.observations = std::move(data.observations);
        std::ranges::move(data.diagnostics, std::back_inserter(input.diagnostics));
    }
    for (const auto& diagnostic : input.diagnostics)
        complain(diagnostic.text());
    return input;
}

}  // namespace goalpost::tool
