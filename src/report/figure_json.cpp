// SPDX-License-Identifier: BSL-1.0
#include "report/figure_json.hpp"

#include "report/figure_number.hpp"

namespace goalpost::detail {

namespace {

JsonText json_of_reason(Reason reason) {
    auto json = JsonText::object();
    json.put("reason", JsonText::of(name_of(reason)));
    return json;
}

}  // namespace

JsonText json_of(const FigureNumber& number, const UnitOfMeasure& unit) {
    auto json = JsonText::object();
    json.put("value", JsonText::of(number.value)).put("unit", JsonText::of(unit.symbol()));
    put_exactness(json, number);
    return json;
}

JsonText json_of(const Figure& figure, const Value* line) {
    if (!figure) return json_of_reason(figure.reason());
    return json_of(number_of(figure, line), figure.unit());
}

JsonText json_of(PrintedFigures& figures, const NamedFigure& one) {
    const auto* unit = figures.unit(one);
    return unit == nullptr ? json_of_reason(figures.reason(one)) : json_of(figures.number(one), *unit);
}

void put_exactness(JsonText& json, const FigureNumber& number) {
    json.put("exact", JsonText::literal(number.exact ? "true" : "false"));
    json.put_text("fraction", number.fraction);
    if (number.fraction_long) json.put("fraction", JsonText::literal("null"));
}

}  // namespace goalpost::detail
