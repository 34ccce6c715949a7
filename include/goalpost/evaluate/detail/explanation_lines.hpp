// SPDX-License-Identifier: BSL-1.0
// The lines of an explanation. Included by explanation_text.hpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/explanation_text.hpp"
#include "goalpost/evaluate/explanation.hpp"

namespace goalpost {
namespace detail {

/// Writes an explanation line by line, in one language.
class ExplanationLines {
  public:
    ExplanationLines(const Explanation& explanation, Language language)
        : told_(&explanation), language_(language) {}

    [[nodiscard]] std::vector<std::string> write() {
        heading();
        if (told_->measured) calculation({}, *told_->measured);
        if (told_->line) calculation(pick("Line", "对照"), *told_->line);
        base();
        if (told_->comparison) {
            add(pick("Comparison", "比较"), goalpost::text(*told_->comparison, language_));
            rounding(*told_->comparison);
        }
        parts();
        verdict();
        figures();
        precision();
        notes();
        manual();
        sources();
        return std::move(lines_);
    }

  private:
    static constexpr std::size_t most_listed = 20;

    [[nodiscard]] bool zh() const { return language_ == Language::zh; }
    [[nodiscard]] std::string pick(std::string_view en, std::string_view zh_text) const {
        return std::string(zh() ? zh_text : en);
    }
    template <class Enum>
    [[nodiscard]] std::string word(Enum value) const {
        return std::string(words(value, language_));
    }
    [[nodiscard]] std::string when(const Period& period) const { return period_text(period, language_); }
    [[nodiscard]] std::string bracketed(const std::string& text) const {
        return zh() ? "（" + text + "）" : " (" + text + ")";
    }
    [[nodiscard]] std::string list(const std::vector<std::string>& items) const {
        return joined_texts(items, pick(", ", "，"));
    }
    void add(const std::string& label, const std::string& text) {
        if (text.empty()) return;
        lines_.push_back(label.empty() ? text : label + pick(": ", "：") + text);
    }

    void heading() {
        if (told_->indicator.empty()) return add(told_->target, told_->problem);
        const auto due = told_->due ? pick("due " + when(*told_->due), when(*told_->due) + "到期") : "";
        add(told_->target, list({told_->indicator, told_->scope, due}) + pick(": ", "：") +
                               pick(told_->criterion, told_->criterion_zh));
        for (const auto& reading : told_->readings) {
            const auto why = reading.outcome == Outcome::undetermined ? bracketed(word(reading.reason)) : "";
            add(pick("Reading", "理解"),
                pick(reading.name, reading.criterion_zh) + pick(": ", "：") + word(reading.outcome) + why);
        }
    }

    [[nodiscard]] std::string row_text(const ExplainedRow& row) const {
        const auto sign = name_of(row.qualifier);
        return (sign.empty() ? "" : std::string(sign) + " ") +
               with_unit(row.digits, row.figure.unit(), language_);
    }

    /// `y = 3 + 4 + 5 = 12 家 (新增, 浙江省, 2024, sum of 3, final)`
    [[nodiscard]] std::string input_text(const ExplainedInput& input) const {
        std::string text = input.symbol + " ";
        std::string status = pick("stated by the plan", "计划所列");
        std::string summed;
        if (input.rows.size() == 1) {
            const auto& row = input.rows.front();
            text += (row.qualifier == Qualifier::none ? "= " : "") + row_text(row);
            status = word(row.status);
        } else {
            text += "= ";
            if (!input.rows.empty()) {
                std::string sum;
                for (const auto& row : input.rows)
                    sum += (sum.empty() ? "" : " + ") + in_unit_of(input, row);
                text += sum + " = ";
                status = word(least_settled(input.rows));
                const auto count = std::to_string(input.rows.size());
                summed = pick("sum of " + count + " periods", count + "个时期之和");
            }
            constexpr int places = 6;
            text += figure_text(input.figure, places, language_);
        }
        const auto basis =
            input.basis == Basis::level || input.basis == Basis::cumulative ? "" : word(input.basis);
        return text +
               bracketed(list({input.indicator, input.scope, when(input.period), basis, summed, status}));
    }
    [[nodiscard]] static ObservationStatus least_settled(const std::vector<ExplainedRow>& rows) {
        auto status = rows.front().status;
        for (const auto& row : rows)
            status = std::min(status, row.status);
        return status;
    }
    [[nodiscard]] static std::string in_unit_of(const ExplainedInput& sum, const ExplainedRow& row) {
        if (row.figure.unit().symbol() == sum.figure.unit().symbol()) return row.digits;
        constexpr int places = 6;
        return number_text(shown_in(sum.figure.unit(), row.figure.value()), places);
    }

