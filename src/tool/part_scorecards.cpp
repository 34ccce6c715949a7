// SPDX-License-Identifier: BSL-1.0
#include <array>

#include "tool/part_file.hpp"

namespace goalpost::tool {

namespace {

/// Digits and nothing else, of any length.
std::optional<Ratio> whole_of(std::string_view digits) {
    constexpr std::size_t at_once = 18;
    if (digits.empty()) return std::nullopt;
    Ratio whole;
    while (!digits.empty()) {
        const auto piece = digits.substr(0, at_once);
        const auto value = count_of(piece);
        if (!value) return std::nullopt;
        whole = whole * Ratio(10).power(static_cast<unsigned>(piece.size())) + Ratio(*value);
        digits.remove_prefix(piece.size());
    }
    return whole;
}

std::string text_of(const ExactSum& sum) {
    std::string text;
    for (const auto& part : sum.parts())
        text += (text.empty() ? "" : "+") + part.fraction();
    return text;
}

std::optional<ExactSum> sum_of(std::string_view text) {
    ExactSum sum;
    for (bool more = true; more;) {
        const auto plus = text.find('+');
        const auto part = fraction_of(text.substr(0, plus));
        if (!part) return std::nullopt;
        sum += *part;
        more = plus != std::string_view::npos;
        if (more) text.remove_prefix(plus + 1);
    }
    return sum;
}

void add_card(PartText& part, std::string_view set, const Scorecard& card) {
    std::vector<std::string> cells{"card", std::string(set), card.unit};
    for (const auto* counts : {&card.counts.of, &card.aside.of}) {
        for (const auto count : *counts)
            cells.push_back(std::to_string(count));
    }
    for (const auto count : card.by_role)
        cells.push_back(std::to_string(count));
    cells.push_back(std::to_string(card.resting_on_rounding));
    part.add(cells);
    for (const auto& [id, marks] : card.items)
        part.add({"marks", set, card.unit, id, text_of(marks.earned), text_of(marks.scored),
                  text_of(marks.weight)});
    for (const auto& [id, is_missed] : card.binding)
        part.add({"binding", set, card.unit, id, is_missed ? "missed" : "kept"});
}

/// Puts the counts of a record's cells in their places; false where one is none.
template <std::size_t Count>
bool take_counts(std::array<std::size_t, Count>& to, const std::vector<std::string>& cells,
                 std::size_t& next) {
    for (auto& own : to) {
        const auto count = count_of(cells[next++]);
        if (!count) return false;
        own = *count;
    }
    return true;
}

bool take_record(Scorecards& cards, const std::vector<std::string>& cells) {
    if (cells.front() == "unassigned") {
        const auto count = cells.size() == 3 ? count_of(cells[2]) : std::nullopt;
        if (count) cards.unassigned += *count;
        return count.has_value();
    }
    if (cells.size() < 5) return false;
    const auto& unit = cells[2];
    auto& card =
        unit.empty() ? cards.plan : cards.units.try_emplace(unit, Scorecard{.unit = unit}).first->second;
    if (cells.front() == "card") {
        Scorecard own{.unit = unit};
        std::array<std::size_t, 1> rounding{};
        std::size_t next = 3;
        if (cells.size() != next + own.counts.of.size() + own.aside.of.size() + own.by_role.size() + 1 ||
            !take_counts(own.counts.of, cells, next) || !take_counts(own.aside.of, cells, next) ||
            !take_counts(own.by_role, cells, next) || !take_counts(rounding, cells, next))
            return false;
        own.resting_on_rounding = rounding.front();
        card.merge(own);
        return true;
    }
    if (cells.front() == "marks" && cells.size() == 7) {
        const auto earned = sum_of(cells[4]);
        const auto scored = sum_of(cells[5]);
        const auto weight = sum_of(cells[6]);
        if (!earned || !scored || !weight) return false;
        card.items[cells[3]] += Marks{*earned, *scored, *weight};
        return true;
    }
    if (cells.front() != "binding" || cells.size() != 5) return false;
    card.binding[cells[3]] = card.binding[cells[3]] || cells[4] == "missed";
    return true;
}

}  // namespace

std::optional<Ratio> fraction_of(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto bar = text.find('/');
    auto top = whole_of(text.substr(0, bar));
    const auto bottom = bar == std::string_view::npos ? Ratio(1) : whole_of(text.substr(bar + 1));
    if (!top || !bottom || bottom->is_zero()) return std::nullopt;
    return (negative ? -*top : *top) / *bottom;
}

void add_scorecards(PartText& part, std::string_view set, const Scorecards& cards) {
    add_card(part, set, cards.plan);
    for (const auto& [id, card] : cards.units)
        add_card(part, set, card);
    part.add({"unassigned", set, std::to_string(cards.unassigned)});
}

std::optional<Scorecards> merged_scorecards(const PartFiles& parts, std::string_view set) {
    Scorecards cards;
    for (const auto& part : parts.parts) {
        for (const auto record : part.records) {
            const auto cells = cells_of(record);
            if (cells.size() > 1 && cells[1] != set) continue;
            if (cells.size() > 1 && take_record(cards, cells)) continue;
            tell_damaged(part, record);
            return std::nullopt;
        }
    }
    return cards;
}

}  // namespace goalpost::tool
