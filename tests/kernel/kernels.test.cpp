// SPDX-License-Identifier: BSL-1.0
// Kernels and evaluate() are two ways to a verdict: they must not differ, least of all on a line.
#include "goalpost/kernel/kernels.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "support/random.hpp"
#include "support/string_makers.hpp"

using namespace goalpost;
using goalpost::test::Random;
using kernel::Column;
using kernel::Relation;
using kernel::RowOutcome;

namespace {

constexpr std::size_t rows = 400;
constexpr int places = 1;  // of all figures
struct Sign {
    Relation relation;
    std::string_view text;
};
constexpr Sign signs[] = {{Relation::at_least, ">="},
                          {Relation::more_than, ">"},
                          {Relation::at_most, "<="},
                          {Relation::less_than, "<"},
                          {Relation::equal, "="}};

/// Figures of two series in two years, and the number of the target, of 400 rows.
struct Drawn {
    using Units = std::vector<std::int64_t>;
    Units value{}, base{}, other{}, other_base{}, line{};
    int line_places = 0;
};

/// A plan with one scope a row, judged by evaluate(); `criterion` gives that of a row, and figures that are
/// drawn empty are not published.
std::vector<RowOutcome> by_evaluate(const Drawn& drawn, int base_year, const auto& criterion) {
    PlanHead head{.horizon = Period::parse("2020/2024").value()};
    head.id = "p";
    head.scope = "国";
    PlanBuilder plan(std::move(head));
    const auto unit = UnitSet().parse("亿元").value();
    for (const auto* id : {"a", "b"}) {
        Indicator one;
        one.id = one.name = id;
        one.unit = unit;
        plan.add(std::move(one));
    }
    ObservationsBuilder data;
    for (std::size_t i = 0; i < rows; ++i) {
        Target target{.due = Period::year(2024)};
        target.id = target.scope = "s" + std::to_string(i);
        target.indicator = "a";
        target.readings = {parse_criterion(criterion(i)).value()};
        plan.add(target);
        const auto publish = [&](const std::string& name, int year, const Drawn::Units& units) {
            if (units.empty()) return;
            data.add({.indicator = name,
                      .scope = target.scope.str(),
                      .period = Period::year(year),
                      .value = Decimal(units[i], places),
                      .unit = unit});
        };
        publish("a", 2024, drawn.value);
        publish("a", base_year, drawn.base);
        publish("b", 2024, drawn.other);
        publish("b", base_year, drawn.other_base);
    }
    const auto evaluation = evaluate(plan.build(), data.build(), parse_date("2025-06-30").value());
    std::vector<RowOutcome> found;
    for (const auto& one : evaluation.assessments()) {
        CAPTURE(name_of(one.reason));
        switch (one.reason) {
            case Reason::zero_base: found.push_back(RowOutcome::zero_base); break;
            case Reason::negative_base: found.push_back(RowOutcome::negative_base); break;
            case Reason::sign_change: found.push_back(RowOutcome::sign_change); break;
            default:
                REQUIRE(one.outcome != Outcome::undetermined);
                found.push_back(one.outcome == Outcome::met ? RowOutcome::met : RowOutcome::not_met);
        }
    }
    return found;
}

/// `draw` draws the figures, `criterion` says the target with the sign of a relation in it, and `judge` calls
/// the kernel.
void agree(std::uint64_t seed, int base_year, const auto& draw, const auto& criterion, const auto& judge) {
    Random random(seed);
    std::array<std::size_t, 7> counts{};
    for (const auto& sign : signs) {
        CAPTURE(sign.text);
        const Drawn drawn = draw(random);
        const auto right = by_evaluate(drawn, base_year, [&](std::size_t i) {
            const auto line =
                drawn.line.empty() ? std::string() : Decimal(drawn.line[i], drawn.line_places).text();
            return criterion(std::string(sign.text), line);
        });
        std::vector<RowOutcome> found(rows);
        judge(drawn, sign.relation, found);
        for (std::size_t i = 0; i < rows; ++i) {
            CAPTURE(i);
            CAPTURE(drawn.value[i]);
            CAPTURE(drawn.base.empty() ? 0 : drawn.base[i]);
            CAPTURE(drawn.line.empty() ? 0 : drawn.line[i]);
            REQUIRE(name_of(found[i]) == name_of(right[i]));
            ++counts[static_cast<std::size_t>(found[i])];
        }
        if (sign.relation == Relation::equal) CHECK(std::ranges::count(found, RowOutcome::met) > 4);
    }
    CHECK(counts[static_cast<std::size_t>(RowOutcome::met)] > 200);
    CHECK(counts[static_cast<std::size_t>(RowOutcome::not_met)] > 200);
}

Drawn::Units some(Random& random, std::int64_t low, std::int64_t high) {
    Drawn::Units units;
    for (std::size_t i = 0; i < rows; ++i)
        units.push_back(random.between(low, high));
    return units;
}
Column column(const Drawn::Units& units) { return Column(units, places); }
Column percent(const Drawn& drawn) { return Column(drawn.line, drawn.line_places).percent(); }

}  // namespace