    /// `x: 26 figures of 企业, 2024`: too many under one letter to list them.
    [[nodiscard]] std::string counted_text(const std::vector<ExplainedInput>& inputs,
                                           const ExplainedInput& first, std::ptrdiff_t count) const {
        auto [from, to] = std::pair(first.period, first.period);
        for (const auto& input : inputs) {
            if (input.symbol != first.symbol) continue;
            from = std::min(from, input.period);
            to = std::max(to, input.period);
        }
        const auto number = std::to_string(count);
        const auto periods = from == to ? when(from) : when(from) + pick(" to ", "至") + when(to);
        return pick(first.symbol + ": " + number + " figures of " + first.indicator + ", " + periods,
                    first.symbol + "：" + first.indicator + periods + "的" + number + "个数据");
    }

    void calculation(const std::string& label, const Calculation& all) {
        constexpr std::ptrdiff_t most = 6;
        std::vector<std::string> counted;
        for (const auto& input : all.inputs) {
            const auto count = count_of(all.inputs, input.symbol);
            if (count <= most) {
                add(label, input_text(input));
            } else if (std::find(counted.begin(), counted.end(), input.symbol) == counted.end()) {
                counted.push_back(input.symbol);
                add(label, counted_text(all.inputs, input, count));
            }
        }
        const auto formula = goalpost::text(all, language_);
        if (!formula.empty()) {
            add(label.empty() ? pick("Formula", "公式") : label, formula);
        } else if (all.formula.empty() && all.result) {
            // A measure of one's own that tells no formula is shown by its name.
            add(label, all.measure + " = " + result_text(all.result, all.edges, language_));
        }
    }

    void base() {
        if (!told_->base) return;
        const auto& base = *told_->base;
        const bool as_published = base.inputs.size() == 1 && base.inputs.front().rows.size() == 1 &&
                                  goalpost::text(base, language_).empty();
        const auto figure = as_published ? row_text(base.inputs.front().rows.front())
                                         : figure_text(base.result, told_->figures.required, 2, language_);
        const auto stated = told_->figures.base_is_stated ? pick("stated by the plan", "计划所列") : "";
        add(pick("Base", "基期"), figure + bracketed(list({when(base.period), stated})));
    }

    void rounding(const ExplainedComparison& compared) {
        const bool is_about = told_->flags.has(Flag::approximate);
        const bool demanded = told_->reason == Reason::rests_on_rounding;
        const bool rests = told_->certainty == Certainty::rests_on_rounding || demanded;
        if ((compared.firm && !compared.is_near && !(is_about && rests)) || is_infinite(compared.range) ||
            is_infinite(compared.line_range))
            return;
        const auto [left, right] = sides(compared, language_);
        // The ends are told from the figure, too, however many digits it has.
        const auto stands = [&](const std::string& figure, const Interval& range, std::vector<Value> edges,
                                const Value& own) {
            edges.push_back(own);
            return figure + pick(" stands for ", "代表") +
                   interval_text(range, compared.measured.unit(), edges, language_);
        };
        const auto& measured = compared.measured.value();
        std::vector<std::string> parts;
        if (!is_exact(compared.range))
            parts.push_back(stands(left, compared.range, compared.edges, measured));
        if (!is_exact(compared.line_range))
            parts.push_back(stands(pick("the line ", "对照值") + right, compared.line_range, {measured},
                                   compared.line.value()));
        // What was compared may not be what the verdict is from: it is not due, or there are other readings.
        const bool is_verdict = demanded || (told_->certainty != Certainty::open && compared.firm != rests);
        if (is_about) {
            parts.push_back(word(Flag::approximate));
        } else {
            const auto all = compared.firm ? pick("every true value within ", "其中每个值")
                                           : pick("not every true value within ", "其中并非每个值");
            parts.push_back(all + (is_verdict ? pick("gives this verdict", "都得出此结论")
                                              : pick("compares so", "的比较结果都如此")));
        }
        add(pick("Rounding", "舍入"), joined_texts(parts, pick("; ", "；")));
    }

