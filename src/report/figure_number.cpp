// SPDX-License-Identifier: BSL-1.0
#include "report/figure_number.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "goalpost/evaluate/figure_text.hpp"

namespace goalpost::detail {

namespace {

bool divide(const Ratio& value, const SmallRatio& factor, Fraction& to) {
    return value.narrow(to.top, to.bottom) && scale(to, factor.denominator(), factor.numerator());
}

/// The value in the unit of this factor, where all of it fits.
bool divide(const Value& value, const SmallRatio& factor, Bracket& to) {
    if (value.is_rational()) return divide(value.rational(), factor, to.low);
    const auto [low, high] = value.bracket(62);
    to.is_one = false;
    return divide(low, factor, to.low) && divide(high, factor, to.high);
}

/// A figure whose number has the usual size.
struct Quick {
    Bracket number;
    Digits digits;
};

/// False for others, and where it takes more digits to tell the figure from its line and the edges.
bool find(const Figure& figure, const Value* line, std::span<const Value> edges, Quick& to) {
    const auto& factor = figure.unit().factor();
    if (!figure.is_the_number() || !divide(figure.value(), factor, to.number) ||
        !find_digits(to.number, to.digits))
        return false;
    Quick at;
    const auto is_apart_from = [&](const Value& other) {
        return divide(other, factor, at.number) && find_digits(at.number, at.digits) &&
               keeps_side(to.number, to.digits, at.number, at.digits);
    };
    // An edge is not printed beside the figure, but lies where it lies.
    return (line == nullptr || is_apart_from(*line)) && std::ranges::all_of(edges, [&](const Value& edge) {
               return is_apart_from(edge) && at.digits.exact;
           });
}

std::string slow_decimal_of(const Figure& figure, const Value& shown, const Value* line,
                            std::span<const Value> edges) {
    if (line == nullptr) return decimal_text(shown);
    const auto& unit = figure.unit();
    return decimal_text(shown, shown_in(unit, *line), shown_in(unit, edges));
}

}  // namespace

FigureNumber number_of(const Figure& figure, const Value* line, std::span<const Value> edges) {
    if (Quick quick; find(figure, line, edges, quick)) {
        FigureNumber made{text_of(quick.digits), quick.digits.exact};
        const auto& [top, bottom] = quick.number.low;
        if (!made.exact && quick.number.is_one) made.fraction = Ratio::of(top, bottom).fraction();
        return made;
    }
    const auto shown = figure.shown();
    FigureNumber number;
    number.value = slow_decimal_of(figure, shown, line, edges);
    if (!shown.is_rational() || !figure.is_the_number()) return number;
    const auto point = number.value.find('.');
    const auto places = point == std::string::npos ? 0 : number.value.size() - point - 1;
    number.exact = shown.rational().decimal_places(static_cast<int>(places)).has_value();
    if (number.exact) return number;
    auto fraction = shown.rational().fraction(longest_fraction);
    number.fraction_long = !fraction;
    number.fraction = std::move(fraction).value_or("");
    return number;
}

std::string decimal_of(const Figure& figure, const Value* line, std::span<const Value> edges) {
    if (Quick quick; find(figure, line, edges, quick)) return text_of(quick.digits);
    return slow_decimal_of(figure, figure.shown(), line, edges);
}

namespace {

/// nullptr where that figure is missing.
const Value* line_in(const Figures& figures, FigureLine line) {
    static const Value whole = 1;
    static const Value nothing = 0;
    const auto value_of = [](const Figure& figure) { return figure ? &figure.value() : nullptr; };
    switch (line) {
        case FigureLine::required: return value_of(figures.required);
        case FigureLine::measured: return value_of(figures.measured);
        case FigureLine::whole: return &whole;
        case FigureLine::nothing: break;
    }
    return &nothing;
}

/// False where the number after the way of an irrational one leaves 128 bits.
bool find_bracket(const ShortFigure& figure, Bracket& to) {
    to.low = figure.number;
    to.is_one = figure.width == 0;
    to.high.bottom = to.low.bottom;
    return !__builtin_add_overflow(to.low.top, figure.width, &to.high.top);
}

bool find_short_digits(const ShortFigure& figure, Digits& to) {
    if (figure.width == 0) return find_digits(figure.number, to);
    Bracket number;
    return find_bracket(figure, number) && find_digits(number, to);
}

/// Whether it lies on the same side of a whole number as its digits do.
bool keeps_side(const ShortFigure& figure, const Digits& digits, std::int64_t line) {
    if (digits.exact) return true;
    if (line == 0 && figure.width == 0) return sign_of(figure.number.top) == sign_of(digits.units);
    Bracket number;
    return find_bracket(figure, number) && keeps_side(number, digits, {{line, 1}, {}, true}, {line, 0, true});
}

/// Whether it lies on the same side of another figure as its digits do of that one's.
bool keeps_side(const ShortFigure& figure, const Digits& digits, const ShortFigure& line,
                const Digits& line_digits) {
    if (figure.unit->factor() != line.unit->factor()) return false;
    if (digits.exact && line_digits.exact) return true;
    Bracket number;
    Bracket at;
    return find_bracket(figure, number) && find_bracket(line, at) &&
           keeps_side(number, digits, at, line_digits);
}

}  // namespace

void PrintedFigures::find(const Assessment& assessment) {
    assessment_ = &assessment;
    exact_.reset();
    if (!finder_.find(assessment, short_.emplace())) {
        short_.reset();
        (void)exact();
        return;
    }
    const auto& measured = short_->measured;
    const auto& required = short_->required;
    measured_.found = measured && find_short_digits(measured, measured_.digits);
    required_.found = required && find_short_digits(required, required_.digits);
    // Where either is missing, the other has no line.
    if (measured && required)
        measured_.found = required_.found =
            measured_.found && required_.found &&
            keeps_side(measured, measured_.digits, required, required_.digits);
}

const Figures& PrintedFigures::exact() {
    if (!exact_) exact_ = evaluation_.figures(*assessment_);
    return *exact_;
}

const UnitOfMeasure* PrintedFigures::unit(const NamedFigure& one) const {
    if (short_) return ((*short_).*one.in_short).unit;
    const auto& figure = *exact_.*one.figure;
    return figure ? &figure.unit() : nullptr;
}

Reason PrintedFigures::reason(const NamedFigure& one) const {
    return short_ ? ((*short_).*one.in_short).reason : (*exact_.*one.figure).reason();
}

const std::optional<Period>& PrintedFigures::base_period() const {
    return short_ ? short_->base_period : exact_->base_period;
}

bool PrintedFigures::base_is_stated() const {
    return short_ ? short_->base_is_stated : exact_->base_is_stated;
}

/// From the integers, where they tell them.
bool PrintedFigures::find_digits(const NamedFigure& one, Digits& digits) const {
    if (!short_) return false;
    const auto& figure = (*short_).*one.in_short;
    switch (one.line) {
        case FigureLine::nothing: return find_short_digits(figure, digits) && keeps_side(figure, digits, 0);
        case FigureLine::whole: return find_short_digits(figure, digits) && keeps_side(figure, digits, 100);
        case FigureLine::measured: digits = required_.digits; return required_.found;
        case FigureLine::required: break;
    }
    if (&figure == &short_->measured) {
        digits = measured_.digits;
        return measured_.found;
    }
    return find_short_digits(figure, digits) &&
           (!short_->required ||
            (required_.found && keeps_side(figure, digits, short_->required, required_.digits)));
}

FigureNumber PrintedFigures::number(const NamedFigure& one) {
    Digits digits;
    if (!find_digits(one, digits)) {
        const auto& figures = exact();
        return number_of(figures.*one.figure, line_in(figures, one.line), edges_of(figures, one.figure));
    }
    FigureNumber made{text_of(digits), digits.exact};
    const auto& figure = (*short_).*one.in_short;
    if (!made.exact && figure.width == 0)
        made.fraction = Ratio::of(figure.number.top, figure.number.bottom).fraction();
    return made;
}

std::string_view PrintedFigures::decimal(const NamedFigure& one) {
    Digits digits;
    if (find_digits(one, digits) && magnitude(digits.units) <= UINT64_MAX) {
        auto* const end = digits_.data() + digits_.size();
        const auto* const begin = write_before(end, digits);
        return {begin, static_cast<std::size_t>(end - begin)};
    }
    const auto& figures = exact();
    long_digits_ = decimal_of(figures.*one.figure, line_in(figures, one.line), edges_of(figures, one.figure));
    return long_digits_;
}

}  // namespace goalpost::detail
