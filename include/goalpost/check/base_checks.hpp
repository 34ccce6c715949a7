// SPDX-License-Identifier: BSL-1.0
// Targets against what was there before: target_below_base, base_differs, milestone_out_of_way.
#pragma once

#include "goalpost/check/detail/base_figure.hpp"
#include "goalpost/check/detail/number_line.hpp"

namespace goalpost::detail::checks {

/// The target's number was reached in the base period already.
inline void check_target_below_base(CheckContext& context, const Target& target) {
    for (const auto& criterion : target.readings) {
        const auto& name = criterion.measure.name;
        if (criterion.quantifier.over_group() || (name != "level" && name != "share" && name != "rank"))
            continue;
        const auto line = number_line(context.plan(), target, criterion);
        if (!line || line->direction == 0) continue;
        const auto base = base_figure(context, target, criterion, line->unit);
        if (!base) continue;
        const auto& value = base->value.value();
        const bool open_above = base->value.range().high.kind == Bound::Kind::infinite;
        const bool reached = line->direction > 0 ? value >= line->at : value <= line->at && !open_above;
        if (!reached) continue;
        const auto goal = goal_in_words(context.plan(), target, criterion);
        const auto was = base->words();
        context.report("target_below_base", target, nullptr,
                       {"the target asks for " + goal.en + ", and its base was " + was.en + " already",
                        "目标要求" + goal.zh + "，而基期值已为" + was.zh},
                       {"check both numbers and what they cover; set the target beyond its base, or say in "
                        "its note why less is meant",
                        "核对两个数值及其口径；将目标值定得优于基期，或在目标的 note 中说明为何调低"});
        return;
    }
}

/// The base in the plan and the published one differ by more than rounding.
inline void check_base_differs(CheckContext& context, const Target& target) {
    const auto& indicator = context.plan().indicator_of(target);
    const auto stated = stated_figure(context.plan(), target, indicator.unit);
    if (!stated) return;
    const auto published = published_figure(context, target, MeasureTerm{}, stated->period);
    if (!published || two_agree(stated->value.range(), published->value.range())) return;
    const auto ours = stated->words();
    const auto theirs = published->words();
    context.report(
        "base_differs", target, nullptr,
        {"the base is " + ours.en + ", but " + theirs.en, "基期值为" + ours.zh + "，但另有" + theirs.zh},
        {"state the published figure, or say in the note which definition or revision is meant",
         "改用公布数，或在 note 中说明所用口径或修订版本"});
}

/// A milestone does not lie on the way from the base to the target; a flow sets out from nothing.
inline void check_milestones(CheckContext& context, const Target& target) {
    const auto line = level_line(context.plan(), target);
    const auto& indicator = context.plan().indicator_of(target);
    if (!line || line->direction == 0 || target.milestones.empty()) return;
    const bool flow = indicator.kind == IndicatorKind::flow;
    const bool falling = line->direction < 0 && !flow;
    auto base = base_figure(context, target, target.criterion(), line->unit);
    if (flow) base = BaseFigure{Rounded(0), indicator.unit, target.due, true};
    const auto past = [&](const Ratio& value, const Ratio& end) {
        return falling ? value < end : value > end;
    };
    if (base && past(base->value.value(), line->at)) return;  // there is no way; target_below_base tells
    for (const auto& milestone : target.milestones) {
        const auto value = Ratio(milestone.value) * indicator.unit.factor();
        const bool beyond = past(value, line->at);
        if (!beyond && (!base || !past(base->value.value(), value))) continue;
        const auto mark = in_words(value, indicator.unit);
        const auto end =
            beyond ? goal_in_words(context.plan(), target) : in_words(base->value.value(), base->unit);
        const auto when = milestone.period.text();
        context.report("milestone_out_of_way", target, nullptr,
                       {"the milestone " + mark.en + " for " + when +
                            (beyond ? " is beyond the target " : " is behind the base ") + end.en,
                        when + "的里程碑" + mark.zh + (beyond ? "超出目标" : "落在基期值之后：") + end.zh},
                       {"correct the milestone, or its unit: milestones are in the indicator's unit",
                        "更正里程碑数值或其单位：里程碑以指标的计量单位计"});
    }
}

inline void check_bases(CheckContext& context) {
    for (const auto* target : context.targets()) {
        check_target_below_base(context, *target);
        check_base_differs(context, *target);
        check_milestones(context, *target);
    }
}

}  // namespace goalpost::detail::checks
