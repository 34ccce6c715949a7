// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <utility>

namespace goalpost::detail {

/// A value that never changes and that all copies of this have in common; or none. Eight bytes. From several
/// threads it may be used as the value itself may. Owners are counted by the compiler's own atomics: both
/// compilers have them, and <atomic> and <memory> are dear to include.
template <class Value>
class Shared {
  public:
    Shared() = default;
    explicit Shared(Value value) : kept_(new Kept{std::move(value)}) {}
    Shared(const Shared& other) noexcept : kept_(other.kept_) {
        if (kept_ != nullptr) __atomic_fetch_add(&kept_->owners, 1, __ATOMIC_RELAXED);
    }
    Shared(Shared&& other) noexcept : kept_(std::exchange(other.kept_, nullptr)) {}
    Shared& operator=(Shared other) noexcept {
        std::swap(kept_, other.kept_);
        return *this;
    }
    ~Shared() {
        if (kept_ != nullptr && __atomic_sub_fetch(&kept_->owners, 1, __ATOMIC_ACQ_REL) == 0) delete kept_;
    }

    /// nullptr where there is none.
    [[nodiscard]] const Value* get() const noexcept { return kept_ != nullptr ? &kept_->value : nullptr; }

  private:
    struct Kept {
        Value value;
        std::size_t owners = 1;
    };

    Kept* kept_ = nullptr;
};

}  // namespace goalpost::detail
