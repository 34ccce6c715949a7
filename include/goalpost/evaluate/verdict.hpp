// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "goalpost/model/detail/names.hpp"

namespace goalpost {

/// Whether the criterion holds.
enum class Outcome : std::uint8_t { met, not_met, undetermined };

/// Whether the due period itself was observed.
enum class Stage : std::uint8_t { final, interim };

/// Where the target stands. `not_counted`: withdrawn or not applicable.
enum class Status : std::uint8_t {
    achieved,
    achieved_early,
    on_track,
    behind,
    missed,
    undetermined,
    not_counted
};

/// Whether another true value within the printed digits would turn the verdict. `open`: there is no verdict.
enum class Certainty : std::uint8_t { firm, rests_on_rounding, open };

/// Why something has no value or no verdict. A closed list; nothing is ever a number in its place.
enum class Reason : std::uint8_t {
    none,
    withdrawn,
    not_applicable,
    invalid_target,            ///< the plan's target could not be read
    masked_target,             ///< the plan does not show its number
    missing_observation,       ///< nothing was published for the series
    missing_comparison,        ///< the two series are not both observed for one period
    missing_base,              ///< nothing was published for the base period
    final_value_missing,       ///< the due period is over, and what was published does not tell its figure
    not_due,                   ///< the due period is not over
    conflicting_observations,  ///< figures of equal standing contradict each other
    zero_base,
    negative_base,
    sign_change,
    not_defined_for_kind,  ///< growth of a ratio or a rank, a difference of unlike things
    unit_mismatch,         ///< units of measure that do not convert
    rests_on_rounding,     ///< firmness was demanded, and the verdict is not firm
    readings_disagree,     ///< the words can mean several things, and these give several verdicts
    members_unknown,       ///< too few members of the group have data
    edge_undecided,        ///< irrational on both sides, and 4096 bits do not part them
    unknown_measure,       ///< no measure of that name is in the set
    incomplete_measure,    ///< the measure is not told all that it must be told
    unknown_evaluator,     ///< no evaluator of that name is in the set
    not_supported_yet,
    base_equals_target,
    base_meets_target,      ///< the base was on the right side of the line already
    not_applicable_figure,  ///< the figure has no meaning for this criterion
    broken_series,          ///< levels of different definitions or price bases
    nothing_counts,         ///< of a score: no target has a weight in it
    no_marks,               ///< of a score: no target that counts has marks
    low_coverage,           ///< of a score: the targets that have marks weigh less than was asked for
};

/// Things worth knowing beside the verdict; a set of bits.
enum class Flag : std::uint32_t {
    over_fulfilled = 1U << 0,
    met_at_base = 1U << 1,
    moved_away = 1U << 2,
    may_fall_back = 1U << 3,
    provisional = 1U << 4,
    growth_conflict =
        1U << 5,  ///< published growth and the growth of the levels differ by more than rounding
    share_conflict = 1U << 6,
    base_conflict = 1U << 7,  ///< the plan's base and the published one differ by more than rounding
    part_period = 1U << 8,    ///< judged on a part of the period
    met_at_target_precision = 1U << 9,      ///< not met, yet met once rounded to the target's own digits
    bound = 1U << 10,                       ///< the source prints a bound, not a figure
    approximate = 1U << 11,                 ///< the source prints "about"
    manual = 1U << 12,                      ///< a manual verdict stands beside the computed one
    base_revised = 1U << 13,                ///< the base was published anew since the plan was made
    earlier_version = 1U << 14,             ///< judged by what the target was before the plan was adjusted
    published_against_computed = 1U << 15,  ///< of two growths one is published, the other that of the levels
    series_break = 1U << 16,                ///< another definition begins between the base and the figure
};

/// A set of flags.
class Flags {
  public:
    constexpr Flags() = default;
    constexpr Flags(Flag flag) : bits_(static_cast<std::uint32_t>(flag)) {}  // NOLINT: one flag is a set
    [[nodiscard]] constexpr bool has(Flag flag) const noexcept {
        return (bits_ & static_cast<std::uint32_t>(flag)) != 0;
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    [[nodiscard]] constexpr std::uint32_t bits() const noexcept { return bits_; }
    constexpr Flags& operator|=(Flags other) noexcept {
        bits_ |= other.bits_;
        return *this;
    }
    constexpr void remove(Flag flag) noexcept { bits_ &= ~static_cast<std::uint32_t>(flag); }
    friend constexpr Flags operator|(Flags a, Flags b) noexcept { return a |= b; }
    friend constexpr Flags operator&(Flags a, Flags b) noexcept {
        a.bits_ &= b.bits_;
        return a;
    }
    friend constexpr bool operator==(Flags, Flags) = default;

  private:
    std::uint32_t bits_ = 0;
};

namespace detail {
inline constexpr std::string_view outcome_names[] = {"met", "not_met", "undetermined"};
inline constexpr std::string_view stage_names[] = {"final", "interim"};
inline constexpr std::string_view status_names[] = {"achieved", "achieved_early", "on_track",   "behind",
                                                    "missed",   "undetermined",   "not_counted"};
inline constexpr std::string_view certainty_names[] = {"firm", "rests_on_rounding", "open"};
inline constexpr std::string_view reason_names[] = {"none",
                                                    "withdrawn",
                                                    "not_applicable",
                                                    "invalid_target",
                                                    "masked_target",
                                                    "missing_observation",
                                                    "missing_comparison",
                                                    "missing_base",
                                                    "final_value_missing",
                                                    "not_due",
                                                    "conflicting_observations",
                                                    "zero_base",
                                                    "negative_base",
                                                    "sign_change",
                                                    "not_defined_for_kind",
                                                    "unit_mismatch",
                                                    "rests_on_rounding",
                                                    "readings_disagree",
                                                    "members_unknown",
                                                    "edge_undecided",
                                                    "unknown_measure",
                                                    "incomplete_measure",
                                                    "unknown_evaluator",
                                                    "not_supported_yet",
                                                    "base_equals_target",
                                                    "base_meets_target",
                                                    "not_applicable_figure",
                                                    "broken_series",
                                                    "nothing_counts",
                                                    "no_marks",
                                                    "low_coverage"};
inline constexpr std::string_view flag_names[] = {"over_fulfilled",  "met_at_base",
                                                  "moved_away",      "may_fall_back",
                                                  "provisional",     "growth_conflict",
                                                  "share_conflict",  "base_conflict",
                                                  "part_period",     "met_at_target_precision",
                                                  "bound",           "approximate",
                                                  "manual",          "base_revised",
                                                  "earlier_version", "published_against_computed",
                                                  "series_break"};
}  // namespace detail

constexpr std::string_view name_of(Outcome value) noexcept {
    return detail::name_in(detail::outcome_names, value);
}
constexpr std::string_view name_of(Stage value) noexcept {
    return detail::name_in(detail::stage_names, value);
}
constexpr std::string_view name_of(Status value) noexcept {
    return detail::name_in(detail::status_names, value);
}
constexpr std::string_view name_of(Certainty value) noexcept {
    return detail::name_in(detail::certainty_names, value);
}
constexpr std::string_view name_of(Reason value) noexcept {
    return detail::name_in(detail::reason_names, value);
}
/// The name of one flag: `met_at_base`.
constexpr std::string_view name_of(Flag value) noexcept {
    std::size_t bit = 0;
    while ((static_cast<std::uint32_t>(value) >> bit) > 1U)
        ++bit;
    return detail::flag_names[bit];
}
/// Every flag there is, in order.
inline constexpr std::size_t flag_count = sizeof(detail::flag_names) / sizeof(detail::flag_names[0]);
constexpr Flag flag_at(std::size_t index) noexcept { return static_cast<Flag>(1U << index); }

}  // namespace goalpost
