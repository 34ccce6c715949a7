// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/verdict.hpp"
#include "goalpost/model/target.hpp"

namespace goalpost {

/// Why a target does not count at all; `none` where it does.
inline Reason not_counted(const Target& target) noexcept {
    if (target.standing == Standing::active) return Reason::none;
    return target.standing == Standing::withdrawn ? Reason::withdrawn : Reason::not_applicable;
}

/// What was found for one target: verdict codes, and which of the evaluation's rows it rests on. Small and
/// copyable; figures and words are made on demand by the `Evaluation` that owns the inputs.
struct Assessment {
    std::uint32_t target = 0;  ///< index into the plan's targets; past them, into its invalid targets
    Outcome outcome = Outcome::undetermined;
    Stage stage = Stage::interim;
    Status status = Status::undetermined;
    Certainty certainty = Certainty::open;
    Reason reason = Reason::none;  ///< why undetermined; `none` where there is a verdict
    Flags flags;
    std::optional<Period> observed;  ///< the period it was judged at
    std::uint32_t evidence_begin = 0;
    std::uint32_t evidence_end = 0;
    std::uint32_t held = 0;     ///< for quantifiers: periods or members for which the criterion holds
    std::uint32_t failed = 0;   ///< for which it does not
    std::uint32_t unknown = 0;  ///< for which nothing was published
};

static_assert(sizeof(Assessment) <= 128 && std::is_trivially_copyable_v<Assessment>);

namespace detail {

/// Takes the verdict back, for that reason, and what is said of a verdict only.
inline void leave_open(Assessment& codes, Reason reason) noexcept {
    codes.outcome = Outcome::undetermined;
    codes.certainty = Certainty::open;
    codes.reason = reason;
    codes.flags.remove(Flag::over_fulfilled);
    codes.flags.remove(Flag::met_at_target_precision);
}

/// Where firm verdicts alone count: takes back one that rests on rounding.
inline void demand_firm(Assessment& codes) noexcept {
    if (codes.outcome == Outcome::undetermined || codes.certainty != Certainty::rests_on_rounding) return;
    leave_open(codes, Reason::rests_on_rounding);
    codes.status = Status::undetermined;
}

}  // namespace detail

}  // namespace goalpost
