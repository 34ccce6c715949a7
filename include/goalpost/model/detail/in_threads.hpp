// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

#include "goalpost/model/detail/row_pieces.hpp"

namespace goalpost::detail {

/// Does the parts of a work at once, the first in this thread and each other in one of its own. Where some
/// throw, the exception of the first of them is thrown when all have ended.
inline void in_threads(std::size_t parts, const PartWork& work) {
    std::vector<std::exception_ptr> thrown(parts);
    const auto run = [&](std::size_t part) {
        try {
            work(part);
        } catch (...) {
            thrown[part] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;  // joined at the end of the block, whatever happens
        for (std::size_t part = 1; part < parts; ++part)
            threads.emplace_back(run, part);
        if (parts > 0) run(0);
    }
    for (const auto& one : thrown) {
        if (one) std::rethrow_exception(one);
    }
}

}  // namespace goalpost::detail
