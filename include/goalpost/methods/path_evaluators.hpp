// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>

#include "goalpost/methods/growth_evaluators.hpp"
#include "goalpost/methods/path_values.hpp"

namespace goalpost {

/// Where the series should stand in its latest full year, and whether it does; see path_values.hpp.
struct PathValues {
    enum class Kind : unsigned char { linear, constant_growth, halt_the_rise };
    Kind kind = Kind::linear;
    BaseYearPolicy years{.year = std::nullopt, .missing = MissingBase::next};
    std::optional<Ratio> floor{};
    std::optional<Ratio> ceiling{};

    static constexpr std::string_view source = "gpw13/billionaiRe R/scenarios_target.R, R/scenarios_aroc.R";
    static constexpr MethodInfo infos[] = {{.name = "linear_path",
                                            .title = "Straight path from base to target",
                                            .title_zh = "由基期到目标的直线路径",
                                            .source = source,
                                            .inputs = "base and its year, target and its year, latest year",
                                            .inputs_zh = "基期值及其年份、目标值及其年份、最新年份的数据"},
                                           {.name = "constant_growth_path",
                                            .title = "Path of constant growth",
                                            .title_zh = "等速增长路径",
                                            .source = source,
                                            .inputs = "base and its year, target and its year, latest year",
                                            .inputs_zh = "基期值及其年份、目标值及其年份、最新年份的数据"},
                                           {.name = "halt_the_rise",
                                            .title = "Halting a rise at the base",
                                            .title_zh = "遏制上升（保持基期水平）",
                                            .source = source,
                                            .inputs = "base and its year, latest year",
                                            .inputs_zh = "基期值及其年份、最新年份的数据"}};

    Finding operator()(const TargetView& view) const {
        const auto& info = infos[static_cast<std::size_t>(kind)];
        const auto found = two_years(view, years);
        if (!found.input) return finding_of(found.reason, "no_path", info);
        const auto& input = *found.input;
        if (kind == Kind::halt_the_rise && input.better != Better::lower)  // a rise is what is wanted
            return finding_of(Reason::not_applicable_figure, "no_path", info);
        const path_values::Path path{input.base,   input.base_year, input.target, input.target_year,
                                     input.better, floor,           ceiling};
        const int year = input.current_year;
        const auto value = kind == Kind::linear            ? path_values::linear(path, year)
                           : kind == Kind::constant_growth ? path_values::constant_growth(path, year)
                                                           : path_values::halt_the_rise(path, year);
        const auto& unit = view.indicator().unit;
        Showing showing;
        showing.value_unit = showing.score_unit = &unit;
        showing.value_factor = showing.score_factor = unit.factor();
        if (unit.is_percent()) showing.score_unit = &figure_units::points();
        showing.input = words_of(input, unit);
        showing.formula = {"on the path in " + std::to_string(year), std::to_string(year) + "年路径值"};
        return finding_of(detail::with_notes(path_values::assess(path, value, {year, input.current}), found),
                          info, showing);
    }
};

static_assert(Evaluator<PathValues>);

}  // namespace goalpost
