// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by id_index.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/model/detail/id_index.hpp"

namespace goalpost::detail {

GOALPOST_INLINE void IdIndex::put(Slot slot) {
    auto at = slot.hash & last();
    while (slots_[at].number != 0)
        at = (at + 1) & last();
    slots_[at] = slot;
}

/// For those that are there and those that are likely to come.
GOALPOST_INLINE void IdIndex::make_room() {
    std::size_t slots = 16;
    while (slots / 4 * 3 < count_ || slots / 4 * 3 < likely_)
        slots *= 2;
    Slots old(slots);
    old.swap(slots_);
    for (const auto& slot : old) {
        if (slot.number != 0) put(slot);
    }
}

}  // namespace goalpost::detail
