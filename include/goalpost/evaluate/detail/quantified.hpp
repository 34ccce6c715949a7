// SPDX-License-Identifier: BSL-1.0
// Judge's quantifiers: every period, and so many of a group. Included by judge.hpp.
#pragma once

#include "goalpost/evaluate/detail/judge.hpp"

namespace goalpost::detail {

/// Every period of the due one: broken by one, reached by all.
inline Judgement Judge::judge_every(const Case& one, Trace& trace) const {
    Judgement found;
    const auto months = one.due.months();
    const int length = months_in(one.criterion->quantifier.frequency);
    if (!months || *months % length != 0) {
        undetermined(found, Reason::not_defined_for_kind);
        return found;
    }
    const auto first = Period::days(one.due.first(), date_in(month_number(one.due.first()) + length - 1, 31));
    bool firm = true;
    std::optional<Judgement> shown;
    for (int i = 0; i < *months / length; ++i) {
        Case part = one;
        part.due = first.nth(i);
        const auto mark = trace.mark();
        auto judged = judge_one(part, trace);
        if (judged.codes.stage == Stage::interim && judged.codes.status != Status::achieved_early &&
            judged.codes.status != Status::missed) {
            if (judged.codes.reason == Reason::masked_target || judged.codes.reason == Reason::unit_mismatch)
                return judged;
            trace.rewind(mark);  // a figure of another period is no evidence for this one
            ++found.codes.unknown;
        } else if (judged.codes.outcome == Outcome::undetermined) {
            ++found.codes.unknown;
        } else {
            const bool met = judged.codes.outcome == Outcome::met;
            ++(met ? found.codes.held : found.codes.failed);
            firm = firm && judged.codes.certainty == Certainty::firm;
            // The first period that breaks the target is the one to show, else the latest.
            if (!shown || met == (shown->codes.outcome == Outcome::met) || !met) {
                if (!shown || shown->codes.outcome == Outcome::met) shown = judged;
            }
        }
        if (trace.detailed()) {
            found.part_names.push_back(part.due.text());
            found.parts.push_back(std::move(judged));
        }
    }
    const auto held = found.codes.held;
    const auto failed = found.codes.failed;
    const auto unknown = found.codes.unknown;
    if (shown) {
        found.measured = shown->measured;
        found.line = shown->line;
        found.codes = shown->codes;
    }
    auto& codes = found.codes;
    codes.held = held;
    codes.failed = failed;
    codes.unknown = unknown;
    codes.stage = unknown == 0 ? Stage::final : Stage::interim;
    codes.flags |= trace.flags();
    codes.certainty = firm ? Certainty::firm : Certainty::rests_on_rounding;
    if (failed > 0) {
        codes.outcome = Outcome::not_met;
        codes.status = Status::missed;
        codes.reason = Reason::none;
    } else if (unknown == 0) {
        codes.outcome = Outcome::met;
        codes.status = Status::achieved;
    } else {
        undetermined(found, over(one.due)
                                ? (held > 0 ? Reason::final_value_missing : Reason::missing_observation)
                                : Reason::not_due);
        codes.status = held > 0 && !over(one.due) ? Status::on_track : Status::undetermined;
    }
    conclude(found);
    return found;
}

/// All, or at least so many, of a group: decided as soon as the unknown ones cannot change it.
inline Judgement Judge::judge_group(const Case& one, Trace& trace) const {
    Judgement found;
    const auto& quantifier = one.criterion->quantifier;
    const auto members = plan_->members_of(quantifier.group);
    bool firm = true;
    bool all_final = true;
    for (const auto& member : members) {
        Case part = one;
        part.scope = member;
        auto judged = judge_one(part, trace);
        if (judged.codes.outcome == Outcome::undetermined) {
            ++found.codes.unknown;
        } else {
            ++(judged.codes.outcome == Outcome::met ? found.codes.held : found.codes.failed);
            firm = firm && judged.codes.certainty == Certainty::firm;
            all_final = all_final && judged.codes.stage == Stage::final;
            found.codes.observed = judged.codes.observed;
        }
        if (trace.detailed()) {
            found.part_names.push_back(member);
            found.parts.push_back(std::move(judged));
        }
    }
    const auto size = plan_->size_of(quantifier.group);
    const auto total = static_cast<std::int64_t>(size.value_or(members.size()));
    found.codes.unknown = static_cast<std::uint32_t>(total) - found.codes.held - found.codes.failed;
    auto& codes = found.codes;
    codes.flags |= trace.flags();
    const Ratio needed = quantifier.kind == Quantifier::Kind::all_of ? Ratio(total)
                         : quantifier.kind == Quantifier::Kind::at_least_share
                             ? quantifier.needed * Ratio(total)
                             : quantifier.needed;
    const bool by_count = quantifier.kind == Quantifier::Kind::at_least_count;
    const bool enough = Ratio(codes.held) >= needed && total > 0 && (size || by_count);
    const bool out_of_reach = quantifier.kind == Quantifier::Kind::all_of
                                  ? codes.failed > 0
                                  : size && total > 0 && Ratio(codes.held) + Ratio(codes.unknown) < needed;
    codes.stage =
        all_final && over(one.due) && (codes.held + codes.failed) > 0 ? Stage::final : Stage::interim;
    codes.certainty = firm ? Certainty::firm : Certainty::rests_on_rounding;
    if (enough || out_of_reach) {
        codes.outcome = enough ? Outcome::met : Outcome::not_met;
        codes.status = codes.stage == Stage::final ? (enough ? Status::achieved : Status::missed)
                                                   : (enough ? Status::achieved_early : Status::behind);
        if (enough && codes.stage == Stage::interim) codes.flags |= Flag::may_fall_back;
        if (!enough && codes.stage == Stage::interim) undetermined(found, Reason::not_due);
    } else {
        undetermined(found, one.criterion->is_masked()       ? Reason::masked_target
                            : codes.held + codes.failed == 0 ? Reason::missing_observation
                                                             : Reason::members_unknown);
    }
    conclude(found);
    return found;
}

}  // namespace goalpost::detail
