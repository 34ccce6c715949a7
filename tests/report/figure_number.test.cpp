// SPDX-License-Identifier: BSL-1.0
// Files print figures from 128-bit integers where these suffice; each has to be the text that `decimal_text`
// finds for the exact number.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/goalpost.hpp"
#include "goalpost/report/evaluation_report.hpp"
#include "support/random.hpp"

using namespace goalpost;

namespace {

/// Levels, growth and annual growth of figures near to each other, so that figures lie close to their lines.
Evaluation made_up(std::uint64_t seed) {
    test::Random random(seed);
    PlanHead head{.horizon = *Period::parse("2021/2024")};
    head.id = "numbers";
    head.scope = "home";
    PlanBuilder plan(head);
    ObservationsBuilder data;
    const auto any = [&](std::int64_t least, std::int64_t most) {
        return Decimal(random.between(least, most), static_cast<int>(random.between(0, 6)));
    };
    const std::vector<std::string> symbols{"亿元", "家", "%", "亩"};
    for (int i = 0; i < 40; ++i) {
        Indicator indicator{.id = "i" + std::to_string(i), .name = "n" + std::to_string(i)};
        const auto& symbol = symbols[static_cast<std::size_t>(random.between(0, 3))];
        indicator.unit = *UnitSet().parse(symbol);
        if (symbol == "%") indicator.kind = IndicatorKind::ratio;
        plan.add(indicator);
        const auto most = random.between(0, 1) == 0 ? 100 : 999'999'999'999'999;
        const auto value = any(1, most);
        for (const auto* year : {"2020", "2023"})
            data.add({.indicator = indicator.id,
                      .scope = "home",
                      .period = *Period::parse(year),
                      .value = any(1, most),
                      .unit = indicator.unit});
        data.add({.indicator = indicator.id,
                  .scope = "home",
                  .period = Period::year(2024),
                  .value = value,
                  .unit = indicator.unit});
        const bool near = random.between(0, 1) == 0;  // one last digit away
        const auto number =
            (near ? Decimal(value.units() + random.between(-1, 1), value.places()) : any(0, most)).text();
        const auto rate = any(-2000, 9000).text();
        std::vector<std::string> criteria{"level >= " + number + " " + symbol,
                                          "level <= " + number + " " + symbol};
        if (symbol != "%") {
            criteria.push_back("growth >= " + rate + " %");
            criteria.push_back("annual_growth(since 2020) >= " + rate + " %");
            criteria.push_back("annual_growth(since 2023) > " + rate + " %");
        }
        // Next to an end of a tolerance and of a range, and at it.
        const auto units = value.units() + random.between(-1, 1);
        const auto text_of = [&](std::int64_t last_digits) {
            return Decimal(last_digits, value.places()).text();
        };
        criteria.push_back("level ~ " + text_of(units * 2) + " " + symbol + " ± 50 % of it");
        criteria.push_back("level in [" + text_of(units) + ", " + text_of(units * 2 + 2) + "] " + symbol);
        for (const auto& text : criteria) {
            Target target{.due = Period::year(2024)};
            target.id = indicator.id + " " + text;
            target.indicator = indicator.id;
            target.readings = {*parse_criterion(text)};
            plan.add(std::move(target));
        }
    }
    return evaluate(std::move(plan).build(), std::move(data).build(), *parse_date("2025-12-31"));
}

std::string expected(const Figure& figure, const Figure& line, std::vector<Value> edges = {}) {
    if (!figure) return {};
    if (!line) return decimal_text(figure.shown());
    const auto scale = Ratio(1) / figure.unit().factor();
    for (auto& edge : edges)
        edge = edge * scale;
    return decimal_text(figure.shown(), line.value() * scale, edges);
}

}  // namespace

