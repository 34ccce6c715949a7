// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/model/detail/large_pages.hpp"

namespace goalpost::detail {

/// Finds the items of a list by their ids, which stay in the items: eight bytes a slot, and no id twice in
/// memory.
class IdIndex {
  public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void reserve(std::size_t items) {
        std::size_t slots = 16;
        while (slots < items * 2)
            slots *= 2;
        if (slots > slots_.size()) put_into(slots);
    }
    /// Notes that the item of that number has this id, which none has yet.
    void add(std::string_view id, std::size_t number) {
        reserve(++count_);
        put({hash_of(id), static_cast<std::uint32_t>(number + 1)});
    }
    /// The number of the item with this id; `id_of` tells the id of an item by its number.
    template <class IdOf>
    [[nodiscard]] std::size_t find(std::string_view id, IdOf id_of) const {
        if (slots_.empty()) return none;
        const auto hash = hash_of(id);
        for (auto at = hash & last(); slots_[at].number != 0; at = (at + 1) & last()) {
            const std::size_t number = slots_[at].number - 1;
            if (slots_[at].hash == hash && std::string_view(id_of(number)) == id) return number;
        }
        return none;
    }
    void clear() {
        slots_.clear();
        count_ = 0;
    }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0;  // from 1
    };
    using Slots = std::vector<Slot, LargePages<Slot>>;

    static std::uint32_t hash_of(std::string_view id) noexcept {
        const std::uint64_t hash = std::hash<std::string_view>{}(id);
        return static_cast<std::uint32_t>(hash ^ hash >> 32U);
    }
    [[nodiscard]] std::size_t last() const noexcept { return slots_.size() - 1; }
    void put(Slot slot) {
        auto at = slot.hash & last();
        while (slots_[at].number != 0)
            at = (at + 1) & last();
        slots_[at] = slot;
    }
    void put_into(std::size_t slots) {
        Slots old(slots);
        old.swap(slots_);
        for (const auto& slot : old) {
            if (slot.number != 0) put(slot);
        }
    }

    Slots slots_;  // a power of two, at most half of them taken
    std::size_t count_ = 0;
};

}  // namespace goalpost::detail
