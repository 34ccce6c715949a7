// SPDX-License-Identifier: BSL-1.0
// How figures are cut to digits. Included by figure_text.hpp.
#pragma once

#include <algorithm>
#include <compare>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/figure_text.hpp"

namespace goalpost {
namespace detail {

/// With how many places a decimal writes the number exactly; nothing where none does.
inline std::optional<int> exact_places(const Value& number) {
    int places = 0;
    if (!number.is_rational() || !number.rational().is_finite_decimal(places)) return std::nullopt;
    return places;
}
/// Nothing where it takes more than `most`, too.
inline std::optional<int> exact_places(const Value& number, int most) {
    return number.is_rational() ? number.rational().decimal_places(most) : std::nullopt;
}

/// The number that a text of digits is, however many they are.
inline Ratio number_in(std::string_view text) {
    Ratio number;
    Ratio unit = 1;
    bool behind = false;
    for (const char digit : text) {
        if (digit == '.') behind = true;
        if (digit < '0' || digit > '9') continue;
        number = number * Ratio(10) + Ratio(digit - '0');
        if (behind) unit = unit * Ratio(10);
    }
    return (text.starts_with('-') ? -number : number) / unit;
}

/// How many digits count: without sign, point and the zeros that lead.
inline int significant_digits(std::string_view text) {
    int digits = 0;
    for (const char digit : text) {
        if (digit >= '0' && digit <= '9' && (digits > 0 || digit != '0')) ++digits;
    }
    return digits;
}

/// How many places make `digits` significant digits of the number.
inline int places_for(const Value& number, int digits) {
    const auto whole = significant_digits(number.fixed(0, Rounding::truncate));
    if (whole > 0) return std::max(0, digits - whole);
    for (int places = 1;; ++places) {  // ends: the number is not zero
        if (significant_digits(number.fixed(places, Rounding::truncate)) > 0) return places + digits - 1;
    }
}

/// Whether a text lies on the same side of every edge as the number that it is of. Where 4096 bits do not
/// part the two, neither do digits.
inline bool keeps_sides(std::string_view text, const Value& number, std::span<const Value> edges) {
    if (edges.empty()) return true;
    const Value printed = number_in(text);
    return std::all_of(edges.begin(), edges.end(), [&](const Value& edge) {
        const auto order = compare(number, edge);
        const bool endless = order && *order == 0 && !exact_places(edge);
        return !order || endless || compare(printed, edge) == order;
    });
}

/// Adds digits until the printed numbers compare as the exact ones do, and the first keeps its sides.
template <class Print>
std::pair<std::string, std::string> texts_in_order(const Value& number, const Value& line,
                                                   std::span<const Value> edges, Print print) {
    const auto order = compare(number, line);
    for (int more = 0;; ++more) {
        auto texts = print(more);
        const bool ordered = !order || (number_in(texts.first) <=> number_in(texts.second)) == *order;
        if (ordered && keeps_sides(texts.first, number, edges)) return texts;
    }
}

/// With so many digits that the text keeps its sides.
inline std::string text_apart(const Value& number, std::span<const Value> edges, int places) {
    for (;; ++places) {
        auto text = number_text(number, places);
        if (keeps_sides(text, number, edges)) return text;
    }
}

inline std::pair<std::string, std::string> number_texts(const Value& number, const Value& line,
                                                        std::span<const Value> edges, int places) {
    constexpr int stated_places = 6;
    const auto exact = exact_places(line, stated_places);
    const int line_places = exact ? std::max(*exact, places) : places;
    return texts_in_order(number, line, edges, [&](int more) {
        return std::pair(number_text(number, places + more), number_text(line, line_places + more));
    });
}

/// `edges` in base units.
inline std::pair<std::string, std::string> figure_texts(const Figure& figure, const Figure& line,
                                                        std::span<const Value> edges, int places,
                                                        Language language) {
    if (!figure || !line) return {figure_text(figure, places, language), figure_text(line, places, language)};
    const auto& unit = figure.unit();
    const auto texts =
        number_texts(figure.shown(), shown_in(unit, line.value()), shown_in(unit, edges), places);
    return {with_unit(texts.first, unit, language), with_unit(texts.second, unit, language)};
}

}  // namespace detail

GOALPOST_INLINE std::string number_text(const Value& number, int places) {
    if (places < 0) throw std::invalid_argument("goalpost::number_text: places < 0");
    return number.fixed(detail::exact_places(number, places).value_or(places));
}

GOALPOST_INLINE std::pair<std::string, std::string> number_texts(const Value& number, const Value& line,
                                                                 int places) {
    return detail::number_texts(number, line, {}, places);
}

GOALPOST_INLINE std::string number_text(const Value& number, const Value& line, int places) {
    return number_texts(number, line, places).first;
}

GOALPOST_INLINE std::string with_unit(std::string number, const UnitOfMeasure& unit, Language language) {
    if (unit.symbol().empty()) return number;
    const auto symbol = [&](const char* points) { return unit.is_points() ? points : unit.symbol(); };
    return number + (language == Language::zh ? symbol("个百分点") : " " + symbol("pp"));
}

GOALPOST_INLINE std::string figure_text(const Figure& figure, int places, Language language) {
    if (!figure) return std::string(words(figure.reason(), language));
    return with_unit(number_text(figure.shown(), places), figure.unit(), language);
}

GOALPOST_INLINE std::pair<std::string, std::string> figure_texts(const Figure& figure, const Figure& line,
                                                                 int places, Language language) {
    return detail::figure_texts(figure, line, {}, places, language);
}

GOALPOST_INLINE std::string figure_text(const Figure& figure, const Figure& line, int places,
                                        Language language) {
    return figure_texts(figure, line, places, language).first;
}

GOALPOST_INLINE FigureTexts figure_texts(const Figures& figures, int places, Language language) {
    const Figure whole(1, figure_units::percent());
    const auto against = [&](Figure Figures::*one, const Figure& line) {
        return detail::figure_texts(figures.*one, line, detail::edges_of(figures, one), places, language);
    };
    const auto text = [&](Figure Figures::*one, const Figure& line) { return against(one, line).first; };
    const auto against_zero = [&](Figure Figures::*one) {
        const auto& figure = figures.*one;
        return figure ? text(one, Figure(0, figure.unit())) : figure_text(figure, places, language);
    };
    auto [measured, required] = against(&Figures::measured, figures.required);
    return {std::move(measured),
            std::move(required),
            against_zero(&Figures::gap),
            text(&Figures::completion, whole),
            against_zero(&Figures::over_fulfilment),
            text(&Figures::progress, whole),
            against_zero(&Figures::growth),
            against_zero(&Figures::pace),
            against_zero(&Figures::needed),
            text(&Figures::projected, figures.required),
            text(&Figures::base, figures.required)};
}

GOALPOST_INLINE std::string interval_text(const Interval& range, const UnitOfMeasure& unit,
                                          std::span<const Value> edges, Language language) {
    const auto shown = detail::shown_in(unit, edges);
    const auto end = [&](const Bound& bound, int places) {
        constexpr int most = 12;
        const auto number = detail::shown_in(unit, bound.value);
        const auto exact = detail::exact_places(number, most);
        return exact ? number.fixed(*exact) : detail::text_apart(number, shown, places);
    };
    const auto is = [](const Bound& bound, Bound::Kind kind) { return bound.kind == kind; };
    int places = 3;  // one more than figures have
    if (!is(range.low, Bound::Kind::infinite) && !is(range.high, Bound::Kind::infinite)) {
        const auto order = compare(range.low.value, range.high.value);
        if (is(range.low, Bound::Kind::closed) && is(range.high, Bound::Kind::closed) &&
            order == std::strong_ordering::equal)
            return with_unit(end(range.low, places), unit, language);
        while (order == std::strong_ordering::less &&
               detail::number_in(end(range.low, places)) >= detail::number_in(end(range.high, places)))
            ++places;
    }
    std::string text = is(range.low, Bound::Kind::closed) ? "[" : "(";
    text += is(range.low, Bound::Kind::infinite) ? "-∞" : end(range.low, places);
    text += ", ";
    text += is(range.high, Bound::Kind::infinite) ? "∞" : end(range.high, places);
    text += is(range.high, Bound::Kind::closed) ? "]" : ")";
    return with_unit(std::move(text), unit, language);
}

GOALPOST_INLINE std::string interval_text(const Interval& range, const UnitOfMeasure& unit, const Value& line,
                                          Language language) {
    return interval_text(range, unit, std::span(&line, 1), language);
}

GOALPOST_INLINE std::string decimal_text(const Value& number, int max_digits) {
    if (max_digits < 1) throw std::invalid_argument("goalpost::decimal_text: max_digits < 1");
    if (detail::exact_places(number, 0)) return number.fixed(0);
    const int places = detail::places_for(number, max_digits);
    // So many places are as many digits that count; a decimal that needs fewer is printed with these.
    if (const auto exact = detail::exact_places(number, places)) return number.fixed(*exact);
    auto text = number.fixed(places);
    // 9.9996 with four digits is 10.00, not 10.000.
    if (places > 0 && detail::significant_digits(text) > max_digits) text = number.fixed(places - 1);
    return text;
}

GOALPOST_INLINE std::string decimal_text(const Value& number, const Value& line, int max_digits) {
    return decimal_text(number, line, {}, max_digits);
}

GOALPOST_INLINE std::string decimal_text(const Value& number, const Value& line, std::span<const Value> edges,
                                         int max_digits) {
    return detail::texts_in_order(number, line, edges,
                                  [&](int more) {
                                      return std::pair(decimal_text(number, max_digits + more),
                                                       decimal_text(line, max_digits + more));
                                  })
        .first;
}

}  // namespace goalpost
