// SPDX-License-Identifier: BSL-1.0
// Targets that must add up: flow_against_stock, share_against_parts, parts_below_whole.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/check/indicator_checks.hpp"

namespace goalpost::detail::checks {

// What 新 puts before the name of a stock to make it that of a flow.
inline constexpr std::string_view words_for_new[] = {"新引育", "新引进", "新培育", "新认定", "新组建", "新增",
                                                     "新建",   "引育",   "引进",   "净增",   "新"};
// Words that narrow a population without changing whom it is made of.
inline constexpr std::string_view words_of_level[] = {
    "省级以上", "市级以上", "国家级", "省级", "市级", "国家", "全省", "全市", "科技", "家数", "总数", "数"};

inline std::string without_level_words(std::string_view name) {
    std::string rest;
    while (!name.empty()) {
        const auto* word = std::ranges::find_if(
            words_of_level, [&](std::string_view known) { return name.starts_with(known); });
        if (word != std::end(words_of_level)) {
            name.remove_prefix(word->size());
        } else {
            rest.push_back(name.front());
            name.remove_prefix(1);
        }
    }
    return rest;
}

/// What is new in the flow's name is what the stock's name counts, or one of the things it counts.
inline bool feeds(std::string_view flow, std::string_view stock) {
    const auto* word =
        std::ranges::find_if(words_for_new, [&](std::string_view known) { return flow.starts_with(known); });
    if (word == std::end(words_for_new)) return false;
    const auto core = without_level_words(flow.substr(word->size()));
    if (core.size() < 6) return false;  // two characters at least, or everything would fit
    const auto counted = without_level_words(stock);
    if (core == counted) return true;
    for (std::size_t begin = 0; begin <= counted.size();) {
        auto end = counted.size();
        std::size_t next = counted.size() + 1;
        for (const std::string_view mark : {"和", "与", "及", "、"}) {
            const auto found = counted.find(mark, begin);
            if (found < end) {
                end = found;
                next = found + mark.size();
            }
        }
        if (core == std::string_view(counted).substr(begin, end - begin)) return true;
        begin = next;
    }
    return false;
}

/// So many new ones do not make the stock grow from its base to its target.
inline void check_flow_against_stock(CheckContext& context, const Target& flow, const Target& stock) {
    const auto& plan = context.plan();
    const auto new_ones = level_line(plan, flow);
    const auto line = level_line(plan, stock);
    if (!new_ones || !line || new_ones->direction <= 0 || line->direction <= 0) return;
    const auto& stock_name = plan.indicator_of(stock).name;
    if (!new_ones->unit.converts_to(line->unit) || !feeds(plan.indicator_of(flow).name, stock_name)) return;
    const auto base = base_figure(context, stock, stock.criterion(), line->unit);
    const auto day = boost::gregorian::date_duration(1);
    if (!base || base->period.last() + day != flow.due.first() || flow.due.last() != stock.due.last()) return;
    const auto growth = line->at - base->value.value();
    if (new_ones->at >= growth) return;
    const auto from = base->words();
    const auto goal = goal_in_words(plan, stock);
    const auto lacking = in_words(growth, line->unit);
    const auto made = goal_in_words(plan, flow);
    context.report("flow_against_stock", flow, nullptr,
                   {"target " + stock.id + " (" + stock_name + ") leads from " + from.en + " to " + goal.en +
                        ", which is " + lacking.en + " more; this target asks for " + made.en + " new",
                    "目标 " + stock.id + "（" + stock_name + "）由" + from.zh + "到" + goal.zh + "，需增加" +
                        lacking.zh + "；本目标新增" + made.zh},
                   {"see whether both count the same, and where the others are to come from",
                    "核对两者口径是否一致，并说明差额来源"});
}

/// A share target, and the levels of its two parts that give another share.
inline void check_share_against_parts(CheckContext& context, const Target& share, const Target& part,
                                      const Target& whole) {
    const auto& plan = context.plan();
    const auto line = number_line(plan, share, share.criterion());
    const auto above = level_line(plan, part);
    const auto below = level_line(plan, whole);
    if (!line || line->direction == 0 || !above || !below || below->at.sign() <= 0) return;
    const auto& dimension = above->unit.dimension();
    if (line->unit.is_percent() && dimension != below->unit.dimension()) return;
    if (!line->unit.is_percent()) return;  // per head and the like: scaled by a factor the plan does not give
    const auto quotient = above->rounded() / below->rounded();
    if (two_agree(quotient.range(), line->rounded().range())) return;
    if ((quotient.value() > line->at) == (line->direction > 0)) return;  // reaching both is enough
    const auto given = in_words(quotient.value(), UnitOfMeasure::percent());
    const auto goal = goal_in_words(plan, share);
    const auto up = goal_in_words(plan, part);
    const auto down = goal_in_words(plan, whole);
    context.report("share_against_parts", share, nullptr,
                   {"it asks for " + goal.en + ", but " + part.id + " (" + up.en + ") over " + whole.id +
                        " (" + down.en + ") is " + given.en,
                    "本目标要求" + goal.zh + "，而 " + part.id + "（" + up.zh + "）除以 " + whole.id + "（" +
                        down.zh + "）为" + given.zh},
                   {"make the three targets agree", "使三个目标相互一致"});
}

/// A group all of whose members are listed.
struct ClosedGroup {
    std::string name;
    std::vector<std::string> members;  // as keys
};

inline std::vector<ClosedGroup> closed_groups(const Plan& plan) {
    std::vector<ClosedGroup> closed;
    for (const auto& group : plan.groups()) {
        auto members = plan.members_of(group.id);
        if (members.size() < 2 || plan.size_of(group.id) != members.size()) continue;
        for (auto& member : members)
            member = plan.key(member);
        closed.push_back({group.name.empty() ? group.id : group.name, std::move(members)});
    }
    return closed;
}

/// The targets of all members of a group against that of the plan's own scope.
inline void check_parts_below_whole(CheckContext& context, const Target& whole, const ClosedGroup& group,
                                    const std::map<std::string, const Target*>& levels) {
    const auto& plan = context.plan();
    const auto line = level_line(plan, whole);
    const auto kind = plan.indicator_of(whole).kind;
    if (!line || line->direction == 0 || (kind != IndicatorKind::flow && kind != IndicatorKind::stock))
        return;
    Ratio sum;
    for (const auto& member : group.members) {
        const auto found = levels.find(joined_key({whole.indicator, member, whole.due.text()}));
        if (found == levels.end() || found->second == &whole) return;
        const auto part = level_line(plan, *found->second);
        if (part->direction != line->direction) return;
        sum = sum + part->at;
    }
    if (line->direction > 0 ? sum >= line->at : sum <= line->at) return;
    const auto goal = goal_in_words(plan, whole);
    const auto total = in_words(sum, line->unit);
    const auto count = std::to_string(group.members.size());
    context.report(
        "parts_below_whole", whole, nullptr,
        {"it asks for " + goal.en + ", but the targets of all " + count + " members of " + group.name +
             " sum to " + total.en,
         "本目标要求" + goal.zh + "，而" + group.name + "全部" + count + "个成员的目标合计为" + total.zh},
        {"spread the whole over the members, or say what is reached outside the group",
         "将总目标分解到各成员，或说明分组以外完成的部分"});
}

inline void check_sums(CheckContext& context) {
    const auto& plan = context.plan();
    const auto groups = closed_groups(plan);
    std::map<std::string, const Target*> levels;               // by indicator, scope and due period
    std::map<std::string, std::vector<const Target*>> stocks;  // by scope
    for (const auto* target : context.targets()) {
        if (!level_line(plan, *target)) continue;
        const auto scope = plan.key(plan.scope_of(*target));
        levels.emplace(joined_key({target->indicator, scope, target->due.text()}), target);
        if (plan.indicator_of(*target).kind == IndicatorKind::stock) stocks[scope].push_back(target);
    }
    for (const auto* target : context.targets()) {
        if (target->readings.size() != 1) continue;
        const auto& indicator = plan.indicator_of(*target);
        const auto& criterion = target->criterion();
        const auto scope = plan.key(plan.scope_of(*target));
        const auto level_of = [&](const std::string& id, const std::string& own_scope) -> const Target* {
            const auto found = levels.find(joined_key({id, own_scope, target->due.text()}));
            return found == levels.end() ? nullptr : found->second;
        };
        if (criterion.quantifier.kind != Quantifier::Kind::none) continue;
        if (indicator.kind == IndicatorKind::flow) {
            for (const auto* stock : stocks[scope])
                check_flow_against_stock(context, *target, *stock);
        }
        const Target* part = nullptr;
        const Target* whole = nullptr;
        if (criterion.measure.name == "share" && criterion.measure.of) {
            const auto& of = *criterion.measure.of;
            part = level_of(indicator.id, scope);
            whole = level_of(of.indicator, of.scope.empty() ? scope : plan.key(of.scope));
        } else if (criterion.measure.name == "level" && !indicator.numerator.empty()) {
            part = level_of(indicator.numerator, scope);
            whole = level_of(indicator.denominator, scope);
        }
        if (part != nullptr && whole != nullptr) check_share_against_parts(context, *target, *part, *whole);
        if (scope != plan.key(plan.head().scope)) continue;
        for (const auto& group : groups)
            check_parts_below_whole(context, *target, group, levels);
    }
}

}  // namespace goalpost::detail::checks
