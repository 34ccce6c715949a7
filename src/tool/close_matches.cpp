// SPDX-License-Identifier: BSL-1.0
#include "tool/close_matches.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace goalpost::tool {

namespace {

/// How many bytes must be inserted, taken out or replaced (Levenshtein 1966).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::vector<std::string> close_matches(std::string_view asked, const std::vector<std::string>& names) {
    constexpr std::size_t most = 3;
    constexpr std::size_t longest = 200;  // an id is not longer; what is would only cost time
    if (asked.empty() || asked.size() > longest) return {};
    std::vector<std::pair<std::size_t, std::string>> close;
    for (const auto& name : names) {
        if (name.empty() || name.size() > longest) continue;
        const bool within =
            name.find(asked) != std::string::npos || asked.find(name) != std::string_view::npos;
        const auto edits = distance(asked, name);
        if (within || edits * 3 <= std::max(asked.size(), name.size())) close.emplace_back(edits, name);
    }
    std::ranges::stable_sort(close, {}, &std::pair<std::size_t, std::string>::first);
    if (close.size() > most) close.resize(most);
    std::vector<std::string> best;
    for (auto& [edits, name] : close)
        best.push_back(std::move(name));
    return best;
}

}  // namespace goalpost::tool