TEST_CASE("figures in files are the decimals of the exact numbers, roots too") {
    const Figure whole(Value(1), UnitOfMeasure::percent());
    const Figure nothing(Value(0), UnitOfMeasure::percent());
    std::size_t roots = 0;
    std::size_t by_edges = 0;
    std::size_t long_ones = 0;  // with more digits than the twelve that are usual: their line lies close
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        const auto evaluation = made_up(seed);
        const auto sheet = data_sheet_of({&evaluation});
        std::map<std::string, std::size_t> columns;
        for (std::size_t i = 0; i < sheet.columns.size(); ++i)
            columns[sheet.columns[i].key] = i;
        for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
            const auto& assessment = evaluation.assessments()[row];
            CAPTURE(evaluation.target_of(assessment)->id);
            const auto figures = evaluation.figures(assessment);
            const auto check = [&](const std::string& key, const Figure& figure, const Figure& line,
                                   const std::vector<Value>& edges = {}) {
                CAPTURE(key);
                const auto& text = sheet.rows[row][columns.at(key)].text;
                REQUIRE(text == expected(figure, line, edges));
                if (text != expected(figure, line)) ++by_edges;
                if (figure && !figure.value().is_rational()) ++roots;
                if (std::ranges::count_if(text, [](char c) { return c >= '1' && c <= '9'; }) > 12)
                    ++long_ones;
            };
            const auto& edges = figures.edges;
            std::vector<Value> distances;
            std::vector<Value> shares;
            for (const auto& edge : edges) {
                distances.push_back(edge - figures.required.value());
                if (figures.completion)
                    shares.push_back(edge * (Ratio(1) / figures.required.value().rational()));
            }
            check("measured", figures.measured, figures.required, edges);
            check("required", figures.required, figures.measured);
            check("gap", figures.gap, nothing, distances);
            check("completion", figures.completion, whole, shares);
            for (auto& share : shares)
                share = share - Value(1);
            check("over_fulfilment", figures.over_fulfilment, nothing, shares);
            check("progress", figures.progress, whole);
            check("growth", figures.growth, nothing);
            check("pace", figures.pace, nothing);
            check("needed", figures.needed, nothing);
            check("projected", figures.projected, figures.required, edges);
            check("base", figures.base, figures.required, edges);
        }
    }
    CHECK(roots > 500);
    CHECK(long_ones > 100);
    CHECK(by_edges > 100);
}

TEST_CASE("texts of any length and with anything in them are written row by row as in a sheet") {
    PlanHead head{.horizon = Period::year(2024)};
    head.id = "a, \"b\"";
    head.scope = "home";
    PlanBuilder plan(head);
    plan.add(Indicator{.id = "x", .name = "=1+1", .unit = *UnitSet().parse("家")});
    plan.add(Indicator{.id = "y", .name = std::string(4095, 'n'), .unit = *UnitSet().parse("亿元")});
    ObservationsBuilder data;
    const auto target = [&](std::string id, const char* indicator, std::string scope, const char* period,
                            std::string_view criterion = "level >= 7") {
        data.add({.indicator = indicator,
                  .scope = scope,
                  .period = *Period::parse(period),
                  .value = Decimal(12345, 2),
                  .unit = *UnitSet().parse(indicator == std::string("x") ? "家" : "亿元")});
        Target made{.due = *Period::parse(period)};
        made.id = std::move(id);
        made.indicator = indicator;
        made.scope = std::move(scope);
        made.readings = {*parse_criterion(criterion)};
        plan.add(std::move(made));
    };
    // Criteria of one indicator that differ in this or that from the one before.
    for (const std::string_view criterion : {"level >= 7 家",
                                             "level >= 7.50 家",
                                             "level >= -3 家",
                                             "level > 7 家",
                                             "level >= 7 万家",
                                             "level >= 7",
                                             "level >= 0",
                                             "level in [1, 2] 家",
                                             "level >= 8",
                                             "level ~ 8 家 ± 1 家",
                                             "level ~ 8 家 ± 2 家",
                                             "growth >= 7 %",
                                             "growth(since 2020) >= 7 %",
                                             "growth(since 2021) >= 7 %",
                                             "level >= ****",
                                             "every year: level >= 7",
                                             "level >= level(of y)",
                                             "share(of y) >= 7 %",
                                             "share(of y) >= 8 %",
                                             "share(of y @ \"a, b\") >= 8 %",
                                             "share(of y @ \"a, b\") >= 9 %"}) {
        target("c" + std::string(criterion), "x", "home", "2024", criterion);
    }
    // Rows of every length around the 4096 bytes that are put together before they are written.
    for (std::size_t length = 3500; length < 4200; ++length) {
        const auto number = std::to_string(length);
        target(number + std::string(length, 't'), length % 2 == 0 ? "x" : "y", "s" + number,
               length % 3 == 0 ? "2024" : "2024-H1");
    }
    target("\n, ", "x", std::string(9000, 's'), "2024");
    target("one \xFF", "y", "-2", "2024");
    plan.add_invalid({.id = "lost, found", .problem = "none"});
    const auto evaluation =
        evaluate(std::move(plan).build(), std::move(data).build(), *parse_date("2025-12-31"));
    for (const auto language : {Language::en, Language::zh}) {
        const EvaluationReport report{&evaluation, language};
        std::string of_rows = "before";
        write_csv(of_rows, report);
        std::string of_sheet = "before";
        write_csv(of_sheet, data_sheet_of(report));
        REQUIRE(of_rows == of_sheet);
    }
}
