// SPDX-License-Identifier: BSL-1.0
#include "io/target_table.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "io/file.hpp"
#include "io/file_blocks.hpp"
#include "io/text.hpp"

namespace goalpost::detail {

// ---- Rows and cells ----

std::size_t TargetTable::read(std::string_view text, bool last, std::size_t stop) {
    std::size_t at = 0;
    if (!begun_) {
        auto rows = text;
        if (auto fault = begin_text(rows, context_.diagnostics().file(), EncodingCheck::kind_of_file)) {
            give_up(std::move(*fault));
            return text.size();
        }
        at = text.size() - rows.size();
        begun_ = true;
        const auto before = builder_.so_far().targets().size();
        const auto likely = likely_rows(text, size_);  // mostly a target each
        if (likely > before) builder_.reserve(before + likely);
    }
    text_ = text;
    plain_.begin(text);
    context_.go_on_with(text, line_);
    all_utf8_ =
        find_invalid_utf8(last ? text : text.substr(0, text.rfind('\n') + 1)) == std::string_view::npos;
    const auto end = std::min(stop, text.size());
    while (at < end && !gave_up_) {
        const auto length = take_row(at, last);
        if (length == 0) break;
        at += length;
    }
    return gave_up_ ? text.size() : at;
}

void TargetTable::give_up(Diagnostic fault) {
    gave_up_ = true;
    context_.diagnostics().add_file_fault(std::move(fault));
}

std::vector<Diagnostic> TargetTable::finish() && {
    keep_target();
    if (!has_header_ && !gave_up_)
        give_up(file_fault({}, "the file has no header", "a first row with the names of the columns",
                           header_.mend()));
    return std::move(context_.diagnostics()).finish();
}

std::size_t TargetTable::take_row(std::size_t at, bool last) {
    row_begin_ = at;
    undone_count_ = 0;
    const auto width = header_.width();
    const auto take = [&](const auto& row) {
        for (const auto& [column, place] : columns_)
            cells_[column] = trimmed(row.cell(place));
        doubled_ = false;
        take_cells();
    };
    if (has_header_ && all_utf8_) {
        if (const auto plain = plain_.row(at, width); plain.piece != nullptr) {
            take(plain);
            ++line_;
            return static_cast<std::size_t>(plain.line_end(width) - text_.data()) + 1 - at;
        }
        if (const auto quoted = plain_.quoted_row(at, width); quoted.cells != nullptr) {
            take(quoted);
            line_ += quoted.lines;
            return static_cast<std::size_t>(quoted.end - text_.data()) + 1 - at;
        }
    }
    const auto row = split_row(text_.substr(at), last, row_);
    if (row.kind == CsvRow::Kind::cut) return 0;
    const auto content = text_.substr(at, row.length);
    line_ += static_cast<std::size_t>(std::ranges::count(content, '\n'));
    if (row.kind == CsvRow::Kind::blank) return row.length;
    const bool sound = row.kind == CsvRow::Kind::row && content.find('\0') == std::string_view::npos &&
                       (all_utf8_ || find_invalid_utf8(content) == std::string_view::npos);
    if (!sound || (has_header_ && row.width != width)) {
        if (sound && holds_nothing(row_)) return row.length;
        refuse_row(row, at);
    } else if (!has_header_) {
        take_header(row, at);
    } else {
        doubled_ = std::ranges::any_of(row_, &CsvCell::doubled);
        for (const auto& [column, place] : columns_) {
            const auto& one = row_[place];
            offsets_[column] = static_cast<std::size_t>(one.text.data() - text_.data());
            if (one.doubled && undone_count_ == undone_.size())
                undone_.push_back(std::make_unique<std::string>());
            cells_[column] = one.doubled ? one.content(*undone_[undone_count_++]) : one.text;
        }
        take_cells();
    }
    return row.length;
}

void TargetTable::take_header(const CsvRow& row, std::size_t at) {
    std::vector<HeaderFault> faults;
    has_header_ = header_.read(row_, row.width, text_.substr(at), faults);
    gave_up_ = !has_header_;
    for (std::size_t i = 0; i < target_column_count; ++i) {
        if (!header_.has(i)) continue;
        columns_.emplace_back(i, header_.place(i));
        if (i >= static_cast<std::size_t>(statement)) statement_columns_.push_back(i);
    }
    for (const auto& [place, fault, severity] : faults) {
        const auto offset = static_cast<std::size_t>(place - text_.data());
        if (severity == Diagnostic::Severity::error) {
            context_.error(offset, fault.kind, fault.what, fault.expected, fault.mend);
        } else {
            context_.warning(offset, fault.kind, fault.what, fault.expected, fault.mend);
        }
    }
}

/// Whatever cannot be cut into cells stood for a target that is not to be lost.
void TargetTable::refuse_row(const CsvRow& row, std::size_t at) {
    keep_target();
    context_.begin_item();
    auto fault = row_fault(row, text_.substr(at, row.length), row_, header_.width());
    context_.error(at + fault.position, fault.kind, std::move(fault.what), std::move(fault.expected),
                   std::move(fault.mend));
    gave_up_ = !has_header_;  // no other row can stand for it
    if (gave_up_) return;
    const auto id_place = header_.place(static_cast<std::size_t>(id));
    const bool has_id = row.kind == CsvRow::Kind::row && id_place < row_.size() &&
                        find_invalid_utf8(row_[id_place].text) == std::string_view::npos;
    std::string scratch;
    builder_.add_invalid(
        {has_id ? std::string(row_[id_place].content(scratch)) : std::string(), context_.problem(), {}});
}

std::size_t TargetTable::offset_of(TargetColumn column, std::size_t position) const {
    const auto i = static_cast<std::size_t>(column);
    if (!header_.has(i)) return row_begin_;
    if (doubled_) return offsets_[i];  // a place in the content is no place in the file
    return static_cast<std::size_t>(cells_[i].data() - text_.data()) + std::min(position, cells_[i].size());
}

bool TargetTable::error(TargetColumn column, CellFault fault) {
    context_.error(offset_of(column, fault.position), fault.kind, std::move(fault.what),
                   std::move(fault.expected), std::move(fault.mend));
    return false;
}

// ---- Targets ----

void TargetTable::take_cells() {
    if (std::ranges::all_of(columns_, [&](const auto& one) { return cells_[one.first].empty(); })) return;
    const bool no_target = !has(indicator) && !has(due) && !has(criterion);
    if (no_target && target_ && target_->id == cell(id)) {
        read_statement();
        return;
    }
    keep_target();
    begin_target();
    if (no_target && says_statement()) {
        refuse_statement();
    } else {
        read_target();
    }
}

void TargetTable::keep_target() {
    if (!target_) return;
    if (!context_.is_faulty()) {
        builder_.add(*std::move(target_), sound_);
    } else {
        builder_.add_invalid(*std::move(target_), context_.problem());
    }
    target_.reset();
}

// ---- What the builder holds against a target ----

bool TargetTable::can_ask() const { return due_ && has_indicator_ && !target_->id.empty() && sound_alone_; }

/// A target of which the builder can find nothing wrong but the part that is put into it.
Target TargetTable::alone() const {
    return {
        .id = target_->id, .indicator = target_->indicator, .due = target_->due, .readings = {Criterion{}}};
}

void TargetTable::check_target() {
    sound_alone_ = true;
    if (!can_ask()) return;
    if (!context_.is_faulty()) {
        if (!builder_.problem_with(*target_, sound_)) return;
    }
    if (auto problem = builder_.problem_with(alone())) {
        sound_alone_ = false;  // everything asked after this would hear of it again
        const bool taken = builder_.so_far().find_target(target_->id) != nullptr;
        context_.error(offset_of(taken ? id : due), *std::move(problem));
        return;
    }
    const auto check = [&](TargetColumn column, const Target& part) {
        if (auto problem = builder_.problem_with(part))
            context_.error(offset_of(column), *std::move(problem));
    };
    for (const auto& reading : target_->readings) {
        auto part = alone();
        part.readings = {reading};
        check_criterion(criterion, part);
    }
    if (target_->base) {
        auto part = alone();
        part.base = target_->base;
        check(base_period, part);
    }
    auto weighed = alone();
    weighed.weight = target_->weight;
    check(weight, weighed);
    for (const auto& one : target_->milestones) {
        auto part = alone();
        part.milestones = {one};
        check(milestones, part);
    }
    if (!context_.is_faulty()) check(id, *target_);
}

/// `part` is sound but for its criterion, which stands in that column.
void TargetTable::check_criterion(TargetColumn column, const Target& part) {
    if (auto problem = builder_.problem_with(part))
        error(column, context_.criterion_fault(builder_.so_far(), cell(column), *std::move(problem)));
}

}  // namespace goalpost::detail
