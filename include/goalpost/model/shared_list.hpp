// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <new>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/model/detail/shared.hpp"

namespace goalpost {

/// A list that many have in common or that most lack, for members of structs that come by the million: eight
/// bytes, and no more where it is empty. Reading it, it is a list that never changes. Copies share their
/// values until one is changed, by `push_back` or through `edit`, which makes the values its own first. From
/// several threads it may be used as std::vector may.
template <class Value>
class SharedList {
  public:
    using value_type = Value;
    using iterator = const Value*;
    using const_iterator = const Value*;

    SharedList() = default;
    SharedList(std::initializer_list<Value> values) : SharedList(values.begin(), values.size()) {}
    SharedList(std::vector<Value> values) : SharedList() {  // NOLINT: it is one
        reserve(values.size());
        for (auto& value : values)
            put(std::move(value));
    }
    SharedList(const SharedList& other) noexcept : kept_(other.kept_) {
        if (kept_ != nullptr) kept_->owners.add();
    }
    SharedList(SharedList&& other) noexcept : kept_(std::exchange(other.kept_, nullptr)) {}
    SharedList& operator=(SharedList other) noexcept {
        std::swap(kept_, other.kept_);
        return *this;
    }
    ~SharedList() {
        if (kept_ == nullptr || !kept_->owners.remove()) return;
        for (std::size_t i = 0; i < kept_->size; ++i)
            first()[i].~Value();
        ::operator delete(kept_);
    }

    [[nodiscard]] std::size_t size() const noexcept { return kept_ == nullptr ? 0 : kept_->size; }
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    [[nodiscard]] const Value* data() const noexcept { return kept_ == nullptr ? nullptr : first(); }
    [[nodiscard]] const_iterator begin() const noexcept { return data(); }
    [[nodiscard]] const_iterator end() const noexcept { return data() + size(); }
    [[nodiscard]] const Value& operator[](std::size_t i) const noexcept { return data()[i]; }
    [[nodiscard]] const Value& front() const noexcept { return *data(); }
    [[nodiscard]] const Value& back() const noexcept { return data()[size() - 1]; }

    /// Its values, to be changed; they are no longer shared with any copy that there was before.
    [[nodiscard]] std::span<Value> edit() {
        if (kept_ == nullptr) return {};
        if (!is_alone()) *this = SharedList(data(), size());
        return {first(), size()};
    }
    void push_back(Value value) {
        if (kept_ == nullptr || !is_alone() || kept_->size == kept_->room) {
            SharedList grown;
            grown.reserve(size() * 2 + 1);
            const bool movable = kept_ != nullptr && is_alone();
            for (std::size_t i = 0; i < size(); ++i)
                movable ? grown.put(std::move(first()[i])) : grown.put(data()[i]);
            *this = std::move(grown);
        }
        put(std::move(value));
    }
    void clear() noexcept { *this = SharedList(); }

    friend bool operator==(const SharedList& a, const SharedList& b) {
        if (a.kept_ == b.kept_) return true;
        if (a.size() != b.size()) return false;
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (!(a[i] == b[i])) return false;
        }
        return true;
    }

  private:
    /// The values follow it in memory.
    struct alignas(__STDCPP_DEFAULT_NEW_ALIGNMENT__) Kept {
        detail::Owners owners;
        std::uint32_t size = 0;
        std::uint32_t room = 0;
    };

    SharedList(const Value* values, std::size_t count) : SharedList() {
        reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            put(values[i]);
    }
    [[nodiscard]] Value* first() const noexcept { return reinterpret_cast<Value*>(kept_ + 1); }
    [[nodiscard]] bool is_alone() const noexcept { return kept_->owners.is_one(); }
    /// Of one that has nothing yet.
    void reserve(std::size_t room) {
        static_assert(alignof(Value) <= alignof(Kept));
        if (room == 0) return;
        if (room > UINT32_MAX) throw std::bad_array_new_length();
        kept_ = new (::operator new(sizeof(Kept) + room * sizeof(Value))) Kept;
        kept_->room = static_cast<std::uint32_t>(room);
    }
    /// Behind the others, where there is room.
    template <class From>
    void put(From&& value) {
        new (first() + kept_->size) Value(std::forward<From>(value));
        ++kept_->size;
    }

    Kept* kept_ = nullptr;
};

/// Ids and names.
using SharedTexts = SharedList<std::string>;

}  // namespace goalpost
