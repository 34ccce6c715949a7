// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/observations_csv.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

#include "goalpost/io/nfkc.hpp"
#include "io/csv_rows.hpp"
#include "io/diagnostic_list.hpp"
#include "io/file.hpp"
#include "io/observation_cells.hpp"
#include "io/text.hpp"

namespace goalpost {

namespace {

using namespace detail;

enum Column : unsigned char {
    indicator,
    scope,
    period,
    basis,
    value,
    unit,
    status,
    source,
    quote,
    published,
    qualifier
};
constexpr std::string_view column_names[] = {"indicator", "scope",  "period", "basis",     "value",    "unit",
                                             "status",    "source", "quote",  "published", "qualifier"};
constexpr std::size_t column_count = std::size(column_names);
constexpr std::size_t required_count = 6;
constexpr std::size_t absent = static_cast<std::size_t>(-1);

/// Reads one file, block by block or whole.
class FileReader {
  public:
    FileReader(ObservationCells& cells, const std::string& file) : cells_(cells), diagnostics_(file) {
        where_.fill(absent);
    }

    /// Reads the rows that `text` holds whole and returns how many bytes they take. `last` says that the file
    /// ends with `text`. After a fault of the whole file nothing more is read.
    std::size_t read(std::string_view text, bool last) {
        std::size_t at = 0;
        if (!begun_) {
            if (auto fault = encoding_fault(text, diagnostics_.file(), EncodingCheck::kind_of_file)) {
                add_fault(std::move(*fault));
                return text.size();
            }
            if (text.starts_with(byte_order_mark)) at = byte_order_mark.size();
            begun_ = true;
        }
        const bool has_nul = text.find('\0') != std::string_view::npos;
        while (at < text.size() && !given_up_) {
            text_ = text.substr(at);
            const auto row = split_row(text_, last, row_);
            if (row.kind == CsvRow::Kind::cut) break;
            const auto content = text_.substr(0, row.length);
            if (row.kind == CsvRow::Kind::row && has_nul && content.find('\0') != std::string_view::npos) {
                report(content.data() + content.find('\0'),
                       {"a NUL byte", "the row holds a NUL byte", "text", "remove it"});
            } else if (row.kind == CsvRow::Kind::row) {
                if (has_header_) {
                    read_row(row.width);
                } else if (!read_header(row.width)) {
                    return text.size();
                }
            } else if (row.kind != CsvRow::Kind::blank) {
                refuse_quotes(row);
            }
            line_ += row.quoted || row.kind > CsvRow::Kind::blank
                         ? static_cast<std::size_t>(std::ranges::count(content, '\n'))
                         : 1;
            at += row.length;
        }
        return given_up_ ? text.size() : at;
    }

    [[nodiscard]] bool given_up() const noexcept { return given_up_; }
    [[nodiscard]] std::vector<Diagnostic> finish() && {
        if (begun_ && !given_up_ && !has_header_) {
            Diagnostic fault = file_fault({}, "the file has no header",
                                          "a first row with the names of the columns", header_mend());
            add_fault(std::move(fault));
        }
        return std::move(diagnostics_).finish();
    }
    void add_fault(Diagnostic fault) {
        given_up_ = true;
        if (diagnostics_.wants("a file that cannot be read")) diagnostics_.add(std::move(fault));
    }

  private:
    static std::string header_mend() {
        return "write indicator,scope,period,basis,value,unit as the first row";
    }

    // ---- places ----
    [[nodiscard]] std::pair<std::size_t, std::size_t> place_of(const char* at) const {
        const auto before = text_.substr(0, static_cast<std::size_t>(at - text_.data()));
        const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
        return {line_ + static_cast<std::size_t>(std::ranges::count(before, '\n')),
                count_characters(before.substr(line_start)) + 1};
    }
    bool report(const char* at, const CellFault& fault,
                Diagnostic::Severity severity = Diagnostic::Severity::error) {
        if (!diagnostics_.wants(fault.kind, severity)) return false;
        const auto [line, column] = place_of(at);
        diagnostics_.add({severity, {}, line, column, fault.what, fault.expected, fault.mend});
        return false;
    }
    /// Always false, so that a check can end with it.
    bool refuse(const CsvCell& cell, const CellFault& fault) {
        return report(cell.text.data() + (cell.doubled ? 0 : std::min(fault.position, cell.text.size())),
                      fault);
    }
    void refuse_quotes(const CsvRow& row) {
        const char* at = text_.data() + row.place;
        switch (row.kind) {
            case CsvRow::Kind::stray_quote:
                report(at,
                       {"a stray quote", "a double quote stands inside a cell that does not begin with one",
                        "a comma or the end of the row",
                        "put quotes around the whole cell and double those inside it"});
                break;
            case CsvRow::Kind::text_after_quote:
                report(at, {"text behind a closing quote",
                            "the quote that opens here is closed before the cell ends",
                            "a comma or the end of the row behind the closing quote",
                            "double the quotes inside the cell, or close this one"});
                break;
            default:
                report(at, {"a quote that nothing closes",
                            "the quote that opens here is never closed; reading goes on in the next line",
                            "a closing quote", "close it"});
                break;
        }
    }

