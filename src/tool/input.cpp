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

Input read_input(const std::string& plan_file, const std::vector<std::string>& data_files) {
    Input input;
    {
        const Progress progress("reading " + plan_file);
        auto plan = read_plan_json(std::filesystem::path(plan_file));
        input.plan = std::move(plan.plan);
        input.diagnostics = std::move(plan.diagnostics);
    }
    if (input.plan) {  // without it, its units of measure are unknown, and so would be faults of the data
        ObservationsReader reader(input.plan->unit_set());
        for (std::size_t i = 0; i < data_files.size(); ++i) {
            const Progress progress("reading " + data_files[i] + " (" + std::to_string(i + 1) + " of " +
                                    std::to_string(data_files.size()) + ")");
            reader.read_file(data_files[i]);
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
