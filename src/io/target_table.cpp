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
        const auto& file = context_.diagnostics().file();
        if (auto fault = encoding_fault(text, file, EncodingCheck::kind_of_file)) {
            give_up(std::move(*fault));
            return text.size();
        }
        if (text.starts_with(byte_order_mark)) at = byte_order_mark.size();
        begun_ = true;
        const auto before = builder_.so_far().targets().size();
        const auto rows = likely_rows(text, size_);  // mostly a target each
        if (rows > before) builder_.reserve(before + rows);
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
        if (std::ranges::all_of(row_, [](const CsvCell& one) { return one.text.empty(); }) && sound)
            return row.length;  // ,,,,, as spreadsheets write it
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
    const auto content = text_.substr(at, row.length);
    const auto place = at + row.place;
    if (const auto nul = content.find('\0'); nul != std::string_view::npos) {
        context_.error(at + nul, "a NUL byte", "the row holds a NUL byte", "text", "remove it");
    } else if (const auto invalid = find_invalid_utf8(content); invalid != std::string_view::npos) {
        context_.error(at + invalid, "a row that is not UTF-8", "the row is not UTF-8", "UTF-8",
                       looks_like_gb18030(content)
                           ? "the row looks like GB18030 (GBK): convert the file with "
                             "iconv -f GB18030 -t UTF-8"
                           : "save the file as UTF-8");
    } else if (row.kind == CsvRow::Kind::stray_quote) {
        context_.error(
            place, "a stray quote", "a double quote stands inside a cell that does not begin with one",
            "a comma or the end of the row", "put quotes around the whole cell and double those inside it");
    } else if (row.kind == CsvRow::Kind::text_after_quote) {
        context_.error(place, "text behind a closing quote",
                       "the quote that opens here is closed before the cell ends",
                       "a comma or the end of the row behind the closing quote",
                       "double the quotes inside the cell, or close this one");
    } else if (row.kind != CsvRow::Kind::row) {
        context_.error(place, "a quote that nothing closes",
                       "the quote that opens here is never closed; reading goes on in the next line",
                       "a closing quote", "close it");
    } else {
        context_.error(at, "a row of another width",
                       "the row has " + std::to_string(row.width) + (row.width == 1 ? " cell" : " cells"),
                       std::to_string(header_.width()) + " as in the header",
                       row.width > header_.width() ? "put double quotes around a cell that holds a comma"
                                                   : "write a comma for each cell that is empty");
    }
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
    const bool further =
        target_ && !has(indicator) && !has(due) && !has(criterion) && target_->id == cell(id);
    if (further) {
        read_statement();
        return;
    }
    keep_target();
    read_target();
}

void TargetTable::keep_target() {
    if (!target_) return;
    if (!context_.is_faulty()) {
        builder_.add(*std::move(target_), sound_);
    } else {
        builder_.add_invalid({std::move(target_->id), context_.problem(), std::move(target_->statements)});
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
    constexpr std::string_view kind = "an item that cannot be added";
    if (const auto problem = builder_.problem_with(alone())) {
        sound_alone_ = false;  // everything asked after this would hear of it again
        error(problem->starts_with("the due period") ? due : id, {kind, *problem, "", ""});
        return;
    }
    for (const auto& reading : target_->readings) {
        auto part = alone();
        part.readings = {reading};
        if (const auto problem = builder_.problem_with(part)) criterion_problem(criterion, *problem);
    }
    if (target_->base) {
        auto part = alone();
        part.base = target_->base;
        if (const auto problem = builder_.problem_with(part)) error(base_period, {kind, *problem, "", ""});
    }
    auto weighed = alone();
    weighed.weight = target_->weight;
    if (const auto problem = builder_.problem_with(weighed)) error(weight, {kind, *problem, "", ""});
    for (const auto& one : target_->milestones) {
        auto part = alone();
        part.milestones = {one};
        if (const auto problem = builder_.problem_with(part)) error(milestones, {kind, *problem, "", ""});
    }
    if (!context_.is_faulty()) error(id, {kind, *builder_.problem_with(*target_), "", ""});
}

/// Points at the name inside the criterion that the problem quotes.
void TargetTable::criterion_problem(TargetColumn column, const std::string& problem) {
    std::size_t position = 0;
    const auto begin = problem.find_first_of("\"'");
    const auto end = begin == std::string::npos ? begin : problem.find(problem[begin], begin + 1);
    if (end != std::string::npos) {
        const auto at = cell(column).find(problem.substr(begin + 1, end - begin - 1));
        if (at != std::string_view::npos) position = at;
    }
    error(column, {"a criterion that does not fit the plan", problem, "", "", position});
}

}  // namespace goalpost::detail
