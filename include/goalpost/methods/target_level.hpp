// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <variant>

#include "goalpost/evaluate/detail/periods.hpp"
#include "goalpost/methods/yearly_series.hpp"

namespace goalpost {

/// How a target says what is to be reached: the seven kinds of the German strategy's report.
enum class TargetKind : unsigned char {
    by_year,           ///< a value by a year
    by_year_relative,  ///< a change on an earlier year
    by_year_multiple,  ///< a multiple of an earlier year
    by_year_range,     ///< an interval, or about so much, of which the weaker end counts
    by_year_cagr,      ///< an average growth a year
    constant,          ///< a value to be kept in every year
    directional,       ///< only to improve
};

/// A target as the value it stands for, in the indicator's unit.
struct TargetLevel {
    TargetKind kind = TargetKind::by_year;
    std::optional<Ratio> value{};  ///< nothing for a direction
    Better better = Better::higher;
    int year = 0;                   ///< that it is due in; see year_of
    std::optional<Period> since{};  ///< the base that the criterion names
    bool of_full_year = true;       ///< whether full-year figures can be held against it
    Reason reason = Reason::none;   ///< why it cannot be had
};

/// Resolves the version of a target that is judged: `level`, `growth`, `multiple`, `annual_growth` and
/// `change` since a year against a number, ranges, every year, and directions. What compares with another
/// series, or with a measure of one's own, has no level: `not_applicable_figure`.
TargetLevel target_level(const TargetView& view, const Target& target);
inline TargetLevel target_level(const TargetView& view) { return target_level(view, view.target()); }
/// The same for full-year figures: one of a half-year, or of a sum of several years, cannot be had either.
inline TargetLevel yearly_target_level(const TargetView& view, const Target& target) {
    auto found = target_level(view, target);
    if (found.reason == Reason::none && !found.of_full_year) found.reason = Reason::not_applicable_figure;
    return found;
}

namespace detail {

/// The period whose figure a target asks for; over the plan, one of the whole horizon.
inline Period asked_period(const TargetView& view, const Target& target) {
    const auto terms = view.evaluation().terms_of(target);
    const auto& criterion = terms.criterion();
    const bool over_the_plan = criterion.quantifier.kind == Quantifier::Kind::over_the_plan;
    const auto& due = over_the_plan ? view.plan().head().horizon : terms.due;
    const auto* measure = view.evaluation().options().measures.find(criterion.measure.name);
    return measure == nullptr ? last_year_of(due)
                              : reading_period(criterion, *measure, view.plan().indicator_of(target), due);
}

/// Whether a target stands for a figure of a full year, counted from one where it names a base. Stocks have
/// no length: theirs stands for the year it is due in.
inline bool is_of_full_year(const TargetView& view, const Target& target) {
    const auto kind = view.plan().indicator_of(target).kind;
    if (kind == IndicatorKind::stock) return true;
    const auto& criterion = view.evaluation().terms_of(target).criterion();
    const auto& since = criterion.measure.since;
    if (kind == IndicatorKind::flow && since && !is_full_year(*since, kind)) return false;
    return criterion.quantifier.kind == Quantifier::Kind::every
               ? criterion.quantifier.frequency == Frequency::year
               : is_full_year(asked_period(view, target), kind);
}

/// Reads the numbers of a criterion: in the unit of the indicator; of rates and multiples, as plain
/// quotients.
class NumberReader {
  public:
    NumberReader(const TargetView& view, const std::string& measure, const UnitOfMeasure& indicator)
        : view_(&view),
          indicator_(&indicator),
          rate_(measure == "growth" || measure == "annual_growth"),
          pure_(rate_ || measure == "multiple") {
        const Ratio percent = figure_units::percent().factor();
        if (rate_) own_ = percent;
        if (measure == "change" && indicator.is_percent()) own_ = percent / indicator.factor();  // in points
    }

    [[nodiscard]] bool pure() const noexcept { return pure_; }
    /// `is_margin`: a difference of two such numbers, of percentages in points.
    [[nodiscard]] Result<Ratio, Reason> read(const Decimal& number, const std::string& symbol,
                                             bool is_margin = false) const {
        if (symbol.empty()) return Ratio(number) * own_;
        const auto unit = view_->plan().unit_set().parse(symbol);
        if (!unit) return Reason::unit_mismatch;
        const Ratio base = Ratio(number) * unit->factor();
        const bool percentages = rate_ || (!pure_ && indicator_->is_percent());
        const bool points = percentages && unit->is_points() && (is_margin || !rate_);
        const bool alike =
            pure_ ? unit->dimension() == UnitOfMeasure().dimension() : unit->converts_to(*indicator_);
        if (!points && (!alike || (is_margin && percentages))) return Reason::unit_mismatch;
        return pure_ ? base : base / indicator_->factor();
    }
    /// How far a number stretches to both sides, by its tolerance.
    [[nodiscard]] Result<Ratio, Reason> spread(const Ratio& number, const Tolerance& tolerance) const {
        if (tolerance.kind == Tolerance::Kind::percent_of_it)
            return number.abs() * Ratio(tolerance.amount) / Ratio(100);
        return read(tolerance.amount, tolerance.unit, true);
    }

