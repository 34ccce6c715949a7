// SPDX-License-Identifier: BSL-1.0
// Rows that the authors of a method published themselves, and how near to them is near enough.
#pragma once

#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/methods/exact_real.hpp"

namespace goalpost::test {

/// One row by column name.
using Row = std::map<std::string, std::string>;

inline std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else if (c != '\r') {
            cells.back() += c;
        }
    }
    return cells;
}

/// The rows of tests/data/methods/<file>; throws where it is not there or a row is broken.
inline std::vector<Row> rows_of(const std::string& file) {
    std::ifstream in(std::string(GOALPOST_SOURCE_DIR) + "/tests/data/methods/" + file);
    if (!in) throw std::runtime_error("no file " + file);
    std::string line;
    std::getline(in, line);
    const auto head = cells_of(line);
    std::vector<Row> rows;
    while (std::getline(in, line)) {
        const auto cells = cells_of(line);
        if (cells.size() != head.size()) throw std::runtime_error(file + ": " + line);
        Row row;
        for (std::size_t i = 0; i < head.size(); ++i)
            row[head[i]] = cells[i];
        rows.push_back(row);
    }
    return rows;
}

inline std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, at);)
        parts.push_back(part);
    if (text.empty() || text.back() == at) parts.emplace_back();
    return parts;
}

/// A number as printed by programs: up to 38 digits, and an exponent. Nothing for an empty cell.
inline std::optional<Ratio> number(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const auto e = text.find('e');
    int power = e == std::string_view::npos ? 0 : std::stoi(std::string(text.substr(e + 1)));
    const auto digits = text.substr(0, e);
    Ratio value;
    bool point = false;
    for (const char c : digits) {
        if (c == '.') {
            point = true;
        } else if (c != '-') {
            value = value * Ratio(10) + Ratio(c - '0');
            power -= point ? 1 : 0;
        }
    }
    const Ratio shift = Ratio(10).power(static_cast<unsigned>(power < 0 ? -power : power));
    value = power < 0 ? value / shift : value * shift;
    return digits.starts_with('-') ? -value : value;
}
inline int whole(const std::string& text) { return std::stoi(text); }

/// |computed - published| <= |published| / 10^places, decided on rationals that enclose the computed number.
inline bool agrees(const ExactReal& computed, const Ratio& published, unsigned places = 9) {
    const Ratio margin = published.abs() / Ratio(10).power(places);
    const auto [low, high] = computed.bracket(128);
    return low >= published - margin && high <= published + margin;
}
/// Both there and near, or neither there.
inline bool agrees(const std::optional<ExactReal>& computed, const std::optional<Ratio>& published,
                   unsigned places = 9) {
    if (!computed || !published) return !computed && !published;
    return agrees(*computed, *published, places);
}

}  // namespace goalpost::test
