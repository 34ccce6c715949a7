// SPDX-License-Identifier: BSL-1.0
// Made-up figures for a target, worked out from its criterion: just met, just missed, or on the line. They
// are nobody's published figures.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/model/observation.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost::test {

enum class Situation { just_met, just_missed, on_the_line };

/// The figures that put one target into a situation; empty where none can (a masked number, a group whose
/// members the plan does not list, a count that rounding cannot touch).
class MadeUp {
  public:
    MadeUp(const Plan& plan, const Target& target, Situation situation)
        : plan_(&plan),
          target_(&target),
          indicator_(&plan.indicator_of(target)),
          scope_(plan.scope_of(target)),
          situation_(situation) {
        // Each further reading of 提升5% is put into the same situation by the figures of the first.
        make(target.criterion());
    }
    [[nodiscard]] const std::vector<Observation>& figures() const { return figures_; }

  private:
    void publish(const Indicator& indicator, const std::string& scope, const Period& period, Basis basis,
                 const std::string& value, const std::string& unit) {
        Observation made{.indicator = indicator.id, .scope = scope, .period = period, .basis = basis};
        made.value = Decimal::parse(value).value();
        made.unit = plan_->unit_set().parse(unit).value();
        made.source = "made up";
        figures_.push_back(std::move(made));
    }
    static Basis own_basis(const Indicator& indicator) {
        if (indicator.kind == IndicatorKind::stock) return Basis::cumulative;
        return indicator.unit.is_percent() ? Basis::share : Basis::level;
    }
    /// One of three numbers, by situation.
    [[nodiscard]] std::string pick(const char* met, const char* missed, const char* line) const {
        return situation_ == Situation::just_met ? met : situation_ == Situation::just_missed ? missed : line;
    }
    [[nodiscard]] Period last_year() const {
        return Period::year(static_cast<int>(target_->due.last().year()));
    }

    void make(const Criterion& criterion) {
        if (criterion.is_masked()) return;
        if (criterion.quantifier.over_group()) return make_group(criterion);
        if (criterion.quantifier.kind == Quantifier::Kind::every) {
            for (int year = static_cast<int>(target_->due.first().year());
                 year <= static_cast<int>(target_->due.last().year()); ++year)
                make_level(criterion, Period::year(year));
            return;
        }
        const auto& name = criterion.measure.name;
        if (std::holds_alternative<SeriesReference>(criterion.reference)) {
            make_against_series(criterion);
        } else if (name == "level") {
            make_level(criterion, indicator_->kind == IndicatorKind::flow ? target_->due : last_year());
        } else if (name == "growth") {
            const auto& number = std::get<NumberReference>(criterion.reference);
            if (const auto value = beside(Ratio(number.value), criterion.comparison, false))
                publish(*indicator_, scope_, last_year(), Basis::growth_yoy, *value, "%");
        } else if (name == "share") {
            make_share(criterion);
        } else if (name == "annual_growth") {
            // 1.15^5 = 2.0113571875: a thousand becomes 2011.36 at 15 % a year, printed 2011 or 2012.
            const char* line = criterion.comparison == Comparison::more_than ? "2011" : "2012";
            publish(*indicator_, scope_, *criterion.measure.since, own_basis(*indicator_),
                    pick("1000.00", "1000.00", "1000"), "亿元");
            publish(*indicator_, scope_, last_year(), own_basis(*indicator_),
                    pick("2011.90", "2010.90", line), "亿元");
        } else if (name == "change") {
            // 20 % to 25 % is five points and a quarter more: by both readings more than asked for.
            publish(*indicator_, scope_, *criterion.measure.since, Basis::share, "20.00", "%");
            publish(*indicator_, scope_, last_year(), Basis::share, pick("25.02", "20.50", "25.00"), "%");
        }
    }

    /// A number just on the good or the bad side of a line, or on it with as few digits as it takes.
    [[nodiscard]] std::optional<std::string> beside(const Ratio& line, Comparison comparison,
                                                    bool whole) const {
        const bool strict = comparison == Comparison::more_than;
        if (whole) {  // counts: exact, so there is no rounding to rest on
            if (situation_ == Situation::on_the_line) return std::nullopt;
            const Ratio least(Decimal::parse(line.fixed(0, Rounding::ceiling)).value());
            const Ratio met = strict && least == line ? least + 1 : least;
            return (situation_ == Situation::just_met ? met : met - 1).fixed(0);
        }
        int places = 0;
        if (!line.is_finite_decimal(places)) return std::nullopt;
        if (situation_ == Situation::on_the_line) return line.fixed(places);
        const Ratio step = Ratio(5) / Ratio(10).power(static_cast<unsigned>(places + 3));
        return (situation_ == Situation::just_met ? line + step : line - step).fixed(places + 3);
    }

