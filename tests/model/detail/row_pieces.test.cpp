// SPDX-License-Identifier: BSL-1.0
#include <goalpost/model/detail/row_pieces_impl.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "support/random.hpp"

namespace {

struct Row {
    std::uint32_t indicator;
    std::uint32_t scope;
    std::uint32_t number;  // in the order of arrival
    friend bool operator==(const Row&, const Row&) = default;
};
using Pieces = goalpost::detail::RowPieces<Row>;
using goalpost::detail::SeriesRun;

/// As the library's does of bases and periods: here of the order of arrival.
void look_at(SeriesRun& run, const Row* previous, const Row& row) {
    run.bases = static_cast<std::uint8_t>(run.bases | 1U << row.number % 8);
    if (previous != nullptr && previous->number > row.number) run.in_order = false;
}

bool before(const Row& a, const Row& b) {
    return std::pair(a.indicator, a.scope) < std::pair(b.indicator, b.scope);
}

/// Whether the rows of each series stand together.
bool stand_together(const std::vector<Row>& rows) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> met;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && !before(rows[i - 1], rows[i]) && !before(rows[i], rows[i - 1])) continue;
        if (!met.insert({rows[i].indicator, rows[i].scope}).second) return false;
    }
    return true;
}

/// Held against a stable sort of the standard library.
void check(const std::vector<Row>& arrived, std::uint32_t indicators, std::uint32_t scopes) {
    auto wanted = arrived;
    if (!stand_together(arrived)) std::ranges::stable_sort(wanted, before);
    for (const std::size_t parts : {1U, 2U, 3U, 7U}) {
        Pieces pieces;
        if (parts == 2) pieces.reserve(arrived.size());
        for (const auto& row : arrived)
            pieces.push(row);
        CHECK(pieces.size() == arrived.size());
        const auto [rows, runs] = pieces.take_by_series(indicators, scopes, parts);
        CHECK(std::ranges::equal(rows, wanted));
        CHECK(pieces.size() == 0);
        CHECK(std::ranges::is_sorted(runs, [](const SeriesRun& a, const SeriesRun& b) {
            return std::pair(a.indicator, a.scope) < std::pair(b.indicator, b.scope);
        }));
        std::size_t found = 0;
        std::size_t marked = 0;
        for (const auto& run : runs) {
            SeriesRun seen{run.indicator, run.scope, run.begin, run.end};
            for (auto i = run.begin; i < run.end; ++i) {
                found += rows[i].indicator == run.indicator && rows[i].scope == run.scope ? 1U : 0U;
                look_at(seen, i > run.begin ? &rows[i - 1] : nullptr, rows[i]);
            }
            CHECK((run == seen || !run.in_order));
            marked += run.in_order != seen.in_order ? 1U : 0U;
        }
        CHECK(found == arrived.size());
        CHECK(marked <= parts + arrived.size() / 256);  // only where a part or a piece ends
    }
}

/// Each series together, the series in an order of their own.
std::vector<Row> shuffled_series(std::vector<Row> rows, std::uint64_t seed) {
    goalpost::test::Random random(seed);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> place;
    for (const auto& row : rows)
        place.try_emplace({row.indicator, row.scope}, random.between(0, 1'000'000'000));
    std::ranges::stable_sort(rows, {}, [&](const Row& row) {
        const std::pair series(row.indicator, row.scope);
        return std::pair(place.at(series), series);
    });
    return rows;
}

std::vector<Row> random_rows(std::uint32_t count, std::uint32_t indicators, std::uint32_t scopes) {
    goalpost::test::Random random(count);
    std::vector<Row> rows;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto indicator = static_cast<std::uint32_t>(random.between(0, indicators - 1));
        const auto scope = static_cast<std::uint32_t>(random.between(0, scopes - 1));
        rows.push_back({indicator, scope, i});
    }
    return rows;
}

}  // namespace

TEST_CASE("rows are taken by series, those of one series as they came") {
    for (const std::uint32_t count : {0U, 1U, 2U, 255U, 256U, 257U, 600U, 20'000U}) {
        check(random_rows(count, 1, 1), 1, 1);
        check(random_rows(count, 20, 30), 20, 30);
        check(random_rows(count, 1000, 5000), 1000, 5000);  // so many pairs that most of them are empty
        auto sorted = random_rows(count, 20, 30);
        std::ranges::stable_sort(sorted, before);
        check(sorted, 20, 30);
        check(shuffled_series(sorted, count), 20, 30);
        auto broken = shuffled_series(sorted, count + 1);
        if (!broken.empty()) broken.push_back(broken.front());  // a series comes back
        check(broken, 20, 30);
    }
}

TEST_CASE("pieces put behind pieces are as rows that came later") {
    for (const std::uint32_t cut : {0U, 1U, 300U, 999U, 1000U}) {
        const auto rows = random_rows(1000, 5, 7);
        Pieces first;
        Pieces second;
        for (const auto& row : rows)
            (row.number < cut ? first : second).push(row);
        first.append(std::move(second));
        first.push({0, 0, 1000});
        CHECK(first.size() == 1001);
        auto wanted = rows;
        wanted.push_back({0, 0, 1000});
        std::ranges::stable_sort(wanted, before);
        CHECK(std::ranges::equal(first.take_by_series(5, 7).rows, wanted));
    }
}

TEST_CASE("room that was made and not used changes nothing") {
    Pieces pieces;
    pieces.reserve(10);
    pieces.push({1, 1, 0});
    pieces.reserve(5000);
    pieces.push({0, 1, 1});
    pieces.for_each([](Row& row) { row.scope = 0; });
    const auto [rows, runs] = pieces.take_by_series(2, 2);
    CHECK(std::ranges::equal(rows, std::vector<Row>{{1, 0, 0}, {0, 0, 1}}));  // each stands together
    REQUIRE(runs.size() == 2);
    CHECK(runs[0] == SeriesRun{0, 0, 1, 2, 2, true, false, true});
    CHECK(runs[1] == SeriesRun{1, 0, 0, 1, 1, true, false, true});
}
