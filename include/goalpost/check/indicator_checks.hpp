// SPDX-License-Identifier: BSL-1.0
// Targets of one indicator against each other: conflicting_targets, duplicate_target, masked_target_has_twin,
// growth_against_level, statement_repeated (between targets).
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/check/detail/base_figure.hpp"
#include "goalpost/check/detail/number_line.hpp"
#include "goalpost/check/detail/printed_figure.hpp"

namespace goalpost::detail::checks {

/// Strings that belong together as one key; no part can run into the next.
inline std::string joined_key(std::initializer_list<std::string_view> parts) {
    std::string key;
    for (const auto part : parts)
        key.append(part).push_back('\n');
    return key;
}

/// The criterion up to its comparison, so that only comparison and reference are left to differ.
inline std::string measure_key(const Criterion& criterion) {
    auto question = criterion;
    question.comparison = Comparison::at_least;
    question.reference = MaskedReference{};
    return text(question);
}

inline bool is_stretch(const Target& target) {
    return !target.statements.empty() &&
           std::ranges::all_of(target.statements, [](const Statement& statement) {
               return statement.commitment == Commitment::strive;
           });
}

/// Whether both numbers cannot, or need not, be targets at once. 确保10%、力争12% is one floor and one hope.
inline bool contradict(const Target& a, const NumberLine& line_a, const Target& b, const NumberLine& line_b) {
    if (line_a.at == line_b.at) return false;
    if (line_a.direction * line_b.direction < 0)  // a floor and a cap
        return line_a.direction > 0 ? line_a.at > line_b.at : line_b.at > line_a.at;
    const bool a_asks_more = (line_a.at > line_b.at) == (line_a.direction >= 0);
    return is_stretch(a) == is_stretch(b) || a_asks_more == is_stretch(b);
}

/// Targets of one indicator, scope, due period and measure: other numbers, the same number again, and masks.
inline void check_same_question(CheckContext& context, const std::vector<const Target*>& targets) {
    const auto& plan = context.plan();
    for (std::size_t i = 1; i < targets.size(); ++i) {
        const auto& target = *targets[i];
        const auto line = number_line(plan, target, target.criterion());
        for (std::size_t j = 0; j < i; ++j) {
            const auto& other = *targets[j];
            const auto other_line = number_line(plan, other, other.criterion());
            const auto place = at_place(other);
            if (target.criterion().is_masked() != other.criterion().is_masked()) {
                const bool hidden_here = target.criterion().is_masked();
                const auto& masked = hidden_here ? target : other;
                const auto& printed = hidden_here ? other : target;
                const auto goal = goal_in_words(plan, printed);
                const auto at = at_place(printed);
                context.report(
                    "masked_target_has_twin", masked, nullptr,
                    {"its number is hidden, but target " + printed.id + " prints it: " + goal.en + ", " +
                         at.en,
                     "本目标的数字被隐去，而目标 " + printed.id + " 已列明：" + goal.zh + "，见" + at.zh},
                    {"make it a further statement of that target, with the mask as its criterion",
                     "并入该目标作为另一条表述，保留带掩码的 criterion"});
                break;
            }
            const bool same = line && other_line
                                  ? line->at == other_line->at && line->direction * other_line->direction >= 0
                                  : target.criterion() == other.criterion();
            if (same && !target.criterion().is_masked()) {
                const auto asked = in_words(plan, other, other.criterion());
                context.report(
                    "duplicate_target", target, nullptr,
                    {"target " + other.id + " asks the same already: " + asked.en + ", " + place.en,
                     "与目标 " + other.id + " 重复：" + asked.zh + "，见" + place.zh},
                    {"make it one target with both statements", "合并为一个目标，保留两条表述"});
                break;
            }
            if (line && other_line && contradict(target, *line, other, *other_line)) {
                const auto here = goal_in_words(plan, target);
                const auto there = goal_in_words(plan, other);
                context.report(
                    "conflicting_targets", target, nullptr,
                    {"it asks for " + here.en + ", but target " + other.id + " asks for " + there.en +
                         " of the same: " + place.en,
                     "本目标要求" + here.zh + "，而同一指标的目标 " + other.id + " 要求" + there.zh + "：" +
                         place.zh},
                    {"decide which number holds and strike the other out", "确定以哪一数值为准，删去另一个"});
                break;
            }
        }
    }
}

/// One statement with fewer figures than the targets of one indicator that cite it.
inline void check_shared_statement(CheckContext& context,
                                   const std::vector<std::pair<const Target*, const Statement*>>& citing) {
    if (citing.size() < 2) return;
    const auto figures = printed_figures(citing.front().second->quote, context.plan().unit_set()).size();
    for (std::size_t i = std::max<std::size_t>(figures, 1); i < citing.size(); ++i) {
        const auto& target = *citing[i].first;
        const auto& first = *citing.front().first;
        if (target.criterion() == first.criterion()) continue;  // duplicate_target tells
        context.report(
            "statement_repeated", target, citing[i].second,
            {"target " + first.id + " rests on the same words, which hold " + std::to_string(figures) +
                 " figure(s) for " + std::to_string(citing.size()) + " targets",
             "目标 " + first.id + " 也引用同一表述，其中只有" + std::to_string(figures) + "个数字，却对应" +
                 std::to_string(citing.size()) + "个目标"},
            {"quote the words of each target, or give the statement to one of them only",
             "分别引用各目标的原文，或只保留给其中一个目标"});
    }
}

/// What a level must be for a measure since a base to be exactly at its line; nothing for other measures.
inline std::optional<Rounded> level_at_line(const Criterion& criterion, const NumberLine& line,
                                            const Rounded& base, const Period& reading) {
    const auto& name = criterion.measure.name;
    const auto amount = line.rounded();
    if (name == "growth") return base * (Rounded(1) + amount);
    if (name == "multiple") return base * amount;
    if (name == "change") return base + amount;
    if (name != "annual_growth" || !criterion.measure.since) return std::nullopt;
    const auto years = years_between(*criterion.measure.since, reading);
    if (!years || *years < 1) return std::nullopt;
    auto level = base;
    for (int year = 0; year < *years; ++year)
        level = level * (Rounded(1) + amount);
    return level;
}

/// A growth target and a level target of one series that ask for different levels.
inline void check_growth_against_level(CheckContext& context, const Target& growth, const Target& level) {
    const auto& plan = context.plan();
    const auto& criterion = growth.criterion();
    const auto& indicator = plan.indicator_of(growth);
    const bool percent_ratio =
        indicator.kind == IndicatorKind::ratio || indicator.kind == IndicatorKind::rank;
    if (criterion.quantifier.kind != Quantifier::Kind::none ||
        (percent_ratio && criterion.measure.name.ends_with("growth")))
        return;
    const auto growth_line = number_line(plan, growth, criterion);
    const auto line = level_line(plan, level);
    if (!growth_line || !line || growth_line->direction != line->direction || line->direction == 0) return;
    const auto reading = last_year_of(growth.due);
    if (reading_of(plan, level, level.criterion()) != reading) return;
    if (!criterion.measure.since && !reading.reaches_back(12)) return;
    const auto since = criterion.measure.since ? *criterion.measure.since : reading.year_before();

    std::optional<BaseFigure> base;
    for (const auto* target : {&growth, &level}) {
        if (!base && target->base && indicator.is_same_figure(target->base->period, since))
            base = stated_figure(plan, *target, indicator.unit);
    }
    if (!base) base = published_figure(context, level, MeasureTerm{}, since);
    if (!base || !base->unit.converts_to(line->unit) || base->value.value().sign() <= 0) return;
    const auto meant = level_at_line(criterion, *growth_line, base->value, reading);
    if (!meant || two_agree(meant->range(), line->rounded().range())) return;
    const auto leads_to = in_words(meant->value(), line->unit);
    const auto asked = goal_in_words(plan, level);
    const auto grow = in_words(plan, growth, criterion);
    const auto from = base->words();
    context.report(
        "growth_against_level", growth, nullptr,
        {grow.en + " leads from the base " + from.en + " to " + leads_to.en + ", but target " + level.id +
             " asks for " + asked.en,
         "由基期值" + from.zh + "按“" + grow.zh + "”推算为" + leads_to.zh + "，而目标 " + level.id + " 要求" +
             asked.zh},
        {"make growth and level agree, or leave one of them out", "使增速与总量目标一致，或删去其一"});
}

inline void check_indicators(CheckContext& context) {
    const auto& plan = context.plan();
    std::map<std::string, std::vector<const Target*>> questions;
    std::map<std::string, std::vector<std::pair<const Target*, const Statement*>>> shared;
    std::map<std::string, std::vector<const Target*>> levels;
    for (const auto* target : context.targets()) {
        if (target->readings.size() != 1) continue;
        const auto& criterion = target->criterion();
        const auto scope = plan.key(plan.scope_of(*target));
        const auto series = joined_key({target->indicator, scope});
        const auto due = target->due.text();
        questions[joined_key({series, due, measure_key(criterion)})].push_back(target);
        if (level_line(plan, *target)) levels[series].push_back(target);
        if (!number_line(plan, *target, criterion)) continue;
        Criterion quantified;
        quantified.quantifier = criterion.quantifier;
        for (const auto& statement : target->statements) {
            if (statement.quote.empty()) continue;
            auto& citing = shared[joined_key(
                {series, due, text(quantified), statement.section, statement.item, statement.quote})];
            if (citing.empty() || citing.back().first != target) citing.push_back({target, &statement});
        }
    }
    for (const auto& [key, targets] : questions)
        check_same_question(context, targets);
    for (const auto& [key, citing] : shared)
        check_shared_statement(context, citing);
    for (const auto* target : context.targets()) {
        if (target->readings.size() != 1 || target->criterion().measure.name == "level") continue;
        const auto found = levels.find(joined_key({target->indicator, plan.key(plan.scope_of(*target))}));
        if (found == levels.end()) continue;
        for (const auto* level : found->second)
            check_growth_against_level(context, *target, *level);
    }
}

}  // namespace goalpost::detail::checks
