// SPDX-License-Identifier: BSL-1.0
// A plan and its observations from a few lines of text, judged and written out in one line.
#pragma once

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/evaluator.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost::test {

/// `met, achieved, final, firm; over_fulfilled` · `undetermined(not_due), behind, interim`
inline std::string verdict_text(const Assessment& codes) {
    std::string text(name_of(codes.outcome));
    if (codes.reason != Reason::none) text += "(" + std::string(name_of(codes.reason)) + ")";
    text += ", " + std::string(name_of(codes.status)) + ", " + std::string(name_of(codes.stage));
    if (codes.certainty != Certainty::open) text += ", " + std::string(name_of(codes.certainty));
    std::string flags;
    for (std::size_t i = 0; i < flag_count; ++i) {
        if (codes.flags.has(flag_at(i)))
            flags += (flags.empty() ? "" : " ") + std::string(name_of(flag_at(i)));
    }
    return flags.empty() ? text : text + "; " + flags;
}

/// `-492.13 亿元` · `2/3` · `(zero_base)`: exact; with `places`, rounded to so many: `96.92 %`
inline std::string figure_text(const Figure& figure, int places = -1) {
    if (!figure) return "(" + std::string(name_of(figure.reason())) + ")";
    const auto shown = figure.shown();
    int exact = 0;
    const bool finite = shown.is_rational() && shown.rational().is_finite_decimal(exact);
    const auto number = places >= 0 ? shown.fixed(places)
                        : finite    ? shown.fixed(exact)
                                    : shown.rational().fraction();
    const auto& unit = figure.unit().symbol();
    return unit.empty() ? number : number + " " + unit;
}

/// Throws std::logic_error where two evaluations of the same targets differ in a verdict, its evidence or a
/// figure.
inline void require_same(const Evaluation& one, const Evaluation& other) {
    constexpr Figure Figures::*members[] = {
        &Figures::measured,        &Figures::required,  &Figures::gap,    &Figures::completion,
        &Figures::over_fulfilment, &Figures::progress,  &Figures::growth, &Figures::pace,
        &Figures::needed,          &Figures::projected, &Figures::base};
    const auto same = [](const Figure& a, const Figure& b) {
        if (!a || !b) return a.reason() == b.reason();
        return a.unit() == b.unit() && compare(a.value(), b.value()) == std::strong_ordering::equal;
    };
    for (std::size_t i = 0; i < one.assessments().size(); ++i) {
        const auto& a = one.assessments()[i];
        const auto& b = other.assessments()[i];
        const auto differ = [&](const std::string& what) {
            throw std::logic_error(one.id_of(a) + ", judged in two ways: " + what);
        };
        if (verdict_text(a) != verdict_text(b) || a.observed != b.observed || a.held != b.held ||
            a.failed != b.failed || a.unknown != b.unknown)
            differ(verdict_text(a) + " | " + verdict_text(b));
        if (!std::ranges::equal(one.evidence(a), other.evidence(b))) differ("evidence");
        const auto figures = one.figures(a);
        const auto others = other.figures(b);
        for (std::size_t k = 0; k < std::size(members); ++k) {
            if (!same(figures.*members[k], others.*members[k])) differ("figure " + std::to_string(k));
        }
        if (figures.base_period != others.base_period || figures.base_is_stated != others.base_is_stated)
            differ("base");
    }
}

/// Plan, data and date of one test. The scope is 省 and the horizon 2024 unless told otherwise; targets are
/// of the indicator that was named first.
class Case {
  public:
    Case& horizon(std::string_view period) {
        head_.horizon = Period::parse(period).value();
        return *this;
    }
    Case& indicator(const std::string& id, std::string_view unit, IndicatorKind kind,
                    Better better = Better::higher) {
        Indicator made{.id = id, .name = id, .unit = unit_of(unit), .better = better, .kind = kind};
        indicators.push_back(std::move(made));
        return *this;
    }
    Case& group(const std::string& id, std::vector<std::string> members,
                std::optional<std::size_t> size = std::nullopt) {
        groups.push_back({.id = id, .name = id, .members = std::move(members), .size = size});
        return *this;
    }
    Case& target(std::string_view criterion, std::string_view due) {
        Target made{.due = Period::parse(due).value()};
        made.id = "t" + std::to_string(targets.size() + 1);
        made.indicator = indicators.front().id;
        made.readings = {parse_criterion(criterion).value()};
        targets.push_back(std::move(made));
        return *this;
    }
    /// What the last target says its indicator was before.
    Case& base(std::string_view period, std::string_view value, std::string unit = "") {
        targets.back().base =
            Base{Period::parse(period).value(), Decimal::parse(value).value(), std::move(unit)};
        return *this;
    }
    /// Another thing that the words of the last target may mean.
    Case& reading(std::string_view criterion) {
        targets.back().readings.push_back(parse_criterion(criterion).value());
        return *this;
    }
    /// `value` may begin with a qualifier: `>2000`, `~3.2`. A final figure of 省 unless told otherwise.
    Case& observe(std::string name, std::string_view period, std::string_view basis, std::string_view value,
                  std::string_view unit, std::string_view status = "final", std::string_view published = "",
                  std::string scope = "省") {
        Observation made{.period = Period::parse(period).value()};
        made.indicator = std::move(name);
        made.scope = std::move(scope);
        made.basis = basis_from(basis).value();
        const auto sign = value.substr(0, value.find_first_not_of("<>=~"));
        made.qualifier = qualifier_from(sign).value();
        made.value = Decimal::parse(value.substr(sign.size())).value();
        made.unit = unit_of(unit);
        made.status = observation_status_from(status).value();
        if (!published.empty()) made.published = parse_date(published).value();
        rows.push_back(std::move(made));
        return *this;
    }
    Case& observe_in(std::string scope, std::string name, std::string_view period, std::string_view basis,
                     std::string_view value, std::string_view unit) {
        return observe(std::move(name), period, basis, value, unit, "final", "", std::move(scope));
    }
    /// Nothing: the end of the latest observed period.
    Case& as_of(std::string_view date) {
        as_of_ = parse_date(date).value();
        return *this;
    }

    [[nodiscard]] Plan plan() const {
        PlanBuilder builder(head_);
        for (const auto& item : units)
            builder.add(item);
        for (const auto& item : indicators)
            builder.add(item);
        for (const auto& item : groups)
            builder.add(item);
        for (const auto& item : targets)
            builder.add(item);
        for (const auto& item : invalid)
            builder.add_invalid(item);
        return std::move(builder).build();
    }
    [[nodiscard]] Observations observations() const {
        ObservationsBuilder builder;
        for (const auto& row : rows)
            builder.add(row);
        return std::move(builder).build();
    }
    /// Plain targets are judged in a short way. Each case is judged by the rules as well, which must say the
    /// same: a target whose criterion is said twice is not plain.
    [[nodiscard]] Evaluation judge() const {
        const auto data = observations();
        const auto date = as_of_ ? as_of_ : latest_date(data);
        if (!date) throw std::logic_error("a case without data needs an as-of date");
        auto evaluation = evaluate(plan(), data, *date, options);
        auto twice = *this;
        for (auto& target : twice.targets) {
            if (target.readings.size() == 1) target.readings.push_back(target.criterion());
        }
        require_same(evaluation, evaluate(twice.plan(), data, *date, options));
        return evaluation;
    }
    /// Of the first target.
    [[nodiscard]] std::string verdict() const { return verdict_text(judge().assessments()[0]); }
    [[nodiscard]] std::string figure(Figure Figures::*member, int places = -1) const {
        const auto evaluation = judge();
        return test::figure_text(evaluation.figures(evaluation.assessments()[0]).*member, places);
    }

    std::vector<ResponsibleUnit> units;
    std::vector<Indicator> indicators;
    std::vector<Group> groups;
    std::vector<Target> targets;
    std::vector<InvalidTarget> invalid;
    std::vector<Observation> rows;
    EvaluateOptions options;

  private:
    static UnitOfMeasure unit_of(std::string_view symbol) { return UnitSet().parse(symbol).value(); }

    PlanHead head_{.id = "plan", .title = "plan", .horizon = Period::year(2024), .scope = "省"};
    std::optional<Date> as_of_;
};

}  // namespace goalpost::test
