// SPDX-License-Identifier: BSL-1.0
// The statements of one target against each other: statement_looser, statement_stricter, statement_unlike,
// statement_words_differ, statement_repeated (within a target), masked_twin_printed. One statement of several
// targets: statement_joining_differs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "goalpost/check/detail/check_context.hpp"
#include "goalpost/check/detail/number_line.hpp"
#include "goalpost/check/detail/printed_figure.hpp"
#include "goalpost/evaluate/words.hpp"

namespace goalpost::detail::checks {

/// How much a comparison asks for at one and the same number.
inline int strictness(Comparison comparison) {
    switch (comparison) {
        case Comparison::about:
        case Comparison::within:
        case Comparison::improves: return 0;
        case Comparison::at_least:
        case Comparison::at_most: return 1;
        case Comparison::more_than:
        case Comparison::less_than: return 2;
        case Comparison::equal: return 3;
    }
    return 0;
}

/// Whether two criteria speak of one number in one direction, so that they can differ in strictness only. A
/// masked number is that of its twin.
inline bool alike(const CheckContext& context, const Target& target, const Criterion& a, const Criterion& b) {
    if (!(a.quantifier == b.quantifier) || !(a.measure == b.measure)) return false;
    if (a.comparison == Comparison::equal || b.comparison == Comparison::equal)
        return a.is_masked() || b.is_masked() || a == b;
    const auto first = number_line(context.plan(), target, a);
    const auto second = number_line(context.plan(), target, b);
    if (first && second)
        return first->at == second->at &&
               (first->direction == second->direction || first->direction * second->direction == 0);
    return a.is_masked() || b.is_masked() || a.reference == b.reference;
}

inline void check_statement_criterion(CheckContext& context, const Target& target,
                                      const Statement& statement) {
    const auto& ours = target.criterion();
    const auto& theirs = *statement.criterion;
    const auto& plan = context.plan();
    if (!alike(context, target, ours, theirs)) {
        const auto here = in_words(plan, target, theirs);
        const auto asked = in_words(plan, target, ours);
        context.report("statement_unlike", target, &statement,
                       {"this statement says " + here.en + ", the target " + asked.en,
                        "此处表述为“" + here.zh + "”，而目标为“" + asked.zh + "”"},
                       {"make it a target of its own, or correct the statement's criterion",
                        "将其列为单独的目标，或更正该表述的 criterion"});
        return;
    }
    const int difference = strictness(theirs.comparison) - strictness(ours.comparison);
    if (difference == 0) return;
    const auto judged = goal_in_words(plan, target, ours);
    const auto stated = goal_in_words(plan, target, theirs);
    const Words message{"this statement says " + stated.en + ", the target " + judged.en,
                        "此处表述为" + stated.zh + "，而目标为" + judged.zh};
    if (difference < 0) {
        context.report("statement_looser", target, &statement, message,
                       {"the stricter one is judged; word both alike in the plan",
                        "以较严的表述为准；建议在计划中统一表述"});
    } else {
        context.report("statement_stricter", target, &statement, message,
                       {"the strictest statement is to be judged: make it the target's criterion",
                        "应以最严的表述为准：将其改为目标的 criterion"});
    }
}

/// A number that is hidden here stands elsewhere in the plan.
inline void check_masked_statement(CheckContext& context, const Target& target, const Statement& masked) {
    const auto line = number_line(context.plan(), target, target.criterion());
    if (!line) return;
    for (const auto& other : target.statements) {
        if (other.criterion && other.criterion->is_masked()) continue;
        const auto figures = printed_figures(other.quote, context.plan().unit_set());
        if (find_figure(figures, line->figure, line->unit) == nullptr) continue;
        const auto goal = goal_in_words(context.plan(), target);
        const auto place = at_place(other);
        context.report(
            "masked_twin_printed", target, &masked,
            {"the number hidden here is printed elsewhere: " + goal.en + ", " + place.en,
             "此处隐去的数字在别处已列明：" + goal.zh + "，见" + place.zh},
            {"print the number here too, or hide it in both places", "此处一并列明，或两处均隐去"});
        return;
    }
}

/// Statements whose criteria agree are worded with other bounds: 300家 and 300家以上.
inline void check_statement_words(CheckContext& context, const Target& target) {
    const auto line = number_line(context.plan(), target, target.criterion());
    if (!line || target.statements.size() < 2) return;
    const Statement* first = nullptr;
    std::optional<PrintedFigure> first_figure;
    for (const auto& statement : target.statements) {
        const auto& own = statement.criterion;
        if (own && strictness(own->comparison) != strictness(target.criterion().comparison)) continue;
        const auto figures = printed_figures(statement.quote, context.plan().unit_set());
        const bool masked = own && own->is_masked();
        const auto* figure =
            find_figure(figures, masked ? std::nullopt : std::optional(line->figure), line->unit);
        if (figure == nullptr) continue;
        if (first == nullptr) {
            first = &statement;
            first_figure = *figure;
        } else if (figure->bounding != first_figure->bounding) {
            const auto words = [](const Statement& one, const PrintedFigure& at) {
                return std::string_view(one.quote).substr(at.begin, at.end - at.begin);
            };
            const auto here = words(statement, *figure);
            const auto there = at_place(words(*first, *first_figure), *first);
            context.report("statement_words_differ", target, &statement,
                           {"the target reads \"" + std::string(here) + "\" here and " + there.en + " there",
                            "此处写作“" + std::string(here) + "”，另一处写作" + there.zh},
                           {"word both alike; where they are to mean different things, give the statement a "
                            "criterion of its own",
                            "统一表述；如含义确有不同，为该表述单列 criterion"});
            return;
        }
    }
}

/// One statement stands twice under one target.
inline void check_repeated_statement(CheckContext& context, const Target& target) {
    for (std::size_t i = 1; i < target.statements.size(); ++i) {
        const auto& statement = target.statements[i];
        for (std::size_t j = 0; j < i; ++j) {
            const auto& other = target.statements[j];
            if (statement.quote.empty() || statement.quote != other.quote ||
                statement.section != other.section || statement.item != other.item)
                continue;
            context.report("statement_repeated", target, &statement,
                           {"the target holds this statement twice", "同一目标下重复列出此表述"},
                           {"leave one of them out", "删去其中一条"});
            break;
        }
    }
}

/// The targets of one statement do not say alike whether all of them or any has to be reached.
inline void check_joining(CheckContext& context) {
    struct First {
        Joining joining;
        const Target* target;
    };
    std::map<std::string_view, First> firsts;  // by the statement's id
    for (const auto* target : context.targets()) {
        for (const auto& statement : target->statements) {
            if (statement.id.empty()) continue;
            const auto& first =
                firsts.try_emplace(statement.id, First{statement.joining, target}).first->second;
            if (statement.joining == first.joining) continue;
            const auto named = [](Joining joining, Language language) {
                return std::string(words(joining, language));
            };
            const auto here = named(statement.joining, Language::en);
            const auto there = named(first.joining, Language::en);
            const auto here_zh = named(statement.joining, Language::zh);
            const auto there_zh = named(first.joining, Language::zh);
            context.report("statement_joining_differs", *target, &statement,
                           {"statement " + statement.id + " asks for " + here + " here and for " + there +
                                " at target " + first.target->id,
                            "表述 " + statement.id + " 在此处要求“" + here_zh + "”，在目标 " +
                                first.target->id + " 处要求“" + there_zh + "”"},
                           {"all of them is judged; write the same joining at each target",
                            "按“全部达到”判定；请在各目标处统一 joining"});
        }
    }
}

inline void check_statements(CheckContext& context) {
    check_joining(context);
    for (const auto* target : context.targets()) {
        check_repeated_statement(context, *target);
        if (target->readings.size() != 1) continue;
        for (const auto& statement : target->statements) {
            if (!statement.criterion) continue;
            check_statement_criterion(context, *target, statement);
            if (statement.criterion->is_masked() && !target->criterion().is_masked())
                check_masked_statement(context, *target, statement);
        }
        check_statement_words(context, *target);
    }
}

}  // namespace goalpost::detail::checks
