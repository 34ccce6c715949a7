// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace goalpost {

/// What a cell says at a glance; shown as colour where there is colour, and nowhere else.
enum class Tone : unsigned char { plain, good, warning, bad, faint };

/// One piece of text in a sheet, as it is: every writer escapes it in its own way.
struct Cell {
    Cell(std::string own_text, Tone own_tone = Tone::plain)  // NOLINT: a text is a cell
        : text(std::move(own_text)), tone(own_tone) {}
    Cell(const char* own_text) : text(own_text) {}  // NOLINT
    /// Programs, that is CSV and JSON, get `own_code` instead: `on_track` for "on track", nothing for a `-`.
    Cell(std::string own_text, Tone own_tone, std::string own_code)
        : text(std::move(own_text)), tone(own_tone), code(std::move(own_code)) {}

    std::string text;
    Tone tone = Tone::plain;
    std::optional<std::string> code{};

    [[nodiscard]] const std::string& for_programs() const { return code ? *code : text; }
};

enum class Alignment : unsigned char { left, right };

struct Column {
    std::string key{};    ///< the name that programs use: `completion`; the same in every language
    std::string title{};  ///< the words that people read
    Alignment alignment = Alignment::left;
};

/// Rows under columns, neither laid out nor escaped: what scorecards, rankings and results are before one of
/// the writers of `report/writers.hpp` turns them into text.
struct Sheet {
    std::string title{};
    std::vector<Column> columns{};
    std::vector<std::vector<Cell>> rows{};  ///< each as long as `columns`
    std::vector<std::string> notes{};       ///< what stands under it, a line each
};

}  // namespace goalpost
