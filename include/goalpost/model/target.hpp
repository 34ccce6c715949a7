// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/calendar/period.hpp"
#include "goalpost/model/criterion.hpp"
#include "goalpost/model/detail/names.hpp"
#include "goalpost/model/rare.hpp"
#include "goalpost/model/shared_list.hpp"
#include "goalpost/model/shared_text.hpp"
#include "goalpost/number/decimal.hpp"

namespace goalpost {

/// How firmly the plan commits itself: 确保, 力争, or neither. It never changes a verdict.
enum class Commitment : unsigned char { plain, ensure, strive };

/// Whether the target still counts.
enum class Standing : unsigned char { active, withdrawn, not_applicable };

/// How the plan's calendar runs: what share should be reached when a part of the span is over.
enum class PaceKind : unsigned char {
    linear,      ///< evenly over whole months
    months,      ///< by month weights
    milestones,  ///< straight from one milestone to the next
    compound,    ///< at a constant rate of growth
};

/// Whether a statement that names several targets holds when all of them hold, or when any does.
enum class Joining : unsigned char { all, any };

namespace detail {
inline constexpr std::string_view pace_kind_names[] = {"linear", "months", "milestones", "compound"};
inline constexpr std::string_view joining_names[] = {"all", "any"};
inline constexpr std::string_view commitment_names[] = {"plain", "ensure", "strive"};
inline constexpr std::string_view standing_names[] = {"active", "withdrawn", "not_applicable"};
}  // namespace detail

constexpr std::string_view name_of(Commitment commitment) noexcept {
    return detail::name_in(detail::commitment_names, commitment);
}
inline constexpr detail::FromName<Commitment> commitment_from{detail::commitment_names};
constexpr std::string_view name_of(Standing standing) noexcept {
    return detail::name_in(detail::standing_names, standing);
}
inline constexpr detail::FromName<Standing> standing_from{detail::standing_names};

constexpr std::string_view name_of(PaceKind kind) noexcept {
    return detail::name_in(detail::pace_kind_names, kind);
}
inline constexpr detail::FromName<PaceKind> pace_kind_from{detail::pace_kind_names};
constexpr std::string_view name_of(Joining joining) noexcept {
    return detail::name_in(detail::joining_names, joining);
}
inline constexpr detail::FromName<Joining> joining_from{detail::joining_names};

/// Where and how a plan says a target, and who answers for it there. A target can be said more than once.
struct Statement {
    SharedText id{};     ///< of the statement in its source; shared by the targets that one statement names
    SharedText quote{};  ///< the exact words
    SharedText section{};
    SharedText item{};
    Rare<Criterion> criterion{};  ///< only where it is worded differently from the target's
    Commitment commitment = Commitment::plain;
    Joining joining = Joining::all;  ///< of the targets that share its id
    SharedTexts lead{};              ///< ids of responsible units
    SharedTexts responsible{};
    SharedTexts supporting{};
    SharedText note{};
    friend bool operator==(const Statement&, const Statement&) = default;
};

/// What the plan says the indicator was before.
struct Base {
    Period period;
    Decimal value{};
    SharedText unit{};  ///< empty: the indicator's
};

/// A figure to have been reached on the way.
struct Milestone {
    Period period;
    Decimal value{};
};

/// The plan's calendar for one target.
struct Calendar {
    PaceKind kind = PaceKind::linear;
    std::vector<Decimal> month_weights{};  ///< for `months`: one for each month of the span, in order
};

/// What people have decided, beside what was computed; the computed verdict stays visible.
struct ManualVerdict {
    bool met = false;
    std::string who{};
    std::string why{};
    std::optional<Date> date{};
};

/// What a target was before the plan was adjusted.
struct TargetVersion {
    Date until{};  ///< the day of the adjustment: in force before it
    Period due;
    SharedList<Criterion> readings{};
    std::optional<Base> base{};
    std::string why{};  ///< why it was adjusted
};

/// What should be reached: indicator, scope, criterion, due period, and where it is written.
struct Target {
    std::string id{};
    SharedText indicator{};  ///< id
    SharedText scope{};      ///< empty: the plan's
    Period due;
    SharedList<Criterion> readings{};  ///< one; or several, where the words can mean several things
    std::optional<Base> base{};
    Decimal weight = Decimal(1);
    Standing standing = Standing::active;
    SharedList<Milestone> milestones{};  ///< a plan has them by period
    Rare<Calendar> calendar{};           ///< where absent: by milestones if there are any, else linear
    Rare<ManualVerdict> manual{};
    SharedList<TargetVersion> versions{};  ///< earlier ones; a plan has them by `until`
    SharedTexts evaluators{};              ///< names of custom evaluators that are to look at it
    SharedList<Statement> statements{};
    SharedText note{};

    [[nodiscard]] const Criterion& criterion() const { return readings.front(); }
    [[nodiscard]] PaceKind pace_kind() const {
        if (calendar) return calendar->kind;
        return milestones.empty() ? PaceKind::linear : PaceKind::milestones;
    }
};

}  // namespace goalpost
