// SPDX-License-Identifier: BSL-1.0
#include "io/sdmx_table.hpp"

#include <algorithm>
#include <utility>

#include "io/file.hpp"
#include "io/locator.hpp"
#include "io/sdmx_codes.hpp"
#include "io/text.hpp"

namespace goalpost::detail {

namespace {

/// What stands before the dimensions, and how often a figure comes: they tell no series from another.
constexpr std::string_view structural[] = {"STRUCTURE",   "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY",
                                           "LAST UPDATE", "FREQ",           "freq",   "TIME_PERIOD"};
/// Attributes that change what a figure counts; they stand behind the values.
constexpr std::string_view telling_attributes[] = {"UNIT_MEASURE", "UNIT_MULT", "BASE_PER"};
constexpr auto mend_header = "download the data as SDMX-CSV, with commas between the columns";

}  // namespace

std::size_t SdmxTable::read(std::string_view text, bool last, std::size_t stop) {
    std::size_t at = 0;
    if (!begun_) {
        auto rows = text;
        if (auto fault = begin_text(rows, diagnostics_.file(), EncodingCheck::kind_of_file)) {
            give_up(std::move(*fault));
            return text.size();
        }
        at = text.size() - rows.size();
        begun_ = true;
    }
    const auto end = std::min(stop, text.size());
    while (at < end && !given_up_) {
        text_ = text.substr(at);
        const auto row = split_row(text_, last, row_);
        if (row.kind == CsvRow::Kind::cut) break;
        const auto content = text_.substr(0, row.length);
        take_row(row, content);
        line_ += static_cast<std::size_t>(std::ranges::count(content, '\n'));
        at += row.length;
    }
    return given_up_ ? text.size() : at;
}

void SdmxTable::give_up(Diagnostic fault) {
    given_up_ = true;
    diagnostics_.add_file_fault(std::move(fault));
}

bool SdmxTable::has_rows_of(const SdmxMap::Series& series) const {
    const auto found = std::ranges::find(series_, &series, &Series::of);
    return found != series_.end() && found->has_rows;
}

std::vector<Diagnostic> SdmxTable::finish() && {
    if (begun_ && !given_up_ && !has_header_)
        give_up(
            file_fault({}, "the file has no header", "a first row with the names of columns", mend_header));
    tell(unmatched_, "of no series of the map", "where they are meant, add a series with these codes");
    tell(forecasts_, "of forecasts", "");
    return std::move(diagnostics_).finish();
}

void SdmxTable::take_row(const CsvRow& row, std::string_view content) {
    if (row.kind == CsvRow::Kind::blank) return;
    const bool sound = row.kind == CsvRow::Kind::row && content.find('\0') == std::string_view::npos &&
                       find_invalid_utf8(content) == std::string_view::npos;
    if (sound && !has_header_) {
        undo_quotes();
        read_header(row.width);
    } else if (sound && holds_nothing(row_)) {
        return;
    } else if (sound && row.width == columns_.size()) {
        undo_quotes();
        read_cells();
    } else {
        const auto fault = row_fault(row, content, row_, columns_.size());
        report(content.data() + fault.position, fault);
        given_up_ = !has_header_;
    }
}

// ---- The header ----

void SdmxTable::read_header(std::size_t width) {
    columns_.reserve(width);
    for (const auto name : contents_) {
        const auto label = name.find(": ");
        columns_.push_back({std::string(name.substr(0, label)), label != std::string_view::npos});
    }
    columns_.resize(width);
    if (!columns_.empty() && columns_.front().id.starts_with("STRUCTURE[")) columns_.front().id = "STRUCTURE";
    has_header_ = find_columns();
    given_up_ = !has_header_;
    if (has_header_) find_series();
}

std::size_t SdmxTable::column(std::string_view id) const {
    const auto found = std::ranges::find(columns_, id, &Column::id);
    return found == columns_.end() ? absent : static_cast<std::size_t>(found - columns_.begin());
}

bool SdmxTable::find_columns() {
    const char* const begin = text_.data();
    for (std::size_t i = 0; i < row_.size(); ++i) {
        if (column(columns_[i].id) == i) continue;
        return report(row_[i].text.data(),
                      {"a column that stands twice", "the column " + shown(columns_[i].id) + " stands twice",
                       "", "remove one of the two"});
    }
    scope_ = column(map_.scope_column);
    time_ = column("TIME_PERIOD");
    value_ = column("OBS_VALUE");
    status_ = column("OBS_STATUS");
    if (status_ == absent) status_ = column("OBS_FLAG");
    decimals_ = column("DECIMALS");
    multiplier_ = column("UNIT_MULT");
    action_ = column("ACTION");
    if (column("STRUCTURE_NAME") != absent) {
        last_before_components_ = 0;
        for (const auto id : {"STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY"}) {
            if (const auto at = column(id); at != absent)
                last_before_components_ = std::max(last_before_components_, at);
        }
    }
    const bool is_sdmx = time_ != absent && value_ != absent;
    if (!is_sdmx)
        return report(begin, {"a missing column", "the header lacks TIME_PERIOD or OBS_VALUE",
                              "a file in SDMX-CSV", mend_header});
    if (scope_ == absent)
        return report(begin, {"a missing column", "the header lacks the scope's column, " + map_.scope_column,
                              "the column that \"scope\" of the map names",
                              "name the column of places there, such as \"scope\": \"geo\""});
    return true;
}

/// Whether rows that differ in this column are of different series.
bool SdmxTable::tells_series(std::size_t column) const {
    const auto& id = columns_[column].id;
    if (column == scope_ || column == value_ || map_.ignored.contains(id) ||
        std::ranges::find(structural, id) != std::end(structural))
        return false;
    if (column > value_) return std::ranges::find(telling_attributes, id) != std::end(telling_attributes);
    // Where names stand in columns of their own, each is behind the column of its ids.
    return last_before_components_ == absent || column <= last_before_components_ ||
           (column - last_before_components_) % 2 == 1;
}

void SdmxTable::find_series() {
    for (const auto& one : map_.series) {
        Series made{.of = &one, .where = {}, .fixed = {}};
        for (const auto& [id, wanted] : one.where) {
            const auto at = column(id);
            if (at != absent) made.where.emplace_back(at, wanted);
        }
        if (made.where.size() != one.where.size()) continue;  // it is of another file
        const auto is_said = [&](std::size_t at) {
            return std::ranges::find(made.where, at, &std::pair<std::size_t, std::string_view>::first) !=
                   made.where.end();
        };
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (tells_series(i) && !is_said(i)) made.fixed.push_back({i});
        }
        made.says_multiplier = multiplier_ != absent && is_said(multiplier_);
        for (const auto& [at, wanted] : made.where) {
            if (std::ranges::find(keys_, at) == keys_.end()) keys_.push_back(at);
        }
        series_.push_back(std::move(made));
    }
    if (!series_.empty()) return;
    has_header_ = false;
    given_up_ = true;
    report(text_.data(), {"a file without a series", "no series of the map fits the columns of this file",
                          "the columns that \"where\" of a series names", "correct their names in the map"});
}

