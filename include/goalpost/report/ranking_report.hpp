// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/language.hpp"
#include "goalpost/evaluate/options.hpp"
#include "goalpost/report/sheet.hpp"
#include "goalpost/report/subject.hpp"
#include "goalpost/report/writers.hpp"
#include "goalpost/rollup/ranking.hpp"

namespace goalpost {

/// A ranking, and what is to be shown with it.
struct RankingReport {
    Subject<Ranking> ranking{};
    Date as_of;  ///< that it was judged by
    std::string title{};
    std::string plan{};    ///< its id
    std::string by{};      ///< what is ranked by: `score`, or `growth of industrial_rd_expense`
    std::string by_zh{};   ///< the same for people who read Chinese; `by` where it is empty
    std::string period{};  ///< of the figures; empty for scores
    /// How a contender is shown; its name as it is where there is none.
    std::function<std::string(const std::string&)> name_of{};
    std::size_t red = 0;  ///< how many of the best are put on display
    std::size_t black = 0;
    Language language = Language::en;
    bool as_of_is_default = false;
    /// By which the targets were judged that the scores come from; nothing where figures are ranked.
    std::optional<EvaluateOptions> options{};
};

/// One row for each place, best first: for people. Who was left out stands under it, with the reason.
Sheet sheet_of(const RankingReport& report);
/// The same for programs, those that were left out at the end: the names of docs/formats/ranking.md.
Sheet data_sheet_of(const RankingReport& report);

// Each appends a report to `out`; docs/formats/ranking.md describes them. Deterministic bytes.
void write_table(std::string& out, const RankingReport& report, const TableStyle& style = {});
void write_markdown(std::string& out, const RankingReport& report);
void write_csv(std::string& out, const RankingReport& report);
/// Follows docs/schema/ranking.schema.json.
void write_json(std::string& out, const RankingReport& report);

}  // namespace goalpost
