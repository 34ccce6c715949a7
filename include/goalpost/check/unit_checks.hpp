// SPDX-License-Identifier: BSL-1.0
// Units of measure, points and percent: unit_mismatch, percent_for_points, growth_of_ratio, several_readings,
// points_or_percent.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "goalpost/check/detail/check_context.hpp"
#include "goalpost/check/detail/number_line.hpp"
#include "goalpost/check/detail/printed_figure.hpp"

namespace goalpost::detail::checks {

/// Looks through the units of one criterion.
class UnitCheck {
  public:
    UnitCheck(CheckContext& context, const Target& target, const Statement* place, const Criterion& criterion)
        : context_(&context), target_(&target), place_(place), criterion_(&criterion) {}

    void run() const {
        const auto& plan = context_->plan();
        const auto& indicator = plan.indicator_of(*target_);
        const auto* series = std::get_if<SeriesReference>(&criterion_->reference);
        const auto* other = series != nullptr ? plan.find_indicator(series->measure.of->indicator) : nullptr;
        if (!check_kind(criterion_->measure.name, indicator) ||
            (series != nullptr && !check_kind(series->measure.name, *other)))
            return;
        check_whole(indicator);
        const auto measured = measured_unit(criterion_->measure, indicator);
        if (!measured || criterion_->comparison == Comparison::improves) return;
        if (const auto* number = std::get_if<NumberReference>(&criterion_->reference)) {
            check(number->unit, *measured, false);
            if (number->tolerance) check(number->tolerance->unit, *measured, true);
        } else if (const auto* range = std::get_if<RangeReference>(&criterion_->reference)) {
            check(range->unit, *measured, false);
        } else if (const auto* masked = std::get_if<MaskedReference>(&criterion_->reference)) {
            check(masked->unit, *measured, false);
        } else if (series != nullptr) {
            const auto theirs = measured_unit(series->measure, *other);
            if (theirs && !theirs->converts_to(*measured)) report(*theirs, *measured);
            check(series->margin_unit, *measured, true);
        }
    }

  private:
    /// False where growth is asked of what has none.
    [[nodiscard]] bool check_kind(std::string_view measure, const Indicator& indicator) const {
        const bool no_growth =
            indicator.kind == IndicatorKind::ratio || indicator.kind == IndicatorKind::rank;
        if (!no_growth || (measure != "growth" && measure != "annual_growth")) return true;
        context_->report(
            "growth_of_ratio", *target_, place_,
            {"growth is not defined on a " + std::string(name_of(indicator.kind)) + ": " + text(*criterion_),
             std::string(words(indicator.kind, Language::zh)) + "指标不计算增速：" + text(*criterion_)},
            {"write change(since ...) in points, or multiple(since ...)",
             "改写为 change(since ...)（百分点）或 multiple(since ...)"});
        return false;
    }
    /// A part and its whole, or what is subtracted from each other, are counted alike.
    void check_whole(const Indicator& indicator) const {
        static constexpr std::string_view alike[] = {"share", "gap", "contribution", "pull", "coverage"};
        const auto& term = criterion_->measure;
        if (!term.of || std::ranges::find(alike, std::string_view(term.name)) == std::end(alike)) return;
        const auto* whole = context_->plan().find_indicator(term.of->indicator);
        const bool published = std::ranges::any_of(
            context_->plan().indicators(),
            [&](const Indicator& ratio) { return ratio.is_ratio_of(indicator.id, term.of->indicator); });
        if (whole != nullptr && !published && !whole->unit.converts_to(indicator.unit))
            report(whole->unit, indicator.unit);
    }
    /// `distance`: a tolerance or a margin, which is in points where the measure is a percentage.
    void check(const std::string& symbol, const UnitOfMeasure& measured, bool distance) const {
        if (symbol.empty()) return;
        const auto unit = context_->plan().unit_set().parse(symbol);
        if (!unit) return;
        const auto wanted = distance && measured.is_percent() ? UnitOfMeasure::points() : measured;
        if (!unit->converts_to(wanted)) report(*unit, wanted);
    }
    void report(const UnitOfMeasure& unit, const UnitOfMeasure& wanted) const {
        const bool mixed = (unit.is_percent() && wanted.is_points()) ||
                           (unit.is_points() && wanted.is_percent()) ||
                           (unit.is_percent() && criterion_->measure.name == "change");
        const auto symbol = wanted.symbol().empty() ? std::string("a pure number") : wanted.symbol();
        const auto symbol_zh = wanted.symbol().empty() ? std::string("纯数") : wanted.symbol();
        context_->report(
            mixed ? "percent_for_points" : "unit_mismatch", *target_, place_,
            {"\"" + unit.symbol() + "\" stands where " + symbol + " is counted: " + text(*criterion_),
             "计量单位应为" + symbol_zh + "，却写作“" + unit.symbol() + "”：" + text(*criterion_)},
            mixed ? Words{"a difference of two percentages is in pp; growth and shares are in %",
                          "两个百分数之差用百分点(pp)，增速与占比用%"}
                  : Words{"write the number in a unit that converts to the indicator's",
                          "改用可与指标单位换算的计量单位"});
    }

