// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/language.hpp"
#include "goalpost/evaluate/verdict.hpp"
#include "goalpost/methods/bands.hpp"
#include "goalpost/methods/exact_real.hpp"
#include "goalpost/model/indicator.hpp"

namespace goalpost {

/// What the methods that look at two years read: a base, the latest value, and a target where there is one.
struct MethodInput {
    Ratio base{};
    int base_year = 2015;
    Ratio current{};
    int current_year = 2015;
    Better better = Better::higher;  ///< `neither` is judged as `higher`
    std::optional<Ratio> target{};
    int target_year = 2030;
    std::optional<Ratio> limit{};  ///< a natural ceiling or floor, in the same unit

    [[nodiscard]] int direction() const noexcept { return better == Better::lower ? -1 : 1; }
    [[nodiscard]] int years() const noexcept { return current_year - base_year; }
    /// Whether the latest value is on the target or on its better side; false without a target.
    [[nodiscard]] bool met() const {
        return target && (better == Better::lower ? current <= *target : current >= *target);
    }
    /// Whether the base was already.
    [[nodiscard]] bool met_at_base() const {
        return target && (better == Better::lower ? base <= *target : base >= *target);
    }
};

/// A value of one year.
struct YearValue {
    int year = 0;
    Ratio value{};
};

/// What a method says of one series.
struct MethodResult {
    std::optional<ExactReal> value{};  ///< the method's own figure: a ratio, in percent only where it says so
    Reason value_reason = Reason::none;  ///< why there is no value
    std::optional<ExactReal> score{};    ///< on the method's own scale
    std::string verdict{};               ///< in the method's own words; never empty
    Status status = Status::undetermined;
    Reason reason = Reason::none;  ///< why there is no verdict
    bool met = false;              ///< the method itself counts the target as reached
    std::vector<std::string> substituted{};
};

/// What is known of a method beside its formula.
struct MethodInfo {
    std::string_view name;
    std::string_view title;
    std::string_view title_zh;
    std::string_view source;
    std::string_view source_zh{};  ///< where `source` is no citation but a remark
    std::string_view inputs;       ///< what it needs
    std::string_view inputs_zh;
    bool verified = true;  ///< false where no published source was at hand, or the reading is our own

    [[nodiscard]] constexpr std::string_view source_in(Language language) const noexcept {
        return language == Language::zh && !source_zh.empty() ? source_zh : source;
    }
};

namespace detail {

/// A method's verdict that a figure cannot be had, and why.
inline MethodResult not_assessed(std::string verdict, Reason reason, MethodResult so_far = {}) {
    so_far.verdict = std::move(verdict);
    so_far.status = Status::undetermined;
    so_far.value_reason = so_far.value ? Reason::none : reason;
    so_far.reason = reason;
    return so_far;
}

/// The common status: a target that is met is achieved, early where its year is still to come; one that is
/// not is missed once its year is there; before that the band tells.
inline Status common_status(bool met, bool due, Status of_band) {
    if (met) return due ? Status::achieved : Status::achieved_early;
    return due ? Status::missed : of_band;
}

/// Puts verdict and status of a value's band into a result.
inline void place(MethodResult& result, const Bands& bands, const ExactReal& value, bool due) {
    const auto* band = bands.place(value);
    if (band == nullptr) {
        result = not_assessed("undecided", Reason::edge_undecided, std::move(result));
        return;
    }
    result.verdict = band->name;
    result.status = common_status(false, due, band->status);
}

/// (y/b)^(1/years) - 1; the quotient must not be negative.
inline Surd yearly_growth(const Ratio& base, const Ratio& current, int years) {
    return {-1, 1, {current / base, 1, static_cast<unsigned>(years)}};
}
inline Surd times(const Surd& surd, const Ratio& factor) {
    return {surd.offset * factor, surd.scale * factor, surd.power};
}

/// Why a compound growth cannot be had from two values; `none` where it can. The base is not zero.
inline Reason growth_obstacle(const MethodInput& input) {
    if (input.base.sign() * input.current.sign() < 0) return Reason::sign_change;
    return input.years() < 1 ? Reason::missing_base : Reason::none;
}

}  // namespace detail
}  // namespace goalpost
