// SPDX-License-Identifier: BSL-1.0
#include "report/figure_digits.hpp"

#include <array>
#include <cstddef>
#include <cstring>
#include <optional>

namespace goalpost::detail {

namespace {

constexpr int digits_shown = 12;

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

/// Nothing where the ways of both overlap.
std::optional<int> order(const Bracket& a, const Bracket& b) {
    if (a.is_one && b.is_one) return order(a.low, b.low);
    if (order(a.is_one ? a.low : a.high, b.low) < 0) return -1;
    if (order(a.low, b.is_one ? b.low : b.high) > 0) return 1;
    return std::nullopt;
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

}  // namespace

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

bool find_digits(const Bracket& number, Digits& to) {
    if (!find_digits(number.low, to)) return false;
    if (number.is_one) return true;
    Digits high;
    return find_digits(number.high, high) && !to.exact && !high.exact && to.units == high.units &&
           to.places == high.places;
}

bool keeps_side(const Bracket& number, const Digits& digits, const Bracket& line, const Digits& line_digits) {
    if (digits.exact && line_digits.exact) return true;
    return order(number, line) == order(Fraction{digits.units, powers_of_ten[digits.places]},
                                        Fraction{line_digits.units, powers_of_ten[line_digits.places]});
}

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

}  // namespace goalpost::detail
