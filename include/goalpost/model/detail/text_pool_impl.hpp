// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by text_pool.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/model/detail/hash_bytes.hpp"
#include "goalpost/model/detail/text_pool.hpp"

namespace goalpost::detail {

GOALPOST_INLINE std::string_view TextStore::keep(std::string_view text) {
    if (text.empty()) return {};
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < text.size()) {
        auto size = least;  // each block twice as large as the one before it
        for (std::size_t i = 0; i < blocks_.size() && size < most; ++i)
            size *= 2;
        blocks_.emplace_back().reserve(size < text.size() ? text.size() : size);
    }
    auto& block = blocks_.back();
    const auto begin = block.size();
    block.append(text);
    return std::string_view(block).substr(begin);
}

GOALPOST_INLINE TextPool::TextPool(const TextPool& other) {
    for (const auto& entry : other.entries_)
        intern(entry.key, entry.text);
}

GOALPOST_INLINE TextPool& TextPool::operator=(const TextPool& other) {
    if (this != &other) *this = TextPool(other);
    return *this;
}

GOALPOST_INLINE std::uint32_t TextPool::intern(std::string_view key, std::string_view text) {
    if (entries_.size() * 2 >= slots_.size()) grow();
    const auto hash = short_hash(key);
    auto& slot = slots_[find_slot(key, hash)];
    if (slot.number != 0) return slot.number - 1;
    Entry entry{store_.keep(text), {}};
    entry.key = key == text ? entry.text : store_.keep(key);
    entries_.push_back(entry);
    slot = {hash, static_cast<std::uint32_t>(entries_.size())};
    return slot.number - 1;
}

GOALPOST_INLINE std::optional<std::uint32_t> TextPool::find(std::string_view key) const {
    if (slots_.empty()) return std::nullopt;
    const auto& slot = slots_[find_slot(key, short_hash(key))];
    return slot.number == 0 ? std::nullopt : std::optional(slot.number - 1);
}

GOALPOST_INLINE bool TextPool::contains(std::string_view key) const { return find(key).has_value(); }

GOALPOST_INLINE std::size_t TextPool::find_slot(std::string_view key, std::uint32_t hash) const noexcept {
    const auto last = slots_.size() - 1;
    auto at = hash & last;
    while (slots_[at].number != 0 && (slots_[at].hash != hash || entries_[slots_[at].number - 1].key != key))
        at = (at + 1) & last;
    return at;
}

GOALPOST_INLINE void TextPool::grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
    old.swap(slots_);
    for (const auto& slot : old) {
        if (slot.number == 0) continue;
        auto at = slot.hash & (slots_.size() - 1);
        while (slots_[at].number != 0)
            at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot;
    }
}

}  // namespace goalpost::detail
