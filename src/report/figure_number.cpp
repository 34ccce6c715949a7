// SPDX-License-Identifier: BSL-1.0
#include "report/figure_number.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

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

/// A number, or both ends of a short way on which an irrational one lies.
struct Bracket {
    Quotient low;
    Quotient high;
    bool is_one = true;
};

/// A decimal: units * 10^-places.
struct Digits {
    int128 units = 0;
    int places = 0;
    bool exact = false;
};

bool divide(const Ratio& value, const SmallRatio& factor, Quotient& to) {
    return value.narrow(to.numerator, to.denominator) &&
           !__builtin_mul_overflow(to.numerator, factor.denominator(), &to.numerator) &&
           !__builtin_mul_overflow(to.denominator, factor.numerator(), &to.denominator);
}

/// The value in the unit of this factor, where all of it fits.
bool divide(const Value& value, const SmallRatio& factor, Bracket& to) {
    if (value.is_rational()) return divide(value.rational(), factor, to.low);
    const auto [low, high] = value.bracket(62);
    to.is_one = false;
    return divide(low, factor, to.low) && divide(high, factor, to.high);
}

/// Quotient and rest; in 64 bits where they suffice, which is many times as fast.
std::pair<uint128, uint128> divide(uint128 value, uint128 by) {
    if ((value | by) >> 64U == 0) {
        const auto small = static_cast<std::uint64_t>(value);
        const auto small_by = static_cast<std::uint64_t>(by);
        return {small / small_by, small % small_by};
    }
    return {value / by, value % by};
}

int digit_count(uint128 number) {
    if (number <= static_cast<uint128>(powers_of_ten[18])) {
        const auto above = std::upper_bound(std::begin(powers_of_ten), std::end(powers_of_ten),
                                            static_cast<std::int64_t>(number));
        return static_cast<int>(above - std::begin(powers_of_ten));
    }
    int count = 18;
    for (number /= static_cast<uint128>(powers_of_ten[18]); number > 0; number /= 10)
        ++count;
    return count;
}

/// What `decimal_text` writes, as an integer; false where 128 bits are not enough to find out.
bool find_digits(const Quotient& number, Digits& to) {
    constexpr int most_places = 18;
    constexpr auto most = uint128{1} << 124U;  // so that twice as much fits, too
    const auto size = magnitude(number.numerator);
    const auto denominator = static_cast<uint128>(number.denominator);
    if (denominator >= most) return false;
    const auto division = divide(size, denominator);
    const auto whole = division.first;
    const auto rest = division.second;
    if (whole >= static_cast<uint128>(powers_of_ten[18])) return false;
    const auto with_sign = [&](uint128 units) {
        return number.numerator < 0 ? -static_cast<int128>(units) : static_cast<int128>(units);
    };
    if (rest == 0) {
        to = {with_sign(whole), 0, true};
        return true;
    }
    int places = digits_shown - digit_count(whole);
    if (whole == 0) {
        for (auto next = rest * 10; next < denominator; next *= 10)
            ++places;
    }
    const auto round_to = [&](int to_places) {
        if (to_places < 0 || to_places > most_places) return false;
        const auto scale = static_cast<uint128>(powers_of_ten[to_places]);
        uint128 scaled = 0;
        if (__builtin_mul_overflow(rest, scale, &scaled)) return false;
        auto [units, left] = divide(scaled, denominator);
        if (left * 2 >= denominator) ++units;  // half away from zero
        to = {with_sign(whole * scale + units), to_places, left == 0};
        return true;
    };
    if (places <= 0 || !round_to(places)) return false;
    // 9.9996 with four digits is 10.00, not 10.000.
    if (digit_count(magnitude(to.units)) > digits_shown && !round_to(places - 1)) return false;
    if (!to.exact) return true;
    auto units = static_cast<std::int64_t>(to.units);  // it has 13 digits at most, or is a whole number
    for (; to.places > 0 && units % 10 == 0; --to.places)
        units /= 10;
    to.units = units;
    return true;
}

