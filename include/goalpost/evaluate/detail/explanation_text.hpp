// SPDX-License-Identifier: BSL-1.0
// Explanations in words. Included by explanation.hpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/detail/figure_text_impl.hpp"
#include "goalpost/evaluate/explanation.hpp"
#include "goalpost/evaluate/period_text.hpp"

namespace goalpost {
namespace detail {
/// Those that are not empty, with the sign between them.
inline std::string joined_texts(const std::vector<std::string>& items, const std::string& sign) {
    std::string text;
    for (const auto& item : items) {
        if (!item.empty()) text += (text.empty() ? "" : sign) + item;
    }
    return text;
}

/// How far ahead of the schedule, or behind it; empty without a pace. With a calendar of its own the plan's
/// schedule is not the time gone.
inline std::string pace_text(const Figure& pace, bool own_calendar, Language language) {
    const auto sign = pace ? pace.value().sign() : std::nullopt;
    if (!sign) return {};
    const bool zh = language == Language::zh;
    const std::string schedule = own_calendar ? "计划进度" : "时序进度";
    if (*sign == 0) return zh ? "与" + schedule + "一致" : "exactly on schedule";
    const Figure size(*sign < 0 ? pace.value() * Ratio(-1) : pace.value(), pace.unit());
    const auto text = figure_text(size, Figure(0, pace.unit()), 2, language);
    if (zh) return (*sign > 0 ? "快于" : "慢于") + schedule + text;
    return text + (*sign > 0 ? " ahead of schedule" : " behind schedule");
}

/// How many inputs a formula has under a letter.
inline std::ptrdiff_t count_of(const std::vector<ExplainedInput>& inputs, std::string_view symbol) {
    return std::count_if(inputs.begin(), inputs.end(),
                         [symbol](const ExplainedInput& input) { return input.symbol == symbol; });
}

/// A formula with the numbers put in; nothing where it holds words that no number stands for.
class WorkedFormula {
  public:
    WorkedFormula(const Calculation& calculation, Language language)
        : calculation_(&calculation), language_(language) {}

    [[nodiscard]] std::optional<std::string> text() const {
        std::string worked;
        std::string_view rest = calculation_->formula;
        while (!rest.empty()) {
            std::optional<std::string> numbers;
            if (take(rest, "product of (1 + g)")) {
                numbers = joined("g", " * ", [&](const ExplainedInput& input) {
                    return "(1 + " + with_unit(number(input), input.figure.unit(), language_) + ")";
                });
            } else if (take(rest, "sum of x")) {
                numbers = joined("x", " + ", [&](const ExplainedInput& input) { return number(input); });
                if (numbers && !rest.empty()) numbers = "(" + *numbers + ")";
            } else if (take(rest, "number of x")) {
                numbers = std::to_string(count("x"));
            } else if (!is_letter(rest.front())) {
                numbers = std::string(1, rest.front());
                rest.remove_prefix(1);
            } else {
                std::size_t length = 0;
                while (length < rest.size() && is_letter(rest[length]))
                    ++length;
                numbers = of_symbol(rest.substr(0, length));
                rest.remove_prefix(length);
            }
            if (!numbers) return std::nullopt;
            worked += *numbers;
        }
        return worked;
    }

    /// One input's number in the unit of the first, as published where that is the unit it was published in.
    /// What makes points is in per cent: 0.45 - 0.95 = -0.5 points, where 4.5 - 9.5 per mille would not be.
    [[nodiscard]] std::string number(const ExplainedInput& input) const {
        const bool in_percent = calculation_->result && calculation_->result.unit().is_points() &&
                                calculation_->inputs.front().figure.unit().is_percent();
        const auto& first = in_percent ? figure_units::percent() : calculation_->inputs.front().figure.unit();
        const auto& unit = input.figure.unit().converts_to(first) ? first : input.figure.unit();
        constexpr int places = 6;
        auto text = input.rows.size() == 1 && unit.symbol() == input.figure.unit().symbol()
                        ? input.rows.front().digits
                        : number_text(shown_in(unit, input.figure.value()), places);
        return text.starts_with('-') ? "(" + text + ")" : text;
    }

