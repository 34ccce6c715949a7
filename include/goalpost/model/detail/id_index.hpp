// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "goalpost/model/detail/hash_bytes.hpp"
#include "goalpost/model/detail/large_pages.hpp"

namespace goalpost::detail {

/// Finds the items of a list by their ids, which stay in the items: eight bytes a slot, and no id twice in
/// memory.
class IdIndex {
  public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void reserve(std::size_t items);
    /// Notes that the item of that number has this id, which none has yet.
    void add(std::string_view id, std::size_t number);
    /// The number of the item with this id; `id_of` tells the id of an item by its number.
    template <class IdOf>
    [[nodiscard]] std::size_t find(std::string_view id, IdOf id_of) const {
        if (slots_.empty()) return none;
        const auto hash = short_hash(id);
        for (auto at = hash & last(); slots_[at].number != 0; at = (at + 1) & last()) {
            const std::size_t number = slots_[at].number - 1;
            if (slots_[at].hash == hash && std::string_view(id_of(number)) == id) return number;
        }
        return none;
    }
    void clear();
    /// Fetches the place of an id that is going to be asked for: in a long list it is far from the cache.
    /// Always inline, since GCC drops calls of a function that only fetches: it changes nothing that GCC
    /// knows of.
    [[gnu::always_inline]] void prefetch(std::string_view id) const noexcept {
        if (!slots_.empty()) __builtin_prefetch(&slots_[short_hash(id) & last()]);
    }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0;  // from 1
    };
    using Slots = std::vector<Slot, LargePages<Slot>>;

    [[nodiscard]] std::size_t last() const noexcept { return slots_.size() - 1; }
    void put(Slot slot);
    void put_into(std::size_t slots);

    Slots slots_;  // a power of two, at most three quarters of them taken
    std::size_t count_ = 0;
};

}  // namespace goalpost::detail

#if !defined(GOALPOST_COMPILED)
#include "goalpost/model/detail/id_index_impl.hpp"  // IWYU pragma: keep
#endif
