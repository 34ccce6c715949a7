// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <compare>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/methods/surd.hpp"

namespace goalpost {

/// An exact number that may hold quotients of roots: offset + sum of scale_i * top_i / bottom_i.
///
/// What published methods compare with their bands is such a number: yearly growth over required yearly
/// growth. Nothing is computed before it is asked for. With one quotient every comparison is decided; a mean
/// of several that are truly unlike is bracketed up to 4096 bits.
class ExactReal {
  public:
    ExactReal() = default;
    ExactReal(Ratio value) : offset_(std::move(value)) {}  // NOLINT: a ratio is an exact number
    ExactReal(const Surd& surd) : ExactReal(quotient(surd, Surd{.offset = 1})) {}  // NOLINT

    /// top / bottom; throws std::domain_error where `bottom` is zero.
    static ExactReal quotient(const Surd& top, const Surd& bottom);

    /// The number where it is seen to be rational; nothing where a root is left in it.
    [[nodiscard]] std::optional<Ratio> rational() const {
        return terms_.empty() ? std::optional(offset_) : std::nullopt;
    }
    /// The same number as a sum of roots; nothing where it holds a quotient of two.
    [[nodiscard]] std::optional<Value> value() const;
    /// Rationals on both sides of the number, closer together the more bits.
    [[nodiscard]] std::pair<Ratio, Ratio> bracket(unsigned bits) const;
    /// Rounded to `places` digits behind the point, correctly.
    [[nodiscard]] std::string fixed(int places, Rounding mode = Rounding::half_away) const;

    friend ExactReal operator+(ExactReal a, const ExactReal& b) {
        a.offset_ = a.offset_ + b.offset_;
        for (const auto& term : b.terms_)
            a.add(term);
        return a;
    }
    friend ExactReal operator*(ExactReal a, const Ratio& factor) {
        a.offset_ = a.offset_ * factor;
        for (auto& term : a.terms_)
            term.scale = term.scale * factor;
        if (factor.is_zero()) a.terms_.clear();
        return a;
    }
    friend ExactReal operator-(const ExactReal& a, const ExactReal& b) { return a + b * Ratio(-1); }

    /// Nothing where a sum of unlike quotients is not parted from the edge within 4096 bits.
    friend std::optional<std::strong_ordering> compare(const ExactReal& a, const Ratio& edge) {
        const auto sign = (a + ExactReal(-edge)).sign();
        if (!sign) return std::nullopt;
        return *sign <=> 0;
    }
    [[nodiscard]] std::optional<int> sign() const;

  private:
    struct Term {
        Ratio scale;
        Surd top;
        Surd bottom;
    };
    void add(const Term& term);
    [[nodiscard]] std::optional<detail::FixedBracket> fixed_bracket() const;
    [[nodiscard]] ExactReal simplified() const;
    static std::pair<Ratio, Ratio> bracket_of(const Term& term, unsigned bits);

