// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/calendar/period.hpp"
#include "goalpost/model/basis.hpp"
#include "goalpost/model/detail/names.hpp"
#include "goalpost/model/unit_of_measure.hpp"
#include "goalpost/number/decimal.hpp"

namespace goalpost {

/// Which way an indicator should move.
enum class Better : unsigned char { higher, lower, neither };

/// How an indicator adds up over places and over time.
enum class IndicatorKind : unsigned char {
    flow,   ///< made in a period; adds over places and over time: investment, new enterprises
    stock,  ///< held at a moment; adds over places only: enterprises in existence
    ratio,  ///< a quotient; adds as sum over sum only: R&D intensity
    index,  ///< a weighted figure without a sum of its own
    rank,   ///< a place in an order; 1 is best
};

namespace detail {
inline constexpr std::string_view better_names[] = {"higher", "lower", "neither"};
inline constexpr std::string_view indicator_kind_names[] = {"flow", "stock", "ratio", "index", "rank"};
}  // namespace detail

constexpr std::string_view name_of(Better better) noexcept {
    return detail::name_in(detail::better_names, better);
}
inline constexpr detail::FromName<Better> better_from{detail::better_names};
constexpr std::string_view name_of(IndicatorKind kind) noexcept {
    return detail::name_in(detail::indicator_kind_names, kind);
}
inline constexpr detail::FromName<IndicatorKind> indicator_kind_from{detail::indicator_kind_names};

/// Another name under which figures are published; with a basis, only for figures on that basis.
struct Alias {
    std::string name{};
    std::optional<Basis> basis{};
    friend bool operator==(const Alias&, const Alias&) = default;
};

/// What is measured: name, unit of measure, which way is better, how it adds up.
struct Indicator {
    std::string id{};
    std::string name{};
    UnitOfMeasure unit{};
    Better better = Better::higher;  ///< of a rank in a plan `lower`, since 1 is best, unless `neither`
    IndicatorKind kind = IndicatorKind::flow;
    std::vector<Alias> aliases{};
    std::string numerator{};    ///< id of the indicator above the line, for a ratio; may be empty
    std::string denominator{};  ///< id of the indicator under the line; empty exactly where `numerator` is
    std::optional<Decimal> limit{};  ///< a natural ceiling or floor in `unit`, such as 100 %
    std::string note{};

    /// Whether it is published as the quotient of these two indicators, by their ids.
    [[nodiscard]] bool is_ratio_of(std::string_view above, std::string_view under) const noexcept {
        return kind == IndicatorKind::ratio && numerator == above && denominator == under;
    }
    /// Whether a figure of one period is one of the other: a stock is keyed by its period's end, everything
    /// else by the whole of it.
    [[nodiscard]] bool is_same_figure(const Period& one, const Period& other) const {
        return kind == IndicatorKind::stock ? one.last() == other.last() : one == other;
    }
};

}  // namespace goalpost
