// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/model/detail/in_threads.hpp"

namespace goalpost::tool {

/// The rows of a long result as text, made block by block as they are asked for, as many blocks at once as
/// there are threads: a result of gigabytes needs no more memory than these.
class RowBlocks {
  public:
    /// Appends the rows from `first` up to, not including, `last`; called from several threads at once.
    using Write = std::function<void(std::string& out, std::size_t first, std::size_t last)>;
    static constexpr std::size_t rows_a_block = 4096;

    RowBlocks(std::size_t rows, unsigned threads, Write write)
        : rows_(rows), blocks_(std::max(threads, 1U)), write_(std::move(write)) {}

    /// The next block, to be read until the next is asked for; nothing behind the last row.
    std::optional<std::string_view> next() {
        if (given_ == made_) make();
        if (made_ == 0) return std::nullopt;
        return blocks_[given_++];
    }

  private:
    void make() {
        given_ = 0;
        made_ = std::min(blocks_.size(), (rows_ - row_ + rows_a_block - 1) / rows_a_block);
        detail::in_threads(made_, [&](std::size_t i) {
            const auto first = row_ + i * rows_a_block;
            blocks_[i].clear();
            write_(blocks_[i], first, std::min(first + rows_a_block, rows_));
        });
        row_ = std::min(row_ + made_ * rows_a_block, rows_);
    }

    std::size_t rows_;
    std::size_t row_ = 0;  // the first that is not made yet
    std::vector<std::string> blocks_;
    std::size_t made_ = 0;
    std::size_t given_ = 0;
    Write write_;
};

}  // namespace goalpost::tool
