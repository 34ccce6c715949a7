// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "goalpost/number/interval.hpp"

namespace goalpost {

/// Why a part is in a whole, or is not. These are four different things, and none of them is a zero.
enum class PartStanding : unsigned char {
    counted,         ///< it has, or should have, a figure
    missing,         ///< it belongs to the whole; its figure was not published
    not_applicable,  ///< it belongs to the whole and cannot have a figure: an island without railways
    excluded,        ///< somebody left it out on purpose
};

/// One part of a whole: a city of a province, a quarter of a year, an item of an index. All in base units.
///
/// Which figures it needs depends on how parts add up (see AddUp); one that lacks them counts as missing.
struct Part {
    std::string name{};
    PartStanding standing = PartStanding::counted;
    std::optional<Rounded> value{};  ///< amount of a flow or stock; quotient of a ratio; points of an index
    std::optional<Rounded> numerator{};    ///< of a ratio
    std::optional<Rounded> denominator{};  ///< of a ratio
    std::optional<Rounded> growth{};       ///< as a share: 0.077
    std::optional<Ratio> weight{};         ///< how much of the whole it is, > 0: for coverage and for indices
};

/// How much of the whole had data. What is not applicable or was excluded is no part of that question.
struct Coverage {
    std::size_t counted = 0;
    std::size_t missing = 0;
    std::size_t not_applicable = 0;
    std::size_t excluded = 0;
    std::optional<Ratio> by_weight{};  ///< 0 to 1; nothing where a counted or missing part has no weight

    /// 0 to 1; nothing where there is no part that could have data.
    [[nodiscard]] std::optional<Ratio> by_count() const {
        if (counted + missing == 0) return std::nullopt;
        return Ratio(counted) / Ratio(counted + missing);
    }
    [[nodiscard]] bool is_complete() const noexcept { return missing == 0 && counted > 0; }
    friend bool operator==(const Coverage&, const Coverage&) = default;
};

}  // namespace goalpost