/// The digits in which both ends agree.
bool find_digits(const Bracket& number, Digits& to) {
    if (!find_digits(number.low, to)) return false;
    if (number.is_one) return true;
    Digits high;
    return find_digits(number.high, high) && !to.exact && !high.exact && to.units == high.units &&
           to.places == high.places;
}

int order(const Quotient& a, const Quotient& b) {
    const auto found = compare_products(a.numerator, b.denominator, b.numerator, a.denominator);
    return found == 0 ? 0 : found > 0 ? 1 : -1;
}

/// Nothing where the ways of both overlap.
std::optional<int> order(const Bracket& a, const Bracket& b) {
    if (a.is_one && b.is_one) return order(a.low, b.low);
    if (order(a.is_one ? a.low : a.high, b.low) < 0) return -1;
    if (order(a.low, b.is_one ? b.low : b.high) > 0) return 1;
    return std::nullopt;
}

std::string text_of(const Digits& number) {
    const auto units = magnitude(number.units);
    if (units > UINT64_MAX)
        return with_point(to_text(static_cast<int128>(units)), number.places, number.units < 0);
    char digits[20];
    const auto* end =
        std::to_chars(std::begin(digits), std::end(digits), static_cast<std::uint64_t>(units)).ptr;
    const auto count = static_cast<std::size_t>(end - std::begin(digits));
    const auto places = static_cast<std::size_t>(number.places);
    const auto before_point = count > places ? count - places : 0;
    std::string text;
    if (number.units < 0) text += '-';
    if (before_point == 0) text += '0';
    text.append(std::begin(digits), before_point);
    if (places == 0) return text;
    text += '.';
    text.append(places - (count - before_point), '0');
    text.append(std::begin(digits) + before_point, count - before_point);
    return text;
}

/// A figure whose number has the usual size.
struct Quick {
    Bracket number;
    Digits digits;
};

/// False for others, and where it takes more digits to tell the figure from its line.
bool find(const Figure& figure, const Value* line, Quick& to) {
    const auto& factor = figure.unit().factor();
    if (!figure.is_the_number() || !divide(figure.value(), factor, to.number) ||
        !find_digits(to.number, to.digits))
        return false;
    if (line == nullptr) return true;
    Quick at;
    if (!divide(*line, factor, at.number) || !find_digits(at.number, at.digits)) return false;
    if (to.digits.exact && at.digits.exact) return true;
    const Quotient printed{to.digits.units, powers_of_ten[to.digits.places]};
    const Quotient printed_line{at.digits.units, powers_of_ten[at.digits.places]};
    return order(to.number, at.number) == order(printed, printed_line);
}

std::string slow_decimal_of(const Figure& figure, const Value& shown, const Value* line) {
    return line != nullptr ? decimal_text(shown, *line * (Ratio(1) / figure.unit().factor()))
                           : decimal_text(shown);
}

}  // namespace

FigureNumber number_of(const Figure& figure, const Value* line) {
    if (Quick quick; find(figure, line, quick)) {
        FigureNumber made{text_of(quick.digits), quick.digits.exact, {}};
        const auto& [numerator, denominator] = quick.number.low;
        if (!made.exact && quick.number.is_one) made.fraction = Ratio::of(numerator, denominator).fraction();
        return made;
    }
    const auto shown = figure.shown();
    FigureNumber number;
    number.value = slow_decimal_of(figure, shown, line);
    if (!shown.is_rational() || !figure.is_the_number()) return number;
    const auto point = number.value.find('.');
    const auto places = point == std::string::npos ? 0 : number.value.size() - point - 1;
    number.exact = shown.rational().decimal_places(static_cast<int>(places)).has_value();
    if (!number.exact) number.fraction = shown.rational().fraction();
    return number;
}

std::string decimal_of(const Figure& figure, const Value* line) {
    if (Quick quick; find(figure, line, quick)) return text_of(quick.digits);
    return slow_decimal_of(figure, figure.shown(), line);
}

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

}  // namespace goalpost::detail
