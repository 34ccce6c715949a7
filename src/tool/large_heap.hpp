// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#endif

namespace goalpost::tool {

/// Asks for large pages for the heap: a fifth of the time of reading targets, small tables and large ones, is
/// else spent on getting small ones. (Lists that come by the million ask for their own.) glibc can be asked
/// for them by its environment only, so room is taken, marked, and given back to glibc, not to the system.
/// Nothing of it is used before somebody writes there; where anything of this cannot be done, all stays as it
/// was.
inline void use_large_heap() {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE) && !defined(__SANITIZE_ADDRESS__)
    constexpr std::size_t most = std::size_t{1} << 30U;
    constexpr std::size_t least = std::size_t{1} << 26U;  // where so much may not be asked for
    constexpr std::uintptr_t large_page = std::uintptr_t{1} << 21U;
    constexpr int usual_most = 65536;
    ::mallopt(M_TRIM_THRESHOLD, -1);  // unsigned: never
    ::mallopt(M_MMAP_MAX, 0);         // from the heap, however large it is
    auto room = most;
    void* taken = std::malloc(room);
    for (; taken == nullptr && room > least; taken = std::malloc(room))
        room /= 2;
    ::mallopt(M_MMAP_MAX, usual_most);
    if (taken == nullptr) return;
    const auto begin = (reinterpret_cast<std::uintptr_t>(taken) + large_page - 1) / large_page * large_page;
    const auto end = reinterpret_cast<std::uintptr_t>(taken) + room;
    ::madvise(reinterpret_cast<void*>(begin), (end - begin) / large_page * large_page, MADV_HUGEPAGE);
    std::free(taken);
#endif
}

}  // namespace goalpost::tool
