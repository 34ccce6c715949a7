// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>
#include <utility>

#include "goalpost/evaluate/figures.hpp"
#include "goalpost/evaluate/language.hpp"
#include "goalpost/evaluate/words.hpp"

namespace goalpost {

/// A number rounded half away from zero, once, to `places` digits behind the point; one that a decimal with
/// fewer writes exactly is written so: `300`, `15507.87`. Throws std::invalid_argument where places < 0.
std::string number_text(const Value& number, int places = 2);
/// The same with as many digits as it takes to lie on the same side of `line` as the exact number does, and
/// of `line` as it is printed by `number_texts`: 14.996 against 15 is `14.996`, not `15.00`.
std::string number_text(const Value& number, const Value& line, int places = 2);
/// A number and its line as texts that compare as the exact numbers do. A line that a decimal with up to six
/// places writes exactly is written in full: plans state their numbers so.
std::pair<std::string, std::string> number_texts(const Value& number, const Value& line, int places = 2);

/// A number with its unit: `3.22 %`, `0.26 pp`, `15507.87 亿元`; in Chinese `3.22%`, `0.26个百分点`,
/// `15507.87亿元`. A pure number has none.
std::string with_unit(std::string number, const UnitOfMeasure& unit, Language language = Language::en);

/// A figure in its own unit. Where there is none, the words of its reason.
std::string figure_text(const Figure& figure, int places = 2, Language language = Language::en);
/// A figure that `line` decided upon: what is printed never contradicts the verdict. As above where there is
/// no line.
std::string figure_text(const Figure& figure, const Figure& line, int places = 2,
                        Language language = Language::en);
/// Both sides of a comparison, in the figure's unit, as texts that compare as the exact numbers do. Where
/// either is missing, each by itself.
std::pair<std::string, std::string> figure_texts(const Figure& figure, const Figure& line, int places = 2,
                                                 Language language = Language::en);

/// The figures of one assessment as texts that do not contradict each other: a gap that is not zero does not
/// read zero, a completion short of 100 % does not read 100 %.
struct FigureTexts {
    std::string measured;
    std::string required;
    std::string gap;
    std::string completion;
    std::string over_fulfilment;
    std::string progress;
    std::string growth;
    std::string pace;
    std::string needed;
    std::string projected;
    std::string base;
};
FigureTexts figure_texts(const Figures& figures, int places = 2, Language language = Language::en);

/// The true values that a figure may stand for, in `unit`: `[3.15, 3.25) %`; `(5000, ∞) 家` where it has no
/// end; `300 家` where it stands for itself. Ends that a decimal with up to twelve places writes exactly are
/// written so; others with as many digits as it takes to tell them from each other, and to lie on their side
/// of each of the edges, which are in base units.
std::string interval_text(const Interval& range, const UnitOfMeasure& unit, std::span<const Value> edges,
                          Language language = Language::en);
/// The same with one edge.
std::string interval_text(const Interval& range, const UnitOfMeasure& unit, const Value& line,
                          Language language = Language::en);

/// For machines: the decimal that writes the number exactly, where `max_digits` significant digits suffice;
/// else rounded to that many, but never before the point. Throws std::invalid_argument where max_digits < 1.
std::string decimal_text(const Value& number, int max_digits = 12);
/// The same with more digits where these would read as the other side of `line`.
std::string decimal_text(const Value& number, const Value& line, int max_digits = 12);
/// The same where the verdict turns at these edges, too.
std::string decimal_text(const Value& number, const Value& line, std::span<const Value> edges,
                         int max_digits = 12);

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/figure_text_impl.hpp"  // IWYU pragma: keep
#endif
