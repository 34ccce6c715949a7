// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by target_kinds.hpp.
#pragma once

#include <cstddef>
#include <variant>

#include "goalpost/config.hpp"
#include "goalpost/model/detail/hash_bytes.hpp"
#include "goalpost/model/detail/target_kinds.hpp"

namespace goalpost::detail {

inline constexpr std::size_t kind_slots = 1024;

/// An indicator has some few kinds.
inline std::size_t kind_slot(const Target& target) {
    const auto& criterion = target.readings.front();
    const auto due = static_cast<std::size_t>(target.due.last().day_number());
    const auto measure = criterion.measure.name.size() * 8 + static_cast<std::size_t>(criterion.comparison);
    return (short_hash(target.indicator) + due + measure * 32) % kind_slots;
}

/// Whether everything else about it can be compared by `alike`.
inline bool has_kind(const Target& target) {
    if (target.readings.size() != 1 || target.standing != Standing::active || target.manual ||
        !target.versions.empty())
        return false;
    const auto& criterion = target.readings.front();
    const auto* number = std::get_if<NumberReference>(&criterion.reference);
    return criterion.quantifier.kind == Quantifier::Kind::none && (number == nullptr || !number->tolerance);
}

inline bool alike(const Criterion& a, const Criterion& b) {
    if (a.comparison != b.comparison || !(a.measure == b.measure) ||
        a.reference.index() != b.reference.index())
        return false;
    const auto* number = std::get_if<NumberReference>(&a.reference);
    if (number != nullptr) return number->unit == std::get<NumberReference>(b.reference).unit;
    return a.reference == b.reference;
}

/// Of two that have a kind.
inline bool alike(const Target& a, const Target& b) {
    return a.indicator == b.indicator && a.due == b.due && alike(a.readings.front(), b.readings.front()) &&
           a.base.has_value() == b.base.has_value() &&
           (!a.base || (a.base->period == b.base->period && a.base->unit == b.base->unit));
}

GOALPOST_INLINE const PlainTarget* TargetKinds::find(const Target& target) const {
    if (slots_.empty() || !has_kind(target)) return nullptr;
    const auto number = slots_[kind_slot(target)];
    return number != 0 && alike(kinds_[number - 1].target, target) ? &kinds_[number - 1].plain : nullptr;
}

GOALPOST_INLINE void TargetKinds::add(const Target& target, const PlainTarget& plain) {
    if (!has_kind(target)) return;
    if (slots_.empty()) slots_.resize(kind_slots);
    auto& number = slots_[kind_slot(target)];
    if (number == 0) {
        kinds_.push_back({target, plain});
        number = static_cast<std::uint16_t>(kinds_.size());
    } else {
        kinds_[number - 1] = {target, plain};
    }
}

}  // namespace goalpost::detail
