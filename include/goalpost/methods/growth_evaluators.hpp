// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/methods/eurostat.hpp"
#include "goalpost/methods/eustat.hpp"
#include "goalpost/methods/method_finding.hpp"
#include "goalpost/methods/statcan.hpp"
#include "goalpost/methods/un_progress_chart.hpp"

namespace goalpost {

/// Which years a method looks at, where the plan does not say.
struct BaseYearPolicy {
    std::optional<int> year = 2015;  ///< where neither the target nor its criterion names a base
    int years_back = 5;              ///< before the latest year, where `year` is absent
    MissingBase missing = MissingBase::next;
    bool until_target_year = false;  ///< figures after the target's year are not read
};

/// What a two-year method is to be given of a target; or why it cannot be.
struct TwoYears {
    std::optional<MethodInput> input{};
    Reason reason = Reason::missing_observation;
    std::vector<std::string> substituted{};
};

namespace detail {

/// The base of the two-year methods: the very figure that the plan or the criterion names, where it is one of
/// a full year; else that of its year or, by the method's policy, of another. What is put in its place is
/// noted.
inline std::optional<Period> base_period(const TargetView& view, const YearlySeries& series,
                                         const std::optional<Period>& named, std::size_t latest,
                                         const BaseYearPolicy& policy, TwoYears& found) {
    if (named && named->last() <= view.as_of() && is_full_year(*named, view.indicator().kind)) {
        const auto value = series.level(*named);
        if (value || value.error() != Reason::missing_observation) return named;
    }
    const int wanted = named         ? year_of(*named)
                       : policy.year ? *policy.year
                                     : series.year(latest) - policy.years_back;
    const auto base = series.find_base(wanted, policy.missing, latest);
    if (!base) return std::nullopt;
    const auto put = series.year(*base) != wanted
                         ? "year " + std::to_string(wanted) + " -> " + std::to_string(series.year(*base))
                     : named && *named != series.period(*base)
                         ? named->text() + " -> " + series.period(*base).text()
                         : std::string();
    if (!put.empty()) found.substituted.push_back("base " + put);
    return series.period(*base);
}

}  // namespace detail

/// Base and latest full year of the target's own series. The base is the one the plan states, else the one of
/// the criterion's `since`, else that of the policy's year.
inline TwoYears two_years(const TargetView& view, const BaseYearPolicy& policy) {
    TwoYears found;
    const auto out = not_counted(view.target());
    const auto level = yearly_target_level(view, view.target());
    if (out != Reason::none || level.reason != Reason::none) {
        found.reason = out != Reason::none ? out : level.reason;
        return found;
    }
    const YearlySeries series(view);
    const auto latest = policy.until_target_year && level.kind != TargetKind::directional
                            ? series.last_until(level.year)
                        : series.empty() ? std::nullopt
                                         : std::optional(series.size() - 1);
    if (!latest) return found;
    const auto& stated = view.terms().base;
    const auto named = stated ? std::optional(stated->period) : level.since;
    const auto base = detail::base_period(view, series, named, *latest, policy, found);
    if (!base) {
        found.reason = Reason::missing_base;
        return found;
    }
    if (series.is_broken(*base, series.period(*latest))) {
        found.reason = Reason::broken_series;
        return found;
    }
    const auto first = series.level(*base);
    const auto last = series.value(*latest);
    if (!first || !last) {
        found.reason = first ? last.error() : first.error();
        return found;
    }
    MethodInput input;
    input.base = *first;
    input.base_year = year_of(*base);
    input.current = *last;
    input.current_year = series.year(*latest);
    input.better = level.better;
    input.target = level.value;
    input.target_year = level.year;
    if (const auto& limit = view.indicator().limit) input.limit = Ratio(*limit);
    found.input = std::move(input);
    found.reason = Reason::none;
    return found;
}

namespace detail {

inline MethodResult with_notes(MethodResult result, const TwoYears& years) {
    result.substituted.insert(result.substituted.begin(), years.substituted.begin(), years.substituted.end());
    return result;
}

/// `(60.9 / 62.39)^(1/9) - 1`
inline std::string growth_words(const Ratio& base, const Ratio& current, int years) {
    return "(" + digits(current) + " / " + digits(base) + ")^(1/" + std::to_string(years) + ") - 1";
}

/// The numbers that were reckoned with: those that a method put in the place of zero.
inline MethodInput as_reckoned(MethodInput input, const MethodResult& result) {
    for (const auto& note : result.substituted) {
        if (note == "base 0 -> 0.001") input.base = Ratio::of(1, 1000);
        if (note == "target 0 -> 0.001") input.target = Ratio::of(1, 1000);
    }
    return input;
}

/// Growth in the wanted direction, or that over the size of the required growth.
inline Words growth_formula(const MethodInput& input) {
    const bool turned = input.direction() * (input.base.sign() < 0 ? -1 : 1) < 0;
    auto text = growth_words(input.base, input.current, input.years());
    if (turned || input.target) text = (turned ? "-(" : "(") + text + ")";
    if (input.target)
        text += " / |" + growth_words(input.base, *input.target, input.target_year - input.base_year) + "|";
    text = (input.target ? "R = " : "p = ") + text;
    return {text, text};
}

template <class Judge>
Finding show_two_years(const TargetView& view, const BaseYearPolicy& policy, const MethodInfo& info,
                       std::string_view none, const Bands& with, const Bands& without, Judge judge) {
    const auto years = two_years(view, policy);
    if (!years.input) return finding_of(years.reason, none, info);
    const auto& input = *years.input;
    const auto result = with_notes(judge(input), years);
    Showing showing;
    showing.input = words_of(input, view.indicator().unit);
    showing.bands = input.target ? &with : input.limit ? nullptr : &without;
    if (result.value) showing.formula = growth_formula(as_reckoned(input, result));
    return finding_of(result, info, showing);
}

}  // namespace detail

/// Distances instead of values, for indicators that can be too high as well as too low.
enum class JustRight : unsigned char { no, parity, share };

/// StatCan's progress measure over a target and its series; see statcan.hpp.
struct StatCan {
    BaseYearPolicy years{};
    JustRight just_right = JustRight::no;
    Ratio aim{};  ///< of a share: 50 for half and half

