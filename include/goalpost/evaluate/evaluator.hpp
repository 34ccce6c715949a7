// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/evaluate/finding.hpp"

namespace goalpost {

/// Everything an evaluator may read: the target, its series, the comparison series, the as-of date, and what
/// the library itself found.
class TargetView {
  public:
    TargetView(const Evaluation& evaluation, const Assessment& assessment, const Target& target)
        : evaluation_(&evaluation), assessment_(&assessment), target_(&target) {}

    /// The whole of which the target is a part.
    [[nodiscard]] const Evaluation& evaluation() const noexcept { return *evaluation_; }
    [[nodiscard]] const Plan& plan() const noexcept { return evaluation_->plan(); }
    [[nodiscard]] const Target& target() const noexcept { return *target_; }
    /// What the target asks for in the version that was judged: an evaluator reads criterion, due period and
    /// base here.
    [[nodiscard]] TargetTerms terms() const { return evaluation_->terms_of(*target_); }
    [[nodiscard]] const Indicator& indicator() const { return plan().indicator_of(*target_); }
    [[nodiscard]] const Date& as_of() const noexcept { return evaluation_->as_of(); }
    [[nodiscard]] const Assessment& assessment() const noexcept { return *assessment_; }
    [[nodiscard]] Figures figures() const;
    /// The target's own series.
    [[nodiscard]] Series series() const;
    /// The series that the criterion compares with, in the version of the target that was judged; nothing
    /// where it names none.
    [[nodiscard]] std::optional<Series> comparison() const;
    /// Any series of the plan: of one of its indicators, or of another plan's with that id, in a scope, which
    /// must outlive the series. Throws std::invalid_argument where the plan has no such indicator.
    [[nodiscard]] Series series_of(const Indicator& indicator, std::string_view scope) const;
    /// The level of the target's indicator in a period (a flow may be summed), in base units. What the
    /// version that was judged states for its base period goes before what was published for it.
    [[nodiscard]] Reading level(const Period& period) const;

  private:
    const Evaluation* evaluation_;
    const Assessment* assessment_;
    const Target* target_;
};

/// An evaluator turns a target and its series into a finding beside the library's own verdict.
///
/// Any copyable callable qualifies, a lambda too; its result must convert to `Finding`: an outcome, a reason,
/// a yes or no, a figure, or a richer struct of one's own.
template <class E>
concept Evaluator = requires(const E& evaluator, const TargetView& view) {
    { evaluator(view) } -> std::convertible_to<Finding>;
}
&&std::copy_constructible<E>;

/// Any evaluator, by value: copying is cheap, reading is safe from any number of threads; never empty.
class AnyEvaluator {
  public:
    // Not itself comes first: clang 14 will not evaluate the concept on an unfinished type.
    template <class E>
        requires(!std::same_as<std::remove_cvref_t<E>, AnyEvaluator> && Evaluator<std::remove_cvref_t<E>>)
    AnyEvaluator(E&& evaluator)  // NOLINT: an evaluator is any evaluator
        : held_(static_cast<const Concept*>(new Model<std::remove_cvref_t<E>>(std::forward<E>(evaluator)))) {}
    // A move is a copy: what it is taken from is never empty either.
    AnyEvaluator(const AnyEvaluator&) = default;
    AnyEvaluator& operator=(const AnyEvaluator&) = default;

    Finding operator()(const TargetView& view) const { return held_->call(view); }

  private:
    struct Concept {
        virtual ~Concept() = default;
        [[nodiscard]] virtual Finding call(const TargetView& view) const = 0;
    };
    template <class E>
    struct Model final : Concept {
        explicit Model(E own) : evaluator(std::move(own)) {}
        [[nodiscard]] Finding call(const TargetView& view) const override { return evaluator(view); }
        E evaluator;
    };
    std::shared_ptr<const Concept> held_;
};

/// Evaluators by the name that plan files and programs use. A value that is handed in, never a global.
class EvaluatorSet {
  public:
    /// Adds or replaces; throws std::invalid_argument for an empty name.
    EvaluatorSet& add(std::string name, AnyEvaluator evaluator);
    /// nullptr where there is none of that name.
    [[nodiscard]] const AnyEvaluator* find(std::string_view name) const;
    /// In alphabetical order.
    [[nodiscard]] std::vector<std::string> names() const;

  private:
    std::vector<std::pair<std::string, AnyEvaluator>> evaluators_;  // by name
};

/// What the evaluators that a target names, and those named here for every target, find about it. A name that
/// is not in the set gives a finding with the reason `unknown_evaluator`.
std::vector<Finding> findings(const Evaluation& evaluation, const Assessment& assessment,
                              const EvaluatorSet& set, const std::vector<std::string>& for_all = {});

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/evaluator_impl.hpp"  // IWYU pragma: keep
#endif
