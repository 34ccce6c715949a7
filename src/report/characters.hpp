// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace goalpost::detail {

/// A text on one line in which nothing is hidden: control characters, marks that turn the direction of
/// writing and bytes that are not UTF-8 become `\n`, `\t`, `\x1b`, `\u202e`.
std::string visible(std::string_view text);

}  // namespace goalpost::detail
