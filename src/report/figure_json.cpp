// SPDX-License-Identifier: BSL-1.0
#include "report/figure_json.hpp"

#include "goalpost/evaluate/words.hpp"
#include "report/figure_number.hpp"

namespace goalpost::detail {

JsonText json_of(const Figure& figure, const Value* line) {
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

}  // namespace goalpost::detail