TEST_CASE("threshold and evaluate() agree") {
    agree(
        1, 2023,
        [](Random& random) {
            return Drawn{.value = some(random, -9, 9), .line = some(random, -9, 9), .line_places = 1};
        },
        [](const std::string& sign, const std::string& line) {
            return "level " + sign + " " + line + " 亿元";
        },
        [](const Drawn& drawn, Relation relation, std::vector<RowOutcome>& out) {
            kernel::threshold(column(drawn.value), relation, Column(drawn.line, drawn.line_places), out);
        });
}

TEST_CASE("growth and evaluate() agree") {
    agree(
        2, 2023,
        [](Random& random) {
            Drawn drawn{.value = some(random, -4, 30), .base = some(random, -4, 30), .line_places = 1};
            for (std::size_t i = 0; i < rows; ++i) {  // mostly on the line, where one digit can be
                const auto base = drawn.base[i];
                drawn.line.push_back(base > 0 && 1000 * drawn.value[i] % base == 0 && !random.chance(3)
                                         ? 1000 * drawn.value[i] / base - 1000
                                         : random.between(-500, 500));
            }
            return drawn;
        },
        [](const std::string& sign, const std::string& line) { return "growth " + sign + " " + line + " %"; },
        [](const Drawn& drawn, Relation relation, std::vector<RowOutcome>& out) {
            kernel::growth(column(drawn.value), column(drawn.base), relation, percent(drawn), out);
        });
}

TEST_CASE("growth over the years and evaluate() agree") {
    agree(
        3, 2020,
        [](Random& random) {
            Drawn drawn{.line_places = 1};
            constexpr std::int64_t rates[] = {0, 100, -500, 1000,
                                              500};  // (1 + r)^4 is 1, 1.1^4, 1/16, 16, ...
            for (std::size_t i = 0; i < rows; ++i) {
                const auto rate = random.pick(rates);
                const auto factor = (1000 + rate) * (1000 + rate) * (1000 + rate) * (1000 + rate);
                const auto base = random.chance(20) ? random.between(-1, 0) : 160'000 * random.between(1, 9);
                drawn.base.push_back(base);
                drawn.value.push_back(base / 10'000 * (factor / 100'000'000) + random.between(-1, 1));
                drawn.line.push_back(rate);
            }
            return drawn;
        },
        [](const std::string& sign, const std::string& line) {
            return "annual_growth(since 2020) " + sign + " " + line + " %";
        },
        [](const Drawn& drawn, Relation relation, std::vector<RowOutcome>& out) {
            kernel::annual_growth(column(drawn.value), column(drawn.base), 4, relation, percent(drawn), out);
        });
}

TEST_CASE("growth faster than that of another series and evaluate() agree") {
    agree(
        4, 2023,
        [](Random& random) {
            Drawn drawn{.value = some(random, -1, 9),
                        .base = some(random, -1, 9),
                        .other = some(random, 1, 9),
                        .other_base = some(random, 1, 9)};
            for (std::size_t i = 0; i < rows; ++i) {  // the same quotients of 18 digits, or nearly
                if (random.chance(2)) continue;
                for (auto* units : {&drawn.value, &drawn.base, &drawn.other, &drawn.other_base})
                    (*units)[i] *= 100'000'000'000'000'000;
                drawn.other[i] += random.between(-1, 1);
            }
            return drawn;
        },
        [](const std::string& sign, const std::string&) { return "growth " + sign + " growth(of b)"; },
        [](const Drawn& drawn, Relation relation, std::vector<RowOutcome>& out) {
            kernel::faster_growth(column(drawn.value), column(drawn.base), relation, column(drawn.other),
                                  column(drawn.other_base), out);
        });
}

TEST_CASE("share and evaluate() agree") {
    agree(
        5, 2023,
        [](Random& random) {
            Drawn drawn{.value = some(random, 0, 10), .other = some(random, 0, 10), .line_places = 0};
            for (std::size_t i = 0; i < rows; ++i)
                drawn.line.push_back(random.between(0, 10) * 10);
            return drawn;
        },
        [](const std::string& sign, const std::string& line) {
            return "share(of b) " + sign + " " + line + " %";
        },
        [](const Drawn& drawn, Relation relation, std::vector<RowOutcome>& out) {
            kernel::share(column(drawn.value), column(drawn.other), relation, percent(drawn), out);
        });
}

TEST_CASE("change and evaluate() agree") {
    agree(
        6, 2020,
        [](Random& random) {
            return Drawn{.value = some(random, -9, 9),
                         .base = some(random, -9, 9),
                         .line = some(random, -9, 9),
                         .line_places = 1};
        },
        [](const std::string& sign, const std::string& line) {
            return "change(since 2020) " + sign + " " + line + " 亿元";
        },
        [](const Drawn& drawn, Relation relation, std::vector<RowOutcome>& out) {
            kernel::change(column(drawn.value), column(drawn.base), relation,
                           Column(drawn.line, drawn.line_places), out);
        });
}
