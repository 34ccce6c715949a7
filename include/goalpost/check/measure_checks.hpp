// SPDX-License-Identifier: BSL-1.0
// Measures that cannot be asked: measure_unknown, measure_incomplete.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "goalpost/check/detail/check_context.hpp"
#include "goalpost/model/detail/near_names.hpp"

namespace goalpost::detail::checks {

/// Looks at the measures of one criterion: its own, and that of what it is held against.
class MeasureCheck {
  public:
    MeasureCheck(CheckContext& context, const Target& target, const Statement* place,
                 const Criterion& criterion)
        : context_(&context), target_(&target), place_(place), criterion_(&criterion) {}

    void run() const {
        check(criterion_->measure, false);
        if (const auto* series = std::get_if<SeriesReference>(&criterion_->reference))
            check(series->measure, true);
    }

  private:
    void check(const MeasureTerm& term, bool reference) const {
        const auto* measure = context_->measures().find(term.name);
        if (measure == nullptr) return report_unknown(term.name);
        if (measure->traits().needs_other && reference) return report_no_place(term.name);
        const auto lacking = measure->traits().lacking_arguments(term);
        if (!lacking.empty()) report_incomplete(term.name, lacking);
    }
    void report_unknown(const std::string& name) const {
        const auto names = context_->measures().names();
        const std::vector<std::string_view> known(names.begin(), names.end());
        const std::string meant(nearest(name, known));
        const auto criterion = text(*criterion_);
        context_->report("measure_unknown", *target_, place_,
                         {"no measure \"" + name + "\" is known: " + criterion,
                          "没有名为“" + name + "”的算法：" + criterion},
                         meant.empty() ? Words{"write one of the measures of docs/criteria.md",
                                               "改用 docs/criteria.md 所列的算法"}
                                       : Words{"did you mean " + meant + "?", "是否应为 " + meant + "？"});
    }
    void report_no_place(const std::string& name) const {
        const auto criterion = text(*criterion_);
        context_->report(
            "measure_incomplete", *target_, place_,
            {name + " is held against a second series, and behind the comparison \"of\" names the first: " +
                 criterion,
             "算法 " + name + " 须有两个数列，而比较符号之后的 of 只指明第一个：" + criterion},
            {"compare with a published ratio: level(of ID)", "与已公布的比率比较：level(of ID)"});
    }
    void report_incomplete(const std::string& name, const std::string& lacking) const {
        const auto criterion = text(*criterion_);
        const auto whole = name + "(" + lacking + ")";
        context_->report("measure_incomplete", *target_, place_,
                         {name + " is not told all it needs to know: " + criterion,
                          "算法 " + name + " 缺少参数：" + criterion},
                         {"write " + whole, "写作 " + whole});
    }

    CheckContext* context_;
    const Target* target_;
    const Statement* place_;
    const Criterion* criterion_;
};

inline void check_measures(CheckContext& context) {
    for (const auto* target : context.targets()) {
        for (const auto& criterion : target->readings)
            MeasureCheck(context, *target, nullptr, criterion).run();
        for (const auto& statement : target->statements) {
            if (statement.criterion) MeasureCheck(context, *target, &statement, *statement.criterion).run();
        }
    }
}

}  // namespace goalpost::detail::checks
