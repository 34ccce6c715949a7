// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <stdexcept>

#include "tool/output.hpp"
#include "tool/part_file.hpp"

namespace goalpost::tool {

namespace {

/// Up to and with the next line feed, taken off the text.
std::string_view take_row(std::string_view& text) {
    const auto row = text.substr(0, text.find('\n') + 1);
    text.remove_prefix(row.size());
    return row;
}

}  // namespace

std::string part_of_rows(JobLines job, const Shard& shard, ExitCode exit_code, std::string_view result,
                         bool has_head, const std::vector<std::uint32_t>& targets) {
    if (has_head) job.put("head", take_row(result));
    PartText part(job, shard, exit_code);
    for (const auto target : targets) {
        auto row = take_row(result);
        if (!row.ends_with('\n')) throw std::logic_error("goalpost: a target without a line in the result");
        row.remove_suffix(1);
        part.add_raw(target, row);
    }
    if (!result.empty()) throw std::logic_error("goalpost: a line of the result without a target");
    return std::move(part).finish();
}

std::optional<std::string> merged_rows(const PartFiles& parts) {
    const auto count = count_of(parts.job().of("targets")).value_or(0);
    std::vector<std::string_view> rows;  // by target; without data where no part had it yet
    std::size_t size = parts.job().of("head").size();
    for (const auto& part : parts.parts) {
        for (const auto record : part.records) {
            const auto tab = record.find('\t');
            const auto target = count_of(record.substr(0, tab));
            if (tab == std::string_view::npos || !target || *target >= count) {
                tell_damaged(part, record);
                return std::nullopt;
            }
            if (*target >= rows.size()) rows.resize(*target + 1);
            if (rows[*target].data() != nullptr) {
                complain("goalpost: target " + std::to_string(*target) + " is in two parts, " + part.name +
                         " is one of them");
                return std::nullopt;
            }
            rows[*target] = record.substr(tab + 1);
            size += rows[*target].size() + 1;
        }
    }
    const auto missing =
        std::ranges::find_if(rows, [](std::string_view row) { return row.data() == nullptr; });
    if (missing != rows.end() || rows.size() != count) {
        complain("goalpost: target " + std::to_string(missing - rows.begin()) + " is in none of the parts");
        return std::nullopt;
    }
    std::string text = parts.job().of("head");
    text.reserve(size);
    for (const auto row : rows)
        text.append(row).append("\n");
    return text;
}

}  // namespace goalpost::tool
