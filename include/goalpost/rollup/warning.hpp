// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "goalpost/evaluate/evaluator.hpp"
#include "goalpost/evaluate/language.hpp"
#include "goalpost/rollup/answering.hpp"
#include "goalpost/rollup/detail/own_verdicts.hpp"

namespace goalpost {

/// How urgent a warning is (蓝黄红牌警示).
enum class WarningLevel : unsigned char { none, blue, yellow, red };

namespace detail {
inline constexpr std::string_view warning_level_names[] = {"none", "blue", "yellow", "red"};
inline constexpr std::string_view warning_level_zh[] = {"无", "蓝牌", "黄牌", "红牌"};
}  // namespace detail
constexpr std::string_view name_of(WarningLevel value) noexcept {
    return detail::name_in(detail::warning_level_names, value);
}
inline constexpr detail::FromName<WarningLevel> warning_level_from{detail::warning_level_names};
constexpr std::string_view words(WarningLevel value, Language language) noexcept {
    return language == Language::zh ? detail::name_in(detail::warning_level_zh, value) : name_of(value);
}

/// What a warning rule reads of one target: what an evaluator reads, and how the target stood before.
class WarningView : public TargetView {
  public:
    WarningView(const Evaluation& evaluation, const Assessment& assessment, const Target& target,
                std::vector<Assessment> earlier)
        : TargetView(evaluation, assessment, target), earlier_(std::move(earlier)) {}

    /// What was found for this target at the dates before, the latest last; without the dates at which the
    /// plan did not have it.
    [[nodiscard]] const std::vector<Assessment>& earlier() const noexcept { return earlier_; }

  private:
    std::vector<Assessment> earlier_;
};

/// What one rule has to say.
struct WarningSign {
    WarningLevel level = WarningLevel::blue;
    Words why{};
    std::string rule{};  ///< its name; of the signs of one name the highest stands. Those without all do
};

/// A warning rule looks at one target and says nothing, or how urgent it is and why. Any copyable callable
/// qualifies, a lambda too; its result must convert to an optional `WarningSign`.
template <class R>
concept WarningRule = requires(const R& rule, const WarningView& view) {
    { rule(view) } -> std::convertible_to<std::optional<WarningSign>>;
}
&&std::copy_constructible<R>;

/// Any warning rule, by value: copying is cheap, reading is safe from any number of threads; never empty.
class AnyWarningRule {
  public:
    // Not itself comes first: clang 14 will not evaluate the concept on an unfinished type.
    template <class R>
        requires(!std::same_as<std::remove_cvref_t<R>, AnyWarningRule> && WarningRule<std::remove_cvref_t<R>>)
    AnyWarningRule(R&& rule)  // NOLINT: a warning rule is any warning rule
        : held_(static_cast<const Concept*>(new Model<std::remove_cvref_t<R>>(std::forward<R>(rule)))) {}
    // A move is a copy: what it is taken from is never empty either.
    AnyWarningRule(const AnyWarningRule&) = default;
    AnyWarningRule& operator=(const AnyWarningRule&) = default;

    std::optional<WarningSign> operator()(const WarningView& view) const { return held_->call(view); }

