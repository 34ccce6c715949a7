// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "goalpost/methods/destatis.hpp"
#include "goalpost/methods/method_finding.hpp"

namespace goalpost {

/// Which targets of an indicator are judged together.
enum class SeveralTargets : unsigned char {
    alone,      ///< each by itself
    next_year,  ///< those of the next target year, of these the worst (Destatis)
};

/// The weather symbols of Destatis over a target and its series; see destatis.hpp.
struct Destatis {
    std::size_t window = 6;  ///< 2 or more; std::invalid_argument for fewer
    std::size_t least = 4;
    SeveralTargets several = SeveralTargets::alone;
    bool superseded = false;  ///< withdrawn targets count too

    static constexpr MethodInfo info{
        .name = "destatis",
        .title = "Destatis weather symbols",
        .title_zh = "德国联邦统计局天气符号",
        .source = "DnsTestEnvironment/dns-indicators _pages/en/status.md",
        .inputs = "at least four, better six yearly values; any of seven kinds of target",
        .inputs_zh = "至少四个、最好六个年度数据；七类目标中的任意一类"};

    [[nodiscard]] MethodResult judge(const TargetView& view) const {
        if (const auto out = left_out(view.target()); out != Reason::none)
            return detail::not_assessed(std::string(destatis::no_symbol), out);
        if (several == SeveralTargets::alone) return judge_one(view, view.target()).result;
        std::vector<destatis::YearResult> all;
        const auto& own = view.target();
        for (const auto& target : view.plan().targets()) {
            if (target.indicator != own.indicator ||
                view.plan().scope_of(target) != view.plan().scope_of(own))
                continue;
            if (left_out(target) != Reason::none) continue;
            all.push_back(judge_one(view, target));
        }
        const YearlySeries series(view);
        auto result = destatis::roll_up(all, series.empty() ? 0 : series.year(series.size() - 1));
        if (all.size() > 1)
            result.substituted.push_back("target -> the worst of the next target year, of " +
                                         std::to_string(all.size()));
        return result;
    }

    Finding operator()(const TargetView& view) const {
        const auto result = judge(view);
        if (const auto out = left_out(view.target()); out != Reason::none)
            return finding_of(out, destatis::no_symbol, info);
        const auto level = yearly_target_level(view, view.target());
        if (level.reason != Reason::none) return finding_of(level.reason, destatis::no_symbol, info);
        const YearlySeries series(view);
        if (series.empty()) return finding_of(Reason::missing_observation, destatis::no_symbol, info);
        const auto points = series.window(series.size() - 1, window);
        if (!points) return finding_of(points.error(), destatis::no_symbol, info);

        const auto& unit = view.indicator().unit;
        Showing showing;
        showing.input = input_words(*points, level, unit);
        const bool missed = level.value && level.kind != TargetKind::constant && !result.met &&
                            result.reason == Reason::none && several == SeveralTargets::alone;
        if (missed) {
            showing.value_unit = &figure_units::percent();
            showing.bands = &destatis::bands();
            showing.formula = {"missed share of what is still to go m = d (T - v) / |T - y|",
                               "按此趋势未达部分占剩余差距之比m = d (T - v) / |T - y|"};
        } else {
            showing.value_unit = &unit;
            showing.value_factor = unit.factor();
            showing.formula = {"mean yearly change", "年均变化"};
        }
        return finding_of(result, info, showing);
    }

  private:
    [[nodiscard]] Reason left_out(const Target& target) const {
        const auto out = not_counted(target);
        return superseded && out == Reason::withdrawn ? Reason::none : out;
    }
    [[nodiscard]] destatis::YearResult judge_one(const TargetView& view, const Target& target) const {
        const auto none = [](Reason reason) {
            return destatis::YearResult{{}, detail::not_assessed(std::string(destatis::no_symbol), reason)};
        };
        const auto level = yearly_target_level(view, target);
        if (level.reason != Reason::none) return none(level.reason);
        const YearlySeries series(view, target);
        if (series.empty()) return none(Reason::missing_observation);
        const auto points = series.window(series.size() - 1, window);
        if (!points) return none(points.error());
        const bool by_year = level.value && level.kind != TargetKind::constant;
        const auto year = by_year ? std::optional(level.year) : std::nullopt;
        return {year, destatis::assess({*points, level.better, level.value, year, window, least})};
    }

    static Words input_words(const std::vector<YearValue>& points, const TargetLevel& level,
                             const UnitOfMeasure& unit) {
        Words words;
        for (const auto& point : points) {
            words.en += (words.en.empty() ? "" : ", ") + std::to_string(point.year) + ": " +
                        detail::digits(point.value);
            words.zh += (words.zh.empty() ? "" : "，") + std::to_string(point.year) + "年" +
                        detail::digits(point.value);
        }
        if (!unit.symbol().empty()) {
            words.en += " " + unit.symbol();
            words.zh += unit.symbol();
        }
        words.en += ", " + std::string(goalpost::words(level.better, Language::en));
        words.zh += "，" + std::string(goalpost::words(level.better, Language::zh));
        if (!level.value) {
            words.en += ", no target";
            words.zh += "，无目标值";
        } else if (level.kind == TargetKind::constant) {
            words.en += ", " + detail::digits(*level.value) + " to be kept every year";
            words.zh += "，每年保持" + detail::digits(*level.value);
        } else {
            words.en += ", target " + detail::digits(*level.value) + " by " + std::to_string(level.year);
            words.zh += "，" + std::to_string(level.year) + "年目标" + detail::digits(*level.value);
        }
        return words;
    }
};

static_assert(Evaluator<Destatis>);

}  // namespace goalpost
