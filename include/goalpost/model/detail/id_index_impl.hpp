// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by id_index.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/model/detail/id_index.hpp"

namespace goalpost::detail {

GOALPOST_INLINE void IdIndex::reserve(std::size_t items) {
    std::size_t slots = 16;
    while (slots / 4 * 3 < items)
        slots *= 2;
    if (slots > slots_.size()) put_into(slots);
}

GOALPOST_INLINE void IdIndex::add(std::string_view id, std::size_t number) {
    if (++count_ > slots_.size() / 4 * 3) reserve(count_);
    put({short_hash(id), static_cast<std::uint32_t>(number + 1)});
}

GOALPOST_INLINE void IdIndex::clear() {
    slots_.clear();
    count_ = 0;
}

GOALPOST_INLINE void IdIndex::put(Slot slot) {
    auto at = slot.hash & last();
    while (slots_[at].number != 0)
        at = (at + 1) & last();
    slots_[at] = slot;
}

GOALPOST_INLINE void IdIndex::put_into(std::size_t slots) {
    Slots old(slots);
    old.swap(slots_);
    for (const auto& slot : old) {
        if (slot.number != 0) put(slot);
    }
}

}  // namespace goalpost::detail
