// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace goalpost::detail {

inline std::uint64_t hash_bytes(std::string_view text) noexcept {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = text.size() * odd;
    const auto mix = [&](std::uint64_t eight) {
        hash = (hash ^ eight) * odd;
        hash ^= hash >> 32U;
    };
    std::size_t at = 0;
    for (; text.size() - at >= 8; at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        mix(eight);
    }
    if (at < text.size()) {
        std::uint64_t rest = 0;
        std::memcpy(&rest, text.data() + at, text.size() - at);
        mix(rest);
    }
    return hash;
}

/// What a cell's bytes were found to mean, so that the work is done once for each distinct cell of a column.
template <class Value>
class CellCache {
  public:
    /// The value of these bytes; `make` is asked for it where they are new.
    template <class Make>
    const Value& get(std::string_view bytes, Make make) {
        if (last_ != nullptr && last_->key == bytes) return last_->value;  // columns repeat themselves
        const auto hash = hash_bytes(bytes);
        auto slot = find(bytes, hash);
        if (slots_[slot].entry == nullptr) {
            if ((entries_.size() + 1) * 4 > slots_.size() * 3) {
                grow();
                slot = find(bytes, hash);
            }
            slots_[slot] = {hash, &entries_.emplace_back(Entry{std::string(bytes), make(bytes)})};
        }
        last_ = slots_[slot].entry;
        return last_->value;
    }

  private:
    struct Entry {
        std::string key;
        Value value;
    };
    struct Slot {
        std::uint64_t hash = 0;
        const Entry* entry = nullptr;
    };

    [[nodiscard]] std::size_t find(std::string_view bytes, std::uint64_t hash) const {
        auto slot = hash & (slots_.size() - 1);
        while (slots_[slot].entry != nullptr &&
               (slots_[slot].hash != hash || slots_[slot].entry->key != bytes))
            slot = (slot + 1) & (slots_.size() - 1);
        return slot;
    }
    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const auto& slot : old) {
            if (slot.entry != nullptr) slots_[find(slot.entry->key, slot.hash)] = slot;
        }
    }

    std::deque<Entry> entries_;  // a deque never moves what it holds
    std::vector<Slot> slots_ = std::vector<Slot>(64);
    const Entry* last_ = nullptr;
};

}  // namespace goalpost::detail