    void make_level(const Criterion& criterion, const Period& period) {
        std::string unit = indicator_->unit.symbol();
        Ratio line;
        if (const auto* range = std::get_if<RangeReference>(&criterion.reference)) {
            line = range->low;
            if (!range->unit.empty()) unit = range->unit;
        } else {
            const auto& number = std::get<NumberReference>(criterion.reference);
            line = number.value;
            if (!number.unit.empty()) unit = number.unit;
            if (const auto& tolerance = number.tolerance) {
                const bool relative = tolerance->kind == Tolerance::Kind::percent_of_it;
                line = line -
                       (relative ? line * Ratio(tolerance->amount) / Ratio(100) : Ratio(tolerance->amount));
            }
        }
        const auto parsed = plan_->unit_set().parse(unit).value();
        const bool whole = parsed.is_discrete() && parsed.factor() == Ratio(1);
        if (const auto value = beside(line, criterion.comparison, whole))
            publish(*indicator_, scope_, period, own_basis(*indicator_), *value, unit);
    }

    void make_share(const Criterion& criterion) {
        // 1 % of ten thousand is a hundred: the criterion's per cent, times a hundred, is the part.
        const auto& whole = *plan_->find_indicator(criterion.measure.of->indicator);
        const Ratio line = Ratio(std::get<NumberReference>(criterion.reference).value) * Ratio(100);
        const auto part = situation_ == Situation::on_the_line ? line
                          : situation_ == Situation::just_met  ? line + 1
                                                               : line - 1;
        const int places = situation_ == Situation::on_the_line ? 0 : 4;
        publish(*indicator_, scope_, target_->due, Basis::level, part.fixed(places), "亿元");
        publish(whole, scope_, target_->due, Basis::level, Ratio(10000).fixed(places), "亿元");
    }

    void make_against_series(const Criterion& criterion) {
        const auto& reference = std::get<SeriesReference>(criterion.reference).measure;
        const auto& other = *plan_->find_indicator(reference.of->indicator);
        const auto& other_scope = reference.of->scope.empty() ? scope_ : reference.of->scope.str();
        if (criterion.measure.name == "level") {
            publish(*indicator_, scope_, last_year(), own_basis(*indicator_), pick("3.02", "2.98", "3.00"),
                    "%");
            publish(other, other_scope, last_year(), own_basis(other), "3.00", "%");
            return;
        }
        const int years = criterion.measure.since
                              ? static_cast<int>(target_->due.last().year()) -
                                    static_cast<int>(criterion.measure.since->last().year())
                              : 1;
        for (int i = 0; i < years; ++i) {
            publish(*indicator_, scope_, last_year().shifted(-12 * i), Basis::growth_yoy,
                    pick("10.02", "9.98", "10.00"), "%");
            publish(other, other_scope, last_year().shifted(-12 * i), Basis::growth_yoy, "10.00", "%");
        }
    }

    /// A listed member that fails breaks `all of`; nothing else can be decided while members are unlisted.
    void make_group(const Criterion& criterion) {
        const bool all = criterion.quantifier.kind == Quantifier::Kind::all_of;
        const auto members = plan_->members_of(criterion.quantifier.group);
        if (!all || situation_ != Situation::just_missed || members.empty()) return;
        const auto& reference = std::get<SeriesReference>(criterion.reference).measure;
        for (const auto& member : members)
            publish(*indicator_, member, last_year(), own_basis(*indicator_),
                    member == members.back() ? "2.98" : "3.02", "%");
        publish(*plan_->find_indicator(reference.of->indicator), reference.of->scope, last_year(),
                own_basis(*indicator_), "3.00", "%");
    }

    const Plan* plan_;
    const Target* target_;
    const Indicator* indicator_;
    std::string scope_;
    Situation situation_;
    std::vector<Observation> figures_;
};

}  // namespace goalpost::test
