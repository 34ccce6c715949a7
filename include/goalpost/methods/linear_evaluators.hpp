// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "goalpost/methods/gophr_pace.hpp"
#include "goalpost/methods/healthy_people_2020.hpp"
#include "goalpost/methods/method_finding.hpp"
#include "goalpost/methods/midterm_four.hpp"
#include "goalpost/methods/okr.hpp"
#include "goalpost/methods/servicenow.hpp"
#include "goalpost/methods/unicef_prp.hpp"

namespace goalpost {

/// What the methods without growth are to be given: the base, the value so far, the target; in the
/// indicator's unit. The value is the one the library's own verdict rests on, part-year running totals too;
/// for criteria on something else than a level, the last full year. The base is the one the plan states, else
/// that of the criterion's `since`, else the one the library's own verdict counts from.
struct WaySoFar {
    std::optional<Ratio> base{};
    std::optional<Ratio> current{};
    std::optional<Ratio> target{};
    Better better = Better::higher;
    bool due = false;
    Reason reason = Reason::none;  ///< why there is no target
    Reason base_reason = Reason::missing_base;
    Reason current_reason = Reason::missing_observation;
};

namespace detail {
/// Whether the library only waits for a figure, so that an earlier full year may stand in.
inline bool is_only_absent(Reason reason) {
    return reason == Reason::missing_observation || reason == Reason::not_due ||
           reason == Reason::final_value_missing;
}
/// Why the base that the library's own verdict counts from is none to set out from: a running total sets out
/// from nothing, and from a base of another length there is no way. `none` where it is one.
inline Reason no_way_from_base(const Figures& figures) {
    if (!figures.base) return figures.base.reason();
    const auto reason = figures.progress ? Reason::none : figures.progress.reason();
    const bool stands = reason == Reason::base_equals_target || reason == Reason::base_meets_target;
    return stands ? Reason::none : reason;
}

/// The last full year, where the library's own verdict rests on no single figure, or has none yet.
inline void read_last_year(const TargetView& view, const std::optional<Period>& from, WaySoFar& way) {
    const YearlySeries series(view);
    if (series.empty() || (from && series.year(series.size() - 1) <= year_of(*from))) return;
    const auto latest = series.value(series.size() - 1);
    if (latest) {
        way.current = *latest;
    } else {
        way.current_reason = latest.error();
    }
}

/// The base that the plan or the criterion names. That of a flow must be as long as what the target asks for.
inline void read_base(const TargetView& view, const Period& from, const TargetLevel& level, WaySoFar& way) {
    const auto asked = level.of_full_year ? std::optional(12) : asked_period(view, view.target()).months();
    if (view.indicator().kind == IndicatorKind::flow && from.months() != asked) {
        way.base_reason = Reason::not_applicable_figure;
        return;
    }
    const YearlySeries series(view);
    const auto base = series.level(from);
    const bool broken = !series.empty() && series.is_broken(from, series.period(series.size() - 1));
    if (base && !broken) {
        way.base = *base;
    } else {
        way.base_reason = base ? Reason::broken_series : base.error();
    }
}
}  // namespace detail

inline WaySoFar way_so_far(const TargetView& view) {
    WaySoFar way;
    const auto level = target_level(view);
    const auto out = not_counted(view.target());
    way.better = level.better;
    way.target = level.value;
    way.reason = out != Reason::none            ? out
                 : level.reason != Reason::none ? level.reason
                 : level.value                  ? Reason::none
                                                : Reason::not_applicable_figure;
    way.due = view.assessment().stage == Stage::final;
    if (way.reason != Reason::none) return way;

    const auto terms = view.terms();
    const auto& criterion = terms.criterion();
    const auto& stated = terms.base;
    const auto from = stated ? std::optional(stated->period) : criterion.measure.since;
    const bool single = criterion.quantifier.kind == Quantifier::Kind::none ||
                        criterion.quantifier.kind == Quantifier::Kind::over_the_plan;
    const bool by_level = criterion.measure.name == "level" && single;
    if (!by_level && !level.of_full_year) {
        way.reason = Reason::not_applicable_figure;
        return way;
    }
    const auto figures = by_level ? view.figures() : Figures{};
    if (figures.measured && figures.measured.value().is_rational()) {
        const Ratio factor = view.indicator().unit.factor();
        way.current = figures.measured.value().rational() / factor;
        way.base_reason = detail::no_way_from_base(figures);
        if (way.base_reason == Reason::none) way.base = figures.base.value().rational() / factor;
        return way;
    }
    if (by_level) way.current_reason = figures.measured.reason();
    if (detail::is_only_absent(way.current_reason) && level.of_full_year)
        detail::read_last_year(view, from, way);
    if (from) detail::read_base(view, *from, level, way);
    return way;
}

namespace detail {

inline Words words_of(const WaySoFar& way, const UnitOfMeasure& unit) {
    Words words;
    const auto tell = [&](std::string_view en, std::string_view zh, const std::optional<Ratio>& value) {
        words.en += (words.en.empty() ? "" : ", ") + std::string(en) + " " +
                    (value ? with_unit(digits(*value), unit, Language::en) : "missing");
        words.zh += (words.zh.empty() ? "" : "，") + std::string(zh) +
                    (value ? with_unit(digits(*value), unit, Language::zh) : "缺失");
    };
    tell("base", "基期", way.base);
    tell("latest", "最新", way.current);
    tell("target", "目标", way.target);
    return words;
}
inline Showing percent_of(const WaySoFar& way, const UnitOfMeasure& unit, std::string formula,
                          const Bands* bands) {
    Showing showing;
    showing.value_unit = &figure_units::percent();
    showing.bands = bands;
    showing.input = words_of(way, unit);
    showing.formula = {formula, formula};
    return showing;
}
/// Its years only tell whether the target's is there.
inline MethodInput input_of(const WaySoFar& way) {
    return {.base = *way.base,
            .base_year = 0,
            .current = *way.current,
            .current_year = way.due ? 2 : 1,
            .better = way.better,
            .target = way.target,
            .target_year = 2};
}
/// Why there is no telling what the value is, where that is more than that none is there yet, which some
/// methods have a figure for.
inline Reason unreadable(const WaySoFar& way) {
    return way.current || is_only_absent(way.current_reason) ? Reason::none : way.current_reason;
}
/// The first thing that is missing.
inline Reason missing_in(const WaySoFar& way) {
    if (way.reason != Reason::none) return way.reason;
    if (!way.base) return way.base_reason;
    return way.current ? Reason::none : way.current_reason;
}

}  // namespace detail

/// See healthy_people_2020.hpp.
struct HealthyPeople2020 {
    static constexpr MethodInfo info{
        .name = "healthy_people_2020",
        .title = "Healthy People 2020, without standard errors",
        .title_zh = "《健康国民2020》（无标准误）",
        .source = "catalog.data.gov Healthy People 2020 Final Progress Table; PMC8428048",
        .inputs = "base, latest value, target",
        .inputs_zh = "基期值、最新值、目标值"};
    Finding operator()(const TargetView& view) const {
        const auto way = way_so_far(view);
        if (const auto missing = detail::missing_in(way); missing != Reason::none)
            return finding_of(missing, "not_trackable", info);
        return finding_of(healthy_people_2020::assess(detail::input_of(way)), info,
                          detail::percent_of(way, view.indicator().unit, "(y - b) / (T - b)",
                                             &healthy_people_2020::bands()));
    }
};

/// See gophr_pace.hpp. Only for targets that are due in one year; stocks are snapshots.
struct GophrPace {
    static constexpr MethodInfo info{.name = "gophr_pace",
                                     .title = "USAID gophr achievement",
                                     .title_zh = "美国国际开发署gophr完成率",
                                     .source = "USAID-OHA-SI/gophr R/calc_achievement.R",
                                     .inputs = "a running total and the target of its year",
                                     .inputs_zh = "累计数及其所在年度的目标值"};
    Finding operator()(const TargetView& view) const {
        const auto way = way_so_far(view);
        if (way.reason != Reason::none || !way.current)
            return finding_of(way.reason != Reason::none ? way.reason : way.current_reason, "missing", info);
        const auto& observed = view.assessment().observed;
        const auto asked = detail::asked_period(view, view.target());
        const auto due = view.terms().due;
        if (!observed || due.months() != 12 || asked.months() != 12 || observed->last() < due.first())
            return finding_of(Reason::not_applicable_figure, "missing", info);
        const int months = std::min(whole_months(due.first(), observed->last()), 12);
        gophr_pace::Input input{*way.current, way.target, std::clamp((months + 2) / 3, 1, 4),
                                view.indicator().kind != IndicatorKind::flow};
        auto showing = detail::percent_of(way, view.indicator().unit, "y / T", nullptr);
        showing.score_unit = &figure_units::percent();
        showing.input.en += ", quarter " + std::to_string(input.quarter);
        showing.input.zh += "，第" + std::to_string(input.quarter) + "季度";
        return finding_of(gophr_pace::assess(input), info, showing);
    }
};

/// See servicenow.hpp.
struct ServiceNow {
    static constexpr MethodInfo info{
        .name = "servicenow",
        .title = "ServiceNow goal status",
        .title_zh = "ServiceNow目标状态",
        .source = "ServiceNow/ServiceNowDocs goal-framework/automatic-status-calculation-targets.md",
        .inputs = "start, latest value, target",
        .inputs_zh = "起点值、最新值、目标值"};
    Finding operator()(const TargetView& view) const {
        const auto way = way_so_far(view);
        if (const auto missing = detail::missing_in(way); missing != Reason::none)
            return finding_of(missing, servicenow::no_status, info);
        const bool falls = way.better == Better::lower;
        return finding_of(
            servicenow::assess(detail::input_of(way)), info,
            detail::percent_of(way, view.indicator().unit, falls ? "(b - y) / (b - T)" : "(y - b) / (T - b)",
                               &servicenow::bands()));
    }
};

/// See okr.hpp.
struct Okr {
    okr::Options options = okr::oslo;