    CheckContext* context_;
    const Target* target_;
    const Statement* place_;
    const Criterion* criterion_;
};

// A move, when a percentage stands right behind it: 提升5% is one, 提升到5% is a level.
inline constexpr std::string_view words_of_moving[] = {"提升",   "提高",   "上升",   "增加",   "下降",
                                                       "降低",   "减少",   "提升了", "提高了", "上升了",
                                                       "增加了", "下降了", "降低了", "减少了"};

/// A percentage moves by so many percent: points, or percent of it?
inline void check_points_or_percent(CheckContext& context, const Target& target) {
    const auto& plan = context.plan();
    if (target.readings.size() != 1 || !plan.indicator_of(target).unit.is_percent()) return;
    const auto* number = std::get_if<NumberReference>(&target.criterion().reference);
    if (number == nullptr) return;
    const Ratio multiple = (Ratio(number->value) - Ratio(1)) * Ratio(100);
    const bool times = target.criterion().measure.name == "multiple";
    for (const auto& statement : target.statements) {
        for (const auto& figure : printed_figures(statement.quote, plan.unit_set())) {
            if (!figure.value || !figure.unit || figure.unit->symbol() != "%") continue;
            const auto same = times ? Ratio(*figure.value) == multiple.abs() : *figure.value == number->value;
            const auto before = std::string_view(statement.quote).substr(0, figure.begin);
            const bool moves = std::ranges::any_of(
                words_of_moving, [&](std::string_view word) { return before.ends_with(word); });
            if (!same || !moves) continue;
            const auto judged = in_words(plan, target, target.criterion());
            context.report(
                "points_or_percent", target, &statement,
                {"a percentage that moves by " + figure.value->text() +
                     " % may move by points or by percent of itself; only " + judged.en + " is judged",
                 "百分比指标变动" + figure.value->text() + "%，可能指百分点，也可能指百分之几；现仅按“" +
                     judged.zh + "”判定"},
                {"write 个百分点 or name the level to be reached; until then give both readings",
                 "写明“个百分点”或应达到的水平；在此之前以 readings 列出两种理解"});
            return;
        }
    }
}

/// A base in a unit that neither the indicator nor the measure is counted in.
inline void check_base_unit(CheckContext& context, const Target& target) {
    if (!target.base || target.base->unit.empty()) return;
    const auto& plan = context.plan();
    const auto& indicator = plan.indicator_of(target);
    const auto unit = plan.unit_set().parse(target.base->unit);
    const auto measured = measured_unit(target.criterion().measure, indicator);
    if (!unit || unit->converts_to(indicator.unit) || (measured && unit->converts_to(*measured))) return;
    const auto base = target.base->value.text() + " " + target.base->unit;
    context.report(
        "unit_mismatch", target, nullptr,
        {"the base " + base + " is in a unit that does not convert to " + indicator.unit.symbol(),
         "基期值 " + base + " 的单位不能换算为" + indicator.unit.symbol()},
        {"state the base in a unit that converts to the indicator's", "改用可与指标单位换算的计量单位"});
}

inline void check_units(CheckContext& context) {
    for (const auto* target : context.targets()) {
        check_base_unit(context, *target);
        for (const auto& criterion : target->readings)
            UnitCheck(context, *target, nullptr, criterion).run();
        for (const auto& statement : target->statements) {
            if (statement.criterion) UnitCheck(context, *target, &statement, *statement.criterion).run();
        }
        if (target->readings.size() > 1) {
            Words all;
            for (const auto& criterion : target->readings) {
                const auto one = in_words(context.plan(), *target, criterion);
                all.en += (all.en.empty() ? "" : " | ") + one.en;
                all.zh += (all.zh.empty() ? "" : "；") + one.zh;
            }
            context.report("several_readings", *target, nullptr,
                           {"the words can mean several things: " + all.en, "表述有多种理解：" + all.zh},
                           {"ask the plan's authors which is meant, and keep that as the criterion",
                            "向计划制定单位确认后，只保留一种作为 criterion"});
        }
        check_points_or_percent(context, *target);
    }
}

}  // namespace goalpost::detail::checks
