// SPDX-License-Identifier: BSL-1.0
// The figures of a plain target from the integers that judged it. Included by evaluate_impl.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/periods.hpp"
#include "goalpost/evaluate/detail/plain_judge.hpp"
#include "goalpost/evaluate/detail/short_figures.hpp"
#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/number/detail/small_root.hpp"

namespace goalpost::detail {

/// Figures cut from what PlainJudge found; they are the same as those cut from a Judgement.
class PlainFigureMaker {
  public:
    PlainFigureMaker(const Evaluation& evaluation, const Target& target, const PlainTarget& plain,
                     ShortFigures& figures)
        : evaluation_(evaluation),
          target_(target),
          plain_(plain),
          indicator_(evaluation.plan().indicators()[plain.indicator]),
          figures_(figures) {}

    /// False where Judge has to tell. `year_before` is that of the target's reading.
    [[nodiscard]] bool make(const Period& year_before) {
        const auto& judge = *evaluation_.inputs()->plain;
        const auto located = judge.locate(plain_);
        PlainEvidence evidence;
        if (!judge.judge(plain_, located, evaluation_.as_of(), codes_, evidence, &found_)) return false;
        if (!found_.has_line) {
            figures_.measured = figures_.required = figures_.gap = figures_.progress = figures_.growth =
                codes_.reason;
            return true;
        }
        if (!add_growth(located, year_before) || !find_numbers() || !add_line()) return false;
        if (plain_.shape == PlainShape::level || plain_.shape == PlainShape::share) return add_way();
        figures_.base = figures_.progress = Reason::not_applicable_figure;
        return true;
    }

  private:
    [[nodiscard]] const UnitOfMeasure& unit_of(std::uint32_t row, const UnitOfMeasure& otherwise) const {
        const auto& data = evaluation_.observations();
        return row == PlainFigures::no_row ? otherwise : data.unit(data.row(row));
    }

    // What is found in base units, and in the unit that it is shown in; false where 128 bits are not enough.
    [[nodiscard]] static bool show(Fraction number, const UnitOfMeasure& unit, Fraction& shown) {
        shown = number;
        return scale(shown, unit.factor().denominator(), unit.factor().numerator());
    }
    [[nodiscard]] static bool show(const PlainFigure& figure, const UnitOfMeasure& unit, Fraction& shown) {
        const auto& factor = unit.factor();
        const auto digits = powers_of_ten[figure.places];
        if (figure.top == factor.numerator() && figure.bottom == int128{factor.denominator()} * digits * 2) {
            shown = {figure.twice / 2, digits};
            return true;
        }
        return show(figure.number().point, unit, shown);
    }
    /// A rate is found as the factor 1 + rate.
    [[nodiscard]] static Fraction without_one(Fraction factor) {
        factor.top -= factor.bottom;
        return factor;
    }

    /// What was measured, its line and its base, in the unit of the first.
    [[nodiscard]] bool find_numbers() {
        const auto& computed =
            plain_.shape == PlainShape::multiple ? figure_units::pure() : figure_units::percent();
        unit_ = &unit_of(found_.measured_row, computed);
        PlainFigure line = found_.other_level;
        if (!plain_.against_series) {
            const auto stated = evaluation_.inputs()->plain->stated_line(plain_);
            if (!stated) return false;
            line = *stated;
        }
        if (plain_.shape == PlainShape::level) {
            // With digits alike most of what follows is a difference or a quotient of 64 bits; where they
            // cannot be made so, the numbers are the same.
            auto& own = found_.own_level;
            auto& base = found_.base_level;
            (void)PlainFigure::share_scale(own, line);
            if (found_.base && PlainFigure::share_scale(own, base)) (void)PlainFigure::share_scale(own, line);
            return show(own, *unit_, measured_) && show(line, *unit_, line_) &&
                   (!found_.base || show(base, *unit_, base_));
        }
        const bool rate = is_rate(plain_.shape);
        const bool shown = plain_.against_series
                               ? show(rate ? without_one(found_.line) : found_.line, *unit_, line_)
                               : show(line, *unit_, line_);
        if (!shown || (found_.base && !show(*found_.base, *unit_, base_))) return false;
        if (plain_.shape == PlainShape::annual_growth) return find_annual_growth();
        return show(rate ? without_one(found_.measured) : found_.measured, *unit_, measured_);
    }