    static constexpr MethodInfo info{.name = "okr",
                                     .title = "OKR progress, not clamped (Oslo)",
                                     .title_zh = "OKR进度（不截断，奥斯陆）",
                                     .source = "oslokommune/okr-tracker src/util/keyResultProgress.js",
                                     .inputs = "start and target; the value so far",
                                     .inputs_zh = "起点值和目标值；目前数值"};
    static constexpr MethodInfo info_clamped{.name = "okr_clamped",
                                             .title = "OKR progress, clamped at 0 (Puzzle)",
                                             .title_zh = "OKR进度（下限为零，Puzzle）",
                                             .source = "puzzle/okr frontend/src/app/shared/common.ts",
                                             .inputs = "start, latest value, target",
                                             .inputs_zh = "起点值、最新值、目标值"};
    Finding operator()(const TargetView& view) const {
        const auto& own = options.clamp_at_zero ? info_clamped : info;
        const auto way = way_so_far(view);
        const auto reason = way.reason != Reason::none ? way.reason
                            : way.base                 ? detail::unreadable(way)
                                                       : way.base_reason;
        if (reason != Reason::none) return finding_of(reason, okr::no_progress_figure, own);
        const auto result = okr::assess({*way.base, way.current, *way.target, way.due}, options);
        auto showing = detail::percent_of(way, view.indicator().unit, "(y - b) / (T - b)", &okr::bands());
        showing.score_unit = &figure_units::percent();
        showing.score_factor = figure_units::percent().factor();
        return finding_of(result, own, showing);
    }
};

/// See unicef_prp.hpp. A base that nobody states is 0, as the portal has it.
struct UnicefPrp {
    static constexpr MethodInfo info{.name = "unicef_prp",
                                     .title = "UNICEF Partner Reporting Portal",
                                     .title_zh = "联合国儿童基金会伙伴报告门户",
                                     .source = "unicef/etools-partner-reporting-portal indicator/models.py",
                                     .inputs = "target; base and latest value where there are any",
                                     .inputs_zh = "目标值；如有则用基期值和最新值"};
    Finding operator()(const TargetView& view) const {
        auto way = way_so_far(view);
        const bool no_base = !way.base;
        const bool broken = no_base && way.base_reason == Reason::broken_series;  // there is one
        const auto reason = way.reason != Reason::none ? way.reason
                            : broken                   ? way.base_reason
                                                       : detail::unreadable(way);
        if (reason != Reason::none) return finding_of(reason, "not_reached", info);
        if (no_base) way.base = Ratio(0);
        auto result = unicef_prp::assess({*way.base, way.current, *way.target, way.due});
        if (no_base) result.substituted.insert(result.substituted.begin(), "no base -> 0");
        auto showing = detail::percent_of(way, view.indicator().unit, "max(0, y - b) / (T - b)", nullptr);
        showing.score_unit = &figure_units::percent();
        return finding_of(result, info, showing);
    }
};

/// See midterm_four.hpp: our reading, on the library's own pace.
struct MidtermFour {
    Bands bands = midterm_four::bands();

