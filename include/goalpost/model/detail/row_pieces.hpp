// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "goalpost/model/detail/function_ref.hpp"
#include "goalpost/model/detail/large_pages.hpp"

namespace goalpost::detail {

/// Memory for rows that are all written before they are read, without a first value for each.
template <class Row>
struct RowAllocator : LargePages<Row> {
    static_assert(std::is_trivially_copyable_v<Row>);
    using value_type = Row;
    RowAllocator() = default;
    template <class Other>
    RowAllocator(const RowAllocator<Other>&) noexcept {}  // NOLINT: an allocator converts

    void construct(Row*) noexcept {}
    void construct(Row* at, const Row& row) noexcept { ::new (static_cast<void*>(at)) Row(row); }
};
template <class Row>
using Rows = std::vector<Row, RowAllocator<Row>>;

/// Does one part of a work, by its number.
using PartWork = FunctionRef<void(std::size_t)>;
/// Does each part from 0 to one before the count: one after another, or at once in threads of whoever hands
/// it in.
using ForEachPart = FunctionRef<void(std::size_t, const PartWork&)>;

inline constexpr auto one_after_another = [](std::size_t parts, const PartWork& work) {
    for (std::size_t part = 0; part < parts; ++part)
        work(part);
};

/// The rows of one series where they stand together: from `begin` up to, not including, `end`; and what was
/// seen of them on the way.
struct SeriesRun {
    std::uint32_t indicator = 0;
    std::uint32_t scope = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint8_t bases = 0;    ///< those that rows are on, a bit each
    bool one_for_each = true;  ///< no two rows are on one basis and end on one day
    bool has_break = false;    ///< some row begins another definition
    bool in_order = true;      ///< by basis and period; false also where that was not seen
    friend bool operator==(const SeriesRun&, const SeriesRun&) = default;
};

/// Rows of which each series stands together, those of one series as they came.
template <class Row>
struct RowsBySeries {
    Rows<Row> rows;
    Rows<SeriesRun> runs;  ///< by indicator and scope: each series once
};

/// Rows as they come, in pieces that never move, so that growing copies nothing; later put together once.
///
/// `Row` has `indicator` and `scope` as numbers from 0. Each is shown to `look_at(run, before, row)` together
/// with its run and the row before it there, nullptr for the first.
template <class Row>
class RowPieces {
  public:
    [[nodiscard]] std::size_t size() const noexcept {
        return before_ + (pieces_.empty() ? 0 : pieces_.back().size());
    }
    void reserve(std::size_t rows) {
        if (rows > size()) grow(rows - size());
    }
    void push(const Row& row) {
        if (pieces_.empty() || pieces_.back().size() == pieces_.back().capacity())
            grow(size() < least ? least : size() > most ? most : size());
        pieces_.back().push_back(row);
    }
    /// Puts all the rows of another behind these.
    void append(RowPieces&& later) {
        if (later.size() == 0) return;
        before_ = size() + later.before_;
        for (auto& piece : later.pieces_)
            pieces_.push_back(std::move(piece));
        later = {};
    }
    template <class Change>
    void for_each(Change change) {
        for (auto& piece : pieces_) {
            for (auto& row : piece)
                change(row);
        }
    }

    /// All rows. They stay as they came where each series stands together, as in most files; else they are
    /// put in order by indicator and scope. `indicators` and `scopes` are how many there are. Time is linear
    /// unless most pairs of them have no row. The result does not depend on how many parts the work is done
    /// in, but for what was seen of a run that two parts share: it is marked as not in order.
    [[nodiscard]] RowsBySeries<Row> take_by_series(std::size_t indicators, std::size_t scopes,
                                                   std::size_t parts = 1,
                                                   const ForEachPart& for_each_part = one_after_another);

  private:
    static constexpr std::size_t least = 256;
    static constexpr std::size_t most = std::size_t{1} << 20U;

    void grow(std::size_t rows) {
        before_ = size();
        pieces_.emplace_back().reserve(rows);
    }
    /// Some of the rows of a piece.
    struct Stretch {
        Rows<Row>* piece;
        std::size_t begin;
        std::size_t end;
        std::size_t first;  // number of the row at `begin` among all rows
    };
    /// The rows in so many parts of nearly the same size.
    [[nodiscard]] std::vector<std::vector<Stretch>> divided(std::size_t parts);
    /// Where the series stand, as they came; nothing where one is met that was met before.
    [[nodiscard]] std::optional<Rows<SeriesRun>> runs(std::size_t indicators, std::size_t parts,
                                                      const ForEachPart& for_each_part);
    void take_as_they_came(Rows<Row>& rows, std::size_t parts, const ForEachPart& for_each_part);
    void take_by_counting(Rows<Row>& rows, std::size_t indicators, std::size_t scopes, std::size_t parts,
                          const ForEachPart& for_each_part);

    std::vector<Rows<Row>> pieces_;
    std::size_t before_ = 0;  // rows in all pieces but the last
};

}  // namespace goalpost::detail
