// SPDX-License-Identifier: BSL-1.0
// Plain targets are judged in integers; everything has to come out as the rules in Judge have it, which
// `details` follows for each single target.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/detail/judged_figures.hpp"
#include "goalpost/evaluate/detail/short_figures.hpp"
#include "goalpost/goalpost.hpp"
#include "goalpost/rollup/performance.hpp"

using namespace goalpost;

namespace {

/// Small numbers on few values, so that ends and lines meet often.
class Maker {
  public:
    explicit Maker(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t most) { return static_cast<std::size_t>(random_() % most); }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class Item>
    const Item& any(const std::vector<Item>& items) {
        return items[below(items.size())];
    }
    Decimal number(std::int64_t least, std::int64_t most) {
        const auto places = static_cast<int>(below(3));
        const auto range = static_cast<std::size_t>(most - least + 1);
        return Decimal(least + static_cast<std::int64_t>(below(range)), places);
    }

  private:
    std::mt19937_64 random_;
};

struct Case {
    Plan plan;
    Observations data;
    std::size_t plain = 0;
};

Case random_case(std::uint64_t seed, bool wide) {
    Maker make(seed);
    PlanHead head{.horizon = make.one_in(2) ? Period::year(2024) : *Period::parse("2021/2025")};
    head.id = "random";
    head.scope = "home";
    PlanBuilder plan(head);
    const std::vector<IndicatorKind> kinds{IndicatorKind::flow, IndicatorKind::stock, IndicatorKind::ratio,
                                           IndicatorKind::index, IndicatorKind::rank};
    const std::vector<std::string> amounts{"亿元", "万元", "万亿元", "家", "万家", "亩"};
    std::vector<Indicator> indicators;
    for (int i = 0; i < 6; ++i) {
        Indicator indicator;
        indicator.id = indicator.name = "i" + std::to_string(i);
        indicator.kind = i < 2 ? IndicatorKind::flow : make.any(kinds);
        indicator.unit = *UnitSet().parse(indicator.kind == IndicatorKind::ratio ? "%"
                                          : i < 3                                ? "亿元"
                                                                                 : make.any(amounts));
        indicator.better = static_cast<Better>(make.below(3));
        if (i == 5 && make.one_in(3)) {
            indicator.kind = IndicatorKind::ratio;
            indicator.unit = UnitOfMeasure::percent();
            indicator.numerator = "i0";
            indicator.denominator = "i1";
        }
        indicators.push_back(indicator);
        plan.add(indicator);
    }
    const auto like = [&](const Indicator& indicator) -> std::string {
        if (indicator.unit.dimension() == "元") return amounts[make.below(3)];
        return indicator.unit.symbol();
    };
    const std::vector<std::string> periods{
        "2019",           "2020",      "2022",      "2023",      "2024",
        "2024",           "2023",      "2020",      "2024-Q4",   "2024-H1",
        "2024-H2",        "2016/2020", "2020/2022", "2021/2022", "2024-01/2024-09",
        "2023-07/2024-06"};
    const std::vector<std::string> scopes{"home", "away"};

    ObservationsBuilder data;
    const auto add = [&](const Indicator& indicator, const std::string& scope, const std::string& period,
                         bool piece = false) {
        Observation row{.period = *Period::parse(period)};
        row.indicator = indicator.id;
        row.scope = scope;
        row.basis = make.one_in(piece ? 20 : 4) ? static_cast<Basis>(make.below(7)) : Basis::level;
        if (indicator.kind == IndicatorKind::ratio && make.one_in(2)) row.basis = Basis::share;
        row.unit = piece && !make.one_in(20) ? indicator.unit : *UnitSet().parse(like(indicator));
        if (row.basis == Basis::growth_yoy || row.basis == Basis::share) row.unit = UnitOfMeasure::percent();
        row.value = make.number(make.one_in(6) ? -20 : 1, piece ? 6 : 30);
        if (wide) row.value = Decimal(row.value.units() * 10'000'000'000'000'000 + 7, 15);
        if (make.one_in(8)) row.status = ObservationStatus::preliminary;
        if (make.one_in(piece ? 40 : 12)) row.qualifier = Qualifier::about;
        if (make.one_in(piece ? 20 : 6))
            row.published = *parse_date(make.one_in(2) ? "2025-01-15" : "2025-03-01");
        row.series_break = make.one_in(60);
        data.add(row);
    };
    for (int i = 0; i < 40; ++i) {
        const auto& indicator = make.any(indicators);  // in statements of their own: see support/random.hpp
        const auto& scope = make.any(scopes);
        add(indicator, scope, make.any(periods));
    }
    // Whole years of pieces, now and then with a gap, for flows that are their sums.
    for (const auto& scope : scopes) {
        for (const auto* year : {"2020", "2023", "2024"}) {
            const auto& indicator = indicators[make.below(2)];
            for (const auto* piece : {"-Q1", "-Q2", "-Q3", "-Q4"}) {
                if (!make.one_in(20)) add(indicator, scope, std::string(year) + piece, true);
            }
        }
    }

    for (int i = 0; i < 30; ++i) {
        const auto& indicator = make.any(indicators);
        const bool away = make.one_in(4);
        const auto* const due = make.one_in(4)    ? "2021/2025"
                                : make.one_in(6)  ? "2024-Q4"
                                : make.one_in(8)  ? "2023"
                                : make.one_in(12) ? "2024-01-10/2024-12-20"
                                                  : "2024";
        Target target{.due = *Period::parse(due)};
        target.id = "t" + std::to_string(i);
        target.indicator = indicator.id;
        if (away) target.scope = "away";
        Criterion criterion;
        criterion.comparison = static_cast<Comparison>(make.below(5));
        NumberReference number{make.number(-10, 30), "", {}};
        if (wide) number.value = Decimal(number.value.units() * 10'000'000'000'000'000 + 7, 15);
        if (make.one_in(8)) number.value = Decimal(0);
        const auto since = [&] {
            criterion.measure.since = Period::year(make.one_in(2) ? 2020 : make.one_in(6) ? 2022 : 2019);
        };
        switch (make.below(9)) {
            case 0:
            case 1:
            case 2:
                if (make.one_in(2)) number.unit = like(indicator);
                break;
            case 3:
                criterion.measure.name = "share";
                criterion.measure.of = SeriesName{"i1", make.one_in(3) ? "away" : ""};
                if (make.one_in(2)) number.unit = "%";
                break;
            case 4:
                criterion.measure.name = "growth";
                if (make.one_in(2)) since();
                if (make.one_in(2)) number.unit = "%";
                break;
            case 5:
                criterion.measure.name = "annual_growth";
                since();
                if (make.one_in(2)) number.unit = "%";
                break;
            case 6:
                criterion.measure.name = "multiple";
                since();
                break;
            case 7:
                criterion.measure.name = "change";
                since();
                break;
            default: break;
        }
        criterion.reference = number;
        if (make.one_in(5)) {
            criterion.measure = {};
            if (make.one_in(2)) criterion.measure.name = "growth";
            SeriesReference other;
            other.measure.name = criterion.measure.name;
            other.measure.of = SeriesName{make.any(indicators).id, make.one_in(2) ? "away" : ""};
            criterion.reference = other;
        }
        if (make.one_in(4)) {
            target.base = Base{Period::year(make.one_in(2) ? 2020 : 2023), make.number(-5, 30), ""};
            if (make.one_in(2)) target.base->unit = like(indicator);
        }
        target.readings = {criterion};
        if (make.one_in(16)) target.milestones = {{Period::year(2022), make.number(0, 20)}};
        if (make.one_in(20)) target.calendar = Calendar{.kind = PaceKind::compound};
        if (!plan.problem_with(target)) plan.add(std::move(target));
    }
    Case made{std::move(plan).build(), std::move(data).build()};
    made.plain = static_cast<std::size_t>(std::ranges::count_if(
        detail::PlanAccess::plain_targets(made.plan),
        [](const detail::PlainTarget& target) { return target.shape != detail::PlainShape::none; }));
    return made;
}

/// When all is due, some of it perhaps not published yet.
Evaluation random_evaluation(std::uint64_t seed) {
    auto made = random_case(seed, seed % 5 == 0);
    EvaluateOptions options;
    options.require_firm = seed % 7 == 0;
    const auto day = *parse_date(seed % 2 == 0 ? "2025-02-01" : "2025-12-31");
    return evaluate(std::move(made.plan), std::move(made.data), day, options);
}

/// Names the first field in which the two ways differ; empty where none does.
std::string difference(const Assessment& a, const Assessment& b) {
    if (a.outcome != b.outcome) return "outcome";
    if (a.status != b.status) return "status";
    if (a.stage != b.stage) return "stage";
    if (a.certainty != b.certainty) return "certainty";
    if (a.reason != b.reason) return "reason";
    if (!(a.flags == b.flags)) return "flags";
    if (a.observed != b.observed) return "observed";
    return {};
}

std::size_t count_differences(const Evaluation& evaluation) {
    std::size_t differences = 0;
    for (const auto& found : evaluation.assessments()) {
        const auto* target = evaluation.target_of(found);
        if (target == nullptr) continue;
        auto [judged, trace] = detail::details_of(evaluation, found);
        const auto differs = difference(found, judged.codes);
        const bool rows = std::ranges::equal(trace.sorted_rows(), evaluation.evidence(found));
        CAPTURE(target->id);
        CAPTURE(target->indicator);
        CAPTURE(target->due.text());
        CAPTURE(text(target->criterion()));
        CAPTURE(evaluation.as_of());
        CHECK(differs == "");
        CHECK(rows);
        if (!differs.empty() || !rows) ++differences;
    }
    return differences;
}

/// Names the first figure in which the two ways differ; empty where none does.
std::string difference(const Figures& a, const Figures& b) {
    const auto same = [](const Figure& x, const Figure& y) {
        if (!x || !y) return !x && !y && x.reason() == y.reason();
        const auto order = compare(x.value(), y.value());
        return order && *order == 0 && x.unit() == y.unit() && x.is_the_number() == y.is_the_number();
    };
    const std::pair<const char*, Figure Figures::*> all[] = {
        {"measured", &Figures::measured}, {"required", &Figures::required},
        {"gap", &Figures::gap},           {"completion", &Figures::completion},
        {"progress", &Figures::progress}, {"over_fulfilment", &Figures::over_fulfilment},
        {"growth", &Figures::growth},     {"pace", &Figures::pace},
        {"needed", &Figures::needed},     {"projected", &Figures::projected},
        {"base", &Figures::base}};
    for (const auto& [name, figure] : all) {
        if (!same(a.*figure, b.*figure)) return name;
    }
    if (a.base_period != b.base_period) return "base_period";
    if (a.base_is_stated != b.base_is_stated) return "base_is_stated";
    return {};
}

/// A plan with one flow, x.
PlanBuilder plan_of_x(const Period& horizon, const char* unit) {
    PlanHead head{.horizon = horizon};
    head.id = "x";
    head.scope = "home";
    PlanBuilder plan(head);
    plan.add(Indicator{.id = "x", .name = "x", .unit = *UnitSet().parse(unit)});
    return plan;
}

Target target_of_x(const Period& due, const char* criterion) {
    Target target{.due = due};
    target.id = criterion;
    target.indicator = "x";
    target.readings = {*parse_criterion(criterion)};
    return target;
}

Observation figure_of_x(const char* period, const Decimal& value, const char* unit) {
    return {.indicator = "x",
            .scope = "home",
            .period = *Period::parse(period),
            .value = value,
            .unit = *UnitSet().parse(unit)};
}

}  // namespace

TEST_CASE("plain targets come out as the rules have it, on random plans and figures") {
    std::size_t plain = 0;
    std::size_t in_integers = 0;
    std::array<std::size_t, 7> early{};  // without a due figure, by status
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        CAPTURE(seed);
        const auto made = random_case(seed, seed % 5 == 0);
        plain += made.plain;
        EvaluateOptions options;
        options.require_firm = seed % 7 == 0;
        for (const auto* day :
             {"2020-06-30", "2023-03-31", "2024-06-30", "2024-10-15", "2025-02-01", "2025-12-31"}) {
            const auto evaluation = evaluate(made.plan, made.data, *parse_date(day), options);
            REQUIRE(count_differences(evaluation) == 0);
            const auto& judge = *evaluation.inputs()->plain;
            for (const auto& target : detail::PlanAccess::plain_targets(evaluation.plan())) {
                Assessment codes;
                detail::PlainEvidence evidence;
                if (!judge.judge(target, judge.locate(target), evaluation.as_of(), codes, evidence)) continue;
                ++in_integers;
                if (codes.stage == Stage::interim && codes.observed)
                    ++early[static_cast<std::size_t>(codes.status)];
            }
        }
    }
    CHECK(plain > 8000);         // of 18000
    CHECK(in_integers > 40000);  // of 108000
    for (const auto status : {Status::achieved_early, Status::on_track, Status::behind, Status::missed})
        CHECK(early[static_cast<std::size_t>(status)] > 150);
    CHECK(early[static_cast<std::size_t>(Status::undetermined)] > 2000);
}

TEST_CASE("before it is due, growth is counted from the base that the plan states") {
    auto plan = plan_of_x(*Period::parse("2021/2025"), "亿元");
    auto target = target_of_x(*Period::parse("2021/2025"), "growth >= 10 %");
    target.base = Base{Period::year(2023), Decimal(100), ""};
    plan.add(target);
    ObservationsBuilder data;
    data.add(figure_of_x("2023", Decimal(90), "亿元"));
    data.add(figure_of_x("2024", Decimal(105), "亿元"));
    const auto evaluation = evaluate(plan.build(), data.build(), *parse_date("2025-06-30"));
    const auto& found = evaluation.assessments().front();
    CHECK(found.status == Status::behind);  // 105 / 100 - 1 = 5 %, and not 105 / 90 - 1 = 16.7 %
    CHECK(found.flags.has(Flag::base_conflict));
    CHECK(count_differences(evaluation) == 0);
}

TEST_CASE("a span that is not made of months is counted in days") {
    auto plan = plan_of_x(Period::year(2024), "家");
    plan.add(target_of_x(*Period::parse("2024-01-10/2024-01-19"), "level >= 100 家"));
    ObservationsBuilder data;
    data.add(figure_of_x("2024-01-10/2024-01-14", Decimal(45), "家"));
    const auto evaluation = evaluate(plan.build(), data.build(), *parse_date("2024-01-15"));
    CHECK(evaluation.assessments().front().status == Status::behind);  // 50 in five of ten days
    CHECK(count_differences(evaluation) == 0);
}

TEST_CASE("a year that is the sum of its quarters is as loose as all of them together") {
    auto plan = plan_of_x(Period::year(2024), "亿元");
    ObservationsBuilder data;
    const auto add = [&](const char* period, const char* value) {
        data.add(figure_of_x(period, *Decimal::parse(value), "亿元"));
    };
    // 10.000, of which rounding may have taken or added 0.05 + 0.05 + 0.005 + 0.0005: 9.8945 to 10.1055.
    add("2024-Q1", "2.5");
    add("2024-Q2", "2.5");
    add("2024-Q3", "2.50");
    add("2024-Q4", "2.500");
    const std::vector<std::pair<const char*, Certainty>> lines{
        {"level >= 9.8945 亿元", Certainty::firm},
        {"level >= 9.8946 亿元", Certainty::rests_on_rounding},
        {"level < 10.1055 亿元", Certainty::firm},  // that end does not belong to it
        {"level < 10.1054 亿元", Certainty::rests_on_rounding},
    };
    for (const auto& [line, certainty] : lines) {
        plan.add(target_of_x(Period::year(2024), line));
    }
    const auto evaluation = evaluate(plan.build(), data.build(), *parse_date("2025-12-31"));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CAPTURE(lines[i].first);
        CHECK(evaluation.assessments()[i].outcome == Outcome::met);
        CHECK(evaluation.assessments()[i].certainty == lines[i].second);
        CHECK(evaluation.evidence(evaluation.assessments()[i]).size() == 4);
    }
    CHECK(count_differences(evaluation) == 0);
}

