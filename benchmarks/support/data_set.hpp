// SPDX-License-Identifier: BSL-1.0
// A made-up country as files: 100 indicators in so many districts, six published figures and one target for
// each of them. The same bytes on every machine; every row is computed from its place alone, so that files of
// any size are written piece by piece and in any order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "names.hpp"

namespace benchmark_support {

struct DataSetOptions {
    /// How the rows of the observations follow each other.
    enum class Order : unsigned char {
        scope,   ///< district by district, as their bulletins are collected
        series,  ///< indicator by indicator: all years of a district, then the next district
        period,  ///< year by year, as yearbooks are
    };
    std::size_t targets = 10'000;  ///< rounded up to whole districts of 100
    std::uint64_t seed = 2025;
    bool on_the_lines =
        false;  ///< due figures exactly on the targets' lines, on their 95 %, or a digit below
    Order order = Order::scope;
    bool provenance = true;  ///< the columns status, source and published
};

class DataSet {
  public:
    static constexpr std::size_t indicators = 100;
    static constexpr std::size_t figures = 6;

    explicit DataSet(const DataSetOptions& options)
        : options_(options), scopes_((options.targets + indicators - 1) / indicators) {}

    [[nodiscard]] std::size_t targets() const { return scopes_ * indicators; }
    [[nodiscard]] std::size_t observations() const { return targets() * figures; }
    [[nodiscard]] std::size_t responsible_units() const { return (scopes_ + 4) / 5; }

    void append_observations_header(std::string& out) const {
        out += "indicator,scope,period,basis,value,unit";
        out += options_.provenance ? ",status,source,published\n" : "\n";
    }
    /// Rows `begin` to `end` (not included) of `observations()`.
    void append_observations(std::string& out, std::size_t begin, std::size_t end) const {
        for (auto row = begin; row < end; ++row)
            append_observation(out, row);
    }
    static void append_targets_header(std::string& out) {
        out += "id,indicator,scope,due,criterion,base_period,base_value,weight,lead\n";
    }
    void append_targets(std::string& out, std::size_t begin, std::size_t end) const {
        for (auto target = begin; target < end; ++target) {
            const auto series = series_of(target % indicators, target / indicators);
            out += 't';
            append_padded(out, target, 8);
            out += ',';
            append_indicator_id(out, series.indicator);
            out += ',';
            append_scope(out, series.scope);
            out += ",2024,";
            append_criterion(out, series);
            out += ",2020,";
            append_number(out, series.kind == Kind::quarterly ? series.values[0] : series.values[1],
                          places_of(series.kind));
            out += ',';
            append_number(out, static_cast<std::int64_t>(1 + target % 3), 0);
            out += ',';
            append_unit_id(out, series.scope);
            out += '\n';
        }
    }
    /// The plan without its targets, or with them.
    void append_plan(std::string& out, bool with_targets) const {
        out += R"({"goalpost": 1, "id": "country", "title": "高质量发展规划", "horizon": "2021/2024",)";
        out += "\n \"responsible_units\": [";
        append_responsible_units(out, responsible_units());
        out += "],\n \"indicators\": [";
        for (std::size_t i = 0; i < indicators; ++i) {
            out += i == 0 ? "\n  {\"id\": \"" : ",\n  {\"id\": \"";
            append_indicator_id(out, i);
            out += R"(", "name": ")";
            append_indicator_name(out, i);
            out += R"(", "unit": ")";
            const auto kind = kind_of(i);
            out += unit_of(kind);
            out += R"(", "kind": ")";
            out += kind == Kind::ratio ? "ratio" : is_stock(kind) ? "stock" : "flow";
            out += "\"}";
        }
        out += "],\n \"targets\": [";
        for (std::size_t target = 0; with_targets && target < targets(); ++target)
            append_plan_target(out, target);
        out += "]}\n";
    }

  private:
    /// What an indicator is and what its targets ask for.
    enum class Kind : unsigned char { amount, count, ratio, quarterly, yearly_growth, faster };

