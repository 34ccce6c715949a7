// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goalpost::tool {

/// At most three of the names that look most like `asked`, best first: those that hold it or that it holds,
/// and those that are a third of its length in edits away at most.
std::vector<std::string> close_matches(std::string_view asked, const std::vector<std::string>& names);

/// `the plan has no target "ID"; did you mean ID, ID?`
std::string no_target(std::string_view asked, const std::vector<std::string>& ids);

/// `; did you mean NAME?` of the best of them; empty where there is none.
std::string did_you_mean(std::string_view asked, const std::vector<std::string>& names);

}  // namespace goalpost::tool