  private:
    static bool is_letter(char character) {
        return (character >= 'a' && character <= 'z') || character == '_';
    }
    static bool take(std::string_view& text, std::string_view phrase) {
        if (!text.starts_with(phrase)) return false;
        text.remove_prefix(phrase.size());
        return true;
    }
    [[nodiscard]] std::ptrdiff_t count(std::string_view symbol) const {
        return count_of(calculation_->inputs, symbol);
    }
    template <class Print>
    [[nodiscard]] std::optional<std::string> joined(std::string_view symbol, std::string_view sign,
                                                    Print print) const {
        constexpr std::ptrdiff_t most = 6;
        if (count(symbol) == 0 || count(symbol) > most) return std::nullopt;
        std::string text;
        for (const auto& input : calculation_->inputs) {
            if (input.symbol != symbol) continue;
            if (!text.empty()) text += sign;
            text += print(input);
        }
        return text;
    }
    [[nodiscard]] std::optional<std::string> of_symbol(std::string_view symbol) const {
        if (symbol == "n" && calculation_->years) return std::to_string(*calculation_->years);
        if (count(symbol) != 1) return std::nullopt;
        return number(
            *std::find_if(calculation_->inputs.begin(), calculation_->inputs.end(),
                          [symbol](const ExplainedInput& input) { return input.symbol == symbol; }));
    }

