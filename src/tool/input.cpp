// SPDX-License-Identifier: BSL-1.0
#include "tool/input.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "goalpost/io/observations_csv.hpp"
#include "goalpost/io/plan_json.hpp"
#include "tool/output.hpp"

namespace goalpost::tool {

ExitCode Input::exit_code() const {
    const bool failed = !plan || std::ranges::any_of(diagnostics, [](const Diagnostic& one) {
        return one.severity == Diagnostic::Severity::error;
    });
    return failed ? ExitCode::bad_input : ExitCode::fine;
}

Input read_input(const std::string& plan_file, const std::vector<std::string>& data_files) {
    Input input;
    auto plan = read_plan_json(std::filesystem::path(plan_file));
    input.plan = std::move(plan.plan);
    input.diagnostics = std::move(plan.diagnostics);
    if (input.plan) {  // without it, its units of measure are unknown, and so would be faults of the data
        ObservationsReader reader(input.plan->unit_set());
        for (const auto& file : data_files)
            reader.read_file(file);
        auto data = std::move(reader).finish();
        input.observations = std::move(data.observations);
        std::ranges::move(data.diagnostics, std::back_inserter(input.diagnostics));
    }
    for (const auto& diagnostic : input.diagnostics)
        complain(diagnostic.text());
    return input;
}

}  // namespace goalpost::tool
