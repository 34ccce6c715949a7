// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/targets_csv.hpp"

#include <utility>

#include "io/file.hpp"
#include "io/file_blocks.hpp"
#include "io/target_table.hpp"

namespace goalpost {

std::vector<Diagnostic> read_targets_csv(PlanBuilder& plan, std::string_view text,
                                         const std::string& file_name) {
    detail::TargetTable table(plan, file_name, text.size());
    table.read(text, true);
    return std::move(table).finish();
}

std::vector<Diagnostic> read_targets_csv(PlanBuilder& plan, const std::filesystem::path& file) {
    detail::InputFile input;
    if (auto fault = detail::InputFile::open(file, input)) return {std::move(*fault)};
    detail::TargetTable table(plan, file.string(), input.size().value_or(0));
    detail::read_blocks(table, input);
    return std::move(table).finish();
}

}  // namespace goalpost
