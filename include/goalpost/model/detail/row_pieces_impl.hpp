// SPDX-License-Identifier: BSL-1.0
// How rows are put in order. Included by observations_impl.hpp, and by nobody who only includes observations.
#pragma once

#include <algorithm>
#include <utility>

#include "goalpost/model/detail/row_pieces.hpp"

namespace goalpost::detail {

template <class Row>
Rows<Row> RowPieces<Row>::take_by_series(std::size_t indicators, std::size_t scopes, std::size_t parts,
                                         const ForEachPart& for_each_part) {
    Rows<Row> rows;
    const auto most_pairs = (size() * 4 + 4096) / parts;
    if (is_by_series()) {
        take_as_they_came(rows);
    } else if (scopes <= most_pairs / std::max<std::size_t>(indicators, 1)) {
        take_by_counting(rows, indicators, scopes, parts, for_each_part);
    } else {
        take_as_they_came(rows);
        std::stable_sort(rows.begin(), rows.end(), before);
    }
    return rows;
}

template <class Row>
bool RowPieces<Row>::is_by_series() const {
    const Row* last = nullptr;
    for (const auto& piece : pieces_) {
        for (const auto& row : piece) {
            if (last != nullptr && before(row, *last)) return false;
            last = &row;
        }
    }
    return true;
}

template <class Row>
void RowPieces<Row>::take_as_they_came(Rows<Row>& rows) {
    if (pieces_.size() == 1) {
        rows = std::move(pieces_.front());
    } else {
        rows.reserve(size());
        for (auto& piece : pieces_) {
            rows.insert(rows.end(), piece.begin(), piece.end());
            Rows<Row>().swap(piece);
        }
    }
    *this = {};
}

template <class Row>
std::vector<std::vector<typename RowPieces<Row>::Stretch>> RowPieces<Row>::divided(std::size_t parts) {
    std::vector<std::vector<Stretch>> all(parts);
    const auto total = size();
    std::size_t first = 0;  // of the piece
    for (auto& piece : pieces_) {
        for (std::size_t part = 0; part < parts; ++part) {
            const auto from = std::max(total / parts * part + std::min(part, total % parts), first);
            const auto to = std::min(total / parts * (part + 1) + std::min(part + 1, total % parts),
                                     first + piece.size());
            if (from < to) all[part].push_back({&piece, from - first, to - first});
        }
        first += piece.size();
    }
    return all;
}

template <class Row>
void RowPieces<Row>::take_by_counting(Rows<Row>& rows, std::size_t indicators, std::size_t scopes,
                                      std::size_t parts, const ForEachPart& for_each_part) {
    const auto series = [scopes](const Row& row) { return row.indicator * scopes + row.scope; };
    const auto total = size();
    const auto stretches = divided(parts);
    // First how many rows each part has of each series, then where its next one goes.
    std::vector<std::vector<std::uint32_t>> next(parts);
    for_each_part(parts, [&](std::size_t part) {
        next[part].resize(indicators * scopes);
        for (const auto& [piece, begin, end] : stretches[part]) {
            for (auto i = begin; i < end; ++i)
                ++next[part][series((*piece)[i])];
        }
    });
    std::uint32_t before_it = 0;
    for (std::size_t i = 0; i < indicators * scopes; ++i) {
        for (auto& of_part : next)
            before_it += std::exchange(of_part[i], before_it);
    }
    rows.resize(total);
    for_each_part(parts, [&](std::size_t part) {
        for (const auto& [piece, begin, end] : stretches[part]) {
            for (auto i = begin; i < end; ++i)
                rows[next[part][series((*piece)[i])]++] = (*piece)[i];
            if (end - begin == piece->size()) Rows<Row>().swap(*piece);  // its memory serves the rows to come
        }
    });
    *this = {};
}

}  // namespace goalpost::detail
