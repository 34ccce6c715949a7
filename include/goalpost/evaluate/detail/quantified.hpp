// SPDX-License-Identifier: BSL-1.0
// Judge's quantifiers: every period, and so many of a group. Included by judge_impl.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/judge.hpp"
#include "goalpost/evaluate/detail/periods.hpp"

namespace goalpost::detail {

/// How the periods or members of a quantifier came out.
struct Tally {
    std::uint32_t held = 0;
    std::uint32_t failed = 0;
    std::uint32_t final_held = 0;
    std::uint32_t final_failed = 0;
    std::uint32_t firm_held = 0;
    std::uint32_t firm_failed = 0;
    std::uint32_t lasting_held = 0;  ///< cannot fall back
    std::uint32_t held_at_base = 0;
    std::uint32_t unknown = 0;
    std::uint32_t on_track = 0;  ///< of these, before they are due
    std::uint32_t behind = 0;
    bool all_missing = true;         ///< of those that are unknown: nothing was published
    Reason obstacle = Reason::none;  ///< why one is unknown that is observed, or never will be known

    void add(const Judgement& part) {
        const auto& codes = part.codes;
        const bool is_final = codes.stage == Stage::final;
        if (codes.outcome == Outcome::undetermined) {
            ++unknown;
            if (codes.status == Status::on_track) ++on_track;
            if (codes.status == Status::behind) ++behind;
            all_missing = all_missing && codes.reason == Reason::missing_observation;
            const bool blocks = is_final || codes.reason == Reason::masked_target ||
                                codes.reason == Reason::unknown_measure ||
                                codes.reason == Reason::incomplete_measure;
            if (blocks && obstacle == Reason::none) obstacle = codes.reason;
            return;
        }
        const bool met = codes.outcome == Outcome::met;
        ++(met ? held : failed);
        if (is_final) ++(met ? final_held : final_failed);
        if (codes.certainty == Certainty::firm) ++(met ? firm_held : firm_failed);
        if (met && !codes.flags.has(Flag::may_fall_back) && codes.status != Status::on_track) ++lasting_held;
        if (met && codes.flags.has(Flag::met_at_base)) ++held_at_base;
    }
    void count_in(Assessment& codes) const {
        codes.held = held;
        codes.failed = failed;
        codes.unknown = unknown;
    }
};

/// Every period of the due one: broken by one, reached by all.
GOALPOST_INLINE Judgement Judge::judge_every(const Case& one, Trace& trace) const {
    Judgement found;
    const auto months = one.due.months();
    const int length = months_in(one.criterion->quantifier.frequency);
    if (!months || *months % length != 0) {
        undetermined(found, Reason::not_defined_for_kind);
        return found;
    }
    const auto first = Period::days(one.due.first(), date_in(month_number(one.due.first()) + length - 1, 31));
    Tally tally;
    Reason first_unknown = Reason::none;
    bool all_final = true;
    std::optional<Judgement> shown;
    const auto& since = one.criterion->measure.since;
    for (int i = 0; i < *months / length; ++i) {
        Case part = one;
        part.due = first.nth(i);
        if (since && part.due.last() <= since->last()) continue;  // it is counted from later
        const auto mark = trace.mark();
        auto judged = judge_one(part, trace);
        // What stands now may fall back, and a figure of another period says nothing of this one.
        const bool is_final = judged.codes.stage == Stage::final;
        all_final = all_final && is_final;
        if (!is_final && !judged.part_sum) {
            trace.rewind(mark);
            if (judged.codes.outcome != Outcome::undetermined)
                undetermined(judged, over(part.due) ? Reason::final_value_missing : Reason::not_due);
        }
        tally.add(judged);
        if (judged.codes.outcome == Outcome::undetermined) {
            if (first_unknown == Reason::none) first_unknown = judged.codes.reason;
        } else if (!shown || shown->codes.outcome == Outcome::met) {
            shown = judged;  // the first period that breaks the target, else the latest
        }
        if (trace.detailed()) {
            found.part_names.push_back(part.due.text());
            found.parts.push_back(std::move(judged));
        }
    }
    if (shown) {
        found.measured = shown->measured;
        found.line = shown->line;
        found.codes = shown->codes;
    }
    auto& codes = found.codes;
    tally.count_in(codes);
    codes.stage = all_final ? Stage::final : Stage::interim;
    codes.flags |= trace.flags();
    const bool firm = tally.failed > 0 ? tally.firm_failed > 0 : tally.firm_held == tally.held;
    codes.certainty = firm ? Certainty::firm : Certainty::rests_on_rounding;
    if (tally.failed > 0) {
        codes.outcome = Outcome::not_met;
        codes.status = Status::missed;
    } else if (tally.held > 0 && tally.unknown == 0 && over(one.due)) {  // before that it can be broken only
        codes.outcome = Outcome::met;
        codes.status = all_final ? Status::achieved : Status::achieved_early;
    } else if (tally.obstacle != Reason::none) {
        undetermined(found, tally.obstacle);
        codes.status = Status::undetermined;
    } else {
        const bool running = !over(one.due);
        const bool nothing = tally.held == 0 && first_unknown == Reason::missing_observation;
        undetermined(found, nothing   ? first_unknown
                            : running ? Reason::not_due
                                      : Reason::final_value_missing);
        codes.status = tally.held > 0 && running ? Status::on_track : Status::undetermined;
    }
    conclude(found);
    return found;
}

/// All, or at least so many, of a group: decided as soon as the unknown ones cannot change it.
GOALPOST_INLINE Judgement Judge::judge_group(const Case& one, Trace& trace) const {
    Judgement found;
    auto& codes = found.codes;
    const auto& quantifier = one.criterion->quantifier;
    const auto members = plan_->members_of(quantifier.group);
    const std::optional<Base> no_base;  // what the plan states is the base of the target's own scope
    Tally tally;
    for (const auto& member : members) {
        Case part = one;
        part.scope = member;
        if (plan_->key(member) != plan_->key(one.scope)) part.base = &no_base;
        auto judged = judge_one(part, trace);
        tally.add(judged);
        const auto& observed = judged.codes.observed;
        if (observed && (!codes.observed || *codes.observed < *observed)) codes.observed = observed;
        if (trace.detailed()) {
            found.part_names.push_back(member);
            found.parts.push_back(std::move(judged));
        }
    }
    const auto size = plan_->size_of(quantifier.group);
    const auto total = static_cast<std::uint32_t>(size.value_or(members.size()));
    tally.unknown = total - tally.held - tally.failed;
    tally.count_in(codes);
    codes.flags |= trace.flags();

    using Kind = Quantifier::Kind;
    const Ratio needed = quantifier.kind == Kind::all_of           ? Ratio(total)
                         : quantifier.kind == Kind::at_least_share ? quantifier.needed * Ratio(total)
                                                                   : quantifier.needed;
    const bool countable = total > 0 && (size || quantifier.kind == Kind::at_least_count);
    const auto enough = [&](std::uint32_t held) { return countable && Ratio(held) >= needed; };
    const auto out_of_reach = [&](std::uint32_t failed) {
        if (quantifier.kind == Kind::all_of) return failed > 0;
        return size && total > 0 && Ratio(total - failed) < needed;
    };
    if (enough(tally.held)) {
        codes.outcome = Outcome::met;
        codes.certainty = enough(tally.firm_held) ? Certainty::firm : Certainty::rests_on_rounding;
        if (enough(tally.final_held)) {
            codes.stage = Stage::final;
            codes.status = Status::achieved;
        } else if (enough(tally.held_at_base) && !enough(tally.lasting_held)) {
            codes.status = Status::on_track;
            codes.flags |= Flag::met_at_base;
        } else {
            codes.status = Status::achieved_early;
            if (!enough(tally.lasting_held)) codes.flags |= Flag::may_fall_back;
        }
    } else if (out_of_reach(tally.failed)) {  // what failed is over, or a cap that is broken
        codes.outcome = Outcome::not_met;
        codes.certainty = out_of_reach(tally.firm_failed) ? Certainty::firm : Certainty::rests_on_rounding;
        codes.stage = out_of_reach(tally.final_failed) ? Stage::final : Stage::interim;
        codes.status = Status::missed;
    } else {
        const auto counted = tally.held + tally.failed;
        const bool all_final = tally.final_held + tally.final_failed == counted;
        codes.stage = over(one.due) && all_final && counted > 0 ? Stage::final : Stage::interim;
        const bool blocked = tally.obstacle == Reason::masked_target ||
                             tally.obstacle == Reason::rests_on_rounding || counted == 0;
        undetermined(found, blocked && tally.obstacle != Reason::none ? tally.obstacle
                            : members.empty()                         ? Reason::members_unknown
                            : !over(one.due)                          ? Reason::not_due
                            : counted == 0 && tally.all_missing       ? Reason::missing_observation
                                                                      : Reason::members_unknown);
        if (codes.reason == Reason::not_due && enough(tally.held + tally.on_track))
            codes.status = Status::on_track;
        if (codes.reason == Reason::not_due && out_of_reach(tally.failed + tally.behind))
            codes.status = Status::behind;
    }
    conclude(found);
    return found;
}

}  // namespace goalpost::detail