    // ---- header ----
    bool read_header(std::size_t width) {
        constexpr std::size_t most_named = 20;
        std::string unknown;
        std::size_t unknown_count = width - row_.size();
        const char* first_unknown = nullptr;
        width_ = width;
        for (std::size_t i = 0; i < row_.size(); ++i) {
            const auto name = row_[i].content(scratch_);
            const auto found = std::ranges::find(column_names, name);
            if (found == std::end(column_names)) {
                if (++unknown_count <= most_named) unknown += (unknown.empty() ? "" : ", ") + shown(name);
                if (first_unknown == nullptr) first_unknown = row_[i].text.data();
                continue;
            }
            auto& where = where_[static_cast<std::size_t>(found - std::begin(column_names))];
            if (where != absent) {
                report(row_[i].text.data(),
                       {"a column that stands twice", "the column " + shown(name) + " stands twice", "",
                        "remove one of the two"});
                given_up_ = true;
            } else {
                where = i;
            }
        }
        std::string missing;
        for (std::size_t i = 0; i < required_count; ++i) {
            if (where_[i] == absent) missing += (missing.empty() ? "" : ", ") + std::string(column_names[i]);
        }
        has_header_ = true;
        if (!missing.empty()) {
            given_up_ = true;
            report(row_.front().text.data(), {"a missing column", "the header lacks " + missing,
                                              "indicator,scope,period,basis,value,unit", mend_of_header()});
            return false;
        }
        if (unknown_count > most_named)
            unknown += " and " + std::to_string(unknown_count - most_named) + " more";
        if (first_unknown != nullptr)
            report(first_unknown,
                   {"an unknown column", "columns that are not read: " + unknown, one_of(column_names), ""},
                   Diagnostic::Severity::warning);
        return !given_up_;
    }

    [[nodiscard]] std::string mend_of_header() const {
        const auto header = text_.substr(0, text_.find('\n'));
        if (row_.size() == 1 && header.find(';') != std::string_view::npos)
            return "separate the columns by commas, not semicolons";
        if (row_.size() == 1 && header.find('\t') != std::string_view::npos)
            return "separate the columns by commas, not tabs";
        if (header.find('\r') != std::string_view::npos && header.find('\r') + 1 < header.size())
            return "end the lines with LF or CRLF, not with CR alone";
        return header_mend();
    }

    // ---- rows ----
    [[nodiscard]] const CsvCell& cell(Column column) const { return row_[where_[column]]; }
    [[nodiscard]] bool has(Column column) const { return where_[column] != absent; }

    /// Looks a cell up; false, with a report, where it means nothing.
    template <class Value>
    bool take(Column column, const CellMeaning<Value>& (ObservationCells::*meaning_of)(std::string_view),
              Value& to) {
        const auto& meaning = (cells_.*meaning_of)(cell(column).content(scratch_));
        if (meaning.fault) return refuse(cell(column), *meaning.fault);
        to = meaning.value;
        return true;
    }

