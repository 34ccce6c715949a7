// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/calendar/period.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/model/detail/id_index.hpp"
#include "goalpost/model/detail/plain_target.hpp"
#include "goalpost/model/detail/target_kinds.hpp"
#include "goalpost/model/detail/text_pool.hpp"
#include "goalpost/model/indicator.hpp"
#include "goalpost/model/name_key.hpp"
#include "goalpost/model/responsible_unit.hpp"
#include "goalpost/model/target.hpp"

namespace goalpost {

/// The document a plan was taken from.
struct PlanSource {
    std::string title{};
    std::string document{};  ///< its number or file mark
    std::string address{};
    std::optional<Date> published{};
};

/// What every plan says of itself.
struct PlanHead {
    std::string id{};
    std::string title{};
    Period horizon;       ///< the years the plan is for
    std::string scope{};  ///< of targets that name none
    std::string issuer{};
    PlanSource source{};
};

/// A target that could not be taken into the plan; it is carried along, never lost.
struct InvalidTarget {
    std::string id{};
    std::string problem{};
    SharedList<Statement> statements{};
    std::string indicator{};      ///< id, as written; empty where it is not known
    Decimal weight = Decimal(1);  ///< 1 where it is not known
};

/// Why an item cannot be added to a plan.
struct PlanProblem {
    std::string what;
    std::string expected;  ///< what could stand there
    std::string mend;
    std::string words{};         ///< of a criterion: those that it is about; may be empty
    std::string_view missing{};  ///< what of the name `words` is not there, such as `indicator`; else empty

    /// One English sentence: `the weight is negative; expected 0 or more; ...`.
    [[nodiscard]] std::string message() const { return what + "; expected " + expected + "; " + mend; }
    friend bool operator==(const PlanProblem&, const PlanProblem&) = default;
};

namespace detail {
struct PlanAccess;
}  // namespace detail

/// The whole: units, indicators, groups and targets that fit together. Built by PlanBuilder, then unchanging.
class Plan {
  public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    [[nodiscard]] const PlanHead& head() const noexcept { return head_; }
    [[nodiscard]] const UnitSet& unit_set() const noexcept { return unit_set_; }
    [[nodiscard]] std::span<const ResponsibleUnit> responsible_units() const noexcept;
    [[nodiscard]] std::span<const Group> groups() const noexcept;
    [[nodiscard]] std::span<const Indicator> indicators() const noexcept;
    [[nodiscard]] std::span<const Target> targets() const noexcept;
    [[nodiscard]] std::span<const InvalidTarget> invalid_targets() const noexcept;

    // Each is nullptr where nothing has that id.
    [[nodiscard]] const Indicator* find_indicator(std::string_view id) const;
    [[nodiscard]] const ResponsibleUnit* find_responsible_unit(std::string_view id) const;
    [[nodiscard]] const Group* find_group(std::string_view id) const;
    [[nodiscard]] const Target* find_target(std::string_view id) const;

    /// The place in `indicators` of one of them; of another plan's indicator, that of the one with its id.
    /// Throws std::invalid_argument where there is none.
    [[nodiscard]] std::size_t place_of(const Indicator& indicator) const;
    /// The target's own scope, or the plan's.
    [[nodiscard]] const std::string& scope_of(const Target& target) const noexcept {
        return target.scope.empty() ? head_.scope : target.scope.str();
    }
    /// The indicator of a target of this plan.
    [[nodiscard]] const Indicator& indicator_of(const Target& target) const {
        return *find_indicator(target.indicator);
    }
    /// A unit of measure that the plan's targets are written in, by its symbol; nullptr for any other symbol.
    [[nodiscard]] const UnitOfMeasure* find_unit_of_measure(std::string_view symbol) const;
    /// How this plan makes names comparable.
    [[nodiscard]] std::string key(std::string_view name) const { return name_key_(name); }

    /// The scopes of a group and of the groups in it, each once however often and in whatever way it is
    /// written, in order; empty where no group has that id.
    [[nodiscard]] std::vector<std::string> members_of(std::string_view group) const;
    /// How many scopes a group has: as stated, else as listed; nothing where neither tells.
    [[nodiscard]] std::optional<std::size_t> size_of(std::string_view group) const;

    /// The same plan with some of its targets only, for work that is shared out: no verdict depends on a
    /// target of another scope. Their indices ascend; past those of `targets` come those of invalid ones.
    /// Throws std::invalid_argument for other indices.
    [[nodiscard]] Plan with_targets(std::span<const std::uint32_t> chosen) &&;

  private:
    friend class PlanBuilder;
    friend struct detail::PlanAccess;
    explicit Plan(PlanHead head) : head_(std::move(head)) {}
    using Ids = detail::IdIndex;

    template <class Items>
    static void note_id(const Items& items, Ids& ids, std::string_view id);
    template <class Items>
    static std::size_t number_of(const Items& items, const Ids& ids, std::string_view id);
    template <class Items>
    static const typename Items::value_type* at(const Items& items, const Ids& ids, std::string_view id);
    void collect_members(std::string_view group, detail::TextPool& scopes,
                         std::vector<std::string_view>& seen) const;

