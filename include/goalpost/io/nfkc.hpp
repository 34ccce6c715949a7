// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace goalpost {

/// A name in Unicode NFKC without white space: what the readers match names by.
std::string nfkc_key(std::string_view name);

}  // namespace goalpost