    static constexpr MethodInfo info{
        .name = "statcan",
        .title = "StatCan / Open SDG progress measure",
        .title_zh = "加拿大统计局/Open SDG进展度量",
        .source = "open-sdg/open-sdg docs/progress-methodology.md; open-sdg/sdg-build sdg/ProgressMeasure.py",
        .inputs =
            "base and latest year; target and its year, or a direction; a natural limit if there is one",
        .inputs_zh = "基期和最新年份的数据；目标值及其年份，或者指标方向；如有自然界限亦可给出"};

    /// Figures without words.
    [[nodiscard]] MethodResult judge(const TargetView& view) const {
        const auto found = two_years(view, years);
        if (!found.input) return detail::not_assessed(std::string(statcan::not_available), found.reason);
        return detail::with_notes(assess(*found.input), found);
    }
    Finding operator()(const TargetView& view) const {
        return detail::show_two_years(view, years, info, statcan::not_available, statcan::bands_with_target(),
                                      statcan::bands_without_target(),
                                      [this](const MethodInput& input) { return assess(input); });
    }

  private:
    [[nodiscard]] MethodResult assess(MethodInput input) const {
        if (just_right == JustRight::no) return statcan::assess(std::move(input));
        if (just_right == JustRight::parity && (input.base.sign() <= 0 || input.current.sign() <= 0))
            return detail::not_assessed(std::string(statcan::not_available), Reason::zero_base);
        for (auto* value : {&input.base, &input.current})
            *value =
                just_right == JustRight::parity ? statcan::parity(*value) : statcan::mirrored(*value, aim);
        input.better = Better::lower;
        input.target = just_right == JustRight::parity ? Ratio(1) : aim;
        auto result = statcan::assess(std::move(input));
        result.substituted.insert(result.substituted.begin(),
                                  just_right == JustRight::parity
                                      ? "y -> max(y, 1/y), 0.97 to 1.03 -> 1"
                                      : "y -> c + |y - c|, c = " + detail::digits(aim));
        return result;
    }
};

/// Eustat's measure; see eustat.hpp.
struct Eustat {
    BaseYearPolicy years{.missing = MissingBase::nearest};

    static constexpr MethodInfo info{
        .name = "eustat",
        .title = "Eustat progress measure",
        .title_zh = "巴斯克统计局进展度量",
        .source = "EUSTAT-DES/data scripts/build_data.py (2026)",
        .inputs =
            "base and latest year; target and its year, or a direction; a natural limit if there is one",
        .inputs_zh = "基期和最新年份的数据；目标值及其年份，或者指标方向；如有自然界限亦可给出"};

