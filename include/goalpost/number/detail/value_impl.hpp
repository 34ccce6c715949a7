// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by value.hpp.
#pragma once

#include <algorithm>
#include <numeric>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/number/value.hpp"

namespace goalpost {
namespace detail {
inline constexpr unsigned first_bits = 62;  // of a bracket: so many cost no Multiprecision
constexpr unsigned wider(unsigned bits) noexcept { return bits < 64 ? 128 : bits * 2; }
}  // namespace detail

GOALPOST_INLINE Value::Value(Ratio value) : offset_(std::move(value)) {}
GOALPOST_INLINE Value::Value(const Decimal& value) : offset_(value) {}

GOALPOST_INLINE Value Value::root(const Ratio& radicand, unsigned degree) {
    if (degree == 0 || radicand.sign() < 0) throw std::domain_error("goalpost::Value: no real root");
    Ratio exact;
    if (degree == 1) return radicand;
    if (detail::wide_perfect_power(radicand, degree, exact)) return exact;
    Value result;
    result.terms_.push_back({1, radicand, degree});
    return result;
}

GOALPOST_INLINE void Value::drop_zeros() {
    std::erase_if(terms_, [](const Term& term) { return term.scale.is_zero(); });
}

GOALPOST_INLINE Value operator+(Value a, const Value& b) {
    a.offset_ = a.offset_ + b.offset_;
    for (const auto& added : b.terms_) {
        bool merged = false;
        for (auto& term : a.terms_) {
            if (term.degree == added.degree && term.radicand == added.radicand) {
                term.scale = term.scale + added.scale;
                merged = true;
                break;
            }
        }
        if (!merged) a.terms_.push_back(added);
    }
    a.drop_zeros();
    return a;
}

GOALPOST_INLINE Value operator*(Value a, const Ratio& factor) {
    a.offset_ = a.offset_ * factor;
    for (auto& term : a.terms_)
        term.scale = term.scale * factor;
    a.drop_zeros();
    return a;
}

GOALPOST_INLINE std::pair<Ratio, Ratio> Value::bracket(unsigned bits) const {
    std::pair<Ratio, Ratio> ends{offset_, offset_};
    Ratio step = 1;
    step = step / Ratio(2).power(bits);
    for (const auto& term : terms_) {
        const Ratio low = detail::wide_root_floor(term.radicand, term.degree, bits);
        const Ratio a = low * term.scale;
        const Ratio b = (low + step) * term.scale;
        ends.first = ends.first + (a < b ? a : b);
        ends.second = ends.second + (a < b ? b : a);
    }
    return ends;
}

/// The same number with one root for all that are rational multiples of each other: 4^(1/4) and 2^(1/2). What
/// is left is linearly independent over the rationals, so the number is rational exactly where no root is
/// left.
GOALPOST_INLINE Value Value::merged() const {
    Value result = offset_;
    for (const auto& term : terms_) {
        const auto multiple_of = [&term](Term& kept) {
            const unsigned degree = std::lcm(term.degree, kept.degree);
            Ratio factor;
            const Ratio power =
                term.radicand.power(degree / term.degree) / kept.radicand.power(degree / kept.degree);
            if (!detail::wide_perfect_power(power, degree, factor)) return false;
            kept.scale = kept.scale + term.scale * factor;
            return true;
        };
        if (std::none_of(result.terms_.begin(), result.terms_.end(), multiple_of))
            result.terms_.push_back(term);
    }
    result.drop_zeros();
    return result;
}

/// The sign of offset + scale * root, by comparing powers: no root is taken.
GOALPOST_INLINE int Value::sign_of_root(const Ratio& offset, const Term& term) {
    const int root = term.radicand.is_zero() ? 0 : term.scale.sign();
    if (offset.sign() == root || offset.is_zero()) return root;
    if (root == 0) return offset.sign();
    const auto order = (offset / term.scale).abs().power(term.degree) <=> term.radicand;
    return order == 0 ? 0 : order > 0 ? offset.sign() : root;
}

GOALPOST_INLINE std::optional<int> Value::sign() const {
    if (terms_.empty()) return offset_.sign();
    if (terms_.size() == 1) return sign_of_root(offset_, terms_.front());
    if (terms_.size() == 2 && offset_.is_zero()) {
        const auto& a = terms_[0];
        const auto& b = terms_[1];
        if (a.scale.sign() == b.scale.sign()) return a.scale.sign();
        const unsigned degree = std::lcm(a.degree, b.degree);
        const auto left = a.scale.abs().power(degree) * a.radicand.power(degree / a.degree);
        const auto right = b.scale.abs().power(degree) * b.radicand.power(degree / b.degree);
        return left == right ? 0 : left > right ? a.scale.sign() : b.scale.sign();
    }
    if (terms_.size() > 2) {
        const Value same = merged();
        if (same.terms_.size() < terms_.size()) return same.sign();
    }
    // Never zero: of two roots the rational offset is not, and more that are unlike are linearly independent.
    // So the bracket leaves zero in the end; only for three and more the search is cut short.
    for (unsigned bits = detail::first_bits; terms_.size() <= 2 || bits <= max_bits;
         bits = detail::wider(bits)) {
        const auto [low, high] = bracket(bits);
        if (low.sign() > 0) return 1;
        if (high.sign() < 0) return -1;
    }
    return std::nullopt;
}

template <class Round>
auto Value::round(const Round& by) const {
    const Value same = terms_.size() > 1 ? merged() : *this;
    if (same.terms_.empty()) return by(same.offset_);
    for (unsigned bits = detail::first_bits;;
         bits = detail::wider(bits)) {  // an irrational number stands on no edge of rounding
        const auto [low, high] = same.bracket(bits);
        auto rounded = by(low);
        if (rounded == by(high)) return rounded;
    }
}

GOALPOST_INLINE std::string Value::fixed(int places, Rounding mode) const {
    return round([=](const Ratio& number) { return number.fixed(places, mode); });
}
GOALPOST_INLINE Ratio Value::rounded(int places, Rounding mode) const {
    return round([=](const Ratio& number) { return number.rounded(places, mode); });
}

GOALPOST_INLINE Value operator-(const Value& a, const Value& b) { return a + b * Ratio(-1); }

GOALPOST_INLINE std::optional<std::strong_ordering> compare(const Value& a, const Value& b) {
    if (a.is_rational() && b.is_rational()) return a.offset_ <=> b.offset_;
    const auto sign = (a - b).sign();
    if (!sign) return std::nullopt;
    return *sign <=> 0;
}
}  // namespace goalpost