    Ratio offset_;
    std::vector<Term> terms_;
};

namespace detail {

/// Of a number with at most one quotient, which is always decided; throws std::bad_optional_access otherwise.
inline bool at_least(const ExactReal& number, const Ratio& edge) {
    return compare(number, edge).value() >= 0;
}
inline bool more_than(const ExactReal& number, const Ratio& edge) {
    return compare(number, edge).value() > 0;
}

inline bool same(const Surd& a, const Surd& b) {
    return a.offset == b.offset && a.scale == b.scale &&
           (a.is_plain() || (a.power.base == b.power.base && a.power.exponent == b.power.exponent &&
                             a.power.degree == b.power.degree));
}

}  // namespace detail

inline ExactReal ExactReal::quotient(const Surd& top, const Surd& bottom) {
    const auto over = detail::plain_where_seen(top);
    const auto under = detail::plain_where_seen(bottom);
    if (detail::sign_of(under) == 0) throw std::domain_error("goalpost::ExactReal: division by zero");
    ExactReal result;
    if (over.is_plain() && over.offset.is_zero()) return result;
    if (under.is_plain()) {
        result.offset_ = over.offset / under.offset;
        if (!over.is_plain())
            result.terms_.push_back({over.scale / under.offset, {0, 1, over.power}, {.offset = 1}});
    } else {
        result.terms_.push_back({1, over, under});
    }
    return result;
}

inline void ExactReal::add(const Term& term) {
    for (auto& known : terms_) {
        if (!detail::same(known.top, term.top) || !detail::same(known.bottom, term.bottom)) continue;
        known.scale = known.scale + term.scale;
        std::erase_if(terms_, [](const Term& each) { return each.scale.is_zero(); });
        return;
    }
    terms_.push_back(term);
}

inline std::optional<Value> ExactReal::value() const {
    Value sum = offset_;
    for (const auto& term : terms_) {
        if (!term.bottom.is_plain()) return std::nullopt;
        sum = sum + term.top.value() * (term.scale / term.bottom.offset);
    }
    return sum;
}

/// The sign of scale * top / bottom + offset is that of (scale * top + offset * bottom) times that of bottom.
inline std::optional<int> ExactReal::sign() const {
    if (terms_.empty()) return offset_.sign();
    if (terms_.size() == 1) {
        const auto& [scale, top, bottom] = terms_.front();
        const Surd scaled{top.offset * scale, top.scale * scale, top.power};
        return detail::sign_of_sum(scaled, offset_, bottom) * detail::sign_of(bottom);
    }
    const auto same = simplified();
    if (same.terms_.size() < 2) return same.sign();
    if (const auto sum = same.value()) return sum->sign();
    for (unsigned bits = 64; bits <= Value::max_bits; bits *= 2) {
        const auto [low, high] = same.bracket(bits);
        if (low.sign() > 0) return 1;
        if (high.sign() < 0) return -1;
    }
    return std::nullopt;
}

/// The same number without quotients that come out rational: both roots perfect, or multiples of each other.
inline ExactReal ExactReal::simplified() const {
    ExactReal result = offset_;
    for (auto term : terms_) {
        for (auto* surd : {&term.top, &term.bottom}) {
            const auto value = surd->is_plain() ? Value(surd->offset) : surd->power.value();
            if (!surd->is_plain() && value.is_rational())
                *surd = {surd->offset + surd->scale * value.rational(), 0, {}};
        }
        if (!term.top.is_plain() && !term.bottom.is_plain()) {
            // top = k * bottom exactly where offsets and roots have one proportion; the roots' is found by
            // powers.
            const Ratio base = term.bottom.offset;
            if (!base.is_zero() &&
                (term.top.value() - term.bottom.value() * (term.top.offset / base)).sign() == 0) {
                result.offset_ = result.offset_ + term.scale * term.top.offset / base;
                continue;
            }
        }
        result = result + quotient(term.top, term.bottom) * term.scale;
    }
    return result;
}

inline std::pair<Ratio, Ratio> ExactReal::bracket_of(const Term& term, unsigned bits) {
    for (unsigned more = bits;; more *= 2) {
        const auto [top_low, top_high] = term.top.value().bracket(more);
        const auto [bottom_low, bottom_high] = term.bottom.value().bracket(more);
        if (bottom_low.sign() <= 0 && bottom_high.sign() >= 0) continue;  // not zero, so it ends
        const Ratio ends[] = {term.scale * top_low / bottom_low, term.scale * top_low / bottom_high,
                              term.scale * top_high / bottom_low, term.scale * top_high / bottom_high};
        const auto [low, high] = std::minmax_element(std::begin(ends), std::end(ends));
        return {*low, *high};
    }
}

inline std::pair<Ratio, Ratio> ExactReal::bracket(unsigned bits) const {
    std::pair<Ratio, Ratio> sum{offset_, offset_};
    for (const auto& term : terms_) {
        const auto [low, high] = bracket_of(term, bits);
        sum = {sum.first + low, sum.second + high};
    }
    return sum;
}

inline std::optional<detail::FixedBracket> ExactReal::fixed_bracket() const {
    auto sum = detail::FixedBracket::of(offset_);
    for (const auto& [scale, top, bottom] : terms_) {
        const auto over = detail::fixed_bracket(Surd{scale * top.offset, scale * top.scale, top.power});
        const auto under = detail::fixed_bracket(bottom);
        const auto term = over && under ? detail::quotient(*over, *under) : std::nullopt;
        if (!sum || !term) return std::nullopt;
        sum = *sum + *term;
    }
    return sum;
}

inline std::string ExactReal::fixed(int places, Rounding mode) const {
    if (terms_.empty()) return offset_.fixed(places, mode);
    if (const auto near = places <= 12 ? fixed_bracket() : std::nullopt) {  // enough for most
        auto text = Ratio::of(near->low, detail::FixedBracket::one).fixed(places, mode);
        if (text == Ratio::of(near->high, detail::FixedBracket::one).fixed(places, mode)) return text;
    }
    const auto same = simplified();
    if (same.terms_.empty()) return same.offset_.fixed(places, mode);
    if (const auto sum = same.value()) return sum->fixed(places, mode);
    std::string text;
    for (unsigned bits = 64; bits <= Value::max_bits; bits *= 2) {
        const auto [low, high] = same.bracket(bits);
        text = low.fixed(places, mode);
        if (text == high.fixed(places, mode)) break;
    }
    return text;
}

}  // namespace goalpost
