// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/evaluate/assessment.hpp"
#include "goalpost/evaluate/binding.hpp"
#include "goalpost/evaluate/figures.hpp"
#include "goalpost/evaluate/options.hpp"
#include "goalpost/model/detail/row_pieces.hpp"

namespace goalpost {

namespace detail {
class PlainJudge;
}

/// All the assessments of a plan as of a date, and everything they rest on. Copies share their inputs.
///
/// Figures and details are computed when they are asked for, by the same code that judged.
class Evaluation {
  public:
    [[nodiscard]] const Plan& plan() const noexcept { return inputs_->plan; }
    [[nodiscard]] const Observations& observations() const noexcept { return inputs_->observations; }
    [[nodiscard]] const EvaluateOptions& options() const noexcept { return inputs_->options; }
    [[nodiscard]] const Date& as_of() const noexcept { return as_of_; }
    /// One for each target in the plan's order, then one for each invalid target.
    [[nodiscard]] std::span<const Assessment> assessments() const noexcept;
    /// nullptr for an invalid target.
    [[nodiscard]] const Target* target_of(const Assessment& assessment) const;
    /// Of an assessment without a target; throws std::out_of_range for others.
    [[nodiscard]] const InvalidTarget& invalid_target_of(const Assessment& assessment) const;
    /// The id of its target, valid or not: what to call it in a list of all.
    [[nodiscard]] const std::string& id_of(const Assessment& assessment) const;
    /// nullptr where the plan has no valid target of that id.
    [[nodiscard]] const Assessment* find(std::string_view target_id) const;

    /// What a target asks for in the version that was judged.
    [[nodiscard]] TargetTerms terms_of(const Target& target) const {
        return goalpost::terms_of(target, as_of_, options().versions);
    }
    TargetTerms terms_of(const Target&&) const = delete;  // would dangle
    /// The observations that the verdict rests on, as indices: sorted, each once.
    [[nodiscard]] std::span<const std::uint32_t> evidence(const Assessment& assessment) const;
    [[nodiscard]] Figures figures(const Assessment& assessment) const;
    /// Names in the data that nothing in the plan goes by.
    [[nodiscard]] const std::vector<std::string>& unused_names() const noexcept {
        return inputs_->binding.unused_names();
    }
    [[nodiscard]] const Binding& binding() const noexcept { return inputs_->binding; }

    struct Inputs;
    /// Plan, observations and options: to evaluate the same as of another date.
    [[nodiscard]] const std::shared_ptr<const Inputs>& inputs() const noexcept { return inputs_; }

    struct Inputs {
        Inputs(Plan own_plan, Observations own_observations, EvaluateOptions own_options = {});
        Inputs(const Inputs&) = delete;
        Inputs& operator=(const Inputs&) = delete;
        ~Inputs();
        Plan plan;
        Observations observations;
        EvaluateOptions options;
        Binding binding;  // this and the next refer to those above
        std::shared_ptr<const detail::PlainJudge> plain;
    };

  private:
    friend Evaluation evaluate(std::shared_ptr<const Inputs> inputs, const Date& as_of);
    Evaluation(std::shared_ptr<const Inputs> inputs, const Date& as_of);

    std::shared_ptr<const Inputs> inputs_;
    Date as_of_;
    detail::Rows<Assessment> assessments_;
    detail::Rows<std::uint32_t> evidence_;
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/evaluation_impl.hpp"  // IWYU pragma: keep
#endif
