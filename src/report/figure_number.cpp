// SPDX-License-Identifier: BSL-1.0
#include "report/figure_number.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "goalpost/evaluate/figure_text.hpp"
#include "goalpost/number/detail/int128.hpp"

namespace goalpost::detail {

namespace {

constexpr int digits_shown = 12;

/// A number, or both ends of a short way on which an irrational one lies.
struct Bracket {
    Fraction low;
    Fraction high;
    bool is_one = true;
};

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

/// 0 of zero; of numbers below 2^63.
int digit_count(std::uint64_t number) {
    const auto bits = 64U - static_cast<unsigned>(__builtin_clzll(number | 1U));
    const auto least =
        bits * 1233U >> 12U;  // 1233 / 4096 is the decimal logarithm of 2: there may be one more
    return static_cast<int>(least) + (number >= static_cast<std::uint64_t>(powers_of_ten[least]) ? 1 : 0);
}

/// value * by / under with the rest, the quotient below 2^64; false where that leaves 128 bits.
bool divide_product(std::uint64_t value, std::uint64_t by, std::uint64_t under, std::uint64_t& quotient,
                    std::uint64_t& rest) {
    std::uint64_t product = 0;
    if (!__builtin_mul_overflow(value, by, &product)) {  // which is many times as fast
        quotient = product / under;
        rest = product % under;
        return true;
    }
    const auto wide = uint128{value} * by;
    quotient = static_cast<std::uint64_t>(wide / under);
    rest = static_cast<std::uint64_t>(wide - uint128{quotient} * under);
    return true;
}
bool divide_product(uint128 value, std::uint64_t by, uint128 under, std::uint64_t& quotient, uint128& rest) {
    uint128 product = 0;
    if (__builtin_mul_overflow(value, uint128{by}, &product)) return false;
    quotient = static_cast<std::uint64_t>(product / under);
    rest = product % under;
    return true;
}

/// What `decimal_text` writes for top / bottom, as an integer; false where these integers are not enough to
/// find out.
template <class Unsigned>
bool find_digits(Unsigned top, Unsigned bottom, Digits& to) {
    constexpr int most_places = 18;
    constexpr auto most_whole = static_cast<std::uint64_t>(powers_of_ten[18]);
    if (top / bottom >= most_whole) return false;
    const auto whole = static_cast<std::uint64_t>(top / bottom);
    const auto rest = static_cast<Unsigned>(top - whole * bottom);
    if (rest == 0) {
        to = {whole, 0, true};
        return true;
    }
    int places = digits_shown - digit_count(whole);
    if (whole == 0) {
        const auto least = static_cast<Unsigned>((bottom - 1) / 10 + 1);  // that has a digit behind the point
        for (auto next = rest; next < least; next = static_cast<Unsigned>(next * 10))
            ++places;
    }
    const auto round_to = [&](int to_places) {
        if (to_places < 0 || to_places > most_places) return false;
        const auto scale = static_cast<std::uint64_t>(powers_of_ten[to_places]);
        std::uint64_t units = 0;
        Unsigned left = 0;
        if (!divide_product(rest, scale, bottom, units, left)) return false;
        if (left >= bottom - left) ++units;  // half away from zero
        to = {int128{whole} * scale + units, to_places, left == 0};
        return true;
    };
    if (places <= 0 || !round_to(places)) return false;
    // 9.9996 with four digits is 10.00, not 10.000.
    if (to.units >= powers_of_ten[digits_shown] && !round_to(places - 1)) return false;
    if (!to.exact) return true;
    auto units = static_cast<std::int64_t>(to.units);  // it has 13 digits at most, or is a whole number
    for (; to.places > 0 && units % 10 == 0; --to.places)
        units /= 10;
    to.units = units;
    return true;
}

/// The same for a decimal, which most figures are: nothing is divided where its digits suffice.
bool find_decimal_digits(std::uint64_t units, int places, Digits& to) {
    for (; places > 0 && units % 10 == 0; --places)
        units /= 10;
    if (units >= static_cast<std::uint64_t>(powers_of_ten[18])) return false;
    const auto count = digit_count(units);
    if (places == 0 || count <= digits_shown) {
        to = {units, places, true};
        return true;
    }
    auto dropped = count - digits_shown;
    if (dropped >= places) return false;
    const auto round = [&] {
        const auto by = static_cast<std::uint64_t>(powers_of_ten[dropped]);
        to = {units / by + (units % by >= by / 2 ? 1 : 0), places - dropped, false};
    };
    round();
    if (to.units >= powers_of_ten[digits_shown]) {
        ++dropped;
        round();
    }
    return true;
}

bool find_digits(const Fraction& number, Digits& to) {
    const auto top = magnitude(number.top);
    const auto bottom = static_cast<uint128>(number.bottom);
    bool found = false;
    if ((top | bottom) >> 63U == 0) {
        const auto small = static_cast<std::uint64_t>(bottom);
        const auto small_top = static_cast<std::uint64_t>(top);
        const auto places = digit_count(small) - 1;
        const bool decimal = static_cast<std::uint64_t>(powers_of_ten[places]) == small;
        found = (decimal && find_decimal_digits(small_top, places, to)) || find_digits(small_top, small, to);
    } else {
        found = find_digits(top, bottom, to);
    }
    if (number.top < 0) to.units = -to.units;
    return found;
}

/// The digits in which both ends agree.
bool find_digits(const Bracket& number, Digits& to) {
    if (!find_digits(number.low, to)) return false;
    if (number.is_one) return true;
    Digits high;
    return find_digits(number.high, high) && !to.exact && !high.exact && to.units == high.units &&
           to.places == high.places;
}

/// Nothing where the ways of both overlap.
std::optional<int> order(const Bracket& a, const Bracket& b) {
    if (a.is_one && b.is_one) return order(a.low, b.low);
    if (order(a.is_one ? a.low : a.high, b.low) < 0) return -1;
    if (order(a.low, b.is_one ? b.low : b.high) > 0) return 1;
    return std::nullopt;
}

/// Whether the printed number lies on the same side of the printed line as the number of the line.
bool keeps_side(const Bracket& number, const Digits& digits, const Bracket& line, const Digits& line_digits) {
    if (digits.exact && line_digits.exact) return true;
    return order(number, line) == order(Fraction{digits.units, powers_of_ten[digits.places]},
                                        Fraction{line_digits.units, powers_of_ten[line_digits.places]});
}

/// 00, 01 .. 99
constexpr auto two_digits = [] {
    std::array<char, 200> all{};
    for (std::size_t i = 0; i < all.size(); i += 2) {
        all[i] = static_cast<char>('0' + i / 20);
        all[i + 1] = static_cast<char>('0' + i / 2 % 10);
    }
    return all;
}();

/// Writes a number of at most 64 bits so that it ends there; returns where it begins. It takes up to 40
/// characters.
char* write_before(char* end, const Digits& number) {
    auto units = static_cast<std::uint64_t>(magnitude(number.units));
    const auto put = [&] {
        *--end = static_cast<char>('0' + static_cast<int>(units % 10));
        units /= 10;
    };
    const auto put_two = [&] {
        end -= 2;
        std::memcpy(end, two_digits.data() + units % 100 * 2, 2);
        units /= 100;
    };
    if (number.places > 0) {
        auto places = number.places;
        for (; places > 1; places -= 2)
            put_two();
        if (places > 0) put();
        *--end = '.';
    }
    while (units >= 100)
        put_two();
    if (units >= 10) {
        put_two();
    } else {
        put();
    }
    if (number.units < 0) *--end = '-';
    return end;
}

std::string text_of(const Digits& number) {
    const auto units = magnitude(number.units);
    if (units > UINT64_MAX)
        return with_point(to_text(static_cast<int128>(units)), number.places, number.units < 0);
    char text[40];
    auto* const end = text + sizeof text;
    return {write_before(end, number), end};
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
    return divide(*line, factor, at.number) && find_digits(at.number, at.digits) &&
           keeps_side(to.number, to.digits, at.number, at.digits);
}

std::string slow_decimal_of(const Figure& figure, const Value& shown, const Value* line) {
    return line != nullptr ? decimal_text(shown, *line * (Ratio(1) / figure.unit().factor()))
                           : decimal_text(shown);
}

}  // namespace

FigureNumber number_of(const Figure& figure, const Value* line) {
    if (Quick quick; find(figure, line, quick)) {
        FigureNumber made{text_of(quick.digits), quick.digits.exact, {}};
        const auto& [top, bottom] = quick.number.low;
        if (!made.exact && quick.number.is_one) made.fraction = Ratio::of(top, bottom).fraction();
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

bool find_digits(const ShortFigure& figure, Digits& to) {
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
    measured_.found = measured && detail::find_digits(measured, measured_.digits);
    required_.found = required && detail::find_digits(required, required_.digits);
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
        case FigureLine::nothing: return detail::find_digits(figure, digits) && keeps_side(figure, digits, 0);
        case FigureLine::whole: return detail::find_digits(figure, digits) && keeps_side(figure, digits, 100);
        case FigureLine::measured: digits = required_.digits; return required_.found;
        case FigureLine::required: break;
    }
    if (&figure == &short_->measured) {
        digits = measured_.digits;
        return measured_.found;
    }
    return detail::find_digits(figure, digits) &&
           (!short_->required ||
            (required_.found && keeps_side(figure, digits, short_->required, required_.digits)));
}

FigureNumber PrintedFigures::number(const NamedFigure& one) {
    Digits digits;
    if (!find_digits(one, digits)) {
        const auto& figures = exact();
        return number_of(figures.*one.figure, line_in(figures, one.line));
    }
    FigureNumber made{text_of(digits), digits.exact, {}};
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
    long_digits_ = decimal_of(figures.*one.figure, line_in(figures, one.line));
    return long_digits_;
}

}  // namespace goalpost::detail
