// SPDX-License-Identifier: BSL-1.0
// The loop under every kernel: blocks of 64 rows, a filter over the block where the processor makes it pay,
// the exact rule for what the filter leaves, and the bitmaps last.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>

#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/detail/filter.hpp"
#include "goalpost/kernel/row_outcome.hpp"

namespace goalpost::kernel::detail {

/// The units of a column in blocks of 64 rows, with its bitmaps.
class Blocks {
  public:
    explicit Blocks(const Column& column) noexcept : column_(&column) {
        if (column.is_constant()) block_.fill(column.constant_units());
    }
    [[nodiscard]] const Column& column() const noexcept { return *column_; }
    [[nodiscard]] bool complete() const noexcept {
        return column_->valid().bytes.empty() && column_->masked().bytes.empty();
    }
    /// 64 numbers from `row` on; behind the column's end, zeros.
    const std::int64_t* at(std::size_t row) noexcept {
        if (column_->is_constant()) return block_.data();
        const auto units = column_->units();
        if (units.size() - row >= rows_a_block) return units.data() + row;
        block_.fill(0);
        std::memcpy(block_.data(), units.data() + row, (units.size() - row) * sizeof(std::int64_t));
        return block_.data();
    }
    [[nodiscard]] std::uint64_t missing(std::size_t row) const noexcept {
        return column_->valid().bytes.empty() ? 0 : ~column_->valid().word(row);
    }
    [[nodiscard]] std::uint64_t masked(std::size_t row) const noexcept {
        return column_->masked().bytes.empty() ? 0 : column_->masked().word(row);
    }

  private:
    const Column* column_;
    std::array<std::int64_t, rows_a_block> block_{};  // the constant, or a last block that is not full
};

template <class Rule, class... Units>
[[gnu::always_inline]] inline void decide_the_rest(const Rule& rule, std::size_t rows, std::uint8_t* codes,
                                                   const Units*... units) noexcept {
    for (std::size_t i = 0; i < rows; ++i)
        if ((codes[i] & undecided) != 0) codes[i] = static_cast<std::uint8_t>(rule(units[i]...));
}

inline void mark(std::uint64_t rows, RowOutcome outcome, std::uint8_t* codes) noexcept {
    for (; rows != 0; rows &= rows - 1)
        codes[std::countr_zero(rows)] = static_cast<std::uint8_t>(outcome);
}

template <class Rule, class... Units>
[[gnu::always_inline]] inline void decide_exactly(const Rule& rule, std::size_t rows, std::uint8_t* codes,
                                                  const Units*... units) noexcept {
    std::array<std::uint8_t, rows_a_block> found;
    for (std::size_t i = 0; i < rows; ++i)
        found[i] = static_cast<std::uint8_t>(rule(units[i]...));
    std::memcpy(codes, found.data(), rows);
}

/// Judges every row of `out`. Where a filter leaves too much of a block, as in columns that lie on their
/// lines, the exact rule is faster by itself, and the next blocks are given to it at once. Not so with a rule
/// that is filtered on all processors: it costs many times its filter.
template <Level level, class Rule, class... Operands>
[[gnu::always_inline]] inline void loop(const Rule& shared, std::span<RowOutcome> out,
                                        Operands&... operands) noexcept {
    constexpr unsigned too_many = Rule::filters_from == Level::any ? rows_a_block : 6;
    constexpr unsigned blocks_of_trust = 31;
    const Rule rule = shared;
    const bool complete = (operands.complete() && ...);
    unsigned unfiltered = level == Level::none ? 1 : 0;  // blocks to come
    for (std::size_t row = 0; row < out.size(); row += rows_a_block) {
        const std::size_t rows = out.size() - row < rows_a_block ? out.size() - row : rows_a_block;
        std::array<std::uint8_t, rows_a_block> codes;
        const auto mark_absent = [&] {
            if (complete) return;
            mark((operands.missing(row) | ...), RowOutcome::missing, codes.data());
            mark((operands.masked(row) | ...), RowOutcome::masked, codes.data());
        };
        if constexpr (level != Level::none) {
            if (unfiltered == 0) {
                rule.template filter<level>(codes.data(), operands.at(row)...);
                mark_absent();
                const auto left = count_undecided(codes.data());
                if (left > too_many)
                    unfiltered = 1 + blocks_of_trust;
                else if (left > 0)
                    decide_the_rest(rule, rows, codes.data(), operands.at(row)...);
            }
        }
        if (unfiltered > 0) {
            decide_exactly(rule, rows, codes.data(), operands.at(row)...);
            mark_absent();
            if constexpr (level != Level::none) --unfiltered;
        }
        std::memcpy(out.data() + row, codes.data(), rows);
    }
}

#if GOALPOST_KERNEL_X86
template <class Rule, class... Operands>
[[gnu::target("avx2")]] void loop_avx2(const Rule& rule, std::span<RowOutcome> out,
                                       Operands&... operands) noexcept {
    loop<Level::avx2>(rule, out, operands...);
}
template <class Rule, class... Operands>
[[gnu::target("avx512f,avx512dq,avx512bw,avx512vl")]] void loop_avx512(const Rule& rule,
                                                                       std::span<RowOutcome> out,
                                                                       Operands&... operands) noexcept {
    loop<Level::avx512>(rule, out, operands...);
}
#endif

/// Judges every row of `out` by a rule. The rule is exact for one row, `rule(units...)`, and has a filter
/// that pays from `Rule::filters_from` on, unless `!rule.has_filter()`.
///
/// Throws std::invalid_argument where a column has not as many rows as `out`.
template <class Rule, class... Columns>
void run(Level level, const Rule& rule, std::span<RowOutcome> out, const Columns&... columns) {
    if (!(columns.has_rows(out.size()) && ...))
        throw std::invalid_argument("goalpost::kernel: columns and outcomes differ in length");
    const auto go = [&](auto&&... operands) {
        if (!filters_hold || level < Rule::filters_from || !rule.has_filter())
            return loop<Level::none>(rule, out, operands...);
#if GOALPOST_KERNEL_X86
        if (level == Level::avx512) return loop_avx512(rule, out, operands...);
        if (level == Level::avx2) return loop_avx2(rule, out, operands...);
#endif
        if constexpr (Rule::filters_from <= Level::any) return loop<Level::any>(rule, out, operands...);
    };
    go(Blocks(columns)...);
}

}  // namespace goalpost::kernel::detail
