// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace goalpost::detail {

/// How many bytes must be inserted, taken out or replaced to make one text of the other (Levenshtein 1966).
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

/// The word that is a slip of the keyboard away from this one; empty where there is none.
inline std::string_view nearest(std::string_view word, std::span<const std::string_view> words) {
    constexpr std::size_t longest = 64;  // no word is longer; what is would only cost time
    if (word.size() > longest) return {};
    std::string_view best;
    std::size_t least = word.size() < 5 ? 2 : 3;  // one slip in a short word, two in a longer one
    for (const auto candidate : words) {
        const auto distance = edit_distance(word, candidate);
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace goalpost::detail