// ---- Rows ----

void SdmxTable::undo_quotes() {
    contents_.resize(row_.size());
    undone_.resize(row_.size());
    for (std::size_t i = 0; i < row_.size(); ++i)
        contents_[i] = row_[i].content(undone_[i]);
}

std::string_view SdmxTable::code(std::size_t column) const {
    const auto all = content(column);
    return column != absent && columns_[column].labelled ? all.substr(0, all.find(": ")) : all;
}

SdmxTable::Match SdmxTable::match() const {
    Match found;
    for (std::size_t i = 0; i < series_.size(); ++i) {
        const bool fits = std::ranges::all_of(series_[i].where,
                                              [&](const auto& one) { return code(one.first) == one.second; });
        if (fits) (found.series == absent ? found.series : found.other) = i;
    }
    return found;
}

const SdmxTable::Match& SdmxTable::match_of_row() {
    key_.clear();
    for (const auto column : keys_)
        key_.append(code(column)).push_back('\n');
    return matches_.get(key_, [&](std::string_view) { return match(); });
}

void SdmxTable::read_cells() {
    if (code(action_) == "D") {
        refuse(action_, {"a deletion", "the row deletes a figure", "figures", "apply deletions before"});
        return;
    }
    const auto& match = match_of_row();
    if (match.series == absent) {
        if (!counts_on(unmatched_)) {
            for (const auto column : keys_)
                unmatched_.example += (unmatched_.example.empty() ? "" : ", ") + columns_[column].id + " " +
                                      shown(code(column));
        }
        return;
    }
    auto& series = series_[match.series];
    series.has_rows = true;
    if (match.other != absent) {
        report(text_.data(), {"a row of two series",
                              "the row belongs to two series of the map, " + shown(series.of->name) +
                                  " and " + shown(series_[match.other].of->name),
                              "one series", "tell them apart in \"where\""});
        return;
    }
    const auto printed = content(value_);
    if (printed.empty() || printed == "NaN") return;  // no figure: never zero
    ObservationRow row;
    row.indicator = series.of->indicator;
    row.basis = series.of->basis;
    row.unit = series.of->unit;
    row.source = map_.source;
    bool is_figure = true;
    bool sound = read_status(row, is_figure);
    if (!is_figure) return;
    sound &= check_fixed(series);
    sound &= read_value(row.value);
    const auto place = code(scope_);
    const auto named = map_.scopes.find(place);
    const auto& scope = cells_.scope(named == map_.scopes.end() ? place : std::string_view(named->second));
    if (scope.fault) sound = refuse(scope_, *scope.fault);
    row.scope = scope.value;
    const auto& period = cells_.period(sdmx_period(code(time_)));
    if (period.fault) sound = refuse(time_, *period.fault);
    if (!sound) return;
    if (const auto fault = place_fault(row.basis, row.value, printed)) {
        refuse(value_, *fault);
        return;
    }
    row.period = *period.value;
    cells_.builder().add_row(row);
}

