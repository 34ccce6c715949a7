// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goalpost::detail {

/// Texts that are kept and never move: a few large blocks instead of an allocation for each.
class TextStore {
  public:
    std::string_view keep(std::string_view text);

  private:
    static constexpr std::size_t least = 256;  // too long for a string to hold it in itself
    static constexpr std::size_t most = std::size_t{1} << 20U;
    std::vector<std::string> blocks_;  // never filled beyond what was reserved, so that the bytes stay
};

/// Distinct texts numbered from 0 in the order of their first appearance, found by their key.
class TextPool {
  public:
    TextPool() = default;
    TextPool(TextPool&&) = default;
    TextPool& operator=(TextPool&&) = default;
    TextPool(const TextPool& other);
    TextPool& operator=(const TextPool& other);
    ~TextPool() = default;

    std::uint32_t intern(std::string_view key, std::string_view text);
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view key) const;
    [[nodiscard]] bool contains(std::string_view key) const;
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

    /// Where the key is, or would be.
    [[nodiscard]] std::size_t find_slot(std::string_view key, std::uint32_t hash) const noexcept;
    void grow();

    TextStore store_;
    std::vector<Entry> entries_;
    std::vector<Slot> slots_;
};

}  // namespace goalpost::detail

#if !defined(GOALPOST_COMPILED)
#include "goalpost/model/detail/text_pool_impl.hpp"  // IWYU pragma: keep
#endif
