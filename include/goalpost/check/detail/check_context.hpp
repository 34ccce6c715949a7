// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/check/plan_finding.hpp"
#include "goalpost/evaluate/binding.hpp"
#include "goalpost/evaluate/criterion_words.hpp"
#include "goalpost/evaluate/figure_text.hpp"
#include "goalpost/evaluate/measure.hpp"
#include "goalpost/model/observations.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost::detail::checks {

/// What every family of checks reads, and where it puts what it finds.
class CheckContext {
  public:
    CheckContext(const Plan& plan, const Observations* data, const MeasureSet& measures)
        : plan_(&plan),
          measures_(&measures),
          data_(data != nullptr ? data : &nothing_),
          binding_(plan, *data_) {
        for (const auto& target : plan.targets()) {
            if (target.standing == Standing::active) targets_.push_back(&target);
        }
        for (const auto& row : data_->rows()) {
            as_of_ = std::max(as_of_, row.period.last());
            if (row.published) as_of_ = std::max(as_of_, *row.published);
        }
    }
    CheckContext(const CheckContext&) = delete;
    CheckContext& operator=(const CheckContext&) = delete;

    [[nodiscard]] const Plan& plan() const noexcept { return *plan_; }
    /// Those that the plan is to be judged by.
    [[nodiscard]] const MeasureSet& measures() const noexcept { return *measures_; }
    /// The targets that still count, in the plan's order.
    [[nodiscard]] const std::vector<const Target*>& targets() const noexcept { return targets_; }
    [[nodiscard]] bool has_data() const noexcept { return data_ != &nothing_; }
    /// Empty where none was given.
    [[nodiscard]] const Observations& data() const noexcept { return *data_; }
    [[nodiscard]] const Binding& binding() const noexcept { return binding_; }
    /// A day on which everything in the data is known.
    [[nodiscard]] const Date& as_of() const noexcept { return as_of_; }

    /// Rows of an indicator (by id) in a scope were published.
    [[nodiscard]] bool has_series(std::string_view indicator, std::string_view scope) const {
        return !binding_.spans(index_of(indicator), scope).empty();
    }
    [[nodiscard]] std::size_t index_of(std::string_view indicator) const {
        return static_cast<std::size_t>(plan_->find_indicator(indicator) - plan_->indicators().data());
    }

    /// Something about a target, at its statement `place`; at its first one where that is nullptr.
    void report(std::string_view code, const Target& target, const Statement* place, Words message,
                Words mend) {
        PlanFinding finding{severity_of_check(code), code,           target.id, {}, {}, {},
                            std::move(message),      std::move(mend)};
        if (place == nullptr && !target.statements.empty()) place = &target.statements.front();
        if (place != nullptr) {
            finding.section = place->section;
            finding.item = place->item;
            finding.quote = place->quote;
        }
        const auto index = static_cast<std::size_t>(&target - plan_->targets().data());
        findings_.push_back({index, std::move(finding)});
    }
    /// Something about the plan as a whole.
    void report(std::string_view code, Words message, Words mend) {
        findings_.push_back(
            {plan_->targets().size(),
             {severity_of_check(code), code, {}, {}, {}, {}, std::move(message), std::move(mend)}});
    }

    /// Everything found, by the plan's order of targets, then by code.
    [[nodiscard]] std::vector<PlanFinding> take() {
        std::ranges::stable_sort(findings_, [](const Placed& a, const Placed& b) {
            return a.target != b.target ? a.target < b.target : a.finding.code < b.finding.code;
        });
        std::vector<PlanFinding> findings;
        findings.reserve(findings_.size());
        for (auto& placed : findings_)
            findings.push_back(std::move(placed.finding));
        findings_.clear();
        return findings;
    }

  private:
    struct Placed {
        std::size_t target;
        PlanFinding finding;
    };
    Observations nothing_;
    const Plan* plan_;
    const MeasureSet* measures_;
    const Observations* data_;
    Binding binding_;
    std::vector<const Target*> targets_;
    Date as_of_ = Period::year(1400).first();
    std::vector<Placed> findings_;
};

/// A number in base units as it is written in a unit: `18.4 %`, `18.4%`.
inline Words in_words(const Ratio& value, const UnitOfMeasure& unit) {
    const auto number = number_text(value / unit.factor(), 4);
    return {with_unit(number, unit, Language::en), with_unit(number, unit, Language::zh)};
}

/// A criterion of a target: `growth > 15 %`, 同比增速超过15%.
inline Words in_words(const Plan& plan, const Target& target, const Criterion& criterion) {
    return {text(criterion), words(criterion, plan.indicator_of(target), plan, Language::zh)};
}

/// What a criterion asks of its measure: `> 16 %`, 超过16%.
inline Words goal_in_words(const Plan& plan, const Target& target, const Criterion& criterion) {
    return {std::string(sign_of(criterion.comparison)) + " " + text(criterion.reference),
            goal_zh(criterion, plan.indicator_of(target), plan)};
}
inline Words goal_in_words(const Plan& plan, const Target& target) {
    return goal_in_words(plan, target, target.criterion());
}

/// `“quote” (section)`, the quote on one line.
inline Words at_place(std::string_view quote, const Statement& statement) {
    std::string line;
    for (const char c : quote) {
        if (c != '\n' && c != '\r') {
            line.push_back(c);
        } else if (!line.empty() && line.back() != ' ') {
            line.push_back(' ');
        }
    }
    Words words{"\"" + line + "\"", "“" + line + "”"};
    auto place = statement.section.str();
    if (!statement.item.empty()) place += (place.empty() ? "" : "/") + statement.item.str();
    if (!place.empty()) {
        words.en += " (" + place + ")";
        words.zh += "（" + place + "）";
    }
    return words;
}
inline Words at_place(const Statement& statement) { return at_place(statement.quote, statement); }

/// Where a target is first stated; its id where nowhere.
inline Words at_place(const Target& target) {
    if (!target.statements.empty()) return at_place(target.statements.front());
    return {target.id, target.id};
}

}  // namespace goalpost::detail::checks
