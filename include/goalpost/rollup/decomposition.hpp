// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/line.hpp"
#include "goalpost/model/criterion.hpp"
#include "goalpost/rollup/aggregate.hpp"

namespace goalpost {

/// What one part is to contribute to a whole, and what it has: in base units.
struct Task {
    std::string name{};
    PartStanding standing = PartStanding::counted;
    std::optional<Ratio> planned{};   ///< nothing where the part was given no number
    std::optional<Rounded> actual{};  ///< nothing before the year begins, or where nothing was published
};

/// How one part stands to its task.
struct TaskLine {
    Task task{};
    std::optional<Rounded> gap{};     ///< actual - planned, its sign never flipped
    std::optional<Ratio> allotted{};  ///< planned / whole
    std::optional<Ratio> made{};      ///< actual / whole
    bool is_short = false;            ///< on the wrong side of its task
    bool carries = false;             ///< beyond its task
};

/// A target that was split over parts: what they were given, what they made, and what it comes to.
struct Decomposition {
    Ratio whole{};                 ///< what the parent asks for
    Ratio planned{};               ///< what the tasks sum to
    Ratio unallotted{};            ///< whole - planned
    bool planned_for_all = false;  ///< every part has a number
    bool reaches_parent = false;   ///< the tasks alone reach the whole: to be checked before the year begins
    Aggregate actual{};            ///< what the parts have made, with coverage
    Outcome outcome = Outcome::undetermined;   ///< of the whole, from the parts' figures
    std::vector<TaskLine> lines{};             ///< in the order given
    std::vector<std::size_t> short_of_task{};  ///< lines, by how much they lack, most first; then by name
    std::vector<std::size_t> carriers{};       ///< lines, by how much they are beyond, most first
};

/// Holds a target that adds up (a flow, a stock over places) against its parts. `comparison` is the parent's,
/// >= or >, or <= or < for a cap that is shared out; std::invalid_argument for others, and where `whole` is
/// not positive.
///
/// The outcome is met or not met once every part has its figure; before that, a floor that the known parts
/// reach already, or a cap that they break already, is decided too (amounts are taken not to be negative).
inline Decomposition decompose(const Ratio& whole, Comparison comparison, const std::vector<Task>& tasks) {
    const bool floor = comparison == Comparison::at_least || comparison == Comparison::more_than;
    const bool cap = comparison == Comparison::at_most || comparison == Comparison::less_than;
    if (!(floor || cap) || whole.sign() <= 0)
        throw std::invalid_argument("goalpost: only a positive floor or cap is shared out over parts");
    const auto reached = [&](const Ratio& amount) {
        switch (comparison) {
            case Comparison::at_least: return amount >= whole;
            case Comparison::more_than: return amount > whole;
            case Comparison::at_most: return amount <= whole;
            default: return amount < whole;
        }
    };
    Decomposition made;
    made.whole = whole;
    made.planned_for_all = !tasks.empty();
    RollUp actual(AddUp::sum);
    for (const auto& task : tasks) {
        Part part;
        part.name = task.name;
        part.standing = task.standing;
        part.value = task.actual;
        actual.add(part);
        TaskLine line;
        line.task = task;
        const bool belongs = task.standing == PartStanding::counted || task.standing == PartStanding::missing;
        if (belongs && task.planned) {
            made.planned = made.planned + *task.planned;
            line.allotted = *task.planned / whole;
        }
        made.planned_for_all = made.planned_for_all && (!belongs || task.planned);
        if (task.standing == PartStanding::counted && task.actual) {
            line.made = task.actual->value() / whole;
            if (task.planned) {
                line.gap = *task.actual - Rounded(*task.planned);
                const int sign = line.gap->value().sign() * (floor ? 1 : -1);
                line.is_short = sign < 0;
                line.carries = sign > 0;
            }
        }
        made.lines.push_back(std::move(line));
    }
    made.unallotted = whole - made.planned;
    // A cap shared out is kept where every part has a limit; a floor is reached whoever has none.
    made.reaches_parent = reached(made.planned) && (floor || made.planned_for_all);
    made.actual = actual.result();

    if (made.actual.value) {
        const bool met = reached(made.actual.value->value());
        if (made.actual.coverage.is_complete() || met == floor)
            made.outcome = met ? Outcome::met : Outcome::not_met;
    }
    for (std::size_t i = 0; i < made.lines.size(); ++i) {
        if (made.lines[i].is_short) made.short_of_task.push_back(i);
        if (made.lines[i].carries) made.carriers.push_back(i);
    }
    const auto by_size = [&](std::size_t a, std::size_t b) {
        const auto size = [&](std::size_t i) { return made.lines[i].gap->value().abs(); };
        const auto order = size(a) <=> size(b);
        return order == 0 ? made.lines[a].task.name < made.lines[b].task.name : order > 0;
    };
    std::sort(made.short_of_task.begin(), made.short_of_task.end(), by_size);
    std::sort(made.carriers.begin(), made.carriers.end(), by_size);
    return made;
}

}  // namespace goalpost
