// SPDX-License-Identifier: BSL-1.0
// The scoring rules that county and bureau rules use, as values. Each is a small struct; they combine.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "goalpost/rollup/scoring.hpp"

namespace goalpost::scoring {

/// Full marks when done, none when not (完成得满分，未完成不得分).
struct AllOrNothing {
    Mark operator()(const Performance& at) const {
        if (at.outcome == Outcome::undetermined) return at.reason;
        return at.outcome == Outcome::met ? at.full : Ratio(0);
    }
    [[nodiscard]] static FiguresRead reads(const Performance&) { return {false, false}; }
};

/// Full marks when done; below, marks x completion (按完成率计分), never less than 0. Where there is no
/// completion rate (growth, ranks), or one above 100 % of what is missed, no marks can be given: see FirstOf.
struct Proportional {
    bool before_due = false;  ///< whether what is done so far counts while the target is not due

    Mark operator()(const Performance& at) const {
        const bool so_far = before_due && at.reason == Reason::not_due;
        if (at.outcome == Outcome::undetermined && !so_far) return at.reason;
        if (at.outcome == Outcome::met) return at.full;
        const bool missed_beyond =
            at.outcome == Outcome::not_met && at.completion && *at.completion > Ratio(1);
        if (!at.completion || missed_beyond) return Reason::not_applicable_figure;
        return at.full * std::clamp(*at.completion, Ratio(0), Ratio(1));
    }
    [[nodiscard]] FiguresRead reads(const Performance& at) const {
        const bool below = at.outcome == Outcome::not_met || (before_due && at.reason == Reason::not_due);
        return {below, false};
    }
};

/// In which units a distance from the target is counted: those of the indicator, or points of completion.
enum class Distance : unsigned char { gap, completion };

/// What counts of a unit that is not whole: its part, nothing (每满), or all of it (每…不足…按…计).
enum class Steps : unsigned char { exact, completed, started };

namespace detail {

constexpr FiguresRead figures_of(Distance distance) noexcept {
    return {distance == Distance::completion, distance == Distance::gap};
}

/// How far beyond the target (negative: short of it), in steps of `per`; why not where it is not known, or
/// where the target is not counted in such a unit.
inline Mark steps_ahead(const Performance& at, Distance distance, const Ratio& per, Steps steps,
                        const std::optional<UnitOfMeasure>& unit) {
    std::optional<Ratio> ahead;
    if (distance == Distance::gap) {
        ahead = at.ahead();
        if (ahead && unit && at.unit != nullptr && !unit->converts_to(*at.unit)) return Reason::unit_mismatch;
    } else {
        ahead = at.completion_ahead();
    }
    if (!ahead) return Reason::not_applicable_figure;
    const auto count = *ahead / per;
    if (steps == Steps::exact) return count;
    const auto whole = count.abs().rounded(0, steps == Steps::started ? Rounding::ceiling : Rounding::floor);
    return count.sign() < 0 ? -whole : whole;
}

}  // namespace detail

/// Full marks when done; below, minus `marks` for each `per` that is missing (每少1家扣0.5分), never under 0;
/// of `= 0` (清零) every one is missing.
/// `per` > 0 in base units (1 for 1 家, 1/100 for a point) or as a share of completion. Where it is in a
/// `unit` that does not convert to that of the target, no marks can be given.
struct Deduction {
    Ratio per = 1;
    Ratio marks = 1;
    Distance distance = Distance::gap;
    Steps steps = Steps::exact;
    std::optional<UnitOfMeasure> unit{};

    Mark operator()(const Performance& at) const {
        if (at.outcome == Outcome::undetermined) return at.reason;
        if (at.outcome == Outcome::met) return at.full;
        const auto ahead = detail::steps_ahead(at, distance, per, steps, unit);
        if (!ahead) return ahead;
        return std::max(at.full + marks * *ahead, Ratio(0));
    }
    [[nodiscard]] FiguresRead reads(const Performance& at) const {
        return at.outcome == Outcome::not_met ? detail::figures_of(distance) : FiguresRead{false, false};
    }
};

/// Another rule's marks, and for what is done beyond the target `marks` for each `per` (每超1家加0.1分), at
/// most `most` times the full marks: 1 for once the base marks, 6/100 for 6 % of them.
struct Bonus {
    AnyScoringRule rule = Proportional{};
    Ratio per = 1;
    Ratio marks = 1;
    Ratio most = 1;
    Distance distance = Distance::gap;
    Steps steps = Steps::exact;
    std::optional<UnitOfMeasure> unit{};

