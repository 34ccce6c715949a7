// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "goalpost/number/ratio.hpp"

namespace goalpost {

namespace detail {

/// What is left of a quotient without its whole: 0 < top < bottom.
struct SumTerm {
    std::uint64_t top = 0;
    std::uint64_t bottom = 1;
};

/// A sum in pieces.
struct SumPieces {
    int128 whole = 0;
    std::vector<SumTerm> terms;
    std::vector<Ratio> others;  // what 64 bits do not hold
    std::size_t in_order = 0;   // terms at the beginning that are

    void add_whole(int128 number) {
        int128 sum = 0;
        constexpr auto most = int128{1} << 126U;  // leaves room, and no number that cannot be negated
        if (!__builtin_add_overflow(whole, number, &sum) && sum < most && sum > -most) {
            whole = sum;
        } else {
            others.push_back(Ratio::of(number, 1));
        }
    }
    /// Terms by their denominators, each of which occurs once; wholes that they make are taken out.
    void put_in_order();
};

}  // namespace detail

/// A number taken apart to be added: once, however many sums it goes into.
class Addend {
  public:
    Addend(const Ratio& value);  // NOLINT: a number is one

  private:
    friend class ExactSum;
    detail::int128 whole_ = 0;
    detail::SumTerm rest_{};        // none where its top is 0
    std::optional<Ratio> other_{};  // instead of the rest, where 64 bits do not hold that
};

/// A sum of many quotients, exactly. Adding is cheap, however many there are and however little their
/// denominators have in common; the order and the split of the work change nothing.
///
/// Its value is a Ratio as any other. Where it has many different denominators it is kept in pieces, with
/// bounds that are certain: comparing it and rounding it to digits work out the fraction only where these do
/// not tell.
class ExactSum {
  public:
    ExactSum() = default;
    ExactSum(const Ratio& value) { *this += value; }  // NOLINT: a number is a sum

    ExactSum& operator+=(const Addend& number) {
        pieces_.add_whole(number.whole_);
        if (number.rest_.top != 0) add(number.rest_);
        if (number.other_) pieces_.others.push_back(*number.other_);
        return *this;
    }
    ExactSum& operator+=(const Ratio& value) { return *this += Addend(value); }
    ExactSum& operator+=(const ExactSum& other);

    [[nodiscard]] Ratio value() const;
    [[nodiscard]] bool is_zero() const { return value().is_zero(); }
    /// Numbers that add up to it, to be kept or sent: the value itself, or one for each of many denominators.
    [[nodiscard]] std::vector<Ratio> parts() const;

    friend bool operator==(const ExactSum& a, const ExactSum& b) { return a.value() == b.value(); }

  private:
    /// Whether it is added up at once.
    [[nodiscard]] bool is_short() const noexcept {
        return pieces_.terms.size() <= 8 && pieces_.others.empty();
    }
    void add(const detail::SumTerm& term);

    detail::SumPieces pieces_;
    std::size_t room_ = 1024;  // terms before they are put in order
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/number/detail/exact_sum_impl.hpp"  // IWYU pragma: keep
#endif
