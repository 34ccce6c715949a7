// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/model/unit_of_measure.hpp"
#include "goalpost/number/decimal.hpp"
#include "goalpost/number/ratio.hpp"

namespace goalpost::detail::checks {

/// The word that bounds a printed figure. A bare figure and 达 (reach) mean the same.
enum class Bounding : unsigned char { bare, at_least, more_than, at_most, less_than, about };

struct BoundingWord {
    std::string_view word;
    Bounding bounding;
};
// Of two words that end alike the longer stands first: 不超过 is no 超过.
inline constexpr BoundingWord words_before_figure[] = {
    {"不少于", Bounding::at_least}, {"不低于", Bounding::at_least}, {"不小于", Bounding::at_least},
    {"至少", Bounding::at_least},   {"不超过", Bounding::at_most},  {"不高于", Bounding::at_most},
    {"不多于", Bounding::at_most},  {"不大于", Bounding::at_most},  {"超过", Bounding::more_than},
    {"突破", Bounding::more_than},  {"高于", Bounding::more_than},  {"大于", Bounding::more_than},
    {"多于", Bounding::more_than},  {"超", Bounding::more_than},    {"低于", Bounding::less_than},
    {"少于", Bounding::less_than},  {"小于", Bounding::less_than},  {"大约", Bounding::about},
    {"约", Bounding::about}};
inline constexpr BoundingWord words_behind_figure[] = {
    {"及以上", Bounding::at_least}, {"以上", Bounding::at_least}, {"及以下", Bounding::at_most},
    {"以下", Bounding::at_most},    {"以内", Bounding::at_most},  {"左右", Bounding::about},
    {"上下", Bounding::about}};

/// A figure as a statement prints it, or the asterisks in its place.
struct PrintedFigure {
    std::optional<Decimal> value{};       ///< absent where it is masked
    std::optional<UnitOfMeasure> unit{};  ///< absent where none that is known follows
    Bounding bounding = Bounding::bare;
    std::size_t begin = 0;  ///< of the whole expression, its words included, in bytes
    std::size_t end = 0;
    std::size_t number = 0;  ///< where the digits begin
};

inline std::size_t character_length(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U)
        ++length;
    return length;
}

/// The longest known unit that begins at `at`, and its bytes.
inline std::pair<std::optional<UnitOfMeasure>, std::size_t> unit_at(std::string_view text, std::size_t at,
                                                                    const UnitSet& units) {
    std::size_t ends[5] = {};
    std::size_t count = 0;
    for (auto end = at; count < 5 && end < text.size();) {
        end += character_length(text, end);
        ends[count++] = end;
    }
    while (count > 0) {
        const auto symbol = text.substr(at, ends[--count] - at);
        if (auto unit = units.parse(symbol)) return {*std::move(unit), symbol.size()};
    }
    return {std::nullopt, 0};
}

/// Every run of digits or asterisks in a text, with its unit and the word that bounds it.
inline std::vector<PrintedFigure> printed_figures(std::string_view text, const UnitSet& units) {
    std::vector<PrintedFigure> figures;
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    const auto skip_blanks = [&](std::size_t i) {
        while (i < text.size() && text[i] == ' ')
            ++i;
        return i;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (!digit(at) && text[at] != '*') {
            at += character_length(text, at);
            continue;
        }
        PrintedFigure figure;
        figure.begin = figure.number = at;
        std::string digits;
        if (text[at] == '*') {
            at = std::min(text.find_first_not_of('*', at), text.size());
        } else {
            while (digit(at) || ((text[at] == '.' || text[at] == ',') && digit(at + 1))) {
                if (text[at] != ',') digits.push_back(text[at]);
                if (++at == text.size()) break;
            }
            const auto value = Decimal::parse(digits);
            if (!value) continue;  // 1.2.3, or more digits than a figure has
            figure.value = *value;
        }
        auto [unit, length] = unit_at(text, skip_blanks(at), units);
        figure.unit = std::move(unit);
        if (length > 0) at = skip_blanks(at) + length;
        figure.end = at;

        auto before = text.substr(0, figure.begin);
        while (before.ends_with(' '))
            before.remove_suffix(1);
        const auto* first = std::ranges::find_if(
            words_before_figure, [&](const BoundingWord& known) { return before.ends_with(known.word); });
        if (first != std::end(words_before_figure)) {
            figure.bounding = first->bounding;
            figure.begin = before.size() - first->word.size();
        }
        const auto rest = text.substr(skip_blanks(at));
        const auto* second = std::ranges::find_if(
            words_behind_figure, [&](const BoundingWord& known) { return rest.starts_with(known.word); });
        if (second != std::end(words_behind_figure)) {
            figure.bounding = second->bounding;
            at = figure.end = skip_blanks(at) + second->word.size();
        }
        figures.push_back(std::move(figure));
    }
    return figures;
}

/// The figure that prints `value` in `unit`: one with the same value before one with the same digits and an
/// unknown unit (a table's). For a masked one (`value` absent): the first asterisks, those before a unit that
/// fits going first. nullptr where there is none.
inline const PrintedFigure* find_figure(const std::vector<PrintedFigure>& figures,
                                        const std::optional<Decimal>& value, const UnitOfMeasure& unit) {
    const PrintedFigure* second_best = nullptr;
    for (const auto& figure : figures) {
        if (figure.value.has_value() != value.has_value()) continue;
        if (figure.unit && figure.unit->converts_to(unit)) {
            if (!value || Ratio(*figure.value) * figure.unit->factor() == Ratio(*value) * unit.factor())
                return &figure;
        } else if (second_best == nullptr && (!value || (!figure.unit && *figure.value == *value))) {
            second_best = &figure;
        }
    }
    return second_best;
}

}  // namespace goalpost::detail::checks
