// SPDX-License-Identifier: BSL-1.0
// Figures that Chinese statistics offices and counties printed, each with its source, reproduced from the
// other figures of the same row: |computed - printed| <= half a unit of the last printed digit.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "goalpost/evaluate/arithmetic.hpp"
#include "goalpost/evaluate/published_figure.hpp"
#include "goalpost/rollup/aggregate.hpp"

using namespace goalpost;
namespace calc = goalpost::arithmetic;

namespace {

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == at && !quoted) {
            cells.emplace_back();
        } else if (c != '\r') {
            cells.back().push_back(c);
        }
    }
    return cells;
}

struct Row {
    std::map<std::string, std::string> cells;
    [[nodiscard]] const std::string& operator[](const std::string& name) const { return cells.at(name); }
    [[nodiscard]] bool has(const std::string& name) const { return !cells.at(name).empty(); }
    [[nodiscard]] Rounded number(const std::string& name) const {
        return Rounded::published(*Decimal::parse(cells.at(name)));
    }
    [[nodiscard]] Rounded percent(const std::string& name) const {
        return published_figure(*Decimal::parse(cells.at(name)), UnitOfMeasure::percent());
    }
};

std::vector<Row> rows() {
    std::ifstream file(GOALPOST_SOURCE_DIR "/tests/data/rollup/cn_published_rows.csv");
    REQUIRE(file);
    std::string line;
    std::getline(file, line);
    const auto names = split(line, ',');
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        const auto cells = split(line, ',');
        REQUIRE(cells.size() == names.size());
        Row row;
        for (std::size_t i = 0; i < names.size(); ++i)
            row.cells[names[i]] = cells[i];
        rows.push_back(std::move(row));
    }
    return rows;
}

/// `8103;16524`, or `value@growth;value@growth`.
std::vector<Part> parts_of(const std::string& text) {
    std::vector<Part> parts;
    for (const auto& cell : split(text, ';')) {
        const auto pair = split(cell, '@');
        Part part;
        part.name = std::to_string(parts.size());
        part.value = Rounded::published(*Decimal::parse(pair[0]));
        if (pair.size() > 1)
            part.growth = published_figure(*Decimal::parse(pair[1]), UnitOfMeasure::percent());
        parts.push_back(part);
    }
    return parts;
}

Measured increment_over(const Row& row, bool pull) {
    const auto part = calc::increment_of(row.number("part"), row.percent("own_growth"));
    const auto total = row.number("total");
    const auto growth = row.percent("base_growth");
    return pull ? calc::pull(*part, *calc::prior_of(total, growth))
                : calc::contribution(*part, *calc::increment_of(total, growth));
}

/// Nothing where the kind is not known; a verdict comes back as 1 or 0.
std::optional<Measured> computed(const Row& row) {
    const auto& kind = row["kind"];
    if (kind == "completion_rate_pct") return calc::completion(row.number("actual"), row.number("plan"));
    if (kind == "overfulfilment_pct") return calc::over_fulfilment(row.number("actual"), row.number("plan"));
    if (kind == "growth_pct_from_delta")
        return calc::growth_from_delta(row.number("actual"), row.number("delta"));
    if (kind == "growth_pct_from_prior") return calc::growth(row.number("actual"), row.number("prior"));
    if (kind == "growth_gap_pp") {
        const auto own = row.percent("own_growth");
        if (row.has("base_growth")) return calc::growth_gap(own, row.percent("base_growth"));
        // Only the own rate and the gap are printed, so that the base is what the two imply.
        return calc::growth_gap(own, own - row.percent("published"));
    }
    if (kind == "pace_gap_pp") {
        const auto done =
            row.has("actual") ? row.number("actual") / row.number("plan") : row.percent("completion_rate");
        return calc::pace_gap(done, row.percent("elapsed"));
    }
    if (kind == "share_pct") {
        const bool named = row.has("part");
        return calc::share(row.number(named ? "part" : "actual"), row.number(named ? "total" : "plan"));
    }
    if (kind == "pull_pp") return increment_over(row, true);
    if (kind == "contribution_pct") return increment_over(row, false);
    if (kind == "cagr_pct_from_total_growth") {
        const auto years = static_cast<unsigned>(std::stoul(row["years"]));
        return calc::average_growth(row.percent("total_growth"), years);
    }
    if (kind == "rollup_sum" || kind == "rollup_growth_pct") {
        const auto how = kind == "rollup_sum" ? AddUp::sum : AddUp::growth_of_total;
        const auto whole = aggregate(how, parts_of(row["parts"]));
        return Measured(*whole.value, kind == "rollup_sum" ? figure_units::pure() : figure_units::percent());
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("every printed figure is reproduced within half a unit of its last digit") {
    const auto all = rows();
    REQUIRE(all.size() == 16);
    for (const auto& row : all) {
        CAPTURE(row["id"]);
        CAPTURE(row["kind"]);
        const auto found = computed(row);
        REQUIRE(found);
        REQUIRE(*found);
        const auto printed = *Decimal::parse(row["published"]);
        CHECK(std::to_string(printed.places()) == row["decimals"]);
        CHECK(calc::reproduces(found->value(), printed, found->unit()));
    }
}