    const Calculation* calculation_;
    Language language_;
};

/// The words that formulas hold, in Chinese.
inline std::string formula_zh(std::string formula) {
    constexpr std::pair<std::string_view, std::string_view> phrases[] = {
        {"product of ", "Π"},
        {"1 + number of x ahead of y", "1 + 排在y之前的x个数"},
        {"sum of ", "Σ"},
        {"number of x", "x的个数"},
        {"median of x", "x的中位数"}};
    for (const auto& [en, zh] : phrases) {
        if (const auto at = formula.find(en); at != std::string::npos) formula.replace(at, en.size(), zh);
    }
    return formula;
}

inline std::string result_text(const Figure& result, const std::vector<Value>& edges, Language language) {
    constexpr int places = 2;
    return with_unit(text_apart(result.shown(), shown_in(result.unit(), edges), places), result.unit(),
                     language);
}

inline bool is_infinite(const Interval& range) {
    return range.low.kind == Bound::Kind::infinite || range.high.kind == Bound::Kind::infinite;
}

inline bool is_exact(const Interval& range) {
    return !is_infinite(range) && compare(range.low.value, range.high.value) == std::strong_ordering::equal;
}

/// Where the source prints a bound, what follows from it is a bound, too: `> `; turned round where the figure
/// falls as what was measured rises. Nothing where it is not known how far the figure may go.
inline std::optional<std::string> bound_sign(const ExplainedComparison& compared, bool turned,
                                             Language language) {
    if (is_infinite(compared.line_range)) return std::nullopt;
    if (!is_infinite(compared.range)) return std::string();
    const bool open_above = compared.range.high.kind == Bound::Kind::infinite;
    const auto& end = open_above ? compared.range.low : compared.range.high;
    const auto order = compare(end.value, compared.measured.value());
    if (end.kind == Bound::Kind::infinite || !order || *order != 0 || !is_exact(compared.line_range))
        return std::nullopt;
    return std::string(open_above != turned ? ">" : "<") + (end.kind == Bound::Kind::closed ? "=" : "") +
           (language == Language::zh ? "" : " ");
}

/// Two figures in the first one's unit, as texts that compare as the exact numbers do. The first keeps its
/// side of the edges, too.
inline std::pair<std::string, std::string> both_texts(const Figure& one, const Figure& other,
                                                      std::span<const Value> edges, Language language) {
    const auto shown = shown_in(one.unit(), other.value());
    constexpr int places = 2;
    const auto texts = texts_in_order(one.shown(), shown, shown_in(one.unit(), edges), [&](int more) {
        return std::pair(number_text(one.shown(), places + more), number_text(shown, places + more));
    });
    return {with_unit(texts.first, one.unit(), language), with_unit(texts.second, one.unit(), language)};
}

/// The two sides of a comparison, as texts.
inline std::pair<std::string, std::string> sides(const ExplainedComparison& compared, Language language) {
    std::pair<std::string, std::string> texts;
    if (compared.by_series) {
        texts = both_texts(compared.measured, compared.line, {}, language);
    } else {
        constexpr int stated_places = 12;
        texts = {result_text(compared.measured, compared.edges, language),
                 figure_text(compared.line, stated_places, language)};
        if (compared.comparison == Comparison::about || compared.comparison == Comparison::within)
            texts.second = language == Language::zh ? compared.reference_zh : compared.reference;
    }
    // A bound that the source prints stands with all the values it leaves open.
    if (is_infinite(compared.range))
        texts.first = interval_text(compared.range, compared.measured.unit(), compared.edges, language);
    return texts;
}

inline std::string_view verb_zh(Comparison comparison, bool met, bool of_places) {
    // The third place is a lower number than the fourth, and ahead of it.
    if (of_places) {
        switch (comparison) {
            case Comparison::at_least: return met ? "不领先于" : "领先于";
            case Comparison::more_than: return met ? "落后于" : "未落后于";
            case Comparison::at_most: return met ? "不落后于" : "落后于";
            case Comparison::less_than: return met ? "领先于" : "未领先于";
            default: break;
        }
    }
    switch (comparison) {
        case Comparison::at_least: return met ? "达到" : "未达到";
        case Comparison::more_than: return met ? "超过" : "未超过";
        case Comparison::at_most: return met ? "不高于" : "高于";
        case Comparison::less_than: return met ? "低于" : "不低于";
        case Comparison::equal: return met ? "等于" : "不等于";
        default: return met ? "符合" : "不符合";
    }
}

}  // namespace detail

GOALPOST_INLINE std::string text(const Calculation& calculation, Language language) {
    const bool one_letter =
        calculation.inputs.size() == 1 && calculation.formula == calculation.inputs.front().symbol;
    if (calculation.formula.empty() || one_letter) return {};
    const auto worked = detail::WorkedFormula(calculation, language).text();
    if (!worked && !calculation.result) return {};
    const bool zh = language == Language::zh;
    auto text = zh ? detail::formula_zh(calculation.formula) : calculation.formula;
    if (worked && *worked != calculation.formula) text += " = " + *worked;
    if (calculation.result)
        text += " = " + detail::result_text(calculation.result, calculation.edges, language);
    return text;
}

GOALPOST_INLINE std::string text(const ExplainedComparison& compared, Language language) {
    const bool zh = language == Language::zh;
    const auto [left, right] = detail::sides(compared, language);
    if (compared.comparison == Comparison::improves) {
        if (zh) return left + "：" + (compared.met ? "有所改善" : "没有改善");
        return left + ": " + (compared.met ? "improved" : "not improved");
    }
    const bool about = compared.comparison == Comparison::about || compared.comparison == Comparison::within;
    const bool shown = compared.by_series || (!compared.same_unit && !about);
    if (zh)
        return left + " " +
               std::string(detail::verb_zh(compared.comparison, compared.met, compared.is_place)) + " " +
               right + (shown ? "（" + compared.reference_zh + "）" : "");
    return left + " " + std::string(sign_of(compared.comparison)) + " " + right +
           (shown ? " (" + compared.reference + ")" : "") + (compared.met ? ": yes" : ": no");
}

GOALPOST_INLINE std::string text(const Explanation& explanation, Language language) {
    std::string text;
    for (const auto& line : lines(explanation, language))
        text += line + "\n";
    return text;
}

}  // namespace goalpost

#include "goalpost/evaluate/detail/explanation_lines.hpp"
