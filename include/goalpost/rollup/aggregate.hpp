// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/evaluate/verdict.hpp"
#include "goalpost/model/detail/names.hpp"
#include "goalpost/model/indicator.hpp"
#include "goalpost/result.hpp"
#include "goalpost/rollup/detail/quotient_of_sums.hpp"
#include "goalpost/rollup/part.hpp"

namespace goalpost {

/// How parts make a whole, and what each of them needs for it.
enum class AddUp : unsigned char {
    sum,                  ///< of `value`: flows, and stocks over places
    sum_over_sum,         ///< of numerators over denominators; either may be implied by the other and `value`
    growth_of_total,      ///< sum(y) / sum(y / (1 + g)) - 1, of `value` and `growth`
    weighted_mean,        ///< of `value` by `weight`: indices
    mean_of_percentages,  ///< of `value`, each part alike: says little of the whole, so only by name
};

/// What parts are added over.
enum class Over : unsigned char { places, time };

namespace detail {
inline constexpr std::string_view add_up_names[] = {"sum", "sum_over_sum", "growth_of_total", "weighted_mean",
                                                    "mean_of_percentages"};
}
constexpr std::string_view name_of(AddUp value) noexcept {
    return detail::name_in(detail::add_up_names, value);
}
inline constexpr detail::FromName<AddUp> add_up_from{detail::add_up_names};

/// How figures of a kind add up: flows over places and time, stocks over places only, ratios as sum over sum,
/// indices by weights over places; a stock or an index over time and a rank do not: `not_defined_for_kind`.
inline Result<AddUp, Reason> add_up_of(IndicatorKind kind, Over over) {
    switch (kind) {
        case IndicatorKind::flow: return AddUp::sum;
        case IndicatorKind::stock:
            if (over == Over::places) return AddUp::sum;
            break;
        case IndicatorKind::ratio: return AddUp::sum_over_sum;
        case IndicatorKind::index:
            if (over == Over::places) return AddUp::weighted_mean;
            break;
        case IndicatorKind::rank: break;
    }
    return Reason::not_defined_for_kind;
}

/// A whole made of its parts, how much of it had data, and who is not in it. Names are sorted.
struct Aggregate {
    /// In base units, with the interval that the parts' digits allow; or why there is none.
    Result<Rounded, Reason> value = Reason::missing_observation;
    Coverage coverage{};
    std::vector<std::string> missing{};
    std::vector<std::string> not_applicable{};
    std::vector<std::string> excluded{};
};

/// Parts on their way to a whole. Roll-ups merge: whatever the order and the split, the result is the same.
class RollUp {
  public:
    explicit RollUp(AddUp how) : how_(how) {}

    /// A part with nothing of what is needed counts as missing, never as zero. Each part is to be added once.
    RollUp& add(const Part& part);
    /// Throws std::invalid_argument where the other adds up differently.
    RollUp& merge(const RollUp& other);
    /// `missing_observation` where no part had data; `members_unknown` where less than `minimum` of the parts
    /// (by count, 0 to 1) had; `zero_base` where the denominators sum to zero.
    [[nodiscard]] Aggregate result(const Ratio& minimum = 0) const;

  private:
    [[nodiscard]] bool take(const Part& part);
    void weigh(const Part& part, bool counted);
    [[nodiscard]] Result<Rounded, Reason> whole(const Ratio& minimum) const;

