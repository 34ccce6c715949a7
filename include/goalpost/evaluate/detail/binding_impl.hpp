// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by binding.hpp.
#pragma once

#include <algorithm>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/binding.hpp"

namespace goalpost {
GOALPOST_INLINE Binding::Binding(const Plan& plan, const Observations& data) : plan_(&plan), data_(&data) {
    const auto& scopes = detail::PlanAccess::target_scopes(plan);
    for (std::uint32_t i = 0; i < scopes.size(); ++i)
        scopes_.push_back(data.find_scope(plan.key(scopes.text(i))));

    std::vector<char> used(data.indicator_count(), 0);
    slots_.resize(plan.indicators().size());
    std::size_t series = 0;
    for (std::uint32_t name = 0; name < data.indicator_count(); ++name)
        series += data.blocks(name).size();
    spans_.reserve(series);                                   // mostly each is asked for once
    std::vector<std::pair<std::uint32_t, SeriesSpan>> found;  // by scope, then in the order of the names
    for (std::size_t i = 0; i < plan.indicators().size(); ++i) {
        struct DataName {
            std::uint32_t number;
            std::optional<Basis> basis;
        };
        std::vector<DataName> names;
        const auto join = [&](const std::string& name, const std::optional<Basis>& basis) {
            const auto number = data.find_indicator(plan.key(name));
            if (!number) return;
            for (const auto& known : names) {
                if (known.number == *number && (!known.basis || known.basis == basis)) return;
            }
            names.push_back({*number, basis});
            used[*number] = 1;
        };
        const auto& indicator = plan.indicators()[i];
        join(indicator.id, std::nullopt);
        join(indicator.name, std::nullopt);
        for (const auto& alias : indicator.aliases)
            join(alias.name, alias.basis);

        found.clear();
        for (const auto& [number, basis] : names) {
            for (const auto& block : data.blocks(number))
                found.push_back(
                    {block.scope,
                     {block.begin, block.end, basis, block.bases, block.one_for_each, block.has_break}});
        }
        if (names.size() > 1)
            std::stable_sort(found.begin(), found.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
        lay_out(i, found);
    }
    for (std::uint32_t name = 0; name < used.size(); ++name) {
        if (used[name] == 0) unused_.emplace_back(data.indicator_name(name));
    }
}

GOALPOST_INLINE void Binding::lay_out(std::size_t indicator,
                                      const std::vector<std::pair<std::uint32_t, SeriesSpan>>& found) {
    auto& [by_scope, dense] = slots_[indicator];
    by_scope.reserve(found.size() + 1);
    for (const auto& [scope, span] : found) {
        if (by_scope.empty() || by_scope.back().scope != scope)
            by_scope.push_back({scope, static_cast<std::uint32_t>(spans_.size())});
        spans_.push_back(span);
    }
    if (by_scope.size() * 8 >= data_->scope_count()) {
        dense.assign(data_->scope_count(), static_cast<std::uint32_t>(by_scope.size()));
        for (std::uint32_t place = 0; place < by_scope.size(); ++place)
            dense[by_scope[place].scope] = place;
    }
    by_scope.push_back(
        {static_cast<std::uint32_t>(data_->scope_count()), static_cast<std::uint32_t>(spans_.size())});
}

GOALPOST_INLINE std::span<const SeriesSpan> Binding::spans_of(std::size_t indicator,
                                                              std::uint32_t scope) const {
    const auto& [by_scope, dense] = slots_[indicator];
    const auto before = [](const Slot& slot, std::uint32_t wanted) { return slot.scope < wanted; };
    const auto place =
        dense.empty()
            ? static_cast<std::size_t>(std::lower_bound(by_scope.begin(), by_scope.end(), scope, before) -
                                       by_scope.begin())
            : std::size_t{dense[scope]};
    if (by_scope[place].scope != scope) return {};
    const auto first = by_scope[place].first;
    return {spans_.data() + first, by_scope[place + 1].first - first};
}

GOALPOST_INLINE Series Binding::series(const Indicator& indicator, std::string_view scope,
                                       const Date& as_of) const {
    const auto place = plan_->place_of(indicator);
    return {*data_, plan_->indicators()[place], spans(place, scope), as_of, scope};
}

GOALPOST_INLINE std::span<const SeriesSpan> Binding::spans(std::size_t indicator,
                                                           std::string_view scope) const {
    if (const auto number = detail::PlanAccess::target_scopes(*plan_).find(scope))
        return spans_at(indicator, *number);
    const auto number = data_->find_scope(plan_->key(scope));
    return number ? spans_of(indicator, *number) : std::span<const SeriesSpan>();
}

GOALPOST_INLINE std::span<const SeriesSpan> Binding::spans_at(std::size_t indicator,
                                                              std::uint32_t scope) const {
    return scopes_[scope] ? spans_of(indicator, *scopes_[scope]) : std::span<const SeriesSpan>();
}
}  // namespace goalpost
