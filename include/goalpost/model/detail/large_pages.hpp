// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace goalpost::detail {

/// Memory for lists that come by the million: in large pages where the system has them, since most of the
/// time of filling a new page is spent on getting it.
template <class Item>
struct LargePages {
    using value_type = Item;
    LargePages() = default;
    template <class Other>
    LargePages(const LargePages<Other>&) noexcept {}  // NOLINT: an allocator converts

    Item* allocate(std::size_t count) {
        const auto size = count * sizeof(Item);
        void* const memory = ::operator new(size, alignment(count));
#if defined(MADV_HUGEPAGE)
        if (size >= large) ::madvise(memory, size, MADV_HUGEPAGE);  // advice only: it may fail
#endif
        return static_cast<Item*>(memory);
    }
    void deallocate(Item* memory, std::size_t count) noexcept { ::operator delete(memory, alignment(count)); }
    friend bool operator==(const LargePages&, const LargePages&) { return true; }

  private:
    static constexpr std::size_t large = std::size_t{8} << 20U;
    static constexpr std::size_t large_page = std::size_t{2} << 20U;
    static constexpr std::align_val_t alignment(std::size_t count) {
        return std::align_val_t{count * sizeof(Item) >= large ? large_page : alignof(std::max_align_t)};
    }
};

}  // namespace goalpost::detail
