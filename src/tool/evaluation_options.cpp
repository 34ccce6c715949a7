// SPDX-License-Identifier: BSL-1.0
#include "tool/evaluation_options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <functional>
#include <thread>
#include <utility>

#include "tool/input.hpp"
#include "tool/options.hpp"
#include "tool/output.hpp"
#include "tool/progress.hpp"

namespace goalpost::tool {

void EvaluationOptions::add_target_to(CLI::App& command, const std::string& help) {
    takes_target = true;
    command.add_option("target", target, help)->type_name("ID");
}

void EvaluationOptions::add_to(CLI::App& command) {
    add_targets_option(command, targets);
    add_data_option(command, data)->required();
    command
        .add_option("--as-of", as_of,
                    "judge by what was known then; default: the end of the latest observed period")
        ->check(date_problem)
        ->type_name("YYYY-MM-DD");
    command.add_flag("--require-firm", require_firm, "a verdict that rests on rounding is undetermined");
    command.add_flag("--at-target-precision", at_target_precision,
                     "figures are rounded to the target's own unit and digits before they are compared");
    take_words(command.add_option_function<std::string>(
                   "--versions", [this](const std::string& name) { versions = *target_versions_from(name); },
                   "which version of an adjusted target to judge: the one in force on the as-of date, the "
                   "latest, or the first (in_force)"),
               {std::begin(detail::target_versions_names), std::end(detail::target_versions_names)});
    command
        .add_option("--threads", threads,
                    "how many threads may work; default: as many as the machine runs at once. The result is "
                    "the same for any number")
        ->check(CLI::Range(1U, 1024U));
    add_language_option(command, language);
    add_output_option(command, output);
}

Evaluated evaluate_input(const EvaluationOptions& options, const std::function<void(const Plan&)>& look) {
    const auto threads =
        options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    const bool lacks_target = options.takes_target && options.target.empty();
    auto input = read_input({options.plan, options.targets, options.data, lacks_target}, threads);
    Evaluated done;
    done.exit_code = input.exit_code();
    done.diagnostics = std::move(input.diagnostics);
    if (!input.plan) return done;
    done.as_of_is_default = options.as_of.empty();
    const auto as_of = done.as_of_is_default ? latest_date(input.observations)
                                             : std::optional<Date>(parse_date(options.as_of).value());
    if (!as_of) {
        complain("goalpost: no observation was read, so there is no date to judge by; give one with --as-of");
        done.exit_code = worse(done.exit_code, ExitCode::bad_input);
        return done;
    }
    if (look) look(*input.plan);
    done.targets_in_plan = input.plan->targets().size() + input.plan->invalid_targets().size();
    if (options.shard) {
        done.targets = targets_of(*input.plan, *options.shard);
        input.plan = (*std::move(input.plan)).with_targets(done.targets);
    }
    const Progress progress("judging");
    EvaluateOptions how;
    how.require_firm = options.require_firm;
    how.at_target_precision = options.at_target_precision;
    how.versions = options.versions;
    how.threads = threads;
    done.evaluation = evaluate(*std::move(input.plan), std::move(input.observations), *as_of, std::move(how));
    // The process ends soon, and takes the memory of a million targets back at once; giving it back one by
    // one takes longer than judging them.
    [[maybe_unused]] static const auto* const kept = new auto(done.evaluation->inputs());
    return done;
}

}  // namespace goalpost::tool
