// SPDX-License-Identifier: BSL-1.0
// The figures of a plain target from the integers that judged it. Included by evaluate_impl.hpp.
#pragma once

#include "goalpost/evaluate/detail/periods.hpp"
#include "goalpost/evaluate/detail/plain_judge.hpp"
#include "goalpost/evaluate/evaluation.hpp"

namespace goalpost::detail {

/// Figures cut from what PlainJudge found; they are the same as those cut from a Judgement.
class PlainFigureMaker {
  public:
    PlainFigureMaker(const Evaluation& evaluation, const Target& target, const PlainTarget& plain)
        : evaluation_(evaluation),
          target_(target),
          plain_(plain),
          indicator_(evaluation.plan().indicators()[plain.indicator]) {}

    /// False where Judge has to tell; `figures` mean nothing then.
    [[nodiscard]] bool make(Figures& figures) {
        const bool by_calendar = target_.calendar || !target_.milestones.empty();
        if (plain_.shape == PlainShape::none || by_calendar) return false;
        const auto& judge = *evaluation_.inputs()->plain;
        const auto located = judge.locate(plain_);
        PlainEvidence evidence;
        if (!judge.judge(plain_, located, evaluation_.as_of(), codes_, evidence, &found_)) return false;
        if (!found_.has_line) {
            figures.measured = figures.required = figures.gap = figures.progress = figures.growth =
                codes_.reason;
            return true;
        }
        if (!add_growth(figures, located)) return false;
        add_line(figures);
        if (plain_.shape == PlainShape::level || plain_.shape == PlainShape::share) {
            return add_way(figures);
        }
        figures.base = figures.progress = Reason::not_applicable_figure;
        return true;
    }

  private:
    static Ratio ratio(const Fraction& number) { return Ratio::of(number.top, number.bottom); }
    /// A rate is found as the factor 1 + rate.
    [[nodiscard]] Ratio without_one(Fraction factor) const {
        if (is_rate(plain_.shape)) factor.top -= factor.bottom;
        return ratio(factor);
    }
    [[nodiscard]] const UnitOfMeasure& unit_of(std::uint32_t row, const UnitOfMeasure& otherwise) const {
        const auto& data = evaluation_.observations();
        return row == PlainFigures::no_row ? otherwise : data.unit(data.row(row));
    }

    void add_line(Figures& figures) {
        const auto& computed =
            plain_.shape == PlainShape::multiple ? figure_units::pure() : figure_units::percent();
        const auto& unit = unit_of(found_.measured_row, computed);
        // A difference of percentages is in points, never in percent.
        const auto& gap_unit = unit.is_percent() ? figure_units::points() : unit;
        line_ = without_one(found_.line);
        const Value measured = plain_.shape == PlainShape::annual_growth
                                   ? Value::root(ratio(found_.measured), plain_.years) - Value(1)
                                   : Value(without_one(found_.measured));
        const Value gap = measured - Value(line_);
        figures.measured = Figure(measured, unit);
        figures.required = Figure(line_, unit);
        upwards_ = plain_.comparison != Comparison::at_most && plain_.comparison != Comparison::less_than;
        figures.needed = !upwards_         ? Figure(Reason::not_applicable_figure)
                         : found_.side < 0 ? Figure(gap * Ratio(-1), gap_unit)
                                           : Figure(Value(0), gap_unit);
        figures.gap = Figure(gap, gap_unit);
        measured_ = measured.is_rational() ? measured.rational() : Ratio(0);
        const bool floor =
            plain_.comparison == Comparison::at_least || plain_.comparison == Comparison::more_than;
        if (plain_.shape != PlainShape::level || plain_.against_series || !floor) return;
        if (line_.sign() <= 0) {
            figures.completion = Reason::zero_base;
            return;
        }
        const auto completion = measured_ / line_;
        figures.completion = Figure(completion, figure_units::percent());
        figures.over_fulfilment = Figure(completion - Ratio(1), figure_units::percent());
    }

    /// What is counted from the base. False where that is for Judge.
    [[nodiscard]] bool add_way(Figures& figures) {
        if (found_.base) {
            base_ = ratio(*found_.base);
            const auto& otherwise =
                plain_.shape == PlainShape::share ? figure_units::percent() : indicator_.unit;
            figures.base = Figure(base_, unit_of(found_.base_row, otherwise));
            figures.base_period = plain_.base;
            figures.base_is_stated = plain_.has_stated_base;
        } else if (!plain_.has_base) {
            figures.base = Reason::not_applicable_figure;
        } else if (plain_.shape == PlainShape::share) {
            return false;  // whether the part or the whole is missing
        }
        if (!found_.base) {
            figures.progress = figures.base.reason();
        } else if (base_ == line_) {
            figures.progress = Reason::base_equals_target;
        } else if (codes_.flags.has(Flag::met_at_base)) {
            figures.progress = Reason::base_meets_target;
        } else {
            figures.progress = Figure((measured_ - base_) / (line_ - base_), figure_units::percent());
        }
        if (!plain_.against_series) add_pace(figures);
        return true;
    }

    /// As Judge::find_pace at the end of the plan's calendar, where the whole way should have been gone.
    void add_pace(Figures& figures) {
        Ratio way = line_;
        bool upwards = true;
        if (plain_.shape == PlainShape::level && indicator_.kind == IndicatorKind::flow) {
            if (line_.sign() <= 0) return;
            upwards = upwards_;
        } else {
            const auto first = plain_.base.last() + boost::gregorian::date_duration(1);
            if (!found_.base || codes_.flags.has(Flag::met_at_base) || base_ == line_ ||
                whole_months(first, target_.due.last()) <= 12)
                return;
            way = line_ - base_;
        }
        const auto ahead = (measured_ - line_) / way;
        figures.pace = Figure(upwards ? ahead : -ahead, figure_units::points());
    }

    [[nodiscard]] bool add_growth(Figures& figures, const PlainJudge::Located& located) {
        const auto year_before =
            plain_.shape == PlainShape::growth ? plain_.base : plain_.reading.year_before();
        if (target_.base && (target_.base->period.last() == year_before.last() ||
                             target_.base->period.last() == plain_.reading.last()))
            return false;  // what the plan states is read there
        const auto growth =
            evaluation_.inputs()->plain->growth_beside(plain_, located, year_before, evaluation_.as_of());
        if (!growth) return false;
        if (growth->reason != Reason::none) {
            figures.growth = growth->reason;
            return true;
        }
        figures.growth = Figure(ratio({growth->factor.top - growth->factor.bottom, growth->factor.bottom}),
                                unit_of(growth->row, figure_units::percent()));
        return true;
    }

    const Evaluation& evaluation_;
    const Target& target_;
    const PlainTarget& plain_;
    const Indicator& indicator_;
    Assessment codes_;
    PlainFigures found_;
    bool upwards_ = true;
    Ratio measured_;
    Ratio line_;
    Ratio base_;
};

}  // namespace goalpost::detail
