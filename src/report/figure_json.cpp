// SPDX-License-Identifier: BSL-1.0
#include "report/figure_json.hpp"

#include "goalpost/evaluate/figure_text.hpp"

namespace goalpost::detail {

FigureNumber number_of(const Figure& figure, const std::optional<Value>& line) {
    const auto shown = figure.shown();
    FigureNumber number;
    number.value =
        line ? decimal_text(shown, *line * (Ratio(1) / figure.unit().factor())) : decimal_text(shown);
    if (!shown.is_rational() || !figure.is_the_number()) return number;
    const auto point = number.value.find('.');
    const auto places = point == std::string::npos ? 0 : number.value.size() - point - 1;
    int needed = 0;
    number.exact = shown.rational().is_finite_decimal(needed) && static_cast<std::size_t>(needed) <= places;
    if (!number.exact) number.fraction = shown.rational().fraction();
    return number;
}

JsonText json_of(const Figure& figure, const std::optional<Value>& line) {
    auto json = JsonText::object();
    if (!figure) {
        json.put("reason", JsonText::of(name_of(figure.reason())));
        return json;
    }
    const auto number = number_of(figure, line);
    json.put("value", JsonText::of(number.value)).put("unit", JsonText::of(figure.unit().symbol()));
    json.put("exact", JsonText::literal(number.exact ? "true" : "false"))
        .put_text("fraction", number.fraction);
    return json;
}

FigureLines::FigureLines(const Figures& figures) {
    if (figures.required) required = figures.required.value();
    if (figures.measured) measured = figures.measured.value();
}

}  // namespace goalpost::detail
