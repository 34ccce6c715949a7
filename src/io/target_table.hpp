// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "goalpost/model/plan.hpp"
#include "io/cell_cache.hpp"
#include "io/cell_fault.hpp"
#include "io/criterion_cache.hpp"
#include "io/csv_header.hpp"
#include "io/csv_rows.hpp"
#include "io/plain_rows.hpp"
#include "io/plan_context.hpp"
#include "io/target_columns.hpp"

namespace goalpost::detail {

/// Reads a table of targets into a plan. What can be wrong with a target in the plan is found by asking the
/// builder, first about the whole, and where it has something against it, about each part alone, so that the
/// message points at the part.
class TargetTable {
  public:
    /// `size` is how many bytes there are in all, or 0 where that is not known.
    TargetTable(PlanBuilder& builder, const std::string& file, std::uintmax_t size = 0)
        : builder_(builder), size_(size), context_({}, file) {}

    /// Reads the rows that `text` holds whole and returns how many bytes they take. `last` says that the file
    /// ends with `text`. No row is begun at `stop` or behind it. After a fault of the whole file nothing more
    /// is read.
    std::size_t read(std::string_view text, bool last, std::size_t stop = std::string_view::npos);

    /// Ends the file with a fault of the whole.
    void give_up(Diagnostic fault);
    [[nodiscard]] bool has_given_up() const noexcept { return gave_up_; }

    [[nodiscard]] std::vector<Diagnostic> finish() &&;

  private:
    using enum TargetColumn;
    template <class Value>
    using Cache = CellCache<CellMeaning<Value>>;

    // Rows and cells.
    /// The length of the row; 0 where it goes on behind the text.
    std::size_t take_row(std::size_t at, bool last);
    void take_header(const CsvRow& row, std::size_t at);
    void refuse_row(const CsvRow& row, std::size_t at);
    void take_cells();
    [[nodiscard]] std::string_view cell(TargetColumn column) const {
        return cells_[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] bool has(TargetColumn column) const { return !cell(column).empty(); }
    /// Where a byte of a cell stands in the text.
    [[nodiscard]] std::size_t offset_of(TargetColumn column, std::size_t position = 0) const;
    /// Always false, so that a check can end with it.
    bool error(TargetColumn column, CellFault fault);

    // Targets and statements.
    void begin_target();
    void read_target();
    [[nodiscard]] bool says_statement() const;
    void refuse_statement();
    bool read_indicator();
    void read_criterion();
    void read_base();
    void read_milestones();
    void read_calendar();
    void read_manual();
    void read_statement();
    std::optional<Criterion> read_statement_criterion();
    void keep_target();

    [[nodiscard]] bool can_ask() const;
    [[nodiscard]] Target alone() const;
    void check_target();
    void check_criterion(TargetColumn column, const Target& part);

    // What stands in a cell; each reports what cannot be read and gives nothing then.
    void criterion_in(TargetColumn column, std::string_view text, std::size_t position,
                      SharedList<Criterion>& into);
    std::optional<Period> period_in(TargetColumn column, Cache<std::optional<Period>>& cache);
    std::optional<Decimal> number_in(TargetColumn column, Cache<Decimal>& cache);
    std::optional<Decimal> number_in(TargetColumn column, std::string_view text, std::size_t position);
    const SharedText& shared(TargetColumn column, CellCache<SharedText>& cache);
    const SharedTexts& units_in(TargetColumn column, Cache<SharedTexts>& cache);
    [[nodiscard]] std::vector<std::pair<std::string_view, std::size_t>> list_in(TargetColumn column) const;
    template <class Enum, std::size_t Count>
    Enum word_in(TargetColumn column, Cache<Enum>& cache, const std::string_view (&words)[Count],
                 Enum otherwise);

    PlanBuilder& builder_;
    std::uintmax_t size_;
    PlanContext context_;
    std::string_view text_;  // what is read of the file
    bool all_utf8_ = false;  // the rows that it holds whole
    std::size_t line_ = 1;   // of the row that is read
    CsvHeader header_{target_columns, required_target_columns};
    std::vector<std::pair<std::size_t, std::size_t>> columns_;  // those that the file has, and their places
    std::vector<std::size_t> statement_columns_;                // those of them that say a statement
    bool begun_ = false;
    bool has_header_ = false;
    bool gave_up_ = false;
    PlainRows plain_;
    std::vector<CsvCell> row_;
    std::vector<std::unique_ptr<std::string>> undone_;  // contents of cells with doubled quotes
    std::size_t undone_count_ = 0;
    std::size_t row_begin_ = 0;
    std::array<std::string_view, target_column_count> cells_{};  // empty where there is no such column
    bool doubled_ = false;  // some cell of the row had doubled quotes; then `offsets_` says where all stand
    std::array<std::size_t, target_column_count> offsets_{};

    std::optional<Target> target_;  // not yet kept: further statements may follow
    PlanBuilder::Sound sound_;      // what the builder found out about it
    std::optional<Period> due_;
    bool has_indicator_ = false;
    bool sound_alone_ = true;  // the builder has nothing against its id, indicator and due period

    CriterionCache criteria_;
    Cache<std::optional<Period>> due_periods_, base_periods_;
    Cache<Decimal> weights_;
    Cache<SharedText> indicators_, base_units_;
    CellCache<SharedText> scopes_, statement_ids_, sections_;  // texts that rows have in common
    Cache<Standing> standings_;
    Cache<Commitment> commitments_;
    Cache<Joining> joinings_;
    Cache<PaceKind> pace_kinds_;
    Cache<SharedTexts> lead_, responsible_, supporting_;
    // The last statement that stood first and what its cells hold: the next target mostly has it, too.
    SharedList<Statement> statements_;
    std::vector<std::string> statement_cells_;
};

}  // namespace goalpost::detail