    [[nodiscard]] MethodResult judge(const TargetView& view) const {
        const auto found = two_years(view, years);
        if (!found.input) return detail::not_assessed(std::string(eustat::not_available), found.reason);
        return detail::with_notes(eustat::assess(*found.input), found);
    }
    Finding operator()(const TargetView& view) const {
        return detail::show_two_years(view, years, info, eustat::not_available, eustat::bands_with_target(),
                                      eustat::bands_of_growth(),
                                      [](const MethodInput& input) { return eustat::assess(input); });
    }
};

/// The United Nations' Progress Chart as Eustat adapted it; see un_progress_chart.hpp.
struct UnProgressChart {
    BaseYearPolicy years{.missing = MissingBase::nearest_before, .until_target_year = true};

    static constexpr MethodInfo info{
        .name = "un_progress_chart",
        .title = "UN SDG Progress Chart, as adapted by Eustat",
        .title_zh = "联合国可持续发展目标进展图（巴斯克统计局改编）",
        .source =
            "EUSTAT-DES/site _pages/en/metodologia.md, after the UNSD Progress Chart Technical Note 2023",
        .inputs = "base and latest year; target and its year, or a direction",
        .inputs_zh = "基期和最新年份的数据；目标值及其年份，或者指标方向"};

    [[nodiscard]] MethodResult judge(const TargetView& view) const {
        const auto found = two_years(view, years);
        if (!found.input)
            return detail::not_assessed(std::string(un_progress_chart::not_evaluated), found.reason);
        return detail::with_notes(un_progress_chart::assess(*found.input, options_for(view)), found);
    }
    Finding operator()(const TargetView& view) const {
        const auto found = two_years(view, years);
        if (!found.input) return finding_of(found.reason, un_progress_chart::not_evaluated, info);
        const auto& input = *found.input;
        const auto result = detail::with_notes(un_progress_chart::assess(input, options_for(view)), found);
        Showing showing;
        showing.input = words_of(input, view.indicator().unit);
        showing.bands = input.target ? &un_progress_chart::bands_with_target()
                                     : &un_progress_chart::bands_without_target();
        if (result.value) showing.formula = formula(detail::as_reckoned(input, result));
        return finding_of(result, info, showing);
    }

  private:
    static un_progress_chart::Options options_for(const TargetView& view) {
        const auto& unit = view.indicator().unit;
        if (!unit.is_percent()) return {};
        return {.point = figure_units::percent().factor() / Ratio(unit.factor())};
    }
    static Words formula(const MethodInput& input) {
        if (!input.target) return detail::growth_formula(input);
        const auto base = detail::digits(input.base);
        const auto now = detail::digits(input.current);
        const int left = std::max(0, input.target_year - input.current_year);
        const auto text = "(" + now + " (" + now + " / " + base + ")^(" + std::to_string(left) + "/" +
                          std::to_string(input.years()) + ") - " + base + ") / (" +
                          detail::digits(*input.target) + " - " + base + ")";
        return {text, text};
    }
};

/// Eurostat's assessment over the last five years, unverified; see eurostat.hpp.
struct Eurostat {
    BaseYearPolicy years{.year = std::nullopt, .missing = MissingBase::next};

    static constexpr MethodInfo info{
        .name = "eurostat",
        .title = "Eurostat SDG monitoring",
        .title_zh = "欧盟统计局可持续发展监测",
        .source =
            "general knowledge of Eurostat's SDG monitoring report, annex on methods; its text was not at "
            "hand",
        .source_zh = "依据对欧盟统计局可持续发展监测报告方法附录的一般了解，未见原文",
        .inputs =
            "the latest year and five years before (or the stated base); target and its year, or a direction",
        .inputs_zh = "最新年份及其五年前（或计划所列基期）的数据；目标值及其年份，或者指标方向",
        .verified = false};

    [[nodiscard]] MethodResult judge(const TargetView& view) const {
        const auto found = two_years(view, years);
        if (!found.input) return detail::not_assessed(std::string(eurostat::not_assessed_name), found.reason);
        return detail::with_notes(eurostat::assess(*found.input), found);
    }
    Finding operator()(const TargetView& view) const {
        return detail::show_two_years(view, years, info, eurostat::not_assessed_name,
                                      eurostat::bands_with_target(), eurostat::bands_without_target(),
                                      [](const MethodInput& input) { return eurostat::assess(input); });
    }
};

static_assert(Evaluator<StatCan> && Evaluator<Eustat> && Evaluator<UnProgressChart> && Evaluator<Eurostat>);

}  // namespace goalpost
