// SPDX-License-Identifier: BSL-1.0
// The table of Zhejiang's 11 cities for the first quarter of 2025: rolled up to the province and held against
// the published totals, ranked, and warned. Run from the root of the repository.
#include <goalpost/evaluate/arithmetic.hpp>
#include <goalpost/evaluate/figure_text.hpp>
#include <goalpost/goalpost.hpp>
#include <goalpost/io/observations_csv.hpp>
#include <goalpost/rollup/aggregate.hpp>
#include <goalpost/rollup/contenders.hpp>
#include <goalpost/rollup/published_parts.hpp>
#include <goalpost/rollup/total_check.hpp>
#include <goalpost/rollup/warning_rules.hpp>
#include <iostream>

using namespace goalpost;

namespace {

const std::vector<std::string> cities{"杭州市", "宁波市", "温州市", "嘉兴市", "湖州市", "绍兴市",
                                      "金华市", "衢州市", "舟山市", "台州市", "丽水市"};

/// Every city is to raise its R&D expense faster than the province does.
Plan plan_of_the_quarter() {
    const UnitSet units;
    const auto quarter = Period::of(Frequency::quarter, 2025, 1);
    PlanBuilder plan(
        {.id = "cities", .title = "R&D expense of 11 cities", .horizon = quarter, .scope = "浙江省"});
    plan.add(Indicator{.id = "expense", .name = "规上工业研发费用", .unit = *units.parse("亿元")});
    plan.add(Indicator{.id = "revenue", .name = "规上工业营业收入", .unit = *units.parse("亿元")});
    plan.add(Indicator{.id = "ratio",
                       .name = "规上工业研发费用占营业收入比重",
                       .unit = *units.parse("%"),
                       .kind = IndicatorKind::ratio,
                       .numerator = "expense",
                       .denominator = "revenue"});
    for (const auto& city : cities) {
        plan.add(ResponsibleUnit{.id = city, .name = city + "政府"});
        plan.add(Target{.id = city,
                        .indicator = "expense",
                        .scope = city,
                        .due = quarter,
                        .readings = {*parse_criterion("growth > growth(of expense @ 浙江省)")},
                        .statements = {Statement{.lead = {city}}}});
    }
    return plan.build();
}

/// A number in one hundredth of `unit`, and with one digit more all that its printed digits may stand for:
/// `7.72 % in (7.672, 7.773)`.
std::string text(const Rounded& number, const UnitOfMeasure& unit) {
    const auto digits = [&](const Value& value, int places) {
        return (value * (Ratio(1) / unit.factor())).fixed(places);
    };
    const auto& [low, high] = number.range();
    return digits(number.value(), 2) + " " + std::string(unit.symbol()) + " in " +
           (low.kind == Bound::Kind::closed ? "[" : "(") + digits(low.value, 3) + ", " +
           digits(high.value, 3) + (high.kind == Bound::Kind::closed ? "]" : ")");
}
std::string explained(const TotalCheck& check) {
    return check.agrees      ? "agrees"
           : check.explained ? "rounding explains the rest"
                             : "rounding does not explain it";
}

}  // namespace

