// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include "goalpost/model/criterion.hpp"

namespace goalpost {

/// Reads one criterion. The grammar:
///
///     criterion  := [quantifier ":"] ( measure comparison reference | "improves" "(" "since" PERIOD ")" )
///     quantifier := "every" ("year"|"half"|"quarter"|"month") | "over the plan"
///                 | ("all" | "at least" (integer | fraction | number "%")) "of" GROUP
///     measure    := NAME [ "(" argument { "," argument } ")" ]
///     argument   := "of" ID ["@" SCOPE] | "since" PERIOD | "in" GROUP | "chained"
///     comparison := ">=" | ">" | "<=" | "<" | "=" | "~" | "in"
///     reference  := number [unit] [tolerance] | "[" number "," number "]" [unit] | "****" [unit]
///                 | NAME "(" "of" series { "," argument } ")" [("+"|"-") number unit]
///     tolerance  := "±" number ("pp" | unit) | "±" number "% of it"
///
/// IDs, scopes, groups and units are letters (Chinese too), digits and `_`; any other is put in double
/// quotes, but for the units `%` and `‰`. `~` takes a number with a tolerance, or `****`; `in` takes a range,
/// or `****`.
Result<Criterion> parse_criterion(std::string_view text);
/// Reads one measure of the same grammar, alone: `share(of gdp)`.
Result<MeasureTerm> parse_measure(std::string_view text);

/// The one canonical text of a criterion.
std::string text(const Criterion& criterion);
std::string text(const MeasureTerm& measure);
std::string text(const Reference& reference);

namespace detail {
/// Appends the same, for those who write millions.
void append_text(std::string& text, const Criterion& criterion);
}  // namespace detail

/// The sign of the grammar: `>=`.
constexpr std::string_view sign_of(Comparison comparison) noexcept {
    constexpr std::string_view signs[] = {">=", ">", "<=", "<", "=", "~", "in", "improves"};
    return signs[static_cast<int>(comparison)];
}

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/model/detail/criterion_text_impl.hpp"  // IWYU pragma: keep
#endif
