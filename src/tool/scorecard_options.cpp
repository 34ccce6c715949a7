// SPDX-License-Identifier: BSL-1.0
#include "tool/scorecard_options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <filesystem>
#include <utility>

#include "goalpost/io/score_sheet_csv.hpp"
#include "goalpost/rollup/scoring_text.hpp"
#include "tool/output.hpp"

namespace goalpost::tool {

namespace {

std::string number_problem(const std::string& text) {
    const auto number = Decimal::parse(text);
    if (!number) return number.error().message();
    return number->sign() < 0 ? "'" + text + "' is below 0" : std::string();
}

}  // namespace

void ScoringOptions::add_to(CLI::App& command) {
    command
        .add_option("--role-weights", role_weights,
                    "what lead, responsible and supporting units' targets weigh (1 1 0)")
        ->expected(3)
        ->check(number_problem)
        ->type_name("NUMBER");
    auto* rule_option =
        command.add_option("--rule", rule, "how marks are given (docs/rollup.md)")->type_name("RULE");
    auto* sheet_option = command.add_option("--sheet", sheet, "a score sheet (docs/formats/score_sheet.md)")
                             ->type_name("FILE");
    rule_option->excludes(sheet_option);
    command
        .add_flag("--share-without-task", share_without_task,
                  "60 % of an item's marks to units that have no task for it, which is else left out")
        ->needs(sheet_option);
    command.add_option("--veto", veto, "the most, in % of the sheet, where a binding target was missed (0)")
        ->needs(sheet_option)
        ->check(number_problem)
        ->type_name("NUMBER");
    command.add_flag("--manual", manual, "a manual verdict goes before the computed one");
}

Scoring scorecard_options(const ScoringOptions& options, const Plan& plan) {
    Scoring made;
    ScorecardOptions how;
    for (std::size_t i = 0; i < options.role_weights.size(); ++i)
        how.role_weights.at(i) = Ratio(Decimal::parse(options.role_weights[i]).value());
    how.manual_counts = options.manual;
    if (!options.rule.empty()) {
        auto rule = parse_scoring_rule(options.rule, plan.unit_set());
        if (!rule) {
            complain("goalpost: --rule: " + rule.error().message());
            made.exit_code = ExitCode::usage;
            return made;
        }
        how.rule = *std::move(rule);
    }
    if (!options.sheet.empty()) {
        auto read = read_score_sheet_csv(std::filesystem::path(options.sheet), plan);
        for (const auto& diagnostic : read.diagnostics)
            complain(diagnostic.text());
        const auto is_error = [](const Diagnostic& one) {
            return one.severity == Diagnostic::Severity::error;
        };
        if (std::ranges::any_of(read.diagnostics, is_error)) made.exit_code = ExitCode::bad_input;
        if (!read.sheet) return made;
        read.sheet->without_task.left_out = !options.share_without_task;
        if (!options.veto.empty())
            read.sheet->veto = Ratio(Decimal::parse(options.veto).value()) / Ratio(100);
        how.sheet = std::move(read.sheet);
    }
    made.options = std::move(how);
    return made;
}

bool describe_scoring(JobLines& job, const ScoringOptions& options, const ScorecardOptions& how) {
    for (const auto& weight : how.role_weights)
        job.put("role-weight", weight.fraction());
    job.put("rule", options.rule);
    job.put_flag("manual", how.manual_counts);
    if (!how.sheet) return true;
    const auto digest = digest_of(options.sheet);
    if (!digest) return false;
    job.put("sheet-digest", *digest);
    job.put("veto", how.sheet->veto.fraction());
    job.put("without-task",
            how.sheet->without_task.left_out ? "left out" : how.sheet->without_task.share.fraction());
    for (const auto& item : how.sheet->items) {
        job.put("item", item.id);
        job.put("item-marks", item.marks.fraction());
        job.put_flag("item-binding", item.binding);
    }
    return true;
}

std::optional<ScoreSheet> sheet_of(const JobLines& job) {
    const auto ids = job.all("item");
    const auto marks = job.all("item-marks");
    const auto binding = job.all("item-binding");
    if (ids.empty()) return std::nullopt;
    ScoreSheet sheet;
    sheet.veto = fraction_of(job.of("veto")).value_or(Ratio(0));
    sheet.without_task.left_out = job.of("without-task") == "left out";
    sheet.without_task.share = fraction_of(job.of("without-task")).value_or(sheet.without_task.share);
    for (std::size_t i = 0; i < std::min({ids.size(), marks.size(), binding.size()}); ++i)
        sheet.items.push_back({.id = ids[i],
                               .marks = fraction_of(marks[i]).value_or(Ratio(0)),
                               .binding = binding[i] == "yes"});
    return sheet;
}

}  // namespace goalpost::tool
