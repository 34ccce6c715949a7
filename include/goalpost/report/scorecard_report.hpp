// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/evaluate/language.hpp"
#include "goalpost/report/sheet.hpp"
#include "goalpost/report/subject.hpp"
#include "goalpost/report/writers.hpp"
#include "goalpost/rollup/score_sheet.hpp"
#include "goalpost/rollup/scorecard.hpp"

namespace goalpost {

/// The scorecards of an evaluation, and what is to be shown with them.
struct ScorecardReport {
    Subject<Evaluation> evaluation{};
    Subject<Scorecards> cards{};
    const ScoreSheet* sheet = nullptr;  ///< the sheet they were made with; must outlive the report
    Language language = Language::en;
    bool as_of_is_default = false;  ///< nobody gave a date: the end of the latest observed period was taken
};

/// One row for each unit that answers for something, in the plan's order, and one for the plan, which counts
/// each target once: for people.
Sheet sheet_of(const ScorecardReport& report);
/// The same for programs: the names of docs/formats/scorecard.md.
Sheet data_sheet_of(const ScorecardReport& report);

// Each appends a report to `out`; docs/formats/scorecard.md describes them. Deterministic bytes.
void write_table(std::string& out, const ScorecardReport& report, const TableStyle& style = {});
void write_markdown(std::string& out, const ScorecardReport& report);
void write_csv(std::string& out, const ScorecardReport& report);
/// Follows docs/schema/scorecard.schema.json.
void write_json(std::string& out, const ScorecardReport& report);

}  // namespace goalpost
