// SPDX-License-Identifier: BSL-1.0
#include "io/observation_file.hpp"

#include <algorithm>
#include <optional>

#include "io/file.hpp"
#include "io/file_blocks.hpp"
#include "io/text.hpp"

namespace goalpost::detail {

std::size_t ObservationFile::read(std::string_view text, bool last, std::size_t stop) {
    std::size_t at = 0;
    if (!begun_) {
        auto rows = text;
        if (auto fault = begin_text(rows, diagnostics_.file(), EncodingCheck::kind_of_file)) {
            give_up(std::move(*fault));
            return text.size();
        }
        at = text.size() - rows.size();
        begun_ = true;
        auto& builder = cells_.builder();
        if (size_ != 0) builder.reserve(builder.size() + likely_rows(text, size_));
    }
    plain_.begin(text);
    const auto end = std::min(stop, text.size());
    while (at < end && !given_up_) {
        if (has_header_) {
            const auto width = header_.width();
            const char* line_end = nullptr;
            if (const auto plain = plain_.row(at, width); plain.piece != nullptr) {
                if (take_plain(plain)) line_end = plain.line_end(width);
            } else if (const auto quoted = plain_.quoted_row(at, width); quoted.cells != nullptr) {
                if (take_plain(quoted)) {
                    line_end = quoted.end;
                    line_ += quoted.lines - 1;
                }
            }
            if (line_end != nullptr) {
                at = static_cast<std::size_t>(line_end - text.data()) + 1;
                ++line_;
                continue;
            }
        }
        text_ = text.substr(at);
        const auto row = split_row(text_, last, row_);
        if (row.kind == CsvRow::Kind::cut) break;
        const auto content = text_.substr(0, row.length);
        take_row(row, content);
        if (!has_header_ && row.kind != CsvRow::Kind::blank)
            given_up_ = true;  // no other row can stand for it
        const bool one_line = row.kind <= CsvRow::Kind::blank && !row.quoted;
        line_ += one_line ? 1 : static_cast<std::size_t>(std::ranges::count(content, '\n'));
        at += row.length;
    }
    return given_up_ ? text.size() : at;
}

void ObservationFile::append(ObservationFile&& later, ObservationCells&& cells) {
    diagnostics_.append(std::move(later.diagnostics_), line_ - 1);
    line_ += later.line_ - 1;
    given_up_ = later.given_up_;
    cells_.builder().append(std::move(cells.builder()));
}

void ObservationFile::give_up(Diagnostic fault) {
    given_up_ = true;
    diagnostics_.add_file_fault(std::move(fault));
}

std::vector<Diagnostic> ObservationFile::finish() && {
    if (begun_ && !given_up_ && !has_header_)
        give_up(file_fault({}, "the file has no header", "a first row with the names of the columns",
                           header_.mend()));
    return std::move(diagnostics_).finish();
}

void ObservationFile::take_row(const CsvRow& row, std::string_view content) {
    if (row.kind == CsvRow::Kind::blank) return;
    if (row.kind != CsvRow::Kind::row || content.find('\0') != std::string_view::npos) {
        refuse_row(row, content);
    } else if (!has_header_) {
        read_header(row.width);
    } else if (holds_nothing(row_)) {
        return;
    } else if (row.width != header_.width()) {
        refuse_row(row, content);
    } else {
        read_cells();
    }
}

void ObservationFile::read_header(std::size_t width) {
    std::vector<HeaderFault> faults;
    has_header_ = header_.read(row_, width, text_, faults);
    for (const auto& [at, fault, severity] : faults)
        report(at, fault, severity);
}

template <class Row>
bool ObservationFile::take_plain(const Row& plain) {
    using enum Column;
    using Cells = ObservationCells;
    const auto known = [&](Column column, auto& cache, auto meaning_of, auto& to)
        __attribute__((always_inline)) {
        const auto cell = plain.cell(header_.place(column));
        const auto* meaning = cache.expected(cell);
        if (meaning == nullptr) meaning = &(cells_.*meaning_of)(trimmed(cell));
        to = meaning->value;
        return meaning->fault == nullptr;
    };
    const auto known_if_there = [&](Column column, auto& cache, auto meaning_of, auto& to)
        __attribute__((always_inline)) {
        return !header_.has(column) || known(column, cache, meaning_of, to);
    };
    auto& caches = cells_.caches();
    ObservationRow row = empty_;
    std::optional<Period> when;
    UnitMeaning measure;
    const bool sound = known(indicator, caches.indicators, &Cells::indicator, row.indicator) &&
                       known(scope, caches.scopes, &Cells::scope, row.scope) &&
                       known(period, caches.periods, &Cells::period, when) &&
                       known(basis, caches.bases, &Cells::basis, row.basis) &&
                       read_plain_number(trimmed(plain.cell(header_.place(value))), row.value) &&
                       known(unit, caches.units, &Cells::unit, measure) && fits(row.basis, measure) &&
                       row.basis != Basis::rank &&
                       known_if_there(status, caches.statuses, &Cells::status, row.status) &&
                       known_if_there(source, caches.sources, &Cells::source, row.source) &&
                       known_if_there(published, caches.dates, &Cells::published, row.published) &&
                       known_if_there(qualifier, caches.qualifiers, &Cells::qualifier, row.qualifier) &&
                       known_if_there(series_break, caches.breaks, &Cells::series_break, row.series_break);
    if (!sound) return false;
    if (header_.has(quote)) {
        if (const auto words = trimmed(plain.cell(header_.place(quote))); !words.empty()) {
            const auto said = cells_.quote(words);
            if (said.fault) return false;
            row.quote = said.value;
        }
    }
    row.unit = measure.number;
    row.period = *when;
    cells_.builder().add_row(row);
    return true;
}

/// Looks a cell up; false, with a report, where it means nothing.
template <class Value>
bool ObservationFile::take(Column column,
                           const CellMeaning<Value>& (ObservationCells::*meaning_of)(std::string_view),
                           Value& to) {
    const auto& meaning = (cells_.*meaning_of)(cell(column).content(scratch_));
    if (meaning.fault) return refuse(cell(column), *meaning.fault);
    to = meaning.value;
    return true;
}

bool ObservationFile::take_value(Decimal& to) {
    const auto meaning = ObservationCells::value(cell(Column::value).content(scratch_));
    if (meaning.fault) return refuse(cell(Column::value), *meaning.fault);
    to = meaning.value;
    return true;
}

bool ObservationFile::take_quote(std::uint32_t& to) {
    if (cell(Column::quote).text.empty()) return true;
    const auto meaning = cells_.quote(cell(Column::quote).content(scratch_));
    if (meaning.fault) return refuse(cell(Column::quote), *meaning.fault);
    to = meaning.value;
    return true;
}

void ObservationFile::read_cells() {
    using Cells = ObservationCells;
    using enum Column;
    ObservationRow row = empty_;
    std::optional<Period> when;
    UnitMeaning measure;
    // Every cell is looked at, so that a row with two faults is reported twice and mended once.
    bool sound = take(indicator, &Cells::indicator, row.indicator);
    sound &= take(scope, &Cells::scope, row.scope);
    sound &= take(period, &Cells::period, when);
    const bool sound_basis = take(basis, &Cells::basis, row.basis);
    sound &= take_value(row.value);
    const bool sound_unit = take(unit, &Cells::unit, measure);
    if (header_.has(status)) sound &= take(status, &Cells::status, row.status);
    if (header_.has(source)) sound &= take(source, &Cells::source, row.source);
    if (header_.has(published)) sound &= take(published, &Cells::published, row.published);
    if (header_.has(qualifier)) sound &= take(qualifier, &Cells::qualifier, row.qualifier);
    if (header_.has(series_break)) sound &= take(series_break, &Cells::series_break, row.series_break);
    sound &= sound_basis && sound_unit;
    if (sound_basis && sound_unit) {
        if (const auto fault = unit_fault(row.basis, measure, cell(unit).text))
            sound = refuse(cell(unit), *fault);
        row.unit = row.basis == Basis::rank ? cells_.rank_unit() : measure.number;
    }
    if (sound) {
        if (const auto fault = place_fault(row.basis, row.value, cell(value).text))
            sound = refuse(cell(value), *fault);
    }
    if (!sound || (header_.has(quote) && !take_quote(row.quote))) return;
    row.period = *when;
    cells_.builder().add_row(row);
}

std::pair<std::size_t, std::size_t> ObservationFile::place_of(const char* at) const {
    const auto before = text_.substr(0, static_cast<std::size_t>(at - text_.data()));
    const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return {line_ + static_cast<std::size_t>(std::ranges::count(before, '\n')),
            count_characters(before.substr(line_start)) + 1};
}

bool ObservationFile::report(const char* at, const CellFault& fault, Diagnostic::Severity severity) {
    if (!diagnostics_.wants(fault.kind, severity)) return false;
    const auto [line, column] = place_of(at);
    diagnostics_.add({severity, {}, line, column, fault.what, fault.expected, fault.mend});
    return false;
}

bool ObservationFile::refuse(const CsvCell& cell, const CellFault& fault) {
    // Where quotes were undone, a place in the content is no place in the file.
    return report(cell.text.data() + (cell.doubled ? 0 : std::min(fault.position, cell.text.size())), fault);
}

void ObservationFile::refuse_row(const CsvRow& row, std::string_view content) {
    const auto fault = row_fault(row, content, row_, header_.width());
    report(content.data() + fault.position, fault);
}

}  // namespace goalpost::detail
