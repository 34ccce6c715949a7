// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by exact_sum.hpp.
#pragma once

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/number/detail/wide_impl.hpp"
#include "goalpost/number/exact_sum.hpp"

namespace goalpost {
namespace detail {

/// Adds a term to another of the same denominator; returns the whole that they make, 0 or 1.
inline int add_to(SumTerm& sum, const SumTerm& term) noexcept {
    const auto top = uint128{sum.top} + term.top;
    const bool whole = top >= sum.bottom;
    sum.top = static_cast<std::uint64_t>(whole ? top - sum.bottom : top);
    return whole ? 1 : 0;
}

GOALPOST_INLINE void SumPieces::put_in_order() {
    const auto before = [](const SumTerm& a, const SumTerm& b) { return a.bottom < b.bottom; };
    const auto added = terms.begin() + static_cast<std::ptrdiff_t>(in_order);
    std::sort(added, terms.end(), before);
    std::inplace_merge(terms.begin(), added, terms.end(), before);
    std::size_t kept = 0;
    int128 wholes = 0;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (kept > 0 && terms[kept - 1].bottom == terms[i].bottom) {
            wholes += add_to(terms[kept - 1], terms[i]);
        } else {
            if (kept > 0 && terms[kept - 1].top == 0) --kept;
            terms[kept++] = terms[i];
        }
    }
    if (kept > 0 && terms[kept - 1].top == 0) --kept;
    terms.resize(kept);
    in_order = kept;
    add_whole(wholes);
    std::sort(others.begin(), others.end());
}

/// The sum of the quotients that `at` gives for [first, last), by halves: the large factors are met last, and
/// no common divisor is looked for on the way.
template <class At>
WideQuotient add_up(std::size_t first, std::size_t last, const At& at) {
    if (first == last) return {};
    if (last - first == 1) return at(first);
    const auto middle = first + (last - first) / 2;
    const auto a = add_up(first, middle, at);
    const auto b = add_up(middle, last, at);
    return {a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom};
}

inline WideQuotient add_up(SumPieces pieces) {
    pieces.put_in_order();
    const auto a = add_up(0, pieces.terms.size(), [&](std::size_t i) {
        return WideQuotient{pieces.terms[i].top, pieces.terms[i].bottom};
    });
    const auto b = add_up(0, pieces.others.size(), [&](std::size_t i) {
        return WideQuotient{WideRatio::numerator(pieces.others[i]), WideRatio::denominator(pieces.others[i])};
    });
    const WideInteger bottom = a.bottom * b.bottom;
    return {a.top * b.bottom + b.top * a.bottom + WideRatio::widen(pieces.whole) * bottom, bottom};
}

/// How many steps of 2^(-64 words) a sum is at least, and at most.
inline std::pair<WideInteger, WideInteger> steps_of(const SumPieces& pieces, unsigned words) {
    const auto down = [words](const WideQuotient& number) {
        const WideInteger top = number.top << (word_bits * words);
        WideInteger quotient = top / number.bottom;
        if (top < 0 && quotient * number.bottom != top) --quotient;
        return quotient;
    };
    std::vector<uint128> sums(words);  // each term adds less than 2^64 to each, and there are less than 2^63
    for (const auto& term : pieces.terms) {
        auto rest = term.top;
        for (auto& sum : sums) {
            const auto scaled = uint128{rest} << word_bits;
            sum += scaled / term.bottom;
            rest = static_cast<std::uint64_t>(scaled % term.bottom);
        }
    }
    WideInteger low = WideRatio::widen(pieces.whole);
    for (const auto& sum : sums)
        low = (low << word_bits) + WideRatio::widen(static_cast<int128>(sum));
    WideInteger high = low + pieces.terms.size();
    for (const auto& other : pieces.others) {
        const auto [least, most] = bounds_of(other, words);
        low += down(least);
        high += down(most) + 1;
    }
    return {low, high};
}

/// The sum as a number that is worked out when somebody has to know it.
inline Ratio pending_sum(const SumPieces& pieces) {
    const auto shared = std::make_shared<const SumPieces>(pieces);
    const auto [low, high] = steps_of(*shared, 1);
    const WideInteger one = WideInteger(1) << word_bits;
    return WideRatio::held({.later = std::make_shared<const Pending>(
                                [shared] { return add_up(*shared); },
                                [shared](unsigned words) { return steps_of(*shared, words); }),
                            .low = WideRatio::narrow(WideRational(low, one)),
                            .high = WideRatio::narrow(WideRational(high, one))});
}

}  // namespace detail

