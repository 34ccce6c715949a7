// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "goalpost/evaluate/series.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost {

/// Joins a plan's names to those of the data, once: for each indicator the published names it goes by.
class Binding {
  public:
    Binding(const Plan& plan, const Observations& data);

    /// The spans of rows of an indicator in a scope; empty where nothing was published.
    [[nodiscard]] std::span<const SeriesSpan> spans(std::size_t indicator, std::string_view scope) const;
    /// Data names that no indicator of the plan goes by, in order of first appearance.
    [[nodiscard]] const std::vector<std::string>& unused_names() const noexcept { return unused_; }

  private:
    struct DataName {
        std::uint32_t number;
        std::optional<Basis> basis;
    };
    [[nodiscard]] std::uint64_t slot(std::size_t indicator, std::uint32_t scope) const noexcept {
        return static_cast<std::uint64_t>(indicator) << 32U | scope;
    }

    const Plan* plan_;
    const Observations* data_;
    std::vector<std::vector<DataName>> names_;  // of each indicator
    std::vector<SeriesSpan> spans_;             // grouped by indicator and scope
    std::unordered_map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> slots_;  // into spans_
    std::vector<std::string> unused_;
};

inline Binding::Binding(const Plan& plan, const Observations& data) : plan_(&plan), data_(&data) {
    std::vector<bool> used(data.indicator_count(), false);
    names_.resize(plan.indicators().size());
    for (std::size_t i = 0; i < plan.indicators().size(); ++i) {
        const auto& indicator = plan.indicators()[i];
        const auto join = [&](const std::string& name, const std::optional<Basis>& basis) {
            const auto number = data.find_indicator(plan.key(name));
            if (!number) return;
            for (const auto& known : names_[i]) {
                if (known.number == *number && (!known.basis || known.basis == basis)) return;
            }
            names_[i].push_back({*number, basis});
            used[*number] = true;
        };
        join(indicator.id, std::nullopt);
        join(indicator.name, std::nullopt);
        for (const auto& alias : indicator.aliases)
            join(alias.name, alias.basis);

        for (std::uint32_t scope = 0; scope < data.scope_count(); ++scope) {
            const auto first = static_cast<std::uint32_t>(spans_.size());
            for (const auto& name : names_[i]) {
                const auto [begin, end] = data.find(name.number, scope);
                if (begin != end) spans_.push_back({begin, end, name.basis});
            }
            const auto last = static_cast<std::uint32_t>(spans_.size());
            if (first != last) slots_.emplace(slot(i, scope), std::pair(first, last));
        }
    }
    for (std::uint32_t name = 0; name < used.size(); ++name) {
        if (!used[name]) unused_.emplace_back(data.indicator_name(name));
    }
}

inline std::span<const SeriesSpan> Binding::spans(std::size_t indicator, std::string_view scope) const {
    const auto number = data_->find_scope(plan_->key(scope));
    if (!number) return {};
    const auto found = slots_.find(slot(indicator, *number));
    if (found == slots_.end()) return {};
    return std::span(spans_).subspan(found->second.first, found->second.second - found->second.first);
}

}  // namespace goalpost
