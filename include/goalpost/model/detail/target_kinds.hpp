// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "goalpost/model/detail/hash_bytes.hpp"
#include "goalpost/model/detail/plain_target.hpp"
#include "goalpost/model/target.hpp"

namespace goalpost::detail {

/// What was worked out for a target, for those that come after it and differ in their id, scope, numbers,
/// weight and statements only: a table of a million targets mostly has some hundred kinds.
class TargetKinds {
  public:
    /// A target of that kind in short; nullptr where none is known.
    [[nodiscard]] const PlainTarget* find(const Target& target) const {
        if (slots_.empty() || !has_kind(target)) return nullptr;
        const auto number = slots_[slot_of(target)];
        return number != 0 && alike(kinds_[number - 1].target, target) ? &kinds_[number - 1].plain : nullptr;
    }
    /// Keeps one of which nothing is wrong. Of kinds that fall into one slot the last is known.
    void add(const Target& target, const PlainTarget& plain) {
        if (!has_kind(target)) return;
        if (slots_.empty()) slots_.resize(slot_count);
        auto& number = slots_[slot_of(target)];
        if (number == 0) {
            kinds_.push_back({target, plain});
            number = static_cast<std::uint16_t>(kinds_.size());
        } else {
            kinds_[number - 1] = {target, plain};
        }
    }

  private:
    static constexpr std::size_t slot_count = 1024;

    struct Kind {
        Target target;
        PlainTarget plain;
    };

    /// An indicator has some few kinds.
    static std::size_t slot_of(const Target& target) {
        const auto& criterion = target.readings.front();
        const auto due = static_cast<std::size_t>(target.due.last().day_number());
        const auto measure =
            criterion.measure.name.size() * 8 + static_cast<std::size_t>(criterion.comparison);
        return (short_hash(target.indicator) + due + measure * 32) % slot_count;
    }
    /// Whether everything else about it can be compared by `alike`.
    static bool has_kind(const Target& target) {
        if (target.readings.size() != 1 || target.standing != Standing::active || target.manual ||
            !target.versions.empty())
            return false;
        const auto& criterion = target.readings.front();
        const auto* number = std::get_if<NumberReference>(&criterion.reference);
        return criterion.quantifier.kind == Quantifier::Kind::none &&
               (number == nullptr || !number->tolerance);
    }
    /// Of two that have a kind.
    static bool alike(const Target& a, const Target& b) {
        return a.indicator == b.indicator && a.due == b.due &&
               alike(a.readings.front(), b.readings.front()) && a.base.has_value() == b.base.has_value() &&
               (!a.base || (a.base->period == b.base->period && a.base->unit == b.base->unit));
    }
    static bool alike(const Criterion& a, const Criterion& b) {
        if (a.comparison != b.comparison || !(a.measure == b.measure) ||
            a.reference.index() != b.reference.index())
            return false;
        const auto* number = std::get_if<NumberReference>(&a.reference);
        if (number != nullptr) return number->unit == std::get<NumberReference>(b.reference).unit;
        return a.reference == b.reference;
    }

    std::vector<Kind> kinds_;
    std::vector<std::uint16_t> slots_;  // number of the kind, from 1
};

}  // namespace goalpost::detail
