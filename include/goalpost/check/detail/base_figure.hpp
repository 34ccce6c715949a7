// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <utility>

#include "goalpost/check/detail/check_context.hpp"
#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/measures/group.hpp"
#include "goalpost/evaluate/measures/level.hpp"
#include "goalpost/evaluate/measures/share.hpp"
#include "goalpost/evaluate/published_figure.hpp"

namespace goalpost::detail::checks {

/// What a measure was before the target's time, and who says so.
struct BaseFigure {
    Rounded value;  ///< in base units
    UnitOfMeasure unit;
    Period period;
    bool stated = false;  ///< by the plan; else published

    /// `18.4 % (2023, published)`
    [[nodiscard]] Words words() const {
        auto words = in_words(value.value(), unit);
        words.en += " (" + period.text() + (stated ? ", stated in the plan)" : ", published)");
        words.zh += "（" + period.text() + (stated ? "，计划所列）" : "，已公布）");
        return words;
    }
};

/// Where a target is read when it is due: a flow over the whole due period, anything else in its last year;
/// an `every` target in its first part.
inline Period reading_of(const Plan& plan, const Target& target, const Criterion& criterion) {
    using Kind = Quantifier::Kind;
    const auto& quantifier = criterion.quantifier;
    const auto due = quantifier.kind == Kind::over_the_plan ? plan.head().horizon : target.due;
    if (quantifier.kind == Kind::every && due.months()) {
        const int end = month_number(due.first()) + months_in(quantifier.frequency) - 1;
        return Period::days(due.first(), date_in(end, 31));
    }
    return plan.indicator_of(target).kind == IndicatorKind::flow ? due : last_year_of(due);
}

/// The period that a target is counted from: the one the plan states, else the equal one just before the
/// horizon, or before the due period where that is earlier.
inline Period base_period_of(const Plan& plan, const Target& target, const Criterion& criterion) {
    if (target.base) return target.base->period;
    const auto reading = reading_of(plan, target, criterion);
    const auto before = period_before(plan.head().horizon, reading);
    return before.last() < reading.first() ? before : period_before(reading, reading);
}

/// A level, share or rank as published; nothing where it was not, and for other measures.
inline std::optional<BaseFigure> published_figure(const CheckContext& context, const Target& target,
                                                  const MeasureTerm& term, const Period& period) {
    const auto& plan = context.plan();
    const std::optional<Base> no_base;
    Trace trace;
    const MeasureView view(plan, context.data(), context.binding(), context.as_of(),
                           plan.indicator_of(target), plan.scope_of(target), term, period, no_base, trace);
    Measured found(Reason::missing_observation);
    if (term.name == "level") found = measures::Level{}(view);
    if (term.name == "share" && term.of) found = measures::Share{}(view);
    if (term.name == "rank") found = measures::Rank{}(view);
    if (!found || !found.value().is_rational()) return std::nullopt;
    return BaseFigure{found.rounded(), found.unit(), period, false};
}

/// The base that the plan states, in a unit that converts to `measured`; nothing where it states none.
inline std::optional<BaseFigure> stated_figure(const Plan& plan, const Target& target,
                                               const UnitOfMeasure& measured) {
    if (!target.base) return std::nullopt;
    auto unit = plan.indicator_of(target).unit;
    if (!target.base->unit.empty()) {
        auto parsed = plan.unit_set().parse(target.base->unit);
        if (!parsed) return std::nullopt;
        unit = *std::move(parsed);
    }
    if (!unit.converts_to(measured)) return std::nullopt;
    return BaseFigure{published_figure(target.base->value, unit), unit, target.base->period, true};
}

/// The stated base, else the published one.
inline std::optional<BaseFigure> base_figure(const CheckContext& context, const Target& target,
                                             const Criterion& criterion, const UnitOfMeasure& measured) {
    if (auto stated = stated_figure(context.plan(), target, measured)) return stated;
    auto published = published_figure(context, target, criterion.measure,
                                      base_period_of(context.plan(), target, criterion));
    return published && published->unit.converts_to(measured) ? std::move(published) : std::nullopt;
}

}  // namespace goalpost::detail::checks
