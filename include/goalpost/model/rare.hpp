// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <optional>
#include <utility>

namespace goalpost {

/// A value that is seldom there: `std::optional` for members of structs that come by the million. One that is
/// absent takes a pointer instead of the room of a value; one that is there is kept apart. Copying copies the
/// value.
template <class Value>
class Rare {
  public:
    using value_type = Value;

    Rare() = default;
    Rare(std::nullopt_t) noexcept {}                                            // NOLINT: as std::optional
    Rare(const Value& value) : value_(std::make_unique<Value>(value)) {}        // NOLINT: as std::optional
    Rare(Value&& value) : value_(std::make_unique<Value>(std::move(value))) {}  // NOLINT: as std::optional
    Rare(const std::optional<Value>& value) {                                   // NOLINT: it means the same
        if (value) emplace(*value);
    }
    Rare(std::optional<Value>&& value) {  // NOLINT: it means the same
        if (value) emplace(*std::move(value));
    }
    Rare(const Rare& other) : value_(other ? std::make_unique<Value>(*other) : nullptr) {}
    Rare(Rare&&) noexcept = default;
    Rare& operator=(const Rare& other) {
        if (this != &other) *this = Rare(other);
        return *this;
    }
    Rare& operator=(Rare&&) noexcept = default;
    Rare& operator=(std::nullopt_t) noexcept {
        reset();
        return *this;
    }
    ~Rare() = default;

    [[nodiscard]] bool has_value() const noexcept { return value_ != nullptr; }
    explicit operator bool() const noexcept { return has_value(); }

    // Of one that is there.
    [[nodiscard]] const Value& operator*() const& noexcept { return *value_; }
    [[nodiscard]] Value& operator*() & noexcept { return *value_; }
    [[nodiscard]] Value&& operator*() && noexcept { return std::move(*value_); }
    [[nodiscard]] const Value* operator->() const noexcept { return value_.get(); }
    [[nodiscard]] Value* operator->() noexcept { return value_.get(); }

    /// Throws std::bad_optional_access where there is none.
    [[nodiscard]] const Value& value() const {
        if (!value_) throw std::bad_optional_access();
        return *value_;
    }
    template <class Otherwise>
    [[nodiscard]] Value value_or(Otherwise&& otherwise) const {
        return value_ ? *value_ : static_cast<Value>(std::forward<Otherwise>(otherwise));
    }
    [[nodiscard]] operator std::optional<Value>() const {  // NOLINT: it means the same
        return value_ ? std::optional<Value>(*value_) : std::nullopt;
    }

    template <class... Arguments>
    Value& emplace(Arguments&&... arguments) {
        value_ = std::make_unique<Value>(std::forward<Arguments>(arguments)...);
        return *value_;
    }
    void reset() noexcept { value_.reset(); }

    friend bool operator==(const Rare& a, const Rare& b) {
        return a.has_value() == b.has_value() && (!a || *a == *b);
    }
    friend bool operator==(const Rare& a, std::nullopt_t) noexcept { return !a.has_value(); }

  private:
    std::unique_ptr<Value> value_;
};

}  // namespace goalpost
