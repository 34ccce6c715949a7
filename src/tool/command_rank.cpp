// SPDX-License-Identifier: BSL-1.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/criterion_words.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/report/ranking_report.hpp"
#include "goalpost/rollup/contenders.hpp"
#include "goalpost/rollup/make_scorecards.hpp"
#include "report/characters.hpp"
#include "tool/close_matches.hpp"
#include "tool/commands.hpp"
#include "tool/evaluation_options.hpp"
#include "tool/merging.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"
#include "tool/progress.hpp"
#include "tool/report_text.hpp"
#include "tool/scorecard_options.hpp"

namespace goalpost::tool {

namespace {

struct RankOptions : EvaluationOptions {
    std::string format = "table";
    std::string indicator;  // empty: units by their score
    std::string measure = "level";
    std::string group;
    std::string period;
    std::string previous;  // a period, or for scores a date
    std::string better;
    TieRule ties = TieRule::skip;
    std::size_t red = 0;
    std::size_t black = 0;
    std::string minimum_coverage;  // in %; empty: none
    ScoringOptions scoring;
};

std::string measure_problem(const std::string& text) {
    const auto measure = parse_measure(text);
    return measure ? std::string() : measure.error().message();
}

std::string period_problem(const std::string& text) {
    const auto period = Period::parse(text);
    return period ? std::string() : period.error().message();
}

std::string percentage_problem(const std::string& text) {
    const auto number = Decimal::parse(text);
    if (!number) return number.error().message();
    const bool fits = number->sign() >= 0 && *number <= Decimal(100);
    return fits ? std::string() : "'" + text + "' is not between 0 and 100";
}

std::string count_problem(const std::string& text) {
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    return digits && text.size() < 10 ? std::string() : "'" + detail::visible(text) + "' is no count";
}

/// What is ranked, by what, and the places before.
struct Ranked {
    std::optional<Ranking> ranking;
    std::optional<Ranking> before;
    std::string by;
    std::string by_zh;
    std::string period;
    ExitCode exit_code = ExitCode::fine;
};

Ranked refused(const std::string& why) {
    complain("goalpost: " + why);
    Ranked made;
    made.exit_code = ExitCode::usage;
    return made;
}

/// What units are ranked by; the cards of now are absent where they could not be made.
struct UnitCards {
    std::optional<Scorecards> now;
    std::optional<Scorecards> before;
    std::optional<ScorecardOptions> how;
    ExitCode exit_code = ExitCode::fine;
};

UnitCards unit_cards(const RankOptions& options, const Evaluation& evaluation, Scoring how) {
    UnitCards made;
    made.exit_code = how.exit_code;
    if (!how.options) return made;
    made.how = *std::move(how.options);
    const Progress progress("scoring");
    if (!options.previous.empty()) {
        const auto date = parse_date(options.previous);
        const auto problem =
            !date ? date.error().message()
            : *date >= evaluation.as_of()
                ? options.previous + " is not before the as-of date " + date_text(evaluation.as_of())
                : std::string();
        if (!problem.empty()) {
            made.exit_code = refused("--previous: " + problem).exit_code;
            return made;
        }
        made.before = make_scorecards(evaluate(evaluation.inputs(), *date), *made.how);
    }
    made.now = make_scorecards(evaluation, *made.how);
    return made;
}

Ranked rank_units(const RankOptions& options, const UnitCards& cards, const ScoreSheet* sheet) {
    Ranked made;
    made.exit_code = cards.exit_code;
    if (!cards.now) return made;
    const auto least = options.minimum_coverage.empty()
                           ? Ratio(0)
                           : Ratio(Decimal::parse(options.minimum_coverage).value()) / Ratio(100);
    if (cards.before)
        made.before = rank(unit_contenders(*cards.before, sheet, least), Better::higher, options.ties);
    made.ranking = rank(unit_contenders(*cards.now, sheet, least), Better::higher, options.ties,
                        made.before ? &*made.before : nullptr);
    made.by = "score";
    return made;
}

/// The members of the group; else every scope of the data but the plan's own.
std::vector<std::string> scopes_of(const RankOptions& options, const Evaluation& evaluation,
                                   const Indicator& indicator) {
    const auto& plan = evaluation.plan();
    if (!options.group.empty()) return plan.members_of(options.group);
    std::vector<std::string> scopes;
    const auto& data = evaluation.observations();
    const auto index = plan.place_of(indicator);
    for (std::uint32_t i = 0; i < data.scope_count(); ++i) {
        std::string scope(data.scope_name(i));
        if (plan.key(scope) != plan.key(plan.head().scope) &&
            !evaluation.binding().spans(index, scope).empty())
            scopes.push_back(std::move(scope));
    }
    return scopes;
}

/// The latest published period at which any of the scopes has a figure; where none has at any, the latest.
std::optional<Period> latest_period(const Evaluation& evaluation, const Indicator& indicator,
                                    const MeasureTerm& term, const std::vector<std::string>& scopes) {
    std::vector<Period> periods;
    for (const auto& scope : scopes) {
        const auto series = evaluation.binding().series(indicator, scope, evaluation.as_of());
        for (const auto row : series.rows())
            periods.push_back(evaluation.observations().row(row).period);
    }
    std::ranges::sort(periods, [](const Period& a, const Period& b) { return b < a; });
    periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
    for (const auto& period : periods) {
        const auto contenders = scope_contenders(evaluation, indicator, term, scopes, period);
        if (std::ranges::any_of(contenders, [](const Contender& one) { return bool(one.value); }))
            return period;
    }
    return periods.empty() ? std::nullopt : std::optional(periods.front());
}

/// Says so of an `indicator` or a `group`.
std::string no_such(const Plan& plan, std::string_view what, const std::string& asked) {
    std::vector<std::string> ids;
    const auto take = [&](const auto& items) {
        for (const auto& one : items)
            ids.push_back(one.id);
    };
    if (what == "indicator") {
        take(plan.indicators());
    } else {
        take(plan.groups());
    }
    return "the plan has no " + std::string(what) + " \"" + detail::visible(asked) + "\"" +
           did_you_mean(asked, ids);
}

/// What the plan or the library does not know of what is to be ranked; empty where all is known.
std::string unknown_problem(const RankOptions& options, const MeasureTerm& term,
                            const Evaluation& evaluation) {
    const auto& plan = evaluation.plan();
    if (plan.find_indicator(options.indicator) == nullptr)
        return "--indicator: " + no_such(plan, "indicator", options.indicator);
    if (!options.group.empty() && plan.find_group(options.group) == nullptr)
        return "--in: " + no_such(plan, "group", options.group);
    const auto& measures = evaluation.options().measures;
    const auto* measure = measures.find(term.name);
    if (measure == nullptr)
        return "--measure: no measure \"" + detail::visible(term.name.str()) + "\" is known" +
               did_you_mean(term.name, measures.names());
    if (const auto lacking = measure->traits().lacking_arguments(term); !lacking.empty())
        return "--measure: " + term.name.str() + " is not told all it needs to know; write " +
               term.name.str() + "(" + lacking + ")";
    if (const auto unknown = detail::unknown_name(plan, term))
        return "--measure: " + no_such(plan, unknown->missing, unknown->words);
    return {};
}

Ranked rank_scopes(const RankOptions& options, const Evaluation& evaluation) {
    const auto& plan = evaluation.plan();
    const auto term = parse_measure(options.measure).value();
    if (const auto problem = unknown_problem(options, term, evaluation); !problem.empty())
        return refused(problem);
    if (const auto problem = options.previous.empty() ? std::string() : period_problem(options.previous);
        !problem.empty())
        return refused("--previous: " + problem);
    const auto& indicator = *plan.find_indicator(options.indicator);
    const auto better = better_from(options.better).value_or(better_of(evaluation, indicator, term));
    if (better == Better::neither) return refused("neither direction is better; say which with --better");

    const auto scopes = scopes_of(options, evaluation, indicator);
    const auto period = options.period.empty() ? latest_period(evaluation, indicator, term, scopes)
                                               : std::optional(Period::parse(options.period).value());
    Ranked made;
    made.by = options.measure + " of " + indicator.id;
    made.by_zh = words(term, indicator, plan, Language::zh);
    const auto contenders_at = [&](const Period& at) {
        return scope_contenders(evaluation, indicator, term, scopes, at);
    };
    if (!options.previous.empty())
        made.before = rank(contenders_at(Period::parse(options.previous).value()), better, options.ties);
    made.period = period ? period->text() : "";
    made.ranking = rank(contenders_at(period.value_or(plan.head().horizon)), better, options.ties,
                        made.before ? &*made.before : nullptr);
    return made;
}

std::string text_of(const RankOptions& options, const Ranked& found, const Evaluation& evaluation,
                    bool as_of_is_default) {
    const auto& plan = evaluation.plan();
    RankingReport report{&*found.ranking, evaluation.as_of()};
    report.title = plan.head().title.empty() ? plan.head().id : plan.head().title;
    report.plan = plan.head().id;
    report.by = found.by;
    report.by_zh = found.by_zh;
    report.period = found.period;
    if (options.indicator.empty()) {
        report.name_of = [&](const std::string& id) {
            const auto* unit = plan.find_responsible_unit(id);
            return unit == nullptr || unit->name.empty() ? id : unit->name;
        };
        report.options = evaluation.options();
    }
    report.red = options.red;
    report.black = options.black;
    report.language = options.language;
    report.as_of_is_default = as_of_is_default;
    return report_text(report, options.format, options.output);
}

/// The text of a part; nothing, after it was told why, where it cannot be made.
std::optional<std::string> part_text(const RankOptions& options, const Evaluated& done,
                                     const UnitCards& cards, ExitCode code) {
    auto job = describe_job("rank", options, done);
    if (!job || !describe_scoring(*job, options.scoring, *cards.how)) return std::nullopt;
    job->put("format", options.format);
    job->put("ties", name_of(options.ties));
    job->put("red", std::to_string(options.red));
    job->put("black", std::to_string(options.black));
    job->put("min-coverage", options.minimum_coverage);
    job->put("previous", options.previous);
    PartText part(*job, *options.shard, code);
    add_scorecards(part, "now", *cards.now);
    if (cards.before) add_scorecards(part, "before", *cards.before);
    return std::move(part).finish();
}

ExitCode run(const RankOptions& options) {
    const bool by_units = options.indicator.empty();
    Scoring how;
    const auto done = evaluate_input(options, [&](const Plan& plan) {
        if (by_units) how = scorecard_options(options.scoring, plan);
    });
    if (!done.evaluation) return done.exit_code;
    UnitCards cards;
    Ranked found;
    if (by_units) {
        cards = unit_cards(options, *done.evaluation, std::move(how));
        const auto* sheet = cards.how && cards.how->sheet ? &*cards.how->sheet : nullptr;
        found = rank_units(options, cards, sheet);
    } else {
        found = rank_scopes(options, *done.evaluation);
    }
    const auto code = worse(done.exit_code, found.exit_code);
    if (!found.ranking) return code;
    const auto text = options.shard ? part_text(options, done, cards, code)
                                    : text_of(options, found, *done.evaluation, done.as_of_is_default);
    return text ? worse(code, write_output(options.output, *text)) : worse(code, ExitCode::bad_input);
}

}  // namespace

std::optional<std::string> merge_rank(const PartFiles& parts, const MergedPlan& plan) {
    const auto& job = parts.job();
    RankOptions options;
    options.format = job.of("format");
    options.language = language_from(job.of("lang")).value_or(Language::en);
    options.output = plan.output;
    options.ties = tie_rule_from(job.of("ties")).value_or(TieRule::skip);
    options.red = count_of(job.of("red")).value_or(0);
    options.black = count_of(job.of("black")).value_or(0);
    options.minimum_coverage = job.of("min-coverage");
    UnitCards cards;
    cards.now = merged_scorecards(parts, "now");
    if (!cards.now) return std::nullopt;
    if (!job.of("previous").empty()) {
        cards.before = merged_scorecards(parts, "before");
        if (!cards.before) return std::nullopt;
    }
    const auto sheet = sheet_of(job);
    return text_of(options, rank_units(options, cards, sheet ? &*sheet : nullptr), *plan.evaluation,
                   job.of("as-of-is-default") == "yes");
}

void add_rank(CLI::App& program, Job& job) {
    auto* command =
        program.add_subcommand("rank", "Rank responsible units by score, or places by an indicator");
    auto options = std::make_shared<RankOptions>();
    add_plan_argument(*command, options->plan);
    options->add_to(*command);
    auto* shard = add_shard_option(*command, options->shard);
    add_format_option(*command, options->format);
    auto* indicator = command->add_option("--indicator", options->indicator, "rank places by it, not units")
                          ->type_name("ID")
                          ->excludes(shard);
    const auto of_indicator = [&](CLI::Option* option, const char* type) {
        option->needs(indicator)->type_name(type);
        return option;
    };
    of_indicator(command->add_option("--measure", options->measure,
                                     "what of it, as criteria write it: level, growth, share(of ID) (level)"),
                 "MEASURE")
        ->check(measure_problem);
    of_indicator(command->add_option("--in", options->group,
                                     "the group whose members are ranked; else every place in the data but "
                                     "the plan's own"),
                 "GROUP");
    of_indicator(command->add_option("--period", options->period,
                                     "the period of the figures; else the latest that has any"),
                 "PERIOD")
        ->check(period_problem);
    take_words(
        command
            ->add_option("--better", options->better, "which way; else the measure's own, or the indicator's")
            ->needs(indicator),
        {"higher", "lower"});
    command
        ->add_option("--previous", options->previous,
                     "tell movement since the ranking of that date (units) or period (places)")
        ->type_name("WHEN");
    take_words(command->add_option_function<std::string>(
                   "--ties", [options](const std::string& name) { options->ties = *tie_rule_from(name); },
                   "which place equals get: 1 2 2 4, 1 2 2 3 or 1 2 3 4 (skip)"),
               {std::begin(detail::tie_rule_names), std::end(detail::tie_rule_names)});
    command->add_option("--red", options->red, "how many of the best to mark")
        ->check(count_problem)
        ->type_name("COUNT");
    command->add_option("--black", options->black, "how many of the last to mark")
        ->check(count_problem)
        ->type_name("COUNT");
    command
        ->add_option("--min-coverage", options->minimum_coverage,
                     "leave out units of whose targets' weight less than so many % has marks (0)")
        ->excludes(indicator)
        ->check(percentage_problem)
        ->type_name("NUMBER");
    options->scoring.add_to(*command);
    command->footer(
        "Examples:\n"
        "  goalpost rank plan.json --data figures.csv\n"
        "  goalpost rank plan.json --data figures.csv --previous 2024-06-30 --red 3 --black 3\n"
        "  goalpost rank plan.json --data figures.csv --indicator rd --measure growth --in cities");
    command->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace goalpost::tool