  private:
    const TargetView* view_;
    const UnitOfMeasure* indicator_;
    bool rate_;
    bool pure_;
    Ratio own_ = 1;  // what a number stands for that names no unit
};

/// The number that a criterion asks for; of an interval, and of about so much, at its weaker end.
inline Result<Ratio, Reason> asked_number(const NumberReader& numbers, const Criterion& criterion,
                                          TargetLevel& found) {
    const bool lower = found.better == Better::lower;
    if (const auto* range = std::get_if<RangeReference>(&criterion.reference)) {
        found.kind = TargetKind::by_year_range;
        return numbers.read(lower ? range->high : range->low, range->unit);
    }
    const auto* stated = std::get_if<NumberReference>(&criterion.reference);
    if (stated == nullptr) return Reason::not_applicable_figure;
    const auto number = numbers.read(stated->value, stated->unit);
    if (!number || criterion.comparison != Comparison::about || !stated->tolerance) return number;
    const auto spread = numbers.spread(*number, *stated->tolerance);
    if (!spread) return spread;
    found.kind = TargetKind::by_year_range;
    return lower ? *number + *spread : *number - *spread;
}

/// The level that such a number of a measure since a base stands for.
inline Result<Ratio, Reason> level_since(const std::string& measure, const Ratio& number, const Ratio& base,
                                         int years, TargetLevel& found) {
    if (measure == "multiple") {
        found.kind = TargetKind::by_year_multiple;
        return base * number;
    }
    if (measure == "annual_growth") {
        if (years < 1) return Reason::missing_base;
        found.kind = TargetKind::by_year_cagr;
        return base * (Ratio(1) + number).power(static_cast<unsigned>(years));
    }
    found.kind = TargetKind::by_year_relative;
    return measure == "growth" ? base * (Ratio(1) + number) : base + number;
}

}  // namespace detail

inline TargetLevel target_level(const TargetView& view, const Target& target) {
    const auto terms = view.evaluation().terms_of(target);
    const auto& criterion = terms.criterion();
    const auto& indicator = view.plan().indicator_of(target);
    const auto& measure = criterion.measure;
    TargetLevel found;
    found.better = indicator.better;
    found.year = year_of(detail::asked_period(view, target));
    found.since = measure.since;
    const auto fail = [&](Reason reason) {
        found.reason = reason;
        return found;
    };
    if (criterion.comparison == Comparison::improves) {
        found.kind = TargetKind::directional;
        return found.better == Better::neither ? fail(Reason::not_applicable_figure) : found;
    }
    found.of_full_year = detail::is_of_full_year(view, target);
    if (criterion.is_masked()) return fail(Reason::masked_target);
    if (criterion.quantifier.over_group() || measure.of || measure.chained)
        return fail(Reason::not_applicable_figure);
    if (criterion.comparison == Comparison::at_least || criterion.comparison == Comparison::more_than)
        found.better = Better::higher;
    if (criterion.comparison == Comparison::at_most || criterion.comparison == Comparison::less_than)
        found.better = Better::lower;
    if (found.better == Better::neither) return fail(Reason::not_applicable_figure);

    const detail::NumberReader numbers(view, measure.name, indicator.unit);
    const auto number = detail::asked_number(numbers, criterion, found);
    if (!number) return fail(number.error());
    if (measure.name == "level") {
        if (criterion.quantifier.kind == Quantifier::Kind::every) found.kind = TargetKind::constant;
        found.value = *number;
        return found;
    }
    if (!measure.since || criterion.quantifier.kind != Quantifier::Kind::none ||
        !(numbers.pure() || measure.name == "change"))
        return fail(Reason::not_applicable_figure);
    const YearlySeries series(view, target);
    if (series.is_broken(*measure.since, terms.due)) return fail(Reason::broken_series);
    const auto base = series.level(*measure.since);
    if (!base) return fail(base.error() == Reason::missing_observation ? Reason::missing_base : base.error());
    const auto level =
        detail::level_since(measure.name, *number, *base, found.year - year_of(*measure.since), found);
    if (!level) return fail(level.error());
    found.value = *level;
    return found;
}

}  // namespace goalpost
