// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <utility>

#if __has_include(<sys/single_threaded.h>)
#include <sys/single_threaded.h>
#define GOALPOST_SINGLE_THREADED (__libc_single_threaded != 0)
#else
#define GOALPOST_SINGLE_THREADED false
#endif

namespace goalpost::detail {

/// How many own what is shared, one at first; safe from any number of threads. They are counted by the
/// compiler's own atomics: both compilers have them, and <atomic> and <memory> are dear to include. While the
/// C library knows of one thread only they are spared, as std::shared_ptr does: a target has a dozen owners'
/// counts, and an atomic costs as much as reading a cell.
class Owners {
  public:
    void add() noexcept {
        if (GOALPOST_SINGLE_THREADED) {
            ++count_;
        } else {
            __atomic_fetch_add(&count_, 1, __ATOMIC_RELAXED);
        }
    }
    /// Whether that was the last one.
    [[nodiscard]] bool remove() noexcept {
        if (GOALPOST_SINGLE_THREADED) return --count_ == 0;
        return __atomic_sub_fetch(&count_, 1, __ATOMIC_ACQ_REL) == 0;
    }
    [[nodiscard]] bool is_one() const noexcept { return __atomic_load_n(&count_, __ATOMIC_ACQUIRE) == 1; }

  private:
    std::size_t count_ = 1;
};

/// A value that never changes and that all copies of this have in common; or none. Eight bytes. From several
/// threads it may be used as the value itself may.
template <class Value>
class Shared {
  public:
    Shared() = default;
    explicit Shared(Value value) : kept_(new Kept{std::move(value)}) {}
    Shared(const Shared& other) noexcept : kept_(other.kept_) {
        if (kept_ != nullptr) kept_->owners.add();
    }
    Shared(Shared&& other) noexcept : kept_(std::exchange(other.kept_, nullptr)) {}
    Shared& operator=(Shared other) noexcept {
        std::swap(kept_, other.kept_);
        return *this;
    }
    ~Shared() {
        if (kept_ != nullptr && kept_->owners.remove()) delete kept_;
    }

    /// nullptr where there is none.
    [[nodiscard]] const Value* get() const noexcept { return kept_ != nullptr ? &kept_->value : nullptr; }

  private:
    struct Kept {
        Value value;
        Owners owners{};
    };

    Kept* kept_ = nullptr;
};

}  // namespace goalpost::detail

#undef GOALPOST_SINGLE_THREADED