    void read_row(std::size_t width) {
        if (row_.front().text.empty() &&
            std::ranges::all_of(row_, [](const CsvCell& one) { return one.text.empty(); }))
            return;  // ,,,,, of a spreadsheet
        if (width != width_) {
            refuse_width(width);
            return;
        }
        using Cells = ObservationCells;
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
        if (has(status)) sound &= take(status, &Cells::status, row.status);
        if (has(source)) sound &= take(source, &Cells::source, row.source);
        if (has(published)) sound &= take(published, &Cells::published, row.published);
        if (has(qualifier)) sound &= take(qualifier, &Cells::qualifier, row.qualifier);
        sound &= sound_basis && sound_unit;
        if (sound_basis && sound_unit) {
            if (const auto fault = unit_fault(row.basis, measure, cell(unit).text))
                sound = refuse(cell(unit), *fault);
            row.unit = row.basis == Basis::rank ? cells_.rank_unit() : measure.number;
        }
        if (sound && row.basis == Basis::rank && (row.value.sign() <= 0 || row.value.places() > 0))
            sound = refuse(cell(value), {"a rank that is no place",
                                         "the rank " + shown(cell(value).text) + " is no place in an order",
                                         "a whole number from 1", ""});
        if (!sound) return;
        if (has(quote) && !take_quote(row.quote)) return;
        row.period = *when;
        cells_.builder().add_row(row);
    }

    bool take_value(Decimal& to) {
        const auto meaning = ObservationCells::value(cell(value).content(scratch_));
        if (meaning.fault) return refuse(cell(value), *meaning.fault);
        to = meaning.value;
        return true;
    }

    bool take_quote(std::uint32_t& to) {
        if (cell(quote).text.empty()) return true;
        const auto meaning = cells_.quote(cell(quote).content(scratch_));
        if (meaning.fault) return refuse(cell(quote), *meaning.fault);
        to = meaning.value;
        return true;
    }

    void refuse_width(std::size_t width) {
        report(text_.data(), {"a row of another width",
                              "the row has " + std::to_string(width) + (width == 1 ? " cell" : " cells"),
                              std::to_string(width_) + " as in the header",
                              width > width_ ? "put double quotes around a cell that holds a comma"
                                             : "write a comma for each cell that is empty"});
    }

    ObservationCells& cells_;
    DiagnosticList diagnostics_;
    std::array<std::size_t, column_count> where_{};  // column -> cell
    const ObservationRow empty_;                     // copied, since a default period costs more than a copy
    std::size_t width_ = 0;
    std::size_t line_ = 1;  // of the row that is read
    bool begun_ = false;
    bool has_header_ = false;
    bool given_up_ = false;
    std::string_view text_;  // from the beginning of the row that is read
    std::vector<CsvCell> row_;
    std::string scratch_;
};

}  // namespace

class ObservationsReader::State {
  public:
    explicit State(UnitSet units) : cells(std::move(units)) {}

    void take(std::vector<Diagnostic> found) {
        diagnostics.insert(diagnostics.end(), std::make_move_iterator(found.begin()),
                           std::make_move_iterator(found.end()));
    }

    ObservationCells cells;
    std::vector<Diagnostic> diagnostics;
};

ObservationsReader::ObservationsReader(UnitSet units) : state_(std::make_unique<State>(std::move(units))) {}
ObservationsReader::ObservationsReader(ObservationsReader&&) noexcept = default;
ObservationsReader& ObservationsReader::operator=(ObservationsReader&&) noexcept = default;
ObservationsReader::~ObservationsReader() = default;

void ObservationsReader::read(std::string_view text, const std::string& file_name) {
    FileReader reader(state_->cells, file_name);
    reader.read(text, true);
    state_->take(std::move(reader).finish());
}

void ObservationsReader::read_file(const std::filesystem::path& path) {
    InputFile file;
    if (auto fault = InputFile::open(path, file)) {
        state_->diagnostics.push_back(std::move(*fault));
        return;
    }
    FileReader reader(state_->cells, path.string());
    std::vector<char> block(std::size_t{1} << 18U);
    std::size_t used = 0;
    const auto rows_before = state_->cells.builder().size();
    bool first = true;
    bool last = false;
    while (!last && !reader.given_up()) {
        if (used == block.size()) block.resize(block.size() * 2);  // a row longer than the block
        const auto count = file.read(block.data() + used, block.size() - used);
        if (!count) {
            reader.add_fault(file_fault({},
                                        "reading the file failed: " + std::generic_category().message(errno),
                                        "a readable file", ""));
            break;
        }
        last = *count == 0;
        used += *count;
        const auto read = reader.read({block.data(), used}, last);
        if (first && read > 0 && file.size()) state_->cells.expect_more(rows_before, read, *file.size());
        first = false;
        used -= read;
        if (used > 0) std::memmove(block.data(), block.data() + read, used);
    }
    state_->take(std::move(reader).finish());
}

ObservationsReading ObservationsReader::finish() && {
    return {std::move(state_->cells.builder()).build(), std::move(state_->diagnostics)};
}

}  // namespace goalpost