/// Rows of one series that differ in what the map does not say may be of several: the map has to say it.
bool SdmxTable::check_fixed(Series& series) {
    if (!series.says_multiplier && multiplier_ != absent) {
        const auto power = code(multiplier_);
        if (!power.empty() && power != "0")
            return refuse(multiplier_, {"a multiplier that the map does not say",
                                        "the figures are in units of 10^" + std::string(power),
                                        "\"UNIT_MULT\" in \"where\" of the series",
                                        "add \"UNIT_MULT\": " + shown(power) +
                                            " there, and write the unit that they are then in"});
    }
    bool sound = true;
    for (auto& [column, met] : series.fixed) {
        const auto here = code(column);
        if (!met) met = here;
        if (*met == here) continue;
        sound = refuse(
            column, {"a series of several codes",
                     "the series of " + shown(series.of->name) + " has rows of " + columns_[column].id + " " +
                         shown(*met) + " and " + shown(here),
                     "rows of one",
                     "add \"" + columns_[column].id + "\" to its \"where\", or to \"ignore\" of the map"});
    }
    return sound;
}

bool SdmxTable::read_status(ObservationRow& to, bool& is_figure) {
    const auto codes = code(status_);
    if (const auto said = map_.statuses.find(codes); said != map_.statuses.end()) {
        to.status = said->second;
        return true;
    }
    const auto meaning = sdmx_status(codes);
    if (!meaning)
        return refuse(status_, {"an unknown status", "the status " + shown(codes) + " is not known",
                                "a code of CL_OBS_STATUS or a flag of Eurostat",
                                "say in \"statuses\" of the map what it means: final, preliminary or "
                                "estimated"});
    to.status = meaning->status;
    to.series_break = meaning->series_break;
    is_figure = meaning->kind != SdmxStatus::forecast;
    if (!is_figure) counts_on(forecasts_);
    if (meaning->kind == SdmxStatus::missing)
        return refuse(status_,
                      {"a figure that is said to be missing",
                       "the status " + shown(codes) + " says that there is no figure, and there is one",
                       "no value, or another status", ""});
    if (meaning->kind == SdmxStatus::other_definition)
        report(
            row_[status_].text.data(),
            {"figures of another definition",
             "the status " + shown(codes) + " says that the definition is another than that of other figures",
             "", "where growth is measured across it, use published growth, or figures of one definition"},
            Diagnostic::Severity::warning);
    return true;
}

/// As it is printed; where it has fewer places than `DECIMALS` says, zeros were left out.
bool SdmxTable::read_value(Decimal& to) {
    auto meaning = ObservationCells::value(content(value_));
    if (meaning.fault) return refuse(value_, *meaning.fault);
    to = meaning.value;
    const auto said = code(decimals_);
    if (said.empty()) return true;
    const auto places = Decimal::parse(said);
    if (!places || places->places() > 0 || places->sign() < 0 || places->units() > Decimal::max_digits)
        return refuse(decimals_, {"places that cannot be read", "DECIMALS is " + shown(said),
                                  "a whole number from 0 to 18", ""});
    const auto missing = static_cast<int>(places->units()) - to.places();
    if (missing <= 0) return true;
    auto padded = to.text() + (to.places() == 0 ? "." : "");
    padded.append(static_cast<std::size_t>(missing), '0');
    const auto longer = Decimal::parse(padded);
    if (!longer)
        return refuse(decimals_,
                      {"a value that is not a number",
                       "the value " + shown(to.text()) + " with " + std::string(said) + " places is too long",
                       "at most 18 digits", ""});
    to = *longer;
    return true;
}

// ---- What is said ----

bool SdmxTable::report(const char* at, const CellFault& fault, Diagnostic::Severity severity) {
    if (!diagnostics_.wants(fault.kind, severity)) return false;
    const auto [line, column] = Locator(text_, line_).at(static_cast<std::size_t>(at - text_.data()));
    diagnostics_.add({severity, {}, line, column, fault.what, fault.expected, fault.mend});
    return false;
}

bool SdmxTable::refuse(std::size_t column, const CellFault& fault) {
    const auto& cell = row_[column];
    return report(cell.text.data() + (cell.doubled ? 0 : std::min(fault.position, cell.text.size())), fault);
}

bool SdmxTable::counts_on(Tally& tally) const {
    if (tally.rows++ > 0) return true;
    tally.first_line = line_;
    return false;
}

void SdmxTable::tell(const Tally& tally, std::string_view what, const std::string& mend) {
    if (tally.rows == 0 || !diagnostics_.wants(what, Diagnostic::Severity::warning)) return;
    auto text = std::to_string(tally.rows) + (tally.rows == 1 ? " row " : " rows ") + std::string(what) +
                (tally.rows == 1 ? " is" : " are") + " left out; first here";
    if (!tally.example.empty()) text += ", with " + tally.example;
    diagnostics_.add({Diagnostic::Severity::warning, {}, tally.first_line, 1, std::move(text), "", mend});
}

}  // namespace goalpost::detail
