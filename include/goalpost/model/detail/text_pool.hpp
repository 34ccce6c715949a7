// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace goalpost::detail {

/// Distinct texts numbered from 0 in the order of their first appearance, found by their key.
class TextPool {
  public:
    TextPool() = default;
    TextPool(TextPool&&) = default;
    TextPool& operator=(TextPool&&) = default;
    TextPool(const TextPool& other) { *this = other; }
    TextPool& operator=(const TextPool& other) {
        if (this == &other) return *this;
        texts_ = other.texts_;
        numbers_.clear();
        keys_ = other.keys_;
        for (std::uint32_t i = 0; i < keys_.size(); ++i)
            numbers_.emplace(keys_[i], i);  // views into our own keys
        return *this;
    }
    ~TextPool() = default;

    std::uint32_t intern(std::string_view key, std::string_view text) {
        const auto found = numbers_.find(key);
        if (found != numbers_.end()) return found->second;
        const auto number = static_cast<std::uint32_t>(texts_.size());
        texts_.emplace_back(text);
        numbers_.emplace(keys_.emplace_back(key), number);
        return number;
    }
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view key) const {
        const auto found = numbers_.find(key);
        return found == numbers_.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] std::string_view text(std::uint32_t number) const { return texts_.at(number); }
    [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }

  private:
    std::deque<std::string> texts_;
    std::deque<std::string> keys_;  // a deque never moves what it holds, so views into it stay good
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace goalpost::detail
