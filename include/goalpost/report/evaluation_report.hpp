// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/evaluate/finding.hpp"
#include "goalpost/evaluate/language.hpp"
#include "goalpost/io/diagnostic.hpp"
#include "goalpost/report/sheet.hpp"
#include "goalpost/report/subject.hpp"
#include "goalpost/report/writers.hpp"

namespace goalpost {

/// An evaluation, and what is to be shown with it.
struct EvaluationReport {
    Subject<Evaluation> evaluation{};
    Language language = Language::en;
    bool as_of_is_default = false;  ///< nobody gave a date: the end of the latest observed period was taken
    /// What evaluators found, for each assessment; empty where none was asked.
    std::vector<std::vector<Finding>> findings{};
    /// What published methods say, for each assessment in the same order of methods; empty where none was
    /// asked.
    std::vector<std::vector<Finding>> methods{};
    std::vector<Diagnostic> diagnostics{};  ///< of the readers
};

/// What the evaluation knew, a line each: its as-of date; how many figures were published only after it, and
/// how many are of periods that were not over by then.
std::vector<std::string> as_of_notes(const EvaluationReport& report);

/// One row for each target, for people: figures with their units, words in the report's language. Under it
/// the as-of date, counts by status, names in the data that nobody used, what evaluators and methods found.
Sheet sheet_of(const EvaluationReport& report);
/// One row for each target, for programs: every figure with its unit in a column of its own, the names of
/// docs/formats/result.md.
Sheet data_sheet_of(const EvaluationReport& report);

// Each appends a report to `out`; docs/formats/result.md describes them. Deterministic bytes.
void write_table(std::string& out, const EvaluationReport& report, const TableStyle& style = {});
void write_markdown(std::string& out, const EvaluationReport& report);
void write_csv(std::string& out, const EvaluationReport& report);
/// The parts of `write_csv`, for results that are written as they are made: the titles of the columns, and
/// the rows of the assessments from `first` up to, not including, `last`. Several threads may write rows of
/// one report at once. Throws std::invalid_argument for rows that the
/// evaluation does not have; so does the other that takes them.
void write_csv_titles(std::string& out, const EvaluationReport& report);
void write_csv_rows(std::string& out, const EvaluationReport& report, std::size_t first, std::size_t last);
/// Follows docs/schema/evaluation.schema.json.
void write_json(std::string& out, const EvaluationReport& report);
/// JSON Lines: each assessment an object on a line of its own, with the members that it has in `write_json`,
/// in the same order; those of the whole report are left out, and so are explanations unless they are wanted.
void write_json_lines(std::string& out, const EvaluationReport& report, bool with_explanations = false);
/// Those from `first` up to, not including, `last`, as `write_csv_rows`.
void write_json_lines(std::string& out, const EvaluationReport& report, std::size_t first, std::size_t last,
                      bool with_explanations = false);

}  // namespace goalpost