  private:
    struct Concept {
        virtual ~Concept() = default;
        [[nodiscard]] virtual std::optional<WarningSign> call(const WarningView& view) const = 0;
    };
    template <class R>
    struct Model final : Concept {
        explicit Model(R own) : rule(std::move(own)) {}
        [[nodiscard]] std::optional<WarningSign> call(const WarningView& view) const override {
            return rule(view);
        }
        R rule;
    };
    std::shared_ptr<const Concept> held_;
};

static_assert(WarningRule<AnyWarningRule>);

/// A warning about one target: what the rules said, and who is to hear it.
struct Warning {
    std::uint32_t target = 0;                 ///< index into the plan's targets
    WarningLevel level = WarningLevel::none;  ///< the highest of the signs
    std::vector<WarningSign> signs{};         ///< highest first, then in the rules' order
    std::vector<Answering> warned{};          ///< by role, then by id
};

/// All the warnings that one unit hears.
struct UnitWarning {
    std::string unit{};
    WarningLevel level = WarningLevel::none;  ///< the highest
    std::vector<std::uint32_t> targets{};     ///< in the plan's order
};

namespace detail {
/// Highest first; "behind three times" makes "behind twice" superfluous.
inline void keep_highest(std::vector<WarningSign>& signs) {
    std::ranges::stable_sort(signs, std::ranges::greater{}, &WarningSign::level);
    std::vector<WarningSign> kept;
    for (auto& sign : signs) {
        if (sign.rule.empty() || std::ranges::find(kept, sign.rule, &WarningSign::rule) == kept.end())
            kept.push_back(std::move(sign));
    }
    signs = std::move(kept);
}
}  // namespace detail

/// Looks at every target that counts, by all rules. `earlier` are evaluations of the same plan as of earlier
/// dates, the latest last; throws std::invalid_argument where their dates do not ascend, each once, to a day
/// before that of `evaluation`. Those are warned who answer for the target in a role up to `down_to`; a
/// member of a group that has met the target by its own figures is not. Warnings are in the plan's order.
inline std::vector<Warning> warn(const Evaluation& evaluation, std::span<const Evaluation> earlier,
                                 const std::vector<AnyWarningRule>& rules, Role down_to = Role::responsible) {
    for (std::size_t i = 0; i < earlier.size(); ++i) {
        const auto& next = i + 1 < earlier.size() ? earlier[i + 1] : evaluation;
        if (earlier[i].as_of() >= next.as_of())  // a date told twice would be a miss told twice
            throw std::invalid_argument("goalpost: the dates of earlier evaluations do not ascend: " +
                                        date_text(earlier[i].as_of()) + ", " + date_text(next.as_of()));
    }
    std::vector<Warning> made;
    const auto& plan = evaluation.plan();
    for (const auto& assessment : evaluation.assessments()) {
        const auto* target = evaluation.target_of(assessment);
        if (target == nullptr || assessment.status == Status::not_counted) continue;
        std::vector<Assessment> before;
        for (const auto& one : earlier) {
            if (const auto* found = one.find(target->id)) before.push_back(*found);
        }
        const WarningView view(evaluation, assessment, *target, std::move(before));
        Warning warning{assessment.target};
        for (const auto& rule : rules) {
            auto sign = rule(view);
            if (sign && sign->level != WarningLevel::none) warning.signs.push_back(*std::move(sign));
        }
        if (warning.signs.empty()) continue;
        detail::keep_highest(warning.signs);
        warning.level = warning.signs.front().level;
        warning.warned = answering_units(plan, target->statements);
        const detail::OwnVerdicts own(evaluation, assessment);
        std::erase_if(warning.warned, [&](const Answering& unit) {
            const auto* judged = own.of(*plan.find_responsible_unit(unit.unit));
            return unit.role > down_to || (judged != nullptr && judged->codes.outcome == Outcome::met);
        });
        std::ranges::stable_sort(warning.warned, {}, &Answering::role);
        made.push_back(std::move(warning));
    }
    return made;
}

/// The same by unit: most urgent first, then by id.
inline std::vector<UnitWarning> by_unit(const std::vector<Warning>& warnings) {
    std::map<std::string, UnitWarning> units;
    for (const auto& warning : warnings) {
        for (const auto& one : warning.warned) {
            auto& unit = units[one.unit];
            unit.unit = one.unit;
            unit.level = std::max(unit.level, warning.level);
            unit.targets.push_back(warning.target);
        }
    }
    std::vector<UnitWarning> made;
    for (auto& [id, unit] : units)
        made.push_back(std::move(unit));
    std::ranges::stable_sort(made, std::ranges::greater{}, &UnitWarning::level);
    return made;
}

}  // namespace goalpost
