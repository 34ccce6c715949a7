// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <system_error>
#include <vector>

#include "io/file.hpp"

namespace goalpost::detail {

inline constexpr std::size_t block_size = std::size_t{1} << 18U;
inline constexpr std::uintmax_t no_stop = std::numeric_limits<std::uintmax_t>::max();

/// Gives a table to its reader block by block, so that it never is in memory as a whole. `table.read(text,
/// last, stop)` reads the rows that the text holds whole and begin before `stop`, and returns how many bytes
/// they take; `last` says that the file ends there. `read_block` reads bytes of the file from a place on.
/// Returns where reading ended.
template <class Table, class ReadBlock>
std::uintmax_t read_blocks(Table& table, std::uintmax_t begin, std::uintmax_t stop, ReadBlock read_block) {
    std::vector<char> block(block_size);
    auto place = begin;  // of the block
    std::size_t used = 0;
    bool last = false;
    while (!last && place < stop && !table.has_given_up()) {
        if (used == block.size()) block.resize(block.size() * 2);  // a row longer than the block
        const auto count = read_block(place + used, block.data() + used, block.size() - used);
        if (!count) {
            table.give_up(file_fault({}, "reading the file failed: " + std::generic_category().message(errno),
                                     "a readable file", ""));
            break;
        }
        last = *count == 0;
        used += *count;
        const auto until = static_cast<std::size_t>(std::min<std::uintmax_t>(stop - place, used));
        const auto read = table.read({block.data(), used}, last, until);
        place += read;
        used -= read;
        if (used > 0) std::memmove(block.data(), block.data() + read, used);
    }
    return place;
}

/// The whole of it, also of a pipe.
template <class Table>
void read_blocks(Table& table, InputFile& input) {
    read_blocks(table, 0, no_stop,
                [&](std::uintmax_t, char* to, std::size_t most) { return input.read(to, most); });
}

/// How many rows a file of that size is likely to have, judging by its beginning; some more rather than less.
inline std::size_t likely_rows(std::string_view beginning, std::uintmax_t size) {
    constexpr std::uintmax_t shortest = 16;
    beginning = beginning.substr(0, std::size_t{1} << 16U);
    const auto lines = static_cast<std::uintmax_t>(std::ranges::count(beginning, '\n')) + 1;
    const auto length = std::max(beginning.size() / lines, shortest);
    return static_cast<std::size_t>(size / length + size / length / 16 + 1);
}

}  // namespace goalpost::detail
