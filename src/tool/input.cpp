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
    auto plan = read_plan_json(std::filesystem::path(plan_file));
    ObservationsReader reader(plan.plan ? plan.plan->unit_set() : UnitSet());
    for (const auto& file : data_files)
        reader.read_file(file);
    auto data = std::move(reader).finish();

    Input input{std::move(plan.plan), std::move(data.observations), std::move(plan.diagnostics)};
    std::ranges::move(data.diagnostics, std::back_inserter(input.diagnostics));
    for (const auto& diagnostic : input.diagnostics)
        complain(diagnostic.text());
    return input;
}

}  // namespace goalpost::tool