    /// In percent.
    [[nodiscard]] bool find_annual_growth() {
        auto [top, bottom] = found_.measured;
        if (plain_.years == 1) return show(without_one({top, bottom}), *unit_, measured_);
        if (!fits_64(top) || !fits_64(bottom)) return false;
        const auto shared =
            greatest_common_divisor(static_cast<std::uint64_t>(top), static_cast<std::uint64_t>(bottom));
        const auto small_top = static_cast<std::uint64_t>(top) / shared;
        const auto small_bottom = static_cast<std::uint64_t>(bottom) / shared;
        std::uint64_t root_top = 0;
        std::uint64_t root_bottom = 0;
        if (small_perfect_root(small_bottom, plain_.years, root_bottom) &&
            small_perfect_root(small_top, plain_.years, root_top))
            return show(without_one({root_top, root_bottom}), *unit_, measured_);
        std::uint64_t low = 0;
        std::uint64_t high = 0;
        if (!small_root_between(small_top, small_bottom, plain_.years, low, high)) {
            if (!small_root_floor(small_top, small_bottom, plain_.years, low)) return false;
            high = low + 1;
        }
        // It lies between both over 2^62, so between decimals with 18 digits behind the point.
        const auto digits = [](std::uint64_t root) {
            return static_cast<std::int64_t>(int128{root} * powers_of_ten[18] >> small_root_bits);
        };
        measured_ = {digits(low) - powers_of_ten[18], powers_of_ten[16]};
        width_ = digits(high) + 1 - digits(low);
        figures_.radicand = found_.measured;
        figures_.degree = plain_.years;
        return true;
    }

    [[nodiscard]] bool add_line() {
        const auto& gap_unit = figure_units::of_difference(*unit_);
        Fraction gap;
        if (!subtract(measured_, line_, gap)) return false;
        auto width = static_cast<int128>(width_);
        if (width > 0 && !multiply(width, gap.bottom / measured_.bottom, width)) return false;
        const auto& from = unit_->factor();
        const auto& to = gap_unit.factor();
        if (from != to && (!scale(gap, from.numerator(), from.denominator()) ||
                           !scale(gap, to.denominator(), to.numerator()) || width > 0))
            return false;
        if (!fits_64(width)) return false;
        const auto way = static_cast<std::int64_t>(width);
        figures_.measured = {measured_, *unit_, width_};
        figures_.required = {line_, *unit_};
        figures_.gap = {gap, gap_unit, way};
        upwards_ = plain_.comparison != Comparison::at_most && plain_.comparison != Comparison::less_than;
        if (upwards_)
            figures_.needed = found_.side < 0 ? ShortFigure({-gap.top - width, gap.bottom}, gap_unit, way)
                                              : ShortFigure({0, 1}, gap_unit);
        if (plain_.shape != PlainShape::level || plain_.against_series || !is_floor(plain_.comparison))
            return true;
        if (line_.top <= 0) {
            figures_.completion = line_.top == 0 ? Reason::zero_base : Reason::negative_base;
            return true;
        }
        Fraction completion;
        if (!find_percentage(measured_, line_, completion)) return false;
        figures_.completion = {completion, figure_units::percent()};
        auto over = completion;
        if (__builtin_sub_overflow(over.top, over.bottom * 100, &over.top)) return false;
        figures_.over_fulfilment = {over, figure_units::percent()};
        return true;
    }

    /// What is counted from the base. False where that is for Judge.
    [[nodiscard]] bool add_way() {
        Fraction way;  // from the base to the line
        bool has_way = false;
        if (found_.base) {
            const auto& otherwise =
                plain_.shape == PlainShape::share ? figure_units::percent() : indicator_.unit;
            const auto& unit = unit_of(found_.base_row, otherwise);
            auto shown = base_;
            if (unit.factor() != unit_->factor() &&
                !(plain_.shape == PlainShape::level ? show(found_.base_level, unit, shown)
                                                    : show(*found_.base, unit, shown)))
                return false;
            figures_.base = {shown, unit};
            figures_.base_period = plain_.base;
            figures_.base_is_stated = plain_.has_stated_base;
            if (!subtract(line_, base_, way)) return false;
            has_way = way.top != 0 && !codes_.flags.has(Flag::met_at_base);
        } else if (!plain_.has_base) {
            figures_.base = Reason::not_applicable_figure;
        } else if (plain_.shape == PlainShape::share) {
            return false;  // whether the part or the whole is missing
        }
        if (!found_.base) {
            figures_.progress = figures_.base.reason;
        } else if (way.top == 0) {
            figures_.progress = Reason::base_equals_target;
        } else if (!has_way) {
            figures_.progress = Reason::base_meets_target;
        } else {
            Fraction gone;
            if (!subtract(measured_, base_, gone) || !find_percentage(gone, way, gone)) return false;
            figures_.progress = {gone, figure_units::percent()};
        }
        return plain_.against_series || add_pace(has_way ? &way : nullptr);
    }

