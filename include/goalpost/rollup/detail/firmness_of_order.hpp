// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "goalpost/number/interval.hpp"

namespace goalpost::detail {

/// One of many figures in the order of their printed values.
struct RankedRange {
    const Interval* range;
    std::size_t equals;  ///< the same number for all with the same printed value
    bool* is_firm;       ///< set to false where other true values would move it
};

/// Whether true values of two figures can be equal, or in the other order than the printed ones.
inline bool may_swap(const Interval& lower, const Interval& higher) {
    if (lower.high.kind == Bound::Kind::infinite || higher.low.kind == Bound::Kind::infinite) return true;
    const auto order = compare(lower.high.value, higher.low.value);
    if (!order) return true;
    const bool touch = lower.high.kind == Bound::Kind::closed && higher.low.kind == Bound::Kind::closed;
    return *order > 0 || (*order == 0 && touch);
}

inline bool is_one_number(const Interval& range) {
    if (range.low.kind != Bound::Kind::closed || range.high.kind != Bound::Kind::closed) return false;
    const auto order = compare(range.low.value, range.high.value);
    return order && *order == 0;
}

/// Whether `a` lies further up (or down) than `b`; at one number, a closed end does.
inline bool reaches_further(const Bound& a, const Bound& b, bool up) {
    if (b.kind == Bound::Kind::infinite) return false;
    if (a.kind == Bound::Kind::infinite) return true;
    const auto order = compare(a.value, b.value);
    if (!order || *order == 0) return a.kind < b.kind;
    return (*order > 0) == up;
}

/// Tells of each figure whether other true values within the digits would change who is before or behind it.
/// One sweep each way: of all that lie before, only the one that reaches furthest matters.
inline void find_firmness(std::vector<RankedRange>& figures) {
    for (const bool up : {true, false}) {
        const Interval* furthest = nullptr;
        const auto end_of = [up](const Interval& range) -> const Bound& {
            return up ? range.high : range.low;
        };
        for (std::size_t begin = 0; begin < figures.size();) {
            std::size_t end = begin;
            bool exact = true;
            for (; end < figures.size() && figures[end].equals == figures[begin].equals; ++end)
                exact = exact && is_one_number(*figures[end].range);
            const bool open_tie = end - begin > 1 && !exact;  // true values would part them
            for (std::size_t i = begin; i < end; ++i) {
                const auto& own = *figures[i].range;
                if (open_tie || (furthest != nullptr && may_swap(up ? *furthest : own, up ? own : *furthest)))
                    *figures[i].is_firm = false;
            }
            for (std::size_t i = begin; i < end; ++i) {
                const auto& own = *figures[i].range;
                if (furthest == nullptr || reaches_further(end_of(own), end_of(*furthest), up))
                    furthest = &own;
            }
            begin = end;
        }
        std::reverse(figures.begin(), figures.end());
    }
}

}  // namespace goalpost::detail
