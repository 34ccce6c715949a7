// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <iterator>
#include <span>
#include <string>
#include <string_view>

#include "goalpost/evaluate/figures.hpp"

namespace goalpost::detail {

/// A figure's number as a text for programs; see docs/formats/result.md.
struct FigureNumber {
    std::string value;     ///< a decimal in the figure's unit
    bool exact = false;    ///< whether it is the very number
    std::string fraction;  ///< `n/d` where it is not, and the number is rational
};

/// Twelve significant digits, and more where these would read as the other side of `line`, which is in base
/// units like the figure's value; nullptr where there is none. The figure must have a value.
FigureNumber number_of(const Figure& figure, const Value* line);
/// Its `value` alone, without the fraction, which is long for a sum.
std::string decimal_of(const Figure& figure, const Value* line = nullptr);

/// What a figure must not be printed on the wrong side of: another figure, the whole or nothing.
enum class FigureLine : unsigned char { required, measured, whole, nothing };

struct NamedFigure {
    std::string_view key;
    std::string_view zh;
    Figure Figures::*figure;
    FigureLine line;
};

/// The figures of an assessment in the order in which files have them; the base is the last.
inline constexpr NamedFigure named_figures[] = {
    {"measured", "实际", &Figures::measured, FigureLine::required},
    {"required", "要求", &Figures::required, FigureLine::measured},
    {"gap", "差距", &Figures::gap, FigureLine::nothing},
    {"completion", "完成率", &Figures::completion, FigureLine::whole},
    {"over_fulfilment", "超额", &Figures::over_fulfilment, FigureLine::nothing},
    {"progress", "进展", &Figures::progress, FigureLine::whole},
    {"growth", "同比增长", &Figures::growth, FigureLine::nothing},
    {"pace", "进度差", &Figures::pace, FigureLine::nothing},
    {"needed", "尚需", &Figures::needed, FigureLine::nothing},
    {"projected", "预计", &Figures::projected, FigureLine::required},
    {"base", "基期值", &Figures::base, FigureLine::required}};

inline constexpr std::span<const NamedFigure> figures_but_base{std::begin(named_figures),
                                                               std::size(named_figures) - 1};

/// nullptr where that figure is missing.
const Value* line_in(const Figures& figures, FigureLine line);

}  // namespace goalpost::detail