    struct Series {
        std::size_t indicator = 0;
        std::size_t scope = 0;
        Kind kind = Kind::amount;
        std::int64_t values[figures] = {};  // 2019 to 2024; of quarterly ones 2020, 2023 and four quarters
        std::int64_t line = 0;              // in the last digit of the values, or in tenths of a percent
    };

    static Kind kind_of(std::size_t indicator) {
        return indicator == 0 ? Kind::amount : static_cast<Kind>(indicator % 6);
    }
    static bool is_stock(Kind kind) { return kind == Kind::count || kind == Kind::yearly_growth; }
    static int places_of(Kind kind) { return is_stock(kind) ? 0 : 2; }
    static std::string_view unit_of(Kind kind) {
        return kind == Kind::ratio           ? "%"
               : kind == Kind::count         ? "家"
               : kind == Kind::yearly_growth ? "人"
                                             : "亿元";
    }

    /// A number of a series below `most`.
    [[nodiscard]] std::int64_t draw(std::size_t indicator, std::size_t scope, unsigned what,
                                    std::int64_t most) const {
        const auto place = mixed(options_.seed) ^ ((scope * indicators + indicator) * 16 + what);
        return static_cast<std::int64_t>(mixed(place) % static_cast<std::uint64_t>(most));
    }

    [[nodiscard]] Series series_of(std::size_t indicator, std::size_t scope) const {
        Series made;
        made.indicator = indicator;
        made.scope = scope;
        made.kind = kind_of(indicator);
        const auto at = [&](unsigned what, std::int64_t most) { return draw(indicator, scope, what, most); };
        const std::int64_t range = made.kind == Kind::ratio ? 900 : is_stock(made.kind) ? 30'000 : 3'000'000;
        auto value = 100 + at(0, range);
        for (std::size_t i = 0; i < figures; ++i) {
            made.values[i] = value;
            value = value * (970 + at(static_cast<unsigned>(i) + 1, 150)) / 1000;
        }
        if (made.kind == Kind::quarterly) {
            const auto year = made.values[1] * (970 + at(8, 150)) / 1000;
            put_quarters(made, year);
        }
        switch (made.kind) {
            case Kind::amount:
            case Kind::count:
            case Kind::ratio: made.line = made.values[5] * (90 + at(9, 25)) / 100; break;
            case Kind::quarterly:
            case Kind::yearly_growth: made.line = at(9, 100); break;
            case Kind::faster: break;
        }
        if (options_.on_the_lines) put_on_the_line(made, at(10, 10));
        return made;
    }

    static void put_quarters(Series& made, std::int64_t year) {
        made.values[2] = made.values[3] = made.values[4] = year / 4;
        made.values[5] = year - 3 * (year / 4);
    }

