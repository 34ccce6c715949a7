// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace goalpost::detail {

/// Texts that are kept and never move: a few large blocks instead of an allocation for each.
class TextStore {
  public:
    std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        if (blocks_.empty() || blocks_.back().size - blocks_.back().used < text.size()) {
            const auto size =
                std::max(text.size(), std::min(most, least << std::min(blocks_.size(), most_doublings)));
            blocks_.push_back({std::make_unique_for_overwrite<char[]>(size), size, 0});
        }
        auto& block = blocks_.back();
        char* const to = block.bytes.get() + block.used;
        text.copy(to, text.size());
        block.used += text.size();
        return {to, text.size()};
    }

  private:
    static constexpr std::size_t least = 256;
    static constexpr std::size_t most = std::size_t{1} << 20U;
    static constexpr std::size_t most_doublings = 12;
    struct Block {
        std::unique_ptr<char[]> bytes;
        std::size_t size;
        std::size_t used;
    };
    std::vector<Block> blocks_;
};

/// Distinct texts numbered from 0 in the order of their first appearance, found by their key.
class TextPool {
  public:
    TextPool() = default;
    TextPool(TextPool&&) = default;
    TextPool& operator=(TextPool&&) = default;
    TextPool(const TextPool& other) { *this = other; }
    TextPool& operator=(const TextPool& other) {
        if (this == &other) return *this;
        TextPool copy;
        for (std::size_t i = 0; i < other.entries_.size(); ++i)
            copy.intern(other.entries_[i].key, other.entries_[i].text);
        *this = std::move(copy);
        return *this;
    }
    ~TextPool() = default;

    std::uint32_t intern(std::string_view key, std::string_view text) {
        if (entries_.size() * 2 >= slots_.size()) grow();
        const auto hash = hash_of(key);
        auto& slot = slots_[find_slot(key, hash)];
        if (slot.number != 0) return slot.number - 1;
        Entry entry{store_.keep(text), {}};
        entry.key = key == text ? entry.text : store_.keep(key);
        entries_.push_back(entry);
        slot = {hash, static_cast<std::uint32_t>(entries_.size())};
        return slot.number - 1;
    }
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view key) const {
        if (slots_.empty()) return std::nullopt;
        const auto& slot = slots_[find_slot(key, hash_of(key))];
        return slot.number == 0 ? std::nullopt : std::optional(slot.number - 1);
    }
    [[nodiscard]] std::string_view text(std::uint32_t number) const { return entries_.at(number).text; }
    [[nodiscard]] std::string_view key(std::uint32_t number) const { return entries_.at(number).key; }
    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }

  private:
    struct Entry {
        std::string_view text;
        std::string_view key;
    };
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0;  // from 1
    };

    static std::uint32_t hash_of(std::string_view key) {
        const std::uint64_t hash = std::hash<std::string_view>{}(key);
        return static_cast<std::uint32_t>(hash ^ hash >> 32U);
    }
    /// Where the key is, or would be.
    [[nodiscard]] std::size_t find_slot(std::string_view key, std::uint32_t hash) const {
        const auto last = slots_.size() - 1;
        auto at = hash & last;
        while (slots_[at].number != 0 &&
               (slots_[at].hash != hash || entries_[slots_[at].number - 1].key != key))
            at = (at + 1) & last;
        return at;
    }
    void grow() {
        std::vector<Slot> old(std::max<std::size_t>(16, slots_.size() * 2));
        old.swap(slots_);
        for (const auto& slot : old) {
            if (slot.number == 0) continue;
            auto at = slot.hash & (slots_.size() - 1);
            while (slots_[at].number != 0)
                at = (at + 1) & (slots_.size() - 1);
            slots_[at] = slot;
        }
    }

    TextStore store_;
    std::vector<Entry> entries_;
    std::vector<Slot> slots_;
};

}  // namespace goalpost::detail
