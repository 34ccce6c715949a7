// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "goalpost/model/detail/hash_bytes.hpp"
#include "goalpost/model/detail/large_pages.hpp"

namespace goalpost::detail {

/// Finds the items of a list by their ids, which stay in the items. A list in the order of its ids, as most
/// large ones are, is searched by halves and takes nothing; any other, eight bytes a slot.
///
/// `id_of` tells the id of an item by its number.
class IdIndex {
  public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void reserve(std::size_t items) { likely_ = items; }
    /// Notes that the next item, whose number is how many there were, has this id, which none has yet.
    template <class IdOf>
    void add(std::string_view id, IdOf id_of) {
        if (slots_.empty() && (count_ == 0 || std::string_view(id_of(count_ - 1)) < id)) {
            ++count_;
            return;
        }
        if (slots_.empty()) {
            make_room();
            for (std::size_t i = 0; i < count_; ++i)
                put({short_hash(id_of(i)), static_cast<std::uint32_t>(i + 1)});
        }
        if (++count_ > slots_.size() / 4 * 3) make_room();
        put({short_hash(id), static_cast<std::uint32_t>(count_)});
    }
    /// The number of the item with this id.
    template <class IdOf>
    [[nodiscard]] std::size_t find(std::string_view id, IdOf id_of) const {
        if (slots_.empty()) return find_in_order(id, id_of);
        const auto hash = short_hash(id);
        for (auto at = hash & last(); slots_[at].number != 0; at = (at + 1) & last()) {
            const std::size_t number = slots_[at].number - 1;
            if (slots_[at].hash == hash && std::string_view(id_of(number)) == id) return number;
        }
        return none;
    }
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
    template <class IdOf>
    [[nodiscard]] std::size_t find_in_order(std::string_view id, IdOf id_of) const {
        // The last one first: a builder asks for ids that are still to come.
        if (count_ == 0 || std::string_view(id_of(count_ - 1)) < id) return none;
        std::size_t begin = 0;
        for (std::size_t end = count_; begin < end;) {
            const auto middle = begin + (end - begin) / 2;
            if (std::string_view(id_of(middle)) < id)
                begin = middle + 1;
            else
                end = middle;
        }
        return std::string_view(id_of(begin)) == id ? begin : none;
    }
    void put(Slot slot);
    void make_room();

    Slots slots_;  // none while the items stand in order; else a power of two, at most three quarters taken
    std::size_t count_ = 0;
    std::size_t likely_ = 0;  // how many items are to come
};

}  // namespace goalpost::detail

#if !defined(GOALPOST_COMPILED)
#include "goalpost/model/detail/id_index_impl.hpp"  // IWYU pragma: keep
#endif
