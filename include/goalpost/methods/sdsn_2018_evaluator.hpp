// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <map>
#include <string>

#include "goalpost/methods/method_finding.hpp"
#include "goalpost/methods/sdsn_2018.hpp"

namespace goalpost {

/// The SDSN's normalised score and colour of the latest full year; see sdsn_2018.hpp. The index fixes best
/// and worst values and limits for each indicator, so it judges those whose scale it was given.
struct Sdsn2018 {
    std::map<std::string, sdsn_2018::Scale, std::less<>>
        scales{};  ///< by indicator id, in the indicator's unit

    static constexpr MethodInfo info{
        .name = "sdsn_2018",
        .title = "SDSN SDG Index and Dashboards 2018",
        .title_zh = "SDSN可持续发展目标指数2018",
        .source = "sdsna/2018GlobalIndex 2018GlobalIndexMethodology.pdf",
        .inputs = "best and worst value and limits of the indicator, handed in; latest year",
        .inputs_zh = "指标的最好值、最差值和分档界限（须另行给出）；最新年份的数据"};

    Finding operator()(const TargetView& view) const {
        const auto scale = scales.find(view.indicator().id);
        if (scale == scales.end()) {
            auto finding = finding_of(Reason::not_applicable_figure, "no_score", info);
            finding.explanation.en += " The scale of this indicator (best, worst, limits) was not given.";
            finding.explanation.zh += "未提供该指标的最优值、最差值和界限。";
            return finding;
        }
        if (const auto out = not_counted(view.target()); out != Reason::none)
            return finding_of(out, "no_score", info);
        const YearlySeries series(view);
        if (series.empty()) return finding_of(Reason::missing_observation, "no_score", info);
        const auto value = series.value(series.size() - 1);
        if (!value) return finding_of(value.error(), "no_score", info);
        MethodResult result;
        result.value = result.score = ExactReal(sdsn_2018::normalised(*value, scale->second));
        result.verdict = "score_only";
        if (scale->second.green && scale->second.red) {
            const auto bands = sdsn_2018::colours(scale->second);
            detail::place(result, bands, ExactReal(*value), false);
        }
        Showing showing;
        const auto& unit = view.indicator().unit;
        const auto words = [&](Language language) {
            return with_unit(detail::digits(*value), unit, language);
        };
        const auto year = std::to_string(series.year(series.size() - 1));
        showing.input = {
            "latest " + words(Language::en) + " (" + year + "), best " + detail::digits(scale->second.best) +
                ", worst " + detail::digits(scale->second.worst),
            "最新" + words(Language::zh) + "（" + year + "年），最优" + detail::digits(scale->second.best) +
                "，最差" + detail::digits(scale->second.worst)};
        showing.formula = {"100 (x - worst) / (best - worst)", "100 (x - 最差) / (最优 - 最差)"};
        return finding_of(result, info, showing);
    }
};

static_assert(Evaluator<Sdsn2018>);

}  // namespace goalpost