    AddUp how_;
    Rounded top_ = Ratio(0);
    Rounded bottom_ = Ratio(0);
    std::vector<detail::ImpliedPart> implied_;
    Aggregate names_;  // its counts and names only
    Ratio weight_counted_;
    Ratio weight_missing_;
    bool weights_known_ = true;
};

/// The whole of some parts, added up as named.
template <class Parts>
Aggregate aggregate(AddUp how, const Parts& parts, const Ratio& minimum = 0) {
    RollUp rollup(how);
    for (const auto& part : parts)
        rollup.add(part);
    return rollup.result(minimum);
}

/// The whole of some parts, added up as its kind does; `not_defined_for_kind` where it does not.
template <class Parts>
Aggregate aggregate(IndicatorKind kind, Over over, const Parts& parts, const Ratio& minimum = 0) {
    const auto how = add_up_of(kind, over);
    if (how) return aggregate(*how, parts, minimum);
    auto none = aggregate(AddUp::sum, parts);
    none.value = how.error();
    return none;
}

inline bool RollUp::take(const Part& part) {
    switch (how_) {
        case AddUp::sum:
            if (!part.value) return false;
            top_ = top_ + *part.value;
            return true;
        case AddUp::sum_over_sum:
            if (part.numerator && part.denominator) {
                top_ = top_ + *part.numerator;
                bottom_ = bottom_ + *part.denominator;
                return true;
            }
            if (!part.value || (!part.numerator && !part.denominator)) return false;
            if (part.numerator && part.value->value().is_zero()) return false;  // 0 / 0 implies nothing
            implied_.push_back({part.numerator ? *part.numerator : *part.denominator, *part.value,
                                part.numerator.has_value()});
            return true;
        case AddUp::growth_of_total:
            if (!part.value || !part.growth || part.growth->value() <= Ratio(-1)) return false;
            implied_.push_back({*part.value, Rounded(1) + *part.growth, true});
            return true;
        case AddUp::weighted_mean:
            if (!part.value || !part.weight) return false;
            top_ = top_ + *part.value * Rounded(*part.weight);
            bottom_ = bottom_ + Rounded(*part.weight);
            return true;
        case AddUp::mean_of_percentages:
            if (!part.value) return false;
            top_ = top_ + *part.value;
            bottom_ = bottom_ + Rounded(1);
            return true;
    }
    return false;
}

inline void RollUp::weigh(const Part& part, bool counted) {
    if (!part.weight) {
        weights_known_ = false;
        return;
    }
    auto& sum = counted ? weight_counted_ : weight_missing_;
    sum = sum + *part.weight;
}

inline RollUp& RollUp::add(const Part& part) {
    switch (part.standing) {
        case PartStanding::not_applicable: names_.not_applicable.push_back(part.name); return *this;
        case PartStanding::excluded: names_.excluded.push_back(part.name); return *this;
        case PartStanding::missing:
        case PartStanding::counted: break;
    }
    const bool counted = part.standing == PartStanding::counted && take(part);
    if (counted) {
        ++names_.coverage.counted;
    } else {
        names_.missing.push_back(part.name);
    }
    weigh(part, counted);
    return *this;
}

inline RollUp& RollUp::merge(const RollUp& other) {
    if (how_ != other.how_) throw std::invalid_argument("goalpost: roll-ups that add up differently");
    const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    top_ = top_ + other.top_;
    bottom_ = bottom_ + other.bottom_;
    append(implied_, other.implied_);
    append(names_.missing, other.names_.missing);
    append(names_.not_applicable, other.names_.not_applicable);
    append(names_.excluded, other.names_.excluded);
    names_.coverage.counted += other.names_.coverage.counted;
    weight_counted_ = weight_counted_ + other.weight_counted_;
    weight_missing_ = weight_missing_ + other.weight_missing_;
    weights_known_ = weights_known_ && other.weights_known_;
    return *this;
}

inline Result<Rounded, Reason> RollUp::whole(const Ratio& minimum) const {
    const auto counted = names_.coverage.counted;
    if (counted == 0) return Reason::missing_observation;
    if (Ratio(counted) / Ratio(counted + names_.missing.size()) < minimum) return Reason::members_unknown;
    if (how_ == AddUp::sum) return top_;
    const auto quotient = detail::QuotientOfSums(top_, bottom_, implied_).value();
    if (!quotient) return Reason::zero_base;
    return how_ == AddUp::growth_of_total ? *quotient - Rounded(1) : *quotient;
}

inline Aggregate RollUp::result(const Ratio& minimum) const {
    Aggregate made = names_;
    made.value = whole(minimum);
    for (auto* names : {&made.missing, &made.not_applicable, &made.excluded})
        std::sort(names->begin(), names->end());
    made.coverage.missing = made.missing.size();
    made.coverage.not_applicable = made.not_applicable.size();
    made.coverage.excluded = made.excluded.size();
    const auto weight = weight_counted_ + weight_missing_;
    if (weights_known_ && weight.sign() > 0) made.coverage.by_weight = weight_counted_ / weight;
    return made;
}

}  // namespace goalpost
