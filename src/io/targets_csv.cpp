// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/targets_csv.hpp"

#include <utility>

#include "io/file.hpp"
#include "io/target_table.hpp"
#include "io/text.hpp"

namespace goalpost {

std::vector<Diagnostic> read_targets_csv(PlanBuilder& plan, std::string_view text,
                                         const std::string& file_name) {
    const auto invalid = detail::find_invalid_utf8(text);
    if (auto fault = detail::encoding_fault(text, file_name, detail::EncodingCheck::kind_of_file, invalid))
        return {std::move(*fault)};
    if (text.starts_with(detail::byte_order_mark)) text.remove_prefix(detail::byte_order_mark.size());
    return detail::TargetTable(plan, text, invalid == std::string_view::npos, file_name).read();
}

std::vector<Diagnostic> read_targets_csv(PlanBuilder& plan, const std::filesystem::path& file) {
    detail::LargeText text;
    if (auto fault = detail::read_whole_file(file, text)) return {std::move(*fault)};
    return read_targets_csv(plan, {text.data(), text.size()}, file.string());
}

}  // namespace goalpost
