// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <future>
#include <vector>

namespace goalpost::detail {

/// Does a work on targets from 0 to one before `targets` in parts side by side, as `work(first, last)`. What
/// each part returns, in the order of the parts.
template <class Work>
auto in_parts(std::size_t targets, unsigned threads, Work work) {
    constexpr std::size_t least = 20'000;  // fewer are not worth a thread
    const auto count = std::clamp<std::size_t>(targets / least, 1, std::max(1U, threads));
    const auto begin = [&](std::size_t part) { return targets * part / count; };
    std::vector<std::future<decltype(work(targets, targets))>> others;
    for (std::size_t part = 1; part < count; ++part)
        others.push_back(std::async(std::launch::async, work, begin(part), begin(part + 1)));
    std::vector<decltype(work(targets, targets))> found;
    found.push_back(work(0, begin(1)));
    for (auto& other : others)
        found.push_back(other.get());
    return found;
}

}  // namespace goalpost::detail
