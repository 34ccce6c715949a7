// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace goalpost::detail {

/// Appends a text as a field of a CSV file: in quotes where it needs them, with what cannot be shown escaped,
/// and with an apostrophe before what a spreadsheet would run as a formula.
void append_csv_field(std::string& out, std::string_view raw);

}  // namespace goalpost::detail
