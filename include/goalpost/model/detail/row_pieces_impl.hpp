// SPDX-License-Identifier: BSL-1.0
// How rows are put in order. Included by observations_impl.hpp, and by nobody who only includes observations.
#pragma once

#include <algorithm>
#include <utility>

#include "goalpost/model/detail/row_pieces.hpp"

namespace goalpost::detail {

// Of rows and of runs.
template <class A, class B>
bool same_series(const A& a, const B& b) {
    return a.indicator == b.indicator && a.scope == b.scope;
}
template <class Item>
bool before_by_series(const Item& a, const Item& b) {
    return a.indicator != b.indicator ? a.indicator < b.indicator : a.scope < b.scope;
}

/// Puts so many rows, of which the first has that number, behind the runs of those before them.
template <class Row>
void add_runs(Rows<SeriesRun>& runs, const Row* rows, std::size_t count, std::size_t first) {
    for (std::size_t i = 0; i < count; ++i) {
        const auto number = static_cast<std::uint32_t>(first + i);
        const bool goes_on = !runs.empty() && same_series(runs.back(), rows[i]);
        if (!goes_on) runs.push_back({rows[i].indicator, rows[i].scope, number});
        auto& run = runs.back();
        run.end = number + 1;
        // What stood before these rows is not seen from here.
        if (goes_on && i == 0) run.in_order = false;
        look_at(run, goes_on && i > 0 ? &rows[i - 1] : nullptr, rows[i]);
    }
}

/// Puts runs in order by indicator and scope; false where a series has several.
inline bool put_in_order(Rows<SeriesRun>& runs, std::size_t indicators) {
    const auto are_in_order = [&runs] {
        return std::is_sorted(runs.begin(), runs.end(), before_by_series<SeriesRun>);
    };
    if (!are_in_order()) {
        std::vector<std::uint32_t> next(indicators + 1);
        for (const auto& run : runs)
            ++next[run.indicator + 1];
        for (std::size_t i = 1; i <= indicators; ++i)
            next[i] += next[i - 1];
        Rows<SeriesRun> ordered(runs.size());
        for (const auto& run : runs)
            ordered[next[run.indicator]++] = run;
        runs = std::move(ordered);
        if (!are_in_order()) std::sort(runs.begin(), runs.end(), before_by_series<SeriesRun>);
    }
    return std::adjacent_find(runs.begin(), runs.end(), same_series<SeriesRun, SeriesRun>) == runs.end();
}

template <class Row>
RowsBySeries<Row> RowPieces<Row>::take_by_series(std::size_t indicators, std::size_t scopes,
                                                 std::size_t parts, const ForEachPart& for_each_part) {
    RowsBySeries<Row> taken;
    if (auto found = runs(indicators, parts, for_each_part)) {
        taken.runs = *std::move(found);
        take_as_they_came(taken.rows, parts, for_each_part);
        return taken;
    }
    const auto most_pairs = (size() * 4 + 4096) / parts;
    if (scopes <= most_pairs / std::max<std::size_t>(indicators, 1)) {
        take_by_counting(taken.rows, indicators, scopes, parts, for_each_part);
    } else {
        take_as_they_came(taken.rows, parts, for_each_part);
        std::stable_sort(taken.rows.begin(), taken.rows.end(), before_by_series<Row>);
    }
    add_runs(taken.runs, taken.rows.data(), taken.rows.size(), 0);
    return taken;
}

template <class Row>
std::optional<Rows<SeriesRun>> RowPieces<Row>::runs(std::size_t indicators, std::size_t parts,
                                                    const ForEachPart& for_each_part) {
    const auto stretches = divided(parts);
    std::vector<Rows<SeriesRun>> found(parts);
    for_each_part(parts, [&](std::size_t part) {
        auto& here = found[part];
        std::size_t asked = 1;
        bool has_room = false;
        for (const auto& [piece, begin, end, first] : stretches[part]) {
            constexpr std::size_t at_once = std::size_t{1} << 16U;
            for (auto i = begin; i < end; i += at_once) {
                const auto count = std::min(at_once, end - i);
                add_runs(here, piece->data() + i, count, first + (i - begin));
                for (; asked < here.size(); ++asked) {
                    if (!same_series(here[asked], here.front())) continue;
                    here.resize(2);
                    here.back() = here.front();  // where the first comes back, so will others
                    return;
                }
                // Most likely it goes on as it began.
                if (!std::exchange(has_room, true)) here.reserve(here.size() * (size() / parts / count + 1));
            }
        }
    });
    auto all = std::move(found.front());
    for (std::size_t part = 1; part < parts; ++part) {
        auto next = found[part].begin();
        if (next != found[part].end() && !all.empty() && same_series(all.back(), *next)) {
            all.back().end = (next++)->end;
            all.back().in_order = false;
        }
        all.insert(all.end(), next, found[part].end());
    }
    if (!put_in_order(all, indicators)) return std::nullopt;
    return all;
}

template <class Row>
void RowPieces<Row>::take_as_they_came(Rows<Row>& rows, std::size_t parts, const ForEachPart& for_each_part) {
    const auto total = size();
    const auto stretches = divided(parts);
    if (!pieces_.empty() && pieces_.front().capacity() >= total) {
        rows = std::move(pieces_.front());
    } else {
        rows.reserve(total);
    }
    const auto there = rows.size();
    rows.resize(total);
    for_each_part(parts, [&](std::size_t part) {
        for (const auto& [piece, begin, end, first] : stretches[part]) {
            if (first < there) continue;  // of the piece that serves for all
            std::copy_n(piece->data() + begin, end - begin, rows.data() + first);
            if (end - begin == piece->size()) Rows<Row>().swap(*piece);  // its memory serves the rows to come
        }
    });
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
            if (from < to) all[part].push_back({&piece, from - first, to - first, from});
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
        for (const auto& [piece, begin, end, first] : stretches[part]) {
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
        for (const auto& [piece, begin, end, first] : stretches[part]) {
            for (auto i = begin; i < end; ++i)
                rows[next[part][series((*piece)[i])]++] = (*piece)[i];
            if (end - begin == piece->size()) Rows<Row>().swap(*piece);  // its memory serves the rows to come
        }
    });
    *this = {};
}

}  // namespace goalpost::detail
