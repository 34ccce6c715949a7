// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

#include "goalpost/result.hpp"
#include "goalpost/rollup/performance.hpp"

namespace goalpost {

/// Marks, or why none can be given: the target is then left out, not scored 0.
using Mark = Result<Ratio, Reason>;

/// A scoring rule gives marks for one target. Any copyable callable qualifies, a lambda too; its result must
/// convert to `Mark`: a ratio or a reason. One with a function `FiguresRead reads(const Performance&) const`
/// says by the verdict alone which figures it reads of this target, and is faster where that is few.
template <class R>
concept ScoringRule = requires(const R& rule, const Performance& performance) {
    { rule(performance) } -> std::convertible_to<Mark>;
}
&&std::copy_constructible<R>;

/// Any scoring rule, by value: copying is cheap, reading is safe from any number of threads; never empty.
class AnyScoringRule {
  public:
    // Not itself comes first: clang 14 will not evaluate the concept on an unfinished type.
    template <class R>
        requires(!std::same_as<std::remove_cvref_t<R>, AnyScoringRule> && ScoringRule<std::remove_cvref_t<R>>)
    AnyScoringRule(R&& rule)  // NOLINT: a scoring rule is any scoring rule
        : held_(static_cast<const Concept*>(new Model<std::remove_cvref_t<R>>(std::forward<R>(rule)))) {}
    // A move is a copy: what it is taken from is never empty either.
    AnyScoringRule(const AnyScoringRule&) = default;
    AnyScoringRule& operator=(const AnyScoringRule&) = default;

    Mark operator()(const Performance& performance) const { return held_->call(performance); }
    /// Which figures it reads of a target with this verdict; both where the rule does not say.
    [[nodiscard]] FiguresRead reads(const Performance& verdict) const { return held_->reads(verdict); }

  private:
    struct Concept {
        virtual ~Concept() = default;
        [[nodiscard]] virtual Mark call(const Performance& performance) const = 0;
        [[nodiscard]] virtual FiguresRead reads(const Performance& verdict) const = 0;
    };
    template <class R>
    struct Model final : Concept {
        explicit Model(R own) : rule(std::move(own)) {}
        [[nodiscard]] Mark call(const Performance& performance) const override { return rule(performance); }
        [[nodiscard]] FiguresRead reads(const Performance& verdict) const override {
            if constexpr (requires { FiguresRead(rule.reads(verdict)); }) return rule.reads(verdict);
            return {};
        }
        R rule;
    };
    std::shared_ptr<const Concept> held_;
};

static_assert(ScoringRule<AnyScoringRule>);

}  // namespace goalpost
