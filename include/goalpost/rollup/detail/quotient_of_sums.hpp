// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "goalpost/number/interval.hpp"

namespace goalpost::detail {

/// A part of a quotient of sums that gives one of its two amounts and their quotient; the other is implied.
struct ImpliedPart {
    Rounded amount;
    Rounded rate;                     ///< numerator / denominator
    bool amount_is_numerator = true;  ///< else it is the denominator
};

/// (top + numerators of the parts) / (bottom + their denominators), where an implied part stands above and
/// under the line with the same amount.
///
/// For amounts >= 0 and rates > 0 the quotient f grows with every rate, and is a quotient of two linear forms
/// in the amounts. Such a function has its extremes at the ends of the amounts: for the greatest f, a part's
/// amount is as great as can be exactly where its rate is above f. So in the order of the rates there is one
/// cut, and trying each gives the exact interval.
class QuotientOfSums {
  public:
    QuotientOfSums(Rounded top, Rounded bottom, const std::vector<ImpliedPart>& parts)
        : top_(std::move(top)), bottom_(std::move(bottom)), parts_(&parts) {}

    /// The quotient of the values; nothing where the denominators sum to zero.
    [[nodiscard]] std::optional<Rounded> value() const {
        Rounded top = top_;
        Rounded bottom = bottom_;
        for (const auto& part : *parts_) {
            if (!part.amount_is_numerator) {
                top = top + part.amount * part.rate;
                bottom = bottom + part.amount;
            } else {
                if (part.rate.value().is_zero()) return std::nullopt;
                top = top + part.amount;
                bottom = bottom + part.amount / part.rate;
            }
        }
        if (bottom.value().is_zero()) return std::nullopt;
        const auto wide = top / bottom;  // amounts counted twice: never too narrow
        if (parts_->empty() || !is_ordinary(bottom)) return wide;
        return Rounded(wide.value(), {extreme(false), extreme(true)});
    }

  private:
    [[nodiscard]] static bool is_finite(const Interval& range) {
        return range.low.kind != Bound::Kind::infinite && range.high.kind != Bound::Kind::infinite;
    }
    /// Finite, with amounts from zero on, and rates and denominators above zero.
    [[nodiscard]] bool is_ordinary(const Rounded& bottom) const {
        const auto from_zero = [](const Interval& range) {
            return is_finite(range) && range.low.value.rational().sign() >= 0;
        };
        const auto above_zero = [&](const Interval& range) {
            return from_zero(range) && !range.low.value.rational().is_zero();
        };
        return from_zero(top_.range()) && from_zero(bottom_.range()) && above_zero(bottom.range()) &&
               std::all_of(parts_->begin(), parts_->end(), [&](const ImpliedPart& part) {
                   return from_zero(part.amount.range()) && above_zero(part.rate.range());
               });
    }

    struct Ends {
        Ratio rate;
        Bound low;
        Bound high;
        bool open = false;  // of the rate
        bool amount_is_numerator = true;
        [[nodiscard]] Ratio numerator(const Ratio& amount) const {
            return amount_is_numerator ? amount : amount * rate;
        }
        [[nodiscard]] Ratio denominator(const Ratio& amount) const {
            return amount_is_numerator ? amount / rate : amount;
        }
    };

    [[nodiscard]] Bound extreme(bool greatest) const {
        std::vector<Ends> ends;
        const auto far = [](const Interval& range, bool high) { return high ? range.high : range.low; };
        for (const auto& part : *parts_) {
            const auto rate = far(part.rate.range(), greatest);
            ends.push_back({rate.value.rational(), part.amount.range().low, part.amount.range().high,
                            rate.kind == Bound::Kind::open, part.amount_is_numerator});
        }
        std::sort(ends.begin(), ends.end(), [greatest](const Ends& a, const Ends& b) {
            return greatest ? b.rate < a.rate : a.rate < b.rate;
        });
        const auto top_end = far(top_.range(), greatest);
        const auto bottom_end = far(bottom_.range(), !greatest);
        Ratio top = top_end.value.rational();
        Ratio bottom = bottom_end.value.rational();
        for (const auto& end : ends) {
            const auto& amount = end.low.value.rational();
            top = top + end.numerator(amount);
            bottom = bottom + end.denominator(amount);
        }
        std::optional<Ratio> best;
        const auto offer = [&] {
            if (bottom.is_zero()) return;
            const auto quotient = top / bottom;
            if (!best || (greatest ? *best < quotient : quotient < *best)) best = quotient;
        };
        offer();
        for (const auto& end : ends) {
            const auto widening = end.high.value.rational() - end.low.value.rational();
            top = top + end.numerator(widening);
            bottom = bottom + end.denominator(widening);
            offer();
        }
        const bool open = top_end.kind == Bound::Kind::open || bottom_end.kind == Bound::Kind::open ||
                          std::any_of(ends.begin(), ends.end(),
                                      [&](const Ends& end) { return is_open(end, *best, greatest); });
        return {*best, open ? Bound::Kind::open : Bound::Kind::closed};
    }
    /// Whether the extreme is approached only, because this part's end is not among its true values.
    [[nodiscard]] static bool is_open(const Ends& end, const Ratio& best, bool greatest) {
        const bool at_high = greatest ? best < end.rate : end.rate < best;
        const auto& amount = at_high ? end.high : end.low;
        const bool none = amount.value.rational().is_zero();
        if (end.rate == best)  // any amount does, as long as there is one
            return end.open && !(none && amount.kind == Bound::Kind::closed);
        return amount.kind == Bound::Kind::open || (end.open && !none);
    }

    Rounded top_;
    Rounded bottom_;
    const std::vector<ImpliedPart>* parts_;
};

}  // namespace goalpost::detail
