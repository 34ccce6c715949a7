// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/rollup/scorecard.hpp"
#include "goalpost/rollup/scoring_rules.hpp"

namespace goalpost {

/// One line of a score sheet: an indicator or a single target, its marks, and how they are given.
struct SheetItem {
    std::string id{};  ///< of a target, or of an indicator, whose targets in a unit share the marks
    Ratio marks = 1;   ///< > 0
    AnyScoringRule rule = scoring::usual();
    bool binding = false;  ///< 约束性指标: once missed, the whole sheet gets no more than `veto`
};

/// What a unit gets for an item that it has no task for.
struct WithoutTask {
    bool left_out = true;           ///< the item is no part of its sheet; the others make the full marks
    Ratio share = Ratio::of(3, 5);  ///< else this share of the item's marks
};

/// Marks for each line of a sheet (百分制考核): which indicators count, for how much, by which rule.
struct ScoreSheet {
    std::vector<SheetItem> items{};
    WithoutTask without_task{};
    Ratio
        veto{};  ///< the most that a unit gets that missed a binding target, as a share of the sheet's marks

    [[nodiscard]] Ratio marks() const {
        Ratio sum;
        for (const auto& item : items)
            sum = sum + item.marks;
        return sum;
    }
    /// The item of a target: its own before that of its indicator; nullptr where the sheet has none.
    [[nodiscard]] const SheetItem* find(std::string_view target, std::string_view indicator) const {
        const SheetItem* found = nullptr;
        for (const auto& item : items) {
            if (item.id == target) return &item;
            if (item.id == indicator) found = &item;
        }
        return found;
    }
    /// Nothing where the sheet can be used; else what is wrong with it.
    [[nodiscard]] std::optional<std::string> problem() const {
        for (const auto& item : items) {
            if (item.marks.sign() <= 0) return "the item \"" + item.id + "\" has no marks";
            const auto same = [&](const SheetItem& other) { return other.id == item.id; };
            if (std::count_if(items.begin(), items.end(), same) > 1)
                return "the sheet has two items \"" + item.id + "\"";
        }
        return items.empty() ? std::optional<std::string>("the sheet has no items") : std::nullopt;
    }
};

/// One line of a filled-in sheet.
struct ItemScore {
    enum class Standing : unsigned char { scored, no_marks, no_task };
    std::string id{};
    Ratio marks{};                 ///< what can be got
    std::optional<Ratio> score{};  ///< what was got; nothing where the item is left out
    Standing standing = Standing::scored;
};

/// A filled-in sheet of one unit.
struct SheetScore {
    std::vector<ItemScore> items{};  ///< in the sheet's order
    Ratio earned{};                  ///< sum of the scores
    Ratio possible{};                ///< marks of the items that are not left out
    std::optional<Ratio> score{};    ///< earned, over the possible, times the sheet's marks; after the veto
    std::vector<std::string> vetoes{};  ///< ids of the binding targets that were missed
};

/// Fills in a sheet from what a unit's targets have earned. Items whose targets have no marks yet (no data,
/// not due) are left out and told apart from those without a task. Several targets of one item share its
/// marks by weight. Throws std::invalid_argument for a sheet with a problem.
inline SheetScore fill_in(const ScoreSheet& sheet, const Scorecard& card) {
    if (const auto problem = sheet.problem()) throw std::invalid_argument("goalpost: " + *problem);
    SheetScore made;
    ExactSum earned;
    for (const auto& item : sheet.items) {
        ItemScore line{item.id, item.marks, std::nullopt, ItemScore::Standing::no_task};
        const auto found = card.items.find(item.id);
        if (found != card.items.end() && !found->second.weight.is_zero()) {
            const auto share = found->second.share();
            line.standing = share ? ItemScore::Standing::scored : ItemScore::Standing::no_marks;
            if (share) line.score = *share * item.marks;
        } else if (!sheet.without_task.left_out) {
            line.score = sheet.without_task.share * item.marks;
        }
        if (line.score) {
            earned += *line.score;
            made.possible = made.possible + line.marks;
        }
        made.items.push_back(std::move(line));
    }
    made.earned = earned.value();
    made.vetoes = card.vetoes();
    if (!made.possible.is_zero()) {
        made.score = made.earned / made.possible * sheet.marks();
        if (!made.vetoes.empty()) made.score = std::min(*made.score, sheet.veto * sheet.marks());
    }
    return made;
}

}  // namespace goalpost
