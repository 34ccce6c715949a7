// SPDX-License-Identifier: BSL-1.0
#include "report/figure_json.hpp"

#include "goalpost/evaluate/figure_text.hpp"
#include "goalpost/number/detail/int128.hpp"

namespace goalpost::detail {

namespace {

constexpr int digits_shown = 12;

/// A quotient of integers that 128 bits hold; the denominator is positive.
struct Quotient {
    int128 numerator = 0;
    int128 denominator = 1;
};

/// A decimal: units * 10^-places.
struct Digits {
    int128 units = 0;
    int places = 0;
    bool exact = false;
};

/// The value in the unit of this factor, where all of it fits.
bool divide(const Value& value, const Ratio& factor, Quotient& to) {
    if (!value.is_rational()) return false;
    Quotient by;
    return value.rational().narrow(to.numerator, to.denominator) &&
           factor.narrow(by.numerator, by.denominator) &&
           !__builtin_mul_overflow(to.numerator, by.denominator, &to.numerator) &&
           !__builtin_mul_overflow(to.denominator, by.numerator, &to.denominator);
}

int digit_count(int128 number) {
    int count = 0;
    for (auto rest = magnitude(number); rest > 0; rest /= 10)
        ++count;
    return count;
}

/// What `decimal_text` writes, as an integer; false where 128 bits are not enough to find out.
bool find_digits(const Quotient& number, Digits& to) {
    constexpr int most_places = 18;
    constexpr auto most = uint128{1} << 96U;  // leaves room for what follows
    const auto numerator = number.numerator;
    const auto denominator = number.denominator;
    if (magnitude(numerator) >= most || magnitude(denominator) >= most) return false;
    if (numerator % denominator == 0) {
        to = {numerator / denominator, 0, true};
        return true;
    }
    const auto whole = digit_count(numerator / denominator);
    int places = digits_shown - whole;
    if (whole == 0) {
        for (auto next = magnitude(numerator) * 10; next < magnitude(denominator); next *= 10)
            ++places;
    }
    const auto round_to = [&](int to_places) {
        int128 twice = 0;
        if (to_places < 0 || to_places > most_places ||
            __builtin_mul_overflow(numerator, int128{2} * powers_of_ten[to_places], &twice))
            return false;
        const auto units = (magnitude(twice) + magnitude(denominator)) /
                           (magnitude(denominator) * 2);  // half away from zero
        to.units = numerator < 0 ? -static_cast<int128>(units) : static_cast<int128>(units);
        to.places = to_places;
        to.exact = twice / 2 % denominator == 0;
        return true;
    };
    if (places <= 0 || !round_to(places)) return false;
    // 9.9996 with four digits is 10.00, not 10.000.
    if (digit_count(to.units) > digits_shown && !round_to(places - 1)) return false;
    for (; to.exact && to.places > 0 && to.units % 10 == 0; --to.places)
        to.units /= 10;
    return true;
}

std::string text_of(const Digits& number) {
    auto rest = magnitude(number.units);
    std::string digits;
    do {
        digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
    } while (rest > 0);
    return with_point(std::string(digits.rbegin(), digits.rend()), number.places, number.units < 0);
}

/// The same as below for numbers of the usual size; nothing for others.
std::optional<FigureNumber> quick_number_of(const Figure& figure, const std::optional<Value>& line) {
    const auto& factor = figure.unit().factor();
    Quotient number;
    Digits digits;
    if (!figure.is_the_number() || !divide(figure.value(), factor, number) || !find_digits(number, digits))
        return std::nullopt;
    if (line) {
        Quotient at;
        Digits line_digits;
        if (!divide(*line, factor, at) || !find_digits(at, line_digits)) return std::nullopt;
        const auto printed = compare_products(digits.units, powers_of_ten[line_digits.places],
                                              line_digits.units, powers_of_ten[digits.places]);
        if (printed != compare_products(number.numerator, at.denominator, at.numerator, number.denominator))
            return std::nullopt;  // it takes more digits
    }
    FigureNumber made{text_of(digits), digits.exact, {}};
    if (!made.exact) made.fraction = Ratio::of(number.numerator, number.denominator).fraction();
    return made;
}

}  // namespace

FigureNumber number_of(const Figure& figure, const std::optional<Value>& line) {
    if (auto quick = quick_number_of(figure, line)) return *std::move(quick);
    const auto shown = figure.shown();
    FigureNumber number;
    number.value =
        line ? decimal_text(shown, *line * (Ratio(1) / figure.unit().factor())) : decimal_text(shown);
    if (!shown.is_rational() || !figure.is_the_number()) return number;
    const auto point = number.value.find('.');
    const auto places = point == std::string::npos ? 0 : number.value.size() - point - 1;
    number.exact = shown.rational().decimal_places(static_cast<int>(places)).has_value();
    if (!number.exact) number.fraction = shown.rational().fraction();
    return number;
}

std::string decimal_of(const Figure& figure) {
    if (auto quick = quick_number_of(figure, std::nullopt)) return std::move(quick->value);
    return decimal_text(figure.shown());
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