TEST_CASE("plain targets perform as the rules have it, on random plans and figures") {
    std::size_t in_integers = 0;
    std::size_t completions = 0;
    std::size_t in_one_quotient = 0;
    for (std::uint64_t seed = 301; seed <= 800; ++seed) {
        CAPTURE(seed);
        const auto evaluation = random_evaluation(seed);
        for (const auto& found : evaluation.assessments()) {
            const auto* target = evaluation.target_of(found);
            if (target == nullptr) continue;
            CAPTURE(text(target->criterion()));
            Trace trace;
            const auto judged = detail::performance_of(detail::judge_of(evaluation).judge(*target, trace),
                                                       target->criterion());
            const auto own = performance_of(evaluation, found);
            REQUIRE(own.outcome == judged.outcome);
            REQUIRE(own.reason == judged.reason);
            REQUIRE(own.completion == judged.completion);
            REQUIRE(own.gap == judged.gap);
            REQUIRE(own.upwards == judged.upwards);
            // What is not read need not be there; what is read is.
            auto some = detail::verdict_of(found, 1);
            detail::find_figures(some, evaluation, found, {true, false});
            REQUIRE(some.completion == judged.completion);
            const auto& plain = detail::PlanAccess::plain_targets(evaluation.plan())[found.target];
            const auto& judge = *evaluation.inputs()->plain;
            if (found.outcome != Outcome::undetermined &&
                judge.completion(plain, evaluation.evidence(found), evaluation.as_of()))
                ++in_one_quotient;
            Performance whole;
            if (!detail::find_plain_figures(whole, evaluation, found, {true, true})) continue;
            if (whole.gap) ++in_integers;
            if (whole.completion) ++completions;
        }
    }
    CHECK(in_integers > 700);  // of 15000 targets, most of which lack a figure
    CHECK(completions > 150);
    CHECK(in_one_quotient > 100);
}

