// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>

#include "goalpost/model/detail/shared.hpp"

namespace goalpost {

/// A text that many have in common or that most lack, for members of structs that come by the million: eight
/// bytes, and no more where it is empty. Copies share their text, so it is replaced, never changed in place;
/// from several threads it may be used as std::string may. Where a std::string or a std::string_view is asked
/// for, it is one.
class SharedText {
  public:
    SharedText() = default;
    SharedText(std::string text) {  // NOLINT: it is one
        if (!text.empty()) kept_ = detail::Shared(std::move(text));
    }
    SharedText(std::string_view text) {  // NOLINT: it is one
        if (!text.empty()) kept_ = detail::Shared(std::string(text));
    }
    SharedText(const char* text) : SharedText(std::string_view(text)) {}  // NOLINT: it is one

    [[nodiscard]] const std::string& str() const noexcept {
        return kept_.get() != nullptr ? *kept_.get() : none();
    }
    operator const std::string&() const noexcept { return str(); }  // NOLINT: it is one
    operator std::string_view() const noexcept { return str(); }    // NOLINT: it is one

    [[nodiscard]] bool empty() const noexcept { return kept_.get() == nullptr; }
    [[nodiscard]] std::size_t size() const noexcept { return str().size(); }
    [[nodiscard]] std::size_t find(std::string_view part, std::size_t from = 0) const noexcept {
        return str().find(part, from);
    }
    [[nodiscard]] bool starts_with(std::string_view part) const noexcept { return str().starts_with(part); }
    [[nodiscard]] bool ends_with(std::string_view part) const noexcept { return str().ends_with(part); }
    void clear() noexcept { *this = SharedText(); }

    friend bool operator==(const SharedText& a, const SharedText& b) noexcept {
        return a.kept_.get() == b.kept_.get() || same_text(a, b);
    }
    friend std::strong_ordering operator<=>(const SharedText& a, const SharedText& b) noexcept {
        return a.str() <=> b.str();
    }
    template <class Text>
        requires(!std::same_as<Text, SharedText> && std::convertible_to<const Text&, std::string_view>)
    friend bool operator==(const SharedText& a, const Text& b) noexcept {
        return a.str() == std::string_view(b);
    }
    template <class Text>
        requires(!std::same_as<Text, SharedText> && std::convertible_to<const Text&, std::string_view>)
    friend std::strong_ordering operator<=>(const SharedText& a, const Text& b) noexcept {
        return std::string_view(a) <=> std::string_view(b);
    }
    friend std::string operator+(std::string a, const SharedText& b) { return std::move(a += b.str()); }
    friend std::string operator+(const SharedText& a, std::string_view b) { return a.str() + std::string(b); }
    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                                        const SharedText& text) {
        return out << text.str();
    }

  private:
    /// Apart, so that the comparison of pointers, which mostly tells, stands in the caller.
    [[gnu::noinline]] static bool same_text(const SharedText& a, const SharedText& b) noexcept {
        return a.str() == b.str();
    }
    static const std::string& none() noexcept {
        static const std::string empty;
        return empty;
    }

    detail::Shared<std::string> kept_;  // never an empty text
};

}  // namespace goalpost
