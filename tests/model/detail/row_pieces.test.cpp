// SPDX-License-Identifier: BSL-1.0
#include <goalpost/model/detail/row_pieces_impl.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
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

bool before(const Row& a, const Row& b) {
    return std::pair(a.indicator, a.scope) < std::pair(b.indicator, b.scope);
}

/// Held against a stable sort of the standard library.
void check(const std::vector<Row>& arrived, std::uint32_t indicators, std::uint32_t scopes) {
    Pieces pieces;
    for (const auto& row : arrived)
        pieces.push(row);
    CHECK(pieces.size() == arrived.size());
    auto wanted = arrived;
    std::ranges::stable_sort(wanted, before);
    const auto found = pieces.take_by_series(indicators, scopes);
    CHECK(std::ranges::equal(found, wanted));
    CHECK(pieces.size() == 0);
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
        CHECK(std::ranges::equal(first.take_by_series(5, 7), wanted));
    }
}

TEST_CASE("room that was made and not used changes nothing") {
    Pieces pieces;
    pieces.reserve(10);
    pieces.push({1, 1, 0});
    pieces.reserve(5000);
    pieces.push({0, 1, 1});
    pieces.for_each([](Row& row) { row.scope = 0; });
    const auto rows = pieces.take_by_series(2, 2);
    CHECK(std::ranges::equal(rows, std::vector<Row>{{0, 0, 1}, {1, 0, 0}}));
}
