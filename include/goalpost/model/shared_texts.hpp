// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/model/detail/shared.hpp"

namespace goalpost {

/// A list of texts that many have in common or that most lack, as SharedText is a text: eight bytes, and no
/// more where it is empty. Copies share their texts, so the list is replaced, never changed in place.
class SharedTexts {
  public:
    using value_type = std::string;
    using const_iterator = const std::string*;

    SharedTexts() = default;
    SharedTexts(std::vector<std::string> texts) {  // NOLINT: it is one
        if (!texts.empty()) kept_ = detail::Shared(std::move(texts));
    }
    SharedTexts(std::initializer_list<std::string> texts) : SharedTexts(std::vector(texts)) {}

    [[nodiscard]] std::size_t size() const noexcept {
        return kept_.get() == nullptr ? 0 : kept_.get()->size();
    }
    [[nodiscard]] bool empty() const noexcept { return kept_.get() == nullptr; }
    [[nodiscard]] const_iterator begin() const noexcept {
        return kept_.get() == nullptr ? nullptr : kept_.get()->data();
    }
    [[nodiscard]] const_iterator end() const noexcept { return begin() + size(); }
    [[nodiscard]] const std::string& operator[](std::size_t i) const noexcept { return begin()[i]; }
    [[nodiscard]] const std::string& front() const noexcept { return *begin(); }
    [[nodiscard]] const std::string& back() const noexcept { return begin()[size() - 1]; }
    void clear() noexcept { *this = SharedTexts(); }

    friend bool operator==(const SharedTexts& a, const SharedTexts& b) noexcept {
        if (a.kept_.get() == b.kept_.get()) return true;
        return a.kept_.get() != nullptr && b.kept_.get() != nullptr && *a.kept_.get() == *b.kept_.get();
    }

  private:
    detail::Shared<std::vector<std::string>> kept_;  // never an empty list
};

}  // namespace goalpost
