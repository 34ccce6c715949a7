// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

#include "goalpost/methods/detail/fixed_bracket.hpp"
#include "goalpost/number/value.hpp"

namespace goalpost {

/// base^(exponent / degree); base >= 0, degree > 0.
struct Power {
    Ratio base = 1;
    unsigned exponent = 1;
    unsigned degree = 1;

    /// The number itself where no root has to be taken to see it.
    [[nodiscard]] std::optional<Ratio> plain() const {
        if (base.is_zero() && exponent > 0) return Ratio(0);
        if (exponent == 0 || base == Ratio(1)) return Ratio(1);
        if (exponent % degree == 0) return base.power(exponent / degree);
        return std::nullopt;
    }
    [[nodiscard]] Value value() const { return Value::root(base.power(exponent), degree); }
};

/// offset + scale * power: a number with one root, kept as its parts. Yearly growth is (y/b)^(1/n) - 1.
struct Surd {
    Ratio offset{};
    Ratio scale{};
    Power power{};

    [[nodiscard]] bool is_plain() const { return scale.is_zero(); }
    [[nodiscard]] Value value() const {
        return is_plain() ? Value(offset) : Value(offset) + power.value() * scale;
    }
};

namespace detail {

inline Surd plain_where_seen(Surd surd) {
    if (surd.is_plain()) return surd;
    const auto plain = surd.power.plain();
    if (!plain) return surd;
    return {surd.offset + surd.scale * *plain, 0, {}};
}

inline std::optional<FixedBracket> fixed_bracket(const Power& power) {
    const auto base = FixedBracket::of(power.base);
    if (!base) return std::nullopt;
    const auto root = fixed_root(*base, power.degree);
    if (!root || root->low < 0 || root->high > FixedBracket::most) return std::nullopt;
    const auto low = fixed_power(root->low, power.exponent, false);
    const auto high = fixed_power(root->high, power.exponent, true);
    if (!low || !high || *high > FixedBracket::most) return std::nullopt;
    return FixedBracket{*low, *high};
}

inline std::optional<FixedBracket> fixed_bracket(const Surd& surd) {
    const auto offset = FixedBracket::of(surd.offset);
    if (!offset || surd.is_plain()) return offset;
    const auto scale = FixedBracket::of(surd.scale);
    const auto power = fixed_bracket(surd.power);
    if (!scale || !power) return std::nullopt;
    return *offset + times(*scale, *power);
}

/// Whether the power of a ratio is sure to be held in 128 bits, where it is compared at once.
inline bool is_short(const Ratio& base, unsigned exponent) {
    int128 top = 0;
    int128 bottom = 1;
    if (!base.narrow(top, bottom)) return false;
    unsigned bits = 0;
    for (auto size = magnitude(top) | static_cast<uint128>(bottom); size != 0; size >>= 1)
        ++bits;
    return bits * exponent <= 126;
}

/// The sign of offset + scale * power, by powers: no root is taken.
inline int sign_of(const Surd& surd) {
    if (surd.is_plain()) return surd.offset.sign();
    if (surd.power.base.is_zero() && surd.power.exponent > 0) return surd.offset.sign();
    const int root = surd.scale.sign();
    if (surd.offset.sign() == root || surd.offset.is_zero()) return root;
    const auto line = (surd.offset / surd.scale).abs();
    if (!is_short(line, surd.power.degree) || !is_short(surd.power.base, surd.power.exponent)) {
        const auto edge = FixedBracket::of(line);
        const auto power = edge ? fixed_bracket(surd.power) : std::nullopt;
        if (power && power->low > edge->high) return root;
        if (power && power->high < edge->low) return -root;
    }
    const auto order = line.power(surd.power.degree) <=> surd.power.base.power(surd.power.exponent);
    return order == 0 ? 0 : order > 0 ? -root : root;
}

/// The sign of a + x * b for two surds: by the integer filter where it decides, exactly otherwise. Two roots
/// and a rational are always decided.
inline int sign_of_sum(const Surd& a, const Ratio& x, const Surd& b) {
    if (b.is_plain() || x.is_zero()) return sign_of(Surd{a.offset + x * b.offset, a.scale, a.power});
    if (a.is_plain()) return sign_of(Surd{a.offset + x * b.offset, x * b.scale, b.power});
    const auto left = fixed_bracket(a);
    const auto right = left ? fixed_bracket(Surd{x * b.offset, x * b.scale, b.power}) : std::nullopt;
    if (right) {
        const auto sum = *left + *right;
        if (sum.low > 0) return 1;
        if (sum.high < 0) return -1;
    }
    return (a.value() + b.value() * x).sign().value();
}

}  // namespace detail
}  // namespace goalpost
