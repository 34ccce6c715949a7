// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace benchmark_support {

/// Memory that one round gave back stays with the process for the next. Otherwise rounds measure the machine:
/// the host of a virtual one takes free memory away within seconds, and getting it back takes two seconds a
/// gigabyte, of whoever is next.
inline void keep_memory() {
#if defined(__GLIBC__)
    ::mallopt(M_MMAP_MAX, 0);
    ::mallopt(M_TRIM_THRESHOLD, -1);
#endif
}

}  // namespace benchmark_support