TEST_CASE("the figures of plain targets are those of the rules, on random plans and figures") {
    std::size_t plain = 0;
    std::size_t with_figures = 0;
    for (std::uint64_t seed = 801; seed <= 2800; ++seed) {
        CAPTURE(seed);
        const auto evaluation = random_evaluation(seed);
        detail::ShortFigureFinder finder(evaluation);
        for (const auto& found : evaluation.assessments()) {
            const auto* target = evaluation.target_of(found);
            if (target == nullptr) continue;
            CAPTURE(text(target->criterion()));
            detail::ShortFigures in_short;
            if (!finder.find(found, in_short)) continue;
            const auto own = detail::figures_of(in_short);
            ++plain;
            if (own.measured) ++with_figures;
            REQUIRE(difference(own, detail::judged_figures(evaluation, *target)) == "");
        }
    }
    CHECK(plain > 4000);  // of 60000, most of which lack a figure
    CHECK(with_figures > 2000);
}

TEST_CASE("the number of threads changes nothing") {
    PlanHead head{.horizon = Period::year(2024)};
    head.id = "many";
    head.scope = "home";
    PlanBuilder plan(head);
    ObservationsBuilder data;
    plan.add(Indicator{.id = "x", .name = "x", .unit = *UnitSet().parse("家")});
    Maker make(7);
    for (int i = 0; i < 60'000; ++i) {
        const auto scope = "s" + std::to_string(i / 2);
        Target target{.due = Period::year(2024)};
        target.id = "t" + std::to_string(i);
        target.indicator = "x";
        target.scope = scope;
        target.readings = {*parse_criterion(i % 9 == 0 ? "every year: level >= 20 家" : "level >= 20 家")};
        plan.add(std::move(target));
        if (i % 2 == 0 && !make.one_in(5))
            data.add({.indicator = "x",
                      .scope = scope,
                      .period = Period::year(2024),
                      .value = Decimal(static_cast<std::int64_t>(make.below(40))),
                      .unit = *UnitSet().parse("家")});
    }
    const auto day = *parse_date("2025-12-31");
    const auto one = evaluate(plan.build(), data.build(), day);
    EvaluateOptions options;
    options.threads = 3;
    const auto three = evaluate(plan.build(), data.build(), day, options);
    REQUIRE(one.assessments().size() == three.assessments().size());
    std::size_t unlike = 0;
    for (std::size_t i = 0; i < one.assessments().size(); ++i) {
        const auto& a = one.assessments()[i];
        const auto& b = three.assessments()[i];
        const bool same = difference(a, b).empty() && a.target == b.target &&
                          a.evidence_begin == b.evidence_begin &&
                          std::ranges::equal(one.evidence(a), three.evidence(b));
        if (!same) ++unlike;
    }
    CHECK(unlike == 0);
}

TEST_CASE("nothing is read of a period that is not over") {
    auto plan = plan_of_x(*Period::parse("2021/2025"), "亿元");
    plan.add(target_of_x(Period::year(2025), "growth(since 2024) >= 5 %"));
    ObservationsBuilder data;
    for (const auto* year : {"2022", "2023", "2024"})
        data.add(figure_of_x(year, Decimal(100), "亿元"));
    const auto evaluation = evaluate(plan.build(), data.build(), *parse_date("2023-12-31"));
    CHECK(evaluation.assessments().front().status == Status::undetermined);
    CHECK(evaluation.evidence(evaluation.assessments().front()).empty());
    CHECK(count_differences(evaluation) == 0);
}