    PlanHead head_;
    NameKey name_key_ = &name_key;
    UnitSet unit_set_;
    std::vector<ResponsibleUnit> units_;
    std::vector<Group> groups_;
    std::vector<Indicator> indicators_;
    std::vector<Target, detail::LargePages<Target>> targets_;
    std::vector<InvalidTarget> invalid_;
    Ids unit_ids_, group_ids_, indicator_ids_, target_ids_;
    std::vector<detail::PlainTarget, detail::LargePages<detail::PlainTarget>> plain_;
    detail::TextPool target_scopes_;
    std::vector<UnitOfMeasure> target_units_;
    Ids target_unit_symbols_;
};

/// Puts a plan together, so that whatever `build` returns is valid.
///
/// `problem_with` tells why an item cannot be added; `add` throws std::invalid_argument with its message. A
/// reader asks first and reports; a program that writes its plan in code just adds. Indicators, units and
/// groups come before the targets that name them.
class PlanBuilder {
  public:
    /// What `problem_with` found out about a target that can be added.
    class Sound {
        friend class PlanBuilder;
        std::optional<detail::PlainTarget> like_;  // one of its kind
    };

    explicit PlanBuilder(PlanHead head, NameKey key = &name_key);

    PlanBuilder& add_unit_of_measure(UnitOfMeasure unit);
    PlanBuilder& add(ResponsibleUnit unit);
    PlanBuilder& add(Group group);
    PlanBuilder& add(Indicator indicator);
    /// Sorts the target's milestones by period.
    PlanBuilder& add(Target target);
    /// The same without asking again, for a reader of millions: `problem_with` has found nothing. Only its
    /// statements may have changed since.
    PlanBuilder& add(Target&& target, const Sound& sound);
    /// Says that a target with this id is being read: what adding it takes is fetched meanwhile.
    [[gnu::always_inline]] void expect(std::string_view id) const noexcept { plan_.target_ids_.prefetch(id); }
    /// Makes room for so many targets in all.
    void reserve(std::size_t targets);
    /// Keeps a target that cannot be added, with the reason.
    PlanBuilder& add_invalid(InvalidTarget target);
    /// Of what a reader has of it.
    PlanBuilder& add_invalid(Target&& target, std::string problem);

    // Nothing where the item can be added; else what is wrong with it.
    [[nodiscard]] static std::optional<PlanProblem> problem_with(const PlanHead& head);
    [[nodiscard]] std::optional<PlanProblem> problem_with(const ResponsibleUnit& unit) const;
    [[nodiscard]] std::optional<PlanProblem> problem_with(const Group& group) const;
    [[nodiscard]] std::optional<PlanProblem> problem_with(const Indicator& indicator) const;
    [[nodiscard]] std::optional<PlanProblem> problem_with(const Target& target) const;
    [[nodiscard]] std::optional<PlanProblem> problem_with(const Target& target, Sound& sound) const;

    /// What has been added so far, for a reader that wants to look ids up.
    [[nodiscard]] const Plan& so_far() const noexcept { return plan_; }
    [[nodiscard]] Plan build() &&;
    [[nodiscard]] Plan build() const&;

  private:
    template <class Items, class Item>
    PlanBuilder& add_to(Items& items, Plan::Ids& ids, Item&& item);
    [[nodiscard]] static std::optional<PlanProblem> id_problem(bool taken, const std::string& id,
                                                               const char* what);
    [[nodiscard]] std::optional<PlanProblem> problem_with(const Target& target,
                                                          const Criterion& criterion) const;
    [[nodiscard]] std::optional<PlanProblem> problem_with(const Target& target,
                                                          const Statement& statement) const;
    [[nodiscard]] std::optional<PlanProblem> problem_of_kind(const Target& target) const;
    [[nodiscard]] std::optional<PlanProblem> unit_problem(const std::string& symbol) const;
    [[nodiscard]] std::optional<PlanProblem> base_problem(const Target& target) const;
    [[nodiscard]] std::optional<PlanProblem> calendar_problem(const Target& target) const;
    [[nodiscard]] detail::PlainTarget in_short(const Target& target, const Sound& sound);
    [[nodiscard]] detail::PlainTarget work_out(const Target& target);
    /// Its number in the plan's own; `otherwise` where it is empty.
    std::uint16_t note_unit(const std::string& symbol, std::uint16_t otherwise);
    std::uint32_t note_scope(const SharedText& scope);
    /// Horizons and due periods need room before them for their base: periods begin with the year 1400.
    [[nodiscard]] static std::optional<PlanProblem> span_problem(std::string_view what, const Period& span);

    Plan plan_;
    struct Owner {
        std::string indicator;
        std::optional<Basis> basis;  // nothing: on every basis
    };
    detail::TextPool names_;                  // the keys of what indicators go by
    std::vector<std::vector<Owner>> owners_;  // of each
    detail::TargetKinds kinds_;
    // Of the target that was added last: the next one mostly has the same.
    std::optional<detail::DuePeriods> due_periods_;
    bool has_scope_ = false;
    SharedText scope_;
    std::uint32_t scope_number_ = 0;
};

namespace detail {
/// What the library itself reads of a plan beside its interface.
struct PlanAccess {
    /// In the order of `targets`.
    static std::span<const PlainTarget> plain_targets(const Plan& plan) noexcept;
    /// The units of measure that targets are written in, by the numbers of plain targets.
    static std::span<const UnitOfMeasure> target_units(const Plan& plan) noexcept;
    /// The scopes that targets name, each once.
    static const TextPool& target_scopes(const Plan& plan) noexcept { return plan.target_scopes_; }
};

/// What is wrong with a measure that names an indicator or a group which the plan does not have.
std::optional<PlanProblem> unknown_name(const Plan& plan, const MeasureTerm& term);
}  // namespace detail

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/model/detail/plan_impl.hpp"  // IWYU pragma: keep
#endif
