// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "goalpost/model/detail/in_threads.hpp"

namespace goalpost::detail {

/// Does a work on targets from 0 to one before `targets` in parts side by side, as `work(first, last)`. What
/// each part returns, in the order of the parts.
template <class Work>
auto in_parts(std::size_t targets, unsigned threads, Work work) {
    constexpr std::size_t least = 20'000;  // fewer are not worth a thread
    const auto count = std::clamp<std::size_t>(targets / least, 1, std::max(1U, threads));
    const auto begin = [&](std::size_t part) { return targets * part / count; };
    std::vector<decltype(work(targets, targets))> found(count);
    in_threads(count, [&](std::size_t part) { found[part] = work(begin(part), begin(part + 1)); });
    return found;
}

}  // namespace goalpost::detail