    /// As Judge::find_pace at the end of the plan's calendar, where the whole way should have been gone.
    [[nodiscard]] bool add_pace(const Fraction* way) {
        bool upwards = true;
        if (plain_.shape == PlainShape::level && indicator_.kind == IndicatorKind::flow) {
            if (line_.top <= 0) return true;
            way = &line_;
            upwards = upwards_;
        } else if (way == nullptr || whole_months(plain_.base.last() + boost::gregorian::date_duration(1),
                                                  target_.due.last()) <= 12) {
            return true;
        }
        Fraction ahead;
        if (!subtract(measured_, line_, ahead) || !find_percentage(ahead, *way, ahead)) return false;
        if (!upwards) ahead.top = -ahead.top;
        figures_.pace = {ahead, figure_units::points()};
        return true;
    }

    [[nodiscard]] bool add_growth(const PlainJudge::Located& located, const Period& before_reading) {
        const auto& year_before = plain_.shape == PlainShape::growth ? plain_.base : before_reading;
        if (target_.base && (target_.base->period.last() == year_before.last() ||
                             target_.base->period.last() == plain_.reading.last()))
            return false;  // what the plan states is read there
        const auto growth = evaluation_.inputs()->plain->growth_beside(plain_, located, year_before,
                                                                       evaluation_.as_of(), found_);
        if (!growth) return false;
        if (growth->reason != Reason::none) {
            figures_.growth = growth->reason;
            return true;
        }
        const auto& unit = unit_of(growth->row, figure_units::percent());
        Fraction rate;
        if (!show(without_one(growth->factor), unit, rate)) return false;
        figures_.growth = {rate, unit};
        return true;
    }

    const Evaluation& evaluation_;
    const Target& target_;
    const PlainTarget& plain_;
    const Indicator& indicator_;
    ShortFigures& figures_;
    Assessment codes_;
    PlainFigures found_;
    const UnitOfMeasure* unit_ = nullptr;
    bool upwards_ = true;
    Fraction measured_;
    Fraction line_;
    Fraction base_;
    std::int64_t width_ = 0;  // where what was measured is irrational: see ShortFigure
};

GOALPOST_INLINE bool ShortFigureFinder::find(const Assessment& assessment, ShortFigures& figures) {
    const auto* target = evaluation_.target_of(assessment);
    if (target == nullptr) return true;
    const auto& plain = PlanAccess::plain_targets(evaluation_.plan())[assessment.target];
    if (plain.shape == PlainShape::none || target->calendar || !target->milestones.empty()) return false;
    if (reading_ != plain.reading) {
        reading_ = plain.reading;
        year_before_ = plain.reading.year_before();
    }
    return PlainFigureMaker(evaluation_, *target, plain, figures).make(*year_before_);
}

GOALPOST_INLINE Figures figures_of(const ShortFigures& found) {
    const auto number = [](const ShortFigure& figure) {
        return Ratio::of(figure.number.top, figure.number.bottom) * Ratio(figure.unit->factor());
    };
    const auto exact = [&](const ShortFigure& figure) {
        return figure ? Figure(number(figure), *figure.unit) : Figure(figure.reason);
    };
    Figures figures{
        exact(found.measured),        exact(found.required),  exact(found.gap),    exact(found.completion),
        exact(found.over_fulfilment), exact(found.progress),  exact(found.growth), exact(found.pace),
        exact(found.needed),          exact(found.projected), exact(found.base),   found.base_period,
        found.base_is_stated};
    if (found.measured.width == 0) return figures;
    const auto& [top, bottom] = found.radicand;
    const Value measured = Value::root(Ratio::of(top, bottom), found.degree) - Value(1);
    const auto gap = measured - figures.required.value();
    figures.measured = Figure(measured, *found.measured.unit);
    figures.gap = Figure(gap, *found.gap.unit);
    if (found.needed.width > 0) figures.needed = Figure(gap * Ratio(-1), *found.needed.unit);
    return figures;
}

}  // namespace goalpost::detail
