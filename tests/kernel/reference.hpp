// SPDX-License-Identifier: BSL-1.0
// What the kernels must say, in Boost.Multiprecision's rationals and by the definitions themselves (a
// quotient is divided, not multiplied out); and rows to ask them about, many of which lie on a line or next
// to one.
#pragma once

#include <goalpost/kernel/kernels.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "support/random.hpp"

namespace goalpost::test {

namespace mp = boost::multiprecision;
using Integer = mp::number<mp::cpp_int_backend<>, mp::et_off>;
using Rational = mp::number<mp::cpp_rational_backend, mp::et_off>;
using kernel::Relation;
using kernel::RowOutcome;

inline constexpr Relation relations[] = {Relation::at_least, Relation::more_than, Relation::at_most,
                                         Relation::less_than, Relation::equal};
inline constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
inline constexpr auto highest = std::numeric_limits<std::int64_t>::max();

inline Rational number(std::int64_t units, int places) {
    const Integer tens = pow(Integer(10), static_cast<unsigned>(places < 0 ? -places : places));
    return places < 0 ? Rational(units * tens) : Rational(Integer(units), tens);
}

inline Rational power(const Rational& base, unsigned exponent) {
    Rational result = 1;
    for (; exponent != 0; --exponent)
        result *= base;
    return result;
}

inline std::strong_ordering order(const Rational& a, const Rational& b) { return a.compare(b) <=> 0; }

inline RowOutcome said(const Rational& measured, Relation relation, const Rational& line) {
    const auto sign = order(measured, line);
    const bool met = relation == Relation::at_least    ? sign >= 0
                     : relation == Relation::more_than ? sign > 0
                     : relation == Relation::at_most   ? sign <= 0
                     : relation == Relation::less_than ? sign < 0
                                                       : sign == 0;
    return met ? RowOutcome::met : RowOutcome::not_met;
}

/// Numbers of every size, often at the ends of the range, at zero, or at a power of ten.
inline std::int64_t any_number(Random& random) {
    switch (random.between(0, 9)) {
        case 0: return random.between(-2, 2);
        case 1: return random.chance(2) ? lowest + random.between(0, 2) : highest - random.between(0, 2);
        case 2: return goalpost::detail::powers_of_ten[random.between(0, 18)] + random.between(-1, 1);
        default: break;
    }
    const auto number = static_cast<std::int64_t>(random.bits() >> random.between(1, 62));
    return random.chance(6) ? -number : number;
}

/// Now and then a multiple of a large power of ten, so that rates meet their lines exactly.
inline std::int64_t any_base(Random& random) {
    if (!random.chance(2)) return any_number(random);
    const auto tens = goalpost::detail::powers_of_ten[random.between(0, 15)];
    return tens * random.between(1, highest / tens < 5000 ? highest / tens : 5000);
}

/// Rates that plans state and rates that they do not.
inline std::int64_t any_rate(Random& random, int places) {
    if (random.chance(4)) return any_number(random);
    const auto one = goalpost::detail::powers_of_ten[places];
    const std::int64_t hundredths[] = {-100, -50, -3, 0, 1, 5, 10, 15, 20, 25, 50, 95, 100, 200, 300};
    const auto percent = random.pick(hundredths);
    const auto rate = places >= 2 ? one / 100 * percent : one * percent / 100;
    return random.chance(3) ? rate + random.between(-1, 1) : rate;
}

/// The whole number of units at a line or next to it, where 64 bits hold it.
inline std::int64_t near(const Rational& line, int places, std::int64_t otherwise, Random& random) {
    const Rational units = line / number(1, places);
    Integer whole = numerator(units) / denominator(units);
    whole += random.between(-1, 1) * random.between(0, 1);
    if (whole < lowest || whole > highest) return otherwise;
    return static_cast<std::int64_t>(whole);
}

/// The levels of filters that this processor has.
inline std::vector<kernel::detail::Level> levels() {
    using kernel::detail::Level;
    std::vector<Level> found;
    for (const auto level : {Level::none, Level::any, Level::avx2, Level::avx512})
        if (level <= kernel::detail::best_level()) found.push_back(level);
    return found;
}

/// Columns of one length to be filled row by row.
template <std::size_t Count>
struct Rows {
    std::vector<std::int64_t> units[Count];
    int places[Count];

    void add(const std::int64_t (&row)[Count]) {
        for (std::size_t i = 0; i < Count; ++i)
            units[i].push_back(row[i]);
    }
    [[nodiscard]] std::size_t size() const { return units[0].size(); }
    [[nodiscard]] kernel::Column column(std::size_t i) const { return kernel::Column(units[i], places[i]); }
};

}  // namespace goalpost::test