    void parts() {
        const auto& all = told_->parts;
        if (all.empty() && told_->held + told_->failed + told_->unknown == 0) return;
        const auto line =
            std::find_if(all.begin(), all.end(), [](const auto& part) { return bool(part.line); });
        const bool one_line = line != all.end() && std::all_of(all.begin(), all.end(), [&](const auto& part) {
                                  return !part.line || compare(part.line.value(), line->line.value()) ==
                                                           std::strong_ordering::equal;
                              });
        if (one_line) {
            const auto told = line->measured
                                  ? both_texts(line->measured, line->line, line->edges, language_).second
                                  : figure_text(line->line, 6, language_);
            add(pick("Line", "目标值"), told);
        }
        part_list(pick("Holds for ", "达标"), told_->held, Outcome::met, one_line);
        part_list(pick("Fails for ", "未达标"), told_->failed, Outcome::not_met, one_line);
        part_list(pick("Unknown for ", "无法判定"), told_->unknown, Outcome::undetermined, one_line);
    }

    void part_list(const std::string& label, std::uint32_t count, Outcome outcome, bool one_line) {
        if (count == 0) return;
        std::string names;
        std::size_t listed = 0;
        for (const auto& part : told_->parts) {
            if (part.outcome != outcome || listed == most_listed) continue;
            ++listed;
            names += (names.empty() ? "" : pick(", ", "、")) + part_text(part, one_line);
        }
        if (const auto more = count - listed; more > 0) {
            const auto number = std::to_string(more);
            const bool unlisted = listed < most_listed;
            const auto rest = unlisted ? pick(number + " not listed", number + "个未列出")
                                       : pick(number + " more", number + "个");
            names += names.empty() ? rest : pick(" and ", "，另有") + rest;
        }
        add(label + std::to_string(count) + pick("", "个"), names);
    }

    [[nodiscard]] std::string part_text(const ExplainedPart& part, bool one_line) const {
        const auto name = part.period ? when(*part.period) : part.name;
        if (!part.measured) {
            return is_absence(part.reason) || part.reason == Reason::none
                       ? name
                       : name + bracketed(word(part.reason));
        }
        if (!part.line) return name + bracketed(figure_text(part.measured, 2, language_));
        const auto [left, right] = both_texts(part.measured, part.line, part.edges, language_);
        return name + bracketed(one_line ? left : left + pick(" against ", "，对照") + right);
    }

    void verdict() {
        const bool observed = told_->observed || !told_->parts.empty();
        const bool told_twice = told_->status == Status::undetermined;
        const auto stage = observed ? word(told_->stage) : "";
        const auto certainty = told_->certainty == Certainty::open ? "" : word(told_->certainty);
        const auto how = list({stage, certainty});
        add(pick("Verdict", "结论"), list({word(told_->outcome), told_twice ? "" : word(told_->status)}) +
                                         (how.empty() ? "" : bracketed(how)));
        if (told_->reason != Reason::none) add(pick("Reason", "原因"), word(told_->reason));
        for (const auto& gone : told_->missing) {
            const auto latest =
                gone.latest ? bracketed(pick("latest: ", "最新数据：") + when(*gone.latest)) : "";
            add(pick("Missing", "缺少"),
                list({gone.indicator, gone.scope, when(gone.period), gone.basis ? word(*gone.basis) : ""}) +
                    latest);
        }
    }

    void figures() {
        if (!told_->comparison) return;
        const auto& figures = told_->figures;
        const auto texts = figure_texts(figures, 2, language_);
        std::vector<std::string> parts;
        const auto& compared = *told_->comparison;
        const auto sign = bound_sign(compared, false, language_);
        if (!sign) return;
        const auto put = [&](const Figure& figure, std::string_view en, std::string_view chinese,
                             const std::string& text, bool turned = false) {
            if (figure)
                parts.push_back(pick(std::string(en) + " ", chinese) +
                                *bound_sign(compared, turned, language_) + text);
        };
        put(figures.completion, "completion", "完成率", texts.completion);
        const bool downwards = figures.base && compare(figures.required.value(), figures.base.value()) ==
                                                   std::strong_ordering::less;
        put(figures.progress, "progress", "目标进度", texts.progress, downwards);
        if (compared.comparison != Comparison::improves) put(figures.gap, "gap", "与目标之差", texts.gap);
        if (told_->stage == Stage::interim && sign->empty()) {
            if (figures.needed && figures.needed.value().sign() != 0)
                put(figures.needed, "still needed", "尚需", texts.needed);
            put(told_->elapsed, "time gone", "时序进度", figure_text(told_->elapsed, 2, language_));
            put(told_->planned, "planned by now", "按计划应达", figure_text(told_->planned, 2, language_));
            parts.push_back(pace_text(figures.pace, bool(told_->planned), language_));
            put(figures.projected, "at this pace by the due date", "按此进度到期可达", texts.projected);
        }
        add(pick("Figures", "数据"), list(parts));
    }

