// SPDX-License-Identifier: BSL-1.0
// A country in memory: 100 indicators in so many districts over six years, and a target of mixed kind for
// each indicator and district. Deterministic; the same figures stand in the plan's types and in plain
// columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/goalpost.hpp"

namespace benchmark_support {

using namespace goalpost;

/// SplitMix64: the same on every machine, unlike the distributions of <random>.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t operator()() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    std::int64_t below(std::int64_t most) {
        return static_cast<std::int64_t>((*this)() % static_cast<std::uint64_t>(most));
    }

  private:
    std::uint64_t state_;
};

/// What a target asks for; every kind needs three figures or more to be told in full.
enum class Kind : unsigned char { level, most_of_plan, faster, annual_growth, growth };

struct Country {
    static constexpr int first_year = 2019;
    static constexpr int last_year = 2024;
    static constexpr std::int64_t indicators = 100;

    struct Row {
        std::uint32_t indicator;
        std::uint32_t scope;
        std::uint16_t year;
        std::int64_t units;  // hundredths of 亿元
    };
    struct Goal {
        std::uint32_t indicator;
        std::uint32_t scope;
        Kind kind;
        std::int64_t number;  // hundredths of 亿元, or tenths of a percent
    };
    std::vector<Row> rows;
    std::vector<Goal> goals;
};

/// `on_the_line` puts every due figure where the verdict turns.
inline Country make_country(std::int64_t targets, bool on_the_line = false) {
    Country made;
    Random random(2025);
    const auto scopes = (targets + Country::indicators - 1) / Country::indicators;
    made.rows.reserve(static_cast<std::size_t>(targets) * 6);
    made.goals.reserve(static_cast<std::size_t>(targets));
    for (std::int64_t scope = 0; scope < scopes; ++scope) {
        for (std::int64_t indicator = 0; indicator < Country::indicators; ++indicator) {
            if (scope * Country::indicators + indicator >= targets) break;
            const auto i = static_cast<std::uint32_t>(indicator);
            const auto s = static_cast<std::uint32_t>(scope);
            const auto kind = static_cast<Kind>(indicator % 5);
            std::int64_t value = 10'000 + random.below(9'990'000);
            std::int64_t first = value;
            for (int year = Country::first_year; year <= Country::last_year; ++year) {
                if (year == Country::last_year && on_the_line && kind == Kind::annual_growth)
                    value = first * 2;
                made.rows.push_back({i, s, static_cast<std::uint16_t>(year), value});
                if (year < Country::last_year) value += value * (random.below(200) - 50) / 1000;
            }
            std::int64_t number = 0;
            switch (kind) {
                case Kind::level: number = on_the_line ? value : value + random.below(2000) - 1000; break;
                case Kind::most_of_plan: number = value + value / 20 + random.below(2000) - 1000; break;
                case Kind::faster: number = 0; break;
                case Kind::annual_growth: number = 20 + random.below(100); break;
                case Kind::growth: number = random.below(150); break;
            }
            made.goals.push_back({i, s, kind, number});
        }
    }
    return made;
}

inline std::string indicator_id(std::int64_t number) { return "indicator_" + std::to_string(number); }
inline std::string scope_name(std::int64_t number) { return "county_" + std::to_string(number); }

inline Plan make_plan(const Country& country) {
    PlanHead head{.horizon = Period::year(Country::last_year)};
    head.id = "country";
    head.scope = "country";
    PlanBuilder plan(head);
    for (std::int64_t i = 0; i < Country::indicators; ++i)
        plan.add(Indicator{.id = indicator_id(i),
                           .name = indicator_id(i),
                           .unit = *UnitSet().parse("亿元"),
                           .kind = IndicatorKind::flow});
    for (const auto& goal : country.goals) {
        const Decimal amount(goal.number,
                             goal.kind == Kind::level || goal.kind == Kind::most_of_plan ? 2 : 1);
        Criterion criterion;
        switch (goal.kind) {
            case Kind::level:
            case Kind::most_of_plan: criterion.reference = NumberReference{amount, "亿元", {}}; break;
            case Kind::faster: {
                criterion.measure.name = "growth";
                criterion.comparison = Comparison::more_than;
                SeriesReference other;
                other.measure.name = "growth";
                other.measure.of = SeriesName{indicator_id(0), {}};
                criterion.reference = other;
                break;
            }
            case Kind::annual_growth:
                criterion.measure.name = "annual_growth";
                criterion.measure.since = Period::year(Country::first_year);
                criterion.reference = NumberReference{amount, "%", {}};
                break;
            case Kind::growth:
                criterion.measure.name = "growth";
                criterion.reference = NumberReference{amount, "%", {}};
                break;
        }
        Target target{.due = Period::year(Country::last_year)};
        target.id = "t" + std::to_string(goal.indicator) + "_" + std::to_string(goal.scope);
        target.indicator = indicator_id(goal.indicator);
        target.scope = scope_name(goal.scope);
        target.readings.push_back(std::move(criterion));
        plan.add(std::move(target));
    }
    return std::move(plan).build();
}

inline Observations make_observations(const Country& country) {
    ObservationsBuilder data;
    data.reserve(country.rows.size());
    const auto unit = data.intern_unit(*UnitSet().parse("亿元"));
    std::vector<std::uint32_t> indicators;
    std::vector<std::uint32_t> scopes;
    for (std::int64_t i = 0; i < Country::indicators; ++i)
        indicators.push_back(data.intern_indicator(indicator_id(i)));
    for (const auto& row : country.rows) {
        while (scopes.size() <= row.scope)
            scopes.push_back(data.intern_scope(scope_name(static_cast<std::int64_t>(scopes.size()))));
        ObservationRow made;
        made.indicator = indicators[row.indicator];
        made.scope = scopes[row.scope];
        made.period = Period::year(row.year);
        made.value = Decimal(row.units, 2);
        made.unit = unit;
        data.add_row(made);
    }
    return std::move(data).build();
}

}  // namespace benchmark_support