    Mark operator()(const Performance& at) const {
        const auto base = rule(at);
        if (!base || at.outcome != Outcome::met) return base;
        const auto ahead = detail::steps_ahead(at, distance, per, steps, unit);
        if (!ahead && ahead.error() == Reason::unit_mismatch) return ahead;
        if (!ahead || ahead->sign() <= 0) return base;
        return *base + std::min(marks * *ahead, most * at.full);
    }
    [[nodiscard]] FiguresRead reads(const Performance& at) const {
        const auto base = rule.reads(at);
        return at.outcome == Outcome::met ? base | detail::figures_of(distance) : base;
    }
};

/// No marks where completion is below `least` (完成率低于60%不得分); another rule's otherwise.
struct Floor {
    AnyScoringRule rule = Proportional{};
    Ratio least = Ratio::of(3, 5);

    Mark operator()(const Performance& at) const {
        const auto marks = rule(at);
        if (!marks || !at.completion || *at.completion >= least || at.outcome == Outcome::met) return marks;
        return Ratio(0);
    }
    [[nodiscard]] FiguresRead reads(const Performance& at) const {
        return rule.reads(at) | FiguresRead{at.outcome != Outcome::met, false};
    }
};

/// Another rule's marks, at most `most` times the full marks.
struct Cap {
    AnyScoringRule rule = Proportional{};
    Ratio most = 1;

    Mark operator()(const Performance& at) const {
        const auto marks = rule(at);
        return marks ? Mark(std::min(*marks, most * at.full)) : marks;
    }
    [[nodiscard]] FiguresRead reads(const Performance& at) const { return rule.reads(at); }
};

/// A growth target that is just reached gets `reached` of the marks; each point beyond or short of it adds or
/// takes `per_point` marks, from none to full marks (达到目标得80%，每高低1个百分点加减0.5分).
struct GrowthGap {
    Ratio reached = Ratio::of(4, 5);
    Ratio per_point = Ratio::of(1, 2);

    Mark operator()(const Performance& at) const {
        if (at.outcome == Outcome::undetermined) return at.reason;
        const auto ahead = at.ahead();
        if (!ahead) return Reason::not_applicable_figure;
        if (at.unit != nullptr && !at.unit->is_points()) return Reason::unit_mismatch;
        return std::clamp(at.full * reached + per_point * *ahead * Ratio(100), Ratio(0), at.full);
    }
    [[nodiscard]] static FiguresRead reads(const Performance& at) {
        return {false, at.outcome != Outcome::undetermined};
    }
};

/// The first of several rules that can give marks; the last one's reason where none can.
struct FirstOf {
    std::vector<AnyScoringRule> rules{};

    Mark operator()(const Performance& at) const {
        Mark marks = Reason::not_applicable_figure;
        for (const auto& rule : rules) {
            marks = rule(at);
            if (marks) break;
        }
        return marks;
    }
    [[nodiscard]] FiguresRead reads(const Performance& at) const {
        FiguresRead all{false, false};
        for (const auto& rule : rules)
            all = all | rule.reads(at);
        return all;
    }
};

/// By completion where there is one, else all or nothing: the rule of a scorecard that names none.
inline AnyScoringRule usual() { return FirstOf{{Proportional{}, AllOrNothing{}}}; }

static_assert(ScoringRule<AllOrNothing> && ScoringRule<Proportional> && ScoringRule<Deduction> &&
              ScoringRule<Bonus> && ScoringRule<Floor> && ScoringRule<Cap> && ScoringRule<GrowthGap> &&
              ScoringRule<FirstOf>);

}  // namespace goalpost::scoring
