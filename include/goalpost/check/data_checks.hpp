// SPDX-License-Identifier: BSL-1.0
// What the data lacks: series_without_data, indicator_without_data, scope_without_data.
#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/check/detail/check_context.hpp"

namespace goalpost::detail::checks {

/// A list for people, cut where it grows long.
inline std::string listed(const std::vector<std::string>& names, std::string_view between, std::size_t most) {
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        list += (i == 0 ? "" : std::string(between)) + names[i];
    if (names.size() > most) list += std::string(between) + "...";
    return list;
}

/// Whether a ratio of the plan that has these as its parts was published.
inline bool has_published_share(const CheckContext& context, const std::string& part,
                                const std::string& whole, std::string_view scope) {
    return std::ranges::any_of(context.plan().indicators(), [&](const Indicator& ratio) {
        return ratio.is_ratio_of(part, whole) && context.has_series(ratio.id, scope);
    });
}

/// Appends to a list in both languages.
inline void add(Words& list, const std::string& en, const std::string& zh) {
    list.en += (list.en.empty() ? "" : ", ") + en;
    list.zh += (list.zh.empty() ? "" : "、") + zh;
}

/// The series that a target is compared with, and those of the members of its group.
inline void check_series(CheckContext& context, const Target& target) {
    const auto& plan = context.plan();
    const std::string& own_scope = plan.scope_of(target);
    const auto& own_name = plan.indicator_of(target).name;
    std::set<std::string> seen;
    Words missing;
    const auto look_for = [&](const SeriesName& series) {
        const auto& scope = series.scope.empty() ? own_scope : series.scope.str();
        if (context.has_series(series.indicator, scope)) return;
        const auto name = plan.find_indicator(series.indicator)->name + " @ " + scope;
        if (seen.insert(name).second) add(missing, name, name);
    };
    const auto look_at_members = [&](const std::string& group) {
        if (!seen.insert(group).second) return;
        const auto members = plan.members_of(group);
        std::vector<std::string> silent;
        for (const auto& member : members) {
            if (!context.has_series(target.indicator, member)) silent.push_back(member);
        }
        if (silent.empty()) return;
        const auto count = std::to_string(silent.size());
        const auto all = std::to_string(members.size());
        add(missing,
            own_name + " for " + count + " of the " + all + " members listed (" + listed(silent, ", ", 12) +
                ")",
            "所列" + all + "个成员中" + count + "个的" + own_name + "（" + listed(silent, "、", 12) + "）");
    };
    for (const auto& criterion : target.readings) {
        const bool group = criterion.quantifier.over_group();
        const auto& of = criterion.measure.of;
        if (of && !group && !has_published_share(context, target.indicator, of->indicator, own_scope))
            look_for(*of);
        const auto* reference = std::get_if<SeriesReference>(&criterion.reference);
        if (reference != nullptr && (!group || !reference->measure.of->scope.empty()))
            look_for(*reference->measure.of);
        if (group) look_at_members(criterion.quantifier.group);
    }
    if (missing.en.empty()) return;
    context.report("series_without_data", target, nullptr,
                   {"the data lacks what the target is judged by: " + missing.en,
                    "数据中缺少判定所需的序列：" + missing.zh},
                   {"add these series, or an alias for the name they are published under",
                    "补充这些序列，或为其公布名称添加别名(aliases)"});
}

/// Whether the data knows an indicator under its id, its name or an alias.
inline bool has_name(const CheckContext& context, const Indicator& indicator) {
    const auto known = [&](const std::string& name) {
        return context.data().find_indicator(context.plan().key(name)).has_value();
    };
    return known(indicator.id) || known(indicator.name) ||
           std::ranges::any_of(indicator.aliases, known, &Alias::name);
}

/// Indicators of targets that no data name is joined to, and scopes that have no rows; one finding each,
/// since they are mended together.
inline void check_names(CheckContext& context) {
    const auto& plan = context.plan();
    std::vector<std::string> nameless;
    std::vector<std::string> elsewhere;
    std::set<std::string> seen;
    std::size_t indicators = 0;
    for (const auto* target : context.targets()) {
        const auto& indicator = plan.indicator_of(*target);
        const auto& scope = plan.scope_of(*target);
        const bool named = has_name(context, indicator);
        if (seen.insert(indicator.id).second) {
            ++indicators;
            if (!named) nameless.push_back(indicator.name);
        }
        if (!named || target->criterion().quantifier.over_group() || context.has_series(indicator.id, scope))
            continue;
        auto name = indicator.name + " @ " + scope;
        if (seen.insert(name).second) elsewhere.push_back(std::move(name));
    }
    const auto count = std::to_string(nameless.size());
    const auto all = std::to_string(indicators);
    if (!nameless.empty())
        context.report(
            "indicator_without_data",
            {count + " of " + all +
                 " indicators with targets have no figures under their names: " + listed(nameless, ", ", 100),
             all + "个有目标的指标中，" + count + "个在数据中没有同名序列：" + listed(nameless, "、", 100)},
            {"add their figures, or as an alias the name they are published under",
             "补充数据，或将其公布名称添加为别名(aliases)"});
    if (!elsewhere.empty())
        context.report("scope_without_data",
                       {"the data has no figures of these indicators for the scope that the plan names: " +
                            listed(elsewhere, ", ", 100),
                        "数据中以下指标只有其他范围的数值：" + listed(elsewhere, "、", 100)},
                       {"add their figures, or write the scope as the data writes it",
                        "补充数据，或使范围(scope)名称与数据一致"});
}

inline void check_data(CheckContext& context) {
    if (!context.has_data()) return;
    for (const auto* target : context.targets())
        check_series(context, *target);
    check_names(context);
}

}  // namespace goalpost::detail::checks
