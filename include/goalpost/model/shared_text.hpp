// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace goalpost {

/// A text that many have in common or that most lack, for members of structs that come by the million: eight
/// bytes, and no more where it is empty. Copies share their text, so it is replaced, never changed in place;
/// from several threads it may be used as std::string may. Where a std::string or a std::string_view is asked
/// for, it is one.
class SharedText {
  public:
    SharedText() = default;
    SharedText(std::string text) {  // NOLINT: it is one
        if (!text.empty()) kept_ = new Kept{std::move(text)};
    }
    SharedText(std::string_view text) : SharedText(std::string(text)) {}  // NOLINT: it is one
    SharedText(const char* text) : SharedText(std::string(text)) {}       // NOLINT: it is one
    SharedText(const SharedText& other) noexcept : kept_(other.kept_) {
        if (kept_ != nullptr) __atomic_fetch_add(&kept_->owners, 1, __ATOMIC_RELAXED);
    }
    SharedText(SharedText&& other) noexcept : kept_(std::exchange(other.kept_, nullptr)) {}
    SharedText& operator=(SharedText other) noexcept {
        std::swap(kept_, other.kept_);
        return *this;
    }
    ~SharedText() {
        if (kept_ != nullptr && __atomic_sub_fetch(&kept_->owners, 1, __ATOMIC_ACQ_REL) == 0) delete kept_;
    }

    [[nodiscard]] const std::string& str() const noexcept { return kept_ != nullptr ? kept_->text : none(); }
    operator const std::string&() const noexcept { return str(); }  // NOLINT: it is one
    operator std::string_view() const noexcept { return str(); }    // NOLINT: it is one

    [[nodiscard]] bool empty() const noexcept { return kept_ == nullptr; }
    [[nodiscard]] std::size_t size() const noexcept { return str().size(); }
    [[nodiscard]] std::size_t find(std::string_view part, std::size_t from = 0) const noexcept {
        return str().find(part, from);
    }
    [[nodiscard]] bool starts_with(std::string_view part) const noexcept { return str().starts_with(part); }
    [[nodiscard]] bool ends_with(std::string_view part) const noexcept { return str().ends_with(part); }
    void clear() noexcept { *this = SharedText(); }

    friend bool operator==(const SharedText& a, const SharedText& b) noexcept {
        return a.kept_ == b.kept_ || a.str() == b.str();
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
    struct Kept {
        std::string text;
        std::size_t owners =
            1;  // counted by the compiler's own atomics: both have them, and <atomic> is dear
    };
    static const std::string& none() noexcept {
        static const std::string empty;
        return empty;
    }

    Kept* kept_ = nullptr;
};

}  // namespace goalpost
