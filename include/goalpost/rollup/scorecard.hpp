// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/evaluate/verdict.hpp"
#include "goalpost/model/responsible_unit.hpp"
#include "goalpost/number/exact_sum.hpp"

namespace goalpost {

/// How many targets stand where.
struct StatusCounts {
    std::array<std::size_t, 7> of{};  ///< by `Status`

    [[nodiscard]] std::size_t operator[](Status status) const { return of[static_cast<std::size_t>(status)]; }
    [[nodiscard]] std::size_t& operator[](Status status) { return of[static_cast<std::size_t>(status)]; }
    /// All but those that are not counted.
    [[nodiscard]] std::size_t counted() const {
        std::size_t sum = 0;
        for (const auto count : of)
            sum += count;
        return sum - (*this)[Status::not_counted];
    }
    StatusCounts& operator+=(const StatusCounts& other) {
        for (std::size_t i = 0; i < of.size(); ++i)
            of[i] += other.of[i];
        return *this;
    }
    friend bool operator==(const StatusCounts&, const StatusCounts&) = default;
};

/// The weighted marks of some targets, as exact sums: they merge in any order.
struct Marks {
    ExactSum earned{};  ///< sum of weight x marks / full marks, of the targets that have marks
    ExactSum scored{};  ///< sum of their weights
    ExactSum weight{};  ///< sum of the weights of all that count

    Marks& operator+=(const Marks& other) {
        earned += other.earned;
        scored += other.scored;
        weight += other.weight;
        return *this;
    }
    /// Share of the marks that was earned, 1 for what was asked for; nothing where nothing has marks.
    [[nodiscard]] std::optional<Ratio> share() const {
        const auto of = scored.value();
        return of.is_zero() ? std::nullopt : std::optional(earned.value() / of);
    }
    /// Why there is no share, where there is none.
    [[nodiscard]] Reason why_no_share() const {
        return weight.value().is_zero() ? Reason::nothing_counts : Reason::no_marks;
    }
    /// Share of the weight that has marks; nothing where nothing counts.
    [[nodiscard]] std::optional<Ratio> coverage() const {
        const auto of = weight.value();
        return of.is_zero() ? std::nullopt : std::optional(scored.value() / of);
    }
    friend bool operator==(const Marks&, const Marks&) = default;
};

/// What one unit answers for and how it stands; or, without a unit, the whole plan. Plain data that merges:
/// whatever the order and the split of the work, the result is the same.
struct Scorecard {
    std::string unit{};                     ///< id; empty for the plan
    StatusCounts counts{};                  ///< of the targets whose role has a weight
    StatusCounts aside{};                   ///< of those whose role has none: shown, not scored
    std::array<std::size_t, 3> by_role{};   ///< targets that count or stand aside, by `Role`
    std::size_t resting_on_rounding = 0;    ///< verdicts that other true values would turn
    std::map<std::string, Marks> items{};   ///< by item of the sheet; all under "" without one
    std::map<std::string, bool> binding{};  ///< binding targets by id: whether one was missed

    [[nodiscard]] Marks marks() const {
        Marks sum;
        for (const auto& [id, item] : items)
            sum += item;
        return sum;
    }
    /// Ids of the binding targets that were missed, sorted.
    [[nodiscard]] std::vector<std::string> vetoes() const {
        std::vector<std::string> missed;
        for (const auto& [id, is_missed] : binding) {
            if (is_missed) missed.push_back(id);
        }
        return missed;
    }
    /// Adds what another part of the work found of the same unit; std::invalid_argument for another unit.
    Scorecard& merge(const Scorecard& other) {
        if (unit != other.unit) throw std::invalid_argument("goalpost: scorecards of two units");
        counts += other.counts;
        aside += other.aside;
        for (std::size_t i = 0; i < by_role.size(); ++i)
            by_role[i] += other.by_role[i];
        resting_on_rounding += other.resting_on_rounding;
        for (const auto& [id, item] : other.items)
            items[id] += item;
        for (const auto& [id, is_missed] : other.binding)
            binding[id] = binding[id] || is_missed;
        return *this;
    }
    friend bool operator==(const Scorecard&, const Scorecard&) = default;
};

/// The scorecards of all units and of the plan, which counts each target once.
struct Scorecards {
    std::map<std::string, Scorecard, std::less<>> units{};  ///< by id
    Scorecard plan{};
    std::size_t unassigned = 0;  ///< targets that nobody answers for; they count for the plan

    /// nullptr where the unit answers for nothing.
    [[nodiscard]] const Scorecard* find(std::string_view unit) const {
        const auto found = units.find(unit);
        return found == units.end() ? nullptr : &found->second;
    }
    /// Adds what another part of the work found; the parts must not share a target.
    Scorecards& merge(const Scorecards& other) {
        for (const auto& [id, card] : other.units)
            units.try_emplace(id, Scorecard{.unit = id}).first->second.merge(card);
        plan.merge(other.plan);
        unassigned += other.unassigned;
        return *this;
    }
    friend bool operator==(const Scorecards&, const Scorecards&) = default;
};

}  // namespace goalpost