GOALPOST_INLINE void ExactSum::add(const detail::SumTerm& term) {
    auto& terms = pieces_.terms;
    // Weights have few denominators; those of the first come back.
    for (std::size_t i = 0; i < std::min<std::size_t>(terms.size(), 4); ++i) {
        if (terms[i].bottom != term.bottom) continue;
        pieces_.add_whole(detail::add_to(terms[i], term));
        if (terms[i].top != 0) return;
        terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(i));
        if (i < pieces_.in_order) --pieces_.in_order;
        return;
    }
    terms.push_back(term);
    if (terms.size() < room_) return;
    pieces_.put_in_order();
    room_ = std::max(room_, 2 * terms.size());
}

GOALPOST_INLINE Addend::Addend(const Ratio& value) {
    using detail::int128;
    int128 top = 0;
    int128 bottom = 1;
    if (!value.narrow(top, bottom)) {
        other_ = value;
        return;
    }
    if (bottom == 1) {
        whole_ = top;
        return;
    }
    const bool is_short = detail::fits_64(top) && detail::fits_64(bottom);  // its division costs less
    whole_ = is_short ? static_cast<std::int64_t>(top) / static_cast<std::int64_t>(bottom) : top / bottom;
    int128 rest = top - whole_ * bottom;
    if (rest < 0) {
        rest += bottom;
        --whole_;
    }
    if (rest == 0) return;
    const auto divisor = detail::greatest_common_divisor(static_cast<detail::uint128>(bottom),
                                                         static_cast<detail::uint128>(rest));
    if (is_short) {
        const auto shared = static_cast<std::uint64_t>(divisor);
        rest_ = {static_cast<std::uint64_t>(rest) / shared, static_cast<std::uint64_t>(bottom) / shared};
        return;
    }
    rest /= static_cast<int128>(divisor);
    bottom /= static_cast<int128>(divisor);
    if (bottom <= int128{std::numeric_limits<std::uint64_t>::max()}) {
        rest_ = {static_cast<std::uint64_t>(rest), static_cast<std::uint64_t>(bottom)};
    } else {
        other_ = Ratio::of(rest, bottom);
    }
}

GOALPOST_INLINE ExactSum& ExactSum::operator+=(const ExactSum& other) {
    if (this == &other) return *this += ExactSum(other);
    pieces_.add_whole(other.pieces_.whole);
    for (const auto& term : other.pieces_.terms)
        add(term);
    pieces_.others.insert(pieces_.others.end(), other.pieces_.others.begin(), other.pieces_.others.end());
    return *this;
}

GOALPOST_INLINE Ratio ExactSum::value() const {
    const auto& [whole, terms, others, in_order] = pieces_;
    if (whole == 0 && terms.empty() && others.size() == 1) return others.front();
    if (!is_short()) return detail::pending_sum(pieces_);
    auto sum = Ratio::of(whole, 1);
    for (const auto& term : terms)
        sum = sum + Ratio::of(detail::int128{term.top}, detail::int128{term.bottom});
    return sum;
}

GOALPOST_INLINE std::vector<Ratio> ExactSum::parts() const {
    if (is_short()) return {value()};
    auto pieces = pieces_;
    pieces.put_in_order();
    std::vector<Ratio> found;
    if (pieces.whole != 0) found.push_back(Ratio::of(pieces.whole, 1));
    for (const auto& term : pieces.terms)
        found.push_back(Ratio::of(detail::int128{term.top}, detail::int128{term.bottom}));
    found.insert(found.end(), pieces.others.begin(), pieces.others.end());
    if (found.empty()) found.emplace_back();
    return found;
}

}  // namespace goalpost
