// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/result.hpp"

namespace goalpost {

/// What a scoring rule reads of one target. Plain data: a county's table will do, no plan is needed.
struct Performance {
    Outcome outcome = Outcome::undetermined;
    Status status = Status::undetermined;
    Reason reason = Reason::missing_observation;  ///< why there is no verdict; `none` where there is one
    std::optional<Ratio> completion{};            ///< actual / plan, as a share
    std::optional<Ratio> gap{};  ///< measured - required in base units, its sign never flipped
    bool upwards = true;         ///< whether above the line is the better side
    Ratio full = 1;              ///< the marks for what was asked for, > 0

    /// By how much it is beyond what was asked for; negative where it falls short.
    [[nodiscard]] std::optional<Ratio> ahead() const { return gap && !upwards ? std::optional(-*gap) : gap; }
};

/// Marks, or why none can be given: the target is then left out, not scored 0.
using Mark = Result<Ratio, Reason>;

/// A scoring rule gives marks for one target. Any copyable callable qualifies, a lambda too; its result must
/// convert to `Mark`: a ratio or a reason.
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
        : held_(std::make_shared<const Model<std::remove_cvref_t<R>>>(std::forward<R>(rule))) {}

    Mark operator()(const Performance& performance) const { return held_->call(performance); }

  private:
    struct Concept {
        virtual ~Concept() = default;
        [[nodiscard]] virtual Mark call(const Performance& performance) const = 0;
    };
    template <class R>
    struct Model final : Concept {
        explicit Model(R own) : rule(std::move(own)) {}
        [[nodiscard]] Mark call(const Performance& performance) const override { return rule(performance); }
        R rule;
    };
    std::shared_ptr<const Concept> held_;
};

static_assert(ScoringRule<AnyScoringRule>);

namespace detail {

/// Marks are summed exactly, so that an irrational gap (of an average growth) enters with 12 digits behind
/// the point of its base unit: 0.0000000001 points of a percentage.
inline Ratio rational_of(const Value& value) {
    return value.is_rational() ? value.rational() : *Ratio::parse(value.fixed(12));
}

/// What was found about a target, or about one member of a group that the target is for.
inline Performance performance_of(const Judgement& found, const Criterion& criterion) {
    Performance made;
    made.outcome = found.codes.outcome;
    made.status = found.codes.status;
    made.reason = found.codes.outcome == Outcome::undetermined ? found.codes.reason : Reason::none;
    if (!found.measured || !found.line) return made;
    made.gap = rational_of(found.measured.value() - found.line->at);
    made.upwards = found.line->upwards;
    const bool floor = criterion.comparison == Comparison::at_least ||
                       criterion.comparison == Comparison::more_than ||
                       criterion.comparison == Comparison::about;
    if (criterion.measure.name == "level" && floor &&
        std::holds_alternative<NumberReference>(criterion.reference) && found.line->at.rational().sign() > 0)
        made.completion = found.measured.value().rational() / found.line->at.rational();
    return made;
}

}  // namespace detail

/// What a scoring rule reads of one assessment; `full` are the marks for what was asked for.
inline Performance performance_of(const Evaluation& evaluation, const Assessment& assessment,
                                  const Ratio& full = 1) {
    Performance made;
    if (const auto* target = evaluation.target_of(assessment)) {
        Trace trace;
        const auto judge = evaluation.judge();
        made = detail::performance_of(judge.judge(*target, trace), judge.terms_of(*target).readings.front());
    }
    made.outcome = assessment.outcome;
    made.status = assessment.status;
    made.reason = assessment.outcome == Outcome::undetermined ? assessment.reason : Reason::none;
    made.full = full;
    return made;
}

}  // namespace goalpost
