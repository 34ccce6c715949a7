// SPDX-License-Identifier: BSL-1.0
#include "tool/close_matches.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "goalpost/model/detail/near_names.hpp"
#include "report/characters.hpp"

namespace goalpost::tool {

std::vector<std::string> close_matches(std::string_view asked, const std::vector<std::string>& names) {
    constexpr std::size_t most = 3;
    constexpr std::size_t longest = 200;  // an id is not longer; what is would only cost time
    if (asked.empty() || asked.size() > longest) return {};
    std::vector<std::pair<std::size_t, std::string>> close;
    for (const auto& name : names) {
        if (name.empty() || name.size() > longest) continue;
        const bool within =
            name.find(asked) != std::string::npos || asked.find(name) != std::string_view::npos;
        const auto edits = detail::edit_distance(asked, name);
        if (within || edits * 3 <= std::max(asked.size(), name.size())) close.emplace_back(edits, name);
    }
    std::ranges::stable_sort(close, {}, &std::pair<std::size_t, std::string>::first);
    if (close.size() > most) close.resize(most);
    std::vector<std::string> best;
    for (auto& [edits, name] : close)
        best.push_back(std::move(name));
    return best;
}

std::string no_target(std::string_view asked, const std::vector<std::string>& ids) {
    std::string close;
    for (const auto& id : close_matches(asked, ids))
        close += (close.empty() ? "" : ", ") + detail::visible(id);
    return "the plan has no target \"" + detail::visible(asked) + "\"" +
           (close.empty() ? "" : "; did you mean " + close + "?");
}

std::string did_you_mean(std::string_view asked, const std::vector<std::string>& names) {
    const auto close = close_matches(asked, names);
    return close.empty() ? "" : "; did you mean " + detail::visible(close.front()) + "?";
}

}  // namespace goalpost::tool
