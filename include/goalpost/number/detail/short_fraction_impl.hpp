// SPDX-License-Identifier: BSL-1.0
// Whether a long number has a short fraction. Included by wide_impl.hpp.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/number/detail/wide_impl.hpp"

namespace goalpost::detail {

/// The fraction with the least denominator from a to b, 0 < a <= b: the first at which the continued
/// fractions of both part (Knuth, The Art of Computer Programming, volume 2, exercise 4.5.3-39).
inline WideQuotient simplest_between(const WideQuotient& a, const WideQuotient& b) {
    const WideInteger whole = a.top / a.bottom;
    if (whole * a.bottom == a.top) return {whole, 1};
    const WideInteger next = whole + 1;
    if (next * b.bottom <= b.top) return {next, 1};
    const auto behind =
        simplest_between({b.bottom, b.top - whole * b.bottom}, {a.bottom, a.top - whole * a.bottom});
    return {whole * behind.top + behind.bottom, behind.top};
}

/// The only fraction with a denominator up to `most` that a pending number can be; nothing where it is none.
inline std::optional<WideQuotient> only_candidate(const Ratio& value, const WideInteger& most) {
    // Two of them lie at least 1 / most^2 apart: no more than one lies on a shorter way.
    for (auto words = 2 * (static_cast<unsigned>(msb(most)) / word_bits) + 2;; words *= 2) {
        auto [low, high] = bounds_of(value, words);
        if ((high.top - low.top) * most * most >= low.bottom) continue;
        if (low.top <= 0 && high.top >= 0) return WideQuotient{};
        const bool negative = high.top < 0;
        if (negative) {
            std::swap(low, high);
            low.top = -low.top;
            high.top = -high.top;
        }
        auto simplest = simplest_between(low, high);
        if (simplest.bottom > most) return std::nullopt;
        if (negative) simplest.top = -simplest.top;
        return simplest;
    }
}

GOALPOST_INLINE std::optional<std::string> wide_fraction(const Ratio& value, int most) {
    const WideInteger longest = pow(WideInteger(10), static_cast<unsigned>(most)) - 1;
    const auto is_short = [&](const WideQuotient& number) {
        return abs(number.top) <= longest && number.bottom <= longest;
    };
    const auto text_of = [](const WideQuotient& number) {
        return number.bottom == 1 ? number.top.str() : number.top.str() + "/" + number.bottom.str();
    };
    if (WideRatio::pending(value) == nullptr) {
        const WideQuotient lowest{WideRatio::numerator(value), WideRatio::denominator(value)};
        return is_short(lowest) ? std::optional(text_of(lowest)) : std::nullopt;
    }
    const auto candidate = only_candidate(value, longest);
    if (!candidate || !is_short(*candidate)) return std::nullopt;
    const bool is_it =
        WideRatio::numerator(value) * candidate->bottom == candidate->top * WideRatio::denominator(value);
    return is_it ? std::optional(text_of(*candidate)) : std::nullopt;
}

}  // namespace goalpost::detail
