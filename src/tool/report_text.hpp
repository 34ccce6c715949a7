// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "goalpost/report/writers.hpp"
#include "tool/output.hpp"

namespace goalpost::tool {

/// A report, or a sheet of one, in one of the formats of `--format`, as it is written to `output`.
template <class Report>
std::string report_text(const Report& report, const std::string& format, const std::string& output) {
    std::string text;
    if (format == "markdown") {
        write_markdown(text, report);
    } else if (format == "csv") {
        write_csv(text, report);
    } else if (format == "json") {
        write_json(text, report);
    } else {
        write_table(text, report, {may_colour(output)});
    }
    return text;
}

}  // namespace goalpost::tool
