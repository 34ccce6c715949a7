// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "goalpost/model/detail/hash_bytes.hpp"
#include "goalpost/model/detail/text_pool.hpp"

namespace goalpost::detail {

/// What a cell's bytes were found to mean, so that the work is done once for each distinct cell of a column.
///
/// Columns repeat themselves: a cell mostly is the one above it again, or the one that followed the one above
/// it before (2019, 2020, ..., 2024, 2019, ...). Only where it is neither it is looked up by hash.
template <class Value>
class CellCache {
  public:
    /// The value of these bytes where they are what was expected; else nullptr, and `get` knows.
    [[gnu::always_inline]] const Value* expected(std::string_view bytes) noexcept {
        return expected_where([bytes](const Entry& entry)
                                  __attribute__((always_inline)) { return entry.is(bytes); });
    }
    /// The same for a cell that `is` knows by the key and the value of an entry.
    template <class Is>
    [[gnu::always_inline]] const Value* expected_where(const Is& is) noexcept {
        auto* const likely = moves_on_ ? last_->next : last_;
        if (!is(*likely)) return other_where(is);
        last_ = likely;
        return &likely->value;
    }
    /// The value of these bytes; `make` is asked for it where they are new.
    template <class Make>
    const Value& get(std::string_view bytes, Make make) {
        const auto* known = expected(bytes);
        return known != nullptr ? *known : look_up(bytes, make);
    }

  private:
    struct Entry {
        const char* key = nullptr;
        std::size_t size = static_cast<std::size_t>(-1);  // no cell is so long
        Entry* next = nullptr;                            // what followed it the last time
        Value value{};

        [[nodiscard, gnu::always_inline]] bool is(std::string_view bytes) const noexcept {
            return bytes.size() == size && same_bytes(bytes.data(), key, size);
        }
    };
    struct Slot {
        std::uint64_t hash = 0;
        Entry* entry = nullptr;
    };

    /// The less likely of the two.
    template <class Is>
    [[gnu::noinline]] const Value* other_where(const Is& is) noexcept {
        auto* const other = moves_on_ ? last_ : last_->next;
        if (!is(*other)) return nullptr;
        moves_on_ = !moves_on_;
        last_ = other;
        return &other->value;
    }

    template <class Make>
    [[gnu::noinline]] const Value& look_up(std::string_view bytes, Make& make) {
        const auto hash = hash_bytes(bytes);
        auto slot = find(bytes, hash);
        if (slots_[slot].entry == nullptr) {
            if (entries_.size() * 2 > slots_.size()) {
                grow();
                slot = find(bytes, hash);
            }
            auto& made =
                entries_.emplace_back(Entry{keys_.keep(bytes).data(), bytes.size(), nullptr, make(bytes)});
            made.next = &made;
            slots_[slot] = {hash, &made};
        }
        last_->next = slots_[slot].entry;
        last_ = last_->next;
        return last_->value;
    }

    [[nodiscard]] std::size_t find(std::string_view bytes, std::uint64_t hash) const {
        auto slot = hash & (slots_.size() - 1);
        while (slots_[slot].entry != nullptr && (slots_[slot].hash != hash || !slots_[slot].entry->is(bytes)))
            slot = (slot + 1) & (slots_.size() - 1);
        return slot;
    }
    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const auto& slot : old) {
            if (slot.entry == nullptr) continue;
            auto at = slot.hash & (slots_.size() - 1);
            while (slots_[at].entry != nullptr)
                at = (at + 1) & (slots_.size() - 1);
            slots_[at] = slot;
        }
    }

    TextStore keys_;
    std::deque<Entry> entries_ = first_entry();  // a deque never moves what it holds
    std::vector<Slot> slots_ = std::vector<Slot>(64);
    Entry* last_ = &entries_.front();
    bool moves_on_ = false;  // whether a cell lately was what followed, and not the same again

    /// What comes before the first cell: like none, and followed by none.
    static std::deque<Entry> first_entry() {
        std::deque<Entry> first(1);
        first.front().next = &first.front();
        return first;
    }
};

}  // namespace goalpost::detail
