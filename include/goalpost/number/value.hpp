// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <concepts>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/number/ratio.hpp"

namespace goalpost {

/// An exact number that may contain roots: offset + sum of scale_i * radicand_i^(1/degree_i).
///
/// An average annual growth is such a number. Ordering is exact: with one root, powers are compared; with
/// more, the roots are bracketed between rationals, ever tighter, until the bracket leaves zero. Two roots
/// are always decided; with three or more the search ends at 4096 bits.
class Value {
  public:
    static constexpr unsigned max_bits = 4096;

    Value() = default;
    Value(Ratio value);  // NOLINT: a ratio is an exact number
    template <std::integral Integer>
        requires(std::convertible_to<Integer, Ratio>)
    Value(Integer value) : offset_(value) {}  // NOLINT
    Value(const Decimal& value);              // NOLINT

    /// radicand^(1/degree), rational where the root comes out even. Throws std::domain_error where
    /// radicand < 0 or degree is 0.
    static Value root(const Ratio& radicand, unsigned degree);

    [[nodiscard]] bool is_rational() const noexcept { return terms_.empty(); }
    /// The number itself where it is rational; throws std::logic_error otherwise.
    [[nodiscard]] const Ratio& rational() const {
        if (!is_rational()) throw std::logic_error("goalpost::Value is irrational");
        return offset_;
    }
    /// -1, 0 or 1; nothing where 4096 bits do not decide (which needs three unlike roots).
    [[nodiscard]] std::optional<int> sign() const;
    /// Rationals on both sides of the number (equal to it where it is rational), not more than 2^-bits
    /// times the sum of the roots' scales apart.
    [[nodiscard]] std::pair<Ratio, Ratio> bracket(unsigned bits) const;
    /// Rounded to `places` digits behind the point. Throws std::invalid_argument where places < 0.
    [[nodiscard]] std::string fixed(int places, Rounding mode = Rounding::half_away) const;
    /// The number that `fixed` writes.
    [[nodiscard]] Ratio rounded(int places, Rounding mode = Rounding::half_away) const;

    friend Value operator+(Value a, const Value& b);
    friend Value operator-(const Value& a, const Value& b);
    friend Value operator*(Value a, const Ratio& factor);

    /// Nothing where the order is not decided within 4096 bits.
    friend std::optional<std::strong_ordering> compare(const Value& a, const Value& b);

  private:
    struct Term {
        Ratio scale;
        Ratio radicand;
        unsigned degree;
    };
    [[nodiscard]] static int sign_of_root(const Ratio& offset, const Term& term);
    [[nodiscard]] Value merged() const;
    template <class Round>
    [[nodiscard]] auto round(const Round& by) const;
    void drop_zeros();  // terms that add nothing

    Ratio offset_;
    std::vector<Term> terms_;  // at most a few; empty for a rational number
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/number/detail/value_impl.hpp"  // IWYU pragma: keep
#endif