    static constexpr MethodInfo info{
        .name = "midterm_four",
        .title = "Mid-term review in four classes",
        .title_zh = "规划中期评估四类",
        .source = "our reading of the reviews' four classes; they leave the lines unsaid",
        .source_zh = "本程序对中期评估四类的理解，各评估报告未写明界限",
        .inputs = "progress and the share of time gone, or the target met",
        .inputs_zh = "目标进度和时序进度，或者目标已达到",
        .verified = false};
    Finding operator()(const TargetView& view) const {
        const auto& assessment = view.assessment();
        const auto& criterion = view.terms().criterion();
        if (criterion.comparison == Comparison::improves)  // a direction has no end to come to
            return finding_of(Reason::not_applicable_figure, "not_assessed", info);
        midterm_four::Input input;
        input.met = assessment.status == Status::achieved || assessment.status == Status::achieved_early;
        input.due = assessment.stage == Stage::final;
        const auto figures = view.figures();
        if (figures.pace && figures.pace.value().is_rational())
            input.progress = figures.pace.value().rational();
        input.reason = figures.progress ? Reason::not_applicable_figure : figures.progress.reason();
        const auto result = midterm_four::assess(input, bands);
        Showing showing;
        showing.value_unit = &figure_units::points();
        showing.bands = &bands;
        showing.input = {"measured " + figure_text(figures.measured, 2, Language::en) + ", required " +
                             figure_text(figures.required, 2, Language::en),
                         "实际" + figure_text(figures.measured, 2, Language::zh) + "，目标" +
                             figure_text(figures.required, 2, Language::zh)};
        showing.formula = {"progress less time gone", "目标进度减时序进度"};
        showing.verdict_zh = midterm_four::name_zh(result.verdict);
        return finding_of(result, info, showing);
    }
};

static_assert(Evaluator<HealthyPeople2020> && Evaluator<GophrPace> && Evaluator<ServiceNow> &&
              Evaluator<Okr> && Evaluator<UnicefPrp> && Evaluator<MidtermFour>);

}  // namespace goalpost
