// SPDX-License-Identifier: BSL-1.0
// A made-up country that reports every month: 100 indicators in so many counties over ten years, and one
// target for 2024 for each of them. Rows are computed from their place alone, like those of DataSet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "names.hpp"

namespace benchmark_support {

class MonthlySet {
  public:
    static constexpr std::size_t indicators = 100;
    static constexpr std::size_t months = 120;  // from January 2015

    MonthlySet(std::size_t targets, std::uint64_t seed)
        : scopes_((targets + indicators - 1) / indicators), seed_(seed) {}

    [[nodiscard]] std::size_t targets() const { return scopes_ * indicators; }
    [[nodiscard]] std::size_t observations() const { return targets() * months; }
    [[nodiscard]] std::size_t responsible_units() const { return (scopes_ + 4) / 5; }

    static void append_observations_header(std::string& out) {
        out += "indicator,scope,period,basis,value,unit,status,source,published\n";
    }
    /// Month by month, as figures come in; published in the middle of the next month.
    void append_observations(std::string& out, std::size_t begin, std::size_t end) const {
        for (auto row = begin; row < end; ++row) {
            const auto scope = row % scopes_;
            const auto indicator = row / scopes_ % indicators;
            const auto month = row / scopes_ / indicators;
            append_indicator_name(out, indicator);
            out += ',';
            append_scope(out, scope);
            out += ',';
            append_month(out, month);
            out += is_stock(indicator) ? ",cumulative," : ",level,";
            append_number(out, value(indicator, scope, month), places_of(indicator));
            out += ',';
            out += unit_of(indicator);
            out += month < 108 ? ",final," : ",preliminary,";
            append_city(out, scope);
            out += "统计月报,";
            append_month(out, month + 1);
            out += "-15\n";
        }
    }
    static void append_targets_header(std::string& out) {
        out += "id,indicator,scope,due,criterion,weight,lead\n";
    }
    void append_targets(std::string& out, std::size_t begin, std::size_t end) const {
        for (auto target = begin; target < end; ++target) {
            const auto indicator = target % indicators;
            const auto scope = target / indicators;
            out += 't';
            append_padded(out, target, 8);
            out += ',';
            append_indicator_id(out, indicator);
            out += ',';
            append_scope(out, scope);
            out += ",2024,";
            append_criterion(out, indicator, scope);
            out += ',';
            append_number(out, static_cast<std::int64_t>(1 + target % 3), 0);
            out += ',';
            append_unit_id(out, scope);
            out += '\n';
        }
    }
    /// The plan without its targets: a country of this size keeps them in a table.
    void append_plan(std::string& out, bool) const {
        out += R"({"goalpost": 1, "id": "country", "title": "高质量发展规划", "horizon": "2024",)";
        out += "\n \"responsible_units\": [";
        append_responsible_units(out, responsible_units());
        out += "],\n \"indicators\": [";
        for (std::size_t i = 0; i < indicators; ++i) {
            out += i == 0 ? "\n  {\"id\": \"" : ",\n  {\"id\": \"";
            append_indicator_id(out, i);
            out += R"(", "name": ")";
            append_indicator_name(out, i);
            out += R"(", "unit": ")";
            out += unit_of(i);
            out += is_stock(i) ? R"(", "kind": "stock"})" : R"(", "kind": "flow"})";
        }
        out += "],\n \"targets\": []}\n";
    }

  private:
    // Of four indicators: a sum of the year, a stock, growth against a number, growth against the region's.
    static bool is_stock(std::size_t indicator) { return indicator % 4 == 1; }
    static int places_of(std::size_t indicator) { return is_stock(indicator) ? 0 : 2; }
    static std::string_view unit_of(std::size_t indicator) { return is_stock(indicator) ? "家" : "亿元"; }

    [[nodiscard]] std::uint64_t draw(std::size_t indicator, std::size_t scope, std::size_t what,
                                     std::uint64_t most) const {
        return mixed(mixed(seed_ + what) ^ (scope * indicators + indicator)) % most;
    }
    [[nodiscard]] std::int64_t value(std::size_t indicator, std::size_t scope, std::size_t month) const {
        const auto first = 10'000 + draw(indicator, scope, 1000, 1'000'000);
        const auto yearly = 20 + draw(indicator, scope, 1001, 80);  // thousandths
        const auto wave = 980 + draw(indicator, scope, month, 40);
        return static_cast<std::int64_t>(first * (12'000 + month * yearly) / 12'000 * wave / 1000);
    }
    void append_criterion(std::string& out, std::size_t indicator, std::size_t scope) const {
        const auto percent = static_cast<std::int64_t>(90 + draw(indicator, scope, 1002, 20));
        if (indicator % 4 == 2) {
            out += "growth >= ";
            append_number(out, static_cast<std::int64_t>(draw(indicator, scope, 1003, 80)), 1);
            out += " %";
        } else if (indicator % 4 == 3) {
            out += "growth > growth(of gdp)";
        } else {
            std::int64_t due = 0;
            for (std::size_t month = is_stock(indicator) ? months - 1 : months - 12; month < months; ++month)
                due += value(indicator, scope, month);
            out += "level >= ";
            append_number(out, due * percent / 100, places_of(indicator));
            out += ' ';
            out += unit_of(indicator);
        }
    }
    static void append_month(std::string& out, std::size_t month) {
        append_number(out, static_cast<std::int64_t>(2015 + month / 12), 0);
        out += '-';
        append_padded(out, month % 12 + 1, 2);
    }

    std::size_t scopes_;
    std::uint64_t seed_;
};

}  // namespace benchmark_support