    /// What was compared, where it is not the figure as published.
    void precision() {
        if (told_->at_target_precision.empty() || told_->flags.has(Flag::met_at_target_precision)) return;
        add(pick("Note", "提示"),
            pick("compared at the target's own precision: it reads " + told_->at_target_precision + " there",
                 "按目标值的精度比较：按该精度为" + told_->at_target_precision_zh));
    }

    void notes() {
        for (std::size_t i = 0; i < flag_count; ++i) {
            const auto flag = flag_at(i);
            if (!told_->flags.has(flag) || (flag == Flag::manual && told_->manual)) continue;
            add(pick("Note", "提示"), word(flag) + detail_of(flag));
        }
    }

    [[nodiscard]] std::string detail_of(Flag flag) const {
        if (flag == Flag::met_at_target_precision && !told_->at_target_precision.empty())
            return pick(": it reads " + told_->at_target_precision + " there",
                        "：按该精度为" + told_->at_target_precision_zh);
        if (flag == Flag::earlier_version && told_->in_force_until) {
            const auto day = date_text(*told_->in_force_until);
            return pick(": in force before " + day, "：" + day + "之前有效") +
                   (told_->why_adjusted.empty() ? "" : pick("; ", "；") + told_->why_adjusted);
        }
        std::string text;
        for (const auto& conflict : told_->conflicts) {
            if (conflict.flag != flag) continue;
            const auto [used, other] = both_texts(conflict.used, conflict.other, {}, language_);
            const auto where = list({conflict.indicator, when(conflict.period)});
            text += pick("; " + used + " is used, the other is " + other,
                         "；采用" + used + "，另一数为" + other) +
                    bracketed(where);
        }
        return text;
    }

    void manual() {
        if (!told_->manual) return;
        const auto& manual = *told_->manual;
        const auto who = list({manual.who, manual.date ? date_text(*manual.date) : ""});
        add(pick("Manual verdict", "人工结论"),
            word(manual.met ? Outcome::met : Outcome::not_met) + (who.empty() ? "" : bracketed(who)) +
                (manual.why.empty() ? "" : pick(": ", "：") + manual.why));
    }

    [[nodiscard]] bool is_input(std::uint32_t row) const {
        const auto among = [row](const std::optional<Calculation>& all) {
            if (!all) return false;
            for (const auto& input : all->inputs) {
                for (const auto& used : input.rows) {
                    if (used.row == row) return true;
                }
            }
            return false;
        };
        return among(told_->measured) || among(told_->line) || among(told_->base);
    }

    void sources() {
        std::size_t listed = 0;
        std::size_t more = 0;
        for (const auto& row : told_->evidence) {
            if (row.source.empty() && is_input(row.row)) continue;  // it says nothing new
            if (listed == most_listed) {
                ++more;
                continue;
            }
            ++listed;
            add(pick("Source", "来源"),
                list({row.indicator, row.scope, when(row.period), row_text(row), word(row.status),
                      row.series_break ? pick("series break", "口径调整") : ""}) +
                    (row.source.empty() ? "" : pick(": ", "：") + row.source));
        }
        if (more > 0)
            add(pick("Source", "来源"),
                pick(std::to_string(more) + " more", "另有" + std::to_string(more) + "条"));
    }

    const Explanation* told_;
    Language language_;
    std::vector<std::string> lines_;
};

}  // namespace detail

GOALPOST_INLINE std::vector<std::string> lines(const Explanation& explanation, Language language) {
    return detail::ExplanationLines(explanation, language).write();
}

}  // namespace goalpost
