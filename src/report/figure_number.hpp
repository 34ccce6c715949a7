// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "goalpost/evaluate/detail/short_figures.hpp"
#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/evaluate/figures.hpp"
#include "report/figure_digits.hpp"

namespace goalpost::detail {

/// A figure's number as a text for programs; see docs/formats/result.md.
struct FigureNumber {
    std::string value;           ///< a decimal in the figure's unit
    bool exact = false;          ///< whether it is the very number
    std::string fraction{};      ///< `n/d` where it is not, and the number is rational
    bool fraction_long = false;  ///< it has one with more than `longest_fraction` digits on a side, left out
};

/// Fractions with more digits above or under the bar tell nobody anything; all that 128 bits hold have fewer.
inline constexpr int longest_fraction = 40;

/// Twelve significant digits, and more where these would read as the other side of `line` or of an edge,
/// which are in base units like the figure's value; nullptr where there is no line, and so no edge. The
/// figure must have a value.
FigureNumber number_of(const Figure& figure, const Value* line, std::span<const Value> edges = {});
/// Its `value` alone.
std::string decimal_of(const Figure& figure, const Value* line = nullptr, std::span<const Value> edges = {});

/// What a figure must not be printed on the wrong side of: another figure, the whole or nothing.
enum class FigureLine : unsigned char { required, measured, whole, nothing };

struct NamedFigure {
    std::string_view key;
    std::string_view zh;
    Figure Figures::*figure;
    ShortFigure ShortFigures::*in_short;
    FigureLine line;
};

/// The figures of an assessment in the order in which files have them; the base is the last.
inline constexpr NamedFigure named_figures[] = {
    {"measured", "实际", &Figures::measured, &ShortFigures::measured, FigureLine::required},
    {"required", "要求", &Figures::required, &ShortFigures::required, FigureLine::measured},
    {"gap", "差距", &Figures::gap, &ShortFigures::gap, FigureLine::nothing},
    {"completion", "完成率", &Figures::completion, &ShortFigures::completion, FigureLine::whole},
    {"over_fulfilment", "超额", &Figures::over_fulfilment, &ShortFigures::over_fulfilment,
     FigureLine::nothing},
    {"progress", "目标进度", &Figures::progress, &ShortFigures::progress, FigureLine::whole},
    {"growth", "同比增长", &Figures::growth, &ShortFigures::growth, FigureLine::nothing},
    {"pace", "与时序进度之差", &Figures::pace, &ShortFigures::pace, FigureLine::nothing},
    {"needed", "尚需", &Figures::needed, &ShortFigures::needed, FigureLine::nothing},
    {"projected", "预计", &Figures::projected, &ShortFigures::projected, FigureLine::required},
    {"base", "基期值", &Figures::base, &ShortFigures::base, FigureLine::required}};

inline constexpr std::span<const NamedFigure> figures_but_base{std::begin(named_figures),
                                                               std::size(named_figures) - 1};

/// The figures of one assessment after the other, as files print them. Those of plain targets are printed
/// from the integers that judged; exact numbers are made only where these do not tell the digits.
class PrintedFigures {
  public:
    explicit PrintedFigures(const Evaluation& evaluation) : evaluation_(evaluation), finder_(evaluation) {}

    void find(const Assessment& assessment);

    // Of what was found last; the figure must be there for its number.
    /// nullptr where the figure is missing.
    [[nodiscard]] const UnitOfMeasure* unit(const NamedFigure& one) const;
    /// Why it is missing.
    [[nodiscard]] Reason reason(const NamedFigure& one) const;
    [[nodiscard]] FigureNumber number(const NamedFigure& one);
    /// The number's `value` alone; it stands until the next is asked for.
    [[nodiscard]] std::string_view decimal(const NamedFigure& one);
    [[nodiscard]] const std::optional<Period>& base_period() const;
    [[nodiscard]] bool base_is_stated() const;

  private:
    [[nodiscard]] bool find_digits(const NamedFigure& one, Digits& digits) const;
    [[nodiscard]] const Figures& exact();

    const Evaluation& evaluation_;
    ShortFigureFinder finder_;
    const Assessment* assessment_ = nullptr;
    std::optional<ShortFigures> short_;  // nothing where the integers do not tell them
    std::optional<Figures> exact_;
    std::array<char, 48> digits_;
    std::string long_digits_;
    struct Known {
        bool found = false;
        Digits digits;
    };
    Known measured_;  // the lines of others, and of each other
    Known required_;
};

}  // namespace goalpost::detail
