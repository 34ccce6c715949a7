// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/evaluate/language.hpp"
#include "goalpost/report/sheet.hpp"
#include "goalpost/report/subject.hpp"
#include "goalpost/report/writers.hpp"
#include "goalpost/rollup/warning.hpp"

namespace goalpost {

/// Warnings about an evaluation's targets, and what is to be shown with them.
struct WarningReport {
    Subject<Evaluation> evaluation{};
    Subject<std::vector<Warning>> warnings{};
    std::vector<Date> earlier{};  ///< the dates before that were looked at, too
    Language language = Language::en;
    bool as_of_is_default = false;
};

/// One row for each warned target, most urgent first: why, and who is warned. For people; the highest level
/// of each unit stands under it.
Sheet sheet_of(const WarningReport& report);
/// One row for each target and warned unit, in the plan's order: the names of docs/formats/warnings.md.
Sheet data_sheet_of(const WarningReport& report);

// Each appends a report to `out`; docs/formats/warnings.md describes them. Deterministic bytes.
void write_table(std::string& out, const WarningReport& report, const TableStyle& style = {});
void write_markdown(std::string& out, const WarningReport& report);
void write_csv(std::string& out, const WarningReport& report);
/// Follows docs/schema/warnings.schema.json.
void write_json(std::string& out, const WarningReport& report);

}  // namespace goalpost
