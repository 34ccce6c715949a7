// SPDX-License-Identifier: BSL-1.0
#include "io/csv_header.hpp"

#include <algorithm>

#include "io/text.hpp"

namespace goalpost::detail {

std::string CsvHeader::required_header() const {
    std::string header;
    for (const auto name : names_.first(required_))
        header.append(header.empty() ? "" : ",").append(name);
    return header;
}

std::string CsvHeader::mend() const { return "write " + required_header() + " as the first row"; }

/// Why the columns cannot be told apart, as far as it shows.
std::string CsvHeader::mend_missing(std::string_view text) const {
    const auto header = text.substr(0, text.find('\n'));
    const auto lone_return = header.find('\r');
    if (width_ == 1 && header.find(';') != std::string_view::npos)
        return "separate the columns by commas, not semicolons";
    if (width_ == 1 && header.find('\t') != std::string_view::npos)
        return "separate the columns by commas, not tabs";
    if (lone_return != std::string_view::npos && lone_return + 1 < header.size())
        return "end the lines with LF or CRLF, not with CR alone";
    return mend();
}

bool CsvHeader::read(const std::vector<CsvCell>& cells, std::size_t width, std::string_view text,
                     std::vector<HeaderFault>& faults) {
    constexpr std::size_t most_named = 8;
    std::string unknown;
    std::size_t named = 0;
    std::size_t unnamed = width - cells.size();
    const char* first_unknown = nullptr;
    bool twice = false;
    std::string scratch;
    places_.assign(names_.size(), absent);
    width_ = width;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto name = cells[i].content(scratch);
        const auto found = std::ranges::find(names_, name);
        if (found == names_.end()) {
            if (named < most_named) {
                unknown += (named++ == 0 ? "" : ", ") + shown(name);
            } else {
                ++unnamed;
            }
            if (first_unknown == nullptr) first_unknown = cells[i].text.data();
            continue;
        }
        auto& place = places_[static_cast<std::size_t>(found - names_.begin())];
        if (place == absent) {
            place = i;
            continue;
        }
        twice = true;
        faults.push_back({cells[i].text.data(),
                          {"a column that stands twice", "the column " + shown(name) + " stands twice", "",
                           "remove one of the two"}});
    }
    if (unnamed > 0) unknown += " and " + std::to_string(unnamed) + " more";

    std::string missing;
    for (std::size_t i = 0; i < required_; ++i) {
        if (places_[i] == absent) missing += (missing.empty() ? "" : ", ") + std::string(names_[i]);
    }
    if (!missing.empty()) {
        const auto there = unknown.empty() ? unknown : "; it has " + unknown;
        faults.push_back({cells.front().text.data(),
                          {"a missing column", "the header lacks " + missing + there, required_header(),
                           mend_missing(text)}});
        return false;
    }
    if (first_unknown != nullptr) {
        faults.push_back({first_unknown,
                          {"an unknown column", "columns that are not read: " + unknown, one_of(names_), ""},
                          Diagnostic::Severity::warning});
    }
    return !twice;
}

}  // namespace goalpost::detail
