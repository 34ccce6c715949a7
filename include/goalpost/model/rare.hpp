// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

namespace goalpost {

/// A value that is seldom there: `std::optional` for members of structs that come by the million. One that is
/// absent takes a pointer instead of the room of a value; one that is there is kept apart. Copying copies the
/// value. It owns a plain pointer: <memory> would cost everybody who includes a target a tenth of a second.
template <class Value>
class Rare {
  public:
    using value_type = Value;

    Rare() = default;
    Rare(std::nullopt_t) noexcept {}                              // NOLINT: as std::optional
    Rare(const Value& value) : value_(new Value(value)) {}        // NOLINT: as std::optional
    Rare(Value&& value) : value_(new Value(std::move(value))) {}  // NOLINT: as std::optional
    /// A template, so that only those who have a std::optional make one for that value.
    template <class Optional>
        requires std::same_as<std::remove_cvref_t<Optional>, std::optional<Value>> Rare(
            Optional&& value) {  // NOLINT: it means the same
            if (value) emplace(*std::forward<Optional>(value));
        }
    Rare(const Rare& other) : value_(other ? new Value(*other) : nullptr) {}
    Rare(Rare&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
    Rare& operator=(const Rare& other) {
        if (this != &other) *this = Rare(other);
        return *this;
    }
    Rare& operator=(Rare&& other) noexcept {
        if (this != &other) put(std::exchange(other.value_, nullptr));
        return *this;
    }
    Rare& operator=(std::nullopt_t) noexcept {
        reset();
        return *this;
    }
    ~Rare() { delete value_; }

    [[nodiscard]] bool has_value() const noexcept { return value_ != nullptr; }
    explicit operator bool() const noexcept { return has_value(); }

    // Of one that is there.
    [[nodiscard]] const Value& operator*() const& noexcept { return *value_; }
    [[nodiscard]] Value& operator*() & noexcept { return *value_; }
    [[nodiscard]] Value&& operator*() && noexcept { return std::move(*value_); }
    [[nodiscard]] const Value* operator->() const noexcept { return value_; }
    [[nodiscard]] Value* operator->() noexcept { return value_; }

    /// Throws std::bad_optional_access where there is none.
    [[nodiscard]] const Value& value() const {
        if (value_ == nullptr) throw std::bad_optional_access();
        return *value_;
    }
    template <class Otherwise>
    [[nodiscard]] Value value_or(Otherwise&& otherwise) const {
        return has_value() ? *value_ : static_cast<Value>(std::forward<Otherwise>(otherwise));
    }
    [[nodiscard]] operator std::optional<Value>() const {  // NOLINT: it means the same
        return has_value() ? std::optional<Value>(*value_) : std::nullopt;
    }

    template <class... Arguments>
    Value& emplace(Arguments&&... arguments) {
        put(new Value(std::forward<Arguments>(arguments)...));
        return *value_;
    }
    void reset() noexcept { put(nullptr); }

    friend bool operator==(const Rare& a, const Rare& b) {
        return a.has_value() == b.has_value() && (!a || *a == *b);
    }
    friend bool operator==(const Rare& a, std::nullopt_t) noexcept { return !a.has_value(); }

  private:
    void put(Value* value) noexcept { delete std::exchange(value_, value); }

    Value* value_ = nullptr;
};

}  // namespace goalpost
