// SPDX-License-Identifier: BSL-1.0
// The lists of a plan, and its items by their ids. Compiled once into goalpost::compiled; otherwise included
// by plan.hpp.
#pragma once

#include <functional>
#include <stdexcept>

#include "goalpost/config.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost {

namespace detail {

inline const std::string& id_of(const UnitOfMeasure& unit) { return unit.symbol(); }
template <class Item>
const std::string& id_of(const Item& item) {
    return item.id;
}

}  // namespace detail

/// Of an item that is then put behind the others.
template <class Items>
void Plan::note_id(const Items& items, Ids& ids, std::string_view id) {
    ids.add(id, [&](std::size_t i) -> const std::string& { return detail::id_of(items[i]); });
}
template <class Items>
std::size_t Plan::number_of(const Items& items, const Ids& ids, std::string_view id) {
    return ids.find(id, [&](std::size_t i) -> const std::string& { return detail::id_of(items[i]); });
}
template <class Items>
const typename Items::value_type* Plan::at(const Items& items, const Ids& ids, std::string_view id) {
    const auto number = number_of(items, ids, id);
    return number == none ? nullptr : &items[number];
}

GOALPOST_INLINE std::span<const ResponsibleUnit> Plan::responsible_units() const noexcept {
    return {units_.data(), units_.size()};
}
GOALPOST_INLINE std::span<const Group> Plan::groups() const noexcept {
    return {groups_.data(), groups_.size()};
}
GOALPOST_INLINE std::span<const Indicator> Plan::indicators() const noexcept {
    return {indicators_.data(), indicators_.size()};
}
GOALPOST_INLINE std::span<const Target> Plan::targets() const noexcept {
    return {targets_.data(), targets_.size()};
}
GOALPOST_INLINE std::span<const InvalidTarget> Plan::invalid_targets() const noexcept {
    return {invalid_.data(), invalid_.size()};
}
GOALPOST_INLINE std::span<const UnitOfMeasure> detail::PlanAccess::target_units(const Plan& plan) noexcept {
    return {plan.target_units_.data(), plan.target_units_.size()};
}
GOALPOST_INLINE std::span<const detail::PlainTarget> detail::PlanAccess::plain_targets(
    const Plan& plan) noexcept {
    return {plan.plain_.data(), plan.plain_.size()};
}

GOALPOST_INLINE const Indicator* Plan::find_indicator(std::string_view id) const {
    return at(indicators_, indicator_ids_, id);
}
GOALPOST_INLINE std::size_t Plan::place_of(const Indicator& indicator) const {
    const auto* first = indicators_.data();
    const std::less<> before;  // of any two, also where they do not stand in one list
    if (!before(&indicator, first) && before(&indicator, first + indicators_.size()))
        return static_cast<std::size_t>(&indicator - first);
    const auto place = number_of(indicators_, indicator_ids_, indicator.id);
    if (place == none) throw std::invalid_argument("goalpost: the plan has no indicator " + indicator.id);
    return place;
}
GOALPOST_INLINE const ResponsibleUnit* Plan::find_responsible_unit(std::string_view id) const {
    return at(units_, unit_ids_, id);
}
GOALPOST_INLINE const Group* Plan::find_group(std::string_view id) const {
    return at(groups_, group_ids_, id);
}
GOALPOST_INLINE const Target* Plan::find_target(std::string_view id) const {
    return at(targets_, target_ids_, id);
}
GOALPOST_INLINE const UnitOfMeasure* Plan::find_unit_of_measure(std::string_view symbol) const {
    return at(target_units_, target_unit_symbols_, symbol);
}

}  // namespace goalpost