    /// Half of the figures on the line itself; three in ten on 95 % of it where that is a share of a number;
    /// the others a digit below.
    void put_on_the_line(Series& made, std::int64_t which) const {
        const std::int64_t below = which >= 8 ? 1 : 0;
        const bool near = which >= 5 && which < 8;
        const auto k = 1 + draw(made.indicator, made.scope, 11, 20);
        switch (made.kind) {
            case Kind::amount:
            case Kind::count:
            case Kind::ratio:
                made.line = (made.line / 20 + 1) * 20;
                made.values[5] = near ? made.line / 20 * 19 : made.line - below;
                break;
            case Kind::quarterly:
                made.values[1] = (made.values[1] / 1000 + 1) * 1000;
                put_quarters(made, made.values[1] / 1000 * (1000 + made.line) - below);
                break;
            case Kind::yearly_growth: {
                // (1 + r)^4 for 5, 10 and 20 %: 194481/160000, 14641/10000, 20736/10000
                constexpr std::int64_t from[] = {160'000, 10'000, 10'000};
                constexpr std::int64_t to[] = {194'481, 14'641, 20'736};
                constexpr std::int64_t rate[] = {50, 100, 200};
                const auto i = which % 3;
                made.line = rate[i];
                made.values[1] = from[i] * k;
                made.values[5] = to[i] * k - below;
                break;
            }
            case Kind::faster: {
                const auto first = series_of(0, made.scope);
                made.values[4] = first.values[4] * k;
                made.values[5] = first.values[5] * k - below;
                break;
            }
        }
    }

    void append_observation(std::string& out, std::size_t row) const {
        std::size_t indicator = 0;
        std::size_t scope = 0;
        std::size_t figure = 0;
        switch (options_.order) {
            case DataSetOptions::Order::scope:
                figure = row % figures;
                indicator = row / figures % indicators;
                scope = row / figures / indicators;
                break;
            case DataSetOptions::Order::series:
                figure = row % figures;
                scope = row / figures % scopes_;
                indicator = row / figures / scopes_;
                break;
            case DataSetOptions::Order::period:
                scope = row % scopes_;
                indicator = row / scopes_ % indicators;
                figure = row / scopes_ / indicators;
                break;
        }
        constexpr std::string_view years[] = {"2019", "2020", "2021", "2022", "2023", "2024"};
        constexpr std::string_view quarters[] = {"2020", "2023", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"};
        const auto series = series_of(indicator, scope);
        const bool quarterly = series.kind == Kind::quarterly;
        const auto period = quarterly ? quarters[figure] : years[figure];
        append_indicator_name(out, indicator);
        out += ',';
        append_scope(out, scope);
        out += ',';
        out += period;
        out += series.kind == Kind::ratio ? ",share," : is_stock(series.kind) ? ",cumulative," : ",level,";
        append_number(out, series.values[figure], places_of(series.kind));
        out += ',';
        out += unit_of(series.kind);
        if (options_.provenance) {
            const auto year = period.substr(0, 4);
            out += year == "2024" ? ",preliminary," : ",final,";
            append_city(out, scope);
            out += year;
            out += "年统计公报,";
            append_number(out, (year[3] - '0') + (year[2] - '0') * 10 + 2001, 0);
            out += "-03-";
            append_padded(out, 1 + scope / 5 % 28, 2);
        }
        out += '\n';
    }

    void append_criterion(std::string& out, const Series& series) const {
        switch (series.kind) {
            case Kind::amount:
            case Kind::count:
            case Kind::ratio:
                out += series.kind == Kind::ratio ? "level > " : "level >= ";
                append_number(out, series.line, places_of(series.kind));
                out += ' ';
                out += unit_of(series.kind);
                break;
            case Kind::quarterly: out += "growth >= "; break;
            case Kind::yearly_growth: out += "annual_growth(since 2020) >= "; break;
            case Kind::faster: out += "growth > growth(of gdp)"; break;
        }
        if (series.kind == Kind::quarterly || series.kind == Kind::yearly_growth) {
            append_number(out, series.line, 1);
            out += " %";
        }
    }

    void append_plan_target(std::string& out, std::size_t target) const {
        const auto series = series_of(target % indicators, target / indicators);
        out += target == 0 ? "\n  {\"id\": \"t" : ",\n  {\"id\": \"t";
        append_padded(out, target, 8);
        out += R"(", "indicator": ")";
        append_indicator_id(out, series.indicator);
        out += R"(", "scope": ")";
        append_scope(out, series.scope);
        out += R"(", "due": "2024", "criterion": ")";
        append_criterion(out, series);
        out += R"(", "base": {"period": "2020", "value": ")";
        append_number(out, series.kind == Kind::quarterly ? series.values[0] : series.values[1],
                      places_of(series.kind));
        out += R"("}, "weight": ")";
        append_number(out, static_cast<std::int64_t>(1 + target % 3), 0);
        out += R"(", "statements": [{"lead": [")";
        append_unit_id(out, series.scope);
        out += R"("]}]})";
    }

    DataSetOptions options_;
    std::size_t scopes_;
};

}  // namespace benchmark_support