int main() {
    const auto plan = plan_of_the_quarter();
    const auto figures = read_observations_csv("examples/data/zhejiang_2024.csv", plan.unit_set());
    const auto evaluation = evaluate(plan, figures.observations, *parse_date("2025-03-31"));
    const auto quarter = plan.head().horizon;
    const auto& expense = plan.indicators()[0];
    const auto& ratio = plan.indicators()[2];

    // [rollup]
    const std::vector<std::string> province{"浙江省"};
    const auto published = published_parts(evaluation, expense, province, quarter).front();
    const auto published_ratio = published_parts(evaluation, ratio, province, quarter).front();

    // A flow adds up; its growth is that of the sums, never the mean of the rates.
    const auto parts = published_parts(evaluation, expense, cities, quarter);
    const auto sum = aggregate(expense.kind, Over::places, parts);
    const auto growth = aggregate(AddUp::growth_of_total, parts);
    const auto gap = check_total(*sum.value, *published.value);

    // A ratio is sum over sum. The cities' revenues are not published: the printed shares imply them.
    const auto shares = published_parts(evaluation, ratio, cities, quarter);
    const auto whole = aggregate(ratio.kind, Over::places, shares);
    // [/rollup]
    const auto& yi = expense.unit;
    const auto& percent = ratio.unit;
    std::cout << "Expense of " << sum.coverage.counted << " cities: " << text(*sum.value, yi) << "\n"
              << "  published for the province: " << text(*published.value, yi) << "\n"
              << "  in no city: " << text(gap.difference, yi) << ": " << explained(gap) << "\n"
              << "Growth of the total: " << text(*growth.value, percent) << "\n"
              << "  published: " << text(*published.growth, percent) << ": "
              << explained(check_total(*growth.value, *published.growth)) << "\n"
              << "Share of revenue: " << text(*whole.value, percent) << "\n"
              << "  published: " << text(*published_ratio.value, percent) << ": "
              << explained(check_total(*whole.value, *published_ratio.value)) << "\n";

    // Why it is lower: the province's own share implies more revenue than the cities' shares do.
    RollUp implied(AddUp::sum);
    for (const auto& part : shares)
        implied.add(Part{.name = part.name, .value = *part.numerator / *part.value});
    const auto revenue = implied.result();
    const auto all_revenue = *published.value / *published_ratio.value;
    const auto outside = check_total(*revenue.value, all_revenue);
    const Rounded with_the_rest = (*sum.value + gap.difference) / (*revenue.value + outside.difference);
    std::cout << "Revenue that the cities' shares imply: " << text(*revenue.value, yi) << "\n"
              << "  and the province's: " << text(all_revenue, yi) << "\n"
              << "  in no city: " << text(outside.difference, yi) << "\n"
              << "  with both remainders: " << (with_the_rest.value() * Ratio(100)).fixed(2) << " %\n\n";

    // [ranking]
    const auto by_growth =
        scope_contenders(evaluation, expense, MeasureTerm{.name = "growth"}, cities, quarter);
    const auto by_ratio = scope_contenders(evaluation, ratio, MeasureTerm{.name = "level"}, cities, quarter);
    const auto levels = rank(by_ratio);
    const auto ranking = rank(by_growth, expense.better, TieRule::skip, &levels);
    const auto shown = ends(ranking, 2, 2);
    // [/ranking]
    std::cout << "By growth (and how far ahead of the place by share of revenue):\n";
    for (const auto& place : ranking.places) {
        std::cout << place.place << " " << place.name << " "
                  << figure_text(Figure(place.value.value(), place.value.unit())) << " (" << *place.movement()
                  << ")" << (place.is_firm ? "" : ", rests on rounding") << "\n";
    }
    std::cout << "red:";
    for (const auto& name : shown.red)
        std::cout << " " << name;
    std::cout << "\nblack:";
    for (const auto& name : shown.black)
        std::cout << " " << name;

    // [warning]
    const AnyWarningRule shrinking = [](const WarningView& view) -> std::optional<WarningSign> {
        const auto measured = view.figures().measured;
        if (!measured || *measured.value().sign() >= 0) return std::nullopt;
        return WarningSign{WarningLevel::red, {"it shrinks", "负增长"}, "shrinking"};
    };
    const auto warnings =
        warn(evaluation, {}, {warnings::StatusIs{Status::missed, WarningLevel::yellow}, shrinking});
    // [/warning]
    std::cout << "\n\nWarned, for growth not above the province's:\n";
    for (const auto& warning : warnings) {
        std::cout << words(warning.level, Language::en) << " (" << words(warning.level, Language::zh)
                  << "): ";
        for (const auto& unit : warning.warned)
            std::cout << plan.find_responsible_unit(unit.unit)->name;
        for (const auto& sign : warning.signs)
            std::cout << "; " << sign.why.en;
        std::cout << "\n";
    }
}
